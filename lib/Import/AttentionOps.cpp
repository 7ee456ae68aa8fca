#include "Attention.h"
#include "Ops.h"

#include <limits>

// Attention of the standard's opset 23 and later.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr float excluded = -std::numeric_limits<float>::infinity();

struct Attributes {
  int64_t isCausal, queryHeads, keyHeads, mode, left, right;
  float scale, softcap;
};

FailureOr<Attributes> readAttributes(NodeImporter &node) {
  node.ignoreAttributes({"softmax_precision"}); // everything is f32
  FailureOr<int64_t> causal = node.getInteger("is_causal", 0);
  FailureOr<int64_t> queryHeads = node.getInteger("q_num_heads", 0);
  FailureOr<int64_t> keyHeads = node.getInteger("kv_num_heads", 0);
  FailureOr<int64_t> mode = node.getInteger("qk_matmul_output_mode", 0);
  FailureOr<int64_t> left = node.getInteger("left_window_size", -1);
  FailureOr<int64_t> right = node.getInteger("right_window_size", -1);
  FailureOr<float> scale = node.getFloat("scale", 0), softcap = node.getFloat("softcap", 0);
  if (failed(causal) || failed(queryHeads) || failed(keyHeads) || failed(mode) || failed(left) ||
      failed(right) || failed(scale) || failed(softcap))
    return failure();
  return Attributes{*causal, *queryHeads, *keyHeads, *mode, *left, *right, *scale, *softcap};
}

/// Builds the graph of one node.
class AttentionNode {
public:
  AttentionNode(NodeImporter &node, const Attributes &attributes)
      : node(node), attributes(attributes), e(node) {}

  LogicalResult import();

private:
  LogicalResult readShapes();
  void addPast();
  LogicalResult addBias();
  std::string addMask();
  std::string addComputedBand();
  void joinBias(const std::string &bias) {
    input.bias = input.bias.empty() ? bias : e.add("Add", {input.bias, bias});
  }

  NodeImporter &node;
  Attributes attributes;
  Expansion e;
  AttentionInput input;
  int64_t past = 0;
  bool isMerged = false; // Heads and their elements are one dimension.
};

LogicalResult AttentionNode::readShapes() {
  ArrayRef<int64_t> q = node.getInput(0).shape, k = node.getInput(1).shape,
                    v = node.getInput(2).shape;
  isMerged = q.size() == 3;
  auto refuse = [&] {
    return node.error() << "operands of shape " << formatShape(q) << ", " << formatShape(k)
                        << " and " << formatShape(v) << " with " << input.heads << " and "
                        << input.keyHeads << " heads do not fit";
  };
  input.heads = attributes.queryHeads;
  input.keyHeads = attributes.keyHeads;
  if ((q.size() != 3 && q.size() != 4) || k.size() != q.size() || v.size() != q.size())
    return refuse();
  if (!isMerged) {
    input.heads = q[1];
    input.keyHeads = k[1];
  }
  if (input.heads < 1 || input.keyHeads < 1 || input.heads % input.keyHeads != 0 ||
      (isMerged && q[2] % input.heads != 0))
    return refuse();
  input.queries = q[q.size() - 2];
  input.keys = k[k.size() - 2];
  int64_t size = isMerged ? q[2] / input.heads : q[3];
  input.scale = attributes.scale != 0 ? attributes.scale : 1 / std::sqrt(static_cast<float>(size));
  input.softcap = attributes.softcap;
  input.query = e.operand(0);
  input.key = e.operand(1);
  input.value = e.operand(2);
  if (isMerged) {
    input.query = addSplitHeads(e, input.query, input.heads);
    input.key = addSplitHeads(e, input.key, input.keyHeads);
    input.value = addSplitHeads(e, input.value, input.keyHeads);
  }
  if (node.hasInput(4) != node.hasInput(5) || (node.hasInput(4) && node.getInput(4).rank() != 4))
    return node.error() << "past keys and values of rank 4 are given together, or not at all";
  return success();
}

void AttentionNode::addPast() {
  if (!node.hasInput(4))
    return;
  past = node.getInput(4).shape[2];
  onnx::AttributeProto axis = makeAttribute("axis", int64_t(2));
  input.key = e.add("Concat", {e.operand(4), input.key}, axis);
  input.value = e.add("Concat", {e.operand(5), input.value}, axis);
  input.keys += past;
}

/// The mask as a bias for all keys.
std::string AttentionNode::addMask() {
  const ImportedValue &mask = node.getInput(3);
  std::string bias = e.operand(3);
  if (mask.getElementType().isInteger(1))
    bias = addExclusion(e, bias, excluded);
  int64_t missing = mask.rank() == 0 ? 0 : input.keys - mask.shape.back();
  if (missing <= 0)
    return bias;
  Shape pads(2 * mask.rank(), 0);
  pads.back() = missing;
  return e.add("Pad", {bias, e.integers(pads), e.scalar(excluded)});
}

/// As `addBand`, where each sequence has its own number of keys: positions of
/// queries count from the end of these.
std::string AttentionNode::addComputedBand() {
  std::string count = e.add("Cast", {e.operand(6)}, {makeAttribute("to", int64_t(7))});
  count = e.reshape(count, {-1, 1, 1, 1});
  std::string offset = e.add("Sub", {count, e.integers({input.queries})});
  Shape differences, positions = identityOrder(input.keys);
  for (int64_t i = 0; i < input.queries; ++i)
    for (int64_t j = 0; j < input.keys; ++j)
      differences.push_back(j - i);
  std::string difference = e.reshape(e.integers(differences), {1, 1, input.queries, input.keys});
  difference = e.add("Sub", {difference, offset});
  std::string allowed = e.add("Less", {e.integers(positions), count});
  auto restrict = [&](StringRef op, int64_t bound) {
    allowed = e.add("And", {allowed, e.add(op, {difference, e.integers({bound})})});
  };
  if (attributes.isCausal)
    restrict("LessOrEqual", 0);
  if (attributes.right >= 0)
    restrict("LessOrEqual", attributes.right);
  if (attributes.left >= 0)
    restrict("GreaterOrEqual", -attributes.left);
  return addExclusion(e, allowed, excluded);
}

LogicalResult AttentionNode::addBias() {
  bool hasWindow = attributes.left >= 0 || attributes.right >= 0;
  if (node.hasInput(3))
    joinBias(addMask());
  if (node.hasInput(6)) {
    if (node.hasInput(4))
      return node.error() << "numbers of keys (operand 6) do not go with past keys";
    if (failed(node.checkConstantSize({input.queries, input.keys})))
      return failure();
    joinBias(addComputedBand());
  } else if (attributes.isCausal || hasWindow) {
    if (failed(node.checkConstantSize({input.queries, input.keys})))
      return failure();
    std::optional<int64_t> least, most;
    if (attributes.left >= 0)
      least = past - attributes.left;
    if (attributes.right >= 0)
      most = past + attributes.right;
    if (attributes.isCausal)
      most = past;
    joinBias(addBand(e, node.getBuilder(), input.queries, input.keys, least, most, excluded));
  }
  // Without a mask each query sees at least the first key.
  input.excludesRows = node.hasInput(3) || node.hasInput(6) || hasWindow;
  return success();
}

LogicalResult AttentionNode::import() {
  if (failed(readShapes()))
    return failure();
  addPast();
  if (failed(addBias()))
    return failure();
  AttentionResult result = addAttention(e, input);
  std::string heads = isMerged ? addMergeHeads(e, result.heads) : result.heads;
  std::string scores[] = {result.scores, result.bounded, result.biased, result.weights};
  if (attributes.mode < 0 || attributes.mode > 3)
    return node.error() << "attribute 'qk_matmul_output_mode' is " << attributes.mode
                        << "; 0 to 3 expected";
  return e.finish({heads, input.key, input.value, scores[attributes.mode]});
}

} // namespace

LogicalResult qopt::onnx_import::importAttention(NodeImporter &node) {
  FailureOr<Attributes> attributes = readAttributes(node);
  return failed(attributes) ? failure() : AttentionNode(node, *attributes).import();
}

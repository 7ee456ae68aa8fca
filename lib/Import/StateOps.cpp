#include "Attention.h"
#include "EmptyOps.h"
#include "Ops.h"
#include "TensorElements.h"

// Operators that carry a state from step to step of a sequence: caches that are written
// at a place of their own for each sequence, causal convolutions, and linear attention.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

//===----------------------------------------------------------------------===//
// TensorScatter
//===----------------------------------------------------------------------===//

std::string qopt::onnx_import::addWritten(Expansion &e, const CacheWrite &write) {
  auto [batch, heads, length, size] = write.shape;
  std::string isFresh = e.add("GreaterOrEqual", {write.element, e.integers({0})});
  isFresh = e.add("And", {isFresh, e.add("Less", {write.element, e.integers({write.count})})});
  std::string spread = write.fresh;
  if (write.count > 1) {
    Shape starts;
    for (int64_t b = 0; b < batch; ++b)
      starts.push_back(b * write.count);
    std::string inside = e.add("Max", {write.element, e.integers({0})});
    inside = e.add("Min", {inside, e.integers({write.count - 1})});
    std::string row = e.add("Add", {inside, e.reshape(e.integers(starts), {batch, 1})});
    std::string rows =
        e.reshape(e.transpose(write.fresh, {0, 2, 1, 3}), {batch * write.count, heads * size});
    spread = e.reshape(e.add("Gather", {rows, row}), {batch, length, heads, size});
    spread = e.transpose(spread, {0, 2, 1, 3});
  }
  return e.add("Where", {e.reshape(isFresh, {batch, 1, length, 1}), spread, write.before});
}

LogicalResult qopt::onnx_import::importTensorScatter(NodeImporter &node) {
  const Shape shape = node.getInput(0).shape, update = node.getInput(1).shape;
  FailureOr<StringRef> mode = node.getString("mode", "linear");
  FailureOr<int64_t> dim = node.getAxis(-2, shape.size());
  if (failed(mode) || failed(dim))
    return failure();
  bool isCircular = *mode == "circular";
  if (!isCircular && *mode != "linear")
    return node.error() << "attribute 'mode' has the value '" << *mode
                        << "'; 'linear' or 'circular' expected";
  Shape expected = shape;
  if (update.size() == shape.size())
    expected[*dim] = std::min(update[*dim], shape[*dim]);
  if (*dim == 0 || update != expected || isEmpty(update) || isEmpty(shape))
    return node.error() << "an update of shape " << formatShape(update) << " along axis " << *dim
                        << " does not fit a cache of shape " << formatShape(shape);
  int64_t batch = shape[0], length = shape[*dim], count = update[*dim];
  bool hasIndices = node.hasInput(2);
  if (hasIndices && node.getInput(2).shape != Shape{batch})
    return node.error() << "the indices have shape " << formatShape(node.getInput(2).shape)
                        << "; one for each of " << batch << " sequences expected";
  if (failed(node.checkConstantSize({batch, length})))
    return failure();
  int64_t heads = *countElements(ArrayRef(shape).slice(1, *dim - 1));
  int64_t size = *countElements(ArrayRef(shape).drop_front(*dim + 1));
  Expansion e(node);
  Shape counted = identityOrder(length);
  std::string element = e.reshape(e.integers(counted), {1, length});
  if (hasIndices) {
    std::string start = e.add("Cast", {e.operand(2)}, {makeAttribute("to", int64_t(7))});
    element = e.add("Sub", {element, e.reshape(start, {batch, 1})});
  } else {
    element = e.add("Expand", {element, e.integers({batch, length})});
  }
  if (isCircular) // The sign is that of the divisor.
    element = e.add("Mod", {element, e.integers({length})});
  std::string written = addWritten(e, {e.reshape(e.operand(0), {batch, heads, length, size}),
                                       e.reshape(e.operand(1), {batch, heads, count, size}),
                                       element,
                                       {batch, heads, length, size},
                                       count});
  return e.finish(e.reshape(written, shape));
}

//===----------------------------------------------------------------------===//
// CausalConvWithState
//===----------------------------------------------------------------------===//

/// A depthwise convolution of the state and the input; the state is what it read last.
LogicalResult qopt::onnx_import::importCausalConvWithState(NodeImporter &node) {
  FailureOr<StringRef> activation = node.getString("activation", "none");
  FailureOr<int64_t> dims = node.getInteger("ndim", 1);
  ArrayRef<int64_t> x = node.getInput(0).shape, w = node.getInput(1).shape;
  if (failed(activation) || failed(dims))
    return failure();
  bool isSilu = *activation == "silu" || *activation == "swish";
  if ((!isSilu && *activation != "none") || *dims != 1)
    return node.error() << "attributes 'activation' and 'ndim' are '" << *activation << "' and "
                        << *dims << "; 'silu', 'swish' or 'none', and 1, expected";
  Shape state{x.size() == 3 ? x[0] : 0, x.size() == 3 ? x[1] : 0, w.size() == 3 ? w[2] - 1 : -1};
  if (x.size() != 3 || w.size() != 3 || w[0] != x[1] || w[1] != 1 || w[2] < 1 ||
      (node.hasInput(3) && node.getInput(3).shape != state))
    return node.error() << "operands of shape " << formatShape(x) << " and " << formatShape(w)
                        << " do not fit each other or the state";
  Expansion e(node);
  std::string padded = e.operand(0);
  onnx::AttributeProto axis = makeAttribute("axis", int64_t(2));
  if (state[2] > 0 && node.hasInput(3))
    padded = e.add("Concat", {e.operand(3), padded}, axis);
  else if (state[2] > 0)
    padded = e.add("Pad", {padded, e.integers({0, 0, state[2], 0, 0, 0})});
  std::string result =
      e.add("Conv", {padded, e.operand(1), e.operand(2)}, {makeAttribute("group", w[0])});
  if (isSilu)
    result = e.add("Mul", {result, e.add("Sigmoid", {result})});
  std::string present =
      e.add("Slice", {padded, e.integers({x[2]}), e.integers({x[2] + state[2]}), e.integers({2})});
  return e.finish({result, present});
}

//===----------------------------------------------------------------------===//
// LinearAttention
//===----------------------------------------------------------------------===//

namespace {

class LinearAttention {
public:
  explicit LinearAttention(NodeImporter &node) : node(node), e(node) {}

  LogicalResult import();

private:
  LogicalResult readAttributes();
  LogicalResult checkShapes();
  std::vector<std::string> addSteps(size_t index, int64_t parts);
  std::string addStep(int64_t step);

  NodeImporter &node;
  Expansion e;
  int64_t heads = 0, keyHeads = 0, steps = 0, keySize = 0, valueSize = 0;
  float scale = 0;
  bool isGated = false, isDelta = false;
  /// Of each step, batch x heads x 1 x size.
  std::vector<std::string> queries, keys, values, decays, rates;
  /// batch x heads of keys x key size x value size; empty before the first step.
  std::string state;
};

LogicalResult LinearAttention::readAttributes() {
  node.ignoreAttributes({"chunk_size"}); // about speed only
  FailureOr<int64_t> q = node.getInteger("q_num_heads", 0), kv = node.getInteger("kv_num_heads", 0);
  FailureOr<float> given = node.getFloat("scale", 0);
  FailureOr<StringRef> rule = node.getString("update_rule", "gated_delta");
  if (failed(q) || failed(kv) || failed(given) || failed(rule))
    return failure();
  heads = *q;
  keyHeads = *kv;
  scale = *given;
  isGated = *rule == "gated" || *rule == "gated_delta";
  isDelta = *rule == "delta" || *rule == "gated_delta";
  if (!isGated && !isDelta && *rule != "linear")
    return node.error() << "attribute 'update_rule' has the value '" << *rule
                        << "'; 'linear', 'gated', 'delta' or 'gated_delta' expected";
  return checkHeads(node, "q_num_heads", heads, keyHeads);
}

LogicalResult LinearAttention::checkShapes() {
  for (size_t index : {0, 1, 2, 4, 5}) {
    if (index > 2 && node.hasInput(index) != (index == 4 ? isGated : isDelta))
      return node.error() << "operand " << index << " does not go with the update rule";
    if (index > 2 && !node.hasInput(index))
      continue;
    ArrayRef<int64_t> shape = node.getInput(index).shape, q = node.getInput(0).shape;
    if (shape.size() != 3 || shape[0] != q[0] || shape[1] != q[1] || isEmpty(shape))
      return node.error() << "operand " << index << " has shape " << formatShape(shape)
                          << "; rank 3, with the batch and the steps of the queries, expected";
  }
  auto width = [&](size_t index) { return node.getInput(index).shape[2]; };
  steps = node.getInput(0).shape[1];
  keySize = width(0) / heads;
  valueSize = width(2) / keyHeads;
  bool fits = width(0) == heads * keySize && width(1) == keyHeads * keySize &&
              width(2) == keyHeads * valueSize;
  if (isGated)
    fits &= width(4) == keyHeads || width(4) == keyHeads * keySize;
  if (isDelta)
    fits &= width(5) == keyHeads || width(5) == 1;
  if (node.hasInput(3))
    fits &=
        node.getInput(3).shape == Shape{node.getInput(0).shape[0], keyHeads, keySize, valueSize};
  if (!fits)
    return node.error() << "its operands do not fit " << heads << " and " << keyHeads
                        << " heads, keys of " << keySize << " and values of " << valueSize
                        << " elements";
  constexpr int64_t maxSteps = 1024;
  if (steps > maxSteps)
    return node.error() << "has " << steps << " steps; at most " << maxSteps << " are unrolled";
  if (scale == 0)
    scale = 1 / std::sqrt(static_cast<float>(keySize));
  return success();
}

/// Operand `index`, of `parts` heads, step by step.
std::vector<std::string> LinearAttention::addSteps(size_t index, int64_t parts) {
  std::string value = addSplitHeads(e, e.operand(index), parts);
  return steps == 1 ? std::vector{value} : e.split(value, Shape(steps, 1), 2);
}

std::string LinearAttention::addStep(int64_t step) {
  int64_t group = heads / keyHeads;
  if (isGated && !state.empty()) {
    std::string kept = e.add("Exp", {decays[step]});
    state = e.add("Mul", {state, e.transpose(kept, {0, 1, 3, 2})});
  }
  std::string value = values[step];
  if (isDelta) {
    if (!state.empty())
      value = e.add("Sub", {value, e.add("MatMul", {keys[step], state})});
    value = e.add("Mul", {rates[step], value});
  }
  std::string added = e.add("Mul", {e.transpose(keys[step], {0, 1, 3, 2}), value});
  state = state.empty() ? added : e.add("Add", {state, added});
  std::string query = e.reshape(queries[step], {0, keyHeads, group, keySize});
  std::string result = e.add("Mul", {e.add("MatMul", {query, state}), e.scalar(scale)});
  return e.reshape(result, {0, heads, 1, valueSize});
}

LogicalResult LinearAttention::import() {
  if (failed(readAttributes()) || failed(checkShapes()))
    return failure();
  queries = addSteps(0, heads);
  keys = addSteps(1, keyHeads);
  values = addSteps(2, keyHeads);
  if (isGated)
    decays = addSteps(4, keyHeads);
  if (isDelta)
    rates = addSteps(5, node.getInput(5).shape[2]);
  state = e.operand(3);
  std::vector<std::string> results;
  for (int64_t step = 0; step < steps; ++step)
    results.push_back(addStep(step));
  std::string all =
      steps == 1 ? results[0] : e.add("Concat", results, {makeAttribute("axis", int64_t(2))});
  return e.finish({addMergeHeads(e, all), state});
}

} // namespace

LogicalResult qopt::onnx_import::importLinearAttention(NodeImporter &node) {
  return LinearAttention(node).import();
}

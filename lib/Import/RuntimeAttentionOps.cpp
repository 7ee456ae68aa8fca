#include "Attention.h"
#include "Ops.h"

#include <limits>

// Attention as ONNX Runtime's optimizer writes it: with the products that make
// queries, keys and values (Attention, QAttention), or without (MultiHeadAttention).

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// What both forms have in common.
class RuntimeAttention {
public:
  explicit RuntimeAttention(NodeImporter &node) : node(node), e(node) {}

  LogicalResult importPacked();
  LogicalResult importMultiHead();

private:
  LogicalResult readAttributes();
  LogicalResult addPadding(size_t index);
  LogicalResult addBiases(size_t maskIndex, size_t biasIndex);
  void setScale(int64_t size) {
    if (input.scale == 0)
      input.scale = 1 / std::sqrt(static_cast<float>(size));
  }
  void joinBias(const std::string &bias) {
    input.bias = input.bias.empty() ? bias : e.add("Add", {input.bias, bias});
  }
  FailureOr<Shape> getSizes(int64_t total);
  LogicalResult dequantizePacked(std::string &x, std::string &weights);
  std::string addPacked(const std::string &x, const std::string &weights, const std::string &bias);
  LogicalResult addSeparate();
  LogicalResult addPackedHeads(size_t index, ArrayRef<std::string *> parts);
  void addPast(const std::string &keys, const std::string &values, int64_t positions);

  NodeImporter &node;
  Expansion e;
  AttentionInput input;
  int64_t isCausal = 0, past = 0;
  float excluded = 0;
};

LogicalResult RuntimeAttention::readAttributes() {
  FailureOr<int64_t> heads = node.getInteger("num_heads", 0);
  FailureOr<int64_t> causal = node.getInteger("unidirectional", 0);
  FailureOr<int64_t> rotary = node.getInteger("do_rotary", 0);
  FailureOr<int64_t> shared = node.getInteger("past_present_share_buffer", 0);
  FailureOr<float> filter = node.getFloat("mask_filter_value", -10000.0f);
  FailureOr<float> scale = node.getFloat("scale", 0.0f);
  if (failed(heads) || failed(causal) || failed(rotary) || failed(shared) || failed(filter) ||
      failed(scale))
    return failure();
  node.ignoreAttributes({"rotary_embedding_dim"});
  if (*rotary != 0 || *shared != 0)
    return node.error() << "attribute '" << (*rotary ? "do_rotary" : "past_present_share_buffer")
                        << "' is not 0, which is not supported";
  if (*heads < 1)
    return node.error() << "attribute 'num_heads' is " << *heads << "; at least 1 expected";
  input.heads = input.keyHeads = *heads;
  input.scale = *scale;
  isCausal = *causal;
  excluded = *filter;
  return success();
}

/// A mask of keys: how many of each sequence are seen, where they end and start, or
/// a number for each that is 0 where it is not seen.
LogicalResult RuntimeAttention::addPadding(size_t index) {
  if (!node.hasInput(index))
    return success();
  ArrayRef<int64_t> shape = node.getInput(index).shape;
  int64_t batch = node.getInput(0).shape[0];
  Shape counted = identityOrder(input.keys);
  auto cast = [&](const std::string &value, int64_t type) {
    return e.add("Cast", {value}, {makeAttribute("to", type)});
  };
  constexpr int64_t isBool = 9, isInt64 = 7;
  std::string allowed;
  if (shape.size() == 1 && (shape[0] == batch || shape[0] == 2 * batch)) {
    std::string bounds = e.reshape(cast(e.operand(index), isInt64), {-1, batch, 1, 1, 1});
    bool hasStart = shape[0] != batch;
    std::vector<std::string> parts =
        hasStart ? e.split(bounds, {1, 1}, 0) : std::vector<std::string>{bounds};
    for (std::string &part : parts)
      part = e.add("Squeeze", {part, e.integers({0})});
    allowed = e.add("Less", {e.integers(counted), parts[0]});
    if (hasStart)
      allowed = e.add("And", {allowed, e.add("GreaterOrEqual", {e.integers(counted), parts[1]})});
  } else if (shape.size() == 2 && shape[1] == input.keys) {
    allowed = e.reshape(cast(e.operand(index), isBool), {0, 1, 1, -1});
  } else if (shape.size() == 3 && shape[1] == input.queries && shape[2] == input.keys) {
    allowed = e.add("Unsqueeze", {cast(e.operand(index), isBool), e.integers({1})});
  } else {
    return node.error() << "a mask of shape " << formatShape(shape) << " is not supported";
  }
  joinBias(addExclusion(e, allowed, excluded));
  return success();
}

LogicalResult RuntimeAttention::addBiases(size_t maskIndex, size_t biasIndex) {
  if (failed(node.checkConstantSize({input.queries, input.keys})) || failed(addPadding(maskIndex)))
    return failure();
  if (isCausal)
    joinBias(addBand(e, node.getBuilder(), input.queries, input.keys, std::nullopt, past,
                     std::numeric_limits<float>::lowest()));
  if (node.hasInput(biasIndex))
    joinBias(e.operand(biasIndex));
  return success();
}

void RuntimeAttention::addPast(const std::string &keys, const std::string &values,
                               int64_t positions) {
  onnx::AttributeProto axis = makeAttribute("axis", int64_t(2));
  input.key = e.add("Concat", {keys, input.key}, axis);
  input.value = e.add("Concat", {values, input.value}, axis);
  input.keys += positions;
  past = positions;
}

//===----------------------------------------------------------------------===//
// Attention, QAttention
//===----------------------------------------------------------------------===//

/// Columns of the weights for queries, keys and values.
FailureOr<Shape> RuntimeAttention::getSizes(int64_t total) {
  FailureOr<Shape> sizes = Shape{total / 3, total / 3, total / 3};
  if (node.hasAttribute("qkv_hidden_sizes"))
    sizes = node.getIntegerList("qkv_hidden_sizes", {}, 3);
  if (failed(sizes))
    return failure();
  auto isWhole = [&](int64_t size) { return size > 0 && size <= total && size % input.heads == 0; };
  if (!llvm::all_of(*sizes, isWhole) || (*sizes)[0] != (*sizes)[1] ||
      (*sizes)[0] + (*sizes)[1] + (*sizes)[2] != total)
    return node.error() << "weights with " << total << " columns do not fit to " << input.heads
                        << " heads";
  return sizes;
}

/// The product with one part of the weights, by heads.
std::string RuntimeAttention::addPacked(const std::string &x, const std::string &weights,
                                        const std::string &bias) {
  std::string product = e.addOptional("Add", e.add("MatMul", {x, weights}), bias);
  return addSplitHeads(e, product, input.heads);
}

/// The operands of a QAttention as floats.
LogicalResult RuntimeAttention::dequantizePacked(std::string &x, std::string &weights) {
  if (!node.hasInput(3) || !node.hasInput(4))
    return node.error() << "a scale is missing";
  x = e.add("DequantizeLinear", {x, e.operand(3), e.operand(6)});
  weights = e.add("DequantizeLinear", {weights, e.operand(4), e.operand(7)},
                  {makeAttribute("axis", int64_t(1))});
  return success();
}

LogicalResult RuntimeAttention::importPacked() {
  bool isQuantized = node.getOpType() == "QAttention";
  size_t mask = isQuantized ? 5 : 3, pastIndex = isQuantized ? 8 : 4, bias = isQuantized ? 9 : 5;
  if (failed(readAttributes()))
    return failure();
  ArrayRef<int64_t> shape = node.getInput(0).shape, weightShape = node.getInput(1).shape;
  if (shape.size() != 3 || weightShape.size() != 2 || shape[2] != weightShape[0])
    return node.error() << "operands of shape " << formatShape(shape) << " and "
                        << formatShape(weightShape) << " do not fit";
  FailureOr<Shape> sizes = getSizes(weightShape[1]);
  if (failed(sizes))
    return failure();
  input.queries = input.keys = shape[1];
  setScale((*sizes)[0] / input.heads);
  std::string x = e.operand(0), weights = e.operand(1);
  if (isQuantized && failed(dequantizePacked(x, weights)))
    return failure();
  std::vector<std::string> columns = e.split(weights, *sizes, 1), biases(3);
  if (node.hasInput(2))
    biases = e.split(e.operand(2), *sizes, 0);
  input.query = addPacked(x, columns[0], biases[0]);
  input.key = addPacked(x, columns[1], biases[1]);
  input.value = addPacked(x, columns[2], biases[2]);
  if (node.hasInput(pastIndex)) {
    const ImportedValue &before = node.getInput(pastIndex);
    if (before.rank() != 5)
      return node.error() << "past keys and values have shape " << formatShape(before.shape)
                          << "; rank 5 expected";
    std::vector<std::string> parts = e.split(e.operand(pastIndex), {1, 1}, 0);
    for (std::string &part : parts)
      part = e.add("Squeeze", {part, e.integers({0})});
    addPast(parts[0], parts[1], before.shape[3]);
  }
  if (failed(addBiases(mask, bias)))
    return failure();
  std::string heads = addMergeHeads(e, addAttention(e, input).heads);
  if (!node.isOutputRead(1))
    return e.finish(heads);
  auto stacked = [&](const std::string &part) {
    return e.add("Unsqueeze", {part, e.integers({0})});
  };
  std::string present = e.add("Concat", {stacked(input.key), stacked(input.value)},
                              {makeAttribute("axis", int64_t(0))});
  return e.finish({heads, present});
}

//===----------------------------------------------------------------------===//
// MultiHeadAttention
//===----------------------------------------------------------------------===//

/// Operand `index`, batch x positions x heads x parts x size, taken apart.
LogicalResult RuntimeAttention::addPackedHeads(size_t index, ArrayRef<std::string *> parts) {
  ArrayRef<int64_t> shape = node.getInput(index).shape;
  auto count = static_cast<int64_t>(parts.size());
  if (shape[3] != count || shape[2] != input.heads || node.hasInput(3))
    return node.error() << "operand " << index << " has shape " << formatShape(shape) << "; "
                        << count << " parts for each of " << input.heads
                        << " heads, and no bias, expected";
  std::vector<std::string> slices = e.split(e.operand(index), Shape(count, 1), 3);
  for (auto [part, slice] : llvm::zip_equal(parts, slices))
    *part = e.transpose(e.add("Squeeze", {slice, e.integers({3})}), {0, 2, 1, 3});
  return success();
}

/// Queries, keys and values from three operands. Keys and values may come by heads.
LogicalResult RuntimeAttention::addSeparate() {
  ArrayRef<int64_t> shape = node.getInput(0).shape;
  if (!node.hasInput(1) || !node.hasInput(2) || shape.size() != 3 ||
      (node.getInput(1).rank() != 3 && node.getInput(1).rank() != 4) ||
      node.getInput(1).rank() != node.getInput(2).rank())
    return node.error() << "queries have shape " << formatShape(shape)
                        << "; keys and values of one rank, 3 or 4, beside them expected";
  std::vector<std::string> biases(3);
  bool areHeads = node.getInput(1).rank() == 4;
  if (node.hasInput(3)) {
    int64_t size = node.getInput(3).rank() == 1 ? node.getInput(3).shape[0] : 0;
    biases = e.split(e.operand(3), {shape[2], shape[2], size - 2 * shape[2]}, 0);
  }
  std::string *parts[] = {&input.query, &input.key, &input.value};
  for (auto [index, part] : llvm::enumerate(parts)) {
    *part = e.operand(index);
    if (index > 0 && areHeads)
      continue;
    *part = addSplitHeads(e, e.addOptional("Add", *part, biases[index]), input.heads);
  }
  input.keys = node.getInput(1).shape[areHeads ? 2 : 1];
  return success();
}

LogicalResult RuntimeAttention::importMultiHead() {
  if (failed(readAttributes()))
    return failure();
  ArrayRef<int64_t> shape = node.getInput(0).shape;
  if (shape.size() != 3 && shape.size() != 5)
    return node.error() << "queries have shape " << formatShape(shape) << "; rank 3 or 5 expected";
  input.queries = input.keys = shape[1];
  LogicalResult parts = success();
  if (shape.size() == 5) {
    setScale(shape[4]);
    parts = addPackedHeads(0, {&input.query, &input.key, &input.value});
  } else {
    setScale(shape[2] / input.heads);
    if (node.hasInput(1) && node.getInput(1).rank() == 5) {
      input.query = addSplitHeads(e, e.operand(0), input.heads);
      input.keys = node.getInput(1).shape[1];
      parts = addPackedHeads(1, {&input.key, &input.value});
    } else {
      parts = addSeparate();
    }
  }
  if (failed(parts))
    return failure();
  if (node.hasInput(6) && node.hasInput(7)) {
    if (node.getInput(6).rank() != 4)
      return node.error() << "past keys have shape " << formatShape(node.getInput(6).shape)
                          << "; rank 4 expected";
    addPast(e.operand(6), e.operand(7), node.getInput(6).shape[2]);
  }
  if (failed(addBiases(4, 5)))
    return failure();
  AttentionResult result = addAttention(e, input);
  return e.finish({addMergeHeads(e, result.heads), input.key, input.value, result.scores});
}

} // namespace

LogicalResult qopt::onnx_import::importPackedAttention(NodeImporter &node) {
  return RuntimeAttention(node).importPacked();
}

LogicalResult qopt::onnx_import::importMultiHeadAttention(NodeImporter &node) {
  return RuntimeAttention(node).importMultiHead();
}

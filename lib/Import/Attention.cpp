#include "Attention.h"

#include "TensorElements.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

LogicalResult qopt::onnx_import::checkHeads(NodeImporter &node, StringRef attribute, int64_t heads,
                                            int64_t keyHeads) {
  if (heads < 1 || keyHeads < 1 || heads % keyHeads != 0)
    return node.error() << "attributes '" << attribute << "' and 'kv_num_heads' are " << heads
                        << " and " << keyHeads << "; a number and a part of it expected";
  return success();
}

std::string qopt::onnx_import::addSplitHeads(Expansion &e, const std::string &value,
                                             int64_t heads) {
  return e.transpose(e.reshape(value, {0, 0, heads, -1}), {0, 2, 1, 3});
}

std::string qopt::onnx_import::addMergeHeads(Expansion &e, const std::string &value) {
  return e.reshape(e.transpose(value, {0, 2, 1, 3}), {0, 0, -1});
}

std::string qopt::onnx_import::addExclusion(Expansion &e, const std::string &allowed,
                                            float excluded) {
  return e.add("Where", {allowed, e.scalar(0), e.scalar(excluded)});
}

std::string qopt::onnx_import::addBand(Expansion &e, ImportBuilder &b, int64_t queries,
                                       int64_t keys, std::optional<int64_t> least,
                                       std::optional<int64_t> most, float excluded) {
  SmallVector<double> values;
  for (int64_t i = 0; i < queries; ++i)
    for (int64_t j = 0; j < keys; ++j)
      values.push_back((least && j - i < *least) || (most && j - i > *most) ? excluded : 0);
  return e.constant(
      ImportedValue::ofConstant(fromDoubles(b.getF32Type(), {queries, keys}, values)));
}

/// Queries of heads that share keys are rows of one matrix.
static std::string shareKeys(Expansion &e, const AttentionInput &input, const std::string &value) {
  if (input.heads == input.keyHeads)
    return value;
  return e.reshape(value, {0, input.keyHeads, input.heads / input.keyHeads * input.queries, -1});
}

static std::string unshareKeys(Expansion &e, const AttentionInput &input,
                               const std::string &value) {
  if (input.heads == input.keyHeads)
    return value;
  return e.reshape(value, {0, input.heads, input.queries, -1});
}

AttentionResult qopt::onnx_import::addAttention(Expansion &e, const AttentionInput &input) {
  AttentionResult result;
  std::string products =
      e.add("MatMul", {shareKeys(e, input, input.query), e.transpose(input.key, {0, 1, 3, 2})});
  result.scores = e.add("Mul", {unshareKeys(e, input, products), e.scalar(input.scale)});
  result.bounded = result.scores;
  if (input.softcap > 0) {
    std::string cap = e.scalar(input.softcap);
    result.bounded = e.add("Mul", {e.add("Tanh", {e.add("Div", {result.scores, cap})}), cap});
  }
  std::string bias = input.bias, isExcluded;
  if (input.excludesRows) {
    // Such rows see all keys, so that nothing becomes NaN, and are then cleared.
    std::string most = e.add("ReduceMax", {bias, e.integers({-1})});
    isExcluded = e.add("Equal", {most, e.scalar(-std::numeric_limits<float>::infinity())});
    bias = e.add("Where", {isExcluded, e.scalar(0), bias});
  }
  result.biased = e.addOptional("Add", result.bounded, input.bias);
  std::string scores = e.addOptional("Add", result.bounded, bias);
  onnx::AttributeProto last = makeAttribute("axis", int64_t(-1));
  if (!input.sink.empty())
    scores = e.add("Concat", {scores, input.sink}, last);
  result.weights = e.add("Softmax", {scores}, last);
  if (!input.sink.empty())
    result.weights = e.split(result.weights, {input.keys, 1}, -1)[0];
  std::string sums = e.add("MatMul", {shareKeys(e, input, result.weights), input.value});
  result.heads = unshareKeys(e, input, sums);
  if (input.excludesRows) {
    result.heads = e.add("Where", {isExcluded, e.scalar(0), result.heads});
    result.weights = e.add("Where", {isExcluded, e.scalar(0), result.weights});
  }
  return result;
}

#include "Expansion.h"
#include "Ops.h"

// Fused operators of the domain com.microsoft that ONNX Runtime's optimizer writes for
// diffusion models. Their images have the channels last.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

std::string addChannelsFirst(Expansion &e, const std::string &value) {
  return e.transpose(value, {0, 3, 1, 2});
}

std::string addChannelsLast(Expansion &e, const std::string &value) {
  return e.transpose(value, {0, 2, 3, 1});
}

/// The normalized groups of the image `x`, and x * sigmoid(x) of them where the node asks
/// for it.
FailureOr<std::string> addGroupNorm(NodeImporter &node, Expansion &e, std::string x) {
  FailureOr<int64_t> activation = node.getInteger("activation", 0);
  FailureOr<int64_t> isLast = node.getInteger("channels_last", 1);
  FailureOr<int64_t> groups = node.getInteger("groups", 0);
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  if (failed(activation) || failed(isLast) || failed(groups) || failed(epsilon))
    return failure();
  if (node.getInput(0).rank() != 4)
    return node.error() << "its operand has shape " << formatShape(node.getInput(0).shape)
                        << "; rank 4 expected";
  if (*isLast != 0)
    x = addChannelsFirst(e, x);
  std::string result =
      e.add("GroupNormalization", {x, e.operand(1), e.operand(2)},
            {makeAttribute("num_groups", *groups), makeAttribute("epsilon", *epsilon)});
  if (*activation != 0)
    result = e.add("Mul", {result, e.add("Sigmoid", {result})});
  return *isLast != 0 ? addChannelsLast(e, result) : result;
}

} // namespace

LogicalResult qopt::onnx_import::importGroupNorm(NodeImporter &node) {
  Expansion e(node);
  FailureOr<std::string> result = addGroupNorm(node, e, e.operand(0));
  return failed(result) ? failure() : e.finish(*result);
}

/// Of a sum, which is a result as well.
LogicalResult qopt::onnx_import::importSkipGroupNorm(NodeImporter &node) {
  Expansion e(node);
  std::string skip = e.operand(3);
  if (node.getInput(3).rank() == 2) // of each image and channel
    skip = e.add("Unsqueeze", {skip, e.integers({1, 2})});
  std::string sum = e.addOptional("Add", e.add("Add", {e.operand(0), skip}), e.operand(4));
  FailureOr<std::string> result = addGroupNorm(node, e, sum);
  return failed(result) ? failure() : e.finish({*result, sum});
}

/// One half of x + bias times Gelu of the other.
LogicalResult qopt::onnx_import::importBiasSplitGelu(NodeImporter &node) {
  ArrayRef<int64_t> shape = node.getInput(0).shape;
  if (shape.empty() || shape.back() % 2 != 0)
    return node.error() << "its operand has shape " << formatShape(shape)
                        << "; an even number of elements in the last dimension expected";
  Expansion e(node);
  int64_t half = shape.back() / 2;
  std::vector<std::string> parts =
      e.split(e.add("Add", {e.operand(0), e.operand(1)}), {half, half}, -1);
  return e.finish(e.add("Mul", {parts[0], e.add("Gelu", {parts[1]})}));
}

LogicalResult qopt::onnx_import::importBiasAdd(NodeImporter &node) {
  Expansion e(node);
  return e.finish(e.add("Add", {e.add("Add", {e.operand(0), e.operand(1)}), e.operand(2)}));
}

/// A Conv whose image and weights have the channels last.
LogicalResult qopt::onnx_import::importNhwcConv(NodeImporter &node) {
  for (size_t index : {0, 1})
    if (node.getInput(index).rank() != 4)
      return node.error() << "operand " << index << " has shape "
                          << formatShape(node.getInput(index).shape) << "; rank 4 expected";
  Expansion e(node);
  std::string result = e.add(
      "Conv", {addChannelsFirst(e, e.operand(0)), addChannelsFirst(e, e.operand(1)), e.operand(2)},
      node.copyAttributes({"auto_pad", "dilations", "group", "kernel_shape", "pads", "strides"}));
  return e.finish(addChannelsLast(e, result));
}

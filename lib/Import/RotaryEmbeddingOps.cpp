#include "Attention.h"
#include "Ops.h"

// Positions as rotations of pairs of elements: the standard's operator, and ONNX
// Runtime's, which has its operands in another order.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

std::string qopt::onnx_import::addRotation(Expansion &e, const Rotation &rotation) {
  int64_t half = rotation.rotated / 2;
  std::string x = rotation.x, rest;
  if (rotation.rotated < rotation.size) {
    auto parts = e.split(x, {rotation.rotated, rotation.size - rotation.rotated}, 3);
    x = parts[0];
    rest = parts[1];
  }
  // Pairs are neighbors, or elements of the two halves.
  int64_t axis = rotation.isInterleaved ? 4 : 3;
  if (rotation.isInterleaved)
    x = e.reshape(x, {0, 0, 0, half, 2});
  auto parts = rotation.isInterleaved ? e.split(x, {1, 1}, 4) : e.split(x, {half, half}, 3);
  std::string cosines = rotation.cosines, sines = rotation.sines;
  if (rotation.isInterleaved) {
    cosines = e.add("Unsqueeze", {cosines, e.integers({-1})});
    sines = e.add("Unsqueeze", {sines, e.integers({-1})});
  }
  std::string real =
      e.add("Sub", {e.add("Mul", {parts[0], cosines}), e.add("Mul", {parts[1], sines})});
  std::string imaginary =
      e.add("Add", {e.add("Mul", {parts[0], sines}), e.add("Mul", {parts[1], cosines})});
  std::string result = e.add("Concat", {real, imaginary}, {makeAttribute("axis", axis)});
  if (rotation.isInterleaved)
    result = e.reshape(result, {0, 0, 0, -1});
  if (!rest.empty())
    result = e.add("Concat", {result, rest}, {makeAttribute("axis", int64_t(3))});
  return result;
}

namespace {

/// A table as batch or 1 x positions x 1 x pairs.
std::string addTable(NodeImporter &node, Expansion &e, size_t table, size_t positions,
                     int64_t length) {
  std::string value = e.operand(table);
  if (node.hasInput(positions)) {
    std::string index = e.operand(positions);
    // One number is the position of the first element.
    if (node.getInput(positions).rank() == 1) {
      Shape counted = identityOrder(length);
      index = e.add("Unsqueeze", {e.add("Add", {index, e.integers(counted)}), e.integers({0})});
    }
    value = e.add("Gather", {value, index});
  }
  return e.add("Unsqueeze", {value, e.integers({2})});
}

} // namespace

LogicalResult qopt::onnx_import::importRotaryEmbedding(NodeImporter &node) {
  bool isStandard = node.getProto().domain() != "com.microsoft";
  size_t positions = isStandard ? 3 : 1, cosines = isStandard ? 1 : 2;
  FailureOr<int64_t> interleaved = node.getInteger("interleaved", 0);
  FailureOr<int64_t> heads = node.getInteger("num_heads", 0);
  FailureOr<int64_t> rotated = node.getInteger("rotary_embedding_dim", 0);
  FailureOr<int64_t> packed = node.getInteger("is_packed_batching", 0);
  FailureOr<float> scale = node.getFloat("scale", 1.0f);
  if (failed(interleaved) || failed(heads) || failed(rotated) || failed(packed) || failed(scale))
    return failure();
  ArrayRef<int64_t> shape = node.getInput(0).shape;
  int64_t pairs = node.getInput(cosines).rank() ? node.getInput(cosines).shape.back() : 0;
  // ONNX Runtime knows the heads of three dimensions from the table.
  if (*heads == 0 && shape.size() == 3 && pairs > 0)
    *heads = shape[2] / (*rotated > 0 ? *rotated : 2 * pairs);
  bool fits = shape.size() == 4 || (shape.size() == 3 && *heads > 0 && shape[2] % *heads == 0);
  int64_t size = !fits ? 0 : shape.size() == 4 ? shape[3] : shape[2] / *heads;
  *rotated = *rotated == 0 ? size : *rotated;
  if (!fits || *packed != 0 || *scale != 1.0f || *rotated < 2 || *rotated > size ||
      *rotated != 2 * pairs)
    return node.error() << "its operand of shape " << formatShape(shape) << ", of which "
                        << *rotated << " elements of each head are rotated, does not fit to a "
                        << "table of " << pairs << " pairs, or has packed batches or a scale";
  Expansion e(node);
  bool isSplit = shape.size() == 4;
  std::string x = isSplit ? e.transpose(e.operand(0), {0, 2, 1, 3})
                          : e.reshape(e.operand(0), {0, 0, *heads, -1});
  int64_t length = shape[isSplit ? 2 : 1];
  if (failed(node.checkConstantSize({length})))
    return failure();
  std::string result = addRotation(e, {x, addTable(node, e, cosines, positions, length),
                                       addTable(node, e, cosines + 1, positions, length), size,
                                       *rotated, *interleaved != 0});
  return e.finish(isSplit ? e.transpose(result, {0, 2, 1, 3}) : e.reshape(result, {0, 0, -1}));
}

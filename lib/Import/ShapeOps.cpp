#include "Ops.h"

#include "TensorElements.h"

// Operators that change shape and order only. They emit nothing: the forms of
// their operand are forms of their result (ImportedValue.h).

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

LogicalResult setReshaped(NodeImporter &node, ArrayRef<int64_t> shape) {
  ImportedValue &input = node.getInput(0);
  if (countElements(shape) != countElements(input.shape))
    return node.error() << "an operand of shape " << formatShape(input.shape)
                        << " cannot be reshaped to " << formatShape(shape);
  FailureOr<ImportedValue> result = input.reshaped(shape);
  if (failed(result))
    return node.error() << "the axis of the operand's grid does not survive the new shape "
                        << formatShape(shape) << "; quantize per tensor, or after reshaping";
  node.setOutput(std::move(*result));
  return success();
}

/// `axes` as attribute `axes` (before opset 13) or as operand 1. Nothing if
/// left out.
FailureOr<std::optional<Shape>> readAxes(NodeImporter &node) {
  if (node.getOpset() < 13) {
    if (!node.hasAttribute("axes"))
      return std::optional<Shape>();
    FailureOr<Shape> axes = node.getIntegerList("axes", {});
    return failed(axes) ? FailureOr<std::optional<Shape>>() : std::optional(*axes);
  }
  if (!node.hasInput(1))
    return std::optional<Shape>();
  FailureOr<Shape> axes = node.getIntegers(1, "the list of axes");
  return failed(axes) ? FailureOr<std::optional<Shape>>() : std::optional(*axes);
}

} // namespace

LogicalResult qopt::onnx_import::importDropout(NodeImporter &node) {
  node.ignoreAttributes({"ratio", "seed"});
  if (node.hasInput(2)) {
    ImportedValue &training = node.getInput(2);
    std::optional<Shape> value;
    if (training.isConstant())
      value = toIntegers(*training.constant);
    if (!value || value->size() != 1 || value->front() != 0)
      return node.error() << "it drops elements at random; export the model for inference";
  }
  node.setOutput(node.getInput(0));
  if (!node.isOutputRead(1))
    return success();
  // The mask: nothing is dropped.
  const Shape &shape = node.getInput(0).shape;
  if (failed(node.checkConstantSize(shape)))
    return failure();
  ImportBuilder &b = node.getBuilder();
  Type type = node.getOpset() < 10 ? Type(b.getF32Type()) : b.getI1Type();
  Shape ones(*countElements(shape), 1);
  node.setOutput(ImportedValue::ofConstant(fromIntegers(type, shape, ones)), 1);
  return success();
}

LogicalResult qopt::onnx_import::importReshape(NodeImporter &node) {
  ArrayRef<int64_t> from = node.getInput(0).shape;
  FailureOr<int64_t> allowZero = node.getInteger("allowzero", 0);
  FailureOr<Shape> requested = node.getIntegers(1, "the new shape");
  if (failed(allowZero) || failed(requested))
    return failure();
  Shape shape = *requested;
  std::optional<size_t> inferred;
  int64_t known = 1;
  for (auto [dim, size] : llvm::enumerate(shape)) {
    if (size == 0 && *allowZero == 0) {
      if (dim >= from.size())
        return node.error() << "the new shape keeps dimension " << dim << " of an operand of shape "
                            << formatShape(from);
      size = from[dim];
    }
    if (size == -1 && !inferred) {
      inferred = dim;
      continue;
    }
    if (size < 0 || size > maxElements || (size > 0 && known > maxElements / size))
      return node.error() << "the new shape has an invalid dimension " << dim << ": " << size;
    known *= size;
  }
  if (inferred) {
    int64_t count = *countElements(from);
    if (known == 0 || count % known != 0)
      return node.error() << "dimension " << *inferred
                          << " of the new shape cannot be inferred: " << count
                          << " elements do not divide by " << known;
    shape[*inferred] = count / known;
  }
  return setReshaped(node, shape);
}

LogicalResult qopt::onnx_import::importFlatten(NodeImporter &node) {
  ArrayRef<int64_t> from = node.getInput(0).shape;
  FailureOr<int64_t> axis = node.getInteger("axis", 1);
  if (failed(axis))
    return failure();
  auto rank = static_cast<int64_t>(from.size());
  if (*axis < -rank || *axis > rank)
    return node.error() << "axis " << *axis << " is out of range for rank " << rank;
  int64_t split = *axis < 0 ? *axis + rank : *axis;
  Shape shape{1, 1};
  for (auto [dim, size] : llvm::enumerate(from))
    shape[static_cast<int64_t>(dim) < split ? 0 : 1] *= size;
  return setReshaped(node, shape);
}

LogicalResult qopt::onnx_import::importTranspose(NodeImporter &node) {
  ImportedValue &input = node.getInput(0);
  Shape reversed = identityOrder(input.rank());
  std::reverse(reversed.begin(), reversed.end());
  FailureOr<Shape> perm = node.getIntegerList("perm", reversed);
  if (failed(perm))
    return failure();
  Shape sorted = *perm;
  llvm::sort(sorted);
  if (sorted != identityOrder(input.rank()))
    return node.error() << "attribute 'perm' is no permutation of " << input.rank()
                        << " dimensions";
  node.setOutput(node.getBuilder().transposed(input, *perm));
  return success();
}

LogicalResult qopt::onnx_import::importSqueeze(NodeImporter &node) {
  ArrayRef<int64_t> from = node.getInput(0).shape;
  FailureOr<std::optional<Shape>> given = readAxes(node);
  if (failed(given))
    return failure();
  Shape axes;
  if (*given) {
    FailureOr<Shape> normalized = node.normalizeAxes(**given, from.size());
    if (failed(normalized))
      return failure();
    axes = *normalized;
    for (int64_t axis : axes)
      if (from[axis] != 1)
        return node.error() << "dimension " << axis << " has size " << from[axis]
                            << " and cannot be removed";
  }
  Shape shape;
  for (auto [dim, size] : llvm::enumerate(from))
    if (*given ? !llvm::is_contained(axes, static_cast<int64_t>(dim)) : size != 1)
      shape.push_back(size);
  return setReshaped(node, shape);
}

LogicalResult qopt::onnx_import::importUnsqueeze(NodeImporter &node) {
  ArrayRef<int64_t> from = node.getInput(0).shape;
  FailureOr<std::optional<Shape>> given = readAxes(node);
  if (failed(given))
    return failure();
  if (!*given)
    return node.error() << "the list of axes is missing";
  FailureOr<Shape> axes = node.normalizeAxes(**given, from.size() + (*given)->size());
  if (failed(axes))
    return failure();
  Shape shape;
  size_t next = 0;
  for (size_t dim = 0; dim < from.size() + axes->size(); ++dim)
    shape.push_back(llvm::is_contained(*axes, static_cast<int64_t>(dim)) ? 1 : from[next++]);
  return setReshaped(node, shape);
}

//===----------------------------------------------------------------------===//
// DepthToSpace, SpaceToDepth
//===----------------------------------------------------------------------===//

namespace {

/// `input` reshaped to `split`, transposed by `order`, reshaped to `shape`.
LogicalResult setRearranged(NodeImporter &node, ArrayRef<int64_t> split, ArrayRef<int64_t> order,
                            ArrayRef<int64_t> shape) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<ImportedValue> value = node.getInput(0).reshaped(split);
  if (failed(value))
    return node.error() << "its operand is quantized per axis, which is not supported; quantize "
                        << "per tensor";
  ImportedValue transposed = b.transposed(*value, order);
  FailureOr<ImportedValue> result = transposed.reshaped(shape);
  if (failed(result))
    return node.error() << "its operand is quantized per axis, which is not supported; quantize "
                        << "per tensor";
  node.setOutput(std::move(*result));
  return success();
}

/// The block size of an operand of rank 4, whose dimensions `dims` it divides by.
FailureOr<int64_t> readBlockSize(NodeImporter &node) {
  FailureOr<int64_t> size = node.getInteger("blocksize", 0);
  const ImportedValue &input = node.getInput(0);
  if (failed(size))
    return failure();
  if (*size < 1 || *size > 1 << 15)
    return node.error() << "attribute 'blocksize' is " << *size << ", which is out of range";
  int64_t area = *size * *size;
  bool fits =
      input.rank() == 4 && (node.getOpType() == "DepthToSpace"
                                ? input.shape[1] % area == 0
                                : input.shape[2] % *size == 0 && input.shape[3] % *size == 0);
  if (!fits)
    return node.error() << "an operand of shape " << formatShape(input.shape)
                        << " has no blocks of size " << *size;
  return *size;
}

/// Whether blocks (DCR) or channels come first.
FailureOr<StringRef> readMode(NodeImporter &node) {
  FailureOr<StringRef> mode = node.getString("mode", "DCR");
  if (succeeded(mode) && *mode != "DCR" && *mode != "CRD")
    return node.error() << "attribute 'mode' has the value '" << *mode
                        << "'; 'DCR' or 'CRD' expected";
  return mode;
}

} // namespace

LogicalResult qopt::onnx_import::importDepthToSpace(NodeImporter &node) {
  FailureOr<StringRef> mode = readMode(node);
  FailureOr<int64_t> size = readBlockSize(node);
  if (failed(mode) || failed(size))
    return failure();
  ArrayRef<int64_t> from = node.getInput(0).shape;
  int64_t n = from[0], c = from[1] / (*size * *size), h = from[2], w = from[3];
  Shape shape{n, c, h * *size, w * *size};
  if (*mode == "DCR")
    return setRearranged(node, {n, *size, *size, c, h, w}, {0, 3, 4, 1, 5, 2}, shape);
  return setRearranged(node, {n, c, *size, *size, h, w}, {0, 1, 4, 2, 5, 3}, shape);
}

LogicalResult qopt::onnx_import::importSpaceToDepth(NodeImporter &node) {
  FailureOr<StringRef> mode = readMode(node);
  FailureOr<int64_t> size = readBlockSize(node);
  if (failed(mode) || failed(size))
    return failure();
  ArrayRef<int64_t> from = node.getInput(0).shape;
  int64_t n = from[0], c = from[1], h = from[2] / *size, w = from[3] / *size;
  Shape split{n, c, h, *size, w, *size}, shape{n, c * *size * *size, h, w};
  if (*mode == "DCR")
    return setRearranged(node, split, {0, 3, 5, 1, 2, 4}, shape);
  return setRearranged(node, split, {0, 1, 3, 5, 2, 4}, shape);
}

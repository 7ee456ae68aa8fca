#include "FoldConstants.h"

#include "Broadcast.h"
#include "SliceParameters.h"
#include "TensorElements.h"

// Constants made of elements of other constants, and ranges.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

FailureOr<bool> qopt::onnx_import::foldConcat(NodeImporter &node) {
  const ImportedValue &first = node.getInput(0);
  FailureOr<int64_t> dim = node.getAxis(1, first.rank());
  if (failed(dim))
    return failure();
  Shape shape = first.shape;
  shape[*dim] = 0;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    const ImportedValue &operand = node.getInput(index);
    Shape expected = first.shape;
    if (operand.rank() == first.rank())
      expected[*dim] = operand.shape[*dim];
    if (operand.shape != expected)
      return node.error() << "operands of shape " << formatShape(first.shape) << " and "
                          << formatShape(operand.shape) << " cannot be joined at dimension "
                          << *dim;
    if (failed(requireSameType(node, first, operand)))
      return failure();
    shape[*dim] += operand.shape[*dim];
  }
  if (failed(node.checkConstantSize(shape)))
    return failure();

  Type type = elementType(first);
  auto result = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  int64_t outer = *countElements(ArrayRef(shape).take_front(*dim));
  char *to = result->data();
  for (int64_t row = 0; row < outer; ++row)
    for (size_t index = 0; index < node.getNumInputs(); ++index) {
      const Tensor &operand = *node.getInput(index).constant;
      size_t bytes = operand.getSizeInBytes() / outer;
      to = std::copy_n(operand.data() + row * bytes, bytes, to);
    }
  setConstant(node, std::move(result));
  return true;
}

FailureOr<bool> qopt::onnx_import::foldGather(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0), &indices = node.getInput(1);
  FailureOr<int64_t> dim = node.getAxis(0, input.rank());
  if (failed(dim))
    return failure();
  int64_t size = input.shape[*dim];
  FailureOr<Shape> positions = node.getIndices(1, size, *dim);
  if (failed(positions))
    return failure();
  Shape shape(ArrayRef(input.shape).take_front(*dim));
  llvm::append_range(shape, indices.shape);
  llvm::append_range(shape, ArrayRef(input.shape).drop_front(*dim + 1));
  if (failed(node.checkConstantSize(shape)))
    return failure();

  Type type = elementType(input);
  auto result = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  int64_t outer = *countElements(ArrayRef(input.shape).take_front(*dim));
  size_t bytes =
      *countElements(ArrayRef(input.shape).drop_front(*dim + 1)) * Tensor::elementBytes(type);
  char *to = result->data();
  for (int64_t row = 0; row < outer; ++row)
    for (int64_t position : *positions)
      to = std::copy_n(input.constant->data() + (row * size + position) * bytes, bytes, to);
  setConstant(node, std::move(result));
  return true;
}

/// The elements of `input` that `slice` names, on the grid that they are on.
static ImportedValue sliceConstant(const ImportedValue &input, const SliceParameters &slice) {
  Shape strides = computeStrides(input.shape);
  int64_t offset = 0;
  for (auto [stride, start, step] : llvm::zip_equal(strides, slice.start, slice.step)) {
    offset += start * stride;
    stride *= step;
  }
  ImportedValue result =
      ImportedValue::ofConstant(copyStrided(*input.constant, slice.size, offset, strides));
  result.grid = input.grid;
  if (!input.grid || input.grid->axis < 0)
    return result;
  int64_t axis = input.grid->axis;
  result.grid->scales.clear();
  result.grid->zeroPoints.clear();
  for (int64_t index = 0; index < slice.size[axis]; ++index) {
    int64_t from = slice.start[axis] + index * slice.step[axis];
    result.grid->scales.push_back(input.grid->scales[from]);
    result.grid->zeroPoints.push_back(input.grid->zeroPoints[from]);
  }
  return result;
}

FailureOr<bool> qopt::onnx_import::foldSlice(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<SliceParameters> slice = readSlice(node, input.shape);
  if (failed(slice))
    return failure();
  node.setOutput(sliceConstant(input, *slice));
  return true;
}

FailureOr<bool> qopt::onnx_import::foldExpand(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<Shape> target = node.getIntegers(1, "the shape");
  if (failed(target))
    return failure();
  std::optional<Shape> shape = broadcastShapes(input.shape, *target);
  if (!shape)
    return node.error() << "an operand of shape " << formatShape(input.shape)
                        << " cannot be expanded to " << formatShape(*target);
  if (failed(node.checkConstantSize(*shape)))
    return failure();
  setConstant(node, broadcastConstant(input, *shape));
  return true;
}

namespace {

/// max(ceil((limit - start) / delta), 0) elements.
FailureOr<bool> foldFloatRange(NodeImporter &node) {
  SmallVector<double> bounds;
  for (size_t index = 0; index < 3; ++index) {
    if (failed(requireSameType(node, node.getInput(0), node.getInput(index))))
      return failure();
    SmallVector<double> value = toDoubles(*node.getInput(index).constant);
    if (value.size() != 1)
      return node.error() << "operand " << index << " must be a scalar";
    bounds.push_back(value.front());
  }
  double count = std::ceil((bounds[1] - bounds[0]) / bounds[2]);
  if (!(std::fabs(count) <= static_cast<double>(maxElements)))
    return node.error() << "its bounds " << bounds[0] << " and " << bounds[1] << " and its step "
                        << bounds[2] << " give no list";
  Shape shape{std::max<int64_t>(static_cast<int64_t>(count), 0)};
  if (failed(node.checkConstantSize(shape)))
    return failure();
  SmallVector<double> values;
  for (int64_t index = 0; index < shape.front(); ++index)
    values.push_back(bounds[0] + static_cast<double>(index) * bounds[2]);
  setConstant(node, fromDoubles(elementType(node.getInput(0)), shape, values));
  return true;
}

} // namespace

FailureOr<bool> qopt::onnx_import::foldRange(NodeImporter &node) {
  if (!isa<IntegerType>(elementType(node.getInput(0))))
    return foldFloatRange(node);
  SmallVector<int64_t> bounds;
  for (size_t index = 0; index < 3; ++index) {
    std::optional<Shape> value = toIntegers(*node.getInput(index).constant);
    if (!value || value->size() != 1)
      return node.error() << "operand " << index << " must be an integer";
    bounds.push_back(std::clamp(value->front(), -maxElements, maxElements));
  }
  auto [start, limit, delta] = std::tuple(bounds[0], bounds[1], bounds[2]);
  if (delta == 0)
    return node.error() << "its step is 0";
  int64_t span = delta > 0 ? limit - start : start - limit, step = std::abs(delta);
  Shape shape{std::max<int64_t>((span + step - 1) / step, 0)};
  if (failed(node.checkConstantSize(shape)))
    return failure();
  Shape values;
  for (int64_t index = 0; index < shape.front(); ++index)
    values.push_back(start + index * delta);
  setConstant(node, fromIntegers(elementType(node.getInput(0)), shape, values));
  return true;
}

FailureOr<bool> qopt::onnx_import::foldSplit(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<SplitParameters> split = readSplit(node, input.shape);
  if (failed(split))
    return failure();
  SliceParameters part{Shape(input.rank(), 0), input.shape, Shape(input.rank(), 1)};
  for (auto [index, size] : llvm::enumerate(split->sizes)) {
    part.size[split->dim] = size;
    node.setOutput(sliceConstant(input, part), index);
    part.start[split->dim] += size;
  }
  return true;
}

FailureOr<bool> qopt::onnx_import::foldTile(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<Shape> repeats = node.getIntegers(1, "the list of repeats");
  if (failed(repeats))
    return failure();
  if (repeats->size() != input.rank() || input.rank() == 0)
    return false;
  // Each dimension as repeats x size, of which the repeats have stride 0.
  Shape split, strides, shape = input.shape, own = computeStrides(input.shape);
  for (auto [size, times, stride] : llvm::zip_equal(shape, *repeats, own)) {
    if (times < 0 || times > maxElements)
      return false;
    split.append({times, size});
    strides.append({0, stride});
    size *= times;
  }
  if (failed(node.checkConstantSize(shape)))
    return failure();
  ImportedValue tiled = ImportedValue::ofConstant(copyStrided(*input.constant, split, 0, strides));
  node.setOutput(*tiled.reshaped(shape));
  return true;
}

FailureOr<bool> qopt::onnx_import::foldTrilu(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<SmallVector<bool>> isKept = readTriangle(node, input.shape);
  if (failed(isKept))
    return failure();
  auto result = std::make_shared<Tensor>(
      *copyStrided(*input.constant, input.shape, 0, computeStrides(input.shape)));
  size_t width = Tensor::elementBytes(elementType(input));
  int64_t count = *countElements(input.shape);
  for (int64_t index = 0; index < count; ++index)
    if (!(*isKept)[index % isKept->size()])
      std::fill_n(result->data() + index * width, width, 0);
  setConstant(node, std::move(result));
  return true;
}

#include "Ops.h"
#include "TensorElements.h"

#include "qopt/Support/FixedPoint.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// `storage` as the type of a grid; null if there is no such grid.
IntegerType getStorageType(Type storage) {
  auto type = dyn_cast<IntegerType>(storage);
  return type && llvm::is_contained({4u, 8u, 16u}, type.getWidth()) ? type : IntegerType();
}

/// The storage type of a QuantizeLinear without zero point: uint8, or since
/// opset 21 `output_dtype`.
FailureOr<Type> getDefaultStorage(NodeImporter &node) {
  FailureOr<int64_t> dtype = node.getInteger("output_dtype", 0);
  if (failed(dtype))
    return failure();
  if (*dtype == 0)
    return Type(IntegerType::get(node.getBuilder().getContext(), 8, IntegerType::Unsigned));
  Type type = *dtype > 0 && *dtype <= std::numeric_limits<int32_t>::max()
                  ? getElementType(*dtype, node.getBuilder().getContext())
                  : Type();
  if (!type)
    return node.error() << "attribute 'output_dtype' is " << *dtype
                        << ", which is no integer type of up to 16 bits";
  return type;
}

LogicalResult checkScales(NodeImporter &node, ArrayRef<float> scales) {
  for (float scale : scales)
    if (!std::isnormal(scale) || scale < 0)
      return node.error() << "the scale " << scale << " is not a positive, normal number";
  return success();
}

/// The dimension that scales belong to, -1 for one scale for all.
FailureOr<int64_t> readAxis(NodeImporter &node, const ImportedValue &input, size_t scaleCount) {
  FailureOr<int64_t> axis = node.getInteger("axis", 1);
  FailureOr<int64_t> blockSize = node.getInteger("block_size", 0);
  if (failed(axis) || failed(blockSize))
    return failure();
  if (*blockSize != 0)
    return node.error() << "attribute 'block_size' is not 0: blocked quantization is not supported";
  const ImportedValue &scale = node.getInput(1);
  if (scale.rank() == 0 || (scale.rank() == 1 && scaleCount == 1))
    return -1;
  if (scale.rank() != 1)
    return node.error() << "the scale has shape " << formatShape(scale.shape)
                        << "; a scalar or a list expected";
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input.rank());
  if (failed(dim))
    return failure();
  if (input.shape[*dim] != static_cast<int64_t>(scaleCount))
    return node.error() << "there are " << scaleCount << " scales for dimension " << *dim
                        << " of an operand of shape " << formatShape(input.shape);
  return dim;
}

/// Scales and zero points; `storage` is the type of the integers where the zero
/// point is left out.
FailureOr<QuantizationGrid> readGrid(NodeImporter &node, const ImportedValue &input, Type storage) {
  FailureOr<SmallVector<float>> scales = node.getFloats(1, "the scale");
  if (failed(scales) || failed(checkScales(node, *scales)))
    return failure();
  if (scales->empty())
    return node.error() << "the scale is empty";
  QuantizationGrid grid;
  grid.scales = *scales;
  grid.zeroPoints.assign(scales->size(), 0);
  FailureOr<int64_t> axis = readAxis(node, input, scales->size());
  if (failed(axis))
    return failure();
  grid.axis = *axis;
  if (node.hasInput(2)) {
    FailureOr<Shape> zeroPoints = node.getIntegers(2, "the zero point");
    if (failed(zeroPoints))
      return failure();
    if (zeroPoints->size() != scales->size())
      return node.error() << "there are " << scales->size() << " scales, but " << zeroPoints->size()
                          << " zero points";
    grid.zeroPoints = *zeroPoints;
    storage = node.getInput(2).constant->getType().getElementType();
  }
  grid.storageType = getStorageType(storage);
  if (!grid.storageType && !storage.isInteger(32))
    return node.error() << "quantization to type " << getElementTypeName(storage)
                        << " is not supported";
  return grid;
}

/// f32(q - zero point) * scale of integer constants, exactly.
FailureOr<ConstantData> dequantizeConstant(NodeImporter &node, const ImportedValue &input,
                                           const QuantizationGrid &grid) {
  std::optional<Shape> integers = toIntegers(*input.constant);
  auto type = RankedTensorType::get(input.shape, node.getBuilder().getF32Type());
  auto result = std::make_shared<Tensor>(type);
  int64_t slices = grid.axis < 0 ? 1 : input.shape[grid.axis];
  int64_t inner = grid.axis < 0 ? std::max<size_t>(integers->size(), 1) : 1;
  for (size_t dim = grid.axis + 1; grid.axis >= 0 && dim < input.rank(); ++dim)
    inner *= input.shape[dim];
  for (auto [index, value] : llvm::enumerate(result->as<float>())) {
    int64_t slice = index / inner % slices;
    auto zeroPoint = static_cast<int32_t>(grid.zeroPoints[slice]);
    float scale = grid.scales[slice];
    int64_t q = (*integers)[index];
    value = dequantize(q, scale, zeroPoint);
    // The float constant stands for the integers: it must give them back.
    if (!std::isfinite(value) ||
        (grid.storageType && quantize(value, scale,
                                      {zeroPoint, static_cast<int32_t>(grid.storageMin()),
                                       static_cast<int32_t>(grid.storageMax())}) != q))
      return node.error() << "element " << index << " of the constant is " << q << ", which scale "
                          << scale << " takes out of the range of float";
  }
  return ConstantData(std::move(result));
}

LogicalResult dequantizeComputed(NodeImporter &node, const ImportedValue &input,
                                 const QuantizationGrid &grid) {
  if (!(*input.grid == grid))
    return node.error() << "its scale or zero point differs from that of the QuantizeLinear "
                        << "before it, which is not supported; use the same";
  ImportedValue result = input;
  result.isQuantized = false;
  if (!result.isConstant())
    result.grid.reset();
  node.setOutput(std::move(result));
  return success();
}

} // namespace

LogicalResult qopt::onnx_import::importQuantizeLinear(NodeImporter &node) {
  // About 8-bit floats only.
  node.ignoreAttributes({"saturate"});
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  FailureOr<Type> storage = getDefaultStorage(node);
  if (failed(storage))
    return failure();
  FailureOr<QuantizationGrid> grid = readGrid(node, *input, *storage);
  if (failed(grid))
    return failure();
  if (!grid->storageType)
    return node.error() << "quantization to type int32 is not supported";

  ImportedValue result;
  if (input->isConstant()) {
    result = *input;
    result.forms.clear();
  } else {
    int64_t axis = grid->axis;
    Form form = axis < 0 ? b.getAnyForm(*input, node.prefersChannelsLast())
                         : b.getRegularForm(*input, node.prefersChannelsLast());
    form.value = b.fakeQuant(form.value, *grid, axis < 0 ? -1 : invert(form.order)[axis]);
    result.shape = input->shape;
    result.forms.push_back(form);
  }
  result.grid = *grid;
  result.isQuantized = true;
  node.setOutput(std::move(result));
  return success();
}

LogicalResult qopt::onnx_import::importDequantizeLinear(NodeImporter &node) {
  ImportedValue &input = node.getInput(0);
  if (!input.isQuantized && (!input.isConstant() || !toIntegers(*input.constant)))
    return node.error() << "its operand has type " << input.describeType()
                        << "; the result of a QuantizeLinear, or an integer constant, expected";
  Type storage =
      input.isQuantized ? input.grid->storageType : input.constant->getType().getElementType();
  FailureOr<QuantizationGrid> grid = readGrid(node, input, storage);
  if (failed(grid))
    return failure();
  if (input.isQuantized)
    return dequantizeComputed(node, input, *grid);
  if (storage != input.constant->getType().getElementType() ||
      (grid->storageType ? Type(grid->storageType) != storage : !storage.isInteger(32)))
    return node.error() << "the zero point must have the type of the operand, "
                        << input.describeType();
  FailureOr<ConstantData> data = dequantizeConstant(node, input, *grid);
  if (failed(data))
    return failure();
  ImportedValue result = ImportedValue::ofConstant(*data);
  // 32-bit integers are biases, which are kept as they are.
  if (grid->storageType)
    result.grid = *grid;
  node.setOutput(std::move(result));
  return success();
}

#include "Quantization.h"

#include "Broadcast.h"
#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// `storage` as the type of a grid; null if there is no such grid.
IntegerType getStorageType(Type storage) {
  auto type = dyn_cast<IntegerType>(storage);
  return type && llvm::is_contained({4u, 8u, 16u}, type.getWidth()) ? type : IntegerType();
}

/// True if a `calib.fake_quant` can say it.
bool hasConstantGrid(NodeImporter &node, const GridOperands &operands) {
  return operands.blockSize == 0 && node.getInput(operands.scale).isConstant() &&
         (!node.hasInput(operands.zeroPoint) || node.getInput(operands.zeroPoint).isConstant());
}

LogicalResult checkScales(NodeImporter &node, ArrayRef<float> scales) {
  for (float scale : scales)
    if (!std::isnormal(scale) || scale < 0)
      return node.error() << "the scale " << scale << " is not a positive, normal number";
  return success();
}

//===----------------------------------------------------------------------===//
// Constant grids
//===----------------------------------------------------------------------===//

/// The dimension of `input` that scales (or zero points) of shape `shape` belong
/// to, -1 for one for all.
FailureOr<int64_t> findAxis(NodeImporter &node, const ImportedValue &input, ArrayRef<int64_t> shape,
                            int64_t axis) {
  int64_t count = *countElements(shape);
  if (shape.empty() || (shape.size() == 1 && count == 1))
    return -1;
  FailureOr<int64_t> dim = axis;
  if (shape.size() == 1) {
    dim = node.normalizeAxis(axis, input.rank());
  } else {
    // QLinearMatMul writes the other dimensions as 1.
    auto large = llvm::find_if(shape, [](int64_t size) { return size != 1; });
    if (shape.size() != input.rank() || count != (large == shape.end() ? 1 : *large))
      return node.error() << "the scale has shape " << formatShape(shape)
                          << "; a scalar or a list expected";
    if (large == shape.end())
      return -1;
    dim = large - shape.begin();
  }
  if (failed(dim))
    return failure();
  if (input.shape[*dim] != count)
    return node.error() << "there are " << count << " scales for dimension " << *dim
                        << " of an operand of shape " << formatShape(input.shape);
  return dim;
}

/// Scales and zero points; `storage` is the type of the integers where the zero
/// point is left out.
FailureOr<QuantizationGrid> readGrid(NodeImporter &node, const ImportedValue &input,
                                     const GridOperands &operands, Type storage) {
  FailureOr<SmallVector<float>> scales = node.getFloats(operands.scale, "the scale");
  if (failed(scales) || failed(checkScales(node, *scales)))
    return failure();
  if (scales->empty())
    return node.error() << "the scale is empty";
  QuantizationGrid grid;
  grid.scales = *scales;
  grid.zeroPoints.assign(scales->size(), 0);
  FailureOr<int64_t> axis =
      findAxis(node, input, node.getInput(operands.scale).shape, operands.axis);
  if (failed(axis))
    return failure();
  grid.axis = *axis;
  if (node.hasInput(operands.zeroPoint)) {
    const ImportedValue &value = node.getInput(operands.zeroPoint);
    std::optional<Shape> zeroPoints = toIntegers(*value.constant);
    if (!zeroPoints || value.isQuantized)
      return node.error() << "the zero point must hold integers, not " << value.describeType();
    if (zeroPoints->size() == 1)
      zeroPoints->assign(scales->size(), zeroPoints->front());
    if (zeroPoints->size() != scales->size())
      return node.error() << "there are " << scales->size() << " scales, but " << zeroPoints->size()
                          << " zero points";
    grid.zeroPoints = *zeroPoints;
    storage = value.getElementType();
  }
  grid.storageType = getStorageType(storage);
  if (!grid.storageType && !storage.isInteger(32))
    return node.error() << "quantization to type " << getElementTypeName(storage)
                        << " is not supported";
  return grid;
}

/// f32(q - zero point) * scale of integer constants, exactly.
FailureOr<ImportedValue> dequantizeConstant(NodeImporter &node, const ImportedValue &input,
                                            const QuantizationGrid &grid) {
  std::optional<Shape> integers = toIntegers(*input.constant);
  auto type = RankedTensorType::get(input.shape, node.getBuilder().getF32Type());
  auto values = std::make_shared<Tensor>(type);
  int64_t slices = grid.axis < 0 ? 1 : input.shape[grid.axis];
  int64_t inner = grid.axis < 0 ? std::max<size_t>(integers->size(), 1)
                                : computeStrides(input.shape)[grid.axis];
  for (auto [index, value] : llvm::enumerate(values->as<float>())) {
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
  ImportedValue result = ImportedValue::ofConstant(std::move(values));
  result.name = input.name;
  // 32-bit integers are biases, which are kept as they are.
  if (grid.storageType)
    result.grid = grid;
  return result;
}

/// The clamp in front of a rounding to `grid` if it only keeps the least integer out,
/// which ONNX has no other way to say: symmetric grids do without it.
tosa::ClampOp findSymmetricClamp(Value value, const QuantizationGrid &grid) {
  auto clamp = value.getDefiningOp<tosa::ClampOp>();
  if (!clamp || grid.axis >= 0 || grid.storageType.isUnsigned() || grid.zeroPoints.front() != 0)
    return {};
  auto min = dyn_cast<FloatAttr>(clamp.getMinVal()), max = dyn_cast<FloatAttr>(clamp.getMaxVal());
  float bound = grid.scales.front() * static_cast<float>(grid.storageMax());
  bool isSymmetric = min && max && min.getValue().convertToFloat() == -bound &&
                     max.getValue().convertToFloat() == bound;
  return isSymmetric ? clamp : tosa::ClampOp();
}

/// `value` rounded to `grid`, which has its axis where ONNX has it.
Form emitFakeQuant(NodeImporter &node, ImportedValue &value, const QuantizationGrid &grid) {
  ImportBuilder &b = node.getBuilder();
  Form form = grid.axis < 0 ? b.getAnyForm(value, node.prefersChannelsLast())
                            : b.getRegularForm(value, node.prefersChannelsLast());
  if (tosa::ClampOp clamp = findSymmetricClamp(form.value, grid)) {
    auto type = cast<quant::UniformQuantizedType>(getQuantizedType(grid, -1));
    type = quant::UniformQuantizedType::get(type.getFlags(), type.getStorageType(),
                                            type.getExpressedType(), type.getScale(),
                                            /*zeroPoint=*/0, -grid.storageMax(), grid.storageMax());
    form.value =
        calib::FakeQuantOp::create(b, form.value.getType(), clamp.getInput(), TypeAttr::get(type));
    return form;
  }
  form.value = b.fakeQuant(form.value, grid, grid.axis < 0 ? -1 : invert(form.order)[grid.axis]);
  return form;
}

//===----------------------------------------------------------------------===//
// Computed grids
//===----------------------------------------------------------------------===//

/// A scale or zero point of blocks, one element for each element of `input`.
FailureOr<ImportedValue> repeatBlocks(NodeImporter &node, ImportedValue &value,
                                      const ImportedValue &input, const GridOperands &operands) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<int64_t> dim = node.normalizeAxis(operands.axis, input.rank());
  if (failed(dim))
    return failure();
  int64_t size = input.shape[*dim], block = operands.blockSize;
  Shape expected = input.shape;
  expected[*dim] = size / block + (size % block != 0);
  if (value.shape != expected)
    return node.error() << "blocks of " << block << " along dimension " << *dim
                        << " of an operand of shape " << formatShape(input.shape)
                        << " need scales of shape " << formatShape(expected) << ", not "
                        << formatShape(value.shape);
  Shape indices;
  for (int64_t index = 0; index < size; ++index)
    indices.push_back(index / block);
  Value repeated = b.take(b.materializeOriginal(value), *dim, indices);
  return ImportedValue::computed(repeated, input.shape, identityOrder(input.rank()));
}

/// `value`, a scale or zero point, as floats of a shape that broadcasts to that
/// of `input`.
FailureOr<ImportedValue> broadcastParameter(NodeImporter &node, const ImportedValue &value,
                                            const ImportedValue &input,
                                            const GridOperands &operands) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue real = value;
  if (value.isConstant() && !value.isFloat())
    real = ImportedValue::ofConstant(
        fromIntegers(b.getF32Type(), value.shape, *toIntegers(*value.constant)));
  else if (!value.isFloat())
    real = emitElementwise(node, real, [&](Value v) { return b.castTo(v, b.getF32Type()); });
  if (operands.blockSize != 0)
    return repeatBlocks(node, real, input, operands);
  FailureOr<int64_t> axis = findAxis(node, input, value.shape, operands.axis);
  if (failed(axis))
    return failure();
  Shape shape(input.rank(), 1);
  if (*axis >= 0)
    shape[*axis] = input.shape[*axis];
  return *real.reshaped(shape);
}

/// Scale and zero point of `operands`; no zero point where there is none.
struct Parameters {
  ImportedValue scale;
  std::optional<ImportedValue> zeroPoint;
};

FailureOr<ImportedValue> readZeroPoint(NodeImporter &node, const ImportedValue &input,
                                       const GridOperands &operands) {
  ImportedValue *zeroPoint = node.getDataInput(operands.zeroPoint);
  if (!zeroPoint)
    return failure();
  if (zeroPoint->isFloat())
    return node.error() << "the zero point must hold integers, not " << zeroPoint->describeType();
  return broadcastParameter(node, *zeroPoint, input, operands);
}

FailureOr<Parameters> readParameters(NodeImporter &node, const ImportedValue &input,
                                     const GridOperands &operands) {
  ImportedValue *scaleOperand = node.getFloatInput(operands.scale);
  if (!scaleOperand)
    return failure();
  FailureOr<ImportedValue> scale = broadcastParameter(node, *scaleOperand, input, operands);
  if (failed(scale))
    return failure();
  Parameters parameters{*scale, std::nullopt};
  if (node.hasInput(operands.zeroPoint)) {
    FailureOr<ImportedValue> zeroPoint = readZeroPoint(node, input, operands);
    if (failed(zeroPoint))
      return failure();
    parameters.zeroPoint = *zeroPoint;
  }
  return parameters;
}

/// (q - zero_point) * scale.
FailureOr<ImportedValue> emitDequantize(NodeImporter &node, ImportedValue &integers,
                                        const GridOperands &operands) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<Parameters> parameters = readParameters(node, integers, operands);
  if (failed(parameters))
    return failure();
  FailureOr<ImportedValue> real =
      emitElementwise(node, integers, [&](Value v) { return b.castTo(v, b.getF32Type()); });
  if (parameters->zeroPoint)
    real = emitElementwise(node, *real, *parameters->zeroPoint,
                           [&](Value l, Value r) { return b.binary<tosa::SubOp>(l, r); });
  if (failed(real))
    return failure();
  return emitElementwise(node, *real, parameters->scale,
                         [&](Value l, Value r) { return b.mul(l, r); });
}

} // namespace

FailureOr<ImportedValue> qopt::onnx_import::dequantizeOperand(NodeImporter &node, size_t index,
                                                              const GridOperands &operands) {
  ImportedValue &input = node.getInput(index);
  Type storage = input.isQuantized ? input.grid->storageType : input.getElementType();
  if (!isa<IntegerType>(storage) || storage.isInteger(1))
    return node.error() << "operand " << index << " has type " << input.describeType()
                        << "; the result of a QuantizeLinear, or integers, expected";
  bool isGrid = hasConstantGrid(node, operands);
  FailureOr<QuantizationGrid> grid;
  if (isGrid) {
    grid = readGrid(node, input, operands, storage);
    if (failed(grid))
      return failure();
    if (input.isQuantized && *input.grid == *grid) {
      ImportedValue result = input;
      result.isQuantized = false;
      if (!result.isConstant())
        result.grid.reset();
      return result;
    }
    if (grid->storageType ? Type(grid->storageType) != storage : !storage.isInteger(32))
      return node.error() << "the zero point must have the type of the operand, "
                          << input.describeType();
    if (input.isConstant() && !input.isQuantized)
      return dequantizeConstant(node, input, *grid);
  }
  ImportedValue *integers = node.getDataInput(index);
  if (!integers)
    return failure();
  FailureOr<ImportedValue> result = emitDequantize(node, *integers, operands);
  if (failed(result) || !isGrid || !grid->storageType)
    return result;
  // They are on it already; this says so to whoever looks for grids.
  ImportedValue rounded;
  rounded.shape = result->shape;
  rounded.forms.push_back(emitFakeQuant(node, *result, *grid));
  return rounded;
}

FailureOr<ImportedValue> qopt::onnx_import::quantizeValue(NodeImporter &node, ImportedValue &input,
                                                          const GridOperands &operands,
                                                          Type storage) {
  if (!hasConstantGrid(node, operands)) {
    if (node.hasInput(operands.zeroPoint))
      storage = node.getInput(operands.zeroPoint).getElementType();
    if (!isa<IntegerType>(storage) ||
        !llvm::is_contained({8u, 16u}, storage.getIntOrFloatBitWidth()))
      return node.error() << "quantization to type " << getElementTypeName(storage)
                          << " is supported only where the scale is a constant, and not blocked";
    FailureOr<Parameters> parameters = readParameters(node, input, operands);
    if (failed(parameters))
      return failure();
    return emitQuantize(node, input, parameters->scale,
                        parameters->zeroPoint ? &*parameters->zeroPoint : nullptr, storage);
  }
  FailureOr<QuantizationGrid> grid = readGrid(node, input, operands, storage);
  if (failed(grid))
    return failure();
  if (!grid->storageType)
    return node.error() << "quantization to type int32 is not supported";
  ImportedValue result = input;
  result.affine = nullptr;
  result.forms.clear();
  if (!input.isConstant())
    result.forms.push_back(emitFakeQuant(node, input, *grid));
  result.grid = *grid;
  result.isQuantized = true;
  return result;
}

FailureOr<ImportedValue> qopt::onnx_import::emitCentered(NodeImporter &node, size_t index,
                                                         size_t zeroPoint, int64_t axis) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *integers = node.getDataInput(index);
  if (!integers)
    return failure();
  auto type = dyn_cast<IntegerType>(integers->getElementType());
  if (!type || type.getWidth() != 8)
    return node.error() << "operand " << index << " has type " << integers->describeType()
                        << "; int8 or uint8 expected";
  ImportedValue real;
  if (integers->isConstant())
    real = ImportedValue::ofConstant(
        fromIntegers(b.getF32Type(), integers->shape, *toIntegers(*integers->constant)));
  else
    real = emitElementwise(node, *integers, [&](Value v) { return b.castTo(v, b.getF32Type()); });
  real.name = integers->name;
  if (!node.hasInput(zeroPoint))
    return real;
  FailureOr<ImportedValue> offset = readZeroPoint(node, real, {zeroPoint, zeroPoint, axis, 0});
  if (failed(offset))
    return failure();
  if (!real.isConstant() || !offset->isConstant())
    return emitElementwise(node, real, *offset,
                           [&](Value l, Value r) { return b.binary<tosa::SubOp>(l, r); });
  Shape strides(real.rank(), 0);
  for (auto [dim, size] : llvm::enumerate(offset->shape))
    strides[dim] = size == 1 ? 0 : 1; // At most one dimension is larger.
  SmallVector<double> values = toDoubles(*real.constant);
  ConstantData offsets = copyStrided(*offset->constant, real.shape, 0, strides);
  for (auto [value, zero] : llvm::zip_equal(values, offsets->as<float>()))
    value -= zero;
  ImportedValue centered =
      ImportedValue::ofConstant(fromDoubles(b.getF32Type(), real.shape, values));
  centered.name = real.name;
  return centered;
}

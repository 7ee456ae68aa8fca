#include "StoredGrids.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/FakeQuantize/Grids.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;

quant::UniformQuantizedType qopt::toStoredGrid(quant::UniformQuantizedType grid) {
  unsigned width = grid.getStorageTypeIntegralWidth();
  if (width == 16 && grid.isSigned())
    return grid;
  if (width != 8)
    return {};
  int64_t shift = grid.isSigned() ? 128 : 0;
  return quant::UniformQuantizedType::get(
      /*flags=*/0, IntegerType::get(grid.getContext(), 8), grid.getExpressedType(), grid.getScale(),
      grid.getZeroPoint() + shift, grid.getStorageTypeMin() + shift,
      grid.getStorageTypeMax() + shift);
}

Type qopt::getStorageElementType(quant::UniformQuantizedType grid) {
  MLIRContext *context = grid.getContext();
  if (grid.getStorageTypeIntegralWidth() == 8)
    return IntegerType::get(context, 8, IntegerType::Unsigned);
  return IntegerType::get(context, 16);
}

StoredRange qopt::getStoredRange(quant::UniformQuantizedType grid) {
  return {static_cast<int32_t>(grid.getZeroPoint()), static_cast<int32_t>(grid.getStorageTypeMin()),
          static_cast<int32_t>(grid.getStorageTypeMax())};
}

std::pair<int32_t, int32_t> qopt::getStoredBounds(quant::UniformQuantizedType grid,
                                                  const ClampBounds &bounds) {
  StoredRange range = getStoredRange(grid);
  float scale = static_cast<float>(grid.getScale());
  return {quantize(static_cast<float>(bounds.min), scale, range),
          quantize(static_cast<float>(bounds.max), scale, range)};
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

/// Makes a constant of `integers`, which fit the storage of `grid`.
static Value makeStoredConstant(OpBuilder &builder, Location loc, ArrayRef<int64_t> shape,
                                quant::UniformQuantizedType grid, ArrayRef<int32_t> integers) {
  Type element = getStorageElementType(grid);
  size_t size = element.getIntOrFloatBitWidth() / 8;
  SmallVector<char> bytes(integers.size() * size);
  for (auto [i, integer] : llvm::enumerate(integers))
    std::memcpy(bytes.data() + i * size, &integer, size); // little endian
  auto elements = makeElements(RankedTensorType::get(shape, element), bytes);
  return arith::ConstantOp::create(builder, loc, cast<TypedAttr>(elements));
}

/// Row-major positions in a tensor of shape `from` that broadcast to `to`.
static SmallVector<int64_t> broadcastPositions(ArrayRef<int64_t> from, ArrayRef<int64_t> to) {
  int64_t count = ShapedType::getNumElements(to);
  SmallVector<int64_t> positions(count, 0), strides(to.size(), 0);
  int64_t stride = 1;
  for (size_t d = from.size(); d-- > 0;) {
    strides[d + to.size() - from.size()] = from[d] == 1 ? 0 : stride;
    stride *= from[d];
  }
  for (int64_t i = 0; i < count; ++i) {
    int64_t rest = i;
    for (size_t d = to.size(); d-- > 0;) {
      positions[i] += rest % to[d] * strides[d];
      rest /= to[d];
    }
  }
  return positions;
}

/// A constant on a grid of the source model, or a plain one.
static Value skipConstantGrid(Value value, quant::UniformQuantizedType &grid) {
  auto fakeQuant = value.getDefiningOp<calib::FakeQuantOp>();
  if (!fakeQuant)
    return value;
  if (auto type = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid()); type && !grid)
    grid = toStoredGrid(type);
  return fakeQuant.getInput();
}

FailureOr<StoredValue> qopt::quantizeConstant(OpBuilder &builder, Value value,
                                              quant::UniformQuantizedType grid,
                                              std::optional<ArrayRef<int64_t>> shape) {
  ArrayRef<int64_t> ownShape = cast<ShapedType>(value.getType()).getShape();
  // Reshapes keep the order of the elements; other movement is folded before.
  while (auto movement = value.getDefiningOp<QuantizableOpInterface>()) {
    if (movement.getDataMovement() != DataMovement::Reshape)
      return failure();
    value = movement->getOperand(0);
  }
  Value plain = skipConstantGrid(value, grid);
  FailureOr<SmallVector<float>> reals = readFloatConstant(plain);
  if (failed(reals) || reals->empty())
    return failure();
  if (!grid) {
    auto [min, max] = std::minmax_element(reals->begin(), reals->end());
    grid = makeActivationGrid(builder.getContext(), *min, *max, 8, GridKind::Affine).type;
  }
  StoredRange range = getStoredRange(grid);
  float scale = static_cast<float>(grid.getScale());
  SmallVector<int32_t> integers;
  ArrayRef<int64_t> resultShape = shape.value_or(ownShape);
  for (int64_t position : broadcastPositions(ownShape, resultShape))
    integers.push_back(quantize((*reals)[position], scale, range));
  return StoredValue{makeStoredConstant(builder, value.getLoc(), resultShape, grid, integers),
                     grid};
}

FailureOr<Value> qopt::snapConstant(OpBuilder &builder, Value value) {
  std::string reason;
  FailureOr<QuantizedWeights> weights = readWeights(value, reason);
  if (failed(weights))
    return failure();
  SmallVector<float> reals;
  for (auto [integer, scale] : llvm::zip_equal(weights->values, weights->scales))
    reals.push_back(static_cast<float>(integer) * scale);
  auto type = cast<RankedTensorType>(value.getType());
  return tosa::ConstOp::create(builder, value.getLoc(), type, makeFloatElements(type, reals))
      .getResult();
}

/// Reorders `values` of a tensor of `shape` as a transpose by `permutation` does.
template <typename T>
static void transpose(SmallVector<T> &values, ArrayRef<int64_t> shape,
                      ArrayRef<int32_t> permutation) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (size_t d = shape.size() - 1; d-- > 0;)
    strides[d] = strides[d + 1] * shape[d + 1];
  SmallVector<T> result(values.size());
  for (size_t i = 0; i < values.size(); ++i) {
    int64_t rest = i, source = 0;
    for (size_t d = shape.size(); d-- > 0;) {
      int64_t size = shape[permutation[d]];
      source += rest % size * strides[permutation[d]];
      rest /= size;
    }
    result[i] = values[source];
  }
  values = std::move(result);
}

FailureOr<QuantizedWeights> qopt::readWeights(Value value, std::string &reason) {
  if (auto op = value.getDefiningOp<QuantizableOpInterface>();
      op && op.getDataMovement() != DataMovement::None) {
    FailureOr<QuantizedWeights> weights = readWeights(op->getOperand(0), reason);
    if (failed(weights) || op.getDataMovement() == DataMovement::Reshape)
      return weights;
    auto transposeOp = dyn_cast<tosa::TransposeOp>(op.getOperation());
    if (!transposeOp) {
      reason = "its weights are sliced; fold the constant first";
      return failure();
    }
    ArrayRef<int64_t> shape = cast<ShapedType>(op->getOperand(0).getType()).getShape();
    transpose(weights->values, shape, transposeOp.getPerms());
    transpose(weights->scales, shape, transposeOp.getPerms());
    return weights;
  }

  auto fakeQuant = value.getDefiningOp<calib::FakeQuantOp>();
  FailureOr<SmallVector<float>> reals = failure();
  if (fakeQuant)
    reals = readFloatConstant(fakeQuant.getInput());
  if (failed(reals)) {
    reason = fakeQuant ? "its weights are no constant" : "its weights have no grid";
    return failure();
  }
  auto grid = cast<quant::QuantizedType>(fakeQuant.getGrid());
  auto perAxis = dyn_cast<quant::UniformQuantizedPerAxisType>(grid);
  auto perTensor = dyn_cast<quant::UniformQuantizedType>(grid);
  ArrayRef<int64_t> shape = cast<ShapedType>(value.getType()).getShape();
  int64_t inner = 1, channels = 1;
  if (perAxis) {
    int64_t axis = perAxis.getQuantizedDimension();
    inner = ShapedType::getNumElements(shape.drop_front(axis + 1));
    channels = shape[axis];
  }
  QuantizedWeights weights;
  for (auto [i, real] : llvm::enumerate(*reals)) {
    int64_t channel = static_cast<int64_t>(i) / inner % channels;
    float scale = static_cast<float>(perAxis ? perAxis.getScales()[channel] : perTensor.getScale());
    int64_t zeroPoint = perAxis ? perAxis.getZeroPoints()[channel] : perTensor.getZeroPoint();
    StoredRange range = {static_cast<int32_t>(zeroPoint),
                         static_cast<int32_t>(grid.getStorageTypeMin()),
                         static_cast<int32_t>(grid.getStorageTypeMax())};
    weights.values.push_back(quantize(real, scale, range) - static_cast<int32_t>(zeroPoint));
    weights.scales.push_back(scale);
  }
  return weights;
}

//===----------------------------------------------------------------------===//
// From one grid to another
//===----------------------------------------------------------------------===//

FailureOr<StoredValue>
qopt::applyTable(OpBuilder &builder, Location loc, const StoredValue &value,
                 quant::UniformQuantizedType grid,
                 llvm::function_ref<std::optional<double>(double)> function) {
  StoredRange range = getStoredRange(grid);
  SmallVector<uint8_t> entries;
  for (int32_t q = 0; q < 256; ++q) {
    std::optional<double> real =
        function(static_cast<double>(value.scale()) * (q - value.zeroPoint()));
    if (!real)
      return failure();
    double steps = std::isnan(*real) ? 0.0 : roundEven(*real / grid.getScale());
    entries.push_back(static_cast<uint8_t>(
        std::clamp<double>(steps + range.zeroPoint, range.clampMin, range.clampMax)));
  }
  auto tableType = RankedTensorType::get({256}, builder.getIntegerType(8, /*isSigned=*/false));
  auto table = DenseElementsAttr::get(tableType, ArrayRef<uint8_t>(entries));
  Value result =
      qint::TableOp::create(builder, loc, value.integers.getType(), value.integers, table);
  return StoredValue{result, grid};
}

FailureOr<StoredValue> qopt::regrid(OpBuilder &builder, Location loc, const StoredValue &value,
                                    quant::UniformQuantizedType grid, const ClampBounds &bounds,
                                    qint::RescaleMode mode) {
  auto [low, high] = getStoredBounds(grid, bounds);
  auto [ownLow, ownHigh] = getStoredBounds(value.grid, {});
  bool isSame = value.grid.getScale() == grid.getScale() &&
                value.grid.getZeroPoint() == grid.getZeroPoint() &&
                getStorageElementType(value.grid) == getStorageElementType(grid);
  if (isSame && low <= ownLow && high >= ownHigh)
    return StoredValue{value.integers, grid};
  if (grid.getStorageTypeIntegralWidth() == 8 && value.grid.getStorageTypeIntegralWidth() == 8)
    return applyTable(builder, loc, value, grid, [&](double x) -> std::optional<double> {
      return std::clamp(x, bounds.min, bounds.max);
    });
  Type element = getStorageElementType(grid);
  RescaleScales scales = {value.scale(), 1.0f, static_cast<float>(grid.getScale())};
  auto rescale = makeRescale(builder.getContext(), mode, 32, element, scales);
  Value result = qint::RescaleOp::create(
      builder, loc, cast<RankedTensorType>(value.integers.getType()).clone(element), value.integers,
      value.zeroPoint(), rescale, static_cast<int32_t>(grid.getZeroPoint()), low, high);
  return StoredValue{result, grid};
}

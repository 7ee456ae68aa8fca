// Pools and reductions of TOSA.

#include "Models/Registration.h"
#include "Models/ScalarMath.h"
#include "Models/Tosa.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

LogicalResult requireFloat(Operation *op) {
  Type type = getElementTypeOrSelf(op->getOperand(0));
  if (type.isF32())
    return success();
  return op->emitError() << "computes on " << type
                         << "; only f32 is compiled, use qint ops for quantized values";
}

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

template <typename Op>
void createPool(Op op, OpBuilder &builder, BufferAssignment &buffers, qint::PoolKind kind) {
  Value input = buffers.read(op.getInput());
  qint::ScheduledPool2DOp::create(builder, op.getLoc(), input, buffers.write(op.getOutput()), kind,
                                  op.getKernel(), op.getStride(), op.getPad(),
                                  /*input_zero_point=*/0, qint::RescaleAttr());
}

struct MaxPoolModel : SchedulableOpInterface::ExternalModel<MaxPoolModel, tosa::MaxPool2dOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::MaxPool2dOp>(operation);
    if (failed(requireFloat(op)) || failed(checkNaNMode(op, op.getNanMode())))
      return failure();
    createPool(op, builder, buffers, qint::PoolKind::Max);
    return success();
  }
};

struct AvgPoolModel : SchedulableOpInterface::ExternalModel<AvgPoolModel, tosa::AvgPool2dOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::AvgPool2dOp>(operation);
    if (failed(requireFloat(op)) ||
        failed(checkZeroPoints(op, {op.getInputZp(), op.getOutputZp()})))
      return failure();
    createPool(op, builder, buffers, qint::PoolKind::Average);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

/// Emits a `linalg.generic` that combines the elements of `input` along `axis`
/// in ascending order into `outputs`, which have no such dimension.
void createReduction(OpBuilder &builder, Location loc, Value input, int64_t axis,
                     ValueRange outputs,
                     function_ref<void(ImplicitLocOpBuilder &, ValueRange)> body) {
  auto rank = cast<MemRefType>(input.getType()).getRank();
  SmallVector<utils::IteratorType> iterators(rank, utils::IteratorType::parallel);
  iterators[axis] = utils::IteratorType::reduction;
  AffineMap identity = builder.getMultiDimIdentityMap(rank);
  SmallVector<AffineMap> maps = {identity};
  maps.append(outputs.size(), identity.dropResult(axis));
  linalg::GenericOp::create(builder, loc, ValueRange(input), outputs, maps, iterators,
                            [&](OpBuilder &nested, Location, ValueRange arguments) {
                              ImplicitLocOpBuilder b(loc, nested);
                              body(b, arguments);
                            });
}

/// Drops the reduced dimension of the output.
Value dropDimension(OpBuilder &builder, Location loc, Value output, int64_t axis) {
  SmallVector<int64_t> shape(cast<MemRefType>(output.getType()).getShape());
  shape.erase(shape.begin() + axis);
  return createReshapedView(builder, loc, output, shape);
}

/// The element of `type` below (or above) which there is none.
TypedAttr getLimit(OpBuilder &builder, Type type, bool isLowest) {
  Type stored = BufferAssignment::getStoredType(type);
  if (auto floatType = dyn_cast<FloatType>(type))
    return FloatAttr::get(type, APFloat::getInf(floatType.getFloatSemantics(), isLowest));
  unsigned width = stored.getIntOrFloatBitWidth();
  bool isUnsigned = type.isUnsignedInteger() || type.isInteger(1);
  APInt value =
      isUnsigned ? (isLowest ? APInt::getMinValue(width) : APInt::getMaxValue(width))
                 : (isLowest ? APInt::getSignedMinValue(width) : APInt::getSignedMaxValue(width));
  return IntegerAttr::get(stored, value);
}

/// One step of a reduction of `type`.
using CombineScalars = Value (*)(ImplicitLocOpBuilder &, Type, Value, Value);

Value createSum(ImplicitLocOpBuilder &b, Type type, Value sum, Value value) {
  if (isa<FloatType>(type))
    return arith::AddFOp::create(b, sum, value);
  return arith::AddIOp::create(b, sum, value);
}

Value createMax(ImplicitLocOpBuilder &b, Type type, Value best, Value value) {
  if (isa<FloatType>(type))
    return arith::MaximumFOp::create(b, best, value);
  if (type.isUnsignedInteger() || type.isInteger(1))
    return arith::MaxUIOp::create(b, best, value);
  return arith::MaxSIOp::create(b, best, value);
}

Value createMin(ImplicitLocOpBuilder &b, Type type, Value best, Value value) {
  if (isa<FloatType>(type))
    return arith::MinimumFOp::create(b, best, value);
  if (type.isUnsignedInteger() || type.isInteger(1))
    return arith::MinUIOp::create(b, best, value);
  return arith::MinSIOp::create(b, best, value);
}

template <typename Op>
void scheduleReduction(Op op, OpBuilder &builder, BufferAssignment &buffers, TypedAttr initial,
                       CombineScalars combine, std::optional<qint::ReduceKind> kind) {
  Location loc = op.getLoc();
  Type type = getElementTypeOrSelf(op.getInput());
  auto axis = static_cast<int64_t>(op.getAxis());
  Value input = buffers.read(op.getInput()), output = buffers.write(op.getOutput());
  // The scheduled op knows maxima of unsigned bytes and of f32, and sums.
  bool isLast = axis + 1 == cast<ShapedType>(op.getInput().getType()).getRank();
  bool isKnown = kind && isLast &&
                 (type.isF32() || (*kind == qint::ReduceKind::Sum && type.isSignlessInteger(32)) ||
                  (*kind == qint::ReduceKind::Max && type.isUnsignedInteger(8)));
  if (isKnown) {
    qint::ScheduledReduceOp::create(builder, loc, input, output, *kind);
    return;
  }
  createFill(builder, loc, initial, output);
  createReduction(builder, loc, input, axis, dropDimension(builder, loc, output, axis),
                  [&](ImplicitLocOpBuilder &b, ValueRange scalars) {
                    linalg::YieldOp::create(b, combine(b, type, scalars[1], scalars[0]));
                  });
}

struct ReduceSumModel : SchedulableOpInterface::ExternalModel<ReduceSumModel, tosa::ReduceSumOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::ReduceSumOp>(operation);
    Type stored = BufferAssignment::getStoredType(getElementTypeOrSelf(op.getInput()));
    scheduleReduction(op, builder, buffers, builder.getZeroAttr(stored), createSum,
                      qint::ReduceKind::Sum);
    return success();
  }
};

struct ReduceMaxModel : SchedulableOpInterface::ExternalModel<ReduceMaxModel, tosa::ReduceMaxOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::ReduceMaxOp>(operation);
    if (failed(checkNaNMode(op, op.getNanMode())))
      return failure();
    scheduleReduction(op, builder, buffers,
                      getLimit(builder, getElementTypeOrSelf(op.getInput()), /*isLowest=*/true),
                      createMax, qint::ReduceKind::Max);
    return success();
  }
};

struct ReduceMinModel : SchedulableOpInterface::ExternalModel<ReduceMinModel, tosa::ReduceMinOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::ReduceMinOp>(operation);
    if (failed(checkNaNMode(op, op.getNanMode())))
      return failure();
    scheduleReduction(op, builder, buffers,
                      getLimit(builder, getElementTypeOrSelf(op.getInput()), /*isLowest=*/false),
                      createMin, std::nullopt);
    return success();
  }
};

/// The index of the first largest element; the first NaN counts as largest.
struct ArgMaxModel : SchedulableOpInterface::ExternalModel<ArgMaxModel, tosa::ArgMaxOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::ArgMaxOp>(operation);
    if (failed(checkNaNMode(op, op.getNanMode())))
      return failure();
    Location loc = op.getLoc();
    Type type = getElementTypeOrSelf(op.getInput());
    auto axis = static_cast<int64_t>(op.getAxis());
    Value input = buffers.read(op.getInput()), indices = buffers.write(op.getOutput());
    Value best = buffers.temporary(loc, cast<MemRefType>(indices.getType()).getShape(),
                                   getElementTypeOrSelf(input));
    createFill(builder, loc, builder.getZeroAttr(getElementTypeOrSelf(indices)), indices);
    createFill(builder, loc, getLimit(builder, type, /*isLowest=*/true), best);
    createReduction(builder, loc, input, axis, {best, indices},
                    [&](ImplicitLocOpBuilder &b, ValueRange scalars) {
                      Value isBetter = createIsBetter(b, type, scalars[0], scalars[1]);
                      Value index = linalg::IndexOp::create(b, axis);
                      index = arith::IndexCastOp::create(b, scalars[2].getType(), index);
                      Value value = arith::SelectOp::create(b, isBetter, scalars[0], scalars[1]);
                      index = arith::SelectOp::create(b, isBetter, index, scalars[2]);
                      linalg::YieldOp::create(b, ValueRange{value, index});
                    });
    return success();
  }

  static Value createIsBetter(ImplicitLocOpBuilder &b, Type type, Value value, Value best) {
    if (!isa<FloatType>(type)) {
      bool isUnsigned = type.isUnsignedInteger() || type.isInteger(1);
      return arith::CmpIOp::create(
          b, isUnsigned ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt, value, best);
    }
    // Larger, or the first NaN.
    Value isLarger = arith::CmpFOp::create(b, arith::CmpFPredicate::UGT, value, best);
    Value isOpen = arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, best, best);
    return arith::AndIOp::create(b, isLarger, isOpen);
  }
};

} // namespace

void schedule::attachTosaReductionModels(MLIRContext &context) {
  tosa::MaxPool2dOp::attachInterface<MaxPoolModel>(context);
  tosa::AvgPool2dOp::attachInterface<AvgPoolModel>(context);
  tosa::ReduceSumOp::attachInterface<ReduceSumModel>(context);
  tosa::ReduceMaxOp::attachInterface<ReduceMaxModel>(context);
  tosa::ReduceMinOp::attachInterface<ReduceMinModel>(context);
  tosa::ArgMaxOp::attachInterface<ArgMaxModel>(context);
}

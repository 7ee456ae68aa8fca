#include "Models/Registration.h"
#include "Models/ScalarMath.h"
#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// Where the result of `op` is stored: its zero point, clamp and type.
template <typename Op> StoredResult getStoredResult(Op op, uint32_t zeroPoint) {
  Type type = BufferAssignment::getStoredType(getElementTypeOrSelf(op.getResult()));
  return {type, static_cast<int32_t>(zeroPoint), static_cast<int32_t>(op.getClampMin()),
          static_cast<int32_t>(op.getClampMax())};
}

/// Sums of two scaled 16-bit values need more than 32 bits.
Type getSumType(qint::AddOp op) {
  bool areBytes = getElementTypeOrSelf(op.getLhs()).isInteger(8) &&
                  getElementTypeOrSelf(op.getRhs()).isInteger(8);
  return IntegerType::get(op.getContext(), areBytes ? 32 : 64);
}

Value createSteps(ImplicitLocOpBuilder &b, Type type, Value value, int32_t zeroPoint) {
  value = createExtend(b, type, value);
  if (zeroPoint == 0)
    return value;
  return arith::SubIOp::create(b, value, createInteger(b, type, zeroPoint));
}

struct QuantizeModel : SchedulableOpInterface::ExternalModel<QuantizeModel, qint::QuantizeOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &, BufferAssignment &buffers) const {
    auto op = cast<qint::QuantizeOp>(operation);
    StoredResult stored = getStoredResult(op, op.getZeroPoint());
    float scale = op.getScale().convertToFloat();
    buffers.pointwise(op.getResult(), {op.getInput()},
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) {
                        ImplicitLocOpBuilder b(loc, builder);
                        return createQuantize(b, scalars[0], scale, stored);
                      });
    return success();
  }
};

struct DequantizeModel
    : SchedulableOpInterface::ExternalModel<DequantizeModel, qint::DequantizeOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::DequantizeOp>(operation);
    auto zeroPoint = static_cast<int32_t>(op.getZeroPoint());
    ArrayRef<float> scales = op.getScales();
    SmallVector<PointwiseOperand> operands = {op.getInput()};
    if (scales.size() > 1) {
      Value table =
          buffers.constant<float>(op.getLoc(), "scales", scales,
                                  {static_cast<int64_t>(scales.size())}, builder.getF32Type());
      auto rank = static_cast<unsigned>(op.getType().getRank());
      operands.emplace_back(table, AffineMap::get(rank, 0, builder.getAffineDimExpr(rank - 1)));
    }
    float scale = scales[0];
    buffers.pointwise(op.getResult(), operands,
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) -> Value {
                        ImplicitLocOpBuilder b(loc, builder);
                        Value factor = scalars.size() > 1 ? scalars[1] : createFloat(b, scale);
                        return arith::MulFOp::create(b, createRealSteps(b, scalars[0], zeroPoint),
                                                     factor);
                      });
    return success();
  }
};

struct AddModel : SchedulableOpInterface::ExternalModel<AddModel, qint::AddOp> {
  static Value createInIntegers(ImplicitLocOpBuilder &b, qint::AddOp op, Value lhs, Value rhs,
                                const StoredResult &stored) {
    Type type = getSumType(op);
    auto scaled = [&](Value value, uint32_t multiplier) -> Value {
      return arith::MulIOp::create(b, createExtend(b, type, value),
                                   createInteger(b, type, multiplier));
    };
    // All that is constant in one term.
    int64_t constant = roundingTerm(op.getShift()) -
                       int64_t(int32_t(op.getLhsZeroPoint())) * int32_t(op.getLhsMultiplier()) -
                       int64_t(int32_t(op.getRhsZeroPoint())) * int32_t(op.getRhsMultiplier());
    Value sum = arith::AddIOp::create(b, scaled(lhs, op.getLhsMultiplier()),
                                      scaled(rhs, op.getRhsMultiplier()));
    sum = arith::AddIOp::create(b, sum, createInteger(b, type, constant));
    sum = arith::ShRSIOp::create(b, sum, createInteger(b, type, op.getShift()));
    return createStore(b, sum, stored);
  }

  static Value createInFloat(ImplicitLocOpBuilder &b, qint::AddOp op, ArrayRef<float> scales,
                             Value lhs, Value rhs, const StoredResult &stored) {
    lhs = arith::MulFOp::create(b, createRealSteps(b, lhs, op.getLhsZeroPoint()),
                                createFloat(b, scales[0]));
    rhs = arith::MulFOp::create(b, createRealSteps(b, rhs, op.getRhsZeroPoint()),
                                createFloat(b, scales[1]));
    Value sum = arith::AddFOp::create(b, lhs, rhs);
    return createQuantize(b, sum, scales[2], stored);
  }

  LogicalResult schedule(Operation *operation, OpBuilder &, BufferAssignment &buffers) const {
    auto op = cast<qint::AddOp>(operation);
    StoredResult stored = getStoredResult(op, op.getOutputZeroPoint());
    buffers.pointwise(op.getResult(), {op.getLhs(), op.getRhs()},
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) mutable {
                        ImplicitLocOpBuilder b(loc, builder);
                        if (auto scales = op.getScales())
                          return createInFloat(b, op, *scales, scalars[0], scalars[1], stored);
                        return createInIntegers(b, op, scalars[0], scalars[1], stored);
                      });
    return success();
  }
};

struct MulModel : SchedulableOpInterface::ExternalModel<MulModel, qint::MulOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &, BufferAssignment &buffers) const {
    auto op = cast<qint::MulOp>(operation);
    StoredResult stored = getStoredResult(op, op.getOutputZeroPoint());
    buffers.pointwise(op.getResult(), {op.getLhs(), op.getRhs()},
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) mutable {
                        ImplicitLocOpBuilder b(loc, builder);
                        Type type = b.getI32Type();
                        Value product = arith::MulIOp::create(
                            b, createSteps(b, type, scalars[0], op.getLhsZeroPoint()),
                            createSteps(b, type, scalars[1], op.getRhsZeroPoint()));
                        return createRescale(b, product, op.getRescale(), stored);
                      });
    return success();
  }
};

struct RescaleModel : SchedulableOpInterface::ExternalModel<RescaleModel, qint::RescaleOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &, BufferAssignment &buffers) const {
    auto op = cast<qint::RescaleOp>(operation);
    StoredResult stored = getStoredResult(op, op.getOutputZeroPoint());
    buffers.pointwise(op.getResult(), {op.getInput()},
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) mutable {
                        ImplicitLocOpBuilder b(loc, builder);
                        Value steps =
                            createSteps(b, b.getI32Type(), scalars[0], op.getInputZeroPoint());
                        return createRescale(b, steps, op.getRescale(), stored);
                      });
    return success();
  }
};

struct TableModel : SchedulableOpInterface::ExternalModel<TableModel, qint::TableOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::TableOp>(operation);
    FailureOr<std::vector<char>> bytes = getElementBytes(op.getTable());
    if (failed(bytes))
      return op.emitError("the values of the table are missing; give it as dense<...>");
    Value table = buffers.constant<char>(op.getLoc(), "table", *bytes, {256}, builder.getI8Type());
    buffers.pointwise(op.getResult(), {op.getInput()},
                      [=](OpBuilder &builder, Location loc, ValueRange scalars) -> Value {
                        return qint::VectorLookupOp::create(builder, loc, builder.getI8Type(),
                                                            table, scalars[0]);
                      });
    return success();
  }
};

} // namespace

void schedule::attachQIntPointwiseModels(MLIRContext &context) {
  qint::QuantizeOp::attachInterface<QuantizeModel>(context);
  qint::DequantizeOp::attachInterface<DequantizeModel>(context);
  qint::AddOp::attachInterface<AddModel>(context);
  qint::MulOp::attachInterface<MulModel>(context);
  qint::RescaleOp::attachInterface<RescaleModel>(context);
  qint::TableOp::attachInterface<TableModel>(context);
}

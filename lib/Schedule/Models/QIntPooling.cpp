#include "Models/Registration.h"
#include "Models/ScalarMath.h"
#include "qopt/Schedule/BufferAssignment.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

struct MaxPoolModel : SchedulableOpInterface::ExternalModel<MaxPoolModel, qint::MaxPool2DOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::MaxPool2DOp>(operation);
    Value input = buffers.read(op.getInput());
    qint::ScheduledPool2DOp::create(builder, op.getLoc(), input, buffers.write(op.getResult()),
                                    qint::PoolKind::Max, op.getKernel(), op.getStride(),
                                    op.getPad(), /*input_zero_point=*/0, qint::RescaleAttr());
    return success();
  }
};

struct AvgPoolModel : SchedulableOpInterface::ExternalModel<AvgPoolModel, qint::AvgPool2DOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::AvgPool2DOp>(operation);
    Value input = buffers.read(op.getInput());
    qint::ScheduledPool2DOp::create(builder, op.getLoc(), input, buffers.write(op.getResult()),
                                    qint::PoolKind::Average, op.getKernel(), op.getStride(),
                                    op.getPad(), op.getInputZeroPoint(), op.getRescaleAttr(),
                                    op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax());
    return success();
  }
};

/// Largest element of each row, exponentials of the differences, their sum, and
/// the division: see `qint.softmax`.
struct SoftmaxModel : SchedulableOpInterface::ExternalModel<SoftmaxModel, qint::SoftmaxOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::SoftmaxOp>(operation);
    Location loc = op.getLoc();
    ArrayRef<int64_t> shape = cast<ShapedType>(op.getInput().getType()).getShape();
    SmallVector<int64_t> rowShape(shape);
    rowShape.back() = 1;
    Type i32 = builder.getI32Type();

    Value input = buffers.read(op.getInput());
    Value maxima = buffers.temporary(loc, rowShape, builder.getI8Type());
    qint::ScheduledReduceOp::create(builder, loc, input, maxima, qint::ReduceKind::Max);

    Value exponentials = buffers.temporary(loc, shape, i32);
    Value table = buffers.constant<int32_t>(loc, "exponentials", op.getExponentials(), {256}, i32);
    buffers.generic(loc, {input, maxima}, exponentials,
                    [=](OpBuilder &nested, Location, ValueRange scalars) -> Value {
                      ImplicitLocOpBuilder b(loc, nested);
                      Value distance = arith::SubIOp::create(b, scalars[1], scalars[0]);
                      return qint::VectorLookupOp::create(b, i32, table, distance);
                    });
    Value sums = buffers.temporary(loc, rowShape, i32);
    qint::ScheduledReduceOp::create(builder, loc, exponentials, sums, qint::ReduceKind::Sum);

    // (512 e + S) / (2 S) is 256 e / S + 1/2, rounded down. In f64 that is exact:
    // other quotients are at least 2^-32 away from an integer.
    buffers.generic(loc, {exponentials, sums}, buffers.write(op.getResult()),
                    [=](OpBuilder &nested, Location, ValueRange scalars) -> Value {
                      ImplicitLocOpBuilder b(loc, nested);
                      Type f64 = b.getF64Type();
                      Value scaled = arith::ShLIOp::create(b, scalars[0], createInteger(b, i32, 8));
                      Value quotient =
                          arith::DivFOp::create(b, arith::SIToFPOp::create(b, f64, scaled),
                                                arith::SIToFPOp::create(b, f64, scalars[1]));
                      Value half = arith::ConstantOp::create(b, b.getF64FloatAttr(0.5));
                      Value rounded =
                          arith::FPToSIOp::create(b, i32, arith::AddFOp::create(b, quotient, half));
                      rounded = arith::MinSIOp::create(b, rounded, createInteger(b, i32, 255));
                      return arith::TruncIOp::create(b, b.getI8Type(), rounded);
                    });
    return success();
  }
};

} // namespace

void schedule::attachQIntPoolingModels(MLIRContext &context) {
  qint::MaxPool2DOp::attachInterface<MaxPoolModel>(context);
  qint::AvgPool2DOp::attachInterface<AvgPoolModel>(context);
  qint::SoftmaxOp::attachInterface<SoftmaxModel>(context);
}

#include "Models/Convolution.h"
#include "Models/Registration.h"
#include "Models/Tosa.h"
#include "mlir/IR/Remarks.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// The tile for [B,M,K] by [B,K,N], reported as a remark.
qint::TileAttr chooseMatmulTile(Operation *op, const BufferAssignment &buffers, Value lhs,
                                Value output, TileElement element, int64_t accumulatorBits) {
  ArrayRef<int64_t> lhsShape = cast<MemRefType>(lhs.getType()).getShape();
  ArrayRef<int64_t> shape = cast<MemRefType>(output.getType()).getShape();
  int64_t steps = element == TileElement::Int8 ? llvm::divideCeil(lhsShape[2], 4) : lhsShape[2];
  TileProblem problem{shape[0], shape[1], shape[2], steps, element, accumulatorBits};
  problem.overlap = getTileOverlap(op->getParentOfType<ModuleOp>());
  TileChoice choice = takeRank(listTiles(getISA(buffers), problem), getTileRank(op));
  remark::analysis(op->getLoc(), remark::RemarkOpts::name("tile").category("qopt-schedule"))
      << llvm::formatv("batch_matmul: tile {0} x {1}, about {2} cycles", choice.rows,
                       choice.columns, static_cast<int64_t>(choice.cycles))
             .str();
  return getTileAttr(op->getContext(), choice);
}

struct BatchMatmulModel
    : SchedulableOpInterface::ExternalModel<BatchMatmulModel, qint::BatchMatmulOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::BatchMatmulOp>(operation);
    Value lhs = buffers.read(op.getLhs()), rhs = buffers.read(op.getRhs());
    Value output = buffers.write(op.getResult());
    bool areBytes =
        getElementTypeOrSelf(lhs).isInteger(8) && getElementTypeOrSelf(rhs).isInteger(8);
    qint::TileAttr tile = areBytes
                              ? chooseMatmulTile(op, buffers, lhs, output, TileElement::Int8, 32)
                              : chooseMatmulTile(op, buffers, lhs, output, TileElement::Int16, 64);
    Value scratch;
    if (areBytes) {
      ArrayRef<int64_t> shape = cast<MemRefType>(lhs.getType()).getShape();
      int64_t bytes =
          qint::ScheduledBatchMatmulOp::getScratchBytes(shape[1], shape[2], tile.getColumns());
      scratch = buffers.temporary(op.getLoc(), {bytes}, builder.getI8Type());
    }
    qint::ScheduledBatchMatmulOp::create(builder, op.getLoc(), lhs, rhs, output, scratch, tile,
                                         op.getLhsZeroPoint(), op.getRhsZeroPoint(),
                                         op.getRescaleAttr(), op.getOutputZeroPoint(),
                                         op.getClampMin(), op.getClampMax());
    return success();
  }
};

struct MatMulModel : SchedulableOpInterface::ExternalModel<MatMulModel, tosa::MatMulOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::MatMulOp>(operation);
    if (!getElementTypeOrSelf(op.getA()).isF32())
      return op.emitError() << "multiplies " << getElementTypeOrSelf(op.getA())
                            << "; only f32 is compiled, use qint.batch_matmul";
    if (failed(checkZeroPoints(op, {op.getAZp(), op.getBZp()})))
      return failure();
    Value lhs = buffers.read(op.getA()), rhs = buffers.read(op.getB());
    Value output = buffers.write(op.getOutput());
    qint::TileAttr tile = chooseMatmulTile(op, buffers, lhs, output, TileElement::Float32, 32);
    qint::ScheduledBatchMatmulOp::create(builder, op.getLoc(), lhs, rhs, output,
                                         /*scratch=*/Value(), tile, /*lhs_zero_point=*/0,
                                         /*rhs_zero_point=*/0, qint::RescaleAttr());
    return success();
  }
};

} // namespace

void schedule::attachQIntMatmulModels(MLIRContext &context) {
  qint::BatchMatmulOp::attachInterface<BatchMatmulModel>(context);
}

void schedule::attachTosaMatmulModels(MLIRContext &context) {
  tosa::MatMulOp::attachInterface<MatMulModel>(context);
}

#include "Models/DataMovement.h"
#include "Models/Registration.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

ArrayRef<int64_t> getShape(Value tensor) { return cast<ShapedType>(tensor.getType()).getShape(); }

struct ReshapeModel : SchedulableOpInterface::ExternalModel<ReshapeModel, qint::ReshapeOp> {
  OperandPlacement getOperandPlacement(Operation *, unsigned) const {
    return OperandPlacement::view();
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    scheduleReshape(builder, buffers, op->getOpOperand(0), op->getResult(0));
    return success();
  }
};

struct TransposeModel : SchedulableOpInterface::ExternalModel<TransposeModel, qint::TransposeOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned) const {
    auto transpose = cast<qint::TransposeOp>(op);
    if (isReshape(getShape(transpose.getInput()), transpose.getPermutation()))
      return OperandPlacement::view();
    return {};
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto transpose = cast<qint::TransposeOp>(op);
    if (isReshape(getShape(transpose.getInput()), transpose.getPermutation()))
      scheduleReshape(builder, buffers, op->getOpOperand(0), op->getResult(0));
    else
      scheduleTranspose(builder, buffers, transpose.getInput(), transpose.getPermutation(),
                        transpose.getResult());
    return success();
  }
};

struct SliceModel : SchedulableOpInterface::ExternalModel<SliceModel, qint::SliceOp> {
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto slice = cast<qint::SliceOp>(op);
    scheduleSlice(builder, buffers, slice.getInput(), slice.getStart(), slice.getResult());
    return success();
  }
};

struct ConcatModel : SchedulableOpInterface::ExternalModel<ConcatModel, qint::ConcatOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    auto concat = cast<qint::ConcatOp>(op);
    return OperandPlacement::slice(getConcatOffsets(concat.getInputs(), index, concat.getAxis()));
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto concat = cast<qint::ConcatOp>(op);
    for (OpOperand &input : concat.getInputsMutable())
      scheduleInsert(
          builder, buffers, input,
          getConcatOffsets(concat.getInputs(), input.getOperandNumber(), concat.getAxis()),
          concat.getResult());
    return success();
  }
};

struct PadModel : SchedulableOpInterface::ExternalModel<PadModel, qint::PadOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned) const {
    return OperandPlacement::slice(cast<qint::PadOp>(op).getLow());
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto pad = cast<qint::PadOp>(op);
    scheduleInsert(builder, buffers, op->getOpOperand(0), pad.getLow(), pad.getResult());
    Type type = BufferAssignment::getStoredType(getElementTypeOrSelf(pad.getResult()));
    APInt value = APInt(32, pad.getValue()).trunc(type.getIntOrFloatBitWidth());
    buffers.fillHalo(op->getLoc(), buffers.write(pad.getResult()), pad.getLow(), pad.getHigh(),
                     IntegerAttr::get(type, value));
    return success();
  }
};

} // namespace

void schedule::attachQIntDataModels(MLIRContext &context) {
  qint::ReshapeOp::attachInterface<ReshapeModel>(context);
  qint::TransposeOp::attachInterface<TransposeModel>(context);
  qint::SliceOp::attachInterface<SliceModel>(context);
  qint::ConcatOp::attachInterface<ConcatModel>(context);
  qint::PadOp::attachInterface<PadModel>(context);
}

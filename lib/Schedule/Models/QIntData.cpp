#include "Models/DataMovement.h"
#include "Models/Registration.h"
#include "qopt/Schedule/MemRefViews.h"

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

/// Whether all that reads `value` under `layout`, also behind reshapes, are products
/// of bytes, which take rows of the left matrix, and rows or columns of the right.
bool suitsProducts(Value value, const StridedLayout &layout) {
  auto suits = [&](OpOperand &use) {
    Operation *user = use.getOwner();
    if (isa<qint::ReshapeOp>(user)) {
      std::optional<StridedLayout> reshaped = layout.reshape(getShape(user->getResult(0)));
      return reshaped && suitsProducts(user->getResult(0), *reshaped);
    }
    auto product = dyn_cast<qint::BatchMatmulOp>(user);
    if (!product || !getElementTypeOrSelf(product.getLhs()).isInteger(8) ||
        !getElementTypeOrSelf(product.getRhs()).isInteger(8))
      return false;
    auto isDense = [&](unsigned dim) { return layout.strides[dim] == 1 || layout.sizes[dim] == 1; };
    return isDense(2) || (use.getOperandNumber() == 1 && isDense(1));
  };
  return !value.use_empty() && llvm::all_of(value.getUses(), suits);
}

struct TransposeModel : SchedulableOpInterface::ExternalModel<TransposeModel, qint::TransposeOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned) const {
    auto transpose = cast<qint::TransposeOp>(op);
    if (isReshape(getShape(transpose.getInput()), transpose.getPermutation()))
      return OperandPlacement::view();
    return {};
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto transpose = cast<qint::TransposeOp>(op);
    ArrayRef<int64_t> permutation = transpose.getPermutation();
    Value result = transpose.getResult();
    if (isReshape(getShape(transpose.getInput()), permutation)) {
      scheduleReshape(builder, buffers, op->getOpOperand(0), result);
      return success();
    }
    Value input = transpose.getInput();
    auto getLayout = [&] {
      return StridedLayout::of(cast<MemRefType>(buffers.read(input).getType()));
    };
    // What is still to be computed gets a buffer of its own.
    StridedLayout layout =
        buffers.countPending(input) == 0 ? getLayout() : StridedLayout::contiguous(getShape(input));
    if (!buffers.hasBuffer(result) && suitsProducts(result, permute(layout, permutation)))
      buffers.alias(result, createView(builder, op->getLoc(), buffers.read(input),
                                       permute(getLayout(), permutation)));
    else
      scheduleTranspose(builder, buffers, input, permutation, result);
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

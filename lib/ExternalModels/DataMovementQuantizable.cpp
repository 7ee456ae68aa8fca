#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Ops with one data operand, whose result is on its grid.
template <typename Model, typename OpTy>
struct SharedGridModel : QuantizableOpInterface::ExternalModel<Model, OpTy> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return index == 0 ? OperandRole::Data : OperandRole::Parameter;
  }
  ResultGrid getResultGrid(Operation *, unsigned) const { return ResultGrid::Shared; }
};

struct ReshapeModel : SharedGridModel<ReshapeModel, tosa::ReshapeOp> {
  DataMovement getDataMovement(Operation *) const { return DataMovement::Reshape; }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    return b.builder.createOrFold<qint::ReshapeOp>(b.loc, b.resultType(op->getResult(0)),
                                                   b.operand(0).integers);
  }
};

struct TransposeModel : SharedGridModel<TransposeModel, tosa::TransposeOp> {
  DataMovement getDataMovement(Operation *) const { return DataMovement::Rearrange; }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    SmallVector<int64_t> permutation(cast<tosa::TransposeOp>(op).getPerms());
    return b.builder.createOrFold<qint::TransposeOp>(b.loc, b.resultType(op->getResult(0)),
                                                     b.operand(0).integers, permutation);
  }
};

struct SliceModel : SharedGridModel<SliceModel, tosa::SliceOp> {
  DataMovement getDataMovement(Operation *) const { return DataMovement::Rearrange; }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    FailureOr<SmallVector<int64_t>> start = readIntegerConstant(op->getOperand(1));
    if (failed(start))
      return b.fail("the start of the slice is no constant");
    return b.builder.createOrFold<qint::SliceOp>(b.loc, b.resultType(op->getResult(0)),
                                                 b.operand(0).integers, *start);
  }
};

struct PadModel : SharedGridModel<PadModel, tosa::PadOp> {
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    FailureOr<SmallVector<int64_t>> padding = readIntegerConstant(op->getOperand(1));
    FailureOr<SmallVector<float>> constant = readFloatConstant(op->getOperand(2));
    if (failed(padding) || failed(constant) || constant->size() != 1)
      return b.fail("the padding is no constant");
    SmallVector<int64_t> low, high;
    for (size_t i = 0; i + 1 < padding->size(); i += 2) {
      low.push_back((*padding)[i]);
      high.push_back((*padding)[i + 1]);
    }
    if (llvm::any_of(*padding, [](int64_t size) { return size < 0; }))
      return b.fail("the padding is negative");
    StoredRange range = {b.operand(0).zeroPoint(),
                         static_cast<int32_t>(b.resultGrid.getStorageTypeMin()),
                         static_cast<int32_t>(b.resultGrid.getStorageTypeMax())};
    int32_t value = quantize((*constant)[0], b.operand(0).scale(), range);
    return b.builder.createOrFold<qint::PadOp>(b.loc, b.resultType(op->getResult(0)),
                                               b.operand(0).integers, low, high, value);
  }
};

struct ConcatModel : QuantizableOpInterface::ExternalModel<ConcatModel, tosa::ConcatOp> {
  ResultGrid getResultGrid(Operation *, unsigned) const { return ResultGrid::Shared; }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    SmallVector<Value> inputs;
    for (const StoredValue &operand : b.operands)
      inputs.push_back(operand.integers);
    return b.builder.createOrFold<qint::ConcatOp>(b.loc, b.resultType(op->getResult(0)), inputs,
                                                  int64_t(cast<tosa::ConcatOp>(op).getAxis()));
  }
};

/// `tosa.identity`, which some exporters leave behind.
struct IdentityModel : SharedGridModel<IdentityModel, tosa::IdentityOp> {
  DataMovement getDataMovement(Operation *) const { return DataMovement::Reshape; }
  FailureOr<Value> buildInteger(Operation *, IntegerBuilder &b) const {
    return b.operand(0).integers;
  }
};

} // namespace

void qopt::registerDataMovementQuantizableModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    tosa::ReshapeOp::attachInterface<ReshapeModel>(*context);
    tosa::TransposeOp::attachInterface<TransposeModel>(*context);
    tosa::SliceOp::attachInterface<SliceModel>(*context);
    tosa::PadOp::attachInterface<PadModel>(*context);
    tosa::ConcatOp::attachInterface<ConcatModel>(*context);
    tosa::IdentityOp::attachInterface<IdentityModel>(*context);
  });
}

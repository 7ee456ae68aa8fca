#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"
#include "qopt/Support/Constants.h"
#include "llvm/Support/MathExtras.h"

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

/// `value` repeated `times` along `axis`.
Value repeat(IntegerBuilder &b, Value value, int64_t axis, int64_t times) {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape(type.getShape());
  shape[axis] *= times;
  SmallVector<Value> copies(times, value);
  return times == 1
             ? value
             : b.builder.createOrFold<qint::ConcatOp>(b.loc, type.clone(shape), copies, axis);
}

struct TileModel : SharedGridModel<TileModel, tosa::TileOp> {
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    FailureOr<SmallVector<int64_t>> multiples = readIntegerConstant(op->getOperand(1));
    if (failed(multiples))
      return b.fail("its multiples are no constants");
    Value value = b.operand(0).integers;
    for (auto [axis, times] : llvm::enumerate(*multiples))
      value = repeat(b, value, axis, times);
    return value;
  }
};

/// `tosa.resize`: the nearest neighbour with whole factors repeats each element.
struct ResizeModel : SharedGridModel<ResizeModel, tosa::ResizeOp> {
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    auto resize = cast<tosa::ResizeOp>(op);
    if (resize.getMode() != tosa::ResizeMode::NEAREST_NEIGHBOR)
      return b.fail("interpolation has no integer form");
    FailureOr<SmallVector<int64_t>> scale = readIntegerConstant(resize.getScale());
    FailureOr<SmallVector<int64_t>> offset = readIntegerConstant(resize.getOffset());
    if (failed(scale) || failed(offset))
      return b.fail("its scale is no constant");
    ArrayRef<int64_t> in = resize.getInput().getType().getShape();
    ArrayRef<int64_t> out = resize.getOutput().getType().getShape();
    for (int d : {0, 1})
      if (!repeatsEach(in[1 + d], out[1 + d], (*scale)[2 * d], (*scale)[2 * d + 1], (*offset)[d]))
        return b.fail("nearest neighbours that are no whole repetition have no integer form");
    // [B,H,W,C] -> [B,H,1,W,1,C] -> [B,H,k,W,l,C] -> the result.
    auto type = cast<RankedTensorType>(b.operand(0).integers.getType());
    Value value = b.builder.createOrFold<qint::ReshapeOp>(
        b.loc, type.clone({in[0], in[1], 1, in[2], 1, in[3]}), b.operand(0).integers);
    value = repeat(b, repeat(b, value, 4, out[2] / in[2]), 2, out[1] / in[1]);
    return b.builder.createOrFold<qint::ReshapeOp>(b.loc, b.resultType(resize), value);
  }

private:
  /// True if output position o is input position o / k for a whole k.
  static bool repeatsEach(int64_t input, int64_t output, int64_t numerator, int64_t denominator,
                          int64_t offset) {
    if (output % input != 0)
      return false;
    int64_t factor = output / input;
    for (int64_t o = 0; o < output; ++o) {
      int64_t position = o * denominator + offset;
      int64_t low = llvm::divideFloorSigned(position, numerator);
      int64_t nearest = 2 * (position - low * numerator) >= numerator ? low + 1 : low;
      if (std::clamp<int64_t>(nearest, 0, input - 1) != o / factor)
        return false;
    }
    return true;
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
    tosa::TileOp::attachInterface<TileModel>(*context);
    tosa::ResizeOp::attachInterface<ResizeModel>(*context);
    tosa::IdentityOp::attachInterface<IdentityModel>(*context);
  });
}

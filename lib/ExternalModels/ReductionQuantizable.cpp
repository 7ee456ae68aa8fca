#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;

namespace {

struct MaxPool2DModel : QuantizableOpInterface::ExternalModel<MaxPool2DModel, tosa::MaxPool2dOp> {
  ResultGrid getResultGrid(Operation *, unsigned) const { return ResultGrid::Shared; }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    auto pool = cast<tosa::MaxPool2dOp>(op);
    return qint::MaxPool2DOp::create(b.builder, b.loc, b.resultType(pool), b.operand(0).integers,
                                     pool.getKernel(), pool.getStride(), pool.getPad())
        .getResult();
  }
};

struct AvgPool2DModel : QuantizableOpInterface::ExternalModel<AvgPool2DModel, tosa::AvgPool2dOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return index == 0 ? OperandRole::Data : OperandRole::Parameter;
  }
  /// A sum has no scale where windows that meet padding have fewer positions than others.
  bool hasFloatForm(Operation *op) const { return !meetsPadding(cast<tosa::AvgPool2dOp>(op)); }
  FailureOr<Value> buildFloat(Operation *op, IntegerBuilder &b) const {
    auto pool = cast<tosa::AvgPool2dOp>(op);
    b.epilogue.resultElementType = b.builder.getI32Type();
    FailureOr<Value> sums = build(pool, b, {});
    if (failed(sums))
      return failure();
    float scale = b.operand(0).scale() / static_cast<float>(countPositions(pool));
    return qint::DequantizeOp::create(b.builder, b.loc, pool.getType(), *sums, scale,
                                      /*zero_point=*/0)
        .getResult();
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    auto pool = cast<tosa::AvgPool2dOp>(op);
    int64_t positions = countPositions(pool);
    // Windows that meet padding have fewer positions: one factor per count.
    float outputScale = static_cast<float>(b.resultGrid.getScale());
    SmallVector<RescaleScales> scales;
    for (int64_t count = meetsPadding(pool) ? 1 : positions; count <= positions; ++count)
      scales.push_back({b.operand(0).scale(), 1.0f, outputScale, count});
    return build(pool, b, scales);
  }

private:
  static bool meetsPadding(tosa::AvgPool2dOp pool) {
    return llvm::any_of(pool.getPad(), [](int64_t pad) { return pad > 0; });
  }
  static int64_t countPositions(tosa::AvgPool2dOp pool) {
    return pool.getKernel()[0] * pool.getKernel()[1];
  }
  /// The mean, or without `scales` its sums.
  static FailureOr<Value> build(tosa::AvgPool2dOp pool, IntegerBuilder &b,
                                ArrayRef<RescaleScales> scales) {
    const StoredValue &input = b.operand(0);
    int64_t positions = countPositions(pool);
    unsigned bits = input.grid.getStorageTypeIntegralWidth();
    if (positions >= int64_t(1) << (31 - bits))
      return b.fail("a window of " + Twine(positions) + " positions could overflow its sum");
    return qint::AvgPool2DOp::create(
               b.builder, b.loc, b.resultType(pool), input.integers, pool.getKernel(),
               pool.getStride(), pool.getPad(), input.zeroPoint(),
               scales.empty() ? qint::RescaleAttr() : b.rescale(scales), b.epilogue.outputZeroPoint,
               b.epilogue.clampMin, b.epilogue.clampMax)
        .getResult();
  }
};

/// Product of two activations; products by a constant are convolutions.
struct MatMulModel : QuantizableOpInterface::ExternalModel<MatMulModel, tosa::MatMulOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return index < 2 ? OperandRole::Data : OperandRole::Parameter;
  }
  bool hasFloatForm(Operation *) const { return true; }
  FailureOr<Value> buildFloat(Operation *op, IntegerBuilder &b) const {
    b.epilogue.resultElementType = b.builder.getI32Type();
    FailureOr<Value> sums = build(op, b, {});
    if (failed(sums))
      return failure();
    return qint::DequantizeOp::create(b.builder, b.loc, op->getResult(0).getType(), *sums,
                                      multiplyScales(b.operand(0).scale(), b.operand(1).scale()),
                                      /*zero_point=*/0)
        .getResult();
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    RescaleScales scales = {b.operand(0).scale(), b.operand(1).scale(),
                            static_cast<float>(b.resultGrid.getScale())};
    return build(op, b, scales);
  }

private:
  /// The product, or without `scales` its sums.
  static FailureOr<Value> build(Operation *op, IntegerBuilder &b,
                                std::optional<RescaleScales> scales) {
    const StoredValue &lhs = b.operand(0), &rhs = b.operand(1);
    int64_t depth = cast<RankedTensorType>(lhs.integers.getType()).getDimSize(2);
    if (lhs.grid.getStorageTypeIntegralWidth() != 8 || rhs.grid.getStorageTypeIntegralWidth() != 8)
      return b.fail("a product of two 16-bit activations has no integer form");
    if (depth * 255 * 255 >= int64_t(1) << 31)
      return b.fail("sums of " + Twine(depth) + " products could overflow the 32-bit accumulator");
    return qint::BatchMatmulOp::create(
               b.builder, b.loc, b.resultType(op->getResult(0)), lhs.integers, rhs.integers,
               lhs.zeroPoint(), rhs.zeroPoint(), scales ? b.rescale(*scales) : qint::RescaleAttr(),
               b.epilogue.outputZeroPoint, b.epilogue.clampMin, b.epilogue.clampMax)
        .getResult();
  }
};

} // namespace

void qopt::registerReductionQuantizableModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    tosa::MaxPool2dOp::attachInterface<MaxPool2DModel>(*context);
    tosa::AvgPool2dOp::attachInterface<AvgPool2DModel>(*context);
    tosa::MatMulOp::attachInterface<MatMulModel>(*context);
  });
}

void qopt::registerQuantizableModels(DialectRegistry &registry) {
  registerPointwiseQuantizableModels(registry);
  registerConvolutionQuantizableModels(registry);
  registerTransposeConvolutionQuantizableModels(registry);
  registerReductionQuantizableModels(registry);
  registerDataMovementQuantizableModels(registry);
}

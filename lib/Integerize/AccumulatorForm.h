#ifndef QOPT_LIB_INTEGERIZE_ACCUMULATORFORM_H
#define QOPT_LIB_INTEGERIZE_ACCUMULATORFORM_H

#include "StoredGrids.h"
#include "qopt/Integerize/FunctionFit.h"

namespace qopt {

/// The integer form of one convolution or matmul by constant weights, with what
/// follows it in its epilogue.
class AccumulatorForm {
public:
  AccumulatorForm(mlir::OpBuilder &builder, QuantizableOpInterface op, const StoredValue &input,
                  qint::RescaleMode mode)
      : builder(builder), op(op), input(input), mode(mode), layout(op.getWeightLayout()) {}

  /// The accumulator itself in float: f32(acc) * scale. Failure leaves a reason.
  llvm::FailureOr<mlir::Value> buildFloat();

  /// `cluster`, whose root is the op, stored on `grid`. `residual` is the stored
  /// other operand of the cluster's addition. The result has the shape of the op.
  llvm::FailureOr<mlir::Value> buildStored(const StoredCluster &cluster,
                                           mlir::quant::UniformQuantizedType grid,
                                           const StoredValue *residual);

  const std::string &getReason() const { return reason; }
  /// Of a function in the epilogue, in output steps; no value without one.
  std::optional<double> getFunctionError() const { return functionError; }

private:
  mlir::LogicalResult fail(const llvm::Twine &why) {
    reason = why.str();
    return mlir::failure();
  }
  mlir::LogicalResult prepare();
  mlir::LogicalResult checkWeights(const QuantizedWeights &weights);
  mlir::LogicalResult readBias();
  mlir::LogicalResult chooseAccumulator(llvm::ArrayRef<int32_t> shifts);
  bool fits(int bits, llvm::ArrayRef<int32_t> shifts) const;
  mlir::LogicalResult fitEpilogueFunction(const StoredCluster &cluster,
                                          mlir::quant::UniformQuantizedType grid);
  std::pair<double, double> getResultRange() const;
  double accumulatorScale(int64_t channel) const {
    return static_cast<double>(input.scale()) * scales[channel];
  }
  double getLargestStep() const {
    return static_cast<double>(input.scale()) * *llvm::max_element(scales);
  }
  llvm::FailureOr<mlir::Value> build();
  mlir::Value makeWeights();
  mlir::Value makeBias();

  mlir::OpBuilder &builder;
  QuantizableOpInterface op;
  StoredValue input;
  qint::RescaleMode mode;
  WeightLayout layout;
  mlir::OpOperand *weightOperand = nullptr;
  llvm::SmallVector<int8_t> weights;
  llvm::SmallVector<float> scales;    ///< of the weights, one per output channel
  llvm::SmallVector<WeightSums> sums; ///< one per output channel
  llvm::SmallVector<double> realBias;
  llvm::SmallVector<int64_t> bias;
  unsigned accumulatorBits = 32;
  Epilogue epilogue;
  std::optional<double> functionError;
  std::string reason;
};

/// How many fraction bits (5, 4 or 3) the 16-bit sum with a residual on `residual`
/// may have so that where it saturates the stored result does too.
int chooseFractionBits(const StoredValue &residual, mlir::quant::UniformQuantizedType result);

} // namespace qopt

#endif // QOPT_LIB_INTEGERIZE_ACCUMULATORFORM_H

#ifndef QOPT_LIB_FAKEQUANTIZE_WEIGHTQUANTIZER_H
#define QOPT_LIB_FAKEQUANTIZE_WEIGHTQUANTIZER_H

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

namespace qopt {

/// Puts the weights of one accumulator on a grid, and corrects its bias.
class WeightQuantizer {
public:
  /// `inputScale` is that of the op's data operand; `means` its channel means,
  /// empty where they are not known or not to be used.
  WeightQuantizer(QuantizableOpInterface op, unsigned bits, float inputScale,
                  llvm::ArrayRef<double> means);

  /// Inserts a `calib.fake_quant` on the weights and replaces the bias. Leaves
  /// the op alone, with a remark, where weights or bias are no constants.
  void run(mlir::OpBuilder &builder);

private:
  bool readConstants();
  void chooseScales();
  void computeCorrectedBias();
  bool widenForBias();
  void widenSubnormal();
  void replaceWeights(mlir::OpBuilder &builder);
  void replaceBias(mlir::OpBuilder &builder);

  QuantizableOpInterface op;
  unsigned bits;
  float inputScale;
  llvm::ArrayRef<double> means;
  WeightLayout layout;
  mlir::OpOperand *weightOperand = nullptr;
  mlir::OpOperand *biasOperand = nullptr;
  llvm::SmallVector<float> weights;
  llvm::SmallVector<double> bias; ///< of the source model, one per channel
  llvm::SmallVector<double> correctedBias;
  llvm::SmallVector<float> scales; ///< one per output channel
};

} // namespace qopt

#endif // QOPT_LIB_FAKEQUANTIZE_WEIGHTQUANTIZER_H

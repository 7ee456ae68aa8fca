#ifndef QOPT_LIB_VECTORIZE_EPILOGUE_H
#define QOPT_LIB_VECTORIZE_EPILOGUE_H

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// From the accumulators of a scheduled convolution to what it stores.
class Epilogue {
public:
  /// `ConvOp` is one of the two scheduled convolutions; their epilogues are alike.
  template <typename ConvOp> Epilogue(KernelBuilder &builder, ConvOp op);

  /// Stores the first `count` lanes of `accumulators`, vectors of neighbouring
  /// channels. `channel` is the first of them among the packed channels,
  /// `offset` where they lie in the output, `residualOffset` in the residual.
  /// Where lanes are not in the order of channels, `order` gives the channel of
  /// each lane, counted from `channel`; all lanes are stored then.
  void emit(mlir::ValueRange accumulators, int64_t count, mlir::Value channel, mlir::Value offset,
            mlir::Value residualOffset, llvm::ArrayRef<int64_t> order = {});

  const FlatBuffer &getOutput() const { return output; }
  const FlatBuffer &getResidual() const { return residual; }

private:
  void emitPiece(mlir::Value accumulator, int64_t count, mlir::Value channel, mlir::Value offset,
                 mlir::Value residualOffset);
  mlir::Value loadParameters(const FlatBuffer &buffer, mlir::Value channel, int64_t lanes);
  mlir::Value permute(mlir::Value vector, llvm::ArrayRef<int64_t> lanes);
  mlir::Value clampFloat(mlir::Value value);
  mlir::Value rescale(mlir::Value accumulator, mlir::Value channel);
  mlir::Value apply16(mlir::Value accumulator, int64_t count, mlir::Value channel,
                      mlir::Value residualOffset);
  mlir::Value loadResidual(int64_t lanes, int64_t count, mlir::Value offset);

  KernelBuilder &builder;
  FlatBuffer output, multipliers, shifts, scales, residual;
  /// The two tables of the function.
  mlir::Value base, slope;
  std::optional<qint::RescaleMode> mode;
  bool rightShiftsOnly = false;
  llvm::ArrayRef<int64_t> order;
  int32_t residualZeroPoint, residualMultiplier, residualShift;
  int32_t fractionBits, zeroPoint, clampMin, clampMax;
  std::optional<double> floatMin, floatMax;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_EPILOGUE_H

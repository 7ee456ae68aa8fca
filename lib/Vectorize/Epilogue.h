#ifndef QOPT_LIB_VECTORIZE_EPILOGUE_H
#define QOPT_LIB_VECTORIZE_EPILOGUE_H

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// Output positions, and where the first channel of the first of them lies in the
/// output and in the residual.
struct OutputPositions {
  int64_t count;
  mlir::Value offset;
  int64_t step;
  /// Null where there is no residual.
  mlir::Value residualOffset;
  int64_t residualStep;
  /// Where they are of several lines: those of one, and from one to the next.
  int64_t lineLength = 0, lineStep = 0, residualLineStep = 0;

  /// From the first position to another one.
  int64_t distance(int64_t index) const { return distance(index, step, lineStep); }
  int64_t residualDistance(int64_t index) const {
    return distance(index, residualStep, residualLineStep);
  }

private:
  int64_t distance(int64_t index, int64_t step, int64_t lineStep) const {
    return lineLength == 0 ? index * step
                           : index / lineLength * lineStep + index % lineLength * step;
  }
};

/// From the accumulators of a scheduled convolution to what it stores.
class Epilogue {
public:
  /// `ConvOp` is one of the scheduled convolutions; their epilogues are alike.
  template <typename ConvOp> Epilogue(KernelBuilder &builder, ConvOp op);

  /// The positions from `offset` in the output on, at the distance of its columns.
  OutputPositions getPositions(int64_t count, mlir::Value offset, mlir::Value residualOffset) const;

  /// Stores `channels` channels of each position. `accumulators` are equally many
  /// vectors of neighbouring channels for each position; lanes behind the channels
  /// are dropped. `channel` is the first of them among the packed channels.
  void emit(mlir::ValueRange accumulators, int64_t channels, mlir::Value channel,
            const OutputPositions &positions);

  /// The same where the lanes of all accumulators together hold the channels of
  /// all positions in another order: lane i those with number order[i], counted
  /// position by position.
  void emitInOrder(mlir::ValueRange accumulators, int64_t channels, mlir::Value channel,
                   const OutputPositions &positions, llvm::ArrayRef<int64_t> order);

  /// The same where a row of the output is a channel: `accumulators` are equally many
  /// vectors of neighbouring positions for each of them.
  void emitByChannel(mlir::ValueRange accumulators, mlir::Value channel,
                     const OutputPositions &channels);

  /// From now on stores to, and takes the residual from, another buffer.
  void redirect(const FlatBuffer &buffer) {
    output = buffer;
    if (residual)
      residual = buffer;
  }

  const FlatBuffer &getOutput() const { return output; }
  const FlatBuffer &getResidual() const { return residual; }

private:
  /// Lanes that are stored together.
  struct Piece {
    mlir::Value channel;
    /// Lanes of each position, and how many of them are channels.
    int64_t lanes, channels;
    OutputPositions positions;
    /// As for `emitInOrder`; empty where lanes are in order.
    llvm::ArrayRef<int64_t> order;
    /// Positions are channels, and lanes the positions of one.
    bool byChannel = false;
  };

  bool hasWideProducts() const;
  void emitPiece(mlir::Value accumulator, const Piece &piece);
  mlir::Value loadParameters(const FlatBuffer &buffer, const Piece &piece);
  mlir::Value permute(mlir::Value vector, llvm::ArrayRef<int64_t> lanes);
  mlir::Value finishFloat(mlir::Value value, const Piece &piece);
  mlir::Value rescale(mlir::Value accumulator, const Piece &piece);
  mlir::Value apply16(mlir::Value accumulator, const Piece &piece);
  mlir::Value loadResidual(const Piece &piece);

  KernelBuilder &builder;
  FlatBuffer output, multipliers, shifts, scales, residual;
  mlir::Value function;
  std::optional<qint::RescaleMode> mode;
  int32_t leastShift = qint::kLeastShift, greatestShift = qint::kGreatestShift;
  bool exactShifts;
  int32_t residualZeroPoint, residualMultiplier, residualShift;
  int32_t fractionBits, zeroPoint, clampMin, clampMax;
  std::optional<double> floatMin, floatMax;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_EPILOGUE_H

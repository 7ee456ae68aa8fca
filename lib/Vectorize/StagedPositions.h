#ifndef QOPT_LIB_VECTORIZE_STAGEDPOSITIONS_H
#define QOPT_LIB_VECTORIZE_STAGEDPOSITIONS_H

#include "KernelBuilder.h"

namespace qopt {

/// The output of a block of positions and a band of channels, channel by channel:
/// [channels][width] elements on the stack, where kernels whose lanes are positions read
/// their residual and leave their results.
class StagedPositions {
public:
  /// `output`: [B][H][W][C], as all that is staged.
  StagedPositions(KernelBuilder &builder, const FlatBuffer &output);

  /// Walks all bands of a block of so many positions: body(first channel, end).
  void forEachBand(int64_t count, llvm::function_ref<void(mlir::Value, mlir::Value)> body);

  int64_t getWidth() const { return width; }
  /// The row of a channel of the current band.
  mlir::Value getRow(mlir::Value channel);
  const FlatBuffer &getBuffer() const { return staged; }

  /// Brings the band's elements to the stack, and back. `places` is a table of where
  /// each position lies in `buffer`.
  void load(const FlatBuffer &buffer, const FlatBuffer &places);
  void store(const FlatBuffer &buffer, const FlatBuffer &places);

private:
  using Values = KernelBuilder::Values;
  /// Does something for positions from `first` on, so many, and channels from `row` on.
  using EmitSquare = llvm::function_ref<void(mlir::Value first, int64_t, mlir::Value row)>;

  void forEachSquare(EmitSquare emitSquare);
  mlir::Value locate(const FlatBuffer &places, mlir::Value position, mlir::Value row);

  KernelBuilder &builder;
  FlatBuffer staged;
  int64_t channels;
  /// Elements of a register and of 128 bits.
  int64_t lanes, group;
  int64_t positions = 0, width = 0;
  /// The current band.
  mlir::Value firstChannel, bandChannels;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_STAGEDPOSITIONS_H

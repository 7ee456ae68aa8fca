#ifndef QOPT_LIB_VECTORIZE_QUADOPERANDS_H
#define QOPT_LIB_VECTORIZE_QUADOPERANDS_H

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/DepthwiseTiles.h"

#include <map>

namespace qopt {

/// What the positions of a chunk of channels share.
struct QuadChunk : QuadTile {
  mlir::Value channel;
  int64_t channels;
  /// What `Epilogue::emitInOrder` wants for one output of each part.
  llvm::SmallVector<int64_t> order;
  KernelBuilder::Values bias;
  /// By the taps of the kernel, counted row by row.
  std::map<QuadTaps, KernelBuilder::Values> weights;
};

/// The operands of a depthwise convolution of bytes by quads: input and weights, whose bytes
/// are interleaved.
class QuadOperands {
public:
  using Values = KernelBuilder::Values;
  /// Registers of one input row, by column.
  using Columns = std::map<int64_t, mlir::Value>;

  QuadOperands(KernelBuilder &builder, qint::ScheduledDepthwiseConv2DOp op);

  const FlatBuffer &getInput() const { return input; }
  const DepthwiseWindow &getWindowShape() const { return window; }

  /// Interleaves the weights that a tile multiplies by, once for all that take the same.
  void loadWeights(QuadChunk &chunk);
  /// The taps of the kernel that meet a quad of kernel row `row`.
  QuadTaps getTaps(const Quad::Use &use, int64_t row) const;
  /// Those that meet a quad of several rows.
  QuadTaps getTaps(const TallQuads &tall, const TallQuads::Group &group) const;

  /// The columns of an input row that are multiplied; `offset` is that of the tile's first.
  Columns loadRow(const QuadChunk &chunk, mlir::Value offset);
  /// The quads of an input row, one group after the other.
  Values interleaveRow(const QuadChunk &chunk, const Columns &row);
  /// The quad of input row `first` and those below; rows that no window has may be missing.
  Values interleaveTall(const QuadChunk &chunk, llvm::ArrayRef<Columns> inputRows, int64_t first);

  /// The lanes of `vector` in each part of a register.
  mlir::Value repeat(const QuadChunk &chunk, mlir::Value vector);

private:
  Values interleave(llvm::ArrayRef<mlir::Value> columns);
  mlir::Value loadColumn(const QuadChunk &chunk, mlir::Value offset);
  bool loadsPairs(const QuadChunk &chunk) const;
  std::pair<mlir::Value, mlir::Value> loadPair(const QuadChunk &chunk, mlir::Value offset);
  mlir::Value flipSigns(mlir::Value bytes);
  mlir::Value getColumn(const QuadChunk &chunk, const Columns &row, int64_t number);

  KernelBuilder &builder;
  FlatBuffer input, weights;
  DepthwiseWindow window;
  bool flipsSigns;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_QUADOPERANDS_H

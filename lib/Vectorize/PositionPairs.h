#ifndef QOPT_LIB_VECTORIZE_POSITIONPAIRS_H
#define QOPT_LIB_VECTORIZE_POSITIONPAIRS_H

#include "ConvolutionTiles.h"
#include "qopt/Support/PairedWindow.h"

namespace qopt {

/// The channels that do not fill half of the last vector of a float convolution, computed
/// for two positions at once: their weights lie twice in it, side by side, and the window
/// of two positions is interleaved on the stack.
class PositionPairs {
public:
  using Values = KernelBuilder::Values;

  PositionPairs(KernelBuilder &builder, qint::ScheduledConv2DOp op, const FlatBuffer &input,
                const ConvolutionTiles &tiles);

  /// Whether the doubled channels of `op` are all that one vector holds, the last one.
  static bool canVectorize(KernelBuilder &builder, qint::ScheduledConv2DOp op);

  /// Whether the last vector of `tile` holds weights twice, and whether two positions share
  /// it: their window fits.
  bool areDoubled(const ConvolutionTiles::Tile &tile) const {
    return doubledChannels > 0 && tile.channels < tiles.columns();
  }
  bool arePaired(const ConvolutionTiles::Tile &tile) const {
    return areDoubled(tile) && getWindow(tile.rows).fits(tile.rows);
  }

  /// From accumulators in rows to those that the reduction carries: with pairs, whole vectors
  /// in rows, then the last vector of each couple of positions.
  Values join(mlir::ValueRange accumulators, const ConvolutionTiles::Tile &tile);
  /// And back.
  Values split(mlir::ValueRange accumulators, const ConvolutionTiles::Tile &tile);

  /// Interleaves a tile's window of the kernel row that starts at `inputOffset`.
  void fill(mlir::Value inputOffset, int64_t rows);
  /// The elements of both positions of a couple, in turn in all lanes. `offset` is that in
  /// the input, where the tile's first position finds its own.
  mlir::Value loadBoth(mlir::Value offset, int64_t couple, int64_t rows);

private:
  PairedWindow getWindow(int64_t rows) const;
  int64_t lanes() const { return builder.lanes(input.elementType); }

  KernelBuilder &builder;
  const FlatBuffer &input;
  const ConvolutionTiles &tiles;
  int64_t doubledChannels, pitch, span;
  FlatBuffer buffer;
  /// Where the window that was interleaved last starts in the input.
  mlir::Value start;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_POSITIONPAIRS_H

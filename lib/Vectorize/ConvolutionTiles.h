#ifndef QOPT_LIB_VECTORIZE_CONVOLUTIONTILES_H
#define QOPT_LIB_VECTORIZE_CONVOLUTIONTILES_H

#include "Epilogue.h"
#include "KernelBuilder.h"

namespace qopt {

/// The loops around the register tiles of a convolution whose weights are packed
/// in panels, and what surrounds the reduction of a tile: bias and epilogue.
class ConvolutionTiles {
public:
  using Values = KernelBuilder::Values;

  /// Output positions and channels whose accumulators stay in registers.
  struct Tile {
    /// The panel among those of all groups, and the tile among those of the panel;
    /// null where another panel comes next.
    mlir::Value panel, number;
    /// The first element of the window of the first row.
    mlir::Value inputOffset;
    /// Neighbouring output positions, channels, and vectors of these.
    int64_t rows, channels, vectors;
    /// Lanes of the last vector, half of a register's where its channels need no more.
    int64_t lastLanes;
    /// Whether its positions were prepared.
    bool isPrepared;
  };
  /// Adds the products of a tile to its accumulators, which are in rows.
  using Reduce = llvm::function_ref<Values(Values accumulators, const Tile &tile)>;

  /// `input` is that of `op`.
  template <typename ConvOp>
  ConvolutionTiles(KernelBuilder &builder, ConvOp op, const FlatBuffer &input, int64_t groups);

  /// Prepares the input of neighbouring positions for the panels that all follow one another;
  /// `inputOffset` is the first element of the window of the first one.
  using Prepare = llvm::function_ref<void(mlir::Value inputOffset, int64_t rows)>;

  /// `weights` are what `reduce` reads: their size decides about the order of loops, as does
  /// it whether anything can be prepared.
  void emit(const FlatBuffer &weights, Reduce reduce, Prepare prepare = nullptr);

  /// The offset of an index in each of several dimensions.
  mlir::Value offsetOf(llvm::ArrayRef<std::pair<mlir::Value, int64_t>> indicesAndStrides);

  /// Lets the last channels of a tile take half a register where they fit.
  void allowHalves() { canHalve = true; }
  /// Lanes of an accumulator, and of one of column `vector` of a tile.
  int64_t lanes() const { return builder.lanes(bias.elementType); }
  int64_t lanes(const Tile &tile, int64_t vector) const {
    return vector + 1 == tile.vectors ? tile.lastLanes : lanes();
  }
  int64_t columns() const { return panelColumns; }
  /// Whether the first tiles of a panel should prefetch the next one's weights. That
  /// pays where a panel is large enough to be waited for, and has so few tiles that
  /// the wait counts.
  bool shouldPrefetchPanels(int64_t panelBytes) const {
    constexpr int64_t kMinPanelBytes = 4096, kMaxTiles = 64;
    return panelBytes >= kMinPanelBytes && tilesPerPanel() <= kMaxTiles;
  }
  int64_t tilesPerPanel() const {
    return llvm::divideCeil(outHeight, lines()) * llvm::divideCeil(outWidth, maxRows);
  }
  /// Positions of a tile of `rows` that lie in one line.
  int64_t getLineRows(int64_t rows) const { return std::min(rows, outWidth); }
  /// From the first position of a tile to number `index` in the input.
  int64_t inputDistance(int64_t index) const {
    return index / outWidth * stride[0] * input.strides[1] +
           index % outWidth * stride[1] * input.strides[2];
  }

private:
  /// Indices of the loops around a tile.
  struct Position {
    mlir::Value batch, group, panel, row, column, number;
  };

  /// Output rows of a tile; where they are several they are whole ones.
  int64_t lines() const { return std::clamp<int64_t>(maxRows / outWidth, 1, outHeight); }
  void joinPositions(llvm::ArrayRef<int64_t> kernel);
  void forEachPanel(Position position, llvm::function_ref<void(Position, int64_t)> body);
  void forEachBlock(Position position, llvm::function_ref<void(Position, int64_t)> body);
  int64_t getLastLanes(int64_t channels) const;
  bool arePixelsOutermost(const FlatBuffer &weights, bool canPrepare) const;
  mlir::Value getInputOffset(Position position);
  void emitTile(Position position, int64_t rows, int64_t channels, bool isPrepared, Reduce reduce);
  void prefetchTile(const FlatBuffer &buffer, mlir::Value offset, int64_t rows, int64_t channels);

  KernelBuilder &builder;
  const FlatBuffer &input;
  FlatBuffer bias;
  Epilogue epilogue;
  llvm::SmallVector<int64_t> stride;
  int64_t batch, outHeight, outWidth, groups, groupInput, groupOutput;
  int64_t maxRows, panelColumns;
  bool canHalve = false;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_CONVOLUTIONTILES_H

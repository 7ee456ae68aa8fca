#ifndef QOPT_LIB_SCHEDULE_MODELS_CONVOLUTION_H
#define QOPT_LIB_SCHEDULE_MODELS_CONVOLUTION_H

#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/PackWeights.h"
#include "qopt/Schedule/TileCosts.h"

namespace qopt::schedule {

/// The buffers and the geometry of a convolution, integer or float.
struct Convolution {
  /// Takes the location and the rank of the tile from `op`.
  explicit Convolution(mlir::Operation *op);

  mlir::Location loc;
  int64_t tileRank;
  /// [B,H,W,C] with its halo, [B,OH,OW,N], and the shape of `output` or null.
  mlir::Value input, output, residual;
  llvm::SmallVector<int64_t, 2> kernel, stride, dilation;
  int64_t groups = 1;
  int64_t accumulatorBits = 32;
  /// Weights of an input of bytes are words.
  bool wordWeights = false;
  /// The epilogue has a function, whose tables each tile reads again.
  bool hasFunction = false;
  /// The tails of runs may be joined, where that saves steps.
  bool mayJoinTails = false;
  /// The width of the panels, where the weights are packed already; else 0.
  int64_t columns = 0;

  mlir::MemRefType getInputType() const { return mlir::cast<mlir::MemRefType>(input.getType()); }
  mlir::MemRefType getOutputType() const { return mlir::cast<mlir::MemRefType>(output.getType()); }
  TileElement getElement() const;

  /// Lets a 1x1 convolution of stride 1 see all positions as one row, where the
  /// buffers allow it, so that tiles meet one end only.
  void flatten(mlir::OpBuilder &builder);

  /// How the weights are packed for a tile of `columns`.
  ConvolutionPacking getPacking(int64_t columns) const;

  /// The product that tiles are chosen for.
  TileProblem getProblem(const ISA &isa) const;
  /// Elements from the window of an output position to that of the next one.
  int64_t getPositionPitch() const;

  /// Leaves those of `tiles` that have the wanted width, if there is one.
  template <typename Tiles> Tiles filterTiles(Tiles tiles) const {
    auto fits = [this](const auto &tile) { return tile.columns == columns; };
    if (columns != 0 && llvm::any_of(tiles, fits))
      llvm::erase_if(tiles, [&](const auto &tile) { return !fits(tile); });
    return tiles;
  }
  /// Reports a tile as a remark.
  void reportTile(llvm::StringRef kind, const TileChoice &choice) const;
  /// The tile of its rank, reported as a remark.
  TileChoice chooseTile(const ISA &isa) const;
  qint::TileAttr chooseDepthwiseTile(const ISA &isa) const;
};

/// What a kernel needs of each packed output channel, and its scalars.
struct ConvolutionConstants {
  mlir::Value weights, bias, multipliers, shifts, scales, function;
  bool signedInput = false;
  /// No accumulator leaves 32 bits when its channel's shift is to the left.
  bool exactShifts = false;
};

qint::TileAttr getTileAttr(mlir::MLIRContext *context, const TileChoice &tile);

/// Which choice of the cost model's list `op` takes.
int64_t getTileRank(mlir::Operation *op);

/// The instruction set that the function is scheduled for.
const ISA &getISA(const BufferAssignment &buffers);

/// Halo of the image in operand 0, pads given as top, bottom, left, right.
OperandPlacement getImageHalo(llvm::ArrayRef<int64_t> pad, mlir::TypedAttr fill);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CONVOLUTION_H

#ifndef QOPT_SCHEDULE_TILECOSTS_H
#define QOPT_SCHEDULE_TILECOSTS_H

#include "qopt/Support/PairedWindow.h"
#include "qopt/Target/ISA.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <array>
#include <cstdint>
#include <optional>

namespace qopt {

/// Attribute of ops in front of `qopt-schedule`, an integer: which choice of the cost
/// model's list the op takes, counted from 0, the best.
inline constexpr llvm::StringLiteral kTileRankAttrName = "qopt.tile_rank";

/// What a register tile multiplies: bytes by bytes, bytes by words (their own
/// weights widened), words by bytes, or floats.
enum class TileElement { Int8, Int8ByWord, Int16, Float32 };

/// A product of a [rows x steps] by a [steps x columns] matrix, computed
/// `repetitions` times, each time on `lines` such matrices. Tiles lie inside of
/// one of them, or take several as a whole.
struct TileProblem {
  int64_t repetitions;
  int64_t rows;
  int64_t columns;
  /// Steps of the reduction: of 4 bytes, 2 where they meet words, or of one word
  /// or float.
  int64_t steps;
  TileElement element;
  /// Bits of an accumulator: 32 or 64.
  int64_t accumulatorBits = 32;
  int64_t lines = 1;
  /// Bytes that meet words are not widened ahead, but masked in each step.
  bool masksInput = false;
  /// Bytes from where a row reads to where the next one does; 0 if that does not matter.
  int64_t rowPitch = 0;
  /// Accumulators up to which a tile's epilogue hides behind other tiles' products
  /// (`getTileOverlap`); 0 if that is not known.
  int64_t overlap = 0;
};

/// A register tile, and the cycles predicted for the whole problem.
struct TileChoice {
  int64_t rows;
  int64_t columns;
  double cycles;
  /// Channels of the last panel of which a vector has those of two positions.
  int64_t doubledChannels = 0;
};

using TileChoices = llvm::SmallVector<TileChoice>;

/// Choice number `rank` of a list, the last one where there are not so many.
template <typename Choices> decltype(auto) takeRank(Choices &&choices, int64_t rank) {
  return choices[std::min<size_t>(rank, choices.size() - 1)];
}

/// All tiles for `problem` on `isa`, fastest first.
TileChoices listTiles(const ISA &isa, const TileProblem &problem);

/// Those for a product of floats whose last channels fill no more than half of a vector,
/// and which computes them for two positions at once. `kernelRows` windows are interleaved
/// for each tile.
TileChoices listPairedTiles(const ISA &isa, const TileProblem &problem, int64_t kernelRows,
                            int64_t pitch, int64_t span);

/// The fastest one.
inline TileChoice chooseTile(const ISA &isa, const TileProblem &problem) {
  return listTiles(isa, problem).front();
}

/// A tile in matrix registers.
struct MatrixTileChoice : TileChoice {};

/// All tiles in matrix registers, fastest first; none where `isa` has no such
/// registers, or `problem` is not of bytes. `runSteps`: steps of a run, between which
/// the input is not contiguous.
llvm::SmallVector<MatrixTileChoice> listMatrixTiles(const ISA &isa, const TileProblem &problem,
                                                    int64_t runSteps);

/// The reduction of all panels in chains (qopt/Schedule/Chains.h).
struct ChainCounts {
  int64_t panels, slots, chains;
};

/// The fastest tile with `vectors` registers of columns for `problem` in chains of at most
/// `maxLength` slots. In
/// units of a vpmaddwd, four elements of the reduction take s(1 + 1/L) with s slots
/// for them and L slots in a chain, where pairs of words take 2.
TileChoice chooseChainTile(const ISA &isa, const TileProblem &problem, int64_t vectors,
                           int64_t maxLength, const ChainCounts &counts);

/// The fastest tile of `columns` whose lanes are output positions, of at most so many
/// registers of them, for a reduction of `quads` times four elements.
TileChoice choosePositionTile(const ISA &isa, const TileProblem &problem, int64_t columns,
                              int64_t quads, int64_t maxRegisters, const ChainCounts &counts);

/// A depthwise convolution: `height` x `width` output positions of each image.
struct DepthwiseProblem {
  int64_t images, height, width, channels;
  std::array<int64_t, 2> kernel, stride;
  TileElement element;
  int64_t accumulatorBits = 32;
  std::array<int64_t, 2> dilation = {1, 1};
};

/// All tiles for a depthwise convolution, fastest first: `rows` output columns by
/// `columns` channels.
TileChoices listDepthwiseTiles(const ISA &isa, const DepthwiseProblem &problem);

/// The cycles predicted for `problem` in a given tile, which needs not be the
/// fastest.
double predictTileCycles(const ISA &isa, const TileProblem &problem, int64_t rows, int64_t columns);
double predictMatrixCycles(const TileProblem &problem, int64_t runSteps, int64_t rows,
                           int64_t columns);
/// Convolutions of bytes are computed by products of four or of two taps, whatever the
/// tile.
double predictDepthwiseCycles(const ISA &isa, const DepthwiseProblem &problem, int64_t rows,
                              int64_t columns);

/// A 3x3 convolution of stride 1 of bytes: `height` x `width` output positions.
struct WinogradProblem {
  int64_t batch;
  int64_t height, width;
  int64_t inputs, outputs;
  /// Bytes per cycle that a core reads from memory.
  double memoryRate = 4.0;
};

/// How `qint.scheduled.winograd_conv2d` computes one, and the cycles predicted.
struct WinogradChoice {
  /// Rows and columns of the tile that is multiplied in registers.
  int64_t rows, columns;
  /// Rows and columns of image tiles that are transformed together.
  int64_t bandRows, bandColumns;
  double cycles;
};

/// The best Winograd convolution for `problem` on `isa` in bands of each size, fastest
/// first; none where it was never seen to win.
llvm::SmallVector<WinogradChoice> listWinograd(const ISA &isa, const WinogradProblem &problem);

} // namespace qopt

#endif // QOPT_SCHEDULE_TILECOSTS_H

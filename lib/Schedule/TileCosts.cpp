#include "qopt/Schedule/TileCosts.h"

#include "qopt/Support/Winograd.h"

#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <limits>

using namespace qopt;

namespace {

/// What one multiply-accumulate of a vector costs on an instruction set.
struct StepCost {
  /// Instructions that pass through the multiply ports.
  int64_t multiplies;
  /// Other vector instructions, and those that each broadcast takes.
  int64_t others, broadcast;
  /// Registers besides accumulators, weights and one broadcast.
  int64_t temporaries;
  /// Instructions per accumulator vector of the epilogue.
  int64_t epilogue;
};

// The machine of the model: two multiply ports, two loads and four instructions
// per cycle, a latency of 4 cycles from a multiply to the next on the same
// accumulator. That describes the x86 cores of the last ten years and large ARM
// cores; the choice depends on the ratios only.
constexpr double kPorts = 2.0, kLoads = 2.0, kIssue = 4.0, kLatency = 4.0;
/// All vector instructions per cycle: Intel has three ports, of which one joins
/// another for 512 bits.
constexpr double kVectorPorts = 3.0, kWideVectorPorts = 2.0;
/// Cycles to set up a tile: addresses, loop, bias.
constexpr double kTileOverhead = 12.0;
/// A panel of weights beyond this many bytes streams from the second-level
/// cache, at half the rate.
constexpr int64_t kFirstLevelBytes = 24 * 1024;

StepCost getStepCost(const ISA &isa, TileElement element) {
  if (element == TileElement::Float32)
    return {1, 0, 0, 0, 1};
  if (element == TileElement::Int16)
    return {2, 0, 0, 1, 4};
  // vpmaddwd and vpaddd, and a mask for each broadcast.
  if (element == TileElement::Int8ByWord)
    return {1, 1, 1, 1, 5};
  switch (isa.dot) {
  case DotLowering::Avx512Vnni:
  case DotLowering::AvxVnni:
  case DotLowering::NeonDot:
    return {1, 0, 0, 0, 4};
  case DotLowering::Avx2:
  case DotLowering::Avx512Bw:
  case DotLowering::Neon:
    return {4, 0, 0, 3, 5};
  case DotLowering::Generic:
    return {8, 0, 0, 4, 6};
  }
  llvm_unreachable("all lowerings handled");
}

/// Cycles of all steps and the epilogue of one tile of `rows` by `vectors`.
double tileCycles(const StepCost &cost, const TileProblem &problem, int64_t rows, int64_t vectors,
                  int64_t vectorBytes) {
  bool streams = problem.steps * vectors * vectorBytes > kFirstLevelBytes;
  double loads = (streams ? 2.0 : 1.0) * vectors + rows;
  double multiplies = static_cast<double>(rows * vectors * cost.multiplies);
  double vectorOps =
      multiplies + static_cast<double>(rows * (vectors * cost.others + cost.broadcast));
  double vectorPorts = vectorBytes >= 64 ? kWideVectorPorts : kVectorPorts;
  double step = std::max({multiplies / kPorts, vectorOps / vectorPorts, loads / kLoads,
                          (vectorOps + static_cast<double>(vectors + rows)) / kIssue, kLatency});
  return problem.steps * step + kTileOverhead +
         static_cast<double>(rows * vectors * cost.epilogue) / kPorts;
}

} // namespace

/// Cycles of a problem in tiles of `rows` by `vectors`, where `tile(r, v)` are
/// those of one tile. The last rows, the last lines and the last panel are as
/// small as they are.
template <typename TileCycles>
static double problemCycles(const TileProblem &problem, int64_t rows, int64_t vectors,
                            int64_t lanes, TileCycles tile) {
  auto panelCycles = [&](int64_t panelVectors) {
    // A line is cut into tiles, or the lines are grouped to tiles.
    bool takesLines = rows > problem.rows;
    int64_t extent = takesLines ? problem.lines * problem.rows : problem.rows;
    double cycles = static_cast<double>(extent / rows) * tile(rows, panelVectors);
    if (int64_t tail = extent % rows)
      cycles += tile(tail, panelVectors);
    return takesLines ? cycles : cycles * static_cast<double>(problem.lines);
  };
  int64_t panels = problem.columns / (vectors * lanes);
  double cycles = static_cast<double>(panels) * panelCycles(vectors);
  if (int64_t rest = problem.columns % (vectors * lanes))
    cycles += panelCycles(llvm::divideCeil(rest, lanes));
  return cycles * static_cast<double>(problem.repetitions);
}

/// Whether kernels make tiles of so many rows. Inside of a line they make as many
/// blocks as even out: of 6, 6 and 2 rows 5, 5 and 4.
static bool areTileRows(const TileProblem &problem, int64_t rows) {
  if (rows > problem.rows)
    return rows % problem.rows == 0 && rows / problem.rows <= problem.lines;
  int64_t blocks = llvm::divideCeil(problem.rows, rows);
  return static_cast<int64_t>(llvm::divideCeil(problem.rows, blocks)) == rows;
}

/// The best of all tiles of up to `maxRows` by `maxVectors` that `fits`.
template <typename Fits, typename TileCycles>
static TileChoice search(const TileProblem &problem, int64_t lanes, int64_t maxRows,
                         int64_t maxVectors, Fits fits, TileCycles tile) {
  TileChoice best{1, lanes, std::numeric_limits<double>::infinity()};
  maxVectors = std::min<int64_t>(maxVectors, llvm::divideCeil(problem.columns, lanes));
  for (int64_t vectors = 1; vectors <= maxVectors; ++vectors) {
    for (int64_t rows = 1; rows <= maxRows && fits(rows, vectors); ++rows) {
      if (!areTileRows(problem, rows))
        continue;
      double cycles = problemCycles(problem, rows, vectors, lanes, tile);
      if (cycles < best.cycles)
        best = {rows, vectors * lanes, cycles};
    }
  }
  return best;
}

/// Cycles of one tile of a depthwise convolution.
static double depthwiseCycles(const TileProblem &problem, int64_t rows, int64_t vectors) {
  // Each tap is loaded and widened for itself: no broadcast is shared.
  double multiplies = problem.element == TileElement::Float32 ? 1.0 : 2.0;
  auto accumulators = static_cast<double>(rows * vectors);
  double loads = (accumulators + static_cast<double>(vectors)) / kLoads;
  double work = accumulators * multiplies / kPorts;
  return static_cast<double>(problem.steps) * std::max({work, loads, kLatency}) + kTileOverhead +
         accumulators * 4.0 / kPorts;
}

/// `problemCycles` in blocks as kernels make them of a tile's rows: nearly equal ones
/// inside of a line, or whole lines.
template <typename TileCycles>
static double blockCycles(const TileProblem &problem, int64_t rows, int64_t columns, int64_t lanes,
                          TileCycles tile) {
  if (rows < 2 * problem.rows)
    rows = llvm::divideCeil(problem.rows, llvm::divideCeil(problem.rows, rows));
  else
    rows = std::min(rows / problem.rows, problem.lines) * problem.rows;
  return problemCycles(problem, rows, std::max<int64_t>(1, columns / lanes), lanes, tile);
}

TileChoice qopt::chooseTile(const ISA &isa, const TileProblem &problem) {
  StepCost cost = getStepCost(isa, problem.element);
  // One register holds the broadcast input.
  int64_t available = static_cast<int64_t>(isa.vectorRegisters) - 1 - cost.temporaries;
  auto fits = [=](int64_t rows, int64_t vectors) { return (rows + 1) * vectors <= available; };
  return search(problem, isa.lanes(problem.accumulatorBits), available, /*maxVectors=*/8, fits,
                [&](int64_t rows, int64_t vectors) {
                  return tileCycles(cost, problem, rows, vectors, isa.vectorBits / 8);
                });
}

double qopt::predictTileCycles(const ISA &isa, const TileProblem &problem, int64_t rows,
                               int64_t columns) {
  StepCost cost = getStepCost(isa, problem.element);
  return blockCycles(problem, rows, columns, isa.lanes(problem.accumulatorBits),
                     [&](int64_t tileRows, int64_t vectors) {
                       return tileCycles(cost, problem, tileRows, vectors, isa.vectorBits / 8);
                     });
}

TileChoice qopt::chooseChainTile(const ISA &isa, const TileProblem &problem, int64_t vectors,
                                 const ChainCounts &counts) {
  // A loop for each length of chains, whose trip counts are hard to foresee.
  constexpr double kChainOverhead = 40.0;
  StepCost cost = getStepCost(isa, TileElement::Int8ByWord);
  double vectorPorts = isa.vectorBits >= 512 ? kWideVectorPorts : kVectorPorts;
  // Accumulators of 16 and of 32 bits, and a register for products.
  int64_t registers = static_cast<int64_t>(isa.vectorRegisters);
  auto fits = [&](int64_t rows) { return 2 * rows * vectors + vectors + 2 <= registers; };
  auto tileCycles = [&](int64_t rows) {
    auto products = static_cast<double>(rows * vectors);
    auto slots = static_cast<double>(counts.slots), chains = static_cast<double>(counts.chains);
    // vpmaddubsw and vpaddw per slot; vpmaddwd and vpaddd per chain, whose first
    // slot adds to nothing.
    double multiplies = (slots + chains) * products, vectorOps = (2 * slots + chains) * products;
    double loads = slots * static_cast<double>(vectors + rows + 1);
    double overhead = kTileOverhead + kChainOverhead + products * cost.epilogue / kPorts;
    return std::max({multiplies / kPorts, vectorOps / vectorPorts, loads / kLoads}) +
           static_cast<double>(counts.panels) * overhead;
  };
  TileChoice best{1, vectors * isa.lanes(32), std::numeric_limits<double>::infinity()};
  for (int64_t rows = 1; rows <= problem.rows && fits(rows); ++rows) {
    double cycles = static_cast<double>(problem.rows / rows) * tileCycles(rows);
    if (int64_t tail = problem.rows % rows)
      cycles += tileCycles(tail);
    cycles *= static_cast<double>(problem.repetitions * problem.lines);
    if (cycles < best.cycles)
      best = {rows, best.columns, cycles};
  }
  return best;
}

TileChoice qopt::chooseDepthwiseTile(const ISA &isa, const TileProblem &problem) {
  auto fits = [&](int64_t rows, int64_t vectors) {
    return (rows + 1) * vectors + 2 <= static_cast<int64_t>(isa.vectorRegisters);
  };
  return search(
      problem, isa.lanes(problem.accumulatorBits), /*maxRows=*/8, /*maxVectors=*/4, fits,
      [&](int64_t rows, int64_t vectors) { return depthwiseCycles(problem, rows, vectors); });
}

double qopt::predictDepthwiseCycles(const ISA &isa, const TileProblem &problem, int64_t rows,
                                    int64_t columns) {
  return blockCycles(problem, rows, columns, isa.lanes(problem.accumulatorBits),
                     [&](int64_t tileRows, int64_t vectors) {
                       return depthwiseCycles(problem, tileRows, vectors);
                     });
}

//===----------------------------------------------------------------------===//
// Winograd
//===----------------------------------------------------------------------===//

// Measured on Sapphire Rapids and Zen 4, per tile of 6x6 points.
/// Cycles to transform a vector of input channels, and one of output channels with
/// the epilogue of its 16 positions.
constexpr double kInputTransform = 200.0, kOutputTransform = 140.0;
/// Bytes per cycle from the second-level cache and from behind it, and the share of
/// the weights' time that does not hide behind the products.
constexpr double kNearBytes = 32.0, kFarBytes = 10.0, kExposed = 0.4;
/// What the scratch of a band may take without pushing itself out of the
/// second-level cache, and what it may take together with the weights.
constexpr int64_t kScratchBytes = 384 * 1024, kNearWeightBytes = 1024 * 1024;

/// What a dot product of words costs, where one is known to be fast.
static std::optional<StepCost> getWordCost(const ISA &isa) {
  switch (isa.dot) {
  case DotLowering::Avx512Vnni:
  case DotLowering::AvxVnni:
    return StepCost{1, 0, 0, 0, 0};
  case DotLowering::Avx2:
  case DotLowering::Avx512Bw:
    // The sum of the products takes another port, and a register.
    return StepCost{1, 1, 0, 1, 0};
  case DotLowering::Neon:
  case DotLowering::NeonDot:
  case DotLowering::Generic:
    return std::nullopt;
  }
  llvm_unreachable("all lowerings handled");
}

/// Products of a word of each channel pair that the tiles along both dimensions
/// take: 36 per wide tile, 24 and 16 where one or both sides are narrow.
static double countWinogradRows(const WinogradProblem &problem) {
  WinogradTiling rows(problem.height), columns(problem.width);
  return static_cast<double>(
      (kWinogradPoints * rows.wide + kWinogradNarrowPoints * rows.narrow) *
      (kWinogradPoints * columns.wide + kWinogradNarrowPoints * columns.narrow));
}

/// Cycles to wait for memory: for the weights, which each band reads, the first one
/// from far away; and for what each panel reads of a scratch that is too large.
static double memoryCycles(const WinogradProblem &problem, int64_t scratch, int64_t columns,
                           double bands) {
  int64_t weights = 2 * kWinogradProducts * problem.inputs * problem.outputs;
  double again = weights + scratch <= kNearWeightBytes ? kNearBytes : kFarBytes;
  auto excess = static_cast<double>(std::max<int64_t>(scratch - kScratchBytes, 0));
  auto panels = static_cast<double>(llvm::divideCeil(problem.outputs, columns));
  return kExposed * static_cast<double>(weights) * (1 / kFarBytes + (bands - 1) / again) +
         0.5 * excess * panels * bands / kNearBytes;
}

/// Bytes of the two buffers of a band.
static int64_t getScratchBytes(const WinogradProblem &problem, int64_t tiles, int64_t columns) {
  return kWinogradProducts * tiles * (2 * problem.inputs + 4 * columns);
}

/// The best tile of registers for bands of `bandRows` by `bandColumns`.
static WinogradChoice chooseWinogradTile(const ISA &isa, const StepCost &cost,
                                         const WinogradProblem &problem, int64_t bandRows,
                                         int64_t bandColumns) {
  WinogradTiling rows(problem.height), columns(problem.width);
  int64_t lanes = isa.lanes(32), bandTiles = bandRows * bandColumns;
  auto tiles = static_cast<double>(problem.batch * rows.tiles() * columns.tiles());
  double bands = static_cast<double>(problem.batch * llvm::divideCeil(rows.tiles(), bandRows) *
                                     llvm::divideCeil(columns.tiles(), bandColumns));
  TileProblem product{
      /*repetitions=*/1,  bandTiles,
      problem.outputs,    static_cast<int64_t>(llvm::divideCeil(problem.inputs, 2)),
      TileElement::Int16, 32};
  int64_t available = static_cast<int64_t>(isa.vectorRegisters) - 1 - cost.temporaries;
  auto fits = [=](int64_t r, int64_t v) { return (r + 1) * v <= available; };
  TileChoice tile =
      search(product, lanes, available, /*maxVectors=*/2, fits, [&](int64_t r, int64_t v) {
        return tileCycles(cost, product, r, v, isa.vectorBits / 8) +
               static_cast<double>(r * v) / kLoads;
      });
  // Sets of products that narrow tiles lack have fewer rows than the band: they may
  // want longer blocks than the nearly equal ones of all tiles.
  auto countBlocks = [&](int64_t r) { return llvm::divideCeil(bandTiles, r); };
  while (tile.rows < bandTiles && fits(tile.rows + 1, tile.columns / lanes) &&
         countBlocks(tile.rows + 1) == countBlocks(tile.rows))
    ++tile.rows;
  // Narrow tiles take fewer products.
  double products = tile.cycles * countWinogradRows(problem) * static_cast<double>(problem.batch) /
                    static_cast<double>(bandTiles);
  double transforms = tiles * (kInputTransform * llvm::divideCeil(problem.inputs, isa.lanes(16)) +
                               kOutputTransform * llvm::divideCeil(problem.outputs, lanes));
  int64_t scratch = getScratchBytes(problem, bandTiles, tile.columns);
  double cycles = products + transforms + memoryCycles(problem, scratch, tile.columns, bands);
  return {tile.rows, tile.columns, bandRows, bandColumns, cycles};
}

std::optional<WinogradChoice> qopt::chooseWinograd(const ISA &isa, const WinogradProblem &problem) {
  std::optional<StepCost> cost = getWordCost(isa);
  if (!cost || problem.height < 2 || problem.width < 2)
    return std::nullopt;
  int64_t rows = WinogradTiling(problem.height).tiles();
  int64_t columns = WinogradTiling(problem.width).tiles();
  // Bands of nearly equal size: whole rows of tiles where those fit.
  std::optional<WinogradChoice> best;
  for (int64_t blocks = 1; blocks <= rows * columns; ++blocks) {
    int64_t bandRows = llvm::divideCeil(rows, std::min(blocks, rows));
    int64_t bandColumns = llvm::divideCeil(columns, llvm::divideCeil(blocks, rows));
    if (getScratchBytes(problem, bandRows * bandColumns, isa.lanes(32)) > 2 * kNearWeightBytes &&
        bandRows * bandColumns > 1)
      continue;
    WinogradChoice choice = chooseWinogradTile(isa, *cost, problem, bandRows, bandColumns);
    if (!best || choice.cycles < best->cycles)
      best = choice;
  }
  return best;
}

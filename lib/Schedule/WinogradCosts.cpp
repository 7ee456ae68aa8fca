#include "TileSearch.h"
#include "qopt/Support/Winograd.h"

using namespace qopt;

// Measured on Sapphire Rapids and Zen 4, per tile of 6x6 points.
/// Cycles to transform a vector of input channels, and one of output channels with
/// the epilogue of its 16 positions.
constexpr double kInputTransform = 200.0, kOutputTransform = 140.0;
/// Bytes per cycle from the second-level cache, and the share of the weights' time that does
/// not hide behind the products.
constexpr double kNearBytes = 32.0, kExposed = 0.1;
/// What the scratch of a band may take without pushing itself out of the
/// second-level cache, and what it may take together with the weights.
constexpr int64_t kScratchBytes = 384 * 1024, kNearWeightBytes = 1024 * 1024;

/// What a dot product of words costs, where one is known to be fast.
static std::optional<StepCost> getWordCost(const ISA &isa) {
  switch (isa.dot) {
  case DotLowering::Amx:
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

/// Cycles to read the weights, which each band does, the first one from far away.
static double streamCycles(const WinogradProblem &problem, int64_t scratch, double bands) {
  int64_t weights = 2 * kWinogradProducts * problem.inputs * problem.outputs;
  double again = weights + scratch <= kNearWeightBytes ? kNearBytes : problem.memoryRate;
  return static_cast<double>(weights) * (1 / problem.memoryRate + (bands - 1) / again);
}

/// Cycles to wait for what each panel reads of a scratch that is too large.
static double scratchCycles(const WinogradProblem &problem, int64_t scratch, int64_t columns,
                            double bands) {
  auto excess = static_cast<double>(std::max<int64_t>(scratch - kScratchBytes, 0));
  auto panels = static_cast<double>(llvm::divideCeil(problem.outputs, columns));
  return 0.5 * excess * panels * bands / kNearBytes;
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
      listFitting(product, lanes, available, /*maxVectors=*/2, fits, [&](int64_t r, int64_t v) {
        return tileCycles(cost, product, r, v, isa.vectorBits / 8) +
               static_cast<double>(r * v) / kLoads;
      }).front();
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
  double work = products + transforms + scratchCycles(problem, scratch, tile.columns, bands);
  double stream = streamCycles(problem, scratch, bands);
  double cycles = std::max(work + kExposed * stream, stream);
  return {tile.rows, tile.columns, bandRows, bandColumns, cycles};
}

llvm::SmallVector<WinogradChoice> qopt::listWinograd(const ISA &isa,
                                                     const WinogradProblem &problem) {
  std::optional<StepCost> cost = getWordCost(isa);
  if (!cost || problem.height < 2 || problem.width < 2)
    return {};
  int64_t rows = WinogradTiling(problem.height).tiles();
  int64_t columns = WinogradTiling(problem.width).tiles();
  // Bands of nearly equal size: whole rows of tiles where those fit.
  llvm::SmallVector<WinogradChoice> choices;
  for (int64_t blocks = 1; blocks <= rows * columns; ++blocks) {
    int64_t bandRows = llvm::divideCeil(rows, std::min(blocks, rows));
    int64_t bandColumns = llvm::divideCeil(columns, llvm::divideCeil(blocks, rows));
    bool isLast = !choices.empty() && choices.back().bandRows == bandRows &&
                  choices.back().bandColumns == bandColumns;
    bool fits =
        getScratchBytes(problem, bandRows * bandColumns, isa.lanes(32)) <= 2 * kNearWeightBytes;
    if (!isLast && (fits || bandRows * bandColumns == 1))
      choices.push_back(chooseWinogradTile(isa, *cost, problem, bandRows, bandColumns));
  }
  // Of equals the larger band comes first.
  llvm::sort(choices, [](const WinogradChoice &lhs, const WinogradChoice &rhs) {
    return std::tie(lhs.cycles, rhs.bandRows, rhs.bandColumns) <
           std::tie(rhs.cycles, lhs.bandRows, lhs.bandColumns);
  });
  return choices;
}

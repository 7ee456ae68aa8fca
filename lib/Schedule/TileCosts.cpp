#include "qopt/Schedule/TileCosts.h"

#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <limits>

using namespace qopt;

namespace {

/// What one multiply-accumulate of a vector costs on an instruction set.
struct StepCost {
  /// Instructions that pass through the multiply ports.
  int64_t multiplies;
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
/// Cycles to set up a tile: addresses, loop, bias.
constexpr double kTileOverhead = 12.0;
/// A panel of weights beyond this many bytes streams from the second-level
/// cache, at half the rate.
constexpr int64_t kFirstLevelBytes = 24 * 1024;

StepCost getStepCost(const ISA &isa, TileElement element) {
  if (element == TileElement::Float32)
    return {1, 0, 1};
  if (element == TileElement::Int16)
    return {2, 1, 4};
  switch (isa.dot) {
  case DotLowering::Avx512Vnni:
  case DotLowering::AvxVnni:
  case DotLowering::NeonDot:
    return {1, 0, 4};
  case DotLowering::Avx2:
  case DotLowering::Avx512Bw:
  case DotLowering::Neon:
    return {4, 3, 5};
  case DotLowering::Generic:
    return {8, 4, 6};
  }
  llvm_unreachable("all lowerings handled");
}

/// Cycles of all steps and the epilogue of one tile of `rows` by `vectors`.
double tileCycles(const StepCost &cost, const TileProblem &problem, int64_t rows, int64_t vectors,
                  int64_t vectorBytes) {
  bool streams = problem.steps * vectors * vectorBytes > kFirstLevelBytes;
  double loads = (streams ? 2.0 : 1.0) * vectors + rows;
  double multiplies = static_cast<double>(rows * vectors * cost.multiplies);
  double step = std::max(
      {multiplies / kPorts, loads / kLoads, (multiplies + vectors + rows) / kIssue, kLatency});
  return problem.steps * step + kTileOverhead +
         static_cast<double>(rows * vectors * cost.epilogue) / kPorts;
}

} // namespace

/// Cycles of a problem in tiles of `rows` by `vectors`, where `tile(r, v)` are
/// those of one tile. The last rows and the last panel are as small as they are.
template <typename TileCycles>
static double problemCycles(const TileProblem &problem, int64_t rows, int64_t vectors,
                            int64_t lanes, TileCycles tile) {
  auto panelCycles = [&](int64_t panelVectors) {
    double cycles = static_cast<double>(problem.rows / rows) * tile(rows, panelVectors);
    if (int64_t tail = problem.rows % rows)
      cycles += tile(tail, panelVectors);
    return cycles;
  };
  int64_t panels = problem.columns / (vectors * lanes);
  double cycles = static_cast<double>(panels) * panelCycles(vectors);
  if (int64_t rest = problem.columns % (vectors * lanes))
    cycles += panelCycles(llvm::divideCeil(rest, lanes));
  return cycles * static_cast<double>(problem.repetitions);
}

/// The best of all tiles of up to `maxRows` by `maxVectors` that `fits`.
template <typename Fits, typename TileCycles>
static TileChoice search(const TileProblem &problem, int64_t lanes, int64_t maxRows,
                         int64_t maxVectors, Fits fits, TileCycles tile) {
  TileChoice best{1, lanes, std::numeric_limits<double>::infinity()};
  maxVectors = std::min<int64_t>(maxVectors, llvm::divideCeil(problem.columns, lanes));
  for (int64_t vectors = 1; vectors <= maxVectors; ++vectors) {
    for (int64_t rows = 1; rows <= std::min(problem.rows, maxRows) && fits(rows, vectors); ++rows) {
      // As many blocks of rows as even out: of 6, 6 and 2 rows, kernels make
      // 5, 5 and 4.
      int64_t blocks = llvm::divideCeil(problem.rows, rows);
      if (static_cast<int64_t>(llvm::divideCeil(problem.rows, blocks)) != rows)
        continue;
      double cycles = problemCycles(problem, rows, vectors, lanes, tile);
      if (cycles < best.cycles)
        best = {rows, vectors * lanes, cycles};
    }
  }
  return best;
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

TileChoice qopt::chooseDepthwiseTile(const ISA &isa, const TileProblem &problem) {
  // Each tap is loaded and widened for itself: no broadcast is shared.
  double multiplies = problem.element == TileElement::Float32 ? 1.0 : 2.0;
  auto fits = [&](int64_t rows, int64_t vectors) {
    return (rows + 1) * vectors + 2 <= static_cast<int64_t>(isa.vectorRegisters);
  };
  return search(problem, isa.lanes(problem.accumulatorBits), /*maxRows=*/8, /*maxVectors=*/4, fits,
                [&](int64_t rows, int64_t vectors) {
                  auto accumulators = static_cast<double>(rows * vectors);
                  double loads = (accumulators + static_cast<double>(vectors)) / kLoads;
                  double work = accumulators * multiplies / kPorts;
                  return static_cast<double>(problem.steps) * std::max({work, loads, kLatency}) +
                         kTileOverhead + accumulators * 4.0 / kPorts;
                });
}

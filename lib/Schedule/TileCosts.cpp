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

TileChoice qopt::chooseTile(const ISA &isa, const TileProblem &problem) {
  StepCost cost = getStepCost(isa, problem.element);
  int64_t lanes = isa.lanes(problem.accumulatorBits);
  int64_t registers = isa.vectorRegisters;
  // One register holds the broadcast input.
  int64_t available = registers - 1 - cost.temporaries;
  TileChoice best{1, lanes, std::numeric_limits<double>::infinity()};
  int64_t maxVectors = std::min<int64_t>(8, llvm::divideCeil(problem.columns, lanes));
  for (int64_t vectors = 1; vectors <= maxVectors; ++vectors) {
    int64_t panels = llvm::divideCeil(problem.columns, vectors * lanes);
    for (int64_t rows = 1; rows <= problem.rows; ++rows) {
      if (rows * vectors + vectors > available)
        break;
      double cycles = static_cast<double>(problem.rows / rows) *
                      tileCycles(cost, problem, rows, vectors, isa.vectorBits / 8);
      if (int64_t tail = problem.rows % rows)
        cycles += tileCycles(cost, problem, tail, vectors, isa.vectorBits / 8);
      cycles *= static_cast<double>(problem.repetitions * panels);
      if (cycles < best.cycles)
        best = {rows, vectors * lanes, cycles};
    }
  }
  return best;
}

TileChoice qopt::chooseDepthwiseTile(const ISA &isa, const TileProblem &problem) {
  // Each tap is widened and multiplied by itself: no step shares a broadcast.
  int64_t multiplies = problem.element == TileElement::Float32 ? 1 : 2;
  int64_t lanes = isa.lanes(problem.accumulatorBits);
  TileChoice best{1, lanes, std::numeric_limits<double>::infinity()};
  int64_t maxVectors = std::min<int64_t>(4, llvm::divideCeil(problem.columns, lanes));
  for (int64_t vectors = 1; vectors <= maxVectors; ++vectors) {
    int64_t panels = llvm::divideCeil(problem.columns, vectors * lanes);
    for (int64_t rows = 1; rows <= std::min<int64_t>(problem.rows, 8); ++rows) {
      if (rows * vectors + vectors + 2 > isa.vectorRegisters)
        break;
      auto cyclesOf = [&](int64_t count) {
        double work = static_cast<double>(count * vectors * multiplies) / kPorts;
        double loads = static_cast<double>(count * vectors + vectors) / kLoads;
        return problem.steps * std::max({work, loads, kLatency}) + kTileOverhead +
               static_cast<double>(count * vectors * 4) / kPorts;
      };
      double cycles = static_cast<double>(problem.rows / rows) * cyclesOf(rows);
      if (int64_t tail = problem.rows % rows)
        cycles += cyclesOf(tail);
      cycles *= static_cast<double>(problem.repetitions * panels);
      if (cycles < best.cycles)
        best = {rows, vectors * lanes, cycles};
    }
  }
  return best;
}

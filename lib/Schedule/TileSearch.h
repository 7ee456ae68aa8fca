#ifndef QOPT_LIB_SCHEDULE_TILESEARCH_H
#define QOPT_LIB_SCHEDULE_TILESEARCH_H

// What the cost models of all forms of a product share.

#include "qopt/Schedule/TileCosts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace qopt {

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

StepCost getStepCost(const ISA &isa, TileElement element, bool masksInput = false);

// The machine of the model: two multiply ports, two loads and four instructions
// per cycle, a latency of 4 cycles from a multiply to the next on the same
// accumulator. That describes the x86 cores of the last ten years and large ARM
// cores; the choice depends on the ratios only.
inline constexpr double kPorts = 2.0, kLoads = 2.0, kIssue = 4.0, kLatency = 4.0;
/// All vector instructions per cycle: Intel has three ports, of which one joins
/// another for 512 bits.
inline constexpr double kVectorPorts = 3.0, kWideVectorPorts = 2.0;
/// Cycles to set up a tile: addresses, loop, bias.
inline constexpr double kTileOverhead = 12.0;

/// Cycles of all steps and the epilogue of one tile of `rows` by `vectors`.
double tileCycles(const StepCost &cost, const TileProblem &problem, int64_t rows, int64_t vectors,
                  int64_t vectorBytes);

/// Cycles of a problem in tiles of `rows` by `vectors`, where `tile(r, v)` are
/// those of one tile. The last rows, the last lines and the last panel are as
/// small as they are.
template <typename TileCycles>
double problemCycles(const TileProblem &problem, int64_t rows, int64_t vectors, int64_t lanes,
                     TileCycles tile) {
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

/// `problemCycles` in blocks as kernels make them of a tile's rows: nearly equal ones
/// inside of a line, or whole lines.
template <typename TileCycles>
double blockCycles(const TileProblem &problem, int64_t rows, int64_t columns, int64_t lanes,
                   TileCycles tile) {
  if (rows < 2 * problem.rows)
    rows = llvm::divideCeil(problem.rows, llvm::divideCeil(problem.rows, rows));
  else
    rows = std::min(rows / problem.rows, problem.lines) * problem.rows;
  return problemCycles(problem, rows, std::max<int64_t>(1, columns / lanes), lanes, tile);
}

/// Whether kernels make tiles of so many rows. Inside of a line they make as many
/// blocks as even out: of 6, 6 and 2 rows 5, 5 and 4.
inline bool areTileRows(const TileProblem &problem, int64_t rows) {
  if (rows > problem.rows)
    return rows % problem.rows == 0 && rows / problem.rows <= problem.lines;
  int64_t blocks = llvm::divideCeil(problem.rows, rows);
  return static_cast<int64_t>(llvm::divideCeil(problem.rows, blocks)) == rows;
}

/// All tiles of up to `maxRows` by `maxVectors` that `fits`, fastest first; of equals
/// the smaller one.
template <typename Fits, typename TileCycles>
TileChoices listFitting(const TileProblem &problem, int64_t lanes, int64_t maxRows,
                        int64_t maxVectors, Fits fits, TileCycles tile) {
  TileChoices choices;
  maxVectors = std::min<int64_t>(maxVectors, llvm::divideCeil(problem.columns, lanes));
  for (int64_t vectors = 1; vectors <= maxVectors; ++vectors)
    for (int64_t rows = 1; rows <= maxRows && fits(rows, vectors); ++rows)
      if (areTileRows(problem, rows))
        choices.push_back(
            {rows, vectors * lanes, problemCycles(problem, rows, vectors, lanes, tile)});
  llvm::sort(choices, [](const TileChoice &lhs, const TileChoice &rhs) {
    return std::tie(lhs.cycles, lhs.columns, lhs.rows) <
           std::tie(rhs.cycles, rhs.columns, rhs.rows);
  });
  return choices;
}

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_TILESEARCH_H

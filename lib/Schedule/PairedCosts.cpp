#include "TileSearch.h"

using namespace qopt;

/// Cycles of a tile of the last panel, of whose `vectors` the last one has the channels of
/// two positions.
static double pairedTileCycles(const TileProblem &problem, int64_t kernelRows,
                               const PairedWindow &window, int64_t rows, int64_t vectors,
                               int64_t lanes) {
  auto whole = static_cast<double>(rows * (vectors - 1));
  auto couples = static_cast<double>(PairedWindow::countCouples(rows));
  // Elements are broadcast for each position where it has whole vectors, and for each two.
  double loads = static_cast<double>(vectors + (vectors > 1 ? rows : 0)) + couples;
  double products = whole + couples;
  double step = std::max({products / kPorts, loads / kLoads, kLatency});
  // Two loads, shuffles and stores for as many elements as a vector has.
  constexpr double kInterleave = 3.0;
  double windows = static_cast<double>(kernelRows * window.countPairs(rows)) /
                   static_cast<double>(lanes) * kInterleave;
  // The two positions are taken apart at the end.
  return static_cast<double>(problem.steps) * step + windows + 2 * kTileOverhead +
         (whole + 3 * couples) / kPorts;
}

TileChoices qopt::listPairedTiles(const ISA &isa, const TileProblem &problem, int64_t kernelRows,
                                  int64_t pitch, int64_t span) {
  int64_t lanes = isa.lanes(32), registers = static_cast<int64_t>(isa.vectorRegisters);
  int64_t doubled = problem.columns % lanes;
  // Where two positions take as few lanes as one.
  if (problem.element != TileElement::Float32 || lanes < 4 || doubled == 0 || 2 * doubled > lanes)
    return {};
  StepCost cost{1, 0, 0, 0, 1};
  TileChoices choices;
  for (int64_t vectors = 1; vectors * lanes < problem.columns + lanes; ++vectors) {
    TileProblem panels = problem, rest = problem;
    rest.columns = problem.columns % (vectors * lanes);
    panels.columns = problem.columns - rest.columns;
    int64_t restVectors = llvm::divideCeil(rest.columns, lanes);
    auto countRegisters = [&](int64_t rows) {
      int64_t last = rows * (restVectors - 1) + PairedWindow::countCouples(rows) + restVectors;
      return std::max(panels.columns > 0 ? (rows + 1) * vectors : 0, last) + 1;
    };
    for (int64_t rows = 2; countRegisters(rows) <= registers; ++rows) {
      PairedWindow window{pitch, span, rows <= problem.rows};
      if (!areTileRows(problem, rows) || !window.fits(rows))
        continue;
      double cycles = problemCycles(panels, rows, vectors, lanes, [&](int64_t r, int64_t v) {
        return tileCycles(cost, problem, r, v, isa.vectorBits / 8);
      });
      rest.columns = restVectors * lanes;
      cycles += problemCycles(rest, rows, restVectors, lanes, [&](int64_t r, int64_t v) {
        return pairedTileCycles(problem, kernelRows, window, r, v, lanes);
      });
      choices.push_back({rows, vectors * lanes, cycles, doubled});
    }
  }
  return choices;
}

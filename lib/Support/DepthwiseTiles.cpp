#include "qopt/Support/DepthwiseTiles.h"

#include <algorithm>

using namespace qopt;

/// Whether shared rows stay in registers beside the others of `tile`.
static bool canCarryRows(const DepthwiseWindow &window, const QuadTile &tile,
                         const ByteRegisters &registers) {
  constexpr int64_t kTemporaries = 4;
  int64_t shared = window.sharedRows(), kernelRows = window.kernel[0];
  if (shared == 0)
    return false;
  // Where rows are carried only once, one is used up before the next one comes.
  int64_t rows = 2 * shared <= kernelRows ? shared + 1 : kernelRows;
  int64_t perGroup = rows * static_cast<int64_t>(tile.plan.quads.size()) + tile.outputs;
  return tile.groups * perGroup + kTemporaries <= registers.count;
}

/// Instructions per four registers of each output: 8 interleave a quad, 4 multiply.
static double countInstructions(const DepthwiseWindow &window, const QuadTile &tile) {
  int64_t inputRows = (tile.rows - 1) * window.stride[0] + window.kernel[0];
  int64_t quads = inputRows * static_cast<int64_t>(tile.plan.quads.size());
  if (tile.plan.tall)
    quads += tile.rows;
  int64_t products = tile.rows * tile.plan.countProducts(window.kernel[0]);
  return static_cast<double>(8 * quads + 4 * products) /
         static_cast<double>(tile.rows * tile.outputs);
}

/// As many outputs as the registers hold, of as many parts as fill one, but no more than the
/// image has: in a row, or in a column where windows share rows and it takes less.
QuadTile qopt::planQuadTile(const DepthwiseWindow &window, int64_t height, int64_t width,
                            int64_t channels, const ByteRegisters &registers) {
  // Interleaving works in 128-bit lanes, which parts must fill.
  bool fillsLanes = channels % 16 == 0;
  QuadTile tile{1, fillsLanes ? registers.lanes / channels : 1, fillsLanes ? 4 : 1, {}};
  while (tile.parts > width)
    tile.parts /= 2;
  // Few quads per row are what registers can carry from row to row.
  bool hasFewQuads = window.kernel[1] <= 3 && window.sharedRows() > 0;
  int64_t maxOutputs = registers.count >= 32 ? 4 : 2;
  tile.outputs = std::min(hasFewQuads ? 2 : maxOutputs, width / tile.parts);
  tile.plan = planQuads({tile.outputs, window.kernel[1], window.stride[1], window.dilation[1]});
  tile.carriesRows = canCarryRows(window, tile, registers);
  if (tile.carriesRows || window.sharedRows() == 0 || window.dilation[1] != 1)
    return tile;
  QuadTile column = tile;
  column.outputs = 1;
  column.rows = std::min(maxOutputs, height);
  column.plan = planTallQuads(window.kernel[1], window.kernel[0], window.stride[0]);
  return countInstructions(window, column) < countInstructions(window, tile) ? column : tile;
}

#include "TileSearch.h"

#include "qopt/Support/DepthwiseTiles.h"

#include "llvm/ADT/bit.h"

using namespace qopt;

// What depthwise kernels cost (lib/Vectorize/VectorizeDepthwise*.cpp): vector instructions
// as they are written, over those per cycle. Ends are counted as they are computed.

/// Cycles of the loop around a row of a tile.
static constexpr double kRowOverhead = 2.0;

static DepthwiseWindow getWindow(const DepthwiseProblem &problem) {
  return {problem.kernel, problem.stride, problem.dilation};
}

//===----------------------------------------------------------------------===//
// Taps one by one
//===----------------------------------------------------------------------===//

static TileProblem asTileProblem(const DepthwiseProblem &problem) {
  return {problem.images * problem.height,       problem.width,   problem.channels,
          problem.kernel[0] * problem.kernel[1], problem.element, problem.accumulatorBits};
}

/// Cycles of one tile of `rows` output columns.
static double tapTileCycles(const DepthwiseProblem &problem, int64_t rows, int64_t vectors) {
  // Each tap is loaded and widened for itself: no broadcast is shared.
  double multiplies = problem.element == TileElement::Float32 ? 1.0 : 2.0;
  auto accumulators = static_cast<double>(rows * vectors);
  double loads = (accumulators + static_cast<double>(vectors)) / kLoads;
  double work = accumulators * multiplies / kPorts;
  return static_cast<double>(getWindow(problem).countTaps()) * std::max({work, loads, kLatency}) +
         kTileOverhead + accumulators * 4.0 / kPorts;
}

//===----------------------------------------------------------------------===//
// Quads of taps
//===----------------------------------------------------------------------===//

static bool takesQuads(const ISA &isa, const DepthwiseProblem &problem) {
  return problem.element == TileElement::Int8 && (isa.hasByteDot() || isa.multipliesWords()) &&
         QuadTile::fits(getWindow(problem));
}

/// Cycles of all positions of one image for `channels` that share a register.
static double quadChunkCycles(const ISA &isa, const DepthwiseProblem &problem, int64_t channels) {
  // Bytes are interleaved in two steps. An accumulator starts as the bias, and is
  // rescaled and packed.
  constexpr double kInterleave = 2.0, kEpilogue = 3.5;
  DepthwiseWindow window = getWindow(problem);
  QuadTile tile = planQuadTile(window, problem.height, problem.width, channels,
                               {isa.vectorRegisters, isa.vectorBits / 8});
  size_t columns = tile.plan.listColumns(window.dilation[1]).size();
  // Rows that stay in registers are loaded and interleaved once.
  int64_t windowRows = (tile.rows - 1) * problem.stride[0] + problem.kernel[0];
  int64_t newRows = tile.carriesRows ? problem.stride[0] : windowRows;
  int64_t startRows = tile.carriesRows ? window.sharedRows() : 0;

  StepCost cost = getStepCost(isa, problem.element);
  auto groups = static_cast<double>(tile.groups);
  double load =
      std::max(static_cast<double>(columns * tile.parts) / kLoads,
               static_cast<double>(tile.plan.quads.size()) * kInterleave * groups / kPorts);
  auto products = static_cast<double>(tile.rows * tile.plan.countProducts(problem.kernel[0]) *
                                      cost.multiplies * tile.groups);
  double ends = static_cast<double>(tile.rows * tile.outputs) * groups * kEpilogue;
  // Each output row has a quad of several rows that it does not share.
  double tall = tile.plan.tall ? static_cast<double>(tile.rows) * kInterleave * groups : 0.0;
  double row =
      static_cast<double>(newRows) * load + (products + ends + tall) / kPorts + kRowOverhead;
  double start = static_cast<double>(startRows) * load;
  int64_t tiles = llvm::divideCeil(problem.width, tile.width());
  int64_t rows = llvm::divideCeil(problem.height, tile.rows);
  return static_cast<double>(tiles) * (kTileOverhead + start + row * static_cast<double>(rows));
}

static double quadCycles(const ISA &isa, const DepthwiseProblem &problem) {
  int64_t lanes = isa.vectorBits / 8, whole = problem.channels / lanes;
  double cycles = whole > 0 ? static_cast<double>(whole) * quadChunkCycles(isa, problem, lanes) : 0;
  // The rest in chunks of a power of two.
  for (int64_t rest = problem.channels % lanes; rest > 0;) {
    auto channels = static_cast<int64_t>(llvm::bit_floor(static_cast<uint64_t>(rest)));
    cycles += quadChunkCycles(isa, problem, channels);
    rest -= channels;
  }
  return static_cast<double>(problem.images) * cycles;
}

//===----------------------------------------------------------------------===//
// Pairs of taps
//===----------------------------------------------------------------------===//

static bool takesPairs(const ISA &isa, const DepthwiseProblem &problem) {
  return isa.multipliesWords() && problem.element == TileElement::Int8 &&
         problem.accumulatorBits == 32 && PairTile::fits(getWindow(problem));
}

/// Cycles of a tile of `rows` by `columns` output positions, for the channels of a register.
static double pairTileCycles(const ISA &isa, const DepthwiseProblem &problem, int64_t rows,
                             int64_t columns) {
  // Two rows of a column are interleaved and widened. Products are vpmaddwd and vpaddd.
  constexpr double kInterleave = 2.0, kMultiplyAdd = 2.0, kEpilogue = 4.0;
  int64_t height = (rows - 1) * problem.stride[0] + problem.kernel[0];
  int64_t width = (columns - 1) * problem.stride[1] + problem.kernel[1];
  int64_t products = 0;
  for (int64_t row = 0; row < rows; ++row) {
    int64_t first = row * problem.stride[0], last = first + problem.kernel[0] - 1;
    products += (last / 2 - first / 2 + 1) * problem.kernel[1] * columns;
  }
  auto pairs = static_cast<double>(llvm::divideCeil(height, 2) * width);
  double instructions = pairs * kInterleave + static_cast<double>(products) * kMultiplyAdd +
                        static_cast<double>(rows * columns) * kEpilogue;
  double loads = 2 * pairs + static_cast<double>(products);
  double ports = isa.vectorBits >= 512 ? kWideVectorPorts : kVectorPorts;
  return std::max(instructions / ports, loads / kLoads) + kRowOverhead;
}

static double pairCycles(const ISA &isa, const DepthwiseProblem &problem) {
  constexpr int64_t kTileRows = PairTile::kRows;
  int64_t columns = PairTile::countColumns(problem.width), rest = problem.width % columns;
  auto rowCycles = [&](int64_t rows) {
    double cycles =
        static_cast<double>(problem.width / columns) * pairTileCycles(isa, problem, rows, columns);
    return rest > 0 ? cycles + pairTileCycles(isa, problem, rows, rest) : cycles;
  };
  double image = static_cast<double>(problem.height / kTileRows) * rowCycles(kTileRows);
  if (problem.height % kTileRows != 0)
    image += rowCycles(1);
  int64_t lanes = isa.lanes(32), rest32 = problem.channels % lanes;
  int64_t chunks = problem.channels / lanes + llvm::popcount(static_cast<uint64_t>(rest32));
  return static_cast<double>(problem.images * chunks) * image;
}

//===----------------------------------------------------------------------===//
// All forms
//===----------------------------------------------------------------------===//

TileChoices qopt::listDepthwiseTiles(const ISA &isa, const DepthwiseProblem &problem) {
  auto fits = [&](int64_t rows, int64_t vectors) {
    return (rows + 1) * vectors + 2 <= static_cast<int64_t>(isa.vectorRegisters);
  };
  return listFitting(
      asTileProblem(problem), isa.lanes(problem.accumulatorBits), /*maxRows=*/8, /*maxVectors=*/4,
      fits, [&](int64_t rows, int64_t vectors) { return tapTileCycles(problem, rows, vectors); });
}

double qopt::predictDepthwiseCycles(const ISA &isa, const DepthwiseProblem &problem, int64_t rows,
                                    int64_t columns) {
  if (takesPairs(isa, problem))
    return pairCycles(isa, problem);
  if (takesQuads(isa, problem))
    return quadCycles(isa, problem);
  return blockCycles(
      asTileProblem(problem), rows, columns, isa.lanes(problem.accumulatorBits),
      [&](int64_t tileRows, int64_t vectors) { return tapTileCycles(problem, tileRows, vectors); });
}

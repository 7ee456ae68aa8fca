#include "TileSearch.h"

#include "qopt/Schedule/Chains.h"
#include "qopt/Support/CacheSizes.h"

#include <numeric>

using namespace qopt;

/// A panel of weights beyond this many bytes streams from the second-level
/// cache, at half the rate.
constexpr int64_t kFirstLevelBytes = 24 * 1024;

StepCost qopt::getStepCost(const ISA &isa, TileElement element, bool masksInput) {
  if (element == TileElement::Float32)
    return {1, 0, 0, 0, 1};
  if (element == TileElement::Int16)
    return {2, 0, 0, 1, 4};
  // vpmaddwd and vpaddd, and a mask for each broadcast that was not widened ahead.
  if (element == TileElement::Int8ByWord)
    return {1, 1, masksInput ? 1 : 0, 1, 4};
  switch (isa.dot) {
  case DotLowering::Amx:
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

/// Whether the input of a tile's rows falls into so few sets of the first-level cache, of 64
/// lines in 8 ways at least, that each step has to fetch it again.
static bool evictsRows(int64_t rowPitch, int64_t rows) {
  constexpr int64_t kLineBytes = 64, kWayBytes = 64 * kLineBytes, kWays = 8;
  int64_t sets = kWayBytes / std::max(kLineBytes, std::gcd(rowPitch, kWayBytes));
  return rowPitch != 0 && llvm::divideCeil(rows, sets) >= kWays;
}

/// Whether the weights of all channels stay in registers beside the accumulators of a tile.
static bool keepsWeights(const TileProblem &problem, int64_t rows, int64_t vectors,
                         int64_t vectorBytes) {
  constexpr int64_t kRegisters = 32;
  return problem.overlap > 0 && problem.element == TileElement::Int8 &&
         vectors * vectorBytes / 4 >= problem.columns &&
         (problem.steps + rows) * vectors < kRegisters;
}

/// Whether all panels of a block of positions follow one another, because input and output
/// leave the second-level cache: each tile then makes the constants of its epilogue anew.
static bool alternatesPanels(const TileProblem &problem, int64_t columns) {
  int64_t positions = problem.repetitions * problem.lines * problem.rows;
  return columns < problem.columns &&
         positions * (problem.columns + 4 * problem.steps) > kStreamedBytes;
}

/// Cycles of one tile besides its steps.
static double getOverhead(const StepCost &cost, const TileProblem &problem, int64_t rows,
                          int64_t vectors, int64_t vectorBytes) {
  auto accumulators = static_cast<double>(rows * vectors);
  if (problem.overlap == 0 || problem.element != TileElement::Int8)
    return kTileOverhead + accumulators * static_cast<double>(cost.epilogue) / kPorts;
  // The last vector of a line's channels may be half of one. Pieces of four rows then fill
  // registers of bytes best.
  constexpr double kUnevenRows = 8.0;
  int64_t lanes = vectorBytes / 4, rest = problem.columns % lanes;
  double uneven = 0.0;
  if (rest > 0 && 2 * rest <= lanes && vectors * lanes >= problem.columns) {
    accumulators -= 0.5 * static_cast<double>(rows);
    uneven = rows % 4 != 0 ? kUnevenRows : 0.0;
  }
  // Measured on Zen 4, for reductions of 16 to 1152 elements: what an epilogue multiplies
  // takes time anyhow, all of it does where the tile has more accumulators than overlap.
  constexpr double kLeast = 2.0, kMultiplies = 0.25, kExposed = 0.9;
  // Weights come again for each tile, and rows of less than a register of bytes in parts;
  // three quarters of one are two.
  constexpr double kWeights = 0.03, kPart = 0.1, kTwoParts = 0.5;
  constexpr double kConstants = 1.0;
  double exposed = std::max(0.0, accumulators - static_cast<double>(problem.overlap));
  double weights = keepsWeights(problem, rows, vectors, vectorBytes)
                       ? 0.0
                       : kWeights * static_cast<double>(problem.steps * vectors);
  if (alternatesPanels(problem, vectors * lanes))
    weights += kConstants * static_cast<double>(vectors);
  double parts = vectors == 3 ? kTwoParts : vectors < 4 ? kPart : 0.0;
  return kLeast + accumulators * kMultiplies + exposed * kExposed + weights +
         parts * static_cast<double>(rows) + uneven;
}

/// Cycles of all steps and the epilogue of one tile of `rows` by `vectors`.
double qopt::tileCycles(const StepCost &cost, const TileProblem &problem, int64_t rows,
                        int64_t vectors, int64_t vectorBytes) {
  bool streams = problem.steps * vectors * vectorBytes > kFirstLevelBytes;
  double loads = (streams ? 2.0 : 1.0) * vectors + rows;
  auto issuedLoads = static_cast<double>(vectors + rows);
  if (keepsWeights(problem, rows, vectors, vectorBytes))
    issuedLoads = loads = static_cast<double>(rows);
  double multiplies = static_cast<double>(rows * vectors * cost.multiplies);
  double vectorOps =
      multiplies + static_cast<double>(rows * (vectors * cost.others + cost.broadcast));
  double vectorPorts = vectorBytes >= 64 ? kWideVectorPorts : kVectorPorts;
  // Additions get in the way of multiplications on the ports that both can take.
  constexpr double kWordConflicts = 1.09;
  if (problem.element == TileElement::Int8ByWord)
    vectorOps *= kWordConflicts;
  // Lines from the second-level cache.
  constexpr double kFetch = 2.2;
  double fetches = evictsRows(problem.rowPitch, rows) ? static_cast<double>(rows + vectors) : 0.0;
  // Where the model's cycle is two of the CPU's, the latency is half as many.
  double latency = problem.overlap > 0 ? kLatency / 2 : kLatency;
  double step = std::max({multiplies / kPorts, vectorOps / vectorPorts, loads / kLoads,
                          (vectorOps + issuedLoads) / kIssue, latency, fetches * kFetch});
  return problem.steps * step + getOverhead(cost, problem, rows, vectors, vectorBytes);
}

TileChoices qopt::listTiles(const ISA &isa, const TileProblem &problem) {
  StepCost cost = getStepCost(isa, problem.element, problem.masksInput);
  // One register holds the broadcast input.
  int64_t available = static_cast<int64_t>(isa.vectorRegisters) - 1 - cost.temporaries;
  auto fits = [=](int64_t rows, int64_t vectors) { return (rows + 1) * vectors <= available; };
  return listFitting(problem, isa.lanes(problem.accumulatorBits), available, /*maxVectors=*/8, fits,
                     [&](int64_t rows, int64_t vectors) {
                       return tileCycles(cost, problem, rows, vectors, isa.vectorBits / 8);
                     });
}

double qopt::predictTileCycles(const ISA &isa, const TileProblem &problem, int64_t rows,
                               int64_t columns) {
  StepCost cost = getStepCost(isa, problem.element, problem.masksInput);
  return blockCycles(problem, rows, columns, isa.lanes(problem.accumulatorBits),
                     [&](int64_t tileRows, int64_t vectors) {
                       return tileCycles(cost, problem, tileRows, vectors, isa.vectorBits / 8);
                     });
}

/// Cycles of all products of `products` registers of accumulators in chains: `vpmaddubsw`
/// and `vpaddw` per slot; `vpmaddwd` and `vpaddd` per chain, whose first slot adds to
/// nothing. Vector instructions and loads get in each other's way: measured on Zen 4 for
/// reductions of 24 to 1024 elements, relative to products of words.
static double chainCycles(const ISA &isa, const ChainCounts &counts, int64_t products,
                          int64_t loadsPerSlot) {
  constexpr double kVectorOp = 0.31, kWideVectorOp = 0.5, kLoad = 0.17;
  auto slots = static_cast<double>(counts.slots), chains = static_cast<double>(counts.chains);
  double vectorOp = isa.vectorBits >= 512 ? kWideVectorOp : kVectorOp;
  return std::max((slots + chains) * static_cast<double>(products) / kPorts,
                  (2 * slots + chains) * static_cast<double>(products) * vectorOp +
                      slots * static_cast<double>(loadsPerSlot) * kLoad);
}

TileChoice qopt::chooseChainTile(const ISA &isa, const TileProblem &problem, int64_t vectors,
                                 int64_t maxLength, const ChainCounts &counts) {
  // There is a loop for each length of chains, of which the end is mispredicted.
  constexpr double kLoop = 10.0, kEpilogue = 6.0;
  int64_t registers = static_cast<int64_t>(isa.vectorRegisters);
  auto fits = [&](int64_t rows) {
    // Weights of a chain, input, two products and ones; or accumulators of 16 and of 32 bits,
    // and a register for products.
    if (maxLength * vectors <= kHeldChainWeights)
      return (rows + maxLength) * vectors + 4 <= registers;
    return 2 * rows * vectors + vectors + 2 <= registers;
  };
  auto tileCycles = [&](int64_t rows) {
    int64_t products = rows * vectors;
    double overhead = kTileOverhead + static_cast<double>(maxLength) * kLoop +
                      static_cast<double>(products) * kEpilogue / kPorts;
    return chainCycles(isa, counts, products, vectors + rows + 1) +
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

TileChoice qopt::choosePositionTile(const ISA &isa, const TileProblem &problem, int64_t columns,
                                    int64_t quads, int64_t maxRegisters,
                                    const ChainCounts &counts) {
  // Results are staged, and then transposed to where they belong.
  constexpr double kPanelOverhead = 12.0, kPackQuad = 5.0, kEpilogue = 3.3, kSwitch = 18.0;
  int64_t lanes = isa.lanes(32), all = problem.repetitions * problem.lines * problem.rows;
  auto tileCycles = [&](int64_t registers) {
    int64_t products = registers * columns;
    // A panel's loops run otherwise than the one's before: branches are mispredicted.
    double switches = kSwitch / static_cast<double>(std::max<int64_t>(1, maxRegisters / registers));
    double overhead = kPanelOverhead + switches + static_cast<double>(products) * kEpilogue;
    return chainCycles(isa, counts, products, registers + columns + 1) +
           static_cast<double>(counts.panels) * overhead +
           static_cast<double>(quads * registers) * kPackQuad;
  };
  TileChoice best{lanes, columns, std::numeric_limits<double>::infinity()};
  // Weights of two slots, input, two products and ones.
  int64_t fitting = (static_cast<int64_t>(isa.vectorRegisters) - 4 - 2 * columns) / columns;
  int64_t blocks = llvm::divideCeil(all, lanes);
  for (int64_t registers = 1; registers <= std::min(fitting, maxRegisters); ++registers) {
    int64_t tiles = llvm::divideCeil(blocks, registers), larger = blocks % tiles;
    double cycles = static_cast<double>(larger) * tileCycles(blocks / tiles + 1) +
                    static_cast<double>(tiles - larger) * tileCycles(blocks / tiles);
    if (cycles < best.cycles)
      best = {registers * lanes, columns, cycles};
  }
  return best;
}

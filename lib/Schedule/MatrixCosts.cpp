#include "TileSearch.h"
#include "qopt/Support/MatrixRegisters.h"

using namespace qopt;

// From Intel's optimization manual: a product takes a cycle for each of 16 rows, a
// load of a matrix 8, a store 16. Not measured, nor is the share of the loads that
// does not hide behind products.
constexpr double kProduct = 16.0, kLoad = 8.0, kStore = 16.0, kExposed = 0.25;
/// Cycles to set up the shapes, and to wait for the last product.
constexpr double kSetup = 80.0;
/// Cycles per vector of the epilogue, whose accumulators come from memory.
constexpr double kEpilogue = 5.0 / kPorts;

namespace {

/// Cycles of tiles, which are cut into matrices.
class MatrixCost {
public:
  MatrixCost(const TileProblem &problem, int64_t runSteps)
      : problem(problem), chunks(runSteps),
        chunkCount(static_cast<double>(problem.steps / runSteps * chunks.count)) {}

  bool fits(int64_t rows, int64_t vectors) const { return plan(rows, vectors).fits; }

  double operator()(int64_t rows, int64_t vectors) const {
    int64_t groups = countMatrixGroups(rows, problem.rows);
    auto products = static_cast<double>(groups * vectors);
    MatrixRegisterPlan registers = plan(rows, vectors);
    bool keepsLeft = registers.lhsCount == groups;
    double loads = static_cast<double>(vectors + (keepsLeft ? groups : groups * vectors)) * kLoad;
    // A load into the only register waits for the product before it.
    double exposed = registers.lhsCount == 1 && groups > 1 ? 1.0 : kExposed;
    double chunk = std::max(products * kProduct + exposed * loads, loads);
    return chunkCount * chunk + products * kStore + kSetup +
           static_cast<double>(rows * vectors) * kEpilogue;
  }

private:
  MatrixRegisterPlan plan(int64_t rows, int64_t vectors) const {
    return {countMatrixGroups(rows, problem.rows), vectors, chunks};
  }

  const TileProblem &problem;
  MatrixChunks chunks;
  double chunkCount;
};

} // namespace

llvm::SmallVector<MatrixTileChoice>
qopt::listMatrixTiles(const ISA &isa, const TileProblem &problem, int64_t runSteps) {
  if (!isa.hasMatrixRegisters() || problem.element != TileElement::Int8 ||
      problem.accumulatorBits != 32)
    return {};
  MatrixCost cost(problem, runSteps);
  TileChoices tiles = listFitting(
      problem, kMatrixColumns, kMaxMatrixTile, kMatrixRegisters,
      [&](int64_t rows, int64_t vectors) { return cost.fits(rows, vectors); }, cost);
  return llvm::map_to_vector(tiles, [](TileChoice tile) { return MatrixTileChoice{tile}; });
}

double qopt::predictMatrixCycles(const TileProblem &problem, int64_t runSteps, int64_t rows,
                                 int64_t columns) {
  return problemCycles(problem, std::min(rows, problem.rows * problem.lines),
                       std::max<int64_t>(1, columns / kMatrixColumns), kMatrixColumns,
                       MatrixCost(problem, runSteps));
}

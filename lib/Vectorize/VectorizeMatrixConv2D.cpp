#include "ConvolutionTiles.h"
#include "VectorizeConvolution.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/MatrixRegisters.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

constexpr StringLiteral kFileAttrName = "qint.matrix_file", kSumsAttrName = "qint.matrix_sums";

/// Matrices of 16 output channels by up to 16 neighbouring output positions that
/// one tile of the convolution is cut into.
struct MatrixTiling {
  /// First positions of the groups, which all have `rows`. Where positions do not
  /// divide, neighbouring groups share some.
  SmallVector<int64_t> groups;
  int64_t rows;
  /// Groups of 16 channels.
  int64_t vectors;

  MatrixRegisterPlan plan(const MatrixChunks &chunks) const {
    return {static_cast<int64_t>(groups.size()), vectors, chunks};
  }
};

/// `qint.scheduled.conv2d` by products of whole matrices, on the same packed
/// weights: the bytes of four steps of 16 channels are a row of the right factor,
/// those of a position in the input a row of the left one.
class MatrixConv2DKernel {
public:
  MatrixConv2DKernel(KernelBuilder &builder, ScheduledConv2DOp op);

  bool fits();
  void emit();

private:
  using Values = KernelBuilder::Values;

  MatrixTiling cut(int64_t rows, int64_t vectors) const;
  void configure(const MatrixTiling &tiling, const MatrixRegisterPlan &plan);
  void emitRun(const MatrixTiling &tiling, const MatrixRegisterPlan &plan, Value inputOffset,
               Value firstStep);
  void emitChunk(const MatrixTiling &tiling, const MatrixRegisterPlan &plan, Value inputOffset,
                 Value firstStep, bool isLast);
  Values emitTile(ValueRange start, const ConvolutionTiles::Tile &tile);

  KernelBuilder &builder;
  ScheduledConv2DOp op;
  FlatBuffer input, weights, file, sums;
  ConvolutionTiles tiles;
  /// Runs of neighbouring input elements in a kernel row, and steps of a run.
  int64_t runsPerRow, runSteps;
  MatrixChunks chunks;
  /// Where the weights of the current tile's panel start.
  Value panelOffset;
};

} // namespace

MatrixConv2DKernel::MatrixConv2DKernel(KernelBuilder &builder, ScheduledConv2DOp op)
    : builder(builder), op(op), input(builder.flatten(op.getInput())),
      weights(builder.flatten(op.getWeights())), tiles(builder, op, input, op.getGroups()),
      runsPerRow(op.getKernel()[1] / op.getRunColumns()),
      runSteps(op.countSteps(op.getRunLength())), chunks(runSteps) {}

/// Positions of one line are rows at equal distances.
MatrixTiling MatrixConv2DKernel::cut(int64_t rows, int64_t vectors) const {
  MatrixTiling tiling;
  tiling.vectors = vectors;
  int64_t width = tiles.getLineRows(rows);
  int64_t parts = llvm::divideCeil(width, kMatrixRows);
  tiling.rows = llvm::divideCeil(width, parts);
  for (int64_t line = 0; line < rows; line += width)
    for (int64_t part = 0; part < parts; ++part)
      tiling.groups.push_back(line + std::min(part * tiling.rows, width - tiling.rows));
  return tiling;
}

bool MatrixConv2DKernel::fits() {
  return cut(op.getTile().getRows(), tiles.columns() / kMatrixColumns).plan(chunks).fits;
}

void MatrixConv2DKernel::emit() {
  file = builder.getStack(kFileAttrName, kMatrixFileBytes, builder.getI8Type());
  sums = builder.getStack(kSumsAttrName, kMaxMatrixTile * kMatrixColumns, builder.getI32Type());
  tiles.emit(weights, [&](Values start, const ConvolutionTiles::Tile &tile) {
    return emitTile(start, tile);
  });
}

/// Shapes for one tile; the accumulators start from zero.
void MatrixConv2DKernel::configure(const MatrixTiling &tiling, const MatrixRegisterPlan &plan) {
  SmallVector<int64_t> rows(kMatrixRegisters, 0), bytes(kMatrixRegisters, 0);
  auto set = [&](int64_t number, int64_t count, int64_t rowBytes) {
    rows[number] = count;
    bytes[number] = rowBytes;
  };
  for (int64_t i = 0; i < plan.lhs; ++i)
    set(i, tiling.rows, kMatrixRowBytes);
  if (chunks.equal() > 0) {
    for (int64_t i = 0; i < plan.lhsCount; ++i)
      set(plan.lhs + i, tiling.rows, 4 * chunks.steps);
    for (int64_t i = 0; i < plan.rhsCount; ++i)
      set(plan.rhs + i, chunks.steps, kMatrixRowBytes);
  }
  if (!chunks.areEqual()) {
    set(plan.lastLhs, tiling.rows, 4 * chunks.lastSteps);
    set(plan.lastRhs, chunks.lastSteps, kMatrixRowBytes);
  }
  VectorMatrixConfigureOp::create(builder, file.memref, rows, bytes);
}

/// The products of one chunk. Right factors stay for all groups; left ones too,
/// where there is a register for each.
void MatrixConv2DKernel::emitChunk(const MatrixTiling &tiling, const MatrixRegisterPlan &plan,
                                   Value inputOffset, Value firstStep, bool isLast) {
  int64_t steps = isLast ? chunks.lastSteps : chunks.steps;
  int64_t lhs = isLast ? plan.lastLhs : plan.lhs, lhsCount = isLast ? 1 : plan.lhsCount;
  int64_t rhs = isLast ? plan.lastRhs : plan.rhs, rhsCount = isLast ? 1 : plan.rhsCount;
  auto groups = static_cast<int64_t>(tiling.groups.size());
  int64_t stepBytes = 4 * tiles.columns();
  Value weightOffset = builder.add(panelOffset, builder.mul(firstStep, stepBytes));
  int64_t rowStride = tiles.inputDistance(1) - tiles.inputDistance(0);
  for (int64_t v = 0; v < tiling.vectors; ++v) {
    int64_t right = rhs + v % rhsCount;
    VectorMatrixLoadOp::create(builder, file.memref, weights.memref,
                               builder.add(weightOffset, v * kMatrixRowBytes), right, stepBytes,
                               steps, kMatrixRowBytes);
    for (int64_t g = 0; g < groups; ++g) {
      int64_t left = lhs + g % lhsCount;
      if (v == 0 || lhsCount < groups)
        VectorMatrixLoadOp::create(builder, file.memref, input.memref,
                                   builder.add(inputOffset, tiles.inputDistance(tiling.groups[g])),
                                   left, rowStride, tiling.rows, 4 * steps);
      VectorMatrixDotOp::create(builder, file.memref, g * tiling.vectors + v, left, right,
                                tiling.rows, steps);
    }
  }
}

void MatrixConv2DKernel::emitRun(const MatrixTiling &tiling, const MatrixRegisterPlan &plan,
                                 Value inputOffset, Value firstStep) {
  auto emitAt = [&](Value chunk, bool isLast) {
    Value step = builder.mul(chunk, chunks.steps);
    emitChunk(tiling, plan, builder.add(inputOffset, builder.mul(step, 4)),
              builder.add(firstStep, step), isLast);
  };
  builder.loop(0, chunks.equal(), 1, [&](Value chunk) { emitAt(chunk, false); });
  if (!chunks.areEqual())
    emitAt(builder.index(chunks.equal()), true);
}

/// All products of a tile, which go through memory to the vector registers of the
/// epilogue. `start` are the accumulators before them, in rows.
KernelBuilder::Values MatrixConv2DKernel::emitTile(ValueRange start,
                                                   const ConvolutionTiles::Tile &tile) {
  MatrixTiling tiling = cut(tile.rows, tile.vectors);
  MatrixRegisterPlan plan = tiling.plan(chunks);
  int64_t stepsPerRow = runsPerRow * runSteps;
  panelOffset = builder.mul(tile.panel, weights.strides[1]);
  configure(tiling, plan);
  builder.loop(0, op.getKernel()[0], 1, [&](Value kernelRow) {
    builder.loop(0, runsPerRow, 1, [&](Value run) {
      Value distance = tiles.offsetOf({{kernelRow, op.getDilation()[0] * input.strides[1]},
                                       {run, op.getDilation()[1] * input.strides[2]}});
      emitRun(tiling, plan, builder.add(tile.inputOffset, distance),
              tiles.offsetOf({{kernelRow, stepsPerRow}, {run, runSteps}}));
    });
  });

  int64_t rowStride = tile.vectors * kMatrixColumns;
  for (auto [g, first] : llvm::enumerate(tiling.groups))
    for (int64_t v = 0; v < tile.vectors; ++v)
      VectorMatrixStoreOp::create(
          builder, file.memref, sums.memref, builder.index(first * rowStride + v * kMatrixColumns),
          static_cast<int64_t>(g) * tile.vectors + v, rowStride, tiling.rows);
  Values results;
  for (auto [i, value] : llvm::enumerate(start)) {
    Value offset = builder.index(static_cast<int64_t>(i) * kMatrixColumns);
    results.push_back(builder.add(value, builder.load(sums, offset, kMatrixColumns)));
  }
  return results;
}

bool qopt::vectorizeMatrixConv2D(KernelBuilder &builder, ScheduledConv2DOp op) {
  if (!op.getMatrixRegisters() || !builder.isa().hasMatrixRegisters())
    return false;
  MatrixConv2DKernel kernel(builder, op);
  if (!kernel.fits())
    return false;
  kernel.emit();
  return true;
}

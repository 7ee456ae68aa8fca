#include "PositionPairs.h"

using namespace mlir;
using namespace qopt;

static constexpr StringLiteral kWindowAttrName = "qint.paired_window";

PositionPairs::PositionPairs(KernelBuilder &builder, qint::ScheduledConv2DOp op,
                             const FlatBuffer &input, const ConvolutionTiles &tiles)
    : builder(builder), input(input), tiles(tiles), doubledChannels(op.getDoubledChannels()),
      pitch(op.getStride()[1] * input.strides[2]) {
  int64_t runs = op.getKernel()[1] / op.getRunColumns();
  span = (runs - 1) * op.getDilation()[1] * input.strides[2] + op.getRunLength();
}

bool PositionPairs::canVectorize(KernelBuilder &builder, qint::ScheduledConv2DOp op) {
  int64_t doubled = op.getDoubledChannels(), groups = op.getGroups();
  int64_t lanes = builder.lanes(op.getBias().getType().getElementType());
  int64_t rest = op.getOutput().getType().getDimSize(3) / groups % op.getTile().getColumns();
  return doubled == 0 || (2 * doubled <= lanes && (rest - doubled) % lanes == 0);
}

PairedWindow PositionPairs::getWindow(int64_t rows) const {
  return {pitch, span, tiles.getLineRows(rows) == rows};
}

/// Lanes `first`, `first + step`, … repeated `times` each.
static Value pick(KernelBuilder &builder, Value vector, int64_t first, int64_t step,
                  int64_t times) {
  SmallVector<int64_t> lanes;
  for (int64_t lane = 0; lane < getLanes(vector); ++lane)
    lanes.push_back((first + lane / times * step) % getLanes(vector));
  return vector::ShuffleOp::create(builder, vector, vector, lanes);
}

PositionPairs::Values PositionPairs::join(ValueRange accumulators,
                                          const ConvolutionTiles::Tile &tile) {
  Values joined, doubled;
  for (int64_t row = 0; row < tile.rows; ++row) {
    ValueRange vectors = accumulators.slice(row * tile.vectors, tile.vectors);
    // All rows start alike.
    doubled.push_back(row == 0 ? pick(builder, vectors.back(), 0, 1, 2) : doubled.front());
    llvm::append_range(joined, vectors.drop_back());
    if (!arePaired(tile))
      joined.push_back(doubled.back());
  }
  if (arePaired(tile))
    llvm::append_range(joined,
                       ValueRange(doubled).take_front(PairedWindow::countCouples(tile.rows)));
  return joined;
}

PositionPairs::Values PositionPairs::split(ValueRange accumulators,
                                           const ConvolutionTiles::Tile &tile) {
  bool paired = arePaired(tile);
  int64_t whole = tile.vectors - 1, step = paired ? whole : tile.vectors;
  Values rows;
  for (int64_t row = 0; row < tile.rows; ++row) {
    llvm::append_range(rows, accumulators.slice(row * step, whole));
    int64_t couple = row / 2;
    Value last = accumulators[paired ? tile.rows * whole + couple : row * step + whole];
    int64_t slot = paired ? row - PairedWindow::first(couple, tile.rows) : 0;
    rows.push_back(pick(builder, last, slot, 2, 1));
  }
  return rows;
}

void PositionPairs::fill(Value inputOffset, int64_t rows) {
  if (!buffer)
    buffer = builder.getStack(kWindowAttrName, 2 * PairedWindow::kMaxPairs, input.elementType);
  start = inputOffset;
  PairedWindow window = getWindow(rows);
  auto interleave = [&](Value first, Value second, int64_t begin, int64_t count) {
    builder.chunks(count, lanes(), [&](Value offset, int64_t width) {
      Value both = builder.interleave(builder.load(input, builder.add(first, offset), width),
                                      builder.load(input, builder.add(second, offset), width));
      builder.store(both, buffer, builder.mul(builder.add(offset, begin), 2));
    });
  };
  auto positionOf = [&](int64_t index) {
    return builder.add(inputOffset, tiles.inputDistance(index));
  };
  if (window.isShared(rows))
    return interleave(positionOf(0), positionOf(1), 0, window.countPairs(rows));
  for (int64_t couple = 0; couple < PairedWindow::countCouples(rows); ++couple) {
    int64_t first = PairedWindow::first(couple, rows);
    interleave(positionOf(first), positionOf(std::min(first + 1, rows - 1)),
               window.begin(couple, rows), span);
  }
}

Value PositionPairs::loadBoth(Value offset, int64_t couple, int64_t rows) {
  Value inWindow = builder.createOrFold<arith::SubIOp>(offset, start);
  Value begin = builder.add(inWindow, getWindow(rows).begin(couple, rows));
  Value pair = builder.load(buffer, builder.mul(begin, 2), 2);
  Type word = builder.getI64Type();
  Value scalar = vector::ExtractOp::create(
      builder, vector::BitCastOp::create(builder, builder.vectorType(1, word), pair), 0);
  return vector::BitCastOp::create(builder, builder.vectorType(lanes(), input.elementType),
                                   builder.broadcast(scalar, lanes() / 2));
}

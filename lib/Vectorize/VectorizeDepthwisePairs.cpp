#include "Epilogue.h"
#include "KernelBuilder.h"
#include "VectorizeConvolution.h"

#include <array>
#include <map>
#include <optional>

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

constexpr int64_t kTileRows = PairTile::kRows;

/// Two input rows of a column whose bytes are interleaved, or one by itself.
struct RowPair {
  int64_t first;
  std::optional<int64_t> second;
};

/// A depthwise convolution of bytes by products of words: the bytes of two rows of a
/// column are interleaved and widened, so that a lane sums two taps of one channel. Two
/// output rows share what they read.
class DepthwisePairKernel {
public:
  DepthwisePairKernel(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        epilogue(builder, op), packedChannels(weights.strides[1]), kernel(op.getKernel()),
        stride(op.getStride()) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  /// What all positions of some channels share: the start of sums, and the weights of
  /// two taps of a kernel column, by rows and column. Row -1 stands for zeros.
  struct Chunk {
    Value batch, channel;
    int64_t channels;
    Value bias;
    std::map<std::array<int64_t, 3>, Value> weights;
  };
  struct Tile {
    Value row, column;
    int64_t rows, columns;
  };

  /// Output rows and columns of which the first-level cache holds what neighbouring channels
  /// read.
  struct Band {
    int64_t rows, columns;
  };
  struct Area {
    Value batch, row, column;
    int64_t rows, columns;
  };

  Band chooseBand() const;
  int64_t inputRows(int64_t rows) const { return (rows - 1) * stride[0] + kernel[0]; }
  void emitArea(const Area &area);
  void loadWeights(Chunk &chunk, int64_t rows);
  SmallVector<RowPair> pairRows(int64_t rows) const;
  std::array<int64_t, 3> findTaps(const RowPair &pair, int64_t row, int64_t column) const;
  Value interleave(Value lhs, Value rhs, bool isUnsigned);
  Value loadPair(const Chunk &chunk, Value offset, const RowPair &pair);
  void emitRows(Chunk &chunk, const Area &area, Value row, int64_t rows);
  void emitTile(Chunk &chunk, const Tile &tile);
  void addPair(Chunk &chunk, const Tile &tile, Value offset, const RowPair &pair, int64_t x,
               Values &sums);
  void store(const Chunk &chunk, const Tile &tile, int64_t first, int64_t columns, ValueRange sums);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  int64_t packedChannels;
  ArrayRef<int64_t> kernel, stride;
};

} // namespace

/// Whole rows, or where the first-level cache does not hold those of a tile, parts of them:
/// the lines of a band are fetched once for all channels that lie in them.
DepthwisePairKernel::Band DepthwisePairKernel::chooseBand() const {
  constexpr int64_t kCacheBytes = 24 * 1024, kLineBytes = 64;
  int64_t height = epilogue.getOutput().shape[1], width = epilogue.getOutput().shape[2];
  int64_t pixelBytes = std::min(kLineBytes, input.strides[2]);
  int64_t rows = (kCacheBytes / (input.shape[2] * pixelBytes) - kernel[0]) / stride[0] + 1;
  if (rows < kTileRows) {
    int64_t fitting = kCacheBytes / (inputRows(kTileRows) * pixelBytes * stride[1]);
    int64_t parts = llvm::divideCeil(width, std::max(fitting, PairTile::kColumns));
    int64_t columns = llvm::alignTo(llvm::divideCeil(width, parts), PairTile::kColumns);
    return {kTileRows, std::min(columns, width)};
  }
  rows = std::max(kTileRows, std::min(rows / kTileRows * kTileRows, height));
  int64_t bands = llvm::divideCeil(height, rows);
  rows = llvm::alignTo(llvm::divideCeil(height, bands), kTileRows);
  return {rows, width};
}

void DepthwisePairKernel::emit() {
  ArrayRef<int64_t> shape = epilogue.getOutput().shape;
  Band band = chooseBand();
  auto forEach = [&](int64_t extent, int64_t step, function_ref<void(Value, int64_t)> body) {
    step = std::min(step, extent);
    int64_t whole = extent / step * step;
    builder.loop(0, whole, step, [&](Value first) { body(first, step); });
    if (whole < extent)
      body(builder.index(whole), extent - whole);
  };
  builder.loop(0, shape[0], 1, [&](Value batch) {
    forEach(shape[1], band.rows, [&](Value row, int64_t rowCount) {
      forEach(shape[2], band.columns, [&](Value column, int64_t columnCount) {
        emitArea({batch, row, column, rowCount, columnCount});
      });
    });
  });
}

void DepthwisePairKernel::emitArea(const Area &area) {
  int64_t lanes = builder.lanes(bias.elementType), whole = area.rows / kTileRows * kTileRows;
  builder.chunks(epilogue.getOutput().shape[3], lanes, [&](Value channel, int64_t channels) {
    Chunk chunk{area.batch, channel, channels, builder.load(bias, channel, channels), {}};
    loadWeights(chunk, whole > 0 ? kTileRows : 1);
    builder.loop(0, whole, kTileRows,
                 [&](Value row) { emitRows(chunk, area, builder.add(area.row, row), kTileRows); });
    if (whole < area.rows)
      emitRows(chunk, area, builder.add(area.row, whole), 1);
  });
}

/// The input rows of a tile of `rows`. Two output rows that overlap in all but one row begin
/// with a row by itself: then both meet the same pairs of weights, and few registers hold
/// all of these.
SmallVector<RowPair> DepthwisePairKernel::pairRows(int64_t rows) const {
  SmallVector<RowPair> pairs;
  bool startsAlone = rows == 2 && stride[0] == 1 && kernel[0] % 2 == 1 && kernel[0] > 1;
  int64_t row = 0;
  if (startsAlone)
    pairs.push_back({row++, std::nullopt});
  for (; row + 1 < inputRows(rows); row += 2)
    pairs.push_back({row, row + 1});
  if (row < inputRows(rows))
    pairs.push_back({row, std::nullopt});
  return pairs;
}

/// The taps of the output row `row` of a tile that a pair meets in a kernel column; those of
/// a second row that is not there may be any.
std::array<int64_t, 3> DepthwisePairKernel::findTaps(const RowPair &pair, int64_t row,
                                                     int64_t column) const {
  auto tapOf = [&](int64_t inputRow) -> int64_t {
    int64_t tap = inputRow - row * stride[0];
    return tap >= 0 && tap < kernel[0] ? tap : -1;
  };
  int64_t first = tapOf(pair.first);
  if (!pair.second && first < 0)
    return {-1, -1, column};
  return {first, tapOf(pair.second.value_or(pair.first + 1)), column};
}

Value DepthwisePairKernel::interleave(Value lhs, Value rhs, bool isUnsigned) {
  return builder.extend(builder.interleave(lhs, rhs), builder.getI16Type(), isUnsigned);
}

/// All weights that tiles of `rows` meet, and those of fewer rows.
void DepthwisePairKernel::loadWeights(Chunk &chunk, int64_t rows) {
  Type type = builder.vectorType(chunk.channels, builder.getI8Type());
  auto load = [&](int64_t row, int64_t column) {
    if (row < 0)
      return builder.constant(type, int64_t(0));
    Value offset = builder.add(chunk.channel, (row * kernel[1] + column) * packedChannels);
    return builder.load(weights, offset, chunk.channels);
  };
  for (int64_t row = 0; row < rows; ++row)
    for (const RowPair &pair : pairRows(rows))
      for (int64_t column = 0; column < kernel[1]; ++column) {
        std::array<int64_t, 3> taps = findTaps(pair, row, column);
        Value &packed = chunk.weights[taps];
        if (!packed && (taps[0] >= 0 || taps[1] >= 0))
          packed = interleave(load(taps[0], column), load(taps[1], column), /*isUnsigned=*/false);
      }
}

/// Two input rows of a column, or one, as words side by side.
Value DepthwisePairKernel::loadPair(const Chunk &chunk, Value offset, const RowPair &pair) {
  auto load = [&](int64_t row) {
    return builder.load(input, builder.add(offset, row * input.strides[1]), chunk.channels);
  };
  if (pair.second)
    return interleave(load(pair.first), load(*pair.second), /*isUnsigned=*/true);
  Value widened = builder.extend(load(pair.first), builder.getI32Type(), /*isUnsigned=*/true);
  return vector::BitCastOp::create(
      builder, builder.vectorType(2 * chunk.channels, builder.getI16Type()), widened);
}

/// One row of tiles of nearly equal width.
void DepthwisePairKernel::emitRows(Chunk &chunk, const Area &area, Value row, int64_t rows) {
  int64_t columns = PairTile::countColumns(area.columns), whole = area.columns / columns * columns;
  builder.loop(0, whole, columns, [&](Value column) {
    emitTile(chunk, {row, builder.add(area.column, column), rows, columns});
  });
  if (whole < area.columns)
    emitTile(chunk, {row, builder.add(area.column, whole), rows, area.columns - whole});
}

/// Input columns meet all outputs whose windows they lie in; two output columns are stored
/// as soon as their last one is there, so that few sums are alive.
void DepthwisePairKernel::emitTile(Chunk &chunk, const Tile &tile) {
  constexpr int64_t kStoredColumns = 2;
  Value offset = builder.add(chunk.channel, builder.mul(chunk.batch, input.strides[0]));
  offset = builder.add(offset, builder.mul(tile.row, stride[0] * input.strides[1]));
  offset = builder.add(offset, builder.mul(tile.column, stride[1] * input.strides[2]));
  Values sums(tile.rows * tile.columns, chunk.bias);
  SmallVector<RowPair> pairs = pairRows(tile.rows);
  int64_t stored = 0;
  for (int64_t x = 0; x < (tile.columns - 1) * stride[1] + kernel[1]; ++x) {
    for (const RowPair &pair : pairs)
      addPair(chunk, tile, builder.add(offset, x * input.strides[2]), pair, x, sums);
    int64_t finished = std::min((x - kernel[1] + 1) / stride[1] + 1, tile.columns);
    if (x + 1 >= kernel[1] && (finished - stored == kStoredColumns || finished == tile.columns) &&
        finished > stored) {
      store(chunk, tile, stored, finished - stored, sums);
      stored = finished;
    }
  }
}

/// Adds the products of a pair of rows of input column `x` of the tile, which lies at `offset`.
void DepthwisePairKernel::addPair(Chunk &chunk, const Tile &tile, Value offset, const RowPair &pair,
                                  int64_t x, Values &sums) {
  Value words;
  for (int64_t column = 0; column < tile.columns; ++column) {
    int64_t tap = x - column * stride[1];
    for (int64_t row = 0; row < tile.rows && tap >= 0 && tap < kernel[1]; ++row) {
      Value taps = chunk.weights.at(findTaps(pair, row, tap));
      if (!taps)
        continue;
      if (!words)
        words = loadPair(chunk, offset, pair);
      Value &sum = sums[column * tile.rows + row];
      sum = VectorDotOp::create(builder, sum, words, taps);
    }
  }
}

/// Stores `columns` from number `first` on of a tile, of which `sums` are those of all.
void DepthwisePairKernel::store(const Chunk &chunk, const Tile &tile, int64_t first,
                                int64_t columns, ValueRange sums) {
  auto offsetIn = [&](const FlatBuffer &buffer) {
    Value offset = builder.add(chunk.channel, builder.mul(chunk.batch, buffer.strides[0]));
    offset = builder.add(offset, builder.mul(tile.row, buffer.strides[1]));
    return builder.add(offset, builder.mul(builder.add(tile.column, first), buffer.strides[2]));
  };
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  OutputPositions positions = {columns * tile.rows, offsetIn(output), output.strides[1], Value(), 0,
                               tile.rows,           output.strides[2]};
  if (residual) {
    positions.residualOffset = offsetIn(residual);
    positions.residualStep = residual.strides[1];
    positions.residualLineStep = residual.strides[2];
  }
  epilogue.emit(sums.slice(first * tile.rows, columns * tile.rows), chunk.channels, chunk.channel,
                positions);
}

bool qopt::canVectorizeByPairs(ScheduledDepthwiseConv2DOp op, const ISA &isa) {
  return isa.multipliesWords() && !op.getSignedInput() &&
         op.getInput().getType().getElementType().isInteger(8) &&
         op.getInput().getType().getDimSize(3) == op.getOutput().getType().getDimSize(3) &&
         op.getBias().getType().getElementType().isInteger(32) && PairTile::fits(getWindow(op));
}

void qopt::vectorizeDepthwiseByPairs(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op) {
  DepthwisePairKernel(builder, op).emit();
}

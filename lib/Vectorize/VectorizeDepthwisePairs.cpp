#include "Epilogue.h"
#include "KernelBuilder.h"
#include "VectorizeConvolution.h"

#include <array>
#include <map>

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

constexpr int64_t kTileRows = PairTile::kRows;

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

  int64_t chooseBandRows() const;
  int64_t inputRows(int64_t rows) const { return (rows - 1) * stride[0] + kernel[0]; }
  void emitBand(Value batch, Value firstRow, int64_t rows);
  void loadWeights(Chunk &chunk, int64_t rows);
  std::array<int64_t, 3> findTaps(int64_t pair, int64_t row, int64_t column) const;
  Value interleave(Value lhs, Value rhs, bool isUnsigned);
  Value loadPair(const Chunk &chunk, Value offset, int64_t pair, int64_t rows);
  void emitRows(Chunk &chunk, Value row, int64_t rows);
  void emitTile(Chunk &chunk, const Tile &tile);
  void store(const Chunk &chunk, const Tile &tile, int64_t column, ValueRange sums);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  int64_t packedChannels;
  ArrayRef<int64_t> kernel, stride;
};

} // namespace

/// Bands of rows of which the first-level cache holds the lines that neighbouring
/// channels lie in.
int64_t DepthwisePairKernel::chooseBandRows() const {
  constexpr int64_t kCacheBytes = 24 * 1024, kLineBytes = 64;
  int64_t height = epilogue.getOutput().shape[1];
  int64_t rowBytes = input.shape[2] * std::min(kLineBytes, input.strides[2]);
  int64_t rows = (kCacheBytes / rowBytes - kernel[0]) / stride[0] + 1;
  rows = std::max(kTileRows, std::min(rows / kTileRows * kTileRows, height));
  return llvm::alignTo(llvm::divideCeil(height, llvm::divideCeil(height, rows)), kTileRows);
}

void DepthwisePairKernel::emit() {
  ArrayRef<int64_t> shape = epilogue.getOutput().shape;
  int64_t rows = std::min(chooseBandRows(), shape[1]), whole = shape[1] / rows * rows;
  builder.loop(0, shape[0], 1, [&](Value batch) {
    builder.loop(0, whole, rows, [&](Value row) { emitBand(batch, row, rows); });
    if (whole < shape[1])
      emitBand(batch, builder.index(whole), shape[1] - whole);
  });
}

void DepthwisePairKernel::emitBand(Value batch, Value firstRow, int64_t rows) {
  int64_t lanes = builder.lanes(bias.elementType), whole = rows / kTileRows * kTileRows;
  builder.chunks(epilogue.getOutput().shape[3], lanes, [&](Value channel, int64_t channels) {
    Chunk chunk{batch, channel, channels, builder.load(bias, channel, channels), {}};
    loadWeights(chunk, whole > 0 ? kTileRows : 1);
    builder.loop(0, whole, kTileRows,
                 [&](Value row) { emitRows(chunk, builder.add(firstRow, row), kTileRows); });
    if (whole < rows)
      emitRows(chunk, builder.add(firstRow, whole), 1);
  });
}

/// The taps of the output row `row` of a tile that pair `pair` of input rows meets in a
/// kernel column.
std::array<int64_t, 3> DepthwisePairKernel::findTaps(int64_t pair, int64_t row,
                                                     int64_t column) const {
  auto tapOf = [&](int64_t inputRow) -> int64_t {
    int64_t tap = inputRow - row * stride[0];
    return tap >= 0 && tap < kernel[0] ? tap : -1;
  };
  return {tapOf(2 * pair), tapOf(2 * pair + 1), column};
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
    for (int64_t pair = 0; 2 * pair < inputRows(rows); ++pair)
      for (int64_t column = 0; column < kernel[1]; ++column) {
        std::array<int64_t, 3> taps = findTaps(pair, row, column);
        Value &packed = chunk.weights[taps];
        if (!packed && (taps[0] >= 0 || taps[1] >= 0))
          packed = interleave(load(taps[0], column), load(taps[1], column), /*isUnsigned=*/false);
      }
}

/// Two input rows of a column; behind the last row a tile reads there are zeros.
Value DepthwisePairKernel::loadPair(const Chunk &chunk, Value offset, int64_t pair, int64_t rows) {
  auto load = [&](int64_t row) {
    if (row >= inputRows(rows))
      return builder.constant(builder.vectorType(chunk.channels, builder.getI8Type()), int64_t(0));
    return builder.load(input, builder.add(offset, row * input.strides[1]), chunk.channels);
  };
  return interleave(load(2 * pair), load(2 * pair + 1), /*isUnsigned=*/true);
}

/// One row of tiles of nearly equal width.
void DepthwisePairKernel::emitRows(Chunk &chunk, Value row, int64_t rows) {
  int64_t width = epilogue.getOutput().shape[2];
  int64_t columns = PairTile::countColumns(width), whole = width / columns * columns;
  builder.loop(0, whole, columns,
               [&](Value column) { emitTile(chunk, {row, column, rows, columns}); });
  if (whole < width)
    emitTile(chunk, {row, builder.index(whole), rows, width - whole});
}

/// Input columns meet all outputs whose windows they lie in; an output column is stored
/// as soon as its last one is there, so that few sums are alive.
void DepthwisePairKernel::emitTile(Chunk &chunk, const Tile &tile) {
  Value offset = builder.add(chunk.channel, builder.mul(chunk.batch, input.strides[0]));
  offset = builder.add(offset, builder.mul(tile.row, stride[0] * input.strides[1]));
  offset = builder.add(offset, builder.mul(tile.column, stride[1] * input.strides[2]));
  Values sums(tile.rows * tile.columns, chunk.bias);
  for (int64_t x = 0; x < (tile.columns - 1) * stride[1] + kernel[1]; ++x)
    for (int64_t pair = 0; 2 * pair < inputRows(tile.rows); ++pair) {
      Value bytes;
      for (int64_t column = 0; column < tile.columns; ++column) {
        int64_t tap = x - column * stride[1];
        for (int64_t row = 0; row < tile.rows && tap >= 0 && tap < kernel[1]; ++row) {
          Value taps = chunk.weights.at(findTaps(pair, row, tap));
          if (!taps)
            continue;
          if (!bytes)
            bytes = loadPair(chunk, builder.add(offset, x * input.strides[2]), pair, tile.rows);
          Value &sum = sums[column * tile.rows + row];
          sum = VectorDotOp::create(builder, sum, bytes, taps);
        }
        if (tap == kernel[1] - 1 && 2 * (pair + 1) >= inputRows(tile.rows))
          store(chunk, tile, column, ValueRange(sums).slice(column * tile.rows, tile.rows));
      }
    }
}

void DepthwisePairKernel::store(const Chunk &chunk, const Tile &tile, int64_t column,
                                ValueRange sums) {
  auto offsetIn = [&](const FlatBuffer &buffer) {
    Value offset = builder.add(chunk.channel, builder.mul(chunk.batch, buffer.strides[0]));
    offset = builder.add(offset, builder.mul(tile.row, buffer.strides[1]));
    return builder.add(offset, builder.mul(builder.add(tile.column, column), buffer.strides[2]));
  };
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  OutputPositions positions = {tile.rows, offsetIn(output), output.strides[1], Value(), 0};
  if (residual) {
    positions.residualOffset = offsetIn(residual);
    positions.residualStep = residual.strides[1];
  }
  epilogue.emit(sums, chunk.channels, chunk.channel, positions);
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

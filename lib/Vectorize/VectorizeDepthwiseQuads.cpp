#include "Epilogue.h"
#include "QuadOperands.h"
#include "VectorizeConvolution.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A depthwise convolution of bytes by `qint.vector.dot`: bytes of four
/// neighbouring columns, or of fewer in several rows, are interleaved, so that a
/// lane of the dot product sums four taps of one channel. Weights are interleaved
/// once for all positions.
class DepthwiseQuadKernel {
public:
  DepthwiseQuadKernel(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
      : builder(builder), op(op), operands(builder, op), input(operands.getInput()),
        windowShape(operands.getWindowShape()), bias(builder.flatten(op.getBias())),
        epilogue(builder, op) {}

  void emit();

private:
  using Values = KernelBuilder::Values;
  using Columns = QuadOperands::Columns;
  using Chunk = QuadChunk;

  /// A quad, by its first register, times the weights of some taps, for an output of the tile.
  struct Product {
    QuadTaps taps;
    size_t bytes;
    int64_t output;
  };
  using Products = SmallVector<Product>;

  struct Position {
    Value batch, row, column;
  };

  Chunk startChunk(Value channel, int64_t channels);
  void forEachTile(const Chunk &chunk, llvm::function_ref<void(Value)> emitTile);
  Value offsetIn(const FlatBuffer &buffer, const Chunk &chunk, Position position);
  void listRowProducts(const Chunk &chunk, int64_t inputRow, int64_t rows, size_t bytes,
                       Products &products);
  void multiply(const Chunk &chunk, ValueRange bytes, ArrayRef<Product> products, Values &sums);
  void multiplyTall(const Chunk &chunk, ArrayRef<Columns> inputRows, int64_t begin, int64_t end,
                    int64_t rows, Values &sums);
  Values startSums(const Chunk &chunk, int64_t rows);
  void store(const Chunk &chunk, ArrayRef<Value> sums, Position position);
  void emitTileRows(Chunk &chunk, Value batch, Value row, int64_t rows);
  void emitSeparateRows(Chunk &chunk, Value batch, Value firstRow, int64_t rows);
  void emitCarriedRows(Chunk &chunk, Value batch, Value firstRow, int64_t rows);
  void forEachBand(int64_t height, llvm::function_ref<void(Value, int64_t)> emitBand);
  void emitRows(Value batch, Value firstRow, int64_t rows);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  QuadOperands operands;
  const FlatBuffer &input;
  const DepthwiseWindow &windowShape;
  FlatBuffer bias;
  Epilogue epilogue;
};

} // namespace

/// One chunk of channels after the other, or, of an image that leaves the cache, all chunks
/// of a band of rows.
void DepthwiseQuadKernel::emit() {
  const FlatBuffer &output = epilogue.getOutput();
  builder.loop(0, output.shape[0], 1, [&](Value batch) {
    if (leavesCache({&input, &output}))
      return forEachBand(output.shape[1],
                         [&](Value row, int64_t rows) { emitRows(batch, row, rows); });
    emitRows(batch, builder.index(0), output.shape[1]);
  });
}

void DepthwiseQuadKernel::emitRows(Value batch, Value firstRow, int64_t rows) {
  builder.chunks(epilogue.getOutput().shape[3], builder.lanes(input.elementType),
                 [&](Value channel, int64_t channels) {
                   Chunk chunk = startChunk(channel, channels);
                   if (!chunk.carriesRows)
                     return emitSeparateRows(chunk, batch, firstRow, rows);
                   forEachBand(rows, [&](Value row, int64_t bandRows) {
                     emitCarriedRows(chunk, batch, builder.add(firstRow, row), bandRows);
                   });
                 });
}

QuadChunk DepthwiseQuadKernel::startChunk(Value channel, int64_t channels) {
  ByteRegisters registers{builder.isa().vectorRegisters, builder.lanes(input.elementType)};
  ArrayRef<int64_t> output = epilogue.getOutput().shape;
  Chunk chunk{planQuadTile(windowShape, output[1], output[2], channels, registers),
              channel,
              channels,
              {},
              {},
              {}};
  bool isPermuted = chunk.groups > 1;
  int64_t lanes = channels * chunk.parts / chunk.groups;
  Value start = operands.repeat(chunk, builder.load(bias, channel, channels));
  for (int64_t group = 0; group < chunk.groups; ++group)
    for (int64_t lane = 0; lane < lanes; ++lane)
      chunk.order.push_back(isPermuted ? lane / 4 * 16 + group * 4 + lane % 4 : lane);
  if (llvm::is_sorted(chunk.order))
    chunk.order.clear();
  else
    start = vector::ShuffleOp::create(builder, start, start, chunk.order);
  for (int64_t group = 0; group < chunk.groups; ++group)
    chunk.bias.push_back(builder.slice(start, group * lanes, lanes));
  operands.loadWeights(chunk);
  return chunk;
}

/// Tiles along a row; where the last one would be short it starts early, and
/// computes some outputs again.
void DepthwiseQuadKernel::forEachTile(const Chunk &chunk,
                                      llvm::function_ref<void(Value)> emitTile) {
  int64_t width = epilogue.getOutput().shape[2], whole = width / chunk.width() * chunk.width();
  builder.loop(0, whole, chunk.width(), emitTile);
  if (whole < width)
    emitTile(builder.index(width - chunk.width()));
}

/// The chunk's first channel at `position` of a buffer of the output's size, or
/// where its window starts in the input.
Value DepthwiseQuadKernel::offsetIn(const FlatBuffer &buffer, const Chunk &chunk,
                                    Position position) {
  bool isInput = buffer.memref == input.memref;
  int64_t rowStep = isInput ? op.getStride()[0] : 1, columnStep = isInput ? op.getStride()[1] : 1;
  Value offset = builder.add(chunk.channel, builder.mul(position.batch, buffer.strides[0]));
  offset = builder.add(offset, builder.mul(position.row, rowStep * buffer.strides[1]));
  return builder.add(offset, builder.mul(position.column, columnStep * buffer.strides[2]));
}

/// The accumulators of `rows` rows of neighbouring outputs, one group after the other.
KernelBuilder::Values DepthwiseQuadKernel::startSums(const Chunk &chunk, int64_t rows) {
  Values sums;
  for (int64_t i = 0; i < rows * chunk.outputs; ++i)
    llvm::append_range(sums, chunk.bias);
  return sums;
}

/// The products of the quads of input row `inputRow`, whose registers start at `bytes`, for
/// all output rows whose windows have it.
void DepthwiseQuadKernel::listRowProducts(const Chunk &chunk, int64_t inputRow, int64_t rows,
                                          size_t bytes, Products &products) {
  for (const Quad &quad : chunk.plan.quads) {
    for (int64_t row = 0; row < rows; ++row) {
      int64_t kernelRow = inputRow - row * windowShape.stride[0];
      if (kernelRow < 0 || kernelRow >= windowShape.kernel[0])
        continue;
      for (const Quad::Use &use : quad.uses)
        products.push_back(
            {operands.getTaps(use, kernelRow), bytes, row * chunk.outputs + use.output});
    }
    bytes += chunk.groups;
  }
}

/// Adds `products` of quads to sums. Those by the same weights follow one another, so that a
/// register loads them once.
void DepthwiseQuadKernel::multiply(const Chunk &chunk, ValueRange bytes, ArrayRef<Product> products,
                                   Values &sums) {
  std::map<QuadTaps, SmallVector<Product>> byTaps;
  for (const Product &product : products)
    byTaps[product.taps].push_back(product);
  for (const auto &[taps, same] : byTaps)
    for (auto [group, factors] : llvm::enumerate(chunk.weights.at(taps)))
      for (const Product &product : same) {
        Value &sum = sums[product.output * chunk.groups + group];
        sum = VectorDotOp::create(builder, sum, bytes[product.bytes + group], factors,
                                  op.getSignedInput());
      }
}

/// Multiplies the quads of several rows that start in input rows [begin, end), for all output
/// rows that have a group of taps there.
void DepthwiseQuadKernel::multiplyTall(const Chunk &chunk, ArrayRef<Columns> inputRows,
                                       int64_t begin, int64_t end, int64_t rows, Values &sums) {
  Values bytes;
  Products products;
  for (int64_t first = begin; first < end; ++first) {
    size_t known = products.size();
    for (int64_t row = 0; row < rows; ++row)
      for (const TallQuads::Group &group : chunk.plan.tall->groups)
        if (row * windowShape.stride[0] + group.start == first)
          products.push_back({operands.getTaps(*chunk.plan.tall, group), bytes.size(), row});
    if (products.size() > known)
      llvm::append_range(bytes, operands.interleaveTall(chunk, inputRows, first));
  }
  multiply(chunk, bytes, products, sums);
}

void DepthwiseQuadKernel::store(const Chunk &chunk, ArrayRef<Value> sums, Position position) {
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  OutputPositions first =
      epilogue.getPositions(chunk.parts, offsetIn(output, chunk, position),
                            residual ? offsetIn(residual, chunk, position) : Value());
  first.step *= chunk.outputs;
  first.residualStep *= chunk.outputs;
  size_t groups = chunk.bias.size();
  for (int64_t i = 0; i < chunk.outputs; ++i) {
    OutputPositions positions = first;
    positions.offset = builder.add(first.offset, i * output.strides[2]);
    if (residual)
      positions.residualOffset = builder.add(first.residualOffset, i * residual.strides[2]);
    epilogue.emitInOrder(sums.slice(i * groups, groups), chunk.channels, chunk.channel, positions,
                         chunk.order);
  }
}

/// The tiles of `rows` output rows.
void DepthwiseQuadKernel::emitTileRows(Chunk &chunk, Value batch, Value row, int64_t rows) {
  // Weights of one row meet quads of the other one as well.
  constexpr int64_t kBlockRows = 2;
  int64_t inputRows = (rows - 1) * windowShape.stride[0] + windowShape.kernel[0];
  forEachTile(chunk, [&](Value column) {
    Value offset = offsetIn(input, chunk, {batch, row, column});
    Values sums = startSums(chunk, rows);
    std::vector<Columns> loaded;
    int64_t tallRow = 0;
    for (int64_t first = 0; first < inputRows; first += kBlockRows) {
      Values bytes;
      Products products;
      int64_t end = std::min(inputRows, first + kBlockRows);
      for (int64_t inputRow = first; inputRow < end; ++inputRow) {
        int64_t step = inputRow * windowShape.dilation[0] * input.strides[1];
        loaded.push_back(operands.loadRow(chunk, builder.add(offset, step)));
        listRowProducts(chunk, inputRow, rows, bytes.size(), products);
        llvm::append_range(bytes, operands.interleaveRow(chunk, loaded.back()));
      }
      multiply(chunk, bytes, products, sums);
      if (!chunk.plan.tall)
        continue;
      int64_t tallEnd = end < inputRows ? end + 1 - chunk.plan.tall->rows() : end;
      multiplyTall(chunk, loaded, tallRow, tallEnd, rows, sums);
      tallRow = std::max(tallRow, tallEnd);
    }
    size_t size = sums.size() / rows;
    for (int64_t i = 0; i < rows; ++i)
      store(chunk, ArrayRef(sums).slice(i * size, size), {batch, builder.add(row, i), column});
  });
}

/// Tiles of as many rows as they have, the last ones of what is left.
void DepthwiseQuadKernel::emitSeparateRows(Chunk &chunk, Value batch, Value firstRow,
                                           int64_t rows) {
  int64_t whole = rows / chunk.rows * chunk.rows;
  builder.loop(0, whole, chunk.rows, [&](Value row) {
    emitTileRows(chunk, batch, builder.add(firstRow, row), chunk.rows);
  });
  if (whole < rows)
    emitTileRows(chunk, batch, builder.add(firstRow, whole), rows - whole);
}

/// Walks down columns of tiles: of the input rows that a tile reads, those that it
/// shares with the tile above are there already.
void DepthwiseQuadKernel::emitCarriedRows(Chunk &chunk, Value batch, Value firstRow, int64_t rows) {
  int64_t kernelRows = windowShape.kernel[0], shared = windowShape.sharedRows();
  auto interleaveAt = [&](Value offset) {
    return operands.interleaveRow(chunk, operands.loadRow(chunk, offset));
  };
  forEachTile(chunk, [&](Value column) {
    Value offset = offsetIn(input, chunk, {batch, firstRow, column});
    Values carried;
    for (int64_t row = 0; row < shared; ++row)
      llvm::append_range(carried, interleaveAt(builder.add(offset, row * input.strides[1])));
    builder.loop(0, rows, 1, carried, [&](Value row, ValueRange above) {
      Value first = builder.add(offset, builder.mul(row, op.getStride()[0] * input.strides[1]));
      Values window = llvm::to_vector(above);
      for (int64_t kernelRow = shared; kernelRow < kernelRows; ++kernelRow)
        llvm::append_range(window, interleaveAt(builder.add(first, kernelRow * input.strides[1])));
      size_t size = window.size() / kernelRows;
      Products products;
      for (int64_t kernelRow = 0; kernelRow < kernelRows; ++kernelRow)
        listRowProducts(chunk, kernelRow, /*rows=*/1, kernelRow * size, products);
      Values sums = startSums(chunk, /*rows=*/1);
      multiply(chunk, window, products, sums);
      store(chunk, sums, {batch, builder.add(firstRow, row), column});
      window.erase(window.begin(), window.end() - shared * size);
      return window;
    });
  });
}

/// Bands of `height` rows that are short enough for the first-level cache to hold them
/// while the columns are walked.
void DepthwiseQuadKernel::forEachBand(int64_t height,
                                      llvm::function_ref<void(Value, int64_t)> emitBand) {
  constexpr int64_t kMaxBandRows = 16;
  int64_t rows = llvm::divideCeil(height, llvm::divideCeil(height, kMaxBandRows));
  int64_t whole = height / rows * rows;
  builder.loop(0, whole, rows, [&](Value row) { emitBand(row, rows); });
  if (whole < height)
    emitBand(builder.index(whole), height - whole);
}

/// Without an instruction for the dot product, taps one by one are as fast.
bool qopt::canVectorizeByQuads(ScheduledDepthwiseConv2DOp op, const ISA &isa) {
  if (!op.getInput().getType().getElementType().isInteger(8) ||
      op.getInput().getType().getDimSize(3) != op.getOutput().getType().getDimSize(3))
    return false;
  return (isa.hasByteDot() || isa.multipliesWords()) && QuadTile::fits(getWindow(op));
}

void qopt::vectorizeDepthwiseByQuads(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op) {
  DepthwiseQuadKernel(builder, op).emit();
}

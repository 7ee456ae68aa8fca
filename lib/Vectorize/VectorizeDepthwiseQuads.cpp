#include "Epilogue.h"
#include "KernelBuilder.h"
#include "Transpose.h"
#include "VectorizeConvolution.h"

#include <map>

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A depthwise convolution of bytes by `qint.vector.dot`: bytes of four
/// neighbouring columns are interleaved, so that a lane of the dot product sums
/// four taps of one channel. Weights are interleaved once for all positions.
class DepthwiseQuadKernel {
public:
  DepthwiseQuadKernel(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        epilogue(builder, op), packedChannels(weights.strides[1]), windowShape(getWindow(op)) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  /// What the positions of a chunk of channels share.
  struct Chunk : QuadTile {
    Value channel;
    int64_t channels;
    /// What `Epilogue::emitInOrder` wants for one output of each part.
    SmallVector<int64_t> order;
    Values bias;
    std::map<std::pair<int64_t, QuadTaps>, Values> weights;
  };

  struct Position {
    Value batch, row, column;
  };

  Values interleave(ArrayRef<Value> columns);
  Value repeat(const Chunk &chunk, Value vector);
  Chunk startChunk(Value channel, int64_t channels);
  void loadWeights(Chunk &chunk);
  void forEachTile(const Chunk &chunk, llvm::function_ref<void(Value)> emitTile);
  Value offsetIn(const FlatBuffer &buffer, const Chunk &chunk, Position position);
  Value loadColumn(const Chunk &chunk, Value offset);
  bool loadsPairs(const Chunk &chunk);
  std::pair<Value, Value> loadPair(const Chunk &chunk, Value offset);
  Value flipSigns(Value bytes);
  Values interleaveRow(const Chunk &chunk, Value offset);
  void multiplyRow(Chunk &chunk, int64_t row, ValueRange bytes, Values &sums);
  Values startSums(const Chunk &chunk);
  void store(const Chunk &chunk, ArrayRef<Value> sums, Position position);
  void emitRow(Chunk &chunk, Value batch, Value row);
  void emitCarriedRows(Chunk &chunk, Value batch, Value firstRow, int64_t rows);
  void forEachBand(int64_t height, llvm::function_ref<void(Value, int64_t)> emitBand);
  void emitRows(Value batch, Value firstRow, int64_t rows);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  int64_t packedChannels;
  DepthwiseWindow windowShape;
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
                   auto emitBand = [&](Value row, int64_t bandRows) {
                     emitCarriedRows(chunk, batch, builder.add(firstRow, row), bandRows);
                   };
                   auto emitSingleRow = [&](Value row) {
                     emitRow(chunk, batch, builder.add(firstRow, row));
                   };
                   if (chunk.carriesRows)
                     forEachBand(rows, emitBand);
                   else
                     builder.loop(0, rows, 1, emitSingleRow);
                 });
}

/// Groups of four bytes, one from each column. Whole 128-bit lanes stay where they
/// are: result k holds the channels 4k to 4k + 3 of each 16.
KernelBuilder::Values DepthwiseQuadKernel::interleave(ArrayRef<Value> columns) {
  if (getLanes(columns[0]) % 16 != 0)
    return {builder.interleave(builder.interleave(columns[0], columns[2]),
                               builder.interleave(columns[1], columns[3]))};
  Values groups;
  for (bool isUpper : {false, true}) {
    Value first = unpack(builder, columns[0], columns[1], 1, isUpper);
    Value second = unpack(builder, columns[2], columns[3], 1, isUpper);
    groups.push_back(unpack(builder, first, second, 2, false));
    groups.push_back(unpack(builder, first, second, 2, true));
  }
  return groups;
}

/// The lanes of `vector` in each part of a register.
Value DepthwiseQuadKernel::repeat(const Chunk &chunk, Value vector) {
  return builder.concat(Values(chunk.parts, vector));
}

DepthwiseQuadKernel::Chunk DepthwiseQuadKernel::startChunk(Value channel, int64_t channels) {
  ByteRegisters registers{builder.isa().vectorRegisters, builder.lanes(input.elementType)};
  Chunk chunk{planQuadTile(windowShape, epilogue.getOutput().shape[2], channels, registers),
              channel,
              channels,
              {},
              {},
              {}};
  bool isPermuted = chunk.groups > 1;
  int64_t lanes = channels * chunk.parts / chunk.groups;
  Value start = repeat(chunk, builder.load(bias, channel, channels));
  for (int64_t group = 0; group < chunk.groups; ++group)
    for (int64_t lane = 0; lane < lanes; ++lane)
      chunk.order.push_back(isPermuted ? lane / 4 * 16 + group * 4 + lane % 4 : lane);
  if (llvm::is_sorted(chunk.order))
    chunk.order.clear();
  else
    start = vector::ShuffleOp::create(builder, start, start, chunk.order);
  for (int64_t group = 0; group < chunk.groups; ++group)
    chunk.bias.push_back(builder.slice(start, group * lanes, lanes));
  loadWeights(chunk);
  return chunk;
}

/// Interleaves the weights that a tile multiplies by, those of each kernel row at
/// each alignment.
void DepthwiseQuadKernel::loadWeights(Chunk &chunk) {
  ArrayRef<int64_t> kernel = op.getKernel();
  Value zero =
      builder.constant(builder.vectorType(chunk.channels, builder.getI8Type()), int64_t(0));
  for (const Quad &quad : chunk.quads)
    for (const Quad::Use &use : quad.uses)
      for (int64_t row = 0; row < kernel[0]; ++row) {
        Values &packed = chunk.weights[{row, use.taps}];
        if (!packed.empty())
          continue;
        Values taps;
        for (int64_t tap : use.taps) {
          Value offset = builder.add(chunk.channel, (row * kernel[1] + tap) * packedChannels);
          Value loaded = tap < 0 ? zero : builder.load(weights, offset, chunk.channels);
          taps.push_back(repeat(chunk, loaded));
        }
        packed = interleave(taps);
      }
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

/// The channels of one input column of each part.
Value DepthwiseQuadKernel::loadColumn(const Chunk &chunk, Value offset) {
  int64_t step = chunk.outputs * op.getStride()[1] * input.strides[2];
  Values parts;
  for (int64_t part = 0; part < chunk.parts; ++part)
    parts.push_back(builder.load(input, builder.add(offset, part * step), chunk.channels));
  return flipSigns(builder.concat(parts));
}

/// Whether the parts of neighbouring columns alternate in memory, so many that single loads
/// of them would take more instructions than two of whole registers and a shuffle each.
bool DepthwiseQuadKernel::loadsPairs(const Chunk &chunk) {
  return chunk.parts > 2 && chunk.outputs * op.getStride()[1] == 2 &&
         input.strides[2] == chunk.channels;
}

/// The channels of two neighbouring input columns of each part.
std::pair<Value, Value> DepthwiseQuadKernel::loadPair(const Chunk &chunk, Value offset) {
  int64_t lanes = chunk.parts * chunk.channels;
  Value first = builder.load(input, offset, lanes);
  Value second = builder.load(input, builder.add(offset, lanes), lanes);
  auto takeColumn = [&](int64_t column) {
    SmallVector<int64_t> mask;
    for (int64_t part = 0; part < chunk.parts; ++part)
      llvm::append_range(mask, llvm::seq((2 * part + column) * chunk.channels,
                                         (2 * part + column + 1) * chunk.channels));
    return flipSigns(vector::ShuffleOp::create(builder, first, second, mask));
  };
  return {takeColumn(0), takeColumn(1)};
}

/// Bytes as the dot product takes them.
Value DepthwiseQuadKernel::flipSigns(Value bytes) {
  if (!op.getSignedInput())
    return bytes;
  return arith::XOrIOp::create(builder, bytes, builder.constant(bytes.getType(), int64_t(-128)));
}

/// The quads of an input row, one group after the other.
KernelBuilder::Values DepthwiseQuadKernel::interleaveRow(const Chunk &chunk, Value offset) {
  int64_t dilation = windowShape.dilation[1];
  std::map<int64_t, Value> loaded;
  for (int64_t column : listColumns(chunk.quads, dilation))
    loaded[column] = Value();
  for (auto &[number, column] : loaded) {
    if (column)
      continue;
    Value first = builder.add(offset, number * input.strides[2]);
    auto next = loaded.find(number + 1);
    if (loadsPairs(chunk) && next != loaded.end())
      std::tie(column, next->second) = loadPair(chunk, first);
    else
      column = loadColumn(chunk, first);
  }
  Type byteType = builder.vectorType(chunk.channels * chunk.parts, builder.getI8Type());
  Values bytes;
  for (const Quad &quad : chunk.quads) {
    // Columns that no quad multiplies may lie behind the buffer. Those that another one
    // does stand here as well, so that pairs of columns are interleaved once for both.
    Values columns;
    for (int64_t t = 0; t < 4; ++t) {
      Value column = loaded[quad.start + t * dilation];
      columns.push_back(column ? column : builder.constant(byteType, int64_t(0)));
    }
    llvm::append_range(bytes, interleave(columns));
  }
  return bytes;
}

/// The accumulators of neighbouring outputs, one group after the other.
KernelBuilder::Values DepthwiseQuadKernel::startSums(const Chunk &chunk) {
  Values sums;
  for (int64_t i = 0; i < chunk.outputs; ++i)
    llvm::append_range(sums, chunk.bias);
  return sums;
}

/// Multiplies the quads of an input row by kernel row `row`.
void DepthwiseQuadKernel::multiplyRow(Chunk &chunk, int64_t row, ValueRange bytes, Values &sums) {
  size_t groups = chunk.bias.size();
  for (auto [i, quad] : llvm::enumerate(chunk.quads))
    for (const Quad::Use &use : quad.uses)
      for (size_t group = 0; group < groups; ++group) {
        Value &sum = sums[use.output * groups + group];
        sum = VectorDotOp::create(builder, sum, bytes[i * groups + group],
                                  chunk.weights[{row, use.taps}][group], op.getSignedInput());
      }
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

void DepthwiseQuadKernel::emitRow(Chunk &chunk, Value batch, Value row) {
  forEachTile(chunk, [&](Value column) {
    Value offset = offsetIn(input, chunk, {batch, row, column});
    Values sums = startSums(chunk);
    for (int64_t kernelRow = 0; kernelRow < op.getKernel()[0]; ++kernelRow) {
      int64_t step = kernelRow * op.getDilation()[0] * input.strides[1];
      multiplyRow(chunk, kernelRow, interleaveRow(chunk, builder.add(offset, step)), sums);
    }
    store(chunk, sums, {batch, row, column});
  });
}

/// Walks down columns of tiles: of the input rows that a tile reads, those that it
/// shares with the tile above are there already.
void DepthwiseQuadKernel::emitCarriedRows(Chunk &chunk, Value batch, Value firstRow, int64_t rows) {
  int64_t kernelRows = op.getKernel()[0], shared = windowShape.sharedRows();
  forEachTile(chunk, [&](Value column) {
    Value offset = offsetIn(input, chunk, {batch, firstRow, column});
    Values carried;
    for (int64_t row = 0; row < shared; ++row)
      llvm::append_range(carried,
                         interleaveRow(chunk, builder.add(offset, row * input.strides[1])));
    builder.loop(0, rows, 1, carried, [&](Value row, ValueRange above) {
      Value first = builder.add(offset, builder.mul(row, op.getStride()[0] * input.strides[1]));
      Values window = llvm::to_vector(above);
      for (int64_t kernelRow = shared; kernelRow < kernelRows; ++kernelRow)
        llvm::append_range(window,
                           interleaveRow(chunk, builder.add(first, kernelRow * input.strides[1])));
      size_t size = window.size() / kernelRows;
      Values sums = startSums(chunk);
      for (int64_t kernelRow = 0; kernelRow < kernelRows; ++kernelRow)
        multiplyRow(chunk, kernelRow, ArrayRef(window).slice(kernelRow * size, size), sums);
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

#include "Epilogue.h"
#include "KernelBuilder.h"
#include "QuadPlan.h"
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
        epilogue(builder, op),
        packedChannels(cast<MemRefType>(op.getWeights().getType()).getShape().back()) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  /// What the positions of a chunk of channels share. A chunk that does not fill
  /// a register is taken at several positions side by side: part p of a register
  /// holds the outputs from p * outputs on.
  struct Chunk {
    Value channel;
    int64_t channels;
    /// Output columns of a part, and parts of a register.
    int64_t outputs, parts;
    /// What `Epilogue::emitInOrder` wants for one output of each part.
    SmallVector<int64_t> order;
    SmallVector<Quad> quads;
    Values bias;
    std::map<std::pair<int64_t, QuadTaps>, Values> weights;

    int64_t width() const { return outputs * parts; }
  };

  void chooseTile(Chunk &chunk);
  Values interleave(ArrayRef<Value> columns);
  Value repeat(const Chunk &chunk, Value vector);
  Chunk startChunk(Value channel, int64_t channels);
  void loadWeights(Chunk &chunk);
  void emitRow(Chunk &chunk, Value batch, Value row);
  Value loadColumn(const Chunk &chunk, Value offset);
  Values emitTile(Chunk &chunk, Value inputOffset);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  int64_t packedChannels;
};

} // namespace

/// As many outputs as the registers hold, of as many parts as fill one, but no
/// more than a row has.
void DepthwiseQuadKernel::chooseTile(Chunk &chunk) {
  int64_t width = epilogue.getOutput().shape[2];
  int64_t maxOutputs = builder.isa().vectorRegisters >= 32 ? 4 : 2;
  // Parts stay in whole 128-bit lanes, which interleaving works in.
  chunk.parts = chunk.channels % 16 == 0 ? builder.lanes(input.elementType) / chunk.channels : 1;
  while (chunk.parts > width)
    chunk.parts /= 2;
  chunk.outputs = std::min(maxOutputs, width / chunk.parts);
  chunk.quads =
      planQuads({chunk.outputs, op.getKernel()[1], op.getStride()[1], op.getDilation()[1]});
}

void DepthwiseQuadKernel::emit() {
  ArrayRef<int64_t> shape = epilogue.getOutput().shape;
  builder.loop(0, shape[0], 1, [&](Value batch) {
    builder.chunks(shape[3], builder.lanes(input.elementType),
                   [&](Value channel, int64_t channels) {
                     Chunk chunk = startChunk(channel, channels);
                     builder.loop(0, shape[1], 1, [&](Value row) { emitRow(chunk, batch, row); });
                   });
  });
}

/// Elements of `size` bytes of one half of each 128-bit lane, from `lhs` and `rhs`
/// in turn: what x86's punpck and ARM's zip instructions do.
static Value unpack(KernelBuilder &builder, Value lhs, Value rhs, int64_t size, bool isUpper) {
  int64_t bytes = getLanes(lhs);
  SmallVector<int64_t> mask;
  for (int64_t lane = 0; lane < bytes; lane += 16)
    for (int64_t element = 0; element < 8; element += size)
      for (int64_t side : {int64_t(0), bytes})
        for (int64_t byte = 0; byte < size; ++byte)
          mask.push_back(side + lane + 8 * isUpper + element + byte);
  return vector::ShuffleOp::create(builder, lhs, rhs, mask);
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
  Chunk chunk{channel, channels, 1, 1, {}, {}, {}, {}};
  chooseTile(chunk);
  bool isPermuted = channels % 16 == 0;
  int64_t accumulators = isPermuted ? 4 : 1, lanes = channels * chunk.parts / accumulators;
  Value start = repeat(chunk, builder.load(bias, channel, channels));
  for (int64_t group = 0; group < accumulators; ++group)
    for (int64_t lane = 0; lane < lanes; ++lane)
      chunk.order.push_back(isPermuted ? lane / 4 * 16 + group * 4 + lane % 4 : lane);
  if (llvm::is_sorted(chunk.order))
    chunk.order.clear();
  else
    start = vector::ShuffleOp::create(builder, start, start, chunk.order);
  for (int64_t group = 0; group < accumulators; ++group)
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
void DepthwiseQuadKernel::emitRow(Chunk &chunk, Value batch, Value row) {
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  auto offsetIn = [&](const FlatBuffer &buffer, Value column, int64_t rowStep, int64_t columnStep) {
    Value offset = builder.add(chunk.channel, builder.mul(batch, buffer.strides[0]));
    offset = builder.add(offset, builder.mul(row, rowStep * buffer.strides[1]));
    return builder.add(offset, builder.mul(column, columnStep * buffer.strides[2]));
  };
  auto emitTileAt = [&](Value column) {
    Values sums = emitTile(chunk, offsetIn(input, column, op.getStride()[0], op.getStride()[1]));
    OutputPositions first =
        epilogue.getPositions(chunk.parts, offsetIn(output, column, 1, 1),
                              residual ? offsetIn(residual, column, 1, 1) : Value());
    first.step *= chunk.outputs;
    first.residualStep *= chunk.outputs;
    size_t groups = chunk.bias.size();
    for (int64_t i = 0; i < chunk.outputs; ++i) {
      OutputPositions positions = first;
      positions.offset = builder.add(first.offset, i * output.strides[2]);
      if (residual)
        positions.residualOffset = builder.add(first.residualOffset, i * residual.strides[2]);
      epilogue.emitInOrder(ArrayRef(sums).slice(i * groups, groups), chunk.channels, chunk.channel,
                           positions, chunk.order);
    }
  };
  int64_t width = output.shape[2], whole = width / chunk.width() * chunk.width();
  builder.loop(0, whole, chunk.width(), emitTileAt);
  if (whole < width)
    emitTileAt(builder.index(width - chunk.width()));
}

/// The channels of one input column of each part.
Value DepthwiseQuadKernel::loadColumn(const Chunk &chunk, Value offset) {
  int64_t step = chunk.outputs * op.getStride()[1] * input.strides[2];
  Values parts;
  for (int64_t part = 0; part < chunk.parts; ++part)
    parts.push_back(builder.load(input, builder.add(offset, part * step), chunk.channels));
  Value loaded = builder.concat(parts);
  if (!op.getSignedInput())
    return loaded;
  return arith::XOrIOp::create(builder, loaded, builder.constant(loaded.getType(), int64_t(-128)));
}

/// The accumulators of neighbouring outputs, one group after the other.
KernelBuilder::Values DepthwiseQuadKernel::emitTile(Chunk &chunk, Value inputOffset) {
  size_t groups = chunk.bias.size();
  Values sums;
  for (int64_t i = 0; i < chunk.outputs; ++i)
    llvm::append_range(sums, chunk.bias);
  Type byteType = builder.vectorType(chunk.channels * chunk.parts, builder.getI8Type());
  for (int64_t row = 0; row < op.getKernel()[0]; ++row) {
    Value rowOffset = builder.add(inputOffset, row * op.getDilation()[0] * input.strides[1]);
    for (const Quad &quad : chunk.quads) {
      Values columns;
      for (int64_t t = 0; t < 4; ++t) {
        int64_t column = quad.start + t * op.getDilation()[1];
        // Where all weights are zeros the column may lie behind the buffer.
        columns.push_back(quad.reads(t)
                              ? loadColumn(chunk, builder.add(rowOffset, column * input.strides[2]))
                              : builder.constant(byteType, int64_t(0)));
      }
      Values bytes = interleave(columns);
      for (const Quad::Use &use : quad.uses)
        for (size_t group = 0; group < groups; ++group) {
          Value &sum = sums[use.output * groups + group];
          sum = VectorDotOp::create(builder, sum, bytes[group],
                                    chunk.weights[{row, use.taps}][group], op.getSignedInput());
        }
    }
  }
  return sums;
}

bool qopt::canVectorizeByQuads(ScheduledDepthwiseConv2DOp op, const ISA &isa) {
  if (!op.getInput().getType().getElementType().isInteger(8) ||
      op.getInput().getType().getDimSize(3) != op.getOutput().getType().getDimSize(3))
    return false;
  // Without an instruction for the dot product, or with more weights than the
  // first-level cache keeps, taps one by one are as fast.
  constexpr int64_t kMaxTaps = 49;
  return isa.dot != DotLowering::Generic && isa.dot != DotLowering::Neon &&
         op.getKernel()[0] * op.getKernel()[1] <= kMaxTaps;
}

void qopt::vectorizeDepthwiseByQuads(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op) {
  DepthwiseQuadKernel(builder, op).emit();
}

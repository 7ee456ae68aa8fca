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

  /// What the positions of a chunk of channels share.
  struct Chunk {
    Value channel;
    int64_t channels;
    /// The channel, counted from `channel`, of each lane of the accumulators.
    SmallVector<int64_t> order;
    Values bias;
    std::map<std::pair<int64_t, QuadTaps>, Values> weights;
  };

  int64_t getMaxOutputs() { return builder.isa().vectorRegisters >= 32 ? 4 : 2; }
  SmallVector<Quad> plan(int64_t outputs);
  Values interleave(ArrayRef<Value> columns);
  Chunk startChunk(Value channel, int64_t channels);
  void loadWeights(Chunk &chunk, int64_t outputs);
  void emitRow(Chunk &chunk, Value batch, Value row);
  Values emitTile(Chunk &chunk, Value inputOffset, int64_t outputs);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  int64_t packedChannels;
};

/// Length of the blocks that cut a row of `width` outputs.
int64_t getBlock(int64_t width, int64_t maxOutputs) {
  return llvm::divideCeil(width, llvm::divideCeil(width, maxOutputs));
}

} // namespace

SmallVector<Quad> DepthwiseQuadKernel::plan(int64_t outputs) {
  return planQuads({outputs, op.getKernel()[1], op.getStride()[1], op.getDilation()[1]});
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

DepthwiseQuadKernel::Chunk DepthwiseQuadKernel::startChunk(Value channel, int64_t channels) {
  Chunk chunk{channel, channels, {}, {}, {}};
  bool isPermuted = channels % 16 == 0;
  int64_t accumulators = isPermuted ? 4 : 1, lanes = channels / accumulators;
  Value start = builder.load(bias, channel, channels);
  if (isPermuted && channels > 16) {
    for (int64_t group = 0; group < 4; ++group)
      for (int64_t lane = 0; lane < lanes; ++lane)
        chunk.order.push_back(lane / 4 * 16 + group * 4 + lane % 4);
    start = vector::ShuffleOp::create(builder, start, start, chunk.order);
  }
  for (int64_t group = 0; group < accumulators; ++group)
    chunk.bias.push_back(builder.slice(start, group * lanes, lanes));
  int64_t width = epilogue.getOutput().shape[2], block = getBlock(width, getMaxOutputs());
  loadWeights(chunk, block);
  if (width % block != 0)
    loadWeights(chunk, width % block);
  return chunk;
}

/// Interleaves the weights that a tile multiplies by, those of each kernel row at
/// each alignment.
void DepthwiseQuadKernel::loadWeights(Chunk &chunk, int64_t outputs) {
  ArrayRef<int64_t> kernel = op.getKernel();
  Value zero =
      builder.constant(builder.vectorType(chunk.channels, builder.getI8Type()), int64_t(0));
  for (const Quad &quad : plan(outputs))
    for (const Quad::Use &use : quad.uses)
      for (int64_t row = 0; row < kernel[0]; ++row) {
        Values &packed = chunk.weights[{row, use.taps}];
        if (!packed.empty())
          continue;
        Values taps;
        for (int64_t tap : use.taps) {
          Value offset = builder.add(chunk.channel, (row * kernel[1] + tap) * packedChannels);
          taps.push_back(tap < 0 ? zero : builder.load(weights, offset, chunk.channels));
        }
        packed = interleave(taps);
      }
}

void DepthwiseQuadKernel::emitRow(Chunk &chunk, Value batch, Value row) {
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  int64_t width = output.shape[2], block = getBlock(width, getMaxOutputs());
  auto offsetIn = [&](const FlatBuffer &buffer, Value column, int64_t rowStep, int64_t columnStep) {
    Value offset = builder.add(chunk.channel, builder.mul(batch, buffer.strides[0]));
    offset = builder.add(offset, builder.mul(row, rowStep * buffer.strides[1]));
    return builder.add(offset, builder.mul(column, columnStep * buffer.strides[2]));
  };
  auto emitBlock = [&](Value column, int64_t outputs) {
    Value inputOffset = offsetIn(input, column, op.getStride()[0], op.getStride()[1]);
    Values sums = emitTile(chunk, inputOffset, outputs);
    Value outputOffset = offsetIn(output, column, 1, 1);
    Value residualOffset = residual ? offsetIn(residual, column, 1, 1) : Value();
    size_t groups = chunk.bias.size();
    for (int64_t i = 0; i < outputs; ++i)
      epilogue.emit(ArrayRef(sums).slice(i * groups, groups), chunk.channels, chunk.channel,
                    builder.add(outputOffset, i * output.strides[2]),
                    residual ? builder.add(residualOffset, i * residual.strides[2]) : Value(),
                    chunk.order);
  };
  int64_t whole = width / block * block;
  builder.loop(0, whole, block, [&](Value column) { emitBlock(column, block); });
  if (whole < width)
    emitBlock(builder.index(whole), width - whole);
}

/// The accumulators of neighbouring outputs, one group after the other.
KernelBuilder::Values DepthwiseQuadKernel::emitTile(Chunk &chunk, Value inputOffset,
                                                    int64_t outputs) {
  size_t groups = chunk.bias.size();
  Values sums;
  for (int64_t i = 0; i < outputs; ++i)
    llvm::append_range(sums, chunk.bias);
  Type byteType = builder.vectorType(chunk.channels, builder.getI8Type());
  for (int64_t row = 0; row < op.getKernel()[0]; ++row)
    for (const Quad &quad : plan(outputs)) {
      Values columns;
      for (int64_t t = 0; t < 4; ++t) {
        if (!quad.reads(t)) {
          // Its weights are zeros; the column may lie behind the buffer.
          columns.push_back(builder.constant(byteType, int64_t(0)));
          continue;
        }
        int64_t column = quad.start + t * op.getDilation()[1];
        Value loaded =
            builder.load(input,
                         builder.add(inputOffset, row * op.getDilation()[0] * input.strides[1] +
                                                      column * input.strides[2]),
                         chunk.channels);
        if (op.getSignedInput())
          loaded =
              arith::XOrIOp::create(builder, loaded, builder.constant(byteType, int64_t(-128)));
        columns.push_back(loaded);
      }
      Values bytes = interleave(columns);
      for (const Quad::Use &use : quad.uses)
        for (size_t group = 0; group < groups; ++group) {
          Value &sum = sums[use.output * groups + group];
          sum = VectorDotOp::create(builder, sum, bytes[group],
                                    chunk.weights[{row, use.taps}][group], op.getSignedInput());
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

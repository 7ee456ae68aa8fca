#include "QuadOperands.h"

#include "Transpose.h"
#include "VectorizeConvolution.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

QuadOperands::QuadOperands(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
    : builder(builder), input(builder.flatten(op.getInput())),
      weights(builder.flatten(op.getWeights())), window(getWindow(op)),
      flipsSigns(op.getSignedInput()) {}

/// Groups of four bytes, one from each column. Whole 128-bit lanes stay where they
/// are: result k holds the channels 4k to 4k + 3 of each 16.
KernelBuilder::Values QuadOperands::interleave(ArrayRef<Value> columns) {
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

Value QuadOperands::repeat(const QuadChunk &chunk, Value vector) {
  return builder.concat(Values(chunk.parts, vector));
}

QuadTaps QuadOperands::getTaps(const Quad::Use &use, int64_t row) const {
  QuadTaps taps;
  for (auto [tap, column] : llvm::zip_equal(taps, use.taps))
    tap = column < 0 ? -1 : row * window.kernel[1] + column;
  return taps;
}

QuadTaps QuadOperands::getTaps(const TallQuads &tall, const TallQuads::Group &group) const {
  QuadTaps taps;
  for (int64_t t = 0; t < 4; ++t) {
    int64_t row = group.start + t / tall.columns, column = tall.start + t % tall.columns;
    bool isMet = row >= group.firstTap && row < window.kernel[0];
    taps[t] = isMet ? row * window.kernel[1] + column : -1;
  }
  return taps;
}

void QuadOperands::loadWeights(QuadChunk &chunk) {
  Value zero =
      builder.constant(builder.vectorType(chunk.channels, builder.getI8Type()), int64_t(0));
  auto loadTaps = [&](const QuadTaps &quadTaps) {
    Values &packed = chunk.weights[quadTaps];
    if (!packed.empty())
      return;
    Values taps;
    for (int64_t tap : quadTaps) {
      Value offset = builder.add(chunk.channel, tap * weights.strides[1]);
      Value loaded = tap < 0 ? zero : builder.load(weights, offset, chunk.channels);
      taps.push_back(repeat(chunk, loaded));
    }
    packed = interleave(taps);
  };
  for (const Quad &quad : chunk.plan.quads)
    for (const Quad::Use &use : quad.uses)
      for (int64_t row = 0; row < window.kernel[0]; ++row)
        loadTaps(getTaps(use, row));
  if (const std::optional<TallQuads> &tall = chunk.plan.tall)
    for (const TallQuads::Group &group : tall->groups)
      loadTaps(getTaps(*tall, group));
}

/// The channels of one input column of each part.
Value QuadOperands::loadColumn(const QuadChunk &chunk, Value offset) {
  int64_t step = chunk.outputs * window.stride[1] * input.strides[2];
  Values parts;
  for (int64_t part = 0; part < chunk.parts; ++part)
    parts.push_back(builder.load(input, builder.add(offset, part * step), chunk.channels));
  return flipSigns(builder.concat(parts));
}

/// Whether the parts of neighbouring columns alternate in memory, so many that single loads
/// of them would take more instructions than two of whole registers and a shuffle each.
bool QuadOperands::loadsPairs(const QuadChunk &chunk) const {
  return chunk.parts > 2 && chunk.outputs * window.stride[1] == 2 &&
         input.strides[2] == chunk.channels;
}

/// The channels of two neighbouring input columns of each part.
std::pair<Value, Value> QuadOperands::loadPair(const QuadChunk &chunk, Value offset) {
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
Value QuadOperands::flipSigns(Value bytes) {
  if (!flipsSigns)
    return bytes;
  return arith::XOrIOp::create(builder, bytes, builder.constant(bytes.getType(), int64_t(-128)));
}

QuadOperands::Columns QuadOperands::loadRow(const QuadChunk &chunk, Value offset) {
  Columns row;
  for (int64_t column : chunk.plan.listColumns(window.dilation[1]))
    row[column] = Value();
  for (auto &[number, column] : row) {
    if (column)
      continue;
    Value first = builder.add(offset, number * input.strides[2]);
    auto next = row.find(number + 1);
    if (loadsPairs(chunk) && next != row.end())
      std::tie(column, next->second) = loadPair(chunk, first);
    else
      column = loadColumn(chunk, first);
  }
  return row;
}

/// Columns that no quad multiplies may lie behind the buffer: zeros. Those that another one
/// does stand there as well, so that pairs of columns are interleaved once for both.
Value QuadOperands::getColumn(const QuadChunk &chunk, const Columns &row, int64_t number) {
  auto found = row.find(number);
  if (found != row.end())
    return found->second;
  return builder.constant(builder.vectorType(chunk.channels * chunk.parts, builder.getI8Type()),
                          int64_t(0));
}

KernelBuilder::Values QuadOperands::interleaveRow(const QuadChunk &chunk, const Columns &row) {
  Values bytes;
  for (const Quad &quad : chunk.plan.quads) {
    Values columns;
    for (int64_t t = 0; t < 4; ++t)
      columns.push_back(getColumn(chunk, row, quad.start + t * window.dilation[1]));
    llvm::append_range(bytes, interleave(columns));
  }
  return bytes;
}

KernelBuilder::Values QuadOperands::interleaveTall(const QuadChunk &chunk,
                                                   ArrayRef<Columns> inputRows, int64_t first) {
  const TallQuads &tall = *chunk.plan.tall;
  Values columns;
  for (int64_t t = 0; t < 4; ++t) {
    size_t row = first + t / tall.columns;
    columns.push_back(getColumn(chunk, row < inputRows.size() ? inputRows[row] : Columns(),
                                tall.start + t % tall.columns));
  }
  return interleave(columns);
}

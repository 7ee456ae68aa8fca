#include "Epilogue.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

template <typename ConvOp>
Epilogue::Epilogue(KernelBuilder &builder, ConvOp op)
    : builder(builder), output(builder.flatten(op.getOutput())), function(op.getFunction()),
      mode(op.getMode()), exactShifts(op.getExactShifts()),
      residualZeroPoint(op.getResidualZeroPoint()), residualMultiplier(op.getResidualMultiplier()),
      residualShift(op.getResidualShift()), fractionBits(op.getFractionBits()),
      zeroPoint(op.getOutputZeroPoint()), clampMin(op.getClampMin()), clampMax(op.getClampMax()) {
  if (Value value = op.getMultipliers())
    multipliers = builder.flatten(value);
  if (Value value = op.getShifts()) {
    shifts = builder.flatten(value);
    leastShift = getLeastShift(value);
    greatestShift = getGreatestShift(value);
  }
  if (Value value = op.getScales())
    scales = builder.flatten(value);
  if (Value value = op.getResidual())
    residual = builder.flatten(value);
  if (std::optional<APFloat> bound = op.getFloatMin())
    floatMin = bound->convertToFloat();
  if (std::optional<APFloat> bound = op.getFloatMax())
    floatMax = bound->convertToFloat();
}

template Epilogue::Epilogue(KernelBuilder &, ScheduledConv2DOp);
template Epilogue::Epilogue(KernelBuilder &, ScheduledChainedConv2DOp);
template Epilogue::Epilogue(KernelBuilder &, ScheduledDepthwiseConv2DOp);
template Epilogue::Epilogue(KernelBuilder &, ScheduledWinogradConv2DOp);

OutputPositions Epilogue::getPositions(int64_t count, Value offset, Value residualOffset) const {
  return {count, offset, output.strides[2], residualOffset,
          residual ? residual.strides[2] : int64_t(0)};
}

/// `count` of the positions from number `first` on, all of one line or from its start on, and
/// channels from number `channel` on.
static OutputPositions takePositions(KernelBuilder &builder, const OutputPositions &positions,
                                     int64_t first, int64_t count, int64_t channel) {
  OutputPositions taken = positions;
  taken.count = count;
  taken.offset = builder.add(positions.offset, positions.distance(first) + channel);
  if (positions.residualOffset)
    taken.residualOffset =
        builder.add(positions.residualOffset, positions.residualDistance(first) + channel);
  return taken;
}

/// Products of 64 bits cost too much to be formed for lanes that nothing stores
/// (and LLVM 22 cannot select a `vpmuldq` of which only the first few of 16 lanes
/// are used).
bool Epilogue::hasWideProducts() const {
  return mode == RescaleMode::Fixed32 || mode == RescaleMode::Fixed32DoubleRound;
}

void Epilogue::emit(ValueRange accumulators, int64_t channels, Value channel,
                    const OutputPositions &positions) {
  int64_t vectors = accumulators.size() / positions.count;
  int64_t lanes = getLanes(accumulators.front());
  // As many accumulators as fill one register with stored elements: some of one
  // position, or the same ones of several.
  int64_t group = std::max<int64_t>(1, builder.lanes(output.elementType) / lanes);
  for (int64_t done = 0; done < vectors;) {
    int64_t width = std::min<int64_t>(group, llvm::bit_floor<uint64_t>(vectors - done));
    int64_t height = group / width;
    int64_t first = done * lanes;
    for (int64_t position = 0; position < positions.count; position += height) {
      int64_t count = std::min(height, positions.count - position);
      int64_t stored = std::min(channels - first, width * lanes);
      int64_t kept = hasWideProducts() ? llvm::bit_ceil<uint64_t>(stored) : width * lanes;
      KernelBuilder::Values joined;
      for (int64_t i = position; i < position + count; ++i) {
        Value row = builder.concat(accumulators.slice(i * vectors + done, width));
        joined.push_back(builder.slice(row, 0, kept));
      }
      emitPiece(builder.concat(joined), {builder.add(channel, first),
                                         kept,
                                         stored,
                                         takePositions(builder, positions, position, count, first),
                                         {}});
    }
    done += width;
  }
}

void Epilogue::emitInOrder(ValueRange accumulators, int64_t channels, Value channel,
                           const OutputPositions &positions, ArrayRef<int64_t> order) {
  emitPiece(builder.concat(accumulators), {channel, channels, channels, positions, order});
}

void Epilogue::emitByChannel(ValueRange accumulators, Value channel,
                             const OutputPositions &channels) {
  int64_t vectors = accumulators.size() / channels.count, lanes = getLanes(accumulators.front());
  auto emitRows = [&](ValueRange own, int64_t first, const OutputPositions &rows) {
    int64_t width = lanes * own.size() / rows.count;
    emitPiece(builder.concat(own),
              {builder.add(channel, first), width, width, rows, {}, /*byChannel=*/true});
  };
  if (!hasWideProducts())
    return emitRows(accumulators, 0, channels);
  for (auto [index, accumulator] : llvm::enumerate(accumulators)) {
    int64_t row = index / vectors, position = index % vectors * lanes;
    emitRows(accumulator, row, takePositions(builder, channels, row, 1, position));
  }
}

void Epilogue::emitPiece(Value accumulator, const Piece &piece) {
  Value result = accumulator;
  if (isa<FloatType>(getElementTypeOrSelf(accumulator)))
    result = finishFloat(accumulator, piece);
  else if (function || residual)
    result = apply16(accumulator, piece);
  else if (mode)
    result = rescale(accumulator, piece);
  SmallVector<int64_t> laneOfChannel(piece.order.size());
  for (auto [lane, channelOfLane] : llvm::enumerate(piece.order))
    laneOfChannel[channelOfLane] = lane;
  result = permute(result, laneOfChannel);
  const OutputPositions &positions = piece.positions;
  for (int64_t i = 0; i < positions.count; ++i)
    builder.storeFirst(builder.slice(result, i * piece.lanes, piece.lanes), piece.channels, output,
                       builder.add(positions.offset, positions.distance(i)));
}

/// Reorders all lanes; none are given where they are in order.
Value Epilogue::permute(Value vector, ArrayRef<int64_t> lanes) {
  return lanes.empty() ? vector : vector::ShuffleOp::create(builder, vector, vector, lanes);
}

/// Numbers of neighbouring channels in the order of the accumulators' lanes, for
/// each position the same.
Value Epilogue::loadParameters(const FlatBuffer &buffer, const Piece &piece) {
  if (!buffer)
    return Value();
  if (piece.byChannel) {
    KernelBuilder::Values rows;
    for (int64_t i = 0; i < piece.positions.count; ++i)
      rows.push_back(builder.broadcast(builder.loadScalar(buffer, builder.add(piece.channel, i)),
                                       piece.lanes));
    return builder.concat(rows);
  }
  Value loaded = builder.load(buffer, piece.channel, piece.lanes);
  KernelBuilder::Values repeated(piece.positions.count, loaded);
  return permute(builder.concat(repeated), piece.order);
}

/// Adds the residual and clamps.
Value Epilogue::finishFloat(Value value, const Piece &piece) {
  if (residual)
    value = arith::AddFOp::create(builder, value, loadResidual(piece));
  if (floatMin)
    value = arith::MaximumFOp::create(builder, value, builder.constant(value.getType(), *floatMin));
  if (floatMax)
    value = arith::MinimumFOp::create(builder, value, builder.constant(value.getType(), *floatMax));
  return value;
}

Value Epilogue::rescale(Value accumulator, const Piece &piece) {
  auto load = [&](const FlatBuffer &buffer) { return loadParameters(buffer, piece); };
  Type type = withElementType(accumulator.getType(), output.elementType);
  return VectorRescaleOp::create(builder, type, accumulator, load(multipliers), load(shifts),
                                 load(scales), *mode, fractionBits, zeroPoint, clampMin, clampMax,
                                 leastShift, greatestShift, exactShifts);
}

/// The epilogue on 16 bits: a function, a residual operand, or both.
Value Epilogue::apply16(Value accumulator, const Piece &piece) {
  Value other;
  if (residual)
    other = permute(loadResidual(piece), piece.order);
  Type type = withElementType(accumulator.getType(), output.elementType);
  return VectorEpilogueOp::create(builder, type, accumulator, loadParameters(multipliers, piece),
                                  loadParameters(shifts, piece), function, other, residualZeroPoint,
                                  residualMultiplier, residualShift, fractionBits, zeroPoint,
                                  clampMin, clampMax, leastShift, greatestShift, exactShifts);
}

/// The residual's channels of all positions.
Value Epilogue::loadResidual(const Piece &piece) {
  const OutputPositions &positions = piece.positions;
  KernelBuilder::Values loaded;
  for (int64_t i = 0; i < positions.count; ++i)
    loaded.push_back(builder.loadFirst(
        residual, builder.add(positions.residualOffset, positions.residualDistance(i)),
        piece.channels, piece.lanes));
  return builder.concat(loaded);
}

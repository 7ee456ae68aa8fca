#include "Epilogue.h"

#include "qopt/Vectorize/FixedPointBuilder.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

/// Whether a buffer is a constant of positive integers.
static bool isPositiveConstant(Value memref) {
  auto getGlobal = memref.getDefiningOp<memref::GetGlobalOp>();
  if (!getGlobal)
    return false;
  auto global =
      SymbolTable::lookupNearestSymbolFrom<memref::GlobalOp>(getGlobal, getGlobal.getNameAttr());
  auto isPositive = [](int32_t value) { return value > 0; };
  if (auto dense =
          dyn_cast_if_present<DenseIntElementsAttr>(global.getInitialValue().value_or(nullptr)))
    return llvm::all_of(dense.getValues<int32_t>(), isPositive);
  if (auto resource = dyn_cast_if_present<DenseI32ResourceElementsAttr>(
          global.getInitialValue().value_or(nullptr)))
    if (std::optional<ArrayRef<int32_t>> values = resource.tryGetAsArrayRef())
      return llvm::all_of(*values, isPositive);
  return false;
}

template <typename ConvOp>
Epilogue::Epilogue(KernelBuilder &builder, ConvOp op)
    : builder(builder), output(builder.flatten(op.getOutput())), mode(op.getMode()),
      residualZeroPoint(op.getResidualZeroPoint()), residualMultiplier(op.getResidualMultiplier()),
      residualShift(op.getResidualShift()), fractionBits(op.getFractionBits()),
      zeroPoint(op.getOutputZeroPoint()), clampMin(op.getClampMin()), clampMax(op.getClampMax()) {
  if (Value value = op.getMultipliers())
    multipliers = builder.flatten(value);
  if (Value value = op.getShifts()) {
    shifts = builder.flatten(value);
    rightShiftsOnly = isPositiveConstant(value);
  }
  if (Value value = op.getScales())
    scales = builder.flatten(value);
  if (Value value = op.getResidual())
    residual = builder.flatten(value);
  if (Value value = op.getFunction()) {
    base = builder.row(value, 0);
    slope = builder.row(value, 1);
  }
  if (std::optional<APFloat> bound = op.getFloatMin())
    floatMin = bound->convertToFloat();
  if (std::optional<APFloat> bound = op.getFloatMax())
    floatMax = bound->convertToFloat();
}

template Epilogue::Epilogue(KernelBuilder &, ScheduledConv2DOp);
template Epilogue::Epilogue(KernelBuilder &, ScheduledDepthwiseConv2DOp);

void Epilogue::emit(ValueRange accumulators, int64_t count, Value channel, Value offset,
                    Value residualOffset, ArrayRef<int64_t> laneOrder) {
  order = laneOrder;
  if (!order.empty())
    return emitPiece(builder.concat(accumulators), count, channel, offset, residualOffset);
  // As many accumulators as fill one register with stored elements.
  int64_t lanes = getLanes(accumulators.front());
  int64_t group = std::max<int64_t>(1, builder.lanes(output.elementType) / lanes);
  for (int64_t done = 0; done < count;) {
    size_t first = done / lanes;
    ValueRange piece =
        accumulators.slice(first, std::min<size_t>(group, llvm::divideCeil(count - done, lanes)));
    int64_t pieceCount = std::min<int64_t>(count - done, piece.size() * lanes);
    emitPiece(builder.concat(piece), pieceCount, builder.add(channel, done),
              builder.add(offset, done),
              residualOffset ? builder.add(residualOffset, done) : Value());
    done += pieceCount;
  }
}

void Epilogue::emitPiece(Value accumulator, int64_t count, Value channel, Value offset,
                         Value residualOffset) {
  Value result = accumulator;
  if (isa<FloatType>(getElementTypeOrSelf(accumulator)))
    result = clampFloat(accumulator);
  else if (base || residual)
    result = apply16(accumulator, count, channel, residualOffset);
  else if (mode)
    result = rescale(accumulator, channel);
  SmallVector<int64_t> laneOfChannel(order.size());
  for (auto [lane, channelOfLane] : llvm::enumerate(order))
    laneOfChannel[channelOfLane] = lane;
  builder.storeFirst(permute(result, laneOfChannel), count, output, offset);
}

/// Reorders all lanes; none are given where they are in order.
Value Epilogue::permute(Value vector, ArrayRef<int64_t> lanes) {
  return lanes.empty() ? vector : vector::ShuffleOp::create(builder, vector, vector, lanes);
}

/// Numbers of neighbouring channels in the order of the accumulators' lanes.
Value Epilogue::loadParameters(const FlatBuffer &buffer, Value channel, int64_t lanes) {
  return buffer ? permute(builder.load(buffer, channel, lanes), order) : Value();
}

Value Epilogue::clampFloat(Value value) {
  if (floatMin)
    value = arith::MaximumFOp::create(builder, value, builder.constant(value.getType(), *floatMin));
  if (floatMax)
    value = arith::MinimumFOp::create(builder, value, builder.constant(value.getType(), *floatMax));
  return value;
}

Value Epilogue::rescale(Value accumulator, Value channel) {
  int64_t lanes = getLanes(accumulator);
  auto load = [&](const FlatBuffer &buffer) { return loadParameters(buffer, channel, lanes); };
  Type type = withElementType(accumulator.getType(), output.elementType);
  return VectorRescaleOp::create(builder, type, accumulator, load(multipliers), load(shifts),
                                 load(scales), *mode, fractionBits, zeroPoint, clampMin, clampMax,
                                 rightShiftsOnly);
}

/// The epilogue on 16 bits: a function, a residual operand, or both.
Value Epilogue::apply16(Value accumulator, int64_t count, Value channel, Value residualOffset) {
  int64_t lanes = getLanes(accumulator);
  Value multiplier = loadParameters(multipliers, channel, lanes);
  Value shift = loadParameters(shifts, channel, lanes);
  Value t = buildShiftTo16(builder, accumulator, shift, rightShiftsOnly);
  Value p =
      base ? buildFunction16(builder, buildFunctionArgument16(builder, t, multiplier), base, slope)
           : buildMultiplyHigh16(builder, t, multiplier);
  if (residual) {
    Value other = permute(loadResidual(lanes, count, residualOffset), order);
    p = buildAddSaturate16(
        builder, p,
        buildResidual16(builder, other, residualZeroPoint, residualMultiplier, residualShift));
  }
  return buildFinishFixed16(builder, p, zeroPoint, clampMin, clampMax, fractionBits,
                            /*saturate=*/true);
}

/// Reads `count` bytes and no more; the lanes behind them hold zeros.
Value Epilogue::loadResidual(int64_t lanes, int64_t count, Value offset) {
  if (count == lanes)
    return builder.load(residual, offset, lanes);
  Value result = builder.constant(builder.vectorType(lanes, residual.elementType), int64_t(0));
  for (int64_t done = 0; done < count;) {
    int64_t piece = llvm::bit_floor(static_cast<uint64_t>(count - done));
    Value loaded = builder.load(residual, builder.add(offset, done), piece);
    result = vector::InsertStridedSliceOp::create(builder, loaded, result, ArrayRef<int64_t>(done),
                                                  ArrayRef<int64_t>(1));
    done += piece;
  }
  return result;
}

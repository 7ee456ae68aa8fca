#include "Models/ConvolutionBoxes.h"
#include "Models/ConvolutionForms.h"
#include "Models/Registration.h"
#include "qopt/Schedule/MemRefViews.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// The per-channel constants before packing.
struct Channels {
  /// Kernels see signed bytes a - 128; the bias makes up for it.
  bool signedInput = false;
  /// No accumulator leaves 32 bits when its channel's shift is to the left.
  bool exactShifts = true;
  std::vector<int64_t> bias;
  std::vector<int32_t> multipliers, shifts;
  std::vector<float> scales;
};

/// Reads a constant operand, or reports that it is none.
FailureOr<SmallVector<int64_t>> readConstant(Operation *op, Value value, StringRef what) {
  FailureOr<SmallVector<int64_t>> elements = readIntegerConstant(value);
  if (failed(elements))
    return op->emitError() << what << " must be constant to be packed; for two variable "
                           << "operands use qint.batch_matmul";
  return elements;
}

/// Folds all that is constant of a channel into its bias, and proves that the
/// accumulator fits (docs/Numerics.md, "Accumulation").
template <typename Op>
FailureOr<Channels> foldChannels(Op op, ArrayRef<WeightSums> sums, int64_t accumulatorBits,
                                 bool signedInput) {
  FailureOr<SmallVector<int64_t>> bias = readConstant(op, op.getBias(), "bias");
  if (failed(bias))
    return failure();
  if (bias->size() != sums.size())
    return op.emitError() << "bias has " << bias->size() << " entries for " << sums.size()
                          << " output channels";
  std::optional<qint::RescaleAttr> rescale = op.getRescale();
  bool isFixed16 = rescale && rescale->getMode() == qint::RescaleMode::Fixed16;
  bool isByte = getElementTypeOrSelf(op.getInput()).isInteger(8);
  int64_t inputMin = isByte ? 0 : INT16_MIN, inputMax = isByte ? UINT8_MAX : INT16_MAX;

  Channels channels;
  channels.signedInput = signedInput;
  for (auto [n, sum] : llvm::enumerate(sums)) {
    int32_t shift = 0;
    if (rescale && rescale->getMode() != qint::RescaleMode::Float32) {
      size_t entry = rescale->size() == 1 ? 0 : n;
      shift = rescale->getShifts()[entry];
      channels.shifts.push_back(shift);
      channels.multipliers.push_back(rescale->getMultipliers()[entry]);
    } else if (rescale) {
      channels.scales.push_back(rescale->getScales()[rescale->size() == 1 ? 0 : n]);
    }
    int64_t folded = foldBias((*bias)[n], sum, op.getInputZeroPoint(), isFixed16 ? shift : 0);
    AccumulatorBound bound = boundAccumulator(sum, folded, inputMin, inputMax);
    bool fits = accumulatorBits == 32 ? bound.fitsInt32() : bound.fitsFixed15();
    if (!fits)
      return op.emitError() << "accumulator of output channel " << n << " reaches [" << bound.min
                            << ", " << bound.max << "], more than "
                            << (accumulatorBits == 32 ? "32" : "48")
                            << " bits; widen the weight scale of this channel"
                            << (accumulatorBits == 32 ? " or use an i64 bias" : "");
    if (isFixed16 && shift < 0 && !bound.shiftedLeft(-shift).fitsInt32())
      channels.exactShifts = false;
    // Kernels that take signed bytes see a - 128 for each byte a.
    channels.bias.push_back(signedInput ? folded + 128 * sum.total() : folded);
  }
  return channels;
}

/// Emits the packed constants of all channels.
template <typename Op>
ConvolutionConstants createConstants(Op op, OpBuilder &builder, BufferAssignment &buffers,
                                     const Channels &channels, int64_t groups, int64_t columns,
                                     int64_t accumulatorBits) {
  Location loc = op.getLoc();
  int64_t outputs = channels.bias.size() / groups;
  auto pack = [&](auto values, StringRef role, auto padding, Type type) {
    using T = decltype(padding);
    std::vector<T> narrow(values.begin(), values.end());
    std::vector<T> packed = packChannels<T>(narrow, groups, outputs, columns, padding);
    return buffers.constant<T>(loc, role, packed, {static_cast<int64_t>(packed.size())}, type);
  };
  ConvolutionConstants constants;
  constants.exactShifts = channels.exactShifts &&
                          llvm::any_of(channels.shifts, [](int32_t shift) { return shift < 0; });
  // Sums wrap in 32 bits, so a folded bias outside of them is no harm.
  if (accumulatorBits == 32)
    constants.bias = pack(channels.bias, "bias", int32_t(0), builder.getI32Type());
  else
    constants.bias = pack(channels.bias, "bias", int64_t(0), builder.getI64Type());
  if (!channels.scales.empty())
    constants.scales = pack(channels.scales, "scales", 1.0f, builder.getF32Type());
  if (!channels.shifts.empty()) {
    bool isFixed16 = op.getRescale()->getMode() == qint::RescaleMode::Fixed16;
    constants.shifts =
        pack(channels.shifts, "shifts", int32_t(isFixed16 ? 0 : 31), builder.getI32Type());
    if (isFixed16)
      constants.multipliers =
          pack(channels.multipliers, "multipliers", int16_t(1 << 14), builder.getI16Type());
    else
      constants.multipliers =
          pack(channels.multipliers, "multipliers", int32_t(1 << 30), builder.getI32Type());
  }
  if (std::optional<qint::FunctionAttr> function = op.getFunction()) {
    std::vector<int16_t> table;
    for (auto [base, slope] : llvm::zip_equal(function->getBase(), function->getSlope()))
      llvm::append_range(table, ArrayRef{base, slope});
    constants.function = buffers.constant<int16_t>(loc, "function", table, {kFunctionSegments, 2},
                                                   builder.getI16Type());
  }
  return constants;
}

/// Elements of a row of scratch that are at least `elements`: an odd number of cache
/// lines, so that equal places of many rows do not share a set of the cache.
int64_t padRow(int64_t elements, int64_t elementBytes) {
  constexpr int64_t kLineBytes = 64;
  return (llvm::divideCeil(elements * elementBytes, kLineBytes) | 1) * kLineBytes / elementBytes;
}

/// `kernel` is that part of the shape of the weights.
template <typename Op> ConvolutionBoxes getBoxes(Op op, ArrayRef<int64_t> kernel) {
  ArrayRef<int64_t> output = cast<ShapedType>(op.getResult().getType()).getShape();
  return ConvolutionBoxes(op.getInput().getType().getShape(), output, kernel, op.getStride(),
                          op.getDilation(), op.getPad(),
                          op.getWeights().getType().getNumElements());
}

/// The buffers and the geometry that both kinds of convolution share.
template <typename Op>
Convolution describe(Op op, BufferAssignment &buffers, ArrayRef<int64_t> kernel) {
  Convolution convolution(op);
  convolution.input = buffers.readPlaced(op.getInputMutable());
  if (Value residual = op.getResidual())
    convolution.residual = buffers.read(residual);
  convolution.output = buffers.write(op.getResult());
  convolution.kernel.assign(kernel.begin(), kernel.end());
  convolution.stride.assign(op.getStride().begin(), op.getStride().end());
  convolution.dilation.assign(op.getDilation().begin(), op.getDilation().end());
  convolution.accumulatorBits = getElementTypeOrSelf(op.getBias()).getIntOrFloatBitWidth();
  convolution.hasFunction = op.getFunction().has_value();
  return convolution;
}

template <typename ScheduledOp, typename Op, typename... MoreOperands>
ScheduledOp createScheduled(Op op, OpBuilder &builder, const Convolution &convolution,
                            qint::TileAttr tile, const ConvolutionConstants &constants,
                            MoreOperands... more) {
  qint::RescaleModeAttr mode;
  if (std::optional<qint::RescaleAttr> rescale = op.getRescale())
    mode = qint::RescaleModeAttr::get(builder.getContext(), rescale->getMode());
  auto scheduled = ScheduledOp::create(
      builder, op.getLoc(), convolution.input, constants.weights, constants.bias,
      constants.multipliers, constants.shifts, constants.scales, constants.function,
      convolution.residual, convolution.output, convolution.kernel, convolution.stride,
      convolution.dilation, tile, constants.signedInput, mode, op.getResidualZeroPoint(),
      op.getResidualMultiplier(), op.getResidualShift(), op.getFractionBits(),
      op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax(), /*float_min=*/FloatAttr(),
      /*float_max=*/FloatAttr(), constants.exactShifts, more...);
  return scheduled;
}

/// The scratch of a Winograd convolution, and the op.
void createWinograd(qint::Conv2DOp op, OpBuilder &builder, BufferAssignment &buffers,
                    const Convolution &convolution, const WinogradChoice &choice,
                    const Channels &channels, ArrayRef<int8_t> weights) {
  Location loc = op.getLoc();
  ConvolutionConstants constants =
      createConstants(op, builder, buffers, channels, /*groups=*/1, choice.columns, 32);
  WinogradPacking packing{convolution.getOutputType().getDimSize(3),
                          convolution.getInputType().getDimSize(3), choice.columns};
  Value packed = buffers.constant<int16_t>(loc, "weights", packWinogradWeights(weights, packing),
                                           packing.weightShape(), builder.getI16Type());
  int64_t tiles = choice.bandRows * choice.bandColumns;
  Value transformed = buffers.temporary(
      loc, {kWinogradProducts, padRow(tiles * 2 * packing.pairs(), sizeof(int16_t))},
      builder.getI16Type());
  Value products =
      buffers.temporary(loc, {tiles, padRow(kWinogradProducts * choice.columns, sizeof(int32_t))},
                        builder.getI32Type());
  qint::RescaleModeAttr mode;
  if (std::optional<qint::RescaleAttr> rescale = op.getRescale())
    mode = qint::RescaleModeAttr::get(builder.getContext(), rescale->getMode());
  qint::ScheduledWinogradConv2DOp::create(
      builder, loc, convolution.input, packed, constants.bias, constants.multipliers,
      constants.shifts, constants.scales, constants.function, convolution.residual,
      convolution.output, transformed, products,
      qint::TileAttr::get(builder.getContext(), choice.rows, choice.columns),
      ArrayRef<int64_t>{choice.bandRows, choice.bandColumns}, mode, op.getResidualZeroPoint(),
      op.getResidualMultiplier(), op.getResidualShift(), op.getFractionBits(),
      op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax(), /*float_min=*/FloatAttr(),
      /*float_max=*/FloatAttr(), constants.exactShifts);
}

/// The zero point as an element of the input's buffer.
TypedAttr getZeroPoint(Value input, uint32_t zeroPoint) {
  Type type = BufferAssignment::getStoredType(getElementTypeOrSelf(input));
  APInt value(32, zeroPoint);
  return IntegerAttr::get(type, value.trunc(type.getIntOrFloatBitWidth()));
}

std::vector<int8_t> narrow(ArrayRef<int64_t> values) { return {values.begin(), values.end()}; }

struct Conv2DModel : SchedulableOpInterface::ExternalModel<Conv2DModel, qint::Conv2DOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    auto convolution = cast<qint::Conv2DOp>(op);
    if (index != 0)
      return {};
    Value input = convolution.getInput();
    OperandPlacement placement =
        getBoxes(convolution, getKernel(convolution))
            .getPlacement(getZeroPoint(input, convolution.getInputZeroPoint()));
    placement.readsBehind = getElementTypeOrSelf(input).isInteger(8);
    return placement;
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::Conv2DOp>(operation);
    FailureOr<SmallVector<int64_t>> weights = readConstant(op, op.getWeights(), "weights");
    if (failed(weights))
      return failure();
    const ISA &isa = getISA(buffers);
    Convolution convolution = describe(op, buffers, getKernel(op));
    convolution.groups = op.getGroups();
    convolution.wordWeights =
        isa.multipliesWords() && getElementTypeOrSelf(op.getInput()).isInteger(8);
    // Each position gathers the bytes of tails. On Zen 4 that takes less than the products of
    // two vectors.
    int64_t filters = op.getWeights().getType().getDimSize(0);
    convolution.mayJoinTails = getTileOverlap(op->getParentOfType<ModuleOp>()) > 0 &&
                               !isa.hasMatrixRegisters() &&
                               filters / convolution.groups >= 2 * isa.lanes(32);
    std::vector<int8_t> bytes = narrow(*weights);
    ConvolutionBoxes boxes = getBoxes(op, getKernel(op));
    BoxWeights<int8_t> boxWeights(boxes, bytes, filters);
    for (const ConvolutionBox &box : boxes.list())
      if (failed(scheduleBox(op, builder, buffers, boxes.cut(builder, convolution, box), boxWeights,
                             box)))
        return failure();
    return success();
  }

private:
  static ArrayRef<int64_t> getKernel(qint::Conv2DOp op) {
    return op.getWeights().getType().getShape().slice(1, 2);
  }

  static LogicalResult scheduleBox(qint::Conv2DOp op, OpBuilder &builder, BufferAssignment &buffers,
                                   Convolution convolution, BoxWeights<int8_t> &weights,
                                   const ConvolutionBox &box) {
    const ISA &isa = getISA(buffers);
    convolution.flatten(builder);
    weights.prepare(convolution, box);
    std::vector<int8_t> bytes = weights.take(box);
    int64_t filters = op.getWeights().getType().getDimSize(0);
    auto filter = static_cast<int64_t>(bytes.size()) / filters;
    SmallVector<WeightSums> sums;
    for (int64_t n = 0; n < filters; ++n)
      sums.emplace_back(ArrayRef<int8_t>(bytes).slice(n * filter, filter));
    ConvolutionForm form = chooseForm(convolution, isa, bytes, sums);
    auto *winograd = std::get_if<WinogradChoice>(&form);
    bool signedInput = isa.signedDot && convolution.getElement() == TileElement::Int8 && !winograd;
    FailureOr<Channels> channels = foldChannels(op, sums, convolution.accumulatorBits, signedInput);
    if (failed(channels))
      return failure();

    if (winograd)
      createWinograd(op, builder, buffers, convolution, *winograd, *channels, bytes);
    else if (auto *chained = std::get_if<ChainChoice>(&form))
      return emitChained(op, builder, buffers, convolution, *channels, bytes, *chained);
    else if (auto *matrix = std::get_if<MatrixTileChoice>(&form))
      emitDirect(op, builder, buffers, convolution, *channels, weights, box, *matrix)
          .setMatrixRegisters(true);
    else
      emitDirect(op, builder, buffers, convolution, *channels, weights, box,
                 std::get<TileChoice>(form));
    return success();
  }

  static qint::ScheduledConv2DOp emitDirect(qint::Conv2DOp op, OpBuilder &builder,
                                            BufferAssignment &buffers,
                                            const Convolution &convolution,
                                            const Channels &channels, BoxWeights<int8_t> &weights,
                                            const ConvolutionBox &box, const TileChoice &tile) {
    Location loc = op.getLoc();
    ConvolutionPacking packing = convolution.getPacking(tile.columns);
    ConvolutionConstants constants =
        createConstants(op, builder, buffers, channels, convolution.groups, tile.columns,
                        convolution.accumulatorBits);
    constants.signedInput = channels.signedInput;
    constants.weights =
        convolution.wordWeights
            ? weights.pack<int16_t>(builder, buffers, loc, packing, box, builder.getI16Type())
            : weights.pack<int8_t>(builder, buffers, loc, packing, box, builder.getI8Type());
    auto scheduled = createScheduled<qint::ScheduledConv2DOp>(
        op, builder, convolution, getTileAttr(op.getContext(), tile), constants);
    scheduled.setGroups(convolution.groups);
    scheduled.setJoinedTails(packing.joinsTails);
    return scheduled;
  }

  static LogicalResult emitChained(qint::Conv2DOp op, OpBuilder &builder, BufferAssignment &buffers,
                                   const Convolution &convolution, const Channels &channels,
                                   ArrayRef<int8_t> bytes, const ChainChoice &tile) {
    int64_t columns = tile.columns;
    std::optional<ChainedWeights> chained = chainWeights(convolution, bytes, getISA(buffers), tile);
    if (!chained)
      return op.emitError("has weights whose chains cannot be proved to fit 16 bits");
    ConvolutionConstants constants =
        createConstants(op, builder, buffers, channels, /*groups=*/1, columns, /*bits=*/32);
    auto slots = static_cast<int64_t>(chained->offsets.size());
    constants.weights = buffers.constant<int8_t>(op.getLoc(), "weights", chained->weights,
                                                 {slots, columns, 4}, builder.getI8Type());
    Value offsets = buffers.constant<int32_t>(op.getLoc(), "offsets", chained->offsets, {slots},
                                              builder.getI32Type());
    Value chains =
        buffers.constant<int32_t>(op.getLoc(), "chains", chained->chains,
                                  {chained->panels, 2 + chained->longest}, builder.getI32Type());
    createScheduled<qint::ScheduledChainedConv2DOp>(
        op, builder, convolution, getTileAttr(op.getContext(), tile), constants, offsets, chains);
    return success();
  }
};

struct DepthwiseModel
    : SchedulableOpInterface::ExternalModel<DepthwiseModel, qint::DepthwiseConv2DOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    auto convolution = cast<qint::DepthwiseConv2DOp>(op);
    if (index != 0)
      return {};
    return getBoxes(convolution, getKernel(convolution))
        .getPlacement(getZeroPoint(convolution.getInput(), convolution.getInputZeroPoint()));
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<qint::DepthwiseConv2DOp>(operation);
    FailureOr<SmallVector<int64_t>> weights = readConstant(op, op.getWeights(), "weights");
    if (failed(weights))
      return failure();
    Convolution convolution = describe(op, buffers, getKernel(op));
    std::vector<int8_t> bytes = narrow(*weights);
    ConvolutionBoxes boxes = getBoxes(op, getKernel(op));
    for (const ConvolutionBox &box : boxes.list())
      if (failed(scheduleBox(op, builder, buffers, boxes.cut(builder, convolution, box),
                             boxes.takeTaps<int8_t>(bytes, /*outer=*/1, box))))
        return failure();
    return success();
  }

private:
  static ArrayRef<int64_t> getKernel(qint::DepthwiseConv2DOp op) {
    return op.getWeights().getType().getShape().take_front(2);
  }

  static LogicalResult scheduleBox(qint::DepthwiseConv2DOp op, OpBuilder &builder,
                                   BufferAssignment &buffers, const Convolution &convolution,
                                   ArrayRef<int8_t> bytes) {
    int64_t taps = convolution.kernel[0] * convolution.kernel[1];
    int64_t outputs = convolution.getOutputType().getDimSize(3);
    SmallVector<WeightSums> sums(outputs);
    for (auto [index, weight] : llvm::enumerate(bytes))
      sums[index % outputs].add(weight);
    FailureOr<Channels> channels =
        foldChannels(op, sums, convolution.accumulatorBits, /*signedInput=*/false);
    if (failed(channels))
      return failure();

    qint::TileAttr tile = convolution.chooseDepthwiseTile(getISA(buffers));
    ConvolutionConstants constants =
        createConstants(op, builder, buffers, *channels, /*groups=*/1, tile.getColumns(),
                        convolution.accumulatorBits);
    std::vector<int8_t> packed =
        packDepthwiseWeights<int8_t>(bytes, taps, outputs, tile.getColumns());
    constants.weights = buffers.constant<int8_t>(
        op.getLoc(), "weights", packed,
        {convolution.kernel[0], convolution.kernel[1], static_cast<int64_t>(packed.size()) / taps},
        builder.getI8Type());
    createScheduled<qint::ScheduledDepthwiseConv2DOp>(op, builder, convolution, tile, constants);
    return success();
  }
};

} // namespace

void schedule::attachQIntConvolutionModels(MLIRContext &context) {
  qint::Conv2DOp::attachInterface<Conv2DModel>(context);
  qint::DepthwiseConv2DOp::attachInterface<DepthwiseModel>(context);
}

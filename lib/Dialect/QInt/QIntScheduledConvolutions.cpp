#include "ScheduledConvolution.h"

#include "qopt/Support/FixedPoint.h"
#include "qopt/Support/MatrixRegisters.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

template <typename Op> static LogicalResult verifyElementTypes(Op op) {
  Type input = op.getInput().getType().getElementType();
  Type weights = op.getWeights().getType().getElementType();
  Type bias = op.getBias().getType().getElementType();
  // (C2)
  bool isFloat = input.isF32() && weights.isF32() && bias.isF32();
  bool isByte = input.isInteger(8) && weights.isInteger(8) && bias.isInteger(32);
  bool isWidened = input.isInteger(8) && weights.isInteger(16) && bias.isInteger(32);
  bool isWord = input.isInteger(16) && weights.isInteger(8) && isa<IntegerType>(bias);
  if (!isFloat && !isByte && !isWidened && !isWord)
    return op.emitOpError() << "has no kernel for input " << input << ", weights " << weights
                            << " and bias " << bias;
  if (op.getSignedInput() && !isByte)
    return op.emitOpError() << "signed_input is for input and weights of i8, not for " << input
                            << " and " << weights;
  return success();
}

template <typename Op>
LogicalResult qint::verifyPositions(Op op, ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride,
                                    ArrayRef<int64_t> dilation) {
  // (C3)
  MemRefType input = op.getInput().getType(), output = op.getOutput().getType();
  if (failed(verifyRank(op, "input", input, 4)) || failed(verifyRank(op, "output", output, 4)))
    return failure();
  if (input.getDimSize(0) != output.getDimSize(0))
    return op.emitOpError() << "input has batch " << input.getDimSize(0) << " but output "
                            << output.getDimSize(0);
  for (unsigned dim : {0u, 1u}) {
    int64_t end =
        (output.getDimSize(dim + 1) - 1) * stride[dim] + (kernel[dim] - 1) * dilation[dim] + 1;
    if (end > input.getDimSize(dim + 1))
      return op.emitOpError() << "the last window ends at position " << end << " of dimension "
                              << dim + 1 << " of the input, which has " << input.getDimSize(dim + 1)
                              << " with its padding";
  }
  if (op.getResidual())
    return verifyShape(op, "residual", cast<MemRefType>(op.getResidual().getType()).getShape(),
                       output.getShape());
  return success();
}

/// Checks the geometry; the input carries its padding.
template <typename Op> static LogicalResult verifyGeometry(Op op) {
  // (C1)
  if (failed(verifyStatic(op)) || failed(verifyEntries(op, "kernel", op.getKernel(), 2, 1)) ||
      failed(verifyEntries(op, "stride", op.getStride(), 2, 1)) ||
      failed(verifyEntries(op, "dilation", op.getDilation(), 2, 1)))
    return failure();
  return verifyPositions(op, op.getKernel(), op.getStride(), op.getDilation());
}

template <typename Op> LogicalResult qint::verifyPacking(Op op, const PackedChannels &packed) {
  // (C4)
  ArrayRef<int64_t> weights = op.getWeights().getType().getShape();
  if (!llvm::is_contained(packed.weightShapes, weights))
    return verifyShape(op, "weights", weights, packed.weightShapes.front());
  std::pair<StringRef, Value> vectors[] = {{"bias", op.getBias()},
                                           {"multipliers", op.getMultipliers()},
                                           {"shifts", op.getShifts()},
                                           {"scales", op.getScales()}};
  for (auto [what, value] : vectors)
    if (value &&
        failed(verifyShape(op, what, cast<MemRefType>(value.getType()).getShape(), {packed.count})))
      return failure();
  return success();
}

/// Checks that `mode` has the operands it computes with, and no others.
template <typename Op> static LogicalResult verifyModeOperands(Op op) {
  std::optional<RescaleMode> mode = op.getMode();
  bool isFloat = op.getInput().getType().getElementType().isF32();
  // (C5)
  if (mode && isFloat)
    return op.emitOpError() << "a convolution of f32 has no rescale mode";
  bool wantsScales = mode == RescaleMode::Float32, wantsFixed = mode && !wantsScales;
  StringRef name = mode ? stringifyRescaleMode(*mode) : "an op without mode";
  if (wantsFixed != (op.getMultipliers() && op.getShifts()) ||
      wantsFixed != (op.getMultipliers() || op.getShifts()))
    return op.emitOpError() << name << (wantsFixed ? " needs" : " takes no")
                            << " multipliers and shifts";
  if (wantsScales != static_cast<bool>(op.getScales()))
    return op.emitOpError() << name << (wantsScales ? " needs" : " takes no") << " scales";
  if (!wantsFixed)
    return success();
  unsigned width = mode == RescaleMode::Fixed16 ? 16 : 32;
  Type multiplier = cast<MemRefType>(op.getMultipliers().getType()).getElementType();
  if (!multiplier.isInteger(width))
    return op.emitOpError() << name << " needs multipliers of i" << width << ", not of "
                            << multiplier;
  return success();
}

template <typename Op> static LogicalResult verifyFunctionAndResidual(Op op) {
  // (C7)
  if (failed(verifyInterval(op, "fraction_bits", op.getFractionBits(), 3, 5)))
    return failure();
  if (Value residual = op.getResidual()) {
    Type input = op.getInput().getType().getElementType();
    Type element = cast<MemRefType>(residual.getType()).getElementType();
    if (element.isF32() != input.isF32())
      return op.emitOpError() << "residual holds " << element << " but input " << input;
  }
  bool isFloatSum = op.getResidual() && op.getInput().getType().getElementType().isF32();
  if (!op.getFunction() && (!op.getResidual() || isFloatSum))
    return success();
  if (op.getMode() != RescaleMode::Fixed16)
    return op.emitOpError() << "function and residual need mode fixed16";
  if (op.getFunction() &&
      failed(verifyShape(op, "function", cast<MemRefType>(op.getFunction().getType()).getShape(),
                         {kFunctionSegments, 2})))
    return failure();
  if (!op.getResidual())
    return success();
  if (failed(verifyInterval(op, "residual_zero_point", op.getResidualZeroPoint(), 0, 255)) ||
      failed(verifyInterval(op, "residual_multiplier", op.getResidualMultiplier(), 0, 32767)))
    return failure();
  return verifyInterval(op, "residual_shift", op.getResidualShift(), 1, 31);
}

LogicalResult qint::verifyModeResult(Operation *op, RescaleMode mode, Type accumulator,
                                     const RescaleOutput &output) {
  // (C6)
  if (!output.type.isInteger(8) && !output.type.isInteger(16))
    return op->emitOpError() << "output holds " << output.type
                             << " but with a rescale it must hold i8 or i16";
  if (output.type.isInteger(16) && mode == RescaleMode::Fixed16)
    return op->emitOpError() << "a rescale to i16 must be fixed32 or float32, not fixed16";
  if (accumulator.isInteger(64) && mode != RescaleMode::Fixed32 && mode != RescaleMode::Float32)
    return op->emitOpError() << "a rescale of i64 must be fixed32 or float32, not "
                             << stringifyRescaleMode(mode);
  // (C8)
  return verifyClamp(op, output, mode);
}

template <typename Op> static LogicalResult verifyFloatClamp(Op op, bool isFloat) {
  std::optional<APFloat> min = op.getFloatMin(), max = op.getFloatMax();
  // (C8)
  if ((min || max) && !isFloat)
    return op.emitOpError() << "float_min and float_max are for convolutions of f32";
  if (min && max && !(*min <= *max))
    return op.emitOpError() << "clamp [" << min->convertToFloat() << ", " << max->convertToFloat()
                            << "] is empty";
  return success();
}

template <typename Op> LogicalResult qint::verifyScheduledEpilogue(Op op) {
  if (failed(verifyModeOperands(op)) || failed(verifyFunctionAndResidual(op)))
    return failure();
  Type accumulator = op.getBias().getType().getElementType();
  Type output = op.getOutput().getType().getElementType();
  if (failed(verifyFloatClamp(op, accumulator.isF32())))
    return failure();
  if (op.getMode())
    return verifyModeResult(op, *op.getMode(), accumulator,
                            {output, op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()});
  // (C6)
  if (output != accumulator)
    return op.emitOpError() << "output holds " << output
                            << " but without mode it must hold the accumulator's type "
                            << accumulator;
  return success();
}

// For the ops that have a file of their own.
template LogicalResult qint::verifyPositions(ScheduledWinogradConv2DOp, ArrayRef<int64_t>,
                                             ArrayRef<int64_t>, ArrayRef<int64_t>);
template LogicalResult qint::verifyPacking(ScheduledWinogradConv2DOp, const PackedChannels &);
template LogicalResult qint::verifyScheduledEpilogue(ScheduledWinogradConv2DOp);

int64_t ScheduledConv2DOp::getStepElements() {
  if (!getInput().getType().getElementType().isInteger(8))
    return 1;
  return getWeights().getType().getElementType().isInteger(16) ? 2 : 4;
}

int64_t ScheduledConv2DOp::countSteps(int64_t runLength) {
  int64_t elements = getStepElements();
  if (elements == 2)
    return runLength / 4 * 2 + std::min<int64_t>(runLength % 4, 2);
  return llvm::divideCeil(runLength - getTailLength(runLength), elements);
}

int64_t ScheduledConv2DOp::getTailLength(int64_t runLength) {
  return getJoinedTails() ? runLength % getStepElements() : 0;
}

int64_t ScheduledConv2DOp::countTailSteps(int64_t runs, int64_t runLength) {
  return llvm::divideCeil(runs * getTailLength(runLength), getStepElements());
}

int64_t ScheduledConv2DOp::getRunColumns() {
  auto [strides, offset] = getInput().getType().getStridesAndOffset();
  bool wholeRows =
      getDilation()[1] == 1 && getGroups() == 1 && strides[2] == getInput().getType().getDimSize(3);
  return wholeRows ? getKernel()[1] : 1;
}

int64_t ScheduledConv2DOp::getRunLength() {
  return getRunColumns() * (getInput().getType().getDimSize(3) / static_cast<int64_t>(getGroups()));
}

/// `rest`: the channels of a last panel that is not full.
static LogicalResult verifyDoubledChannels(ScheduledConv2DOp op, int64_t rest) {
  // (C10)
  int64_t doubled = op.getDoubledChannels(), columns = op.getTile().getColumns();
  if (doubled == 0)
    return success();
  if (!op.getInput().getType().getElementType().isF32())
    return op.emitOpError("doubled_channels are for convolutions of f32");
  if (doubled < 0 || doubled > rest || rest + doubled > columns)
    return op.emitOpError() << "the last panel has " << rest << " of " << columns
                            << " channels, and no room for " << doubled << " of them twice";
  return success();
}

LogicalResult ScheduledConv2DOp::verify() {
  if (failed(verifyElementTypes(*this)) || failed(verifyGeometry(*this)))
    return failure();
  int64_t outputs = getOutput().getType().getDimSize(3);
  int64_t inputs = getInput().getType().getDimSize(3);
  int64_t groups = getGroups();
  if (groups < 1 || outputs % groups != 0 || inputs % groups != 0)
    return emitOpError() << inputs << " input and " << outputs
                         << " output channels do not divide into " << groups << " groups";
  int64_t columns = getTile().getColumns();
  int64_t panels = llvm::divideCeil(outputs / groups, columns);
  auto shapeFor = [&](int64_t runs, int64_t runLength) {
    int64_t steps = runs * countSteps(runLength) + countTailSteps(runs, runLength);
    return SmallVector<int64_t>{groups, panels, steps, columns, getStepElements()};
  };
  PackedChannels packed;
  packed.count = groups * panels * columns;
  // Whole kernel rows are one run where they are contiguous in the input.
  if (groups == 1 && getDilation()[1] == 1)
    packed.weightShapes.push_back(shapeFor(getKernel()[0], getKernel()[1] * inputs));
  packed.weightShapes.push_back(shapeFor(getKernel()[0] * getKernel()[1], inputs / groups));
  if (failed(verifyPacking(*this, packed)))
    return failure();
  // (C9)
  if (getMatrixRegisters()) {
    if (getSignedInput() || !getInput().getType().getElementType().isInteger(8) ||
        !getWeights().getType().getElementType().isInteger(8))
      return emitOpError("matrix_registers multiply unsigned bytes by bytes");
    if (columns % kMatrixColumns != 0)
      return emitOpError() << "matrix_registers have " << kMatrixColumns
                           << " columns, of which the tile's " << columns << " are no multiple";
  }
  // (C11)
  if (getJoinedTails() && (getStepElements() != 4 || getMatrixRegisters()))
    return emitOpError("joined_tails are for bytes by bytes, without matrix_registers");
  if (failed(verifyDoubledChannels(*this, outputs / groups % columns)))
    return failure();
  return verifyScheduledEpilogue(*this);
}

LogicalResult ScheduledChainedConv2DOp::verify() {
  if (failed(verifyElementTypes(*this)) || failed(verifyGeometry(*this)))
    return failure();
  // (C2)
  Type input = getInput().getType().getElementType();
  Type weights = getWeights().getType().getElementType();
  if (!input.isInteger(8) || !weights.isInteger(8))
    return emitOpError() << "chains are for input and weights of i8, not for " << input << " and "
                         << weights;
  if (getSignedInput())
    return emitOpError() << "chains take unsigned inputs, not signed_input";
  // (C4)
  MemRefType offsets = getOffsets().getType(), chains = getChains().getType();
  if (failed(verifyRank(*this, "offsets", offsets, 1)) ||
      failed(verifyRank(*this, "chains", chains, 2)))
    return failure();
  int64_t columns = getTile().getColumns();
  int64_t panels = llvm::divideCeil(getOutput().getType().getDimSize(3), columns);
  if (chains.getDimSize(0) != panels || chains.getDimSize(1) < 3)
    return emitOpError() << "chains are " << chains << " but there must be " << panels
                         << " rows of 3 or more numbers";
  PackedChannels packed;
  packed.count = panels * columns;
  packed.weightShapes.push_back({offsets.getDimSize(0), columns, 4});
  if (failed(verifyPacking(*this, packed)))
    return failure();
  return verifyScheduledEpilogue(*this);
}

LogicalResult ScheduledDepthwiseConv2DOp::verify() {
  if (failed(verifyElementTypes(*this)) || failed(verifyGeometry(*this)))
    return failure();
  int64_t outputs = getOutput().getType().getDimSize(3);
  int64_t inputs = getInput().getType().getDimSize(3);
  if (inputs == 0 || outputs % inputs != 0)
    return emitOpError() << outputs << " output channels are not a multiple of " << inputs
                         << " input channels";
  PackedChannels packed;
  packed.count = llvm::alignTo(outputs, getTile().getColumns());
  packed.weightShapes.push_back({getKernel()[0], getKernel()[1], packed.count});
  if (failed(verifyPacking(*this, packed)))
    return failure();
  return verifyScheduledEpilogue(*this);
}

int64_t ScheduledConv2DOp::countMultiplyAdds() {
  int64_t channels = getInput().getType().getDimSize(3) / getGroups();
  return getOutput().getType().getNumElements() * getKernel()[0] * getKernel()[1] * channels;
}

int64_t ScheduledChainedConv2DOp::countMultiplyAdds() {
  return getOutput().getType().getNumElements() * getKernel()[0] * getKernel()[1] *
         getInput().getType().getDimSize(3);
}

int64_t ScheduledDepthwiseConv2DOp::countMultiplyAdds() {
  return getOutput().getType().getNumElements() * getKernel()[0] * getKernel()[1];
}

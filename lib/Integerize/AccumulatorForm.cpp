#include "AccumulatorForm.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Dialect/Interfaces/WeightIterator.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/TosaShapes.h"

using namespace mlir;
using namespace qopt;

//===----------------------------------------------------------------------===//
// Weights, bias, and the proof that their sums fit
//===----------------------------------------------------------------------===//

LogicalResult AccumulatorForm::prepare() {
  for (OpOperand &operand : op->getOpOperands())
    if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Weight)
      weightOperand = &operand;
  if (!weightOperand)
    return fail("it has no weights");
  std::string why;
  FailureOr<QuantizedWeights> quantized = readWeights(weightOperand->get(), why);
  if (failed(quantized))
    return fail(why);
  if (failed(checkWeights(*quantized)))
    return failure();
  return readBias();
}

/// Takes over the integers, and one scale and the sums for each output channel.
LogicalResult AccumulatorForm::checkWeights(const QuantizedWeights &quantized) {
  ArrayRef<int64_t> shape = cast<ShapedType>(weightOperand->get().getType()).getShape();
  scales.assign(layout.outputChannels, 0.0f);
  sums.assign(layout.outputChannels, WeightSums());
  for (WeightIterator it(layout, shape); !it.done(); it.next()) {
    int32_t value = quantized.values[it.element()];
    float scale = quantized.scales[it.element()];
    float &channelScale = scales[it.outputChannel()];
    if (channelScale != 0.0f && channelScale != scale)
      return fail("its weights have several scales in one output channel");
    if (value < INT8_MIN || value > INT8_MAX)
      return fail("a weight less its zero point does not fit 8 bits; use symmetric weights");
    channelScale = scale;
    sums[it.outputChannel()].add(value);
    weights.push_back(static_cast<int8_t>(value));
  }
  return success();
}

LogicalResult AccumulatorForm::readBias() {
  OpOperand *operand = op.getBiasOperand();
  if (!operand)
    return fail("its bias is no constant");
  Value value = operand->get();
  if (auto fakeQuant = value.getDefiningOp<calib::FakeQuantOp>())
    value = fakeQuant.getInput();
  FailureOr<SmallVector<float>> reals = readFloatConstant(value);
  if (failed(reals) ||
      (static_cast<int64_t>(reals->size()) != layout.outputChannels && reals->size() != 1))
    return fail("its bias is no constant");
  realBias.assign(reals->begin(), reals->end());
  realBias.resize(layout.outputChannels, realBias.front());
  bias.clear();
  for (auto [n, real] : llvm::enumerate(realBias)) {
    double steps = roundEven(real / accumulatorScale(n));
    if (!(std::fabs(steps) < 0x1p62))
      return fail("the bias of output channel " + Twine(n) + " does not fit the accumulator");
    bias.push_back(static_cast<int64_t>(steps));
  }
  return success();
}

/// True if the final value of every channel fits `bits`, with the zero point and
/// the rounding term of `fixed16` (shift 0: none) folded into the bias.
bool AccumulatorForm::fits(int bits, ArrayRef<int32_t> shifts) const {
  int64_t low = input.grid.getStorageTypeMin(), high = input.grid.getStorageTypeMax();
  for (size_t n = 0; n < bias.size(); ++n) {
    int32_t shift = shifts.empty() ? 0 : shifts[shifts.size() == 1 ? 0 : n];
    int64_t folded = foldBias(bias[n], sums[n], input.zeroPoint(), shift);
    if (!boundAccumulator(sums[n], folded, low, high).fits(bits))
      return false;
  }
  return true;
}

/// i32 where the proof holds, with 16-bit activations i64 elsewhere.
LogicalResult AccumulatorForm::chooseAccumulator(ArrayRef<int32_t> shifts) {
  accumulatorBits = 32;
  if (fits(32, shifts))
    return success();
  if (input.grid.getStorageTypeIntegralWidth() == 16 && fits(47, {})) {
    accumulatorBits = 64;
    return success();
  }
  return fail("its sums could overflow the accumulator");
}

/// What the accumulators of all channels can stand for.
std::pair<double, double> AccumulatorForm::getResultRange() const {
  int64_t low = input.grid.getStorageTypeMin(), high = input.grid.getStorageTypeMax();
  double least = INFINITY, largest = -INFINITY;
  for (size_t n = 0; n < bias.size(); ++n) {
    int64_t folded = foldBias(bias[n], sums[n], input.zeroPoint(), 0);
    AccumulatorBound bound = boundAccumulator(sums[n], folded, low, high);
    least = std::min(least, static_cast<double>(bound.min) * accumulatorScale(n));
    largest = std::max(largest, static_cast<double>(bound.max) * accumulatorScale(n));
  }
  return {least, largest};
}

//===----------------------------------------------------------------------===//
// Epilogue
//===----------------------------------------------------------------------===//

int qopt::chooseFractionBits(const StoredValue &residual, quant::UniformQuantizedType result) {
  // Where the 16-bit sum saturates, the residual must not be able to bring it
  // back into the range of the result.
  StoredRange range = getStoredRange(residual.grid);
  double reach = std::max(range.clampMax - range.zeroPoint, range.zeroPoint - range.clampMin) *
                 (static_cast<double>(residual.scale()) / result.getScale());
  for (int bits : {5, 4})
    if ((reach + 256) * (1 << bits) <= INT16_MAX)
      return bits;
  return 3;
}

/// The range of the 16-bit grid that calibration put on `value`, if there is one.
static std::optional<double> getEpilogueLimit(Value source) {
  for (Operation *user : source.getUsers())
    if (auto fakeQuant = dyn_cast<calib::FakeQuantOp>(user))
      if (auto grid = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
          grid && grid.getStorageTypeIntegralWidth() == 16)
        return grid.getScale() * (1 << 14);
  return std::nullopt;
}

/// Fits the function behind the accumulator. Its argument is x = (real - center)
/// / scale; the center goes into the bias.
LogicalResult AccumulatorForm::fitEpilogueFunction(const StoredCluster &cluster,
                                                   quant::UniformQuantizedType grid) {
  if (!cluster.chain->evaluate(0.0))
    return fail("an op behind it has no scalar form");
  auto [least, largest] = getResultRange();
  if (std::optional<double> limit = getEpilogueLimit(cluster.source)) {
    least = std::clamp(least, -*limit, *limit);
    largest = std::clamp(largest, -*limit, *limit);
  }
  auto function = [&](double x) { return cluster.chain->evaluate(x).value_or(NAN); };
  FunctionProblem problem = {function,
                             least,
                             largest,
                             static_cast<float>(grid.getScale()),
                             static_cast<double>(epilogue.clampMin - epilogue.outputZeroPoint),
                             static_cast<double>(epilogue.clampMax - epilogue.outputZeroPoint),
                             static_cast<bool>(epilogue.residual),
                             epilogue.fractionBits,
                             getLargestStep()};
  FunctionFit fit = fitFunction(problem);
  functionError = fit.worstError;
  epilogue.function = qint::FunctionAttr::get(builder.getContext(), fit.base, fit.slope);

  SmallVector<int32_t> multipliers, shifts;
  for (size_t n = 0; n < bias.size(); ++n) {
    double steps = roundEven((realBias[n] - fit.center) / accumulatorScale(n));
    if (!(std::fabs(steps) < 0x1p62))
      return fail("the bias of output channel " + Twine(n) + " does not fit the accumulator");
    bias[n] = static_cast<int64_t>(steps);
    FixedPointScale fixed = toFixed16Function(accumulatorScale(n) / fit.scale);
    multipliers.push_back(fixed.multiplier);
    shifts.push_back(fixed.shift);
  }
  epilogue.rescale = qint::RescaleAttr::get(builder.getContext(), qint::RescaleMode::Fixed16,
                                            multipliers, shifts, {});
  return chooseAccumulator(shifts);
}

FailureOr<Value> AccumulatorForm::buildStored(const StoredCluster &cluster,
                                              quant::UniformQuantizedType grid,
                                              const StoredValue *residual) {
  if (failed(prepare()))
    return failure();
  std::optional<ClampBounds> chainBounds = cluster.chain->getClampBounds();
  std::tie(epilogue.clampMin, epilogue.clampMax) =
      getStoredBounds(grid, residual || !chainBounds ? cluster.bounds : *chainBounds);
  epilogue.outputZeroPoint = static_cast<int32_t>(grid.getZeroPoint());
  epilogue.resultElementType = getStorageElementType(grid);
  float outputScale = static_cast<float>(grid.getScale());

  if (residual) {
    epilogue.fractionBits = chooseFractionBits(*residual, grid);
    epilogue.residual = residual->integers;
    epilogue.residualZeroPoint = residual->zeroPoint();
    epilogue.residualScale = toFixed16Residual(static_cast<double>(residual->scale()) / outputScale,
                                               epilogue.fractionBits);
  }
  if (cluster.hasFunction()) {
    if (failed(fitEpilogueFunction(cluster, grid)))
      return failure();
    return build();
  }

  SmallVector<RescaleScales> factors;
  for (float scale : scales)
    factors.push_back({input.scale(), scale, outputScale});
  if (residual) {
    SmallVector<int32_t> multipliers, shifts;
    for (const RescaleScales &s : factors) {
      FixedPointScale fixed =
          toFixed16(rescaleFactor(s.input, s.weight, s.output), epilogue.fractionBits);
      multipliers.push_back(fixed.multiplier);
      shifts.push_back(fixed.shift);
    }
    epilogue.rescale = qint::RescaleAttr::get(builder.getContext(), qint::RescaleMode::Fixed16,
                                              multipliers, shifts, {});
    if (failed(chooseAccumulator(shifts)))
      return failure();
    return build();
  }
  epilogue.rescale =
      makeRescale(builder.getContext(), mode, 32, epilogue.resultElementType, factors);
  bool foldsRounding = epilogue.rescale.getMode() == qint::RescaleMode::Fixed16;
  if (failed(chooseAccumulator(foldsRounding ? epilogue.rescale.getShifts() : ArrayRef<int32_t>())))
    return failure();
  if (accumulatorBits == 64)
    epilogue.rescale =
        makeRescale(builder.getContext(), mode, 64, epilogue.resultElementType, factors);
  return build();
}

FailureOr<Value> AccumulatorForm::buildFloat() {
  if (failed(prepare()) || failed(chooseAccumulator({})))
    return failure();
  epilogue.resultElementType = builder.getIntegerType(accumulatorBits);
  FailureOr<Value> accumulator = build();
  if (failed(accumulator))
    return failure();
  // One scale per channel needs the channels in the last dimension.
  auto type = cast<RankedTensorType>(accumulator->getType());
  ArrayRef<int64_t> shape = type.getShape();
  SmallVector<float> factors;
  for (float scale : scales)
    factors.push_back(multiplyScales(input.scale(), scale));
  SmallVector<int64_t> flat(shape);
  while (flat.size() > 1 && flat.back() != layout.outputChannels) {
    flat[flat.size() - 2] *= flat.back();
    flat.pop_back();
  }
  Value integers =
      builder.createOrFold<qint::ReshapeOp>(op->getLoc(), type.clone(flat), *accumulator);
  auto floatType = cast<RankedTensorType>(op->getResult(0).getType());
  Value real = qint::DequantizeOp::create(builder, op->getLoc(), floatType.clone(flat), integers,
                                          factors, /*zero_point=*/0);
  return createReshape(builder, real.getLoc(), real, floatType.getShape());
}

//===----------------------------------------------------------------------===//
// Construction
//===----------------------------------------------------------------------===//

Value AccumulatorForm::makeWeights() {
  auto type = cast<RankedTensorType>(weightOperand->get().getType()).clone(builder.getI8Type());
  auto bytes = ArrayRef<char>(reinterpret_cast<const char *>(weights.data()), weights.size());
  return arith::ConstantOp::create(builder, weightOperand->get().getLoc(),
                                   cast<TypedAttr>(makeElements(type, bytes)));
}

Value AccumulatorForm::makeBias() {
  auto type =
      RankedTensorType::get({layout.outputChannels}, builder.getIntegerType(accumulatorBits));
  DenseElementsAttr elements;
  if (accumulatorBits == 64) {
    elements = DenseElementsAttr::get(type, ArrayRef<int64_t>(bias));
  } else {
    SmallVector<int32_t> narrow(bias.begin(), bias.end());
    elements = DenseElementsAttr::get(type, ArrayRef<int32_t>(narrow));
  }
  return arith::ConstantOp::create(builder, op.getBiasOperand()->get().getLoc(), elements);
}

FailureOr<Value> AccumulatorForm::build() {
  // The bias alone must fit too: it is a constant of the accumulator's type.
  if (accumulatorBits == 32 &&
      llvm::any_of(bias, [](int64_t b) { return b < INT32_MIN || b > INT32_MAX; }))
    return fail("a bias does not fit the accumulator");
  IntegerBuilder integerBuilder(builder, op->getLoc());
  integerBuilder.operands.resize(op->getNumOperands());
  for (unsigned i = 0; i < op->getNumOperands(); ++i) {
    OperandRole role = op.getOperandRole(i);
    if (role == OperandRole::Data)
      integerBuilder.operands[i] = input;
    else if (role == OperandRole::Weight)
      integerBuilder.operands[i] = {makeWeights(), {}};
    else if (role == OperandRole::Bias)
      integerBuilder.operands[i] = {makeBias(), {}};
  }
  integerBuilder.epilogue = epilogue;
  integerBuilder.rescaleMode = mode;
  FailureOr<Value> result = op.buildInteger(integerBuilder);
  if (failed(result))
    return fail(integerBuilder.failureReason);
  return result;
}

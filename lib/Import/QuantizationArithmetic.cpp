#include "Quantization.h"

#include "Broadcast.h"
#include "TensorElements.h"
#include "qopt/Support/FixedPoint.h"

// Quantization by plain operations.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// `value` as a sum of two floats of 12 bits each (Dekker, "A floating-point
/// technique for extending the available precision", 1971).
std::pair<Value, Value> split(ImportBuilder &b, Value value) {
  Value scaled = b.mul(value, b.createScalarLike(4097.0, value));
  Value high = b.binary<tosa::SubOp>(scaled, b.binary<tosa::SubOp>(scaled, value));
  return {high, b.binary<tosa::SubOp>(value, high)};
}

} // namespace

Value qopt::onnx_import::emitQuotient(ImportBuilder &b, Value x, Value y) {
  // The product with the reciprocal, and what it misses: x - quotient * y, exact
  // with the factors in halves.
  Value reciprocal = b.unary<tosa::ReciprocalOp>(y);
  Value quotient = b.mul(x, reciprocal);
  auto [qHigh, qLow] = split(b, quotient);
  auto [yHigh, yLow] = split(b, y);
  auto sub = [&](Value l, Value r) { return b.binary<tosa::SubOp>(l, r); };
  Value rest = sub(x, b.mul(qHigh, yHigh));
  rest = sub(sub(rest, b.mul(qHigh, yLow)), b.mul(qLow, yHigh));
  rest = sub(rest, b.mul(qLow, yLow));
  Value corrected = b.binary<tosa::AddOp>(quotient, b.mul(rest, reciprocal));
  // Where a half overflows, nothing can be said of the rest.
  Value isFinite = b.compare<tosa::EqualOp>(corrected, corrected);
  return b.select(isFinite, corrected, quotient);
}

FailureOr<ImportedValue> qopt::onnx_import::emitQuantize(NodeImporter &node, ImportedValue &input,
                                                         ImportedValue &scale,
                                                         ImportedValue *zeroPoint, Type storage) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<ImportedValue> steps =
      emitElementwise(node, input, scale, [&](Value l, Value r) { return emitQuotient(b, l, r); });
  if (failed(steps))
    return failure();
  if (!zeroPoint)
    return emitElementwise(node, *steps, [&](Value v) { return b.castTo(v, storage); });
  // The zero point may be odd: ties are decided before it is added.
  return emitElementwise(node, *steps, *zeroPoint, [&](Value l, Value r) {
    Value rounded = b.castTo(b.castTo(l, b.getI32Type()), b.getF32Type());
    return b.castTo(b.binary<tosa::AddOp>(rounded, r), storage);
  });
}

ImportedValue qopt::onnx_import::emitIntegers(ImportBuilder &b, ImportedValue &value) {
  const QuantizationGrid &grid = *value.grid;
  if (value.isConstant()) {
    ImportedValue real = value;
    real.isQuantized = false;
    // On the grid, so that dividing by the scale gives whole numbers.
    SmallVector<float> rounded = readRounded(real);
    Shape integers;
    int64_t slices = grid.axis < 0 ? 1 : value.shape[grid.axis];
    int64_t inner = grid.axis < 0 ? std::max<size_t>(rounded.size(), 1)
                                  : computeStrides(value.shape)[grid.axis];
    for (auto [index, element] : llvm::enumerate(rounded)) {
      int64_t slice = index / inner % slices;
      integers.push_back(static_cast<int64_t>(roundEven(element / grid.scales[slice])) +
                         grid.zeroPoints[slice]);
    }
    return ImportedValue::ofConstant(fromIntegers(grid.storageType, value.shape, integers));
  }
  Form form = grid.axis < 0 ? b.getAnyForm(value, /*channelsLast=*/false)
                            : b.getRegularForm(value, /*channelsLast=*/false);
  Shape shape(getShape(form.value).size(), 1);
  if (grid.axis >= 0)
    shape[invert(form.order)[grid.axis]] = value.shape[grid.axis];
  SmallVector<float> offsets(grid.zeroPoints.begin(), grid.zeroPoints.end());
  Value q;
  if (grid.storageType.getWidth() == 16) {
    // Bytes are stored as they are; grids of 16 bits that nothing computes with are dropped,
    // and what is left of them must round in the same way.
    Value steps = emitQuotient(b, form.value, b.createConstant(shape, grid.scales));
    q = b.castTo(b.castTo(steps, b.getI32Type()), b.getF32Type());
  } else {
    // The real values are on the grid: no rounding here comes near half a step.
    auto steps = llvm::map_to_vector(grid.scales, [](float scale) { return 1.0f / scale; });
    q = b.mul(form.value, b.createConstant(shape, steps));
  }
  q = b.binary<tosa::AddOp>(q, b.createConstant(shape, offsets));
  ImportedValue result;
  result.shape = value.shape;
  result.forms.push_back({b.castTo(q, grid.storageType), form.split, form.order});
  return result;
}

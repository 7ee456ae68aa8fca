#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"

#include <cmath>

// Fourier transforms, as matrix products and convolutions with constant waves, and the
// windows that signals are multiplied with.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr double twoPi = 6.283185307179586476925;

/// One integer in an operand; `otherwise` if it is left out.
FailureOr<int64_t> readInteger(NodeImporter &node, size_t index, StringRef what,
                               int64_t otherwise) {
  if (!node.hasInput(index))
    return otherwise;
  FailureOr<Shape> values = node.getIntegers(index, what);
  if (failed(values))
    return failure();
  if (values->size() != 1)
    return node.error() << what << " has " << values->size() << " elements; one expected";
  return values->front();
}

/// The angle of element `n` in wave `k` of `length`; the product is reduced first, so that
/// long transforms stay exact.
double getAngle(int64_t k, int64_t n, int64_t length) {
  return twoPi * static_cast<double>(k * n % length) / static_cast<double>(length);
}

/// A DFT along dimension `axis`: `taken` values (real, or real and imaginary parts) give
/// `bins` values, of real and imaginary parts unless `givesReal`.
struct Transform {
  int64_t axis = 0, length = 0, taken = 0, bins = 0, parts = 0;
  bool isInverse = false, givesReal = false;
};

/// What the parts of input `n` give to those of bin `k`: the matrix
/// (taken * parts) x (bins * results).
ConstantData makeWaves(const Transform &t, Type type) {
  int64_t results = t.givesReal ? 1 : 2;
  SmallVector<double> waves;
  for (int64_t n = 0; n < t.taken; ++n)
    for (int64_t part = 0; part < t.parts; ++part)
      for (int64_t k = 0; k < t.bins; ++k)
        for (int64_t result = 0; result < results; ++result) {
          double angle = getAngle(k, n, t.length) * (t.isInverse ? 1 : -1);
          double factor = t.isInverse ? 1.0 / static_cast<double>(t.length) : 1.0;
          // Half of a real signal's spectrum stands for its mirror image, too.
          bool isMirrored = t.givesReal && n > 0 && 2 * n < t.length;
          factor *= isMirrored ? 2.0 : 1.0;
          // (a + bi) * (cos + i sin)
          double wave = part == result ? std::cos(angle)
                        : part == 1    ? -std::sin(angle)
                                       : std::sin(angle);
          waves.push_back(factor * wave);
        }
  return fromDoubles(type, {t.taken * t.parts, t.bins * results}, waves);
}

FailureOr<Transform> readTransform(NodeImporter &node, const ImportedValue &input) {
  FailureOr<int64_t> isInverse = node.getInteger("inverse", 0);
  FailureOr<int64_t> isOneSided = node.getInteger("onesided", 0);
  FailureOr<int64_t> axis =
      node.getOpset() < 20 ? node.getInteger("axis", 1) : readInteger(node, 2, "the axis", -2);
  if (failed(isInverse) || failed(isOneSided) || failed(axis))
    return failure();
  size_t rank = input.rank();
  if (rank < 2 || (input.shape.back() != 1 && input.shape.back() != 2))
    return node.error() << "its operand has shape " << formatShape(input.shape)
                        << "; real, or real and imaginary parts expected in the last dimension";
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, rank);
  if (failed(dim))
    return failure();
  if (*dim == static_cast<int64_t>(rank) - 1)
    return node.error() << "its axis is the dimension of real and imaginary parts";
  Transform t;
  t.axis = *dim;
  t.parts = input.shape.back();
  t.isInverse = *isInverse != 0;
  t.givesReal = t.isInverse && *isOneSided != 0;
  int64_t size = input.shape[*dim];
  FailureOr<int64_t> length =
      readInteger(node, 1, "the length", t.givesReal ? 2 * (size - 1) : size);
  if (failed(length))
    return failure();
  t.length = *length;
  int64_t half = t.length / 2 + 1;
  t.bins = *isOneSided != 0 && !t.isInverse ? half : t.length;
  t.taken = std::min(size, t.givesReal ? half : t.length);
  constexpr int64_t maxLength = 1 << 13; // of a matrix of waves
  if (t.length < 1 || t.length > maxLength)
    return node.error() << "its length is " << t.length << "; 1 to " << maxLength
                        << " are supported";
  return t;
}

} // namespace

LogicalResult qopt::onnx_import::importDFT(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  FailureOr<Transform> transform = readTransform(node, *input);
  if (failed(transform))
    return failure();
  const Transform &t = *transform;
  Shape shape = input->shape, order = identityOrder(shape.size());
  shape[t.axis] = t.bins;
  shape.back() = t.givesReal ? 1 : 2;
  if (failed(node.checkShape(shape)) ||
      failed(node.checkConstantSize({t.taken, t.parts, t.bins, shape.back()})))
    return failure();
  // The transformed dimension and the parts become rows of one matrix.
  auto last = static_cast<int64_t>(order.size()) - 1;
  order.erase(order.begin() + t.axis);
  order.insert(order.end() - 1, t.axis);
  Shape moved = permute(shape, order), rows(ArrayRef(moved).drop_back(2));
  Expansion e(node);
  std::string value = e.operand(0);
  if (t.taken < input->shape[t.axis])
    value = e.add("Slice", {value, e.integers({0}), e.integers({t.taken}), e.integers({t.axis})});
  if (t.axis != last - 1)
    value = e.transpose(value, order);
  rows.push_back(t.taken * t.parts);
  value = e.add("MatMul", {e.reshape(value, rows), e.constant(ImportedValue::ofConstant(makeWaves(
                                                       t, node.getBuilder().getF32Type())))});
  value = e.reshape(value, moved);
  return e.finish({t.axis == last - 1 ? value : e.transpose(value, invert(order))});
}

/// The frames of the signal are what a convolution reads; its kernels are the waves times
/// the window.
LogicalResult qopt::onnx_import::importSTFT(NodeImporter &node) {
  ImportedValue *signal = node.getFloatInput(0);
  FailureOr<int64_t> isOneSided = node.getInteger("onesided", 1);
  FailureOr<int64_t> step = readInteger(node, 1, "the frame step", 0);
  if (!signal || failed(isOneSided) || failed(step))
    return failure();
  SmallVector<float> window;
  if (node.hasInput(2)) {
    FailureOr<SmallVector<float>> values = node.getFloats(2, "the window");
    if (failed(values))
      return failure();
    window = *values;
  }
  FailureOr<int64_t> length =
      readInteger(node, 3, "the frame length", static_cast<int64_t>(window.size()));
  if (failed(length))
    return failure();
  bool isReal = signal->rank() == 2 || (signal->rank() == 3 && signal->shape[2] == 1);
  int64_t samples = signal->rank() < 2 ? 0 : signal->shape[1];
  constexpr int64_t maxLength = 1 << 13;
  if (!isReal || *step < 1 || *step > maxElements || *length < 1 || *length > maxLength ||
      *length > samples || (!window.empty() && static_cast<int64_t>(window.size()) != *length))
    return node.error() << "a signal of shape " << formatShape(signal->shape) << ", a window of "
                        << window.size() << " elements, a frame step of " << *step
                        << " and a frame length of " << *length << " are not supported";
  Transform t;
  t.length = t.taken = *length;
  t.parts = 1;
  t.bins = *isOneSided != 0 ? *length / 2 + 1 : *length;
  ConstantData waves = makeWaves(t, node.getBuilder().getF32Type());
  SmallVector<double> kernels; // 2 * bins x 1 x length
  ArrayRef<float> wave = waves->as<float>();
  for (int64_t row = 0; row < 2 * t.bins; ++row)
    for (int64_t n = 0; n < *length; ++n)
      kernels.push_back(wave[n * 2 * t.bins + row] * (window.empty() ? 1.0 : window[n]));
  Expansion e(node);
  std::string kernel = e.constant(ImportedValue::ofConstant(
      fromDoubles(node.getBuilder().getF32Type(), {2 * t.bins, 1, *length}, kernels)));
  std::string line = e.reshape(e.operand(0), {signal->shape[0], 1, samples});
  std::string spectrum =
      e.add("Conv", {line, kernel}, {makeAttribute("strides", ArrayRef<int64_t>(*step))});
  int64_t frames = (samples - *length) / *step + 1;
  return e.finish(
      {e.reshape(e.transpose(spectrum, {0, 2, 1}), {signal->shape[0], frames, t.bins, 2})});
}

/// a0 - a1 cos(2 pi n / N) + a2 cos(4 pi n / N)
LogicalResult qopt::onnx_import::importWindow(NodeImporter &node) {
  FailureOr<int64_t> size = readInteger(node, 0, "the size", 0);
  FailureOr<int64_t> isPeriodic = node.getInteger("periodic", 1);
  FailureOr<int64_t> type = node.getInteger("output_datatype", onnx::TensorProto::FLOAT);
  if (failed(size) || failed(isPeriodic) || failed(type) || failed(node.checkConstantSize({*size})))
    return failure();
  Type element = getElementType(*type, node.getBuilder().getContext());
  if (!element)
    return node.error() << "attribute 'output_datatype' has the value " << *type
                        << ", which is no supported element type";
  std::array<double, 3> a{0.5, 0.5, 0};
  if (node.getOpType() == "HammingWindow")
    a = {25.0 / 46.0, 21.0 / 46.0, 0};
  else if (node.getOpType() == "BlackmanWindow")
    a = {0.42, 0.5, 0.08};
  auto period = static_cast<double>(std::max<int64_t>(*size - (*isPeriodic != 0 ? 0 : 1), 1));
  SmallVector<double> values;
  for (int64_t n = 0; n < *size; ++n) {
    double angle = twoPi * static_cast<double>(n) / period;
    values.push_back(a[0] - a[1] * std::cos(angle) + a[2] * std::cos(2 * angle));
  }
  node.setOutput(ImportedValue::ofConstant(fromDoubles(element, {*size}, values)));
  return success();
}

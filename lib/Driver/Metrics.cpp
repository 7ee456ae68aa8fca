#include "qopt/Driver/Metrics.h"

#include "llvm/Support/Format.h"

#include <cmath>
#include <limits>

using namespace llvm;

double qopt::elementAsDouble(const Tensor &tensor, int64_t index) {
  mlir::Type type = tensor.getType().getElementType();
  if (type.isF32())
    return tensor.as<float>()[index];
  bool isUnsigned = type.isUnsignedInteger();
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return tensor.as<uint8_t>()[index];
  case 8:
    return isUnsigned ? tensor.as<uint8_t>()[index] : tensor.as<int8_t>()[index];
  case 16:
    return isUnsigned ? tensor.as<uint16_t>()[index] : tensor.as<int16_t>()[index];
  case 32:
    return tensor.as<int32_t>()[index];
  default:
    return tensor.as<int64_t>()[index];
  }
}

int64_t qopt::argMax(const Tensor &tensor) {
  int64_t best = -1;
  double largest = -std::numeric_limits<double>::infinity();
  for (int64_t i = 0; i < tensor.getNumElements(); ++i) {
    double value = elementAsDouble(tensor, i);
    if (best < 0 || value > largest) {
      best = i;
      largest = value;
    }
  }
  return best;
}

void qopt::OutputComparison::add(const Tensor &actual, const Tensor &expected) {
  size_t elementBytes = Tensor::elementBytes(actual.getType().getElementType());
  for (int64_t i = 0; i < actual.getNumElements(); ++i) {
    double a = elementAsDouble(actual, i), e = elementAsDouble(expected, i);
    // Equal infinities, and NaN with NaN, are no difference.
    double difference = a == e || (std::isnan(a) && std::isnan(e)) ? 0.0 : std::fabs(a - e);
    if (std::isnan(difference))
      difference = std::numeric_limits<double>::infinity();
    largestDifference = std::max(largestDifference, difference);
    signal += e * e;
    noise += difference * difference;
    product += a * e;
    actualSquares += a * a;
    differing += std::memcmp(actual.data() + i * elementBytes, expected.data() + i * elementBytes,
                             elementBytes) != 0;
  }
  elements += actual.getNumElements();
  sameTop1 += argMax(actual) == argMax(expected);
  ++samples;
}

bool qopt::OutputComparison::within(double tolerance) const {
  return tolerance == 0 ? differing == 0 : largestDifference <= tolerance;
}

double qopt::OutputComparison::sqnr() const {
  if (noise == 0)
    return std::numeric_limits<double>::infinity();
  return 10.0 * std::log10(signal / noise);
}

double qopt::OutputComparison::cosine() const {
  double lengths = std::sqrt(signal) * std::sqrt(actualSquares);
  return lengths == 0 ? 1.0 : product / lengths;
}

double qopt::OutputComparison::top1Agreement() const {
  return samples == 0 ? 1.0 : static_cast<double>(sameTop1) / static_cast<double>(samples);
}

void qopt::OutputComparison::print(raw_ostream &os, StringRef name) const {
  os << name << ": max difference " << format("%g", largestDifference) << ", SQNR "
     << format("%.2f", sqnr()) << " dB, cosine " << format("%.6f", cosine()) << ", top-1 agreement "
     << format("%.2f", 100.0 * top1Agreement()) << " %, differing elements " << differing << " of "
     << elements << "\n";
}

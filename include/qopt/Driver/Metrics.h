#ifndef QOPT_DRIVER_METRICS_H
#define QOPT_DRIVER_METRICS_H

#include "qopt/Reference/Tensor.h"

#include "llvm/Support/raw_ostream.h"

namespace qopt {

/// How far one output is from what was expected, gathered sample by sample.
class OutputComparison {
public:
  /// Adds one sample; both tensors have one shape and element type.
  void add(const Tensor &actual, const Tensor &expected);

  /// True when no element was further than `tolerance` from the expected one;
  /// with a tolerance of 0, when all bytes were equal.
  bool within(double tolerance) const;

  /// `name: max difference …, SQNR … dB, cosine …, top-1 agreement …`
  void print(llvm::raw_ostream &os, llvm::StringRef name) const;

  /// 10 log10(|expected|^2 / |expected - actual|^2) in dB; infinite when equal.
  double sqnr() const;
  double cosine() const;
  /// Share of samples whose largest element is at the same position.
  double top1Agreement() const;
  double maxDifference() const { return largestDifference; }
  uint64_t differingElements() const { return differing; }

private:
  double signal = 0, noise = 0, product = 0, actualSquares = 0;
  double largestDifference = 0;
  uint64_t differing = 0, elements = 0, samples = 0, sameTop1 = 0;
};

/// Position of the first largest element of `tensor`, -1 when it is empty.
int64_t argMax(const Tensor &tensor);

/// Element `index` of `tensor` as a double.
double elementAsDouble(const Tensor &tensor, int64_t index);

} // namespace qopt

#endif // QOPT_DRIVER_METRICS_H

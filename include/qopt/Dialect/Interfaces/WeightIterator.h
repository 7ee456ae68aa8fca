#ifndef QOPT_DIALECT_INTERFACES_WEIGHTITERATOR_H
#define QOPT_DIALECT_INTERFACES_WEIGHTITERATOR_H

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

namespace qopt {

/// Walks the elements of a weight tensor in row-major order, and knows for each
/// which channels it connects.
class WeightIterator {
public:
  WeightIterator(const WeightLayout &layout, llvm::ArrayRef<int64_t> shape)
      : layout(layout), shape(shape), index(shape.size(), 0) {
    count = 1;
    for (int64_t size : shape)
      count *= size;
    computePosition();
  }

  bool done() const { return position >= count; }
  /// Position in row-major order.
  int64_t element() const { return position; }
  llvm::ArrayRef<int64_t> indices() const { return index; }
  int64_t outputChannel() const { return output; }
  int64_t inputChannel() const { return input; }
  /// Share of the output positions where the weight meets the input.
  double insideShare() const { return share; }

  void next() {
    ++position;
    for (size_t d = shape.size(); d-- > 0;) {
      if (++index[d] < shape[d])
        break;
      index[d] = 0;
    }
    computePosition();
  }

private:
  void computePosition() {
    output = input = 0;
    share = 1.0;
    for (size_t d = 0; d < shape.size(); ++d) {
      output += index[d] * layout.outputStrides[d];
      input += index[d] * layout.inputStrides[d];
      if (!layout.insideShares[d].empty())
        share *= layout.insideShares[d][index[d]];
    }
  }

  const WeightLayout &layout;
  llvm::ArrayRef<int64_t> shape;
  llvm::SmallVector<int64_t> index;
  int64_t position = 0, count, output = 0, input = 0;
  double share = 1.0;
};

} // namespace qopt

#endif // QOPT_DIALECT_INTERFACES_WEIGHTITERATOR_H

#ifndef QOPT_SUPPORT_LIVETAPS_H
#define QOPT_SUPPORT_LIVETAPS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace qopt {

// Which taps of a convolution meet the image, and which lie in the padding for all outputs of
// a box. Scheduler and evaluator agree on what is left out: in float it may decide the sign of
// a zero.

/// Rows or columns of a convolution: tap i of output o reads position
/// `o * stride - pad + i * dilation` of the image.
struct ConvolutionAxis {
  int64_t image, outputs, kernel, stride, dilation, pad;
};

/// Neighboring outputs along an axis, and the taps that are multiplied for them.
struct AxisPart {
  int64_t output, outputs, tap, taps;

  /// The first position of the image that is read; a negative one is padding.
  int64_t getStart(const ConvolutionAxis &axis) const {
    return output * axis.stride - axis.pad + tap * axis.dilation;
  }
  /// Positions from the first to the last one that is read.
  int64_t getExtent(const ConvolutionAxis &axis) const {
    return (outputs - 1) * axis.stride + (taps - 1) * axis.dilation + 1;
  }
  /// Positions that are read before and behind the image.
  int64_t getPadBefore(const ConvolutionAxis &axis) const {
    return std::max<int64_t>(0, -getStart(axis));
  }
  int64_t getPadBehind(const ConvolutionAxis &axis) const {
    return std::max<int64_t>(0, getStart(axis) + getExtent(axis) - axis.image);
  }
};

/// All outputs, and the taps that meet the image for any of them; if none does, all.
AxisPart findLiveTaps(const ConvolutionAxis &axis);

/// The boxes of a convolution's output: each part of the rows with each part of the columns.
struct ConvolutionParts {
  llvm::SmallVector<AxisPart, 1> rows, columns;
};

/// Cuts a convolution where other taps begin to meet the image, if that saves a good part of
/// the work. `products` is the number of multiply-adds of one tap at one position, of all
/// channels. In any case taps go that never meet the image.
ConvolutionParts splitAtPadding(const ConvolutionAxis &rows, const ConvolutionAxis &columns,
                                int64_t batch, int64_t products);

/// The taps of two parts, of weights [outer][KH][KW][inner].
template <typename T>
std::vector<T> takeTaps(llvm::ArrayRef<T> weights, int64_t outer, const ConvolutionAxis &rows,
                        const ConvolutionAxis &columns, const AxisPart &y, const AxisPart &x) {
  int64_t inner = static_cast<int64_t>(weights.size()) / (outer * rows.kernel * columns.kernel);
  std::vector<T> taps;
  for (int64_t n = 0; n < outer; ++n)
    for (int64_t i = y.tap; i < y.tap + y.taps; ++i) {
      int64_t first = (n * rows.kernel + i) * columns.kernel + x.tap;
      llvm::append_range(taps, weights.slice(first * inner, x.taps * inner));
    }
  return taps;
}

} // namespace qopt

#endif // QOPT_SUPPORT_LIVETAPS_H

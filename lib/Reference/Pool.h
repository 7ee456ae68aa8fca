// Windows of pooling operations.

#ifndef QOPT_LIB_REFERENCE_POOL_H
#define QOPT_LIB_REFERENCE_POOL_H

#include "Kernel.h"

#include <algorithm>

namespace qopt::reference {

/// Sizes of a pool over an NHWC input.
struct PoolGeometry {
  int64_t batch, inputHeight, inputWidth, channels;
  int64_t outputHeight, outputWidth;
  int64_t kernelHeight, kernelWidth;
  int64_t strideY, strideX;
  int64_t padTop, padLeft;
};

/// The geometry of a pool op, if its windows fit and each meets the input.
/// `kernel` and `stride` are height, width; `pad` is top, bottom, left, right.
FailureOr<PoolGeometry> getPoolGeometry(Operation *op, ArrayRef<int64_t> kernel,
                                        ArrayRef<int64_t> stride, ArrayRef<int64_t> pad);

/// Calls `visit(position, first, rows, columns)` for each output position in
/// row-major order: the window, cut at the input's borders, has its first pixel
/// at index `first` and covers `rows` x `columns` pixels.
template <typename Visit> void forEachWindow(const PoolGeometry &geometry, Visit visit) {
  int64_t position = 0;
  for (int64_t b = 0; b < geometry.batch; ++b) {
    for (int64_t oy = 0; oy < geometry.outputHeight; ++oy) {
      for (int64_t ox = 0; ox < geometry.outputWidth; ++ox, ++position) {
        int64_t y = oy * geometry.strideY - geometry.padTop;
        int64_t x = ox * geometry.strideX - geometry.padLeft;
        int64_t endY = std::min(y + geometry.kernelHeight, geometry.inputHeight);
        int64_t endX = std::min(x + geometry.kernelWidth, geometry.inputWidth);
        y = std::max<int64_t>(y, 0);
        x = std::max<int64_t>(x, 0);
        visit(position, (b * geometry.inputHeight + y) * geometry.inputWidth + x, endY - y,
              endX - x);
      }
    }
  }
}

/// Combines the pixels of each window channel by channel, in row-major order
/// from `initial` on, and hands the results of a window of `count` pixels to
/// `store(position, count, results)`.
template <typename Acc, typename T, typename Combine, typename Store>
void reduceWindows(const PoolGeometry &geometry, const T *input, Acc initial, Combine combine,
                   Store store) {
  int64_t channels = geometry.channels;
  std::vector<Acc> results(channels);
  forEachWindow(geometry, [&](int64_t position, int64_t first, int64_t rows, int64_t columns) {
    std::fill(results.begin(), results.end(), initial);
    for (int64_t i = 0; i < rows; ++i) {
      const T *pixel = input + (first + i * geometry.inputWidth) * channels;
      for (int64_t j = 0; j < columns; ++j, pixel += channels)
        for (int64_t c = 0; c < channels; ++c)
          results[c] = combine(results[c], pixel[c]);
    }
    store(position, rows * columns, results.data());
  });
}

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_POOL_H

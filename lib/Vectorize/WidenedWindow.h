#ifndef QOPT_LIB_VECTORIZE_WIDENEDWINDOW_H
#define QOPT_LIB_VECTORIZE_WIDENEDWINDOW_H

#include "ConvolutionTiles.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// What a tile of a convolution of bytes reads of one kernel row, made words on the
/// stack: the bytes of even and those of odd number apart. A word lies as far behind the
/// start of its half as its pair of bytes behind the start of the window.
class WidenedWindow {
public:
  WidenedWindow(KernelBuilder &builder, qint::ScheduledConv2DOp op, const FlatBuffer &input,
                const ConvolutionTiles &tiles);

  /// Whether windows of tiles of up to `rows` can be widened: they are small, few bytes lie
  /// between the ones that are read, and steps start at multiples of four bytes: else a load
  /// might need what two stores have written, and wait for both.
  bool fits(int64_t rows) const;
  /// Fills the window of a tile, whose first element of this kernel row is `inputOffset`.
  void fill(mlir::Value inputOffset, int64_t rows);
  /// From the start of the window to position number `index`.
  int64_t distance(int64_t index, int64_t rows) const;

  const FlatBuffer &getBuffer() const { return buffer; }
  /// Where the odd bytes start.
  static int64_t getHalf() { return kHalfBytes; }

private:
  /// No multiple of 4096, so that a load does not look like one of what was stored to the
  /// other half.
  static constexpr int64_t kHalfBytes = 6 * 1024;

  /// Bytes of a line, rounded up to whole steps.
  int64_t span(int64_t rows) const;
  void widen(mlir::Value source, mlir::Value target, int64_t bytes);

  KernelBuilder &builder;
  const FlatBuffer &input;
  const ConvolutionTiles &tiles;
  FlatBuffer buffer;
  /// From one position to the next, from one run to the next, and the bytes of a run.
  int64_t columnStep, lineStep, runStep, runs, runBytes;
  bool isDense;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_WIDENEDWINDOW_H

#ifndef QOPT_SUPPORT_DEPTHWISETILES_H
#define QOPT_SUPPORT_DEPTHWISETILES_H

#include "qopt/Support/QuadPlan.h"

#include "llvm/Support/MathExtras.h"

#include <array>
#include <cstdint>

namespace qopt {

// The tiles of depthwise convolutions of bytes. Scheduler and kernels agree on them.

/// The window of a depthwise convolution, rows before columns.
struct DepthwiseWindow {
  std::array<int64_t, 2> kernel, stride, dilation;

  int64_t countTaps() const { return kernel[0] * kernel[1]; }
  /// Rows of a window that the one below has, too.
  int64_t sharedRows() const {
    return dilation[0] == 1 ? std::max<int64_t>(0, kernel[0] - stride[0]) : 0;
  }
};

/// The vector registers of an instruction set, and the bytes in one.
struct ByteRegisters {
  int64_t count, lanes;
};

/// How products of four taps compute outputs for channels that share a register. Those that
/// do not fill it are taken at several positions side by side: part p of a register holds the
/// outputs from p * outputs on.
struct QuadTile {
  /// Output columns of a part, and parts of a register.
  int64_t outputs, parts;
  /// Registers of accumulators of one output of each part, and of the bytes of a quad.
  int64_t groups;
  QuadPlan plan;
  /// Output rows, which share input rows and weights.
  int64_t rows = 1;
  /// Whether the interleaved rows that the next output row reads as well stay in registers,
  /// beside the accumulators and a new row; then the tile has one row, and no quads of several.
  bool carriesRows = false;

  int64_t width() const { return outputs * parts; }

  /// With more weights than the first-level cache keeps, taps one by one are as fast.
  static bool fits(const DepthwiseWindow &window) { return window.countTaps() <= 49; }
};

/// The tile for `channels` of an image of `height` x `width` output positions.
QuadTile planQuadTile(const DepthwiseWindow &window, int64_t height, int64_t width,
                      int64_t channels, const ByteRegisters &registers);

/// Products of two taps, one above the other.
struct PairTile {
  /// Output rows of a tile, and output columns at most.
  static constexpr int64_t kRows = 2, kColumns = 8;

  /// Columns of nearly equal tiles of a row.
  static int64_t countColumns(int64_t width) {
    return llvm::divideCeil(width, llvm::divideCeil(width, kColumns));
  }

  /// Weights of larger kernels would not stay in the first-level cache, and tiles are
  /// written out.
  static bool fits(const DepthwiseWindow &window) {
    return window.dilation[0] == 1 && window.dilation[1] == 1 && window.countTaps() <= 25;
  }
};

} // namespace qopt

#endif // QOPT_SUPPORT_DEPTHWISETILES_H

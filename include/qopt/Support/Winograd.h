#ifndef QOPT_SUPPORT_WINOGRAD_H
#define QOPT_SUPPORT_WINOGRAD_H

#include "qopt/Support/FixedPoint.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace qopt {

// Exact integer Winograd convolution F(4x4,3x3): what packing, the cost model
// and the kernel share. The formulas are those of
// `qint.scheduled.winograd_conv2d`; the scaling to integers is proved in
// docs/Numerics.md.

/// Points of a tile of 4 outputs along a dimension: 0, 1, -1, infinity, 2, -2. A
/// tile of 2 outputs takes the first four.
inline constexpr int64_t kWinogradPoints = 6, kWinogradNarrowPoints = 4;
inline constexpr int64_t kWinogradProducts = kWinogradPoints * kWinogradPoints;

/// Number of the product of point `i` along rows and `j` along columns. First come
/// those that all tiles have, then those that tiles lack that are narrow along
/// columns, along rows, along either: all of a set lie behind one another.
constexpr int64_t getWinogradProduct(int64_t i, int64_t j) {
  constexpr int64_t kNarrow = kWinogradNarrowPoints, kRest = kWinogradPoints - kNarrow;
  if (i < kNarrow)
    return j < kNarrow ? i * kNarrow + j : kNarrow * kNarrow + i * kRest + (j - kNarrow);
  int64_t first = kNarrow * kWinogradPoints;
  return j < kNarrow ? first + (i - kNarrow) * kNarrow + j
                     : first + kRest * kNarrow + (i - kNarrow) * kRest + (j - kNarrow);
}

/// From 3 weights to a weight per point.
inline constexpr int32_t kWinogradWeights[kWinogradPoints][3] = {
    {6, 0, 0}, {-1, -1, -1}, {-1, 1, -1}, {0, 0, 6}, {1, 2, 4}, {1, -2, 4}};

/// The inverse of 9 modulo 2^32.
inline constexpr int32_t kWinogradInverse = 954437177;

/// How output positions along a dimension are cut into tiles. Wide tiles have 4
/// of them, narrow ones 2; the wide ones come first.
struct WinogradTiling {
  int64_t extent, wide, narrow;

  /// `extent` >= 2.
  explicit WinogradTiling(int64_t extent) : extent(extent), wide(extent / 4), narrow(0) {
    int64_t rest = extent % 4;
    if (rest == 3 && wide > 0)
      ++wide;
    else
      narrow = extent == 3 ? 2 : rest > 0;
  }
  int64_t tiles() const { return wide + narrow; }
  /// First position of the last wide tile; those before it do not overlap.
  int64_t lastWide() const { return extent - 4; }
  /// First position of the first narrow tile; two start one behind the other.
  int64_t firstNarrow() const { return extent - 1 - narrow; }
};

/// The kernel gets the sums of a channel times 2^k modulo 2^32, k at most 6, so they
/// must lie below 2^25 for all inputs in [0, 255]: the positive weights and the
/// negative ones add up to less than this.
inline constexpr int64_t kWinogradWeightLimit = ((int64_t(1) << 25) - 1) / 255 + 1;

inline bool isWinogradExact(const WeightSums &sums) {
  return std::max(sums.positive, -sums.negative) < kWinogradWeightLimit;
}

/// The weight of each product from those of a 3x3 kernel in row-major order.
inline std::array<int16_t, kWinogradProducts>
transformWinogradWeights(const std::array<int32_t, 9> &weights) {
  std::array<int16_t, kWinogradProducts> result;
  for (int64_t i = 0; i < kWinogradPoints; ++i)
    for (int64_t j = 0; j < kWinogradPoints; ++j) {
      int32_t sum = 0;
      for (int64_t y = 0; y < 3; ++y)
        for (int64_t x = 0; x < 3; ++x)
          sum += kWinogradWeights[i][y] * kWinogradWeights[j][x] * weights[3 * y + x];
      result[getWinogradProduct(i, j)] = static_cast<int16_t>(sum);
    }
  return result;
}

} // namespace qopt

#endif // QOPT_SUPPORT_WINOGRAD_H

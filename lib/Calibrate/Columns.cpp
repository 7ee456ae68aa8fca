#include "Columns.h"

#include "qopt/Support/FmaClones.h"

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace qopt;

// Inlined into the clones for each instruction set, hence always.
#define QOPT_INLINE [[gnu::always_inline]] inline

namespace {

constexpr int64_t kLanes = 16;
template <typename T> using Lanes = T __attribute__((ext_vector_type(kLanes)));

/// Rows of a tile. A double holds the sum of so many values exactly; see `SumSplit`.
constexpr int kLogRows = 8;

/// Up to 16 columns of up to 2^kLogRows rows.
struct Tile {
  const float *values;
  int64_t rows, columns, stride;
  /// The first column.
  int64_t first;
  /// Of all values.
  const float *end;

  /// Lanes beyond the last column hold other finite values, or zeros.
  QOPT_INLINE void load(int64_t row, Lanes<float> &lanes) const {
    const float *from = values + row * stride;
    if (end - from >= kLanes) {
      std::memcpy(&lanes, from, sizeof(lanes));
      return;
    }
    lanes = 0;
    std::memcpy(&lanes, from, (end - from) * sizeof(float));
  }
};

/// Cuts a matrix into tiles. Rows of few channels are joined to wide ones, so that column
/// c is of channel c mod `numChannels`; what is left of the last one is a row by itself.
template <typename Visit>
void forEachTile(llvm::ArrayRef<float> values, int64_t numChannels, Visit visit) {
  constexpr int64_t kWide = 64;
  int64_t width = numChannels * std::max<int64_t>(1, kWide / numChannels);
  while (!values.empty()) {
    int64_t rows = std::min<int64_t>(values.size() / width, 1 << kLogRows);
    if (rows == 0) {
      rows = 1;
      width = values.size();
    }
    for (int64_t column = 0; column < width; column += kLanes)
      visit(Tile{values.data() + column, rows, std::min(kLanes, width - column), width, column,
                 values.end()});
    values = values.drop_front(rows * width);
  }
}

} // namespace

//===----------------------------------------------------------------------===//
// Extremes
//===----------------------------------------------------------------------===//

namespace {

constexpr int32_t kExponentMask = 0x7f800000;

struct TileExtremes {
  Lanes<float> minima, maxima;
  /// The largest exponent field; that of NaN and infinity is `kExponentMask`.
  Lanes<int32_t> exponents;
};

QOPT_VECTOR_CLONES void findTileExtremes(const Tile &tile, TileExtremes &result) {
  Lanes<float> minima, maxima, lanes;
  tile.load(0, minima);
  maxima = minima;
  Lanes<int32_t> exponents = {};
  for (int64_t row = 0; row < tile.rows; ++row) {
    tile.load(row, lanes);
    minima = lanes < minima ? lanes : minima;
    maxima = lanes > maxima ? lanes : maxima;
    Lanes<int32_t> bits;
    std::memcpy(&bits, &lanes, sizeof(bits));
    bits &= kExponentMask;
    exponents = bits > exponents ? bits : exponents;
  }
  result = {minima, maxima, exponents};
}

} // namespace

ChannelExtremes qopt::findExtremes(llvm::ArrayRef<float> values, int64_t numChannels) {
  ChannelExtremes result;
  llvm::ArrayRef<float> firstRow = values.take_front(numChannels);
  result.minima.assign(firstRow.begin(), firstRow.end());
  result.maxima = result.minima;
  forEachTile(values, numChannels, [&](const Tile &tile) {
    TileExtremes found;
    findTileExtremes(tile, found);
    for (int64_t lane = 0; lane < tile.columns; ++lane) {
      const int64_t channel = (tile.first + lane) % numChannels;
      result.minima[channel] = std::min(result.minima[channel], found.minima[lane]);
      result.maxima[channel] = std::max(result.maxima[channel], found.maxima[lane]);
      result.areFinite &= found.exponents[lane] != kExponentMask;
    }
  });
  for (std::vector<float> *extremes : {&result.minima, &result.maxima})
    for (float &value : *extremes)
      value += 0.0f; // which of two zeros came first must not show
  return result;
}

//===----------------------------------------------------------------------===//
// Sums
//===----------------------------------------------------------------------===//

namespace {

/// Splits values into a high and a low part whose sums over a tile are exact in double,
/// and a rest that is zero but for the tiniest values. (Error-free extraction: J. Demmel,
/// H. D. Nguyen, "Fast Reproducible Floating-Point Summation", 2013.)
///
/// Below 2^p, x + big lies between 2^(p+8) and 2^(p+9), where doubles are 2^(p-44) apart:
/// x is rounded to a multiple of that. 256 of these stay within 2^(p+8), which is 2^52
/// times their unit. What is rounded off is at most 2^(p-45), and is split alike. A rest
/// is below 2^(p-90) and is left by values below 2^(p-65) only.
struct SumSplit {
  double big, small;

  explicit SumSplit(float limit) {
    int p;
    (void)std::frexp(limit, &p);
    big = std::ldexp(1.5, p + kLogRows);
    small = std::ldexp(1.5, p - 45 + kLogRows);
  }
};

struct TileSums {
  Lanes<double> high, low;
  bool hasRest;
};

QOPT_VECTOR_CLONES void sumTile(const Tile &tile, const SumSplit &split, TileSums &result) {
  Lanes<double> high = {}, low = {};
  Lanes<int64_t> rests = {};
  Lanes<float> lanes;
  for (int64_t row = 0; row < tile.rows; ++row) {
    tile.load(row, lanes);
    const auto x = __builtin_convertvector(lanes, Lanes<double>);
    const Lanes<double> upper = (x + split.big) - split.big, lower = x - upper;
    const Lanes<double> middle = (lower + split.small) - split.small;
    high += upper;
    low += middle;
    rests |= lower != middle;
  }
  result = {high, low, __builtin_reduce_or(rests) != 0};
}

/// Adds the rests of a tile's values one by one.
void addRests(const Tile &tile, const SumSplit &split, llvm::MutableArrayRef<ExactSum> sums) {
  for (int64_t row = 0; row < tile.rows; ++row)
    for (int64_t lane = 0; lane < tile.columns; ++lane) {
      const double x = tile.values[row * tile.stride + lane];
      const double lower = x - ((x + split.big) - split.big);
      const double rest = lower - ((lower + split.small) - split.small);
      sums[(tile.first + lane) % sums.size()].add(rest);
    }
}

} // namespace

void qopt::addToSums(llvm::ArrayRef<float> values, float limit,
                     llvm::MutableArrayRef<ExactSum> sums) {
  const SumSplit split(limit);
  forEachTile(values, sums.size(), [&](const Tile &tile) {
    TileSums found;
    sumTile(tile, split, found);
    for (int64_t lane = 0; lane < tile.columns; ++lane) {
      ExactSum &sum = sums[(tile.first + lane) % sums.size()];
      sum.add(found.high[lane]);
      sum.add(found.low[lane]);
    }
    if (found.hasRest)
      addRests(tile, split, sums);
  });
}

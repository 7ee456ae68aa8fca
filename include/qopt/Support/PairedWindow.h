#ifndef QOPT_SUPPORT_PAIREDWINDOW_H
#define QOPT_SUPPORT_PAIREDWINDOW_H

#include <algorithm>
#include <cstdint>

namespace qopt {

/// What a tile reads of one kernel row where a vector has the channels of two output
/// positions in its lanes: each input element of the one beside that of the other, so that
/// one broadcast serves both. Scheduler and kernel agree on it.
struct PairedWindow {
  /// Pairs of elements that the first-level cache holds beside weights and outputs.
  static constexpr int64_t kMaxPairs = 3072;

  /// Elements from one position to the next, and those that one position reads.
  int64_t pitch, span;
  /// Whether all positions lie in one line, at one pitch.
  bool isOneLine;

  /// The positions `first(i)` and the one behind it are couple number i. The last couple of
  /// an odd number computes a position again; a single one is coupled with itself.
  static int64_t countCouples(int64_t rows) { return (rows + 1) / 2; }
  static int64_t first(int64_t couple, int64_t rows) {
    return std::min(2 * couple, std::max<int64_t>(rows - 2, 0));
  }

  /// Whether couples find their elements in one copy of the whole window, because they
  /// overlap; else each has a copy of its own.
  bool isShared(int64_t rows) const { return isOneLine && rows > 1 && span > 2 * pitch; }
  /// Where the pairs of a couple begin.
  int64_t begin(int64_t couple, int64_t rows) const {
    return isShared(rows) ? first(couple, rows) * pitch : couple * span;
  }
  int64_t countPairs(int64_t rows) const { return begin(countCouples(rows) - 1, rows) + span; }
  bool fits(int64_t rows) const { return countPairs(rows) <= kMaxPairs; }
};

} // namespace qopt

#endif // QOPT_SUPPORT_PAIREDWINDOW_H

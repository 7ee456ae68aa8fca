#ifndef QOPT_SUPPORT_QUADPLAN_H
#define QOPT_SUPPORT_QUADPLAN_H

#include "llvm/ADT/SmallVector.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>

namespace qopt {

/// The kernel columns that meet the four positions of a quad; -1 where none does.
using QuadTaps = std::array<int64_t, 4>;

/// Four input columns, a dilation apart, whose bytes are interleaved so that one
/// `qint.vector.dot` multiplies all of them.
struct Quad {
  struct Use {
    /// Output column, counted from the start of the tile.
    int64_t output;
    QuadTaps taps;
  };

  /// First input column, counted from that of the tile.
  int64_t start;
  llvm::SmallVector<Use> uses;
};

/// Quads of several rows, for the last columns where these would fill half of a quad at most:
/// position i is in row i / columns, column i % columns.
struct TallQuads {
  /// Columns of the kernel, the last ones from `start` on.
  int64_t columns, start;

  /// A window's rows are cut into groups. The last group may start early, at rows that do not
  /// count, in order to be another window's quad as well.
  struct Group {
    int64_t start, firstTap;
  };
  llvm::SmallVector<Group> groups;

  int64_t rows() const { return 4 / columns; }
};

/// The quads of a tile of output columns: those of each input row, and those of several.
struct QuadPlan {
  llvm::SmallVector<Quad> quads;
  std::optional<TallQuads> tall;

  /// The input columns that any quad multiplies.
  std::set<int64_t> listColumns(int64_t dilation) const;
  /// The products of one row of outputs, whose windows have so many rows.
  int64_t countProducts(int64_t kernelRows) const;
};

/// How rows of a depthwise kernel are computed for a tile of output columns.
struct QuadProblem {
  int64_t outputs, kernel, stride, dilation;
};

/// Quads of one row that meet each tap of each output once, as few as it takes.
QuadPlan planQuads(const QuadProblem &problem);

/// Those of one output column, of one or several rows; windows have `rows` rows and are
/// `rowStride` apart.
QuadPlan planTallQuads(int64_t kernel, int64_t rows, int64_t rowStride);

} // namespace qopt

#endif // QOPT_SUPPORT_QUADPLAN_H

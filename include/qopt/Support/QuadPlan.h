#ifndef QOPT_SUPPORT_QUADPLAN_H
#define QOPT_SUPPORT_QUADPLAN_H

#include "llvm/ADT/SmallVector.h"

#include <array>
#include <cstdint>
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

/// How a row of a depthwise kernel is computed for a tile of output columns.
struct QuadProblem {
  int64_t outputs, kernel, stride, dilation;
};

/// Quads that meet each tap of each output once, as few as it takes.
llvm::SmallVector<Quad> planQuads(const QuadProblem &problem);

/// The input columns that any quad multiplies.
std::set<int64_t> listColumns(llvm::ArrayRef<Quad> quads, int64_t dilation);

} // namespace qopt

#endif // QOPT_SUPPORT_QUADPLAN_H

#ifndef QOPT_SCHEDULE_ARENAPLAN_H
#define QOPT_SCHEDULE_ARENAPLAN_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>

namespace qopt {

/// A buffer that needs `bytes` from time `first` to time `last`, both included.
struct LiveInterval {
  int64_t bytes;
  int64_t first, last;

  bool overlaps(const LiveInterval &other) const {
    return first <= other.last && other.first <= last;
  }
};

/// Offsets of the buffers, and the size of the arena that holds them.
struct ArenaPlan {
  llvm::SmallVector<int64_t> offsets;
  int64_t bytes = 0;
};

/// Places buffers so that those alive at one time do not overlap. Offsets are
/// multiples of `alignment`, as are the distances between buffers: each is
/// followed by at least `slack` bytes that may be read.
///
/// Greedy by size: from the largest buffer to the smallest, each takes the
/// smallest gap that fits between the buffers already placed that it is alive
/// with, or the end (Pisarchyk and Lee, "Efficient Memory Management for Deep
/// Neural Net Inference", 2020). Where that needs more than the lower bound,
/// orders by lifetime are tried as well, and the smallest arena wins.
ArenaPlan planArena(llvm::ArrayRef<LiveInterval> buffers, int64_t alignment, int64_t slack);

/// The largest sum of sizes, rounded up to `alignment`, alive at one time: no
/// plan needs less.
int64_t getArenaLowerBound(llvm::ArrayRef<LiveInterval> buffers, int64_t alignment);

} // namespace qopt

#endif // QOPT_SCHEDULE_ARENAPLAN_H

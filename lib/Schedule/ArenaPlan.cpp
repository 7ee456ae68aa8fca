#include "qopt/Schedule/ArenaPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace qopt;

ArenaPlan qopt::planArena(ArrayRef<LiveInterval> buffers, int64_t alignment, int64_t slack) {
  ArenaPlan plan;
  plan.offsets.assign(buffers.size(), 0);
  SmallVector<size_t> order = to_vector(seq<size_t>(0, buffers.size()));
  stable_sort(order, [&](size_t a, size_t b) { return buffers[a].bytes > buffers[b].bytes; });

  // Buffers placed so far, by offset.
  SmallVector<size_t> placed;
  for (size_t index : order) {
    int64_t size = alignTo(buffers[index].bytes, alignment);
    int64_t best = -1, bestGap = INT64_MAX, end = 0;
    for (size_t other : placed) {
      if (!buffers[index].overlaps(buffers[other]))
        continue;
      int64_t gap = plan.offsets[other] - end;
      if (gap >= size && gap < bestGap) {
        best = end;
        bestGap = gap;
      }
      end = std::max<int64_t>(end, plan.offsets[other] + alignTo(buffers[other].bytes, alignment));
    }
    int64_t offset = best >= 0 ? best : end;
    plan.offsets[index] = offset;
    plan.bytes = std::max(plan.bytes, offset + size);
    auto position = lower_bound(
        placed, offset, [&](size_t other, int64_t value) { return plan.offsets[other] < value; });
    placed.insert(position, index);
  }
  plan.bytes += alignTo(slack, alignment);
  return plan;
}

int64_t qopt::getArenaLowerBound(ArrayRef<LiveInterval> buffers, int64_t alignment) {
  int64_t bound = 0;
  // The sum changes upwards only where a buffer becomes alive.
  for (const LiveInterval &moment : buffers) {
    int64_t sum = 0;
    for (const LiveInterval &buffer : buffers)
      if (buffer.first <= moment.first && moment.first <= buffer.last)
        sum += alignTo(buffer.bytes, alignment);
    bound = std::max(bound, sum);
  }
  return bound;
}

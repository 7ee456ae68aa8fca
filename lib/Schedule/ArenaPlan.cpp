#include "qopt/Schedule/ArenaPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/MathExtras.h"

#include <tuple>

using namespace llvm;
using namespace qopt;

/// Each buffer in turn takes the smallest gap that fits.
static ArenaPlan placeInOrder(ArrayRef<LiveInterval> buffers, ArrayRef<size_t> order,
                              int64_t alignment) {
  ArenaPlan plan;
  plan.offsets.assign(buffers.size(), 0);
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
  return plan;
}

/// What comes first: large buffers, or those that live long, or both together, or those that
/// are used last.
static constexpr int64_t (*kPriorities[])(const LiveInterval &) = {
    [](const LiveInterval &buffer) { return buffer.bytes; },
    [](const LiveInterval &buffer) { return buffer.last - buffer.first; },
    [](const LiveInterval &buffer) { return buffer.bytes * (buffer.last - buffer.first + 1); },
    [](const LiveInterval &buffer) { return buffer.last; },
    [](const LiveInterval &buffer) { return -buffer.first; }};

ArenaPlan qopt::planArena(ArrayRef<LiveInterval> buffers, int64_t alignment, int64_t slack) {
  const int64_t bound = getArenaLowerBound(buffers, alignment);
  ArenaPlan best;
  best.bytes = INT64_MAX;
  for (auto getPriority : kPriorities) {
    SmallVector<size_t> order = to_vector(seq<size_t>(0, buffers.size()));
    sort(order, [&](size_t a, size_t b) {
      // Large ones first among equals, then in the order given.
      return std::tuple(getPriority(buffers[b]), buffers[b].bytes, a) <
             std::tuple(getPriority(buffers[a]), buffers[a].bytes, b);
    });
    ArenaPlan plan = placeInOrder(buffers, order, alignment);
    if (plan.bytes < best.bytes)
      best = std::move(plan);
    if (best.bytes == bound)
      break;
  }
  best.bytes += alignTo(slack, alignment);
  return best;
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

#include "RangeSearch.h"

#include <algorithm>

using namespace qopt;

namespace {

/// Fractions of the two ends of the widest range.
struct Fractions {
  double min, max;
};

class Searcher {
public:
  Searcher(RealRange widest, bool mirrored, llvm::function_ref<double(const RealRange &)> cost)
      : widest(widest), mirrored(mirrored), cost(cost) {}

  RealRange search() {
    climbLadder();
    refine();
    return rangeOf(best);
  }

private:
  RealRange rangeOf(Fractions at) const { return {widest.min * at.min, widest.max * at.max}; }

  /// Moves to `at` if it is better than the best pair so far.
  bool tryPair(Fractions at) {
    const double costThere = cost(rangeOf(at));
    if (!(costThere < bestCost))
      return false;
    best = at;
    bestCost = costThere;
    return true;
  }

  void climbLadder();
  void refine();
  bool tryNeighbours(double step);

  RealRange widest;
  bool mirrored;
  llvm::function_ref<double(const RealRange &)> cost;
  Fractions best = {1, 1};
  double bestCost = 0;
};

} // namespace

void Searcher::climbLadder() {
  bestCost = cost(rangeOf(best));
  // 1, 0.8, 0.64 … 0.0047, and the end at zero.
  std::vector<double> ladder;
  double fraction = 1;
  for (int rung = 0; rung < 25; ++rung, fraction *= 0.8)
    ladder.push_back(fraction);
  ladder.push_back(0);

  const std::vector<double> fixed = {1};
  if (mirrored) {
    for (double both : ladder)
      tryPair({both, both});
    return;
  }
  for (double low : widest.min == 0 ? fixed : ladder)
    for (double high : widest.max == 0 ? fixed : ladder)
      tryPair({low, high});
}

bool Searcher::tryNeighbours(double step) {
  const Fractions centre = best;
  bool improved = false;
  // Outwards before inwards, so that ties go to the wider range.
  for (int low = 1; low >= -1; --low) {
    for (int high = 1; high >= -1; --high) {
      const bool idle = (low == 0 && high == 0) || (mirrored && low != high) ||
                        (widest.min == 0 && low != 0 && !mirrored) ||
                        (widest.max == 0 && high != 0 && !mirrored);
      if (idle)
        continue;
      improved |= tryPair({std::min(centre.min * (1 + low * step), 1.0),
                           std::min(centre.max * (1 + high * step), 1.0)});
    }
  }
  return improved;
}

void Searcher::refine() {
  // Down to a quarter of a percent: less moves no value to another grid point
  // of eight bits.
  for (double step = 0.125; step > 0.002; step /= 2)
    for (int moves = 0; moves < 16 && tryNeighbours(step); ++moves)
      continue;
}

RealRange detail::searchRange(RealRange widest, bool mirrored,
                              llvm::function_ref<double(const RealRange &)> cost) {
  return Searcher(widest, mirrored, cost).search();
}

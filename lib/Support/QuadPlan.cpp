#include "qopt/Support/QuadPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace qopt;

/// Where tap `tap` of `output` lies in a quad that starts at `start`, if it does.
static std::optional<int64_t> findPosition(const QuadProblem &problem, int64_t start,
                                           int64_t output, int64_t tap) {
  int64_t distance = output * problem.stride + tap * problem.dilation - start;
  if (distance < 0 || distance % problem.dilation != 0 || distance / problem.dilation > 3)
    return std::nullopt;
  return distance / problem.dilation;
}

/// Taps [first, last] of `output`, if the quad has all of them.
static std::optional<QuadTaps> findTaps(const QuadProblem &problem, int64_t start, int64_t output,
                                        int64_t first, int64_t last) {
  QuadTaps taps = {-1, -1, -1, -1};
  for (int64_t tap = first; tap <= last; ++tap) {
    std::optional<int64_t> position = findPosition(problem, start, output, tap);
    if (!position)
      return std::nullopt;
    taps[*position] = tap;
  }
  return taps;
}

/// Each output's taps in fours from its first on; a quad starts where the first
/// four that are not yet met do, and takes all others that lie inside it.
static SmallVector<Quad> planByOutputs(const QuadProblem &problem) {
  struct Unit {
    int64_t output, first, last;
  };
  SmallVector<Unit> units;
  for (int64_t output = 0; output < problem.outputs; ++output)
    for (int64_t first = 0; first < problem.kernel; first += 4)
      units.push_back({output, first, std::min(first + 3, problem.kernel - 1)});
  auto startOf = [&](const Unit &unit) {
    return unit.output * problem.stride + unit.first * problem.dilation;
  };
  stable_sort(units, [&](const Unit &lhs, const Unit &rhs) { return startOf(lhs) < startOf(rhs); });

  SmallVector<Quad> quads;
  while (!units.empty()) {
    Quad quad{startOf(units.front()), {}};
    erase_if(units, [&](const Unit &unit) {
      auto taps = findTaps(problem, quad.start, unit.output, unit.first, unit.last);
      if (taps)
        quad.uses.push_back({unit.output, *taps});
      return taps.has_value();
    });
    quads.push_back(std::move(quad));
  }
  return quads;
}

/// Quads side by side; each output takes from each of them what it needs.
static SmallVector<Quad> planSideBySide(const QuadProblem &problem) {
  SmallVector<Quad> quads;
  int64_t end = (problem.outputs - 1) * problem.stride + problem.kernel;
  for (int64_t start = 0; start < end; start += 4) {
    Quad quad{start, {}};
    for (int64_t output = 0; output < problem.outputs; ++output) {
      QuadTaps taps = {-1, -1, -1, -1};
      for (int64_t tap = 0; tap < problem.kernel; ++tap)
        if (std::optional<int64_t> position = findPosition(problem, start, output, tap))
          taps[*position] = tap;
      if (any_of(taps, [](int64_t tap) { return tap >= 0; }))
        quad.uses.push_back({output, taps});
    }
    if (!quad.uses.empty())
      quads.push_back(std::move(quad));
  }
  return quads;
}

/// Instructions per four registers: 8 interleave a quad, 4 multiply for a use.
static int64_t countInstructions(ArrayRef<Quad> quads) {
  int64_t count = 0;
  for (const Quad &quad : quads)
    count += 8 + 4 * static_cast<int64_t>(quad.uses.size());
  return count;
}

QuadPlan qopt::planQuads(const QuadProblem &problem) {
  SmallVector<Quad> quads = planByOutputs(problem);
  if (problem.dilation != 1)
    return {quads, std::nullopt};
  SmallVector<Quad> others = planSideBySide(problem);
  return {countInstructions(others) < countInstructions(quads) ? others : quads, std::nullopt};
}

QuadPlan qopt::planTallQuads(int64_t kernel, int64_t rows, int64_t rowStride) {
  int64_t columns = kernel % 4;
  QuadProblem problem{/*outputs=*/1, kernel, /*stride=*/1, /*dilation=*/1};
  if (columns == 0 || columns == 3 || rows < 4 / columns)
    return planQuads(problem);
  problem.kernel -= columns;
  QuadPlan plan = planQuads(problem);
  plan.tall = TallQuads{columns, /*start=*/problem.kernel, {}};
  int64_t groupRows = plan.tall->rows();
  for (int64_t first = 0; first < rows; first += groupRows) {
    // A start of some window, with the last row.
    int64_t shared = alignTo(std::max<int64_t>(0, rows - groupRows), rowStride);
    plan.tall->groups.push_back({std::min(first, shared), first});
  }
  return plan;
}

int64_t QuadPlan::countProducts(int64_t kernelRows) const {
  size_t products = 0;
  for (const Quad &quad : quads)
    products += kernelRows * quad.uses.size();
  return static_cast<int64_t>(tall ? products + tall->groups.size() : products);
}

std::set<int64_t> QuadPlan::listColumns(int64_t dilation) const {
  std::set<int64_t> columns;
  for (const Quad &quad : quads)
    for (const Quad::Use &use : quad.uses)
      for (auto [t, tap] : enumerate(use.taps))
        if (tap >= 0)
          columns.insert(quad.start + static_cast<int64_t>(t) * dilation);
  if (tall)
    for (int64_t column = 0; column < tall->columns; ++column)
      columns.insert(tall->start + column);
  return columns;
}

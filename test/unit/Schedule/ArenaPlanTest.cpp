#include "qopt/Schedule/ArenaPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

#include <random>

using namespace qopt;

namespace {

constexpr int64_t kAlignment = 64;
constexpr int64_t kSlack = 64;

/// Fails where a plan lets buffers that are alive together overlap, or breaks
/// the promises about alignment and the bytes behind each buffer.
void expectValid(llvm::ArrayRef<LiveInterval> buffers, const ArenaPlan &plan) {
  ASSERT_EQ(plan.offsets.size(), buffers.size());
  for (size_t i = 0; i < buffers.size(); ++i) {
    EXPECT_EQ(plan.offsets[i] % kAlignment, 0);
    EXPECT_GE(plan.offsets[i], 0);
    EXPECT_LE(plan.offsets[i] + buffers[i].bytes + kSlack, plan.bytes);
    for (size_t j = 0; j < i; ++j) {
      bool apart = plan.offsets[i] + buffers[i].bytes <= plan.offsets[j] ||
                   plan.offsets[j] + buffers[j].bytes <= plan.offsets[i];
      EXPECT_TRUE(apart || !buffers[i].overlaps(buffers[j])) << "buffers " << i << " and " << j;
    }
  }
  EXPECT_GE(plan.bytes, getArenaLowerBound(buffers, kAlignment));
}

} // namespace

// A chain of layers needs its two largest neighbours, not the sum of all.
TEST(ArenaPlanTest, ChainReusesMemory) {
  std::vector<LiveInterval> buffers;
  for (int64_t i = 0; i < 10; ++i)
    buffers.push_back({640, i, i + 1});
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  expectValid(buffers, plan);
  EXPECT_EQ(plan.bytes, 2 * 640 + kSlack);
}

// Intervals are closed: a buffer read by the op that writes the next one must
// not be overwritten by it.
TEST(ArenaPlanTest, TouchingIntervalsOverlap) {
  std::vector<LiveInterval> buffers = {{64, 0, 1}, {64, 1, 2}};
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  EXPECT_NE(plan.offsets[0], plan.offsets[1]);
}

// Of two gaps, 768 bytes first and 640 behind it, a buffer of 576 takes the
// tighter one and leaves the wider for another.
TEST(ArenaPlanTest, TakesTheSmallestGapThatFits) {
  std::vector<LiveInterval> buffers = {{1024, 0, 9}, {768, 0, 1}, {704, 0, 9},
                                       {640, 0, 1},  {576, 0, 9}, {576, 5, 9}};
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  expectValid(buffers, plan);
  EXPECT_EQ(plan.offsets[5], plan.offsets[3]);
  EXPECT_EQ(plan.bytes, 1024 + 768 + 704 + 640 + 576 + kSlack);
}

// Sizes that are no multiple of the alignment are rounded up, in the plan and
// in the bound alike.
TEST(ArenaPlanTest, RoundsSizesUp) {
  std::vector<LiveInterval> buffers = {{1, 0, 1}, {65, 0, 1}};
  EXPECT_EQ(getArenaLowerBound(buffers, kAlignment), 64 + 128);
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  expectValid(buffers, plan);
  EXPECT_EQ(plan.bytes, 64 + 128 + kSlack);
}

TEST(ArenaPlanTest, EmptyArenaHasSlackOnly) {
  ArenaPlan plan = planArena({}, kAlignment, kSlack);
  EXPECT_EQ(plan.bytes, kSlack);
  EXPECT_EQ(getArenaLowerBound({}, kAlignment), 0);
}

// Long-lived small buffers between short-lived large ones fragment a naive
// first-come plan; by size, they end up behind the large ones.
TEST(ArenaPlanTest, SmallLongLivedBuffersDoNotFragment) {
  std::vector<LiveInterval> buffers;
  for (int64_t i = 0; i < 20; ++i) {
    buffers.push_back({4096 + 64 * i, 2 * i, 2 * i + 1});
    buffers.push_back({64, 2 * i, 40});
  }
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  expectValid(buffers, plan);
  EXPECT_LE(plan.bytes - kSlack, getArenaLowerBound(buffers, kAlignment) * 11 / 10);
}

// By size, the last buffer finds no gap: the large ones that meet at time 3 lie apart.
TEST(ArenaPlanTest, OtherOrdersFindWhatSizesDoNot) {
  std::vector<LiveInterval> buffers = {{64, 2, 3}, {192, 1, 2}, {192, 5, 6}, {192, 3, 6}};
  ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
  expectValid(buffers, plan);
  EXPECT_EQ(plan.bytes - kSlack, getArenaLowerBound(buffers, kAlignment));
}

// Random lifetimes: never an overlap, and close to what no plan can beat.
TEST(ArenaPlanTest, RandomIntervalsStayNearTheLowerBound) {
  std::mt19937 random(1);
  double worst = 0, sum = 0;
  constexpr int kRuns = 200;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<LiveInterval> buffers;
    int64_t count = 1 + random() % 60;
    for (int64_t i = 0; i < count; ++i) {
      int64_t length = random() % 4 == 0 ? random() % 60 : random() % 4;
      buffers.push_back({static_cast<int64_t>(1 + random() % 5000), i, i + length});
    }
    ArenaPlan plan = planArena(buffers, kAlignment, kSlack);
    expectValid(buffers, plan);
    double ratio = static_cast<double>(plan.bytes - kSlack) /
                   static_cast<double>(getArenaLowerBound(buffers, kAlignment));
    worst = std::max(worst, ratio);
    sum += ratio;
  }
  EXPECT_LT(worst, 1.4);
  EXPECT_LT(sum / kRuns, 1.06);
}

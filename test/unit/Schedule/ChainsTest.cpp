#include "qopt/Schedule/Chains.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <map>
#include <random>

using namespace qopt;

namespace {

/// A panel of one column and one chain: pairs of weights, four to a slot.
ChainedPanel chainOf(std::vector<std::vector<int8_t>> slots) {
  ChainedPanel panel;
  for (auto &weights : slots)
    panel.slots.push_back({static_cast<int64_t>(panel.slots.size()), weights});
  panel.lengths = {static_cast<int64_t>(slots.size())};
  return panel;
}

/// What the instructions compute: products of pairs saturate, their sums wrap.
/// Returns whether all lanes of all chains equal the sums in 32 bits.
bool isExact(const ChainedPanel &panel, int64_t columns, const std::vector<uint8_t> &inputs) {
  size_t first = 0;
  for (int64_t length : panel.lengths) {
    for (int64_t lane = 0; lane < 2 * columns; ++lane) {
      int16_t chain = 0;
      int32_t exact = 0;
      for (int64_t i = 0; i < length; ++i) {
        const ChainSlot &slot = panel.slots[first + i];
        int32_t pair = 0;
        for (int64_t j = 2 * lane; j < 2 * lane + 2; ++j)
          pair += slot.weights[j] * inputs[4 * slot.quad + j % 4];
        exact += pair;
        chain = static_cast<int16_t>(chain + std::clamp<int32_t>(pair, INT16_MIN, INT16_MAX));
      }
      if (chain != exact)
        return false;
    }
    first += length;
  }
  return true;
}

/// Inputs that make one lane of one chain as large, or as small, as it can be.
std::vector<uint8_t> getWorstInputs(const ChainedPanel &panel, size_t first, int64_t length,
                                    int64_t lane, size_t count, int64_t inputMax, bool isLargest) {
  std::vector<uint8_t> inputs(count, 0);
  for (int64_t i = 0; i < length; ++i)
    for (int64_t j = 2 * lane; j < 2 * lane + 2; ++j) {
      int8_t weight = panel.slots[first + i].weights[j];
      if (weight != 0 && (weight > 0) == isLargest)
        inputs[4 * panel.slots[first + i].quad + j % 4] = static_cast<uint8_t>(inputMax);
    }
  return inputs;
}

void checkPanel(const std::vector<int8_t> &weights, int64_t columns, int64_t inputMax) {
  constexpr int64_t kMaxLength = 8;
  ChainedPanel panel = chainPanel(weights, columns, inputMax, kMaxLength);
  EXPECT_TRUE(proveChains(panel, inputMax));
  EXPECT_TRUE(std::is_sorted(panel.lengths.rbegin(), panel.lengths.rend()));
  // What the cost of a form is estimated from is what it gets.
  SlotCounts counts = countSlots(weights, columns, inputMax, kMaxLength);
  EXPECT_EQ(counts.slots, static_cast<int64_t>(panel.slots.size()));
  EXPECT_EQ(counts.chains, static_cast<int64_t>(panel.lengths.size()));
  // The slots of a quad add up to its weights.
  std::map<int64_t, std::vector<int>> sums;
  for (const ChainSlot &slot : panel.slots) {
    std::vector<int> &sum = sums[slot.quad];
    sum.resize(4 * columns);
    for (int64_t i = 0; i < 4 * columns; ++i)
      sum[i] += slot.weights[i];
  }
  for (size_t i = 0; i < weights.size(); ++i) {
    std::vector<int> &sum = sums[i / (4 * columns)];
    sum.resize(4 * columns);
    EXPECT_EQ(sum[i % (4 * columns)], weights[i]);
  }
  size_t first = 0, inputs = weights.size() / columns;
  for (int64_t length : panel.lengths) {
    EXPECT_GE(length, 1);
    EXPECT_LE(length, kMaxLength);
    for (int64_t lane = 0; lane < 2 * columns; ++lane)
      for (bool isLargest : {false, true})
        EXPECT_TRUE(
            isExact(panel, columns,
                    getWorstInputs(panel, first, length, lane, inputs, inputMax, isLargest)));
    first += length;
  }
}

} // namespace

// 255 * 128 = 32640 fits, 255 * 129 does not; -255 * 128 fits, -255 * 129 = -32895
// does not. A bound that is off by one saturates.
TEST(ChainsTest, ProofIsTight) {
  EXPECT_TRUE(proveChains(chainOf({{127, 1, 0, 0}}), 255));
  EXPECT_FALSE(proveChains(chainOf({{127, 2, 0, 0}}), 255));
  EXPECT_TRUE(proveChains(chainOf({{0, 0, -127, -1}}), 255));
  EXPECT_TRUE(proveChains(chainOf({{0, 0, -128, 0}}), 255));
  EXPECT_FALSE(proveChains(chainOf({{0, 0, -128, -1}}), 255));
  // Signs do not cancel: inputs under the others may be zero.
  EXPECT_FALSE(proveChains(chainOf({{127, -127, 0, 0}, {2, 0, 0, 0}}), 255));
  EXPECT_TRUE(proveChains(chainOf({{127, -127, 0, 0}, {1, -1, 0, 0}}), 255));
  // 7 bits: 127 * 258 = 32766 fits, 127 * 259 does not; -127 * 258 fits.
  EXPECT_TRUE(proveChains(chainOf({{127, 127, 0, 0}, {4, 0, 0, 0}}), 127));
  EXPECT_FALSE(proveChains(chainOf({{127, 127, 0, 0}, {5, 0, 0, 0}}), 127));
  EXPECT_TRUE(proveChains(chainOf({{-127, -127, 0, 0}, {-4, 0, 0, 0}}), 127));
  EXPECT_FALSE(proveChains(chainOf({{-127, -127, 0, 0}, {-5, 0, 0, 0}}), 127));
}

// The instructions, modelled, agree with the proof at its edge.
TEST(ChainsTest, ProofMatchesTheInstructions) {
  std::vector<uint8_t> ones(8, 255);
  EXPECT_TRUE(isExact(chainOf({{64, 0, 0, 0}, {64, 0, 0, 0}}), 1, ones));
  EXPECT_FALSE(isExact(chainOf({{64, 0, 0, 0}, {65, 0, 0, 0}}), 1, ones));
  EXPECT_FALSE(isExact(chainOf({{127, 127, 0, 0}}), 1, ones));
}

// Lanes of other chains do not count, and no slot may stay out of the chains.
TEST(ChainsTest, ProofCoversAllSlots) {
  ChainedPanel panel = chainOf({{100, 0, 0, 0}, {100, 0, 0, 0}});
  EXPECT_FALSE(proveChains(panel, 255));
  panel.lengths = {1, 1};
  EXPECT_TRUE(proveChains(panel, 255));
  panel.lengths = {1};
  EXPECT_FALSE(proveChains(panel, 255));
}

TEST(ChainsTest, ExtremeWeights) {
  for (int8_t weight : {127, -127, -128, 64, -64, 1, 0})
    checkPanel(std::vector<int8_t>(16 * 8 * 4, weight), 8, 255);
}

// Panels of few columns fill a part of a register of sums.
TEST(ChainsTest, RandomWeights) {
  std::mt19937 random(3);
  for (int64_t columns : {1, 2, 4, 8, 16})
    for (int64_t inputMax : {255, 127}) {
      std::vector<int8_t> weights(300 * columns * 4);
      std::normal_distribution<double> normal(0, 40);
      for (int8_t &weight : weights)
        weight = static_cast<int8_t>(std::clamp(normal(random), -127.0, 127.0));
      checkPanel(weights, columns, inputMax);
    }
}

// Zeros, which pad runs of the reduction, cost nothing.
TEST(ChainsTest, ZerosAreLeftOut) {
  EXPECT_TRUE(chainPanel(std::vector<int8_t>(64, 0), 8, 255, 8).slots.empty());
}

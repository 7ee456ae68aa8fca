#include "qopt/Support/Winograd.h"

#include "gtest/gtest.h"

#include <vector>

using namespace qopt;

// Tiles must cover each position, and lie inside.
TEST(WinogradTest, TilesCoverAllPositions) {
  for (int64_t extent = 2; extent < 40; ++extent) {
    WinogradTiling tiling(extent);
    std::vector<int> covered(extent, 0);
    for (int64_t tile = 0; tile < tiling.wide; ++tile)
      for (int64_t i = 0; i < 4; ++i)
        ++covered.at(std::min(4 * tile, tiling.lastWide()) + i);
    for (int64_t tile = 0; tile < tiling.narrow; ++tile)
      for (int64_t i = 0; i < 2; ++i)
        ++covered.at(tiling.firstNarrow() + tile + i);
    for (int count : covered)
      EXPECT_GE(count, 1) << extent;
    EXPECT_LE(4 * tiling.wide + 2 * tiling.narrow, extent + 1) << extent;
  }
}

// 9 has this inverse modulo 2^32, so that exact multiples divide by a product.
TEST(WinogradTest, InverseOfNine) {
  for (int64_t y : {0L, 1L, -1L, 33554431L, -33554432L, 12345L})
    for (int shift = 2; shift <= 6; ++shift) {
      auto sum = static_cast<uint32_t>(9 * (y * (int64_t(1) << shift)));
      auto product = static_cast<int32_t>(sum * static_cast<uint32_t>(kWinogradInverse));
      EXPECT_EQ(product >> shift, y);
    }
}

// The largest weights, by sign of each row of the transform, fit 16 bits.
TEST(WinogradTest, TransformedWeightsFit) {
  for (int signs = 0; signs < 512; ++signs) {
    std::array<int32_t, 9> weights;
    for (int k = 0; k < 9; ++k)
      weights[k] = signs >> k & 1 ? 127 : -128;
    for (int64_t i = 0; i < kWinogradPoints; ++i)
      for (int64_t j = 0; j < kWinogradPoints; ++j) {
        int32_t sum = 0;
        for (int k = 0; k < 9; ++k)
          sum += kWinogradWeights[i][k / 3] * kWinogradWeights[j][k % 3] * weights[k];
        EXPECT_EQ(transformWinogradWeights(weights)[getWinogradProduct(i, j)], sum);
      }
  }
}

// The edge of the proof: 255 times these sums is the last below 2^25.
TEST(WinogradTest, ProofIsTight) {
  WeightSums sums;
  sums.positive = 131586;
  sums.negative = -131586;
  EXPECT_TRUE(isWinogradExact(sums));
  EXPECT_LT(255 * sums.positive, int64_t(1) << 25);
  ++sums.positive;
  EXPECT_FALSE(isWinogradExact(sums));
  EXPECT_GE(255 * sums.positive, int64_t(1) << 25);
  sums.positive = 0;
  sums.negative -= 1;
  EXPECT_FALSE(isWinogradExact(sums));
}

// Each product has a number of its own, and the sets that narrow tiles lack lie last.
TEST(WinogradTest, ProductsAreNumberedBySets) {
  std::vector<int> seen(kWinogradProducts, 0);
  auto isNarrow = [](int64_t point) { return point < kWinogradNarrowPoints; };
  for (int64_t i = 0; i < kWinogradPoints; ++i)
    for (int64_t j = 0; j < kWinogradPoints; ++j) {
      int64_t product = getWinogradProduct(i, j);
      ++seen.at(product);
      EXPECT_EQ(product < 16, isNarrow(i) && isNarrow(j));
      EXPECT_EQ(product < 24, isNarrow(i));
      EXPECT_EQ(product >= 32, !isNarrow(i) && !isNarrow(j));
    }
  EXPECT_EQ(seen, std::vector<int>(kWinogradProducts, 1));
}

#include "qopt/Support/DepthwiseTiles.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <tuple>
#include <vector>

using namespace qopt;

namespace {

/// Calls `check` with windows, the widths of rows, and channels that share a register.
template <typename Check> void forEachTile(Check check) {
  constexpr ByteRegisters kFiles[] = {{16, 32}, {32, 64}, {32, 16}};
  for (int64_t kernel : {1, 2, 3, 5, 7})
    for (int64_t stride : {1, 2, 3})
      for (int64_t dilation : {1, 2})
        for (int64_t width : {1, 2, 3, 7, 56})
          for (const ByteRegisters &registers : kFiles)
            for (int64_t channels = 1; channels <= registers.lanes; channels *= 2) {
              DepthwiseWindow window{{kernel, kernel}, {stride, stride}, {dilation, dilation}};
              check(window, width, channels, registers,
                    planQuadTile(window, /*height=*/width, width, channels, registers));
            }
}

} // namespace

// A tap that is missing or met twice is a wrong sum.
TEST(DepthwiseTilesTest, QuadsMeetEachTapOnce) {
  forEachTile([](const DepthwiseWindow &window, int64_t, int64_t, const ByteRegisters &,
                 const QuadTile &tile) {
    std::set<std::pair<int64_t, int64_t>> met;
    for (const Quad &quad : tile.plan.quads)
      for (const Quad::Use &use : quad.uses)
        for (int64_t t = 0; t < 4; ++t) {
          if (use.taps[t] < 0)
            continue;
          EXPECT_TRUE(met.insert({use.output, use.taps[t]}).second);
          EXPECT_EQ(quad.start + t * window.dilation[1],
                    use.output * window.stride[1] + use.taps[t] * window.dilation[1]);
        }
    if (const std::optional<TallQuads> &tall = tile.plan.tall)
      for (int64_t column = 0; column < tall->columns; ++column)
        EXPECT_TRUE(met.insert({0, tall->start + column}).second);
    EXPECT_EQ(static_cast<int64_t>(met.size()), tile.outputs * window.kernel[1]);
  });
}

// The last tile of a row starts early, so it must not be wider than the row; rows that are
// carried although they do not fit are spilled.
TEST(DepthwiseTilesTest, TilesFitRowAndRegisters) {
  forEachTile([](const DepthwiseWindow &window, int64_t width, int64_t channels,
                 const ByteRegisters &registers, const QuadTile &tile) {
    EXPECT_GE(tile.outputs, 1);
    EXPECT_LE(tile.width(), width);
    EXPECT_LE(tile.parts * channels, registers.lanes);
    if (tile.carriesRows) {
      auto row = static_cast<int64_t>(tile.plan.quads.size());
      EXPECT_GT(window.sharedRows(), 0);
      EXPECT_LT(tile.groups * (window.sharedRows() * row + tile.outputs), registers.count);
    }
  });
}

// Costs count loads by these columns: gaps between windows are not read, and columns that
// windows share only once.
TEST(DepthwiseTilesTest, ColumnsAreThoseOfTheWindows) {
  forEachTile([](const DepthwiseWindow &window, int64_t, int64_t, const ByteRegisters &,
                 const QuadTile &tile) {
    std::set<int64_t> columns;
    for (int64_t output = 0; output < tile.outputs; ++output)
      for (int64_t tap = 0; tap < window.kernel[1]; ++tap)
        columns.insert(output * window.stride[1] + tap * window.dilation[1]);
    EXPECT_EQ(tile.plan.listColumns(window.dilation[1]), columns);
  });
}

// The last column of 5x5 windows: of four rows, then of one; a quad that starts early is that of
// a window below as well.
TEST(DepthwiseTilesTest, QuadsOfSeveralRows) {
  ByteRegisters registers{32, 64};
  QuadTile tile = planQuadTile({{5, 5}, {1, 1}, {1, 1}}, 14, 14, 64, registers);
  EXPECT_EQ(tile.rows, 4);
  EXPECT_EQ(tile.outputs, 1);
  EXPECT_EQ(tile.plan.quads.size(), 1u);
  ASSERT_TRUE(tile.plan.tall);
  auto getGroups = [](const QuadPlan &plan) {
    std::vector<std::pair<int64_t, int64_t>> groups;
    for (const TallQuads::Group &group : plan.tall->groups)
      groups.emplace_back(group.start, group.firstTap);
    return groups;
  };
  using Groups = std::vector<std::pair<int64_t, int64_t>>;
  EXPECT_EQ(getGroups(tile.plan), (Groups{{0, 0}, {1, 4}}));
  EXPECT_EQ(getGroups(planTallQuads(5, 5, /*rowStride=*/2)), (Groups{{0, 0}, {2, 4}}));
  EXPECT_EQ(getGroups(planTallQuads(5, 8, 3)), (Groups{{0, 0}, {4, 4}}));
  EXPECT_EQ(getGroups(planTallQuads(6, 5, 1)), (Groups{{0, 0}, {2, 2}, {3, 4}}));
  EXPECT_FALSE(planTallQuads(5, 3, 1).tall);
  EXPECT_FALSE(planTallQuads(7, 7, 1).tall);
  EXPECT_EQ(planQuadTile({{5, 5}, {1, 1}, {1, 1}}, 3, 14, 64, registers).rows, 3);
}

// Windows with gaps share no rows with the next one.
TEST(DepthwiseTilesTest, DilatedRowsAreNotCarried) {
  ByteRegisters registers{32, 64};
  EXPECT_TRUE(planQuadTile({{3, 3}, {1, 1}, {1, 1}}, 56, 56, 64, registers).carriesRows);
  EXPECT_FALSE(planQuadTile({{3, 3}, {1, 1}, {2, 2}}, 56, 56, 64, registers).carriesRows);
}

// Tiles of a row differ by the last one at most, and none exceeds the limit.
TEST(DepthwiseTilesTest, PairTilesAreEven) {
  for (int64_t width = 1; width <= 64; ++width) {
    int64_t columns = PairTile::countColumns(width);
    EXPECT_LE(columns, PairTile::kColumns);
    EXPECT_EQ((width + columns - 1) / columns,
              (width + PairTile::kColumns - 1) / PairTile::kColumns);
  }
}

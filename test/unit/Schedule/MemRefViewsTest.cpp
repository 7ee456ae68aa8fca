#include "qopt/Schedule/MemRefViews.h"

#include "gtest/gtest.h"

using namespace qopt;

namespace {

llvm::SmallVector<int64_t> list(std::initializer_list<int64_t> values) { return values; }

StridedLayout makeLayout(std::initializer_list<int64_t> sizes,
                         std::initializer_list<int64_t> strides, int64_t offset = 0) {
  StridedLayout layout;
  layout.sizes = sizes;
  layout.strides = strides;
  layout.offset = offset;
  return layout;
}

} // namespace

TEST(StridedLayoutTest, ContiguousBufferTakesAnyShape) {
  auto flat = StridedLayout::contiguous({2, 3, 4}).reshape({6, 1, 4});
  ASSERT_TRUE(flat);
  EXPECT_EQ(flat->strides, list({4, 4, 1}));
  EXPECT_EQ(StridedLayout::contiguous({2, 3, 4}).reshape({24})->strides, list({1}));
}

// The inside of a halo: rows are apart, so two rows cannot become one.
TEST(StridedLayoutTest, InsideOfHaloCannotJoinRows) {
  StridedLayout inside = makeLayout({1, 8, 8, 4}, {400, 40, 4, 1}, 44);
  EXPECT_FALSE(inside.reshape({1, 64, 4}));
  EXPECT_FALSE(inside.reshape({16, 16}));
}

// But one row can be taken apart or joined, and dimensions of 1 come and go.
TEST(StridedLayoutTest, InsideOfHaloSplitsAndJoinsWithinARow) {
  StridedLayout inside = makeLayout({1, 8, 8, 4}, {400, 40, 4, 1}, 44);
  auto rows = inside.reshape({8, 32});
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->strides, list({40, 1}));
  EXPECT_EQ(rows->offset, 44);
  auto split = inside.reshape({2, 4, 1, 2, 16});
  ASSERT_TRUE(split);
  EXPECT_EQ(split->strides, list({160, 40, 32, 16, 1}));
}

TEST(StridedLayoutTest, OneElement) {
  auto scalar = StridedLayout::contiguous({1, 1}).reshape({});
  ASSERT_TRUE(scalar);
  EXPECT_TRUE(scalar->sizes.empty());
  EXPECT_TRUE(StridedLayout::contiguous({}).reshape({1, 1, 1}));
}

// Loops join only where every operand is walked with one stride across both.
TEST(StridedLoopsTest, JoinsWhereAllOperandsAgree) {
  StridedLoops loops{{4, 8, 16}, {{128, 16, 1}, {256, 16, 1}}};
  loops.collapse();
  EXPECT_EQ(loops.sizes, list({4, 128}));
  EXPECT_EQ(loops.strides[0], list({128, 1}));
  EXPECT_EQ(loops.strides[1], list({256, 1}));
}

// A broadcast operand (stride 0) keeps its loop apart from one it walks.
TEST(StridedLoopsTest, BroadcastKeepsLoopsApart) {
  StridedLoops loops{{4, 8, 16}, {{128, 16, 1}, {0, 0, 1}}};
  loops.collapse();
  EXPECT_EQ(loops.sizes, list({32, 16}));
  EXPECT_EQ(loops.strides[1], list({0, 1}));
}

TEST(StridedLoopsTest, OneLoopIsLeft) {
  StridedLoops loops{{1, 1}, {{7, 3}}};
  loops.collapse();
  EXPECT_EQ(loops.sizes, list({1}));
  EXPECT_EQ(loops.strides[0], list({1}));
}

#include "qopt/Support/LiveTaps.h"

#include "gtest/gtest.h"

using namespace qopt;

namespace {

/// Products of one channel with another one: enough for the starts of kernels not to matter.
constexpr int64_t kManyProducts = 256 * 256;

/// A square image and kernel, padded on both sides so that the output is as large.
ConvolutionAxis makeAxis(int64_t image, int64_t kernel, int64_t dilation) {
  return {image, image, kernel, 1, dilation, (kernel - 1) * dilation / 2};
}

ConvolutionParts split(const ConvolutionAxis &axis, int64_t products = kManyProducts) {
  return splitAtPadding(axis, axis, /*batch=*/1, products);
}

void expectPart(const AxisPart &part, AxisPart expected) {
  EXPECT_EQ(part.output, expected.output);
  EXPECT_EQ(part.outputs, expected.outputs);
  EXPECT_EQ(part.tap, expected.tap);
  EXPECT_EQ(part.taps, expected.taps);
}

// A 3x3 kernel whose outer taps never meet the image is a 1x1 kernel without padding, however
// small the layer is.
TEST(LiveTapsTest, DeadTapsGo) {
  ConvolutionAxis axis = makeAxis(14, 3, 24);
  ConvolutionParts parts = split(axis, /*products=*/1);
  ASSERT_EQ(parts.rows.size(), 1u);
  expectPart(parts.rows[0], {0, 14, 1, 1});
  EXPECT_EQ(parts.rows[0].getStart(axis), 0);
  EXPECT_EQ(parts.rows[0].getExtent(axis), 14);
}

// Only one side may be dead; the image then starts behind its first row.
TEST(LiveTapsTest, TheImageMayBeCut) {
  ConvolutionAxis axis{/*image=*/10, /*outputs=*/4,  /*kernel=*/2,
                       /*stride=*/1, /*dilation=*/9,
                       /*pad=*/5};
  ConvolutionParts parts = split(axis, 1);
  ASSERT_EQ(parts.rows.size(), 1u);
  expectPart(parts.rows[0], {0, 4, 1, 1});
  EXPECT_EQ(parts.rows[0].getStart(axis), 4);
}

// The middle of an image of 14 rows meets one of three rows, 12 apart; nothing is padded.
TEST(LiveTapsTest, CutsWhereOtherTapsBegin) {
  ConvolutionAxis axis = makeAxis(14, 3, 12);
  ConvolutionParts parts = split(axis);
  ASSERT_EQ(parts.rows.size(), 3u);
  expectPart(parts.rows[0], {0, 2, 1, 2});
  expectPart(parts.rows[1], {2, 10, 1, 1});
  expectPart(parts.rows[2], {12, 2, 0, 2});
  for (const AxisPart &part : parts.rows) {
    EXPECT_EQ(part.getPadBefore(axis), 0);
    EXPECT_EQ(part.getPadBehind(axis), 0);
  }
  // Starts of kernels would cost more than they save.
  EXPECT_EQ(split(axis, 16).rows.size(), 1u);
}

// The layers of ordinary networks stay whole, those with images of a few rows as well.
TEST(LiveTapsTest, OrdinaryLayersStayWhole) {
  for (int64_t image = 2; image < 64; ++image)
    for (int64_t kernel : {3, 5, 7}) {
      // Large kernels on small images are mostly in the padding.
      if (image < kernel)
        continue;
      ConvolutionParts parts = split(makeAxis(image, kernel, 1));
      EXPECT_EQ(parts.rows.size() * parts.columns.size(), 1u) << image << ", " << kernel;
      expectPart(parts.rows[0], {0, image, 0, kernel});
    }
}

// A convolution of padding only has no live tap; its result is the bias.
TEST(LiveTapsTest, NothingButPadding) {
  ConvolutionAxis axis{/*image=*/2,  /*outputs=*/3,  /*kernel=*/2,
                       /*stride=*/1, /*dilation=*/8,
                       /*pad=*/5};
  ConvolutionParts parts = split(axis);
  ASSERT_EQ(parts.rows.size(), 1u);
  expectPart(parts.rows[0], {0, 3, 0, 2});
}

// Whatever the geometry: parts follow one another, and no tap that meets the image is missing.
TEST(LiveTapsTest, NoLiveTapIsMissing) {
  for (int64_t image : {1, 5, 14, 33})
    for (int64_t kernel : {1, 2, 3, 5})
      for (int64_t stride : {1, 2, 3})
        for (int64_t dilation : {1, 4, 12, 40})
          for (int64_t pad : {0, 3, 12, 41})
            for (int64_t behind : {0, 7, 12}) {
              int64_t span = image + pad + behind - (kernel - 1) * dilation - 1;
              if (span < 0)
                continue;
              ConvolutionAxis axis{image, span / stride + 1, kernel, stride, dilation, pad};
              int64_t next = 0;
              for (const AxisPart &part : split(axis).rows) {
                EXPECT_EQ(part.output, next);
                next += part.outputs;
                for (int64_t o = part.output; o < next; ++o)
                  for (int64_t i = 0; i < kernel; ++i) {
                    int64_t position = o * stride - pad + i * dilation;
                    if (position >= 0 && position < image) {
                      EXPECT_TRUE(i >= part.tap && i < part.tap + part.taps);
                    }
                  }
              }
              EXPECT_EQ(next, axis.outputs);
            }
}

} // namespace

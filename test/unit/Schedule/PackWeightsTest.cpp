#include "qopt/Schedule/PackWeights.h"

#include "gtest/gtest.h"

#include <numeric>

using namespace qopt;

namespace {

/// 1, 2, 3, …: each weight is told apart, and none is the padding.
template <typename T> std::vector<T> count(size_t size) {
  std::vector<T> values(size);
  std::iota(values.begin(), values.end(), T(1));
  return values;
}

/// The weight [n][kh][kw][c] as the kernel finds it, written from the
/// description of `qint.scheduled.conv2d` and not from the packing code.
template <typename T>
T lookUp(const std::vector<T> &packed, const ConvolutionPacking &packing, int64_t n, int64_t kh,
         int64_t kw, int64_t c) {
  int64_t run = packing.wholeRows ? kh : kh * packing.kernelWidth + kw;
  int64_t inRun = packing.wholeRows ? kw * packing.channels + c : c;
  int64_t runSize = packing.wholeRows ? packing.kernelWidth * packing.channels : packing.channels;
  // Pairs of words: 0 and 2, 1 and 3 of each four, the last 1 and 3 left out
  // where there is neither.
  bool pairs = packing.stepElements == 2;
  int64_t steps = (runSize + packing.stepElements - 1) / packing.stepElements;
  if (pairs)
    steps = (runSize + 2) / 4 + (runSize + 3) / 4;
  int64_t step = pairs ? inRun / 4 * 2 + inRun % 4 % 2 : inRun / packing.stepElements;
  int64_t place = pairs ? inRun % 4 / 2 : inRun % packing.stepElements;
  int64_t panels = (packing.outputs + packing.columns - 1) / packing.columns;
  int64_t group = n / packing.outputs, inGroup = n % packing.outputs;
  int64_t index = group * panels + inGroup / packing.columns;
  index = index * packing.runs() * steps + run * steps + step;
  index = index * packing.columns + inGroup % packing.columns;
  return packed[index * packing.stepElements + place];
}

void expectAllFound(const ConvolutionPacking &packing) {
  int64_t filter = packing.kernelHeight * packing.kernelWidth * packing.channels;
  int64_t outputs = packing.groups * packing.outputs;
  std::vector<int16_t> weights = count<int16_t>(outputs * filter);
  std::vector<int16_t> packed = packWeights<int16_t>(weights, packing);
  llvm::SmallVector<int64_t> shape = packing.weightShape();
  ASSERT_EQ(static_cast<int64_t>(packed.size()),
            std::accumulate(shape.begin(), shape.end(), int64_t(1), std::multiplies<>()));
  size_t index = 0;
  for (int64_t n = 0; n < outputs; ++n)
    for (int64_t kh = 0; kh < packing.kernelHeight; ++kh)
      for (int64_t kw = 0; kw < packing.kernelWidth; ++kw)
        for (int64_t c = 0; c < packing.channels; ++c)
          EXPECT_EQ(lookUp(packed, packing, n, kh, kw, c), weights[index++]);
  // What is no weight is 0: zeros are all that is left.
  int64_t zeros = std::count(packed.begin(), packed.end(), 0);
  EXPECT_EQ(zeros, static_cast<int64_t>(packed.size() - weights.size()));
}

/// A 2x2 kernel over 3 channels of bytes, a run of 6 per kernel row; two channels in a
/// panel of 4.
ConvolutionPacking packTwoByTwo() {
  ConvolutionPacking packing;
  packing.outputs = 2;
  packing.channels = 3;
  packing.kernelHeight = packing.kernelWidth = 2;
  packing.wholeRows = true;
  packing.columns = 4;
  packing.stepElements = 4;
  return packing;
}

} // namespace

// Runs of 6 bytes are padded to 8.
TEST(PackWeightsTest, BytesOfWholeRows) {
  ConvolutionPacking packing = packTwoByTwo();
  EXPECT_EQ(packing.weightShape(), (llvm::SmallVector<int64_t>{1, 1, 4, 4, 4}));
  std::vector<int8_t> packed = packWeights<int8_t>(count<int8_t>(24), packing);
  std::vector<int8_t> expected = {
      1,  2,  3, 4,  13, 14, 15, 16, 0, 0, 0, 0, 0, 0, 0, 0, // row 0, bytes 0-3
      5,  6,  0, 0,  17, 18, 0,  0,  0, 0, 0, 0, 0, 0, 0, 0, // row 0, bytes 4-5
      7,  8,  9, 10, 19, 20, 21, 22, 0, 0, 0, 0, 0, 0, 0, 0, // row 1
      11, 12, 0, 0,  23, 24, 0,  0,  0, 0, 0, 0, 0, 0, 0, 0,
  };
  EXPECT_EQ(packed, expected);
}

// The same with the last two bytes of both runs in one step behind them.
TEST(PackWeightsTest, TailsOfRunsShareSteps) {
  ConvolutionPacking packing = packTwoByTwo();
  packing.joinsTails = true;
  EXPECT_EQ(packing.weightShape(), (llvm::SmallVector<int64_t>{1, 1, 3, 4, 4}));
  std::vector<int8_t> packed = packWeights<int8_t>(count<int8_t>(24), packing);
  std::vector<int8_t> expected = {
      1, 2, 3,  4,  13, 14, 15, 16, 0, 0, 0, 0, 0, 0, 0, 0, // row 0, bytes 0-3
      7, 8, 9,  10, 19, 20, 21, 22, 0, 0, 0, 0, 0, 0, 0, 0, // row 1
      5, 6, 11, 12, 17, 18, 23, 24, 0, 0, 0, 0, 0, 0, 0, 0, // bytes 4-5 of both
  };
  EXPECT_EQ(packed, expected);
  // Runs of three bytes have no whole step.
  packing.wholeRows = false;
  EXPECT_EQ(packing.weightShape(), (llvm::SmallVector<int64_t>{1, 1, 3, 4, 4}));
}

TEST(PackWeightsTest, EveryWeightIsWhereTheKernelLooks) {
  for (bool wholeRows : {true, false})
    for (int64_t stepElements : {1, 2, 4})
      for (int64_t channels : {1, 3, 4, 5})
        for (int64_t outputs : {1, 4, 5, 9}) {
          ConvolutionPacking packing;
          packing.outputs = outputs;
          packing.channels = channels;
          packing.kernelHeight = 3;
          packing.kernelWidth = 2;
          packing.wholeRows = wholeRows;
          packing.columns = 4;
          packing.stepElements = stepElements;
          expectAllFound(packing);
        }
}

// The last channels of each group twice, side by side, the others as ever.
TEST(PackWeightsTest, DoubledChannels) {
  ConvolutionPacking packing;
  packing.groups = 2;
  packing.outputs = 6;
  packing.channels = packing.kernelHeight = packing.kernelWidth = 1;
  packing.wholeRows = true;
  packing.columns = 8;
  packing.stepElements = 1;
  packing.doubledChannels = 2;
  std::vector<float> packed = packWeights<float>(count<float>(12), packing);
  EXPECT_EQ(packed, (std::vector<float>{1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 10, 11, 11, 12, 12}));
}

// Each group starts a panel of its own.
TEST(PackWeightsTest, GroupsDoNotSharePanels) {
  ConvolutionPacking packing;
  packing.groups = 3;
  packing.outputs = 5;
  packing.channels = 2;
  packing.kernelHeight = packing.kernelWidth = 3;
  packing.wholeRows = false;
  packing.columns = 4;
  packing.stepElements = 4;
  EXPECT_EQ(packing.packedChannels(), 3 * 8);
  expectAllFound(packing);
}

TEST(PackWeightsTest, ChannelsArePaddedPerGroup) {
  std::vector<int32_t> values = {1, 2, 3, 4, 5, 6};
  std::vector<int32_t> packed = packChannels<int32_t>(values, 2, 3, 4, 99);
  EXPECT_EQ(packed, (std::vector<int32_t>{1, 2, 3, 99, 4, 5, 6, 99}));
}

// One entry serves all channels, but not the padding.
TEST(PackWeightsTest, OneEntryServesAllChannels) {
  std::vector<int32_t> value = {7};
  EXPECT_EQ(packChannels<int32_t>(value, 1, 3, 4, 0), (std::vector<int32_t>{7, 7, 7, 0}));
}

TEST(PackWeightsTest, DepthwiseRowsArePadded) {
  std::vector<int8_t> packed = packDepthwiseWeights<int8_t>(count<int8_t>(6), 2, 3, 4);
  EXPECT_EQ(packed, (std::vector<int8_t>{1, 2, 3, 0, 4, 5, 6, 0}));
}

// Each product's weight of each channel pair lies where the description of
// `qint.scheduled.winograd_conv2d` says; an odd channel and the end of a panel are 0.
TEST(PackWeightsTest, WinogradPanels) {
  WinogradPacking packing{/*outputs=*/5, /*channels=*/3, /*columns=*/4};
  std::vector<int8_t> weights(5 * 9 * 3);
  for (auto [index, weight] : llvm::enumerate(weights))
    weight = static_cast<int8_t>(index * 29 % 255 - 127);
  std::vector<int16_t> packed = packWinogradWeights(weights, packing);
  ASSERT_EQ(packed.size(), size_t(2 * 36 * 2 * 4 * 2));
  for (int64_t panel = 0; panel < 2; ++panel)
    for (int64_t p = 0; p < 36; ++p)
      for (int64_t c = 0; c < 4; ++c)
        for (int64_t column = 0; column < 4; ++column) {
          int64_t n = 4 * panel + column;
          int32_t expected = 0;
          if (n < 5 && c < 3) {
            std::array<int32_t, 9> kernel;
            for (int64_t k = 0; k < 9; ++k)
              kernel[k] = weights[(n * 9 + k) * 3 + c];
            expected = transformWinogradWeights(kernel)[p];
          }
          EXPECT_EQ(packed[((((panel * 36) + p) * 2 + c / 2) * 4 + column) * 2 + c % 2], expected);
        }
}

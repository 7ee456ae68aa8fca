// Sums of products: geometry, zero points, groups, types.

#include "QIntFormulas.h"
#include "ReferenceTest.h"

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

struct Geometry {
  int64_t batch, height, width, channels, filters, groups;
  int64_t kernelHeight, kernelWidth;
  std::array<int64_t, 4> pad;
  std::array<int64_t, 2> stride, dilation;

  int64_t outputHeight() const {
    return (height + pad[0] + pad[1] - (kernelHeight - 1) * dilation[0] - 1) / stride[0] + 1;
  }
  int64_t outputWidth() const {
    return (width + pad[2] + pad[3] - (kernelWidth - 1) * dilation[1] - 1) / stride[1] + 1;
  }
};

// Sizes that do not divide by the stride, unequal pads, dilation, groups.
const Geometry kGeometries[] = {
    {1, 5, 7, 3, 5, 1, 3, 3, {1, 1, 1, 1}, {1, 1}, {1, 1}},
    {2, 6, 9, 4, 16, 2, 2, 5, {0, 2, 3, 0}, {2, 3}, {1, 1}},
    {1, 9, 8, 6, 33, 3, 3, 2, {2, 2, 1, 0}, {3, 1}, {2, 3}},
    {1, 1, 13, 19, 17, 1, 1, 1, {0, 0, 0, 0}, {1, 1}, {1, 1}},
    {1, 7, 7, 8, 8, 8, 3, 3, {1, 1, 1, 1}, {2, 2}, {1, 1}},
    {1, 11, 3, 16, 31, 1, 1, 3, {3, 0, 2, 2}, {5, 2}, {1, 2}},
};

constexpr const char *kAttributes =
    "pad = array<i64: {0:$[, ]}>, stride = array<i64: {1:$[, ]}>, dilation = array<i64: {2:$[, ]}>";

std::string geometryAttributes(const Geometry &g) {
  return formatv(kAttributes, make_range(g.pad.begin(), g.pad.end()),
                 make_range(g.stride.begin(), g.stride.end()),
                 make_range(g.dilation.begin(), g.dilation.end()));
}

/// Calls `tap(i, j, y, x)` for the kernel positions inside the input.
template <typename Tap> void forEachTap(const Geometry &g, int64_t oy, int64_t ox, Tap tap) {
  for (int64_t i = 0; i < g.kernelHeight; ++i)
    for (int64_t j = 0; j < g.kernelWidth; ++j) {
      int64_t y = oy * g.stride[0] - g.pad[0] + i * g.dilation[0];
      int64_t x = ox * g.stride[1] - g.pad[2] + j * g.dilation[1];
      if (y >= 0 && y < g.height && x >= 0 && x < g.width)
        tap(i, j, y, x);
    }
}

class QIntAccumulatorTest : public ReferenceTest {
protected:
  /// Input elements of ui8 or i16, extremes included.
  Tensor randomInput(const std::string &shape, bool isWord) {
    return isWord ? randomIntegers<int16_t>("tensor<" + shape + "xi16>", -32768, 32767)
                  : randomIntegers<uint8_t>("tensor<" + shape + "xui8>", 0, 255);
  }

  static int64_t element(const Tensor &tensor, int64_t index) {
    return tensor.getType().getElementType().isInteger(16) ? int64_t(tensor.as<int16_t>()[index])
                                                           : int64_t(tensor.as<uint8_t>()[index]);
  }
};

/// The accumulator is the sum modulo 2^32 or 2^64.
template <typename Acc> void checkSums(const Tensor &actual, ArrayRef<Wide> expected) {
  ASSERT_EQ(actual.getNumElements(), static_cast<int64_t>(expected.size()));
  for (size_t i = 0; i < expected.size(); ++i)
    ASSERT_EQ(actual.as<Acc>()[i], static_cast<Acc>(expected[i])) << "element " << i;
}

TEST_F(QIntAccumulatorTest, Conv2D) {
  for (const Geometry &g : kGeometries) {
    // Stored type and accumulator: 8 bits, 16 bits proved in i32, 16 bits.
    for (auto [isWord, isWide] : {std::pair(false, false), {true, false}, {true, true}}) {
      int64_t oh = g.outputHeight(), ow = g.outputWidth(), c = g.channels / g.groups;
      int32_t zeroPoint = isWord ? 0 : 77;
      Tensor x =
          randomInput(formatv("{0}x{1}x{2}x{3}", g.batch, g.height, g.width, g.channels), isWord);
      Tensor w = randomIntegers<int8_t>(
          formatv("tensor<{0}x{1}x{2}x{3}xi8>", g.filters, g.kernelHeight, g.kernelWidth, c), -128,
          127);
      Tensor b =
          isWide ? randomIntegers<int64_t>(formatv("tensor<{0}xi64>", g.filters),
                                           -(int64_t(1) << 46), int64_t(1) << 46)
                 : randomIntegers<int32_t>(formatv("tensor<{0}xi32>", g.filters), -100000, 100000);
      std::string y = formatv("tensor<{0}x{1}x{2}x{3}x{4}>", g.batch, oh, ow, g.filters,
                              isWide ? "i64" : "i32");
      std::string arguments, types;
      raw_string_ostream(arguments)
          << "%x: " << x.getType() << ", %w: " << w.getType() << ", %b: " << b.getType();
      raw_string_ostream(types) << x.getType() << ", " << w.getType() << ", " << b.getType();
      Tensor actual =
          runBody(arguments, y,
                  formatv("%y = qint.conv2d %x, %w, %b {{{0}, groups = {1} : i64, "
                          "input_zero_point = {2} : i32} : ({3}) -> {4}\nreturn %y : {4}",
                          geometryAttributes(g), g.groups, zeroPoint, types, y),
                  {x, w, b});

      std::vector<Wide> expected;
      for (int64_t n = 0; n < g.batch; ++n)
        for (int64_t oy = 0; oy < oh; ++oy)
          for (int64_t ox = 0; ox < ow; ++ox)
            for (int64_t f = 0; f < g.filters; ++f) {
              Wide acc = isWide ? b.as<int64_t>()[f] : b.as<int32_t>()[f];
              int64_t first = f / (g.filters / g.groups) * c;
              forEachTap(g, oy, ox, [&](int64_t i, int64_t j, int64_t iy, int64_t ix) {
                for (int64_t k = 0; k < c; ++k) {
                  int64_t pixel = (n * g.height + iy) * g.width + ix;
                  int64_t tap = (f * g.kernelHeight + i) * g.kernelWidth + j;
                  acc += Wide(element(x, pixel * g.channels + first + k) - zeroPoint) *
                         w.as<int8_t>()[tap * c + k];
                }
              });
              expected.push_back(acc);
            }
      if (isWide)
        checkSums<int64_t>(actual, expected);
      else
        checkSums<int32_t>(actual, expected);
    }
  }
}

TEST_F(QIntAccumulatorTest, DepthwiseConv2D) {
  for (const Geometry &g : kGeometries) {
    for (std::pair<bool, int64_t> variant : {std::pair(false, 1), {false, 3}, {true, 2}}) {
      bool isWord = variant.first;
      int64_t multiplier = variant.second;
      int64_t oh = g.outputHeight(), ow = g.outputWidth(), filters = g.channels * multiplier;
      int32_t zeroPoint = isWord ? 0 : 200;
      Tensor x =
          randomInput(formatv("{0}x{1}x{2}x{3}", g.batch, g.height, g.width, g.channels), isWord);
      Tensor w = randomIntegers<int8_t>(formatv("tensor<{0}x{1}x{2}x{3}xi8>", g.kernelHeight,
                                                g.kernelWidth, g.channels, multiplier),
                                        -128, 127);
      Tensor b = isWord ? randomIntegers<int64_t>(formatv("tensor<{0}xi64>", filters), -1000, 1000)
                        : randomIntegers<int32_t>(formatv("tensor<{0}xi32>", filters), -1000, 1000);
      std::string y =
          formatv("tensor<{0}x{1}x{2}x{3}x{4}>", g.batch, oh, ow, filters, isWord ? "i64" : "i32");
      std::string arguments, types;
      raw_string_ostream(arguments)
          << "%x: " << x.getType() << ", %w: " << w.getType() << ", %b: " << b.getType();
      raw_string_ostream(types) << x.getType() << ", " << w.getType() << ", " << b.getType();
      Tensor actual = runBody(
          arguments, y,
          formatv("%y = qint.depthwise_conv2d %x, %w, %b {{{0}, input_zero_point = {1} : i32} : "
                  "({2}) -> {3}\nreturn %y : {3}",
                  geometryAttributes(g), zeroPoint, types, y),
          {x, w, b});

      std::vector<Wide> expected;
      for (int64_t n = 0; n < g.batch; ++n)
        for (int64_t oy = 0; oy < oh; ++oy)
          for (int64_t ox = 0; ox < ow; ++ox)
            for (int64_t f = 0; f < filters; ++f) {
              Wide acc = isWord ? b.as<int64_t>()[f] : b.as<int32_t>()[f];
              forEachTap(g, oy, ox, [&](int64_t i, int64_t j, int64_t iy, int64_t ix) {
                int64_t pixel = (n * g.height + iy) * g.width + ix;
                acc += Wide(element(x, pixel * g.channels + f / multiplier) - zeroPoint) *
                       w.as<int8_t>()[(i * g.kernelWidth + j) * filters + f];
              });
              expected.push_back(acc);
            }
      if (isWord)
        checkSums<int64_t>(actual, expected);
      else
        checkSums<int32_t>(actual, expected);
    }
  }
}

// Partial sums may wrap as long as the final one fits.
TEST_F(QIntAccumulatorTest, PartialSumsWrap) {
  Tensor x = tensor<uint8_t>("tensor<1x1x1x2xui8>", {255, 255});
  Tensor w = tensor<int8_t>("tensor<1x1x1x2xi8>", {127, -127});
  Tensor b = tensor<int32_t>("tensor<1xi32>", {INT32_MAX});
  Tensor y = runBody("%x: tensor<1x1x1x2xui8>, %w: tensor<1x1x1x2xi8>, %b: tensor<1xi32>",
                     "tensor<1x1x1x1xi32>", R"(
    %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>} : (tensor<1x1x1x2xui8>, tensor<1x1x1x2xi8>, tensor<1xi32>)
      -> tensor<1x1x1x1xi32>
    return %y : tensor<1x1x1x1xi32>)",
                     {x, w, b});
  EXPECT_EQ(y.as<int32_t>()[0], INT32_MAX);
}

// A rescale of one entry serves all channels.
TEST_F(QIntAccumulatorTest, OneRescaleForAllChannels) {
  Tensor x = tensor<uint8_t>("tensor<1x1x2x1xui8>", {10, 20});
  Tensor w = tensor<int8_t>("tensor<3x1x1x1xi8>", {1, 2, 3});
  Tensor b = tensor<int32_t>("tensor<3xi32>", {0, 100, -7});
  Tensor y = runBody("%x: tensor<1x1x2x1xui8>, %w: tensor<3x1x1x1xi8>, %b: tensor<3xi32>",
                     "tensor<1x1x2x3xui8>", R"(
    %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 4 : i32, output_zero_point = 9 : i32,
      clamp_min = 0 : i32, clamp_max = 255 : i32,
      rescale = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [31]>}
      : (tensor<1x1x2x1xui8>, tensor<3x1x1x1xi8>, tensor<3xi32>) -> tensor<1x1x2x3xui8>
    return %y : tensor<1x1x2x3xui8>)",
                     {x, w, b});
  // acc = {6, 112, 11, 16, 132, 41}, half of it rounded up, plus 9.
  EXPECT_EQ(y.as<uint8_t>(), ArrayRef<uint8_t>({12, 65, 15, 17, 75, 30}));
}

TEST_F(QIntAccumulatorTest, BatchMatmul) {
  for (auto [rows, depth, columns] : {std::array<int64_t, 3>{1, 1, 1}, {7, 33, 17}, {13, 4, 32}}) {
    for (auto [lhsWord, rhsWord] :
         {std::pair(false, false), {true, false}, {false, true}, {true, true}}) {
      int32_t lhsZero = lhsWord ? 0 : 130, rhsZero = rhsWord ? -3 : 5;
      Tensor a = randomInput(formatv("2x{0}x{1}", rows, depth), lhsWord);
      Tensor b = randomInput(formatv("2x{0}x{1}", depth, columns), rhsWord);
      bool isWide = lhsWord || rhsWord;
      std::string y = formatv("tensor<2x{0}x{1}x{2}>", rows, columns, isWide ? "i64" : "i32");
      std::string arguments, types;
      raw_string_ostream(arguments) << "%a: " << a.getType() << ", %b: " << b.getType();
      raw_string_ostream(types) << a.getType() << ", " << b.getType();
      Tensor actual = runBody(arguments, y,
                              formatv("%y = qint.batch_matmul %a, %b {{lhs_zero_point = {0} : i32, "
                                      "rhs_zero_point = {1} : i32} : ({2}) -> {3}\n"
                                      "return %y : {3}",
                                      lhsZero, rhsZero, types, y),
                              {a, b});
      std::vector<Wide> expected;
      for (int64_t n = 0; n < 2; ++n)
        for (int64_t i = 0; i < rows; ++i)
          for (int64_t j = 0; j < columns; ++j) {
            Wide acc = 0;
            for (int64_t k = 0; k < depth; ++k)
              acc += Wide(element(a, (n * rows + i) * depth + k) - lhsZero) *
                     (element(b, (n * depth + k) * columns + j) - rhsZero);
            expected.push_back(acc);
          }
      if (isWide)
        checkSums<int64_t>(actual, expected);
      else
        checkSums<int32_t>(actual, expected);
    }
  }
}

TEST_F(QIntAccumulatorTest, BatchMatmulRescales) {
  Tensor a = randomIntegers<uint8_t>("tensor<1x9x30xui8>", 0, 255);
  Tensor b = randomIntegers<uint8_t>("tensor<1x30x20xui8>", 0, 255);
  Tensor y = runBody("%a: tensor<1x9x30xui8>, %b: tensor<1x30x20xui8>", "tensor<1x9x20xui8>", R"(
    %y = qint.batch_matmul %a, %b {lhs_zero_point = 128 : i32, rhs_zero_point = 120 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [29001], shifts = [6]>,
      output_zero_point = 100 : i32, clamp_min = 3 : i32, clamp_max = 240 : i32}
      : (tensor<1x9x30xui8>, tensor<1x30x20xui8>) -> tensor<1x9x20xui8>
    return %y : tensor<1x9x20xui8>)",
                     {a, b});
  for (int64_t i = 0; i < 9; ++i)
    for (int64_t j = 0; j < 20; ++j) {
      Wide acc = 0;
      for (int64_t k = 0; k < 30; ++k)
        acc +=
            (Wide(a.as<uint8_t>()[i * 30 + k]) - 128) * (Wide(b.as<uint8_t>()[k * 20 + j]) - 120);
      ASSERT_EQ(y.as<uint8_t>()[i * 20 + j], fixed16(acc, 29001, 6, {100, 3, 240}));
    }
}

} // namespace

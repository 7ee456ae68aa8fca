#include "ReferenceTest.h"

#include <cmath>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// Sizes of a convolution; for `tosa.transpose_conv2d`, `pad` is `out_pad`.
struct Geometry {
  int64_t batch, height, width, channels, filters;
  int64_t kernelHeight, kernelWidth;
  std::array<int64_t, 4> pad;
  std::array<int64_t, 2> stride, dilation;
};

/// Odd sizes, strides of both parities, unequal pads and dilations, channel
/// counts around the 16 columns of a panel.
const Geometry kGeometries[] = {
    {1, 5, 7, 3, 5, 3, 3, {1, 1, 1, 1}, {1, 1}, {1, 1}},
    {2, 6, 9, 4, 16, 2, 5, {0, 2, 3, 0}, {2, 3}, {1, 1}},
    {1, 9, 9, 2, 33, 3, 2, {2, 2, 1, 0}, {3, 1}, {2, 3}},
    {1, 1, 13, 19, 17, 1, 1, {0, 0, 0, 0}, {1, 1}, {1, 1}},
    {3, 4, 4, 1, 1, 4, 4, {0, 0, 0, 0}, {1, 1}, {1, 1}},
    {1, 11, 3, 16, 31, 1, 3, {3, 0, 2, 2}, {5, 2}, {1, 2}},
    // Cut where other taps begin to meet the image.
    {1, 14, 10, 40, 32, 3, 3, {12, 11, 8, 8}, {1, 1}, {12, 8}},
};

int64_t outputSize(int64_t input, int64_t pads, int64_t kernel, int64_t stride, int64_t dilation) {
  return (input + pads - (kernel - 1) * dilation - 1) / stride + 1;
}

/// TOSA wants (input + pads - kernel extent) to be a multiple of the stride: pads
/// the end until it is.
Geometry makeExact(Geometry g) {
  while ((g.height + g.pad[0] + g.pad[1] - (g.kernelHeight - 1) * g.dilation[0] - 1) % g.stride[0])
    ++g.pad[1];
  while ((g.width + g.pad[2] + g.pad[3] - (g.kernelWidth - 1) * g.dilation[1] - 1) % g.stride[1])
    ++g.pad[3];
  return g;
}

/// One output of a convolution as the documented chain. `weight(i, j, c)` is the
/// filter of the output channel, which reads input channels from `firstChannel`.
template <typename Weight>
float chain(const Geometry &g, ArrayRef<float> input, float bias, int64_t b, int64_t oy, int64_t ox,
            int64_t firstChannel, int64_t channelCount, Weight weight) {
  float acc = bias;
  for (int64_t i = 0; i < g.kernelHeight; ++i)
    for (int64_t j = 0; j < g.kernelWidth; ++j)
      for (int64_t c = 0; c < channelCount; ++c) {
        int64_t y = oy * g.stride[0] - g.pad[0] + i * g.dilation[0];
        int64_t x = ox * g.stride[1] - g.pad[2] + j * g.dilation[1];
        bool inside = y >= 0 && y < g.height && x >= 0 && x < g.width;
        float value =
            inside ? input[((b * g.height + y) * g.width + x) * g.channels + firstChannel + c]
                   : 0.0f;
        acc = std::fma(value, weight(i, j, c), acc);
      }
  return acc;
}

std::string tensorType(ArrayRef<int64_t> shape, StringRef element = "f32") {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + element.str() + ">";
}

constexpr const char *kZero =
    "%zp = \"tosa.const\"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>\n";

std::string convolutionOp(StringRef name, const Geometry &g, StringRef input, StringRef weight,
                          StringRef bias, StringRef output) {
  return formatv("{0} %r = tosa.{1} %x, %w, %b, %zp, %zp {{acc_type = f32, "
                 "pad = array<i64: {2:$[, ]}>, stride = array<i64: {3:$[, ]}>, "
                 "dilation = array<i64: {4:$[, ]}>} : ({5}, {6}, {7}, tensor<1xf32>, "
                 "tensor<1xf32>) -> {8}\nreturn %r : {8}",
                 kZero, name, make_range(g.pad.begin(), g.pad.end()),
                 make_range(g.stride.begin(), g.stride.end()),
                 make_range(g.dilation.begin(), g.dilation.end()), input, weight, bias, output);
}

class FloatConvolutionTest : public ReferenceTest {};

// The order of the chain, the start at the bias and the zeros of the padding are
// what compiled code has to reproduce: bits, not tolerances.
TEST_F(FloatConvolutionTest, Conv2DIsOneFmaChainPerOutput) {
  for (Geometry g : kGeometries) {
    g = makeExact(g);
    int64_t oh =
        outputSize(g.height, g.pad[0] + g.pad[1], g.kernelHeight, g.stride[0], g.dilation[0]);
    int64_t ow =
        outputSize(g.width, g.pad[2] + g.pad[3], g.kernelWidth, g.stride[1], g.dilation[1]);
    std::string x = tensorType({g.batch, g.height, g.width, g.channels});
    std::string w = tensorType({g.filters, g.kernelHeight, g.kernelWidth, g.channels});
    std::string b = tensorType({g.filters}), y = tensorType({g.batch, oh, ow, g.filters});
    Tensor input = randomFloats(x), weight = randomFloats(w), bias = randomFloats(b);
    Tensor actual = runBody("%x: " + x + ", %w: " + w + ", %b: " + b, y,
                            convolutionOp("conv2d", g, x, w, b, y), {input, weight, bias});

    std::vector<float> expected;
    for (int64_t n = 0; n < g.batch; ++n)
      for (int64_t oy = 0; oy < oh; ++oy)
        for (int64_t ox = 0; ox < ow; ++ox)
          for (int64_t f = 0; f < g.filters; ++f)
            expected.push_back(chain(
                g, input.as<float>(), bias.as<float>()[f], n, oy, ox, 0, g.channels,
                [&](int64_t i, int64_t j, int64_t c) {
                  return weight
                      .as<float>()[((f * g.kernelHeight + i) * g.kernelWidth + j) * g.channels + c];
                }));
    expectSameBits(actual.as<float>(), expected);
  }
}

// Compiled code never multiplies taps that lie in the padding for all outputs: there is no
// product of 0 and infinity.
TEST_F(FloatConvolutionTest, TapsThatMeetNoImageTakeNoPart) {
  const char *text = R"(
    func.func @f(%x: tensor<1x2x1x1xf32>) -> tensor<1x2x1x1xf32> {
      %w = "tosa.const"() {values = dense<[[[[0x7F800000]], [[3.0]], [[0x7F800000]]]]>
        : tensor<1x3x1x1xf32>} : () -> tensor<1x3x1x1xf32>
      %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %zp = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
      %r = tosa.conv2d %x, %w, %b, %zp, %zp {acc_type = f32, pad = array<i64: 4, 4, 0, 0>,
        stride = array<i64: 1, 1>, dilation = array<i64: 4, 1>}
        : (tensor<1x2x1x1xf32>, tensor<1x3x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
        -> tensor<1x2x1x1xf32>
      %shape = tosa.const_shape {values = dense<[3, 1, 1, 1]> : tensor<4xindex>}
        : () -> !tosa.shape<4>
      %wd = tosa.reshape %w, %shape : (tensor<1x3x1x1xf32>, !tosa.shape<4>) -> tensor<3x1x1x1xf32>
      %d = tosa.depthwise_conv2d %r, %wd, %b, %zp, %zp {acc_type = f32,
        pad = array<i64: 4, 4, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 4, 1>}
        : (tensor<1x2x1x1xf32>, tensor<3x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
        -> tensor<1x2x1x1xf32>
      return %d : tensor<1x2x1x1xf32>
    })";
  Tensor input = randomFloats("tensor<1x2x1x1xf32>");
  std::vector<float> expected;
  for (float value : input.as<float>())
    expected.push_back(std::fma(std::fma(value, 3.0f, 0.25f), 3.0f, 0.25f));
  expectSameBits(run(text, {input})[0].as<float>(), expected);
}

// Constant weights are packed once, others in each run.
TEST_F(FloatConvolutionTest, ConstantWeightsGiveTheSameBits) {
  const char *constant = R"(
    func.func @f(%x: tensor<1x3x3x2xf32>) -> tensor<1x2x2x1xf32> {
      %w = "tosa.const"() {values = dense<[[[[0.1, 0.2], [0.3, 0.4]], [[0.5, 0.6], [0.7, 0.8]]]]>
        : tensor<1x2x2x2xf32>} : () -> tensor<1x2x2x2xf32>
      %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %zp = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
      %r = tosa.conv2d %x, %w, %b, %zp, %zp {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
        stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
        : (tensor<1x3x3x2xf32>, tensor<1x2x2x2xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
        -> tensor<1x2x2x1xf32>
      return %r : tensor<1x2x2x1xf32>
    })";
  Tensor input = randomFloats("tensor<1x3x3x2xf32>");
  Geometry g{1, 3, 3, 2, 1, 2, 2, {0, 0, 0, 0}, {1, 1}, {1, 1}};
  std::vector<float> expected;
  for (int64_t p = 0; p < 4; ++p)
    expected.push_back(chain(
        g, input.as<float>(), 0.25f, 0, p / 2, p % 2, 0, 2, [](int64_t i, int64_t j, int64_t c) {
          constexpr float weights[] = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f};
          return weights[(i * 2 + j) * 2 + c];
        }));
  expectSameBits(run(constant, {input})[0].as<float>(), expected);
}

TEST_F(FloatConvolutionTest, DepthwiseIsOneFmaChainPerOutput) {
  for (Geometry g : kGeometries) {
    for (int64_t multiplier : {1, 3}) {
      g = makeExact(g);
      int64_t oh =
          outputSize(g.height, g.pad[0] + g.pad[1], g.kernelHeight, g.stride[0], g.dilation[0]);
      int64_t ow =
          outputSize(g.width, g.pad[2] + g.pad[3], g.kernelWidth, g.stride[1], g.dilation[1]);
      int64_t filters = g.channels * multiplier;
      std::string x = tensorType({g.batch, g.height, g.width, g.channels});
      std::string w = tensorType({g.kernelHeight, g.kernelWidth, g.channels, multiplier});
      std::string b = tensorType({filters}), y = tensorType({g.batch, oh, ow, filters});
      Tensor input = randomFloats(x), weight = randomFloats(w), bias = randomFloats(b);
      Tensor actual =
          runBody("%x: " + x + ", %w: " + w + ", %b: " + b, y,
                  convolutionOp("depthwise_conv2d", g, x, w, b, y), {input, weight, bias});

      std::vector<float> expected;
      for (int64_t n = 0; n < g.batch; ++n)
        for (int64_t oy = 0; oy < oh; ++oy)
          for (int64_t ox = 0; ox < ow; ++ox)
            for (int64_t f = 0; f < filters; ++f)
              expected.push_back(
                  chain(g, input.as<float>(), bias.as<float>()[f], n, oy, ox, f / multiplier, 1,
                        [&](int64_t i, int64_t j, int64_t) {
                          return weight.as<float>()[(i * g.kernelWidth + j) * filters + f];
                        }));
      expectSameBits(actual.as<float>(), expected);
    }
  }
}

// Each output sees the taps of its stride phase, in the order of the input.
TEST_F(FloatConvolutionTest, TransposeConv2DGoesThroughTheInputInOrder) {
  for (Geometry g : kGeometries) {
    if (g.pad[1] >= g.kernelHeight)
      continue;
    int64_t oh = (g.height - 1) * g.stride[0] - g.pad[0] + g.pad[1] + g.kernelHeight;
    int64_t ow = (g.width - 1) * g.stride[1] + g.pad[2] + g.pad[3] + g.kernelWidth;
    if (oh < 1 || g.pad[0] >= g.kernelHeight)
      continue;
    std::string x = tensorType({g.batch, g.height, g.width, g.channels});
    std::string w = tensorType({g.filters, g.kernelHeight, g.kernelWidth, g.channels});
    std::string b = tensorType({g.filters}), y = tensorType({g.batch, oh, ow, g.filters});
    Tensor input = randomFloats(x), weight = randomFloats(w), bias = randomFloats(b);
    Tensor actual = runBody(
        "%x: " + x + ", %w: " + w + ", %b: " + b, y,
        formatv("{0} %r = tosa.transpose_conv2d %x, %w, %b, %zp, %zp {{acc_type = f32, "
                "out_pad = array<i64: {1}, {2}, {3}, {4}>, stride = array<i64: {5}, {6}>} : "
                "({7}, {8}, {9}, tensor<1xf32>, tensor<1xf32>) -> {10}\nreturn %r : {10}",
                kZero, -g.pad[0], g.pad[1], g.pad[2], g.pad[3], g.stride[0], g.stride[1], x, w, b,
                y),
        {input, weight, bias});

    std::vector<float> expected;
    for (int64_t n = 0; n < g.batch; ++n)
      for (int64_t oy = 0; oy < oh; ++oy)
        for (int64_t ox = 0; ox < ow; ++ox)
          for (int64_t f = 0; f < g.filters; ++f) {
            float acc = bias.as<float>()[f];
            for (int64_t i = g.kernelHeight - 1; i >= 0; --i)
              for (int64_t j = g.kernelWidth - 1; j >= 0; --j)
                for (int64_t c = 0; c < g.channels; ++c) {
                  int64_t y = oy + g.pad[0] - i, x = ox - g.pad[2] - j;
                  if (y % g.stride[0] != 0 || x % g.stride[1] != 0)
                    continue;
                  y /= g.stride[0];
                  x /= g.stride[1];
                  bool inside = y >= 0 && y < g.height && x >= 0 && x < g.width;
                  float value =
                      inside
                          ? input.as<float>()[((n * g.height + y) * g.width + x) * g.channels + c]
                          : 0.0f;
                  float factor = weight.as<
                      float>()[((f * g.kernelHeight + i) * g.kernelWidth + j) * g.channels + c];
                  acc = std::fma(value, factor, acc);
                }
            expected.push_back(acc);
          }
    expectSameBits(actual.as<float>(), expected);
  }
}

// The sums start at the `outs` operand, here a bias repeated over all positions.
TEST_F(FloatConvolutionTest, GroupedConvolutionStartsAtItsOuts) {
  Tensor input = randomFloats("tensor<1x5x6x3x2xf32>");
  Tensor weight = randomFloats("tensor<3x7x2x3x2xf32>"), bias = randomFloats("tensor<3x7xf32>");
  Tensor actual =
      runBody("%x: tensor<1x5x6x3x2xf32>, %w: tensor<3x7x2x3x2xf32>, %b: tensor<3x7xf32>",
              "tensor<1x2x4x3x7xf32>", R"(
      %e = tensor.empty() : tensor<1x2x4x3x7xf32>
      %o = linalg.broadcast ins(%b : tensor<3x7xf32>) outs(%e : tensor<1x2x4x3x7xf32>)
        dimensions = [0, 1, 2]
      %r = linalg.conv_2d_nhwgc_gfhwc {strides = dense<[2, 1]> : tensor<2xi64>,
          dilations = dense<[2, 1]> : tensor<2xi64>}
        ins(%x, %w : tensor<1x5x6x3x2xf32>, tensor<3x7x2x3x2xf32>)
        outs(%o : tensor<1x2x4x3x7xf32>) -> tensor<1x2x4x3x7xf32>
      return %r : tensor<1x2x4x3x7xf32>)",
              {input, weight, bias});

  Geometry g{1, 5, 6, 6, 21, 2, 3, {0, 0, 0, 0}, {2, 1}, {2, 1}};
  std::vector<float> expected;
  for (int64_t oy = 0; oy < 2; ++oy)
    for (int64_t ox = 0; ox < 4; ++ox)
      for (int64_t f = 0; f < 21; ++f)
        expected.push_back(chain(g, input.as<float>(), bias.as<float>()[f], 0, oy, ox, f / 7 * 2, 2,
                                 [&](int64_t i, int64_t j, int64_t c) {
                                   return weight.as<float>()[((f * 2 + i) * 3 + j) * 2 + c];
                                 }));
  expectSameBits(actual.as<float>(), expected);
}

TEST_F(FloatConvolutionTest, MatMulStartsAtZeroAndAscendsInK) {
  for (auto [rows, depth, columns] : {std::array<int64_t, 3>{1, 1, 1}, {7, 5, 17}, {13, 40, 32}}) {
    std::string a = tensorType({2, rows, depth}), b = tensorType({2, depth, columns});
    std::string y = tensorType({2, rows, columns});
    Tensor lhs = randomFloats(a), rhs = randomFloats(b);
    Tensor actual = runBody(
        "%a: " + a + ", %b: " + b, y,
        formatv("{0} %r = tosa.matmul %a, %b, %zp, %zp : ({1}, {2}, tensor<1xf32>, tensor<1xf32>) "
                "-> {3}\nreturn %r : {3}",
                kZero, a, b, y),
        {lhs, rhs});
    std::vector<float> expected;
    for (int64_t n = 0; n < 2; ++n)
      for (int64_t i = 0; i < rows; ++i)
        for (int64_t j = 0; j < columns; ++j) {
          float acc = 0.0f;
          for (int64_t k = 0; k < depth; ++k)
            acc = std::fma(lhs.as<float>()[(n * rows + i) * depth + k],
                           rhs.as<float>()[(n * depth + k) * columns + j], acc);
          expected.push_back(acc);
        }
    expectSameBits(actual.as<float>(), expected);
  }
}

} // namespace

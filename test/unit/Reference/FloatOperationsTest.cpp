#include "ReferenceTest.h"

#include "qopt/Support/FloatFunctions.h"

#include <cmath>
#include <limits>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
const float kNaN = std::nanf("");

/// Numbers at which float operations differ from what one expects.
const std::vector<float> kSpecial = {0.0f,  -0.0f,  1.0f,    -1.0f,     0.5f,
                                     -2.5f, 3e38f,  -3e38f,  kInfinity, -kInfinity,
                                     kNaN,  1e-40f, -1e-40f, 1.0000001f};

class FloatOperationsTest : public ReferenceTest {
protected:
  Tensor unary(const std::string &op, const std::string &attributes, ArrayRef<float> values) {
    std::string t = formatv("tensor<{0}xf32>", values.size());
    return runBody(
        "%x: " + t, t,
        formatv("%y = tosa.{0} %x {1} : ({2}) -> {2}\nreturn %y : {2}", op, attributes, t),
        {tensor<float>(t, values)});
  }

  /// All pairs of special values: row i, column j holds op(i, j).
  Tensor pairs(const std::string &op, const std::string &result = "f32") {
    size_t n = kSpecial.size();
    std::string a = formatv("tensor<{0}x1xf32>", n), b = formatv("tensor<1x{0}xf32>", n);
    std::string y = formatv("tensor<{0}x{0}x{1}>", n, result);
    return runBody(
        "%a: " + a + ", %b: " + b, y,
        formatv("%y = tosa.{0} %a, %b : ({1}, {2}) -> {3}\nreturn %y : {3}", op, a, b, y),
        {tensor<float>(a, kSpecial), tensor<float>(b, kSpecial)});
  }

  template <typename Function> void checkPairs(const std::string &op, Function function) {
    Tensor y = pairs(op);
    for (size_t i = 0; i < kSpecial.size(); ++i)
      for (size_t j = 0; j < kSpecial.size(); ++j) {
        float expected = function(kSpecial[i], kSpecial[j]);
        float actual = y.as<float>()[i * kSpecial.size() + j];
        if (std::isnan(expected))
          EXPECT_TRUE(std::isnan(actual)) << op << " " << kSpecial[i] << ", " << kSpecial[j];
        else
          expectSameBits(actual, expected);
      }
  }
};

TEST_F(FloatOperationsTest, ArithmeticIsIeee) {
  checkPairs("add", [](volatile float a, volatile float b) { return a + b; });
  checkPairs("sub", [](volatile float a, volatile float b) { return a - b; });
  checkPairs("pow", [](float a, float b) { return floatPow(a, b); });
  size_t n = kSpecial.size();
  std::string a = formatv("tensor<{0}x1xf32>", n), b = formatv("tensor<1x{0}xf32>", n);
  std::string y = formatv("tensor<{0}x{0}xf32>", n);
  Tensor product = runBody(
      "%a: " + a + ", %b: " + b, y,
      formatv("%s = \"tosa.const\"() {{values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>\n"
              "%y = tosa.mul %a, %b, %s : ({0}, {1}, tensor<1xi8>) -> {2}\nreturn %y : {2}",
              a, b, y),
      {tensor<float>(a, kSpecial), tensor<float>(b, kSpecial)});
  for (size_t i = 0; i < n * n; ++i) {
    volatile float expected = kSpecial[i / n] * kSpecial[i % n];
    if (!std::isnan(expected))
      expectSameBits(product.as<float>()[i], float(expected));
  }
}

// NaN wins, and zeros are ordered.
TEST_F(FloatOperationsTest, MaximaAndMinima) {
  auto order = [](float a) { return std::pair(a, !std::signbit(a)); };
  checkPairs("maximum", [&](float a, float b) {
    return std::isnan(a) || std::isnan(b) ? kNaN : order(a) < order(b) ? b : a;
  });
  checkPairs("minimum", [&](float a, float b) {
    return std::isnan(a) || std::isnan(b) ? kNaN : order(b) < order(a) ? b : a;
  });
  Tensor y = unary("clamp", "{min_val = 0.0 : f32, max_val = 6.0 : f32}",
                   {-1.0f, -0.0f, 0.0f, 3.0f, 7.0f, kInfinity, -kInfinity, kNaN});
  expectSameBits(y.as<float>().drop_back(), {0.0f, 0.0f, 0.0f, 3.0f, 6.0f, 6.0f, 0.0f});
  EXPECT_TRUE(std::isnan(y.as<float>().back()));
}

TEST_F(FloatOperationsTest, Comparisons) {
  Tensor greater = pairs("greater", "i1"), equal = pairs("equal", "i1");
  Tensor greaterEqual = pairs("greater_equal", "i1");
  for (size_t i = 0, n = kSpecial.size(); i < n * n; ++i) {
    EXPECT_EQ(greater.as<uint8_t>()[i], kSpecial[i / n] > kSpecial[i % n]);
    EXPECT_EQ(greaterEqual.as<uint8_t>()[i], kSpecial[i / n] >= kSpecial[i % n]);
    EXPECT_EQ(equal.as<uint8_t>()[i], kSpecial[i / n] == kSpecial[i % n]);
  }
}

// Our own functions, not the C library's.
TEST_F(FloatOperationsTest, Functions) {
  const std::pair<const char *, float (*)(float)> functions[] = {
      {"exp", floatExp},
      {"log", floatLog},
      {"erf", floatErf},
      {"tanh", floatTanh},
      {"sigmoid", floatSigmoid},
      {"rsqrt", floatRsqrt},
      {"abs", [](float x) { return std::fabs(x); }},
      {"ceil", [](float x) { return std::ceil(x); }},
      {"floor", [](float x) { return std::floor(x); }},
      {"reciprocal", [](float x) { return 1.0f / x; }}};
  std::vector<float> inputs = kSpecial;
  Tensor more = randomFloats("tensor<100xf32>");
  llvm::append_range(inputs, more.as<float>());
  for (auto [op, function] : functions) {
    Tensor y = unary(op, "", inputs);
    for (size_t i = 0; i < inputs.size(); ++i) {
      float expected = function(inputs[i]);
      if (std::isnan(expected))
        EXPECT_TRUE(std::isnan(y.as<float>()[i])) << op << " " << inputs[i];
      else
        expectSameBits(y.as<float>()[i], expected);
    }
  }
}

TEST_F(FloatOperationsTest, NegateSelectLogic) {
  Tensor x = tensor<float>("tensor<4xf32>", {1.0f, -0.0f, 0.0f, -kInfinity});
  Tensor negated = runBody("%x: tensor<4xf32>", "tensor<4xf32>", R"(
    %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
    %y = tosa.negate %x, %z, %z : (tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4xf32>
    return %y : tensor<4xf32>)",
                           {x});
  expectSameBits(negated.as<float>(), {-1.0f, 0.0f, -0.0f, kInfinity});
  SmallVector<Tensor> logic = run(R"(
    func.func @f(%a: tensor<4xi1>, %b: tensor<4xi1>, %x: tensor<4xf32>)
        -> (tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xf32>) {
      %c = "tosa.const"() {values = dense<9.0> : tensor<1xf32>} : () -> tensor<1xf32>
      %0 = tosa.logical_and %a, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
      %1 = tosa.logical_or %a, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
      %2 = tosa.logical_xor %a, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
      %3 = tosa.logical_not %a : (tensor<4xi1>) -> tensor<4xi1>
      %4 = tosa.select %a, %x, %c : (tensor<4xi1>, tensor<4xf32>, tensor<1xf32>) -> tensor<4xf32>
      return %0, %1, %2, %3, %4
        : tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xf32>
    })",
                                  {tensor<uint8_t>("tensor<4xi1>", {0, 0, 1, 1}),
                                   tensor<uint8_t>("tensor<4xi1>", {0, 1, 0, 1}), x});
  ASSERT_EQ(logic.size(), 5u);
  EXPECT_EQ(logic[0].as<uint8_t>(), ArrayRef<uint8_t>({0, 0, 0, 1}));
  EXPECT_EQ(logic[1].as<uint8_t>(), ArrayRef<uint8_t>({0, 1, 1, 1}));
  EXPECT_EQ(logic[2].as<uint8_t>(), ArrayRef<uint8_t>({0, 1, 1, 0}));
  EXPECT_EQ(logic[3].as<uint8_t>(), ArrayRef<uint8_t>({1, 1, 0, 0}));
  expectSameBits(logic[4].as<float>(), {9.0f, 9.0f, 0.0f, -kInfinity});
}

// To integers: nearest even, saturated, NaN is 0. From integers: rounded once.
TEST_F(FloatOperationsTest, Cast) {
  auto cast = [&](const Tensor &x, const std::string &to) {
    std::string from, y = formatv("tensor<{0}x{1}>", x.getNumElements(), to);
    raw_string_ostream(from) << x.getType();
    return runBody("%x: " + from, y,
                   formatv("%y = tosa.cast %x : ({0}) -> {1}\nreturn %y : {1}", from, y), {x});
  };
  Tensor floats =
      tensor<float>("tensor<8xf32>", {0.5f, 1.5f, -2.5f, 300.0f, 3e9f, -3e9f, kNaN, -kInfinity});
  EXPECT_EQ(cast(floats, "i32").as<int32_t>(),
            ArrayRef<int32_t>({0, 2, -2, 300, INT32_MAX, INT32_MIN, 0, INT32_MIN}));
  EXPECT_EQ(cast(floats, "i8").as<int8_t>(), ArrayRef<int8_t>({0, 2, -2, 127, 127, -128, 0, -128}));
  EXPECT_EQ(cast(floats, "i64").as<int64_t>(),
            ArrayRef<int64_t>({0, 2, -2, 300, 3000000000, -3000000000, 0, INT64_MIN}));
  // The first float beyond the largest integer, and the smallest one itself.
  Tensor ends = tensor<float>("tensor<2xf32>", {2147483648.0f, -2147483648.0f});
  EXPECT_EQ(cast(ends, "i32").as<int32_t>(), ArrayRef<int32_t>({INT32_MAX, INT32_MIN}));
  Tensor integers = tensor<int32_t>("tensor<4xi32>", {0, -5, 16777217, 70000});
  expectSameBits(cast(integers, "f32").as<float>(), {0.0f, -5.0f, 16777216.0f, 70000.0f});
  EXPECT_EQ(cast(integers, "i16").as<int16_t>(), ArrayRef<int16_t>({0, -5, 1, 4464}));
  EXPECT_EQ(cast(integers, "i1").as<uint8_t>(), ArrayRef<uint8_t>({0, 1, 1, 1}));
  Tensor bools = tensor<uint8_t>("tensor<2xi1>", {0, 1});
  expectSameBits(cast(bools, "f32").as<float>(), {0.0f, 1.0f});
}

// Wrapping integer arithmetic, as for indices and masks.
TEST_F(FloatOperationsTest, IntegerArithmeticWraps) {
  Tensor y = runBody("%a: tensor<3xi32>, %b: tensor<3xi32>", "tensor<3xi32>", R"(
    %y = tosa.add %a, %b : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
    return %y : tensor<3xi32>)",
                     {tensor<int32_t>("tensor<3xi32>", {INT32_MAX, INT32_MIN, 5}),
                      tensor<int32_t>("tensor<3xi32>", {1, -1, -8})});
  EXPECT_EQ(y.as<int32_t>(), ArrayRef<int32_t>({INT32_MIN, INT32_MAX, -3}));
}

TEST_F(FloatOperationsTest, SumAlongTheLastDimensionHasSixteenParts) {
  for (int64_t size : {1, 2, 15, 16, 17, 100, 1001}) {
    std::string x = formatv("tensor<3x{0}xf32>", size);
    Tensor input = randomFloats(x);
    Tensor y = runBody("%x: " + x, "tensor<3x1xf32>",
                       formatv("%y = tosa.reduce_sum %x {{axis = 1 : i32} : ({0}) -> "
                               "tensor<3x1xf32>\nreturn %y : tensor<3x1xf32>",
                               x),
                       {input});
    std::vector<float> expected;
    for (int64_t row = 0; row < 3; ++row) {
      float s[16] = {};
      for (int64_t k = 0; k < size; ++k)
        s[k & 15] += input.as<float>()[row * size + k];
      float eight[8], four[4];
      for (int i = 0; i < 8; ++i)
        eight[i] = s[i] + s[i + 8];
      for (int i = 0; i < 4; ++i)
        four[i] = eight[i] + eight[i + 4];
      expected.push_back((four[0] + four[2]) + (four[1] + four[3]));
    }
    expectSameBits(y.as<float>(), expected);
  }
}

TEST_F(FloatOperationsTest, OtherReductionsAreOneChain) {
  Tensor x = randomFloats("tensor<2x37x5xf32>");
  auto reduce = [&](const std::string &op) {
    return runBody("%x: tensor<2x37x5xf32>", "tensor<2x1x5xf32>",
                   "%y = tosa." + op +
                       " %x {axis = 1 : i32} : (tensor<2x37x5xf32>) -> tensor<2x1x5xf32>\n"
                       "return %y : tensor<2x1x5xf32>",
                   {x});
  };
  std::vector<float> sums, maxima, minima;
  for (int64_t o = 0; o < 2; ++o)
    for (int64_t i = 0; i < 5; ++i) {
      float sum = 0.0f, max = -kInfinity, min = kInfinity;
      for (int64_t k = 0; k < 37; ++k) {
        float value = x.as<float>()[(o * 37 + k) * 5 + i];
        sum += value;
        max = std::max(max, value);
        min = std::min(min, value);
      }
      sums.push_back(sum);
      maxima.push_back(max);
      minima.push_back(min);
    }
  expectSameBits(reduce("reduce_sum").as<float>(), sums);
  expectSameBits(reduce("reduce_max").as<float>(), maxima);
  expectSameBits(reduce("reduce_min").as<float>(), minima);
}

TEST_F(FloatOperationsTest, ArgMaxTakesTheFirst) {
  Tensor y = runBody("%x: tensor<2x4x2xf32>", "tensor<2x2xi32>", R"(
    %y = tosa.argmax %x {axis = 1 : i32} : (tensor<2x4x2xf32>) -> tensor<2x2xi32>
    return %y : tensor<2x2xi32>)",
                     {tensor<float>("tensor<2x4x2xf32>", {1, 9, 3, 8, 3, 7, 0, 9, //
                                                          -5, 1, -4, kNaN, -6, 2, -7, kNaN})});
  EXPECT_EQ(y.as<int32_t>(), ArrayRef<int32_t>({1, 0, 1, 1}));
}

// Windows are cut at the borders; the divisor counts what is left.
TEST_F(FloatOperationsTest, Pools) {
  Tensor x = randomFloats("tensor<1x5x7x3xf32>");
  auto pool = [&](const std::string &op, const std::string &more, const std::string &types) {
    return runBody("%x: tensor<1x5x7x3xf32>", "tensor<1x3x4x3xf32>",
                   "%z = \"tosa.const\"() {values = dense<0.0> : tensor<1xf32>} : () -> "
                   "tensor<1xf32>\n%y = tosa." +
                       op +
                       " {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, pad = "
                       "array<i64: 1, 1, 1, 1>" +
                       more + "} : (tensor<1x5x7x3xf32>" + types +
                       ") -> tensor<1x3x4x3xf32>\nreturn %y : tensor<1x3x4x3xf32>",
                   {x});
  };
  std::vector<float> means, maxima;
  for (int64_t oy = 0; oy < 3; ++oy)
    for (int64_t ox = 0; ox < 4; ++ox)
      for (int64_t c = 0; c < 3; ++c) {
        float sum = 0.0f, max = -kInfinity;
        int count = 0;
        for (int64_t y = oy * 2 - 1; y <= oy * 2 + 1; ++y)
          for (int64_t j = ox * 2 - 1; j <= ox * 2 + 1; ++j)
            if (y >= 0 && y < 5 && j >= 0 && j < 7) {
              float value = x.as<float>()[(y * 7 + j) * 3 + c];
              sum += value;
              max = std::max(max, value);
              ++count;
            }
        means.push_back(sum / static_cast<float>(count));
        maxima.push_back(max);
      }
  expectSameBits(pool("avg_pool2d %x, %z, %z", ", acc_type = f32", ", tensor<1xf32>, tensor<1xf32>")
                     .as<float>(),
                 means);
  expectSameBits(pool("max_pool2d %x", "", "").as<float>(), maxima);
  x.as<float>()[0] = kNaN;
  EXPECT_TRUE(std::isnan(pool("max_pool2d %x", "", "").as<float>()[0]));
}

/// Half-pixel interpolation from 3 to 6: positions -0.25, 0.25, 0.75, …
TEST_F(FloatOperationsTest, Resize) {
  const char *body = R"(
    %s = tosa.const_shape {values = dense<[4, 2, 4, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
    %o = tosa.const_shape {values = dense<-1> : tensor<2xindex>} : () -> !tosa.shape<2>
    %b = tosa.const_shape {values = dense<1> : tensor<2xindex>} : () -> !tosa.shape<2>
    %y = tosa.resize %x, %s, %o, %b {mode = MODE}
      : (tensor<1x3x2x2xf32>, !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>)
      -> tensor<1x6x4x2xf32>
    return %y : tensor<1x6x4x2xf32>)";
  Tensor x = randomFloats("tensor<1x3x2x2xf32>");
  auto at = [&](int64_t y, int64_t j, int64_t c) {
    return x.as<float>()[(std::clamp<int64_t>(y, 0, 2) * 2 + std::clamp<int64_t>(j, 0, 1)) * 2 + c];
  };
  std::vector<float> linear, nearest;
  for (int64_t oy = 0; oy < 6; ++oy)
    for (int64_t ox = 0; ox < 4; ++ox)
      for (int64_t c = 0; c < 2; ++c) {
        int64_t y = static_cast<int64_t>(std::floor((2 * oy - 1) / 4.0));
        int64_t j = static_cast<int64_t>(std::floor((2 * ox - 1) / 4.0));
        float dy = static_cast<float>((2 * oy - 1) / 4.0 - y);
        float dx = static_cast<float>((2 * ox - 1) / 4.0 - j);
        float top = at(y, j, c) * (1 - dx) + at(y, j + 1, c) * dx;
        float bottom = at(y + 1, j, c) * (1 - dx) + at(y + 1, j + 1, c) * dx;
        linear.push_back(top * (1 - dy) + bottom * dy);
        nearest.push_back(at(dy >= 0.5f ? y + 1 : y, dx >= 0.5f ? j + 1 : j, c));
      }
  auto resize = [&](const std::string &mode) {
    std::string text = body;
    text.replace(text.find("MODE"), 4, mode);
    return runBody("%x: tensor<1x3x2x2xf32>", "tensor<1x6x4x2xf32>", text, {x});
  };
  expectSameBits(resize("BILINEAR").as<float>(), linear);
  expectSameBits(resize("NEAREST_NEIGHBOR").as<float>(), nearest);
}

// A grid of each slice; values outside saturate, NaN becomes the zero point.
TEST_F(FloatOperationsTest, FakeQuant) {
  Tensor perTensor = runBody(
      "%x: tensor<7xf32>", "tensor<7xf32>", R"(
    %y = calib.fake_quant %x to !quant.uniform<u8:f32, 0.5:3> : tensor<7xf32>
    return %y : tensor<7xf32>)",
      {tensor<float>("tensor<7xf32>", {0.0f, 0.25f, 0.75f, 1000.0f, -1000.0f, kNaN, -0.6f})});
  expectSameBits(perTensor.as<float>(), {0.0f, 0.0f, 1.0f, 126.0f, -1.5f, 0.0f, -0.5f});
  Tensor perAxis =
      runBody("%x: tensor<2x2x3xf32>", "tensor<2x2x3xf32>", R"(
    %y = calib.fake_quant %x to !quant.uniform<i8<-127:127>:f32:1, {0.5, 2.0}>
      : tensor<2x2x3xf32>
    return %y : tensor<2x2x3xf32>)",
              {tensor<float>("tensor<2x2x3xf32>", {0.3f, 100, -100, 0.3f, 1.5f, -999, //
                                                   -0.3f, 0.25f, 0, 5, -5, 300})});
  expectSameBits(perAxis.as<float>(), {0.5f, 63.5f, -63.5f, 0.0f, 2.0f, -254.0f, -0.5f, 0.0f, 0.0f,
                                       4.0f, -4.0f, 254.0f});
}

} // namespace

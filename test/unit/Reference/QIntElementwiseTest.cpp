// Ops on stored integers, over all inputs of 8 bits.

#include "QIntFormulas.h"
#include "ReferenceTest.h"

#include <limits>
#include <numeric>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

class QIntElementwiseTest : public ReferenceTest {
protected:
  Tensor allBytes(const std::string &typeText) {
    Tensor result(type(typeText));
    std::iota(result.as<uint8_t>().begin(), result.as<uint8_t>().end(), 0);
    return result;
  }
  Tensor allWords() {
    Tensor result(type("tensor<65536xi16>"));
    std::iota(result.as<int16_t>().begin(), result.as<int16_t>().end(), INT16_MIN);
    return result;
  }

  std::string bounds(Bounds b) {
    return formatv("output_zero_point = {0} : i32, clamp_min = {1} : i32, clamp_max = {2} : i32",
                   b.zeroPoint, b.low, b.high);
  }
};

constexpr Bounds kByteBounds[] = {{0, 0, 255}, {255, 0, 255}, {128, 128, 255}, {3, 7, 200}};

std::string exact(float value) { return formatv("{0:e9}", value); }

/// clamp(roundeven(x / scale) + zero_point), the quotient rounded to f32.
int64_t quantizeFormula(float x, float scale, Bounds b) {
  if (std::isnan(x))
    return limit(b.zeroPoint, b.low, b.high);
  volatile float quotient = x / scale;
  double q = roundTiesToEven(std::clamp<double>(quotient, -1e6, 1e6)) + b.zeroPoint;
  return static_cast<int64_t>(std::clamp<double>(q, b.low, b.high));
}

/// Real values around each border between two steps, and all special ones.
std::vector<float> quantizeInputs(float scale) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  std::vector<float> inputs = {0.0f,
                               -0.0f,
                               infinity,
                               -infinity,
                               std::nanf(""),
                               std::numeric_limits<float>::max(),
                               std::numeric_limits<float>::lowest(),
                               std::numeric_limits<float>::denorm_min()};
  for (int step = -1100; step <= 1100; ++step) {
    float border = static_cast<float>(0.25 * step * static_cast<double>(scale));
    inputs.push_back(border);
    inputs.push_back(std::nextafter(border, infinity));
    inputs.push_back(std::nextafter(border, -infinity));
  }
  return inputs;
}

TEST_F(QIntElementwiseTest, Quantize) {
  for (float scale : {1.0f, 0.1f, 0.0078125f, 3.4567e-5f, 1.1754944e-38f, 123.456f, 1e30f}) {
    for (Bounds b : kByteBounds) {
      std::vector<float> inputs = quantizeInputs(scale);
      std::string x = formatv("tensor<{0}xf32>", inputs.size());
      std::string y = formatv("tensor<{0}xui8>", inputs.size());
      Tensor actual =
          runBody("%x: " + x, y,
                  formatv("%y = qint.quantize %x {{scale = {0} : f32, zero_point = {1} : i32, "
                          "clamp_min = {2} : i32, clamp_max = {3} : i32} : ({4}) -> {5}\n"
                          "return %y : {5}",
                          exact(scale), b.zeroPoint, b.low, b.high, x, y),
                  {tensor<float>(x, inputs)});
      for (size_t i = 0; i < inputs.size(); ++i)
        ASSERT_EQ(actual.as<uint8_t>()[i], quantizeFormula(inputs[i], scale, b))
            << inputs[i] << " / " << scale;
    }
  }
}

TEST_F(QIntElementwiseTest, QuantizeToWords) {
  std::vector<float> inputs = quantizeInputs(0.5f);
  for (float x : {-16384.0f, -16383.75f, 16383.5f, 16383.25f, 16383.75f, 1e10f})
    inputs.push_back(x);
  std::string x = formatv("tensor<{0}xf32>", inputs.size());
  std::string y = formatv("tensor<{0}xi16>", inputs.size());
  Tensor actual = runBody(
      "%x: " + x, y,
      formatv("%y = qint.quantize %x {{scale = 0.5 : f32, zero_point = 0 : i32, clamp_min = "
              "-32767 : i32, clamp_max = 32767 : i32} : ({0}) -> {1}\nreturn %y : {1}",
              x, y),
      {tensor<float>(x, inputs)});
  for (size_t i = 0; i < inputs.size(); ++i)
    ASSERT_EQ(actual.as<int16_t>()[i], quantizeFormula(inputs[i], 0.5f, {0, -32767, 32767}));
}

TEST_F(QIntElementwiseTest, DequantizeStored) {
  for (float scale : {1.0f, 0.1f, 1.1754944e-38f, 1e36f})
    for (int zeroPoint : {0, 1, 128, 255}) {
      Tensor actual = runBody(
          "%x: tensor<256xui8>", "tensor<256xf32>",
          formatv("%y = qint.dequantize %x {{scales = array<f32: {0}>, zero_point = {1} : i32} : "
                  "(tensor<256xui8>) -> tensor<256xf32>\nreturn %y : tensor<256xf32>",
                  exact(scale), zeroPoint),
          {allBytes("tensor<256xui8>")});
      std::vector<float> expected;
      for (int q = 0; q < 256; ++q)
        expected.push_back(static_cast<float>(q - zeroPoint) * scale);
      expectSameBits(actual.as<float>(), expected);
    }
  Tensor actual = runBody("%x: tensor<65536xi16>", "tensor<65536xf32>", R"(
    %y = qint.dequantize %x {scales = array<f32: 0.3>} : (tensor<65536xi16>) -> tensor<65536xf32>
    return %y : tensor<65536xf32>)",
                          {allWords()});
  std::vector<float> expected;
  for (int q = INT16_MIN; q <= INT16_MAX; ++q)
    expected.push_back(static_cast<float>(q) * 0.3f);
  expectSameBits(actual.as<float>(), expected);
}

// Accumulators beyond 2^24 are rounded once on their way to f32; scales follow
// the last dimension.
TEST_F(QIntElementwiseTest, DequantizeAccumulators) {
  std::vector<int32_t> narrow = {0,         1,         -1,        16777217, 16777219, -16777217,
                                 INT32_MAX, INT32_MIN, 123456789, -7,       33554435, 100};
  std::vector<int64_t> wide(narrow.begin(), narrow.end());
  wide[3] = (int64_t(1) << 47) + 1;
  wide[4] = -(int64_t(1) << 47) - 12345;
  wide[5] = (int64_t(1) << 40) + (1 << 16);
  const float scales[] = {0.5f, 1e-9f, 3.0f};
  const char *body = "%y = qint.dequantize %x {scales = array<f32: 0.5, 1.0e-9, 3.0>} : "
                     "(tensor<2x2x3x{0}>) -> tensor<2x2x3xf32>\nreturn %y : tensor<2x2x3xf32>";
  auto check = [&](auto values, const std::string &element) {
    std::string text = body;
    text.replace(text.find("{0}"), 3, element);
    std::string x = "tensor<2x2x3x" + element + ">";
    using T = typename decltype(values)::value_type;
    Tensor actual = runBody("%x: " + x, "tensor<2x2x3xf32>", text, {tensor<T>(x, values)});
    std::vector<float> expected;
    for (size_t i = 0; i < values.size(); ++i) {
      volatile float rounded = static_cast<float>(values[i]);
      expected.push_back(rounded * scales[i % 3]);
    }
    expectSameBits(actual.as<float>(), expected);
  };
  check(narrow, "i32");
  check(wide, "i64");
}

// All 256 x 256 pairs; the operands broadcast against each other.
TEST_F(QIntElementwiseTest, Add) {
  for (auto [lhsMultiplier, rhsMultiplier, shift] : {std::array<int, 3>{16384, 16384, 15},
                                                     {32767, 1, 1},
                                                     {32767, 32767, 12},
                                                     {20000, 0, 31},
                                                     {17001, 32123, 16},
                                                     {0, 16384, 11}})
    for (auto [lhsZero, rhsZero] : {std::array<int, 2>{0, 0}, {255, 0}, {128, 127}})
      for (Bounds b : kByteBounds) {
        Tensor y = runBody(
            "%a: tensor<256x1xui8>, %b: tensor<1x256xui8>", "tensor<256x256xui8>",
            formatv("%y = qint.add %a, %b {{lhs_zero_point = {0} : i32, rhs_zero_point = {1} : "
                    "i32, lhs_multiplier = {2} : i32, rhs_multiplier = {3} : i32, shift = {4} : "
                    "i32, {5}} : (tensor<256x1xui8>, tensor<1x256xui8>) -> tensor<256x256xui8>\n"
                    "return %y : tensor<256x256xui8>",
                    lhsZero, rhsZero, lhsMultiplier, rhsMultiplier, shift, bounds(b)),
            {allBytes("tensor<256x1xui8>"), allBytes("tensor<1x256xui8>")});
        for (int i = 0; i < 256; ++i)
          for (int j = 0; j < 256; ++j) {
            Wide acc = Wide(i - lhsZero) * lhsMultiplier + Wide(j - rhsZero) * rhsMultiplier;
            Wide q = floorShift(acc + power2(shift - 1), shift) + b.zeroPoint;
            ASSERT_EQ(y.as<uint8_t>()[i * 256 + j], limit(q, b.low, b.high)) << i << " + " << j;
          }
      }
}

TEST_F(QIntElementwiseTest, AddOfWords) {
  Tensor a = randomIntegers<int16_t>("tensor<5x1000xi16>", INT16_MIN, INT16_MAX);
  Tensor b = randomIntegers<int16_t>("tensor<1x1000xi16>", INT16_MIN, INT16_MAX);
  a.as<int16_t>()[0] = b.as<int16_t>()[0] = INT16_MIN;
  a.as<int16_t>()[1] = b.as<int16_t>()[1] = INT16_MAX;
  for (int shift : {1, 15, 31}) {
    Tensor y = runBody(
        "%a: tensor<5x1000xi16>, %b: tensor<1x1000xi16>", "tensor<5x1000xi16>",
        formatv("%y = qint.add %a, %b {{lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32, "
                "lhs_multiplier = 32767 : i32, rhs_multiplier = 32100 : i32, shift = {0} : i32, "
                "{1}} : (tensor<5x1000xi16>, tensor<1x1000xi16>) -> tensor<5x1000xi16>\n"
                "return %y : tensor<5x1000xi16>",
                shift, bounds({0, -32767, 32767})),
        {a, b});
    for (int i = 0; i < 5000; ++i) {
      Wide acc = Wide(a.as<int16_t>()[i]) * 32767 + Wide(b.as<int16_t>()[i % 1000]) * 32100;
      ASSERT_EQ(y.as<int16_t>()[i],
                limit(floorShift(acc + power2(shift - 1), shift), -32767, 32767));
    }
  }
}

// Mode float32: dequantize, add, quantize, each operation rounded by itself.
TEST_F(QIntElementwiseTest, AddInFloat) {
  for (auto [lhsScale, rhsScale, outputScale] :
       {std::array<float, 3>{0.5f, 0.25f, 1.0f}, {0.1f, 0.03f, 0.07f}, {1e-3f, 1e3f, 2.0f}}) {
    Bounds b{3, 7, 200};
    Tensor y = runBody(
        "%a: tensor<256x1xui8>, %b: tensor<1x256xui8>", "tensor<256x256xui8>",
        formatv("%y = qint.add %a, %b {{lhs_zero_point = 128 : i32, rhs_zero_point = 9 : i32, "
                "scales = array<f32: {0}, {1}, {2}>, {3}} : (tensor<256x1xui8>, "
                "tensor<1x256xui8>) -> tensor<256x256xui8>\nreturn %y : tensor<256x256xui8>",
                exact(lhsScale), exact(rhsScale), exact(outputScale), bounds(b)),
        {allBytes("tensor<256x1xui8>"), allBytes("tensor<1x256xui8>")});
    for (int i = 0; i < 256; ++i)
      for (int j = 0; j < 256; ++j) {
        volatile float lhs = static_cast<float>(i - 128) * lhsScale;
        volatile float rhs = static_cast<float>(j - 9) * rhsScale;
        volatile float sum = lhs + rhs;
        ASSERT_EQ(y.as<uint8_t>()[i * 256 + j], quantizeFormula(sum, outputScale, b));
      }
  }
}

TEST_F(QIntElementwiseTest, Mul) {
  for (auto [lhsZero, rhsZero] : {std::array<int, 2>{0, 0}, {255, 0}, {128, 127}})
    for (Bounds b : kByteBounds)
      for (bool isFixed16 : {false, true}) {
        const char *rescale =
            isFixed16 ? "#qint.rescale<fixed16, multipliers = [31234], shifts = [6]>"
                      : "#qint.rescale<fixed32, multipliers = [1234567890], shifts = [38]>";
        Tensor y = runBody(
            "%a: tensor<256x1xui8>, %b: tensor<1x256xui8>", "tensor<256x256xui8>",
            formatv("%y = qint.mul %a, %b {{lhs_zero_point = {0} : i32, rhs_zero_point = {1} : "
                    "i32, rescale = {2}, {3}} : (tensor<256x1xui8>, tensor<1x256xui8>) -> "
                    "tensor<256x256xui8>\nreturn %y : tensor<256x256xui8>",
                    lhsZero, rhsZero, rescale, bounds(b)),
            {allBytes("tensor<256x1xui8>"), allBytes("tensor<1x256xui8>")});
        for (int i = 0; i < 256; ++i)
          for (int j = 0; j < 256; ++j) {
            Wide acc = Wide(i - lhsZero) * (j - rhsZero);
            ASSERT_EQ(y.as<uint8_t>()[i * 256 + j],
                      isFixed16 ? fixed16(acc, 31234, 6, b) : fixed32(acc, 1234567890, 38, b));
          }
      }
}

TEST_F(QIntElementwiseTest, MulOfWords) {
  Tensor a = allWords();
  Tensor b = tensor<int16_t>("tensor<1xi16>", {INT16_MIN});
  Tensor y = runBody("%a: tensor<65536xi16>, %b: tensor<1xi16>", "tensor<65536xi16>", R"(
    %y = qint.mul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32,
      rescale = #qint.rescale<fixed32, multipliers = [1073741825], shifts = [45]>,
      output_zero_point = 0 : i32, clamp_min = -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<65536xi16>, tensor<1xi16>) -> tensor<65536xi16>
    return %y : tensor<65536xi16>)",
                     {a, b});
  for (int i = 0; i < 65536; ++i)
    ASSERT_EQ(y.as<int16_t>()[i],
              fixed32(Wide(a.as<int16_t>()[i]) * INT16_MIN, 1073741825, 45, {0, -32767, 32767}));
}

// All inputs, between all widths.
TEST_F(QIntElementwiseTest, Rescale) {
  auto run = [&](const Tensor &input, const std::string &element, int zeroPoint,
                 const std::string &rescale, Bounds b) {
    std::string y = formatv("tensor<{0}x{1}>", input.getNumElements(), element), x;
    raw_string_ostream(x) << input.getType();
    return runBody("%x: " + x, y,
                   formatv("%y = qint.rescale %x {{input_zero_point = {0} : i32, rescale = {1}, "
                           "{2}} : ({3}) -> {4}\nreturn %y : {4}",
                           zeroPoint, rescale, bounds(b), x, y),
                   {input});
  };
  for (int s = -15; s <= 8; ++s) {
    Tensor y = run(allBytes("tensor<256xui8>"), "ui8", 100,
                   formatv("#qint.rescale<fixed16, multipliers = [27111], shifts = [{0}]>", s),
                   {77, 0, 255});
    for (int q = 0; q < 256; ++q)
      ASSERT_EQ(y.as<uint8_t>()[q], fixed16(q - 100, 27111, s, {77, 0, 255})) << q << ", " << s;
  }
  for (int s = 20; s <= 40; ++s) {
    std::string rescale =
        formatv("#qint.rescale<fixed32, multipliers = [2000000011], shifts = [{0}]>", s);
    Bounds words{-3, -32768, 32767}, bytes{200, 10, 250};
    Tensor widened = run(allBytes("tensor<256xui8>"), "i16", 128, rescale, words);
    for (int q = 0; q < 256; ++q)
      ASSERT_EQ(widened.as<int16_t>()[q], fixed32(q - 128, 2000000011, s, words));
    Tensor narrowed = run(allWords(), "ui8", 0, rescale, bytes);
    Tensor moved = run(allWords(), "i16", 5, rescale, words);
    for (int q = INT16_MIN; q <= INT16_MAX; ++q) {
      ASSERT_EQ(narrowed.as<uint8_t>()[q - INT16_MIN], fixed32(q, 2000000011, s, bytes));
      ASSERT_EQ(moved.as<int16_t>()[q - INT16_MIN], fixed32(q - 5, 2000000011, s, words));
    }
  }
}

TEST_F(QIntElementwiseTest, Table) {
  std::string entries;
  for (int q = 0; q < 256; ++q)
    entries += (q ? ", " : "") + std::to_string((q * 167 + 13) % 256);
  Tensor y = runBody("%x: tensor<16x16xui8>", "tensor<16x16xui8>",
                     "%y = qint.table %x {table = dense<[" + entries +
                         "]> : tensor<256xui8>} : (tensor<16x16xui8>) -> tensor<16x16xui8>\n"
                         "return %y : tensor<16x16xui8>",
                     {allBytes("tensor<16x16xui8>")});
  for (int q = 0; q < 256; ++q)
    EXPECT_EQ(y.as<uint8_t>()[q], (q * 167 + 13) % 256);
}

// Rows of all lengths up to the limit, flat ones and peaked ones.
TEST_F(QIntElementwiseTest, Softmax) {
  for (double scale : {0.0, 0.003, 0.1, 1.0, 30.0}) {
    std::vector<int64_t> exponentials;
    std::string entries;
    for (int d = 0; d < 256; ++d) {
      exponentials.push_back(std::lround(32768 * std::exp(-scale * d)));
      entries += (d ? ", " : "") + std::to_string(exponentials.back());
    }
    for (int64_t length : {1, 2, 3, 100, 1000, 65535}) {
      for (int high : {0, 3, 255}) {
        std::string t = formatv("tensor<2x{0}xui8>", length);
        Tensor x = randomIntegers<uint8_t>(t, 0, high);
        Tensor y = runBody("%x: " + t, t,
                           formatv("%y = qint.softmax %x {{exponentials = array<i32: {0}>} : "
                                   "({1}) -> {1}\nreturn %y : {1}",
                                   entries, t),
                           {x});
        for (int64_t row = 0; row < 2; ++row) {
          ArrayRef<uint8_t> in = std::as_const(x).as<uint8_t>().slice(row * length, length);
          ArrayRef<uint8_t> out = std::as_const(y).as<uint8_t>().slice(row * length, length);
          int largest = *std::max_element(in.begin(), in.end());
          Wide sum = 0;
          for (uint8_t q : in)
            sum += exponentials[largest - q];
          for (int64_t i = 0; i < length; ++i) {
            Wide expected = (512 * Wide(exponentials[largest - in[i]]) + sum) / (2 * sum);
            ASSERT_EQ(out[i], std::min<Wide>(255, expected)) << "scale " << scale;
          }
        }
      }
    }
  }
}

} // namespace

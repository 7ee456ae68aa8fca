// Scheduled pools and reductions on every instruction set against loops over
// scalars.

#include "CompiledModule.h"

#include "qopt/Support/FixedPoint.h"
#include "llvm/Support/FormatVariadic.h"

#include <numeric>
#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

struct PoolCase {
  int batch, height, width, channels;
  int kernel[2], stride[2], pad[4];

  int outputs(int dim) const {
    int size = dim == 0 ? height : width;
    return (size + pad[2 * dim] + pad[2 * dim + 1] - kernel[dim]) / stride[dim] + 1;
  }
  bool isPadded() const { return std::accumulate(pad, pad + 4, 0) != 0; }
};

const PoolCase kPools[] = {
    {2, 7, 9, 70, {2, 2}, {2, 2}, {0, 0, 0, 0}},
    {1, 7, 7, 17, {3, 3}, {2, 2}, {1, 1, 1, 1}},
    {1, 5, 6, 33, {5, 5}, {1, 1}, {2, 2, 2, 2}},
    {1, 4, 12, 3, {1, 9}, {1, 2}, {0, 0, 4, 3}},
    // One window over everything; no window is whole.
    {1, 7, 7, 40, {7, 7}, {1, 1}, {0, 0, 0, 0}},
    {1, 2, 2, 5, {5, 4}, {2, 1}, {3, 3, 2, 2}},
    // Sums beyond 16 bits.
    {1, 20, 15, 18, {20, 15}, {1, 1}, {0, 0, 0, 0}},
};

class PoolTest : public testing::TestWithParam<Variant> {
protected:
  std::mt19937 random{5};

  /// Calls visit(output offset, input offsets of its window).
  template <typename Visit> static void forEachWindow(const PoolCase &shape, Visit visit) {
    size_t output = 0;
    for (int b = 0; b < shape.batch; ++b)
      for (int y = 0; y < shape.outputs(0); ++y)
        for (int x = 0; x < shape.outputs(1); ++x)
          for (int c = 0; c < shape.channels; ++c) {
            std::vector<size_t> window;
            for (int i = y * shape.stride[0] - shape.pad[0], m = 0; m < shape.kernel[0]; ++i, ++m)
              for (int j = x * shape.stride[1] - shape.pad[2], n = 0; n < shape.kernel[1]; ++j, ++n)
                if (i >= 0 && i < shape.height && j >= 0 && j < shape.width)
                  window.push_back(
                      ((size_t(b) * shape.height + i) * shape.width + j) * shape.channels + c);
            visit(output++, window);
          }
  }

  static size_t inputSize(const PoolCase &shape) {
    return size_t(shape.batch) * shape.height * shape.width * shape.channels;
  }
  static size_t outputSize(const PoolCase &shape) {
    return size_t(shape.batch) * shape.outputs(0) * shape.outputs(1) * shape.channels;
  }

  static std::string source(const PoolCase &shape, llvm::StringRef kind, llvm::StringRef element,
                            const std::string &attributes) {
    return llvm::formatv(
        "func.func @pool(%in: memref<{0}x{1}x{2}x{3}x{4}>, %out: memref<{0}x{5}x{6}x{3}x{4}>) {{\n"
        "  qint.scheduled.pool2d {7} %in into %out {{kernel = array<i64: {8}, {9}>, stride = "
        "array<i64: {10}, {11}>, pad = array<i64: {12}, {13}, {14}, {15}>{16}} : "
        "(memref<{0}x{1}x{2}x{3}x{4}>, memref<{0}x{5}x{6}x{3}x{4}>) -> ()\n  return\n}\n",
        shape.batch, shape.height, shape.width, shape.channels, element, shape.outputs(0),
        shape.outputs(1), kind, shape.kernel[0], shape.kernel[1], shape.stride[0], shape.stride[1],
        shape.pad[0], shape.pad[1], shape.pad[2], shape.pad[3], attributes);
  }

  template <typename T, typename Compute>
  void check(const PoolCase &shape, const std::string &source, const std::vector<T> &input,
             Compute compute) {
    CompiledModule module(source, GetParam());
    std::vector<T> actual(outputSize(shape)), expected = actual;
    forEachWindow(shape, [&](size_t output, const std::vector<size_t> &window) {
      expected[output] = compute(window);
    });
    module.run("pool", input.data(), actual.data());
    for (size_t i = 0; i < actual.size(); ++i)
      ASSERT_EQ(actual[i], expected[i]) << "element " << i << " of\n" << source;
  }
};

TEST_P(PoolTest, MaximumOfBytes) {
  for (const PoolCase &shape : kPools) {
    std::vector<uint8_t> input(inputSize(shape));
    for (uint8_t &v : input)
      v = random();
    check(shape, source(shape, "max", "i8", ""), input, [&](const std::vector<size_t> &window) {
      uint8_t result = 0;
      for (size_t i : window)
        result = std::max(result, input[i]);
      return result;
    });
  }
}

// Counts that vary at the border choose their own multiplier.
TEST_P(PoolTest, MeanOfBytes) {
  for (const PoolCase &shape : kPools) {
    int taps = shape.kernel[0] * shape.kernel[1];
    int entries = shape.isPadded() ? taps : 1;
    std::vector<int16_t> multipliers;
    std::vector<int32_t> shifts;
    for (int i = 0; i < entries; ++i) {
      FixedPointScale scale = toFixed16(0.9 / (entries == 1 ? taps : i + 1));
      multipliers.push_back(scale.multiplier);
      shifts.push_back(scale.shift);
    }
    auto list = [](const auto &values) {
      std::string text;
      for (auto value : values)
        text += (text.empty() ? "" : ", ") + std::to_string(value);
      return text;
    };
    std::string attributes = llvm::formatv(
        ", input_zero_point = 7 : i32, rescale = #qint.rescale<fixed16, multipliers = [{0}], "
        "shifts = [{1}]>, output_zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 230 : i32",
        list(multipliers), list(shifts));
    std::vector<uint8_t> input(inputSize(shape));
    for (uint8_t &v : input)
      v = random() % 4 ? random() : 255;
    check(shape, source(shape, "average", "i8", attributes), input,
          [&](const std::vector<size_t> &window) -> uint8_t {
            int32_t sum = 0;
            for (size_t i : window)
              sum += input[i] - 7;
            size_t entry = entries == 1 ? 0 : window.size() - 1;
            return applyFixed16(sum, {multipliers[entry], shifts[entry]}, {3, 3, 230});
          });
  }
}

TEST_P(PoolTest, MeanOfFloats) {
  for (const PoolCase &shape : kPools) {
    std::vector<float> input(inputSize(shape));
    for (float &v : input)
      v = static_cast<int32_t>(random()) / 1e7f;
    check(shape, source(shape, "average", "f32", ""), input,
          [&](const std::vector<size_t> &window) {
            float sum = 0;
            for (size_t i : window)
              sum += input[i];
            return sum / static_cast<float>(window.size());
          });
  }
}

TEST_P(PoolTest, MaximumOfWords) {
  for (const PoolCase &shape : kPools) {
    std::vector<int16_t> input(inputSize(shape));
    for (int16_t &v : input)
      v = random();
    check(shape, source(shape, "max", "i16", ""), input, [&](const std::vector<size_t> &window) {
      int16_t result = INT16_MIN;
      for (size_t i : window)
        result = std::max(result, input[i]);
      return result;
    });
  }
}

std::string reduceSource(llvm::StringRef kind, int rows, int columns, llvm::StringRef element) {
  return llvm::formatv("func.func @reduce(%in: memref<{1}x{2}x{3}>, %out: memref<{1}x1x{3}>) {{\n"
                       "  qint.scheduled.reduce {0} %in into %out : (memref<{1}x{2}x{3}>, "
                       "memref<{1}x1x{3}>) -> ()\n  return\n}\n",
                       kind, rows, columns, element);
}

class ReduceTest : public testing::TestWithParam<Variant> {};

/// Two blocks of rows side by side on every instruction set but AVX-512, where it is
/// one, and some rows alone.
constexpr int kRows = 19;

// The partial sums and their order are part of the result.
TEST_P(ReduceTest, SumOfFloats) {
  std::mt19937 random(9);
  for (int columns : {1, 7, 16, 31, 100, 197}) {
    CompiledModule module(reduceSource("sum", kRows, columns, "f32"), GetParam());
    std::vector<float> input(kRows * columns), actual(kRows), expected(kRows);
    for (float &v : input)
      v = std::ldexp(static_cast<int32_t>(random()), -static_cast<int>(random() % 40));
    for (int row = 0; row < kRows; ++row) {
      float sums[16] = {};
      for (int k = 0; k < columns; ++k)
        sums[k % 16] += input[row * columns + k];
      for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; ++i)
          sums[i] += sums[i + half];
      expected[row] = sums[0];
    }
    module.run("reduce", input.data(), actual.data());
    ASSERT_EQ(actual, expected) << columns;
  }
}

TEST_P(ReduceTest, MaximaAndSumsOfIntegers) {
  std::mt19937 random(9);
  for (int columns : {1, 5, 64, 100, 131}) {
    CompiledModule bytes(reduceSource("max", kRows, columns, "i8"), GetParam());
    CompiledModule maxima(reduceSource("max", kRows, columns, "i32"), GetParam());
    CompiledModule sums(reduceSource("sum", kRows, columns, "i32"), GetParam());
    std::vector<uint8_t> byteInput(kRows * columns), byteResult(kRows);
    std::vector<int32_t> input(kRows * columns), maximum(kRows), sum(kRows);
    for (uint8_t &v : byteInput)
      v = random();
    for (int32_t &v : input)
      v = -static_cast<int32_t>(random() >> 1);
    bytes.run("reduce", byteInput.data(), byteResult.data());
    maxima.run("reduce", input.data(), maximum.data());
    sums.run("reduce", input.data(), sum.data());
    for (int row = 0; row < kRows; ++row) {
      auto first = input.begin() + row * columns;
      auto firstByte = byteInput.begin() + row * columns;
      EXPECT_EQ(byteResult[row], *std::max_element(firstByte, firstByte + columns)) << columns;
      EXPECT_EQ(maximum[row], *std::max_element(first, first + columns)) << columns;
      EXPECT_EQ(sum[row], std::accumulate(first, first + columns, int32_t(0), wrapAdd32))
          << columns;
    }
  }
}

// A NaN anywhere in the row must come out.
TEST_P(ReduceTest, MaximumOfFloatsKeepsNaN) {
  for (int columns : {3, 16, 37})
    for (int position = 0; position < columns; position += 5) {
      CompiledModule module(reduceSource("max", 1, columns, "f32"), GetParam());
      std::vector<float> input(columns, -3.0f);
      float result = 0;
      input[position] = -2.0f;
      module.run("reduce", input.data(), &result);
      EXPECT_EQ(result, -2.0f);
      input[position] = std::numeric_limits<float>::quiet_NaN();
      module.run("reduce", input.data(), &result);
      EXPECT_TRUE(std::isnan(result)) << columns << ", " << position;
    }
}

INSTANTIATE_TEST_SUITE_P(All, PoolTest, testing::ValuesIn(getRunnableVariants()), getVariantName);
INSTANTIATE_TEST_SUITE_P(All, ReduceTest, testing::ValuesIn(getRunnableVariants()), getVariantName);

} // namespace

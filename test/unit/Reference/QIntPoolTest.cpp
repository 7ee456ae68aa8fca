#include "QIntFormulas.h"
#include "ReferenceTest.h"

#include <limits>
#include <numeric>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

struct Geometry {
  int64_t batch, height, width, channels;
  std::array<int64_t, 2> kernel, stride;
  std::array<int64_t, 4> pad;

  int64_t outputHeight() const { return (height + pad[0] + pad[1] - kernel[0]) / stride[0] + 1; }
  int64_t outputWidth() const { return (width + pad[2] + pad[3] - kernel[1]) / stride[1] + 1; }
  bool hasPadding() const { return pad[0] + pad[1] + pad[2] + pad[3] > 0; }
};

const Geometry kGeometries[] = {
    {1, 6, 6, 3, {2, 2}, {2, 2}, {0, 0, 0, 0}}, {2, 7, 5, 17, {3, 3}, {2, 2}, {1, 1, 1, 1}},
    {1, 5, 9, 4, {3, 4}, {1, 3}, {2, 0, 1, 3}}, {1, 4, 4, 33, {4, 4}, {1, 1}, {0, 0, 0, 0}},
    {1, 8, 8, 1, {3, 3}, {3, 3}, {0, 2, 0, 2}},
};

std::string attributes(const Geometry &g) {
  return formatv("kernel = array<i64: {0:$[, ]}>, stride = array<i64: {1:$[, ]}>, "
                 "pad = array<i64: {2:$[, ]}>",
                 make_range(g.kernel.begin(), g.kernel.end()),
                 make_range(g.stride.begin(), g.stride.end()),
                 make_range(g.pad.begin(), g.pad.end()));
}

int64_t sumOf(ArrayRef<int64_t> elements) {
  return std::accumulate(elements.begin(), elements.end(), int64_t(0));
}

/// Calls `visit(output index, elements)` with the elements of each window.
template <typename T, typename Visit>
void forEachWindow(const Geometry &g, ArrayRef<T> input, Visit visit) {
  int64_t index = 0;
  for (int64_t n = 0; n < g.batch; ++n)
    for (int64_t oy = 0; oy < g.outputHeight(); ++oy)
      for (int64_t ox = 0; ox < g.outputWidth(); ++ox)
        for (int64_t c = 0; c < g.channels; ++c) {
          std::vector<int64_t> elements;
          for (int64_t i = 0; i < g.kernel[0]; ++i)
            for (int64_t j = 0; j < g.kernel[1]; ++j) {
              int64_t y = oy * g.stride[0] - g.pad[0] + i, x = ox * g.stride[1] - g.pad[2] + j;
              if (y >= 0 && y < g.height && x >= 0 && x < g.width)
                elements.push_back(input[((n * g.height + y) * g.width + x) * g.channels + c]);
            }
          visit(index++, elements);
        }
}

class QIntPoolTest : public ReferenceTest {
protected:
  template <typename T>
  Tensor runPool(const Geometry &g, const std::string &op, const std::string &more,
                 const Tensor &input) {
    std::string x, y;
    raw_string_ostream(x) << input.getType();
    constexpr const char *type = sizeof(T) == 1 ? "ui8" : sizeof(T) == 2 ? "i16" : "i32";
    y = formatv("tensor<{0}x{1}x{2}x{3}x{4}>", g.batch, g.outputHeight(), g.outputWidth(),
                g.channels, type);
    return runBody("%x: " + x, y,
                   formatv("%y = qint.{0} %x {{{1}{2}} : ({3}) -> {4}\nreturn %y : {4}", op,
                           attributes(g), more, x, y),
                   {input});
  }

  template <typename T> Tensor randomInput(const Geometry &g, T low, T high) {
    return randomIntegers<T>(formatv("tensor<{0}x{1}x{2}x{3}x{4}>", g.batch, g.height, g.width,
                                     g.channels, sizeof(T) == 1 ? "ui8" : "i16"),
                             low, high);
  }

  template <typename T> void checkMax(const Geometry &g) {
    // Small values only, so that padding would show if it ever won.
    T low = std::numeric_limits<T>::min(), high = static_cast<T>(low + 5);
    Tensor input = randomInput<T>(g, low, high);
    Tensor actual = runPool<T>(g, "max_pool2d", "", input);
    forEachWindow(g, std::as_const(input).as<T>(), [&](int64_t i, ArrayRef<int64_t> elements) {
      ASSERT_EQ(actual.as<T>()[i], *std::max_element(elements.begin(), elements.end()));
    });
  }
};

TEST_F(QIntPoolTest, Max) {
  for (const Geometry &g : kGeometries) {
    checkMax<uint8_t>(g);
    checkMax<int16_t>(g);
  }
}

// Each count of positions inside the input has a factor of its own.
TEST_F(QIntPoolTest, Average) {
  for (const Geometry &g : kGeometries) {
    Tensor input = randomInput<uint8_t>(g, 0, 255);
    int64_t counts = g.hasPadding() ? g.kernel[0] * g.kernel[1] : 1;
    std::string multipliers, shifts;
    auto multiplier = [](int64_t count) { return 16384 + 977 * count; };
    auto shift = [](int64_t count) { return static_cast<int>(count % 6) - 2; };
    for (int64_t count = 1; count <= counts; ++count) {
      multipliers += (count > 1 ? ", " : "") + std::to_string(multiplier(count));
      shifts += (count > 1 ? ", " : "") + std::to_string(shift(count));
    }
    Tensor actual = runPool<uint8_t>(
        g, "avg_pool2d",
        formatv(", input_zero_point = 131 : i32, output_zero_point = 90 : i32, clamp_min = 2 : "
                "i32, clamp_max = 251 : i32, rescale = #qint.rescale<fixed16, multipliers = "
                "[{0}], shifts = [{1}]>",
                multipliers, shifts),
        input);
    forEachWindow(g, std::as_const(input).as<uint8_t>(),
                  [&](int64_t i, ArrayRef<int64_t> elements) {
                    Wide acc = 0;
                    for (int64_t element : elements)
                      acc += element - 131;
                    int64_t count = counts == 1 ? 1 : elements.size();
                    ASSERT_EQ(actual.as<uint8_t>()[i],
                              fixed16(acc, multiplier(count), shift(count), {90, 2, 251}));
                  });
  }
}

TEST_F(QIntPoolTest, Sums) {
  for (const Geometry &g : kGeometries) {
    Tensor bytes = randomInput<uint8_t>(g, 0, 255);
    Tensor words = randomInput<int16_t>(g, INT16_MIN, INT16_MAX);
    Tensor sumsOfBytes =
        runPool<int32_t>(g, "avg_pool2d", ", input_zero_point = 131 : i32", bytes);
    Tensor sumsOfWords = runPool<int32_t>(g, "avg_pool2d", ", input_zero_point = 0 : i32", words);
    forEachWindow(
        g, std::as_const(bytes).as<uint8_t>(), [&](int64_t i, ArrayRef<int64_t> elements) {
          auto positions = static_cast<int64_t>(elements.size());
          ASSERT_EQ(sumsOfBytes.as<int32_t>()[i], sumOf(elements) - 131 * positions);
        });
    forEachWindow(g, std::as_const(words).as<int16_t>(),
                  [&](int64_t i, ArrayRef<int64_t> elements) {
                    ASSERT_EQ(sumsOfWords.as<int32_t>()[i], sumOf(elements));
                  });
  }
}

TEST_F(QIntPoolTest, AverageOfWords) {
  Geometry g = kGeometries[3];
  Tensor input = randomInput<int16_t>(g, INT16_MIN, INT16_MAX);
  Tensor actual = runPool<int16_t>(
      g, "avg_pool2d",
      ", input_zero_point = 0 : i32, output_zero_point = 0 : i32, clamp_min = -32767 : i32, "
      "clamp_max = 32767 : i32, rescale = #qint.rescale<fixed32, multipliers = [1073741824], "
      "shifts = [34]>",
      input);
  forEachWindow(g, std::as_const(input).as<int16_t>(), [&](int64_t i, ArrayRef<int64_t> elements) {
    Wide acc = 0;
    for (int64_t element : elements)
      acc += element;
    ASSERT_EQ(actual.as<int16_t>()[i], fixed32(acc, 1 << 30, 34, {0, -32767, 32767}));
  });
}

} // namespace

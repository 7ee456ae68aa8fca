// `qint.scheduled.chained_conv2d` on every instruction set against loops over scalars.

#include "CompiledModule.h"

#include "qopt/Schedule/Chains.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"

#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

struct ChainedCase {
  const char *name;
  int batch, height, width, inputs, outputs;
  int kernel[2], stride[2], dilation[2];
  /// Registers of columns, or less columns than a register has, counted negative: then
  /// lanes are positions.
  int rows, registers;
  /// Weights are drawn from [-largest, largest], extremes often.
  int largest;

  int outHeight() const { return (height - (kernel[0] - 1) * dilation[0] - 1) / stride[0] + 1; }
  int outWidth() const { return (width - (kernel[1] - 1) * dilation[1] - 1) / stride[1] + 1; }
  int reduction() const { return kernel[0] * kernel[1] * inputs; }
};

const ChainedCase kCases[] = {
    {"pixelwise", 2, 3, 5, 64, 40, {1, 1}, {1, 1}, {1, 1}, 6, 1, 40},
    {"halved_weights", 1, 4, 9, 32, 37, {3, 3}, {1, 1}, {1, 1}, 3, 2, 127},
    {"long_chains", 1, 4, 9, 32, 16, {3, 3}, {1, 1}, {1, 1}, 4, 1, 3},
    {"strides_and_dilations", 1, 12, 14, 6, 9, {2, 3}, {2, 1}, {2, 2}, 3, 1, 60},
    {"runs_that_are_padded", 1, 7, 9, 3, 20, {3, 3}, {2, 2}, {1, 1}, 2, 2, 100},
    {"positions", 2, 3, 5, 64, 40, {1, 1}, {1, 1}, {1, 1}, 8, -4, 40},
    {"fewer_positions_than_lanes", 1, 1, 3, 16, 4, {1, 1}, {1, 1}, {1, 1}, 8, -4, 127},
    {"positions_with_strides", 2, 7, 9, 19, 12, {1, 1}, {2, 3}, {1, 1}, 8, -4, 100},
    {"positions_in_blocks", 1, 17, 20, 200, 8, {1, 1}, {1, 1}, {1, 1}, 48, -1, 3},
    {"tiles_of_two_sizes", 1, 10, 10, 33, 70, {1, 1}, {1, 1}, {1, 1}, 48, -1, 60},
    {"more_channels_than_are_staged_at_once",
     1,
     9,
     12,
     16,
     300,
     {1, 1},
     {1, 1},
     {1, 1},
     24,
     -2,
     90},
    {"fewer_channels_than_a_group", 1, 6, 7, 24, 3, {1, 1}, {1, 1}, {1, 1}, 40, -1, 127},
};

/// A case with data, packed as the description of the op says, by positions of the
/// kernel: a run for each.
class ChainedRun {
public:
  ChainedRun(const ChainedCase &shape, const Variant &variant)
      : shape(shape), variant(variant),
        columns(shape.registers > 0 ? variant.isa->lanes(32) * shape.registers : -shape.registers) {
    makeData();
    pack();
  }

  void check() {
    CompiledModule module(getSource(), variant);
    size_t count = size_t(shape.batch) * shape.outHeight() * shape.outWidth() * shape.outputs;
    std::vector<int32_t> actual(count, -1);
    module.run("conv", input.data(), packed.data(), bias.data(), offsets.data(), chains.data(),
               actual.data());
    size_t index = 0;
    for (int b = 0; b < shape.batch; ++b)
      for (int y = 0; y < shape.outHeight(); ++y)
        for (int x = 0; x < shape.outWidth(); ++x)
          for (int n = 0; n < shape.outputs; ++n, ++index)
            ASSERT_EQ(actual[index], compute(b, y, x, n)) << shape.name << ": element " << index;
  }

private:
  void makeData() {
    auto uniform = [&](int low, int high) {
      return std::uniform_int_distribution<int>(low, high)(random);
    };
    // Kernels may read, but not use, 3 bytes behind the input.
    input.resize(size_t(shape.batch) * shape.height * shape.width * shape.inputs + 3);
    for (uint8_t &v : input)
      v = uniform(0, 2) ? 255 : uniform(0, 255);
    weights.resize(size_t(shape.outputs) * shape.reduction());
    for (int8_t &v : weights)
      v = uniform(0, 3) ? uniform(-shape.largest, shape.largest)
                        : (uniform(0, 1) ? shape.largest : -shape.largest);
    bias.resize(llvm::alignTo(shape.outputs, columns));
    for (int n = 0; n < shape.outputs; ++n)
      bias[n] = uniform(-20000, 20000);
  }

  int8_t weightAt(int n, int position, int c) const {
    return weights[(size_t(n) * shape.kernel[0] * shape.kernel[1] + position) * shape.inputs + c];
  }

  void pack() {
    int positions = shape.kernel[0] * shape.kernel[1];
    int steps = llvm::divideCeil(shape.inputs, 4);
    std::vector<ChainedPanel> panels;
    for (int first = 0; first < shape.outputs; first += columns) {
      std::vector<int8_t> quads(size_t(positions) * steps * columns * 4, 0);
      for (int n = first; n < std::min(first + columns, shape.outputs); ++n)
        for (int position = 0; position < positions; ++position)
          for (int c = 0; c < shape.inputs; ++c)
            quads[((size_t(position) * steps + c / 4) * columns + n - first) * 4 + c % 4] =
                weightAt(n, position, c);
      panels.push_back(chainPanel(quads, columns, 255, 8));
      ASSERT_TRUE(proveChains(panels.back(), 255));
      longest = std::max(longest, panels.back().lengths.front());
    }
    // Where lanes are positions, the panels of a band of channels come in any order.
    size_t band = columns < int(variant.isa->lanes(32)) ? kBandChannels / columns : 1;
    for (size_t place = 0; place < panels.size(); ++place) {
      size_t first = place / band * band, end = std::min(first + band, panels.size());
      size_t number = first + (end - 1 - place);
      const ChainedPanel &panel = panels[number];
      chains.push_back(offsets.size());
      for (int64_t length = longest; length >= 1; --length)
        chains.push_back(std::count(panel.lengths.begin(), panel.lengths.end(), length));
      chains.push_back(int32_t(number) - int32_t(place));
      for (const ChainSlot &slot : panel.slots) {
        int position = slot.quad / steps;
        int row = position / shape.kernel[1] * shape.dilation[0];
        int column = position % shape.kernel[1] * shape.dilation[1];
        offsets.push_back((row * shape.width + column) * shape.inputs + slot.quad % steps * 4);
        packed.insert(packed.end(), slot.weights.begin(), slot.weights.end());
      }
    }
  }

  std::string getSource() const {
    auto pair = [](const int (&values)[2]) {
      return llvm::formatv("array<i64: {0}, {1}>", values[0], values[1]).str();
    };
    std::string types = llvm::formatv(
        "memref<{0}x{1}x{2}x{3}xi8>, memref<{4}x{5}x4xi8>, memref<{6}xi32>, memref<{4}xi32>, "
        "memref<{7}x{8}xi32>, ",
        shape.batch, shape.height, shape.width, shape.inputs, offsets.size(), columns, bias.size(),
        bias.size() / columns, 2 + longest);
    types += llvm::formatv("memref<{0}x{1}x{2}x{3}xi32>", shape.batch, shape.outHeight(),
                           shape.outWidth(), shape.outputs);
    std::string arguments;
    for (auto [index, type] : llvm::enumerate(splitTypes(types)))
      arguments += llvm::formatv("{0}%a{1}: {2}", index ? ", " : "", index, type);
    // The operands of the epilogue stand between bias and offsets, and are absent.
    return llvm::formatv(
        "func.func @conv({0}) {{\n"
        "  qint.scheduled.chained_conv2d %a0, %a1, %a2 offsets %a3 chains %a4 into %a5 {{"
        "kernel = {1}, stride = {2}, dilation = {3}, tile = #qint.tile<{4} x {5}>} : ({6}) -> ()\n"
        "  return\n}\n",
        arguments, pair(shape.kernel), pair(shape.stride), pair(shape.dilation), shape.rows,
        columns, orderOfOperands(types));
  }

  static std::vector<std::string> splitTypes(llvm::StringRef types) {
    std::vector<std::string> result;
    for (llvm::StringRef rest = types; !rest.empty();) {
      auto [type, tail] = rest.split(">, ");
      result.push_back(type.str() + (tail.empty() ? "" : ">"));
      rest = tail;
    }
    return result;
  }

  /// The output comes before the tables among the op's operands.
  static std::string orderOfOperands(llvm::StringRef types) {
    std::vector<std::string> t = splitTypes(types);
    return t[0] + ", " + t[1] + ", " + t[2] + ", " + t[5] + ", " + t[3] + ", " + t[4];
  }

  int32_t compute(int b, int y, int x, int n) const {
    int32_t sum = bias[n];
    for (int i = 0; i < shape.kernel[0]; ++i)
      for (int j = 0; j < shape.kernel[1]; ++j)
        for (int c = 0; c < shape.inputs; ++c) {
          int row = y * shape.stride[0] + i * shape.dilation[0];
          int column = x * shape.stride[1] + j * shape.dilation[1];
          size_t pixel = (size_t(b) * shape.height + row) * shape.width + column;
          sum += input[pixel * shape.inputs + c] * weightAt(n, i * shape.kernel[1] + j, c);
        }
    return sum;
  }

  const ChainedCase &shape;
  Variant variant;
  int columns;
  int64_t longest = 1;
  std::mt19937 random{5};
  std::vector<uint8_t> input;
  std::vector<int8_t> weights, packed;
  std::vector<int32_t> bias, offsets, chains;
};

class ChainedConvolutionTest : public testing::TestWithParam<Variant> {};

// A lane that saturates or wraps, a chain that is left out or taken twice, and the
// ends of rows, channels and panels.
TEST_P(ChainedConvolutionTest, Bytes) {
  for (const ChainedCase &shape : kCases)
    ChainedRun(shape, GetParam()).check();
}

INSTANTIATE_TEST_SUITE_P(All, ChainedConvolutionTest, testing::ValuesIn(getRunnableVariants()),
                         getVariantName);

} // namespace

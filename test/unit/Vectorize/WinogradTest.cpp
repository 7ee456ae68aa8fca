// Winograd convolutions on every instruction set against loops over scalars.

#include "CompiledModule.h"

#include "qopt/Support/Winograd.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"

#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

/// What inputs and weights are: any bytes, or those that bring the transformed
/// values and the sums to their bounds.
enum class Data { Random, Extreme, LargestSum, TooLargeSum };

struct WinogradCase {
  const char *name;
  /// Of the output; the input has 2 more.
  int batch, height, width;
  int inputs, outputs, rows, registers, bandRows, bandColumns;
  Data data = Data::Random;
  bool hasResidual = false, isAccumulator = false;
  /// Channels of the buffers that the input and the output are part of.
  int inputPitch = 0, outputPitch = 0;
};

const WinogradCase kCases[] = {
    {"whole_tiles", 1, 8, 8, 32, 64, 4, 2, 2, 2},
    {"bands", 1, 12, 16, 16, 16, 3, 1, 1, 4},
    {"narrow_rests", 1, 10, 6, 34, 40, 7, 2, 3, 2},
    {"a_rest_of_one", 2, 5, 9, 7, 19, 5, 2, 2, 3, Data::Random, true},
    {"overlapping_rests", 1, 7, 11, 6, 21, 5, 1, 1, 2, Data::Random, true},
    {"a_rest_in_a_band_of_its_own", 1, 6, 8, 5, 5, 4, 1, 1, 1},
    {"three_positions", 1, 3, 2, 3, 9, 2, 1, 1, 1},
    {"slices", 1, 4, 9, 8, 21, 5, 1, 1, 8, Data::Random, false, false, 11, 40},
    {"accumulators", 1, 9, 4, 9, 18, 6, 2, 4, 4, Data::Random, false, true},
    {"extreme_values", 1, 12, 12, 16, 16, 9, 1, 3, 3, Data::Extreme, false, true},
    {"largest_sum", 1, 6, 6, 116, 4, 4, 1, 2, 2, Data::LargestSum, false, true},
};

class WinogradRun {
public:
  WinogradRun(const WinogradCase &shape, const Variant &variant)
      : shape(shape), variant(variant), columns(variant.isa->lanes(32) * shape.registers),
        inputPitch(shape.inputPitch ? shape.inputPitch : shape.inputs),
        outputPitch(shape.outputPitch ? shape.outputPitch : shape.outputs) {
    makeData();
    pack();
  }

  std::vector<uint8_t> run() {
    CompiledModule module(getSource(), variant);
    std::vector<uint8_t> actual(outputBytes(), 0xA5);
    module.run("conv", input.data(), packedWeights.data(), packedBias.data(),
               packedMultipliers.data(), packedShifts.data(), residual.data(), transformed.data(),
               products.data(), actual.data());
    return actual;
  }

  std::vector<uint8_t> expected() const {
    std::vector<uint8_t> bytes(outputBytes(), 0xA5);
    for (int b = 0; b < shape.batch; ++b)
      for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
          for (int n = 0; n < shape.outputs; ++n) {
            int64_t pixel = (int64_t(b) * shape.height + y) * shape.width + x;
            int32_t value = accumulate(b, y, x, n);
            if (!shape.isAccumulator)
              value = finish(value, n, residual[pixel * shape.outputs + n]);
            memcpy(&bytes[(pixel * outputPitch + n) * resultBytes()], &value, resultBytes());
          }
    return bytes;
  }

private:
  size_t resultBytes() const { return shape.isAccumulator ? 4 : 1; }
  size_t outputBytes() const {
    return size_t(shape.batch) * shape.height * shape.width * outputPitch * resultBytes();
  }
  int panels() const { return llvm::divideCeil(shape.outputs, columns); }
  int pairs() const { return llvm::divideCeil(shape.inputs, 2); }
  int bandTiles() const { return shape.bandRows * shape.bandColumns; }
  int matrixStride() const { return bandTiles() * 2 * pairs() + 32; }
  int tileStride() const { return 36 * columns + 16; }

  int8_t &weight(int n, int i, int j, int c) {
    return weights[((n * 3 + i) * 3 + j) * shape.inputs + c];
  }
  uint8_t inputAt(int b, int y, int x, int c) const {
    return input[((b * (shape.height + 2) + y) * (shape.width + 2) + x) * inputPitch + c];
  }

  void makeData() {
    auto uniform = [&](int64_t low, int64_t high) {
      return std::uniform_int_distribution<int64_t>(low, high)(random);
    };
    input.resize(size_t(shape.batch) * (shape.height + 2) * (shape.width + 2) * inputPitch);
    weights.resize(size_t(shape.outputs) * 9 * shape.inputs);
    for (uint8_t &v : input)
      v = shape.data == Data::Random ? uniform(0, 255) : 255;
    for (int8_t &v : weights)
      v = uniform(-127, 127);
    if (shape.data == Data::Extreme)
      makeExtreme();
    if (shape.data == Data::LargestSum || shape.data == Data::TooLargeSum)
      makeLargestSum();
    for (int n = 0; n < shape.outputs; ++n) {
      bias.push_back(shape.isAccumulator ? 0 : uniform(-20000, 20000));
      // Shifts of both signs; most results inside the clamp.
      factors.push_back(
          {int32_t(uniform(16384, 32767)), int32_t(n % 7 == 3 ? uniform(-4, 0) : uniform(5, 11))});
    }
    residual.resize(size_t(shape.batch) * shape.height * shape.width * shape.outputs);
    for (uint8_t &v : residual)
      v = uniform(0, 255);
    transformed.assign(36 * matrixStride(), 0x5555);
    products.assign(bandTiles() * tileStride(), 0x55555555);
  }

  /// 255 where a row of the input's transform is positive, 127 and -127 in the signs of
  /// rows of the weights' transform: rows in one pattern, columns in another.
  void makeExtreme() {
    auto isPositive = [](int pattern, int position) {
      static constexpr bool kSigns[4][6] = {{true, false, false, false, true, false},
                                            {false, true, true, false, false, true},
                                            {false, false, true, true, false, false},
                                            {true, false, true, false, true, false}};
      return kSigns[pattern % 4][position % 6];
    };
    for (int y = 0; y < shape.height + 2; ++y)
      for (int x = 0; x < shape.width + 2; ++x)
        for (int c = 0; c < inputPitch; ++c)
          input[(y * (shape.width + 2) + x) * inputPitch + c] =
              isPositive(c, y) == isPositive(c / 4, x) ? 255 : 0;
    for (int n = 0; n < shape.outputs; ++n)
      for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j)
          for (int c = 0; c < shape.inputs; ++c)
            weight(n, i, j, c) = ((i == 1 && n % 2) != (j == 1 && n % 4 > 1)) ? -127 : 127;
  }

  /// Sums at the edge of the proof: channel 0 up, channel 1 down, or one beyond it.
  void makeLargestSum() {
    for (int n = 0; n < shape.outputs; ++n) {
      int64_t left = kWinogradWeightLimit - (shape.data == Data::LargestSum);
      for (int64_t k = 0; k < 9 * shape.inputs; ++k) {
        int64_t value = std::min<int64_t>(left, 127);
        weights[n * 9 * shape.inputs + k] = n % 2 ? -value : value;
        left -= value;
      }
      ASSERT_EQ(left, 0);
    }
  }

  void pack() {
    packedBias.resize(panels() * columns);
    packedMultipliers.assign(packedBias.size(), 16384);
    packedShifts.assign(packedBias.size(), 1);
    packedWeights.assign(size_t(panels()) * 36 * pairs() * columns * 2, 0);
    for (int n = 0; n < shape.outputs; ++n) {
      packedBias[n] = bias[n] + (shape.isAccumulator ? 0 : int32_t(roundingTerm(factors[n].shift)));
      packedMultipliers[n] = factors[n].multiplier;
      packedShifts[n] = factors[n].shift;
      for (int c = 0; c < shape.inputs; ++c)
        for (int i = 0; i < 6; ++i)
          for (int j = 0; j < 6; ++j)
            packedWeights[(((int64_t(n / columns) * 36 + number(i, j)) * pairs() + c / 2) *
                               columns +
                           n % columns) *
                              2 +
                          c % 2] = transform(n, c, i, j);
    }
  }

  /// The order of products in the op's description: by the sets that tiles have.
  static int number(int i, int j) {
    static constexpr int kNumbers[6][6] = {{0, 1, 2, 3, 16, 17},     {4, 5, 6, 7, 18, 19},
                                           {8, 9, 10, 11, 20, 21},   {12, 13, 14, 15, 22, 23},
                                           {24, 25, 26, 27, 32, 33}, {28, 29, 30, 31, 34, 35}};
    return kNumbers[i][j];
  }

  /// Rows of the op's description.
  int16_t transform(int n, int c, int row, int column) {
    static constexpr int kRows[6][3] = {{6, 0, 0}, {-1, -1, -1}, {-1, 1, -1},
                                        {0, 0, 6}, {1, 2, 4},    {1, -2, 4}};
    int sum = 0;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        sum += kRows[row][i] * kRows[column][j] * weight(n, i, j, c);
    return sum;
  }

  int32_t accumulate(int b, int y, int x, int n) const {
    int32_t sum = bias[n];
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        for (int c = 0; c < shape.inputs; ++c)
          sum += inputAt(b, y + i, x + j, c) * weights[((n * 3 + i) * 3 + j) * shape.inputs + c];
    return sum;
  }

  int32_t finish(int32_t sum, int n, uint8_t other) const {
    int32_t p = scale16(sum, factors[n]);
    if (shape.hasResidual)
      p = addResidual16(p, other, /*zeroPoint=*/100, {20000, 9});
    return finishFixed16(p, {9, 9, 250}, /*fractionBits=*/5);
  }

  static std::string memref(int batch, int height, int width, int channels, int pitch,
                            const char *element) {
    std::string layout;
    if (pitch != channels)
      layout = llvm::formatv(", strided<[{0}, {1}, {2}, 1]>", height * width * pitch, width * pitch,
                             pitch);
    return llvm::formatv("memref<{0}x{1}x{2}x{3}x{4}{5}>", batch, height, width, channels, element,
                         layout);
  }

  std::string getSource() const {
    std::string in =
        memref(shape.batch, shape.height + 2, shape.width + 2, shape.inputs, inputPitch, "i8");
    std::string out = memref(shape.batch, shape.height, shape.width, shape.outputs, outputPitch,
                             shape.isAccumulator ? "i32" : "i8");
    std::string other =
        memref(shape.batch, shape.height, shape.width, shape.outputs, shape.outputs, "i8");
    std::string w = llvm::formatv("memref<{0}x36x{1}x{2}x2xi16>", panels(), pairs(), columns).str();
    std::string channels = "memref<" + std::to_string(panels() * columns) + "x";
    std::string scratch = llvm::formatv("memref<36x{0}xi16>, memref<{1}x{2}xi32>", matrixStride(),
                                        bandTiles(), tileStride());
    std::string operands = "%in, %w, %b", types = in + ", " + w + ", " + channels + "i32>";
    std::string mode;
    if (!shape.isAccumulator) {
      operands += " multipliers %m shifts %s";
      types += ", " + channels + "i16>, " + channels + "i32>";
      mode = ", mode = #qint<rescale_mode fixed16>, output_zero_point = 9 : i32, clamp_min = 9 : "
             "i32, clamp_max = 250 : i32";
    }
    if (shape.hasResidual) {
      operands += " residual %r";
      types += ", " + other;
      mode += ", residual_zero_point = 100 : i32, residual_multiplier = 20000 : i32, "
              "residual_shift = 9 : i32";
    }
    return llvm::formatv(
        "func.func @conv(%in: {0}, %w: {1}, %b: {2}i32>, %m: {2}i16>, %s: {2}i32>, %r: {3}, %v: "
        "memref<36x{4}xi16>, %p: memref<{5}x{6}xi32>, %out: {7}) {{\n"
        "  qint.scheduled.winograd_conv2d {8} into %out scratch %v, %p {{tile = #qint.tile<{9} x "
        "{10}>, band = array<i64: {11}, {12}>{13}} : ({14}, {7}, {15}) -> ()\n  return\n}\n",
        in, w, channels, other, matrixStride(), bandTiles(), tileStride(), out, operands,
        shape.rows, columns, shape.bandRows, shape.bandColumns, mode, types, scratch);
  }

  const WinogradCase &shape;
  Variant variant;
  int columns, inputPitch, outputPitch;
  std::mt19937 random{11};
  std::vector<uint8_t> input, residual;
  std::vector<int8_t> weights;
  std::vector<int16_t> packedWeights, packedMultipliers, transformed;
  std::vector<int32_t> bias, packedBias, packedShifts, products;
  std::vector<FixedPointScale> factors;
};

class WinogradTest : public testing::TestWithParam<Variant> {};

// A wrong coefficient, tile, rest, band or row of the scratch; transformed values
// beyond 16 bits; writing past the last channel.
TEST_P(WinogradTest, GivesTheBytesOfAConvolution) {
  for (const WinogradCase &shape : kCases) {
    WinogradRun run(shape, GetParam());
    std::vector<uint8_t> actual = run.run(), expected = run.expected();
    for (size_t i = 0; i < actual.size(); ++i)
      ASSERT_EQ(actual[i], expected[i]) << shape.name << ", byte " << i;
  }
}

// The proof is tight: where a sum passes 2^25 by the smallest weight, an output is wrong.
TEST_P(WinogradTest, FailsOneBeyondTheProof) {
  WinogradCase shape = {"too_large_sum",   1,     4,   4, 116, 4, 1, 1, 1, 1,
                        Data::TooLargeSum, false, true};
  WinogradRun run(shape, GetParam());
  EXPECT_NE(run.run(), run.expected());
}

INSTANTIATE_TEST_SUITE_P(All, WinogradTest, testing::ValuesIn(getRunnableVariants()),
                         getVariantName);

} // namespace

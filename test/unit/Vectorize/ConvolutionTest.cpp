// Scheduled convolutions on every instruction set against loops over scalars.

#include "CompiledModule.h"

#include "qopt/Support/FixedPoint.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"

#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

enum class Result { Accumulator, Fixed16, Fixed32, Float32 };

struct ConvolutionCase {
  const char *name;
  int batch, height, width, inputs, outputs;
  int kernel[2], stride[2], dilation[2];
  int groups, rows, registers;
  Result result = Result::Fixed16;
  bool hasFunction = false, hasResidual = false;
  /// Channels of the buffers that the input and the output are part of.
  int inputPitch = 0, outputPitch = 0;
  bool matrixRegisters = false;
  /// Float channels that fill no more than half of the last vector for two positions at once.
  bool inPairs = false;
  /// Bytes of runs beyond whole steps are multiplied together.
  bool joinedTails = false;

  int outHeight() const { return (height - (kernel[0] - 1) * dilation[0] - 1) / stride[0] + 1; }
  int outWidth() const { return (width - (kernel[1] - 1) * dilation[1] - 1) / stride[1] + 1; }
};

const ConvolutionCase kConvolutions[] = {
    {"whole_panels", 1, 6, 16, 16, 64, {3, 3}, {1, 1}, {1, 1}, 1, 6, 2},
    {"ends_of_panels_and_rows", 2, 5, 12, 5, 37, {3, 2}, {1, 1}, {1, 1}, 1, 4, 2},
    {"first_layer", 1, 15, 17, 3, 20, {7, 7}, {2, 2}, {1, 1}, 1, 6, 1},
    {"strides_and_dilations", 1, 12, 14, 6, 9, {2, 3}, {2, 1}, {2, 2}, 1, 3, 1},
    {"groups", 1, 5, 7, 24, 40, {3, 3}, {1, 2}, {1, 1}, 4, 3, 1},
    {"pixelwise", 2, 3, 5, 40, 70, {1, 1}, {1, 1}, {1, 1}, 1, 7, 3},
    {"long_rows", 1, 2, 3, 70, 18, {1, 1}, {1, 1}, {1, 1}, 1, 2, 1},
    {"slices",
     1,
     4,
     9,
     8,
     21,
     {3, 3},
     {1, 1},
     {1, 1},
     1,
     5,
     1,
     Result::Fixed16,
     false,
     false,
     11,
     40},
    {"function", 1, 4, 9, 8, 45, {3, 3}, {1, 1}, {1, 1}, 1, 5, 1, Result::Fixed16, true, false},
    {"residual", 1, 4, 9, 8, 45, {3, 3}, {1, 1}, {1, 1}, 1, 5, 2, Result::Fixed16, false, true},
    {"function_and_residual",
     1,
     4,
     9,
     8,
     64,
     {1, 3},
     {1, 1},
     {1, 1},
     1,
     5,
     4,
     Result::Fixed16,
     true,
     true},
    {"large_image", 1, 130, 131, 16, 50, {1, 1}, {1, 1}, {1, 1}, 1, 6, 1},
    {"several_rows", 2, 7, 7, 12, 40, {3, 3}, {1, 1}, {1, 1}, 1, 11, 1},
    {"several_strided_rows_of_slices",
     1,
     11,
     8,
     6,
     21,
     {2, 3},
     {2, 2},
     {1, 2},
     1,
     7,
     1,
     Result::Fixed16,
     false,
     true,
     11,
     40},
    {"accumulators", 1, 4, 9, 7, 19, {3, 3}, {1, 1}, {1, 1}, 1, 5, 1, Result::Accumulator},
    {"fixed32", 1, 4, 9, 7, 35, {3, 3}, {1, 1}, {1, 1}, 1, 5, 1, Result::Fixed32},
    {"float32", 1, 4, 9, 7, 35, {3, 3}, {1, 1}, {1, 1}, 1, 5, 1, Result::Float32},
};

/// Runs that are no multiple of four bytes, whole kernel rows and single positions.
const ConvolutionCase kTails[] = {
    {"first_layer_of_colors", 1, 15, 17, 3, 40, {3, 3}, {2, 2}, {1, 1}, 1, 4, 2},
    {"first_layer_of_grays", 2, 9, 12, 1, 37, {5, 5}, {1, 1}, {1, 1}, 1, 3, 2},
    {"runs_without_whole_steps", 1, 7, 9, 3, 20, {3, 3}, {1, 2}, {1, 2}, 1, 4, 1},
    {"tails_of_groups", 1, 6, 7, 12, 40, {3, 2}, {1, 1}, {2, 1}, 2, 3, 1},
    {"long_tails", 1, 6, 7, 7, 33, {3, 1}, {1, 1}, {1, 1}, 1, 7, 2},
    {"tails_of_loops", 1, 9, 11, 70, 64, {3, 3}, {1, 1}, {1, 1}, 1, 6, 2},
};

const ConvolutionCase kDepthwise[] = {
    {"whole_registers", 1, 6, 16, 64, 64, {3, 3}, {1, 1}, {1, 1}, 0, 4, 2},
    {"ends_of_channels_and_rows", 2, 5, 12, 37, 37, {3, 2}, {1, 1}, {1, 1}, 0, 4, 1},
    {"strides_and_dilations", 1, 13, 15, 21, 21, {3, 3}, {2, 2}, {2, 3}, 0, 3, 1},
    {"large_kernel", 1, 12, 12, 16, 16, {7, 7}, {1, 1}, {1, 1}, 0, 3, 1},
    {"several_columns_and_bands", 1, 21, 19, 80, 80, {3, 3}, {1, 1}, {1, 1}, 0, 4, 1},
    {"narrower_than_a_tile", 2, 4, 4, 48, 48, {3, 2}, {1, 1}, {1, 1}, 0, 4, 1},
    {"few_channels", 2, 7, 19, 16, 16, {3, 3}, {1, 1}, {1, 1}, 0, 4, 1},
    {"single_positions", 1, 7, 9, 96, 96, {1, 1}, {1, 1}, {1, 1}, 0, 4, 1},
    {"carried_rows_of_strided_columns", 1, 9, 20, 16, 16, {5, 3}, {1, 2}, {1, 1}, 0, 4, 1},
    {"carried_rows_of_strides", 1, 27, 23, 80, 80, {3, 3}, {2, 2}, {1, 1}, 0, 4, 1},
    {"several_rows_carried", 1, 17, 11, 64, 64, {5, 2}, {3, 1}, {1, 1}, 0, 4, 1},
    {"no_row_carried", 1, 11, 21, 16, 16, {3, 5}, {3, 2}, {1, 1}, 0, 4, 1},
    {"quads_of_four_rows", 1, 15, 13, 80, 80, {5, 5}, {1, 1}, {1, 1}, 0, 4, 1},
    {"quads_of_four_strided_rows", 1, 19, 18, 64, 64, {5, 5}, {2, 2}, {1, 1}, 0, 4, 1},
    {"quads_of_four_rows_of_more", 1, 17, 9, 48, 48, {8, 5}, {3, 1}, {1, 1}, 0, 4, 1},
    {"quads_of_two_rows", 2, 11, 9, 37, 37, {5, 6}, {1, 1}, {1, 1}, 0, 4, 1},
    {"quads_of_two_strided_rows", 1, 14, 9, 16, 16, {6, 6}, {4, 3}, {1, 1}, 0, 4, 1},
    {"residual_of_several_columns",
     1,
     5,
     13,
     16,
     16,
     {3, 3},
     {1, 1},
     {1, 1},
     0,
     4,
     1,
     Result::Fixed16,
     false,
     true},
    {"large_image", 1, 90, 101, 70, 70, {3, 3}, {1, 1}, {1, 1}, 0, 4, 1},
    {"multiplied_channels", 1, 5, 7, 5, 15, {3, 3}, {1, 1}, {1, 1}, 0, 2, 1},
    {"function_and_residual",
     1,
     5,
     9,
     45,
     45,
     {3, 3},
     {1, 1},
     {1, 1},
     0,
     4,
     1,
     Result::Fixed16,
     true,
     true},
    {"fixed32", 1, 5, 9, 35, 35, {3, 3}, {1, 1}, {1, 1}, 0, 4, 1, Result::Fixed32},
};

/// Offset of an element of a [B,H,W,C] buffer whose pixels are `pitch` apart.
int64_t offsetOf(int64_t height, int64_t width, int64_t pitch, int64_t b, int64_t y, int64_t x,
                 int64_t c) {
  return ((b * height + y) * width + x) * pitch + c;
}

/// One case with data, what a scalar program makes of it, and the module.
template <typename Input, typename Accumulator> class ConvolutionRun {
public:
  ConvolutionRun(const ConvolutionCase &shape, const Variant &variant, bool isDepthwise)
      : shape(shape), variant(variant), isDepthwise(isDepthwise) {
    lanes = variant.isa->lanes(8 * sizeof(Accumulator));
    columns = lanes * shape.registers;
    groups = isDepthwise ? 1 : shape.groups;
    inputPitch = shape.inputPitch ? shape.inputPitch : shape.inputs;
    outputPitch = shape.outputPitch ? shape.outputPitch : shape.outputs;
    isSigned = sizeof(Input) == 1 && variant.isa->signedDot;
    wordWeights = !isDepthwise && sizeof(Input) == 1 && variant.isa->multipliesWords();
    makeData();
    pack();
  }

  void check() {
    CompiledModule module(getSource(), variant);
    size_t bytes = getResultBytes();
    std::vector<uint8_t> actual(outputCount() * bytes, 0xA5), expected = actual;
    computeExpected(expected);
    std::vector<int16_t> words(packedWeights.begin(), packedWeights.end());
    void *weightData = wordWeights ? static_cast<void *>(words.data()) : packedWeights.data();
    module.run("conv", input.data(), weightData, packedBias.data(), packedFactors(),
               packedShifts.data(), function.data(), residual.data(), actual.data());
    for (size_t i = 0; i < actual.size(); ++i)
      ASSERT_EQ(actual[i], expected[i])
          << shape.name << ": byte " << i % bytes << " of element " << i / bytes;
  }

private:
  static constexpr bool isFloat = std::is_same_v<Input, float>;
  using Weight = std::conditional_t<isFloat, float, int8_t>;
  using Residual = std::conditional_t<isFloat, float, uint8_t>;

  size_t outputCount() const {
    return size_t(shape.batch) * shape.outHeight() * shape.outWidth() * outputPitch;
  }
  int outputsPerGroup() const { return shape.outputs / groups; }
  int inputsPerOutput() const { return isDepthwise ? 1 : shape.inputs / groups; }
  int panels() const { return llvm::divideCeil(outputsPerGroup(), columns); }
  int packedChannels() const { return groups * panels() * columns; }
  bool isByteResult() const { return sizeof(Input) == 1; }
  StoredRange range() const {
    if (isByteResult())
      return {9, 9, 250};
    return {0, -32767, 32700};
  }

  void *packedFactors() {
    if (shape.result == Result::Float32)
      return scales.data();
    if (shape.result == Result::Fixed16)
      return multipliers16.data();
    return multipliers32.data();
  }

  size_t getResultBytes() const {
    if (shape.result == Result::Accumulator || isFloat)
      return sizeof(Accumulator);
    return isByteResult() ? 1 : 2;
  }

  int64_t weightIndex(int n, int i, int j, int c) const {
    return ((int64_t(n) * shape.kernel[0] + i) * shape.kernel[1] + j) * inputsPerOutput() + c;
  }

  void makeData() {
    auto uniform = [&](int64_t low, int64_t high) {
      return std::uniform_int_distribution<int64_t>(low, high)(random);
    };
    // Kernels may read, but not use, 3 bytes behind the input.
    input.resize(size_t(shape.batch) * shape.height * shape.width * inputPitch + 3);
    for (Input &v : input)
      v = isFloat          ? Input(uniform(-1000, 1000) / 64.0)
          : isByteResult() ? Input(uniform(0, 4) ? uniform(0, 255) : 255)
                           : Input(uniform(-32767, 32767));
    weights.resize(weightIndex(shape.outputs, 0, 0, 0));
    for (Weight &v : weights)
      v = isFloat ? Weight(uniform(-1000, 1000) / 777.0) : Weight(uniform(-127, 127));
    for (int n = 0; n < shape.outputs; ++n) {
      bias.push_back(isFloat ? Accumulator(uniform(-99, 99) / 7.0)
                             : Accumulator(uniform(-20000, 20000)));
      // Shifts of both signs; most results inside the clamp.
      shifts.push_back(shape.result == Result::Fixed16
                           ? int32_t(n % 7 == 3 ? uniform(-4, 0) : uniform(5, 11))
                           : int32_t(uniform(38, 46)));
      factors16.push_back(uniform(16384, 32767));
      factors32.push_back(sizeof(Accumulator) == 8 ? uniform(1 << 14, (1 << 15) - 1)
                                                   : uniform(1 << 30, INT32_MAX));
      factorsFloat.push_back(uniform(1, 1000) / 400000.0f);
    }
    for (int i = 0; i < kFunctionSegments; ++i) {
      base.push_back(uniform(-8000, 8000));
      slope.push_back(uniform(-4000, 4000));
      function.insert(function.end(), {base.back(), slope.back()});
    }
    residual.resize(size_t(shape.batch) * shape.outHeight() * shape.outWidth() * shape.outputs);
    for (Residual &v : residual)
      v = isFloat ? Residual(uniform(-999, 999) / 33.0) : Residual(uniform(0, 255));
  }

  /// Weights and parameters in the order of the op's description.
  void pack() {
    packedBias.resize(packedChannels());
    packedShifts.assign(packedChannels(), 1);
    multipliers16.assign(packedChannels(), 16384);
    multipliers32.assign(packedChannels(), 1 << 14);
    scales.assign(packedChannels(), 1.0f);
    for (int n = 0; n < shape.outputs; ++n) {
      int slot = n / outputsPerGroup() * panels() * columns + n % outputsPerGroup();
      packedBias[slot] = bias[n];
      if (shape.result == Result::Fixed16)
        packedBias[slot] += roundingTerm(shifts[n]);
      packedShifts[slot] = shifts[n];
      multipliers16[slot] = factors16[n];
      multipliers32[slot] = factors32[n];
      scales[slot] = factorsFloat[n];
      for (int64_t w = weightIndex(n, 0, 0, 0); isSigned && w < weightIndex(n + 1, 0, 0, 0); ++w)
        packedBias[slot] += 128 * weights[w];
    }
    isDepthwise ? packDepthwise() : packPanels();
  }

  void packDepthwise() {
    packedWeights.assign(size_t(shape.kernel[0]) * shape.kernel[1] * packedChannels(), 0);
    for (int n = 0; n < shape.outputs; ++n)
      for (int i = 0; i < shape.kernel[0]; ++i)
        for (int j = 0; j < shape.kernel[1]; ++j)
          packedWeights[(i * shape.kernel[1] + j) * packedChannels() + n] =
              weights[weightIndex(n, i, j, 0)];
    weightShape = llvm::formatv("{0}x{1}x{2}", shape.kernel[0], shape.kernel[1], packedChannels());
  }

  void packPanels() {
    int depth = isByteResult() ? (wordWeights ? 2 : 4) : 1;
    bool wholeRows = groups == 1 && shape.dilation[1] == 1 && inputPitch == shape.inputs;
    int runColumns = wholeRows ? shape.kernel[1] : 1;
    int runLength = runColumns * inputsPerOutput();
    // Pairs of words: 0 and 2, 1 and 3 of each four, if one of the two is there.
    int steps = wordWeights ? (runLength + 2) / 4 + (runLength + 3) / 4
                            : int(llvm::divideCeil(runLength, depth));
    int runs = shape.kernel[0] * shape.kernel[1] / runColumns;
    int tail = shape.joinedTails ? runLength % depth : 0;
    if (tail > 0)
      steps = runLength / depth;
    int allSteps = runs * steps + int(llvm::divideCeil(runs * tail, depth));
    packedWeights.assign(size_t(groups) * panels() * allSteps * columns * depth, 0);
    for (int n = 0; n < shape.outputs; ++n)
      for (int i = 0; i < shape.kernel[0]; ++i)
        for (int j = 0; j < shape.kernel[1]; ++j)
          for (int c = 0; c < inputsPerOutput(); ++c) {
            int panel = n / outputsPerGroup() * panels() + n % outputsPerGroup() / columns;
            int column = n % outputsPerGroup() % columns;
            int run = (i * shape.kernel[1] + j) / runColumns;
            int k = j % runColumns * inputsPerOutput() + c;
            int step = wordWeights ? k / 4 * 2 + k % 2 : k / depth;
            int place = wordWeights ? k % 4 / 2 : k % depth;
            step += run * steps;
            if (tail > 0 && k >= runLength - tail) {
              int inTails = run * tail + k - (runLength - tail);
              step = runs * steps + inTails / depth;
              place = inTails % depth;
            }
            int doubled = n % outputsPerGroup() - (outputsPerGroup() - doubledChannels());
            for (int copy = 0; copy <= (doubled >= 0 ? 1 : 0); ++copy)
              packedWeights[((int64_t(panel) * allSteps + step) * columns + column +
                             std::max(doubled, 0) + copy) *
                                depth +
                            place] = weights[weightIndex(n, i, j, c)];
          }
    weightShape = llvm::formatv("{0}x{1}x{2}x{3}x{4}", groups, panels(), allSteps, columns, depth);
  }

  /// Channels whose weights are stored twice.
  int doubledChannels() const {
    int last = outputsPerGroup() % columns % lanes;
    return shape.inPairs && 2 * last <= lanes ? last : 0;
  }

  static std::string typeName(size_t bytes) {
    return isFloat ? "f32" : "i" + std::to_string(8 * bytes);
  }

  std::string memref(int height, int width, int channels, int pitch,
                     const std::string &element) const {
    std::string layout;
    if (pitch != channels)
      layout = llvm::formatv(", strided<[{0}, {1}, {2}, 1]>", height * width * pitch, width * pitch,
                             pitch);
    return llvm::formatv("memref<{0}x{1}x{2}x{3}x{4}{5}>", shape.batch, height, width, channels,
                         element, layout);
  }

  std::string getSource() const {
    bool isFixed = shape.result == Result::Fixed16 || shape.result == Result::Fixed32;
    const char *factor = shape.result == Result::Float32   ? "f32"
                         : shape.result == Result::Fixed16 ? "i16"
                                                           : "i32";
    std::string inputType =
        memref(shape.height, shape.width, shape.inputs, inputPitch, typeName(sizeof(Input)));
    std::string outputType = memref(shape.outHeight(), shape.outWidth(), shape.outputs, outputPitch,
                                    typeName(getResultBytes()));
    std::string residualType =
        memref(shape.outHeight(), shape.outWidth(), shape.outputs, shape.outputs, typeName(1));
    std::string channels = "memref<" + std::to_string(packedChannels()) + "x";
    std::string accumulatorType = channels + typeName(sizeof(Accumulator)) + ">";
    std::string weightType = "memref<" + weightShape + "x" + typeName(wordWeights ? 2 : 1) + ">";
    std::string factorType = channels + factor + ">", shiftType = channels + "i32>";

    std::string operands = "%in, %w, %b",
                types = inputType + ", " + weightType + ", " + accumulatorType;
    auto add = [&](bool present, const std::string &text, const std::string &type) {
      if (!present)
        return;
      operands += text;
      types += ", " + type;
    };
    bool hasMode = shape.result != Result::Accumulator && !isFloat;
    add(hasMode && isFixed, " multipliers %m", factorType);
    add(hasMode && isFixed, " shifts %s", shiftType);
    add(hasMode && !isFixed, " scales %m", factorType);
    add(shape.hasFunction, " function %f", "memref<256x2xi16>");
    add(shape.hasResidual, " residual %r", residualType);
    return llvm::formatv(
        "func.func @conv(%in: {0}, %w: {1}, %b: {2}, %m: {3}, %s: {4}, %f: memref<256x2xi16>, "
        "%r: {5}, %out: {6}) {{\n"
        "  qint.scheduled.{7} {8} into %out {{{9}} : ({10}, {6}) -> ()\n  return\n}\n",
        inputType, weightType, accumulatorType, factorType, shiftType, residualType, outputType,
        isDepthwise ? "depthwise_conv2d" : "conv2d", operands, getAttributes(hasMode), types);
  }

  std::string getAttributes(bool hasMode) const {
    auto pair = [](const int (&values)[2]) {
      return llvm::formatv("array<i64: {0}, {1}>", values[0], values[1]).str();
    };
    std::string attributes = llvm::formatv(
        "kernel = {0}, stride = {1}, dilation = {2}, tile = #qint.tile<{3} x {4}>",
        pair(shape.kernel), pair(shape.stride), pair(shape.dilation), shape.rows, columns);
    if (!isDepthwise && groups > 1)
      attributes += llvm::formatv(", groups = {0} : i64", groups);
    if (isSigned)
      attributes += ", signed_input";
    if (shape.matrixRegisters)
      attributes += ", matrix_registers";
    if (shape.joinedTails)
      attributes += ", joined_tails";
    if (!isDepthwise)
      attributes += llvm::formatv(", doubled_channels = {0} : i64", doubledChannels());
    if (isFloat)
      attributes += ", float_min = -60.0 : f32, float_max = 80.0 : f32";
    if (!hasMode)
      return attributes;
    const char *mode = shape.result == Result::Fixed16   ? "fixed16"
                       : shape.result == Result::Fixed32 ? "fixed32"
                                                         : "float32";
    attributes += llvm::formatv(
        ", mode = #qint<rescale_mode {0}>, output_zero_point = {1} : i32, clamp_min = {2} : i32, "
        "clamp_max = {3} : i32, fraction_bits = {4} : i32",
        mode, range().zeroPoint, range().clampMin, range().clampMax, fractionBits());
    if (shape.hasResidual)
      attributes +=
          llvm::formatv(", residual_zero_point = {0} : i32, residual_multiplier = {1} : "
                        "i32, residual_shift = {2} : i32",
                        kResidualZeroPoint, kResidualScale.multiplier, kResidualScale.shift);
    return attributes;
  }

  int fractionBits() const { return shape.hasFunction ? 4 : 5; }

  Accumulator accumulate(int b, int y, int x, int n) const {
    Accumulator sum = bias[n];
    for (int i = 0; i < shape.kernel[0]; ++i)
      for (int j = 0; j < shape.kernel[1]; ++j)
        for (int c = 0; c < inputsPerOutput(); ++c) {
          int channel = isDepthwise ? n / (shape.outputs / shape.inputs)
                                    : n / outputsPerGroup() * inputsPerOutput() + c;
          Input a = input[offsetOf(shape.height, shape.width, inputPitch, b,
                                   y * shape.stride[0] + i * shape.dilation[0],
                                   x * shape.stride[1] + j * shape.dilation[1], channel)];
          Weight w = weights[weightIndex(n, i, j, c)];
          if constexpr (isFloat)
            sum = std::fma(a, w, sum);
          else
            sum += Accumulator(a) * w;
        }
    return sum;
  }

  int32_t finish(Accumulator sum, int n, int64_t residualOffset) const {
    switch (shape.result) {
    case Result::Accumulator:
      llvm_unreachable("not finished");
    case Result::Float32:
      return applyFloat32(int64_t(sum), factorsFloat[n], range());
    case Result::Fixed32:
      return sizeof(Accumulator) == 8
                 ? applyFixed15(int64_t(sum), {int32_t(factors32[n]), shifts[n]}, range())
                 : applyFixed32(int32_t(sum), {int32_t(factors32[n]), shifts[n]}, range());
    case Result::Fixed16:
      break;
    }
    FixedPointScale scale{factors16[n], shifts[n]};
    int32_t p = scale16(int32_t(sum), scale);
    if (shape.hasFunction)
      p = applyFunction16(scaleFunction16(int32_t(sum), scale), base, slope);
    if (shape.hasResidual)
      p = addResidual16(p, residual[residualOffset], kResidualZeroPoint, kResidualScale);
    return finishFixed16(p, range(), fractionBits());
  }

  void computeExpected(std::vector<uint8_t> &bytes) const {
    for (int b = 0; b < shape.batch; ++b)
      for (int y = 0; y < shape.outHeight(); ++y)
        for (int x = 0; x < shape.outWidth(); ++x)
          for (int n = 0; n < shape.outputs; ++n) {
            Accumulator sum = accumulate(b, y, x, n);
            size_t offset = offsetOf(shape.outHeight(), shape.outWidth(), outputPitch, b, y, x, n);
            uint8_t *target = bytes.data() + offset * getResultBytes();
            int64_t residualOffset =
                offsetOf(shape.outHeight(), shape.outWidth(), shape.outputs, b, y, x, n);
            if constexpr (isFloat) {
              if (shape.hasResidual)
                sum += residual[residualOffset];
              sum = std::min(std::max(sum, -60.0f), 80.0f);
            }
            if (isFloat || shape.result == Result::Accumulator) {
              memcpy(target, &sum, sizeof(sum));
              continue;
            }
            int32_t stored = finish(sum, n, residualOffset);
            memcpy(target, &stored, getResultBytes());
          }
  }

  static constexpr int32_t kResidualZeroPoint = 100;
  static constexpr FixedPointScale kResidualScale{20000, 9};

  const ConvolutionCase &shape;
  Variant variant;
  bool isDepthwise, isSigned, wordWeights;
  int lanes, columns, groups, inputPitch, outputPitch;
  std::mt19937 random{11};
  std::vector<Input> input;
  std::vector<Weight> weights, packedWeights;
  std::vector<Accumulator> bias, packedBias;
  std::vector<int32_t> shifts, packedShifts;
  std::vector<int16_t> factors16, multipliers16, function, base, slope;
  std::vector<int64_t> factors32;
  std::vector<int32_t> multipliers32;
  std::vector<float> factorsFloat, scales;
  std::vector<Residual> residual;
  std::string weightShape;
};

/// Tiles that matrices of 16 rows and 16 steps divide, and tiles and reductions that
/// leave rests; rests of positions, several lines, several panels, groups; one that
/// takes more registers than there are.
const ConvolutionCase kMatrices[] = {
    {"whole_matrices", 1, 1, 64, 64, 32, {1, 1}, {1, 1}, {1, 1}, 1, 32, 2},
    {"two_chunks_of_12_steps", 1, 3, 20, 96, 40, {1, 1}, {1, 1}, {1, 1}, 1, 30, 2},
    {"shorter_last_chunk", 1, 4, 19, 23, 37, {3, 3}, {1, 1}, {1, 1}, 1, 17, 2},
    {"short_chunk_only", 1, 5, 9, 3, 20, {3, 3}, {2, 2}, {1, 1}, 1, 4, 1},
    {"runs_of_pixels", 1, 9, 21, 24, 16, {3, 3}, {1, 2}, {2, 2}, 1, 9, 1},
    {"several_lines", 2, 9, 9, 16, 48, {3, 3}, {1, 1}, {1, 1}, 1, 14, 2},
    {"groups_of_channels", 1, 5, 7, 24, 80, {3, 3}, {1, 1}, {1, 1}, 2, 5, 2},
    {"large_pixels", 1, 2, 3, 700, 18, {1, 1}, {1, 1}, {1, 1}, 1, 6, 2},
    {"tall", 1, 1, 90, 16, 16, {1, 1}, {1, 1}, {1, 1}, 1, 90, 1},
    {"too_large", 1, 1, 70, 16, 64, {1, 1}, {1, 1}, {1, 1}, 1, 64, 4},
    {"slices_with_epilogue",
     1,
     4,
     21,
     8,
     45,
     {3, 3},
     {1, 1},
     {1, 1},
     1,
     19,
     2,
     Result::Fixed16,
     true,
     true,
     11,
     50},
    {"sums", 1, 4, 9, 7, 19, {3, 3}, {1, 1}, {1, 1}, 1, 5, 1, Result::Accumulator},
};

/// 8 of 16 lanes (4 of 8, 2 of 4) behind whole vectors and panels, and alone: windows that
/// pairs share, and those that they do not; odd numbers of positions, single ones, and
/// several lines; windows with gaps, and one that is too large to be interleaved.
const ConvolutionCase kPairs[] = {
    {"shared_window", 1, 6, 21, 24, 24, {3, 3}, {1, 1}, {1, 1}, 1, 18, 2},
    {"odd_positions", 1, 5, 15, 5, 72, {3, 2}, {1, 1}, {1, 1}, 1, 5, 2},
    {"single_positions", 2, 3, 5, 9, 18, {3, 3}, {1, 1}, {1, 1}, 1, 2, 2},
    {"own_windows", 1, 9, 19, 12, 4, {1, 1}, {2, 2}, {1, 1}, 1, 12, 1},
    {"pixelwise", 2, 3, 7, 40, 40, {1, 1}, {1, 1}, {1, 1}, 1, 8, 1},
    {"dilated_runs", 1, 9, 16, 7, 20, {3, 3}, {1, 1}, {2, 2}, 1, 6, 2},
    {"groups", 1, 5, 9, 24, 52, {3, 3}, {1, 1}, {1, 1}, 2, 7, 2},
    {"several_lines", 1, 7, 7, 6, 24, {3, 3}, {1, 1}, {1, 1}, 1, 12, 2},
    {"too_large", 1, 4, 10, 700, 24, {3, 3}, {1, 1}, {1, 1}, 1, 8, 2},
    {"slices",
     1,
     5,
     11,
     8,
     24,
     {3, 3},
     {2, 1},
     {1, 1},
     1,
     6,
     2,
     Result::Accumulator,
     false,
     true,
     11,
     40},
};

class ConvolutionTest : public testing::TestWithParam<Variant> {};

// Any error of addressing: panels, groups, runs that are padded, remainders of
// rows and of channels; writing past the last channel; epilogues.
TEST_P(ConvolutionTest, Bytes) {
  for (const ConvolutionCase &shape : kConvolutions)
    ConvolutionRun<uint8_t, int32_t>(shape, GetParam(), /*isDepthwise=*/false).check();
}

TEST_P(ConvolutionTest, BytesInMatrixRegisters) {
  if (!GetParam().isa->hasMatrixRegisters())
    GTEST_SKIP() << "the instruction set has none";
  for (ConvolutionCase shape : kMatrices) {
    shape.matrixRegisters = true;
    ConvolutionRun<uint8_t, int32_t>(shape, GetParam(), /*isDepthwise=*/false).check();
  }
}

TEST_P(ConvolutionTest, BytesWithJoinedTails) {
  if (GetParam().isa->multipliesWords())
    GTEST_SKIP() << "weights are words";
  for (ConvolutionCase shape : kTails) {
    shape.joinedTails = true;
    ConvolutionRun<uint8_t, int32_t>(shape, GetParam(), /*isDepthwise=*/false).check();
  }
}

TEST_P(ConvolutionTest, DepthwiseBytes) {
  for (const ConvolutionCase &shape : kDepthwise)
    ConvolutionRun<uint8_t, int32_t>(shape, GetParam(), /*isDepthwise=*/true).check();
}

// 16-bit inputs take neither functions nor residuals, and rescale by fixed32 or
// float32 only.
TEST_P(ConvolutionTest, Words) {
  for (ConvolutionCase shape : kConvolutions) {
    if (shape.hasFunction || shape.hasResidual)
      continue;
    if (shape.result == Result::Fixed16)
      shape.result = Result::Fixed32;
    ConvolutionRun<int16_t, int64_t>(shape, GetParam(), /*isDepthwise=*/false).check();
  }
  ConvolutionCase depthwise = kDepthwise[1];
  depthwise.result = Result::Fixed32;
  ConvolutionRun<int16_t, int64_t>(depthwise, GetParam(), /*isDepthwise=*/true).check();
}

// The chain of fused multiply-adds must start at the bias and keep its order.
TEST_P(ConvolutionTest, Floats) {
  auto check = [](llvm::ArrayRef<ConvolutionCase> cases, bool isDepthwise) {
    for (ConvolutionCase shape : cases) {
      shape.result = Result::Accumulator;
      shape.hasFunction = false;
      ConvolutionRun<float, float>(shape, GetParam(), isDepthwise).check();
    }
  };
  check(kConvolutions, /*isDepthwise=*/false);
  check(kDepthwise, /*isDepthwise=*/true);
}

TEST_P(ConvolutionTest, FloatsInPairsOfPositions) {
  for (ConvolutionCase shape : kPairs) {
    shape.result = Result::Accumulator;
    shape.inPairs = true;
    ConvolutionRun<float, float>(shape, GetParam(), /*isDepthwise=*/false).check();
  }
}

INSTANTIATE_TEST_SUITE_P(All, ConvolutionTest, testing::ValuesIn(getRunnableVariants()),
                         getVariantName);

} // namespace

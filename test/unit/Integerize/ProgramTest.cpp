#include "TestGraph.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt::test;

namespace {

/// Prints what a test measured, for its log.
void log(const char *name, const QuantizedProgram &program) {
  printf("%-24s float: simulated %5.1f dB, integer %5.1f dB; agreement %5.1f dB, worst %.4f\n",
         name, program.simulatedQuality, program.integerQuality, program.agreement,
         program.worstDifference);
}

/// What every quantized network must keep: it is near the float one, and the
/// fake-quantized program tells what the integer program does.
void expectFaithful(const char *name, const QuantizedProgram &program, double quality = 30.0,
                    double agreement = 40.0) {
  log(name, program);
  EXPECT_GT(program.integerQuality, quality);
  EXPECT_GT(program.agreement, agreement);
  EXPECT_LT(program.worstDifference, 0.03);
}

TEST(ProgramTest, ConvolutionsAndPools) {
  TestGraph g(getContext());
  Value x = g.argument({1, 12, 12, 3});
  Value a = g.maxPool(g.relu(g.conv(x, 8, 3, 1, 1)), 2, 2);
  Value b = g.relu(g.conv(a, 16, 3, 2, 1));
  Value c = g.avgPool(b, 3, 1, 1);
  g.results(g.conv(g.avgPool(c, 3, 3), 10, 1));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("convolutions", program);
  EXPECT_EQ(program.ops["qint.conv2d"], 3);
  EXPECT_EQ(program.ops["qint.dequantize"], 1);
}

TEST(ProgramTest, Residuals) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 8});
  Value trunk = g.relu(g.conv(x, 8, 3, 1, 1));
  for (int i = 0; i < 3; ++i)
    trunk = g.relu(g.add(g.conv(g.relu(g.conv(trunk, 8, 3, 1, 1)), 8, 3, 1, 1), trunk));
  g.results(g.conv(trunk, 4, 1));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("residuals", program, 30.0, 37.0);
  EXPECT_EQ(program.ops["qint.add"], 0);
}

TEST(ProgramTest, FunctionsInEpilogues) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 4});
  Value y = g.hardSwish(g.conv(x, 8, 3, 1, 1));
  y = g.silu(g.conv(y, 8, 3, 1, 1));
  y = g.gelu(g.conv(y, 8, 3, 1, 1));
  y = g.tanh(g.conv(y, 8, 3, 1, 1));
  y = g.leakyRelu(g.conv(y, 8, 3, 1, 1), 0.1f);
  g.results(g.sigmoid(g.conv(y, 8, 3, 1, 1)));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("functions", program, 25.0);
  EXPECT_EQ(program.ops["qint.table"], 0);
}

TEST(ProgramTest, FunctionAndResidualInOneEpilogue) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 4});
  Value a = g.relu(g.conv(x, 8, 3, 1, 1));
  Value b = g.add(a, g.hardSwish(g.conv(a, 8, 3, 1, 1)));
  Value c = g.relu(g.add(b, g.silu(g.conv(b, 8, 1))));
  g.results(g.conv(c, 8, 1));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("function and residual", program);
  EXPECT_EQ(program.ops["qint.add"], 0);
  EXPECT_EQ(program.ops["qint.conv2d"], 4);
}

TEST(ProgramTest, DepthwiseAndGrouped) {
  TestGraph g(getContext());
  Value x = g.argument({1, 9, 9, 4});
  Value a = g.relu(g.depthwise(x, 1, 3, 1));
  Value b = g.relu(g.depthwise(a, 2, 3, 1));
  Value c = g.relu(g.grouped(b, 2, 6, 3));
  Value d = g.add(g.grouped(c, 3, 6, 1), c);
  g.results({g.conv(d, 5, 1), g.grouped(d, 2, 4, 2)});
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("depthwise and grouped", program);
  EXPECT_EQ(program.ops["qint.depthwise_conv2d"], 2);
}

// Kernels smaller, equal to and larger than the stride, not multiples of it, and
// padding and cropping at every side.
TEST(ProgramTest, TransposedConvolutions) {
  struct {
    std::array<int64_t, 2> kernel, stride;
    std::array<int64_t, 4> outPad;
  } geometries[] = {{{2, 2}, {2, 2}, {0, 0, 0, 0}},     {{3, 3}, {2, 2}, {-1, 0, -1, 0}},
                    {{4, 4}, {2, 2}, {-1, -1, -1, -1}}, {{5, 2}, {3, 2}, {-2, 1, 0, 1}},
                    {{3, 3}, {1, 1}, {-1, -1, -1, -1}}, {{2, 3}, {3, 4}, {0, 1, 2, -1}},
                    {{4, 3}, {2, 1}, {-3, -3, -2, 0}}};
  for (auto &geometry : geometries) {
    TestGraph g(getContext());
    Value x = g.argument({1, 5, 6, 4});
    Value a = g.silu(g.transposeConv(x, 3, geometry.kernel, geometry.stride, geometry.outPad));
    Value b = g.transposeConv(x, 3, geometry.kernel, geometry.stride, geometry.outPad);
    g.results(g.conv(g.relu(g.add(a, b)), 4, 1));
    QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
    expectFaithful("transposed convolution", program);
    EXPECT_EQ(program.ops["qint.conv2d"], 3);
    EXPECT_EQ(program.ops["qint.add"], 0);
  }
}

TEST(ProgramTest, RepeatedElements) {
  TestGraph g(getContext());
  Value x = g.argument({1, 3, 4, 2});
  Value a = g.relu(g.conv(x, 4, 1));
  Value b = g.tile(g.upsample(a, /*nearest=*/true), {1, 1, 2, 1});
  g.results(g.conv(b, 4, 3));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("repeated elements", program);
  EXPECT_EQ(program.ops["tosa.resize"], 0);
}

// Interpolation works on floats, and goes back to the grid of its operand.
TEST(ProgramTest, InterpolationIsAnIsland) {
  TestGraph g(getContext());
  Value x = g.argument({1, 3, 4, 2});
  g.results(g.conv(g.upsample(g.relu(g.conv(x, 4, 1)), /*nearest=*/false), 4, 3));
  QuantizedProgram program = quantizeProgram(g);
  expectFaithful("interpolation", program);
  EXPECT_EQ(program.ops["tosa.resize"], 1);
  EXPECT_EQ(program.ops["qint.conv2d"], 2);
}

TEST(ProgramTest, TwoStoredOperands) {
  TestGraph g(getContext());
  Value x = g.argument({1, 6, 6, 4}), y = g.argument({1, 6, 6, 4});
  Value sum = g.relu(g.add(x, y)), difference = g.sub(x, y), product = g.mul(x, y);
  Value joined = g.concat({sum, difference, product}, 3);
  Value shifted = g.add(joined, g.random({1, 1, 1, 12}));
  g.results(g.conv(g.mul(shifted, g.random({1, 1, 1, 12}, 0.3, 1.0)), 4, 3));
  expectFaithful("two operands", quantizeProgram(g, {"", "require-integer=true"}), 25.0);
}

// x + tanh(transpose(x)) has one source but is no function of one element.
TEST(ProgramTest, RearrangedBranchesAreNoFunction) {
  TestGraph g(getContext());
  Value x = g.argument({1, 6, 6, 4});
  g.results(g.add(x, g.tanh(g.transpose(x, {0, 2, 1, 3}))));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("rearranged branches", program);
  EXPECT_EQ(program.ops["qint.add"], 1);
}

// Neither is the outer product of x and tanh(x).
TEST(ProgramTest, BroadcastBranchesAreNoFunction) {
  TestGraph g(getContext());
  Value x = g.argument({1, 1, 6, 1});
  g.results(g.mul(x, g.tanh(g.transpose(x, {0, 2, 1, 3}))));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("broadcast branches", program);
  EXPECT_EQ(program.ops["qint.mul"], 1);
}

TEST(ProgramTest, SqueezeAndExcite) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 4});
  Value y = g.silu(g.conv(x, 8, 3, 1, 1));
  Value gate = g.sigmoid(g.conv(g.relu(g.conv(g.avgPool(y, 8, 8), 4, 1)), 8, 1));
  g.results(g.conv(g.mul(y, gate), 4, 1));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("squeeze and excite", program);
  EXPECT_EQ(program.ops["qint.mul"], 1);
}

TEST(ProgramTest, Attention) {
  TestGraph g(getContext());
  Value x = g.argument({1, 1, 6, 16});
  auto project = [&] { return g.reshape(g.conv(x, 16, 1), {1, 6, 16}); };
  Value q = project(), k = project(), v = project();
  Value scores = g.mul(g.matmul(q, g.transpose(k, {0, 2, 1})), g.constant({1, 1, 1}, 0.25f));
  Value mixed = g.matmul(g.softmax(scores), v);
  g.results(g.conv(g.reshape(mixed, {1, 1, 6, 16}), 8, 1));
  QuantizedProgram program = quantizeProgram(g, {"", "require-integer=true"});
  expectFaithful("attention", program, 25.0, 35.0);
  EXPECT_EQ(program.ops["qint.softmax"], 1);
  EXPECT_EQ(program.ops["qint.batch_matmul"], 2);
}

TEST(ProgramTest, SoftmaxOfTheResultStaysInFloat) {
  TestGraph g(getContext());
  Value x = g.argument({1, 1, 1, 16});
  g.results(g.softmax(g.reshape(g.conv(x, 10, 1), {1, 10})));
  QuantizedProgram program = quantizeProgram(g);
  expectFaithful("softmax at the end", program);
  EXPECT_EQ(program.ops["qint.softmax"], 0);
  QuantizedProgram integer = quantizeProgram(g, {"", "require-integer=true"});
  log("softmax in integers", integer);
  EXPECT_EQ(integer.ops["qint.softmax"], 1);
}

// What only feeds results stays in float: a box in pixels and a probability need
// not share the 256 steps of one grid.
TEST(ProgramTest, ResultsOfDifferentSizeAreJoinedInFloat) {
  TestGraph g(getContext());
  Value x = g.relu(g.conv(g.argument({1, 4, 4, 3}), 8, 3, 1, 1));
  Value boxes = g.mul(g.conv(x, 4, 1), g.constant({1, 1, 1, 1}, 640.0f));
  Value scores = g.sigmoid(g.conv(x, 2, 1));
  g.results({g.concat({boxes, scores}, 3), scores});
  QuantizedProgram program = quantizeProgram(g);
  expectFaithful("joined results", program, 25.0);
  EXPECT_EQ(program.ops["tosa.concat"], 1);
  EXPECT_EQ(program.ops["qint.conv2d"], 3);
  QuantizedProgram integer = quantizeProgram(g, {"", "require-integer=true"});
  log("joined in integers", integer);
  EXPECT_EQ(integer.ops["tosa.concat"], 0);
  EXPECT_LT(integer.integerQuality, 10.0);
}

// A sum that an island and a later sum read is not rounded in between.
TEST(ProgramTest, FloatResidualStream) {
  TestGraph g(getContext());
  Value x = g.argument({1, 1, 6, 8});
  Value stream = g.conv(x, 8, 1);
  for (int i = 0; i < 2; ++i) {
    Value normalized = g.mul(stream, g.reciprocal(g.sumOfExponentials(stream)));
    stream = g.add(stream, g.conv(g.gelu(g.conv(normalized, 16, 1)), 8, 1));
  }
  g.results(g.mul(stream, g.reciprocal(g.sumOfExponentials(stream))));
  QuantizedProgram program = quantizeProgram(g);
  expectFaithful("float residual stream", program);
  EXPECT_EQ(program.ops["qint.conv2d"], 5);
  EXPECT_EQ(program.ops["qint.quantize"], 3);
}

TEST(ProgramTest, Island) {
  TestGraph g(getContext());
  Value x = g.argument({1, 6, 6, 4});
  Value y = g.relu(g.conv(x, 8, 3));
  g.results(g.conv(g.sumOfExponentials(y), 4, 1));
  QuantizedProgram program = quantizeProgram(g);
  expectFaithful("island", program, 25.0);
  EXPECT_EQ(program.ops["tosa.reduce_sum"], 1);
  EXPECT_EQ(program.ops["qint.conv2d"], 2);
}

TEST(ProgramTest, RescaleModes) {
  for (const char *mode : {"fixed32", "fixed32-double-round", "float32"}) {
    TestGraph g(getContext());
    Value x = g.argument({1, 8, 8, 3});
    Value a = g.relu(g.conv(x, 8, 3, 1, 1)), b = g.relu(g.conv(x, 8, 3, 1, 1));
    g.results(g.conv(g.avgPool(g.relu(g.mul(a, b)), 2, 2), 8, 3));
    expectFaithful(mode, quantizeProgram(g, {"", std::string("rescale=") + mode}));
  }
}

TEST(ProgramTest, SixteenBitActivations) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 3});
  Value a = g.relu(g.conv(x, 8, 3, 1, 1));
  Value b = g.relu(g.add(g.conv(a, 8, 3, 1, 1), a));
  Value c = g.silu(g.conv(g.maxPool(b, 2, 2), 64, 3, 1, 1));
  g.results(g.conv(c, 8, 3));
  QuantizeOptions options;
  options.activationBits = 16;
  QuantizedProgram program = quantizeProgram(g, options);
  expectFaithful("16 bits", program, 38.0, 70.0);
  EXPECT_EQ(program.ops["qint.conv2d"], 4);
  EXPECT_EQ(program.ops["qint.add"], 1);
}

TEST(ProgramTest, FourBitWeights) {
  TestGraph g(getContext());
  Value x = g.argument({1, 8, 8, 3});
  g.results(g.conv(g.relu(g.conv(x, 16, 3, 1, 1)), 8, 3));
  expectFaithful("4-bit weights", quantizeProgram(g, {"weight-bits=4"}), 15.0);
}

TEST(ProgramTest, Grids) {
  for (const char *grid : {"affine", "symmetric", "full-range", "power-of-two"}) {
    TestGraph g(getContext());
    Value x = g.argument({1, 8, 8, 3});
    g.results(g.conv(g.relu(g.conv(x, 16, 3, 1, 1)), 8, 3));
    expectFaithful(grid, quantizeProgram(g, {std::string("grid=") + grid}), 28.0);
  }
}

} // namespace

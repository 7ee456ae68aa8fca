#include "TestGraph.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt::test;

namespace {

/// A random network: each op reads random earlier values, so that values are
/// used once, often or never, and clusters overlap in every way.
void buildRandom(TestGraph &g, std::mt19937 &generator) {
  constexpr int64_t size = 6, channels = 4;
  std::vector<Value> values = {g.argument({1, size, size, channels})};
  auto pick = [&](size_t count) {
    return std::uniform_int_distribution<size_t>(0, count - 1)(generator);
  };
  auto any = [&] { return values[values.size() - 1 - pick(std::min<size_t>(values.size(), 5))]; };
  for (int i = 0; i < 14; ++i) {
    Value x = any(), y = any();
    switch (pick(16)) {
    case 0:
    case 1:
    case 2:
      values.push_back(g.conv(x, channels, 3, 1, 1));
      break;
    case 3:
      values.push_back(g.depthwise(x, 1, 3, 1));
      break;
    case 4:
      values.push_back(g.relu(x));
      break;
    case 5:
      values.push_back(g.clamp(x, -0.5f, 1.5f));
      break;
    case 6:
      values.push_back(g.hardSwish(x));
      break;
    case 7:
      values.push_back(g.silu(x));
      break;
    case 8:
      values.push_back(g.tanh(x));
      break;
    case 9:
    case 10:
      values.push_back(g.add(x, y));
      break;
    case 11:
      values.push_back(g.mul(g.sigmoid(x), y));
      break;
    case 12:
      // x - x is 0: a grid of scale 1, on which a bias that follows is coarse.
      values.push_back(x == y ? g.add(x, y) : g.sub(x, y));
      break;
    case 13:
      values.push_back(g.conv(g.concat({x, y}, 3), channels, 1));
      break;
    case 14:
      values.push_back(g.transpose(x, {0, 2, 1, 3}));
      break;
    case 15:
      values.push_back(g.avgPool(x, 3, 1, 1));
      break;
    }
  }
  g.results({g.conv(values.back(), channels, 1), values[values.size() - 3]});
}

// Whatever the graph, every pass succeeds, and the integer program does what the
// fake-quantized one says; without float ops where none are allowed.
TEST(RandomProgramTest, IntegersFollowTheSimulation) {
  QuantizeOptions wide;
  wide.activationBits = 16;
  const QuantizeOptions variants[] = {
      {"", "require-integer=true"}, {}, {"grid=symmetric", "rescale=float32"}, wide};
  for (unsigned seed = 1; seed <= 25; ++seed) {
    for (const QuantizeOptions &options : variants) {
      std::mt19937 generator(seed);
      TestGraph g(getContext(), seed);
      buildRandom(g, generator);
      QuantizedProgram program = quantizeProgram(g, options);
      ASSERT_TRUE(program.ok) << "seed " << seed;
      EXPECT_GT(program.agreement, 25.0) << "seed " << seed;
      EXPECT_GT(program.integerQuality, program.simulatedQuality - 3.0) << "seed " << seed;
    }
  }
}

} // namespace

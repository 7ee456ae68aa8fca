// Operators whose results are integers: exact, whatever the operands.

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

#include <random>

using namespace mlir;
using namespace qopt;

namespace {

/// What the evaluator makes of the model `text` (protobuf text format).
SmallVector<Tensor> run(MLIRContext &context, const std::string &text, ArrayRef<Tensor> inputs) {
  auto module = importOnnx(llvm::MemoryBufferRef(text, "model.pbtxt"), context);
  if (!module)
    return {};
  auto evaluator = Evaluator::create(*module->getOps<func::FuncOp>().begin());
  if (failed(evaluator))
    return {};
  auto results = evaluator->run(inputs);
  return succeeded(results) ? SmallVector<Tensor>(*results) : SmallVector<Tensor>();
}

Tensor makeBytes(MLIRContext &context, ArrayRef<int64_t> shape, std::mt19937 &random, bool isFull) {
  Tensor tensor(RankedTensorType::get(shape, IntegerType::get(&context, 8, IntegerType::Unsigned)));
  for (uint8_t &value : tensor.as<uint8_t>())
    value = isFull ? 255 : static_cast<uint8_t>(random());
  return tensor;
}

constexpr char matMulInteger[] = R"(
ir_version: 8 opset_import {{ version: 13 }
graph {{
  node {{ op_type: "MatMulInteger" input: ["a", "b"] output: "y" }
  input {{ name: "a" type {{ tensor_type {{ elem_type: 2 shape {{ dim [{{dim_value: 1}, {{dim_value: {0}}] } } } }
  input {{ name: "b" type {{ tensor_type {{ elem_type: 2 shape {{ dim [{{dim_value: {0}}, {{dim_value: 1}] } } } }
  output {{ name: "y" }
})";

// Sums of floats are exact below 2^24 only: one product too many in a part would
// round the result.
TEST(IntegerOpsTest, SumsOfAnyLengthAreExact) {
  MLIRContext context;
  std::mt19937 random(1);
  for (int64_t depth : {1, 257, 258, 259, 4111, 4113, 4200, 65536})
    for (bool isFull : {false, true}) {
      Tensor a = makeBytes(context, {1, depth}, random, isFull);
      Tensor b = makeBytes(context, {depth, 1}, random, isFull);
      int64_t expected = 0;
      for (auto [x, y] : llvm::zip_equal(a.as<uint8_t>(), b.as<uint8_t>()))
        expected += int64_t(x) * y;
      auto results = run(context, llvm::formatv(matMulInteger, depth).str(), {a, b});
      ASSERT_EQ(results.size(), 1u) << depth;
      // More than 32 bits wrap, as the standard's accumulators do.
      EXPECT_EQ(results[0].as<int32_t>()[0], static_cast<int32_t>(static_cast<uint32_t>(expected)))
          << depth;
    }
}

constexpr char dynamicQuantize[] = R"(
ir_version: 8 opset_import { version: 13 }
graph {
  node { op_type: "DynamicQuantizeLinear" input: "x" output: ["y", "s", "z"] }
  input { name: "x" type { tensor_type { elem_type: 1 shape { dim {dim_value: 64} } } } }
  output [{ name: "y" }, { name: "s" }, { name: "z" }]
})";

// TOSA has no division: a product with the reciprocal would decide some ties, such
// as those of ranges symmetric to 0, the other way.
TEST(IntegerOpsTest, DynamicGridsDivideExactly) {
  MLIRContext context;
  std::mt19937 random(2);
  std::normal_distribution<float> normal;
  for (int round = 0; round < 200; ++round) {
    Tensor x(RankedTensorType::get({64}, Float32Type::get(&context)));
    for (float &value : x.as<float>())
      value = normal(random) * std::exp2(static_cast<float>(round % 40 - 20));
    MutableArrayRef<float> values = x.as<float>();
    if (round % 2 == 0) { // The middle of the range falls on a tie.
      values[0] = 4 * std::exp2(static_cast<float>(round % 40 - 20)) * (1.0f + normal(random) / 8);
      values[1] = -values[0];
    }
    if (round == 1)
      llvm::fill(values, 0.0f);
    float max = std::max(0.0f, *llvm::max_element(values));
    float min = std::min(0.0f, *llvm::min_element(values));
    float scale = max == min ? 1.0f : (max - min) / 255.0f;
    float zeroPoint = std::clamp(std::nearbyint(-min / scale), 0.0f, 255.0f);
    auto results = run(context, dynamicQuantize, {x});
    ASSERT_EQ(results.size(), 3u);
    EXPECT_EQ(results[1].as<float>()[0], scale) << round;
    EXPECT_EQ(results[2].as<uint8_t>()[0], zeroPoint) << round;
    for (auto [q, value] : llvm::zip_equal(results[0].as<uint8_t>(), values))
      EXPECT_EQ(q, std::clamp(std::nearbyint(value / scale) + zeroPoint, 0.0f, 255.0f))
          << round << ": " << value;
  }
}

/// The model of a Div, a Mod and an fmod of two inputs of element type `{0}`.
constexpr char divisions[] = R"(
ir_version: 8 opset_import {{ version: 17 }
graph {{
  node {{ op_type: "Div" input: ["a", "b"] output: "q" }
  node {{ op_type: "Mod" input: ["a", "b"] output: "m" }
  node {{ op_type: "Mod" input: ["a", "b"] output: "f" attribute {{ name: "fmod" type: INT i: 1 } }
  input {{ name: "a" type {{ tensor_type {{ elem_type: {0} shape {{ dim {{dim_value: {1}} } } } }
  input {{ name: "b" type {{ tensor_type {{ elem_type: {0} shape {{ dim {{dim_value: {1}} } } } }
  output [{{ name: "q" }, {{ name: "m" }, {{ name: "f" }]
})";

/// All pairs of `values`, as dividends and divisors.
template <typename T>
std::pair<Tensor, Tensor> makePairs(ArrayRef<T> values, RankedTensorType type) {
  Tensor a(type), b(type);
  for (auto [i, x] : llvm::enumerate(values))
    for (auto [j, y] : llvm::enumerate(values)) {
      a.as<T>()[i * values.size() + j] = x;
      b.as<T>()[i * values.size() + j] = y;
    }
  return {a, b};
}

template <typename T> void checkDivisions(int elementType, Type type) {
  constexpr T least = std::numeric_limits<T>::min(), most = std::numeric_limits<T>::max();
  SmallVector<T> values{least, static_cast<T>(least + 1), 0, 1, 2, 3, 100, most};
  if (std::is_signed_v<T>)
    llvm::append_values(values, static_cast<T>(-1), static_cast<T>(-3), static_cast<T>(-100));
  auto count = static_cast<int64_t>(values.size() * values.size());
  std::pair<Tensor, Tensor> pairs = makePairs<T>(values, RankedTensorType::get({count}, type));
  const Tensor &a = pairs.first, &b = pairs.second;
  SmallVector<Tensor> results =
      run(*type.getContext(), llvm::formatv(divisions, elementType, count).str(), {a, b});
  ASSERT_EQ(results.size(), 3u);
  for (int64_t i = 0; i < count; ++i) {
    T x = a.as<T>()[i], y = b.as<T>()[i];
    bool wraps = std::is_signed_v<T> && y == static_cast<T>(-1);
    T quotient = y == 0 ? 0 : wraps ? static_cast<T>(-static_cast<uint64_t>(x)) : x / y;
    T rest = y == 0 || wraps ? 0 : x % y;
    T floored = rest != 0 && (rest < 0) != (y < 0) ? static_cast<T>(rest + y) : rest;
    EXPECT_EQ(results[0].as<T>()[i], quotient) << +x << " / " << +y;
    EXPECT_EQ(results[1].as<T>()[i], floored) << +x << " mod " << +y;
    EXPECT_EQ(results[2].as<T>()[i], rest) << +x << " fmod " << +y;
  }
}

// Divisions by 0, and of the least integer by -1, trap on most CPUs; the three
// kinds of rests differ in their signs only.
TEST(IntegerOpsTest, DivisionsAreDefinedEverywhere) {
  MLIRContext context;
  Builder b(&context);
  checkDivisions<int8_t>(3, b.getI8Type());
  checkDivisions<int16_t>(5, b.getI16Type());
  checkDivisions<int32_t>(6, b.getI32Type());
  checkDivisions<int64_t>(7, b.getI64Type());
  checkDivisions<uint8_t>(2, b.getIntegerType(8, /*isSigned=*/false));
}

constexpr char topK[] = R"(
ir_version: 8 opset_import { version: 13 }
graph {
  node { op_type: "TopK" input: ["x", "k"] output: ["y", "i"] }
  initializer { name: "k" dims: [1] data_type: 7 int64_data: [5] }
  input { name: "x" type { tensor_type { elem_type: 1 shape { dim {dim_value: 6} } } } }
  output [{ name: "y" }, { name: "i" }]
})";

// Scores that a mask sets to -inf come last, each once, in their order.
TEST(IntegerOpsTest, TopKOfInfiniteScores) {
  MLIRContext context;
  constexpr float infinity = std::numeric_limits<float>::infinity();
  Tensor x(RankedTensorType::get({6}, Float32Type::get(&context)));
  llvm::copy(ArrayRef({-infinity, 1.0f, -infinity, 2.0f, infinity, -infinity}),
             x.as<float>().begin());
  auto results = run(context, topK, {x});
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(ArrayRef<float>(results[0].as<float>()),
            ArrayRef({infinity, 2.0f, 1.0f, -infinity, -infinity}));
  EXPECT_EQ(ArrayRef<int64_t>(results[1].as<int64_t>()), ArrayRef<int64_t>({4, 3, 1, 0, 2}));
}

} // namespace

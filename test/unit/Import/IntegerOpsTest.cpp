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

} // namespace

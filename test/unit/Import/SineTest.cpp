// Sine and cosine, which the importer composes of other operations.

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "mlir/IR/MLIRContext.h"
#include "gtest/gtest.h"

#include <cmath>
#include <random>

using namespace mlir;
using namespace qopt;

namespace {

constexpr char model[] = R"(
ir_version: 8 opset_import { version: 13 }
graph {
  node { op_type: "Sin" input: "x" output: "s" }
  node { op_type: "Cos" input: "x" output: "c" }
  input { name: "x" type { tensor_type { elem_type: 1 shape { dim {dim_value: 4096} } } } }
  output [{ name: "s" }, { name: "c" }]
})";

// A multiple of pi that is rounded once too often moves all large angles.
TEST(SineTest, AnglesUpToTheirLimit) {
  MLIRContext context;
  auto module = importOnnx(llvm::MemoryBufferRef(model, "model.pbtxt"), context);
  ASSERT_TRUE(module);
  auto evaluator = Evaluator::create(*module->getOps<func::FuncOp>().begin());
  ASSERT_TRUE(succeeded(evaluator));
  std::mt19937 random(1);
  for (float limit : {1e-3f, 1.0f, 8.0f, 1024.0f, 32768.0f}) {
    std::uniform_real_distribution<float> angles(-limit, limit);
    Tensor x(RankedTensorType::get({4096}, Float32Type::get(&context)));
    for (float &angle : x.as<float>())
      angle = angles(random);
    x.as<float>()[0] = 0.0f;
    auto results = evaluator->run(ArrayRef(x));
    ASSERT_TRUE(succeeded(results));
    for (auto [index, angle] : llvm::enumerate(x.as<float>())) {
      EXPECT_NEAR((*results)[0].as<float>()[index], std::sin(double(angle)), 2e-6) << angle;
      EXPECT_NEAR((*results)[1].as<float>()[index], std::cos(double(angle)), 2e-6) << angle;
    }
  }
}

} // namespace

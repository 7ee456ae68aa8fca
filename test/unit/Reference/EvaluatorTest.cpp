// The evaluator itself: what it accepts, observers, constants, repeated runs.

#include "ReferenceTest.h"

#include <thread>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;
using ::testing::Test;

namespace {

class EvaluatorTest : public ReferenceTest {
protected:
  void expectRefusal(const std::string &text, const std::string &part) {
    std::string message = explainRefusal(text);
    EXPECT_NE(message.find(part), std::string::npos) << "got: " << message << text;
  }
};

TEST_F(EvaluatorTest, ReturnsArgumentsAndConstantsInOrder) {
  SmallVector<Tensor> results =
      run(R"(
    func.func @f(%x: tensor<2xf32>, %m: tensor<2xi1>)
        -> (tensor<2xi1>, tensor<2xf32>, tensor<3xi64>, tensor<2xf32>) {
      %c = arith.constant dense<[1, -2, 3]> : tensor<3xi64>
      return %m, %x, %c, %x : tensor<2xi1>, tensor<2xf32>, tensor<3xi64>, tensor<2xf32>
    })",
          {tensor<float>("tensor<2xf32>", {1.5f, -2.5f}), tensor<uint8_t>("tensor<2xi1>", {1, 0})});
  ASSERT_EQ(results.size(), 4u);
  EXPECT_EQ(results[0].as<uint8_t>(), ArrayRef<uint8_t>({1, 0}));
  EXPECT_EQ(results[1].as<float>(), ArrayRef<float>({1.5f, -2.5f}));
  EXPECT_EQ(results[2].as<int64_t>(), ArrayRef<int64_t>({1, -2, 3}));
  EXPECT_EQ(results[3], results[1]);
}

// Dense, splat, bool and resource constants have different bytes in memory.
TEST_F(EvaluatorTest, DecodesConstantsOfAllKinds) {
  SmallVector<Tensor> results = run(R"(
    func.func @f() -> (tensor<5xi1>, tensor<4xi1>, tensor<3xui8>, tensor<2x2xi16>, tensor<3xf32>,
                       tensor<2xf32>) {
      %a = "tosa.const"() {values = dense<[true, false, true, true, false]> : tensor<5xi1>}
        : () -> tensor<5xi1>
      %b = "tosa.const"() {values = dense<true> : tensor<4xi1>} : () -> tensor<4xi1>
      %c = arith.constant dense<[0, 128, 255]> : tensor<3xui8>
      %d = "tosa.const"() {values = dense<-300> : tensor<2x2xi16>} : () -> tensor<2x2xi16>
      %e = "tosa.const"() {values = dense<[0.5, -0.0, 0x7F800000]> : tensor<3xf32>}
        : () -> tensor<3xf32>
      %f = "tosa.const"() {values = dense_resource<blob> : tensor<2xf32>} : () -> tensor<2xf32>
      return %a, %b, %c, %d, %e, %f : tensor<5xi1>, tensor<4xi1>, tensor<3xui8>, tensor<2x2xi16>,
        tensor<3xf32>, tensor<2xf32>
    }
    {-# dialect_resources: { builtin: { blob: "0x040000000000803f000000c0" } } #-})",
                                    {});
  ASSERT_EQ(results.size(), 6u);
  EXPECT_EQ(results[0].as<uint8_t>(), ArrayRef<uint8_t>({1, 0, 1, 1, 0}));
  EXPECT_EQ(results[1].as<uint8_t>(), ArrayRef<uint8_t>({1, 1, 1, 1}));
  EXPECT_EQ(results[2].as<uint8_t>(), ArrayRef<uint8_t>({0, 128, 255}));
  EXPECT_EQ(results[3].as<int16_t>(), ArrayRef<int16_t>({-300, -300, -300, -300}));
  expectSameBits(results[4].as<float>(), {0.5f, -0.0f, std::numeric_limits<float>::infinity()});
  expectSameBits(results[5].as<float>(), {1.0f, -2.0f});
}

const char *kObserved = R"(
  func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
    %c = "tosa.const"() {values = dense<[1.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
    %k = calib.observe %c, "constant" : tensor<2xf32>
    %0 = calib.observe %x, "input" : tensor<2xf32>
    %1 = tosa.add %0, %k : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %2 = calib.observe epilogue %1, "sum" : tensor<2xf32>
    %3 = calib.annotate %2, "same" in <0.0, 1.0> : tensor<2xf32>
    %4 = calib.observe mean_only %3, "unused" : tensor<2xf32>
    return %3 : tensor<2xf32>
  })";

// Observations are made in program order, of constants and unused values too.
TEST_F(EvaluatorTest, ObserversSeeEverySite) {
  mlir::FailureOr<Evaluator> evaluator = Evaluator::create(parse(kObserved));
  ASSERT_TRUE(succeeded(evaluator));
  Tensor input = tensor<float>("tensor<2xf32>", {10, 20});
  std::vector<std::pair<std::string, float>> seen;
  auto results = evaluator->run(input, [&](calib::ObserveOp op, const Tensor &value) {
    EXPECT_EQ(value.getType(), op.getType());
    seen.emplace_back(op.getSite(), value.as<float>()[1]);
  });
  ASSERT_TRUE(succeeded(results));
  EXPECT_EQ((*results)[0].as<float>(), ArrayRef<float>({11, 22}));
  std::vector<std::pair<std::string, float>> expected = {
      {"constant", 2.0f}, {"input", 20.0f}, {"sum", 22.0f}, {"unused", 22.0f}};
  EXPECT_EQ(seen, expected);
}

// A run leaves nothing behind, and runs do not disturb each other.
TEST_F(EvaluatorTest, RunsAreIndependent) {
  mlir::FailureOr<Evaluator> evaluator = Evaluator::create(parse(kObserved));
  ASSERT_TRUE(succeeded(evaluator));
  std::vector<Tensor> inputs;
  for (int i = 0; i < 4; ++i)
    inputs.push_back(tensor<float>("tensor<2xf32>", {float(i), float(-i)}));
  std::vector<int> good(4);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      for (int round = 0; round < 50; ++round) {
        auto results = evaluator->run(inputs[i]);
        good[i] += succeeded(results) &&
                   (*results)[0].as<float>() == ArrayRef<float>({1.0f + i, 2.0f - i});
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 50));
}

TEST_F(EvaluatorTest, KnowsItsTypes) {
  mlir::FailureOr<Evaluator> evaluator = Evaluator::create(parse(R"(
    func.func @f(%x: tensor<2x3xf32>) -> tensor<6xf32> {
      %s = tosa.const_shape {values = dense<6> : tensor<1xindex>} : () -> !tosa.shape<1>
      %r = tosa.reshape %x, %s : (tensor<2x3xf32>, !tosa.shape<1>) -> tensor<6xf32>
      return %r : tensor<6xf32>
    })"));
  ASSERT_TRUE(succeeded(evaluator));
  ASSERT_EQ(evaluator->getInputTypes().size(), 1u);
  EXPECT_EQ(evaluator->getInputTypes()[0], type("tensor<2x3xf32>"));
  EXPECT_EQ(evaluator->getOutputTypes()[0], type("tensor<6xf32>"));
}

TEST_F(EvaluatorTest, RunChecksItsInputs) {
  mlir::FailureOr<Evaluator> evaluator = Evaluator::create(parse(kObserved));
  ASSERT_TRUE(succeeded(evaluator));
  EXPECT_TRUE(failed(evaluator->run({})));
  EXPECT_NE(messages.find("expects 1 inputs but got 0"), std::string::npos) << messages;
  EXPECT_TRUE(failed(evaluator->run(Tensor(type("tensor<3xf32>")))));
  EXPECT_NE(messages.find("input 0 must be a 'tensor<2xf32>' but is a 'tensor<3xf32>'"),
            std::string::npos)
      << messages;
  EXPECT_TRUE(failed(evaluator->run(Tensor())));
}

TEST_F(EvaluatorTest, RefusesWhatItDoesNotKnow) {
  expectRefusal(R"(
    func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
      %0 = tosa.sin %x : (tensor<2xf32>) -> tensor<2xf32>
      return %0 : tensor<2xf32>
    })",
                "'tosa.sin' op cannot be evaluated: the reference evaluator does not know this op");
  expectRefusal("func.func private @f(%x: tensor<2xf32>) -> tensor<2xf32>",
                "its body must be one block");
  expectRefusal("func.func @f(%x: memref<2xf32>) { return }",
                "type 'memref<2xf32>' is not a ranked tensor");
  expectRefusal(R"(
    func.func @f(%x: tensor<2xf32>) -> f32 {
      %0 = arith.constant 1.0 : f32
      return %0 : f32
    })",
                "type 'f32' is not a ranked tensor");
}

TEST_F(EvaluatorTest, RefusesTypesItCannotHold) {
  auto identity = [](const std::string &type) {
    return "func.func @f(%x: " + type + ") -> " + type + " {\n  return %x : " + type + "\n}";
  };
  expectRefusal(identity("tensor<?xf32>"), "has dynamic sizes");
  expectRefusal(identity("tensor<*xf32>"), "is not a ranked tensor");
  expectRefusal(R"(
    func.func @f() -> tensor<2x0xf32> {
      %0 = arith.constant dense<> : tensor<2x0xf32>
      return %0 : tensor<2x0xf32>
    })",
                "has no elements");
  expectRefusal(identity("tensor<2xi4>"), "element type 'i4' is not f32 or an integer of 1, 8");
  expectRefusal(identity("tensor<2xf16>"), "element type 'f16' is not f32");
  expectRefusal(identity("tensor<2xindex>"), "element type 'index'");
  expectRefusal(identity("tensor<4294967296x4294967296x4294967296xf32>"), "more than 2^31");
  expectRefusal(identity("tensor<65536x65536xf32>"), "more than 2^31");
}

TEST_F(EvaluatorTest, RefusesBrokenConstants) {
  expectRefusal(R"(
    func.func @f() -> tensor<2xf32> {
      %0 = "tosa.const"() {values = dense_resource<missing> : tensor<2xf32>} : () -> tensor<2xf32>
      return %0 : tensor<2xf32>
    })",
                "the resource 'missing' is missing or does not have the size");
  expectRefusal(R"(
    func.func @f() -> tensor<2xf32> {
      %0 = "tosa.const"() {values = dense_resource<short> : tensor<2xf32>} : () -> tensor<2xf32>
      return %0 : tensor<2xf32>
    }
    {-# dialect_resources: { builtin: { short: "0x040000000000803f" } } #-})",
                "the resource 'short' is missing or does not have the size");
  expectRefusal(R"(
    func.func @f() -> tensor<4xf32> {
      %0 = arith.constant sparse<[[1]], [2.0]> : tensor<4xf32>
      return %0 : tensor<4xf32>
    })",
                "a constant must be `dense");
}

// Quantized TOSA is valid IR, but not what these kernels compute.
TEST_F(EvaluatorTest, RefusesOtherElementTypes) {
  expectRefusal(R"(
    func.func @f(%x: tensor<1x4x4x1xi8>) -> tensor<1x4x4x1xi8> {
      %zp = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
      %0 = tosa.avg_pool2d %x, %zp, %zp {acc_type = i32, kernel = array<i64: 1, 1>,
        pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>}
        : (tensor<1x4x4x1xi8>, tensor<1xi8>, tensor<1xi8>) -> tensor<1x4x4x1xi8>
      return %0 : tensor<1x4x4x1xi8>
    })",
                "'tosa.avg_pool2d' op cannot be evaluated: element type 'i8' is not f32");
  expectRefusal(R"(
    func.func @f(%x: tensor<4xi32>) -> tensor<4xi32> {
      %s = "tosa.const"() {values = dense<3> : tensor<1xi8>} : () -> tensor<1xi8>
      %0 = tosa.mul %x, %x, %s : (tensor<4xi32>, tensor<4xi32>, tensor<1xi8>) -> tensor<4xi32>
      return %0 : tensor<4xi32>
    })",
                "its shift must be a constant 0");
  expectRefusal(R"(
    func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
      %0 = tosa.clamp %x {min_val = 0.0 : f32, max_val = 6.0 : f32, nan_mode = IGNORE}
        : (tensor<4xf32>) -> tensor<4xf32>
      return %0 : tensor<4xf32>
    })",
                "only `nan_mode = PROPAGATE` is supported");
}

} // namespace

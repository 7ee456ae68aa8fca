#ifndef QOPT_TEST_UNIT_INTEGERIZE_TESTGRAPH_H
#define QOPT_TEST_UNIT_INTEGERIZE_TESTGRAPH_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "qopt/Reference/Tensor.h"

#include <array>
#include <random>

namespace qopt::test {

/// Builds small float networks with random weights.
class TestGraph {
public:
  explicit TestGraph(mlir::MLIRContext *context, unsigned seed = 1);

  mlir::Value argument(llvm::ArrayRef<int64_t> shape);
  /// Normally distributed values times `scale`, plus `offset`.
  mlir::Value random(llvm::ArrayRef<int64_t> shape, double scale = 1.0, double offset = 0.0);
  mlir::Value constant(llvm::ArrayRef<int64_t> shape, float value);

  mlir::Value conv(mlir::Value x, int64_t channels, int64_t kernel, int64_t stride = 1,
                   int64_t pad = 0, double biasScale = 0.3);
  mlir::Value depthwise(mlir::Value x, int64_t multiplier, int64_t kernel, int64_t pad);
  mlir::Value grouped(mlir::Value x, int64_t groups, int64_t channels, int64_t kernel);
  /// `outPad` is top, bottom, left, right.
  mlir::Value transposeConv(mlir::Value x, int64_t channels, std::array<int64_t, 2> kernel,
                            std::array<int64_t, 2> stride, std::array<int64_t, 4> outPad);
  /// Twice the size, by repetition or interpolation.
  mlir::Value upsample(mlir::Value x, bool nearest);
  mlir::Value tile(mlir::Value x, llvm::ArrayRef<int64_t> multiples);
  mlir::Value clamp(mlir::Value x, float min, float max);
  mlir::Value relu(mlir::Value x);
  mlir::Value add(mlir::Value a, mlir::Value b);
  mlir::Value sub(mlir::Value a, mlir::Value b);
  mlir::Value mul(mlir::Value a, mlir::Value b);
  mlir::Value sigmoid(mlir::Value x);
  mlir::Value tanh(mlir::Value x);
  mlir::Value reciprocal(mlir::Value x);
  mlir::Value hardSwish(mlir::Value x);
  mlir::Value silu(mlir::Value x);
  mlir::Value gelu(mlir::Value x);
  mlir::Value leakyRelu(mlir::Value x, float slope);
  mlir::Value maxPool(mlir::Value x, int64_t kernel, int64_t stride);
  mlir::Value avgPool(mlir::Value x, int64_t kernel, int64_t stride, int64_t pad = 0);
  mlir::Value concat(llvm::ArrayRef<mlir::Value> values, int64_t axis);
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int32_t> permutation);
  mlir::Value matmul(mlir::Value a, mlir::Value b);
  mlir::Value softmax(mlir::Value x);
  /// Ends in an op that has no integer form.
  mlir::Value sumOfExponentials(mlir::Value x);

  /// Ends the function.
  void results(llvm::ArrayRef<mlir::Value> values);

  mlir::ModuleOp getModule() { return *module; }
  mlir::func::FuncOp getFunction() { return function; }

private:
  template <typename Op> mlir::Value unary(mlir::Value x) {
    return Op::create(builder, loc, x.getType(), x);
  }
  mlir::Value splatLike(mlir::Value x, float value);
  mlir::Value shapeConstant(llvm::ArrayRef<int64_t> values);
  mlir::Value zeroPoint() { return constant({1}, 0.0f); }

  mlir::OpBuilder builder;
  mlir::Location loc;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  mlir::func::FuncOp function;
  std::mt19937 generator;
};

/// How a program is quantized.
struct QuantizeOptions {
  std::string fakeQuantize; ///< options of qopt-fake-quantize
  std::string integerize;   ///< options of qopt-integerize
  std::string observe;      ///< options of qopt-insert-observers
  unsigned activationBits = 8;
  unsigned samples = 8;
};

/// What became of a program.
struct QuantizedProgram {
  bool ok = false;
  mlir::OwningOpRef<mlir::ModuleOp> fakeQuantized, integer;
  /// Signal to noise ratios in dB, least over the results: fake-quantized against
  /// float, integer against float, integer against fake-quantized.
  double simulatedQuality = 0, integerQuality = 0, agreement = 0;
  /// Largest difference between integer and fake-quantized results, as a share
  /// of the largest magnitude of the result.
  double worstDifference = 0;
  /// Number of ops of the integer program by name.
  llvm::StringMap<int> ops;
};

/// Observes, calibrates on random samples (min-max), fake-quantizes, integerizes,
/// and runs all three programs on other samples. Fails the test on any error.
QuantizedProgram quantizeProgram(TestGraph &graph, const QuantizeOptions &options = {});

/// A context with everything registered.
mlir::MLIRContext *getContext();

} // namespace qopt::test

#endif // QOPT_TEST_UNIT_INTEGERIZE_TESTGRAPH_H

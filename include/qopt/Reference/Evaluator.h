#ifndef QOPT_REFERENCE_EVALUATOR_H
#define QOPT_REFERENCE_EVALUATOR_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Support/LLVM.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Reference/Tensor.h"

#include <functional>
#include <memory>

namespace qopt {

/// Runs a function on tensors, op by op: the definition of what every compiled
/// program computes, byte for byte (docs/Numerics.md).
///
/// It covers the phases from `float` to `integer`: TOSA and the few linalg ops
/// beside it in f32, all of `calib`, and the tensor ops of `qint`. The function
/// is one block of such ops on statically shaped tensors.
///
/// The rules that fix the bytes of float results:
/// * each operation is one IEEE f32 operation, rounded to nearest even; nothing
///   is contracted or reassociated, subnormals are kept;
/// * a dot product is one chain of `fma` per output, which starts at the bias
///   (matmul: at +0.0) and goes through the kernel rows, kernel columns and
///   input channels in ascending order; positions in the padding take part as
///   `fma(0.0, weight, acc)`, but for those that `splitAtPadding` leaves out;
/// * `tosa.transpose_conv2d` is a convolution for each of its stride phases,
///   which goes through the input rows, columns and channels in ascending
///   order, hence through the kernel backwards;
/// * means of windows are a chain of additions in row-major order from +0.0,
///   divided by the number of positions inside the input;
/// * `tosa.reduce_sum` along the last dimension keeps 16 partial sums, as
///   `qint.scheduled.reduce` says; along any other it is one chain in
///   ascending order from +0.0;
/// * `tosa.resize` interpolates along x, then along y, each time as
///   `a * (1 - d) + b * d` of four rounded operations, and not at all along a
///   dimension of size 1;
/// * maxima, minima and clamps propagate NaN and order -0.0 below +0.0, as
///   `arith.maximumf` does;
/// * exp, log, erf, tanh, sigmoid, pow and rsqrt come from
///   `qopt/Support/FloatFunctions.h`; reciprocal is 1 / x.
class Evaluator {
public:
  /// Called where a run passes a `calib.observe`, with its value.
  using Observer = std::function<void(calib::ObserveOp, const Tensor &)>;

  /// Prepares `function`: constants are decoded, weights brought into the order
  /// that the kernels read, and ops on constants alone evaluated. Fails, with an
  /// error at the op, where an op, a type or a shape is not supported.
  ///
  /// The evaluator refers to the ops of `function`, which must outlive it.
  static mlir::FailureOr<Evaluator> create(mlir::func::FuncOp function);

  /// Runs the function once. Fails, with an error at the function, if `inputs`
  /// differ from its arguments in number or type. May be called from several
  /// threads at a time.
  mlir::FailureOr<llvm::SmallVector<Tensor>> run(llvm::ArrayRef<Tensor> inputs,
                                                 Observer observer = {}) const;

  /// Types of the function's arguments and results.
  llvm::SmallVector<mlir::RankedTensorType> getInputTypes() const;
  llvm::SmallVector<mlir::RankedTensorType> getOutputTypes() const;

private:
  struct Plan;
  class Planner;

  explicit Evaluator(std::shared_ptr<const Plan> plan) : plan(std::move(plan)) {}

  std::shared_ptr<const Plan> plan;
};

} // namespace qopt

#endif // QOPT_REFERENCE_EVALUATOR_H

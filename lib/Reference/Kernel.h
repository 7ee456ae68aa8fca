// What the evaluator knows of an op: a function that checks and prepares it
// once, and the kernel that this function returns.

#ifndef QOPT_LIB_REFERENCE_KERNEL_H
#define QOPT_LIB_REFERENCE_KERNEL_H

#include "mlir/IR/Operation.h"
#include "mlir/Support/LLVM.h"
#include "qopt/Reference/Tensor.h"

#include <functional>

namespace qopt::reference {

using namespace mlir;

/// Computes the result of one op. `operands` has an entry per operand, null for
/// those that are not tensors; `result` has its type and is zero.
using Kernel = std::function<void(ArrayRef<const Tensor *> operands, Tensor &result)>;

/// The values that are known when an op is prepared.
class Constants {
public:
  void insert(Value value, std::shared_ptr<const Tensor> tensor) {
    tensors[value] = std::move(tensor);
  }

  /// The constant behind `value`, or null.
  std::shared_ptr<const Tensor> lookup(Value value) const { return tensors.lookup(value); }

private:
  DenseMap<Value, std::shared_ptr<const Tensor>> tensors;
};

/// Maps ops to the functions that prepare them.
class KernelRegistry {
public:
  using Prepare = std::function<FailureOr<Kernel>(Operation *, const Constants &)>;

  /// The registry of all supported ops.
  static const KernelRegistry &get();

  /// The function for `op`, or null if the op is not supported.
  const Prepare *lookup(Operation *op) const;

  /// `prepare` emits an error where it fails. An empty kernel means that the
  /// result is the first operand itself.
  template <typename Op> void add(FailureOr<Kernel> (*prepare)(Op, const Constants &)) {
    prepares[TypeID::get<Op>()] = [prepare](Operation *op, const Constants &constants) {
      return prepare(cast<Op>(op), constants);
    };
  }

private:
  DenseMap<TypeID, Prepare> prepares;
};

void populateCalibKernels(KernelRegistry &registry);
void populateDataMovementKernels(KernelRegistry &registry);
void populateLinalgKernels(KernelRegistry &registry);
void populateQIntAccumulatorKernels(KernelRegistry &registry);
void populateQIntElementwiseKernels(KernelRegistry &registry);
void populateQIntPoolKernels(KernelRegistry &registry);
void populateTosaConvolutionKernels(KernelRegistry &registry);
void populateTosaElementwiseKernels(KernelRegistry &registry);
void populateTosaPoolKernels(KernelRegistry &registry);
void populateTosaReduceKernels(KernelRegistry &registry);
void populateTosaResizeKernels(KernelRegistry &registry);

/// Emits that `op` cannot be evaluated; the caller appends why and what to do.
InFlightDiagnostic refuse(Operation *op);

/// Checks that `type` is a tensor that the evaluator can hold: static shape, at
/// least one element (unless `mayBeEmpty`) and at most 2^31, f32 or integers of 1,
/// 8, 16, 32, 64 bits.
LogicalResult checkTensorType(Operation *op, Type type, bool mayBeEmpty = false);

/// Checks that sizes, pads, strides, … are small enough to calculate with.
LogicalResult checkMagnitudes(Operation *op, ArrayRef<int64_t> values);

/// Checks that all tensors of `op` hold f32.
LogicalResult requireFloat(Operation *op);

/// Checks that the zero points of a float TOSA op, scalar constants, are zero.
LogicalResult requireNoZeroPoint(Operation *op, ValueRange zeroPoints, const Constants &constants);

/// Checks that the result of `op` has the shape that its operands imply.
LogicalResult requireResultShape(Operation *op, ArrayRef<int64_t> shape);

/// The entries of `value`, which must be a constant `!tosa.shape`.
FailureOr<SmallVector<int64_t>> getConstantShape(Operation *op, Value value);

/// The elements of a constant attribute of type `type`, one by one in memory.
FailureOr<Tensor> decodeConstant(Operation *op, Attribute attribute, RankedTensorType type);

inline RankedTensorType getTensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}
inline ArrayRef<int64_t> getShape(Value value) { return getTensorType(value).getShape(); }
inline Type getElementType(Value value) { return getTensorType(value).getElementType(); }

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_KERNEL_H

#ifndef QOPT_SCHEDULE_BUFFERASSIGNMENT_H
#define QOPT_SCHEDULE_BUFFERASSIGNMENT_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AffineMap.h"
#include "qopt/Dialect/Interfaces/SchedulableOpInterface.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/ConstantPool.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

#include <functional>
#include <memory>
#include <vector>

namespace qopt {

/// Computes one element of a pointwise result from one element of each
/// operand, as memrefs hold them (signless integers).
using PointwiseBody =
    std::function<mlir::Value(mlir::OpBuilder &, mlir::Location, mlir::ValueRange)>;

/// An operand of a pointwise computation: a tensor of the function that
/// broadcasts to the result (equal rank; sizes equal or 1), or a memref (a
/// table of constants) with an explicit map from the result's indices.
struct PointwiseOperand {
  PointwiseOperand(mlir::Value tensor) : value(tensor) {}
  PointwiseOperand(mlir::Value memref, mlir::AffineMap map) : value(memref), map(map) {}

  mlir::Value value;
  mlir::AffineMap map;
};

/// Decides in which buffer each tensor of a function lives, while the function
/// is being scheduled op by op in program order.
///
/// Tensors become memrefs with static shapes and strides, unsigned elements
/// become signless ones. The buffer of a tensor is decided when its producer
/// asks for it, from the uses of the tensor: the output argument where it is
/// returned, the inside of a buffer with a halo where a consumer pads it, the
/// slice of a concatenation, or a `memref.alloc` of its own.
class BufferAssignment {
public:
  /// `function` has one block; its tensor arguments and results are given
  /// memref arguments (inputs first, then outputs) beside them.
  BufferAssignment(mlir::OpBuilder &builder, mlir::func::FuncOp function, ConstantPool &constants,
                   qint::TargetAttr target);
  ~BufferAssignment();

  /// The buffer that holds `tensor`, of the same shape; its producer has been
  /// scheduled. Constants are read from a `memref.global`.
  mlir::Value read(mlir::Value tensor);

  /// The buffer with the placement that the user asks for: with the halo
  /// around it where there is one. Copies where the producer could not write
  /// there.
  mlir::Value readPlaced(mlir::OpOperand &operand);

  /// The buffer that the producer of `tensor` writes.
  mlir::Value write(mlir::Value tensor);

  /// Lets `tensor` be `view`, part of a buffer that other ops have written, or that its
  /// producer is to write.
  void alias(mlir::Value tensor, mlir::Value view);

  /// Says that another op has computed the result of `op` along with its own.
  void markScheduled(mlir::Operation *op) { scheduled.insert(op); }
  bool isScheduled(mlir::Operation *op) const { return scheduled.contains(op); }

  /// True where `tensor` has a buffer already; then `alias` comes too late.
  bool hasBuffer(mlir::Value tensor) const { return buffers.lookup(tensor) != nullptr; }

  /// True where the producer of `operand` has written it straight into the
  /// result of the op that owns it (placements `Slice` and `View`).
  bool isInPlace(mlir::OpOperand &operand) const { return inPlace.contains(&operand); }

  /// Says that `tensor`, the result of an op, is `body` applied to elements
  /// of `operands`. Nothing is emitted until the buffer of `tensor` is read.
  /// Where all its users are pointwise ops of the same shape that end in one
  /// value, they take the body over: such chains become one `linalg.generic`.
  void pointwise(mlir::Value tensor, llvm::ArrayRef<PointwiseOperand> operands, PointwiseBody body);

  /// How many pointwise computations become one loop when `tensor` is read; 0 where it
  /// is none, or has been read already.
  size_t countPending(mlir::Value tensor) const;

  /// Emits at once the computation of each element of the memref `output` from
  /// those of the memrefs `inputs`, which broadcast to it.
  void generic(mlir::Location loc, llvm::ArrayRef<mlir::Value> inputs, mlir::Value output,
               const PointwiseBody &body);

  /// The memref of a constant tensor; null where its values cannot be read.
  mlir::Value constant(mlir::Location loc, llvm::StringRef role, mlir::ElementsAttr elements) {
    return constants.get(builder, loc, role, elements);
  }

  /// Fills the halo of `whole` around its inside, the box from `low` on that
  /// leaves `high` elements behind.
  void fillHalo(mlir::Location loc, mlir::Value whole, llvm::ArrayRef<int64_t> low,
                llvm::ArrayRef<int64_t> high, mlir::TypedAttr fill);

  /// A new buffer of the arena, for what lies between the ops of one layer.
  mlir::Value temporary(mlir::Location loc, llvm::ArrayRef<int64_t> shape, mlir::Type elementType);

  /// Memref with the values of a constant; see `ConstantPool::get`.
  template <typename T>
  mlir::Value constant(mlir::Location loc, llvm::StringRef role, llvm::ArrayRef<T> values,
                       llvm::ArrayRef<int64_t> shape, mlir::Type elementType) {
    return constants.get(builder, loc, role, shape, elementType, ConstantPool::bytesOf(values));
  }

  /// Copies to the output arguments what its producer could not write there,
  /// and emits what nobody has read.
  void finish(mlir::func::ReturnOp returnOp);

  qint::TargetAttr getTarget() const { return target; }

  /// `type` as memrefs hold it: unsigned and signed integers become signless.
  static mlir::Type getStoredType(mlir::Type elementType);

private:
  struct Halo;
  struct Pointwise;
  struct Generic;

  mlir::Value place(mlir::Value tensor);
  mlir::Value placeInOutput(mlir::Value tensor);
  mlir::Value placeInHalo(mlir::Value tensor);
  mlir::Value placeInResult(mlir::Value tensor);
  const Halo &addHalo(mlir::Location loc, mlir::Value tensor, const OperandPlacement &placement);
  void emitPointwise(mlir::Value tensor);
  llvm::SmallVector<mlir::Value> findExpressions(mlir::Value root) const;
  void gatherExpressions(mlir::Value root, Generic &generic);
  void gatherInputs(mlir::Value root, Generic &generic);

  mlir::OpBuilder &builder;
  mlir::func::FuncOp function;
  ConstantPool &constants;
  qint::TargetAttr target;
  /// Buffer of each tensor, without halo.
  llvm::DenseMap<mlir::Value, mlir::Value> buffers;
  /// Buffers with a halo around a tensor; the first may be the one that its
  /// producer writes.
  llvm::DenseMap<mlir::Value, std::vector<Halo>> halos;
  /// Pointwise values that nobody has read yet, in program order.
  llvm::MapVector<mlir::Value, std::shared_ptr<Pointwise>> pending;
  llvm::DenseSet<mlir::OpOperand *> inPlace;
  llvm::DenseSet<mlir::Operation *> scheduled;
  /// Output argument of each result, and the result's use that it serves.
  llvm::SmallVector<mlir::Value> outputs;
  llvm::DenseSet<mlir::OpOperand *> writtenOutputs;
};

} // namespace qopt

#endif // QOPT_SCHEDULE_BUFFERASSIGNMENT_H

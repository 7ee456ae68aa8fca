#ifndef QOPT_LIB_SCHEDULE_LOOPCHAIN_H
#define QOPT_LIB_SCHEDULE_LOOPCHAIN_H

#include "mlir/IR/BuiltinTypes.h"
#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"
#include "llvm/ADT/MapVector.h"

namespace qopt {

/// What one of the equal steps of a loop touches of an operand's memory, in
/// elements. All steps touch as much, each `pitch` further on.
struct StepAccess {
  mlir::Value memory;
  /// Dynamic where a view begins somewhere else in each iteration of a loop around.
  int64_t offset;
  /// 0 where each step touches the same elements.
  int64_t pitch;
  int64_t length;
  bool isWritten;
};

/// Ops that one loop can compute, each along one of its axes, in equally many steps.
class LoopChain {
public:
  struct Link {
    PartitionableOpInterface op;
    unsigned axis;
    int64_t extent;
  };

  explicit LoopChain(int64_t steps) : steps(steps) {}

  /// Whether `op` is one that can be cut into many steps. Convolutions keep tiles and
  /// weights, which steps would read again and again.
  static bool isLoop(mlir::Operation *op);

  /// Adds `op`, if it has an axis of so many steps and no step of it needs what
  /// another step of the ops before writes, or the other way round.
  bool add(PartitionableOpInterface op);
  /// Whether `op` may run before all of the chain as well.
  bool isIndependent(mlir::Operation *op) const;

  /// Bytes that several ops of the chain touch, step by step.
  int64_t getSharedBytes() const;
  /// Bytes that one step touches.
  int64_t getStepBytes() const;

  /// A memory that only the chain touches: of each step, the elements of
  /// [base, base + pitch).
  struct Window {
    int64_t base, pitch;
  };
  std::optional<Window> getOwnWindow(mlir::Value memory) const;

  llvm::ArrayRef<Link> getLinks() const { return links; }
  int64_t getSteps() const { return steps; }

private:
  struct Memory {
    bool isWritten = false;
    /// Whether all accesses are in steps of one pitch.
    bool isStepped = true;
    int64_t begin = 0, end = 0, pitch = 0;
    unsigned ops = 0;
    mlir::Operation *last = nullptr;

    bool isSafe() const { return !isWritten || ops < 2 || (isStepped && end - begin <= pitch); }
  };

  bool canJoin(mlir::Operation *op, llvm::ArrayRef<StepAccess> accesses) const;
  static void include(Memory &memory, mlir::Operation *op, const StepAccess &access);

  int64_t steps;
  llvm::SmallVector<Link> links;
  llvm::MapVector<mlir::Value, Memory> memories;
};

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_LOOPCHAIN_H

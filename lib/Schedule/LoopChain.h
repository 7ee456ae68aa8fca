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

/// The first two of the equal steps of an op along an axis, as long as this object lives.
class LoopStep {
public:
  /// Steps of `size`.
  LoopStep(PartitionableOpInterface op, unsigned axis, int64_t size);
  ~LoopStep();
  LoopStep(const LoopStep &) = delete;
  LoopStep &operator=(const LoopStep &) = delete;

  mlir::Operation *getOp() const { return op; }
  mlir::Operation *getFirst() const { return first; }
  /// How far each dimension of an operand, a buffer, moves from step to step. Windows of
  /// neighbouring steps may overlap.
  llvm::SmallVector<int64_t> getShift(unsigned operand) const;

private:
  PartitionableOpInterface op;
  mlir::Operation *before, *first, *second;
};

/// Ops that one loop can compute, each along one of its axes, in equally many steps.
class LoopChain {
public:
  struct Link {
    PartitionableOpInterface op;
    unsigned axis;
    int64_t extent;
  };

  /// `bandBytes`: what one iteration should touch.
  LoopChain(int64_t steps, int64_t bandBytes) : steps(steps), bandBytes(bandBytes) {}

  /// Whether `op` is one that can be cut into many steps. Of the convolutions those are
  /// that gain by it.
  static bool isLoop(mlir::Operation *op, int64_t bandBytes);
  static bool isConvolution(mlir::Operation *op);

  /// Adds `op`, if it has an axis of so many steps and no step of it needs what
  /// another step of the ops before writes, or the other way round.
  bool add(PartitionableOpInterface op);
  /// Whether `op` may run before all of the chain as well.
  bool isIndependent(mlir::Operation *op) const;

  /// Bytes that one op of the chain reads and another one touches as well, step by step.
  int64_t getSharedBytes() const;
  /// Steps of an iteration: many, but of no more bytes than the cache has. Fewer than these
  /// may be left for an iteration of their own at the end.
  int64_t getBandSteps() const;

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
    bool isWritten = false, isRead = false;
    /// Whether all accesses are in steps of one pitch.
    bool isStepped = true;
    int64_t begin = 0, end = 0, pitch = 0;
    unsigned ops = 0;
    mlir::Operation *last = nullptr;

    bool isSafe() const { return !isWritten || ops < 2 || (isStepped && end - begin <= pitch); }
  };

  static bool isBandedConvolution(mlir::Operation *op, int64_t bandBytes);
  bool hasConvolution() const;
  /// Bytes that one step touches, the weights of convolutions excepted.
  int64_t getStepBytes() const;
  bool canJoin(mlir::Operation *op, llvm::ArrayRef<StepAccess> accesses) const;
  static void include(Memory &memory, mlir::Operation *op, const StepAccess &access);

  int64_t steps, bandBytes;
  llvm::SmallVector<Link> links;
  llvm::MapVector<mlir::Value, Memory> memories;
};

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_LOOPCHAIN_H

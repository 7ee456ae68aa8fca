#ifndef QOPT_LIB_SCHEDULE_MODELS_PARTITION_H
#define QOPT_LIB_SCHEDULE_MODELS_PARTITION_H

#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"

#include "mlir/IR/BuiltinTypes.h"

namespace qopt::schedule {

/// Shares of channels are cut at multiples of a cache line's bytes: no two
/// threads write one line, and vectors of the largest size stay whole.
inline constexpr int64_t kChannelGrain = 64;

inline llvm::ArrayRef<int64_t> getShape(mlir::Value buffer) {
  return llvm::cast<mlir::MemRefType>(buffer.getType()).getShape();
}

/// Makes `operands`, buffers of the op that is being restricted, see [begin, end)
/// of dimension `dimension` only.
void restrict(mlir::MutableOperandRange operands, unsigned dimension, int64_t begin, int64_t end);

/// Gives the op that is being restricted scratch buffers of its own, in front of the
/// tasks: those run at the same time. Parts that are no tasks share it.
void giveOwnScratch(mlir::MutableOperandRange operands);

/// The inputs [begin, end) that the outputs of a band of windows read, along a
/// dimension with its padding.
struct InputBand {
  InputBand(int64_t begin, int64_t end, int64_t kernel, int64_t stride, int64_t dilation)
      : begin(begin * stride), end((end - 1) * stride + (kernel - 1) * dilation + 1) {}

  int64_t begin, end;
};

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_PARTITION_H

#ifndef QOPT_LIB_SCHEDULE_MODELS_DATAMOVEMENT_H
#define QOPT_LIB_SCHEDULE_MODELS_DATAMOVEMENT_H

#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/MemRefViews.h"

// Ops that move elements and compute nothing: the same for integers and floats.
namespace qopt::schedule {

/// `result` is `input` under another shape: a view where the producer or the
/// strides allow it, else a copy.
void scheduleReshape(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::OpOperand &input,
                     mlir::Value result);

/// `result` is the box of `input` that starts at `offsets`: always a view.
void scheduleSlice(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::Value input,
                   llvm::ArrayRef<int64_t> offsets, mlir::Value result);

/// Copies into `result`, at `offsets`, an input that its producer has not
/// written there.
void scheduleInsert(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::OpOperand &input,
                    llvm::ArrayRef<int64_t> offsets, mlir::Value result);

/// Offsets of the operand `index` of a concatenation along `axis`.
llvm::SmallVector<int64_t> getConcatOffsets(mlir::OperandRange inputs, unsigned index,
                                            int64_t axis);

/// `layout` with dimension `permutation[i]` as dimension `i`.
StridedLayout permute(const StridedLayout &layout, llvm::ArrayRef<int64_t> permutation);

/// Dimension `i` of `result` is dimension `permutation[i]` of `input`.
void scheduleTranspose(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::Value input,
                       llvm::ArrayRef<int64_t> permutation, mlir::Value result);

/// True where a transposition moves only dimensions of one element.
bool isReshape(llvm::ArrayRef<int64_t> inputShape, llvm::ArrayRef<int64_t> permutation);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_DATAMOVEMENT_H

#ifndef QOPT_SCHEDULE_MEMREFVIEWS_H
#define QOPT_SCHEDULE_MEMREFVIEWS_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"

#include <optional>

namespace qopt {

/// A memref type with static shape, strides and offset, taken apart.
struct StridedLayout {
  llvm::SmallVector<int64_t> sizes, strides;
  int64_t offset = 0;

  static StridedLayout of(mlir::MemRefType type);
  static StridedLayout contiguous(llvm::ArrayRef<int64_t> sizes);

  /// The memref type with this layout; contiguous layouts at offset 0 become
  /// the identity.
  mlir::MemRefType getType(mlir::Type elementType, mlir::Attribute memorySpace = {}) const;

  /// The same elements, in the same row-major order, under the shape `sizes`;
  /// none where that takes a copy. Both shapes have equally many elements.
  std::optional<StridedLayout> reshape(llvm::ArrayRef<int64_t> sizes) const;
};

/// `memref` under another layout of the same memory. The offset of `layout`
/// counts from the start of the memory.
mlir::Value createView(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value memref,
                       const StridedLayout &layout);

/// `memref` under the shape `sizes`; a null value where that takes a copy.
mlir::Value createReshapedView(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value memref,
                               llvm::ArrayRef<int64_t> sizes);

/// True if elements that differ in the last dimension only lie side by side.
bool hasDenseRows(mlir::MemRefType type);

/// The box of `memref` that starts at `offsets` and has `sizes` elements.
mlir::Value createBox(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value memref,
                      llvm::ArrayRef<int64_t> offsets, llvm::ArrayRef<int64_t> sizes);

/// Follows views back to the memory they look at: an allocation, a global or
/// a function argument.
mlir::Value getViewedMemory(mlir::Value memref);

/// Loops over elements of several memrefs that are visited together: sizes of
/// the loops, and per memref the stride of each loop (0 where it is not
/// indexed by that loop).
struct StridedLoops {
  llvm::SmallVector<int64_t> sizes;
  llvm::SmallVector<llvm::SmallVector<int64_t>> strides;

  /// Drops loops of one iteration, and joins a loop with the next inner one
  /// where every memref is walked with one stride across both.
  void collapse();
};

/// Emits `linalg.copy` from `source` to `target`, which have one shape, in as
/// few dimensions as their strides allow.
void createCopy(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value source,
                mlir::Value target);

/// Emits `linalg.transpose`: dimension `i` of `target` is dimension
/// `permutation[i]` of `source`. In as few dimensions as possible.
void createTranspose(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value source,
                     mlir::Value target, llvm::ArrayRef<int64_t> permutation);

/// Emits `linalg.fill` of all of `target`, in as few dimensions as possible.
void createFill(mlir::OpBuilder &builder, mlir::Location loc, mlir::TypedAttr value,
                mlir::Value target);

} // namespace qopt

#endif // QOPT_SCHEDULE_MEMREFVIEWS_H

#ifndef QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H
#define QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/OpDefinition.h"

namespace qopt {

/// Buffers of a function being scheduled; see qopt/Schedule/BufferAssignment.h.
class BufferAssignment;

/// Where the producer of an operand may write so that the user of the operand
/// need not copy it.
struct OperandPlacement {
  enum class Kind {
    Anywhere, ///< the operand is only read
    Halo,     ///< read together with `low` and `high` elements of `fill` around it
    Slice,    ///< becomes the box of the op's first result that starts at `low`
    View,     ///< becomes the op's first result, under another shape
  };

  static OperandPlacement halo(llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high,
                               mlir::TypedAttr fill) {
    OperandPlacement placement;
    placement.kind = Kind::Halo;
    placement.low.assign(low.begin(), low.end());
    placement.high.assign(high.begin(), high.end());
    placement.fill = fill;
    return placement;
  }
  static OperandPlacement slice(llvm::ArrayRef<int64_t> offsets) {
    OperandPlacement placement;
    placement.kind = Kind::Slice;
    placement.low.assign(offsets.begin(), offsets.end());
    return placement;
  }
  static OperandPlacement view() {
    OperandPlacement placement;
    placement.kind = Kind::View;
    return placement;
  }

  Kind kind = Kind::Anywhere;
  /// One entry per dimension: sizes of the halo, or offsets of the slice.
  llvm::SmallVector<int64_t> low, high;
  /// Value of the halo, of the buffer's element type.
  mlir::TypedAttr fill;
  /// The op reads up to 3 bytes behind the operand and its halo, as kernels do
  /// that take 4 bytes at a time: the operand must lie in the arena, where
  /// these bytes exist.
  bool readsBehind = false;
};

} // namespace qopt

#include "qopt/Dialect/Interfaces/SchedulableOpInterface.h.inc"

#endif // QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H

// Copies of boxes between dense buffers: what transpose, slice, pad, concat,
// broadcast, tile and reverse have in common.

#ifndef QOPT_LIB_REFERENCE_STRIDEDCOPY_H
#define QOPT_LIB_REFERENCE_STRIDEDCOPY_H

#include "mlir/Support/LLVM.h"

#include <cstdint>

namespace qopt::reference {

using namespace mlir;

/// A walk through a buffer: element (i0, i1, …) of the box lies at
/// `offset + i0 * strides[0] + …`, in elements. Strides may be 0 or negative.
struct StridedView {
  int64_t offset = 0;
  SmallVector<int64_t> strides;
};

/// Strides of a row-major buffer of this shape.
SmallVector<int64_t> rowMajorStrides(ArrayRef<int64_t> shape);

/// Copies a box of `shape` elements.
class StridedCopy {
public:
  StridedCopy(ArrayRef<int64_t> shape, const StridedView &source, const StridedView &target);

  void run(size_t elementBytes, const char *source, char *target) const;

private:
  SmallVector<int64_t> shape;
  StridedView source, target;
};

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_STRIDEDCOPY_H

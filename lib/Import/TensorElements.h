#ifndef QOPT_LIB_IMPORT_TENSORELEMENTS_H
#define QOPT_LIB_IMPORT_TENSORELEMENTS_H

#include "TensorData.h"

// Reading and making constants element by element.

namespace qopt::onnx_import {

/// Integers of any width as i64; nothing for other element types.
std::optional<llvm::SmallVector<int64_t>> toIntegers(const Tensor &tensor);

/// Elements of any type as f64; integers of 64 bits are rounded.
llvm::SmallVector<double> toDoubles(const Tensor &tensor);

/// A constant of floats of any width as f32.
ConstantData toFloats(const Tensor &tensor);

/// A constant of `values`, converted to `type`: integers wrap, floats are
/// rounded to nearest, and `i1` is "not zero".
ConstantData fromIntegers(mlir::Type type, llvm::ArrayRef<int64_t> shape,
                          llvm::ArrayRef<int64_t> values);
/// As above; conversion to integers truncates and saturates, NaN gives 0.
ConstantData fromDoubles(mlir::Type type, llvm::ArrayRef<int64_t> shape,
                         llvm::ArrayRef<double> values);

/// A constant of shape `shape`, whose element at index i is that of `tensor` at
/// `offset + sum(i[d] * strides[d])`, row-major.
ConstantData copyStrided(const Tensor &tensor, llvm::ArrayRef<int64_t> shape, int64_t offset,
                         llvm::ArrayRef<int64_t> strides);

/// Row-major distance, in elements, of neighbours along each dimension.
llvm::SmallVector<int64_t> computeStrides(llvm::ArrayRef<int64_t> shape);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_TENSORELEMENTS_H

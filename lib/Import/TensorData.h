#ifndef QOPT_LIB_IMPORT_TENSORDATA_H
#define QOPT_LIB_IMPORT_TENSORDATA_H

#include "ModelFile.h"
#include "qopt/Reference/Tensor.h"

#include <memory>

namespace qopt::onnx_import {

using ConstantData = std::shared_ptr<const Tensor>;

/// Tensors of more elements than this are refused: sizes and offsets of
/// compiled programs are 32 bits wide.
constexpr int64_t maxElements = (int64_t(1) << 31) - 1;

/// The number of elements of `shape`, or nothing if a dimension is negative or
/// there are more than `maxElements`.
std::optional<int64_t> countElements(llvm::ArrayRef<int64_t> shape);

/// `1x3x224x224`; `[]` for rank 0.
std::string formatShape(llvm::ArrayRef<int64_t> shape);

/// The MLIR type of ONNX element type `dataType` (`TensorProto::DataType`);
/// null where constants of the type are not supported.
mlir::Type getElementType(int32_t dataType, mlir::MLIRContext *context);

/// The ONNX name of an element type, such as `float` or `uint8`.
std::string getElementTypeName(int32_t dataType);
std::string getElementTypeName(mlir::Type type);

/// Decodes an initializer or a tensor attribute. External data is looked up
/// below `folder`. Null on error; `error` starts the message.
ConstantData readTensor(const onnx::TensorProto &proto, llvm::StringRef folder,
                        mlir::MLIRContext *context, ErrorFunction error);

/// Integers of any width as i64; nothing for other element types.
std::optional<llvm::SmallVector<int64_t>> toIntegers(const Tensor &tensor);

/// Elements of any type as f64; integers of 64 bits are rounded.
llvm::SmallVector<double> toDoubles(const Tensor &tensor);

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

#endif // QOPT_LIB_IMPORT_TENSORDATA_H

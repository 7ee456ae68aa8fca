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

/// Tensors of more dimensions are refused.
constexpr size_t maxRank = 64;

/// The number of elements of `shape`, or nothing if a dimension is negative or
/// there are more than `maxRank` of them, or the others than empty ones make more than
/// `maxElements`.
std::optional<int64_t> countElements(llvm::ArrayRef<int64_t> shape);

/// `1x3x224x224`; `[]` for rank 0.
std::string formatShape(llvm::ArrayRef<int64_t> shape);

/// The MLIR type of ONNX element type `dataType` (`TensorProto::DataType`);
/// null where constants of the type are not supported, and for all other numbers.
mlir::Type getElementType(int64_t dataType, mlir::MLIRContext *context);

/// The type in which programs compute with elements of type `type`: all floats
/// become f32.
mlir::Type getProgramType(mlir::Type type);

/// The ONNX name of an element type, such as `float` or `uint8`.
std::string getElementTypeName(int32_t dataType);
std::string getElementTypeName(mlir::Type type);

/// Decodes an initializer or a tensor attribute. External data is looked up
/// below `folder`. Null on error; `error` starts the message.
ConstantData readTensor(const onnx::TensorProto &proto, llvm::StringRef folder,
                        mlir::MLIRContext *context, ErrorFunction error);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_TENSORDATA_H

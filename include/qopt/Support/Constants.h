#ifndef QOPT_SUPPORT_CONSTANTS_H
#define QOPT_SUPPORT_CONSTANTS_H

#include "mlir/IR/BuiltinAttributeInterfaces.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/SmallVector.h"

namespace qopt {

/// Constants of more bytes than this are kept as `dense_resource` blobs, which
/// neither the printer nor the attribute uniquer has to walk; smaller ones as
/// `dense<...>`. The functions below hide the difference.
constexpr size_t maxInlineConstantBytes = 64 * 1024;

/// The constant `bytes` (row-major, as `qopt::Tensor` stores them) of `type`,
/// inline or as a blob by size. `name` is a hint for the key of the blob.
mlir::ElementsAttr makeElements(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes,
                                llvm::StringRef name = "constant");

/// The f32 constant `values` of shape `type`.
mlir::ElementsAttr makeFloatElements(mlir::RankedTensorType type, llvm::ArrayRef<float> values,
                                     llvm::StringRef name = "constant");

/// The same data under a shape of as many elements, without a copy.
mlir::ElementsAttr reshapeElements(mlir::ElementsAttr elements, mlir::RankedTensorType type);

/// All elements of an f32 constant, splats expanded. Fails on other element
/// types, and on a blob that is missing or of the wrong size.
llvm::FailureOr<llvm::SmallVector<float>> readFloatElements(mlir::ElementsAttr elements);

/// All elements of an integer or index constant of up to 64 bits, splats
/// expanded; `ui` types are zero-extended, all others sign-extended, except
/// that `i1` is 0 or 1.
llvm::FailureOr<llvm::SmallVector<int64_t>> readIntegerElements(mlir::ElementsAttr elements);

/// The elements of `value`, where a constant operation (`tosa.const`,
/// `tosa.const_shape`, `arith.constant`, …) defines it; fails otherwise.
llvm::FailureOr<llvm::SmallVector<float>> readFloatConstant(mlir::Value value);
llvm::FailureOr<llvm::SmallVector<int64_t>> readIntegerConstant(mlir::Value value);

} // namespace qopt

#endif // QOPT_SUPPORT_CONSTANTS_H

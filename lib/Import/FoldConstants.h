#ifndef QOPT_LIB_IMPORT_FOLDCONSTANTS_H
#define QOPT_LIB_IMPORT_FOLDCONSTANTS_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// Evaluates a node whose operands are all constants, of any type, if it is one
/// of the operators with which exporters compute shapes. True if the result was
/// set; false if the node is to be imported like any other.
llvm::FailureOr<bool> foldConstants(NodeImporter &node);

/// Makes a constant of `value`, the result of operations on constants alone.
void evaluateConstant(ImportBuilder &builder, ImportedValue &value);

/// One operator each, of which all operands are constants; see above.
llvm::FailureOr<bool> foldConcat(NodeImporter &node);
llvm::FailureOr<bool> foldGather(NodeImporter &node);
llvm::FailureOr<bool> foldSlice(NodeImporter &node);
llvm::FailureOr<bool> foldSplit(NodeImporter &node);
llvm::FailureOr<bool> foldExpand(NodeImporter &node);
llvm::FailureOr<bool> foldTile(NodeImporter &node);
llvm::FailureOr<bool> foldTrilu(NodeImporter &node);
llvm::FailureOr<bool> foldRange(NodeImporter &node);

/// The element type of a constant.
mlir::Type elementType(const ImportedValue &value);
/// Reports constants of different types.
llvm::LogicalResult requireSameType(NodeImporter &node, const ImportedValue &lhs,
                                    const ImportedValue &rhs);
/// `data` as the result of `node`.
void setConstant(NodeImporter &node, ConstantData data);
/// `value` broadcast to `shape`.
ConstantData broadcastConstant(const ImportedValue &value, llvm::ArrayRef<int64_t> shape);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_FOLDCONSTANTS_H

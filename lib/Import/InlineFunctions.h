#ifndef QOPT_LIB_IMPORT_INLINEFUNCTIONS_H
#define QOPT_LIB_IMPORT_INLINEFUNCTIONS_H

#include "ModelFile.h"
#include "llvm/ADT/DenseMap.h"

namespace qopt::onnx_import {

/// The version of the default operator set of nodes that follow another than the
/// model's.
using NodeOpsets = llvm::DenseMap<const onnx::NodeProto *, int64_t>;

/// Puts the bodies of the functions that `model` defines in the place of the nodes
/// that call them, also in branches and in each other. Bodies keep the version of
/// the operator set that their function imports.
llvm::FailureOr<NodeOpsets> inlineFunctions(onnx::ModelProto &model, ErrorFunction error);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_INLINEFUNCTIONS_H

#ifndef QOPT_LIB_IMPORT_FOLDCONSTANTS_H
#define QOPT_LIB_IMPORT_FOLDCONSTANTS_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// Evaluates a node whose operands are all constants, of any type, if it is one
/// of the operators with which exporters compute shapes. True if the result was
/// set; false if the node is to be imported like any other.
llvm::FailureOr<bool> foldConstants(NodeImporter &node);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_FOLDCONSTANTS_H

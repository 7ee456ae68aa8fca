#ifndef QOPT_LIB_IMPORT_FUNCTIONPROTOS_H
#define QOPT_LIB_IMPORT_FUNCTIONPROTOS_H

#include "OnnxProto.h"
#include "mlir/Support/LLVM.h"

#include <string>
#include <vector>

// What IR versions 9 and 10 added to functions: fields that the generated classes
// may be too old to know, read from the bytes that protobuf keeps of them.

namespace qopt::onnx_import {

/// Domain, name and overload, which tell functions of a model apart.
std::string getFunctionKey(const onnx::FunctionProto &function);
/// The key of the function that `node` would call.
std::string getFunctionKey(const onnx::NodeProto &node);

/// The attributes of `function` that a node may leave out, with the values that
/// they then have.
std::vector<onnx::AttributeProto> getDefaultAttributes(const onnx::FunctionProto &function);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_FUNCTIONPROTOS_H

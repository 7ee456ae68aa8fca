#ifndef QOPT_LIB_IMPORT_MODELFILE_H
#define QOPT_LIB_IMPORT_MODELFILE_H

#include "OnnxProto.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace qopt::onnx_import {

/// Emits errors about the model as a whole, at the model's path.
using ErrorFunction = llvm::function_ref<mlir::InFlightDiagnostic()>;

/// Parses `buffer` as an ONNX model, binary or text by the extension of its
/// identifier, and checks what every model must have. Null on error.
std::unique_ptr<onnx::ModelProto> parseModel(llvm::MemoryBufferRef buffer, ErrorFunction error);

/// Which operator sets a model, or a function of it, imports.
using OpsetList = google::protobuf::RepeatedPtrField<onnx::OperatorSetIdProto>;

/// The newest version of the default operator set that is supported.
constexpr int64_t maxOpset = 28;

bool isDefaultDomain(const onnx::OperatorSetIdProto &opset);

/// The version of the default operator set among `opsets`, if supported.
llvm::FailureOr<int64_t> getOpset(const OpsetList &opsets, ErrorFunction error);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_MODELFILE_H

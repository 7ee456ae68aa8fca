#ifndef QOPT_IMPORT_ONNXIMPORTER_H
#define QOPT_IMPORT_ONNXIMPORTER_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

#include <string>
#include <vector>

namespace qopt {

struct OnnxImportOptions {
  /// Shapes of model inputs, by name. Needed where the model leaves a
  /// dimension open; must agree with the dimensions that the model fixes.
  llvm::StringMap<llvm::SmallVector<int64_t>> inputShapes;
  /// Names of values that become the results, in the place of the model's outputs: what
  /// only those need is left out. None: the model's outputs.
  std::vector<std::string> outputs;
};

/// Adds `NAME:1x3x224x224` to `options.inputShapes`. The last colon separates,
/// because names may contain colons.
llvm::Error parseInputShape(llvm::StringRef text, OnnxImportOptions &options);

/// Reads the ONNX model at `path` ("-" is the standard input) and returns a
/// module with one public `func.func` in the float phase: TOSA on f32 tensors,
/// NHWC inside, the model's own layout at arguments and results, whose names
/// are kept in `qopt.name`. QuantizeLinear/DequantizeLinear pairs become
/// `calib.fake_quant`. Operators, attributes and layout: docs/Import.md.
///
/// The model is a binary protobuf, or protobuf text format where the name ends
/// in `.pbtxt`, `.textproto`, `.prototxt` or `.onnxtxt`. Initializers in
/// external files are looked up beside the model.
///
/// Loads the dialects it needs. On any error emits one diagnostic, located at
/// `path`, through `context` and returns null.
mlir::OwningOpRef<mlir::ModuleOp> importOnnx(llvm::StringRef path, mlir::MLIRContext &context,
                                             const OnnxImportOptions &options = {});

/// As above, from memory; the identifier of `buffer` is the model's path.
mlir::OwningOpRef<mlir::ModuleOp> importOnnx(llvm::MemoryBufferRef buffer,
                                             mlir::MLIRContext &context,
                                             const OnnxImportOptions &options = {});

} // namespace qopt

#endif // QOPT_IMPORT_ONNXIMPORTER_H

#ifndef QOPT_EXPORT_ONNXEXPORTER_H
#define QOPT_EXPORT_ONNXEXPORTER_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"

namespace qopt {

/// Writes the one function of `module`, in the phase `float` or
/// `fake-quantized`, as an ONNX model (opset 21, binary): each `calib.fake_quant`
/// becomes a QuantizeLinear and a DequantizeLinear with the same scales and zero
/// points; constants on a grid become integers and a DequantizeLinear. Importing
/// the result gives the same program. On an error, reports it at an operation.
llvm::LogicalResult exportOnnxQdq(mlir::ModuleOp module, llvm::raw_ostream &os);

/// Registers `--export-onnx-qdq` for tools in the style of mlir-translate.
void registerOnnxExportTranslation();

} // namespace qopt

#endif // QOPT_EXPORT_ONNXEXPORTER_H

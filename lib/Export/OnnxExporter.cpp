#include "qopt/Export/OnnxExporter.h"

#include "GraphExporter.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Tools/mlir-translate/Translation.h"

using namespace mlir;
using namespace qopt;

namespace {

constexpr int64_t opset = 21;
constexpr int64_t irVersion = 10;

} // namespace

LogicalResult qopt::exportOnnxQdq(ModuleOp module, raw_ostream &os) {
  auto functions = llvm::to_vector(module.getOps<func::FuncOp>());
  if (functions.size() != 1 || functions.front().isExternal() ||
      !llvm::hasSingleElement(functions.front().getBody()))
    return module.emitError("one function, of one block, can be exported; this module has ")
           << functions.size() << " functions";
  func::FuncOp function = functions.front();
  onnx::ModelProto model;
  model.set_ir_version(irVersion);
  model.set_producer_name("qopt");
  model.add_opset_import()->set_version(opset);
  model.mutable_graph()->set_name(function.getName().str());
  if (failed(onnx_export::GraphExporter(*model.mutable_graph()).run(function)))
    return failure();
  // Larger messages than that have no binary form.
  constexpr size_t maxBytes = (size_t(1) << 31) - 1;
  if (model.ByteSizeLong() > maxBytes)
    return function.emitError("has constants of more than 2 GiB, which ONNX models do not hold");
  os << model.SerializeAsString();
  return success();
}

void qopt::registerOnnxExportTranslation() {
  TranslateFromMLIRRegistration registration(
      "export-onnx-qdq", "Write a float or fake-quantized program as an ONNX model",
      [](Operation *op, raw_ostream &os) -> LogicalResult {
        auto module = dyn_cast<ModuleOp>(op);
        return module ? exportOnnxQdq(module, os) : op->emitError("is no module");
      },
      [](DialectRegistry &registry) {
        registry.insert<calib::CalibDialect, func::FuncDialect, linalg::LinalgDialect,
                        quant::QuantDialect, tensor::TensorDialect, tosa::TosaDialect>();
      });
}

#include "qopt/Import/OnnxImporter.h"

#include "GraphImporter.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Verifier.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

llvm::Error qopt::parseInputShape(StringRef text, OnnxImportOptions &options) {
  auto [name, dims] = text.rsplit(':');
  SmallVector<int64_t> shape;
  SmallVector<StringRef> parts;
  dims.split(parts, 'x');
  for (StringRef part : parts) {
    int64_t size;
    if (part.getAsInteger(10, size) || size < 1 || size > maxElements)
      return llvm::createStringError("'" + text + "' is no input shape: write NAME:1x3x224x224");
    shape.push_back(size);
  }
  if (name.empty() || name.size() == text.size())
    return llvm::createStringError("'" + text + "' is no input shape: write NAME:1x3x224x224");
  if (!options.inputShapes.try_emplace(name, shape).second)
    return llvm::createStringError("the shape of input '" + name + "' is given twice");
  return llvm::Error::success();
}

static void replaceOutputs(onnx::GraphProto &graph, ArrayRef<std::string> names) {
  graph.clear_output();
  for (const std::string &name : names)
    graph.add_output()->set_name(name);
}

OwningOpRef<ModuleOp> qopt::importOnnx(llvm::MemoryBufferRef buffer, MLIRContext &context,
                                       const OnnxImportOptions &options) {
  context.loadDialect<calib::CalibDialect, func::FuncDialect, linalg::LinalgDialect,
                      quant::QuantDialect, tensor::TensorDialect, tosa::TosaDialect>();
  StringRef path = buffer.getBufferIdentifier();
  Location loc = FileLineColLoc::get(&context, path, 0, 0);
  // One error says what to do; those that follow from it do not.
  bool isReported = false;
  auto error = [&] {
    return std::exchange(isReported, true) ? InFlightDiagnostic() : emitError(loc);
  };

  std::unique_ptr<onnx::ModelProto> model = parseModel(buffer, error);
  if (!model)
    return {};
  FailureOr<int64_t> opset = getOpset(model->opset_import(), error);
  if (failed(opset))
    return {};
  FailureOr<NodeOpsets> nodeOpsets = inlineFunctions(*model, error);
  if (failed(nodeOpsets))
    return {};
  if (!options.outputs.empty())
    replaceOutputs(*model->mutable_graph(), options.outputs);
  FailureOr<OnnxGraph> graph = OnnxGraph::create(model->graph(), error);
  if (failed(graph))
    return {};
  OwningOpRef<ModuleOp> module = ModuleOp::create(UnknownLoc::get(&context));
  GraphImporter importer(*graph, {*opset, std::move(*nodeOpsets)},
                         llvm::sys::path::parent_path(path), options, *module, error);
  if (failed(importer.run()) || failed(verify(*module)))
    return {};
  return module;
}

OwningOpRef<ModuleOp> qopt::importOnnx(StringRef path, MLIRContext &context,
                                       const OnnxImportOptions &options) {
  // Read, not mapped: a file that changes meanwhile must not crash us.
  auto buffer = path == "-" ? llvm::MemoryBuffer::getSTDIN()
                            : llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                                          /*RequiresNullTerminator=*/false,
                                                          /*IsVolatile=*/true);
  if (!buffer) {
    emitError(FileLineColLoc::get(&context, path, 0, 0))
        << "cannot read the model: " << buffer.getError().message();
    return {};
  }
  return importOnnx((*buffer)->getMemBufferRef(), context, options);
}

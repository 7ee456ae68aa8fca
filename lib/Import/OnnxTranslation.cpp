#include "qopt/Import/OnnxTranslation.h"

#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

void qopt::registerOnnxImportTranslation(const OnnxImportOptions &options) {
  TranslateToMLIRRegistration registration(
      "import-onnx", "Import an ONNX model as a float program",
      [&options](llvm::SourceMgr &sources, MLIRContext *context) -> OwningOpRef<Operation *> {
        const llvm::MemoryBuffer *buffer = sources.getMemoryBuffer(sources.getMainFileID());
        return importOnnx(buffer->getMemBufferRef(), *context, options);
      });
}

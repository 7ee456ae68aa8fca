// qopt-translate: mlir-translate for ONNX models.

#include "mlir/Tools/mlir-translate/MlirTranslateMain.h"
#include "qopt/Import/OnnxTranslation.h"

int main(int argc, char **argv) {
  qopt::OnnxImportOptions options;
  qopt::registerOnnxImportTranslation(options);
  return mlir::failed(mlir::mlirTranslateMain(argc, argv, "qopt-translate\n"));
}

// qopt-translate: mlir-translate for models.

#include "TranslateMain.h"

#include "mlir/InitAllTranslations.h"
#include "qopt/Export/OnnxExporter.h"
#include "qopt/Import/OnnxTranslation.h"

int main(int argc, char **argv) {
  qopt::OnnxImportOptions options;
  qopt::registerOnnxImportTranslation(options);
  qopt::registerOnnxExportTranslation();
  mlir::registerToLLVMIRTranslation();
  return qopt::translateMain(argc, argv, options);
}

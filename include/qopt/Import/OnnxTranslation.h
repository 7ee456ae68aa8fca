#ifndef QOPT_IMPORT_ONNXTRANSLATION_H
#define QOPT_IMPORT_ONNXTRANSLATION_H

#include "qopt/Import/OnnxImporter.h"

namespace qopt {

/// Registers `--import-onnx` for tools in the style of mlir-translate. `options`
/// is read when the translation runs, after the command line was parsed.
void registerOnnxImportTranslation(const OnnxImportOptions &options);

} // namespace qopt

#endif // QOPT_IMPORT_ONNXTRANSLATION_H

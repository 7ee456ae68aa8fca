#ifndef QOPT_TOOLS_TRANSLATEMAIN_H
#define QOPT_TOOLS_TRANSLATEMAIN_H

#include "qopt/Import/OnnxImporter.h"

namespace qopt {

/// The main function of a tool that runs one of the registered translations.
/// Unlike MLIR's, it writes the output whole or not at all, and takes the
/// options of the ONNX import, which it stores in `importOptions`. Returns the
/// exit code.
int translateMain(int argc, char **argv, OnnxImportOptions &importOptions);

} // namespace qopt

#endif // QOPT_TOOLS_TRANSLATEMAIN_H

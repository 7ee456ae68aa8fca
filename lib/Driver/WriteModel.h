#ifndef QOPT_LIB_DRIVER_WRITEMODEL_H
#define QOPT_LIB_DRIVER_WRITEMODEL_H

#include "qopt/Driver/Compile.h"

namespace llvm {
class Module;
class TargetMachine;
} // namespace llvm

namespace qopt {

/// Generates code from `code` and writes it to `path`, whole or not at all, with
/// a C header for `interface` beside objects and libraries. Errors are printed.
mlir::LogicalResult writeCode(llvm::Module &code, llvm::TargetMachine &machine,
                              mlir::DictionaryAttr interface, OutputKind kind,
                              llvm::StringRef path);

/// Prints `error`; success without one.
mlir::LogicalResult report(llvm::Error error);

} // namespace qopt

#endif // QOPT_LIB_DRIVER_WRITEMODEL_H

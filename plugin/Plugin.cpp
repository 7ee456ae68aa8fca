// QoptPlugin.so: qopt's dialects and passes for any tool built on mlir-opt.
//
//   mlir-opt in.mlir --load-dialect-plugin=QoptPlugin.so --load-pass-plugin=QoptPlugin.so
//       --pass-pipeline='builtin.module(qopt-verify-phase{state=float})'
//
// A tool that links qopt must not load the plugin as well: both would register
// the same dialects.

#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "qopt/InitAll.h"

static constexpr char pluginName[] = "qopt";

extern "C" LLVM_ATTRIBUTE_WEAK mlir::DialectPluginLibraryInfo mlirGetDialectPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, pluginName, QOPT_VERSION,
          [](mlir::DialectRegistry *registry) { qopt::registerAllDialects(*registry); }};
}

extern "C" LLVM_ATTRIBUTE_WEAK mlir::PassPluginLibraryInfo mlirGetPassPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, pluginName, QOPT_VERSION, [] { qopt::registerAllPasses(); }};
}

#ifndef QOPT_DRIVER_COMPILE_H
#define QOPT_DRIVER_COMPILE_H

#include "qopt/Pipelines/Pipelines.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

#include <functional>
#include <string>

namespace qopt {

/// What a model is compiled from, and how.
struct CompileOptions {
  /// Shapes that fix the dynamic dimensions of an ONNX model's inputs.
  llvm::StringMap<llvm::SmallVector<int64_t>> inputShapes;
  /// Values of an ONNX model that become its outputs.
  std::vector<std::string> modelOutputs;
  /// Samples to calibrate with (.npz); needed where a value has no grid yet and
  /// `pipeline.statistics` is empty.
  std::string calibrationData;
  /// Compile the float model: no calibration, no quantization.
  bool keepFloat = false;
  /// 0: one per core. The result does not depend on it.
  unsigned calibrationThreads = 0;
  /// Choose tiles and forms by measuring them on this machine, in `compileFile`.
  bool autotune = false;
  /// Remarks of passes whose flag matches this regular expression are printed.
  std::string remarksFilter;
  PipelineOptions pipeline;
  /// With two or more of them, one file holds code for each of these CPUs. The
  /// program is quantized once, for `pipeline.cpu`.
  llvm::SmallVector<std::string> cpus;
  /// Called on the program in phase `integer`, where the compiler comes through
  /// it.
  std::function<void(mlir::ModuleOp)> onInteger;
  /// Where the time of each phase is counted; null: nowhere.
  mlir::TimingScope *timing = nullptr;

  /// Counts under `name` until it is stopped or destroyed.
  mlir::TimingScope time(llvm::StringRef name) const;
};

/// Reads an ONNX model (.onnx, .onnxtxt, .pbtxt) or an MLIR module. Errors are
/// printed at the file; returns null then.
mlir::OwningOpRef<mlir::ModuleOp> loadModel(llvm::StringRef path, mlir::MLIRContext &context,
                                            const CompileOptions &options);

/// The state a module is in, told by what it contains.
Phase findPhase(mlir::ModuleOp module);

/// Brings `module` to `to`, with calibration on data where values have no grid.
mlir::LogicalResult compileTo(mlir::ModuleOp module, Phase to, const CompileOptions &options);

/// What `writeModel` writes.
enum class OutputKind { MLIR, LLVMIR, Assembly, Object, SharedLibrary };

/// Generates code for `module` (phase `llvm`) and writes it to `path`, whole or
/// not at all; objects and libraries get a C header beside them (`path` with
/// the extension `.h`).
mlir::LogicalResult writeModel(mlir::ModuleOp module, OutputKind kind, llvm::StringRef path);

/// Brings `module` to `to` and writes it to `path`: for code, `to` is
/// Phase::LLVM. Quantizes once, also for several CPUs.
mlir::LogicalResult compileAndWrite(mlir::ModuleOp module, OutputKind kind, Phase to,
                                    llvm::StringRef path, const CompileOptions &options);

/// `qopt-compile`: loads `input`, compiles it to `to`, writes `output`, with
/// progress, and what became integer, on the standard error (by its own
/// `options.onInteger`). Returns the exit code.
int compileFile(llvm::StringRef input, OutputKind kind, Phase to, llvm::StringRef output,
                CompileOptions &options);

} // namespace qopt

#endif // QOPT_DRIVER_COMPILE_H

#ifndef QOPT_TARGET_CODEGEN_H
#define QOPT_TARGET_CODEGEN_H

#include "qopt/Target/ISA.h"

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>

namespace llvm {
class LLVMContext;
class Module;
class TargetMachine;
} // namespace llvm

namespace qopt {

/// A target machine for `cpu`, which comes from `resolveCPU`. Multiplies and
/// adds are never contracted: programs have the same bytes on every CPU.
llvm::Expected<std::unique_ptr<llvm::TargetMachine>> createTargetMachine(const CPUDescription &cpu);

/// The same for the CPU that the module's attributes name (`qopt-set-target`).
llvm::Expected<std::unique_ptr<llvm::TargetMachine>> createTargetMachine(mlir::ModuleOp module);

/// Translates `module` (phase `llvm`) to LLVM IR, for `target`, and runs the
/// optimizer on it. Loop unrolling is off: the register tile is the unrolling.
/// Errors are reported at the module; returns null then.
std::unique_ptr<llvm::Module> translateAndOptimize(mlir::ModuleOp module,
                                                   llvm::LLVMContext &context,
                                                   llvm::TargetMachine &target);

enum class CodeKind { Assembly, Object };

/// Generates code for `module` in memory.
llvm::Expected<llvm::SmallVector<char, 0>> generateCode(llvm::Module &module,
                                                        llvm::TargetMachine &target, CodeKind kind);

/// Links the ELF object `object` into the shared library `outputPath`. No
/// linker needs to be installed.
llvm::Error linkSharedLibrary(llvm::ArrayRef<char> object, llvm::StringRef outputPath);

} // namespace qopt

#endif // QOPT_TARGET_CODEGEN_H

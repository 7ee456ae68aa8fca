#ifndef QOPT_TARGET_DISPATCHER_H
#define QOPT_TARGET_DISPATCHER_H

#include "qopt/Target/CPUVariants.h"

#include "llvm/ADT/Twine.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace qopt {

/// Adds `void name(ptr words)`, which fills the `CPUIDWords` of the CPU that it
/// runs on. Needs nothing but the CPUID and XGETBV instructions.
llvm::Function *buildReadCPUID(llvm::Module &module, const llvm::Twine &name);

/// Adds `i32 name(ptr words)`: the number, from 1, of the first of `needs` whose
/// bits are all set in the `CPUIDWords`, or -1 without one.
llvm::Function *buildChooseVariant(llvm::Module &module, llvm::ArrayRef<CPUIDWords> needs,
                                   const llvm::Twine &name);

/// Adds `<model>_run`, which calls the function of `runs` whose variant is the
/// first that the CPU can run, and returns QOPT_UNSUPPORTED_CPU without one.
/// Returns the function `select_variant` of the model's descriptor.
llvm::Function *buildDispatcher(llvm::Module &module, llvm::StringRef model,
                                llvm::ArrayRef<CPUVariant> variants,
                                llvm::ArrayRef<llvm::Function *> runs);

} // namespace qopt

#endif // QOPT_TARGET_DISPATCHER_H

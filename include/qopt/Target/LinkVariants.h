#ifndef QOPT_TARGET_LINKVARIANTS_H
#define QOPT_TARGET_LINKVARIANTS_H

#include "qopt/Target/CPUVariants.h"

#include <memory>

namespace llvm {
class Module;
} // namespace llvm

namespace qopt {

/// The code for several CPUs in one module.
struct LinkedVariants {
  std::unique_ptr<llvm::Module> code;
  /// Of the constants of all variants, those that are equal counted once.
  uint64_t constantBytes;
};

/// Links and consumes `codes`, of one LLVM context and each compiled for the CPU at its place
/// in `variants`, into one module with one `<model>_run`, which chooses among
/// them, and one descriptor, for an arena of `arenaBytes`. Equal constants are
/// shared.
llvm::Expected<LinkedVariants>
linkVariants(llvm::StringRef model, llvm::ArrayRef<CPUVariant> variants,
             llvm::MutableArrayRef<std::unique_ptr<llvm::Module>> codes, uint64_t arenaBytes);

} // namespace qopt

#endif // QOPT_TARGET_LINKVARIANTS_H

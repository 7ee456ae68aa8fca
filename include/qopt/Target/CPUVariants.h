#ifndef QOPT_TARGET_CPUVARIANTS_H
#define QOPT_TARGET_CPUVARIANTS_H

#include "qopt/Target/ISA.h"

#include <array>

namespace qopt {

/// The words that tell what an x86 CPU has (`CPUID.def`), and behind them XCR0:
/// the registers that the operating system saves.
enum class CPUIDWord : unsigned {
#define QOPT_CPUID_WORD(name, leaf, subleaf, register) name,
#include "qopt/Target/CPUID.def"
  XCR0,
};
inline constexpr unsigned kCPUIDWordCount = static_cast<unsigned>(CPUIDWord::XCR0) + 1;
using CPUIDWords = std::array<uint32_t, kCPUIDWordCount>;

/// One of the CPUs that a file has code for.
struct CPUVariant {
  /// As it was asked for; `native` too.
  std::string name;
  CPUDescription cpu;
  const ISA *isa;
  /// The bits that must be set for the code to run.
  CPUIDWords needs;
};

/// The bits that a CPU must have, and the operating system, for code that is
/// generated for `cpu` (of x86, from `resolveCPU`). Fails where a feature cannot
/// be told from CPUID.
llvm::Expected<CPUIDWords> getNeededBits(const CPUDescription &cpu);

/// Resolves the names of several CPUs of one x86 triple, in the order in which
/// they are tried: the better instruction set first, then the one with more
/// features. `features` holds for all of them. `native` is left out where
/// another one needs the same bits. Fails where one of the names could never be
/// chosen, and on what `resolveCPU` and `getNeededBits` refuse.
llvm::Expected<llvm::SmallVector<CPUVariant>>
resolveVariants(llvm::StringRef triple, llvm::ArrayRef<std::string> cpus, llvm::StringRef features);

} // namespace qopt

#endif // QOPT_TARGET_CPUVARIANTS_H

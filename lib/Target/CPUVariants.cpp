#include "qopt/Target/CPUVariants.h"
#include "Subtarget.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/bit.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace qopt;

namespace {

/// Bits of XCR0: the registers that an operating system must save for a feature.
enum class XCR0State : uint32_t { None = 0, YMM = 0x6, ZMM = 0xe6, Tile = 0x60000, APX = 0x80000 };

struct FeatureBit {
  StringLiteral feature;
  CPUIDWord word;
  unsigned bit;
  XCR0State state;
};

const FeatureBit kFeatureBits[] = {
#define QOPT_CPU_FEATURE(feature, word, bit, state)                                                \
  {feature, CPUIDWord::word, bit, XCR0State::state},
#include "qopt/Target/CPUID.def"
};

const StringLiteral kUncheckedFeatures[] = {
#define QOPT_CPU_FEATURE_UNCHECKED(feature) feature,
#include "qopt/Target/CPUID.def"
};

/// The features that are instructions; LLVM's other ones are ways to tune code.
const StringLiteral kInstructionFeatures[] = {
#define X86_FEATURE(enumerator, feature) feature,
#include "llvm/TargetParser/X86TargetParser.def"
};

uint32_t &wordOf(CPUIDWords &words, CPUIDWord word) { return words[static_cast<unsigned>(word)]; }

unsigned countBits(const CPUIDWords &words) {
  unsigned count = 0;
  for (uint32_t word : words)
    count += llvm::popcount(word);
  return count;
}

Error checkNames(const Triple &triple, ArrayRef<std::string> cpus) {
  if (!triple.isX86())
    return createStringError(
        "code for several CPUs in one file is chosen by the CPUID instruction, which %s has not; "
        "compile one file for each CPU",
        triple.str().c_str());
  StringSet<> seen;
  for (const std::string &cpu : cpus) {
    if (cpu.empty())
      return createStringError("an empty name in the list of CPUs; write them as in "
                               "--mcpu=x86-64-v3,icelake-server");
    if (!seen.insert(cpu).second)
      return createStringError("CPU '%s' is named twice; name it once", cpu.c_str());
  }
  return Error::success();
}

/// `resolveCPU`, with a word about a CPU of the other architecture.
Expected<CPUDescription> resolveListed(StringRef triple, StringRef cpu, StringRef features) {
  Expected<CPUDescription> result = resolveCPU(triple, cpu, features);
  if (result)
    return result;
  Expected<CPUDescription> other = resolveCPU("aarch64-linux-gnu", cpu, "");
  if (!other) {
    consumeError(other.takeError());
    return result;
  }
  consumeError(result.takeError());
  return createStringError("CPU '%s' is of aarch64, others of the list are of x86; a file holds "
                           "code for one architecture: compile one for each",
                           cpu.str().c_str());
}

/// Whether `first` is tried in front of `second`.
bool isBetter(const CPUVariant &first, const CPUVariant &second) {
  // Rows of the table are in order of merit.
  if (first.isa != second.isa)
    return first.isa < second.isa;
  return countBits(first.needs) > countBits(second.needs);
}

} // namespace

Expected<CPUIDWords> qopt::getNeededBits(const CPUDescription &cpu) {
  std::string error;
  std::unique_ptr<MCSubtargetInfo> subtarget = createSubtarget(cpu, error);
  CPUIDWords needs = {};
  for (const SubtargetFeatureKV &feature : subtarget->getEnabledProcessorFeatures()) {
    StringRef name = feature.Key;
    if (!is_contained(kInstructionFeatures, name) || is_contained(kUncheckedFeatures, name))
      continue;
    const FeatureBit *row =
        find_if(kFeatureBits, [&](const FeatureBit &bit) { return bit.feature == name; });
    if (row == std::end(kFeatureBits))
      return createStringError(
          "whether a CPU has '%s', as '%s' does, cannot be told when a program runs; leave '%s' "
          "out, or compile a file for it alone",
          name.str().c_str(), cpu.cpu.c_str(), cpu.cpu.c_str());
    wordOf(needs, row->word) |= 1u << row->bit;
    wordOf(needs, CPUIDWord::XCR0) |= static_cast<uint32_t>(row->state);
  }
  return needs;
}

Expected<SmallVector<CPUVariant>>
qopt::resolveVariants(StringRef triple, ArrayRef<std::string> cpus, StringRef features) {
  Triple resolved(triple.empty() ? sys::getDefaultTargetTriple() : Triple::normalize(triple));
  if (Error error = checkNames(resolved, cpus))
    return std::move(error);
  // Named CPUs first, so that `native` gives way to one that is the same.
  SmallVector<std::string> names(cpus);
  llvm::erase(names, "native");
  if (names.size() < cpus.size())
    names.push_back("native");
  SmallVector<CPUVariant> variants;
  for (const std::string &name : names) {
    Expected<CPUDescription> cpu = resolveListed(resolved.str(), name, features);
    if (!cpu)
      return cpu.takeError();
    Expected<CPUIDWords> needs = getNeededBits(*cpu);
    if (!needs)
      return needs.takeError();
    const CPUVariant *same =
        find_if(variants, [&](const CPUVariant &variant) { return variant.needs == *needs; });
    if (same == variants.end()) {
      CPUVariant variant{name, *cpu, &selectISA(*cpu), *needs};
      variants.insert(llvm::upper_bound(variants, variant, isBetter), variant);
    } else if (name != "native") {
      return createStringError("the CPUs '%s' and '%s' need the same instructions, so that only "
                               "one of them would ever be chosen; leave one out",
                               same->name.c_str(), name.c_str());
    }
  }
  return variants;
}

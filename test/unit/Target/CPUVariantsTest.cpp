#include "qopt/Target/CPUVariants.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/TargetParser/X86TargetParser.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace qopt;

namespace {

constexpr StringLiteral kTriple = "x86_64-unknown-linux-gnu";

const StringLiteral kChecked[] = {
#define QOPT_CPU_FEATURE(feature, word, bit, state) feature,
#include "qopt/Target/CPUID.def"
};

const StringLiteral kUnchecked[] = {
#define QOPT_CPU_FEATURE_UNCHECKED(feature) feature,
#include "qopt/Target/CPUID.def"
};

SmallVector<std::string> namesOf(ArrayRef<CPUVariant> variants) {
  return map_to_vector(variants, [](const CPUVariant &variant) { return variant.name; });
}

std::string errorOf(ArrayRef<std::string> cpus, StringRef triple = kTriple) {
  Expected<SmallVector<CPUVariant>> variants = resolveVariants(triple, cpus, "");
  return variants ? "" : toString(variants.takeError());
}

// A feature that LLVM gains must be put into one of the lists, not be forgotten.
TEST(CPUVariantsTest, EveryFeatureIsInOneList) {
  // A version number that takes more than a bit.
  const StringLiteral untold[] = {"avx10.1", "avx10.2"};
  // Names of clang for what LLVM splits up or has dropped.
  const StringLiteral foreign[] = {"apxf", "avx5124vnniw", "avx5124fmaps"};
  const StringLiteral all[] = {
#define X86_FEATURE(enumerator, feature) feature,
#include "llvm/TargetParser/X86TargetParser.def"
  };
  for (StringRef feature : all) {
    int lists = is_contained(kChecked, feature) + is_contained(kUnchecked, feature) +
                is_contained(untold, feature) + is_contained(foreign, feature);
    EXPECT_EQ(lists, 1) << feature.str();
  }
}

// What a kernel is chosen for must be looked for, or the kernel may trap.
TEST(CPUVariantsTest, FeaturesOfInstructionSetsAreChecked) {
#define X86_ROW_x86 true
#define X86_ROW_aarch64 false
#define X86_ROW_any false
  const std::pair<bool, StringLiteral> rows[] = {
#define QOPT_ISA(name, vectorBits, vectorRegisters, dot, signedDot, architecture, features)        \
  {X86_ROW_##architecture, features},
#include "qopt/Target/ISA.def"
  };
  for (auto [isX86, features] : rows) {
    SmallVector<StringRef> names;
    features.split(names, ',', -1, /*KeepEmpty=*/false);
    for (StringRef name : names)
      EXPECT_TRUE(!isX86 || is_contained(kChecked, name.drop_front())) << name.str();
  }
}

// Every CPU that LLVM knows can be one of several, but those with AVX10.
TEST(CPUVariantsTest, AlmostEveryCPUCanBeTold) {
  SmallVector<StringRef> cpus;
  X86::fillValidCPUArchList(cpus, /*Only64Bit=*/true);
  for (StringRef cpu : cpus) {
    Expected<CPUIDWords> needs = getNeededBits({kTriple.str(), cpu.str(), ""});
    bool hasAVX10 = hasFeatures({kTriple.str(), cpu.str(), ""}, "+avx10.1");
    EXPECT_EQ(static_cast<bool>(needs), !hasAVX10) << cpu.str();
    if (!needs)
      consumeError(needs.takeError());
  }
}

// Registers that the system does not save lose their contents.
TEST(CPUVariantsTest, NeedsTheStateOfItsRegisters) {
  auto stateOf = [](StringRef cpu) {
    return cantFail(getNeededBits({kTriple.str(), cpu.str(), ""})).back();
  };
  EXPECT_EQ(stateOf("x86-64-v2"), 0u);
  EXPECT_EQ(stateOf("x86-64-v3"), 0x6u);
  EXPECT_EQ(stateOf("x86-64-v4"), 0xe6u);
  EXPECT_EQ(stateOf("sapphirerapids"), 0x600e6u);
}

// The order in which the code tries them.
TEST(CPUVariantsTest, BestComesFirst) {
  auto variants = cantFail(resolveVariants(
      kTriple, {"x86-64", "x86-64-v3", "znver3", "icelake-server", "alderlake", "x86-64-v4"}, ""));
  EXPECT_EQ(namesOf(variants), (SmallVector<std::string>{"icelake-server", "x86-64-v4", "alderlake",
                                                         "znver3", "x86-64-v3", "x86-64"}));
  EXPECT_EQ(variants.front().isa->name, "avx512vnni");
}

// Features of the command line are needed by all.
TEST(CPUVariantsTest, FeaturesHoldForAll) {
  auto variants = cantFail(resolveVariants(kTriple, {"x86-64-v3", "haswell"}, "+gfni"));
  for (const CPUVariant &variant : variants)
    EXPECT_NE(variant.needs[static_cast<unsigned>(CPUIDWord::Leaf7C)] & 1u << 8, 0u);
}

// `native` may be any CPU: a build must not fail because it is one of the others.
TEST(CPUVariantsTest, NativeGivesWay) {
  auto native = cantFail(resolveVariants("", {"native"}, ""));
  EXPECT_EQ(namesOf(native), (SmallVector<std::string>{"native"}));
  auto twice = resolveVariants("", {"native", native.front().cpu.cpu}, "");
  ASSERT_TRUE(static_cast<bool>(twice)) << toString(twice.takeError());
  bool hasNative = is_contained(namesOf(*twice), "native");
  EXPECT_EQ(hasNative, twice->size() == 2);
}

TEST(CPUVariantsTest, RefusesWhatCannotBeChosen) {
  EXPECT_EQ(errorOf({"znver3", "haswell", "znver3"}), "CPU 'znver3' is named twice; name it once");
  EXPECT_EQ(errorOf({"broadwell", "skylake"}),
            "the CPUs 'broadwell' and 'skylake' need the same instructions, so that only one of "
            "them would ever be chosen; leave one out");
  EXPECT_EQ(errorOf({"znver3", "diamondrapids"}),
            "whether a CPU has 'avx10.1', as 'diamondrapids' does, cannot be told when a program "
            "runs; leave 'diamondrapids' out, or compile a file for it alone");
  EXPECT_EQ(errorOf({"znver3", "neoverse-n1"}),
            "CPU 'neoverse-n1' is of aarch64, others of the list are of x86; a file holds code for "
            "one architecture: compile one for each");
  EXPECT_EQ(errorOf({"znver3", "z80"}).find("unknown CPU 'z80'"), 0u);
  EXPECT_EQ(errorOf({"neoverse-n1", "cortex-a53"}, "aarch64-linux-gnu"),
            "code for several CPUs in one file is chosen by the CPUID instruction, which "
            "aarch64-unknown-linux-gnu has not; compile one file for each CPU");
}

} // namespace

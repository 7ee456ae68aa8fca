#include "qopt/Target/Dispatcher.h"

#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace qopt;

namespace {

constexpr StringLiteral kTriple = "x86_64-unknown-linux-gnu";

bool hasBits(const CPUIDWords &words, const CPUIDWords &needs) {
  return all_of(zip_equal(words, needs), [](auto pair) {
    auto [word, need] = pair;
    return (word & need) == need;
  });
}

CPUIDWords bitsOf(StringRef cpu, StringRef features = "") {
  return cantFail(getNeededBits({kTriple.str(), cpu.str(), features.str()}));
}

/// A function that `build` adds to a module, compiled.
class CompiledFunction {
public:
  explicit CompiledFunction(function_ref<Function *(Module &)> build) {
    InitializeNativeTarget();
    InitializeNativeTargetAsmParser();
    InitializeNativeTargetAsmPrinter();
    auto context = std::make_unique<LLVMContext>();
    auto module = std::make_unique<Module>("test", *context);
    Function *function = build(*module);
    function->setLinkage(GlobalValue::ExternalLinkage);
    EXPECT_FALSE(verifyModule(*module, &errs()));
    std::string name = function->getName().str();
    jit = cantFail(orc::LLJITBuilder().create());
    cantFail(jit->addIRModule({std::move(module), std::move(context)}));
    address = cantFail(jit->lookup(name)).getValue();
  }

  template <typename Result, typename... Arguments> Result call(Arguments... arguments) const {
    return reinterpret_cast<Result (*)(Arguments...)>(address)(arguments...);
  }

private:
  std::unique_ptr<orc::LLJIT> jit;
  uint64_t address = 0;
};

class DispatcherTest : public ::testing::Test {
protected:
  void SetUp() override {
    if (!Triple(sys::getProcessTriple()).isX86())
      GTEST_SKIP() << "CPUID is an instruction of x86";
  }
};

// What the code reads of this machine is what LLVM's own reader says: each bit
// of the table is at its place, and present only where the system saves its
// registers.
TEST_F(DispatcherTest, ReadsThisMachine) {
  CompiledFunction function([](Module &module) { return buildReadCPUID(module, "read"); });
  CPUIDWords words = {};
  function.call<void>(words.data());
  StringMap<bool> host = sys::getHostCPUFeatures();
  CPUIDWords baseline = bitsOf("x86-64");
  EXPECT_TRUE(hasBits(words, baseline));
  unsigned compared = 0;
  const StringLiteral checked[] = {
#define QOPT_CPU_FEATURE(feature, word, bit, state) feature,
#include "qopt/Target/CPUID.def"
  };
  for (StringRef feature : checked) {
    auto present = host.find(feature);
    if (present == host.end())
      continue;
    EXPECT_EQ(hasBits(words, bitsOf("x86-64", ("+" + feature).str())), present->second)
        << feature.str();
    ++compared;
  }
  EXPECT_GT(compared, 30u);
}

/// A list, best first, and the function that chooses from it.
struct Chooser {
  Chooser()
      : variants(cantFail(resolveVariants(
            kTriple,
            {"x86-64-v2", "x86-64-v3", "znver3", "alderlake", "skylake-avx512", "icelake-server"},
            ""))),
        function([&](Module &module) {
          auto needs = map_to_vector(variants, [](const CPUVariant &v) { return v.needs; });
          return buildChooseVariant(module, needs, "choose");
        }) {}

  /// The name of the variant that a CPU with `words` gets.
  std::string operator()(const CPUIDWords &words) const {
    int32_t number = function.call<int32_t>(words.data());
    return number == -1 ? "none" : variants[number - 1].name;
  }

  SmallVector<CPUVariant> variants;
  CompiledFunction function;
};

// Each CPU gets its own variant, and one that is not listed the best of those
// whose instructions it has.
TEST_F(DispatcherTest, ChoosesTheBest) {
  Chooser choose;
  for (const CPUVariant &variant : choose.variants)
    EXPECT_EQ(choose(variant.needs), variant.name);
  const std::pair<StringRef, StringRef> others[] = {{"sapphirerapids", "icelake-server"},
                                                    {"znver4", "icelake-server"},
                                                    {"cascadelake", "skylake-avx512"},
                                                    {"znver5", "icelake-server"},
                                                    {"arrowlake", "alderlake"},
                                                    {"haswell", "x86-64-v3"},
                                                    {"nehalem", "x86-64-v2"},
                                                    {"btver2", "x86-64-v2"},
                                                    {"core2", "none"},
                                                    {"x86-64", "none"}};
  for (auto [cpu, variant] : others)
    EXPECT_EQ(choose(bitsOf(cpu)), variant) << cpu.str();
  CPUIDWords everything;
  everything.fill(~0u);
  EXPECT_EQ(choose(everything), "icelake-server");
  EXPECT_EQ(choose(CPUIDWords{}), "none");
}

// Without one of the bits, any of them, a variant is not taken.
TEST_F(DispatcherTest, EveryBitCounts) {
  Chooser choose;
  for (const CPUVariant &variant : choose.variants) {
    for (unsigned bit = 0; bit < 32 * kCPUIDWordCount; ++bit) {
      CPUIDWords words = variant.needs;
      words[bit / 32] &= ~(1u << bit % 32);
      if (words != variant.needs) {
        EXPECT_NE(choose(words), variant.name) << bit;
      }
    }
  }
}

// A system that does not save the vector registers gets code without them.
TEST_F(DispatcherTest, AsksTheSystem) {
  Chooser choose;
  CPUIDWords words = bitsOf("sapphirerapids");
  words.back() = 0x7;
  EXPECT_EQ(choose(words), "alderlake");
  words.back() = 0;
  EXPECT_EQ(choose(words), "x86-64-v2");
}

} // namespace

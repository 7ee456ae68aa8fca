#ifndef QOPT_TEST_UNIT_VECTORIZE_COMPILEDMODULE_H
#define QOPT_TEST_UNIT_VECTORIZE_COMPILEDMODULE_H

#include "qopt/Target/ISA.h"

#include "mlir/ExecutionEngine/ExecutionEngine.h"
#include "gtest/gtest.h"

#include <memory>
#include <string>

namespace qopt::test {

/// An instruction set, run natively or emulated.
struct Variant {
  const ISA *isa;
  bool emulate;
  /// What the module's CPU has besides, as in `+avx512vbmi`.
  llvm::StringRef features = "";
};

/// The instruction sets that this CPU has, natively; `generic` is one of them.
std::vector<Variant> getNativeVariants();
/// And once more with the features that choose between lowerings of one row.
std::vector<Variant> getLoweringVariants();
/// Also those that it does not have, emulated: each shape that kernels take.
std::vector<Variant> getRunnableVariants();
std::string getVariantName(const testing::TestParamInfo<Variant> &info);

/// Functions in the scheduled phase, vectorized and compiled for this CPU.
class CompiledModule {
public:
  /// `source` holds functions only; failures are reported to GoogleTest.
  CompiledModule(llvm::StringRef source, const Variant &variant);

  /// Calls a function with one pointer for each of its memrefs.
  template <typename... Ts> void run(llvm::StringRef function, Ts *...buffers) {
    void *address = lookup(function);
    ASSERT_NE(address, nullptr) << "no function " << function.str();
    reinterpret_cast<void (*)(Ts *...)>(address)(buffers...);
  }

private:
  void *lookup(llvm::StringRef function);

  std::unique_ptr<mlir::ExecutionEngine> engine;
};

} // namespace qopt::test

#endif // QOPT_TEST_UNIT_VECTORIZE_COMPILEDMODULE_H

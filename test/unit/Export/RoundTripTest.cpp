// Models of the ONNX project, imported, exported, imported again, and run.

#include "OnnxCase.h"
#include "qopt/Export/OnnxExporter.h"
#include "qopt/Import/OnnxImporter.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;

namespace {

struct Suite {
  const char *name;
  size_t minEqual;
};

class RoundTripTest : public testing::TestWithParam<Suite> {};

/// What the evaluator makes of a model that was exported and imported again.
std::optional<std::vector<Tensor>> runExported(ModuleOp module, ArrayRef<Tensor> inputs,
                                               std::string &message) {
  std::string bytes;
  llvm::raw_string_ostream os(bytes);
  if (failed(exportOnnxQdq(module, os)))
    return std::nullopt;
  auto again = importOnnx(llvm::MemoryBufferRef(bytes, "exported.onnx"), *module.getContext());
  if (!again)
    return message = "the exported model is refused: ", std::nullopt;
  return evaluateCase(*again, inputs, message);
}

// What is exported means the same; what is not exported says why.
TEST_P(RoundTripTest, ExportedModelsGiveTheSameResults) {
  std::string root = getOnnxTestData(GetParam().name);
  if (!llvm::sys::fs::is_directory(root))
    GTEST_SKIP() << root << " is not installed (package libonnx-testdata)";
  size_t equal = 0;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(root, error), end; it != end; it.increment(error)) {
    OnnxCase test(it->path());
    if (!test.load())
      continue;
    for (size_t firstConstant : {size_t(100), size_t(1)}) {
      MLIRContext context;
      CaseResult result = test.run(firstConstant, context, runExported);
      equal += result.outcome == Outcome::Equal;
      EXPECT_NE(result.outcome, Outcome::Wrong)
          << it->path() << ", constants from input " << firstConstant << ": " << result.message;
      if (result.outcome == Outcome::Refused)
        EXPECT_NE(result.message, "") << it->path();
    }
  }
  llvm::outs() << GetParam().name << ": " << equal << " exported runs equal\n";
  EXPECT_GE(equal, GetParam().minEqual);
}

INSTANTIATE_TEST_SUITE_P(Onnx, RoundTripTest,
                         testing::Values(Suite{"node", 1317}, Suite{"pytorch-converted", 144},
                                         Suite{"pytorch-operator", 56}, Suite{"runtime", 482}),
                         [](const auto &info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace

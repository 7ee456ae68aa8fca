// The test data of the ONNX project, one model per case of an operator, and of
// operators of ONNX Runtime (write_runtime_cases.py), with
// inputs and expected outputs: imported, run by the evaluator, and compared.

#include "OnnxCase.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace qopt;

namespace {

/// A folder of test data, and how many results are at least right: fewer mean
/// that something is no longer supported.
struct Suite {
  const char *name;
  size_t minEqual;
};

class ConformanceTest : public ::testing::TestWithParam<Suite> {};

// Each result that a model gives must be that of the standard, whether its
// parameters are computed or constant. What is not supported must say so.
TEST_P(ConformanceTest, ResultsAreThoseOfTheStandard) {
  std::string root = getOnnxTestData(GetParam().name);
  if (!llvm::sys::fs::is_directory(root))
    GTEST_SKIP() << root << " is not installed (package libonnx-testdata)";
  OutcomeCounts counts;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(root, error), end; it != end; it.increment(error)) {
    OnnxCase test(it->path());
    if (!test.load())
      continue;
    for (size_t firstConstant : {size_t(100), size_t(1), size_t(0)}) {
      mlir::MLIRContext context;
      counts.add(test.run(firstConstant, context, evaluateCase), it->path(), firstConstant);
    }
  }
  llvm::outs() << GetParam().name << ": " << counts.equal << " runs equal, " << counts.refused
               << " refused\n";
  EXPECT_GE(counts.equal, GetParam().minEqual) << counts.refused << " were refused";
}

INSTANTIATE_TEST_SUITE_P(Import, ConformanceTest,
                         ::testing::Values(Suite{"node", 2115}, Suite{"pytorch-converted", 216},
                                           Suite{"pytorch-operator", 84}, Suite{"simple", 39},
                                           Suite{"runtime", 783}),
                         [](const auto &info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace

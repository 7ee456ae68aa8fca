// The test data of the ONNX project through the whole compiler: models are
// imported, compiled for this machine (in float, unless they are quantized), and
// run. Results must be those of the standard, and have the bytes of the evaluator.

#include "OnnxCase.h"
#include "qopt/Driver/Compile.h"
#include "qopt/InitAll.h"
#include "qopt/Runtime/LoadedModel.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <cstdlib>

using namespace mlir;
using namespace qopt;

namespace {

/// A share of the models of a suite, so that several can run at once.
struct Slice {
  const char *suite;
  unsigned index, count;
};

/// Compiles a module, runs it, and compares it with the evaluator.
class CompiledRunner {
public:
  CompiledRunner() {
    llvm::sys::fs::createUniqueDirectory("qopt-conformance", folder);
    options.pipeline.cpu = "native";
  }
  ~CompiledRunner() { llvm::sys::fs::remove_directories(folder); }

  std::optional<std::vector<Tensor>> run(ModuleOp module, ArrayRef<Tensor> inputs,
                                         std::string &message) {
    // Models that bring grids along are compiled to integers.
    options.keepFloat = findPhase(module) == Phase::Float;
    if (!options.keepFloat && failed(compileTo(module, Phase::Integer, options)))
      return std::nullopt;
    auto expected = evaluateCase(module, inputs, message);
    if (!expected || failed(compileTo(module, Phase::LLVM, options)))
      return std::nullopt;
    // The dynamic loader keeps libraries of one name apart from newer files.
    SmallString<128> path(folder);
    llvm::sys::path::append(path, std::to_string(number++) + ".so");
    if (failed(writeModel(module, OutputKind::SharedLibrary, path)))
      return std::nullopt;
    auto model = LoadedModel::load(path);
    llvm::sys::fs::remove(path);
    if (!model)
      return message = llvm::toString(model.takeError()), std::nullopt;
    SmallVector<RankedTensorType> types = model->outputTypes(module.getContext());
    SmallVector<Tensor> outputs(types.begin(), types.end());
    if (llvm::Error error = model->run(inputs, outputs, nullptr))
      return message = llvm::toString(std::move(error)), std::nullopt;
    for (auto [output, reference] : llvm::zip_equal(outputs, *expected))
      if (!(output == reference))
        return message = "the bytes of the evaluator differ", std::nullopt;
    return std::vector<Tensor>(outputs.begin(), outputs.end());
  }

private:
  SmallString<128> folder;
  CompileOptions options;
  int number = 0;
};

class CompiledConformanceTest : public testing::TestWithParam<Slice> {
protected:
  /// Whether this slice has the model called `name`. Without
  /// QOPT_CONFORMANCE=all, three of four models are left out.
  static bool isInSlice(StringRef name) {
    static const bool all = std::getenv("QOPT_CONFORMANCE") != nullptr;
    size_t hash = 0;
    for (char c : name)
      hash = hash * 31 + static_cast<unsigned char>(c);
    return hash % GetParam().count == GetParam().index && (all || hash / 64 % 4 == 0);
  }
};

// As the evaluator's own conformance test; nothing may crash on the way.
TEST_P(CompiledConformanceTest, ResultsAreThoseOfTheStandard) {
  std::string root = getOnnxTestData(GetParam().suite);
  if (!llvm::sys::fs::is_directory(root))
    GTEST_SKIP() << root << " is not installed (package libonnx-testdata)";
  DialectRegistry registry;
  registerAllDialects(registry);
  CompiledRunner compiled;
  auto runner = [&](ModuleOp module, ArrayRef<Tensor> inputs, std::string &message) {
    return compiled.run(module, inputs, message);
  };
  OutcomeCounts counts;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(root, error), end; it != end; it.increment(error)) {
    OnnxCase test(it->path());
    if (!isInSlice(llvm::sys::path::filename(it->path())) || !test.load())
      continue;
    for (size_t firstConstant : {size_t(100), size_t(1)}) {
      MLIRContext context(registry, MLIRContext::Threading::DISABLED);
      context.loadAllAvailableDialects();
      counts.add(test.run(firstConstant, context, runner), it->path(), firstConstant);
    }
  }
  llvm::outs() << GetParam().suite << " " << GetParam().index << ": " << counts.equal
               << " compiled runs equal, " << counts.refused << " refused\n";
  EXPECT_GT(counts.equal, 0u) << counts.refused << " were refused";
}

std::vector<Slice> makeSlices() {
  std::vector<Slice> slices;
  for (unsigned index = 0; index < 8; ++index)
    slices.push_back({"node", index, 8});
  for (unsigned index = 0; index < 2; ++index)
    slices.push_back({"pytorch-converted", index, 2});
  slices.push_back({"pytorch-operator", 0, 1});
  slices.push_back({"runtime", 0, 1});
  return slices;
}

INSTANTIATE_TEST_SUITE_P(Onnx, CompiledConformanceTest, testing::ValuesIn(makeSlices()),
                         [](const auto &info) {
                           std::string name = info.param.suite + std::to_string(info.param.index);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace

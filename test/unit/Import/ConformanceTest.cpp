// The test data of the ONNX project, one model per case of an operator, with
// inputs and expected outputs: imported, run by the evaluator, and compared.

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

#include <onnx/onnx_pb.h>

using namespace qopt;

namespace {

template <typename Proto> bool readProto(const llvm::Twine &path, Proto &proto) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  return buffer && proto.ParseFromArray((*buffer)->getBufferStart(), (*buffer)->getBufferSize());
}

std::vector<float> readFloats(const onnx::TensorProto &proto) {
  std::vector<float> values(proto.float_data().begin(), proto.float_data().end());
  if (proto.has_raw_data()) {
    values.resize(proto.raw_data().size() / sizeof(float));
    std::memcpy(values.data(), proto.raw_data().data(), values.size() * sizeof(float));
  }
  return values;
}

/// How an import or a run ended.
enum class Outcome { Equal, Refused, Wrong };

struct Result {
  Outcome outcome;
  std::string message;
};

/// One model with its inputs and outputs.
class Case {
public:
  explicit Case(const std::string &folder) : folder(folder) {}

  bool load() {
    if (!readProto(folder + "/model.onnx", model))
      return false;
    // Opset 6 says with attributes, which are refused, what 7 says without.
    for (onnx::OperatorSetIdProto &opset : *model.mutable_opset_import())
      if (opset.version() == 6)
        opset.set_version(7);
    std::string data = folder + "/test_data_set_0/";
    onnx::TensorProto tensor;
    while (readProto(data + "input_" + std::to_string(inputs.size()) + ".pb", tensor))
      inputs.push_back(tensor);
    while (readProto(data + "output_" + std::to_string(outputs.size()) + ".pb", tensor))
      outputs.push_back(tensor);
    return !outputs.empty() && hasDeclaredTypes();
  }

  /// Runs the model with inputs from `firstConstant` on turned into initializers.
  Result run(size_t firstConstant) const {
    onnx::ModelProto changed = model;
    std::vector<onnx::TensorProto> arguments;
    for (size_t i = 0; i < inputs.size() && i < size_t(model.graph().input_size()); ++i) {
      if (i < firstConstant) {
        arguments.push_back(inputs[i]);
        continue;
      }
      onnx::TensorProto &initializer = *changed.mutable_graph()->add_initializer();
      initializer = inputs[i];
      initializer.set_name(model.graph().input(i).name());
    }
    return importAndRun(changed, arguments);
  }

private:
  /// Some data has 16-bit floats as integers.
  bool hasDeclaredTypes() const {
    return llvm::all_of(llvm::zip(inputs, model.graph().input()), [](auto pair) {
      auto &[data, declared] = pair;
      return data.data_type() == declared.type().tensor_type().elem_type();
    });
  }

  Result importAndRun(const onnx::ModelProto &changed,
                      llvm::ArrayRef<onnx::TensorProto> arguments) const {
    mlir::MLIRContext context;
    std::string message;
    context.getDiagEngine().registerHandler(
        [&](mlir::Diagnostic &diagnostic) { message += diagnostic.str(); });
    std::string bytes = changed.SerializeAsString();
    auto module = importOnnx(llvm::MemoryBufferRef(bytes, "model.onnx"), context);
    if (!module)
      return {Outcome::Refused, message};
    auto evaluator = Evaluator::create(*module->getOps<mlir::func::FuncOp>().begin());
    if (failed(evaluator))
      return {Outcome::Refused, "evaluator: " + message};
    llvm::SmallVector<Tensor> values;
    for (auto [type, proto] : llvm::zip_equal(evaluator->getInputTypes(), arguments)) {
      std::vector<float> data = readFloats(proto);
      Tensor tensor(type);
      if (data.size() != size_t(type.getNumElements()))
        return {Outcome::Refused, "test data of another type"};
      llvm::copy(data, tensor.as<float>().begin());
      values.push_back(tensor);
    }
    auto results = evaluator->run(values);
    if (failed(results))
      return {Outcome::Refused, "evaluator: " + message};
    return compare(*results);
  }

  Result compare(llvm::ArrayRef<Tensor> results) const {
    for (auto [result, expected] : llvm::zip(results, outputs)) {
      std::vector<int64_t> shape(expected.dims().begin(), expected.dims().end());
      if (result.getShape() != llvm::ArrayRef(shape))
        return {Outcome::Wrong, "shape"};
      std::vector<float> values = readFloats(expected);
      for (auto [index, value] : llvm::enumerate(result.as<float>())) {
        float difference = std::fabs(value - values[index]);
        bool isEqual = value == values[index] || (std::isnan(value) && std::isnan(values[index]));
        if (!isEqual && !(difference <= 1e-4f + 1e-4f * std::fabs(values[index])))
          return {Outcome::Wrong, "element " + std::to_string(index) + ": " +
                                      std::to_string(value) + " instead of " +
                                      std::to_string(values[index])};
      }
    }
    return {Outcome::Equal, ""};
  }

  std::string folder;
  onnx::ModelProto model;
  std::vector<onnx::TensorProto> inputs, outputs;
};

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
  std::string root = std::string(ONNX_TEST_DATA) + "/" + GetParam().name;
  if (!llvm::sys::fs::is_directory(root))
    GTEST_SKIP() << root << " is not installed (package libonnx-testdata)";
  size_t equal = 0, refused = 0;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(root, error), end; it != end; it.increment(error)) {
    Case test(it->path());
    if (!test.load())
      continue;
    for (size_t firstConstant : {size_t(100), size_t(1), size_t(0)}) {
      Result result = test.run(firstConstant);
      equal += result.outcome == Outcome::Equal;
      refused += result.outcome == Outcome::Refused;
      EXPECT_NE(result.outcome, Outcome::Wrong)
          << it->path() << ", constants from input " << firstConstant << ": " << result.message;
      if (result.outcome == Outcome::Refused)
        EXPECT_NE(result.message, "") << it->path();
    }
  }
  RecordProperty("refused", static_cast<int>(refused));
  EXPECT_GE(equal, GetParam().minEqual) << refused << " were refused";
}

INSTANTIATE_TEST_SUITE_P(Import, ConformanceTest,
                         ::testing::Values(Suite{"node", 700}, Suite{"pytorch-converted", 140},
                                           Suite{"pytorch-operator", 60}, Suite{"simple", 10}),
                         [](const auto &info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace

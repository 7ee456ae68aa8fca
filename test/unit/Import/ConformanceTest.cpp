// The test data of the ONNX project, one model per case of an operator, with
// inputs and expected outputs: imported, run by the evaluator, and compared.

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <onnx/onnx_pb.h>

using namespace qopt;

namespace {

template <typename Proto> bool readProto(const llvm::Twine &path, Proto &proto) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  return buffer && proto.ParseFromArray((*buffer)->getBufferStart(), (*buffer)->getBufferSize());
}

/// The elements of `field` as those of `tensor`, which are of type `T`; false if
/// there are not as many.
template <typename T, typename Field> bool copyElements(const Field &field, Tensor &tensor) {
  if (field.size() != tensor.getNumElements())
    return false;
  std::copy(field.begin(), field.end(), tensor.as<T>().begin());
  return true;
}

/// `proto` as a tensor of type `type`, if that is its type.
std::optional<Tensor> readTensor(const onnx::TensorProto &proto, mlir::RankedTensorType type) {
  using onnx::TensorProto;
  Tensor tensor(type);
  mlir::Type element = type.getElementType();
  auto width = element.getIntOrFloatBitWidth();
  int32_t expected = element.isF32()                ? TensorProto::FLOAT
                     : element.isUnsignedInteger(8) ? TensorProto::UINT8
                     : width == 1                   ? TensorProto::BOOL
                     : width == 8                   ? TensorProto::INT8
                     : width == 16                  ? TensorProto::INT16
                     : width == 32                  ? TensorProto::INT32
                                                    : TensorProto::INT64;
  if (proto.data_type() != expected)
    return std::nullopt;
  bool isComplete = false;
  if (proto.has_raw_data()) {
    isComplete = proto.raw_data().size() == tensor.getSizeInBytes();
    if (isComplete)
      std::copy(proto.raw_data().begin(), proto.raw_data().end(), tensor.data());
  } else if (element.isF32()) {
    isComplete = copyElements<float>(proto.float_data(), tensor);
  } else if (width == 64) {
    isComplete = copyElements<int64_t>(proto.int64_data(), tensor);
  } else if (width == 32) {
    isComplete = copyElements<int32_t>(proto.int32_data(), tensor);
  } else if (width == 16) {
    isComplete = copyElements<int16_t>(proto.int32_data(), tensor);
  } else {
    isComplete = copyElements<int8_t>(proto.int32_data(), tensor);
  }
  return isComplete ? std::optional(tensor) : std::nullopt;
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
      std::optional<Tensor> tensor = readTensor(proto, type);
      if (!tensor)
        return {Outcome::Refused, "test data of another type"};
      values.push_back(*tensor);
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
      std::optional<Tensor> values = readTensor(expected, result.getType());
      if (!values)
        return {Outcome::Wrong, "type"};
      Result comparison = result.getType().getElementType().isF32()
                              ? compareFloats(result, *values)
                              : compareIntegers(result, *values);
      if (comparison.outcome != Outcome::Equal)
        return comparison;
    }
    return {Outcome::Equal, ""};
  }

  static Result compareFloats(const Tensor &result, const Tensor &expected) {
    llvm::ArrayRef<float> values = expected.as<float>();
    for (auto [index, value] : llvm::enumerate(result.as<float>())) {
      float difference = std::fabs(value - values[index]);
      bool isEqual = value == values[index] || (std::isnan(value) && std::isnan(values[index]));
      if (!isEqual && !(difference <= 1e-4f + 1e-4f * std::fabs(values[index])))
        return {Outcome::Wrong, "element " + std::to_string(index) + ": " + std::to_string(value) +
                                    " instead of " + std::to_string(values[index])};
    }
    return {Outcome::Equal, ""};
  }

  static Result compareIntegers(const Tensor &result, const Tensor &expected) {
    return result == expected ? Result{Outcome::Equal, ""} : Result{Outcome::Wrong, "integers"};
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
  llvm::outs() << GetParam().name << ": " << equal << " runs equal, " << refused << " refused\n";
  EXPECT_GE(equal, GetParam().minEqual) << refused << " were refused";
}

INSTANTIATE_TEST_SUITE_P(Import, ConformanceTest,
                         ::testing::Values(Suite{"node", 1631}, Suite{"pytorch-converted", 174},
                                           Suite{"pytorch-operator", 84}, Suite{"simple", 14}),
                         [](const auto &info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace

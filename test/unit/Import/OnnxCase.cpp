#include "OnnxCase.h"

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <cstdlib>

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

/// A tensor of floats of another width as f32, which programs have in their
/// place; others as they are.
onnx::TensorProto widenFloats(const onnx::TensorProto &proto) {
  using onnx::TensorProto;
  bool isDouble = proto.data_type() == TensorProto::DOUBLE;
  bool isHalf = proto.data_type() == TensorProto::FLOAT16;
  if (!isDouble && !isHalf && proto.data_type() != TensorProto::BFLOAT16)
    return proto;
  TensorProto result = proto;
  result.set_data_type(TensorProto::FLOAT);
  result.clear_raw_data();
  for (double value : proto.double_data())
    result.add_float_data(static_cast<float>(value));
  auto addHalf = [&](uint16_t bits) {
    llvm::APFloat value(isHalf ? llvm::APFloat::IEEEhalf() : llvm::APFloat::BFloat(),
                        llvm::APInt(16, bits));
    bool losesInfo;
    value.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &losesInfo);
    result.add_float_data(value.convertToFloat());
  };
  for (int32_t bits : proto.int32_data())
    addHalf(static_cast<uint16_t>(bits));
  const std::string &raw = proto.raw_data();
  for (size_t at = 0, width = isDouble ? 8 : 2; at + width <= raw.size(); at += width) {
    double value;
    uint16_t bits;
    std::memcpy(isDouble ? static_cast<void *>(&value) : &bits, raw.data() + at, width);
    if (isDouble)
      result.add_float_data(static_cast<float>(value));
    else
      addHalf(bits);
  }
  return result;
}

/// `proto` as a tensor of type `type`, if that is its type.
std::optional<Tensor> readTensor(const onnx::TensorProto &proto, mlir::RankedTensorType type) {
  using onnx::TensorProto;
  Tensor tensor(type);
  mlir::Type element = type.getElementType();
  auto width = element.getIntOrFloatBitWidth();
  int32_t expected = element.isF32()                 ? TensorProto::FLOAT
                     : element.isUnsignedInteger(8)  ? TensorProto::UINT8
                     : element.isUnsignedInteger(16) ? TensorProto::UINT16
                     : element.isUnsignedInteger(32) ? TensorProto::UINT32
                     : element.isUnsignedInteger(64) ? TensorProto::UINT64
                     : width == 1                    ? TensorProto::BOOL
                     : width == 8                    ? TensorProto::INT8
                     : width == 16                   ? TensorProto::INT16
                     : width == 32                   ? TensorProto::INT32
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

/// Half a step of the type of `proto`, relative, where that is more than what the
/// order of sums makes; programs compute in f32.
float getTolerance(const onnx::TensorProto &proto) {
  return proto.data_type() == onnx::TensorProto::FLOAT16    ? 1e-3f
         : proto.data_type() == onnx::TensorProto::BFLOAT16 ? 8e-3f
                                                            : 1e-4f;
}

CaseResult compareFloats(const Tensor &result, const Tensor &expected, float tolerance) {
  llvm::ArrayRef<float> values = expected.as<float>();
  for (auto [index, value] : llvm::enumerate(result.as<float>())) {
    float difference = std::fabs(value - values[index]);
    bool isEqual = value == values[index] || (std::isnan(value) && std::isnan(values[index]));
    if (!isEqual && !(difference <= tolerance + tolerance * std::fabs(values[index])))
      return {Outcome::Wrong, "element " + std::to_string(index) + ": " + std::to_string(value) +
                                  " instead of " + std::to_string(values[index])};
  }
  return {Outcome::Equal, ""};
}

CaseResult compareIntegers(const Tensor &result, const Tensor &expected) {
  return result == expected ? CaseResult{Outcome::Equal, ""}
                            : CaseResult{Outcome::Wrong, "integers"};
}

/// Collects what `context` reports.
class MessageCollector {
public:
  explicit MessageCollector(mlir::MLIRContext &context)
      : handler(&context, [this](mlir::Diagnostic &d) {
          message += d.str();
          return mlir::success();
        }) {}

  std::string message;

private:
  mlir::ScopedDiagnosticHandler handler;
};

} // namespace

bool OnnxCase::load() {
  if (!readProto(folder + "/model.onnx", model))
    return false;
  // Opset 6 says with attributes, which are refused, what 7 says without.
  for (onnx::OperatorSetIdProto &opset : *model.mutable_opset_import())
    if (opset.version() == 6)
      opset.set_version(7);
    else if (opset.domain().empty() && opset.version() > 21) // Newer only in types.
      opset.set_version(21);
  std::string data = folder + "/test_data_set_0/";
  onnx::TensorProto tensor;
  while (readProto(data + "input_" + std::to_string(inputs.size()) + ".pb", tensor))
    inputs.push_back(tensor);
  while (readProto(data + "output_" + std::to_string(outputs.size()) + ".pb", tensor))
    outputs.push_back(tensor);
  return !outputs.empty() && hasDeclaredTypes();
}

/// Some data has 16-bit floats as integers.
bool OnnxCase::hasDeclaredTypes() const {
  auto isDeclared = [](auto pair) {
    auto &[data, declared] = pair;
    return data.data_type() == declared.type().tensor_type().elem_type();
  };
  return llvm::all_of(llvm::zip(inputs, model.graph().input()), isDeclared) &&
         llvm::all_of(llvm::zip(outputs, model.graph().output()), isDeclared);
}

CaseResult OnnxCase::run(size_t firstConstant, mlir::MLIRContext &context,
                         const Runner &runner) const {
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
  return importAndRun(changed, arguments, context, runner);
}

CaseResult OnnxCase::importAndRun(const onnx::ModelProto &changed,
                                  llvm::ArrayRef<onnx::TensorProto> arguments,
                                  mlir::MLIRContext &context, const Runner &runner) const {
  MessageCollector collector(context);
  std::string bytes = changed.SerializeAsString();
  auto module = importOnnx(llvm::MemoryBufferRef(bytes, "model.onnx"), context);
  if (!module)
    return {Outcome::Refused, collector.message};
  auto function = *module->getOps<mlir::func::FuncOp>().begin();
  std::vector<Tensor> values;
  for (auto [type, proto] : llvm::zip_equal(function.getArgumentTypes(), arguments)) {
    std::optional<Tensor> tensor =
        readTensor(widenFloats(proto), llvm::cast<mlir::RankedTensorType>(type));
    if (!tensor)
      return {Outcome::Refused, "test data of another type"};
    values.push_back(*tensor);
  }
  std::string message;
  std::optional<std::vector<Tensor>> results = runner(*module, values, message);
  if (!results)
    return {message.empty() ? Outcome::Refused : Outcome::Wrong, message + collector.message};
  return compare(*results);
}

CaseResult OnnxCase::compare(llvm::ArrayRef<Tensor> results) const {
  for (auto [result, expected] : llvm::zip(results, outputs)) {
    std::vector<int64_t> shape(expected.dims().begin(), expected.dims().end());
    if (result.getShape() != llvm::ArrayRef(shape))
      return {Outcome::Wrong, "shape"};
    std::optional<Tensor> values = readTensor(widenFloats(expected), result.getType());
    if (!values)
      return {Outcome::Wrong, "type"};
    CaseResult comparison = result.getType().getElementType().isF32()
                                ? compareFloats(result, *values, getTolerance(expected))
                                : compareIntegers(result, *values);
    if (comparison.outcome != Outcome::Equal)
      return comparison;
  }
  return {Outcome::Equal, ""};
}

std::string qopt::getOnnxTestData(const std::string &name) {
  if (name == "runtime")
    return ONNX_RUNTIME_CASES;
  const char *root = std::getenv("ONNX_TEST_DATA");
  return std::string(root ? root : ONNX_TEST_DATA) + "/" + name;
}

std::optional<std::vector<Tensor>>
qopt::evaluateCase(mlir::ModuleOp module, llvm::ArrayRef<Tensor> inputs, std::string &message) {
  auto evaluator = Evaluator::create(*module.getOps<mlir::func::FuncOp>().begin());
  if (failed(evaluator))
    return std::nullopt;
  auto results = evaluator->run(inputs);
  if (failed(results))
    return std::nullopt;
  return std::vector<Tensor>(results->begin(), results->end());
}

void qopt::OutcomeCounts::add(const CaseResult &result, const std::string &folder,
                              size_t firstConstant) {
  equal += result.outcome == Outcome::Equal;
  refused += result.outcome == Outcome::Refused;
  EXPECT_NE(result.outcome, Outcome::Wrong)
      << folder << ", constants from input " << firstConstant << ": " << result.message;
  if (result.outcome != Outcome::Refused)
    return;
  EXPECT_NE(result.message, "") << folder;
  if (std::getenv("QOPT_LIST_REFUSED"))
    llvm::outs() << "refused: " << folder << ", constants from input " << firstConstant << ": "
                 << result.message << "\n";
}

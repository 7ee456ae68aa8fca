#include "ModelRunner.h"

#include "qopt/Reference/Evaluator.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;
using namespace qopt;

namespace {

class CompiledRunner : public ModelRunner {
public:
  CompiledRunner(LoadedModel loaded, MLIRContext *context) : model(std::move(loaded)) {
    const qopt_model &description = model.description();
    for (auto [i, type] : llvm::enumerate(model.inputTypes(context)))
      inputs.push_back({description.inputs[i].name, type});
    for (auto [i, type] : llvm::enumerate(model.outputTypes(context)))
      outputs.push_back({description.outputs[i].name, type});
  }

  llvm::Expected<SmallVector<Tensor>> run(ArrayRef<Tensor> arguments,
                                          const qopt_executor *executor) override {
    SmallVector<Tensor> results;
    for (const NamedTensorType &output : outputs)
      results.emplace_back(output.type);
    if (llvm::Error error = model.run(arguments, results, executor))
      return std::move(error);
    return results;
  }

  std::optional<ModelProfile> getProfile() const override { return model.getProfile(); }

  const qopt_variant *getVariant() const override {
    auto *selectVariant = model.description().select_variant;
    return selectVariant ? selectVariant() : nullptr;
  }

private:
  LoadedModel model;
};

class EvaluatorRunner : public ModelRunner {
public:
  EvaluatorRunner(OwningOpRef<ModuleOp> owned, func::FuncOp func, Evaluator prepared)
      : module(std::move(owned)), evaluator(std::move(prepared)) {
    inputs = describeInputs(func);
    outputs = describeOutputs(func);
  }

  llvm::Expected<SmallVector<Tensor>> run(ArrayRef<Tensor> arguments,
                                          const qopt_executor *) override {
    FailureOr<SmallVector<Tensor>> results = evaluator.run(arguments);
    if (failed(results))
      return llvm::createStringError("the evaluator failed");
    return std::move(*results);
  }

private:
  OwningOpRef<ModuleOp> module;
  Evaluator evaluator;
};

/// The one public function; null, with an error printed, where there is none.
func::FuncOp findEntry(ModuleOp module) {
  for (auto func : module.getOps<func::FuncOp>())
    if (func.isPublic() && !func.isExternal())
      return func;
  module.emitError() << "no public function to run";
  return {};
}

std::unique_ptr<ModelRunner> loadLibrary(StringRef path, MLIRContext &context) {
  llvm::Expected<LoadedModel> model = LoadedModel::load(path);
  if (!model) {
    llvm::WithColor::error() << llvm::toString(model.takeError()) << "\n";
    return nullptr;
  }
  return std::make_unique<CompiledRunner>(std::move(*model), &context);
}

/// Compiles `module` into a temporary library and loads that.
std::unique_ptr<ModelRunner> compileAndLoad(ModuleOp module, const CompileOptions &options,
                                            MLIRContext &context) {
  SmallString<128> path;
  if (llvm::sys::fs::createUniqueDirectory("qopt-run", path)) {
    llvm::WithColor::error() << "cannot create a temporary folder\n";
    return nullptr;
  }
  std::string directory = path.str().str();
  llvm::sys::path::append(path, "model.so");
  std::unique_ptr<ModelRunner> runner;
  if (succeeded(compileAndWrite(module, OutputKind::SharedLibrary, Phase::LLVM, path, options)))
    runner = loadLibrary(path, context);
  // The loaded library stays mapped.
  llvm::sys::fs::remove_directories(directory);
  return runner;
}

} // namespace

std::unique_ptr<ModelRunner> qopt::makeModelRunner(StringRef path, bool useEvaluator,
                                                   const CompileOptions &options,
                                                   MLIRContext &context) {
  if (llvm::sys::path::extension(path) == ".so") {
    if (!useEvaluator)
      return loadLibrary(path, context);
    llvm::WithColor::error() << path
                             << ": the evaluator runs MLIR and ONNX models, not libraries\n";
    return nullptr;
  }
  OwningOpRef<ModuleOp> module = loadModel(path, context, options);
  if (!module)
    return nullptr;
  if (!useEvaluator)
    return compileAndLoad(*module, options, context);
  // Quantized with data if there is some, else as it is.
  if (!options.calibrationData.empty() && failed(compileTo(*module, Phase::Integer, options)))
    return nullptr;
  func::FuncOp func = findEntry(*module);
  if (!func)
    return nullptr;
  FailureOr<Evaluator> evaluator = Evaluator::create(func);
  if (failed(evaluator))
    return nullptr;
  return std::make_unique<EvaluatorRunner>(std::move(module), func, std::move(*evaluator));
}

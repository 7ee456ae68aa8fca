#include "CompiledLayer.h"

#include "qopt/InitAll.h"
#include "qopt/Support/Constants.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <random>

using namespace mlir;
using namespace qopt;
using namespace qopt::bench;

namespace {

MLIRContext &getContext() {
  static MLIRContext *context = [] {
    DialectRegistry registry;
    registerAllDialects(registry);
    auto *made = new MLIRContext(registry);
    return made;
  }();
  return *context;
}

/// Values as weights have them: sums of four small numbers are bell-shaped, and
/// their mean size, 28 of 127, is that of trained networks.
template <typename T>
ElementsAttr makeWeights(RankedTensorType type, std::mt19937 &random, T scale) {
  std::vector<T> values(type.getNumElements());
  for (T &value : values) {
    uint32_t bits = random();
    int32_t sum = -128;
    for (int part = 0; part < 4; ++part)
      sum += static_cast<int32_t>((bits >> (8 * part)) & 63) + (part & 1);
    value = static_cast<T>(std::clamp(sum, -127, 127) * scale);
  }
  return makeElements(type,
                      {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T)});
}

/// Gives splat constants of two and more dimensions random values: weights.
void fillConstants(ModuleOp module) {
  std::mt19937 random(1);
  auto fill = [&](Operation *op, StringRef name) {
    auto elements = op->getAttrOfType<DenseElementsAttr>(name);
    auto type = elements ? dyn_cast<RankedTensorType>(elements.getType()) : RankedTensorType();
    if (!type || type.getRank() != 4 || !elements.isSplat())
      return;
    if (type.getElementType().isF32())
      op->setAttr(name, makeWeights<float>(type, random, 1.0f / 2048));
    else if (type.getElementType().isInteger(8))
      op->setAttr(name, makeWeights<int8_t>(type, random, 1));
  };
  module.walk([&](tosa::ConstOp op) { fill(op, "values"); });
  module.walk([&](arith::ConstantOp op) { fill(op, "value"); });
}

Tensor makeInput(RankedTensorType type) {
  Tensor tensor(type);
  std::mt19937 random(2);
  if (type.getElementType().isF32()) {
    for (float &value : tensor.as<float>())
      value = static_cast<float>(random() % 4096) / 1024.0f - 2.0f;
    return tensor;
  }
  for (size_t i = 0; i < tensor.getSizeInBytes(); ++i)
    tensor.data()[i] = static_cast<char>(random());
  return tensor;
}

/// Compiles into a temporary library and loads it.
llvm::Expected<LoadedModel> compileAndLoad(const Layer &layer, const std::string &cpu) {
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(layer.source, &getContext());
  if (!module)
    return llvm::createStringError("its program does not parse");
  fillConstants(*module);
  CompileOptions options;
  options.keepFloat = layer.precision == Precision::Float;
  options.pipeline.cpu = cpu;
  options.pipeline.profile = true;
  SmallString<128> folder;
  if (std::error_code code = llvm::sys::fs::createUniqueDirectory("qopt-kernels", folder))
    return llvm::createStringError(code, "cannot create a temporary folder");
  SmallString<128> path(folder);
  llvm::sys::path::append(path, "layer.so");
  bool compiled = succeeded(compileTo(*module, Phase::LLVM, options)) &&
                  succeeded(writeModel(*module, OutputKind::SharedLibrary, path));
  llvm::Expected<LoadedModel> loaded =
      compiled ? LoadedModel::load(path) : llvm::createStringError("does not compile");
  // The loaded library stays mapped.
  llvm::sys::fs::remove_directories(folder);
  return loaded;
}

} // namespace

llvm::Expected<std::unique_ptr<CompiledLayer>> CompiledLayer::create(const Layer &layer,
                                                                     const std::string &cpu) {
  llvm::Expected<LoadedModel> loaded = compileAndLoad(layer, cpu);
  if (!loaded)
    return loaded.takeError();
  std::unique_ptr<CompiledLayer> result(new CompiledLayer(std::move(*loaded)));
  std::optional<ModelProfile> profile = result->model.getProfile();
  if (!profile)
    return llvm::createStringError("has no profile");
  result->profile = std::move(*profile);
  for (auto [i, line] : llvm::enumerate(result->profile.layers)) {
    auto [name, description] = line.split('\t').second.split('\t');
    bool moves = description.starts_with("linalg.copy") || description.starts_with("linalg.fill");
    if (name == "layer" && !moves)
      result->timed.push_back(i);
  }
  // A layer that is a copy, such as a concatenation, counts as what it is.
  if (result->timed.empty())
    for (size_t i = 0; i < result->profile.layers.size(); ++i)
      result->timed.push_back(i);
  for (RankedTensorType type : result->model.inputTypes(&getContext()))
    result->inputs.push_back(makeInput(type));
  for (RankedTensorType type : result->model.outputTypes(&getContext()))
    result->outputs.emplace_back(type);
  return result;
}

llvm::Expected<int64_t> CompiledLayer::run() {
  llvm::fill(profile.ticks, 0);
  if (llvm::Error error = model.run(inputs, outputs))
    return std::move(error);
  int64_t ticks = 0;
  for (size_t i : timed)
    ticks += profile.ticks[i];
  return ticks;
}

std::string CompiledLayer::describe() const {
  if (timed.size() != 1)
    return std::to_string(timed.size()) + " ops";
  return profile.layers[timed.front()].split('\t').second.split('\t').second.str();
}

llvm::Expected<const ISA *> qopt::bench::findISA(const std::string &cpu) {
  llvm::Expected<CPUDescription> description = resolveCPU("", cpu, "");
  if (!description)
    return description.takeError();
  return &selectISA(*description);
}

#include "Variants.h"
#include "WriteModel.h"
#include "qopt/Target/CodeGen.h"
#include "qopt/Target/LinkVariants.h"

#include "mlir/Pass/PassManager.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Refuses what makes sense for one CPU only, before any work is done.
llvm::Error checkOptions(Phase from, OutputKind kind, const CompileOptions &options) {
  auto refuse = [&](const Twine &what) {
    return llvm::createStringError(what + "; --mcpu names " + Twine(options.cpus.size()));
  };
  if (kind == OutputKind::MLIR)
    return refuse("MLIR behind the phase 'integer' is for one CPU");
  if (options.pipeline.emulate)
    return refuse("--emulate makes code in the shape of one CPU's");
  if (options.pipeline.profile)
    return refuse("--profile counts the layers of one CPU's code");
  if (from > Phase::Integer)
    return refuse("a module in phase '" + stringifyPhase(from) + "' is for one CPU already");
  return llvm::Error::success();
}

/// From `integer`, or `float`, to `llvm` for one CPU.
LogicalResult lower(ModuleOp module, const CPUVariant &variant, const CompileOptions &options) {
  PipelineOptions pipeline;
  pipeline.copyOptionValuesFrom(options.pipeline);
  pipeline.cpu = variant.name;
  PassManager passes(module.getContext());
  (void)applyPassManagerCLOptions(passes);
  for (Phase phase : {Phase::Scheduled, Phase::Vectorized, Phase::LLVM})
    addPhase(passes, phase, pipeline);
  return passes.run(module);
}

/// The variants of one model, compiled.
struct CompiledVariants {
  SmallVector<std::unique_ptr<llvm::Module>> codes;
  /// Of the last one; all have the same inputs and outputs.
  DictionaryAttr interface;
  /// The most that one of them needs.
  int64_t arenaBytes = 0;
};

FailureOr<CompiledVariants> compileAll(ModuleOp module, ArrayRef<CPUVariant> variants,
                                       llvm::LLVMContext &context, const CompileOptions &options) {
  CompiledVariants result;
  for (const CPUVariant &variant : variants) {
    OwningOpRef<ModuleOp> copy = module.clone();
    if (failed(lower(*copy, variant, options)))
      return failure();
    llvm::Expected<std::unique_ptr<llvm::TargetMachine>> machine = createTargetMachine(*copy);
    if (!machine) {
      module.emitError() << llvm::toString(machine.takeError());
      return failure();
    }
    result.codes.push_back(translateAndOptimize(*copy, context, **machine));
    if (!result.codes.back())
      return failure();
    result.interface = (*copy)->getAttrOfType<DictionaryAttr>("qopt.interface");
    result.arenaBytes =
        std::max(result.arenaBytes, result.interface.getAs<IntegerAttr>("arena_bytes").getInt());
  }
  return result;
}

/// `interface` with the sizes of all variants.
DictionaryAttr withSizes(DictionaryAttr interface, int64_t arenaBytes, int64_t constantBytes) {
  Builder builder(interface.getContext());
  NamedAttrList entries(interface);
  entries.set("arena_bytes", builder.getI64IntegerAttr(arenaBytes));
  entries.set("constant_bytes", builder.getI64IntegerAttr(constantBytes));
  return entries.getDictionary(interface.getContext());
}

} // namespace

LogicalResult qopt::compileVariants(ModuleOp module, OutputKind kind, StringRef path,
                                    const CompileOptions &options) {
  if (llvm::Error error = checkOptions(findPhase(module), kind, options))
    return module.emitError() << llvm::toString(std::move(error));
  llvm::Expected<SmallVector<CPUVariant>> variants =
      resolveVariants(options.pipeline.triple, options.cpus, options.pipeline.features);
  if (!variants)
    return module.emitError() << llvm::toString(variants.takeError());
  if (failed(compileTo(module, options.keepFloat ? Phase::Float : Phase::Integer, options)))
    return failure();

  llvm::LLVMContext context;
  FailureOr<CompiledVariants> compiled = compileAll(module, *variants, context, options);
  if (failed(compiled))
    return failure();
  StringRef name = compiled->interface.getAs<StringAttr>("name").getValue();
  llvm::Expected<LinkedVariants> linked =
      linkVariants(name, *variants, compiled->codes, compiled->arenaBytes);
  if (!linked)
    return module.emitError() << llvm::toString(linked.takeError());
  // Each function names its CPU; what chooses among them runs on any.
  llvm::Expected<std::unique_ptr<llvm::TargetMachine>> machine =
      createTargetMachine(CPUDescription{variants->front().cpu.triple, "", ""});
  if (!machine)
    return module.emitError() << llvm::toString(machine.takeError());
  DictionaryAttr interface = withSizes(compiled->interface, compiled->arenaBytes,
                                       static_cast<int64_t>(linked->constantBytes));
  return writeCode(*linked->code, **machine, interface, kind, path);
}

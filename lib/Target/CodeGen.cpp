#include "qopt/Target/CodeGen.h"

#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace {

/// Bytes of the largest registers, and of a cache line.
constexpr uint64_t kStackAlignment = 64;

void initializeTargetsOnce() {
  static const bool initialized = [] {
    InitializeAllTargetInfos();
    InitializeAllTargets();
    InitializeAllTargetMCs();
    InitializeAllAsmPrinters();
    InitializeAllAsmParsers();
    return true;
  }();
  (void)initialized;
}

Error makeError(const Twine &message) {
  return createStringError(inconvertibleErrorCode(), message);
}

} // namespace

Expected<std::unique_ptr<TargetMachine>> qopt::createTargetMachine(const CPUDescription &cpu) {
  initializeTargetsOnce();
  Triple triple(cpu.triple);
  std::string problem;
  const llvm::Target *target = TargetRegistry::lookupTarget(triple, problem);
  if (!target)
    return makeError("unknown target triple '" + cpu.triple +
                     "'; try x86_64-linux-gnu or aarch64-linux-gnu");
  TargetOptions options;
  // Byte equality on every CPU: a multiply and an add are never contracted.
  options.AllowFPOpFusion = FPOpFusion::Strict;
  std::unique_ptr<TargetMachine> machine(
      target->createTargetMachine(triple, cpu.cpu, cpu.features, options, Reloc::PIC_, std::nullopt,
                                  CodeGenOptLevel::Aggressive));
  if (!machine)
    return makeError("LLVM has no code generator for " + cpu.triple);
  return machine;
}

Expected<std::unique_ptr<TargetMachine>> qopt::createTargetMachine(mlir::ModuleOp module) {
  std::optional<CPUDescription> cpu = getCPU(module);
  if (!cpu || cpu->triple.empty())
    return makeError("the module does not say what to compile for; run qopt-set-target first");
  return createTargetMachine(*cpu);
}

std::unique_ptr<Module> qopt::translateAndOptimize(mlir::ModuleOp module, LLVMContext &context,
                                                   TargetMachine &target) {
  mlir::registerBuiltinDialectTranslation(*module.getContext());
  mlir::registerLLVMDialectTranslation(*module.getContext());
  std::unique_ptr<Module> result = mlir::translateModuleToLLVMIR(module, context, "qopt");
  if (!result)
    return nullptr;
  result->setTargetTriple(target.getTargetTriple());
  result->setDataLayout(target.createDataLayout());
  for (Function &function : *result) {
    if (function.isDeclaration())
      continue;
    function.addFnAttr("target-cpu", target.getTargetCPU());
    function.addFnAttr("target-features", target.getTargetFeatureString());
    // Intel tunings prefer 256 bits; the schedule has already decided.
    function.addFnAttr("prefer-vector-width", "512");
    // Objects need no library: a loop that fills a halo must not become memset.
    function.addFnAttr("no-builtins");
    function.addFnAttr(Attribute::NoUnwind);
    // LLVM spills vectors to the stack as the ABI aligns it, where every register of
    // 512 bits would take two cache lines.
    if (target.getTargetTriple().isX86())
      function.addFnAttr(Attribute::getWithStackAlignment(context, Align(kStackAlignment)));
  }

  LoopAnalysisManager loopAnalyses;
  FunctionAnalysisManager functionAnalyses;
  CGSCCAnalysisManager cgsccAnalyses;
  ModuleAnalysisManager moduleAnalyses;
  PipelineTuningOptions tuning;
  // LLVM's unrolling by two makes full register tiles spill.
  tuning.LoopUnrolling = false;
  PassBuilder passBuilder(&target, tuning);
  passBuilder.registerModuleAnalyses(moduleAnalyses);
  passBuilder.registerCGSCCAnalyses(cgsccAnalyses);
  passBuilder.registerFunctionAnalyses(functionAnalyses);
  passBuilder.registerLoopAnalyses(loopAnalyses);
  passBuilder.crossRegisterProxies(loopAnalyses, functionAnalyses, cgsccAnalyses, moduleAnalyses);
  passBuilder.buildPerModuleDefaultPipeline(OptimizationLevel::O3).run(*result, moduleAnalyses);
  return result;
}

Expected<SmallVector<char, 0>> qopt::generateCode(Module &module, TargetMachine &target,
                                                  CodeKind kind) {
  SmallVector<char, 0> code;
  raw_svector_ostream stream(code);
  legacy::PassManager passes;
  CodeGenFileType type =
      kind == CodeKind::Assembly ? CodeGenFileType::AssemblyFile : CodeGenFileType::ObjectFile;
  if (target.addPassesToEmitFile(passes, stream, nullptr, type))
    return makeError("LLVM cannot emit this kind of file for " + target.getTargetTriple().str());
  passes.run(module);
  return code;
}

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
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace {

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

/// The host's features as one `--mattr` string.
std::string hostFeatures() {
  std::string features;
  for (const auto &feature : sys::getHostCPUFeatures()) {
    features += feature.second ? "+" : "-";
    features += feature.first().str();
    features += ",";
  }
  return features;
}

} // namespace

Expected<std::unique_ptr<TargetMachine>>
qopt::createTargetMachine(const MachineDescription &machine) {
  initializeTargetsOnce();
  Triple triple(machine.triple.empty() ? sys::getDefaultTargetTriple()
                                       : Triple::normalize(machine.triple));
  std::string problem;
  const Target *target = TargetRegistry::lookupTarget(triple, problem);
  if (!target)
    return makeError("unknown target triple '" + triple.str() +
                     "'; try x86_64-linux-gnu or aarch64-linux-gnu");

  std::string cpu = machine.cpu, features = machine.features;
  if (cpu.empty() || cpu == "native") {
    Triple host(sys::getDefaultTargetTriple());
    if (triple.getArch() != host.getArch()) {
      if (cpu == "native")
        return makeError("'native' is a CPU of " + host.getArchName() + ", not of " +
                         triple.getArchName() + "; name one with --mcpu");
      cpu = "generic";
    } else {
      cpu = sys::getHostCPUName().str();
      features = hostFeatures() + features;
    }
  }
  std::unique_ptr<MCSubtargetInfo> subtarget(target->createMCSubtargetInfo(triple, "", ""));
  if (!subtarget || !subtarget->isCPUStringValid(cpu))
    return makeError("unknown CPU '" + cpu + "' for " + triple.str() +
                     "; list the known ones with: llc-22 -mtriple=" + triple.str() +
                     " -mcpu=help /dev/null");

  TargetOptions options;
  // Byte equality on every CPU: a multiply and an add are never contracted.
  options.AllowFPOpFusion = FPOpFusion::Strict;
  std::unique_ptr<TargetMachine> result(target->createTargetMachine(
      triple, cpu, features, options, Reloc::PIC_, std::nullopt, CodeGenOptLevel::Aggressive));
  if (!result)
    return makeError("LLVM has no code generator for " + triple.str());
  return result;
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
    function.addFnAttr(Attribute::NoUnwind);
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

#include "CompiledModule.h"

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/Vectorize/Passes.h"

#include "mlir/Conversion/AffineToStandard/AffineToStandard.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVMPass.h"
#include "mlir/Conversion/IndexToLLVM/IndexToLLVM.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/ExecutionEngine/OptUtils.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/TargetSelect.h"

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace mlir;
using namespace qopt;
using namespace qopt::test;

std::vector<Variant> qopt::test::getNativeVariants() {
  std::vector<Variant> variants;
  CPUDescription host = cantFail(resolveCPU("", "native", ""));
  for (const ISA &isa : getAllISAs())
    if (hasISA(host, isa))
      variants.push_back({&isa, /*emulate=*/false});
  return variants;
}

std::vector<Variant> qopt::test::getLoweringVariants() {
  std::vector<Variant> variants = getNativeVariants();
  CPUDescription host = cantFail(resolveCPU("", "native", ""));
  // As for CPUs of Intel, and of AMD.
  for (StringRef features : {"+avx512vbmi", "+avx512vbmi,+sse4a"})
    for (StringRef name : {"avx512vnni", "avx512bw"})
      if (isSupportedByHost(name) && hasFeatures(host, features))
        variants.push_back({lookupISA(name), /*emulate=*/false, features});
  if (isSupportedByHost("avx2") && hasFeatures(host, "+sse4a"))
    variants.push_back({lookupISA("avx2"), /*emulate=*/false, "+sse4a"});
  return variants;
}

std::vector<Variant> qopt::test::getRunnableVariants() {
  std::vector<Variant> variants = getNativeVariants();
  for (const ISA &isa : getAllISAs())
    if (llvm::none_of(variants, [&](const Variant &variant) { return variant.isa == &isa; }))
      variants.push_back({&isa, /*emulate=*/true});
  return variants;
}

std::string qopt::test::getVariantName(const testing::TestParamInfo<Variant> &info) {
  std::string name = info.param.isa->name.str() + (info.param.emulate ? "_emulated" : "_native");
  for (StringRef feature : llvm::split(info.param.features, ","))
    if (feature.consume_front("+"))
      name += "_" + feature.str();
  return name;
}

static std::unique_ptr<MLIRContext> createContext() {
  DialectRegistry registry;
  registry.insert<arith::ArithDialect, func::FuncDialect, linalg::LinalgDialect, LLVM::LLVMDialect,
                  math::MathDialect, memref::MemRefDialect, qint::QIntDialect, scf::SCFDialect,
                  vector::VectorDialect>();
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
  auto context = std::make_unique<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
  context->loadAllAvailableDialects();
  return context;
}

/// As the entry points of models do.
static void requestMatrixRegisters() {
#if defined(__linux__) && defined(__x86_64__)
  constexpr long kRequestPermission = 0x1023, kTileData = 18;
  syscall(SYS_arch_prctl, kRequestPermission, kTileData);
#endif
}

static LogicalResult lower(ModuleOp module) {
  PassManager pm(module.getContext());
  pm.addPass(createVectorize());
  pm.addPass(createExpandMath());
  pm.addPass(createLowerVectorOps());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  pm.addPass(createSCFToControlFlowPass());
  pm.addPass(memref::createExpandStridedMetadataPass());
  pm.addPass(createLowerAffinePass());
  pm.addPass(createConvertVectorToLLVMPass());
  pm.addPass(createConvertIndexToLLVMPass());
  pm.addPass(createArithToLLVMConversionPass());
  pm.addPass(createFinalizeMemRefToLLVMConversionPass());
  ConvertFuncToLLVMPassOptions options;
  options.useBarePtrCallConv = true;
  pm.addPass(createConvertFuncToLLVMPass(options));
  pm.addPass(createConvertControlFlowToLLVMPass());
  pm.addPass(createReconcileUnrealizedCastsPass());
  return pm.run(module);
}

CompiledModule::CompiledModule(StringRef source, const Variant &variant) {
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();
  if (variant.isa->hasMatrixRegisters() && !variant.emulate)
    requestMatrixRegisters();
  std::unique_ptr<MLIRContext> context = createContext();
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(source, context.get());
  if (!module) {
    ADD_FAILURE() << "cannot parse\n" << source.str();
    return;
  }
  (*module)->setAttr(qint::kTargetAttrName,
                     qint::TargetAttr::get(context.get(), variant.isa->name, variant.emulate));
  if (!variant.features.empty()) {
    auto setString = [&](StringRef attribute, StringRef value) {
      (*module)->setAttr(attribute, StringAttr::get(context.get(), value));
    };
    setString(kTripleAttrName, "x86_64-linux-gnu");
    setString(kCPUAttrName, "x86-64-v4");
    setString(kFeaturesAttrName, variant.features);
  }
  if (failed(lower(*module))) {
    ADD_FAILURE() << "cannot lower\n" << source.str();
    return;
  }
  (*module)->removeAttr(qint::kTargetAttrName);
  ExecutionEngineOptions options;
  auto optimize = makeOptimizingTransformer(/*optLevel=*/2, /*sizeLevel=*/0, nullptr);
  options.transformer = optimize;
  llvm::Expected<std::unique_ptr<ExecutionEngine>> created =
      ExecutionEngine::create(*module, options);
  if (!created) {
    ADD_FAILURE() << llvm::toString(created.takeError());
    return;
  }
  engine = std::move(*created);
}

void *CompiledModule::lookup(StringRef function) {
  if (!engine)
    return nullptr;
  llvm::Expected<void *> address = engine->lookup(function);
  if (!address) {
    llvm::consumeError(address.takeError());
    return nullptr;
  }
  return *address;
}

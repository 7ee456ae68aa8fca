#include "qopt/Target/ISA.h"
#include "Subtarget.h"

#include "qopt/Dialect/QInt/QInt.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace qopt;

namespace {

enum class Architecture { any, x86, aarch64 };

/// What a CPU must have for a row to be chosen.
struct Requirement {
  Architecture architecture;
  StringLiteral features;
};

const ISA kISAs[] = {
#define QOPT_ISA(name, vectorBits, vectorRegisters, dot, signedDot, architecture, features)        \
  {name, vectorBits, vectorRegisters, DotLowering::dot, signedDot},
#include "qopt/Target/ISA.def"
};

const Requirement kRequirements[] = {
#define QOPT_ISA(name, vectorBits, vectorRegisters, dot, signedDot, architecture, features)        \
  {Architecture::architecture, features},
#include "qopt/Target/ISA.def"
};

bool isArchitecture(const Triple &triple, Architecture architecture) {
  switch (architecture) {
  case Architecture::any:
    return true;
  case Architecture::x86:
    return triple.isX86();
  case Architecture::aarch64:
    return triple.isAArch64();
  }
  llvm_unreachable("all architectures handled");
}

/// The host's features as `+a,-b,…`.
std::string getHostFeatures() {
  SmallVector<std::string> features;
  for (const auto &feature : sys::getHostCPUFeatures())
    features.push_back((feature.second ? "+" : "-") + feature.first().str());
  llvm::sort(features);
  return llvm::join(features, ",");
}

/// The first of `features` that the subtarget's table does not list, or empty.
StringRef findUnknownFeature(const MCSubtargetInfo &subtarget, StringRef features) {
  SmallVector<StringRef> names;
  features.split(names, ',', -1, /*KeepEmpty=*/false);
  for (StringRef name : names) {
    bool isSigned = name.starts_with("+") || name.starts_with("-");
    bool isKnown = llvm::any_of(subtarget.getAllProcessorFeatures(), [&](const auto &feature) {
      return name.drop_front(isSigned) == feature.Key;
    });
    if (!isSigned || !isKnown)
      return name;
  }
  return {};
}

} // namespace

std::unique_ptr<MCSubtargetInfo> qopt::createSubtarget(const CPUDescription &cpu,
                                                       std::string &error) {
  [[maybe_unused]] static bool initialized = [] {
    InitializeAllTargetInfos();
    InitializeAllTargetMCs();
    return true;
  }();
  Triple triple(cpu.triple);
  const llvm::Target *target = TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  return std::unique_ptr<MCSubtargetInfo>(
      target->createMCSubtargetInfo(triple, cpu.cpu, cpu.features));
}

ArrayRef<ISA> qopt::getAllISAs() { return kISAs; }

const ISA *qopt::lookupISA(StringRef name) {
  const ISA *isa = llvm::find_if(kISAs, [&](const ISA &row) { return row.name == name; });
  return isa == std::end(kISAs) ? nullptr : isa;
}

Expected<CPUDescription> qopt::resolveCPU(StringRef triple, StringRef cpu, StringRef features) {
  CPUDescription result;
  result.triple = triple.empty() ? sys::getDefaultTargetTriple() : Triple::normalize(triple);
  result.cpu = cpu.str();
  result.features = features.str();
  if (cpu == "native") {
    if (Triple(result.triple).getArch() != Triple(sys::getProcessTriple()).getArch())
      return createStringError("the CPU 'native' is not of the architecture of '%s'; name a CPU "
                               "with mcpu",
                               result.triple.c_str());
    result.cpu = sys::getHostCPUName().str();
    result.features = getHostFeatures();
    if (!features.empty())
      result.features += "," + features.str();
  }

  std::string error;
  CPUDescription baseline{result.triple, "", ""};
  std::unique_ptr<MCSubtargetInfo> subtarget = createSubtarget(baseline, error);
  if (!subtarget)
    return createStringError("unknown target '%s': %s", result.triple.c_str(),
                             error.empty() ? "it has no subtargets" : error.c_str());
  if (!result.cpu.empty() && !subtarget->isCPUStringValid(result.cpu))
    return createStringError("unknown CPU '%s' for '%s'; 'llc -mtriple=%s -mcpu=help' lists those "
                             "that LLVM knows",
                             result.cpu.c_str(), result.triple.c_str(), result.triple.c_str());
  StringRef unknown = findUnknownFeature(*subtarget, features);
  if (!unknown.empty())
    return createStringError("unknown CPU feature '%s' for '%s'; write +name or -name, names as "
                             "'llc -mtriple=%s -mattr=help' lists them",
                             unknown.str().c_str(), result.triple.c_str(), result.triple.c_str());
  return result;
}

bool qopt::hasISA(const CPUDescription &cpu, const ISA &isa) {
  const Requirement &requirement = kRequirements[&isa - kISAs];
  Triple triple(cpu.triple);
  if (!isArchitecture(triple, requirement.architecture))
    return false;
  // Elsewhere it is not known how to ask the system for them (qopt-emit-entry-point).
  if (isa.hasMatrixRegisters() && !triple.isOSLinux())
    return false;
  if (requirement.features.empty())
    return true;
  std::string error;
  std::unique_ptr<MCSubtargetInfo> subtarget = createSubtarget(cpu, error);
  return subtarget && subtarget->checkFeatures(requirement.features);
}

const ISA &qopt::selectISA(const CPUDescription &cpu) {
  // The last row fits every CPU.
  return *llvm::find_if(kISAs, [&](const ISA &isa) { return hasISA(cpu, isa); });
}

const ISA &qopt::selectISA(StringRef triple, StringRef cpu, StringRef features) {
  return selectISA(CPUDescription{triple.str(), cpu.str(), features.str()});
}

bool qopt::isSupportedByHost(StringRef name) {
  CPUDescription host{sys::getProcessTriple(), sys::getHostCPUName().str(), getHostFeatures()};
  std::string error;
  std::unique_ptr<MCSubtargetInfo> subtarget = createSubtarget(host, error);
  for (auto [isa, requirement] : llvm::zip_equal(kISAs, kRequirements))
    if (isa.name == name)
      return isArchitecture(Triple(host.triple), requirement.architecture) &&
             (requirement.features.empty() ||
              (subtarget && subtarget->checkFeatures(requirement.features)));
  return false;
}

std::optional<CPUDescription> qopt::getCPU(mlir::ModuleOp module) {
  auto read = [&](StringRef name) -> std::string {
    auto attr = module->getAttrOfType<mlir::StringAttr>(name);
    return attr ? attr.str() : "";
  };
  if (!module->hasAttr(kTripleAttrName))
    return std::nullopt;
  return CPUDescription{read(kTripleAttrName), read(kCPUAttrName), read(kFeaturesAttrName)};
}

bool qopt::hasFeatures(const CPUDescription &cpu, StringRef features) {
  std::string error;
  std::unique_ptr<MCSubtargetInfo> subtarget = createSubtarget(cpu, error);
  return subtarget && subtarget->checkFeatures(features);
}

bool qopt::hasFusedMultiplyAdd(mlir::ModuleOp module) {
  std::optional<CPUDescription> cpu = getCPU(module);
  if (!cpu)
    return true;
  Triple triple(cpu->triple);
  if (triple.isX86())
    return hasFeatures(*cpu, "+fma");
  if (triple.isARM() || triple.isThumb())
    return hasFeatures(*cpu, "+vfp4sp");
  if (triple.isRISCV())
    return hasFeatures(*cpu, "+f");
  return triple.isAArch64() || triple.isPPC() || triple.isSystemZ();
}

bool qopt::hasRounding(mlir::ModuleOp module) {
  std::optional<CPUDescription> cpu = getCPU(module);
  if (!cpu)
    return true;
  Triple triple(cpu->triple);
  if (triple.isX86())
    return hasFeatures(*cpu, "+sse4.1");
  return triple.isAArch64();
}

/// CPUs of AMD alone have SSE4A.
static bool isAMD(const CPUDescription &cpu) {
  return Triple(cpu.triple).isX86() && hasFeatures(cpu, "+sse4a");
}

/// CPUs of AMD permute two registers in one step.
static BytePermutes getBytePermutes(const CPUDescription &cpu) {
  if (!Triple(cpu.triple).isX86() || !hasFeatures(cpu, "+avx512vbmi,+avx512bw"))
    return BytePermutes::None;
  return isAMD(cpu) ? BytePermutes::Paired : BytePermutes::Single;
}

/// What `qint.target` says alone.
static qopt::Target readTarget(mlir::ModuleOp module) {
  auto attr = module->getAttrOfType<qint::TargetAttr>(qint::kTargetAttrName);
  const ISA *isa = attr ? lookupISA(attr.getIsa()) : nullptr;
  return {isa ? isa : lookupISA("generic"), attr && attr.getEmulate()};
}

qopt::Target qopt::getTarget(mlir::ModuleOp module) {
  Target target = readTarget(module);
  if (std::optional<CPUDescription> cpu = getCPU(module)) {
    target.bytePermutes = getBytePermutes(*cpu);
    target.shiftsBesideProducts = isAMD(*cpu);
  }
  return target;
}

/// Whether code for Zen 4 has vectors of 512 bits, which it multiplies in two halves.
static bool halvesVectors(const qopt::Target &target, const CPUDescription &cpu) {
  return !target.emulate && cpu.cpu == "znver4" && target.isa->vectorBits == 512;
}

int64_t qopt::getTileOverlap(mlir::ModuleOp module) {
  std::optional<CPUDescription> cpu = getCPU(module);
  return cpu && halvesVectors(readTarget(module), *cpu) ? 8 : 0;
}

double qopt::getMemoryRate(mlir::ModuleOp module) {
  // Measured in bytes per cycle: Sapphire Rapids 3.8, Zen 4 8.5.
  constexpr double kServer = 4.0, kZen = 8.0;
  Target target = readTarget(module);
  std::optional<CPUDescription> cpu = getCPU(module);
  if (target.emulate || !cpu || !StringRef(cpu->cpu).starts_with("znver"))
    return kServer;
  // The model's cycle, of two products, is two of them then.
  return halvesVectors(target, *cpu) ? 2 * kZen : kZen;
}

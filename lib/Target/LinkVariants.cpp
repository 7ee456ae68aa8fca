#include "qopt/Target/LinkVariants.h"
#include "qopt/Runtime/ModelFields.h"
#include "qopt/Target/Dispatcher.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassManager.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Transforms/IPO/ConstantMerge.h"

using namespace llvm;
using namespace qopt;

namespace {

/// The suffix of a variant's symbols: `.x86_64_v3`.
std::string getSuffix(const CPUVariant &variant) {
  std::string suffix = "." + variant.name;
  std::replace_if(suffix.begin() + 1, suffix.end(), [](char c) { return !isAlnum(c); }, '_');
  return suffix;
}

/// Appends `suffix` to all that `code` defines.
void renameAll(Module &code, const std::string &suffix) {
  for (GlobalValue &value : code.global_values()) {
    if (value.isDeclaration() || value.getName().starts_with("llvm."))
      continue;
    value.setName(value.getName() + suffix);
    // What is known by its contents alone can be merged. Nobody compares the
    // addresses of a model's constants.
    if (value.hasLocalLinkage())
      value.setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
  }
}

/// The global variables that `constant` refers to, itself included.
void collectGlobals(Constant *constant, SmallPtrSetImpl<Constant *> &seen) {
  if (!seen.insert(constant).second || isa<Function>(constant))
    return;
  for (Use &operand : constant->operands())
    if (auto *inner = dyn_cast<Constant>(operand.get()))
      collectGlobals(inner, seen);
}

/// Bytes of all constants but those of the descriptor.
uint64_t countConstantBytes(const Module &code, GlobalVariable *descriptor) {
  SmallPtrSet<Constant *, 32> described;
  collectGlobals(descriptor, described);
  uint64_t bytes = 0;
  for (const GlobalVariable &global : code.globals())
    if (global.isConstant() && !described.contains(&global))
      bytes += code.getDataLayout().getTypeAllocSize(global.getValueType());
  return bytes;
}

/// The descriptor `<model>_model` of all variants, from the one of the least.
void buildDescriptor(Module &code, StringRef model, GlobalVariable *least, Function *select,
                     uint64_t arenaBytes, uint64_t constantBytes) {
  auto *old = cast<ConstantStruct>(least->getInitializer());
  SmallVector<Constant *> fields;
  for (Use &field : old->operands())
    fields.push_back(cast<Constant>(field.get()));
  auto set = [&](ModelField field, Constant *value) {
    fields[static_cast<unsigned>(field)] = value;
  };
  auto *i64 = Type::getInt64Ty(code.getContext());
  set(ModelField::ArenaBytes, ConstantInt::get(i64, arenaBytes));
  set(ModelField::ConstantBytes, ConstantInt::get(i64, constantBytes));
  set(ModelField::Run, code.getFunction((model + "_run").str()));
  set(ModelField::SelectVariant, select);
  new GlobalVariable(code, old->getType(), /*isConstant=*/true, GlobalValue::ExternalLinkage,
                     ConstantStruct::get(old->getType(), fields), model + "_model");
  least->eraseFromParent();
}

} // namespace

Expected<LinkedVariants> qopt::linkVariants(StringRef model, ArrayRef<CPUVariant> variants,
                                            MutableArrayRef<std::unique_ptr<Module>> codes,
                                            uint64_t arenaBytes) {
  auto result = std::make_unique<Module>("qopt", codes.front()->getContext());
  result->setTargetTriple(codes.front()->getTargetTriple());
  result->setDataLayout(codes.front()->getDataLayout());
  Linker linker(*result);
  SmallVector<Function *> runs;
  GlobalVariable *least = nullptr;
  for (auto [variant, code] : llvm::zip_equal(variants, codes)) {
    std::string suffix = getSuffix(variant);
    renameAll(*code, suffix);
    if (linker.linkInModule(std::move(code)))
      return createStringError("cannot link the code for '%s'", variant.name.c_str());
    runs.push_back(result->getFunction((model + "_run" + suffix).str()));
    runs.back()->setLinkage(GlobalValue::InternalLinkage);
    // Variants are tried from the best on: the last is the one that asks least.
    if (least)
      least->eraseFromParent();
    least = result->getNamedGlobal((model + "_model" + suffix).str());
  }
  ModuleAnalysisManager analyses;
  ConstantMergePass().run(*result, analyses);
  uint64_t constantBytes = countConstantBytes(*result, least);
  Function *select = buildDispatcher(*result, model, variants, runs);
  buildDescriptor(*result, model, least, select, arenaBytes, constantBytes);
  return LinkedVariants{std::move(result), constantBytes};
}

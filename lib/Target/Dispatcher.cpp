#include "qopt/Target/Dispatcher.h"
#include "qopt/Runtime/ABI.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Module.h"

using namespace llvm;
using namespace qopt;

namespace {

enum Register : unsigned { eax, ebx, ecx, edx };

/// Where CPUID has a word; XCR0 has no row.
struct CPUIDSource {
  uint32_t leaf, subleaf;
  Register reg;
};

const CPUIDSource kSources[] = {
#define QOPT_CPUID_WORD(name, leaf, subleaf, register) {leaf, subleaf, register},
#include "qopt/Target/CPUID.def"
};

/// The bit of CPUID(1).ecx that allows XGETBV.
constexpr uint32_t kOSXSAVE = 1u << 27;
/// Leaves from here on are counted on their own.
constexpr uint32_t kExtendedLeaves = 0x80000000;

Function *createFunction(Module &module, FunctionType *type, const Twine &name,
                         GlobalValue::LinkageTypes linkage = GlobalValue::InternalLinkage) {
  // No attributes of a CPU: the code runs on every one.
  auto *function = Function::Create(type, linkage, name, module);
  function->addFnAttr(Attribute::NoUnwind);
  BasicBlock::Create(module.getContext(), "entry", function);
  return function;
}

/// Builds what reads the words.
class CPUIDReader {
public:
  explicit CPUIDReader(BasicBlock *block) : builder(block), i32(builder.getInt32Ty()) {
    auto *result = StructType::get(i32, i32, i32, i32);
    auto *type = FunctionType::get(result, {i32, i32}, /*isVarArg=*/false);
    cpuid = InlineAsm::get(type, "cpuid", "={ax},={bx},={cx},={dx},{ax},{cx},~{dirflag},~{fpsr}",
                           /*hasSideEffects=*/false);
  }

  Value *read(uint32_t leaf, uint32_t subleaf, Register reg) {
    return builder.CreateExtractValue(call(leaf, subleaf), static_cast<unsigned>(reg));
  }

  /// As `read`, but 0 where the CPU has no such leaf: CPUID then returns the
  /// words of another one.
  Value *readIfPresent(const CPUIDSource &source) {
    Value *last = read(source.leaf & kExtendedLeaves, 0, eax);
    Value *present = builder.CreateICmpUGE(last, builder.getInt32(source.leaf));
    return builder.CreateSelect(present, read(source.leaf, source.subleaf, source.reg),
                                builder.getInt32(0));
  }

  /// The lower half of XCR0, or 0 where the system has not enabled XGETBV, which
  /// traps then. Ends the block.
  Value *readXCR0() {
    Value *bit = builder.CreateAnd(read(1, 0, ecx), builder.getInt32(kOSXSAVE));
    BasicBlock *start = builder.GetInsertBlock();
    Function *function = start->getParent();
    auto *allowed = BasicBlock::Create(builder.getContext(), "xgetbv", function);
    auto *done = BasicBlock::Create(builder.getContext(), "done", function);
    builder.CreateCondBr(builder.CreateIsNotNull(bit), allowed, done);
    builder.SetInsertPoint(allowed);
    auto *type = FunctionType::get(StructType::get(i32, i32), {i32}, /*isVarArg=*/false);
    auto *xgetbv = InlineAsm::get(type, "xgetbv", "={ax},={dx},{cx},~{dirflag},~{fpsr},~{flags}",
                                  /*hasSideEffects=*/true);
    Value *state = builder.CreateExtractValue(builder.CreateCall(xgetbv, {builder.getInt32(0)}), 0);
    builder.CreateBr(done);
    builder.SetInsertPoint(done);
    PHINode *result = builder.CreatePHI(i32, 2);
    result->addIncoming(builder.getInt32(0), start);
    result->addIncoming(state, allowed);
    return result;
  }

  IRBuilder<> &get() { return builder; }

private:
  /// Each leaf is read once: an instruction of 100 cycles, and of thousands in a
  /// virtual machine.
  Value *call(uint32_t leaf, uint32_t subleaf) {
    Value *&result = calls[{leaf, subleaf}];
    if (!result)
      result = builder.CreateCall(cpuid, {builder.getInt32(leaf), builder.getInt32(subleaf)});
    return result;
  }

  IRBuilder<> builder;
  Type *i32;
  InlineAsm *cpuid;
  DenseMap<std::pair<uint32_t, uint32_t>, Value *> calls;
};

/// Adds `i32 name()`: what `choose` says of this CPU, kept in a global. Threads
/// that are here first at once all store the same number: no lock.
Function *buildChooseOnce(Module &module, Function *read, Function *choose, const Twine &name,
                          const Twine &globalName) {
  IRBuilder<> builder(module.getContext());
  Type *i32 = builder.getInt32Ty();
  // 0: not chosen yet.
  auto *chosen = new GlobalVariable(module, i32, /*isConstant=*/false, GlobalValue::InternalLinkage,
                                    builder.getInt32(0), globalName);
  Function *function = createFunction(module, FunctionType::get(i32, false), name);
  auto *first = BasicBlock::Create(module.getContext(), "first", function);
  auto *later = BasicBlock::Create(module.getContext(), "later", function);

  builder.SetInsertPoint(&function->getEntryBlock());
  auto *wordsType = ArrayType::get(i32, kCPUIDWordCount);
  Value *words = builder.CreateAlloca(wordsType);
  LoadInst *known = builder.CreateAlignedLoad(i32, chosen, Align(4));
  known->setAtomic(AtomicOrdering::Monotonic);
  builder.CreateCondBr(builder.CreateIsNull(known), first, later);
  builder.SetInsertPoint(later);
  builder.CreateRet(known);

  builder.SetInsertPoint(first);
  builder.CreateCall(read, {words});
  Value *number = builder.CreateCall(choose, {words});
  StoreInst *store = builder.CreateAlignedStore(number, chosen, Align(4));
  store->setAtomic(AtomicOrdering::Monotonic);
  builder.CreateRet(number);
  return function;
}

/// Adds `<model>_run`.
void buildRun(Module &module, StringRef model, Function *chooseOnce, ArrayRef<Function *> runs) {
  Function *run = createFunction(module, runs.front()->getFunctionType(), model + "_run",
                                 GlobalValue::ExternalLinkage);
  auto *none = BasicBlock::Create(module.getContext(), "none", run);
  IRBuilder<> builder(&run->getEntryBlock());
  SwitchInst *choice = builder.CreateSwitch(builder.CreateCall(chooseOnce), none, runs.size());
  builder.SetInsertPoint(none);
  builder.CreateRet(builder.getInt32(QOPT_UNSUPPORTED_CPU));
  SmallVector<Value *> arguments(llvm::make_pointer_range(run->args()));
  for (auto [i, variant] : llvm::enumerate(runs)) {
    auto *block = BasicBlock::Create(module.getContext(), variant->getName(), run);
    choice->addCase(builder.getInt32(i + 1), block);
    builder.SetInsertPoint(block);
    CallInst *call = builder.CreateCall(variant, arguments);
    call->setTailCall();
    builder.CreateRet(call);
  }
}

} // namespace

Function *qopt::buildReadCPUID(Module &module, const Twine &name) {
  IRBuilder<> types(module.getContext());
  Function *function =
      createFunction(module, FunctionType::get(types.getVoidTy(), {types.getPtrTy()}, false), name);
  CPUIDReader reader(&function->getEntryBlock());
  SmallVector<Value *> words;
  for (const CPUIDSource &source : kSources)
    words.push_back(reader.readIfPresent(source));
  words.push_back(reader.readXCR0());
  IRBuilder<> &builder = reader.get();
  for (auto [i, word] : llvm::enumerate(words))
    builder.CreateStore(
        word, builder.CreateConstInBoundsGEP1_32(builder.getInt32Ty(), function->getArg(0), i));
  builder.CreateRetVoid();
  return function;
}

Function *qopt::buildChooseVariant(Module &module, ArrayRef<CPUIDWords> needs, const Twine &name) {
  IRBuilder<> builder(module.getContext());
  Type *i32 = builder.getInt32Ty();
  Function *function =
      createFunction(module, FunctionType::get(i32, {builder.getPtrTy()}, false), name);
  builder.SetInsertPoint(&function->getEntryBlock());
  SmallVector<Value *> words;
  for (unsigned i = 0; i < kCPUIDWordCount; ++i)
    words.push_back(
        builder.CreateLoad(i32, builder.CreateConstInBoundsGEP1_32(i32, function->getArg(0), i)));
  Value *number = builder.getInt32(-1);
  // From the last one on, so that the first one that fits has the last word.
  for (size_t i = needs.size(); i-- > 0;) {
    Value *missing = builder.getInt32(0);
    for (auto [word, need] : llvm::zip_equal(words, needs[i]))
      if (need)
        missing = builder.CreateOr(
            missing, builder.CreateAnd(builder.CreateNot(word), builder.getInt32(need)));
    number = builder.CreateSelect(builder.CreateIsNull(missing), builder.getInt32(i + 1), number);
  }
  builder.CreateRet(number);
  return function;
}

Function *qopt::buildDispatcher(Module &module, StringRef model, ArrayRef<CPUVariant> variants,
                                ArrayRef<Function *> runs) {
  auto needs = llvm::map_to_vector(variants, [](const CPUVariant &v) { return v.needs; });
  Function *read = buildReadCPUID(module, model + ".read_cpuid");
  Function *choose = buildChooseVariant(module, needs, model + ".choose_variant");
  Function *chooseOnce =
      buildChooseOnce(module, read, choose, model + ".choose_once", model + ".chosen");
  buildRun(module, model, chooseOnce, runs);

  // An array of `qopt_variant`, and the function that points into it.
  IRBuilder<> builder(module.getContext());
  PointerType *pointer = builder.getPtrTy();
  auto *type = StructType::get(pointer, pointer);
  SmallVector<Constant *> rows;
  for (const CPUVariant &variant : variants)
    rows.push_back(ConstantStruct::get(
        type, {builder.CreateGlobalString(variant.name, model + ".cpu", 0, &module),
               builder.CreateGlobalString(variant.isa->name, model + ".isa", 0, &module)}));
  auto *table = ArrayType::get(type, rows.size());
  auto *names = new GlobalVariable(module, table, /*isConstant=*/true, GlobalValue::InternalLinkage,
                                   ConstantArray::get(table, rows), model + ".variants");
  Function *select =
      createFunction(module, FunctionType::get(pointer, false), model + ".select_variant");
  builder.SetInsertPoint(&select->getEntryBlock());
  Value *number = builder.CreateCall(chooseOnce);
  Value *row = builder.CreateGEP(type, names, {builder.CreateSub(number, builder.getInt32(1))});
  Value *found = builder.CreateICmpSGT(number, builder.getInt32(0));
  builder.CreateRet(builder.CreateSelect(found, row, ConstantPointerNull::get(pointer)));
  return select;
}

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/LowerToLLVM/Passes.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

namespace qopt {
#define GEN_PASS_DEF_LOWERTASKS
#include "qopt/LowerToLLVM/Passes.h.inc"
} // namespace qopt

#define DEBUG_TYPE "qopt-lower-tasks"

using namespace mlir;
using namespace qopt;

namespace {

/// Lowers the task lists, and the calls, of one function in the LLVM dialect.
class TaskLowering {
public:
  explicit TaskLowering(LLVM::LLVMFuncOp function)
      : function(function), module(function->getParentOfType<ModuleOp>()),
        builder(function.getContext()), loc(function.getLoc()),
        pointer(LLVM::LLVMPointerType::get(function.getContext())), i64(builder.getI64Type()) {}

  /// Lowers all calls and lists of tasks.
  LogicalResult lower();

private:
  LogicalResult lowerLists(ArrayRef<qint::TaskParallelOp> lists);
  void addExecutor();
  LogicalResult lowerCall(qint::TaskCallOp call);
  FailureOr<Value> getAddress(qint::TaskCallOp call, Value buffer);
  LogicalResult lowerList(qint::TaskParallelOp list, unsigned number);
  FailureOr<LLVM::LLVMFuncOp> createTaskFunction(qint::TaskParallelOp list, unsigned number);
  LogicalResult importValue(Value value, Value argument, IRMapping &mapping);
  LLVM::LLVMFuncOp getForEachTask();
  void buildForEachTask(LLVM::LLVMFuncOp forEachTask);

  Value constant(int64_t value) { return LLVM::ConstantOp::create(builder, loc, i64, value); }
  Value load(Type type, Value base, int32_t slot) {
    Value address =
        LLVM::GEPOp::create(builder, loc, pointer, pointer, base, ArrayRef<LLVM::GEPArg>(slot));
    return LLVM::LoadOp::create(builder, loc, type, address);
  }

  LLVM::LLVMFuncOp function;
  ModuleOp module;
  OpBuilder builder;
  Location loc;
  Type pointer, i64;
  /// The function's arguments but the executor, in an array on its stack.
  Value arguments, executor;
};

} // namespace

/// The address of the first element of `buffer`, which the conversion has left
/// as a cast of a descriptor or of a bare pointer.
FailureOr<Value> TaskLowering::getAddress(qint::TaskCallOp call, Value buffer) {
  auto type = cast<MemRefType>(buffer.getType());
  auto conversion = buffer.getDefiningOp<UnrealizedConversionCastOp>();
  Value source =
      conversion && conversion.getInputs().size() == 1 ? conversion.getInputs()[0] : Value();
  if (source && isa<LLVM::LLVMStructType>(source.getType()))
    source = LLVM::ExtractValueOp::create(builder, loc, source, ArrayRef<int64_t>(1));
  if (!source || source.getType() != pointer)
    return call.emitError() << "buffer " << type << " has no form in the LLVM dialect yet; run the "
                            << "conversions before qopt-lower-tasks";
  Value offset = constant(type.getStridesAndOffset().second);
  Value address = LLVM::GEPOp::create(builder, loc, pointer, type.getElementType(), source,
                                      ArrayRef<LLVM::GEPArg>(offset));
  return address;
}

LogicalResult TaskLowering::lowerCall(qint::TaskCallOp call) {
  builder.setInsertionPoint(call);
  auto callee = module.lookupSymbol<LLVM::LLVMFuncOp>(call.getCallee());
  if (!callee)
    return call.emitError() << "callee " << call.getCalleeAttr() << " is no LLVM function yet; run "
                            << "the conversions before qopt-lower-tasks";
  SmallVector<Value> addresses;
  for (Value buffer : call.getBuffers()) {
    FailureOr<Value> address = getAddress(call, buffer);
    if (failed(address))
      return failure();
    addresses.push_back(*address);
  }
  // Inlined, its pointers would no longer be known not to overlap.
  callee.setNoInline(true);
  callee.setLinkage(LLVM::Linkage::Internal);
  LLVM::CallOp::create(builder, call.getLoc(), callee, addresses);
  SetVector<Value> buffers(call.getBuffers().begin(), call.getBuffers().end());
  call.erase();
  for (Value buffer : buffers)
    if (buffer.use_empty())
      buffer.getDefiningOp()->erase();
  return success();
}

/// Makes `value` of the function available in a function of tasks, where
/// `argument` is the array of the function's arguments.
LogicalResult TaskLowering::importValue(Value value, Value argument, IRMapping &mapping) {
  if (mapping.contains(value))
    return success();
  if (auto entry = dyn_cast<BlockArgument>(value);
      entry && entry.getOwner() == &function.getBody().front()) {
    mapping.map(value, load(value.getType(), argument, entry.getArgNumber()));
    return success();
  }
  Operation *definition = value.getDefiningOp();
  if (!definition || definition->getNumRegions() != 0 || !isPure(definition))
    return emitError(value.getLoc(), "a task uses what is computed outside of it; run "
                                     "qopt-outline-layers before");
  for (Value operand : definition->getOperands())
    if (failed(importValue(operand, argument, mapping)))
      return failure();
  builder.clone(*definition, mapping);
  return success();
}

/// `void <function>.tasks<number>(argument, index)`: runs task `index`.
FailureOr<LLVM::LLVMFuncOp> TaskLowering::createTaskFunction(qint::TaskParallelOp list,
                                                             unsigned number) {
  builder.setInsertionPointToEnd(module.getBody());
  auto type =
      LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(builder.getContext()), {pointer, i64});
  auto tasks = LLVM::LLVMFuncOp::create(builder, list.getLoc(),
                                        (function.getName() + ".tasks" + Twine(number)).str(), type,
                                        LLVM::Linkage::Internal);
  Block *entry = tasks.addEntryBlock(builder);
  builder.setInsertionPointToStart(entry);
  IRMapping mapping;
  SetVector<Value> used;
  getUsedValuesDefinedAbove(list->getRegions(), used);
  for (Value value : used)
    if (failed(importValue(value, entry->getArgument(0), mapping)))
      return failure();

  SmallVector<Block *> blocks;
  SmallVector<int64_t> cases;
  for (auto [i, task] : llvm::enumerate(list.getTasks())) {
    blocks.push_back(builder.createBlock(&tasks.getBody(), tasks.getBody().end()));
    for (Operation &op : task.front())
      builder.clone(op, mapping);
    LLVM::ReturnOp::create(builder, loc, ValueRange());
    cases.push_back(static_cast<int64_t>(i));
  }
  builder.setInsertionPointToEnd(entry);
  // The executor passes no other index: the last task is the default.
  SmallVector<APInt> values;
  for (int64_t i : ArrayRef(cases).drop_back())
    values.emplace_back(64, i);
  SmallVector<ValueRange> noOperands(values.size());
  LLVM::SwitchOp::create(builder, loc, entry->getArgument(1), blocks.back(), ValueRange(), values,
                         ArrayRef(blocks).drop_back(), noOperands);
  return tasks;
}

LogicalResult TaskLowering::lowerList(qint::TaskParallelOp list, unsigned number) {
  FailureOr<LLVM::LLVMFuncOp> tasks = createTaskFunction(list, number);
  if (failed(tasks))
    return failure();
  LLVM::LLVMFuncOp forEachTask = getForEachTask();
  builder.setInsertionPoint(list);
  Value address = LLVM::AddressOfOp::create(builder, loc, *tasks);
  Value count = constant(static_cast<int64_t>(list.getTasks().size()));
  LLVM::CallOp::create(builder, list.getLoc(), forEachTask,
                       ValueRange{executor, count, address, arguments});
  list.erase();
  return success();
}

/// `void qopt.for_each_task(executor, count, task, argument)`.
LLVM::LLVMFuncOp TaskLowering::getForEachTask() {
  constexpr StringLiteral name = "qopt.for_each_task";
  if (auto existing = module.lookupSymbol<LLVM::LLVMFuncOp>(name))
    return existing;
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(module.getBody());
  auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(builder.getContext()),
                                          {pointer, i64, pointer, pointer});
  auto forEachTask = LLVM::LLVMFuncOp::create(builder, loc, name, type, LLVM::Linkage::Internal);
  forEachTask.setNoInline(true);
  buildForEachTask(forEachTask);
  return forEachTask;
}

/// Calls the executor, or the tasks one by one where there is none.
void TaskLowering::buildForEachTask(LLVM::LLVMFuncOp forEachTask) {
  Block *entry = forEachTask.addEntryBlock(builder);
  Region &body = forEachTask.getBody();
  Block *share = builder.createBlock(&body, body.end());
  Block *loop = builder.createBlock(&body, body.end(), i64, loc);
  Block *done = builder.createBlock(&body, body.end());
  Value owner = entry->getArgument(0), count = entry->getArgument(1);
  Value task = entry->getArgument(2), argument = entry->getArgument(3);
  auto voidType = LLVM::LLVMVoidType::get(builder.getContext());
  auto callIndirect = [&](ArrayRef<Type> types, ArrayRef<Value> calleeAndOperands) {
    LLVM::CallOp::create(builder, loc, LLVM::LLVMFunctionType::get(voidType, types),
                         calleeAndOperands);
  };

  builder.setInsertionPointToEnd(entry);
  Value null = LLVM::ZeroOp::create(builder, loc, pointer);
  Value isAbsent = LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::eq, owner, null);
  LLVM::CondBrOp::create(builder, loc, isAbsent, loop, ValueRange{constant(0)}, share,
                         ValueRange());

  builder.setInsertionPointToEnd(share);
  Value parallelFor = load(pointer, owner, 0), context = load(pointer, owner, 1);
  callIndirect({pointer, i64, pointer, pointer}, {parallelFor, context, count, task, argument});
  LLVM::BrOp::create(builder, loc, done);

  builder.setInsertionPointToEnd(loop);
  Value index = loop->getArgument(0);
  callIndirect({pointer, i64}, {task, argument, index});
  Value next = LLVM::AddOp::create(builder, loc, index, constant(1));
  Value isLess = LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::slt, next, count);
  LLVM::CondBrOp::create(builder, loc, isLess, loop, ValueRange{next}, done, ValueRange());

  builder.setInsertionPointToEnd(done);
  LLVM::ReturnOp::create(builder, loc, ValueRange());
}

/// The function's last argument.
void TaskLowering::addExecutor() {
  LLVM::LLVMFunctionType type = function.getFunctionType();
  SmallVector<Type> inputs(type.getParams());
  SmallVector<DictionaryAttr> attributes;
  function.getAllArgAttrs(attributes);
  inputs.push_back(pointer);
  attributes.push_back(
      builder.getDictionaryAttr(builder.getNamedAttr("qopt.executor", builder.getUnitAttr())));
  function.setFunctionType(LLVM::LLVMFunctionType::get(type.getReturnType(), inputs));
  function.setAllArgAttrs(attributes);
  executor = function.getBody().front().addArgument(pointer, loc);
}

LogicalResult TaskLowering::lower() {
  SmallVector<qint::TaskCallOp> calls;
  function.walk([&](qint::TaskCallOp call) { calls.push_back(call); });
  for (qint::TaskCallOp call : calls)
    if (failed(lowerCall(call)))
      return failure();
  SmallVector<qint::TaskParallelOp> lists;
  function.walk([&](qint::TaskParallelOp list) { lists.push_back(list); });
  return lists.empty() ? success() : lowerLists(lists);
}

LogicalResult TaskLowering::lowerLists(ArrayRef<qint::TaskParallelOp> lists) {

  Block &entry = function.getBody().front();
  builder.setInsertionPointToStart(&entry);
  arguments = LLVM::AllocaOp::create(builder, loc, pointer, pointer,
                                     constant(std::max(1u, entry.getNumArguments())));
  for (auto [i, value] : llvm::enumerate(entry.getArguments())) {
    Value slot = LLVM::GEPOp::create(builder, loc, pointer, pointer, arguments,
                                     ArrayRef<LLVM::GEPArg>(static_cast<int32_t>(i)));
    LLVM::StoreOp::create(builder, loc, value, slot);
  }
  addExecutor();
  for (auto [number, list] : llvm::enumerate(lists))
    if (failed(lowerList(list, number)))
      return failure();
  return success();
}

namespace {

struct LowerTasks : qopt::impl::LowerTasksBase<LowerTasks> {
  using Base::Base;

  void runOnOperation() override {
    for (auto function : llvm::to_vector(getOperation().getOps<LLVM::LLVMFuncOp>()))
      if (failed(TaskLowering(function).lower()))
        return signalPassFailure();
  }
};

} // namespace

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "mlir/Transforms/RegionUtils.h"
#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Passes.h"
#include "llvm/ADT/StringMap.h"

#define DEBUG_TYPE "qopt-outline-layers"

namespace qopt {
#define GEN_PASS_DEF_OUTLINELAYERS
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

bool isView(Operation *op) { return isa<ViewLikeOpInterface>(op) || isPure(op); }

/// The buffer that `memref` looks at: an allocation, a part of the arena that
/// was one, a global or an argument.
Value getBuffer(Value memref) {
  while (auto view = memref.getDefiningOp<ViewLikeOpInterface>()) {
    if (isa<memref::ViewOp>(view))
      break;
    memref = view.getViewSource();
  }
  return memref;
}

/// Whether `op` is a layer outside of a list of tasks. Lists stay, and so does what
/// takes the time of the layers.
bool isLayer(Operation *op) {
  return op->getNumResults() == 0 && !isView(op) && !op->hasTrait<OpTrait::IsTerminator>() &&
         !isa<qint::TaskParallelOp, qint::TaskCallOp, qint::ScheduledTickOp>(op);
}

/// What work takes from outside.
struct Captures {
  SetVector<Value> buffers;
  SetVector<Operation *> constants;
};

class LayerOutliner {
public:
  explicit LayerOutliner(func::FuncOp function) : function(function) {}

  LogicalResult outlineTask(Region &task);
  LogicalResult outline(ArrayRef<Operation *> work);

private:
  FailureOr<Captures> findCaptures(ArrayRef<Operation *> work);
  func::FuncOp createFunction(Location loc, ArrayRef<Operation *> work, const Captures &captures);
  func::FuncOp share(func::FuncOp created);

  func::FuncOp function;
  /// The functions so far, by their text without a name.
  llvm::StringMap<func::FuncOp> functions;
};

FailureOr<Captures> LayerOutliner::findCaptures(ArrayRef<Operation *> work) {
  Captures captures;
  SetVector<Value> used;
  for (Operation *op : work) {
    used.insert(op->operand_begin(), op->operand_end());
    getUsedValuesDefinedAbove(op->getRegions(), used);
  }
  for (Value value : used) {
    Operation *definition = value.getDefiningOp();
    if (isa<MemRefType>(value.getType()))
      captures.buffers.insert(value);
    else if (definition && definition->hasTrait<OpTrait::ConstantLike>())
      captures.constants.insert(definition);
    else
      return work.front()->emitError() << "uses a value of type " << value.getType()
                                       << "; layers take buffers and constants only";
  }
  return captures;
}

/// A function of the ops `work`, not yet in the module.
func::FuncOp LayerOutliner::createFunction(Location loc, ArrayRef<Operation *> work,
                                           const Captures &captures) {
  OpBuilder builder(function.getContext());
  SmallVector<Type> inputs;
  for (Value buffer : captures.buffers)
    inputs.push_back(qint::getBufferAtOffsetZero(cast<MemRefType>(buffer.getType())));
  auto outlined = func::FuncOp::create(loc, "layer", builder.getFunctionType(inputs, {}));
  outlined.setPrivate();
  Block *body = outlined.addEntryBlock();
  builder.setInsertionPointToStart(body);
  IRMapping mapping;
  mapping.map(captures.buffers.getArrayRef(), body->getArguments());
  for (Operation *constant : captures.constants)
    builder.clone(*constant, mapping);
  for (Operation *op : work)
    builder.clone(*op, mapping);
  func::ReturnOp::create(builder, loc);

  for (auto [i, buffer] : llvm::enumerate(captures.buffers)) {
    // Globals are constants, which nobody writes.
    Value memory = getBuffer(buffer);
    bool isShared = !memory.getDefiningOp<memref::GetGlobalOp>() &&
                    llvm::count_if(captures.buffers,
                                   [&](Value other) { return getBuffer(other) == memory; }) > 1;
    if (!isShared)
      outlined.setArgAttr(i, LLVM::LLVMDialect::getNoAliasAttrName(), builder.getUnitAttr());
    // What is no longer seen behind an argument.
    qint::keepKnowledge(outlined, i, buffer);
  }
  return outlined;
}

/// An equal function of an earlier layer, or `created` under a name of its own.
func::FuncOp LayerOutliner::share(func::FuncOp created) {
  std::string text;
  llvm::raw_string_ostream os(text);
  created->print(os, OpPrintingFlags().useLocalScope());
  auto [entry, isNew] = functions.try_emplace(text, created);
  if (!isNew) {
    created.erase();
    return entry->second;
  }
  SymbolTable symbols(function->getParentOp());
  created.setName((function.getName() + "_layer" + Twine(functions.size() - 1)).str());
  symbols.insert(created);
  return created;
}

/// Replaces `work`, ops of one block, by a call where the last of them is.
LogicalResult LayerOutliner::outline(ArrayRef<Operation *> work) {
  FailureOr<Captures> captures = findCaptures(work);
  if (failed(captures))
    return failure();
  Location loc = work.front()->getLoc();
  func::FuncOp callee = share(createFunction(loc, work, *captures));
  OpBuilder builder(work.back());
  qint::TaskCallOp::create(builder, loc, callee.getName(), captures->buffers.getArrayRef());
  for (Operation *op : llvm::reverse(work))
    op->erase();
  for (Operation *constant : captures->constants)
    if (constant->use_empty())
      constant->erase();
  return success();
}

LogicalResult LayerOutliner::outlineTask(Region &task) {
  SmallVector<Operation *> work;
  for (Operation &op : task.front())
    if (!isView(&op) && !isa<qint::TaskCallOp>(op))
      work.push_back(&op);
  return work.empty() ? success() : outline(work);
}

struct OutlineLayers : qopt::impl::OutlineLayersBase<OutlineLayers> {
  using Base::Base;

  void runOnOperation() override {
    for (auto function : llvm::to_vector(getOperation().getOps<func::FuncOp>()))
      if (!function.isExternal() && failed(outlineAll(function)))
        return signalPassFailure();
  }

  static LogicalResult outlineAll(func::FuncOp function) {
    LayerOutliner outliner(function);
    for (Operation &op : llvm::make_early_inc_range(function.getBody().front())) {
      if (isLayer(&op)) {
        if (failed(outliner.outline(&op)))
          return failure();
      } else if (auto parallel = dyn_cast<qint::TaskParallelOp>(op)) {
        for (Region &task : parallel.getTasks())
          if (failed(outliner.outlineTask(task)))
            return failure();
      }
    }
    return success();
  }
};

} // namespace

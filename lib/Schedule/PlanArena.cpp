#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "qopt/Schedule/ArenaPlan.h"
#include "qopt/Schedule/Passes.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-plan-arena"

namespace qopt {
#define GEN_PASS_DEF_PLANARENA
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// Offsets are multiples of a cache line, which is also the widest vector.
constexpr int64_t kAlignment = 64;
/// Readable bytes behind the last buffer.
constexpr int64_t kSlack = 64;

/// First and last of the ops, numbered in program order, that touch the memory
/// of `memref` directly or through views.
void extendLifetime(Value memref, const DenseMap<Operation *, int64_t> &order,
                    LiveInterval &interval) {
  for (Operation *user : memref.getUsers()) {
    if (isa<ViewLikeOpInterface>(user)) {
      extendLifetime(user->getResult(0), order, interval);
      continue;
    }
    // A use inside of a region belongs to the op of the block that holds it.
    while (user && !order.contains(user))
      user = user->getParentOp();
    int64_t time = order.lookup(user);
    interval.first = std::min(interval.first, time);
    interval.last = std::max(interval.last, time);
  }
}

struct PlanArena : qopt::impl::PlanArenaBase<PlanArena> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    if (function.isExternal())
      return;
    if (!function.getBody().hasOneBlock()) {
      function.emitError("an arena can be planned for one block only; run qopt-schedule first");
      return signalPassFailure();
    }
    Block &block = function.getBody().front();
    DenseMap<Operation *, int64_t> order;
    SmallVector<memref::AllocOp> allocs;
    for (auto [time, op] : llvm::enumerate(block)) {
      order[&op] = time;
      if (auto alloc = dyn_cast<memref::AllocOp>(op))
        allocs.push_back(alloc);
    }

    SmallVector<LiveInterval> intervals;
    for (memref::AllocOp alloc : allocs) {
      MemRefType type = alloc.getType();
      if (!type.hasStaticShape() || !type.getLayout().isIdentity() ||
          !type.getElementType().isIntOrFloat()) {
        alloc.emitError() << "only buffers of static shape without layout fit into the arena, not "
                          << type;
        return signalPassFailure();
      }
      int64_t bytes = type.getNumElements() * llvm::divideCeil(type.getElementTypeBitWidth(), 8);
      LiveInterval interval{bytes, std::numeric_limits<int64_t>::max(), -1};
      extendLifetime(alloc, order, interval);
      if (interval.last < 0)
        interval.first = interval.last = order.lookup(alloc);
      intervals.push_back(interval);
    }
    ArenaPlan plan = planArena(intervals, kAlignment, kSlack);
    replaceAllocations(function, allocs, plan);
    remark::analysis(function.getLoc(), remark::RemarkOpts::name("arena").category(DEBUG_TYPE))
        << llvm::formatv("{0} bytes for {1} buffers; at one time at least {2} bytes are live",
                         plan.bytes, allocs.size(), getArenaLowerBound(intervals, kAlignment))
               .str();
  }

  void replaceAllocations(func::FuncOp function, MutableArrayRef<memref::AllocOp> allocs,
                          const ArenaPlan &plan) {
    Block &block = function.getBody().front();
    Builder attributes(function.getContext());
    auto arenaType = MemRefType::get({plan.bytes}, attributes.getI8Type());
    unsigned index = function.getNumArguments();
    NamedAttrList list;
    list.set("qopt.arena", attributes.getUnitAttr());
    (void)function.insertArgument(index, arenaType, list.getDictionary(function.getContext()),
                                  function.getLoc());
    Value arena = block.getArgument(index);
    OpBuilder builder = OpBuilder::atBlockBegin(&block);
    for (auto [alloc, offset] : llvm::zip_equal(allocs, plan.offsets)) {
      builder.setInsertionPoint(alloc);
      Value byteShift = arith::ConstantIndexOp::create(builder, alloc.getLoc(), offset);
      Value view = memref::ViewOp::create(builder, alloc.getLoc(), alloc.getType(), arena,
                                          byteShift, ValueRange());
      alloc.replaceAllUsesWith(view);
      alloc->erase();
    }
  }
};

} // namespace

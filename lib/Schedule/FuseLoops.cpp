#include "HaloTasks.h"
#include "LoopChain.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/MemRefViews.h"
#include "qopt/Schedule/Passes.h"
#include "llvm/Support/FormatVariadic.h"

#include <set>

#define DEBUG_TYPE "qopt-fuse-loops"

namespace qopt {
#define GEN_PASS_DEF_FUSELOOPS
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// The chain of `steps` that begins with `first`. Loops that it does not touch join it,
/// or else run in front of it, where that can be.
LoopChain growChain(PartitionableOpInterface first, int64_t steps, int64_t bandBytes,
                    bool joinsIndependent) {
  LoopChain chain(steps, bandBytes);
  if (!chain.add(first))
    return chain;
  for (Operation *op = first->getNextNode(); op; op = op->getNextNode()) {
    if (!doesWork(op))
      continue;
    // Behind another convolution nothing of the chain is in the cache any more.
    if (!LoopChain::isLoop(op, bandBytes) ||
        (LoopChain::isConvolution(op) && chain.isIndependent(op)))
      break;
    if (!joinsIndependent && chain.isIndependent(op))
      continue;
    auto next = dyn_cast<PartitionableOpInterface>(op);
    if (!(next && chain.add(next)) && !chain.isIndependent(op))
      break;
  }
  return chain;
}

/// The chain of the most shared bytes that begins with `first`.
LoopChain findChain(PartitionableOpInterface first, const std::set<int64_t> &counts,
                    int64_t bandBytes) {
  LoopChain best(1, bandBytes);
  // More steps leave more choice.
  for (int64_t steps : counts)
    for (bool joinsIndependent : {false, true})
      if (LoopChain chain = growChain(first, steps, bandBytes, joinsIndependent);
          chain.getSharedBytes() != 0 && chain.getSharedBytes() >= best.getSharedBytes())
        best = std::move(chain);
  return best;
}

/// Writes down the loop of a chain, and another one of a single iteration for the steps
/// that are left.
class ChainLoop {
public:
  ChainLoop(const LoopChain &chain, int64_t bandSteps) : chain(chain), bandSteps(bandSteps) {}

  /// Returns the first loop.
  scf::ForOp emit();

private:
  scf::ForOp emitLoop(OpBuilder &builder, Location loc, int64_t begin, int64_t end, int64_t steps);
  void emitPart(const LoopChain::Link &link, int64_t steps);
  Value getBand(OpBuilder &builder, Value whole, Value part, ArrayRef<int64_t> shift);
  Value getOwnBand(Value whole, Value part, LoopChain::Window window);

  const LoopChain &chain;
  int64_t bandSteps;
  scf::ForOp loop;
  /// Memories that shrink, and what takes their place.
  DenseMap<Value, LoopChain::Window> windows;
  DenseMap<Value, Value> bands;
};

} // namespace

scf::ForOp ChainLoop::emit() {
  Operation *last = chain.getLinks().back().op;
  // Products weigh most: `--profile` and `--autotune` name the loop after the first one.
  Location loc = last->getLoc();
  for (const LoopChain::Link &link : llvm::reverse(chain.getLinks()))
    if (isa<qint::ScheduledBatchMatmulOp>(*link.op) || LoopChain::isConvolution(link.op))
      loc = link.op->getLoc();
  // Before parts use the memories as well.
  for (const LoopChain::Link &link : chain.getLinks())
    for (Value operand : link.op->getOperands())
      if (isa<MemRefType>(operand.getType()))
        if (std::optional<LoopChain::Window> window = chain.getOwnWindow(getViewedMemory(operand)))
          windows.insert({getViewedMemory(operand), *window});
  OpBuilder builder(last);
  int64_t bands = chain.getSteps() / bandSteps, rest = chain.getSteps() % bandSteps;
  scf::ForOp first = emitLoop(builder, loc, 0, bands, bandSteps);
  if (rest > 0)
    emitLoop(builder, loc, bands, bands + 1, rest);
  for (const LoopChain::Link &link : chain.getLinks())
    link.op->erase();
  return first;
}

/// The loop over bands from `begin` on, which compute so many steps each.
scf::ForOp ChainLoop::emitLoop(OpBuilder &builder, Location loc, int64_t begin, int64_t end,
                               int64_t steps) {
  auto constant = [&](int64_t value) {
    return arith::ConstantIndexOp::create(builder, loc, value);
  };
  loop = scf::ForOp::create(builder, loc, constant(begin), constant(end), constant(1));
  for (const LoopChain::Link &link : chain.getLinks())
    emitPart(link, steps);
  return loop;
}

void ChainLoop::emitPart(const LoopChain::Link &link, int64_t steps) {
  PartitionableOpInterface op = link.op;
  int64_t stepSize = link.extent / chain.getSteps();
  Operation *terminator = loop.getBody()->getTerminator(), *before = terminator->getPrevNode();
  OpBuilder builder(terminator);
  op.createPart(builder, link.axis, 0, steps * stepSize);
  Operation *part = terminator->getPrevNode();
  OpBuilder atPart(part);
  LoopStep step(op, link.axis, bandSteps * stepSize);
  for (auto [number, whole] : llvm::enumerate(op->getOperands()))
    if (isa<MemRefType>(whole.getType())) {
      OpOperand &operand = part->getOpOperand(number);
      operand.set(getBand(atPart, whole, operand.get(), step.getShift(number)));
    }
  // The boxes of the first part.
  for (Operation *box = part->getPrevNode(), *next; box && box != before; box = next) {
    next = box->getPrevNode();
    if (isOpTriviallyDead(box))
      box->erase();
  }
}

/// What an iteration sees of `whole`: the size of `part`, of which band 0 begins where it
/// does, and each other one lies `shift` behind the one before.
Value ChainLoop::getBand(OpBuilder &builder, Value whole, Value part, ArrayRef<int64_t> shift) {
  if (auto own = windows.find(getViewedMemory(whole)); own != windows.end())
    return getOwnBand(whole, part, own->second);
  if (whole.getType() == part.getType())
    return whole;
  Location loc = loop.getLoc();
  auto type = cast<MemRefType>(part.getType());
  SmallVector<OpFoldResult> offsets, sizes, strides(type.getRank(), builder.getIndexAttr(1));
  for (auto [size, distance] : llvm::zip_equal(type.getShape(), shift)) {
    sizes.push_back(builder.getIndexAttr(size));
    offsets.push_back(builder.getIndexAttr(0));
    if (distance != 0)
      offsets.back() = arith::MulIOp::create(builder, loc, loop.getInductionVar(),
                                             arith::ConstantIndexOp::create(builder, loc, distance))
                           .getResult();
  }
  return memref::SubViewOp::create(builder, loc, whole, offsets, sizes, strides);
}

/// `part` in a memory of one iteration, which all of them use.
Value ChainLoop::getOwnBand(Value whole, Value part, LoopChain::Window window) {
  Value memory = getViewedMemory(whole);
  // The arena holds what is allocated in the function's own block.
  Operation *outermost = loop;
  while (auto around = outermost->getParentOfType<scf::ForOp>())
    outermost = around;
  OpBuilder builder(outermost);
  Value &band = bands[memory];
  Type element = cast<MemRefType>(memory.getType()).getElementType();
  if (!band)
    band = memref::AllocOp::create(builder, memory.getLoc(),
                                   MemRefType::get({bandSteps * window.pitch}, element));
  StridedLayout layout = StridedLayout::of(cast<MemRefType>(whole.getType()));
  layout.offset -= window.base;
  layout.sizes.assign(cast<MemRefType>(part.getType()).getShape());
  return createView(builder, loop.getLoc(), band, layout);
}

namespace {

struct FuseLoops : qopt::impl::FuseLoopsBase<FuseLoops> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    for (Block &block : function.getBody())
      fuse(block);
    // Views of what has shrunk, and memory that nobody uses any more.
    for (Block &block : function.getBody())
      for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
        if (isOpTriviallyDead(&op))
          op.erase();
  }

  void fuse(Block &block) {
    std::set<int64_t> counts;
    for (auto op : block.getOps<PartitionableOpInterface>())
      for (const PartitionAxis &axis : op.getPartitionAxes())
        if (axis.extent > 1)
          counts.insert(axis.extent);
    for (Operation *op = &block.front(); op;) {
      auto first = dyn_cast<PartitionableOpInterface>(op);
      op = op->getNextNode();
      if (!first)
        continue;
      LoopChain chain = findChain(first, counts, bandBytes);
      if (chain.getSharedBytes() == 0 || chain.getSharedBytes() < bandBytes / 2)
        continue;
      int64_t bandSteps = chain.getBandSteps();
      if (bandSteps == chain.getSteps())
        continue;
      // The links are erased: go on in front of the next op that stays.
      while (op && llvm::any_of(chain.getLinks(), [&](auto &link) { return link.op == op; }))
        op = op->getNextNode();
      if (!op)
        op = block.empty() ? nullptr : &block.back();
      fuse(*fuseChain(chain, bandSteps).getBody());
    }
  }

  scf::ForOp fuseChain(const LoopChain &chain, int64_t bandSteps) {
    std::string text =
        llvm::formatv("{0} ops in {1} iterations, which share {2} bytes", chain.getLinks().size(),
                      llvm::divideCeil(chain.getSteps(), bandSteps), chain.getSharedBytes());
    scf::ForOp loop = ChainLoop(chain, bandSteps).emit();
    remark::analysis(loop.getLoc(), remark::RemarkOpts::name("loop").category(DEBUG_TYPE)) << text;
    return loop;
  }
};

} // namespace

#include "HaloTasks.h"
#include "TaskBands.h"
#include "WrittenMemory.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Passes.h"
#include "qopt/Target/ISA.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-partition"

namespace qopt {
#define GEN_PASS_DEF_PARTITION
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// As many as machines have today; each of them makes code.
constexpr unsigned kMaxThreads = 1024;
/// Bytes per cycle of buffers and weights that a core's first-level cache does not
/// hold, and of what another core has written.
constexpr double kBytesPerCycle = 8, kForeignBytesPerCycle = 1.5;
/// Splits that gain less are not worth the other core.
constexpr double kMinGain = 0.1;

/// One way to split an op, built.
struct Split {
  qint::TaskParallelOp tasks;
  StringRef axis;
  double cycles = std::numeric_limits<double>::infinity();
};

struct Partition : qopt::impl::PartitionBase<Partition> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    if (threads < 1 || threads > kMaxThreads) {
      function.emitError() << "threads must lie in [1, " << kMaxThreads << "], not "
                           << threads.getValue();
      return signalPassFailure();
    }
    if (threads == 1 || function.isExternal())
      return;
    const ISA &isa = *getTarget(function->getParentOfType<ModuleOp>()).isa;
    written = WrittenMemory();
    for (Block &block : function.getBody())
      for (Operation *op = &block.front(); op; op = op->getNextNode()) {
        auto partitionable = dyn_cast<PartitionableOpInterface>(op);
        qint::TaskParallelOp tasks;
        if (partitionable)
          tasks = partition(partitionable, isa);
        if (tasks)
          op = tasks;
        else
          written.recordWrites(op, /*task=*/0);
      }
    // Scratch of ops that are gone, and of splits that were not taken, with its views.
    for (Block &block : function.getBody())
      for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
        if (isOpTriviallyDead(&op))
          op.erase();
  }

  /// Cycles of `op` as number `task` of a list, with the memory that it touches.
  double predictCycles(PartitionableOpInterface op, const ISA &isa, unsigned task) {
    int64_t bytes = 0;
    for (Type type : op->getOperandTypes())
      if (auto buffer = dyn_cast<MemRefType>(type))
        bytes += buffer.getNumElements() * buffer.getElementTypeBitWidth() / 8;
    return op.predictCycles(isa) + static_cast<double>(bytes) / kBytesPerCycle +
           static_cast<double>(written.countForeignBytes(op, task)) / kForeignBytesPerCycle;
  }

  /// Replaces `op`, or it and the next one, by the tasks that are done first, if those
  /// pay.
  qint::TaskParallelOp partition(PartitionableOpInterface op, const ISA &isa) {
    double whole = predictCycles(op, isa, /*task=*/0);
    if (whole / threads + forkJoinCycles >= (1 - kMinGain) * whole)
      return {};
    std::optional<BandedPair> pair = BandedPair::find(op);
    Split best = findSplit(op, isa);
    double cycles = best.cycles + forkJoinCycles;
    if (!best.tasks || cycles >= (1 - kMinGain) * whole) {
      if (best.tasks)
        best.tasks.erase();
      return {};
    }
    if (pair)
      if (qint::TaskParallelOp bands = partitionPair(*pair, best, isa)) {
        best.tasks.erase();
        return bands;
      }
    report(op, best, cycles, whole);
    op.erase();
    shareHalos(best.tasks);
    recordTasks(best.tasks);
    return best.tasks;
  }

  /// Replaces both ops by bands, if those are done before the tasks of one after the
  /// other, of which `firstSplit` are the first ones.
  qint::TaskParallelOp partitionPair(BandedPair &pair, const Split &firstSplit, const ISA &isa) {
    double whole =
        predictCycles(pair.first, isa, /*task=*/0) + predictCycles(pair.second, isa, /*task=*/0);
    WrittenMemory before = written;
    recordTasks(firstSplit.tasks);
    Split secondSplit = findSplit(pair.second, isa);
    written = std::move(before);
    if (!secondSplit.tasks)
      return {};
    secondSplit.tasks.erase();
    Split bands{pair.createTasks(threads), "bands of rows"};
    predictSplit(bands, isa);
    double cycles = bands.cycles + forkJoinCycles;
    if (cycles >= firstSplit.cycles + secondSplit.cycles + 2 * forkJoinCycles) {
      bands.tasks.erase();
      return {};
    }
    report(pair.first, bands, cycles, whole);
    pair.erase();
    recordTasks(bands.tasks);
    return bands.tasks;
  }

  void report(Operation *op, Split &split, double cycles, double whole) {
    remark::analysis(op->getLoc(), remark::RemarkOpts::name("tasks").category(DEBUG_TYPE))
        << llvm::formatv("{0}: {1} tasks by {2}, about {3} cycles instead of {4}",
                         op->getName().stripDialect(), split.tasks.getTasks().size(), split.axis,
                         static_cast<int64_t>(cycles), static_cast<int64_t>(whole))
               .str();
  }

  void recordTasks(qint::TaskParallelOp tasks) {
    for (auto [i, task] : llvm::enumerate(tasks.getTasks()))
      for (Operation &part : task.front())
        written.recordWrites(&part, i);
  }

  /// The split of `op` that is done first, if it has one.
  Split findSplit(PartitionableOpInterface op, const ISA &isa) {
    Split best;
    for (auto [number, axis] : llvm::enumerate(op.getPartitionAxes())) {
      if (axis.extent <= axis.grain)
        continue;
      Split split = createSplit(op, number, axis, isa);
      if (split.cycles < best.cycles)
        std::swap(split, best);
      if (split.tasks)
        split.tasks.erase();
    }
    return best;
  }

  /// The time of the slowest task.
  void predictSplit(Split &split, const ISA &isa) {
    split.cycles = 0;
    for (auto [i, task] : llvm::enumerate(split.tasks.getTasks())) {
      double cycles = 0;
      for (auto part : task.getOps<PartitionableOpInterface>())
        cycles += predictCycles(part, isa, i);
      split.cycles = std::max(split.cycles, cycles);
    }
  }

  /// Tasks with shares of nearly equal size, in whole grains.
  Split createSplit(PartitionableOpInterface op, unsigned number, const PartitionAxis &axis,
                    const ISA &isa) {
    SmallVector<PartitionAxis::Share> shares = axis.getShares(threads);
    OpBuilder builder(op);
    Split split;
    split.axis = axis.name;
    split.tasks = qint::TaskParallelOp::create(builder, op.getLoc(), shares.size());
    for (auto [share, task] : llvm::zip_equal(shares, split.tasks.getTasks())) {
      builder.setInsertionPointToStart(&task.front());
      op.createPart(builder, number, share.begin, share.end);
    }
    predictSplit(split, isa);
    return split;
  }

  WrittenMemory written;
};

} // namespace

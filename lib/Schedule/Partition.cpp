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
      for (Operation &op : llvm::make_early_inc_range(block)) {
        auto partitionable = dyn_cast<PartitionableOpInterface>(op);
        if (!partitionable || !partition(partitionable, isa))
          written.recordWrites(&op, /*task=*/0);
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

  /// Replaces `op` by the tasks that are done first, if those pay.
  bool partition(PartitionableOpInterface op, const ISA &isa) {
    double whole = predictCycles(op, isa, /*task=*/0);
    if (whole / threads + forkJoinCycles >= (1 - kMinGain) * whole)
      return false;
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
    if (!best.tasks)
      return false;
    double cycles = best.cycles + forkJoinCycles;
    if (cycles >= (1 - kMinGain) * whole) {
      best.tasks.erase();
      return false;
    }
    remark::analysis(op.getLoc(), remark::RemarkOpts::name("tasks").category(DEBUG_TYPE))
        << llvm::formatv("{0}: {1} tasks by {2}, about {3} cycles instead of {4}",
                         op->getName().stripDialect(), best.tasks.getTasks().size(), best.axis,
                         static_cast<int64_t>(cycles), static_cast<int64_t>(whole))
               .str();
    op.erase();
    for (auto [i, task] : llvm::enumerate(best.tasks.getTasks()))
      for (Operation &part : task.front())
        written.recordWrites(&part, i);
    return true;
  }

  /// Tasks with shares of nearly equal size, in whole grains.
  Split createSplit(PartitionableOpInterface op, unsigned number, const PartitionAxis &axis,
                    const ISA &isa) {
    int64_t grains = llvm::divideCeil(axis.extent, axis.grain);
    int64_t count = std::min<int64_t>(threads, grains);
    OpBuilder builder(op);
    Split split;
    split.axis = axis.name;
    split.tasks = qint::TaskParallelOp::create(builder, op.getLoc(), count);
    split.cycles = 0;
    for (auto [i, task] : llvm::enumerate(split.tasks.getTasks())) {
      int64_t share = static_cast<int64_t>(i);
      int64_t begin = share * grains / count * axis.grain;
      int64_t end = std::min((share + 1) * grains / count * axis.grain, axis.extent);
      builder.setInsertionPointToStart(&task.front());
      op.createPart(builder, number, begin, end);
      for (auto part : task.getOps<PartitionableOpInterface>())
        split.cycles = std::max(split.cycles, predictCycles(part, isa, i));
    }
    return split;
  }

  WrittenMemory written;
};

} // namespace

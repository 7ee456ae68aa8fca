#include "Models/Partition.h"
#include "Models/Registration.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "mlir/Transforms/RegionUtils.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// Iterations of a loop as `qopt-fuse-loops` makes them, from 0 on and in steps of 1;
/// other loops are one piece.
int64_t countIterations(scf::ForOp loop) {
  std::optional<int64_t> begin = getConstantIntValue(loop.getLowerBound());
  std::optional<int64_t> step = getConstantIntValue(loop.getStep());
  std::optional<int64_t> end = getConstantIntValue(loop.getUpperBound());
  bool isPlain = begin == 0 && step == 1 && end && loop.getInitArgs().empty();
  return isPlain ? *end : 1;
}

/// The elements from one iteration of `loop` to the next, where `offset` is a
/// multiple of its number.
std::optional<int64_t> getStep(scf::ForOp loop, OpFoldResult offset) {
  auto value = dyn_cast<Value>(offset);
  auto product = value ? value.getDefiningOp<arith::MulIOp>() : arith::MulIOp();
  if (!product || product.getLhs() != loop.getInductionVar())
    return std::nullopt;
  return getConstantIntValue(product.getRhs());
}

/// Makes the bands that `loop` sees of outer buffers start at iteration `begin`, and
/// the loop stop after `count`.
void restrictLoop(OpBuilder &builder, scf::ForOp loop, int64_t begin, int64_t count) {
  loop.walk([&](memref::SubViewOp band) {
    MemRefType type = band.getSourceType();
    SmallVector<int64_t> offsets(type.getRank(), 0), sizes(type.getShape());
    for (auto [dimension, offset] : llvm::enumerate(band.getMixedOffsets()))
      if (std::optional<int64_t> step = getStep(loop, offset)) {
        offsets[dimension] = begin * *step;
        // Windows of neighbouring iterations may overlap.
        sizes[dimension] = (count - 1) * *step + band.getType().getDimSize(dimension);
      }
    band.getSourceMutable().set(
        createBox(builder, loop.getLoc(), band.getSource(), offsets, sizes));
  });
  loop.setUpperBound(arith::ConstantIndexOp::create(builder, loop.getLoc(), count));
}

/// Whether iterations share what `loop` writes to `buffer`: it is no band of theirs.
bool isScratch(scf::ForOp loop, Value buffer) {
  while (auto view = buffer.getDefiningOp<ViewLikeOpInterface>()) {
    if (auto band = dyn_cast<memref::SubViewOp>(*view);
        band && llvm::any_of(band.getMixedOffsets(), [&](OpFoldResult offset) {
          return getStep(loop, offset).has_value();
        }))
      return false;
    buffer = view.getViewSource();
  }
  return true;
}

/// Gives `loop`, a task's, memory of its own for what its iterations share.
void giveOwnMemory(scf::ForOp loop) {
  SetVector<Value> shared;
  loop.walk([&](MemoryEffectOpInterface effects) {
    for (Value operand : effects->getOperands())
      if (isa<MemRefType>(operand.getType()) &&
          effects.getEffectOnValue<MemoryEffects::Write>(operand) && isScratch(loop, operand))
        shared.insert(getViewedMemory(operand));
  });
  OpBuilder outside(loop->getParentOp()), inside(loop);
  IRMapping own;
  for (Value memory : shared)
    own.map(memory,
            memref::AllocOp::create(outside, loop.getLoc(), cast<MemRefType>(memory.getType()))
                .getResult());
  SetVector<Value> used;
  getUsedValuesDefinedAbove(loop.getRegion(), used);
  for (Value buffer : used)
    if (auto view = buffer.getDefiningOp<ViewLikeOpInterface>();
        view && own.contains(view.getViewSource()))
      inside.clone(*view, own);
  for (Value buffer : used)
    if (Value copy = own.lookupOrNull(buffer))
      replaceAllUsesInRegionWith(buffer, copy, loop.getRegion());
}

struct LoopModel : PartitionableOpInterface::ExternalModel<LoopModel, scf::ForOp> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    return {{"iterations", countIterations(cast<scf::ForOp>(operation)), 1}};
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned, int64_t begin,
                  int64_t end) const {
    auto loop = cast<scf::ForOp>(builder.clone(*operation));
    OpBuilder inFront(loop);
    restrictLoop(inFront, loop, begin, end - begin);
    giveOwnMemory(loop);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto loop = cast<scf::ForOp>(operation);
    double cycles = 0;
    for (auto op : loop.getBody()->getOps<PartitionableOpInterface>())
      cycles += op.predictCycles(isa);
    return cycles * static_cast<double>(countIterations(loop));
  }
};

} // namespace

void schedule::attachPartitionLoopModels(MLIRContext &context) {
  scf::ForOp::attachInterface<LoopModel>(context);
}

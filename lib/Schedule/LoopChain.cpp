#include "LoopChain.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;

static int64_t getElementBytes(Value buffer) {
  return llvm::divideCeil(cast<MemRefType>(buffer.getType()).getElementTypeBitWidth(), 8);
}

/// Calls `visit` with the buffers that ops inside of `op` use, and those ops.
static void forEachInnerBuffer(Operation *op, llvm::function_ref<void(Operation *, Value)> visit) {
  for (Region &region : op->getRegions())
    region.walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        if (isa<MemRefType>(operand.getType()))
          visit(inner, operand);
    });
}

/// The accesses of a step of `op`, whose operands see all that the steps see
/// together, and of which `part` is the first.
static SmallVector<StepAccess> getAccesses(Operation *op, Operation *part) {
  SmallVector<StepAccess> accesses;
  for (auto [whole, cut] : llvm::zip_equal(op->getOperands(), part->getOperands())) {
    auto type = dyn_cast<MemRefType>(whole.getType());
    if (!type)
      continue;
    StridedLayout layout = StridedLayout::of(type);
    ArrayRef<int64_t> sizes = cast<MemRefType>(cut.getType()).getShape();
    StepAccess access{getViewedMemory(whole), layout.offset, 0, 1,
                      hasEffect<MemoryEffects::Write>(op, whole)};
    for (auto [size, all, stride] : llvm::zip_equal(sizes, layout.sizes, layout.strides)) {
      access.length += (size - 1) * stride;
      access.pitch += size == all ? 0 : size * stride;
    }
    accesses.push_back(access);
  }
  // Gathers read tables in their bodies.
  forEachInnerBuffer(op, [&](Operation *, Value buffer) {
    Value memory = getViewedMemory(buffer);
    int64_t elements = cast<MemRefType>(memory.getType()).getNumElements();
    accesses.push_back({memory, 0, 0, elements, /*isWritten=*/false});
  });
  return accesses;
}

/// Accesses of the first of `steps` steps along an axis.
static SmallVector<StepAccess> getAccesses(PartitionableOpInterface op, unsigned axis,
                                           int64_t size) {
  OpBuilder builder(op);
  Operation *before = op->getPrevNode();
  op.createPart(builder, axis, 0, size);
  SmallVector<StepAccess> accesses = getAccesses(op, op->getPrevNode());
  while (op->getPrevNode() != before)
    op->getPrevNode()->erase();
  return accesses;
}

bool LoopChain::isLoop(Operation *op) {
  return isa<linalg::LinalgOp, qint::ScheduledReduceOp, qint::ScheduledBatchMatmulOp>(op);
}

/// Whether steps write different elements, except to the scratch of a product.
static bool writesInSteps(Operation *op, ArrayRef<StepAccess> accesses) {
  return isa<qint::ScheduledBatchMatmulOp>(op) ||
         llvm::none_of(accesses, [](const StepAccess &access) {
           return access.isWritten && access.pitch == 0;
         });
}

bool LoopChain::add(PartitionableOpInterface op) {
  if (!isLoop(op))
    return false;
  for (auto [number, axis] : llvm::enumerate(op.getPartitionAxes())) {
    int64_t size = axis.extent / steps;
    // Grains of element-wise loops only keep cores off each other's cache lines.
    bool isWhole =
        axis.extent % steps == 0 && (isa<linalg::LinalgOp>(*op) || size % axis.grain == 0);
    // Each band of rows would read or pack all of the right matrix again.
    bool isBandOfMatrix = isa<qint::ScheduledBatchMatmulOp>(*op) && number != 0;
    if (!isWhole || axis.extent < steps || isBandOfMatrix)
      continue;
    SmallVector<StepAccess> accesses = getAccesses(op, number, size);
    if (!writesInSteps(op, accesses) || !canJoin(op, accesses))
      continue;
    for (const StepAccess &access : accesses)
      include(memories[access.memory], op, access);
    links.push_back({op, static_cast<unsigned>(number), axis.extent});
    return true;
  }
  return false;
}

void LoopChain::include(Memory &memory, Operation *op, const StepAccess &access) {
  bool isFirst = memory.ops == 0;
  memory.isStepped &= !ShapedType::isDynamic(access.offset) && access.pitch > 0 &&
                      (isFirst || access.pitch == memory.pitch);
  int64_t begin = ShapedType::isDynamic(access.offset) ? 0 : access.offset;
  int64_t end = begin + access.length;
  memory.begin = isFirst ? begin : std::min(memory.begin, begin);
  memory.end = isFirst ? end : std::max(memory.end, end);
  memory.pitch = access.pitch;
  memory.isWritten |= access.isWritten;
  memory.ops += memory.last != op;
  memory.last = op;
}

bool LoopChain::canJoin(Operation *op, ArrayRef<StepAccess> accesses) const {
  llvm::MapVector<Value, Memory> joined;
  for (const StepAccess &access : accesses) {
    auto known = memories.find(access.memory);
    if (known != memories.end())
      joined.insert({access.memory, known->second});
    include(joined[access.memory], op, access);
  }
  return llvm::all_of(joined, [](const auto &entry) { return entry.second.isSafe(); });
}

bool LoopChain::isIndependent(Operation *op) const {
  bool isIndependent = true;
  auto visit = [&](Operation *user, Value buffer) {
    auto known = memories.find(getViewedMemory(buffer));
    bool writes = hasEffect<MemoryEffects::Write>(user, buffer);
    if (known != memories.end() && (known->second.isWritten || writes))
      isIndependent = false;
  };
  for (Value operand : op->getOperands())
    if (isa<MemRefType>(operand.getType()))
      visit(op, operand);
  forEachInnerBuffer(op, visit);
  return isIndependent;
}

int64_t LoopChain::getSharedBytes() const {
  int64_t bytes = 0;
  for (const auto &[memory, state] : memories)
    if (state.ops > 1 && state.isStepped)
      bytes += steps * state.pitch * getElementBytes(memory);
  return bytes;
}

int64_t LoopChain::getStepBytes() const {
  int64_t bytes = 0;
  for (const auto &[memory, state] : memories)
    bytes += (state.isStepped ? state.pitch : state.end - state.begin) * getElementBytes(memory);
  return bytes;
}

/// Calls `visit` with each op that touches `memref`, directly or through views.
static bool allTouch(Value memref, llvm::function_ref<bool(Operation *)> visit) {
  return llvm::all_of(memref.getUsers(), [&](Operation *user) {
    return isa<ViewLikeOpInterface>(user) ? allTouch(user->getResult(0), visit) : visit(user);
  });
}

std::optional<LoopChain::Window> LoopChain::getOwnWindow(Value memory) const {
  auto known = memories.find(memory);
  if (known == memories.end() || !memory.getDefiningOp<memref::AllocOp>())
    return std::nullopt;
  const Memory &state = known->second;
  if (!state.isStepped || state.end - state.begin > state.pitch ||
      !allTouch(memory, [&](Operation *user) {
        return llvm::any_of(links, [&](const Link &link) { return link.op == user; });
      }))
    return std::nullopt;
  return Window{state.begin, state.pitch};
}

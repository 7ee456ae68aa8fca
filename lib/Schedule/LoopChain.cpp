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

SmallVector<int64_t> LoopStep::getShift(unsigned operand) const {
  auto getOffsets = [&](Operation *part) {
    Value box = part->getOperand(operand);
    SmallVector<int64_t> offsets(cast<MemRefType>(box.getType()).getRank(), 0);
    if (box != op->getOperand(operand))
      offsets.assign(box.getDefiningOp<memref::SubViewOp>().getStaticOffsets());
    return offsets;
  };
  SmallVector<int64_t> shift = getOffsets(second);
  for (auto [later, earlier] : llvm::zip_equal(shift, getOffsets(first)))
    later -= earlier;
  return shift;
}

LoopStep::LoopStep(PartitionableOpInterface op, unsigned axis, int64_t size)
    : op(op), before(op->getPrevNode()) {
  OpBuilder builder(op);
  op.createPart(builder, axis, 0, size);
  first = op->getPrevNode();
  op.createPart(builder, axis, size, 2 * size);
  second = op->getPrevNode();
}

LoopStep::~LoopStep() {
  while (op->getPrevNode() != before)
    op->getPrevNode()->erase();
}

/// What a step touches.
static SmallVector<StepAccess> getAccesses(const LoopStep &step) {
  SmallVector<StepAccess> accesses;
  Operation *op = step.getOp();
  for (auto [number, whole, box] :
       llvm::enumerate(op->getOperands(), step.getFirst()->getOperands())) {
    auto type = dyn_cast<MemRefType>(whole.getType());
    if (!type)
      continue;
    StridedLayout layout = StridedLayout::of(type);
    StepAccess access{getViewedMemory(whole), layout.offset, 0, 1,
                      hasEffect<MemoryEffects::Write>(op, whole)};
    for (auto [size, shift, stride] : llvm::zip_equal(cast<MemRefType>(box.getType()).getShape(),
                                                      step.getShift(number), layout.strides)) {
      access.length += (size - 1) * stride;
      access.pitch += shift * stride;
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

static int64_t getBytes(Value buffer) {
  return cast<MemRefType>(buffer.getType()).getNumElements() * getElementBytes(buffer);
}

bool LoopChain::isConvolution(Operation *op) {
  return isa<qint::ScheduledConv2DOp, qint::ScheduledDepthwiseConv2DOp>(op);
}

/// How often what a convolution's band may touch, and the image for which bands are
/// worth while, hold the bytes of a band of other loops: they are meant for the
/// second-level cache, which the image leaves.
constexpr int64_t kConvolutionBands = 8, kMinImageBands = 32;

/// Whether a convolution gains by bands: one of floats, whose epilogue only adds and
/// clamps, on an image that leaves the cache, with weights that stay there.
bool LoopChain::isBandedConvolution(Operation *op, int64_t bandBytes) {
  if (!isConvolution(op) || !getElementTypeOrSelf(op->getOperand(0)).isF32())
    return false;
  Value output = op->getOperands().back();
  int64_t image = getBytes(op->getOperand(0)) + getBytes(output);
  int64_t weights = getBytes(op->getOperand(1));
  return image >= kMinImageBands * bandBytes &&
         (bandBytes == 0 || weights <= kConvolutionBands * bandBytes);
}

bool LoopChain::isLoop(Operation *op, int64_t bandBytes) {
  return isa<linalg::LinalgOp, qint::ScheduledReduceOp, qint::ScheduledBatchMatmulOp>(op) ||
         isBandedConvolution(op, bandBytes);
}

int64_t LoopChain::getBandSteps() const {
  int64_t bytes = hasConvolution() ? kConvolutionBands * bandBytes : bandBytes;
  auto most = std::clamp<int64_t>(bytes / std::max<int64_t>(1, getStepBytes()), 1, steps);
  int64_t divisor = most;
  while (steps % divisor != 0)
    --divisor;
  // An image of 14 x 14 patches and the token of its class are 197 rows, a prime number:
  // one by one, each would wait for the maximum and the sum of its own.
  bool isUneven = 2 * divisor < most;
  return isUneven ? llvm::bit_floor<uint64_t>(std::min(most, steps / 2)) : divisor;
}

/// Whether `op` may be cut into steps of `size` along an axis.
static bool canCut(Operation *op, unsigned number, const PartitionAxis &axis, int64_t size) {
  // Grains of element-wise loops only keep cores off each other's cache lines.
  if (isa<linalg::LinalgOp>(op))
    return true;
  // Tiles of a step are of nearly equal size. Steps of channels would read all of the
  // image again.
  if (LoopChain::isConvolution(op))
    return size >= axis.grain && number != 3;
  // Each band of rows would read or pack all of the right matrix again.
  if (isa<qint::ScheduledBatchMatmulOp>(op) && number != 0)
    return false;
  return size % axis.grain == 0;
}

/// Whether steps write different elements, except to the scratch of a product.
static bool writesInSteps(Operation *op, ArrayRef<StepAccess> accesses) {
  return isa<qint::ScheduledBatchMatmulOp>(op) ||
         llvm::none_of(accesses, [](const StepAccess &access) {
           return access.isWritten && access.pitch == 0;
         });
}

bool LoopChain::add(PartitionableOpInterface op) {
  if (!isLoop(op, bandBytes))
    return false;
  for (auto [number, axis] : llvm::enumerate(op.getPartitionAxes())) {
    int64_t size = axis.extent / steps;
    if (axis.extent % steps != 0 || size == 0 || !canCut(op, number, axis, size))
      continue;
    SmallVector<StepAccess> accesses = getAccesses(LoopStep(op, number, size));
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
  memory.isRead |= !access.isWritten;
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

bool LoopChain::hasConvolution() const {
  return llvm::any_of(links, [](const Link &link) { return isConvolution(link.op); });
}

int64_t LoopChain::getSharedBytes() const {
  int64_t bytes = 0;
  for (const auto &[memory, state] : memories)
    if (state.ops > 1 && state.isRead && state.isStepped)
      bytes += steps * state.pitch * getElementBytes(memory);
  return bytes;
}

int64_t LoopChain::getStepBytes() const {
  int64_t bytes = 0;
  for (const auto &[memory, state] : memories) {
    // Weights stay where they are.
    if (hasConvolution() && !state.isStepped && memory.getDefiningOp<memref::GetGlobalOp>())
      continue;
    bytes += (state.isStepped ? state.pitch : state.end - state.begin) * getElementBytes(memory);
  }
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

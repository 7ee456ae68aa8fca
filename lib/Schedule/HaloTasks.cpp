#include "HaloTasks.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace qopt;

namespace {

/// What a memory is cut at for the tasks that write parts of an image in it.
class MemoryCut {
public:
  /// `parts` are what the tasks write, in order, of an image [batch, height, width,
  /// channels] or of less dimensions.
  static std::optional<MemoryCut> at(ArrayRef<StridedLayout> parts);

  /// What task `number` has of `whole`; none where the cut goes through its elements.
  std::optional<StridedLayout> takeShare(const StridedLayout &whole, size_t number) const;

private:
  /// Elements of a pixel where tasks have channels of each; 0 where they have rows.
  int64_t pixel = 0;
  /// Where the share of each task but the first begins: from the start of a pixel, or of
  /// the memory.
  SmallVector<int64_t> begins;
};

} // namespace

std::optional<MemoryCut> MemoryCut::at(ArrayRef<StridedLayout> parts) {
  const StridedLayout &first = parts.front();
  size_t rank = first.sizes.size();
  if (rank < 3 || first.strides.back() != 1 || !llvm::is_sorted(llvm::reverse(first.strides)))
    return std::nullopt;
  MemoryCut cut;
  int64_t pixel = first.strides[rank - 2], row = first.strides[rank - 3];
  bool isByChannels = parts[1].offset - first.offset < pixel;
  cut.pixel = isByChannels ? pixel : 0;
  for (const StridedLayout &part : parts.drop_front()) {
    // Rows begin with their part of the halo.
    int64_t begin = isByChannels ? part.offset % pixel : part.offset - first.offset % row;
    if (begin <= (cut.begins.empty() ? 0 : cut.begins.back()))
      return std::nullopt;
    cut.begins.push_back(begin);
  }
  return cut;
}

std::optional<StridedLayout> MemoryCut::takeShare(const StridedLayout &whole, size_t number) const {
  if (pixel != 0) {
    StridedLayout share = whole;
    if (whole.offset % pixel != 0 || whole.strides.back() != 1 || whole.sizes.back() % pixel != 0)
      return std::nullopt;
    share.sizes.back() /= pixel;
    share.strides.back() = pixel;
    int64_t begin = number == 0 ? 0 : begins[number - 1];
    share.sizes.push_back((number == begins.size() ? pixel : begins[number]) - begin);
    share.strides.push_back(1);
    share.offset += begin;
    return share;
  }
  return takeSteps(whole, number == 0 ? std::numeric_limits<int64_t>::min() : begins[number - 1],
                   number == begins.size() ? std::numeric_limits<int64_t>::max() : begins[number]);
}

StridedLayout qopt::takeSteps(const StridedLayout &layout, int64_t begin, int64_t end) {
  StridedLayout steps = layout;
  auto findStep = [&](int64_t element) -> int64_t {
    int64_t last = layout.offset + layout.sizes.front() * layout.strides.front();
    element = std::clamp(element, layout.offset, last);
    return llvm::divideCeil(element - layout.offset, layout.strides.front());
  };
  steps.sizes.front() = std::max<int64_t>(0, findStep(end) - findStep(begin));
  steps.offset += findStep(begin) * layout.strides.front();
  return steps;
}

bool qopt::doesWork(Operation *op) { return !isPure(op) && !isa<memref::AllocOp>(op); }

SmallVector<linalg::FillOp> qopt::findFills(Operation *op) {
  SmallVector<linalg::FillOp> fills;
  for (Operation *before = op->getPrevNode(); before; before = before->getPrevNode()) {
    if (auto fill = dyn_cast<linalg::FillOp>(before))
      fills.push_back(fill);
    else if (doesWork(before))
      break;
  }
  return fills;
}

/// The only part of `memory` that the op of `task` touches, if it does nothing but write
/// it.
static std::optional<StridedLayout> findWritten(Region &task, Value memory) {
  std::optional<StridedLayout> written;
  for (Operation &op : task.front()) {
    auto effects = dyn_cast<MemoryEffectOpInterface>(op);
    // Other fills have been shared already.
    if (!effects || isPure(&op) || isa<linalg::FillOp>(op))
      continue;
    for (Value operand : op.getOperands()) {
      if (!isa<MemRefType>(operand.getType()) || getViewedMemory(operand) != memory)
        continue;
      StridedLayout layout = StridedLayout::of(cast<MemRefType>(operand.getType()));
      if (written || effects.getEffectOnValue<MemoryEffects::Read>(operand) ||
          ShapedType::isDynamic(layout.offset))
        return std::nullopt;
      written = layout;
    }
  }
  return written;
}

static void shareFill(linalg::FillOp fill, qint::TaskParallelOp tasks) {
  Value target = fill.getDpsInits().front();
  SmallVector<StridedLayout> parts, shares;
  for (Region &task : tasks.getTasks()) {
    std::optional<StridedLayout> part = findWritten(task, getViewedMemory(target));
    if (!part)
      return;
    parts.push_back(*part);
  }
  std::optional<MemoryCut> cut = MemoryCut::at(parts);
  auto whole = StridedLayout::of(cast<MemRefType>(target.getType()));
  for (size_t i = 0; cut && i < parts.size(); ++i)
    if (std::optional<StridedLayout> share = cut->takeShare(whole, i))
      shares.push_back(*share);
  if (shares.size() != parts.size())
    return;
  for (auto [share, task] : llvm::zip_equal(shares, tasks.getTasks())) {
    if (llvm::is_contained(share.sizes, 0))
      continue;
    OpBuilder builder = OpBuilder::atBlockEnd(&task.front());
    linalg::FillOp::create(builder, fill.getLoc(), fill.getInputs(),
                           createView(builder, fill.getLoc(), target, share));
  }
  fill.erase();
}

void qopt::shareHalos(qint::TaskParallelOp tasks) {
  for (linalg::FillOp fill : findFills(tasks))
    shareFill(fill, tasks);
}

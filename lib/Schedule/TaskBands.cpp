#include "TaskBands.h"

#include "HaloTasks.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;

static StridedLayout getLayout(Value buffer) {
  return StridedLayout::of(cast<MemRefType>(buffer.getType()));
}

static std::optional<unsigned> findRows(PartitionableOpInterface op) {
  for (auto [number, axis] : llvm::enumerate(op.getPartitionAxes()))
    if (axis.name == "rows" && axis.extent > axis.grain)
      return number;
  return std::nullopt;
}

/// The next op behind `op` that does something.
static Operation *findNext(Operation *op) {
  do
    op = op->getNextNode();
  while (op && !doesWork(op));
  return op;
}

/// The only operand of `op` in `memory`, if `op` has nothing but the effect on it.
template <typename Effect> static std::optional<unsigned> findOperand(Operation *op, Value memory) {
  std::optional<unsigned> found;
  auto effects = cast<MemoryEffectOpInterface>(op);
  for (OpOperand &operand : op->getOpOperands()) {
    if (!isa<MemRefType>(operand.get().getType()) || getViewedMemory(operand.get()) != memory)
      continue;
    SmallVector<MemoryEffects::EffectInstance> all;
    effects.getEffectsOnValue(operand.get(), all);
    if (found || all.size() != 1 || !isa<Effect>(all.front().getEffect()))
      return std::nullopt;
    found = operand.getOperandNumber();
  }
  return found;
}

std::optional<BandedPair> BandedPair::find(PartitionableOpInterface first) {
  BandedPair pair;
  pair.first = first;
  pair.second = dyn_cast_or_null<PartitionableOpInterface>(findNext(first));
  if (!pair.second || !isa<MemoryEffectOpInterface>(*first) ||
      !isa<MemoryEffectOpInterface>(*pair.second))
    return std::nullopt;
  std::optional<unsigned> firstAxis = findRows(first), secondAxis = findRows(pair.second);
  // Bands of the first op begin at any row.
  if (!firstAxis || !secondAxis || first.getPartitionAxes()[*firstAxis].grain != 1)
    return std::nullopt;
  pair.firstAxis = *firstAxis;
  pair.secondAxis = *secondAxis;
  pair.fills = findFills(first);
  for (OpOperand &operand : first->getOpOperands()) {
    if (!isa<MemRefType>(operand.get().getType()))
      continue;
    pair.memory = getViewedMemory(operand.get());
    std::optional<unsigned> output = findOperand<MemoryEffects::Write>(first, pair.memory);
    std::optional<unsigned> input = findOperand<MemoryEffects::Read>(pair.second, pair.memory);
    if (!output || !input)
      continue;
    pair.output = *output;
    pair.input = *input;
    llvm::erase_if(pair.fills, [&](linalg::FillOp fill) {
      return getViewedMemory(fill.getDpsInits().front()) != pair.memory;
    });
    if (pair.isPrivate())
      return pair;
  }
  return std::nullopt;
}

/// Whether nobody else touches the memory, and rows of one image follow one another in it.
bool BandedPair::isPrivate() const {
  if (!memory.getDefiningOp<memref::AllocOp>() || fills.empty())
    return false;
  std::function<bool(Value)> isUsedHere = [&](Value buffer) {
    return llvm::all_of(buffer.getUsers(), [&](Operation *user) {
      if (isa<ViewLikeOpInterface>(user))
        return isUsedHere(user->getResult(0));
      return user == first || user == second || llvm::is_contained(fills, user);
    });
  };
  auto isImage = [](const StridedLayout &layout) {
    return layout.sizes.size() == 4 && layout.sizes[0] == 1 && layout.strides[3] == 1;
  };
  StridedLayout written = getLayout(first->getOperand(output));
  StridedLayout read = getLayout(second->getOperand(input));
  return isUsedHere(memory) && isImage(written) && isImage(read) &&
         written.strides[1] == read.strides[1];
}

qint::TaskParallelOp BandedPair::createTasks(unsigned threads) {
  SmallVector<PartitionAxis::Share> shares =
      second.getPartitionAxes()[secondAxis].getShares(threads);
  OpBuilder builder(second);
  auto tasks = qint::TaskParallelOp::create(builder, first.getLoc(), shares.size());
  for (auto [share, task] : llvm::zip_equal(shares, tasks.getTasks()))
    fillTask(task, share);
  return tasks;
}

/// Lets `task` compute some of the rows of the second op.
void BandedPair::fillTask(Region &task, PartitionAxis::Share rows) {
  OpBuilder builder = OpBuilder::atBlockBegin(&task.front());
  second.createPart(builder, secondAxis, rows.begin, rows.end);
  Operation *part = &task.front().back();
  StridedLayout read = getLayout(part->getOperand(input));
  int64_t pitch = read.strides[1];
  Band band;
  band.begin = read.offset - read.offset % pitch;
  band.end = band.begin + read.sizes[1] * pitch;
  OpBuilder outside(task.getParentOp());
  Type element = cast<MemRefType>(memory.getType()).getElementType();
  band.memory = memref::AllocOp::create(outside, memory.getLoc(),
                                        MemRefType::get({band.end - band.begin}, element));
  moveToBand(part, band);
  builder.setInsertionPointToStart(&task.front());
  createFills(builder, band);
  createFirstPart(builder, band);
}

/// The rows of the first op that lie in `band`.
void BandedPair::createFirstPart(OpBuilder &builder, const Band &band) {
  StridedLayout written = getLayout(first->getOperand(output));
  auto findRow = [&](int64_t element) {
    return std::clamp<int64_t>(llvm::divideCeilSigned(element - written.offset, written.strides[1]),
                               0, written.sizes[1]);
  };
  int64_t begin = findRow(band.begin), end = findRow(band.end);
  // All of its windows may lie in the halo.
  if (begin == end)
    return;
  first.createPart(builder, firstAxis, begin, end);
  moveToBand(&*std::prev(builder.getInsertionPoint()), band);
}

void BandedPair::createFills(OpBuilder &builder, const Band &band) {
  for (linalg::FillOp fill : fills) {
    StridedLayout layout = getLayout(fill.getDpsInits().front());
    layout = takeSteps(layout, band.begin, band.end);
    if (llvm::is_contained(layout.sizes, 0))
      continue;
    layout.offset -= band.begin;
    Value view = createView(builder, fill.getLoc(), band.memory, layout);
    linalg::FillOp::create(builder, fill.getLoc(), fill.getInputs(), view);
  }
}

/// Lets `part` use `band` in place of the shared memory.
void BandedPair::moveToBand(Operation *part, const Band &band) {
  OpBuilder builder(part);
  for (OpOperand &operand : part->getOpOperands()) {
    Value whole = operand.get();
    if (!isa<MemRefType>(whole.getType()) || getViewedMemory(whole) != memory)
      continue;
    StridedLayout layout = getLayout(whole);
    layout.offset -= band.begin;
    operand.set(createView(builder, part->getLoc(), band.memory, layout));
    if (Operation *view = whole.getDefiningOp(); view && isOpTriviallyDead(view))
      view->erase();
  }
}

void BandedPair::erase() {
  for (linalg::FillOp fill : fills)
    fill.erase();
  first.erase();
  second.erase();
}

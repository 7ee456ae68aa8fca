#include "WrittenMemory.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/Schedule/MemRefViews.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;

/// Bytes of a memory are counted in cache lines; those of large ones in blocks, so
/// that no memory has many more than this number.
constexpr int64_t kLineBytes = 64, kMaxBlocks = 1 << 16;

static int64_t getBytes(MemRefType type) {
  return type.getNumElements() * type.getElementTypeBitWidth() / 8;
}

static int64_t getBlockBytes(Value memory) {
  int64_t lines = llvm::divideCeil(getBytes(cast<MemRefType>(memory.getType())), kLineBytes);
  return kLineBytes * static_cast<int64_t>(llvm::divideCeil(lines, kMaxBlocks));
}

/// Calls `visit` with each run of neighbouring bytes of `buffer`, as its begin and
/// end in memory.
static void forEachRun(MemRefType buffer, llvm::function_ref<void(int64_t, int64_t)> visit) {
  StridedLayout layout = StridedLayout::of(buffer);
  int64_t elementBytes = buffer.getElementTypeBitWidth() / 8, run = 1;
  while (!layout.sizes.empty() && (layout.strides.back() == run || layout.sizes.back() == 1)) {
    run *= layout.sizes.pop_back_val();
    layout.strides.pop_back();
  }
  SmallVector<int64_t> index(layout.sizes.size(), 0);
  for (int64_t offset = layout.offset;;) {
    visit(offset * elementBytes, (offset + run) * elementBytes);
    size_t dimension = index.size();
    for (; dimension > 0; --dimension) {
      int64_t &i = index[dimension - 1];
      offset += layout.strides[dimension - 1];
      if (++i < layout.sizes[dimension - 1])
        break;
      offset -= i * layout.strides[dimension - 1];
      i = 0;
    }
    if (dimension == 0)
      return;
  }
}

/// All that the iterations of the loops around see of `buffer`.
static Value getWholeBuffer(Value buffer) {
  auto isDynamic = [](Value value) {
    return ShapedType::isDynamic(StridedLayout::of(cast<MemRefType>(value.getType())).offset);
  };
  while (isDynamic(buffer)) {
    auto band = buffer.getDefiningOp<memref::SubViewOp>();
    if (!band)
      return getViewedMemory(buffer);
    buffer = band.getSource();
  }
  return buffer;
}

/// Calls `visit` with each buffer on which `op`, or one inside of it, has the effect.
template <typename Effect>
static void forEachBuffer(Operation *op, llvm::function_ref<void(Value)> visit) {
  SetVector<Value> buffers;
  op->walk([&](MemoryEffectOpInterface effects) {
    for (Value operand : effects->getOperands())
      if (isa<MemRefType>(operand.getType()) && effects.getEffectOnValue<Effect>(operand))
        buffers.insert(getWholeBuffer(operand));
  });
  for (Value buffer : buffers)
    if (auto type = cast<MemRefType>(buffer.getType());
        !ShapedType::isDynamic(StridedLayout::of(type).offset) && type.getNumElements() != 0)
      visit(buffer);
}

void WrittenMemory::recordWrites(Operation *op, unsigned task) {
  forEachBuffer<MemoryEffects::Write>(op, [&](Value buffer) {
    Value memory = getViewedMemory(buffer);
    int64_t blockBytes = getBlockBytes(memory);
    auto &blocks = writers[memory];
    blocks.resize(llvm::divideCeil(getBytes(cast<MemRefType>(memory.getType())), blockBytes), 0);
    forEachRun(cast<MemRefType>(buffer.getType()), [&](int64_t begin, int64_t end) {
      for (int64_t i = begin / blockBytes; i * blockBytes < end; ++i)
        blocks[i] = task + 1;
    });
  });
}

int64_t WrittenMemory::countForeignBytes(Operation *op, unsigned task) const {
  int64_t bytes = 0;
  forEachBuffer<MemoryEffects::Read>(op, [&](Value buffer) {
    Value memory = getViewedMemory(buffer);
    auto found = writers.find(memory);
    if (found == writers.end())
      return;
    int64_t blockBytes = getBlockBytes(memory);
    forEachRun(cast<MemRefType>(buffer.getType()), [&](int64_t begin, int64_t end) {
      for (int64_t i = begin / blockBytes; i * blockBytes < end; ++i)
        if (unsigned writer = found->second[i]; writer != 0 && writer != task + 1)
          bytes += std::min((i + 1) * blockBytes, end) - std::max(i * blockBytes, begin);
    });
  });
  return bytes;
}

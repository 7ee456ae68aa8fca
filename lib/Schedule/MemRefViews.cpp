#include "qopt/Schedule/MemRefViews.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace qopt;

StridedLayout StridedLayout::of(MemRefType type) {
  StridedLayout layout;
  layout.sizes.assign(type.getShape().begin(), type.getShape().end());
  [[maybe_unused]] LogicalResult strided = type.getStridesAndOffset(layout.strides, layout.offset);
  assert(succeeded(strided) && "buffers have strided layouts");
  return layout;
}

StridedLayout StridedLayout::contiguous(ArrayRef<int64_t> sizes) {
  StridedLayout layout;
  layout.sizes.assign(sizes.begin(), sizes.end());
  layout.strides.assign(sizes.size(), 1);
  for (size_t i = sizes.size(); i-- > 1;)
    layout.strides[i - 1] = layout.strides[i] * sizes[i];
  return layout;
}

MemRefType StridedLayout::getType(Type elementType, Attribute memorySpace) const {
  MemRefLayoutAttrInterface layout;
  if (offset != 0 || strides != contiguous(sizes).strides)
    layout = StridedLayoutAttr::get(elementType.getContext(), offset, strides);
  return MemRefType::get(sizes, elementType, layout, memorySpace);
}

std::optional<StridedLayout> StridedLayout::reshape(ArrayRef<int64_t> newSizes) const {
  StridedLayout result;
  result.offset = offset;
  result.sizes.assign(newSizes.begin(), newSizes.end());
  result.strides.assign(newSizes.size(), 1);

  // Without the loops of one iteration, and with joined ones where memory is
  // contiguous, each remaining old dimension is a product of new ones.
  StridedLoops loops{sizes, {strides}};
  loops.collapse();
  size_t old = loops.sizes.size();
  int64_t room = 1, stride = 1;
  for (size_t i = newSizes.size(); i-- > 0;) {
    if (room == 1 && newSizes[i] != 1) {
      if (old == 0)
        return std::nullopt;
      --old;
      room = loops.sizes[old];
      stride = loops.strides[0][old];
    }
    if (room % newSizes[i] != 0)
      return std::nullopt;
    result.strides[i] = stride;
    room /= newSizes[i];
    stride *= newSizes[i];
  }
  return result;
}

void StridedLoops::collapse() {
  StridedLoops result;
  result.strides.resize(strides.size());
  for (auto [i, size] : llvm::enumerate(sizes)) {
    if (size == 1)
      continue;
    bool joins = !result.sizes.empty();
    for (auto [old, kept] : llvm::zip_equal(strides, result.strides))
      joins = joins && kept.back() == old[i] * size;
    for (auto [old, kept] : llvm::zip_equal(strides, result.strides)) {
      if (joins)
        kept.pop_back();
      kept.push_back(old[i]);
    }
    if (joins)
      result.sizes.back() *= size;
    else
      result.sizes.push_back(size);
  }
  // One loop is left at least: kernels need no form for scalars.
  if (result.sizes.empty()) {
    result.sizes.push_back(1);
    for (auto &kept : result.strides)
      kept.push_back(1);
  }
  *this = std::move(result);
}

Value qopt::createView(OpBuilder &builder, Location loc, Value memref,
                       const StridedLayout &layout) {
  auto type = cast<MemRefType>(memref.getType());
  MemRefType viewType = layout.getType(type.getElementType(), type.getMemorySpace());
  if (viewType == type)
    return memref;
  // Straight from the memory itself, not through other views of it.
  memref = getViewedMemory(memref);
  if (viewType == memref.getType())
    return memref;
  return memref::ReinterpretCastOp::create(builder, loc, viewType, memref, layout.offset,
                                           layout.sizes, layout.strides);
}

Value qopt::createReshapedView(OpBuilder &builder, Location loc, Value memref,
                               ArrayRef<int64_t> sizes) {
  std::optional<StridedLayout> layout =
      StridedLayout::of(cast<MemRefType>(memref.getType())).reshape(sizes);
  return layout ? createView(builder, loc, memref, *layout) : Value();
}

bool qopt::hasDenseRows(MemRefType type) {
  return type.getRank() == 0 || type.getShape().back() == 1 ||
         type.getStridesAndOffset().first.back() == 1;
}

Value qopt::createBox(OpBuilder &builder, Location loc, Value memref, ArrayRef<int64_t> offsets,
                      ArrayRef<int64_t> sizes) {
  auto type = cast<MemRefType>(memref.getType());
  if (type.getShape() == sizes)
    return memref;
  SmallVector<int64_t> steps(sizes.size(), 1);
  auto boxType = memref::SubViewOp::inferResultType(type, offsets, sizes, steps);
  return memref::SubViewOp::create(builder, loc, cast<MemRefType>(boxType), memref, offsets, sizes,
                                   steps);
}

Value qopt::getViewedMemory(Value memref) {
  while (auto view = memref.getDefiningOp<ViewLikeOpInterface>())
    memref = view.getViewSource();
  return memref;
}

/// The view of `memref` that has only the loops with a stride.
static Value createLoopView(OpBuilder &builder, Location loc, Value memref, ArrayRef<int64_t> sizes,
                            ArrayRef<int64_t> strides) {
  StridedLayout layout = StridedLayout::of(cast<MemRefType>(memref.getType()));
  layout.sizes.assign(sizes.begin(), sizes.end());
  layout.strides.assign(strides.begin(), strides.end());
  return createView(builder, loc, memref, layout);
}

void qopt::createCopy(OpBuilder &builder, Location loc, Value source, Value target) {
  StridedLayout from = StridedLayout::of(cast<MemRefType>(source.getType()));
  StridedLayout to = StridedLayout::of(cast<MemRefType>(target.getType()));
  StridedLoops loops{from.sizes, {from.strides, to.strides}};
  loops.collapse();
  source = createLoopView(builder, loc, source, loops.sizes, loops.strides[0]);
  target = createLoopView(builder, loc, target, loops.sizes, loops.strides[1]);
  linalg::CopyOp::create(builder, loc, source, target);
}

void qopt::createTranspose(OpBuilder &builder, Location loc, Value source, Value target,
                           ArrayRef<int64_t> permutation) {
  StridedLayout from = StridedLayout::of(cast<MemRefType>(source.getType()));
  StridedLayout to = StridedLayout::of(cast<MemRefType>(target.getType()));
  StridedLoops loops{to.sizes, {{}, to.strides}};
  for (int64_t dimension : permutation)
    loops.strides[0].push_back(from.strides[dimension]);
  loops.collapse();

  // The dimensions of the source view, outermost in memory first.
  SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(0, loops.sizes.size()));
  llvm::stable_sort(
      order, [&](int64_t a, int64_t b) { return loops.strides[0][a] > loops.strides[0][b]; });
  SmallVector<int64_t> sizes, strides, collapsed(order.size());
  for (auto [position, loop] : llvm::enumerate(order)) {
    sizes.push_back(loops.sizes[loop]);
    strides.push_back(loops.strides[0][loop]);
    collapsed[loop] = position;
  }
  source = createLoopView(builder, loc, source, sizes, strides);
  target = createLoopView(builder, loc, target, loops.sizes, loops.strides[1]);
  if (llvm::is_sorted(order))
    linalg::CopyOp::create(builder, loc, source, target);
  else
    linalg::TransposeOp::create(builder, loc, source, target, collapsed);
}

void qopt::createFill(OpBuilder &builder, Location loc, TypedAttr value, Value target) {
  StridedLayout to = StridedLayout::of(cast<MemRefType>(target.getType()));
  StridedLoops loops{to.sizes, {to.strides}};
  loops.collapse();
  target = createLoopView(builder, loc, target, loops.sizes, loops.strides[0]);
  Value scalar = arith::ConstantOp::create(builder, loc, value);
  linalg::FillOp::create(builder, loc, scalar, target);
}

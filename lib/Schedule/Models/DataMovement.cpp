#include "Models/DataMovement.h"

#include "mlir/Dialect/Utils/IndexingUtils.h"

using namespace mlir;
using namespace qopt;

static ArrayRef<int64_t> getShape(Value value) {
  return cast<ShapedType>(value.getType()).getShape();
}

void schedule::scheduleReshape(OpBuilder &builder, BufferAssignment &buffers, OpOperand &input,
                               Value result) {
  Location loc = input.getOwner()->getLoc();
  Value source = buffers.read(input.get());
  if (buffers.isInPlace(input))
    return;
  // Kernels read rows without gaps, which a column has once it becomes a row; those that
  // take matrices by columns find them transposed.
  bool isDense = hasDenseRows(cast<MemRefType>(source.getType()));
  if (!buffers.hasBuffer(result))
    if (Value view = createReshapedView(builder, loc, source, getShape(result));
        view && (!isDense || hasDenseRows(cast<MemRefType>(view.getType()))))
      return buffers.alias(result, view);
  // One of the two is contiguous: a buffer of the result's own always is.
  Value target = buffers.write(result);
  if (Value view = createReshapedView(builder, loc, target, getShape(source)))
    return createCopy(builder, loc, source, view);
  Value contiguous = buffers.temporary(loc, getShape(source), getElementTypeOrSelf(source));
  createCopy(builder, loc, source, contiguous);
  createCopy(builder, loc, createReshapedView(builder, loc, contiguous, getShape(target)), target);
}

void schedule::scheduleSlice(OpBuilder &builder, BufferAssignment &buffers, Value input,
                             ArrayRef<int64_t> offsets, Value result) {
  buffers.alias(
      result, createBox(builder, result.getLoc(), buffers.read(input), offsets, getShape(result)));
}

void schedule::scheduleInsert(OpBuilder &builder, BufferAssignment &buffers, OpOperand &input,
                              ArrayRef<int64_t> offsets, Value result) {
  Location loc = input.getOwner()->getLoc();
  Value source = buffers.read(input.get());
  if (buffers.isInPlace(input))
    return;
  Value target = createBox(builder, loc, buffers.write(result), offsets, getShape(source));
  createCopy(builder, loc, source, target);
}

SmallVector<int64_t> schedule::getConcatOffsets(OperandRange inputs, unsigned index, int64_t axis) {
  SmallVector<int64_t> offsets(getShape(inputs.front()).size(), 0);
  for (unsigned i = 0; i < index; ++i)
    offsets[axis] += getShape(inputs[i])[axis];
  return offsets;
}

bool schedule::isReshape(ArrayRef<int64_t> inputShape, ArrayRef<int64_t> permutation) {
  SmallVector<int64_t> moved;
  for (int64_t dimension : permutation)
    if (inputShape[dimension] != 1)
      moved.push_back(dimension);
  return llvm::is_sorted(moved);
}

StridedLayout schedule::permute(const StridedLayout &layout, ArrayRef<int64_t> permutation) {
  StridedLayout result = layout;
  for (auto [i, dim] : llvm::enumerate(permutation)) {
    result.sizes[i] = layout.sizes[dim];
    result.strides[i] = layout.strides[dim];
  }
  return result;
}

void schedule::scheduleTranspose(OpBuilder &builder, BufferAssignment &buffers, Value input,
                                 ArrayRef<int64_t> permutation, Value result) {
  Location loc = result.getLoc();
  // Images are quantized and stored by channels in one loop. Longer computations would be
  // repeated for too many rows of the blocks that are transposed in registers.
  if (buffers.countPending(input) == 1 && input.hasOneUse()) {
    Value target = buffers.write(result);
    StridedLayout layout = StridedLayout::of(cast<MemRefType>(target.getType()));
    SmallVector<int64_t> inverse = invertPermutationVector(permutation);
    buffers.alias(input, createView(builder, loc, target, permute(layout, inverse)));
    buffers.read(input);
    return;
  }
  Value source = buffers.read(input);
  createTranspose(builder, loc, source, buffers.write(result), permutation);
}

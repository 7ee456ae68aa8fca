#include "ImportBuilder.h"

#include "TensorElements.h"
#include "qopt/Support/Constants.h"

// Parts of a value: slices, and elements by index.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

/// Weights must stay constants.
Value ImportBuilder::sliceConstant(tosa::ConstOp constant, ArrayRef<float> values,
                                   ArrayRef<int64_t> start, ArrayRef<int64_t> size) {
  Shape strides = computeStrides(getShape(constant));
  int64_t offset = 0;
  for (auto [stride, first] : llvm::zip_equal(strides, start))
    offset += stride * first;
  Shape own = computeStrides(size);
  SmallVector<float> part;
  for (int64_t i = 0, count = *countElements(size); i < count; ++i) {
    int64_t from = offset;
    for (size_t dim = 0; dim < own.size(); ++dim)
      from += i / own[dim] % size[dim] * strides[dim];
    part.push_back(values[from]);
  }
  Value result = createConstant(size, part);
  result.setLoc(constant.getLoc());
  return result;
}

Value ImportBuilder::slice(Value value, ArrayRef<int64_t> start, ArrayRef<int64_t> size) {
  if (getShape(value) == size)
    return value;
  if (auto constant = value.getDefiningOp<tosa::ConstOp>())
    if (FailureOr<SmallVector<float>> floats = readFloatElements(constant.getValues());
        succeeded(floats))
      return sliceConstant(constant, *floats, start, size);
  return tosa::SliceOp::create(*this, getTypeLike(value, size), value, createShape(start),
                               createShape(size));
}

Value ImportBuilder::gatherRows(Value value, ArrayRef<int32_t> indices) {
  Shape shape(getShape(value));
  SmallVector<int32_t> all;
  for (int64_t batch = 0; batch < shape[0]; ++batch)
    llvm::append_range(all, indices);
  auto count = static_cast<int64_t>(indices.size());
  Value constant = createIndices({shape[0], count}, all);
  return tosa::GatherOp::create(*this, getTypeLike(value, {shape[0], count, shape[2]}), value,
                                constant);
}

/// A step of s: groups of s elements, of which one is kept.
Value ImportBuilder::takeStrided(Value value, int64_t axis, int64_t start, int64_t step,
                                 int64_t count) {
  Shape shape(getShape(value)), offset(shape.size(), 0);
  int64_t missing = start + count * step - shape[axis];
  // The last group may lack elements: begin the groups earlier, or pad.
  int64_t shift = std::clamp<int64_t>(missing, 0, start);
  if (missing > shift) {
    Shape padding(2 * shape.size(), 0);
    padding[2 * axis + 1] = missing - shift;
    value = pad(value, padding, 0.0f);
  }
  offset[axis] = start - shift;
  shape[axis] = count * step;
  Value groups = slice(value, offset, shape);
  Shape split = shape, begin(shape.size() + 1, 0);
  split[axis] = count;
  split.insert(split.begin() + axis + 1, step);
  groups = reshape(groups, split);
  begin[axis + 1] = shift;
  split[axis + 1] = 1;
  shape[axis] = count;
  return reshape(slice(groups, begin, split), shape);
}

Value ImportBuilder::take(Value value, int64_t axis, ArrayRef<int64_t> indices) {
  Shape shape(getShape(value)), start(shape.size(), 0);
  auto count = static_cast<int64_t>(indices.size());
  int64_t step = count > 1 ? indices[1] - indices[0] : 1;
  bool isRegular = step != 0;
  for (int64_t i = 1; i < count; ++i)
    isRegular &= indices[i] - indices[i - 1] == step;
  if (isRegular && step < 0)
    return reverse(take(value, axis, llvm::to_vector(llvm::reverse(indices))), axis);
  if (isRegular && step > 1)
    return takeStrided(value, axis, indices.front(), step, count);
  if (isRegular) {
    start[axis] = indices.front();
    shape[axis] = count;
    return slice(value, start, shape);
  }
  int64_t outer = *countElements(ArrayRef(shape).take_front(axis));
  int64_t inner = *countElements(ArrayRef(shape).drop_front(axis + 1));
  Value rows = reshape(value, {outer, shape[axis], inner});
  shape[axis] = count;
  return reshape(gatherRows(rows, SmallVector<int32_t>(indices.begin(), indices.end())), shape);
}

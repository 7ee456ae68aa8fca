// Ops that move elements of any type without looking at them.

#include "Kernel.h"
#include "StridedCopy.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareConstant(Operation *op, Attribute value) {
  FailureOr<Tensor> tensor = decodeConstant(op, value, getTensorType(op->getResult(0)));
  if (failed(tensor))
    return failure();
  return Kernel(
      [tensor = std::move(*tensor)](ArrayRef<const Tensor *>, Tensor &result) { result = tensor; });
}

FailureOr<Kernel> prepareTosaConst(tosa::ConstOp op, const Constants &) {
  return prepareConstant(op, op.getValues());
}

FailureOr<Kernel> prepareArithConstant(arith::ConstantOp op, const Constants &) {
  return prepareConstant(op, op.getValue());
}

/// Its elements are undefined; here they are zero.
FailureOr<Kernel> prepareEmpty(tensor::EmptyOp, const Constants &) {
  return Kernel([](ArrayRef<const Tensor *>, Tensor &) {});
}

//===----------------------------------------------------------------------===//
// Identity and reshape
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareIdentity(tosa::IdentityOp, const Constants &) { return Kernel(); }

template <typename Op> FailureOr<Kernel> prepareReshape(Op op, const Constants &) {
  auto input = getTensorType(op->getOperand(0)), output = getTensorType(op->getResult(0));
  if (input.getElementType() != output.getElementType() ||
      input.getNumElements() != output.getNumElements())
    return refuse(op) << input << " and " << output << " do not hold the same elements";
  return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::memcpy(result.data(), operands[0]->data(), result.getSizeInBytes());
  });
}

//===----------------------------------------------------------------------===//
// Strided copies
//===----------------------------------------------------------------------===//

LogicalResult requireSameElementType(Operation *op) {
  Type from = getElementType(op->getOperand(0)), to = getElementType(op->getResult(0));
  if (from != to)
    return refuse(op) << "it moves elements of type " << from << " into " << to;
  return success();
}

FailureOr<Kernel> copyKernel(Operation *op, StridedCopy copy) {
  if (failed(requireSameElementType(op)))
    return failure();
  return Kernel([copy = std::move(copy)](ArrayRef<const Tensor *> operands, Tensor &result) {
    copy.run(Tensor::elementBytes(result.getType().getElementType()), operands[0]->data(),
             result.data());
  });
}

template <typename Integer>
FailureOr<Kernel> prepareTranspose(Operation *op, ArrayRef<Integer> permutation) {
  ArrayRef<int64_t> input = getShape(op->getOperand(0));
  SmallVector<int64_t> dims(permutation.begin(), permutation.end());
  if (dims.size() != input.size() || !isPermutationVector(dims))
    return refuse(op) << "its permutation does not fit an operand of rank " << input.size();
  SmallVector<int64_t> inputStrides = rowMajorStrides(input);
  SmallVector<int64_t> shape = applyPermutation(input, dims);
  if (failed(requireResultShape(op, shape)))
    return failure();
  return copyKernel(op, StridedCopy(shape, {0, applyPermutation(inputStrides, dims)},
                                    {0, rowMajorStrides(shape)}));
}

FailureOr<Kernel> prepareTosaTranspose(tosa::TransposeOp op, const Constants &) {
  return prepareTranspose(op, op.getPerms());
}

FailureOr<Kernel> prepareQIntTranspose(qint::TransposeOp op, const Constants &) {
  return prepareTranspose(op, op.getPermutation());
}

FailureOr<Kernel> prepareSlice(Operation *op, ArrayRef<int64_t> start) {
  ArrayRef<int64_t> input = getShape(op->getOperand(0)), shape = getShape(op->getResult(0));
  bool fits = start.size() == input.size() && shape.size() == input.size();
  for (size_t i = 0; fits && i < input.size(); ++i)
    fits = start[i] >= 0 && start[i] <= input[i] && shape[i] <= input[i] - start[i];
  if (!fits)
    return refuse(op) << "the slice leaves its operand, " << op->getOperand(0).getType();
  StridedView source{0, rowMajorStrides(input)};
  for (auto [index, stride] : llvm::zip_equal(start, source.strides))
    source.offset += index * stride;
  return copyKernel(op, StridedCopy(shape, source, {0, rowMajorStrides(shape)}));
}

FailureOr<Kernel> prepareTosaSlice(tosa::SliceOp op, const Constants &) {
  FailureOr<SmallVector<int64_t>> start = getConstantShape(op, op.getStart());
  if (failed(start))
    return failure();
  return prepareSlice(op, *start);
}

FailureOr<Kernel> prepareQIntSlice(qint::SliceOp op, const Constants &) {
  return prepareSlice(op, op.getStart());
}

FailureOr<Kernel> prepareReverse(tosa::ReverseOp op, const Constants &) {
  ArrayRef<int64_t> shape = getShape(op.getInput1());
  int64_t axis = op.getAxis();
  if (axis < 0 || axis >= static_cast<int64_t>(shape.size()))
    return refuse(op) << "axis " << axis << " is not a dimension of its operand";
  SmallVector<int64_t> strides = rowMajorStrides(shape);
  StridedView source{(shape[axis] - 1) * strides[axis], strides};
  source.strides[axis] = -strides[axis];
  return copyKernel(op, StridedCopy(shape, source, {0, strides}));
}

/// Reads the operand again and again: each dimension is split into one that
/// stands still and the operand's.
FailureOr<Kernel> prepareTile(tosa::TileOp op, const Constants &) {
  ArrayRef<int64_t> input = getShape(op.getInput1()), shape = getShape(op.getResult());
  SmallVector<int64_t> inputStrides = rowMajorStrides(input), strides = rowMajorStrides(shape);
  SmallVector<int64_t> box;
  StridedView source, target;
  for (size_t i = 0; i < input.size(); ++i) {
    if (input.size() != shape.size() || shape[i] % input[i] != 0)
      return refuse(op) << op.getResult().getType() << " is no multiple of its operand, "
                        << op.getInput1().getType();
    box.append({shape[i] / input[i], input[i]});
    source.strides.append({0, inputStrides[i]});
    target.strides.append({input[i] * strides[i], strides[i]});
  }
  return copyKernel(op, StridedCopy(box, source, target));
}

FailureOr<Kernel> prepareConcat(Operation *op, int64_t axis) {
  ArrayRef<int64_t> shape = getShape(op->getResult(0));
  SmallVector<int64_t> strides = rowMajorStrides(shape), expected(shape);
  if (axis < 0 || axis >= static_cast<int64_t>(shape.size()))
    return refuse(op) << "axis " << axis << " is not a dimension of its result";
  std::vector<StridedCopy> copies;
  int64_t start = 0;
  for (Value operand : op->getOperands()) {
    ArrayRef<int64_t> part = getShape(operand);
    if (part.size() != shape.size() || getElementType(operand) != getElementType(op->getResult(0)))
      return refuse(op) << operand.getType() << " does not fit the result";
    SmallVector<int64_t> others(part);
    others[axis] = shape[axis];
    if (failed(requireResultShape(op, others)))
      return failure();
    copies.emplace_back(part, StridedView{0, rowMajorStrides(part)},
                        StridedView{start * strides[axis], strides});
    start += part[axis];
  }
  expected[axis] = start;
  if (failed(requireResultShape(op, expected)))
    return failure();
  return Kernel([copies = std::move(copies)](ArrayRef<const Tensor *> operands, Tensor &result) {
    size_t bytes = Tensor::elementBytes(result.getType().getElementType());
    for (auto [copy, operand] : llvm::zip_equal(copies, operands))
      copy.run(bytes, operand->data(), result.data());
  });
}

FailureOr<Kernel> prepareTosaConcat(tosa::ConcatOp op, const Constants &) {
  return prepareConcat(op, op.getAxis());
}

FailureOr<Kernel> prepareQIntConcat(qint::ConcatOp op, const Constants &) {
  return prepareConcat(op, op.getAxis());
}

//===----------------------------------------------------------------------===//
// Pad
//===----------------------------------------------------------------------===//

/// Fills with `value`, the bytes of one element, then copies the operand.
FailureOr<Kernel> preparePad(Operation *op, ArrayRef<int64_t> low, ArrayRef<int64_t> high,
                             ArrayRef<char> value) {
  ArrayRef<int64_t> input = getShape(op->getOperand(0));
  if (low.size() != input.size() || high.size() != input.size())
    return refuse(op) << "it needs a padding for each dimension of its operand";
  SmallVector<int64_t> shape;
  for (auto [size, before, behind] : llvm::zip_equal(input, low, high)) {
    if (before < 0 || behind < 0)
      return refuse(op) << "negative padding; use a slice";
    shape.push_back(size + before + behind);
  }
  if (failed(requireResultShape(op, shape)) || failed(requireSameElementType(op)))
    return failure();
  StridedView target{0, rowMajorStrides(shape)};
  for (auto [before, stride] : llvm::zip_equal(low, target.strides))
    target.offset += before * stride;
  StridedCopy copy(input, {0, rowMajorStrides(input)}, target);
  return Kernel([copy, value = std::vector<char>(value.begin(), value.end())](
                    ArrayRef<const Tensor *> operands, Tensor &result) {
    for (size_t i = 0; i < result.getSizeInBytes(); i += value.size())
      std::memcpy(result.data() + i, value.data(), value.size());
    copy.run(value.size(), operands[0]->data(), result.data());
  });
}

FailureOr<Kernel> prepareTosaPad(tosa::PadOp op, const Constants &constants) {
  FailureOr<SmallVector<int64_t>> padding = getConstantShape(op, op.getPadding());
  if (failed(padding))
    return failure();
  std::shared_ptr<const Tensor> value = constants.lookup(op.getPadConst());
  Type element = getElementType(op.getInput1());
  if (!value || getElementType(op.getPadConst()) != element)
    return refuse(op) << "the padding value must be a constant of the operand's element type";
  SmallVector<int64_t> low, high;
  for (auto [i, amount] : llvm::enumerate(*padding))
    (i % 2 == 0 ? low : high).push_back(amount);
  return preparePad(op, low, high, {value->data(), Tensor::elementBytes(element)});
}

FailureOr<Kernel> prepareQIntPad(qint::PadOp op, const Constants &) {
  uint32_t value = op.getValue();
  // Little endian: the low bytes come first.
  return preparePad(op, op.getLow(), op.getHigh(),
                    {reinterpret_cast<const char *>(&value),
                     Tensor::elementBytes(getElementType(op.getInput()))});
}

//===----------------------------------------------------------------------===//
// Gather
//===----------------------------------------------------------------------===//

/// result[n, w] = values[n, indices[n, w]]; indices outside are limited to the
/// nearest row.
template <typename Index> Kernel gatherKernel(int64_t rows, int64_t rowBytes) {
  return [=](ArrayRef<const Tensor *> operands, Tensor &result) {
    ArrayRef<Index> indices = operands[1]->as<Index>();
    int64_t perBatch = operands[1]->getShape()[1];
    for (auto [i, index] : llvm::enumerate(indices)) {
      int64_t row = i / perBatch * rows + std::clamp<int64_t>(index, 0, rows - 1);
      std::memcpy(result.data() + i * rowBytes, operands[0]->data() + row * rowBytes, rowBytes);
    }
  };
}

FailureOr<Kernel> prepareGather(tosa::GatherOp op, const Constants &) {
  ArrayRef<int64_t> values = getShape(op.getValues()), indices = getShape(op.getIndices());
  if (values[0] != indices[0])
    return refuse(op) << "values and indices differ in batch size";
  if (failed(requireResultShape(op, {values[0], indices[1], values[2]})) ||
      failed(requireSameElementType(op)))
    return failure();
  int64_t rowBytes = values[2] * Tensor::elementBytes(getElementType(op.getValues()));
  if (getElementType(op.getIndices()).isInteger(32))
    return gatherKernel<int32_t>(values[1], rowBytes);
  if (getElementType(op.getIndices()).isInteger(64))
    return gatherKernel<int64_t>(values[1], rowBytes);
  return refuse(op) << "indices must be i32 or i64";
}

} // namespace

void reference::populateDataMovementKernels(KernelRegistry &registry) {
  registry.add<tosa::ConstOp>(prepareTosaConst);
  registry.add<arith::ConstantOp>(prepareArithConstant);
  registry.add<tensor::EmptyOp>(prepareEmpty);
  registry.add<tosa::IdentityOp>(prepareIdentity);
  registry.add<tosa::ReshapeOp>(prepareReshape);
  registry.add<qint::ReshapeOp>(prepareReshape);
  registry.add<tosa::TransposeOp>(prepareTosaTranspose);
  registry.add<qint::TransposeOp>(prepareQIntTranspose);
  registry.add<tosa::SliceOp>(prepareTosaSlice);
  registry.add<qint::SliceOp>(prepareQIntSlice);
  registry.add<tosa::ReverseOp>(prepareReverse);
  registry.add<tosa::TileOp>(prepareTile);
  registry.add<tosa::ConcatOp>(prepareTosaConcat);
  registry.add<qint::ConcatOp>(prepareQIntConcat);
  registry.add<tosa::PadOp>(prepareTosaPad);
  registry.add<qint::PadOp>(prepareQIntPad);
  registry.add<tosa::GatherOp>(prepareGather);
}

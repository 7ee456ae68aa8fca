#include "SoftmaxGroup.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;

std::optional<SoftmaxGroup> qopt::matchSoftmax(Operation *last) {
  auto mul = dyn_cast<tosa::MulOp>(last);
  if (!mul)
    return std::nullopt;
  for (unsigned i : {0u, 1u}) {
    auto exp = mul->getOperand(i).getDefiningOp<tosa::ExpOp>();
    auto reciprocal = mul->getOperand(1 - i).getDefiningOp<tosa::ReciprocalOp>();
    if (!exp || !reciprocal)
      continue;
    auto sum = reciprocal.getInput1().getDefiningOp<tosa::ReduceSumOp>();
    auto sub = exp.getInput1().getDefiningOp<tosa::SubOp>();
    if (!sum || !sub || sum.getInput() != exp.getOutput())
      continue;
    auto max = sub.getInput2().getDefiningOp<tosa::ReduceMaxOp>();
    if (!max || max.getInput() != sub.getInput1() || max.getAxis() != sum.getAxis())
      continue;
    return SoftmaxGroup{sub.getInput1(), static_cast<int64_t>(sum.getAxis())};
  }
  return std::nullopt;
}

FailureOr<Value> qopt::buildSoftmax(const SoftmaxGroup &softmax, IntegerBuilder &b) {
  const StoredValue &input = b.operand(0);
  auto type = cast<RankedTensorType>(input.integers.getType());
  if (input.grid.getStorageTypeIntegralWidth() != 8)
    return b.fail("softmax has an integer form on bytes only");
  if (type.getDimSize(softmax.axis) >= (1 << 16))
    return b.fail("softmax rows of 2^16 or more elements could overflow their sum");

  SmallVector<int32_t> exponentials(256);
  makeSoftmaxExponentials(input.scale(), exponentials);

  // The integer op works along the last dimension: bring the axis there.
  int64_t rank = type.getRank();
  bool isLast = softmax.axis == rank - 1;
  SmallVector<int64_t> permutation;
  Value integers = input.integers;
  if (!isLast) {
    for (int64_t i = 0; i < rank; ++i)
      permutation.push_back(i);
    std::swap(permutation[softmax.axis], permutation[rank - 1]);
    SmallVector<int64_t> shape;
    for (int64_t i : permutation)
      shape.push_back(type.getDimSize(i));
    integers =
        qint::TransposeOp::create(b.builder, b.loc, type.clone(shape), integers, permutation);
  }
  Value result =
      qint::SoftmaxOp::create(b.builder, b.loc, integers.getType(), integers, exponentials);
  if (!isLast) // a swap of two dimensions is its own inverse
    result = qint::TransposeOp::create(b.builder, b.loc, type, result, permutation);
  return result;
}

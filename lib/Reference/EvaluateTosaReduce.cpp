#include "ElementTypes.h"
#include "FloatRules.h"
#include "Kernel.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <algorithm>
#include <array>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// A tensor as [outer][size][inner], `size` being the reduced dimension.
struct ReducedView {
  int64_t outer, size, inner;
};

FailureOr<ReducedView> getReducedView(Operation *op, int64_t axis) {
  ArrayRef<int64_t> shape = getShape(op->getOperand(0));
  if (axis < 0 || axis >= static_cast<int64_t>(shape.size()))
    return refuse(op) << "axis " << axis << " is not a dimension of its operand";
  return ReducedView{ShapedType::getNumElements(shape.take_front(axis)), shape[axis],
                     ShapedType::getNumElements(shape.drop_front(axis + 1))};
}

/// Checks that the result is the operand with a reduced dimension of 1.
LogicalResult checkReduced(Operation *op, int64_t axis) {
  SmallVector<int64_t> shape(getShape(op->getOperand(0)));
  shape[axis] = 1;
  Type element = getElementType(op->getOperand(0));
  if (getElementType(op->getResult(0)) != element)
    return refuse(op) << "its operand and result differ in element type";
  return requireResultShape(op, shape);
}

/// Combines in ascending order along the dimension, starting with `initial`, or
/// with the first element if there is none.
template <typename T, typename Combine>
void reduce(ReducedView view, const T *input, T *output, std::optional<T> initial,
            Combine combine) {
  for (int64_t o = 0; o < view.outer; ++o, output += view.inner) {
    const T *slice = input + o * view.size * view.inner;
    if (initial)
      std::fill_n(output, view.inner, *initial);
    else
      std::copy_n(slice, view.inner, output);
    for (int64_t k = initial ? 0 : 1; k < view.size; ++k)
      for (int64_t i = 0; i < view.inner; ++i)
        output[i] = combine(output[i], slice[k * view.inner + i]);
  }
}

/// Element k goes to partial sum k mod 16; then i and i + 8 are added, i and
/// i + 4, i and i + 2, and the last two.
float sumInSixteenParts(ArrayRef<float> values) {
  std::array<float, 16> sums = {};
  for (auto [k, value] : llvm::enumerate(values))
    sums[k % 16] += value;
  for (size_t half = 8; half > 0; half /= 2)
    for (size_t i = 0; i < half; ++i)
      sums[i] += sums[i + half];
  return sums[0];
}

FailureOr<Kernel> prepareFloatSum(ReducedView view, bool isLastDimension) {
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    ArrayRef<float> input = operands[0]->as<float>();
    MutableArrayRef<float> output = result.as<float>();
    if (!isLastDimension) {
      reduce<float>(view, input.data(), output.data(), 0.0f, std::plus<float>());
      return;
    }
    for (int64_t o = 0; o < view.outer; ++o)
      output[o] = sumInSixteenParts(input.slice(o * view.size, view.size));
  });
}

/// Integers wrap.
FailureOr<Kernel> prepareReduceSum(tosa::ReduceSumOp op, const Constants &) {
  FailureOr<ReducedView> view = getReducedView(op, op.getAxis());
  if (failed(view) || failed(checkReduced(op, op.getAxis())))
    return failure();
  Type element = getElementType(op.getInput());
  if (element.isF32())
    return prepareFloatSum(*view, op.getAxis() + 1 == getShape(op.getInput()).size());
  return dispatchInteger(element, [&](auto zero) -> FailureOr<Kernel> {
    using T = decltype(zero);
    return Kernel([view = *view](ArrayRef<const Tensor *> operands, Tensor &result) {
      reduce<T>(view, operands[0]->as<T>().data(), result.as<T>().data(), T(0), [](T a, T b) {
        return static_cast<T>(static_cast<uint64_t>(a) + static_cast<uint64_t>(b));
      });
    });
  });
}

struct Larger {
  float operator()(float a, float b) const { return maximum(a, b); }
  template <typename T> T operator()(T a, T b) const { return std::max(a, b); }
};

struct Smaller {
  float operator()(float a, float b) const { return minimum(a, b); }
  template <typename T> T operator()(T a, T b) const { return std::min(a, b); }
};

template <typename Op, typename Combine>
FailureOr<Kernel> prepareExtremum(Op op, const Constants &) {
  FailureOr<ReducedView> view = getReducedView(op, op.getAxis());
  if (failed(view) || failed(checkReduced(op, op.getAxis())))
    return failure();
  if (op.getNanMode() != tosa::NanPropagationMode::PROPAGATE)
    return refuse(op) << "only `nan_mode = PROPAGATE` is supported";
  return dispatchElement(getElementType(op.getInput()), [&](auto zero) -> FailureOr<Kernel> {
    using T = decltype(zero);
    return Kernel([view = *view](ArrayRef<const Tensor *> operands, Tensor &result) {
      reduce<T>(view, operands[0]->as<T>().data(), result.as<T>().data(), std::nullopt, Combine());
    });
  });
}

/// The index of the first largest element; the first NaN counts as largest.
template <typename T> int64_t findLargest(const T *values, int64_t size, int64_t stride) {
  int64_t best = 0;
  for (int64_t k = 0; k < size; ++k) {
    T value = values[k * stride];
    if (value != value)
      return k;
    if (value > values[best * stride])
      best = k;
  }
  return best;
}

FailureOr<Kernel> prepareArgMax(tosa::ArgMaxOp op, const Constants &) {
  FailureOr<ReducedView> view = getReducedView(op, op.getAxis());
  if (failed(view))
    return failure();
  SmallVector<int64_t> shape(getShape(op.getInput()));
  shape.erase(shape.begin() + op.getAxis());
  if (failed(requireResultShape(op, shape)))
    return failure();
  if (!getElementType(op.getOutput()).isInteger(32))
    return refuse(op) << "its result must hold i32";
  if (op.getNanMode() != tosa::NanPropagationMode::PROPAGATE)
    return refuse(op) << "only `nan_mode = PROPAGATE` is supported";
  return dispatchElement(getElementType(op.getInput()), [&](auto zero) -> FailureOr<Kernel> {
    using T = decltype(zero);
    return Kernel([view = *view](ArrayRef<const Tensor *> operands, Tensor &result) {
      ArrayRef<T> input = operands[0]->as<T>();
      MutableArrayRef<int32_t> output = result.as<int32_t>();
      for (auto [i, index] : llvm::enumerate(output)) {
        int64_t start = i / view.inner * view.size * view.inner + i % view.inner;
        index = static_cast<int32_t>(findLargest(input.data() + start, view.size, view.inner));
      }
    });
  });
}

} // namespace

void reference::populateTosaReduceKernels(KernelRegistry &registry) {
  registry.add<tosa::ReduceSumOp>(prepareReduceSum);
  registry.add<tosa::ReduceMaxOp>(prepareExtremum<tosa::ReduceMaxOp, Larger>);
  registry.add<tosa::ReduceMinOp>(prepareExtremum<tosa::ReduceMinOp, Smaller>);
  registry.add<tosa::ArgMaxOp>(prepareArgMax);
}

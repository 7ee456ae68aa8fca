#include "Broadcast.h"
#include "ElementTypes.h"
#include "FloatRules.h"
#include "Kernel.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/FloatFunctions.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

//===----------------------------------------------------------------------===//
// Functions of one float
//===----------------------------------------------------------------------===//

float absolute(float x) { return std::fabs(x); }
float roundUp(float x) { return std::ceil(x); }
float roundDown(float x) { return std::floor(x); }
float reciprocal(float x) { return 1.0f / x; }

template <typename Op, float function(float)>
FailureOr<Kernel> prepareFloatUnary(Op op, const Constants &) {
  if (failed(requireFloat(op)) || failed(requireResultShape(op, getShape(op->getOperand(0)))))
    return failure();
  return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::transform(operands[0]->as<float>(), result.as<float>().begin(),
                    [](float x) { return function(x); });
  });
}

/// The functions that work on whole arrays, in place.
template <typename Op, void function(MutableArrayRef<float>)>
FailureOr<Kernel> prepareFloatFunction(Op op, const Constants &) {
  if (failed(requireFloat(op)) || failed(requireResultShape(op, getShape(op->getOperand(0)))))
    return failure();
  return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::copy(operands[0]->as<float>(), result.as<float>().begin());
    function(result.as<float>());
  });
}

FailureOr<Kernel> prepareNegate(tosa::NegateOp op, const Constants &constants) {
  if (failed(requireFloat(op)) ||
      failed(requireNoZeroPoint(op, {op.getInput1Zp(), op.getOutputZp()}, constants)) ||
      failed(requireResultShape(op, getShape(op.getInput1()))))
    return failure();
  return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::transform(operands[0]->as<float>(), result.as<float>().begin(), std::negate<float>());
  });
}

FailureOr<Kernel> prepareClamp(tosa::ClampOp op, const Constants &) {
  if (failed(requireFloat(op)) || failed(requireResultShape(op, getShape(op.getInput()))))
    return failure();
  auto min = dyn_cast<FloatAttr>(op.getMinVal()), max = dyn_cast<FloatAttr>(op.getMaxVal());
  if (!min || !max || !min.getType().isF32() || !max.getType().isF32())
    return refuse(op) << "its bounds must be f32";
  if (op.getNanMode() != tosa::NanPropagationMode::PROPAGATE)
    return refuse(op) << "only `nan_mode = PROPAGATE` is supported";
  return Kernel([low = min.getValue().convertToFloat(), high = max.getValue().convertToFloat()](
                    ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::transform(operands[0]->as<float>(), result.as<float>().begin(),
                    [=](float x) { return minimum(maximum(x, low), high); });
  });
}

//===----------------------------------------------------------------------===//
// Operations on two values of one type
//===----------------------------------------------------------------------===//

/// T as it wraps: integers as unsigned ones of at least the width of int.
template <typename T>
using Wrapping =
    std::conditional_t<std::is_same_v<T, float>, float,
                       std::conditional_t<sizeof(T) <= sizeof(uint32_t), uint32_t, uint64_t>>;

struct Add {
  template <typename T> T operator()(T a, T b) const {
    return static_cast<T>(static_cast<Wrapping<T>>(a) + static_cast<Wrapping<T>>(b));
  }
};

struct Sub {
  template <typename T> T operator()(T a, T b) const {
    return static_cast<T>(static_cast<Wrapping<T>>(a) - static_cast<Wrapping<T>>(b));
  }
};

struct Mul {
  template <typename T> T operator()(T a, T b) const {
    return static_cast<T>(static_cast<Wrapping<T>>(a) * static_cast<Wrapping<T>>(b));
  }
};

/// Towards zero. Defined everywhere: x / 0 is 0, and the least integer by -1 wraps.
struct Divide {
  template <typename T> T operator()(T a, T b) const {
    if (b == T(0))
      return T(0);
    if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
      if (b == T(-1))
        return Sub()(T(0), a);
    return static_cast<T>(a / b);
  }
};

struct BitwiseAnd {
  template <typename T> T operator()(T a, T b) const { return static_cast<T>(a & b); }
};

struct BitwiseOr {
  template <typename T> T operator()(T a, T b) const { return static_cast<T>(a | b); }
};

struct BitwiseXor {
  template <typename T> T operator()(T a, T b) const { return static_cast<T>(a ^ b); }
};

/// Whether `amount`, as an unsigned number, shifts out all bits.
template <typename T> bool shiftsOut(T amount) {
  return static_cast<std::make_unsigned_t<T>>(amount) >=
         std::numeric_limits<T>::digits + std::is_signed_v<T>;
}

/// Zeros come in; defined for all amounts.
struct ShiftLeft {
  template <typename T> T operator()(T a, T amount) const {
    using U = std::make_unsigned_t<T>;
    return shiftsOut(amount) ? T(0) : static_cast<T>(static_cast<U>(a) << amount);
  }
};

/// The sign comes in, or zeros into unsigned numbers (rounding is not supported); defined for
/// all amounts.
struct ShiftRight {
  template <typename T> T operator()(T a, T amount) const {
    constexpr int last = std::numeric_limits<T>::digits + std::is_signed_v<T> - 1;
    if (!shiftsOut(amount))
      return static_cast<T>(a >> amount);
    return std::is_signed_v<T> ? static_cast<T>(a >> last) : T(0);
  }
};

struct Maximum {
  float operator()(float a, float b) const { return maximum(a, b); }
  template <typename T> T operator()(T a, T b) const { return std::max(a, b); }
};

struct Minimum {
  float operator()(float a, float b) const { return minimum(a, b); }
  template <typename T> T operator()(T a, T b) const { return std::min(a, b); }
};

struct Greater {
  template <typename T> bool operator()(T a, T b) const { return a > b; }
};

struct GreaterEqual {
  template <typename T> bool operator()(T a, T b) const { return a >= b; }
};

struct Equal {
  template <typename T> bool operator()(T a, T b) const { return a == b; }
};

struct LogicalAnd {
  bool operator()(bool a, bool b) const { return a && b; }
};

struct LogicalOr {
  bool operator()(bool a, bool b) const { return a || b; }
};

struct LogicalXor {
  bool operator()(bool a, bool b) const { return a != b; }
};

/// Element types on which an operation is defined.
enum class Domain { Any, Float, Bool, Integer };

/// `function` on the first two operands, whose element types are equal; the
/// result holds what `function` returns.
template <typename Op, typename Function, Domain domain = Domain::Any>
FailureOr<Kernel> prepareBinary(Op op, const Constants &) {
  FailureOr<Broadcast<2>> broadcast = getBroadcast<2>(op);
  if (failed(broadcast))
    return failure();
  Type element = getElementType(op->getOperand(0));
  Type resultElement = getElementType(op->getResult(0));
  if (getElementType(op->getOperand(1)) != element)
    return refuse(op) << "its operands differ in element type";
  if ((domain == Domain::Float && !element.isF32()) ||
      (domain == Domain::Bool && !element.isInteger(1)) ||
      (domain == Domain::Integer && (element.isF32() || element.isInteger(1))))
    return refuse(op) << "it is not defined on " << element;

  auto prepare = [&](auto zero) -> FailureOr<Kernel> {
    using T = decltype(zero);
    using Result = std::invoke_result_t<Function, T, T>;
    bool isComparison = std::is_same_v<Result, bool> && !std::is_same_v<T, bool>;
    if (isComparison ? !resultElement.isInteger(1) : resultElement != element)
      return refuse(op) << "operands of " << element << " do not give a result of "
                        << resultElement;
    return Kernel([broadcast = *broadcast](ArrayRef<const Tensor *> operands, Tensor &result) {
      broadcast.map(Function(), result.as<Result>().data(), operands[0]->as<T>().data(),
                    operands[1]->as<T>().data());
    });
  };
  if constexpr (domain == Domain::Float)
    return prepare(float());
  else if constexpr (domain == Domain::Bool)
    return prepare(bool());
  else if constexpr (domain == Domain::Integer)
    return dispatchInteger(element, [&](auto zero) -> FailureOr<Kernel> {
      if constexpr (std::is_same_v<decltype(zero), bool>)
        return failure();
      else
        return prepare(zero);
    });
  else
    return dispatchElement(element, prepare);
}

template <typename Op, typename Function>
FailureOr<Kernel> prepareMaxMin(Op op, const Constants &constants) {
  if (op.getNanMode() != tosa::NanPropagationMode::PROPAGATE)
    return refuse(op) << "only `nan_mode = PROPAGATE` is supported";
  return prepareBinary<Op, Function>(op, constants);
}

FailureOr<Kernel> prepareMul(tosa::MulOp op, const Constants &constants) {
  std::shared_ptr<const Tensor> shift = constants.lookup(op.getShift());
  if (!shift || shift->as<int8_t>()[0] != 0)
    return refuse(op) << "its shift must be a constant 0; use `qint.mul` for scaled integers";
  return prepareBinary<tosa::MulOp, Mul>(op, constants);
}

FailureOr<Kernel> preparePow(tosa::PowOp op, const Constants &) {
  if (failed(requireFloat(op)))
    return failure();
  FailureOr<Broadcast<2>> broadcast = getBroadcast<2>(op);
  if (failed(broadcast))
    return failure();
  return Kernel([broadcast = *broadcast](ArrayRef<const Tensor *> operands, Tensor &result) {
    const float *bases = operands[0]->as<float>().data();
    const float *powers = operands[1]->as<float>().data();
    std::vector<float> exponents(result.getNumElements());
    broadcast.map([](float base, float) { return base; }, result.as<float>().data(), bases, powers);
    broadcast.map([](float, float power) { return power; }, exponents.data(), bases, powers);
    floatPow(result.as<float>(), exponents);
  });
}

//===----------------------------------------------------------------------===//
// Others
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareLogicalNot(tosa::LogicalNotOp op, const Constants &) {
  if (!getElementType(op.getInput1()).isInteger(1) || !getElementType(op.getResult()).isInteger(1))
    return refuse(op) << "it is defined on i1 only";
  if (failed(requireResultShape(op, getShape(op.getInput1()))))
    return failure();
  return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::transform(operands[0]->as<bool>(), result.as<bool>().begin(), std::logical_not<bool>());
  });
}

FailureOr<Kernel> prepareSelect(tosa::SelectOp op, const Constants &) {
  FailureOr<Broadcast<3>> broadcast = getBroadcast<3>(op);
  if (failed(broadcast))
    return failure();
  Type element = getElementType(op.getResult());
  if (!getElementType(op.getInput1()).isInteger(1) || getElementType(op.getInput2()) != element ||
      getElementType(op.getInput3()) != element)
    return refuse(op) << "it needs an i1 condition and two operands of the result's element type";
  return dispatchElement(element, [&](auto zero) -> FailureOr<Kernel> {
    using T = decltype(zero);
    return Kernel([broadcast = *broadcast](ArrayRef<const Tensor *> operands, Tensor &result) {
      broadcast.map([](bool condition, T a, T b) { return condition ? a : b; },
                    result.as<T>().data(), operands[0]->as<bool>().data(),
                    operands[1]->as<T>().data(), operands[2]->as<T>().data());
    });
  });
}

/// Floats become integers by rounding to nearest even and saturation, NaN becomes
/// 0; integers wrap; to i1 means "is not zero".
struct Cast {
  template <typename To, typename From> static To apply(From x) {
    if constexpr (std::is_same_v<To, bool>) {
      return x != From(0);
    } else if constexpr (std::is_same_v<From, float> && !std::is_same_v<To, float>) {
      // The largest To is not a float for the wide types: compare with 2^k.
      constexpr float limit = 2.0f * static_cast<float>(std::numeric_limits<To>::max() / 2 + 1);
      float rounded = std::nearbyint(x);
      if (std::isnan(x))
        return 0;
      if (rounded >= limit)
        return std::numeric_limits<To>::max();
      if (rounded < static_cast<float>(std::numeric_limits<To>::min()))
        return std::numeric_limits<To>::min();
      return static_cast<To>(rounded);
    } else {
      return static_cast<To>(x);
    }
  }
};

FailureOr<Kernel> prepareCast(tosa::CastOp op, const Constants &) {
  if (failed(requireResultShape(op, getShape(op.getInput()))))
    return failure();
  return dispatchElement(getElementType(op.getInput()), [&](auto from) {
    using From = decltype(from);
    return dispatchElement(getElementType(op.getResult()), [](auto to) -> FailureOr<Kernel> {
      using To = decltype(to);
      return Kernel([](ArrayRef<const Tensor *> operands, Tensor &result) {
        llvm::transform(operands[0]->as<From>(), result.as<To>().begin(),
                        [](From x) { return Cast::apply<To>(x); });
      });
    });
  });
}

} // namespace

void reference::populateTosaElementwiseKernels(KernelRegistry &registry) {
  registry.add<tosa::AbsOp>(prepareFloatUnary<tosa::AbsOp, absolute>);
  registry.add<tosa::CeilOp>(prepareFloatUnary<tosa::CeilOp, roundUp>);
  registry.add<tosa::FloorOp>(prepareFloatUnary<tosa::FloorOp, roundDown>);
  registry.add<tosa::ReciprocalOp>(prepareFloatUnary<tosa::ReciprocalOp, reciprocal>);
  registry.add<tosa::ExpOp>(prepareFloatFunction<tosa::ExpOp, floatExp>);
  registry.add<tosa::LogOp>(prepareFloatFunction<tosa::LogOp, floatLog>);
  registry.add<tosa::ErfOp>(prepareFloatFunction<tosa::ErfOp, floatErf>);
  registry.add<tosa::TanhOp>(prepareFloatFunction<tosa::TanhOp, floatTanh>);
  registry.add<tosa::SigmoidOp>(prepareFloatFunction<tosa::SigmoidOp, floatSigmoid>);
  registry.add<tosa::RsqrtOp>(prepareFloatFunction<tosa::RsqrtOp, floatRsqrt>);
  registry.add<tosa::PowOp>(preparePow);
  registry.add<tosa::NegateOp>(prepareNegate);
  registry.add<tosa::ClampOp>(prepareClamp);
  registry.add<tosa::AddOp>(prepareBinary<tosa::AddOp, Add>);
  registry.add<tosa::SubOp>(prepareBinary<tosa::SubOp, Sub>);
  registry.add<tosa::MulOp>(prepareMul);
  registry.add<tosa::IntDivOp>(prepareBinary<tosa::IntDivOp, Divide>);
  registry.add<tosa::MaximumOp>(prepareMaxMin<tosa::MaximumOp, Maximum>);
  registry.add<tosa::MinimumOp>(prepareMaxMin<tosa::MinimumOp, Minimum>);
  registry.add<tosa::GreaterOp>(prepareBinary<tosa::GreaterOp, Greater>);
  registry.add<tosa::GreaterEqualOp>(prepareBinary<tosa::GreaterEqualOp, GreaterEqual>);
  registry.add<tosa::EqualOp>(prepareBinary<tosa::EqualOp, Equal>);
  constexpr Domain integer = Domain::Integer;
  registry.add<tosa::BitwiseAndOp>(prepareBinary<tosa::BitwiseAndOp, BitwiseAnd, integer>);
  registry.add<tosa::BitwiseOrOp>(prepareBinary<tosa::BitwiseOrOp, BitwiseOr, integer>);
  registry.add<tosa::BitwiseXorOp>(prepareBinary<tosa::BitwiseXorOp, BitwiseXor, integer>);
  registry.add<tosa::LogicalLeftShiftOp>(
      prepareBinary<tosa::LogicalLeftShiftOp, ShiftLeft, integer>);
  registry.add<tosa::ArithmeticRightShiftOp>(
      prepareBinary<tosa::ArithmeticRightShiftOp, ShiftRight, integer>);
  registry.add<tosa::LogicalAndOp>(prepareBinary<tosa::LogicalAndOp, LogicalAnd, Domain::Bool>);
  registry.add<tosa::LogicalOrOp>(prepareBinary<tosa::LogicalOrOp, LogicalOr, Domain::Bool>);
  registry.add<tosa::LogicalXorOp>(prepareBinary<tosa::LogicalXorOp, LogicalXor, Domain::Bool>);
  registry.add<tosa::LogicalNotOp>(prepareLogicalNot);
  registry.add<tosa::SelectOp>(prepareSelect);
  registry.add<tosa::CastOp>(prepareCast);
}

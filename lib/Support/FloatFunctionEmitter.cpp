#include "qopt/Support/FloatFunctionEmitter.h"

#include "qopt/Support/FloatFunctionTemplates.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace {
/// Emits an operation where ScalarBuilder computes.
class EmittingBuilder {
public:
  using Float = Value;
  using Int = Value;
  using Bool = Value;

  EmittingBuilder(OpBuilder &builder, Location loc, Type type, bool hasScale)
      : builder(builder), loc(loc), floatType(type), intType(builder.getI32Type()),
        hasScale(hasScale) {
    if (auto vector = dyn_cast<VectorType>(type))
      intType = vector.clone(intType);
  }

  Value number(float value) { return constant(floatType, builder.getF32FloatAttr(value)); }
  Value integer(int32_t value) { return constant(intType, builder.getI32IntegerAttr(value)); }

  Value add(Value x, Value y) { return create<arith::AddFOp>(x, y); }
  Value sub(Value x, Value y) { return create<arith::SubFOp>(x, y); }
  Value mul(Value x, Value y) { return create<arith::MulFOp>(x, y); }
  Value div(Value x, Value y) { return create<arith::DivFOp>(x, y); }
  Value fma(Value x, Value y, Value z) { return create<LLVM::FMAOp>(x, y, z); }
  Value sqrt(Value x) { return create<LLVM::SqrtOp>(x); }

  Value bits(Value x) { return create<arith::BitcastOp>(intType, x); }
  Value fromBits(Value x) { return create<arith::BitcastOp>(floatType, x); }
  Value convert(Value x) { return create<arith::SIToFPOp>(floatType, x); }

  Value addInt(Value x, Value y) { return create<arith::AddIOp>(x, y); }
  Value subInt(Value x, Value y) { return create<arith::SubIOp>(x, y); }
  Value andInt(Value x, Value y) { return create<arith::AndIOp>(x, y); }
  Value orInt(Value x, Value y) { return create<arith::OrIOp>(x, y); }
  Value shiftLeft(Value x, int n) { return create<arith::ShLIOp>(x, integer(n)); }
  Value shiftRight(Value x, int n) { return create<arith::ShRSIOp>(x, integer(n)); }

  Value less(Value x, Value y) { return compare(arith::CmpFPredicate::OLT, x, y); }
  Value equal(Value x, Value y) { return compare(arith::CmpFPredicate::OEQ, x, y); }
  Value isNaN(Value x) { return compare(arith::CmpFPredicate::UNO, x, x); }
  Value both(Value x, Value y) { return create<arith::AndIOp>(x, y); }
  Value either(Value x, Value y) { return create<arith::OrIOp>(x, y); }
  Value negate(Value x) {
    return create<arith::XOrIOp>(x, constant(x.getType(), builder.getBoolAttr(true)));
  }
  Value select(Value condition, Value x, Value y) {
    return create<arith::SelectOp>(condition, x, y);
  }
  std::optional<Value> scale(Value p, Value k) {
    if (!hasScale)
      return std::nullopt;
    // MLIR's own op takes one k for all lanes.
    StringAttr ldexp = builder.getStringAttr("llvm.ldexp");
    return LLVM::CallIntrinsicOp::create(builder, loc, floatType, ldexp, ValueRange{p, k})
        .getResult(0);
  }

private:
  template <typename Op, typename... Args> Value create(Args... args) {
    return Op::create(builder, loc, args...);
  }
  Value compare(arith::CmpFPredicate predicate, Value x, Value y) {
    return create<arith::CmpFOp>(predicate, x, y);
  }
  Value constant(Type type, TypedAttr value) {
    if (auto vector = dyn_cast<VectorType>(type))
      value = DenseElementsAttr::get(vector, value);
    return create<arith::ConstantOp>(value);
  }

  OpBuilder &builder;
  Location loc;
  Type floatType;
  Type intType;
  bool hasScale;
};
} // namespace

Value qopt::emitExp(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::exp(b, x);
}

Value qopt::emitLog(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::log(b, x);
}

Value qopt::emitErf(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::erf(b, x);
}

Value qopt::emitTanh(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::tanh(b, x);
}

Value qopt::emitSigmoid(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::sigmoid(b, x);
}

Value qopt::emitRsqrt(OpBuilder &builder, Location loc, Value x, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  return floatfn::rsqrt(b, x);
}

Value qopt::emitPow(OpBuilder &builder, Location loc, Value x, Value y, bool hasScale) {
  EmittingBuilder b(builder, loc, x.getType(), hasScale);
  APFloat exponent(0.0f);
  bool isConstant = matchPattern(y, m_ConstantFloat(&exponent));
  if (isConstant && exponent.isExactlyValue(2.0))
    return floatfn::square(b, x);
  if (isConstant && exponent.isExactlyValue(3.0))
    return floatfn::cube(b, x);
  return floatfn::pow(b, x, y);
}

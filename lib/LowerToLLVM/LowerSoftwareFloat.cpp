#include "qopt/LowerToLLVM/Patterns.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace qopt;

namespace {

/// `type`, scalar or vector, with other elements.
Type withElements(Type type, Type elementType) {
  auto vector = dyn_cast<VectorType>(type);
  return vector ? VectorType::get(vector.getShape(), elementType) : elementType;
}

Value constant(ImplicitLocOpBuilder &builder, Type type, double value) {
  Type element = getElementTypeOrSelf(type);
  TypedAttr attr = isa<FloatType>(element)
                       ? TypedAttr(builder.getFloatAttr(element, value))
                       : TypedAttr(builder.getIntegerAttr(element, static_cast<int64_t>(value)));
  if (auto shaped = dyn_cast<ShapedType>(type))
    attr = DenseElementsAttr::get(shaped, attr);
  return arith::ConstantOp::create(builder, attr);
}

/// fma(a, b, c) of f32 by f64: the product is exact, and the sum is rounded to
/// odd, after which rounding to f32 gives what a single rounding would (Boldo and
/// Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms
/// using rounding to odd", 2008).
struct LowerFma : OpRewritePattern<LLVM::FMAOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(LLVM::FMAOp op, PatternRewriter &rewriter) const override {
    if (!getElementTypeOrSelf(op.getType()).isF32())
      return rewriter.notifyMatchFailure(op, "not f32");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    Type wide = withElements(op.getType(), builder.getF64Type());
    auto widen = [&](Value value) -> Value { return arith::ExtFOp::create(builder, wide, value); };
    Value product = arith::MulFOp::create(builder, widen(op.getA()), widen(op.getB()));
    Value addend = widen(op.getC());
    Value sum = arith::AddFOp::create(builder, product, addend);
    Value rounded = roundToOdd(builder, sum, getError(builder, product, addend, sum));
    rewriter.replaceOpWithNewOp<arith::TruncFOp>(op, op.getType(), rounded);
    return success();
  }

private:
  /// lhs + rhs - sum, exactly (Knuth's two-sum).
  static Value getError(ImplicitLocOpBuilder &builder, Value lhs, Value rhs, Value sum) {
    Value rhsPart = arith::SubFOp::create(builder, sum, lhs);
    Value lhsPart = arith::SubFOp::create(builder, sum, rhsPart);
    return arith::AddFOp::create(builder, arith::SubFOp::create(builder, lhs, lhsPart),
                                 arith::SubFOp::create(builder, rhs, rhsPart));
  }

  /// Where the sum is inexact and its last bit even, its neighbour on the side of
  /// the error. NaN and infinities have no error that compares.
  static Value roundToOdd(ImplicitLocOpBuilder &builder, Value sum, Value error) {
    Type type = sum.getType(), bitsType = withElements(type, builder.getI64Type());
    Value zero = constant(builder, type, 0.0), none = constant(builder, bitsType, 0);
    Value one = constant(builder, bitsType, 1);
    Value bits = arith::BitcastOp::create(builder, bitsType, sum);
    Value isInexact = arith::CmpFOp::create(builder, arith::CmpFPredicate::ONE, error, zero);
    Value isEven = arith::CmpIOp::create(builder, arith::CmpIPredicate::eq,
                                         arith::AndIOp::create(builder, bits, one), none);
    // Away from zero if the error has the sign of the sum.
    Value errorBits = arith::BitcastOp::create(builder, bitsType, error);
    Value differ = arith::CmpIOp::create(builder, arith::CmpIPredicate::slt,
                                         arith::XOrIOp::create(builder, errorBits, bits), none);
    Value step = arith::SelectOp::create(builder, differ, constant(builder, bitsType, -1), one);
    Value moves = arith::AndIOp::create(builder, isInexact, isEven);
    Value odd =
        arith::AddIOp::create(builder, bits, arith::SelectOp::create(builder, moves, step, none));
    return arith::BitcastOp::create(builder, type, odd);
  }
};

/// Adding 2^23 drops the fraction of an f32, rounded to even; larger numbers have
/// none.
Value roundEven(ImplicitLocOpBuilder &builder, Value value) {
  Type type = value.getType();
  Value large = constant(builder, type, 8388608.0);
  Value magnitude = LLVM::FAbsOp::create(builder, type, value);
  Value rounded =
      arith::SubFOp::create(builder, arith::AddFOp::create(builder, magnitude, large), large);
  rounded = LLVM::CopySignOp::create(builder, type, rounded, value);
  Value hasFraction = arith::CmpFOp::create(builder, arith::CmpFPredicate::OLT, magnitude, large);
  return arith::SelectOp::create(builder, hasFraction, rounded, value);
}

/// The nearest integer, moved by `step` where it compares to the value as
/// `predicate` says.
Value roundTowards(ImplicitLocOpBuilder &builder, Value value, arith::CmpFPredicate predicate,
                   double step) {
  Value rounded = roundEven(builder, value);
  Value moves = arith::CmpFOp::create(builder, predicate, rounded, value);
  Value moved = arith::AddFOp::create(builder, rounded, constant(builder, value.getType(), step));
  // -0.0, which the sum would lose.
  moved = LLVM::CopySignOp::create(builder, value.getType(), moved, value);
  return arith::SelectOp::create(builder, moves, moved, rounded);
}

Value roundDown(ImplicitLocOpBuilder &builder, Value value) {
  return roundTowards(builder, value, arith::CmpFPredicate::OGT, -1.0);
}

Value roundUp(ImplicitLocOpBuilder &builder, Value value) {
  return roundTowards(builder, value, arith::CmpFPredicate::OLT, 1.0);
}

Value roundToZero(ImplicitLocOpBuilder &builder, Value value) {
  Value magnitude = LLVM::FAbsOp::create(builder, value.getType(), value);
  return LLVM::CopySignOp::create(builder, value.getType(), roundDown(builder, magnitude), value);
}

template <typename RoundOp, Value (*round)(ImplicitLocOpBuilder &, Value)>
struct LowerRounding : OpRewritePattern<RoundOp> {
  using OpRewritePattern<RoundOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(RoundOp op, PatternRewriter &rewriter) const override {
    if (!getElementTypeOrSelf(op.getType()).isF32())
      return rewriter.notifyMatchFailure(op, "not f32");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    rewriter.replaceOp(op, round(builder, op.getIn()));
    return success();
  }
};

} // namespace

void qopt::populateLowerFmaPatterns(RewritePatternSet &patterns) {
  patterns.add<LowerFma>(patterns.getContext());
}

void qopt::populateLowerRoundingPatterns(RewritePatternSet &patterns) {
  patterns
      .add<LowerRounding<LLVM::RoundEvenOp, roundEven>, LowerRounding<LLVM::FFloorOp, roundDown>,
           LowerRounding<LLVM::FCeilOp, roundUp>, LowerRounding<LLVM::FTruncOp, roundToZero>>(
          patterns.getContext());
}

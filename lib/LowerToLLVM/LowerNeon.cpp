#include "LowerDot.h"
#include "NeonDot.h"
#include "NeonTables.h"
#include "qopt/LowerToLLVM/Patterns.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace qopt;

/// a0 + a1, a2 + a3, …, b0 + b1, …: neighbours of two vectors of 4 x i32.
static Value addPairs(ImplicitLocOpBuilder &builder, Value lhs, Value rhs) {
  return callIntrinsic(builder, "llvm.aarch64.neon.addp.v4i32", lhs.getType(), {lhs, rhs});
}

/// Products of 4 words each, exact in i32.
Value qopt::emitNeonWords(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs) {
  auto multiply = [&](int64_t offset) {
    return callIntrinsic(builder, "llvm.aarch64.neon.smull.v4i32", accumulator.getType(),
                         {takeLanes(builder, lhs, offset, 4), takeLanes(builder, rhs, offset, 4)});
  };
  return arith::AddIOp::create(builder, accumulator, addPairs(builder, multiply(0), multiply(4)));
}

/// Products of 8 bytes each fit 16 bits with either sign of `lhs`; pairs of them
/// are added at 32 bits.
static Value emitBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs,
                       bool isUnsigned) {
  auto wordType = VectorType::get(8, builder.getI16Type());
  auto multiply = [&](int64_t offset) -> Value {
    Value left = takeLanes(builder, lhs, offset, 8), right = takeLanes(builder, rhs, offset, 8);
    Value product;
    if (isUnsigned)
      product = arith::MulIOp::create(builder, arith::ExtUIOp::create(builder, wordType, left),
                                      arith::ExtSIOp::create(builder, wordType, right));
    else
      product = callIntrinsic(builder, "llvm.aarch64.neon.smull.v8i16", wordType, {left, right});
    return callIntrinsic(builder, "llvm.aarch64.neon.saddlp.v4i32.v8i16", accumulator.getType(),
                         product);
  };
  return arith::AddIOp::create(builder, accumulator, addPairs(builder, multiply(0), multiply(8)));
}

static Value emitUnsignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                               Value rhs) {
  return emitBytes(builder, accumulator, lhs, rhs, /*isUnsigned=*/true);
}

static Value emitSignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                             Value rhs) {
  return emitBytes(builder, accumulator, lhs, rhs, /*isUnsigned=*/false);
}

void qopt::populateLowerNeonPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  static constexpr int64_t widths[] = {4};
  addLowerDotPattern(patterns, {widths, emitUnsignedBytes, emitSignedBytes, emitNeonWords},
                     benefit);
  addLowerNeonTablePatterns(patterns, benefit);
}

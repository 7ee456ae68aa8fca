#include "LowerDot.h"
#include "LowerMatrix.h"
#include "LowerTables.h"
#include "qopt/LowerToLLVM/Patterns.h"
#include "qopt/Vectorize/FixedPointBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

/// `type`, scalar or vector, with other elements.
static Type withElements(Type type, Type elementType) {
  auto vector = dyn_cast<VectorType>(type);
  return vector ? VectorType::get(vector.getShape(), elementType) : elementType;
}

//===----------------------------------------------------------------------===//
// qint.vector.dot
//===----------------------------------------------------------------------===//

/// Lane j of every group is shuffled out, widened and multiplied: independent of
/// the order of bytes in memory.
Value qopt::emitGenericDot(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs,
                           bool isUnsigned) {
  auto type = cast<VectorType>(accumulator.getType());
  int64_t lanes = type.getNumElements();
  int64_t group = cast<VectorType>(lhs.getType()).getNumElements() / lanes;
  auto select = [&](Value vector, int64_t j) {
    SmallVector<int64_t> mask;
    for (int64_t lane = 0; lane < lanes; ++lane)
      mask.push_back(lane * group + j);
    return shuffleLanes(builder, vector, vector, mask);
  };
  for (int64_t j = 0; j < group; ++j) {
    Value left = select(lhs, j), right = select(rhs, j);
    if (isUnsigned)
      left = arith::ExtUIOp::create(builder, type, left);
    else
      left = arith::ExtSIOp::create(builder, type, left);
    right = arith::ExtSIOp::create(builder, type, right);
    accumulator =
        arith::AddIOp::create(builder, accumulator, arith::MulIOp::create(builder, left, right));
  }
  return accumulator;
}

namespace {

struct LowerGenericDot : OpRewritePattern<VectorDotOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(VectorDotOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    bool isBytes = op.getLhs().getType().getElementType().isInteger(8);
    rewriter.replaceOp(op, emitGenericDot(builder, op.getAccumulator(), op.getLhs(), op.getRhs(),
                                          isBytes && !op.getSignedLhs()));
    return success();
  }
};

//===----------------------------------------------------------------------===//
// qint.vector.rescale
//===----------------------------------------------------------------------===//

struct LowerGenericRescale : OpRewritePattern<VectorRescaleOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(VectorRescaleOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    switch (op.getMode()) {
    case RescaleMode::Fixed16:
      rewriter.replaceOp(op, lowerFixed16(builder, op));
      break;
    case RescaleMode::Fixed32:
    case RescaleMode::Fixed32DoubleRound:
      rewriter.replaceOp(op, lowerFixed32(builder, op));
      break;
    case RescaleMode::Float32:
      rewriter.replaceOp(op, lowerFloat32(builder, op));
      break;
    }
    return success();
  }

private:
  /// clamp(v, clamp_min, clamp_max) in the result's type.
  static Value narrow(ImplicitLocOpBuilder &builder, VectorRescaleOp op, Value value) {
    if (getElementTypeOrSelf(op.getResult()).isInteger(8) && op.getClampMin() >= 0)
      return buildClampToByte(builder, value, op.getClampMin(), op.getClampMax());
    Value clamped = buildClamp(builder, value, op.getClampMin(), op.getClampMax());
    return arith::TruncIOp::create(builder, op.getType(), clamped);
  }

  static Value lowerFixed16(ImplicitLocOpBuilder &builder, VectorRescaleOp op) {
    Value t = buildShiftTo16(builder, op.getAccumulator(), op.getShifts(), ShiftBounds(op));
    Value p = buildMultiplyHigh16(builder, t, op.getMultipliers());
    int32_t bits = op.getFractionBits();
    int64_t offset = int64_t(op.getZeroPoint()) * (1 << bits) + (1 << (bits - 1));
    Value sum = arith::AddIOp::create(builder, p, buildConstant(builder, p.getType(), offset));
    sum = arith::ShRSIOp::create(builder, sum, buildConstant(builder, p.getType(), bits));
    return narrow(builder, op, sum);
  }

  static Value lowerFixed32(ImplicitLocOpBuilder &builder, VectorRescaleOp op) {
    Type wide = withElements(op.getAccumulator().getType(), builder.getI64Type());
    auto widen = [&](Value value) -> Value {
      return value.getType() == wide ? value : arith::ExtSIOp::create(builder, wide, value);
    };
    Value accumulator = widen(op.getAccumulator()), shift = widen(op.getShifts());
    Value one = buildConstant(builder, wide, 1);
    Value sum = arith::MulIOp::create(builder, accumulator, widen(op.getMultipliers()));
    Value places = arith::SubIOp::create(builder, shift, one);
    sum = arith::AddIOp::create(builder, sum, arith::ShLIOp::create(builder, one, places));
    if (op.getMode() == RescaleMode::Fixed32DoubleRound)
      sum = arith::AddIOp::create(builder, sum, getSecondRounding(builder, accumulator, shift));
    sum = arith::ShRSIOp::create(builder, sum, shift);
    sum = arith::AddIOp::create(builder, sum, buildConstant(builder, wide, op.getZeroPoint()));
    return narrow(builder, op, sum);
  }

  /// 2^30 or -2^30 by the sign of the accumulator where shift > 31, else 0.
  static Value getSecondRounding(ImplicitLocOpBuilder &builder, Value accumulator, Value shift) {
    Type type = accumulator.getType();
    Value zero = buildConstant(builder, type, 0);
    Value isNegative = arith::CmpIOp::create(builder, arith::CmpIPredicate::slt, accumulator, zero);
    Value term =
        arith::SelectOp::create(builder, isNegative, buildConstant(builder, type, -(1 << 30)),
                                buildConstant(builder, type, 1 << 30));
    Value isLong = arith::CmpIOp::create(builder, arith::CmpIPredicate::sgt, shift,
                                         buildConstant(builder, type, 31));
    return arith::SelectOp::create(builder, isLong, term, zero);
  }

  static Value lowerFloat32(ImplicitLocOpBuilder &builder, VectorRescaleOp op) {
    Type accumulatorType = op.getAccumulator().getType();
    Type floatType = withElements(accumulatorType, builder.getF32Type());
    Value value = arith::SIToFPOp::create(builder, floatType, op.getAccumulator());
    value = arith::MulFOp::create(builder, value, op.getScales());
    value = LLVM::RoundEvenOp::create(builder, floatType, value);
    value =
        arith::AddFOp::create(builder, value, buildConstant(builder, floatType, op.getZeroPoint()));
    // Clamped before the conversion, whose result is undefined out of range.
    auto clampBy = [&](arith::CmpFPredicate predicate, int32_t bound) {
      Value limit = buildConstant(builder, floatType, bound);
      Value isInside = arith::CmpFOp::create(builder, predicate, value, limit);
      value = arith::SelectOp::create(builder, isInside, value, limit);
    };
    clampBy(arith::CmpFPredicate::OGT, op.getClampMin());
    clampBy(arith::CmpFPredicate::OLT, op.getClampMax());
    Value integer =
        arith::FPToSIOp::create(builder, withElements(floatType, builder.getI32Type()), value);
    return arith::TruncIOp::create(builder, op.getType(), integer);
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// qint.vector.lookup
//===----------------------------------------------------------------------===//

/// One load for each lane of `index`: that of `read` at its number.
static Value readLanes(ImplicitLocOpBuilder &builder, Value index,
                       llvm::function_ref<Value(Value)> read) {
  auto toIndex = [&](Value number) -> Value {
    return arith::IndexCastUIOp::create(builder, builder.getIndexType(), number);
  };
  auto type = dyn_cast<VectorType>(index.getType());
  if (!type)
    return read(toIndex(index));
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < type.getNumElements(); ++lane)
    elements.push_back(read(toIndex(vector::ExtractOp::create(builder, index, lane))));
  auto resultType = VectorType::get(type.getShape(), elements.front().getType());
  return vector::FromElementsOp::create(builder, resultType, elements);
}

namespace {

struct LowerGenericLookup : OpRewritePattern<VectorLookupOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(VectorLookupOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    rewriter.replaceOp(op, readLanes(builder, op.getIndex(), [&](Value index) -> Value {
                         return memref::LoadOp::create(builder, op.getTable(), index);
                       }));
    return success();
  }
};

} // namespace

/// Base and slope of each lane's segment, one load for each.
static std::pair<Value, Value> readSegments(ImplicitLocOpBuilder &builder, Value function,
                                            Value segment) {
  auto readColumn = [&](int64_t column) {
    Value second = arith::ConstantIndexOp::create(builder, column);
    return readLanes(builder, segment, [&](Value first) -> Value {
      return memref::LoadOp::create(builder, function, ValueRange{first, second});
    });
  };
  return {readColumn(0), readColumn(1)};
}

void qopt::populateLowerGenericPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  patterns.add<LowerGenericDot, LowerGenericRescale, LowerGenericLookup>(patterns.getContext(),
                                                                         benefit);
  addLowerEpiloguePattern(patterns, readSegments, benefit);
  addGenericMatrixPatterns(patterns, benefit);
}

#include "LowerTables.h"

#include "VectorPieces.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FixedPoint.h"
#include "qopt/Vectorize/FixedPointBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

static int64_t countLanes(Value vector) {
  return cast<VectorType>(vector.getType()).getNumElements();
}

Value qopt::loadLanes(ImplicitLocOpBuilder &builder, Value row, int64_t offset, int64_t lanes) {
  auto type = VectorType::get(lanes, cast<MemRefType>(row.getType()).getElementType());
  Value index = arith::ConstantIndexOp::create(builder, offset);
  return vector::LoadOp::create(builder, type, row, index);
}

Value qopt::flattenFunction(ImplicitLocOpBuilder &builder, Value function) {
  constexpr int64_t kWords = 2 * kFunctionSegments;
  auto type = cast<MemRefType>(function.getType());
  auto rowType = MemRefType::get({kWords}, type.getElementType(), MemRefLayoutAttrInterface(),
                                 type.getMemorySpace());
  return memref::ReinterpretCastOp::create(builder, rowType, function, /*offset=*/int64_t(0),
                                           ArrayRef<int64_t>{kWords}, ArrayRef<int64_t>{1});
}

Value qopt::takeColumn(ImplicitLocOpBuilder &builder, Value vector, int64_t first, int64_t pitch) {
  SmallVector<int64_t> mask;
  for (int64_t i = first, end = countLanes(vector); i < end; i += pitch)
    mask.push_back(i);
  return shuffleLanes(builder, vector, vector, mask);
}

SmallVector<Value> qopt::cutLanes(ImplicitLocOpBuilder &builder, Value vector, int64_t lanes) {
  SmallVector<Value> pieces;
  for (int64_t offset = 0, end = countLanes(vector); offset < end; offset += lanes)
    pieces.push_back(takeLanes(builder, vector, offset, lanes));
  return pieces;
}

BytePlanes qopt::splitFunction(ImplicitLocOpBuilder &builder, Value function, int64_t lanes,
                               int64_t offset) {
  Value row = flattenFunction(builder, function);
  BytePlanes planes;
  for (int64_t first = 0; first < kFunctionSegments; first += lanes) {
    Value entries = loadLanes(builder, row, 2 * first, 2 * lanes);
    if (offset != 0) {
      // Base and slope in the two halves of 32 bits.
      auto type = VectorType::get(lanes, builder.getI32Type());
      Value offsets = splatLanes(builder, type, offset & UINT16_MAX);
      entries = arith::AddIOp::create(builder, entries,
                                      bitcastLanes(builder, offsets, builder.getI16Type()));
    }
    Value bytes = bitcastLanes(builder, entries, builder.getI8Type());
    for (auto [number, plane] : llvm::enumerate(planes))
      plane.push_back(takeColumn(builder, bytes, number, planes.size()));
  }
  return planes;
}

namespace {

struct LowerByteLookup : OpRewritePattern<VectorLookupOp> {
  LowerByteLookup(MLIRContext *context, int64_t fewestLanes, int64_t mostLanes, ByteLookup lookup,
                  PatternBenefit benefit)
      : OpRewritePattern(context, benefit), fewestLanes(fewestLanes), mostLanes(mostLanes),
        lookup(lookup) {}

  LogicalResult matchAndRewrite(VectorLookupOp op, PatternRewriter &rewriter) const override {
    auto type = dyn_cast<VectorType>(op.getIndex().getType());
    if (!type || !type.getElementType().isInteger(8) ||
        !getElementTypeOrSelf(op.getResult()).isInteger(8))
      return rewriter.notifyMatchFailure(op, "not bytes at bytes");
    constexpr int64_t kFewest = 8;
    if (type.getNumElements() < kFewest)
      return rewriter.notifyMatchFailure(op, "so few lanes are read one by one");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    int64_t lanes = mostLanes;
    while (lanes > fewestLanes && lanes / 2 >= type.getNumElements())
      lanes /= 2;
    SmallVector<Value> pieces;
    for (Value piece : cutLanes(builder, op.getIndex(), lanes))
      pieces.push_back(lookup(builder, op.getTable(), piece));
    rewriter.replaceOp(op, joinLanes(builder, pieces, type.getNumElements()));
    return success();
  }

private:
  int64_t fewestLanes, mostLanes;
  ByteLookup lookup;
};

struct LowerEpilogue : OpRewritePattern<VectorEpilogueOp> {
  LowerEpilogue(MLIRContext *context, SegmentLookup lookup, PatternBenefit benefit)
      : OpRewritePattern(context, benefit), lookup(lookup) {}

  LogicalResult matchAndRewrite(VectorEpilogueOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    Value t = buildShiftTo16(builder, op.getAccumulator(), op.getShifts(), ShiftBounds(op));
    Value p = op.getFunction() ? applyFunction(builder, op, t)
                               : buildMultiplyHigh16(builder, t, op.getMultipliers());
    if (Value residual = op.getResidual())
      p = buildAddSaturate16(builder, p,
                             buildResidual16(builder, residual, op.getResidualZeroPoint(),
                                             op.getResidualMultiplier(), op.getResidualShift()));
    rewriter.replaceOp(op, buildFinishFixed16(builder, p, op.getZeroPoint(), op.getClampMin(),
                                              op.getClampMax(), op.getFractionBits(),
                                              /*saturate=*/true));
    return success();
  }

private:
  Value applyFunction(ImplicitLocOpBuilder &builder, VectorEpilogueOp op, Value t) const {
    Value x = buildFunctionArgument16(builder, t, op.getMultipliers());
    return buildFunction16(
        builder, x, [&](Value segment) { return lookup(builder, op.getFunction(), segment); });
  }

  SegmentLookup lookup;
};

} // namespace

void qopt::addLowerByteLookupPattern(RewritePatternSet &patterns, int64_t fewestLanes,
                                     int64_t mostLanes, ByteLookup lookup, PatternBenefit benefit) {
  patterns.add<LowerByteLookup>(patterns.getContext(), fewestLanes, mostLanes, lookup, benefit);
}

void qopt::addLowerEpiloguePattern(RewritePatternSet &patterns, SegmentLookup lookup,
                                   PatternBenefit benefit) {
  patterns.add<LowerEpilogue>(patterns.getContext(), lookup, benefit);
}

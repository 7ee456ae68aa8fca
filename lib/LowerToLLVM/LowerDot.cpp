#include "LowerDot.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

struct LowerDot : OpRewritePattern<VectorDotOp> {
  LowerDot(MLIRContext *context, const DotEmitter &emitter, PatternBenefit benefit)
      : OpRewritePattern(context, benefit), emitter(emitter) {}

  LogicalResult matchAndRewrite(VectorDotOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    bool isBytes = op.getLhs().getType().getElementType().isInteger(8);
    bool isWide = op.getAccumulator().getType().getElementType().isInteger(32);
    auto emit = !isWide             ? emitter.pairs
                : !isBytes          ? emitter.words
                : op.getSignedLhs() ? emitter.signedBytes
                                    : emitter.unsignedBytes;
    if (!emit)
      return rewriter.notifyMatchFailure(op, "no instruction adds pairs of bytes in i16");
    int64_t lanes = op.getAccumulator().getType().getNumElements();
    int64_t group = op.getLhs().getType().getNumElements() / lanes;
    // A register has twice as many lanes of i16.
    int64_t scale = isWide ? 1 : 2;
    SmallVector<Value> pieces;
    for (int64_t offset = 0; offset < lanes;) {
      // The widest instruction that is filled, else the narrowest.
      const int64_t *width = llvm::find_if(
          emitter.widths, [&](int64_t candidate) { return candidate * scale <= lanes - offset; });
      int64_t piece = scale * (width == emitter.widths.end() ? emitter.widths.back() : *width);
      pieces.push_back(emit(builder, takeLanes(builder, op.getAccumulator(), offset, piece),
                            takeLanes(builder, op.getLhs(), offset * group, piece * group),
                            takeLanes(builder, op.getRhs(), offset * group, piece * group)));
      offset += piece;
    }
    rewriter.replaceOp(op, joinLanes(builder, pieces, lanes));
    return success();
  }

private:
  DotEmitter emitter;
};

} // namespace

void qopt::addLowerDotPattern(RewritePatternSet &patterns, const DotEmitter &emitter,
                              PatternBenefit benefit) {
  patterns.add<LowerDot>(patterns.getContext(), emitter, benefit);
}

Value qopt::flipTopBits(ImplicitLocOpBuilder &builder, Value bytes) {
  return arith::XOrIOp::create(builder, bytes, splatLanes(builder, bytes.getType(), -128));
}

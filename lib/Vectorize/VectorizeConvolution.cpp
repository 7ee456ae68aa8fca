#include "VectorizeConvolution.h"

#include "KernelBuilder.h"
#include "qopt/Support/CacheSizes.h"
#include "qopt/Vectorize/Patterns.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

int64_t qopt::countBytes(const FlatBuffer &buffer) {
  return llvm::product_of(buffer.shape) * buffer.elementType.getIntOrFloatBitWidth() / 8;
}

bool qopt::leavesCache(ArrayRef<const FlatBuffer *> buffers) {
  int64_t bytes = 0;
  for (const FlatBuffer *buffer : buffers)
    bytes += countBytes(*buffer);
  return bytes > kStreamedBytes;
}

namespace {

/// Checks what all kernels rely on, then emits one of them.
template <typename ConvOp, LogicalResult (*vectorize)(PatternRewriter &, ConvOp, const Target &)>
struct VectorizeConvolution : OpRewritePattern<ConvOp> {
  VectorizeConvolution(MLIRContext *context, const Target &target)
      : OpRewritePattern<ConvOp>(context), target(target) {}

  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &rewriter) const override {
    if (!llvm::all_of(op->getOperands(), hasStaticLayout))
      return rewriter.notifyMatchFailure(op, "shapes, strides and offsets must be static");
    KernelBuilder builder(op.getLoc(), rewriter, target);
    int64_t lanes = builder.lanes(getElementTypeOrSelf(op.getBias().getType()));
    bool areColumns = true;
    if constexpr (std::is_same_v<ConvOp, ScheduledChainedConv2DOp>)
      areColumns = !vectorizesPositions(op, builder.isa());
    if (areColumns && op.getTile().getColumns() % lanes != 0)
      return rewriter.notifyMatchFailure(op, "the tile's columns do not fill whole registers");
    if (op.getTile().getRows() < 1)
      return rewriter.notifyMatchFailure(op, "the tile has no rows");
    if (failed(vectorize(rewriter, op, target)))
      return failure();
    rewriter.eraseOp(op);
    return success();
  }

private:
  Target target;
};

} // namespace

void qopt::populateVectorizeConvolutionPatterns(RewritePatternSet &patterns, const Target &target) {
  patterns.add<VectorizeConvolution<ScheduledConv2DOp, vectorizeConv2D>,
               VectorizeConvolution<ScheduledChainedConv2DOp, vectorizeChainedConv2D>,
               VectorizeConvolution<ScheduledDepthwiseConv2DOp, vectorizeDepthwise>,
               VectorizeConvolution<ScheduledWinogradConv2DOp, vectorizeWinogradConv2D>>(
      patterns.getContext(), target);
}

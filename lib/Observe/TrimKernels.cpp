#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Observe/Passes.h"
#include "qopt/Observe/Patterns.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/LiveTaps.h"

#define DEBUG_TYPE "qopt-trim-kernels"

namespace qopt {
#define GEN_PASS_DEF_TRIMKERNELS
#include "qopt/Observe/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

ArrayRef<int64_t> getShape(Value value) { return cast<ShapedType>(value.getType()).getShape(); }

/// Some kernel rows and columns of constant weights; `firstDimension` are the rows.
struct Trim {
  ConvolutionAxis rows, columns;
  unsigned firstDimension;
  AxisPart y = findLiveTaps(rows), x = findLiveTaps(columns);

  bool changesNothing() const { return y.taps == rows.kernel && x.taps == columns.kernel; }

  RankedTensorType getType(Value weights) const {
    SmallVector<int64_t> shape(getShape(weights));
    shape[firstDimension] = y.taps;
    shape[firstDimension + 1] = x.taps;
    return cast<RankedTensorType>(weights.getType()).clone(shape);
  }

  /// The weights that are left; null where they are neither constant nor a constant on a grid.
  Value apply(Value weights, PatternRewriter &rewriter) const {
    if (auto grid = weights.getDefiningOp<calib::FakeQuantOp>()) {
      Value input = apply(grid.getInput(), rewriter);
      if (!input)
        return {};
      Operation *trimmed = rewriter.clone(*grid);
      trimmed->setOperand(0, input);
      trimmed->getResult(0).setType(input.getType());
      return trimmed->getResult(0);
    }
    FailureOr<SmallVector<float>> values = readFloatConstant(weights);
    if (failed(values))
      return {};
    int64_t filters = firstDimension == 0 ? 1 : getShape(weights)[0];
    RankedTensorType type = getType(weights);
    std::vector<float> taps = takeTaps<float>(*values, filters, rows, columns, y, x);
    return tosa::ConstOp::create(rewriter, weights.getLoc(), type, makeFloatElements(type, taps));
  }
};

bool readsWholeImage(const ConvolutionAxis &axis, const AxisPart &part) {
  return part.getStart(axis) <= 0 && part.getStart(axis) + part.getExtent(axis) >= axis.image;
}

/// Takes the kernel rows and columns away that never meet the image, and the padding with them.
template <typename Op, unsigned firstDimension> struct TrimKernel : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;

  LogicalResult matchAndRewrite(Op op, PatternRewriter &rewriter) const override {
    ArrayRef<int64_t> image = getShape(op.getInput()), output = getShape(op.getOutput());
    ArrayRef<int64_t> kernel = getShape(op.getWeight()).slice(firstDimension, 2);
    ArrayRef<int64_t> stride = op.getStride(), dilation = op.getDilation(), pad = op.getPad();
    Trim trim{{image[1], output[1], kernel[0], stride[0], dilation[0], pad[0]},
              {image[2], output[2], kernel[1], stride[1], dilation[1], pad[2]},
              firstDimension};
    if (trim.changesNothing())
      return rewriter.notifyMatchFailure(op, "all kernel rows and columns meet the image");
    if (!readsWholeImage(trim.rows, trim.y) || !readsWholeImage(trim.columns, trim.x))
      return rewriter.notifyMatchFailure(op, "what is left would read a part of the image");
    Value weights = trim.apply(op.getWeight(), rewriter);
    if (!weights)
      return rewriter.notifyMatchFailure(op, "the weights are not constant");
    rewriter.modifyOpInPlace(op, [&] {
      op.getWeightMutable().assign(weights);
      op.setPad({trim.y.getPadBefore(trim.rows), trim.y.getPadBehind(trim.rows),
                 trim.x.getPadBefore(trim.columns), trim.x.getPadBehind(trim.columns)});
    });
    return success();
  }
};

struct TrimKernels : qopt::impl::TrimKernelsBase<TrimKernels> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateTrimKernelsPatterns(patterns);
    // Constants stay as they are: folding would inline those in blobs.
    GreedyRewriteConfig config;
    config.enableFolding(false).enableConstantCSE(false);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns), config)))
      signalPassFailure();
  }
};

} // namespace

void qopt::populateTrimKernelsPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  patterns.add<TrimKernel<tosa::Conv2DOp, 1>, TrimKernel<tosa::DepthwiseConv2DOp, 0>>(
      patterns.getContext(), benefit);
}

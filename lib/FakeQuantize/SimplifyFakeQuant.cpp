#include "mlir/IR/Remarks.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/FakeQuantize/Patterns.h"

#define DEBUG_TYPE "qopt-simplify-fake-quant"

namespace qopt {
#define GEN_PASS_DEF_SIMPLIFYFAKEQUANT
#include "qopt/FakeQuantize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// fake_quant(fake_quant(x, g), g) -> fake_quant(x, g).
///
/// Exact while every stored integer fits the significand of the float type: the
/// multiplication and the division then stay within half a step, and rounding
/// undoes them.
struct DropRepeatedFakeQuant : OpRewritePattern<calib::FakeQuantOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(calib::FakeQuantOp outer,
                                PatternRewriter &rewriter) const override {
    auto inner = outer.getInput().getDefiningOp<calib::FakeQuantOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(outer, "input is not a fake_quant");
    if (inner.getGrid() != outer.getGrid())
      return rewriter.notifyMatchFailure(outer, "grids differ");
    auto grid = cast<quant::QuantizedType>(outer.getGrid());
    auto expressed = cast<FloatType>(grid.getExpressedType());
    if (APFloat::semanticsPrecision(expressed.getFloatSemantics()) <
        grid.getStorageTypeIntegralWidth())
      return rewriter.notifyMatchFailure(outer, "a second snap may move values");
    rewriter.replaceOp(outer, inner.getResult());
    return success();
  }
};

struct SimplifyFakeQuant : public qopt::impl::SimplifyFakeQuantBase<SimplifyFakeQuant> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateSimplifyFakeQuantPatterns(patterns);
    GreedyRewriteConfig config;
    config.setMaxIterations(maxIterations);
    config.enableConstantCSE(false);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns), config))) {
      getOperation()->emitError("did not settle within ")
          << maxIterations << " sweeps; raise max-iterations";
      return signalPassFailure();
    }
    getOperation()->walk([](calib::FakeQuantOp outer) {
      if (outer.getInput().getDefiningOp<calib::FakeQuantOp>())
        remark::missed(outer.getLoc(), remark::RemarkOpts::name("regrid").category(DEBUG_TYPE))
            << "values go from one grid to another";
    });
  }
};

} // namespace

void qopt::populateSimplifyFakeQuantPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  patterns.add<DropRepeatedFakeQuant>(patterns.getContext(), benefit);
}

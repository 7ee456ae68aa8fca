#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FloatFunctionEmitter.h"
#include "qopt/Target/ISA.h"
#include "qopt/Vectorize/Passes.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace qopt {
#define GEN_PASS_DEF_EXPANDMATH
#include "qopt/Vectorize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

bool isFloat32(Value value) { return getElementTypeOrSelf(value).isF32(); }

/// One of our functions of one variable.
template <typename MathOp, Value (*emit)(OpBuilder &, Location, Value, bool)>
struct ExpandFunction : OpRewritePattern<MathOp> {
  ExpandFunction(MLIRContext *context, bool hasScale)
      : OpRewritePattern<MathOp>(context), hasScale(hasScale) {}

  LogicalResult matchAndRewrite(MathOp op, PatternRewriter &rewriter) const override {
    if (!isFloat32(op.getResult()))
      return rewriter.notifyMatchFailure(op, "only f32 is supported");
    rewriter.replaceOp(op, emit(rewriter, op.getLoc(), op.getOperand(), hasScale));
    return success();
  }

private:
  bool hasScale;
};

struct ExpandPow : OpRewritePattern<math::PowFOp> {
  ExpandPow(MLIRContext *context, bool hasScale) : OpRewritePattern(context), hasScale(hasScale) {}

  LogicalResult matchAndRewrite(math::PowFOp op, PatternRewriter &rewriter) const override {
    if (!isFloat32(op.getResult()))
      return rewriter.notifyMatchFailure(op, "only f32 is supported");
    rewriter.replaceOp(op, emitPow(rewriter, op.getLoc(), op.getLhs(), op.getRhs(), hasScale));
    return success();
  }

private:
  bool hasScale;
};

/// What processors have as an instruction.
template <typename MathOp, typename IntrinsicOp>
struct ExpandToIntrinsic : OpRewritePattern<MathOp> {
  using OpRewritePattern<MathOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(MathOp op, PatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<IntrinsicOp>(op, op.getType(), op->getOperands());
    return success();
  }
};

/// |v| of integers, the smallest of which stays itself.
struct ExpandAbsI : OpRewritePattern<math::AbsIOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::AbsIOp op, PatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::AbsOp>(op, op.getType(), op.getOperand(),
                                             /*is_int_min_poison=*/false);
    return success();
  }
};

struct ExpandMath : qopt::impl::ExpandMathBase<ExpandMath> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    // A module, or a function of one.
    auto module = dyn_cast<ModuleOp>(getOperation());
    if (!module)
      module = getOperation()->getParentOfType<ModuleOp>();
    bool hasScale = module && getTarget(module).hasScale();
    patterns.add<ExpandFunction<math::ExpOp, emitExp>, ExpandFunction<math::LogOp, emitLog>,
                 ExpandFunction<math::ErfOp, emitErf>, ExpandFunction<math::TanhOp, emitTanh>,
                 ExpandFunction<math::RsqrtOp, emitRsqrt>,
                 ExpandFunction<qint::VectorSigmoidOp, emitSigmoid>, ExpandPow>(&getContext(),
                                                                                hasScale);
    patterns.add<ExpandToIntrinsic<math::FmaOp, LLVM::FMAOp>,
                 ExpandToIntrinsic<math::SqrtOp, LLVM::SqrtOp>,
                 ExpandToIntrinsic<math::AbsFOp, LLVM::FAbsOp>,
                 ExpandToIntrinsic<math::FloorOp, LLVM::FFloorOp>,
                 ExpandToIntrinsic<math::CeilOp, LLVM::FCeilOp>,
                 ExpandToIntrinsic<math::TruncOp, LLVM::FTruncOp>,
                 ExpandToIntrinsic<math::RoundEvenOp, LLVM::RoundEvenOp>,
                 ExpandToIntrinsic<math::CopySignOp, LLVM::CopySignOp>, ExpandAbsI>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));

    getOperation()->walk([&](Operation *op) {
      if (!isa_and_present<math::MathDialect>(op->getDialect()))
        return;
      op->emitError() << "'" << op->getName()
                      << "' has no definition with the same bytes on every target; express it by "
                         "exp, log, erf, tanh, powf, rsqrt, sqrt or arithmetic on f32";
      signalPassFailure();
    });
  }
};

} // namespace

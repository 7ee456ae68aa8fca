#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Passes.h"
#include "qopt/Vectorize/Patterns.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace qopt {
#define GEN_PASS_DEF_VECTORIZE
#include "qopt/Vectorize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

void qopt::populateVectorizePatterns(RewritePatternSet &patterns, const Target &target) {
  populateVectorizeLinalgPatterns(patterns, target);
  populateVectorizeConvolutionPatterns(patterns, target);
  populateVectorizeMatmulPatterns(patterns, target);
  populateVectorizePoolPatterns(patterns, target);
  populateVectorizeReducePatterns(patterns, target);
  populateVectorizeTickPatterns(patterns);
}

namespace {

bool isScheduledOp(Operation *op) {
  return isa<linalg::LinalgOp>(op) || op->getName().getStringRef().starts_with("qint.scheduled.");
}

struct Vectorize : qopt::impl::VectorizeBase<Vectorize> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateVectorizePatterns(patterns, getTarget(getOperation()));
    walkAndApplyPatterns(getOperation(), std::move(patterns));

    getOperation().walk([&](Operation *op) {
      if (!isScheduledOp(op))
        return;
      op->emitError() << "'" << op->getName()
                      << "' cannot be vectorized; it must work on buffers with static shapes, "
                         "strides and offsets, as 'qopt-schedule' makes them";
      signalPassFailure();
    });
  }
};

} // namespace

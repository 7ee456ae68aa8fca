#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "llvm/TargetParser/Triple.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// The clock that a user's program may read: cycle counters of ARM are for the
/// system only.
StringRef getClock(ModuleOp module) {
  std::optional<CPUDescription> cpu = getCPU(module);
  bool isARM = cpu && llvm::Triple(cpu->triple).isAArch64();
  return isARM ? "llvm.readsteadycounter" : "llvm.readcyclecounter";
}

struct VectorizeTick : OpRewritePattern<ScheduledTickOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ScheduledTickOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    Value ticks = op.getTicks();
    auto indexOf = [&](int64_t slot) -> Value {
      return arith::ConstantIndexOp::create(builder, slot);
    };
    Value slot = indexOf(op.getSlot()), last = indexOf(op.getTicks().getType().getDimSize(0) - 1);
    auto intrinsic = builder.getStringAttr(getClock(op->getParentOfType<ModuleOp>()));
    Value now =
        LLVM::CallIntrinsicOp::create(builder, builder.getI64Type(), intrinsic, ValueRange())
            .getResult(0);
    if (op.getSlot() != op.getTicks().getType().getDimSize(0) - 1) {
      Value before = memref::LoadOp::create(builder, ticks, last);
      Value sum = memref::LoadOp::create(builder, ticks, slot);
      sum = arith::AddIOp::create(builder, sum, arith::SubIOp::create(builder, now, before));
      memref::StoreOp::create(builder, sum, ticks, slot);
    }
    memref::StoreOp::create(builder, now, ticks, last);
    rewriter.eraseOp(op);
    return success();
  }
};

} // namespace

void qopt::populateVectorizeTickPatterns(RewritePatternSet &patterns) {
  patterns.add<VectorizeTick>(patterns.getContext());
}

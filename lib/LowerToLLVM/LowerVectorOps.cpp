#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/LowerToLLVM/Patterns.h"

#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace qopt {
#define GEN_PASS_DEF_LOWERVECTOROPS
#include "qopt/LowerToLLVM/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

void qopt::populateLowerVectorOpsPatterns(RewritePatternSet &patterns, const Target &target) {
  populateLowerGenericPatterns(patterns, /*benefit=*/1);
  if (target.emulate)
    return;
  switch (target.isa->dot) {
  case DotLowering::Generic:
    return;
  case DotLowering::Avx2:
    return populateLowerAvx2Patterns(patterns, target, /*benefit=*/2);
  case DotLowering::AvxVnni:
    return populateLowerAvxVnniPatterns(patterns, target, /*benefit=*/2);
  case DotLowering::Avx512Bw:
    return populateLowerAvx512BwPatterns(patterns, target, /*benefit=*/2);
  case DotLowering::Amx:
    populateLowerAmxPatterns(patterns, /*benefit=*/2);
    [[fallthrough]];
  case DotLowering::Avx512Vnni:
    return populateLowerAvx512VnniPatterns(patterns, target, /*benefit=*/2);
  case DotLowering::Neon:
    return populateLowerNeonPatterns(patterns, /*benefit=*/2);
  case DotLowering::NeonDot:
    return populateLowerNeonDotPatterns(patterns, /*benefit=*/2);
  }
}

namespace {

struct LowerVectorOps : qopt::impl::LowerVectorOpsBase<LowerVectorOps> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateLowerVectorOpsPatterns(patterns, getTarget(getOperation()));
    walkAndApplyPatterns(getOperation(), std::move(patterns));

    // Those that the lowerings above have made, too.
    RewritePatternSet softwarePatterns(&getContext());
    if (!hasFusedMultiplyAdd(getOperation()))
      populateLowerFmaPatterns(softwarePatterns);
    if (!hasRounding(getOperation()))
      populateLowerRoundingPatterns(softwarePatterns);
    walkAndApplyPatterns(getOperation(), std::move(softwarePatterns));
  }
};

} // namespace

#include "LowerDot.h"
#include "X86Dot.h"
#include "X86Rescale.h"
#include "qopt/LowerToLLVM/Patterns.h"

using namespace qopt;

void qopt::populateLowerAvx512BwPatterns(mlir::RewritePatternSet &patterns, const Target &target,
                                         mlir::PatternBenefit benefit) {
  static constexpr int64_t widths[] = {16, 8, 4};
  addLowerDotPattern(
      patterns, {widths, emitX86UnsignedBytes, emitX86SignedBytes, emitX86Words, emitX86BytePairs},
      benefit);
  addLowerAvx512RescalePatterns(patterns, target, benefit);
}

#include "LowerDot.h"
#include "NeonDot.h"
#include "NeonTables.h"
#include "qopt/LowerToLLVM/Patterns.h"

using namespace mlir;
using namespace qopt;

static Value emitSignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                             Value rhs) {
  return callIntrinsic(builder, "llvm.aarch64.neon.sdot.v4i32.v16i8", accumulator.getType(),
                       {accumulator, lhs, rhs});
}

/// The extension has no unsigned by signed product: lhs = (lhs - 128) + 64 + 64,
/// the first a signed byte. Kernels avoid this by `signed_input`.
static Value emitUnsignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                               Value rhs) {
  Value all64 = splatLanes(builder, lhs.getType(), 64);
  accumulator = emitSignedBytes(builder, accumulator, all64, rhs);
  accumulator = emitSignedBytes(builder, accumulator, all64, rhs);
  return emitSignedBytes(builder, accumulator, flipTopBits(builder, lhs), rhs);
}

void qopt::populateLowerNeonDotPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  static constexpr int64_t widths[] = {4};
  addLowerDotPattern(patterns, {widths, emitUnsignedBytes, emitSignedBytes, emitNeonWords},
                     benefit);
  addLowerNeonTablePatterns(patterns, benefit);
}

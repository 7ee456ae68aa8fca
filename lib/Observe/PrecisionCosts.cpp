#include "PrecisionCosts.h"

#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace qopt;

namespace {

// Measured on cores with AVX-512 VNNI and on their AVX2 code; the choice
// depends on ratios that differ by more than they do between cores.

/// Bytes per cycle from the second-level cache, and from behind it.
constexpr double kNearBytes = 32.0, kFarBytes = 7.0;
/// What stays in the second-level cache between two layers.
constexpr double kNearCapacity = 1024.0 * 1024.0;
/// Cycles per vector of f32 lanes.
constexpr double kQuantize = 10.0, kDequantize = 8.0, kChainedFloatOp = 1.0;
/// Cycles per vector of i32 lanes for a function in 16-bit arithmetic.
constexpr double kFunction = 12.0;

/// Cycles of a depthwise tap per vector of bytes: byte dot products take four
/// taps, shuffled together before; other targets widen each.
double getDepthwiseCyclesPerVector(const ISA &isa) {
  switch (isa.dot) {
  case DotLowering::Amx:
  case DotLowering::Avx512Vnni:
  case DotLowering::AvxVnni:
  case DotLowering::NeonDot:
    return 3.5;
  case DotLowering::Avx2:
  case DotLowering::Avx512Bw:
  case DotLowering::Neon:
    return 5.0;
  case DotLowering::Generic:
    return 10.0;
  }
  llvm_unreachable("all lowerings handled");
}

double getVectors(const ISA &isa, int64_t elements, unsigned bits) {
  return static_cast<double>(elements) / isa.lanes(bits);
}

double getMemoryCycles(const LayerShape &shape, double elementBytes) {
  double outputBytes = shape.isStored ? elementBytes : 4;
  double activations = static_cast<double>(shape.inputElements) * elementBytes +
                       static_cast<double>(shape.outputElements()) * outputBytes;
  double weights = static_cast<double>(shape.weightElements()) * elementBytes;
  // Each run needs other weights before it comes back to these.
  return weights / kFarBytes + activations / (activations > kNearCapacity ? kFarBytes : kNearBytes);
}

double getProductCycles(const ISA &isa, const LayerShape &shape, TileElement element) {
  bool isInteger = element == TileElement::Int8;
  int64_t taps = shape.outputElements() * shape.depth;
  if (shape.isDepthwise && isInteger)
    return getVectors(isa, taps, 8) * getDepthwiseCyclesPerVector(isa);
  if (shape.isDepthwise) // one load and one fused multiply-add each
    return getVectors(isa, taps, 32) * 0.9;
  TileProblem problem{shape.groups, shape.positions, shape.outputs, shape.depth, element};
  // Without an instruction for bytes, weights are words, in pairs.
  bool byWord = isInteger && isa.multipliesWords();
  if (byWord)
    problem.element = TileElement::Int8ByWord;
  if (isInteger)
    problem.steps = llvm::divideCeil(shape.depth, byWord ? 2 : 4);
  return chooseTile(isa, problem).cycles;
}

} // namespace

double qopt::predictIntegerCycles(const ISA &isa, const LayerShape &shape) {
  double cycles =
      std::max(getProductCycles(isa, shape, TileElement::Int8), getMemoryCycles(shape, 1));
  if (shape.hasFunction)
    cycles += getVectors(isa, shape.outputElements(), 32) * kFunction;
  return cycles;
}

double qopt::predictFloatCycles(const ISA &isa, const LayerShape &shape) {
  double cycles =
      std::max(getProductCycles(isa, shape, TileElement::Float32), getMemoryCycles(shape, 4));
  return cycles + getVectors(isa, shape.outputElements(), 32) * kChainedFloatOp *
                      static_cast<double>(shape.chainedOps);
}

double qopt::predictQuantizeCycles(const ISA &isa, int64_t elements) {
  return getVectors(isa, elements, 32) * kQuantize;
}

double qopt::predictDequantizeCycles(const ISA &isa, int64_t elements) {
  return getVectors(isa, elements, 32) * kDequantize;
}

#include "Activations.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

static constexpr float infinity = std::numeric_limits<float>::infinity();

Value qopt::onnx_import::emitRelu(ImportBuilder &b, Value value) {
  return b.clamp(value, 0.0f, infinity);
}

Value qopt::onnx_import::emitLeakyRelu(ImportBuilder &b, Value value, float alpha) {
  Value scaled = b.scale(value, alpha);
  // On either side of 0 the one or the other is larger.
  return alpha <= 1.0f ? b.binary<tosa::MaximumOp>(value, scaled)
                       : b.binary<tosa::MinimumOp>(value, scaled);
}

Value qopt::onnx_import::emitThresholdedRelu(ImportBuilder &b, Value value, float alpha) {
  Value isAbove = b.compare<tosa::GreaterOp>(value, b.createScalarLike(alpha, value));
  return b.select(isAbove, value, b.createScalarLike(0, value));
}

Value qopt::onnx_import::emitElu(ImportBuilder &b, Value value, float alpha) {
  Value exp = b.unary<tosa::ExpOp>(b.clamp(value, -infinity, 0.0f));
  Value negative = b.scale(b.shift(exp, -1.0f), alpha);
  return b.binary<tosa::AddOp>(emitRelu(b, value), negative);
}

Value qopt::onnx_import::emitHardSigmoid(ImportBuilder &b, Value value, float alpha, float beta) {
  return b.clamp(b.shift(b.scale(value, alpha), beta), 0.0f, 1.0f);
}

Value qopt::onnx_import::emitSoftplus(ImportBuilder &b, Value value) {
  Value decay = b.unary<tosa::ExpOp>(b.scale(b.unary<tosa::AbsOp>(value), -1.0f));
  Value log = b.unary<tosa::LogOp>(b.shift(decay, 1.0f));
  return b.binary<tosa::AddOp>(emitRelu(b, value), log);
}

Value qopt::onnx_import::emitSoftsign(ImportBuilder &b, Value value) {
  Value divisor = b.shift(b.unary<tosa::AbsOp>(value), 1.0f);
  return b.mul(value, b.unary<tosa::ReciprocalOp>(divisor));
}

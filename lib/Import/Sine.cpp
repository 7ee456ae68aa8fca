#include "Sine.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

// The evaluator and compiled code have neither function: both are polynomials of
// what is left of the angle when multiples of pi are taken off.

namespace {

/// `value - turns * pi`, with pi in three parts, the products of the first two of
/// which are exact as long as `turns` has few bits (Cody and Waite).
Value reduce(ImportBuilder &b, Value value, Value turns) {
  for (double part : {3.140625, 9.67502593994140625e-4, 1.509957990978376432e-7})
    value = b.binary<tosa::SubOp>(value, b.scale(turns, part));
  return value;
}

/// The sine within half a turn: a polynomial of degree 11, least maximal error.
Value emitPolynomial(ImportBuilder &b, Value value) {
  Value square = b.mul(value, value), sum = b.createScalarLike(-2.3889859e-08, value);
  for (double coefficient : {2.7525562e-06, -0.00019840874, 0.0083333310, -0.16666667, 1.0})
    sum = b.shift(b.mul(sum, square), coefficient);
  return b.mul(value, sum);
}

/// 1 for even `turns`, which are whole, -1 for odd ones.
Value emitSign(ImportBuilder &b, Value turns) {
  Value pairs = b.unary<tosa::FloorOp>(b.scale(turns, 0.5));
  Value parity = b.binary<tosa::SubOp>(turns, b.scale(pairs, 2.0));
  return b.shift(b.scale(parity, -2.0), 1.0);
}

constexpr double inversePi = 0.318309886183790671538;

} // namespace

/// sin(n pi + r) is sin(r) for even n, -sin(r) for odd ones.
Value qopt::onnx_import::emitSin(ImportBuilder &b, Value value) {
  Value turns = b.unary<tosa::FloorOp>(b.shift(b.scale(value, inversePi), 0.5));
  return b.mul(emitPolynomial(b, reduce(b, value, turns)), emitSign(b, turns));
}

/// cos((n + 1/2) pi + r) is -sin(r) for even n, sin(r) for odd ones.
Value qopt::onnx_import::emitCos(ImportBuilder &b, Value value) {
  Value turns = b.unary<tosa::FloorOp>(b.scale(value, inversePi));
  Value sine = emitPolynomial(b, reduce(b, value, b.shift(turns, 0.5)));
  return b.mul(sine, b.scale(emitSign(b, turns), -1.0));
}

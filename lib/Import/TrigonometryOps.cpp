#include "Expansion.h"
#include "Ops.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"

// Functions of one operand that others give: tangents, hyperbolic and inverse ones.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

using Name = const std::string &;
/// The function of `x`.
using Formula = std::string (*)(Expansion &e, Name x);

std::string addTan(Expansion &e, Name x) {
  return e.add("Div", {e.add("Sin", {x}), e.add("Cos", {x})});
}

/// (exp(x) + exp(-x)) / 2 or, with Sub, the other one.
std::string addHalfOf(Expansion &e, StringRef op, Name x) {
  std::string both = e.add(op, {e.add("Exp", {x}), e.add("Exp", {e.add("Neg", {x})})});
  return e.add("Mul", {both, e.scalar(0.5f)});
}
std::string addSinh(Expansion &e, Name x) { return addHalfOf(e, "Sub", x); }
std::string addCosh(Expansion &e, Name x) { return addHalfOf(e, "Add", x); }

/// log(x + sqrt(x^2 + offset)) of an operand that is not negative.
std::string addAreaFunction(Expansion &e, Name x, float offset) {
  std::string square = e.add("Add", {e.add("Mul", {x, x}), e.scalar(offset)});
  return e.add("Log", {e.add("Add", {x, e.add("Sqrt", {square})})});
}
/// Odd: of the absolute value, where nothing cancels.
std::string addAsinh(Expansion &e, Name x) {
  return e.add("Mul", {e.add("Sign", {x}), addAreaFunction(e, e.add("Abs", {x}), 1.0f)});
}
std::string addAcosh(Expansion &e, Name x) { return addAreaFunction(e, x, -1.0f); }

/// log((1 + x) / (1 - x)) / 2
std::string addAtanh(Expansion &e, Name x) {
  std::string one = e.scalar(1.0f);
  std::string quotient = e.add("Div", {e.add("Add", {one, x}), e.add("Sub", {one, x})});
  return e.add("Mul", {e.add("Log", {quotient}), e.scalar(0.5f)});
}

/// Arguments beyond tan(3/8 pi) are turned by a right angle, those beyond tan(pi/8)
/// by half of one; what is left has the polynomial of Cephes' atanf.
std::string addAtan(Expansion &e, Name x) {
  constexpr float pi = llvm::numbers::pif;
  std::string a = e.add("Abs", {x}), one = e.scalar(1.0f);
  std::string isLarge = e.add("Greater", {a, e.scalar(2.41421356f)});
  std::string isMiddle = e.add("Greater", {a, e.scalar(0.41421356f)});
  std::string turned = e.add("Div", {e.add("Sub", {a, one}), e.add("Add", {a, one})});
  std::string t = e.add("Where", {isMiddle, turned, a});
  t = e.add("Where", {isLarge, e.add("Div", {e.scalar(-1.0f), a}), t});
  std::string offset = e.add("Where", {isMiddle, e.scalar(pi / 4), e.scalar(0.0f)});
  offset = e.add("Where", {isLarge, e.scalar(pi / 2), offset});
  std::string z = e.add("Mul", {t, t}), sum = e.scalar(8.05374449538e-2f);
  for (float coefficient : {-1.38776856032e-1f, 1.99777106478e-1f, -3.33329491539e-1f})
    sum = e.add("Add", {e.add("Mul", {sum, z}), e.scalar(coefficient)});
  std::string rest = e.add("Mul", {e.add("Mul", {sum, z}), t});
  std::string angle = e.add("Add", {offset, e.add("Add", {rest, t})});
  return e.add("Mul", {e.add("Sign", {x}), angle});
}

/// atan(x / sqrt(1 - x^2))
std::string addAsin(Expansion &e, Name x) {
  std::string other = e.add("Sub", {e.scalar(1.0f), e.add("Mul", {x, x})});
  return addAtan(e, e.add("Div", {x, e.add("Sqrt", {other})}));
}
std::string addAcos(Expansion &e, Name x) {
  return e.add("Sub", {e.scalar(llvm::numbers::pif / 2), addAsin(e, x)});
}

} // namespace

LogicalResult qopt::onnx_import::importTrigonometry(NodeImporter &node) {
  auto formula = llvm::StringSwitch<Formula>(node.getOpType())
                     .Case("Tan", addTan)
                     .Case("Sinh", addSinh)
                     .Case("Cosh", addCosh)
                     .Case("Asinh", addAsinh)
                     .Case("Acosh", addAcosh)
                     .Case("Atanh", addAtanh)
                     .Case("Atan", addAtan)
                     .Case("Asin", addAsin)
                     .Default(addAcos);
  Expansion e(node);
  return e.finish(formula(e, e.operand(0)));
}

/// x + bias below -lambd, x - bias above lambd, else 0
LogicalResult qopt::onnx_import::importShrink(NodeImporter &node) {
  FailureOr<float> bias = node.getFloat("bias", 0.0f), lambd = node.getFloat("lambd", 0.5f);
  if (failed(bias) || failed(lambd))
    return failure();
  Expansion e(node);
  std::string x = e.operand(0), offset = e.scalar(*bias);
  std::string isBelow = e.add("Less", {x, e.scalar(-*lambd)});
  std::string isAbove = e.add("Greater", {x, e.scalar(*lambd)});
  std::string rest = e.add("Where", {isAbove, e.add("Sub", {x, offset}), e.scalar(0.0f)});
  return e.finish(e.add("Where", {isBelow, e.add("Add", {x, offset}), rest}));
}

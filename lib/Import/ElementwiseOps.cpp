#include "Ops.h"

#include "Activations.h"
#include "Broadcast.h"
#include "IntegerDivision.h"
#include "Sine.h"
#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/StringSwitch.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

//===----------------------------------------------------------------------===//
// Functions of one value
//===----------------------------------------------------------------------===//

template <typename OpTy> Value emitOp(ImportBuilder &b, Value value) {
  return b.unary<OpTy>(value);
}

Value emitNeg(ImportBuilder &b, Value value) {
  if (getElementTypeOrSelf(value).isF32())
    return b.scale(value, -1.0f);
  return b.binary<tosa::SubOp>(b.createScalarLike(0, value), value);
}

Value emitAbs(ImportBuilder &b, Value value) {
  if (getElementTypeOrSelf(value).isF32())
    return b.unary<tosa::AbsOp>(value);
  return b.binary<tosa::MaximumOp>(value, emitNeg(b, value));
}

Value emitSqrt(ImportBuilder &b, Value value) { return b.sqrt(value); }

/// x * clamp(x / 6 + 1/2, 0, 1)
Value emitHardSwish(ImportBuilder &b, Value value) {
  Value gate = b.shift(b.scale(value, 1.0f / 6.0f), 0.5f);
  return b.mul(value, b.clamp(gate, 0.0f, 1.0f));
}

/// -1, 0 or 1; NaN stays NaN.
Value emitSign(ImportBuilder &b, Value value) {
  Value zero = b.createScalarLike(0, value);
  Value negative =
      b.select(b.compare<tosa::GreaterOp>(zero, value), b.createScalarLike(-1, value), value);
  return b.select(b.compare<tosa::GreaterOp>(value, zero), b.createScalarLike(1, value), negative);
}

/// To nearest even, as `tosa.cast` to integers does; from 2^23 on all floats are
/// whole.
Value emitRound(ImportBuilder &b, Value value) {
  Value rounded = b.castTo(b.castTo(value, b.getI32Type()), b.getF32Type());
  Value limit = b.createScalarLike(8388608.0, value);
  Value isSmall = b.compare<tosa::GreaterOp>(limit, b.unary<tosa::AbsOp>(value));
  return b.select(isSmall, rounded, value);
}

/// x * tanh(softplus(x))
Value emitMish(ImportBuilder &b, Value value) {
  return b.mul(value, b.unary<tosa::TanhOp>(emitSoftplus(b, value)));
}

Value emitIsNaN(ImportBuilder &b, Value value) {
  return b.unary<tosa::LogicalNotOp>(b.compare<tosa::EqualOp>(value, value));
}

//===----------------------------------------------------------------------===//
// Functions of two values
//===----------------------------------------------------------------------===//

template <typename OpTy> Value emitOp(ImportBuilder &b, Value lhs, Value rhs) {
  return b.binary<OpTy>(lhs, rhs);
}

Value emitMul(ImportBuilder &b, Value lhs, Value rhs) { return b.mul(lhs, rhs); }

/// TOSA has no float division.
Value emitDiv(ImportBuilder &b, Value lhs, Value rhs) {
  if (!getElementTypeOrSelf(lhs).isF32())
    return emitIntegerDiv(b, lhs, rhs);
  return b.mul(lhs, b.unary<tosa::ReciprocalOp>(rhs));
}

/// max(x, 0) + slope * min(x, 0)
Value emitPRelu(ImportBuilder &b, Value value, Value slope) {
  Value negative = b.mul(b.clamp(value, -infinity, 0.0f), slope);
  return b.binary<tosa::AddOp>(emitRelu(b, value), negative);
}

/// C's fmod: x - y * trunc(x / y). The quotient may be rounded up to the next
/// whole number; then the rest has the wrong sign, and one divisor too many was
/// taken.
Value emitFmod(ImportBuilder &b, Value lhs, Value rhs) {
  Value divisor = b.unary<tosa::AbsOp>(rhs), dividend = b.unary<tosa::AbsOp>(lhs);
  Value quotient = b.unary<tosa::FloorOp>(emitDiv(b, dividend, divisor));
  Value rest = b.binary<tosa::SubOp>(dividend, b.mul(quotient, divisor));
  Value zero = b.createScalarLike(0, rest);
  rest =
      b.select(b.compare<tosa::GreaterOp>(zero, rest), b.binary<tosa::AddOp>(rest, divisor), rest);
  rest = b.select(b.compare<tosa::GreaterEqualOp>(rest, divisor),
                  b.binary<tosa::SubOp>(rest, divisor), rest);
  // Nothing is taken where the divisor is infinite: 0 times it would be NaN.
  Value limit = b.createScalarLike(infinity, divisor);
  Value isKept = b.compare<tosa::LogicalAndOp>(b.compare<tosa::EqualOp>(divisor, limit),
                                               b.compare<tosa::GreaterOp>(limit, dividend));
  rest = b.select(isKept, dividend, rest);
  return b.select(b.compare<tosa::GreaterOp>(b.createScalarLike(0, lhs), lhs), emitNeg(b, rest),
                  rest);
}

/// Which NaN several steps give is up to the order of their operands: one NaN for all.
Value emitUniformNaN(ImportBuilder &b, Value value) {
  return b.select(b.compare<tosa::EqualOp>(value, value), value,
                  b.createScalarLike(std::numeric_limits<double>::quiet_NaN(), value));
}

/// Python's: the rest has the sign of the divisor.
Value emitFloorMod(ImportBuilder &b, Value lhs, Value rhs) {
  Value rest = emitFmod(b, lhs, rhs), zero = b.createScalarLike(0, rest);
  auto isNegative = [&](Value v) { return b.compare<tosa::GreaterOp>(zero, v); };
  Value hasOtherSign = b.compare<tosa::LogicalXorOp>(isNegative(rest), isNegative(rhs));
  hasOtherSign = b.compare<tosa::LogicalAndOp>(
      hasOtherSign, b.unary<tosa::LogicalNotOp>(b.compare<tosa::EqualOp>(rest, zero)));
  return b.select(hasOtherSign, b.binary<tosa::AddOp>(rest, rhs), rest);
}

using BinaryFunction = Value (*)(ImportBuilder &, Value, Value);

BinaryFunction findBinary(StringRef op) {
  return llvm::StringSwitch<BinaryFunction>(op)
      .Cases({"Add", "Sum", "Mean"}, emitOp<tosa::AddOp>)
      .Case("Sub", emitOp<tosa::SubOp>)
      .Case("Mul", emitMul)
      .Case("Div", emitDiv)
      .Case("Min", emitOp<tosa::MinimumOp>)
      .Case("Max", emitOp<tosa::MaximumOp>)
      .Case("Pow", emitOp<tosa::PowOp>)
      .Case("PRelu", emitPRelu)
      .Default(nullptr);
}

/// 1 / c, so that a division by constants becomes a multiplication.
ImportedValue invertConstant(const ImportedValue &constant) {
  ImportedValue result = withoutGrid(constant);
  auto inverse = std::make_shared<Tensor>(result.constant->getType());
  for (auto [to, from] : llvm::zip_equal(inverse->as<float>(), result.constant->as<float>()))
    to = static_cast<float>(1.0 / static_cast<double>(from));
  result.constant = std::move(inverse);
  result.forms.clear();
  return result;
}

/// One value per channel of a result of shape `shape`, if `constant` is the same
/// in all other dimensions.
std::optional<SmallVector<double>>
readChannelConstant(const ImportedValue &constant, ArrayRef<int64_t> shape, int64_t channelDim) {
  int64_t channels = shape[channelDim];
  if (!constant.isConstant() || constant.rank() > shape.size())
    return std::nullopt;
  for (auto [dim, size] : llvm::enumerate(constant.shape)) {
    size_t resultDim = dim + shape.size() - constant.rank();
    if (size != 1 && (static_cast<int64_t>(resultDim) != channelDim || size != channels))
      return std::nullopt;
  }
  SmallVector<float> values = readRounded(constant);
  if (values.size() == 1)
    values.assign(channels, values.front());
  return SmallVector<double>(values.begin(), values.end());
}

/// Lets the convolution or product that computes `operand` do the addition or
/// multiplication of channel constants by itself.
std::optional<ImportedValue> absorb(NodeImporter &node, size_t index, ImportedValue &operand,
                                    const ImportedValue &constant) {
  StringRef op = node.getOpType();
  if (!operand.affine || !node.isOnlyReader(index) || constant.rank() > operand.rank())
    return std::nullopt;
  const AffineAbsorber &affine = *operand.affine;
  auto values = readChannelConstant(constant, operand.shape, affine.channelDim);
  bool isScale = op == "Mul" || op == "Div";
  if (!values || (isScale && !affine.canScale))
    return std::nullopt;
  if (op == "Add" || op == "Sub") {
    if (op == "Sub")
      for (double &value : *values)
        value = -value;
    return affine.absorb({}, *values);
  }
  if (op == "Div")
    for (double &value : *values)
      value = 1.0 / value;
  return isScale ? std::optional(affine.absorb(*values, SmallVector<double>(values->size(), 0.0)))
                 : std::nullopt;
}

/// The exponent of a Pow as a value of type `type`, that of the base.
FailureOr<ImportedValue> convertExponent(NodeImporter &node, ImportedValue &exponent, Type type) {
  ImportBuilder &b = node.getBuilder();
  bool becomesInteger = exponent.isFloat() && !type.isF32();
  if (exponent.isConstant()) {
    SmallVector<double> values = toDoubles(*exponent.constant);
    if (!becomesInteger || llvm::all_of(values, [](double v) { return v == std::floor(v); }))
      return ImportedValue::ofConstant(fromDoubles(type, exponent.shape, values));
  }
  if (becomesInteger)
    return node.error() << "the exponents of integers are computed as floats, or are no whole "
                        << "numbers; cast the base to float";
  return emitElementwise(node, exponent, [&](Value v) { return b.castTo(v, type); });
}

FailureOr<ImportedValue> importPair(NodeImporter &node, ImportedValue &lhs, ImportedValue &rhs) {
  ImportBuilder &b = node.getBuilder();
  StringRef op = node.getOpType();
  if (op == "Mod") {
    FailureOr<int64_t> isFmod = node.getInteger("fmod", 0);
    if (failed(isFmod))
      return failure();
    bool isFloat = lhs.isFloat(), takesDividendSign = *isFmod != 0;
    return emitElementwise(node, lhs, rhs, [&](Value l, Value r) {
      if (!isFloat)
        return emitIntegerMod(b, l, r, takesDividendSign);
      return emitUniformNaN(b, takesDividendSign ? emitFmod(b, l, r) : emitFloorMod(b, l, r));
    });
  }
  if (op == "Pow" && !lhs.isFloat())
    return emitElementwise(node, lhs, rhs,
                           [&](Value l, Value r) { return emitIntegerPow(b, l, r); });
  if (op == "Div" && lhs.isFloat() && rhs.isConstant()) {
    ImportedValue inverse = invertConstant(rhs);
    return emitElementwise(node, lhs, inverse, [&](Value l, Value r) { return emitMul(b, l, r); });
  }
  return emitElementwise(node, lhs, rhs, [&, function = findBinary(op)](Value l, Value r) {
    return function(b, l, r);
  });
}

} // namespace

LogicalResult qopt::onnx_import::importUnary(NodeImporter &node) {
  using Function = Value (*)(ImportBuilder &, Value);
  auto function = llvm::StringSwitch<Function>(node.getOpType())
                      .Case("Relu", emitRelu)
                      .Case("Sigmoid", emitOp<tosa::SigmoidOp>)
                      .Case("Tanh", emitOp<tosa::TanhOp>)
                      .Case("Exp", emitOp<tosa::ExpOp>)
                      .Case("Log", emitOp<tosa::LogOp>)
                      .Case("Erf", emitOp<tosa::ErfOp>)
                      .Case("Abs", emitAbs)
                      .Case("Sin", emitSin)
                      .Case("Cos", emitCos)
                      .Case("Floor", emitOp<tosa::FloorOp>)
                      .Case("Ceil", emitOp<tosa::CeilOp>)
                      .Case("Reciprocal", emitOp<tosa::ReciprocalOp>)
                      .Case("Neg", emitNeg)
                      .Case("Sign", emitSign)
                      .Case("Round", emitRound)
                      .Case("Softsign", emitSoftsign)
                      .Case("Mish", emitMish)
                      .Case("IsNaN", emitIsNaN)
                      .Case("Sqrt", emitSqrt)
                      .Case("HardSwish", emitHardSwish)
                      .Case("Softplus", emitSoftplus)
                      .Default(nullptr);
  ImportBuilder &b = node.getBuilder();
  bool takesIntegers = llvm::is_contained({"Neg", "Abs", "Sign"}, node.getOpType());
  ImportedValue *input = takesIntegers ? node.getDataInput(0) : node.getFloatInput(0);
  if (!input)
    return failure();
  if (input->getElementType().isInteger(1))
    return node.error() << "operand 0 has type bool; numbers expected";
  node.setOutput(emitElementwise(node, *input, [&](Value value) { return function(b, value); }));
  return success();
}

namespace {

/// Operand `index` of an operator on two or more values: float, or for some
/// integers too.
ImportedValue *getArithmeticInput(NodeImporter &node, size_t index) {
  StringRef op = node.getOpType();
  bool isDivision = op == "Div" || op == "Mod";
  bool takesIntegers =
      isDivision || llvm::is_contained({"Add", "Sub", "Mul", "Min", "Max", "Pow"}, op);
  bool isExponent = op == "Pow" && index == 1;
  ImportedValue *value = takesIntegers ? node.getDataInput(index) : node.getFloatInput(index);
  if (!value || value->isFloat() || isExponent)
    return value;
  const ImportedValue &first = node.getInput(0);
  if (value->getElementType().isInteger(1))
    return node.error() << "operand " << index << " has type bool; numbers expected", nullptr;
  if (value->getElementType() != first.getElementType())
    return node.error() << "its operands have the types " << first.describeType() << " and "
                        << value->describeType() << "; the same type expected",
           nullptr;
  unsigned width = value->getElementType().getIntOrFloatBitWidth();
  if (op == "Pow" && (width < 32 || value->getElementType().isUnsignedInteger()))
    return node.error() << "operand 0 has type " << value->describeType()
                        << "; only float, int32 and int64 are supported",
           nullptr;
  if (isDivision && !isDivisible(value->getElementType()))
    return node.error() << "operand " << index << " has type " << value->describeType()
                        << "; cast it to int64 before the division",
           nullptr;
  return value;
}

} // namespace

LogicalResult qopt::onnx_import::importBinary(NodeImporter &node) {
  ImportedValue *lhs = getArithmeticInput(node, 0);
  if (!lhs)
    return failure();
  if (node.getNumInputs() == 1) { // Min, Max and Sum take any number.
    node.setOutput(*lhs);
    return success();
  }
  ImportedValue accumulated;
  for (size_t index = 1; index < node.getNumInputs(); ++index) {
    if (failed(node.requireInput(index)))
      return failure();
    ImportedValue *rhs = getArithmeticInput(node, index);
    if (!rhs)
      return failure();
    ImportedValue exponent;
    if (node.getOpType() == "Pow" && lhs->getElementType() != rhs->getElementType()) {
      FailureOr<ImportedValue> converted = convertExponent(node, *rhs, lhs->getElementType());
      if (failed(converted))
        return failure();
      exponent = std::move(*converted);
      rhs = &exponent;
    }
    if (lhs->getElementType() != rhs->getElementType())
      return node.error() << "its operands have the types " << lhs->describeType() << " and "
                          << rhs->describeType() << "; the same type expected";
    if (node.getNumInputs() == 2 && rhs->isFloat()) {
      std::optional<ImportedValue> merged = absorb(node, 0, *lhs, *rhs);
      StringRef op = node.getOpType();
      if (!merged && (op == "Add" || op == "Mul"))
        merged = absorb(node, 1, *rhs, *lhs);
      if (merged) {
        node.setOutput(std::move(*merged));
        return success();
      }
    }
    FailureOr<ImportedValue> result = importPair(node, *lhs, *rhs);
    if (failed(result))
      return failure();
    accumulated = std::move(*result);
    lhs = &accumulated;
  }
  if (node.getOpType() == "Mean") {
    float share = 1.0f / static_cast<float>(node.getNumInputs());
    accumulated = emitElementwise(node, accumulated,
                                  [&](Value v) { return node.getBuilder().scale(v, share); });
  }
  node.setOutput(std::move(accumulated));
  return success();
}

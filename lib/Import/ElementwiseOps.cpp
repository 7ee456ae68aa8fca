#include "Ops.h"

#include "Broadcast.h"
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

Value scale(ImportBuilder &b, Value value, float factor) {
  return b.mul(value, b.createScalar(factor, getShape(value).size()));
}

Value shift(ImportBuilder &b, Value value, float offset) {
  return b.binary<tosa::AddOp>(value, b.createScalar(offset, getShape(value).size()));
}

template <typename OpTy> Value emitOp(ImportBuilder &b, Value value) {
  return b.unary<OpTy>(value);
}

Value emitRelu(ImportBuilder &b, Value value) { return b.clamp(value, 0.0f, infinity); }

Value emitNeg(ImportBuilder &b, Value value) { return scale(b, value, -1.0f); }

/// Right at 0 and at infinity, where x * rsqrt(x) is not.
Value emitSqrt(ImportBuilder &b, Value value) {
  return b.unary<tosa::ReciprocalOp>(b.unary<tosa::RsqrtOp>(value));
}

/// x * clamp(x / 6 + 1/2, 0, 1)
Value emitHardSwish(ImportBuilder &b, Value value) {
  Value gate = shift(b, scale(b, value, 1.0f / 6.0f), 0.5f);
  return b.mul(value, b.clamp(gate, 0.0f, 1.0f));
}

/// max(x, 0) + log(1 + exp(-|x|)), which does not overflow.
Value emitSoftplus(ImportBuilder &b, Value value) {
  Value decay = b.unary<tosa::ExpOp>(emitNeg(b, b.unary<tosa::AbsOp>(value)));
  Value log = b.unary<tosa::LogOp>(shift(b, decay, 1.0f));
  return b.binary<tosa::AddOp>(emitRelu(b, value), log);
}

Value emitLeakyRelu(ImportBuilder &b, Value value, float alpha) {
  Value scaled = scale(b, value, alpha);
  // On either side of 0 the one or the other is larger.
  return alpha <= 1.0f ? b.binary<tosa::MaximumOp>(value, scaled)
                       : b.binary<tosa::MinimumOp>(value, scaled);
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
  return b.mul(lhs, b.unary<tosa::ReciprocalOp>(rhs));
}

/// max(x, 0) + slope * min(x, 0)
Value emitPRelu(ImportBuilder &b, Value value, Value slope) {
  Value negative = b.mul(b.clamp(value, -infinity, 0.0f), slope);
  return b.binary<tosa::AddOp>(emitRelu(b, value), negative);
}

using BinaryFunction = Value (*)(ImportBuilder &, Value, Value);

BinaryFunction findBinary(StringRef op) {
  return llvm::StringSwitch<BinaryFunction>(op)
      .Cases({"Add", "Sum"}, emitOp<tosa::AddOp>)
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

FailureOr<ImportedValue> importPair(NodeImporter &node, ImportedValue &lhs, ImportedValue &rhs) {
  ImportBuilder &b = node.getBuilder();
  BinaryFunction function = findBinary(node.getOpType());
  if (node.getOpType() == "Div" && rhs.isConstant()) {
    ImportedValue inverse = invertConstant(rhs);
    return emitElementwise(node, lhs, inverse, [&](Value l, Value r) { return emitMul(b, l, r); });
  }
  return emitElementwise(node, lhs, rhs, [&](Value l, Value r) { return function(b, l, r); });
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
                      .Case("Abs", emitOp<tosa::AbsOp>)
                      .Case("Floor", emitOp<tosa::FloorOp>)
                      .Case("Ceil", emitOp<tosa::CeilOp>)
                      .Case("Reciprocal", emitOp<tosa::ReciprocalOp>)
                      .Case("Neg", emitNeg)
                      .Case("Sqrt", emitSqrt)
                      .Case("HardSwish", emitHardSwish)
                      .Case("Softplus", emitSoftplus)
                      .Default(nullptr);
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  node.setOutput(emitElementwise(node, *input, [&](Value value) { return function(b, value); }));
  return success();
}

LogicalResult qopt::onnx_import::importBinary(NodeImporter &node) {
  ImportedValue *lhs = node.getFloatInput(0);
  if (!lhs)
    return failure();
  if (node.getNumInputs() == 1) { // Min, Max and Sum take any number.
    node.setOutput(*lhs);
    return success();
  }
  ImportedValue accumulated;
  for (size_t index = 1; index < node.getNumInputs(); ++index) {
    if (!node.hasInput(index))
      return node.error() << "operand " << index << " is missing";
    ImportedValue *rhs = node.getFloatInput(index);
    if (!rhs)
      return failure();
    if (node.getNumInputs() == 2) {
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
  node.setOutput(std::move(accumulated));
  return success();
}

LogicalResult qopt::onnx_import::importClip(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  bool hasAttributes = node.getOpset() < 11;
  FailureOr<float> min = -infinity, max = infinity;
  if (hasAttributes) {
    min = node.getFloat("min", -infinity);
    max = node.getFloat("max", infinity);
  } else {
    if (node.hasInput(1))
      min = node.getScalar(1, "the lower bound");
    if (node.hasInput(2))
      max = node.getScalar(2, "the upper bound");
  }
  if (failed(min) || failed(max))
    return failure();
  if (std::isnan(*min) || std::isnan(*max))
    return node.error() << "a bound is NaN";
  // Where the bounds cross, the upper one wins.
  float low = std::min(*min, *max);
  node.setOutput(emitElementwise(node, *input, [&](Value v) { return b.clamp(v, low, *max); }));
  return success();
}

LogicalResult qopt::onnx_import::importLeakyRelu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 0.01f);
  if (!input || failed(alpha))
    return failure();
  if (!std::isfinite(*alpha))
    return node.error() << "attribute 'alpha' is not finite";
  node.setOutput(
      emitElementwise(node, *input, [&](Value v) { return emitLeakyRelu(b, v, *alpha); }));
  return success();
}

LogicalResult qopt::onnx_import::importElu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  if (!input || failed(alpha))
    return failure();
  // max(x, 0) + alpha * (exp(min(x, 0)) - 1)
  node.setOutput(emitElementwise(node, *input, [&](Value value) {
    Value exp = b.unary<tosa::ExpOp>(b.clamp(value, -infinity, 0.0f));
    Value negative = scale(b, shift(b, exp, -1.0f), *alpha);
    return b.binary<tosa::AddOp>(emitRelu(b, value), negative);
  }));
  return success();
}

LogicalResult qopt::onnx_import::importHardSigmoid(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 0.2f), beta = node.getFloat("beta", 0.5f);
  if (!input || failed(alpha) || failed(beta))
    return failure();
  node.setOutput(emitElementwise(node, *input, [&](Value value) {
    return b.clamp(shift(b, scale(b, value, *alpha), *beta), 0.0f, 1.0f);
  }));
  return success();
}

LogicalResult qopt::onnx_import::importGelu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<StringRef> approximate = node.getString("approximate", "none");
  if (!input || failed(approximate))
    return failure();
  if (*approximate != "none" && *approximate != "tanh")
    return node.error() << "attribute 'approximate' has the value '" << *approximate
                        << "'; 'none' or 'tanh' expected";
  node.setOutput(emitElementwise(node, *input, [&](Value value) {
    Value inner;
    if (*approximate == "none") {
      // x / 2 * (1 + erf(x / sqrt(2)))
      inner = b.unary<tosa::ErfOp>(scale(b, value, std::sqrt(0.5f)));
    } else {
      // x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))
      Value cube = scale(b, b.mul(b.mul(value, value), value), 0.044715f);
      inner =
          b.unary<tosa::TanhOp>(scale(b, b.binary<tosa::AddOp>(value, cube), 0.797884560802865f));
    }
    return b.mul(scale(b, value, 0.5f), shift(b, inner, 1.0f));
  }));
  return success();
}

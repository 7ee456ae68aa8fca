#include "Ops.h"

#include "Activations.h"
#include "Broadcast.h"

#include <limits>

// Activations with parameters.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Bounds that are computed, or integers. Where they cross, the upper one wins.
LogicalResult importComputedClip(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  if (!input)
    return failure();
  FailureOr<ImportedValue> result = *input;
  for (size_t index = 1; index < node.getNumInputs(); ++index) {
    if (!node.hasInput(index))
      continue;
    ImportedValue *bound = node.getDataInput(index);
    if (!bound)
      return failure();
    if (bound->getElementType() != input->getElementType() || countElements(bound->shape) != 1)
      return node.error() << "a bound has type " << bound->describeType() << " and shape "
                          << formatShape(bound->shape) << "; one element of type "
                          << input->describeType() << " expected";
    ImportedValue scalar = *bound->reshaped({});
    result = emitElementwise(node, *result, scalar, [&](Value l, Value r) {
      return index == 1 ? b.binary<tosa::MaximumOp>(l, r) : b.binary<tosa::MinimumOp>(l, r);
    });
    if (failed(result))
      return failure();
  }
  node.setOutput(std::move(*result));
  return success();
}

} // namespace

LogicalResult qopt::onnx_import::importClip(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  auto isComputed = [&](size_t index) {
    return node.hasInput(index) && !node.getInput(index).isConstant();
  };
  const ImportedValue &operand = node.getInput(0);
  bool isInteger = !operand.isQuantized && isa<IntegerType>(operand.getElementType());
  if (isInteger || isComputed(1) || isComputed(2))
    return importComputedClip(node);
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
  node.setOutput(emitElementwise(node, *input, [&](Value v) { return emitElu(b, v, *alpha); }));
  return success();
}

LogicalResult qopt::onnx_import::importHardSigmoid(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 0.2f), beta = node.getFloat("beta", 0.5f);
  if (!input || failed(alpha) || failed(beta))
    return failure();
  node.setOutput(
      emitElementwise(node, *input, [&](Value v) { return emitHardSigmoid(b, v, *alpha, *beta); }));
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
      inner = b.unary<tosa::ErfOp>(b.scale(value, std::sqrt(0.5f)));
    } else {
      // x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))
      Value cube = b.scale(b.mul(b.mul(value, value), value), 0.044715f);
      inner =
          b.unary<tosa::TanhOp>(b.scale(b.binary<tosa::AddOp>(value, cube), 0.797884560802865f));
    }
    return b.mul(b.scale(value, 0.5f), b.shift(inner, 1.0f));
  }));
  return success();
}

/// gamma * (max(x, 0) + alpha * (exp(min(x, 0)) - 1))
LogicalResult qopt::onnx_import::importSelu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.67326319217681884765625f);
  FailureOr<float> gamma = node.getFloat("gamma", 1.05070102214813232421875f);
  if (!input || failed(alpha) || failed(gamma))
    return failure();
  node.setOutput(emitElementwise(node, *input, [&](Value value) {
    Value exp = b.unary<tosa::ExpOp>(b.clamp(value, -infinity, 0.0f));
    Value negative = b.scale(b.shift(exp, -1.0f), *alpha * *gamma);
    return b.binary<tosa::AddOp>(b.scale(emitRelu(b, value), *gamma), negative);
  }));
  return success();
}

/// max(x, 0) + min(0, alpha * (exp(x / alpha) - 1))
LogicalResult qopt::onnx_import::importCelu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  if (!input || failed(alpha))
    return failure();
  if (!(*alpha > 0.0f))
    return node.error() << "attribute 'alpha' is " << *alpha << "; a positive number expected";
  node.setOutput(emitElementwise(node, *input, [&](Value value) {
    Value exp = b.unary<tosa::ExpOp>(b.scale(b.clamp(value, -infinity, 0.0f), 1.0f / *alpha));
    return b.binary<tosa::AddOp>(emitRelu(b, value), b.scale(b.shift(exp, -1.0f), *alpha));
  }));
  return success();
}

LogicalResult qopt::onnx_import::importThresholdedRelu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  if (!input || failed(alpha))
    return failure();
  node.setOutput(
      emitElementwise(node, *input, [&](Value v) { return emitThresholdedRelu(b, v, *alpha); }));
  return success();
}

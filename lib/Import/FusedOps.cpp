#include "Expansion.h"
#include "Ops.h"

// Operators of the domain com.microsoft that do what several of the standard do: ONNX
// Runtime's optimizer, and tools built on it, write them.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The function that a fused layer ends with.
struct Activation {
  std::string op;
  SmallVector<float> parameters;
};

/// Appends `activation`, if there is one.
FailureOr<std::string> addActivation(NodeImporter &node, Expansion &e, const std::string &value,
                                     const Activation &activation) {
  StringRef op = activation.op;
  auto get = [&](size_t index, float byDefault) {
    return index < activation.parameters.size() ? activation.parameters[index] : byDefault;
  };
  if (op.empty())
    return value;
  if (op == "Relu" || op == "Tanh" || op == "Sigmoid" || op == "HardSwish" || op == "Softplus")
    return e.add(op, {value});
  if (op == "LeakyRelu")
    return e.add(op, {value}, {makeAttribute("alpha", get(0, 0.01f))});
  if (op == "HardSigmoid")
    return e.add(op, {value},
                 {makeAttribute("alpha", get(0, 0.2f)), makeAttribute("beta", get(1, 0.5f))});
  if (op == "Clip" && activation.parameters.size() == 2)
    return e.add(op, {value, e.scalar(get(0, 0)), e.scalar(get(1, 0))});
  return node.error() << "attribute 'activation' has the value '" << op
                      << "', which is not supported";
}

/// The last two dimensions exchanged, and, before that, the first one moved to the
/// place before the last.
std::string addTransposed(NodeImporter &node, Expansion &e, size_t index, bool matrix,
                          bool batches) {
  std::string value = e.operand(index);
  size_t rank = node.getInput(index).rank();
  if (rank < 2 || (!matrix && !batches))
    return value;
  Shape order = identityOrder(rank);
  if (batches)
    std::rotate(order.begin(), order.begin() + 1, order.end() - 1);
  if (matrix)
    std::swap(order[rank - 2], order[rank - 1]);
  return e.transpose(value, order);
}

} // namespace

/// x * sigmoid(alpha * x): also Swish.
LogicalResult qopt::onnx_import::importQuickGelu(NodeImporter &node) {
  FailureOr<float> alpha = node.getFloat("alpha", node.getOpType() == "Swish" ? 1.0f : 1.702f);
  if (failed(alpha))
    return failure();
  Expansion e(node);
  std::string x = e.operand(0);
  std::string scaled = *alpha == 1.0f ? x : e.add("Mul", {x, e.scalar(*alpha)});
  return e.finish(e.add("Mul", {x, e.add("Sigmoid", {scaled})}));
}

/// Swish of one operand times the other.
LogicalResult qopt::onnx_import::importSwiGLU(NodeImporter &node) {
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  if (failed(alpha))
    return failure();
  if (node.getInput(0).shape != node.getInput(1).shape)
    return node.error() << "its operands have the shapes " << formatShape(node.getInput(0).shape)
                        << " and " << formatShape(node.getInput(1).shape)
                        << "; the same shape expected";
  Expansion e(node);
  std::string gate = e.add("Swish", {e.operand(0)}, {makeAttribute("alpha", *alpha)});
  return e.finish(e.add("Mul", {gate, e.operand(1)}));
}

/// BiasGelu and FastGelu: Gelu of x + bias, the second one by tanh.
LogicalResult qopt::onnx_import::importBiasGelu(NodeImporter &node) {
  Expansion e(node);
  std::string sum = e.addOptional("Add", e.operand(0), e.operand(1));
  StringRef approximate = node.getOpType() == "FastGelu" ? "tanh" : "none";
  return e.finish(e.add("Gelu", {sum}, {makeAttribute("approximate", approximate)}));
}

/// FastGelu of A * B + bias.
LogicalResult qopt::onnx_import::importGemmFastGelu(NodeImporter &node) {
  Expansion e(node);
  std::string sum =
      e.addOptional("Add", e.add("MatMul", {e.operand(0), e.operand(1)}), e.operand(2));
  return e.finish(e.add("Gelu", {sum}, {makeAttribute("approximate", StringRef("tanh"))}));
}

/// alpha * A * B, either one transposed.
LogicalResult qopt::onnx_import::importFusedMatMul(NodeImporter &node) {
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  FailureOr<int64_t> transA = node.getInteger("transA", 0), transB = node.getInteger("transB", 0);
  FailureOr<int64_t> batchA = node.getInteger("transBatchA", 0);
  FailureOr<int64_t> batchB = node.getInteger("transBatchB", 0);
  if (failed(alpha) || failed(transA) || failed(transB) || failed(batchA) || failed(batchB))
    return failure();
  Expansion e(node);
  std::string lhs = addTransposed(node, e, 0, *transA, *batchA);
  std::string rhs = addTransposed(node, e, 1, *transB, *batchB);
  std::string product = e.add("MatMul", {lhs, rhs});
  return e.finish(*alpha == 1.0f ? product : e.add("Mul", {product, e.scalar(*alpha)}));
}

LogicalResult qopt::onnx_import::importFusedGemm(NodeImporter &node) {
  FailureOr<StringRef> op = node.getString("activation", "");
  FailureOr<float> alpha = node.getFloat("activation_alpha", 0.01f);
  FailureOr<float> beta = node.getFloat("activation_beta", 0.5f);
  if (failed(op) || failed(alpha) || failed(beta))
    return failure();
  node.ignoreAttributes({"activation_gamma"}); // Of no activation below.
  Activation activation{op->str(), {}};
  if (node.hasAttribute("activation_alpha"))
    activation.parameters = {*alpha};
  if (node.hasAttribute("activation_alpha") && node.hasAttribute("activation_beta"))
    activation.parameters.push_back(*beta);
  Expansion e(node);
  std::string product = e.add("Gemm", {e.operand(0), e.operand(1), e.operand(2)},
                              node.copyAttributes({"alpha", "beta", "transA", "transB"}));
  FailureOr<std::string> result = addActivation(node, e, product, activation);
  return failed(result) ? failure() : e.finish(*result);
}

/// A Conv, the sum with a tensor like its result, and an activation.
LogicalResult qopt::onnx_import::importFusedConv(NodeImporter &node) {
  FailureOr<StringRef> op = node.getString("activation", "");
  FailureOr<SmallVector<float>> parameters = SmallVector<float>{};
  if (node.hasAttribute("activation_params"))
    parameters = node.getFloatList("activation_params");
  if (failed(op) || failed(parameters))
    return failure();
  Expansion e(node);
  std::string result = e.add(
      "Conv", {e.operand(0), e.operand(1), e.operand(2)},
      node.copyAttributes({"auto_pad", "dilations", "group", "kernel_shape", "pads", "strides"}));
  result = e.addOptional("Add", result, e.operand(3));
  FailureOr<std::string> activated = addActivation(node, e, result, {op->str(), *parameters});
  return failed(activated) ? failure() : e.finish(*activated);
}

//===----------------------------------------------------------------------===//
// Normalizations
//===----------------------------------------------------------------------===//

/// SkipLayerNormalization and SkipSimplifiedLayerNormalization: of a sum of two or
/// three operands, which is a result as well.
LogicalResult qopt::onnx_import::importSkipNormalization(NodeImporter &node) {
  bool isSimplified = node.getOpType() == "SkipSimplifiedLayerNormalization";
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-12f);
  if (failed(epsilon))
    return failure();
  Expansion e(node);
  std::string sum = e.addOptional("Add", e.operand(0), e.operand(isSimplified ? 3 : 4));
  sum = e.add("Add", {sum, e.operand(1)});
  std::vector<std::string> operands{sum, e.operand(2)};
  if (!isSimplified)
    operands.push_back(e.operand(3));
  onnx::AttributeProto attribute = makeAttribute("epsilon", *epsilon);
  if (isSimplified)
    return e.finish({e.add("RMSNormalization", operands, attribute), "", "", sum});
  std::vector<std::string> results = e.addNode("LayerNormalization", operands, 3, attribute);
  return e.finish({results[0], results[1], results[2], sum});
}

/// The sum of rows of three tables, by token, position and segment, normalized. The
/// second result counts the tokens that the mask leaves.
LogicalResult qopt::onnx_import::importEmbedLayerNormalization(NodeImporter &node) {
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-12f);
  FailureOr<int64_t> maskType = node.getInteger("mask_index_type", 1);
  if (failed(epsilon) || failed(maskType))
    return failure();
  const ImportedValue &tokens = node.getInput(0);
  for (size_t index : {2, 3, 5, 6})
    if (!node.hasInput(index))
      return node.error() << "operand " << index << " is missing";
  if (tokens.rank() != 2 || node.hasInput(1) != node.hasInput(4))
    return node.error() << "its tokens have shape " << formatShape(tokens.shape)
                        << "; rank 2, and segments with a table, expected";
  if (failed(node.checkConstantSize({tokens.shape[1]})))
    return failure();
  Expansion e(node);
  std::string sum = e.add("Gather", {e.operand(2), e.operand(0)});
  std::string positions = e.operand(8);
  if (positions.empty()) {
    Shape counted = identityOrder(tokens.shape[1]);
    positions = e.integers(counted);
  }
  sum = e.add("Add", {sum, e.add("Gather", {e.operand(3), positions})});
  if (node.hasInput(1))
    sum = e.add("Add", {sum, e.add("Gather", {e.operand(4), e.operand(1)})});
  std::string result = e.add("LayerNormalization", {sum, e.operand(5), e.operand(6)},
                             {makeAttribute("epsilon", *epsilon)});
  if (!node.isOutputRead(1) || *maskType != 1)
    return e.finish({result, "", sum});
  // Without a mask it is 0 for each sequence.
  std::string counts = e.operand(7);
  if (counts.empty())
    counts = e.add("Sub", {e.operand(0), e.operand(0)});
  counts = e.add("ReduceSum", {counts, e.integers({1})}, {makeAttribute("keepdims", int64_t(0))});
  return e.finish({result, counts, sum});
}

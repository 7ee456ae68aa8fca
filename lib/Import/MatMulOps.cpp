#include "Ops.h"

#include "Broadcast.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// input (M x K) times the transpose of constant weights (N x K), plus bias (N).
struct Product {
  ImportedValue input;
  ImportedValue weights;
  LayerBias bias;
};

/// The operand as it is stored, with the weights brought into the same order
/// inside K where that saves a transpose (Flatten between an NHWC convolution
/// and a Gemm).
Value orderFactors(ImportBuilder &b, Product &product) {
  for (const Form &form : product.input.forms) {
    std::optional<InnerOrder> inner = getInnerOrder(form, product.input.shape);
    if (!inner)
      continue;
    Shape split{product.weights.shape[0]}, order{0};
    llvm::append_range(split, inner->split);
    for (int64_t dim : inner->order)
      order.push_back(dim + 1);
    FailureOr<ImportedValue> weights = product.weights.reshaped(split);
    if (failed(weights)) // A grid along K, which is taken apart.
      continue;
    weights = weights->transposed(order).reshaped(product.weights.shape);
    if (failed(weights))
      continue;
    product.weights = *weights;
    return form.value;
  }
  return b.materializeOriginal(product.input);
}

ImportedValue emit(ImportBuilder &b, Product product, ArrayRef<int64_t> resultShape) {
  int64_t m = product.input.shape[0], k = product.input.shape[1], n = product.weights.shape[0];
  Value input = b.reshape(orderFactors(b, product), {1, 1, m, k});
  // Never fails: the last dimension, where a grid may be, stays the last.
  ImportedValue weights = *product.weights.reshaped({n, 1, 1, k});
  std::array<int64_t, 2> ones{1, 1};
  Value result = tosa::Conv2DOp::create(
      b, b.getTensorType({1, 1, m, n}), input, b.materializeOriginal(weights), product.bias.value,
      b.getZeroPoint(), b.getZeroPoint(), std::array<int64_t, 4>{0, 0, 0, 0}, ones, ones,
      b.getF32Type());
  return *ImportedValue::computed(result, {m, n}, identityOrder(2)).reshaped(resultShape);
}

/// Emits the product; lets it take a batch normalization or a bias that follows.
ImportedValue emitWithAbsorption(ImportBuilder &b, const Product &product,
                                 ArrayRef<int64_t> resultShape) {
  ImportedValue result = emit(b, product, resultShape);
  if (!product.bias.isConstant())
    return result;
  Location loc = b.getLoc();
  auto absorb = [&b, product, loc, shape = Shape(resultShape)](ArrayRef<double> factor,
                                                               ArrayRef<double> offset) {
    Product changed = product;
    if (!factor.empty())
      scaleRows(changed.weights, factor);
    for (auto [channel, value] : llvm::enumerate(changed.bias.elements))
      value =
          static_cast<float>((factor.empty() ? 1.0 : factor[channel]) * value + offset[channel]);
    Location current = b.getLoc();
    b.setLoc(loc);
    changed.bias.value = b.createConstant({product.weights.shape[0]}, changed.bias.elements);
    ImportedValue result = emit(b, changed, shape);
    b.setLoc(current);
    return result;
  };
  result.affine = std::make_shared<AffineAbsorber>(AffineAbsorber{
      static_cast<int64_t>(resultShape.size()) - 1, !product.weights.grid, std::move(absorb)});
  return result;
}

} // namespace

namespace {

/// Matrix operands of MatMul and Gemm: float, and as `shape` at least 2-D.
/// The bias of a Gemm, if a channel bias can hold it: constant, and the same for
/// all rows.
std::optional<SmallVector<float>> getChannelBias(const ImportedValue &c, int64_t channels,
                                                 float beta) {
  if (!c.isConstant())
    return std::nullopt;
  SmallVector<float> values = readRounded(c);
  if (values.size() == 1)
    values.assign(channels, values.front());
  if (static_cast<int64_t>(values.size()) != channels ||
      (c.rank() > 0 && c.shape.back() == 1 && channels > 1 && countElements(c.shape) != 1))
    return std::nullopt;
  for (float &value : values)
    value *= beta;
  return values;
}

/// matmul of two computed operands, B x M x K and B x K x N.
Value emitBatchMatMul(ImportBuilder &b, Value lhs, Value rhs) {
  ArrayRef<int64_t> l = getShape(lhs), r = getShape(rhs);
  return tosa::MatMulOp::create(b, b.getTensorType({l[0], l[1], r[2]}), lhs, rhs, b.getZeroPoint(),
                                b.getZeroPoint());
}

} // namespace

LogicalResult qopt::onnx_import::importGemm(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *a = node.getFloatInput(0, 2);
  ImportedValue *weights = node.getFloatInput(1, 2);
  FailureOr<int64_t> transA = node.getInteger("transA", 0), transB = node.getInteger("transB", 0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f), beta = node.getFloat("beta", 1.0f);
  if (!a || !weights || failed(transA) || failed(transB) || failed(alpha) || failed(beta))
    return failure();
  ImportedValue lhs = *transA ? b.transposed(*a, {1, 0}) : *a;
  // N x K
  ImportedValue rhs = *transB ? *weights : b.transposed(*weights, {1, 0});
  int64_t m = lhs.shape[0], n = rhs.shape[0];
  if (lhs.shape[1] != rhs.shape[1])
    return node.error() << "the factors have shapes " << formatShape(a->shape) << " and "
                        << formatShape(weights->shape) << ", which do not fit";
  Shape shape{m, n};
  if (failed(node.checkShape(shape)))
    return failure();
  ImportedValue *c = node.hasInput(2) ? node.getFloatInput(2) : nullptr;
  if (node.hasInput(2) && !c)
    return failure();
  if (c && broadcastShapes(c->shape, shape) != shape)
    return node.error() << "operand C of shape " << formatShape(c->shape)
                        << " cannot be broadcast to " << formatShape(shape);

  bool foldsAlpha = rhs.isConstant() && (!rhs.grid || *alpha == 1.0f);
  std::optional<SmallVector<float>> bias;
  if (c && foldsAlpha)
    bias = getChannelBias(*c, n, *beta);
  ImportedValue result;
  if (rhs.isConstant()) {
    if (foldsAlpha && *alpha != 1.0f)
      scaleRows(rhs, SmallVector<double>(n, *alpha));
    bool hasChannelBias = bias.has_value();
    if (!hasChannelBias)
      bias.emplace(n, 0.0f);
    result = emitWithAbsorption(
        b, {lhs, rhs, {b.createConstant({n}, *bias, hasChannelBias ? c->name : "zero"), *bias}},
        shape);
    if (hasChannelBias)
      c = nullptr;
  } else {
    Value left = b.reshape(b.materializeOriginal(lhs), {1, m, lhs.shape[1]});
    Value right = b.reshape(b.materialize(rhs, {1, 0}), {1, rhs.shape[1], n});
    result = *ImportedValue::computed(emitBatchMatMul(b, left, right), {1, m, n}, identityOrder(3))
                  .reshaped(shape);
  }
  auto scale = [&](ImportedValue &value, float factor) {
    return factor == 1.0f ? value : emitElementwise(node, value, [&](Value v) {
      return b.mul(v, b.createScalar(factor, getShape(v).size()));
    });
  };
  if (!foldsAlpha)
    result = scale(result, *alpha);
  if (c && *beta != 0.0f) {
    ImportedValue offset = scale(*c, *beta);
    FailureOr<ImportedValue> sum = emitElementwise(
        node, result, offset, [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
    if (failed(sum))
      return failure();
    result = *sum;
  }
  node.setOutput(std::move(result));
  return success();
}

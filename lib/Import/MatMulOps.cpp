#include "Broadcast.h"
#include "LayerBias.h"
#include "Ops.h"

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
  // A product with a vector has no dimension for its one channel.
  if (resultShape.empty() || resultShape.back() != product.weights.shape[0])
    return result;
  setAbsorber(
      b, result, static_cast<int64_t>(resultShape.size()) - 1, product.weights, product.bias,
      [&b, product, shape = Shape(resultShape)](const ImportedValue &weights, LayerBias bias) {
        return emitWithAbsorption(b, {product.input, weights, std::move(bias)}, shape);
      });
  return result;
}

/// beta * C of a Gemm, if a bias per channel can hold it: constant, and the same
/// in all rows.
std::optional<SmallVector<float>> getChannelBias(const ImportedValue &c, int64_t channels,
                                                 float beta) {
  int64_t columns = c.rank() == 0 ? 1 : c.shape.back();
  if (!c.isConstant() || *countElements(c.shape) != columns)
    return std::nullopt;
  SmallVector<float> values = readRounded(c);
  if (columns == 1)
    values.assign(channels, values.front());
  for (float &value : values)
    value *= beta;
  return values;
}

/// alpha * lhs (M x K) * transpose(rhs) (N x K) + beta * c
struct Gemm {
  ImportedValue lhs, rhs;
  ImportedValue *c;
  float alpha, beta;
};

FailureOr<Gemm> readGemm(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *lhs = node.getFloatInput(0), *rhs = node.getWeights(1);
  FailureOr<int64_t> transA = node.getInteger("transA", 0), transB = node.getInteger("transB", 0);
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f), beta = node.getFloat("beta", 1.0f);
  if (!lhs || !rhs || failed(transA) || failed(transB) || failed(alpha) || failed(beta))
    return failure();
  ImportedValue *c = nullptr;
  if (node.hasInput(2) && !(c = node.getFloatInput(2)))
    return failure();
  if (lhs->rank() != 2 || rhs->rank() != 2 ||
      lhs->shape[*transA ? 0 : 1] != rhs->shape[*transB ? 1 : 0])
    return node.error() << "operands of shape " << formatShape(lhs->shape) << " and "
                        << formatShape(rhs->shape) << " cannot be multiplied";
  Gemm gemm{*transA ? b.transposed(*lhs, {1, 0}) : *lhs,
            *transB ? *rhs : b.transposed(*rhs, {1, 0}), c, *alpha, *beta};
  Shape shape{gemm.lhs.shape[0], gemm.rhs.shape[0]};
  if (failed(node.checkShape(shape)))
    return failure();
  if (c && broadcastShapes(c->shape, shape) != shape)
    return node.error() << "operand C of shape " << formatShape(c->shape)
                        << " cannot be broadcast to " << formatShape(shape);
  return gemm;
}

ImportedValue emitScaled(NodeImporter &node, ImportedValue &value, float factor) {
  if (factor == 1.0f)
    return value;
  ImportBuilder &b = node.getBuilder();
  return emitElementwise(
      node, value, [&](Value v) { return b.mul(v, b.createScalar(factor, getShape(v).size())); });
}

/// matmul of two computed operands, B x M x K and B x K x N.
Value emitBatchMatMul(ImportBuilder &b, Value lhs, Value rhs) {
  ArrayRef<int64_t> l = getShape(lhs), r = getShape(rhs);
  return tosa::MatMulOp::create(b, b.getTensorType({l[0], l[1], r[2]}), lhs, rhs, b.getZeroPoint(),
                                b.getZeroPoint());
}

} // namespace

LogicalResult qopt::onnx_import::importGemm(NodeImporter &node) {
  FailureOr<Gemm> gemm = readGemm(node);
  if (failed(gemm))
    return failure();
  ImportBuilder &b = node.getBuilder();
  ImportedValue &lhs = gemm->lhs, &rhs = gemm->rhs;
  int64_t m = lhs.shape[0], k = lhs.shape[1], n = rhs.shape[0];
  bool isConstant = rhs.isConstant();
  // Weights on a grid would leave it.
  bool foldsAlpha = isConstant && (!rhs.grid || gemm->alpha == 1.0f);
  std::optional<SmallVector<float>> bias;
  if (gemm->c && foldsAlpha)
    bias = getChannelBias(*gemm->c, n, gemm->beta);

  ImportedValue result;
  if (isConstant) {
    if (foldsAlpha && gemm->alpha != 1.0f)
      scaleRows(rhs, SmallVector<double>(n, gemm->alpha));
    LayerBias layerBias =
        bias ? LayerBias::ofConstant(b, *bias, gemm->c->name) : LayerBias::zero(b, n);
    result = emitWithAbsorption(b, {lhs, rhs, layerBias}, {m, n});
  } else {
    Value left = b.reshape(b.materializeOriginal(lhs), {1, m, k});
    Value right = b.reshape(b.materialize(rhs, {1, 0}), {1, k, n});
    result = ImportedValue::computed(emitBatchMatMul(b, left, right), {m, n}, identityOrder(2));
  }
  if (!foldsAlpha)
    result = emitScaled(node, result, gemm->alpha);
  if (gemm->c && !bias && gemm->beta != 0.0f) {
    ImportedValue offset = emitScaled(node, *gemm->c, gemm->beta);
    FailureOr<ImportedValue> sum = emitElementwise(
        node, result, offset, [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
    if (failed(sum))
      return failure();
    result = *sum;
  }
  node.setOutput(std::move(result));
  return success();
}

//===----------------------------------------------------------------------===//
// MatMul
//===----------------------------------------------------------------------===//

namespace {

/// The operands of a MatMul with at least two dimensions each, and the shape of
/// the result as the model has it.
struct MatMulOperands {
  ImportedValue lhs; // ... x M x K
  ImportedValue rhs; // ... x K x N
  Shape batch;       // of the result
  Shape resultShape;

  int64_t rows() const { return lhs.shape[lhs.rank() - 2]; }
  int64_t columns() const { return rhs.shape.back(); }
};

FailureOr<MatMulOperands> readMatMul(NodeImporter &node, const ImportedValue *lhs,
                                     const ImportedValue *rhs) {
  auto refuse = [&] {
    return node.error() << "operands of shape " << formatShape(lhs->shape) << " and "
                        << formatShape(rhs->shape) << " cannot be multiplied";
  };
  if (lhs->rank() == 0 || rhs->rank() == 0)
    return refuse();
  // Vectors are a row, or a column, which the result does not have.
  Shape lhsShape = lhs->shape, rhsShape = rhs->shape;
  if (lhs->rank() == 1)
    lhsShape.insert(lhsShape.begin(), 1);
  if (rhs->rank() == 1)
    rhsShape.push_back(1);
  if (lhsShape.back() != rhsShape[rhsShape.size() - 2])
    return refuse();
  std::optional<Shape> batch =
      broadcastShapes(ArrayRef(lhsShape).drop_back(2), ArrayRef(rhsShape).drop_back(2));
  FailureOr<ImportedValue> left = lhs->reshaped(lhsShape), right = rhs->reshaped(rhsShape);
  if (!batch || failed(left) || failed(right))
    return refuse();
  MatMulOperands operands{*left, *right, *batch, *batch};
  if (lhs->rank() > 1)
    operands.resultShape.push_back(operands.rows());
  if (rhs->rank() > 1)
    operands.resultShape.push_back(operands.columns());
  if (failed(node.checkShape(operands.resultShape)))
    return failure();
  return operands;
}

bool isMatrix(const ImportedValue &value) {
  return countElements(ArrayRef(value.shape).drop_back(2)) == 1;
}

/// The last two dimensions exchanged.
Shape swapMatrix(size_t rank) {
  Shape order = identityOrder(rank);
  std::swap(order[rank - 1], order[rank - 2]);
  return order;
}

/// computed x constant matrix: rows of all batches are rows of one product.
ImportedValue emitConstantRight(ImportBuilder &b, const MatMulOperands &operands) {
  int64_t k = operands.lhs.shape.back(), n = operands.columns();
  ImportedValue weights =
      *operands.rhs.transposed(swapMatrix(operands.rhs.rank())).reshaped({n, k});
  ImportedValue input = *operands.lhs.reshaped({*countElements(operands.lhs.shape) / k, k});
  return emitWithAbsorption(b, {input, weights, LayerBias::zero(b, n)}, operands.resultShape);
}

/// constant matrix x computed = transpose(transpose(computed) x transpose(constant)).
ImportedValue emitConstantLeft(ImportBuilder &b, MatMulOperands &operands) {
  int64_t k = operands.lhs.shape.back(), m = operands.rows();
  Shape swap = swapMatrix(operands.rhs.rank());
  ImportedValue transposed = b.transposed(operands.rhs, swap);
  ImportedValue weights = *operands.lhs.reshaped({m, k});
  ImportedValue input = *transposed.reshaped({*countElements(transposed.shape) / k, k});
  Shape shape = transposed.shape;
  shape.back() = m;
  ImportedValue product = emit(b, {input, weights, LayerBias::zero(b, m)}, shape);
  return *b.transposed(product, swap).reshaped(operands.resultShape);
}

/// Reports batches that would be too large once they are repeated.
LogicalResult checkBatches(NodeImporter &node, const MatMulOperands &operands) {
  if (isMatrix(operands.rhs))
    return success();
  for (const ImportedValue *value : {&operands.lhs, &operands.rhs}) {
    Shape shape = operands.batch;
    llvm::append_range(shape, ArrayRef(value->shape).take_back(2));
    if (failed(node.checkShape(shape)))
      return failure();
  }
  return success();
}

/// `value` as B x rows x columns, repeated where its batch dimensions are
/// broadcast.
Value emitBatches(ImportBuilder &b, ImportedValue &value, ArrayRef<int64_t> batch) {
  int64_t rows = value.shape[value.rank() - 2], columns = value.shape.back();
  Value matrices = b.materializeOriginal(value);
  Shape own(batch.size() + 2 - value.rank(), 1), full(batch), multiples;
  llvm::append_range(own, value.shape);
  full.append({rows, columns});
  for (auto [size, from] : llvm::zip_equal(full, own))
    multiples.push_back(size / from);
  if (own != full)
    matrices = b.tile(b.reshape(matrices, own), multiples);
  return b.reshape(matrices, {*countElements(batch), rows, columns});
}

ImportedValue emitComputed(ImportBuilder &b, MatMulOperands &operands) {
  operands.lhs = withoutGrid(operands.lhs);
  operands.rhs = withoutGrid(operands.rhs);
  int64_t m = operands.rows(), n = operands.columns(), k = operands.lhs.shape.back();
  Value lhs, rhs;
  if (isMatrix(operands.rhs)) { // One matrix for all batches: they are rows.
    lhs = b.reshape(b.materializeOriginal(operands.lhs),
                    {1, *countElements(operands.lhs.shape) / k, k});
    rhs = b.reshape(b.materializeOriginal(operands.rhs), {1, k, n});
  } else {
    lhs = emitBatches(b, operands.lhs, operands.batch);
    rhs = emitBatches(b, operands.rhs, operands.batch);
  }
  Shape shape = operands.batch;
  shape.append({m, n});
  return *ImportedValue::computed(emitBatchMatMul(b, lhs, rhs), shape, identityOrder(shape.size()))
              .reshaped(operands.resultShape);
}

} // namespace

FailureOr<ImportedValue> qopt::onnx_import::importProduct(NodeImporter &node,
                                                          const ImportedValue &lhs,
                                                          const ImportedValue &rhs) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<MatMulOperands> operands = readMatMul(node, &lhs, &rhs);
  if (failed(operands))
    return failure();
  bool rightIsConstant = operands->rhs.isConstant() && isMatrix(operands->rhs);
  bool leftIsConstant = operands->lhs.isConstant() && isMatrix(operands->lhs);
  if (rightIsConstant)
    return emitConstantRight(b, *operands);
  if (leftIsConstant && !operands->rhs.isConstant())
    return emitConstantLeft(b, *operands);
  if (failed(checkBatches(node, *operands)))
    return failure();
  return emitComputed(b, *operands);
}

LogicalResult qopt::onnx_import::importMatMul(NodeImporter &node) {
  ImportedValue *lhs = node.getWeights(0), *rhs = node.getWeights(1);
  if (!lhs || !rhs)
    return failure();
  FailureOr<ImportedValue> result = importProduct(node, *lhs, *rhs);
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

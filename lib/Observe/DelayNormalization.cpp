#include "StoragePlan.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Observe/Passes.h"

namespace qopt {
#define GEN_PASS_DEF_DELAYNORMALIZATION
#include "qopt/Observe/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// A product of the rows of a softmax, e * (1 / sum(e)) with e = exp(x - max(x)), and the
/// values of an attention.
struct AttentionProduct {
  tosa::MatMulOp product;
  tosa::MulOp normalization;
  tosa::ExpOp exponentials;
  tosa::ReduceSumOp sum;
};

} // namespace

/// The softmax behind reshapes that leave its rows whole, if nobody else reads it.
static tosa::MulOp findNormalization(Value rows) {
  int64_t length = cast<ShapedType>(rows.getType()).getShape().back();
  while (auto reshape = rows.getDefiningOp<tosa::ReshapeOp>()) {
    if (!rows.hasOneUse())
      return {};
    rows = reshape.getInput1();
  }
  ArrayRef<int64_t> shape = cast<ShapedType>(rows.getType()).getShape();
  if (!rows.hasOneUse() || shape.empty() || shape.back() != length)
    return {};
  return rows.getDefiningOp<tosa::MulOp>();
}

static std::optional<AttentionProduct> matchAttention(tosa::MatMulOp product) {
  tosa::MulOp mul = findNormalization(product.getA());
  if (!mul || !cast<ShapedType>(mul.getType()).getElementType().isF32())
    return std::nullopt;
  for (unsigned i : {0u, 1u}) {
    auto exp = mul->getOperand(i).getDefiningOp<tosa::ExpOp>();
    auto reciprocal = mul->getOperand(1 - i).getDefiningOp<tosa::ReciprocalOp>();
    auto sum = reciprocal ? reciprocal.getInput1().getDefiningOp<tosa::ReduceSumOp>() : nullptr;
    bool isSoftmax = exp && sum && sum.getInput() == exp.getOutput() &&
                     sum.getAxis() + 1 == cast<ShapedType>(exp.getType()).getRank() &&
                     exp.getType() == mul.getType();
    if (isSoftmax)
      return AttentionProduct{product, mul, exp, sum};
  }
  return std::nullopt;
}

/// Whether the scores are better read in float than stored: their softmax is then no
/// integer op.
static bool readsFloatScores(tosa::ExpOp exponentials) {
  auto difference = exponentials.getInput1().getDefiningOp<tosa::SubOp>();
  return difference && difference.getInput2().getDefiningOp<tosa::ReduceMaxOp>() &&
         isBetterReadInFloat(difference.getInput1());
}

/// (e * r) v becomes (e v) * r.
static void delayNormalization(AttentionProduct attention) {
  tosa::MatMulOp product = attention.product;
  OpBuilder builder(product);
  Location loc = attention.normalization.getLoc();
  auto reshape = [&](Value value, ArrayRef<int64_t> shape) -> Value {
    auto shapeType = tosa::shapeType::get(builder.getContext(), shape.size());
    Value shapeValue =
        tosa::ConstShapeOp::create(builder, loc, shapeType, builder.getIndexTensorAttr(shape));
    auto type = cast<RankedTensorType>(value.getType());
    return tosa::ReshapeOp::create(builder, loc, type.clone(shape), value, shapeValue);
  };
  ArrayRef<int64_t> rows = cast<ShapedType>(product.getA().getType()).getShape();
  Value factors = attention.normalization->getOperand(
      attention.normalization.getInput1() == attention.exponentials ? 1 : 0);
  // The sum reads exponentials that nobody rounds.
  auto exact = cast<tosa::ExpOp>(builder.clone(*attention.exponentials));
  exact->moveBefore(attention.sum);
  attention.sum->setOperand(0, exact.getOutput());

  Value stored = reshape(attention.exponentials.getOutput(), rows);
  auto delayed = cast<tosa::MatMulOp>(builder.clone(*product));
  delayed->setOperand(0, stored);
  // The sums come first, while the exponentials that they read are at hand.
  auto normalized =
      tosa::MulOp::create(builder, loc, product.getType(), reshape(factors, {rows[0], rows[1], 1}),
                          delayed, attention.normalization.getShift());
  product.getOutput().replaceAllUsesWith(normalized);

  // Between the two products all is computed in float.
  StringAttr reason = builder.getStringAttr("softmax of an attention");
  for (Operation *op :
       {attention.exponentials.getOperation(), exact.getOperation(), normalized.getOperation()})
    op->setAttr(kKeptInFloatAttrName, reason);
  Operation *dead = product;
  while (dead && dead->use_empty()) {
    Operation *producer = dead->getOperand(0).getDefiningOp();
    dead->erase();
    dead = producer;
  }
}

namespace {

struct DelayNormalization : public qopt::impl::DelayNormalizationBase<DelayNormalization> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<AttentionProduct> attentions;
    getOperation().walk([&](tosa::MatMulOp product) {
      std::optional<AttentionProduct> attention = matchAttention(product);
      if (attention && readsFloatScores(attention->exponentials))
        attentions.push_back(*attention);
    });
    for (const AttentionProduct &attention : attentions)
      delayNormalization(attention);
  }
};

} // namespace

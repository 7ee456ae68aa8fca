#include "StoragePlan.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Observe/Passes.h"
#include "qopt/Support/TosaShapes.h"

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
  tosa::ReciprocalOp factors;
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

/// An attention whose scores are better read in float than stored: its softmax is then no
/// integer op.
static std::optional<AttentionProduct> matchAttention(tosa::MatMulOp product) {
  tosa::MulOp mul = findNormalization(product.getA());
  auto softmax = dyn_cast_if_present<QuantizableOpInterface>(mul ? mul.getOperation() : nullptr);
  SmallVector<Value> scores;
  if (!softmax || !softmax.getComposite(scores) || !isBetterReadInFloat(scores.front()) ||
      !cast<ShapedType>(mul.getType()).getElementType().isF32())
    return std::nullopt;
  bool isLeft = mul.getInput1().getDefiningOp<tosa::ExpOp>() != nullptr;
  auto exp = mul->getOperand(isLeft ? 0 : 1).getDefiningOp<tosa::ExpOp>();
  auto reciprocal = mul->getOperand(isLeft ? 1 : 0).getDefiningOp<tosa::ReciprocalOp>();
  auto sum = reciprocal.getInput1().getDefiningOp<tosa::ReduceSumOp>();
  auto type = cast<ShapedType>(exp.getType());
  if (type != mul.getType() || sum.getAxis() + 1 != type.getRank())
    return std::nullopt;
  return AttentionProduct{product, mul, exp, reciprocal, sum};
}

/// (e * r) v becomes (e v) * r.
static void delayNormalization(AttentionProduct attention) {
  tosa::MatMulOp product = attention.product;
  OpBuilder builder(product);
  Location loc = attention.normalization.getLoc();
  ArrayRef<int64_t> rows = cast<ShapedType>(product.getA().getType()).getShape();
  // The sum reads exponentials that nobody rounds.
  auto exact = cast<tosa::ExpOp>(builder.clone(*attention.exponentials));
  exact->moveBefore(attention.sum);
  attention.sum->setOperand(0, exact.getOutput());

  Value stored = createReshape(builder, loc, attention.exponentials.getOutput(), rows);
  auto delayed = cast<tosa::MatMulOp>(builder.clone(*product));
  delayed->setOperand(0, stored);
  Value factors = createReshape(builder, loc, attention.factors.getOutput(), {rows[0], rows[1], 1});
  // The sums come first, while the exponentials that they read are at hand.
  auto normalized = tosa::MulOp::create(builder, loc, product.getType(), factors, delayed,
                                        attention.normalization.getShift());
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
      if (std::optional<AttentionProduct> attention = matchAttention(product))
        attentions.push_back(*attention);
    });
    for (const AttentionProduct &attention : attentions)
      delayNormalization(attention);
  }
};

} // namespace

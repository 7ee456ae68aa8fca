#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "qopt/Dialect/Interfaces/WeightIterator.h"
#include "qopt/Observe/Passes.h"
#include "qopt/Observe/Patterns.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/TosaShapes.h"

#define DEBUG_TYPE "qopt-fold-affine"

namespace qopt {
#define GEN_PASS_DEF_FOLDAFFINE
#include "qopt/Observe/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// scale[n] * x + offset[n] for output channel n.
struct Affine {
  explicit Affine(int64_t channels) : scale(channels, 1.0), offset(channels, 0.0) {}

  SmallVector<double> scale, offset;
};

/// The values of a constant that varies along the last dimension at most, one
/// for each of `channels`.
FailureOr<SmallVector<double>> readPerChannel(Value value, int64_t channels) {
  ArrayRef<int64_t> shape = cast<ShapedType>(value.getType()).getShape();
  FailureOr<SmallVector<float>> values = readFloatConstant(value);
  if (failed(values) || values->empty())
    return failure();
  bool isScalar = values->size() == 1;
  bool isPerChannel = !shape.empty() && shape.back() == channels &&
                      static_cast<int64_t>(values->size()) == channels;
  if (!isScalar && !isPerChannel)
    return failure();
  SmallVector<double> result(values->begin(), values->end());
  result.resize(channels, result.front());
  return result;
}

/// Applies `op`, whose operand `input` is the accumulator's value so far, to
/// `affine`. Fails where it is no addition, subtraction or multiplication by a
/// constant per channel.
LogicalResult compose(QuantizableOpInterface op, Value input, Affine &affine) {
  PointwiseKind kind = op.isPointwise() ? op.getPointwiseKind() : PointwiseKind::Other;
  if (kind != PointwiseKind::Add && kind != PointwiseKind::Subtract &&
      kind != PointwiseKind::Multiply)
    return failure();
  if (op->getResult(0).getType() != input.getType())
    return failure();
  bool isRight = op->getOperand(1) == input;
  FailureOr<SmallVector<double>> constant =
      readPerChannel(op->getOperand(isRight ? 0 : 1), affine.scale.size());
  if (failed(constant) || op->getOperand(0) == op->getOperand(1))
    return failure();
  for (auto [scale, offset, c] : llvm::zip_equal(affine.scale, affine.offset, *constant)) {
    if (kind == PointwiseKind::Multiply) {
      scale *= c;
      offset *= c;
    } else if (kind == PointwiseKind::Add) {
      offset += c;
    } else {
      scale = isRight ? -scale : scale;
      offset = isRight ? c - offset : offset - c;
    }
  }
  return success();
}

/// The affine ops that directly follow an accumulator, and what they amount to.
struct AffineTail {
  Affine affine;
  SmallVector<std::pair<Operation *, Value>> ops; ///< with the operand to keep
};

AffineTail findTail(QuantizableOpInterface accumulator, int64_t channels) {
  AffineTail tail = {Affine(channels), {}};
  Value value = accumulator->getResult(0);
  while (value.hasOneUse()) {
    auto user = dyn_cast<QuantizableOpInterface>(*value.getUsers().begin());
    if (!user)
      break;
    if (user.getDataMovement() == DataMovement::Reshape) {
      value = user->getResult(0);
      continue;
    }
    // Channels are where the accumulator has them: in the last dimension.
    ArrayRef<int64_t> shape = cast<ShapedType>(value.getType()).getShape();
    if (shape.empty() || shape.back() != channels || failed(compose(user, value, tail.affine)))
      break;
    tail.ops.push_back({user, value});
    value = user->getResult(0);
  }
  return tail;
}

/// Folds affine ops behind a convolution into its weights and bias.
///
/// The chain is composed in double, and the products are rounded to f32 once, so
/// that the order in which a model spells out its batch norm does not matter.
struct FoldIntoWeights : OpInterfaceRewritePattern<QuantizableOpInterface> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(QuantizableOpInterface op,
                                PatternRewriter &rewriter) const override {
    if (!op.isAccumulator())
      return rewriter.notifyMatchFailure(op, "is no convolution");
    WeightLayout layout = op.getWeightLayout();
    AffineTail tail = findTail(op, layout.outputChannels);
    if (tail.ops.empty())
      return rewriter.notifyMatchFailure(op, "no affine op follows that reads it alone");

    OpOperand *weightOperand = nullptr, *biasOperand = op.getBiasOperand();
    for (OpOperand &operand : op->getOpOperands())
      if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Weight)
        weightOperand = &operand;
    FailureOr<SmallVector<float>> weights = readFloatConstant(weightOperand->get());
    FailureOr<SmallVector<float>> bias = readFloatConstant(biasOperand->get());
    if (failed(weights) || failed(bias) || bias->empty())
      return rewriter.notifyMatchFailure(op, "weights or bias are no plain constants");
    bias->resize(layout.outputChannels, bias->front());

    auto weightType = cast<RankedTensorType>(weightOperand->get().getType());
    for (WeightIterator it(layout, weightType.getShape()); !it.done(); it.next()) {
      float &weight = (*weights)[it.element()];
      weight = static_cast<float>(weight * tail.affine.scale[it.outputChannel()]);
    }
    for (auto [n, value] : llvm::enumerate(*bias))
      value = static_cast<float>(value * tail.affine.scale[n] + tail.affine.offset[n]);
    auto isFinite = [](float value) { return std::isfinite(value); };
    if (!llvm::all_of(*weights, isFinite) || !llvm::all_of(*bias, isFinite))
      return rewriter.notifyMatchFailure(op, "the product would not be finite");

    auto biasType = cast<RankedTensorType>(biasOperand->get().getType());
    if (biasType.getNumElements() != layout.outputChannels)
      biasType = biasType.clone({layout.outputChannels});
    auto replace = [&](OpOperand &operand, RankedTensorType type, ArrayRef<float> values) {
      rewriter.setInsertionPoint(operand.getOwner());
      Value constant = tosa::ConstOp::create(rewriter, operand.get().getLoc(), type,
                                             makeFloatElements(type, values));
      rewriter.modifyOpInPlace(operand.getOwner(), [&] { operand.set(constant); });
    };
    replace(*weightOperand, weightType, *weights);
    replace(*biasOperand, biasType, *bias);
    for (auto [affineOp, kept] : llvm::reverse(tail.ops))
      rewriter.replaceOp(affineOp, kept);
    return success();
  }
};

/// tosa.mul(x, one constant per channel) -> tosa.depthwise_conv2d of one position,
/// where no convolution in front can take the factors up: a batch norm behind a
/// concatenation or a pool. It takes up what follows, and an integer program
/// rounds once, with factors that a weight per channel and its scale hold as
/// exactly as a multiplier does.
///
/// Behind pointwise ops the multiplication belongs to what they are part of, an
/// epilogue or a normalization in float.
struct ScaleToDepthwise : OpRewritePattern<tosa::MulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(tosa::MulOp op, PatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getType());
    if (type.getRank() != 4 || !type.getElementType().isF32())
      return rewriter.notifyMatchFailure(op, "is no image in f32");
    bool isRight = isConstantValue(op.getInput1());
    Value input = isRight ? op.getInput2() : op.getInput1();
    Value factors = isRight ? op.getInput1() : op.getInput2();
    if (input.getType() != type || isConstantValue(input))
      return rewriter.notifyMatchFailure(op, "does not multiply an image by a constant");
    int64_t channels = type.getDimSize(3);
    FailureOr<SmallVector<float>> values = readFloatConstant(factors);
    if (failed(values) || failed(readPerChannel(factors, channels)) || values->size() == 1)
      return rewriter.notifyMatchFailure(op, "the factors are not one for each channel");
    if (!llvm::all_of(*values, [](float value) { return std::isfinite(value); }))
      return rewriter.notifyMatchFailure(op, "not all factors are finite");
    auto producer = input.getDefiningOp<QuantizableOpInterface>();
    if (producer && (producer.isPointwise() || producer.isAccumulator()))
      return rewriter.notifyMatchFailure(op, "belongs to what is computed in front of it");

    auto makeConstant = [&](ArrayRef<int64_t> shape, ArrayRef<float> elements) -> Value {
      auto constantType = RankedTensorType::get(shape, rewriter.getF32Type());
      return tosa::ConstOp::create(rewriter, factors.getLoc(), constantType,
                                   makeFloatElements(constantType, elements));
    };
    Value zero = makeConstant({1}, {0.0f});
    rewriter.replaceOpWithNewOp<tosa::DepthwiseConv2DOp>(
        op, type, input, makeConstant({1, 1, channels, 1}, *values),
        makeConstant({channels}, SmallVector<float>(channels, 0.0f)), zero, zero,
        rewriter.getDenseI64ArrayAttr({0, 0, 0, 0}), rewriter.getDenseI64ArrayAttr({1, 1}),
        rewriter.getDenseI64ArrayAttr({1, 1}), TypeAttr::get(rewriter.getF32Type()));
    return success();
  }
};

/// tosa.matmul(x, constant) -> tosa.conv2d of one position: with the weights in
/// the op it can take up a bias and what follows in its epilogue.
struct MatMulToConvolution : OpRewritePattern<tosa::MatMulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(tosa::MatMulOp op, PatternRewriter &rewriter) const override {
    auto lhsType = cast<RankedTensorType>(op.getA().getType());
    auto rhsType = cast<RankedTensorType>(op.getB().getType());
    if (!lhsType.getElementType().isF32())
      return rewriter.notifyMatchFailure(op, "is not in f32");
    if (rhsType.getDimSize(0) != 1)
      return rewriter.notifyMatchFailure(op, "has several matrices");
    if (isConstantValue(op.getA()))
      return rewriter.notifyMatchFailure(op, "the left operand is constant too");
    FailureOr<SmallVector<float>> matrix = readFloatConstant(op.getB());
    if (failed(matrix))
      return rewriter.notifyMatchFailure(op, "the right operand is no plain constant");

    int64_t rows = lhsType.getDimSize(1), depth = rhsType.getDimSize(1),
            columns = rhsType.getDimSize(2);
    SmallVector<float> weights(matrix->size());
    for (int64_t k = 0; k < depth; ++k)
      for (int64_t n = 0; n < columns; ++n)
        weights[n * depth + k] = (*matrix)[k * columns + n];

    Location loc = op.getLoc();
    auto makeConstant = [&](ArrayRef<int64_t> shape, ArrayRef<float> values) -> Value {
      auto type = RankedTensorType::get(shape, rewriter.getF32Type());
      return tosa::ConstOp::create(rewriter, op.getB().getLoc(), type,
                                   makeFloatElements(type, values));
    };
    Value zero = makeConstant({1}, {0.0f});
    Value product = tosa::Conv2DOp::create(
        rewriter, loc, lhsType.clone({1, 1, rows, columns}),
        createReshape(rewriter, loc, op.getA(), {1, 1, rows, depth}),
        makeConstant({columns, 1, 1, depth}, weights),
        makeConstant({columns}, SmallVector<float>(columns, 0.0f)), zero, zero,
        rewriter.getDenseI64ArrayAttr({0, 0, 0, 0}), rewriter.getDenseI64ArrayAttr({1, 1}),
        rewriter.getDenseI64ArrayAttr({1, 1}), TypeAttr::get(rewriter.getF32Type()));
    rewriter.replaceOp(op, createReshape(rewriter, loc, product, {1, rows, columns}));
    return success();
  }
};

struct FoldAffine : public qopt::impl::FoldAffineBase<FoldAffine> {
  using Base::Base;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateFoldAffinePatterns(patterns);
    // Constants stay as they are: folding would inline those in blobs.
    GreedyRewriteConfig config;
    config.enableFolding(false).enableConstantCSE(false);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns), config)))
      signalPassFailure();
  }
};

} // namespace

void qopt::populateFoldAffinePatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  patterns.add<FoldIntoWeights, MatMulToConvolution, ScaleToDepthwise>(patterns.getContext(),
                                                                       benefit);
}

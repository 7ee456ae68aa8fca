#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Reduces each row of the last dimension, by vectors and then across lanes.
class ReduceKernel {
public:
  ReduceKernel(KernelBuilder &builder, ScheduledReduceOp op)
      : builder(builder), kind(op.getKind()), input(builder.flatten(op.getInput())),
        output(builder.flatten(op.getOutput())) {}

  void emit();

private:
  void emitRows(unsigned dim, Value inputOffset, Value outputOffset);
  void emitRow(Value inputOffset, Value outputOffset);
  Value combine(Value lhs, Value rhs);
  TypedAttr getNeutral();
  int64_t getLanesOfSum();
  Value loadPart(Value offset, int64_t count, int64_t lanes);

  KernelBuilder &builder;
  ReduceKind kind;
  FlatBuffer input, output;
};

} // namespace

void ReduceKernel::emit() { emitRows(0, builder.index(0), builder.index(0)); }

void ReduceKernel::emitRows(unsigned dim, Value inputOffset, Value outputOffset) {
  if (dim + 1 == input.shape.size())
    return emitRow(inputOffset, outputOffset);
  builder.loop(0, input.shape[dim], 1, [&](Value iv) {
    emitRows(dim + 1, builder.add(inputOffset, builder.mul(iv, input.strides[dim])),
             builder.add(outputOffset, builder.mul(iv, output.strides[dim])));
  });
}

/// Number of partial results. The 16 of float sums are part of the op's
/// meaning; integers and maxima take what fills a register.
int64_t ReduceKernel::getLanesOfSum() {
  return isa<FloatType>(input.elementType) ? 16 : builder.lanes(input.elementType);
}

TypedAttr ReduceKernel::getNeutral() {
  Type type = input.elementType;
  if (auto floatType = dyn_cast<FloatType>(type)) {
    const llvm::fltSemantics &semantics = floatType.getFloatSemantics();
    return FloatAttr::get(type, kind == ReduceKind::Sum
                                    ? APFloat::getZero(semantics)
                                    : APFloat::getInf(semantics, /*Negative=*/true));
  }
  unsigned bits = type.getIntOrFloatBitWidth();
  bool isSignedMax = kind == ReduceKind::Max && bits != 8;
  return IntegerAttr::get(type, isSignedMax ? APInt::getSignedMinValue(bits) : APInt(bits, 0));
}

/// `count` elements, and neutral ones in the lanes behind them.
Value ReduceKernel::loadPart(Value offset, int64_t count, int64_t lanes) {
  VectorType type = builder.vectorType(lanes, input.elementType);
  Value result =
      arith::ConstantOp::create(builder, DenseElementsAttr::get(type, Attribute(getNeutral())));
  for (int64_t done = 0; done < count;) {
    int64_t piece = llvm::bit_floor(static_cast<uint64_t>(count - done));
    Value loaded = builder.load(input, builder.add(offset, done), piece);
    result = vector::InsertStridedSliceOp::create(builder, loaded, result, ArrayRef<int64_t>(done),
                                                  ArrayRef<int64_t>(1));
    done += piece;
  }
  return result;
}

Value ReduceKernel::combine(Value lhs, Value rhs) {
  if (isa<FloatType>(input.elementType)) {
    if (kind == ReduceKind::Max)
      return arith::MaximumFOp::create(builder, lhs, rhs);
    return arith::AddFOp::create(builder, lhs, rhs);
  }
  if (kind == ReduceKind::Sum)
    return arith::AddIOp::create(builder, lhs, rhs);
  if (input.elementType.isInteger(8))
    return arith::MaxUIOp::create(builder, lhs, rhs);
  return arith::MaxSIOp::create(builder, lhs, rhs);
}

void ReduceKernel::emitRow(Value inputOffset, Value outputOffset) {
  int64_t extent = input.shape.back(), lanes = getLanesOfSum();
  int64_t whole = extent / lanes * lanes;
  Value sums = arith::ConstantOp::create(
      builder, DenseElementsAttr::get(builder.vectorType(lanes, input.elementType),
                                      Attribute(getNeutral())));
  sums = builder
             .loop(0, whole, lanes, sums,
                   [&](Value iv, ValueRange values) -> KernelBuilder::Values {
                     Value loaded = builder.load(input, builder.add(inputOffset, iv), lanes);
                     return {combine(values.front(), loaded)};
                   })
             .front();
  // Neutral elements change nothing: a sum that starts at +0.0 is never -0.0.
  if (whole < extent)
    sums = combine(sums, loadPart(builder.add(inputOffset, whole), extent - whole, lanes));
  for (int64_t half = lanes / 2; half > 0; half /= 2)
    sums = combine(builder.slice(sums, 0, half), builder.slice(sums, half, half));
  builder.store(sums, output, outputOffset);
}

namespace {

struct VectorizeReduce : OpRewritePattern<ScheduledReduceOp> {
  VectorizeReduce(MLIRContext *context, const Target &target)
      : OpRewritePattern(context), target(target) {}

  LogicalResult matchAndRewrite(ScheduledReduceOp op, PatternRewriter &rewriter) const override {
    if (!hasStaticLayout(op.getInput()) || !hasStaticLayout(op.getOutput()))
      return rewriter.notifyMatchFailure(op, "shapes, strides and offsets must be static");
    auto type = cast<MemRefType>(op.getInput().getType());
    if (type.getRank() == 0 || type.getStridesAndOffset().first.back() != 1)
      return rewriter.notifyMatchFailure(op, "rows must lie without gaps");
    KernelBuilder builder(op.getLoc(), rewriter, target);
    ReduceKernel(builder, op).emit();
    rewriter.eraseOp(op);
    return success();
  }

private:
  Target target;
};

} // namespace

void qopt::populateVectorizeReducePatterns(RewritePatternSet &patterns, const Target &target) {
  patterns.add<VectorizeReduce>(patterns.getContext(), target);
}

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Reduces each row of the last dimension, by vectors and then across lanes. Several
/// rows go side by side: each is one chain of dependent steps.
class ReduceKernel {
public:
  ReduceKernel(KernelBuilder &builder, ScheduledReduceOp op)
      : builder(builder), kind(op.getKind()), input(builder.flatten(op.getInput())),
        output(builder.flatten(op.getOutput())) {}

  void emit();

private:
  void emitRows(unsigned dim, Value inputOffset, Value outputOffset);
  void emitBlock(int64_t rows, Value inputOffset, Value outputOffset);
  int64_t getBlockRows();
  Value combineLanes(SmallVector<Value> sums);
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
    return emitBlock(1, inputOffset, outputOffset);
  auto emitStep = [&](Value iv, int64_t rows) {
    Value inputRow = builder.add(inputOffset, builder.mul(iv, input.strides[dim]));
    Value outputRow = builder.add(outputOffset, builder.mul(iv, output.strides[dim]));
    if (rows > 1)
      emitBlock(rows, inputRow, outputRow);
    else
      emitRows(dim + 1, inputRow, outputRow);
  };
  bool isLast = dim + 2 == input.shape.size() && output.strides[dim] == 1;
  // What is left of the largest blocks goes by smaller ones.
  int64_t done = 0;
  for (int64_t rows = isLast ? getBlockRows() : 1; rows > 0; rows /= 2) {
    int64_t end = done + (input.shape[dim] - done) / rows * rows;
    builder.loop(done, end, rows, [&](Value iv) { emitStep(iv, rows); });
    done = end;
  }
}

/// Rows side by side, a power of two: their partial results take half of the registers.
int64_t ReduceKernel::getBlockRows() {
  int64_t lanes = getLanesOfSum();
  int64_t registers = llvm::divideCeil(lanes, builder.lanes(input.elementType));
  auto fitting = static_cast<uint64_t>(builder.isa().vectorRegisters / 2 / registers);
  return std::min<int64_t>(lanes, llvm::bit_floor(std::max<uint64_t>(1, fitting)));
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

void ReduceKernel::emitBlock(int64_t rows, Value inputOffset, Value outputOffset) {
  int64_t extent = input.shape.back(), lanes = getLanesOfSum();
  int64_t whole = extent / lanes * lanes;
  // A row alone has no stride of its own.
  int64_t stride = rows > 1 ? input.strides[input.strides.size() - 2] : 0;
  Value neutral = arith::ConstantOp::create(
      builder, DenseElementsAttr::get(builder.vectorType(lanes, input.elementType),
                                      Attribute(getNeutral())));
  SmallVector<Value> sums(rows, neutral);
  sums = builder.loop(0, whole, lanes, sums, [&](Value iv, ValueRange values) {
    SmallVector<Value> next = llvm::to_vector(values);
    for (auto [row, sum] : llvm::enumerate(next))
      sum = combine(
          sum, builder.load(input, builder.add(builder.add(inputOffset, iv), row * stride), lanes));
    return next;
  });
  // Neutral elements change nothing: a sum that starts at +0.0 is never -0.0.
  if (whole < extent)
    for (auto [row, sum] : llvm::enumerate(sums))
      sum = combine(
          sum, loadPart(builder.add(inputOffset, whole + row * stride), extent - whole, lanes));
  builder.store(combineLanes(std::move(sums)), output, outputOffset);
}

/// One lane for each of `sums`. Half of the lanes is combined with the other half, until
/// one is left; those of several rows share a vector from then on when they fit.
Value ReduceKernel::combineLanes(SmallVector<Value> sums) {
  int64_t lanes = getLanes(sums.front());
  for (int64_t half = lanes / 2; half > 0; half /= 2) {
    SmallVector<Value> next;
    size_t joined = sums.size() > 1 ? 2 : 1;
    for (size_t i = 0; i < sums.size(); i += joined) {
      Value first = sums[i], second = sums[i + joined - 1];
      SmallVector<int64_t> low, high;
      for (int64_t lane = 0, end = joined * getLanes(first); lane < end; ++lane)
        (lane / half % 2 == 0 ? low : high).push_back(lane);
      next.push_back(combine(vector::ShuffleOp::create(builder, first, second, low),
                             vector::ShuffleOp::create(builder, first, second, high)));
    }
    sums = std::move(next);
  }
  return sums.front();
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

#include "KernelBuilder.h"
#include "RescaleEntries.h"
#include "VectorizeMatmul.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A product of two variable matrices of floats, or of integers of which one is
/// wider than a byte: one element of k at a time.
class MatmulKernel {
public:
  MatmulKernel(KernelBuilder &builder, ScheduledBatchMatmulOp op, Type accumulatorType)
      : builder(builder), op(op), lhs(builder.flatten(op.getLhs())),
        rhs(builder.flatten(op.getRhs())), output(builder.flatten(op.getOutput())),
        accumulatorType(accumulatorType) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void emitTile(Value batch, Value row, Value column, int64_t rows, int64_t columns);
  Values emitStep(Values accumulators, Value lhsOffset, Value rhsOffset, int64_t rows);
  Value widen(Value value, int32_t zeroPoint);
  void storeRow(ValueRange accumulators, Value offset);

  KernelBuilder &builder;
  ScheduledBatchMatmulOp op;
  FlatBuffer lhs, rhs, output;
  Type accumulatorType;
};

Type getAccumulatorType(ScheduledBatchMatmulOp op) {
  Type lhs = op.getLhs().getType().getElementType();
  return isa<FloatType>(lhs) ? lhs : IntegerType::get(op.getContext(), 64);
}

} // namespace

void MatmulKernel::emit() {
  int64_t blocks = llvm::divideCeil(output.shape[1], op.getTile().getRows());
  int64_t rows = llvm::divideCeil(output.shape[1], blocks);
  int64_t whole = output.shape[1] / rows * rows;
  builder.loop(0, output.shape[0], 1, [&](Value batch) {
    builder.chunks(output.shape[2], op.getTile().getColumns(), [&](Value column, int64_t columns) {
      builder.loop(0, whole, rows, [&](Value row) { emitTile(batch, row, column, rows, columns); });
      if (whole < output.shape[1])
        emitTile(batch, builder.index(whole), column, output.shape[1] - whole, columns);
    });
  });
}

void MatmulKernel::emitTile(Value batch, Value row, Value column, int64_t rows, int64_t columns) {
  int64_t lanes = std::min(columns, builder.lanes(accumulatorType));
  int64_t vectors = columns / lanes;
  Value zero = builder.constant(builder.vectorType(lanes, accumulatorType), int64_t(0));
  Values accumulators(rows * vectors, zero);

  Value lhsTile = builder.add(builder.mul(batch, lhs.strides[0]), builder.mul(row, lhs.strides[1]));
  Value rhsTile = builder.add(builder.mul(batch, rhs.strides[0]), column);
  accumulators =
      builder.loop(0, lhs.shape[2], 1, accumulators, [&](Value k, ValueRange values) -> Values {
        return emitStep(llvm::to_vector(values),
                        builder.add(lhsTile, builder.mul(k, lhs.strides[2])),
                        builder.add(rhsTile, builder.mul(k, rhs.strides[1])), rows);
      });

  Value outputTile = builder.add(builder.mul(batch, output.strides[0]), column);
  outputTile = builder.add(outputTile, builder.mul(row, output.strides[1]));
  for (int64_t i = 0; i < rows; ++i)
    storeRow(ArrayRef(accumulators).slice(i * vectors, vectors),
             builder.add(outputTile, i * output.strides[1]));
}

KernelBuilder::Values MatmulKernel::emitStep(Values accumulators, Value lhsOffset, Value rhsOffset,
                                             int64_t rows) {
  int64_t lanes = getLanes(accumulators.front());
  int64_t vectors = accumulators.size() / rows;
  Values columns;
  for (int64_t v = 0; v < vectors; ++v)
    columns.push_back(
        widen(builder.load(rhs, builder.add(rhsOffset, v * lanes), lanes), op.getRhsZeroPoint()));
  for (int64_t row = 0; row < rows; ++row) {
    Value left = builder.loadScalar(lhs, builder.add(lhsOffset, row * lhs.strides[1]));
    left = builder.broadcast(widen(left, op.getLhsZeroPoint()), lanes);
    for (int64_t v = 0; v < vectors; ++v) {
      Value &accumulator = accumulators[row * vectors + v];
      if (isa<FloatType>(lhs.elementType))
        accumulator = math::FmaOp::create(builder, left, columns[v], accumulator);
      else
        accumulator =
            builder.add(accumulator, builder.createOrFold<arith::MulIOp>(left, columns[v]));
    }
  }
  return accumulators;
}

/// value - zero point, in the accumulator's type.
Value MatmulKernel::widen(Value value, int32_t zeroPoint) {
  Type element = getElementTypeOrSelf(value);
  if (isa<FloatType>(element))
    return value;
  value = builder.extend(value, accumulatorType, /*isUnsigned=*/element.isInteger(8));
  return zeroPoint == 0
             ? value
             : builder.add(value, builder.constant(value.getType(), -int64_t(zeroPoint)));
}

void MatmulKernel::storeRow(ValueRange accumulators, Value offset) {
  // As many accumulators at once as fill a register with stored elements.
  int64_t lanes = getLanes(accumulators.front());
  size_t group = std::max<int64_t>(1, builder.lanes(output.elementType) / lanes);
  for (size_t first = 0; first < accumulators.size(); first += group) {
    size_t count = std::min(group, accumulators.size() - first);
    Value result = builder.concat(accumulators.slice(first, count));
    if (std::optional<RescaleAttr> rescale = op.getRescale()) {
      RescaleEntries entries(builder, op->getParentOfType<ModuleOp>(), *rescale,
                             op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax());
      result = entries.apply(result, Value(), output.elementType);
    }
    builder.storeFirst(result, getLanes(result), output, builder.add(offset, first * lanes));
  }
}

namespace {

struct VectorizeBatchMatmul : OpRewritePattern<ScheduledBatchMatmulOp> {
  VectorizeBatchMatmul(MLIRContext *context, const Target &target)
      : OpRewritePattern(context), target(target) {}

  LogicalResult matchAndRewrite(ScheduledBatchMatmulOp op,
                                PatternRewriter &rewriter) const override {
    if (!llvm::all_of(op->getOperands(), hasStaticLayout))
      return rewriter.notifyMatchFailure(op, "shapes, strides and offsets must be static");
    for (Value buffer : {op.getRhs(), op.getOutput()})
      if (cast<MemRefType>(buffer.getType()).getStridesAndOffset().first.back() != 1 &&
          !(op.getScratch() && buffer == op.getRhs()))
        return rewriter.notifyMatchFailure(op, "rows must lie without gaps");
    if (op.getScratch()) {
      if (failed(vectorizeByteMatmul(rewriter, op, target)))
        return failure();
      rewriter.eraseOp(op);
      return success();
    }
    KernelBuilder builder(op.getLoc(), rewriter, target);
    Type accumulatorType = getAccumulatorType(op);
    if (op.getTile().getColumns() % builder.lanes(accumulatorType) != 0)
      return rewriter.notifyMatchFailure(op, "the tile's columns do not fill whole registers");
    MatmulKernel(builder, op, accumulatorType).emit();
    rewriter.eraseOp(op);
    return success();
  }

private:
  Target target;
};

} // namespace

void qopt::populateVectorizeMatmulPatterns(RewritePatternSet &patterns, const Target &target) {
  patterns.add<VectorizeBatchMatmul>(patterns.getContext(), target);
}

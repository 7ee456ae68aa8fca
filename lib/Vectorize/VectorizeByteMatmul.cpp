#include "ByteMatmul.h"
#include "RescaleEntries.h"
#include "VectorizeMatmul.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

ByteMatmul::ByteMatmul(KernelBuilder &builder, ScheduledBatchMatmulOp op)
    : lhs(builder.flatten(op.getLhs())), rhs(builder.flatten(op.getRhs())),
      output(builder.flatten(op.getOutput())), scratch(builder.flatten(op.getScratch())),
      lanes(builder.lanes(builder.getI32Type())), lhsZeroPoint(op.getLhsZeroPoint()),
      rhsZeroPoint(op.getRhsZeroPoint()) {
  hasByteDot = builder.isa().hasByteDot();
  isSigned = hasByteDot && builder.isa().signedDot;
  lhsShift = isSigned ? 128 : 0;
  rhsShift = hasByteDot ? 128 : rhsZeroPoint;
  int64_t columns = op.getTile().getColumns();
  columnTerms =
      static_cast<int64_t>(llvm::divideCeil(extent(), kGroup)) * stepBytes(columns / lanes);
  rowTerms = columnTerms + columns * static_cast<int64_t>(sizeof(int32_t));
}

/// `count` bytes, and `padding` in the lanes behind them.
Value qopt::loadBytes(KernelBuilder &builder, const FlatBuffer &buffer, Value offset, int64_t count,
                      int64_t size, int64_t padding) {
  if (count == size)
    return builder.load(buffer, offset, size);
  Value result =
      builder.constant(builder.vectorType(size, builder.getI8Type()), int64_t(int8_t(padding)));
  for (int64_t done = 0; done < count;) {
    int64_t piece = llvm::bit_floor(static_cast<uint64_t>(count - done));
    Value loaded = builder.load(buffer, builder.add(offset, done), piece);
    result = vector::InsertStridedSliceOp::create(builder, loaded, result, ArrayRef<int64_t>(done),
                                                  ArrayRef<int64_t>(1));
    done += piece;
  }
  return result;
}

namespace {

/// Multiply-accumulates of one iteration.
constexpr int64_t kLoopProducts = 32;
/// Bytes of a term of a row or a column.
constexpr int64_t kTermBytes = 4;

class ByteMatmulKernel : ByteMatmul {
public:
  ByteMatmulKernel(KernelBuilder &builder, ScheduledBatchMatmulOp op)
      : ByteMatmul(builder, op), builder(builder), op(op) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void emitRowTerms(Value lhsBatch);
  Value sumRow(Value lhsRow);
  void emitPanel(Value batch, Value column, int64_t columns);
  void emitTile(Value lhsTile, Value termsOffset, Value outputTile, int64_t rows, int64_t columns);
  Values emitSteps(Values accumulators, Value lhsTile, int64_t rows);
  Values emitStep(Values accumulators, Value lhsOffset, Value panelOffset, int64_t rows,
                  int64_t depth);
  Value broadcastGroup(Value offset, int64_t depth);
  Value takePart(Value groups, int64_t part);
  void storeRow(ValueRange accumulators, int64_t columns, Value offset);
  Value loadTerms(Value offset, int64_t count);

  KernelBuilder &builder;
  ScheduledBatchMatmulOp op;
};

} // namespace

void ByteMatmulKernel::emit() {
  int64_t columns = op.getTile().getColumns(), end = output.shape[2];
  int64_t whole = end / columns * columns;
  builder.loop(0, output.shape[0], 1, [&](Value batch) {
    if (rowFactor() != 0)
      emitRowTerms(builder.mul(batch, lhs.strides[0]));
    builder.loop(0, whole, columns, [&](Value column) { emitPanel(batch, column, columns); });
    if (whole < end)
      emitPanel(batch, builder.index(whole), end - whole);
  });
}

/// (y - zb) * sum (a - za) of each row.
void ByteMatmulKernel::emitRowTerms(Value lhsBatch) {
  builder.loop(0, output.shape[1], 1, [&](Value row) {
    Value sum = sumRow(builder.add(lhsBatch, builder.mul(row, lhs.strides[1])));
    Type type = sum.getType();
    sum = builder.add(sum, builder.constant(type, extent() * columnFactor()));
    sum = builder.createOrFold<arith::MulIOp>(sum, builder.constant(type, rowFactor()));
    Value term = vector::BitCastOp::create(
        builder, builder.vectorType(kTermBytes, builder.getI8Type()), builder.broadcast(sum, 1));
    builder.store(term, scratch, builder.add(builder.mul(row, kTermBytes), rowTerms));
  });
}

/// The sum of a' over a row.
Value ByteMatmulKernel::sumRow(Value lhsRow) {
  int64_t width = registerBytes(), whole = extent() / width * width;
  VectorType bytes = builder.vectorType(width, builder.getI8Type());
  Value ones = builder.constant(bytes, int64_t(1));
  auto add = [&](Value total, Value offset, int64_t count) -> Value {
    Value input = loadBytes(builder, lhs, builder.add(lhsRow, offset), count, width, lhsShift);
    if (isSigned)
      input = arith::XOrIOp::create(builder, input, builder.constant(bytes, int64_t(-128)));
    return VectorDotOp::create(builder, total, input, ones, isSigned);
  };
  Value total = builder.constant(builder.vectorType(lanes, builder.getI32Type()), int64_t(0));
  total = builder
              .loop(0, whole, width, total,
                    [&](Value k, ValueRange values) -> Values {
                      return {add(values.front(), k, width)};
                    })
              .front();
  if (whole < extent())
    total = add(total, builder.index(whole), extent() - whole);
  return vector::ReductionOp::create(builder, vector::CombiningKind::ADD, total);
}

/// `count` i32 of the scratch buffer.
Value ByteMatmulKernel::loadTerms(Value offset, int64_t count) {
  Value bytes = builder.load(scratch, offset, count * kTermBytes);
  return vector::BitCastOp::create(builder, builder.vectorType(count, builder.getI32Type()), bytes);
}

/// All rows by `columns` columns.
void ByteMatmulKernel::emitPanel(Value batch, Value column, int64_t columns) {
  Value rhsPanel =
      builder.add(builder.mul(batch, rhs.strides[0]), builder.mul(column, rhs.strides[2]));
  packRightMatrix(builder, *this, rhsPanel, columns);
  int64_t end = output.shape[1];
  int64_t rows = llvm::divideCeil(end, llvm::divideCeil(end, op.getTile().getRows()));
  int64_t whole = end / rows * rows;
  auto emitRows = [&](Value row, int64_t count) {
    auto offsetIn = [&](const FlatBuffer &buffer) {
      return builder.add(builder.mul(batch, buffer.strides[0]),
                         builder.mul(row, buffer.strides[1]));
    };
    emitTile(offsetIn(lhs), builder.add(builder.mul(row, kTermBytes), rowTerms),
             builder.add(offsetIn(output), column), count, columns);
  };
  builder.loop(0, whole, rows, [&](Value row) { emitRows(row, rows); });
  if (whole < end)
    emitRows(builder.index(whole), end - whole);
}

void ByteMatmulKernel::emitTile(Value lhsTile, Value termsOffset, Value outputTile, int64_t rows,
                                int64_t columns) {
  int64_t vectors = llvm::divideCeil(columns, lanes);
  Values start;
  for (int64_t v = 0; v < vectors; ++v)
    start.push_back(loadTerms(builder.index(columnTerms + v * registerBytes()), lanes));
  Values accumulators;
  for (int64_t row = 0; row < rows; ++row)
    llvm::append_range(accumulators, start);
  accumulators = emitSteps(std::move(accumulators), lhsTile, rows);

  for (int64_t row = 0; row < rows; ++row) {
    MutableArrayRef<Value> sums = MutableArrayRef(accumulators).slice(row * vectors, vectors);
    if (rowFactor() != 0) {
      Value term = loadTerms(builder.add(termsOffset, row * kTermBytes), 1);
      term = builder.broadcast(vector::ExtractOp::create(builder, term, 0), lanes);
      for (Value &sum : sums)
        sum = builder.add(sum, term);
    }
    storeRow(sums, columns, builder.add(outputTile, row * output.strides[1]));
  }
}

/// The whole reduction of a tile.
KernelBuilder::Values ByteMatmulKernel::emitSteps(Values accumulators, Value lhsTile,
                                                  int64_t rows) {
  auto products = static_cast<int64_t>(accumulators.size()) * parts();
  int64_t bytes = stepBytes(static_cast<int64_t>(accumulators.size()) / rows);
  auto emitAt = [&](Values values, Value step, int64_t depth) {
    return emitStep(std::move(values), builder.add(lhsTile, builder.mul(step, kGroup)),
                    builder.mul(step, bytes), rows, depth);
  };
  int64_t unroll = std::clamp<int64_t>(kLoopProducts / products, 1, 4);
  int64_t whole = wholeSteps() / unroll * unroll;
  accumulators = builder.loop(0, whole, unroll, accumulators, [&](Value step, ValueRange values) {
    Values results = llvm::to_vector(values);
    for (int64_t i = 0; i < unroll; ++i)
      results = emitAt(std::move(results), builder.add(step, i), kGroup);
    return results;
  });
  for (int64_t step = whole; step < wholeSteps(); ++step)
    accumulators = emitAt(std::move(accumulators), builder.index(step), kGroup);
  if (tail() == 0)
    return accumulators;
  return emitAt(std::move(accumulators), builder.index(wholeSteps()), tail());
}

KernelBuilder::Values ByteMatmulKernel::emitStep(Values accumulators, Value lhsOffset,
                                                 Value panelOffset, int64_t rows, int64_t depth) {
  auto vectors = static_cast<int64_t>(accumulators.size()) / rows;
  Values packed;
  for (int64_t i = 0; i < vectors * parts(); ++i)
    packed.push_back(
        builder.load(scratch, builder.add(panelOffset, i * registerBytes()), registerBytes()));
  for (int64_t row = 0; row < rows; ++row) {
    Value groups = broadcastGroup(builder.add(lhsOffset, row * lhs.strides[1]), depth);
    for (int64_t part = 0; part < parts(); ++part) {
      Value input = takePart(groups, part);
      for (int64_t v = 0; v < vectors; ++v) {
        Value &accumulator = accumulators[row * vectors + v];
        Value right = vector::BitCastOp::create(builder, cast<VectorType>(input.getType()),
                                                packed[v * parts() + part]);
        accumulator = VectorDotOp::create(builder, accumulator, input, right, isSigned);
      }
    }
  }
  return accumulators;
}

/// Four bytes of a row of the left matrix in every lane of i32.
Value ByteMatmulKernel::broadcastGroup(Value offset, int64_t depth) {
  // What is behind the end meets b' = 0.
  Value bytes = loadBytes(builder, lhs, offset, depth, kGroup, /*padding=*/0);
  Value word =
      vector::BitCastOp::create(builder, builder.vectorType(1, builder.getI32Type()), bytes);
  word = vector::ExtractOp::create(builder, word, 0);
  if (isSigned)
    word = arith::XOrIOp::create(builder, word,
                                 builder.constant(word.getType(), int64_t(int32_t(0x80808080))));
  return builder.broadcast(word, lanes);
}

/// The bytes, or the words of those of even or odd number.
Value ByteMatmulKernel::takePart(Value groups, int64_t part) {
  if (hasByteDot)
    return vector::BitCastOp::create(
        builder, builder.vectorType(registerBytes(), builder.getI8Type()), groups);
  VectorType words = builder.vectorType(2 * lanes, builder.getI16Type());
  Value pairs = vector::BitCastOp::create(builder, words, groups);
  if (part == 0)
    return arith::AndIOp::create(builder, pairs, builder.constant(words, int64_t(255)));
  return arith::ShRUIOp::create(builder, pairs, builder.constant(words, int64_t(8)));
}

void ByteMatmulKernel::storeRow(ValueRange accumulators, int64_t columns, Value offset) {
  // As many accumulators at once as fill a register with stored elements.
  size_t group = std::max<int64_t>(1, builder.lanes(output.elementType) / lanes);
  for (size_t first = 0; first < accumulators.size(); first += group) {
    size_t count = std::min(group, accumulators.size() - first);
    int64_t done = first * lanes;
    Value result = builder.concat(accumulators.slice(first, count));
    if (std::optional<RescaleAttr> rescale = op.getRescale()) {
      RescaleEntries entries(builder, op->getParentOfType<ModuleOp>(), *rescale,
                             op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax());
      result = entries.apply(result, Value(), output.elementType);
    }
    builder.storeFirst(result, std::min<int64_t>(getLanes(result), columns - done), output,
                       builder.add(offset, done));
  }
}

LogicalResult qopt::vectorizeByteMatmul(PatternRewriter &rewriter, ScheduledBatchMatmulOp op,
                                        const Target &target) {
  auto strideOf = [](Value buffer, unsigned dim) {
    auto type = cast<MemRefType>(buffer.getType());
    return type.getDimSize(dim) == 1 ? 1 : type.getStridesAndOffset().first[dim];
  };
  if (strideOf(op.getLhs(), 2) != 1)
    return rewriter.notifyMatchFailure(op, "rows of the left matrix must lie without gaps");
  if (strideOf(op.getRhs(), 1) != 1 && strideOf(op.getRhs(), 2) != 1)
    return rewriter.notifyMatchFailure(op, "rows or columns of the right matrix must lie without "
                                           "gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  ByteMatmulKernel(builder, op).emit();
  return success();
}

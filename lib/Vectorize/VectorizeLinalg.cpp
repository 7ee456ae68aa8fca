#include "BodyVectorizer.h"
#include "ElementwisePlan.h"
#include "Transpose.h"
#include "qopt/Vectorize/Patterns.h"

#include "mlir/Dialect/Linalg/Transforms/Transforms.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Writes down the loops of a plan.
class ElementwiseKernel {
public:
  ElementwiseKernel(KernelBuilder &builder, linalg::LinalgOp op, ElementwisePlan plan)
      : builder(builder), op(op), plan(std::move(plan)) {}

  void emit();

private:
  void emitLoops(unsigned depth);
  void emitChunk(Value offset, int64_t lanes);
  void emitBlocks();
  void emitStrip(int64_t firstRow, int64_t endRow, int64_t firstColumn);
  void emitBlock(Value row, Value column, int64_t lanes);
  SmallVector<Value> readBlock(const Access &access, Value row, Value column, int64_t lanes);
  void writeBlock(const Access &access, ArrayRef<Value> vectors, Value row, Value column);
  Value getOffset(const Access &access);
  int64_t getStride(const Access &access);
  Value readOperand(const Access &access, int64_t lanes);
  void writeOperand(const Access &access, Value vector);
  auto outputs() { return ArrayRef(plan.accesses).drop_front(op.getNumDpsInputs()); }
  bool isInterleaved() { return plan.isInterleaved(plan.vectorDim(), plan.rowDim()); }
  bool isTransposed(const Access &access) {
    return plan.needsTransposition(access, plan.vectorDim());
  }

  KernelBuilder &builder;
  linalg::LinalgOp op;
  ElementwisePlan plan;
  SmallVector<Value> indices;
};

} // namespace

void ElementwiseKernel::emit() {
  for (Access &access : plan.accesses)
    if (access.hasMemory())
      access.buffer = builder.flatten(access.operand);
  indices.assign(plan.extents.size(), Value());
  if (llvm::is_contained(plan.extents, 0))
    return;
  if (plan.extents.empty())
    return emitChunk(builder.index(0), 1);
  emitLoops(0);
}

void ElementwiseKernel::emitLoops(unsigned depth) {
  unsigned dim = plan.order[depth];
  if (plan.block != 0 && depth + 2 == plan.order.size())
    return emitBlocks();
  if (depth + 1 == plan.order.size()) {
    builder.chunks(plan.extents[dim], plan.getWidth(), [&](Value offset, int64_t lanes) {
      indices[dim] = offset;
      emitChunk(offset, lanes);
    });
    return;
  }
  builder.loop(0, plan.extents[dim], 1, [&](Value iv) {
    indices[dim] = iv;
    emitLoops(depth + 1);
  });
}

void ElementwiseKernel::emitChunk(Value offset, int64_t lanes) {
  BodyVectorizer body(builder, lanes);
  Block &block = *op.getBlock();
  for (const Access &access : plan.accesses)
    if (!access.argument.use_empty())
      body.map(access.argument, readOperand(access, lanes));
  if (op.hasIndexSemantics()) {
    SmallVector<Value> values = indices;
    values[plan.vectorDim()] = offset;
    body.setIndices(values, plan.vectorDim());
  }
  body.cloneBody(block);
  Operation *yield = block.getTerminator();
  for (auto [access, value] : llvm::zip_equal(outputs(), yield->getOperands()))
    writeOperand(access, body.getVector(value));
}

/// The two innermost loops, in blocks of `block` rows.
void ElementwiseKernel::emitBlocks() {
  unsigned rowDim = plan.rowDim(), dim = plan.vectorDim();
  if (isInterleaved()) {
    builder.chunks(plan.extents[dim], plan.getWidth(), [&](Value column, int64_t lanes) {
      emitBlock(builder.index(0), column, lanes);
    });
    return;
  }
  int64_t wholeRows = plan.extents[rowDim] / plan.block * plan.block;
  int64_t wholeColumns = plan.extents[dim] / plan.block * plan.block;
  builder.loop(0, wholeRows, plan.block, [&](Value row) {
    builder.loop(0, wholeColumns, plan.block,
                 [&](Value column) { emitBlock(row, column, plan.block); });
  });
  emitStrip(0, wholeRows, wholeColumns);
  emitStrip(wholeRows, plan.extents[rowDim], 0);
}

/// What squares leave over at an end, row by row.
void ElementwiseKernel::emitStrip(int64_t firstRow, int64_t endRow, int64_t firstColumn) {
  unsigned rowDim = plan.rowDim(), dim = plan.vectorDim();
  builder.loop(firstRow, endRow, 1, [&](Value row) {
    indices[rowDim] = row;
    builder.chunks(plan.extents[dim] - firstColumn, plan.getWidth(),
                   [&](Value offset, int64_t lanes) {
                     indices[dim] = builder.add(offset, firstColumn);
                     emitChunk(indices[dim], lanes);
                   });
  });
}

void ElementwiseKernel::emitBlock(Value row, Value column, int64_t lanes) {
  SmallVector<SmallVector<Value>> operands;
  for (const Access &access : plan.accesses)
    operands.push_back(access.argument.use_empty() ? SmallVector<Value>(plan.block)
                                                   : readBlock(access, row, column, lanes));
  Operation *yield = op.getBlock()->getTerminator();
  SmallVector<SmallVector<Value>> results(yield->getNumOperands());
  for (int64_t i = 0; i < plan.block; ++i) {
    BodyVectorizer body(builder, lanes);
    for (auto [access, vectors] : llvm::zip_equal(plan.accesses, operands))
      if (vectors[i])
        body.map(access.argument, vectors[i]);
    body.cloneBody(*op.getBlock());
    for (auto [list, value] : llvm::zip_equal(results, yield->getOperands()))
      list.push_back(body.getVector(value));
  }
  for (auto [access, vectors] : llvm::zip_equal(outputs(), results))
    writeBlock(access, vectors, row, column);
}

/// An operand of `block` rows, each as vectors along the columns.
SmallVector<Value> ElementwiseKernel::readBlock(const Access &access, Value row, Value column,
                                                int64_t lanes) {
  unsigned rowDim = plan.rowDim(), dim = plan.vectorDim();
  indices[dim] = column;
  SmallVector<Value> vectors;
  if (!isTransposed(access)) {
    for (int64_t i = 0; i < plan.block; ++i) {
      indices[rowDim] = builder.add(row, i);
      vectors.push_back(readOperand(access, lanes));
    }
    return vectors;
  }
  indices[rowDim] = row;
  Value offset = getOffset(access);
  bool interleaved = isInterleaved();
  int64_t step = interleaved ? lanes : access.coefficients[dim];
  for (int64_t i = 0; i < plan.block; ++i)
    vectors.push_back(builder.load(access.buffer, builder.add(offset, i * step), lanes));
  return interleaved ? deinterleave(builder, vectors) : transpose(builder, vectors);
}

void ElementwiseKernel::writeBlock(const Access &access, ArrayRef<Value> vectors, Value row,
                                   Value column) {
  unsigned rowDim = plan.rowDim(), dim = plan.vectorDim();
  indices[dim] = column;
  if (!isTransposed(access)) {
    for (int64_t i = 0; i < plan.block; ++i) {
      indices[rowDim] = builder.add(row, i);
      writeOperand(access, vectors[i]);
    }
    return;
  }
  indices[rowDim] = row;
  Value offset = getOffset(access);
  bool interleaved = isInterleaved();
  int64_t step = interleaved ? getLanes(vectors.front()) : access.coefficients[dim];
  SmallVector<Value> stored =
      interleaved ? interleave(builder, vectors) : transpose(builder, vectors);
  for (int64_t i = 0; i < plan.block; ++i)
    builder.store(stored[i], access.buffer, builder.add(offset, i * step));
}

Value ElementwiseKernel::getOffset(const Access &access) {
  Value offset = builder.index(access.constant);
  for (unsigned dim : plan.order)
    if (access.coefficients[dim] != 0)
      offset = builder.add(offset, builder.mul(indices[dim], access.coefficients[dim]));
  return offset;
}

/// Elements from one lane to the next.
int64_t ElementwiseKernel::getStride(const Access &access) {
  return plan.order.empty() ? 0 : access.coefficients[plan.vectorDim()];
}

Value ElementwiseKernel::readOperand(const Access &access, int64_t lanes) {
  if (!access.buffer)
    return access.operand;
  Value offset = getOffset(access);
  int64_t stride = getStride(access);
  if (stride == 0)
    return builder.loadScalar(access.buffer, offset);
  if (stride == 1)
    return builder.load(access.buffer, offset, lanes);
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < lanes; ++lane)
    elements.push_back(builder.loadScalar(access.buffer, builder.add(offset, lane * stride)));
  return vector::FromElementsOp::create(
      builder, builder.vectorType(lanes, access.buffer.elementType), elements);
}

void ElementwiseKernel::writeOperand(const Access &access, Value vector) {
  Value offset = getOffset(access);
  int64_t stride = getStride(access);
  if (stride == 1) {
    builder.store(vector, access.buffer, offset);
    return;
  }
  for (int64_t lane = 0, end = getLanes(vector); lane < end; ++lane) {
    Value element = vector::ExtractOp::create(builder, vector, lane);
    memref::StoreOp::create(builder, element, access.buffer.memref,
                            builder.add(offset, lane * stride));
  }
}

namespace {

struct VectorizeLinalgOp : OpInterfaceRewritePattern<linalg::LinalgOp> {
  VectorizeLinalgOp(MLIRContext *context, const Target &target)
      : OpInterfaceRewritePattern(context), target(target) {}

  LogicalResult matchAndRewrite(linalg::LinalgOp op, PatternRewriter &rewriter) const override {
    if (!op.hasPureBufferSemantics())
      return rewriter.notifyMatchFailure(op, "works on tensors, not on buffers");
    for (Value operand : op->getOperands())
      if (isa<MemRefType>(operand.getType()) && !hasStaticLayout(operand))
        return rewriter.notifyMatchFailure(op, "shapes, strides and offsets must be static");

    KernelBuilder builder(op.getLoc(), rewriter, target);
    ElementwisePlan plan(op, builder.isa().vectorBits);
    if (op.getNumParallelLoops() == op.getNumLoops() && succeeded(plan.analyze()))
      ElementwiseKernel(builder, op, std::move(plan)).emit();
    else if (failed(linalg::linalgOpToLoops(rewriter, op)))
      return rewriter.notifyMatchFailure(op, "has no form in loops");
    rewriter.eraseOp(op);
    return success();
  }

private:
  Target target;
};

} // namespace

void qopt::populateVectorizeLinalgPatterns(RewritePatternSet &patterns, const Target &target) {
  patterns.add<VectorizeLinalgOp>(patterns.getContext(), target);
}

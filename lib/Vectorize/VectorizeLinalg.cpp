#include "BodyVectorizer.h"
#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

#include "mlir/Analysis/FlatLinearValueConstraints.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Where an operand's element lies: a linear function of the loop indices.
struct Access {
  Value operand;
  BlockArgument argument;
  /// Absent for scalar operands.
  FlatBuffer buffer;
  SmallVector<int64_t> coefficients;
  int64_t constant = 0;
};

/// Loops over vectors for a linalg op whose iterators are all parallel.
class ElementwiseKernel {
public:
  ElementwiseKernel(KernelBuilder &builder, linalg::LinalgOp op) : builder(builder), op(op) {}

  /// Fails, without having built anything, if an index is not linear.
  LogicalResult analyze();
  void emit();

private:
  LogicalResult analyze(OpOperand &operand);
  void collapseDimensions();
  void chooseVectorDimension();
  int64_t getWidth();
  void emitLoops(unsigned depth);
  void emitChunk(Value offset, int64_t lanes);
  Value getOffset(const Access &access);
  Value readOperand(const Access &access, int64_t lanes);
  void writeOperand(const Access &access, Value vector);

  KernelBuilder &builder;
  linalg::LinalgOp op;
  SmallVector<int64_t> extents;
  SmallVector<Access> accesses;
  unsigned numInputs = 0;
  /// The loops from the outermost on; the last is the vectorized one.
  SmallVector<unsigned> order;
  SmallVector<Value> indices;
};

} // namespace

LogicalResult ElementwiseKernel::analyze() {
  extents = op.getStaticLoopRanges();
  for (OpOperand &operand : op->getOpOperands())
    if (failed(analyze(operand)))
      return failure();
  numInputs = op.getNumDpsInputs();
  if (!op.hasIndexSemantics())
    collapseDimensions();
  chooseVectorDimension();
  return success();
}

LogicalResult ElementwiseKernel::analyze(OpOperand &operand) {
  Access access;
  access.operand = operand.get();
  access.argument = op.getMatchingBlockArgument(&operand);
  access.coefficients.assign(extents.size(), 0);
  auto type = dyn_cast<MemRefType>(operand.get().getType());
  if (!type) {
    accesses.push_back(std::move(access));
    return success();
  }
  auto [strides, offset] = type.getStridesAndOffset();
  AffineMap map = op.getMatchingIndexingMap(&operand);
  for (auto [expression, stride] : llvm::zip_equal(map.getResults(), strides)) {
    SmallVector<int64_t> flat;
    if (failed(getFlattenedAffineExpr(expression, map.getNumDims(), 0, &flat)) ||
        flat.size() != extents.size() + 1)
      return failure();
    for (size_t dim = 0; dim < extents.size(); ++dim)
      access.coefficients[dim] += flat[dim] * stride;
    access.constant += flat.back() * stride;
  }
  accesses.push_back(std::move(access));
  return success();
}

/// Joins neighbouring dimensions that every operand walks through like one.
void ElementwiseKernel::collapseDimensions() {
  for (size_t dim = extents.size(); dim-- > 1;) {
    bool joins = llvm::all_of(accesses, [&](const Access &access) {
      return extents[dim - 1] == 1 ||
             access.coefficients[dim - 1] == extents[dim] * access.coefficients[dim];
    });
    // A dimension of 1 joins whatever its coefficient is.
    if (!joins && extents[dim] != 1)
      continue;
    for (Access &access : accesses)
      access.coefficients.erase(access.coefficients.begin() + (joins ? dim - 1 : dim));
    extents[dim - 1] *= extents[dim];
    extents.erase(extents.begin() + dim);
  }
}

/// Takes the dimension along which memory is accessed in the fewest steps.
void ElementwiseKernel::chooseVectorDimension() {
  double best = std::numeric_limits<double>::infinity();
  unsigned vectorDim = 0;
  int64_t width = getWidth();
  for (unsigned dim = 0; dim < extents.size(); ++dim) {
    double lanes = std::min<double>(width, extents[dim]), cost = 1 / lanes;
    for (const Access &access : accesses)
      if (isa<MemRefType>(access.operand.getType()) && access.coefficients[dim] != 0)
        cost += access.coefficients[dim] == 1 ? 1 / lanes : 1;
    // At equal cost the inner dimension is better for the cache.
    if (cost <= best) {
      best = cost;
      vectorDim = dim;
    }
  }
  for (unsigned dim = 0; dim < extents.size(); ++dim)
    if (dim != vectorDim)
      order.push_back(dim);
  if (!extents.empty())
    order.push_back(vectorDim);
}

/// Lanes of a chunk: a full register of the narrowest element that is stored
/// or loaded, but at most four registers of the widest that is computed with,
/// and one where the body is long.
int64_t ElementwiseKernel::getWidth() {
  unsigned narrowest = 64, widest = 8;
  auto widen = [&](Type type) {
    if (type.isIntOrFloat())
      widest = std::max(widest, type.getIntOrFloatBitWidth());
  };
  for (OpOperand &operand : op->getOpOperands()) {
    Type element = getElementTypeOrSelf(operand.get());
    widen(element);
    if (isa<MemRefType>(operand.get().getType()) && element.isIntOrFloat())
      narrowest = std::min(narrowest, std::max(8u, element.getIntOrFloatBitWidth()));
  }
  bool isLong = false;
  for (Operation &bodyOp : op.getBlock()->without_terminator()) {
    for (Type type : bodyOp.getResultTypes())
      widen(type);
    isLong |= isa<math::ExpOp, math::LogOp, math::TanhOp, math::ErfOp, math::PowFOp, math::SinOp,
                  math::CosOp, qint::VectorSigmoidOp>(bodyOp);
  }
  unsigned bits = builder.isa().vectorBits;
  return std::min(bits / narrowest, (isLong ? 1 : 4) * bits / widest);
}

void ElementwiseKernel::emit() {
  for (Access &access : accesses)
    if (isa<MemRefType>(access.operand.getType()))
      access.buffer = builder.flatten(access.operand);
  indices.assign(extents.size(), Value());
  if (llvm::is_contained(extents, 0))
    return;
  if (extents.empty())
    return emitChunk(builder.index(0), 1);
  emitLoops(0);
}

void ElementwiseKernel::emitLoops(unsigned depth) {
  unsigned dim = order[depth];
  if (depth + 1 == order.size()) {
    builder.chunks(extents[dim], getWidth(), [&](Value offset, int64_t lanes) {
      indices[dim] = offset;
      emitChunk(offset, lanes);
    });
    return;
  }
  builder.loop(0, extents[dim], 1, [&](Value iv) {
    indices[dim] = iv;
    emitLoops(depth + 1);
  });
}

void ElementwiseKernel::emitChunk(Value offset, int64_t lanes) {
  BodyVectorizer body(builder, lanes);
  Block &block = *op.getBlock();
  for (const Access &access : accesses)
    if (!access.argument.use_empty())
      body.map(access.argument, readOperand(access, lanes));
  if (op.hasIndexSemantics()) {
    SmallVector<Value> values = indices;
    Value base = builder.broadcast(offset, lanes);
    Value step = vector::StepOp::create(builder, cast<VectorType>(base.getType()));
    values[order.back()] = builder.add(base, step);
    body.setIndices(values);
  }
  body.cloneBody(block);
  Operation *yield = block.getTerminator();
  for (auto [access, value] :
       llvm::zip_equal(ArrayRef(accesses).drop_front(numInputs), yield->getOperands()))
    writeOperand(access, body.getVector(value));
}

Value ElementwiseKernel::getOffset(const Access &access) {
  Value offset = builder.index(access.constant);
  for (unsigned dim : order)
    if (access.coefficients[dim] != 0)
      offset = builder.add(offset, builder.mul(indices[dim], access.coefficients[dim]));
  return offset;
}

Value ElementwiseKernel::readOperand(const Access &access, int64_t lanes) {
  if (!access.buffer)
    return access.operand;
  Value offset = getOffset(access);
  int64_t stride = order.empty() ? 0 : access.coefficients[order.back()];
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
  int64_t stride = order.empty() ? 0 : access.coefficients[order.back()];
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
    ElementwiseKernel kernel(builder, op);
    if (op.getNumParallelLoops() == op.getNumLoops() && succeeded(kernel.analyze()))
      kernel.emit();
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

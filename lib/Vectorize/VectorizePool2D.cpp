#include "KernelBuilder.h"
#include "RescaleEntries.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/Patterns.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Where windows lie along one dimension.
struct Windows {
  int64_t inputs, outputs, kernel, stride, pad;

  /// The outputs [first, end) whose windows do not leave the input.
  int64_t firstWhole() const {
    return std::min(outputs, static_cast<int64_t>(llvm::divideCeil(pad, stride)));
  }
  int64_t endWhole() const {
    int64_t slack = inputs - kernel + pad;
    int64_t end = slack < 0 ? 0 : slack / stride + 1;
    return std::clamp(end, firstWhole(), outputs);
  }
};

/// A window along one dimension: the inputs [begin, begin + count).
struct Window {
  Value begin, count;
};

class Pool2DKernel {
public:
  Pool2DKernel(KernelBuilder &builder, ScheduledPool2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        output(builder.flatten(op.getOutput())), elementType(input.elementType) {
    ArrayRef<int64_t> kernel = op.getKernel(), stride = op.getStride(), pad = op.getPad();
    rows = {input.shape[1], output.shape[1], kernel[0], stride[0], pad[0]};
    columns = {input.shape[2], output.shape[2], kernel[1], stride[1], pad[2]};
  }

  void emit();

private:
  using Values = KernelBuilder::Values;

  bool isMax() { return op.getKind() == PoolKind::Max; }
  Type getSumType();
  Window cut(const Windows &windows, Value index);
  void forEachWindow(const Windows &windows, llvm::function_ref<void(Value, Window)> body);
  void emitPosition(Value batch, Value outputOffset, Window rowWindow, Window columnWindow);
  Value emitWindow(Value inputOffset, Window rowWindow, Window columnWindow, int64_t lanes);
  Value getNeutral(int64_t lanes);
  Value combine(Value result, Value element);
  Value finishMean(Value sum, Value count);

  KernelBuilder &builder;
  ScheduledPool2DOp op;
  FlatBuffer input, output;
  Type elementType;
  Windows rows, columns;
};

} // namespace

void Pool2DKernel::emit() {
  builder.loop(0, output.shape[0], 1, [&](Value batch) {
    forEachWindow(rows, [&](Value row, Window rowWindow) {
      forEachWindow(columns, [&](Value column, Window columnWindow) {
        Value offset = builder.mul(batch, output.strides[0]);
        offset = builder.add(offset, builder.mul(row, output.strides[1]));
        offset = builder.add(offset, builder.mul(column, output.strides[2]));
        emitPosition(batch, offset, rowWindow, columnWindow);
      });
    });
  });
}

/// Three loops: over the windows that start outside the input, the whole ones,
/// whose size is known, and those that end outside.
void Pool2DKernel::forEachWindow(const Windows &windows,
                                 llvm::function_ref<void(Value, Window)> body) {
  int64_t first = windows.firstWhole(), end = windows.endWhole();
  auto emitCut = [&](Value index) { body(index, cut(windows, index)); };
  builder.loop(0, first, 1, emitCut);
  builder.loop(first, end, 1, [&](Value index) {
    Value begin = builder.add(builder.mul(index, windows.stride), -windows.pad);
    body(index, {begin, builder.index(windows.kernel)});
  });
  builder.loop(end, windows.outputs, 1, emitCut);
}

Window Pool2DKernel::cut(const Windows &windows, Value index) {
  Value begin = builder.add(builder.mul(index, windows.stride), -windows.pad);
  Value end = builder.createOrFold<arith::MinSIOp>(builder.add(begin, windows.kernel),
                                                   builder.index(windows.inputs));
  begin = builder.createOrFold<arith::MaxSIOp>(begin, builder.index(0));
  return {begin, builder.createOrFold<arith::SubIOp>(end, begin)};
}

void Pool2DKernel::emitPosition(Value batch, Value outputOffset, Window rowWindow,
                                Window columnWindow) {
  Value inputOffset = builder.mul(batch, input.strides[0]);
  inputOffset = builder.add(inputOffset, builder.mul(rowWindow.begin, input.strides[1]));
  inputOffset = builder.add(inputOffset, builder.mul(columnWindow.begin, input.strides[2]));
  Value count = builder.createOrFold<arith::MulIOp>(rowWindow.count, columnWindow.count);
  builder.chunks(output.shape[3], builder.lanes(elementType), [&](Value channel, int64_t lanes) {
    Value result = emitWindow(builder.add(inputOffset, channel), rowWindow, columnWindow, lanes);
    if (!isMax())
      result = finishMean(result, count);
    builder.store(result, output, builder.add(outputOffset, channel));
  });
}

/// Reduces a window in row-major order.
Value Pool2DKernel::emitWindow(Value inputOffset, Window rowWindow, Window columnWindow,
                               int64_t lanes) {
  constexpr int64_t kUnrolledColumns = 8;
  Value zero = builder.index(0);
  auto emitElement = [&](Value rowOffset, Value column, Value result) {
    Value offset = builder.add(rowOffset, builder.mul(column, input.strides[2]));
    return combine(result, builder.load(input, offset, lanes));
  };
  auto emitRow = [&](Value row, ValueRange values) -> Values {
    Value rowOffset = builder.add(inputOffset, builder.mul(row, input.strides[1]));
    std::optional<int64_t> count = getConstantIntValue(columnWindow.count);
    Value result = values.front();
    if (count && *count <= kUnrolledColumns) {
      for (int64_t column = 0; column < *count; ++column)
        result = emitElement(rowOffset, builder.index(column), result);
      return {result};
    }
    return builder.loop(zero, columnWindow.count, result,
                        [&](Value column, ValueRange columnValues) -> Values {
                          return {emitElement(rowOffset, column, columnValues.front())};
                        });
  };
  return builder.loop(zero, rowWindow.count, getNeutral(lanes), emitRow).front();
}

/// Sums of bytes need 16 bits while windows are small.
Type Pool2DKernel::getSumType() {
  if (isa<FloatType>(elementType))
    return elementType;
  int64_t count = rows.kernel * columns.kernel;
  if (elementType.isInteger(8) && count * UINT8_MAX <= UINT16_MAX)
    return builder.getI16Type();
  bool fits = count < (elementType.isInteger(8) ? int64_t(1) << 23 : int64_t(1) << 15);
  return builder.getIntegerType(fits ? 32 : 64);
}

Value Pool2DKernel::getNeutral(int64_t lanes) {
  if (!isMax())
    return builder.constant(builder.vectorType(lanes, getSumType()), int64_t(0));
  VectorType type = builder.vectorType(lanes, elementType);
  if (isa<FloatType>(elementType))
    return builder.constant(type, -std::numeric_limits<double>::infinity());
  return builder.constant(type, elementType.isInteger(8) ? int64_t(0) : int64_t(INT16_MIN));
}

Value Pool2DKernel::combine(Value result, Value element) {
  if (isMax()) {
    if (isa<FloatType>(elementType))
      return arith::MaximumFOp::create(builder, result, element);
    if (elementType.isInteger(8))
      return arith::MaxUIOp::create(builder, result, element);
    return arith::MaxSIOp::create(builder, result, element);
  }
  if (isa<FloatType>(elementType))
    return arith::AddFOp::create(builder, result, element);
  return builder.add(result, builder.extend(element, getSumType(), elementType.isInteger(8)));
}

/// The mean from a sum over `count` positions, or what it is a rescale of.
Value Pool2DKernel::finishMean(Value sum, Value count) {
  Type sumType = getElementTypeOrSelf(sum);
  auto castCount = [&](Type type) { return builder.createOrFold<arith::IndexCastOp>(type, count); };
  if (isa<FloatType>(sumType)) {
    Value divisor = builder.createOrFold<arith::UIToFPOp>(sumType, castCount(builder.getI32Type()));
    return arith::DivFOp::create(builder, sum, builder.broadcast(divisor, getLanes(sum)));
  }
  if (sumType.isInteger(16))
    sum = builder.extend(sum, builder.getI32Type(), /*isUnsigned=*/true);
  sumType = getElementTypeOrSelf(sum);
  if (int64_t zeroPoint = op.getInputZeroPoint()) {
    Value share = builder.createOrFold<arith::MulIOp>(castCount(sumType),
                                                      builder.constant(sumType, -zeroPoint));
    sum = builder.add(sum, builder.broadcast(share, getLanes(sum)));
  }
  if (!op.getRescale())
    return sumType.isInteger(32)
               ? sum
               : arith::TruncIOp::create(
                     builder, builder.vectorType(getLanes(sum), output.elementType), sum);
  RescaleEntries rescale(builder, op->getParentOfType<ModuleOp>(), *op.getRescale(),
                         op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax());
  return rescale.apply(sum, builder.add(count, -1), output.elementType);
}

namespace {

struct VectorizePool2D : OpRewritePattern<ScheduledPool2DOp> {
  VectorizePool2D(MLIRContext *context, const Target &target)
      : OpRewritePattern(context), target(target) {}

  LogicalResult matchAndRewrite(ScheduledPool2DOp op, PatternRewriter &rewriter) const override {
    for (Value buffer : op->getOperands()) {
      if (!hasStaticLayout(buffer))
        return rewriter.notifyMatchFailure(op, "shapes, strides and offsets must be static");
      if (cast<MemRefType>(buffer.getType()).getStridesAndOffset().first.back() != 1)
        return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
    }
    KernelBuilder builder(op.getLoc(), rewriter, target);
    Pool2DKernel(builder, op).emit();
    rewriter.eraseOp(op);
    return success();
  }

private:
  Target target;
};

} // namespace

void qopt::populateVectorizePoolPatterns(RewritePatternSet &patterns, const Target &target) {
  patterns.add<VectorizePool2D>(patterns.getContext(), target);
}

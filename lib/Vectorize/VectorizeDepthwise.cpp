#include "Epilogue.h"
#include "KernelBuilder.h"
#include "VectorizeConvolution.h"
#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A depthwise convolution, vectorized along output channels.
class DepthwiseKernel {
public:
  DepthwiseKernel(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        epilogue(builder, op), ratio(epilogue.getOutput().shape[3] / input.shape[3]),
        packedChannels(cast<MemRefType>(op.getWeights().getType()).getShape().back()) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void emitRow(Value batch, Value row, Value channel, int64_t channels);
  void emitTile(Value inputOffset, Value outputOffset, Value residualOffset, Value channel,
                int64_t rows, int64_t channels);
  Values emitTap(Values accumulators, Value inputOffset, Value weightOffset, Value channel,
                 int64_t rows);
  Value loadInput(Value pixel, Value channel, int64_t lanes);

  KernelBuilder &builder;
  ScheduledDepthwiseConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  /// Output channels of an input channel.
  int64_t ratio;
  int64_t packedChannels;
};

} // namespace

void DepthwiseKernel::emit() {
  ArrayRef<int64_t> shape = epilogue.getOutput().shape;
  builder.loop(0, shape[0], 1, [&](Value batch) {
    builder.chunks(shape[3], op.getTile().getColumns(), [&](Value channel, int64_t channels) {
      builder.loop(0, shape[1], 1, [&](Value row) { emitRow(batch, row, channel, channels); });
    });
  });
}

/// One row of output positions in blocks of nearly equal length.
void DepthwiseKernel::emitRow(Value batch, Value row, Value channel, int64_t channels) {
  int64_t width = epilogue.getOutput().shape[2];
  int64_t blocks = llvm::divideCeil(width, op.getTile().getRows());
  int64_t rows = llvm::divideCeil(width, blocks);
  auto offsetIn = [&](ArrayRef<int64_t> strides, Value column, int64_t rowStep,
                      int64_t columnStep) {
    Value offset =
        builder.add(builder.mul(batch, strides[0]), builder.mul(row, rowStep * strides[1]));
    return builder.add(offset, builder.mul(column, columnStep * strides[2]));
  };
  auto emitBlock = [&](Value column, int64_t count) {
    Value inputOffset = offsetIn(input.strides, column, op.getStride()[0], op.getStride()[1]);
    Value outputOffset = builder.add(channel, offsetIn(epilogue.getOutput().strides, column, 1, 1));
    Value residualOffset;
    if (const FlatBuffer &residual = epilogue.getResidual())
      residualOffset = builder.add(channel, offsetIn(residual.strides, column, 1, 1));
    emitTile(inputOffset, outputOffset, residualOffset, channel, count, channels);
  };
  int64_t whole = width / rows * rows;
  builder.loop(0, whole, rows, [&](Value column) { emitBlock(column, rows); });
  if (whole < width)
    emitBlock(builder.index(whole), width - whole);
}

void DepthwiseKernel::emitTile(Value inputOffset, Value outputOffset, Value residualOffset,
                               Value channel, int64_t rows, int64_t channels) {
  int64_t lanes = std::min(channels, builder.lanes(bias.elementType));
  int64_t vectors = channels / lanes;
  Values accumulators;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t v = 0; v < vectors; ++v)
      accumulators.push_back(builder.load(bias, builder.add(channel, v * lanes), lanes));

  constexpr int64_t kTapsWithoutLoop = 25;
  ArrayRef<int64_t> kernel = op.getKernel(), dilation = op.getDilation();
  auto emitKernelRow = [&](Value kernelRow, Values values) {
    for (int64_t column = 0; column < kernel[1]; ++column) {
      Value tapInput = builder.add(
          builder.add(inputOffset, builder.mul(kernelRow, dilation[0] * input.strides[1])),
          column * dilation[1] * input.strides[2]);
      Value tapWeights =
          builder.add(builder.add(channel, builder.mul(kernelRow, kernel[1] * packedChannels)),
                      column * packedChannels);
      values = emitTap(std::move(values), tapInput, tapWeights, channel, rows);
    }
    return values;
  };
  if (kernel[0] * kernel[1] <= kTapsWithoutLoop) {
    for (int64_t kernelRow = 0; kernelRow < kernel[0]; ++kernelRow)
      accumulators = emitKernelRow(builder.index(kernelRow), std::move(accumulators));
  } else {
    accumulators =
        builder.loop(0, kernel[0], 1, accumulators, [&](Value kernelRow, ValueRange values) {
          return emitKernelRow(kernelRow, llvm::to_vector(values));
        });
  }

  epilogue.emit(accumulators, channels, channel,
                epilogue.getPositions(rows, outputOffset, residualOffset));
}

/// One kernel position for every accumulator of the tile.
KernelBuilder::Values DepthwiseKernel::emitTap(Values accumulators, Value inputOffset,
                                               Value weightOffset, Value channel, int64_t rows) {
  int64_t lanes = getLanes(accumulators.front());
  int64_t vectors = accumulators.size() / rows;
  for (int64_t v = 0; v < vectors; ++v) {
    Value weight = builder.load(weights, builder.add(weightOffset, v * lanes), lanes);
    weight = builder.extend(weight, bias.elementType, /*isUnsigned=*/false);
    for (int64_t row = 0; row < rows; ++row) {
      Value &accumulator = accumulators[row * vectors + v];
      Value pixel = builder.add(inputOffset, row * op.getStride()[1] * input.strides[2]);
      Value element = loadInput(pixel, builder.add(channel, v * lanes), lanes);
      if (isa<FloatType>(input.elementType)) {
        accumulator = math::FmaOp::create(builder, element, weight, accumulator);
        continue;
      }
      element = builder.extend(element, bias.elementType,
                               input.elementType.isInteger(8) && !op.getSignedInput());
      accumulator = builder.add(accumulator, builder.createOrFold<arith::MulIOp>(element, weight));
    }
  }
  return accumulators;
}

/// The input that output channels [channel, channel + lanes) read at a pixel.
Value DepthwiseKernel::loadInput(Value pixel, Value channel, int64_t lanes) {
  Value elements;
  if (ratio == 1) {
    elements = builder.load(input, builder.add(pixel, channel), lanes);
  } else {
    Values scalars;
    for (int64_t lane = 0; lane < lanes; ++lane) {
      Value source =
          builder.createOrFold<arith::DivUIOp>(builder.add(channel, lane), builder.index(ratio));
      scalars.push_back(builder.loadScalar(input, builder.add(pixel, source)));
    }
    elements = vector::FromElementsOp::create(builder, builder.vectorType(lanes, input.elementType),
                                              scalars);
  }
  if (!op.getSignedInput())
    return elements;
  return arith::XOrIOp::create(builder, elements,
                               builder.constant(elements.getType(), int64_t(-128)));
}

LogicalResult qopt::vectorizeDepthwise(PatternRewriter &rewriter, ScheduledDepthwiseConv2DOp op,
                                       const Target &target) {
  auto inputType = cast<MemRefType>(op.getInput().getType());
  if (inputType.getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  if (canVectorizeByQuads(op, builder.isa()))
    vectorizeDepthwiseByQuads(builder, op);
  else
    DepthwiseKernel(builder, op).emit();
  return success();
}

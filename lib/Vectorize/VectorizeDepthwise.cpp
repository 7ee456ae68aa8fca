#include "Epilogue.h"
#include "KernelBuilder.h"
#include "VectorizeConvolution.h"
#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Indices of the loops around a tile.
struct Position {
  Value batch, row, column, channel;
};

/// A depthwise convolution, vectorized along output channels.
class DepthwiseKernel {
public:
  DepthwiseKernel(KernelBuilder &builder, ScheduledDepthwiseConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        epilogue(builder, op), ratio(epilogue.getOutput().shape[3] / input.shape[3]),
        packedChannels(weights.strides[1]) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void emitRow(Value row, llvm::function_ref<void(Value, int64_t)> emitBlock);
  void emitTile(const Position &position, int64_t rows, int64_t channels);
  Values emitKernelRow(Values accumulators, Value inputOffset, Value weightOffset, Value channel,
                       int64_t rows);
  Value multiplyAdd(Value accumulator, Value element, Value weight);
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

/// Small images are walked once for each panel of channels, whose pixels then
/// stay in the first-level cache from one row to the next. Large ones are walked
/// once, all channels of a block of pixels together.
void DepthwiseKernel::emit() {
  ArrayRef<int64_t> shape = epilogue.getOutput().shape;
  int64_t width = op.getTile().getColumns();
  bool pixelsOutermost = leavesCache({&input, &epilogue.getOutput()});
  builder.loop(0, shape[0], 1, [&](Value batch) {
    if (pixelsOutermost) {
      builder.loop(0, shape[1], 1, [&](Value row) {
        emitRow(row, [&](Value column, int64_t rows) {
          builder.chunks(shape[3], width, [&](Value channel, int64_t channels) {
            emitTile({batch, row, column, channel}, rows, channels);
          });
        });
      });
      return;
    }
    builder.chunks(shape[3], width, [&](Value channel, int64_t channels) {
      builder.loop(0, shape[1], 1, [&](Value row) {
        emitRow(row, [&](Value column, int64_t rows) {
          emitTile({batch, row, column, channel}, rows, channels);
        });
      });
    });
  });
}

/// One row of output positions in blocks of nearly equal length.
void DepthwiseKernel::emitRow(Value row, llvm::function_ref<void(Value, int64_t)> emitBlock) {
  int64_t width = epilogue.getOutput().shape[2];
  int64_t blocks = llvm::divideCeil(width, op.getTile().getRows());
  int64_t rows = llvm::divideCeil(width, blocks);
  int64_t whole = width / rows * rows;
  builder.loop(0, whole, rows, [&](Value column) { emitBlock(column, rows); });
  if (whole < width)
    emitBlock(builder.index(whole), width - whole);
}

void DepthwiseKernel::emitTile(const Position &position, int64_t rows, int64_t channels) {
  Value channel = position.channel;
  int64_t lanes = std::min(channels, builder.lanes(bias.elementType));
  int64_t vectors = channels / lanes;
  Values accumulators;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t v = 0; v < vectors; ++v)
      accumulators.push_back(builder.load(bias, builder.add(channel, v * lanes), lanes));

  constexpr int64_t kTapsWithoutLoop = 25;
  ArrayRef<int64_t> kernel = op.getKernel(), stride = op.getStride();
  auto offsetIn = [&](ArrayRef<int64_t> strides, int64_t rowStep, int64_t columnStep) {
    Value offset = builder.mul(position.batch, strides[0]);
    offset = builder.add(offset, builder.mul(position.row, rowStep * strides[1]));
    return builder.add(offset, builder.mul(position.column, columnStep * strides[2]));
  };
  Value inputOffset = offsetIn(input.strides, stride[0], stride[1]);
  auto emitRowOfTaps = [&](Value kernelRow, Values values) {
    Value inputRow = builder.mul(kernelRow, op.getDilation()[0] * input.strides[1]);
    Value weightRow = builder.mul(kernelRow, kernel[1] * packedChannels);
    return emitKernelRow(std::move(values), builder.add(inputOffset, inputRow),
                         builder.add(channel, weightRow), channel, rows);
  };
  if (kernel[0] * kernel[1] <= kTapsWithoutLoop) {
    for (int64_t kernelRow = 0; kernelRow < kernel[0]; ++kernelRow)
      accumulators = emitRowOfTaps(builder.index(kernelRow), std::move(accumulators));
  } else {
    accumulators =
        builder.loop(0, kernel[0], 1, accumulators, [&](Value kernelRow, ValueRange values) {
          return emitRowOfTaps(kernelRow, llvm::to_vector(values));
        });
  }

  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  Value outputOffset = builder.add(channel, offsetIn(output.strides, 1, 1));
  Value residualOffset =
      residual ? builder.add(channel, offsetIn(residual.strides, 1, 1)) : Value();
  epilogue.emit(accumulators, channels, channel,
                epilogue.getPositions(rows, outputOffset, residualOffset));
}

/// One kernel row for every accumulator of the tile. Each pixel is loaded once,
/// for all windows that it lies in; as pixels ascend, so do the taps of each
/// output.
KernelBuilder::Values DepthwiseKernel::emitKernelRow(Values accumulators, Value inputOffset,
                                                     Value weightOffset, Value channel,
                                                     int64_t rows) {
  int64_t lanes = getLanes(accumulators.front());
  int64_t vectors = accumulators.size() / rows;
  int64_t taps = op.getKernel()[1], stride = op.getStride()[1], dilation = op.getDilation()[1];
  for (int64_t v = 0; v < vectors; ++v) {
    Values row;
    for (int64_t tap = 0; tap < taps; ++tap) {
      Value offset = builder.add(weightOffset, tap * packedChannels + v * lanes);
      row.push_back(builder.extend(builder.load(weights, offset, lanes), bias.elementType,
                                   /*isUnsigned=*/false));
    }
    int64_t pixels = (rows - 1) * stride + (taps - 1) * dilation + 1;
    for (int64_t pixel = 0; pixel < pixels; ++pixel) {
      Value element;
      for (int64_t output = 0; output < rows; ++output) {
        int64_t distance = pixel - output * stride;
        if (distance < 0 || distance % dilation != 0 || distance / dilation >= taps)
          continue;
        if (!element)
          element = loadInput(builder.add(inputOffset, pixel * input.strides[2]),
                              builder.add(channel, v * lanes), lanes);
        Value &accumulator = accumulators[output * vectors + v];
        accumulator = multiplyAdd(accumulator, element, row[distance / dilation]);
      }
    }
  }
  return accumulators;
}

Value DepthwiseKernel::multiplyAdd(Value accumulator, Value element, Value weight) {
  if (isa<FloatType>(input.elementType))
    return math::FmaOp::create(builder, element, weight, accumulator);
  return builder.add(accumulator, builder.createOrFold<arith::MulIOp>(element, weight));
}

/// The input that output channels [channel, channel + lanes) read at a pixel, in
/// the type of accumulators.
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
  if (op.getSignedInput())
    elements = arith::XOrIOp::create(builder, elements,
                                     builder.constant(elements.getType(), int64_t(-128)));
  bool isUnsigned = input.elementType.isInteger(8) && !op.getSignedInput();
  return builder.extend(elements, bias.elementType, isUnsigned);
}

DepthwiseWindow qopt::getWindow(ScheduledDepthwiseConv2DOp op) {
  auto pair = [](ArrayRef<int64_t> values) { return std::array<int64_t, 2>{values[0], values[1]}; };
  return {pair(op.getKernel()), pair(op.getStride()), pair(op.getDilation())};
}

LogicalResult qopt::vectorizeDepthwise(PatternRewriter &rewriter, ScheduledDepthwiseConv2DOp op,
                                       const Target &target) {
  auto inputType = cast<MemRefType>(op.getInput().getType());
  if (inputType.getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  if (canVectorizeByPairs(op, builder.isa()))
    vectorizeDepthwiseByPairs(builder, op);
  else if (canVectorizeByQuads(op, builder.isa()))
    vectorizeDepthwiseByQuads(builder, op);
  else
    DepthwiseKernel(builder, op).emit();
  return success();
}

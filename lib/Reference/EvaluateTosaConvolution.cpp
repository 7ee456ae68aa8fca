#include "Convolution.h"
#include "Kernel.h"
#include "MatrixProduct.h"
#include "StridedCopy.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/LiveTaps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// A bias of one entry serves all channels.
std::vector<float> expandBias(const Tensor &bias, int64_t channels) {
  ArrayRef<float> values = bias.as<float>();
  if (values.size() == 1)
    return std::vector<float>(channels, values[0]);
  return values;
}

/// Checks what the three convolutions share: f32, no zero points, and a bias
/// that fits.
LogicalResult checkConvolution(Operation *op, Value bias, ValueRange zeroPoints,
                               const Constants &constants) {
  if (failed(requireFloat(op)) || failed(requireNoZeroPoint(op, zeroPoints, constants)))
    return failure();
  int64_t channels = getShape(op->getResult(0)).back(), entries = getShape(bias)[0];
  if (entries != channels && entries != 1)
    return refuse(op) << "a bias of " << entries << " entries for " << channels << " channels";
  return success();
}

/// Fills in what `tosa.conv2d` and `tosa.depthwise_conv2d` have in common and
/// checks the size of the result.
template <typename Op> LogicalResult setGeometry(Op op, ConvolutionGeometry &geometry) {
  ArrayRef<int64_t> input = getShape(op.getInput()), output = getShape(op.getOutput());
  ArrayRef<int64_t> pad = op.getPad(), stride = op.getStride(), dilation = op.getDilation();
  geometry.batch = input[0];
  geometry.inputHeight = input[1];
  geometry.inputWidth = input[2];
  geometry.inputChannels = input[3];
  geometry.strideY = stride[0];
  geometry.strideX = stride[1];
  geometry.dilationY = dilation[0];
  geometry.dilationX = dilation[1];
  geometry.padTop = pad[0];
  geometry.padLeft = pad[2];
  int64_t spanY = input[1] + pad[0] + pad[1] - (geometry.kernelHeight - 1) * dilation[0] - 1;
  int64_t spanX = input[2] + pad[2] + pad[3] - (geometry.kernelWidth - 1) * dilation[1] - 1;
  if (stride[0] < 1 || stride[1] < 1 || dilation[0] < 1 || dilation[1] < 1 || spanY < 0 ||
      spanX < 0)
    return refuse(op) << "the kernel does not fit into the padded input";
  geometry.outputHeight = spanY / stride[0] + 1;
  geometry.outputWidth = spanX / stride[1] + 1;
  geometry.outputChannels = output[3];
  return requireResultShape(
      op, {geometry.batch, geometry.outputHeight, geometry.outputWidth, geometry.outputChannels});
}

/// One of the boxes of a convolution's output, with the taps that may meet the image.
struct BoxConvolution {
  ConvolutionGeometry geometry;
  ConvolutionAxis rows, columns;
  AxisPart y, x;
  /// From the results of the box to those of the convolution.
  StridedCopy scatter;

  /// Calls `convolve` with where the sums go.
  void run(Tensor &result, function_ref<void(StoreSums<float>)> convolve) const {
    std::vector<float> output(geometry.positions() * geometry.outputChannels);
    convolve([&](int64_t first, int64_t count, const float *sums) {
      std::copy_n(sums, count * geometry.outputChannels,
                  output.data() + first * geometry.outputChannels);
    });
    scatter.run(sizeof(float), reinterpret_cast<const char *>(output.data()), result.data());
  }
};

BoxConvolution makeBox(const ConvolutionGeometry &whole, const ConvolutionAxis &rows,
                       const ConvolutionAxis &columns, const AxisPart &y, const AxisPart &x) {
  ConvolutionGeometry geometry = whole;
  geometry.outputHeight = y.outputs;
  geometry.outputWidth = x.outputs;
  geometry.kernelHeight = y.taps;
  geometry.kernelWidth = x.taps;
  geometry.padTop = -y.getStart(rows);
  geometry.padLeft = -x.getStart(columns);
  SmallVector<int64_t> box{whole.batch, y.outputs, x.outputs, whole.outputChannels};
  SmallVector<int64_t> strides =
      rowMajorStrides({whole.batch, whole.outputHeight, whole.outputWidth, whole.outputChannels});
  StridedView target{y.output * strides[1] + x.output * strides[2], strides};
  return {geometry, rows, columns, y, x, StridedCopy(box, {0, rowMajorStrides(box)}, target)};
}

/// Padding that a box never leaves takes no part in sums, in compiled programs as well.
template <typename Op>
std::vector<BoxConvolution> cutAtPadding(Op op, const ConvolutionGeometry &geometry) {
  ConvolutionAxis rows{geometry.inputHeight, geometry.outputHeight, geometry.kernelHeight,
                       geometry.strideY,     geometry.dilationY,    geometry.padTop};
  ConvolutionAxis columns{geometry.inputWidth, geometry.outputWidth, geometry.kernelWidth,
                          geometry.strideX,    geometry.dilationX,   geometry.padLeft};
  int64_t weights = cast<ShapedType>(op.getWeight().getType()).getNumElements();
  ConvolutionParts parts = splitAtPadding(rows, columns, geometry.batch,
                                          weights / (geometry.kernelHeight * geometry.kernelWidth));
  std::vector<BoxConvolution> boxes;
  for (const AxisPart &y : parts.rows)
    for (const AxisPart &x : parts.columns)
      boxes.push_back(makeBox(geometry, rows, columns, y, x));
  return boxes;
}

FailureOr<Kernel> prepareConv2D(tosa::Conv2DOp op, const Constants &constants) {
  if (failed(checkConvolution(op, op.getBias(), {op.getInputZp(), op.getWeightZp()}, constants)))
    return failure();
  ArrayRef<int64_t> weight = getShape(op.getWeight());
  ConvolutionGeometry geometry;
  geometry.kernelHeight = weight[1];
  geometry.kernelWidth = weight[2];
  if (failed(setGeometry(op, geometry)))
    return failure();
  if (weight[0] != geometry.outputChannels || weight[3] != geometry.inputChannels)
    return refuse(op) << "weights " << op.getWeight().getType() << " do not fit the channels";

  std::vector<BoxConvolution> boxes = cutAtPadding(op, geometry);
  std::vector<PackedWeights<float>> weights;
  for (const BoxConvolution &box : boxes)
    weights.emplace_back(
        [=](const Tensor &weight) {
          const float *values = weight.as<float>().data();
          return packFilters<float>(box.geometry, [=](int64_t n, int64_t i, int64_t j, int64_t c) {
            int64_t row = n * geometry.kernelHeight + box.y.tap + i;
            int64_t pixel = row * geometry.kernelWidth + box.x.tap + j;
            return values[pixel * geometry.inputChannels + c];
          });
        },
        constants.lookup(op.getWeight()));
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<float> bias = expandBias(*operands[2], geometry.outputChannels);
    for (auto [box, weights] : llvm::zip_equal(boxes, weights))
      box.run(result, [&](StoreSums<float> store) {
        convolve<float, float>(box.geometry, operands[0]->as<float>().data(),
                               *weights.get(*operands[1]), {bias.data()}, store);
      });
  });
}

FailureOr<Kernel> prepareDepthwiseConv2D(tosa::DepthwiseConv2DOp op, const Constants &constants) {
  if (failed(checkConvolution(op, op.getBias(), {op.getInputZp(), op.getWeightZp()}, constants)))
    return failure();
  ArrayRef<int64_t> weight = getShape(op.getWeight());
  ConvolutionGeometry geometry;
  geometry.kernelHeight = weight[0];
  geometry.kernelWidth = weight[1];
  if (failed(setGeometry(op, geometry)))
    return failure();
  if (weight[2] != geometry.inputChannels || weight[2] * weight[3] != geometry.outputChannels)
    return refuse(op) << "weights " << op.getWeight().getType() << " do not fit the channels";

  std::vector<BoxConvolution> boxes = cutAtPadding(op, geometry);
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<float> bias = expandBias(*operands[2], geometry.outputChannels);
    for (const BoxConvolution &box : boxes) {
      std::vector<float> weights =
          takeTaps(operands[1]->as<float>(), /*outer=*/1, box.rows, box.columns, box.y, box.x);
      box.run(result, [&](StoreSums<float> store) {
        convolveDepthwise<float, float>(box.geometry, operands[0]->as<float>().data(), weights,
                                        {bias.data()}, store);
      });
    }
  });
}

//===----------------------------------------------------------------------===//
// transpose_conv2d
//===----------------------------------------------------------------------===//

/// Output rows (or columns) `phase`, `phase + stride`, … of a transposed
/// convolution see the same kernel taps: `lastTap`, `lastTap - stride`, …, as a
/// convolution of stride 1 whose first tap reads input row `-pad`.
struct StridePhase {
  int64_t phase, stride, outputs, taps, lastTap, pad;

  /// Output o adds input[(o - padding - tap) / stride] * weight[tap] for each tap
  /// for which the division leaves no rest.
  StridePhase(int64_t phase, int64_t stride, int64_t outputSize, int64_t kernelSize,
              int64_t padding)
      : phase(phase), stride(stride), outputs((outputSize - phase + stride - 1) / stride) {
    int64_t firstTap = ((phase - padding) % stride + stride) % stride;
    taps = firstTap < kernelSize ? (kernelSize - 1 - firstTap) / stride + 1 : 0;
    lastTap = firstTap + (taps - 1) * stride;
    // Exact: both terms leave the same rest.
    pad = -((phase - padding - lastTap) / stride);
  }
};

/// One convolution of a transposed one, and where its results go.
struct PhaseConvolution {
  ConvolutionGeometry geometry;
  StridePhase y, x;
  PackedWeights<float> weights;
  StridedCopy scatter;
};

PhaseConvolution makePhase(tosa::TransposeConv2DOp op, StridePhase y, StridePhase x,
                           const Constants &constants) {
  ArrayRef<int64_t> input = getShape(op.getInput()), weight = getShape(op.getWeight());
  ArrayRef<int64_t> output = getShape(op.getOutput());
  ConvolutionGeometry geometry;
  geometry.batch = input[0];
  geometry.inputHeight = input[1];
  geometry.inputWidth = input[2];
  geometry.inputChannels = input[3];
  geometry.outputHeight = y.outputs;
  geometry.outputWidth = x.outputs;
  geometry.outputChannels = output[3];
  geometry.kernelHeight = y.taps;
  geometry.kernelWidth = x.taps;
  geometry.padTop = y.pad;
  geometry.padLeft = x.pad;
  int64_t kernelHeight = weight[1], kernelWidth = weight[2];
  PackedWeights<float> weights(
      [=](const Tensor &weight) {
        const float *values = weight.as<float>().data();
        return packFilters<float>(geometry, [=](int64_t n, int64_t i, int64_t j, int64_t c) {
          int64_t row = y.lastTap - i * y.stride, column = x.lastTap - j * x.stride;
          int64_t pixel = (n * kernelHeight + row) * kernelWidth + column;
          return values[pixel * geometry.inputChannels + c];
        });
      },
      constants.lookup(op.getWeight()));

  SmallVector<int64_t> box{input[0], y.outputs, x.outputs, output[3]};
  SmallVector<int64_t> strides = rowMajorStrides(output);
  StridedView target{y.phase * strides[1] + x.phase * strides[2],
                     {strides[0], y.stride * strides[1], x.stride * strides[2], 1}};
  return {geometry, y, x, std::move(weights), StridedCopy(box, {0, rowMajorStrides(box)}, target)};
}

LogicalResult checkTransposeConv2D(tosa::TransposeConv2DOp op, const Constants &constants) {
  if (failed(checkConvolution(op, op.getBias(), {op.getInputZp(), op.getWeightZp()}, constants)))
    return failure();
  ArrayRef<int64_t> input = getShape(op.getInput()), weight = getShape(op.getWeight());
  ArrayRef<int64_t> pad = op.getOutPad(), stride = op.getStride();
  if (stride[0] < 1 || stride[1] < 1 || weight[3] != input[3])
    return refuse(op) << "weights " << op.getWeight().getType() << " do not fit the input";
  return requireResultShape(op,
                            {input[0], (input[1] - 1) * stride[0] + pad[0] + pad[1] + weight[1],
                             (input[2] - 1) * stride[1] + pad[2] + pad[3] + weight[2], weight[0]});
}

FailureOr<Kernel> prepareTransposeConv2D(tosa::TransposeConv2DOp op, const Constants &constants) {
  if (failed(checkTransposeConv2D(op, constants)))
    return failure();
  ArrayRef<int64_t> weight = getShape(op.getWeight()), output = getShape(op.getOutput());
  ArrayRef<int64_t> pad = op.getOutPad(), stride = op.getStride();
  std::vector<PhaseConvolution> phases;
  for (int64_t py = 0; py < std::min(stride[0], output[1]); ++py)
    for (int64_t px = 0; px < std::min(stride[1], output[2]); ++px)
      phases.push_back(makePhase(op, StridePhase(py, stride[0], output[1], weight[1], pad[0]),
                                 StridePhase(px, stride[1], output[2], weight[2], pad[2]),
                                 constants));
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    int64_t channels = result.getShape()[3];
    std::vector<float> bias = expandBias(*operands[2], channels);
    for (const PhaseConvolution &phase : phases) {
      std::vector<float> output(phase.geometry.positions() * channels);
      convolve<float, float>(
          phase.geometry, operands[0]->as<float>().data(), *phase.weights.get(*operands[1]),
          {bias.data()}, [&](int64_t first, int64_t count, const float *sums) {
            std::copy_n(sums, count * channels, output.data() + first * channels);
          });
      phase.scatter.run(sizeof(float), reinterpret_cast<const char *>(output.data()),
                        result.data());
    }
  });
}

//===----------------------------------------------------------------------===//
// matmul
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareMatMul(tosa::MatMulOp op, const Constants &constants) {
  if (failed(requireFloat(op)) ||
      failed(requireNoZeroPoint(op, {op.getAZp(), op.getBZp()}, constants)))
    return failure();
  ArrayRef<int64_t> lhs = getShape(op.getA()), rhs = getShape(op.getB());
  int64_t batch = lhs[0], rows = lhs[1], depth = lhs[2], columns = rhs[2];
  if (rhs[0] != batch || rhs[1] != depth)
    return refuse(op) << op.getA().getType() << " and " << op.getB().getType()
                      << " do not fit each other";
  if (failed(requireResultShape(op, {batch, rows, columns})))
    return failure();
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<float> panels(panelElements(depth, columns));
    for (int64_t b = 0; b < batch; ++b) {
      const float *matrix = operands[1]->as<float>().data() + b * depth * columns;
      packPanels(
          depth, columns, [=](int64_t k, int64_t n) { return matrix[k * columns + n]; },
          panels.data());
      accumulateProduct(rows, depth, columns, operands[0]->as<float>().data() + b * rows * depth,
                        depth, panels.data(), result.as<float>().data() + b * rows * columns,
                        columns);
    }
  });
}

} // namespace

void reference::populateTosaConvolutionKernels(KernelRegistry &registry) {
  registry.add<tosa::Conv2DOp>(prepareConv2D);
  registry.add<tosa::DepthwiseConv2DOp>(prepareDepthwiseConv2D);
  registry.add<tosa::TransposeConv2DOp>(prepareTransposeConv2D);
  registry.add<tosa::MatMulOp>(prepareMatMul);
}

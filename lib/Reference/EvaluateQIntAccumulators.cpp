// Convolutions and the matrix product of `qint`, with their epilogues.

#include "Convolution.h"
#include "MatrixProduct.h"
#include "StoredIntegers.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;
using namespace qopt::reference;

namespace {

//===----------------------------------------------------------------------===//
// Epilogue
//===----------------------------------------------------------------------===//

/// From the accumulators of one op to its result.
class Epilogue {
public:
  template <typename Op>
  explicit Epilogue(Op op)
      : function(op.getFunction().value_or(nullptr)), residualZeroPoint(op.getResidualZeroPoint()),
        residualScale{op.getResidualMultiplier(), op.getResidualShift()},
        hasResidual(static_cast<bool>(op.getResidual())), fractionBits(op.getFractionBits()) {
    if (std::optional<RescaleAttr> attribute = op.getRescale())
      rescale.emplace(*attribute, getElementType(op.getBias()).isInteger(64),
                      StoredRange{op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()},
                      fractionBits);
  }

  /// Stores `count` positions from `first` on; `residual` is null if the op has
  /// none.
  template <typename Acc>
  void store(int64_t first, int64_t count, int64_t channels, const Acc *sums,
             const Tensor *residual, Tensor &result) const {
    int64_t start = first * channels, elements = count * channels;
    if (!rescale) {
      std::copy_n(sums, elements, result.as<Acc>().begin() + start);
      return;
    }
    ArrayRef<uint8_t> residuals;
    if (hasResidual)
      residuals = residual->as<uint8_t>().slice(start, elements);
    std::vector<int32_t> values(elements);
    for (int64_t p = 0, i = 0; p < count; ++p)
      for (int64_t n = 0; n < channels; ++n, ++i)
        values[i] = isSixteenBit() ? finishSixteenBit(sums[i], n, hasResidual ? residuals[i] : 0)
                                   : rescale->apply(sums[i], n);
    writeStored(values, result, start);
  }

private:
  bool isSixteenBit() const { return function || hasResidual; }

  int32_t finishSixteenBit(int32_t acc, int64_t channel, int32_t residual) const {
    FixedPointScale scale = rescale->getScale(channel);
    int32_t p = function ? applyFunction16(scaleFunction16(acc, scale), function.getBase(),
                                           function.getSlope())
                         : scale16(acc, scale);
    if (hasResidual)
      p = addResidual16(p, residual, residualZeroPoint, residualScale);
    return finishFixed16(p, rescale->getRange(), fractionBits);
  }

  std::optional<Rescale> rescale;
  FunctionAttr function;
  int32_t residualZeroPoint;
  FixedPointScale residualScale;
  bool hasResidual;
  int fractionBits;
};

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

template <typename Op> ConvolutionGeometry getGeometry(Op op) {
  ArrayRef<int64_t> input = getShape(op.getInput()), output = getShape(op.getResult());
  ConvolutionGeometry geometry;
  geometry.batch = input[0];
  geometry.inputHeight = input[1];
  geometry.inputWidth = input[2];
  geometry.inputChannels = input[3];
  geometry.outputHeight = output[1];
  geometry.outputWidth = output[2];
  geometry.outputChannels = output[3];
  geometry.strideY = op.getStride()[0];
  geometry.strideX = op.getStride()[1];
  geometry.dilationY = op.getDilation()[0];
  geometry.dilationX = op.getDilation()[1];
  geometry.padTop = op.getPad()[0];
  geometry.padLeft = op.getPad()[2];
  return geometry;
}

template <typename Acc>
using Convolve = void (*)(const ConvolutionGeometry &, const int32_t *, ArrayRef<int32_t>,
                          InitialSums<Acc>, StoreSums<Acc>);

/// The kernel of a convolution op: operands are input, weights, bias and perhaps
/// a residual.
template <typename Acc, typename Op>
Kernel convolutionKernel(Op op, const ConvolutionGeometry &geometry, PackedWeights<int32_t> weights,
                         Convolve<Acc> convolve) {
  return [=, epilogue = Epilogue(op),
          zeroPoint = op.getInputZeroPoint()](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<int32_t> input = readStored(*operands[0], zeroPoint);
    const Tensor *residual = operands.size() > 3 ? operands[3] : nullptr;
    convolve(geometry, input.data(), *weights.get(*operands[1]), {operands[2]->as<Acc>().data()},
             [&](int64_t first, int64_t count, const Acc *sums) {
               epilogue.store(first, count, geometry.outputChannels, sums, residual, result);
             });
  };
}

FailureOr<Kernel> prepareConv2D(Conv2DOp op, const Constants &constants) {
  ArrayRef<int64_t> shape = getShape(op.getWeights());
  ConvolutionGeometry geometry = getGeometry(op);
  geometry.kernelHeight = shape[1];
  geometry.kernelWidth = shape[2];
  geometry.groups = op.getGroups();
  PackedWeights<int32_t> weights(
      [=](const Tensor &weights) {
        const int8_t *values = weights.as<int8_t>().data();
        return packFilters<int32_t>(geometry, [=](int64_t n, int64_t i, int64_t j, int64_t c) {
          int64_t pixel = (n * geometry.kernelHeight + i) * geometry.kernelWidth + j;
          return values[pixel * geometry.channelsPerGroup() + c];
        });
      },
      constants.lookup(op.getWeights()));
  if (getElementType(op.getBias()).isInteger(64))
    return convolutionKernel<int64_t>(op, geometry, weights, convolve<int64_t, int32_t>);
  return convolutionKernel<int32_t>(op, geometry, weights, convolve<int32_t, int32_t>);
}

FailureOr<Kernel> prepareDepthwiseConv2D(DepthwiseConv2DOp op, const Constants &constants) {
  ArrayRef<int64_t> shape = getShape(op.getWeights());
  ConvolutionGeometry geometry = getGeometry(op);
  geometry.kernelHeight = shape[0];
  geometry.kernelWidth = shape[1];
  PackedWeights<int32_t> weights(
      [](const Tensor &weights) {
        ArrayRef<int8_t> values = weights.as<int8_t>();
        return std::vector<int32_t>(values.begin(), values.end());
      },
      constants.lookup(op.getWeights()));
  if (getElementType(op.getBias()).isInteger(64))
    return convolutionKernel<int64_t>(op, geometry, weights, convolveDepthwise<int64_t, int32_t>);
  return convolutionKernel<int32_t>(op, geometry, weights, convolveDepthwise<int32_t, int32_t>);
}

//===----------------------------------------------------------------------===//
// batch_matmul
//===----------------------------------------------------------------------===//

template <typename Acc> Kernel batchMatmulKernel(BatchMatmulOp op) {
  ArrayRef<int64_t> lhsShape = getShape(op.getLhs()), rhsShape = getShape(op.getRhs());
  int64_t batch = lhsShape[0], rows = lhsShape[1], depth = lhsShape[2], columns = rhsShape[2];
  std::optional<Rescale> rescale;
  if (std::optional<RescaleAttr> attribute = op.getRescale())
    rescale.emplace(*attribute, sizeof(Acc) == 8,
                    StoredRange{op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()});
  return [=, lhsZeroPoint = op.getLhsZeroPoint(),
          rhsZeroPoint = op.getRhsZeroPoint()](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<int32_t> lhs = readStored(*operands[0], lhsZeroPoint);
    std::vector<int32_t> rhs = readStored(*operands[1], rhsZeroPoint);
    std::vector<int32_t> panels(panelElements(depth, columns));
    std::vector<Acc> sums(batch * rows * columns);
    for (int64_t b = 0; b < batch; ++b) {
      const int32_t *matrix = rhs.data() + b * depth * columns;
      packPanels(
          depth, columns, [=](int64_t k, int64_t n) { return matrix[k * columns + n]; },
          panels.data());
      accumulateProduct(rows, depth, columns, lhs.data() + b * rows * depth, depth, panels.data(),
                        sums.data() + b * rows * columns, columns);
    }
    if (!rescale) {
      llvm::copy(sums, result.as<Acc>().begin());
      return;
    }
    std::vector<int32_t> values(sums.size());
    llvm::transform(sums, values.begin(), [&](Acc sum) { return rescale->apply(sum); });
    writeStored(values, result);
  };
}

FailureOr<Kernel> prepareBatchMatmul(BatchMatmulOp op, const Constants &) {
  bool isNarrow =
      !getElementType(op.getLhs()).isInteger(16) && !getElementType(op.getRhs()).isInteger(16);
  return isNarrow ? batchMatmulKernel<int32_t>(op) : batchMatmulKernel<int64_t>(op);
}

} // namespace

void reference::populateQIntAccumulatorKernels(KernelRegistry &registry) {
  registry.add<Conv2DOp>(prepareConv2D);
  registry.add<DepthwiseConv2DOp>(prepareDepthwiseConv2D);
  registry.add<BatchMatmulOp>(prepareBatchMatmul);
}

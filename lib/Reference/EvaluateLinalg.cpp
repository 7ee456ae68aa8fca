// The linalg ops that stand where TOSA has no form: grouped convolution.

#include "Convolution.h"
#include "Kernel.h"
#include "StridedCopy.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

FailureOr<Kernel> prepareBroadcast(linalg::BroadcastOp op, const Constants &) {
  if (op->getNumResults() != 1)
    return refuse(op) << "it must work on tensors";
  if (getElementType(op.getInput()) != getElementType(op->getResult(0)))
    return refuse(op) << "its operand and result differ in element type";
  ArrayRef<int64_t> shape = getShape(op->getResult(0));
  SmallVector<int64_t> input = rowMajorStrides(getShape(op.getInput()));
  StridedView source;
  size_t next = 0;
  for (size_t i = 0; i < shape.size(); ++i)
    source.strides.push_back(llvm::is_contained(op.getDimensions(), i) ? 0 : input[next++]);
  StridedCopy copy(shape, source, {0, rowMajorStrides(shape)});
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    copy.run(Tensor::elementBytes(result.getType().getElementType()), operands[0]->data(),
             result.data());
  });
}

/// Input [B,H,W,G,C], filter [G,F,KH,KW,C], sums start at the `outs` operand
/// [B,OH,OW,G,F].
FailureOr<Kernel> prepareGroupedConv2D(linalg::Conv2DNhwgcGfhwcOp op, const Constants &constants) {
  if (op->getNumResults() != 1)
    return refuse(op) << "it must work on tensors";
  if (failed(requireFloat(op)))
    return failure();
  ArrayRef<int64_t> input = getShape(op.getInputs()[0]), filter = getShape(op.getInputs()[1]);
  ArrayRef<int64_t> output = getShape(op->getResult(0));
  auto strides = llvm::to_vector(op.getStrides().getValues<int64_t>());
  auto dilations = llvm::to_vector(op.getDilations().getValues<int64_t>());
  if (failed(checkMagnitudes(op, strides)) || failed(checkMagnitudes(op, dilations)))
    return failure();
  if (*llvm::min_element(strides) < 1 || *llvm::min_element(dilations) < 1)
    return refuse(op) << "its strides and dilations must be positive";
  ConvolutionGeometry geometry;
  geometry.batch = input[0];
  geometry.inputHeight = input[1];
  geometry.inputWidth = input[2];
  geometry.groups = input[3];
  geometry.inputChannels = input[3] * input[4];
  geometry.outputHeight = output[1];
  geometry.outputWidth = output[2];
  geometry.outputChannels = filter[0] * filter[1];
  geometry.kernelHeight = filter[2];
  geometry.kernelWidth = filter[3];
  geometry.strideY = strides[0];
  geometry.strideX = strides[1];
  geometry.dilationY = dilations[0];
  geometry.dilationX = dilations[1];

  PackedWeights<float> weights(
      [=](const Tensor &weights) {
        const float *values = weights.as<float>().data();
        return packFilters<float>(geometry, [=](int64_t n, int64_t i, int64_t j, int64_t c) {
          int64_t pixel = (n * geometry.kernelHeight + i) * geometry.kernelWidth + j;
          return values[pixel * geometry.channelsPerGroup() + c];
        });
      },
      constants.lookup(op.getInputs()[1]));
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    float *output = result.as<float>().data();
    convolve<float, float>(geometry, operands[0]->as<float>().data(), *weights.get(*operands[1]),
                           {operands[2]->as<float>().data(), geometry.outputChannels},
                           [&](int64_t first, int64_t count, const float *sums) {
                             std::copy_n(sums, count * geometry.outputChannels,
                                         output + first * geometry.outputChannels);
                           });
  });
}

} // namespace

void reference::populateLinalgKernels(KernelRegistry &registry) {
  registry.add<linalg::BroadcastOp>(prepareBroadcast);
  registry.add<linalg::Conv2DNhwgcGfhwcOp>(prepareGroupedConv2D);
}

#include "FloatRules.h"
#include "Kernel.h"
#include "Pool.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

FailureOr<Kernel> prepareMaxPool2D(tosa::MaxPool2dOp op, const Constants &) {
  if (failed(requireFloat(op)))
    return failure();
  if (op.getNanMode() != tosa::NanPropagationMode::PROPAGATE)
    return refuse(op) << "only `nan_mode = PROPAGATE` is supported";
  FailureOr<PoolGeometry> geometry =
      getPoolGeometry(op, op.getKernel(), op.getStride(), op.getPad());
  if (failed(geometry))
    return failure();
  return Kernel([geometry = *geometry](ArrayRef<const Tensor *> operands, Tensor &result) {
    float *output = result.as<float>().data();
    reduceWindows<float>(
        geometry, operands[0]->as<float>().data(), -std::numeric_limits<float>::infinity(), maximum,
        [&](int64_t position, int64_t, const float *maxima) {
          std::copy_n(maxima, geometry.channels, output + position * geometry.channels);
        });
  });
}

FailureOr<Kernel> prepareAvgPool2D(tosa::AvgPool2dOp op, const Constants &constants) {
  if (failed(requireFloat(op)) ||
      failed(requireNoZeroPoint(op, {op.getInputZp(), op.getOutputZp()}, constants)))
    return failure();
  FailureOr<PoolGeometry> geometry =
      getPoolGeometry(op, op.getKernel(), op.getStride(), op.getPad());
  if (failed(geometry))
    return failure();
  return Kernel([geometry = *geometry](ArrayRef<const Tensor *> operands, Tensor &result) {
    float *output = result.as<float>().data();
    reduceWindows<float>(geometry, operands[0]->as<float>().data(), 0.0f, std::plus<float>(),
                         [&](int64_t position, int64_t count, const float *sums) {
                           for (int64_t c = 0; c < geometry.channels; ++c)
                             output[position * geometry.channels + c] =
                                 sums[c] / static_cast<float>(count);
                         });
  });
}

} // namespace

void reference::populateTosaPoolKernels(KernelRegistry &registry) {
  registry.add<tosa::MaxPool2dOp>(prepareMaxPool2D);
  registry.add<tosa::AvgPool2dOp>(prepareAvgPool2D);
}

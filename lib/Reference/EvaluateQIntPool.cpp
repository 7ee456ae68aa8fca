#include "Pool.h"
#include "StoredIntegers.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;
using namespace qopt::reference;

namespace {

FailureOr<Kernel> prepareMaxPool2D(MaxPool2DOp op, const Constants &) {
  FailureOr<PoolGeometry> geometry =
      getPoolGeometry(op, op.getKernel(), op.getStride(), op.getPad());
  if (failed(geometry))
    return failure();
  return dispatchStored(getElementType(op.getInput()), [&](auto zero) {
    using T = decltype(zero);
    return Kernel([geometry = *geometry](ArrayRef<const Tensor *> operands, Tensor &result) {
      T *output = result.as<T>().data();
      reduceWindows<T>(
          geometry, operands[0]->as<T>().data(), std::numeric_limits<T>::min(),
          [](T a, T b) { return std::max(a, b); },
          [&](int64_t position, int64_t, const T *maxima) {
            std::copy_n(maxima, geometry.channels, output + position * geometry.channels);
          });
    });
  });
}

FailureOr<Kernel> prepareAvgPool2D(AvgPool2DOp op, const Constants &) {
  FailureOr<PoolGeometry> geometry =
      getPoolGeometry(op, op.getKernel(), op.getStride(), op.getPad());
  if (failed(geometry))
    return failure();
  std::optional<Rescale> rescale;
  if (op.getRescale())
    rescale.emplace(*op.getRescale(), /*isWide=*/false,
                    StoredRange{op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()});
  return Kernel([=, geometry = *geometry, zeroPoint = op.getInputZeroPoint()](
                    ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<int32_t> input = readStored(*operands[0], zeroPoint);
    std::vector<int32_t> values(geometry.channels);
    reduceWindows<int32_t>(geometry, input.data(), 0, wrapAdd32,
                           [&](int64_t position, int64_t count, const int32_t *sums) {
                             int64_t first = position * geometry.channels;
                             if (!rescale) {
                               std::copy_n(sums, geometry.channels,
                                           result.as<int32_t>().data() + first);
                               return;
                             }
                             for (int64_t c = 0; c < geometry.channels; ++c)
                               values[c] = rescale->apply(sums[c], count - 1);
                             writeStored(values, result, first);
                           });
  });
}

} // namespace

void reference::populateQIntPoolKernels(KernelRegistry &registry) {
  registry.add<MaxPool2DOp>(prepareMaxPool2D);
  registry.add<AvgPool2DOp>(prepareAvgPool2D);
}

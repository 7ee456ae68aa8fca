#include "Kernel.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::calib;
using namespace qopt::reference;

namespace {

template <typename Op> FailureOr<Kernel> prepareIdentity(Op, const Constants &) { return Kernel(); }

/// A grid along one dimension: slices of `inner` elements take turns.
struct GridSlices {
  SmallVector<float> scales;
  SmallVector<StoredRange> ranges;
  int64_t inner;
};

FailureOr<GridSlices> getGridSlices(FakeQuantOp op) {
  auto grid = cast<quant::QuantizedType>(op.getGrid());
  auto getRange = [&](int64_t zeroPoint) {
    return StoredRange{static_cast<int32_t>(zeroPoint),
                       static_cast<int32_t>(grid.getStorageTypeMin()),
                       static_cast<int32_t>(grid.getStorageTypeMax())};
  };
  if (grid.getStorageTypeIntegralWidth() > 16)
    return refuse(op) << "grids have at most 16 bits but this one has "
                      << grid.getStorageTypeIntegralWidth();
  GridSlices slices;
  if (auto uniform = dyn_cast<quant::UniformQuantizedType>(grid)) {
    slices.scales = {static_cast<float>(uniform.getScale())};
    slices.ranges = {getRange(uniform.getZeroPoint())};
    slices.inner = getTensorType(op.getInput()).getNumElements();
    return slices;
  }
  auto perAxis = cast<quant::UniformQuantizedPerAxisType>(grid);
  ArrayRef<int64_t> shape = getShape(op.getInput());
  int32_t axis = perAxis.getQuantizedDimension();
  if (axis < 0 || axis >= static_cast<int64_t>(shape.size()) ||
      static_cast<int64_t>(perAxis.getScales().size()) != shape[axis])
    return refuse(op) << "the per-axis grid does not fit " << op.getInput().getType();
  for (auto [scale, zeroPoint] : llvm::zip_equal(perAxis.getScales(), perAxis.getZeroPoints())) {
    slices.scales.push_back(static_cast<float>(scale));
    slices.ranges.push_back(getRange(zeroPoint));
  }
  slices.inner = ShapedType::getNumElements(shape.drop_front(axis + 1));
  return slices;
}

FailureOr<Kernel> prepareFakeQuant(FakeQuantOp op, const Constants &) {
  FailureOr<GridSlices> slices = getGridSlices(op);
  if (failed(slices))
    return failure();
  return Kernel([slices = *slices](ArrayRef<const Tensor *> operands, Tensor &result) {
    ArrayRef<float> input = operands[0]->as<float>();
    MutableArrayRef<float> output = result.as<float>();
    size_t slice = 0;
    for (size_t start = 0; start < input.size(); start += slices.inner) {
      float scale = slices.scales[slice];
      const StoredRange &range = slices.ranges[slice];
      for (size_t i = start, end = start + slices.inner; i < end; ++i)
        output[i] = dequantize(quantize(input[i], scale, range), scale, range.zeroPoint);
      slice = (slice + 1) % slices.scales.size();
    }
  });
}

} // namespace

void reference::populateCalibKernels(KernelRegistry &registry) {
  registry.add<ObserveOp>(prepareIdentity);
  registry.add<AnnotateOp>(prepareIdentity);
  registry.add<FakeQuantOp>(prepareFakeQuant);
}

#include "Broadcast.h"
#include "StoredIntegers.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;
using namespace qopt::reference;

namespace {

template <typename Op> StoredRange getOutputRange(Op op) {
  return {op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()};
}

//===----------------------------------------------------------------------===//
// add, mul, rescale
//===----------------------------------------------------------------------===//

/// The kernel of an op with two stored operands: `function` maps two stored
/// integers less `lhsZeroPoint`, `rhsZeroPoint` to one.
template <typename Function>
FailureOr<Kernel> binaryKernel(Operation *op, int32_t lhsZeroPoint, int32_t rhsZeroPoint,
                               Function function) {
  FailureOr<Broadcast<2>> broadcast = getBroadcast<2>(op);
  if (failed(broadcast))
    return failure();
  return Kernel([=, broadcast = *broadcast](ArrayRef<const Tensor *> operands, Tensor &result) {
    std::vector<int32_t> lhs = readStored(*operands[0], lhsZeroPoint);
    std::vector<int32_t> rhs = readStored(*operands[1], rhsZeroPoint);
    std::vector<int32_t> values(result.getNumElements());
    broadcast.map(function, values.data(), lhs.data(), rhs.data());
    writeStored(values, result);
  });
}

FailureOr<Kernel> prepareAdd(AddOp op, const Constants &) {
  StoredRange range = getOutputRange(op);
  if (std::optional<ArrayRef<float>> scales = op.getScales())
    return binaryKernel(op, op.getLhsZeroPoint(), op.getRhsZeroPoint(),
                        [=, lhsScale = (*scales)[0], rhsScale = (*scales)[1],
                         outputScale = (*scales)[2]](int32_t lhs, int32_t rhs) {
                          return applyAddFloat32(lhs, 0, lhsScale, rhs, 0, rhsScale, outputScale,
                                                 range);
                        });
  AddScale scale{op.getLhsMultiplier(), op.getRhsMultiplier(), op.getShift()};
  return binaryKernel(
      op, op.getLhsZeroPoint(), op.getRhsZeroPoint(),
      [=](int32_t lhs, int32_t rhs) { return applyAdd(lhs, 0, rhs, 0, scale, range); });
}

FailureOr<Kernel> prepareMul(MulOp op, const Constants &) {
  Rescale rescale(op.getRescale(), /*isWide=*/false, getOutputRange(op));
  return binaryKernel(op, op.getLhsZeroPoint(), op.getRhsZeroPoint(),
                      [=](int32_t lhs, int32_t rhs) { return rescale.apply(lhs * rhs); });
}

FailureOr<Kernel> prepareRescale(RescaleOp op, const Constants &) {
  Rescale rescale(op.getRescale(), /*isWide=*/false, getOutputRange(op));
  return Kernel(
      [=, zeroPoint = op.getInputZeroPoint()](ArrayRef<const Tensor *> operands, Tensor &result) {
        std::vector<int32_t> values = readStored(*operands[0], zeroPoint);
        for (int32_t &value : values)
          value = rescale.apply(value);
        writeStored(values, result);
      });
}

//===----------------------------------------------------------------------===//
// table, softmax
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareTable(TableOp op, const Constants &) {
  FailureOr<SmallVector<int64_t>> table = readIntegerElements(op.getTable());
  if (failed(table) || table->size() != 256)
    return refuse(op) << "the table must be `dense<…>` or `dense_resource<…>` with 256 entries";
  return Kernel([table = *table](ArrayRef<const Tensor *> operands, Tensor &result) {
    llvm::transform(operands[0]->as<uint8_t>(), result.as<uint8_t>().begin(),
                    [&](uint8_t value) { return static_cast<uint8_t>(table[value]); });
  });
}

FailureOr<Kernel> prepareSoftmax(SoftmaxOp op, const Constants &) {
  SmallVector<int32_t> exponentials(op.getExponentials());
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    ArrayRef<uint8_t> input = operands[0]->as<uint8_t>();
    MutableArrayRef<uint8_t> output = result.as<uint8_t>();
    size_t length = result.getShape().back();
    for (size_t i = 0; i < input.size(); i += length)
      applySoftmax(input.slice(i, length), exponentials, output.slice(i, length));
  });
}

//===----------------------------------------------------------------------===//
// quantize, dequantize
//===----------------------------------------------------------------------===//

FailureOr<Kernel> prepareQuantize(QuantizeOp op, const Constants &) {
  StoredRange range{op.getZeroPoint(), op.getClampMin(), op.getClampMax()};
  return Kernel([range, scale = op.getScale().convertToFloat()](ArrayRef<const Tensor *> operands,
                                                                Tensor &result) {
    std::vector<int32_t> values(result.getNumElements());
    llvm::transform(operands[0]->as<float>(), values.begin(),
                    [=](float x) { return quantize(x, scale, range); });
    writeStored(values, result);
  });
}

/// Elements of type T to real values; `scales` repeat along the last dimension.
template <typename T>
void dequantizeAll(ArrayRef<T> input, ArrayRef<float> scales, int32_t zeroPoint,
                   MutableArrayRef<float> output) {
  for (auto [i, value] : llvm::enumerate(input))
    output[i] = dequantize(value, scales[i % scales.size()], zeroPoint);
}

FailureOr<Kernel> prepareDequantize(DequantizeOp op, const Constants &) {
  SmallVector<float> scales(op.getScales());
  return Kernel(
      [scales, zeroPoint = op.getZeroPoint()](ArrayRef<const Tensor *> operands, Tensor &result) {
        const Tensor &input = *operands[0];
        Type element = input.getType().getElementType();
        MutableArrayRef<float> output = result.as<float>();
        if (element.isInteger(32))
          dequantizeAll(input.as<int32_t>(), scales, zeroPoint, output);
        else if (element.isInteger(64))
          dequantizeAll(input.as<int64_t>(), scales, zeroPoint, output);
        else
          dequantizeAll<int32_t>(readStored(input), scales, zeroPoint, output);
      });
}

} // namespace

void reference::populateQIntElementwiseKernels(KernelRegistry &registry) {
  registry.add<AddOp>(prepareAdd);
  registry.add<MulOp>(prepareMul);
  registry.add<RescaleOp>(prepareRescale);
  registry.add<TableOp>(prepareTable);
  registry.add<SoftmaxOp>(prepareSoftmax);
  registry.add<QuantizeOp>(prepareQuantize);
  registry.add<DequantizeOp>(prepareDequantize);
}

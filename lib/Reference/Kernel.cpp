#include "Kernel.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "qopt/Support/Constants.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

/// Products of two sizes, pads, strides, … stay within 64 bits.
static constexpr int64_t maxMagnitude = int64_t(1) << 31;

const KernelRegistry &KernelRegistry::get() {
  static const KernelRegistry registry = [] {
    KernelRegistry registry;
    populateCalibKernels(registry);
    populateDataMovementKernels(registry);
    populateLinalgKernels(registry);
    populateQIntAccumulatorKernels(registry);
    populateQIntElementwiseKernels(registry);
    populateQIntPoolKernels(registry);
    populateTosaConvolutionKernels(registry);
    populateTosaElementwiseKernels(registry);
    populateTosaPoolKernels(registry);
    populateTosaReduceKernels(registry);
    populateTosaResizeKernels(registry);
    return registry;
  }();
  return registry;
}

const KernelRegistry::Prepare *KernelRegistry::lookup(Operation *op) const {
  auto it = prepares.find(op->getName().getTypeID());
  return it == prepares.end() ? nullptr : &it->second;
}

InFlightDiagnostic reference::refuse(Operation *op) {
  return op->emitOpError("cannot be evaluated: ");
}

LogicalResult reference::checkTensorType(Operation *op, Type type, bool mayBeEmpty) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return refuse(op) << "type " << type << " is not a ranked tensor";
  if (!tensor.hasStaticShape())
    return refuse(op) << type << " has dynamic sizes; fix the input shapes of the model first";
  Type element = tensor.getElementType();
  if (!element.isF32() && !element.isInteger(1) && !element.isInteger(8) &&
      !element.isInteger(16) && !element.isInteger(32) && !element.isInteger(64))
    return refuse(op) << "element type " << element
                      << " is not f32 or an integer of 1, 8, 16, 32 or 64 bits; convert the "
                         "model to f32 first";
  int64_t count = 1;
  for (int64_t size : tensor.getShape()) {
    if (size == 0 && !mayBeEmpty)
      return refuse(op) << type << " has no elements; remove the values that depend on it";
    if (llvm::MulOverflow(count, size, count) || count > maxMagnitude)
      return refuse(op) << type << " has more than 2^31 elements; choose smaller input shapes";
  }
  return success();
}

LogicalResult reference::checkMagnitudes(Operation *op, ArrayRef<int64_t> values) {
  for (int64_t value : values)
    if (value < -maxMagnitude || value > maxMagnitude)
      return refuse(op) << "its geometry holds " << value << ", which is beyond 2^31";
  return success();
}

LogicalResult reference::requireFloat(Operation *op) {
  auto check = [&](Value value) -> LogicalResult {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    if (!type || type.getElementType().isF32())
      return success();
    return refuse(op) << "element type " << type.getElementType()
                      << " is not f32; run the float program before it is quantized, or its "
                         "`qint` form";
  };
  for (Value operand : op->getOperands())
    if (failed(check(operand)))
      return failure();
  return check(op->getResult(0));
}

LogicalResult reference::requireNoZeroPoint(Operation *op, ValueRange zeroPoints,
                                            const Constants &constants) {
  for (Value value : zeroPoints) {
    std::shared_ptr<const Tensor> zeroPoint = constants.lookup(value);
    if (!zeroPoint || zeroPoint->as<float>()[0] != 0.0f)
      return refuse(op) << "the zero point of a float operand must be a constant 0.0";
  }
  return success();
}

LogicalResult reference::requireResultShape(Operation *op, ArrayRef<int64_t> shape) {
  ArrayRef<int64_t> actual = getShape(op->getResult(0));
  if (actual == shape)
    return success();
  InFlightDiagnostic diagnostic = refuse(op) << "the operands give a result of shape ";
  llvm::interleave(shape, diagnostic, "x");
  diagnostic << ", not ";
  llvm::interleave(actual, diagnostic, "x");
  return diagnostic;
}

FailureOr<SmallVector<int64_t>> reference::getConstantShape(Operation *op, Value value) {
  FailureOr<SmallVector<int64_t>> shape = readIntegerConstant(value);
  if (failed(shape))
    return refuse(op) << "an operand of type " << value.getType()
                      << " is not a `tosa.const_shape`; fold shape arithmetic first";
  if (failed(checkMagnitudes(op, *shape)))
    return failure();
  return shape;
}

FailureOr<Tensor> reference::decodeConstant(Operation *op, Attribute attribute,
                                            RankedTensorType type) {
  Tensor tensor(type);
  if (auto dense = dyn_cast<DenseIntOrFPElementsAttr>(attribute)) {
    size_t elementBytes = Tensor::elementBytes(type.getElementType());
    if (type.getElementType().isInteger(1))
      llvm::copy(dense.getValues<bool>(), tensor.as<uint8_t>().begin());
    else if (dense.isSplat())
      for (size_t i = 0; i < tensor.getSizeInBytes(); i += elementBytes)
        std::memcpy(tensor.data() + i, dense.getRawData().data(), elementBytes);
    else
      std::memcpy(tensor.data(), dense.getRawData().data(), tensor.getSizeInBytes());
    return tensor;
  }
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attribute)) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob || blob->getData().size() != tensor.getSizeInBytes())
      return refuse(op) << "the resource '" << resource.getRawHandle().getKey()
                        << "' is missing or does not have the size of " << type;
    std::memcpy(tensor.data(), blob->getData().data(), tensor.getSizeInBytes());
    if (type.getElementType().isInteger(1))
      for (uint8_t &element : tensor.as<uint8_t>())
        element = element != 0;
    return tensor;
  }
  return refuse(op) << "a constant must be `dense<…>` or `dense_resource<…>`";
}

#include "TensorElements.h"

#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/STLExtras.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

template <typename T>
void copyElements(const Tensor &from, Tensor &to, int64_t offset, ArrayRef<int64_t> strides) {
  ArrayRef<T> source = from.as<T>();
  ArrayRef<int64_t> sizes = to.getShape();
  SmallVector<int64_t> index(sizes.size());
  for (T &element : to.as<T>()) {
    element = source[offset];
    for (size_t dim = sizes.size(); dim-- > 0;) {
      offset += strides[dim];
      if (++index[dim] < sizes[dim])
        break;
      offset -= sizes[dim] * strides[dim];
      index[dim] = 0;
    }
  }
}

template <typename From, typename Convert>
void convertElements(ArrayRef<From> values, Tensor &tensor, Convert convert) {
  for (auto [index, value] : llvm::enumerate(values)) {
    auto bits = convert(value);
    size_t width = Tensor::elementBytes(tensor.getType().getElementType());
    std::memcpy(tensor.data() + index * width, &bits, width);
  }
}

/// `value` in the float format of `type`, as bits.
uint64_t toFloatBits(double value, FloatType type) {
  llvm::APFloat rounded(value);
  bool losesInfo;
  rounded.convert(type.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return rounded.bitcastToAPInt().getZExtValue();
}

int64_t toInteger(double value) {
  if (std::isnan(value))
    return 0;
  constexpr double limit = 9223372036854775808.0; // 2^63
  if (value >= limit)
    return std::numeric_limits<int64_t>::max();
  return value < -limit ? std::numeric_limits<int64_t>::min() : static_cast<int64_t>(value);
}

} // namespace

std::optional<SmallVector<int64_t>> qopt::onnx_import::toIntegers(const Tensor &tensor) {
  auto type = dyn_cast<IntegerType>(tensor.getType().getElementType());
  if (!type)
    return std::nullopt;
  auto convert = [&](auto example) {
    return llvm::map_to_vector(tensor.as<decltype(example)>(),
                               [](auto value) { return static_cast<int64_t>(value); });
  };
  bool isUnsigned = type.isUnsigned();
  switch (Tensor::elementBytes(type)) {
  case 1:
    return isUnsigned ? convert(uint8_t()) : convert(int8_t());
  case 2:
    return isUnsigned ? convert(uint16_t()) : convert(int16_t());
  case 4:
    return isUnsigned ? convert(uint32_t()) : convert(int32_t());
  default:
    return isUnsigned ? convert(uint64_t()) : convert(int64_t());
  }
}

SmallVector<int64_t> qopt::onnx_import::computeStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size());
  int64_t stride = 1;
  for (size_t dim = shape.size(); dim-- > 0; stride *= shape[dim])
    strides[dim] = stride;
  return strides;
}

ConstantData qopt::onnx_import::copyStrided(const Tensor &tensor, ArrayRef<int64_t> shape,
                                            int64_t offset, ArrayRef<int64_t> strides) {
  Type type = tensor.getType().getElementType();
  auto result = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  switch (Tensor::elementBytes(type)) {
  case 1:
    copyElements<uint8_t>(tensor, *result, offset, strides);
    break;
  case 2:
    copyElements<uint16_t>(tensor, *result, offset, strides);
    break;
  case 4:
    copyElements<uint32_t>(tensor, *result, offset, strides);
    break;
  default:
    copyElements<uint64_t>(tensor, *result, offset, strides);
  }
  return result;
}

/// A float16 or bfloat16, exactly.
static float decodeHalf(FloatType type, uint16_t bits) {
  llvm::APFloat value(type.getFloatSemantics(), llvm::APInt(16, bits));
  bool losesInfo;
  value.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return value.convertToFloat();
}

SmallVector<double> qopt::onnx_import::toDoubles(const Tensor &tensor) {
  auto toDouble = [](auto value) { return static_cast<double>(value); };
  if (tensor.getType().getElementType().isUnsignedInteger(64))
    return llvm::map_to_vector(tensor.as<uint64_t>(), toDouble);
  if (std::optional<SmallVector<int64_t>> integers = toIntegers(tensor))
    return llvm::map_to_vector(*integers, toDouble);
  auto type = cast<FloatType>(tensor.getType().getElementType());
  if (type.isF32())
    return llvm::map_to_vector(tensor.as<float>(), toDouble);
  if (type.isF64())
    return SmallVector<double>(tensor.as<double>());
  return llvm::map_to_vector(tensor.as<uint16_t>(), [&](uint16_t bits) {
    return static_cast<double>(decodeHalf(type, bits));
  });
}

ConstantData qopt::onnx_import::toFloats(const Tensor &tensor) {
  auto type = cast<FloatType>(tensor.getType().getElementType());
  auto result =
      std::make_shared<Tensor>(tensor.getType().clone(Float32Type::get(type.getContext())));
  MutableArrayRef<float> floats = result->as<float>();
  if (type.isF32())
    llvm::copy(tensor.as<float>(), floats.begin());
  else if (type.isF64())
    llvm::transform(tensor.as<double>(), floats.begin(),
                    [](double value) { return static_cast<float>(value); });
  else
    llvm::transform(tensor.as<uint16_t>(), floats.begin(),
                    [&](uint16_t bits) { return decodeHalf(type, bits); });
  return result;
}

ConstantData qopt::onnx_import::fromIntegers(Type type, ArrayRef<int64_t> shape,
                                             ArrayRef<int64_t> values) {
  auto tensor = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  if (auto floatType = dyn_cast<FloatType>(type))
    convertElements(values, *tensor, [&](int64_t value) {
      return toFloatBits(static_cast<double>(value), floatType);
    });
  else if (type.isInteger(1))
    convertElements(values, *tensor, [](int64_t value) -> uint64_t { return value != 0; });
  else
    convertElements(values, *tensor, [](int64_t value) { return static_cast<uint64_t>(value); });
  return tensor;
}

ConstantData qopt::onnx_import::fromDoubles(Type type, ArrayRef<int64_t> shape,
                                            ArrayRef<double> values) {
  auto tensor = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  if (auto floatType = dyn_cast<FloatType>(type))
    convertElements(values, *tensor, [&](double value) { return toFloatBits(value, floatType); });
  else if (type.isInteger(1))
    convertElements(values, *tensor, [](double value) -> uint64_t { return value != 0; });
  else
    convertElements(values, *tensor,
                    [](double value) { return static_cast<uint64_t>(toInteger(value)); });
  return tensor;
}

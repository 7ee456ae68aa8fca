#include "qopt/Support/Constants.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/Matchers.h"

#include <cstring>

using namespace mlir;

namespace {

/// Bytes of one element as blobs store it; 0 where we do not store the type.
size_t storedBytes(Type type) {
  if (!type.isIntOrFloat() || type.isInteger(1))
    return 0;
  unsigned width = type.getIntOrFloatBitWidth();
  return width % 8 == 0 && width <= 64 ? width / 8 : 0;
}

/// The data of a blob, if it is there and of the right size.
FailureOr<ArrayRef<char>> blobData(DenseResourceElementsAttr elements) {
  AsmResourceBlob *blob = elements.getRawHandle().getBlob();
  size_t width = storedBytes(elements.getElementType());
  if (!blob || width == 0 ||
      blob->getData().size() != static_cast<size_t>(elements.getNumElements()) * width)
    return failure();
  return blob->getData();
}

int64_t readInteger(const char *from, size_t width, bool isUnsigned) {
  uint64_t bits = 0;
  std::memcpy(&bits, from, width);
  unsigned unused = 64 - 8 * width;
  return isUnsigned ? static_cast<int64_t>(bits) : static_cast<int64_t>(bits << unused) >> unused;
}

} // namespace

ElementsAttr qopt::makeElements(RankedTensorType type, ArrayRef<char> bytes, StringRef name) {
  if (bytes.size() <= maxInlineConstantBytes) {
    if (!type.getElementType().isInteger(1))
      return DenseElementsAttr::getFromRawBuffer(type, bytes);
    // MLIR packs bits.
    auto bits = llvm::map_to_vector(bytes, [](char byte) { return byte != 0; });
    return DenseElementsAttr::get(type, ArrayRef<bool>(bits));
  }
  // Vector code reads constants by whole cache lines.
  constexpr size_t alignment = 64;
  // A blob without a name could be printed, but not parsed.
  return DenseResourceElementsAttr::get(
      type, name.empty() ? "constant" : name,
      HeapAsmResourceBlob::allocateAndCopyWithAlign(bytes, alignment));
}

ElementsAttr qopt::makeFloatElements(RankedTensorType type, ArrayRef<float> values,
                                     StringRef name) {
  return makeElements(
      type, {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(float)}, name);
}

ElementsAttr qopt::reshapeElements(ElementsAttr elements, RankedTensorType type) {
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements))
    return DenseResourceElementsAttr::get(type, resource.getRawHandle());
  return cast<DenseElementsAttr>(elements).reshape(type);
}

FailureOr<SmallVector<float>> qopt::readFloatElements(ElementsAttr elements) {
  if (!elements.getElementType().isF32())
    return failure();
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements)) {
    FailureOr<ArrayRef<char>> data = blobData(resource);
    if (failed(data))
      return failure();
    SmallVector<float> values(elements.getNumElements());
    std::memcpy(values.data(), data->data(), data->size());
    return values;
  }
  auto dense = dyn_cast<DenseElementsAttr>(elements);
  if (!dense)
    return failure();
  return llvm::to_vector(dense.getValues<float>());
}

FailureOr<SmallVector<int64_t>> qopt::readIntegerElements(ElementsAttr elements) {
  Type type = elements.getElementType();
  if (!type.isIntOrIndex() || (type.isInteger() && type.getIntOrFloatBitWidth() > 64))
    return failure();
  bool isUnsigned = type.isUnsignedInteger() || type.isInteger(1);
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(elements)) {
    FailureOr<ArrayRef<char>> data = blobData(resource);
    if (failed(data))
      return failure();
    size_t width = storedBytes(type);
    SmallVector<int64_t> values(elements.getNumElements());
    for (auto [index, value] : llvm::enumerate(values))
      value = readInteger(data->data() + index * width, width, isUnsigned);
    return values;
  }
  auto dense = dyn_cast<DenseElementsAttr>(elements);
  if (!dense)
    return failure();
  return llvm::map_to_vector(dense.getValues<APInt>(), [&](const APInt &value) -> int64_t {
    return isUnsigned ? value.getZExtValue() : value.getSExtValue();
  });
}

FailureOr<SmallVector<float>> qopt::readFloatConstant(Value value) {
  ElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return failure();
  return readFloatElements(elements);
}

FailureOr<SmallVector<int64_t>> qopt::readIntegerConstant(Value value) {
  ElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return failure();
  return readIntegerElements(elements);
}

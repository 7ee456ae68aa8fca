#include "qopt/Schedule/ConstantPool.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "qopt/Support/Constants.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace qopt;

/// Alignment of all constants: one cache line, and the widest vector.
static constexpr int64_t kConstantAlignment = 64;

std::string qopt::getLayerName(Location loc) {
  std::string name;
  if (auto named = loc->findInstanceOf<NameLoc>())
    for (char c : named.getName().getValue())
      name += llvm::isAlnum(c) ? c : '_';
  if (name.empty())
    return "layer";
  if (llvm::isDigit(name.front()))
    name.insert(0, "layer_");
  return name;
}

/// Appends the low bytes of each of `values`, `T` at a time.
template <typename T, typename U> static std::vector<char> bytesAs(ArrayRef<U> values) {
  std::vector<char> bytes(values.size() * sizeof(T));
  for (auto [i, value] : llvm::enumerate(values)) {
    auto element = static_cast<T>(value);
    std::memcpy(&bytes[i * sizeof(T)], &element, sizeof(T));
  }
  return bytes;
}

FailureOr<std::vector<char>> qopt::getElementBytes(ElementsAttr elements) {
  Type type = elements.getElementType();
  if (type.isF32()) {
    FailureOr<SmallVector<float>> values = readFloatElements(elements);
    if (failed(values))
      return failure();
    return bytesAs<float, float>(*values);
  }
  FailureOr<SmallVector<int64_t>> values = readIntegerElements(elements);
  if (failed(values))
    return failure();
  switch (llvm::PowerOf2Ceil(std::max(8u, type.getIntOrFloatBitWidth()))) {
  case 8:
    return bytesAs<int8_t, int64_t>(*values);
  case 16:
    return bytesAs<int16_t, int64_t>(*values);
  case 32:
    return bytesAs<int32_t, int64_t>(*values);
  default:
    return bytesAs<int64_t, int64_t>(*values);
  }
}

Value ConstantPool::get(OpBuilder &builder, Location loc, StringRef role, ArrayRef<int64_t> shape,
                        Type elementType, ArrayRef<char> bytes) {
  auto memrefType = MemRefType::get(shape, elementType);
  std::string key;
  llvm::raw_string_ostream(key) << memrefType << '\0' << StringRef(bytes.data(), bytes.size());
  StringAttr &symbol = byContent[key];
  if (!symbol) {
    auto tensorType = RankedTensorType::get(shape, elementType);
    std::string name = (getLayerName(loc) + "_" + role).str();
    ElementsAttr value = makeElements(tensorType, bytes, name);
    OpBuilder atModule = OpBuilder::atBlockBegin(module.getBody());
    if (last)
      atModule.setInsertionPointAfter(last);
    auto global = memref::GlobalOp::create(
        atModule, loc, name, builder.getStringAttr("private"), memrefType, value,
        /*constant=*/true, builder.getI64IntegerAttr(kConstantAlignment));
    symbol = symbols.insert(global);
    last = global;
  }
  return memref::GetGlobalOp::create(builder, loc, memrefType, symbol.getValue());
}

Value ConstantPool::get(OpBuilder &builder, Location loc, StringRef role, ElementsAttr elements) {
  FailureOr<std::vector<char>> bytes = getElementBytes(elements);
  if (failed(bytes))
    return {};
  Type elementType = elements.getElementType();
  if (elementType.isIntOrIndex())
    elementType = builder.getIntegerType(8 * bytes->size() / elements.getNumElements());
  return get(builder, loc, role, elements.getShapedType().getShape(), elementType, *bytes);
}

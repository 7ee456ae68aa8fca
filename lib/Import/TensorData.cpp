#include "TensorData.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

// Element types that are newer than the installed onnx.proto.
constexpr int32_t uint4Type = 21;
constexpr int32_t int4Type = 22;

/// Where the bytes of an external initializer are.
struct ExternalData {
  StringRef location;
  int64_t offset = 0;
  int64_t length = -1;
};

FailureOr<ExternalData> parseExternalData(const onnx::TensorProto &proto, ErrorFunction error) {
  ExternalData data;
  for (const onnx::StringStringEntryProto &entry : proto.external_data()) {
    StringRef value = entry.value();
    if (entry.key() == "location")
      data.location = value;
    else if ((entry.key() == "offset" &&
              (value.getAsInteger(10, data.offset) || data.offset < 0)) ||
             (entry.key() == "length" && (value.getAsInteger(10, data.length) || data.length < 0)))
      return error() << "external data has an invalid " << entry.key() << " '" << value << "'";
  }
  if (data.location.empty())
    return error() << "external data names no file";
  // A model must not make us read files elsewhere.
  if (llvm::sys::path::is_absolute(data.location) ||
      llvm::is_contained(llvm::make_range(llvm::sys::path::begin(data.location),
                                          llvm::sys::path::end(data.location)),
                         ".."))
    return error() << "external data '" << data.location << "' is not below the model's folder";
  return data;
}

/// The bytes of an external initializer.
std::unique_ptr<llvm::MemoryBuffer> readExternalData(const onnx::TensorProto &proto,
                                                     StringRef folder, uint64_t bytes,
                                                     ErrorFunction error) {
  FailureOr<ExternalData> data = parseExternalData(proto, error);
  if (failed(data))
    return nullptr;
  SmallString<128> path(folder);
  llvm::sys::path::append(path, data->location);
  llvm::sys::fs::file_status status;
  if (std::error_code code = llvm::sys::fs::status(path, status))
    return error() << "cannot read external data '" << path << "': " << code.message()
                   << "; copy it beside the model",
           nullptr;
  uint64_t end = static_cast<uint64_t>(data->offset) + bytes;
  if (!llvm::sys::fs::is_regular_file(status) || status.getSize() < end ||
      (data->length >= 0 && static_cast<uint64_t>(data->length) != bytes))
    return error() << "external data '" << path << "' does not hold " << bytes
                   << " bytes at offset " << data->offset << "; copy it again",
           nullptr;
  auto buffer = llvm::MemoryBuffer::getFileSlice(path, bytes, data->offset, /*IsVolatile=*/true);
  if (!buffer)
    return error() << "cannot read external data '" << path << "': " << buffer.getError().message(),
           nullptr;
  return std::move(*buffer);
}

/// Copies a repeated protobuf field of the wider type `From` as elements of
/// type `To`. False if there are not as many as the tensor has elements.
template <typename To, typename From> bool copyField(const From &field, Tensor &tensor) {
  if (field.size() != tensor.getNumElements())
    return false;
  for (auto [to, from] : llvm::zip_equal(tensor.as<To>(), field))
    to = static_cast<To>(from);
  return true;
}

/// Two 4-bit values per byte, the first in the low half.
bool unpackNibbles(ArrayRef<char> bytes, bool isSigned, Tensor &tensor) {
  if (bytes.size() != static_cast<size_t>(tensor.getNumElements() + 1) / 2)
    return false;
  for (auto [index, to] : llvm::enumerate(tensor.as<int8_t>())) {
    int nibble = (static_cast<uint8_t>(bytes[index / 2]) >> (index % 2 * 4)) & 15;
    to = static_cast<int8_t>(isSigned && nibble >= 8 ? nibble - 16 : nibble);
  }
  return true;
}

bool copyBytes(const onnx::TensorProto &proto, ArrayRef<char> bytes, Tensor &tensor) {
  if (proto.data_type() == uint4Type || proto.data_type() == int4Type)
    return unpackNibbles(bytes, proto.data_type() == int4Type, tensor);
  if (bytes.size() != tensor.getSizeInBytes())
    return false;
  std::copy(bytes.begin(), bytes.end(), tensor.data());
  return true;
}

/// Copies from whichever typed field the standard prescribes for the type.
bool copyTypedField(const onnx::TensorProto &proto, Tensor &tensor) {
  using onnx::TensorProto;
  switch (proto.data_type()) {
  case TensorProto::FLOAT:
    return copyField<float>(proto.float_data(), tensor);
  case TensorProto::DOUBLE:
    return copyField<double>(proto.double_data(), tensor);
  case TensorProto::INT64:
    return copyField<int64_t>(proto.int64_data(), tensor);
  case TensorProto::UINT32:
    return copyField<uint32_t>(proto.uint64_data(), tensor);
  case TensorProto::UINT64:
    return copyField<uint64_t>(proto.uint64_data(), tensor);
  case TensorProto::INT32:
    return copyField<int32_t>(proto.int32_data(), tensor);
  case TensorProto::INT16:
  case TensorProto::UINT16:
  case TensorProto::FLOAT16:
  case TensorProto::BFLOAT16:
    return copyField<uint16_t>(proto.int32_data(), tensor);
  case TensorProto::INT8:
  case TensorProto::UINT8:
    return copyField<uint8_t>(proto.int32_data(), tensor);
  case TensorProto::BOOL:
    return copyField<bool>(proto.int32_data(), tensor);
  case uint4Type:
  case int4Type: {
    auto bytes = llvm::map_to_vector(proto.int32_data(),
                                     [](int32_t value) { return static_cast<char>(value); });
    return unpackNibbles(bytes, proto.data_type() == int4Type, tensor);
  }
  default:
    return false;
  }
}

} // namespace

std::optional<int64_t> qopt::onnx_import::countElements(ArrayRef<int64_t> shape) {
  if (shape.size() > maxRank)
    return std::nullopt;
  // An empty dimension must not hide the others: strides are their products.
  int64_t count = 1;
  bool isEmpty = false;
  for (int64_t size : shape) {
    if (size < 0 || size > maxElements)
      return std::nullopt;
    isEmpty |= size == 0;
    count *= std::max<int64_t>(size, 1);
    if (count > maxElements)
      return std::nullopt;
  }
  return isEmpty ? 0 : count;
}

std::string qopt::onnx_import::formatShape(ArrayRef<int64_t> shape) {
  if (shape.empty())
    return "[]";
  if (shape.size() > maxRank)
    return "of " + std::to_string(shape.size()) + " dimensions";
  return llvm::join(llvm::map_range(shape, [](int64_t size) { return std::to_string(size); }), "x");
}

Type qopt::onnx_import::getElementType(int64_t dataType, MLIRContext *context) {
  using onnx::TensorProto;
  Builder b(context);
  switch (dataType) {
  case TensorProto::FLOAT:
    return b.getF32Type();
  case TensorProto::DOUBLE:
    return b.getF64Type();
  case TensorProto::FLOAT16:
    return b.getF16Type();
  case TensorProto::BFLOAT16:
    return b.getBF16Type();
  case TensorProto::INT64:
    return b.getI64Type();
  case TensorProto::INT32:
    return b.getI32Type();
  case TensorProto::INT16:
    return b.getI16Type();
  case TensorProto::INT8:
    return b.getI8Type();
  case TensorProto::UINT64:
    return b.getIntegerType(64, /*isSigned=*/false);
  case TensorProto::UINT32:
    return b.getIntegerType(32, /*isSigned=*/false);
  case TensorProto::UINT16:
    return b.getIntegerType(16, /*isSigned=*/false);
  case TensorProto::UINT8:
    return b.getIntegerType(8, /*isSigned=*/false);
  case TensorProto::BOOL:
    return b.getI1Type();
  case uint4Type:
    return b.getIntegerType(4, /*isSigned=*/false);
  case int4Type:
    return b.getIntegerType(4);
  default:
    return {};
  }
}

Type qopt::onnx_import::getProgramType(Type type) {
  return isa_and_nonnull<FloatType>(type) ? Float32Type::get(type.getContext()) : type;
}

std::string qopt::onnx_import::getElementTypeName(int32_t dataType) {
  if (dataType == uint4Type || dataType == int4Type)
    return dataType == int4Type ? "int4" : "uint4";
  if (!onnx::TensorProto::DataType_IsValid(dataType))
    return "element type " + std::to_string(dataType);
  return StringRef(
             onnx::TensorProto::DataType_Name(static_cast<onnx::TensorProto::DataType>(dataType)))
      .lower();
}

std::string qopt::onnx_import::getElementTypeName(Type type) {
  if (type.isInteger(1))
    return "bool";
  if (auto integer = dyn_cast<IntegerType>(type))
    return (integer.isUnsigned() ? "uint" : "int") + std::to_string(integer.getWidth());
  return type.isF32() ? "float" : type.isF64() ? "double" : type.isF16() ? "float16" : "bfloat16";
}

ConstantData qopt::onnx_import::readTensor(const onnx::TensorProto &proto, StringRef folder,
                                           MLIRContext *context, ErrorFunction error) {
  Type elementType = getElementType(proto.data_type(), context);
  if (!elementType)
    return error() << "constants of type " << getElementTypeName(proto.data_type())
                   << " are not supported",
           nullptr;
  SmallVector<int64_t> shape(proto.dims().begin(), proto.dims().end());
  std::optional<int64_t> count = countElements(shape);
  if (!count)
    return error() << "shape " << formatShape(shape) << " is invalid or too large", nullptr;

  bool isPacked = proto.data_type() == uint4Type || proto.data_type() == int4Type;
  uint64_t bytes = isPacked ? (*count + 1) / 2 : *count * Tensor::elementBytes(elementType);
  // A short file must not make us allocate for the size that it claims.
  bool isExternal = proto.data_location() == onnx::TensorProto::EXTERNAL;
  if (!isExternal && *count > 0 && bytes > proto.ByteSizeLong() * 8)
    return error() << "its data is shorter than its shape " << formatShape(shape) << " asks for",
           nullptr;

  std::unique_ptr<llvm::MemoryBuffer> file;
  if (isExternal && !(file = readExternalData(proto, folder, bytes, error)))
    return nullptr;

  auto tensor = std::make_shared<Tensor>(RankedTensorType::get(shape, elementType));
  bool complete = true;
  if (isExternal)
    complete = copyBytes(proto, {file->getBufferStart(), file->getBufferSize()}, *tensor);
  else if (proto.has_raw_data())
    complete = copyBytes(proto, {proto.raw_data().data(), proto.raw_data().size()}, *tensor);
  else
    complete = copyTypedField(proto, *tensor);
  if (!complete)
    return error() << "its data does not have the length that its shape " << formatShape(shape)
                   << " asks for",
           nullptr;
  return tensor;
}

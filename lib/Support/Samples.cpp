#include "qopt/Support/Samples.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace qopt;

static SmallVector<NamedTensorType> describe(TypeRange types, StringRef defaultName,
                                             function_ref<Attribute(unsigned)> getName) {
  SmallVector<NamedTensorType> tensors;
  for (auto [index, type] : llvm::enumerate(types)) {
    auto name = dyn_cast_if_present<StringAttr>(getName(index));
    tensors.push_back(
        {name ? name.str() : (defaultName + Twine(index)).str(), dyn_cast<RankedTensorType>(type)});
  }
  return tensors;
}

SmallVector<NamedTensorType> qopt::describeInputs(func::FuncOp function) {
  return describe(function.getArgumentTypes(), "input",
                  [&](unsigned index) { return function.getArgAttr(index, "qopt.name"); });
}

SmallVector<NamedTensorType> qopt::describeOutputs(func::FuncOp function) {
  return describe(function.getResultTypes(), "output",
                  [&](unsigned index) { return function.getResultAttr(index, "qopt.name"); });
}

//===----------------------------------------------------------------------===//
// What arrays and tensors look like
//===----------------------------------------------------------------------===//

/// The element type of arrays for tensors of `type`, if there is one.
static std::optional<NpyType> npyTypeFor(Type type) {
  if (type.isF32())
    return NpyType::Float32;
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer)
    return std::nullopt;
  switch (integer.getWidth()) {
  case 1:
    return NpyType::Bool;
  case 8:
    return integer.isUnsigned() ? NpyType::UInt8 : NpyType::Int8;
  case 16:
    return integer.isUnsigned() ? NpyType::UInt16 : NpyType::Int16;
  case 32:
    return integer.isUnsigned() ? NpyType::UInt32 : NpyType::Int32;
  case 64:
    return integer.isUnsigned() ? NpyType::UInt64 : NpyType::Int64;
  default:
    return std::nullopt;
  }
}

static std::string formatShape(ArrayRef<int64_t> shape) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleave(shape, os, " x ");
  return text;
}

static ArrayRef<int64_t> dropLeadingOnes(ArrayRef<int64_t> shape) {
  return shape.drop_while([](int64_t size) { return size == 1; });
}

/// The shape that arrays for tensors of `type` have, in words.
static std::string formatWanted(RankedTensorType type) {
  ArrayRef<int64_t> shape = type.getShape();
  if (!shape.empty() && shape.front() == 1)
    shape = shape.drop_front();
  return shape.empty() ? "N" : "N x " + formatShape(shape);
}

static std::string listArrays(const NpzReader &reader) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(reader.arrays(), os,
                        [&](const NpyInfo &info) { os << "'" << info.name << "'"; });
  return text.empty() ? "no arrays" : text;
}

static std::string listTensors(ArrayRef<NamedTensorType> tensors) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(tensors, os,
                        [&](const NamedTensorType &tensor) { os << "'" << tensor.name << "'"; });
  return text;
}

static llvm::Error checkType(const NpyInfo &info, NpyType wanted) {
  if (info.type == wanted)
    return llvm::Error::success();
  StringRef hint = "convert it with astype()";
  if (wanted == NpyType::Float32 && info.type == NpyType::UInt8)
    hint = "scale and normalize the bytes as the model was trained, then store float32";
  return llvm::createStringError("array '" + info.name + "' is " + npyTypeName(info.type) +
                                 ", but the model takes " + npyTypeName(wanted) + ": " + hint);
}

static llvm::Error checkShape(const NpyInfo &info, RankedTensorType type) {
  if (!info.shape.empty() &&
      dropLeadingOnes(ArrayRef(info.shape).drop_front()) == dropLeadingOnes(type.getShape()))
    return llvm::Error::success();
  return llvm::createStringError("array '" + info.name + "' has shape [" + formatShape(info.shape) +
                                 "], but the model takes [" + formatWanted(type) +
                                 "], N the number of samples");
}

//===----------------------------------------------------------------------===//
// SampleReader
//===----------------------------------------------------------------------===//

/// Checks one array and returns its number of samples.
static llvm::Expected<int64_t> checkArray(const NpzReader &reader, const NamedTensorType &tensor,
                                          ArrayRef<NamedTensorType> all) {
  if (!tensor.type || !tensor.type.hasStaticShape())
    return llvm::createStringError("the model's '" + tensor.name + "' has no static shape");
  std::optional<NpyType> wanted = npyTypeFor(tensor.type.getElementType());
  if (!wanted)
    return llvm::createStringError("the model's '" + tensor.name +
                                   "' has elements that no array can hold");
  const NpyInfo *info = reader.find(tensor.name);
  if (!info)
    return llvm::createStringError("no array '" + tensor.name + "': the file has " +
                                   listArrays(reader) + ", the model wants " + listTensors(all));
  if (llvm::Error error = checkType(*info, *wanted))
    return std::move(error);
  if (llvm::Error error = checkShape(*info, tensor.type))
    return std::move(error);
  if (info->rows() == 0)
    return llvm::createStringError("array '" + tensor.name + "' holds no samples");
  return info->rows();
}

llvm::Expected<SampleReader> SampleReader::open(StringRef path, ArrayRef<NamedTensorType> tensors) {
  llvm::Expected<std::unique_ptr<NpzReader>> reader = NpzReader::open(path);
  if (!reader)
    return reader.takeError();
  SampleReader samples(path, std::move(*reader), tensors);
  if (tensors.empty())
    return llvm::createStringError(path + ": the model has no tensors to read");
  for (const NamedTensorType &tensor : tensors) {
    llvm::Expected<int64_t> rows = checkArray(*samples.reader, tensor, tensors);
    if (!rows)
      return llvm::createStringError(path + ": " + llvm::toString(rows.takeError()));
    if (samples.numSamples == 0)
      samples.numSamples = *rows;
    if (samples.numSamples != *rows)
      return llvm::createStringError(path + ": array '" + tensor.name + "' holds " + Twine(*rows) +
                                     " samples, but '" + tensors.front().name + "' holds " +
                                     Twine(samples.numSamples));
  }
  return samples;
}

llvm::Expected<SmallVector<Tensor>> SampleReader::read(int64_t index) {
  SmallVector<Tensor> sample;
  for (const NamedTensorType &tensor : tensors) {
    Tensor &value = sample.emplace_back(tensor.type);
    if (llvm::Error error =
            reader->readRows(tensor.name, index, 1, {value.data(), value.getSizeInBytes()}))
      return std::move(error);
  }
  return sample;
}

#include "FunctionProtos.h"

#include "llvm/ADT/StringRef.h"

#include <google/protobuf/unknown_field_set.h>

using namespace llvm;
using namespace qopt::onnx_import;

namespace {

// Field numbers of onnx.proto.
constexpr int functionDefaults = 11;
constexpr int functionOverload = 13;
constexpr int nodeOverload = 8;

/// Field `number`, of text or messages, whether the class of `message` knows it or not.
std::vector<std::string> readField(const google::protobuf::Message &message, int number) {
  std::vector<std::string> values;
  const google::protobuf::Reflection &reflection = *message.GetReflection();
  if (const auto *field = message.GetDescriptor()->FindFieldByNumber(number)) {
    bool isMessage = field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE;
    if (!field->is_repeated())
      return {reflection.GetString(message, field)};
    for (int i = 0; isMessage && i < reflection.FieldSize(message, field); ++i)
      values.push_back(reflection.GetRepeatedMessage(message, field, i).SerializeAsString());
    return values;
  }
  const google::protobuf::UnknownFieldSet &unknown = reflection.GetUnknownFields(message);
  for (int i = 0; i < unknown.field_count(); ++i)
    if (unknown.field(i).number() == number &&
        unknown.field(i).type() == google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED)
      values.push_back(unknown.field(i).length_delimited());
  return values;
}

std::string makeKey(StringRef domain, StringRef name, const std::vector<std::string> &overload) {
  domain = domain == "ai.onnx" ? "" : domain;
  std::string key = (domain + Twine('\0') + name + Twine('\0')).str();
  return overload.empty() ? key : key + overload.back();
}

} // namespace

std::string qopt::onnx_import::getFunctionKey(const onnx::FunctionProto &function) {
  return makeKey(function.domain(), function.name(), readField(function, functionOverload));
}

std::string qopt::onnx_import::getFunctionKey(const onnx::NodeProto &node) {
  return makeKey(node.domain(), node.op_type(), readField(node, nodeOverload));
}

std::vector<onnx::AttributeProto>
qopt::onnx_import::getDefaultAttributes(const onnx::FunctionProto &function) {
  std::vector<onnx::AttributeProto> attributes;
  for (const std::string &bytes : readField(function, functionDefaults)) {
    onnx::AttributeProto attribute;
    if (attribute.ParseFromString(bytes))
      attributes.push_back(std::move(attribute));
  }
  return attributes;
}

#include "OnnxWriter.h"

using namespace mlir;
using namespace qopt::onnx_export;

namespace {

// Element types that are newer than the installed onnx.proto.
constexpr int32_t uint4Type = 21;
constexpr int32_t int4Type = 22;

onnx::AttributeProto &addAttribute(onnx::NodeProto &node, StringRef name,
                                   onnx::AttributeProto::AttributeType type) {
  onnx::AttributeProto &attribute = *node.add_attribute();
  attribute.set_name(name.str());
  attribute.set_type(type);
  return attribute;
}

void describe(onnx::ValueInfoProto &info, StringRef name, RankedTensorType type) {
  info.set_name(name.str());
  onnx::TypeProto_Tensor &tensor = *info.mutable_type()->mutable_tensor_type();
  tensor.set_elem_type(getDataType(type.getElementType()));
  onnx::TensorShapeProto &shape = *tensor.mutable_shape();
  for (int64_t size : type.getShape())
    shape.add_dim()->set_dim_value(size);
}

} // namespace

int32_t qopt::onnx_export::getDataType(Type type) {
  using onnx::TensorProto;
  if (type.isF32())
    return TensorProto::FLOAT;
  if (type.isUnsignedInteger(8))
    return TensorProto::UINT8;
  if (type.isUnsignedInteger(16))
    return TensorProto::UINT16;
  if (!type.isSignlessInteger())
    return 0;
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return TensorProto::BOOL;
  case 8:
    return TensorProto::INT8;
  case 16:
    return TensorProto::INT16;
  case 32:
    return TensorProto::INT32;
  case 64:
    return TensorProto::INT64;
  default:
    return 0;
  }
}

StringRef qopt::onnx_export::getName(Location loc) {
  if (auto name = loc->findInstanceOf<NameLoc>())
    return name.getName();
  return "";
}

std::string OnnxWriter::makeName(StringRef hint) {
  std::string name = hint.empty() ? "value" : hint.str();
  if (!names.contains(name)) {
    names.insert(name);
    return name;
  }
  int &counter = counters[hint];
  do
    name = (hint.empty() ? "value" : hint.str()) + "_" + std::to_string(++counter);
  while (!names.insert(name).second);
  return name;
}

onnx::NodeProto &OnnxWriter::addNode(StringRef opType, ArrayRef<std::string> inputs, Location loc) {
  onnx::NodeProto &node = *graph.add_node();
  node.set_op_type(opType.str());
  node.set_name(getName(loc).str());
  for (const std::string &input : inputs)
    node.add_input(input);
  node.add_output(makeName(getName(loc)));
  return node;
}

std::string OnnxWriter::addInitializer(StringRef hint, int32_t dataType, ArrayRef<int64_t> shape,
                                       ArrayRef<char> bytes) {
  onnx::TensorProto &tensor = *graph.add_initializer();
  tensor.set_name(makeName(hint));
  tensor.set_data_type(dataType);
  for (int64_t size : shape)
    tensor.add_dims(size);
  tensor.set_raw_data(bytes.data(), bytes.size());
  return tensor.name();
}

std::string OnnxWriter::addFloats(StringRef hint, ArrayRef<int64_t> shape, ArrayRef<float> values) {
  return addInitializer(
      hint, onnx::TensorProto::FLOAT, shape,
      {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(float)});
}

std::string OnnxWriter::addList(StringRef hint, ArrayRef<int64_t> values) {
  return addInitializer(
      hint, onnx::TensorProto::INT64, {static_cast<int64_t>(values.size())},
      {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(int64_t)});
}

std::string OnnxWriter::addStored(StringRef hint, IntegerType type, bool isSigned,
                                  ArrayRef<int64_t> shape, ArrayRef<int64_t> values) {
  std::vector<char> bytes;
  if (type.getWidth() == 4) { // Two in a byte, the first in the low half.
    bytes.assign((values.size() + 1) / 2, 0);
    for (auto [index, value] : llvm::enumerate(values))
      bytes[index / 2] |= static_cast<char>((value & 15) << (index % 2 * 4));
    return addInitializer(hint, isSigned ? int4Type : uint4Type, shape, bytes);
  }
  for (int64_t value : values)
    for (unsigned bit = 0; bit < type.getWidth(); bit += 8)
      bytes.push_back(static_cast<char>(value >> bit));
  auto stored = IntegerType::get(type.getContext(), type.getWidth(),
                                 isSigned ? IntegerType::Signless : IntegerType::Unsigned);
  return addInitializer(hint, getDataType(stored), shape, bytes);
}

void OnnxWriter::addInput(StringRef name, RankedTensorType type) {
  describe(*graph.add_input(), name, type);
}

void OnnxWriter::addOutput(StringRef name, const std::string &value, RankedTensorType type) {
  describe(*graph.add_output(), name, type);
  // The node that computes it, unless an earlier output has named it.
  auto producer = llvm::find_if(
      *graph.mutable_node(), [&](const onnx::NodeProto &node) { return node.output(0) == value; });
  bool isOutput = llvm::any_of(graph.output(), [&](const auto &o) { return o.name() == value; });
  if (producer != graph.mutable_node()->end() && !isOutput) {
    producer->set_output(0, name.str());
    for (onnx::NodeProto &node : *graph.mutable_node())
      for (std::string &input : *node.mutable_input())
        if (input == value)
          input = name.str();
    return;
  }
  onnx::NodeProto &node = *graph.add_node();
  node.set_op_type("Identity");
  node.add_input(value);
  node.add_output(name.str());
}

void OnnxWriter::dropUnread() {
  llvm::StringSet<> read;
  for (const onnx::ValueInfoProto &output : graph.output())
    read.insert(output.name());
  // Nodes stand behind those they read.
  llvm::DenseSet<const onnx::NodeProto *> live;
  for (const onnx::NodeProto &node : llvm::reverse(graph.node())) {
    if (!read.contains(node.output(0)))
      continue;
    live.insert(&node);
    for (const std::string &input : node.input())
      read.insert(input);
  }
  auto &nodes = *graph.mutable_node();
  nodes.erase(std::remove_if(nodes.begin(), nodes.end(),
                             [&](const onnx::NodeProto &node) { return !live.contains(&node); }),
              nodes.end());
  auto &initializers = *graph.mutable_initializer();
  initializers.erase(std::remove_if(initializers.begin(), initializers.end(),
                                    [&](const onnx::TensorProto &tensor) {
                                      return !read.contains(tensor.name());
                                    }),
                     initializers.end());
}

void qopt::onnx_export::setAttribute(onnx::NodeProto &node, StringRef name, int64_t value) {
  addAttribute(node, name, onnx::AttributeProto::INT).set_i(value);
}

void qopt::onnx_export::setAttribute(onnx::NodeProto &node, StringRef name,
                                     ArrayRef<int64_t> values) {
  onnx::AttributeProto &attribute = addAttribute(node, name, onnx::AttributeProto::INTS);
  for (int64_t value : values)
    attribute.add_ints(value);
}

void qopt::onnx_export::setAttribute(onnx::NodeProto &node, StringRef name, StringRef value) {
  addAttribute(node, name, onnx::AttributeProto::STRING).set_s(value.str());
}

#include "Expansion.h"

#include "TensorElements.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

static onnx::AttributeProto makeTyped(StringRef name, onnx::AttributeProto::AttributeType type) {
  onnx::AttributeProto attribute;
  attribute.set_name(name.str());
  attribute.set_type(type);
  return attribute;
}

onnx::AttributeProto qopt::onnx_import::makeAttribute(StringRef name, int64_t value) {
  onnx::AttributeProto attribute = makeTyped(name, onnx::AttributeProto::INT);
  attribute.set_i(value);
  return attribute;
}

onnx::AttributeProto qopt::onnx_import::makeAttribute(StringRef name, float value) {
  onnx::AttributeProto attribute = makeTyped(name, onnx::AttributeProto::FLOAT);
  attribute.set_f(value);
  return attribute;
}

onnx::AttributeProto qopt::onnx_import::makeAttribute(StringRef name, StringRef value) {
  onnx::AttributeProto attribute = makeTyped(name, onnx::AttributeProto::STRING);
  attribute.set_s(value.str());
  return attribute;
}

onnx::AttributeProto qopt::onnx_import::makeAttribute(StringRef name, ArrayRef<int64_t> value) {
  onnx::AttributeProto attribute = makeTyped(name, onnx::AttributeProto::INTS);
  attribute.mutable_ints()->Add(value.begin(), value.end());
  return attribute;
}

Expansion::Expansion(NodeImporter &node) : node(node) {
  for (const std::string &name : node.getProto().input())
    names.insert(name);
}

/// A name that hides none of the operands'.
std::string Expansion::makeName(StringRef what) {
  std::string base = node.getLocationName() + "/" + what.str(), name = base;
  for (size_t number = 2; !names.insert(name).second; ++number)
    name = base + "_" + std::to_string(number);
  return name;
}

std::string Expansion::operand(size_t index) const {
  return node.hasInput(index) ? node.getProto().input(index) : std::string();
}

std::string Expansion::constant(ImportedValue value) {
  std::string name = makeName("constant");
  constants[name] = std::move(value);
  return name;
}

std::string Expansion::scalar(float value) { return floats({}, SmallVector<double>{value}); }

std::string Expansion::floats(ArrayRef<int64_t> shape, ArrayRef<double> values) {
  return constant(
      ImportedValue::ofConstant(fromDoubles(node.getBuilder().getF32Type(), shape, values)));
}

std::string Expansion::integers(ArrayRef<int64_t> values) {
  Type type = node.getBuilder().getI64Type();
  return constant(
      ImportedValue::ofConstant(fromIntegers(type, {static_cast<int64_t>(values.size())}, values)));
}

std::vector<std::string> Expansion::addNode(StringRef op, ArrayRef<std::string> inputs,
                                            size_t count,
                                            ArrayRef<onnx::AttributeProto> attributes) {
  onnx::NodeProto &added = *body.add_node();
  added.set_op_type(op.str());
  added.set_name(node.getLocationName());
  for (const std::string &input : inputs)
    added.add_input(input);
  for (const onnx::AttributeProto &attribute : attributes)
    *added.add_attribute() = attribute;
  std::vector<std::string> results;
  for (size_t index = 0; index < count; ++index)
    added.add_output(results.emplace_back(makeName(op)));
  return results;
}

std::string Expansion::add(StringRef op, ArrayRef<std::string> inputs,
                           ArrayRef<onnx::AttributeProto> attributes) {
  return addNode(op, inputs, 1, attributes).front();
}

std::string Expansion::addOptional(StringRef op, const std::string &value,
                                   const std::string &other) {
  return other.empty() ? value : add(op, {value, other});
}

std::string Expansion::reshape(const std::string &value, ArrayRef<int64_t> shape) {
  return add("Reshape", {value, integers(shape)});
}

std::string Expansion::transpose(const std::string &value, ArrayRef<int64_t> order) {
  return add("Transpose", {value}, {makeAttribute("perm", order)});
}

std::vector<std::string> Expansion::split(const std::string &value, ArrayRef<int64_t> sizes,
                                          int64_t axis) {
  return addNode("Split", {value, integers(sizes)}, sizes.size(), {makeAttribute("axis", axis)});
}

LogicalResult Expansion::finish(ArrayRef<std::string> results) {
  for (size_t index = 0; index < node.getNumOutputs(); ++index)
    if (node.isOutputRead(index) && (index >= results.size() || results[index].empty()))
      return node.error() << "result " << index << " is read, which is not supported";
  for (const std::string &result : results)
    if (!result.empty())
      body.add_output()->set_name(result);
  FailureOr<std::vector<ImportedValue>> values =
      node.getGraph().importExpansion(body, std::move(constants), node.getProto());
  if (failed(values))
    return failure();
  size_t next = 0;
  for (auto [index, result] : llvm::enumerate(results))
    if (!result.empty())
      node.setOutput(std::move((*values)[next++]), index);
  return success();
}

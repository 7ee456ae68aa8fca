#include "NodeImporter.h"

#include "EmptyOps.h"
#include "FoldConstants.h"
#include "Quantization.h"
#include "TensorElements.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

InFlightDiagnostic NodeImporter::error() const {
  return std::move(graph.error() << describeNode(graph.getGraph().getProto(), proto) << ": ");
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

LogicalResult NodeImporter::resolveInputs(bool takesSequences) {
  for (const std::string &name : proto.input()) {
    ImportedValue *value = nullptr;
    bool isLeftOut =
        name.empty() || (takesSequences && (graph.findList(name) || graph.isAbsent(name)));
    if (!isLeftOut && !(value = graph.getValue(name)))
      return failure();
    inputs.push_back(value);
  }
  return success();
}

/// Whether no operand is a float of another width than the others. Operands that
/// the model computes are f32.
bool NodeImporter::hasOneFloatType() const {
  Type first;
  return llvm::all_of(inputs, [&](const ImportedValue *value) {
    if (!value || !isa<FloatType>(value->getElementType()))
      return true;
    first = first ? first : value->getElementType();
    return value->getElementType() == first;
  });
}

void NodeImporter::widenFloats() {
  for (ImportedValue *value : inputs)
    if (value)
      value->widenFloats();
}

ImportedValue *NodeImporter::getFloatInput(size_t index) {
  ImportedValue *value = getWeights(index);
  if (!value || !value->isConstant() || !value->grid)
    return value;
  return &rounded.emplace_back(withoutGrid(*value));
}

LogicalResult NodeImporter::requireInput(size_t index) const {
  if (hasInput(index))
    return success();
  return error() << "operand " << index << " is missing";
}

ImportedValue *NodeImporter::getDataInput(size_t index) {
  if (failed(requireInput(index)))
    return nullptr;
  ImportedValue &operand = getInput(index);
  if (operand.isFloat() || (operand.isQuantized && operand.grid->storageType.getWidth() < 8))
    return getFloatInput(index);
  ImportedValue &value =
      operand.isQuantized ? rounded.emplace_back(emitIntegers(builder, operand)) : operand;
  if (!isa<IntegerType>(value.getElementType()))
    return error() << "operand " << index << " has type " << value.describeType()
                   << "; only float, integers and bool are supported",
           nullptr;
  if (countElements(value.shape).value_or(0) == 0)
    return error() << "operand " << index << " has shape " << formatShape(value.shape)
                   << ", which holds no elements",
           nullptr;
  return &value;
}

ImportedValue *NodeImporter::getWeights(size_t index) {
  if (failed(requireInput(index)))
    return nullptr;
  ImportedValue &value = getInput(index);
  if (value.isQuantized)
    return error() << "operand " << index << " is quantized (" << value.describeType()
                   << "); put a DequantizeLinear before it",
           nullptr;
  if (!value.isFloat())
    return error() << "operand " << index << " has type " << value.describeType()
                   << "; only float is supported",
           nullptr;
  if (countElements(value.shape).value_or(0) == 0)
    return error() << "operand " << index << " has shape " << formatShape(value.shape)
                   << ", which holds no elements",
           nullptr;
  return &value;
}

ImportedValue *NodeImporter::getFloatInput(size_t index, size_t rank) {
  ImportedValue *value = getFloatInput(index);
  if (value && value->rank() != rank)
    return error() << "operand " << index << " has shape " << formatShape(value->shape) << "; rank "
                   << rank << " expected",
           nullptr;
  return value;
}

FailureOr<Shape> NodeImporter::getIntegers(size_t index, StringRef what) {
  if (failed(requireInput(index)))
    return failure();
  ImportedValue &value = getInput(index);
  if (!value.isConstant())
    return error() << what << " is computed by the model; only constants are supported, so "
                   << "simplify the model (for example with onnx-simplifier) before importing it";
  std::optional<Shape> integers = toIntegers(*value.constant);
  if (!integers || value.rank() > 1 || value.isQuantized)
    return error() << what << " must be a list of integers, not " << value.describeType()
                   << " of shape " << formatShape(value.shape);
  return *integers;
}

FailureOr<Shape> NodeImporter::getIndices(size_t index, int64_t size, int64_t dim) {
  const ImportedValue &value = getInput(index);
  std::optional<Shape> indices = toIntegers(*value.constant);
  if (!indices || value.isQuantized)
    return error() << "its indices have type " << value.describeType() << "; integers expected";
  for (int64_t &position : *indices) {
    if (position < -size || position >= size)
      return error() << "index " << position << " is out of range for dimension " << dim
                     << " of size " << size;
    position += position < 0 ? size : 0;
  }
  return *indices;
}

FailureOr<SmallVector<float>> NodeImporter::getFloats(size_t index, StringRef what) {
  if (failed(requireInput(index)))
    return failure();
  ImportedValue &value = getInput(index);
  if (!value.isConstant())
    return error() << what << " is computed by the model; only constants are supported";
  if (!value.isFloat())
    return error() << what << " has type " << value.describeType() << "; only float is supported";
  return readRounded(value);
}

FailureOr<float> NodeImporter::getScalar(size_t index, StringRef what) {
  FailureOr<SmallVector<float>> values = getFloats(index, what);
  if (failed(values))
    return failure();
  if (values->size() != 1)
    return error() << what << " has " << values->size() << " elements; one expected";
  return values->front();
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

const onnx::AttributeProto *NodeImporter::findAttribute(StringRef name) {
  knownAttributes.insert(name);
  for (const onnx::AttributeProto &attribute : proto.attribute())
    if (attribute.name() == name)
      return &attribute;
  return nullptr;
}

bool NodeImporter::hasAttribute(StringRef name) const {
  return llvm::any_of(proto.attribute(), [&](const auto &a) { return a.name() == name; });
}

FailureOr<int64_t> NodeImporter::getInteger(StringRef name, int64_t defaultValue) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute)
    return defaultValue;
  if (attribute->type() != onnx::AttributeProto::INT)
    return error() << "attribute '" << name << "' must be an integer";
  return attribute->i();
}

FailureOr<int64_t> NodeImporter::getAxis(int64_t defaultValue, size_t rank) {
  FailureOr<int64_t> axis = getInteger("axis", defaultValue);
  if (failed(axis))
    return failure();
  return normalizeAxis(*axis, rank);
}

FailureOr<float> NodeImporter::getFloat(StringRef name, float defaultValue) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute)
    return defaultValue;
  if (attribute->type() != onnx::AttributeProto::FLOAT)
    return error() << "attribute '" << name << "' must be a float";
  return attribute->f();
}

FailureOr<StringRef> NodeImporter::getString(StringRef name, StringRef defaultValue) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute)
    return defaultValue;
  if (attribute->type() != onnx::AttributeProto::STRING)
    return error() << "attribute '" << name << "' must be a string";
  return StringRef(attribute->s());
}

FailureOr<Shape> NodeImporter::getIntegerList(StringRef name, ArrayRef<int64_t> defaultValue,
                                              size_t size) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute)
    return Shape(defaultValue);
  if (attribute->type() != onnx::AttributeProto::INTS)
    return error() << "attribute '" << name << "' must be a list of integers";
  if (size != 0 && static_cast<size_t>(attribute->ints_size()) != size)
    return error() << "attribute '" << name << "' has " << attribute->ints_size() << " elements; "
                   << size << " expected";
  return Shape(attribute->ints().begin(), attribute->ints().end());
}

FailureOr<SmallVector<float>> NodeImporter::getFloatList(StringRef name) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute || attribute->type() != onnx::AttributeProto::FLOATS)
    return error() << "attribute '" << name << "' must be a list of floats";
  return SmallVector<float>(attribute->floats().begin(), attribute->floats().end());
}

FailureOr<SmallVector<StringRef>> NodeImporter::getStringList(StringRef name) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute || attribute->type() != onnx::AttributeProto::STRINGS)
    return error() << "attribute '" << name << "' must be a list of strings";
  return SmallVector<StringRef>(attribute->strings().begin(), attribute->strings().end());
}

ConstantData NodeImporter::getTensor(StringRef name) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute || attribute->type() != onnx::AttributeProto::TENSOR)
    return error() << "attribute '" << name << "' must be a tensor", nullptr;
  return readTensor(attribute->t(), graph.getFolder(), builder.getContext(),
                    [&] { return std::move(error() << "attribute '" << name << "': "); });
}

const onnx::GraphProto *NodeImporter::getSubgraph(StringRef name) {
  const onnx::AttributeProto *attribute = findAttribute(name);
  if (!attribute || attribute->type() != onnx::AttributeProto::GRAPH)
    return error() << "attribute '" << name << "' must be a graph", nullptr;
  return &attribute->g();
}

std::vector<onnx::AttributeProto> NodeImporter::copyAttributes(ArrayRef<StringRef> names) {
  std::vector<onnx::AttributeProto> attributes;
  for (StringRef name : names)
    if (const onnx::AttributeProto *attribute = findAttribute(name))
      attributes.push_back(*attribute);
  return attributes;
}

void NodeImporter::ignoreAttributes(ArrayRef<StringRef> names) {
  for (StringRef name : names)
    knownAttributes.insert(name);
}

LogicalResult NodeImporter::checkAttributes() const {
  for (const onnx::AttributeProto &attribute : proto.attribute())
    if (!knownAttributes.contains(attribute.name()))
      return error() << "attribute '" << attribute.name() << "' is not supported";
  return success();
}

FailureOr<int64_t> NodeImporter::normalizeAxis(int64_t axis, size_t rank) {
  auto size = static_cast<int64_t>(rank);
  if (axis >= -size && axis < size)
    return axis < 0 ? axis + size : axis;
  return error() << "axis " << axis << " is out of range for rank " << rank;
}

FailureOr<Shape> NodeImporter::normalizeAxes(ArrayRef<int64_t> axes, size_t rank) {
  if (axes.size() > maxRank)
    return error() << "there are " << axes.size() << " axes; at most " << maxRank
                   << " are supported";
  Shape result;
  for (int64_t axis : axes) {
    FailureOr<int64_t> dim = normalizeAxis(axis, rank);
    if (failed(dim))
      return failure();
    if (llvm::is_contained(result, *dim))
      return error() << "axis " << axis << " is given twice";
    result.push_back(*dim);
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

LogicalResult NodeImporter::checkShape(ArrayRef<int64_t> shape) const {
  std::optional<int64_t> count = countElements(shape);
  if (!count)
    return error() << "its result would have shape " << formatShape(shape)
                   << ", more than 2^31 - 1 elements or " << maxRank << " dimensions";
  if (*count == 0)
    return error() << "its result would have shape " << formatShape(shape)
                   << ", which holds no elements";
  return success();
}

LogicalResult NodeImporter::checkConstantSize(ArrayRef<int64_t> shape) const {
  // A few bytes of a model can ask for any size.
  constexpr int64_t maxConstantElements = int64_t(1) << 26;
  std::optional<int64_t> count = countElements(shape);
  if (count && *count <= maxConstantElements)
    return success();
  return error() << "the constant of shape " << formatShape(shape)
                 << " is invalid, or has more than " << maxConstantElements << " elements";
}

bool NodeImporter::hasOutput(size_t index) const {
  return static_cast<int>(index) < proto.output_size() && !proto.output(index).empty();
}

bool NodeImporter::isOutputRead(size_t index) const {
  return hasOutput(index) && graph.getGraph().isRead(proto.output(index));
}

void NodeImporter::setOutput(ImportedValue value, size_t index) {
  if (captured) {
    if (index == 0)
      *captured = std::move(value);
    return;
  }
  if (hasOutput(index))
    graph.setValue(proto.output(index), std::move(value));
}

bool NodeImporter::isOnlyReader(size_t index) const {
  if (captured) // The operands are others than the node's.
    return false;
  return graph.isOnlyReader(proto, proto.input(index));
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

FailureOr<ImportedValue> NodeImporter::computeAs(StringRef opType,
                                                 MutableArrayRef<ImportedValue> operands) {
  NodeImporter stage(graph, proto);
  std::optional<ImportedValue> result;
  stage.opType = opType;
  stage.captured = &result;
  for (ImportedValue &operand : operands)
    stage.inputs.push_back(&operand);
  if (failed(findOp("", opType)->import(stage)))
    return failure();
  for (const auto &name : stage.knownAttributes)
    knownAttributes.insert(name.getKey());
  return std::move(*result);
}

LogicalResult NodeImporter::run() {
  const OpDescription *op = findOp(proto.domain(), proto.op_type());
  if (!op)
    return error() << "operator " << proto.op_type() << " of domain '"
                   << (proto.domain().empty() ? "ai.onnx" : proto.domain()) << "', opset "
                   << getOpset() << ", is not supported; docs/Import.md lists the operators that "
                   << "are: export the model without it, or cut it off before this node";
  if (proto.input_size() < static_cast<int>(op->minInputs) ||
      proto.input_size() > static_cast<int>(op->maxInputs))
    return error() << "has " << proto.input_size() << " operands; " << op->minInputs << " to "
                   << op->maxInputs << " expected";
  if (failed(resolveInputs(op->takesSequences)))
    return failure();
  for (unsigned index = 0; index < op->minInputs && !op->takesSequences; ++index)
    if (failed(requireInput(index)))
      return failure();
  if (!hasOneFloatType())
    widenFloats();
  FailureOr<bool> isDone = foldConstants(*this);
  if (succeeded(isDone) && !*isDone)
    isDone = importEmptyOperands(*this);
  if (failed(isDone))
    return failure();
  if (!*isDone) {
    // Constants become other constants in their own type, as in chains of casts;
    // programs compute in f32.
    if (!llvm::is_contained({"Cast", "CastLike", "BitCast"}, proto.op_type()))
      widenFloats();
    if (failed(op->import(*this)))
      return failure();
  }
  if (!inputs.empty() && llvm::all_of(inputs, [](const ImportedValue *value) {
        return !value || value->isConstant();
      }))
    for (const std::string &name : proto.output())
      if (graph.hasValue(name))
        evaluateConstant(builder, *graph.getValue(name));
  return checkAttributes();
}

#include "GraphImporter.h"

#include "EmptyOps.h"
#include "NodeImporter.h"
#include "Quantization.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// `name` as a C identifier, because the compiled program's functions carry it;
/// `main` for graphs without a name.
std::string makeIdentifier(StringRef name) {
  std::string identifier;
  for (char c : name)
    identifier += llvm::isAlnum(c) ? c : '_';
  if (llvm::all_of(identifier, [](char c) { return c == '_'; }))
    return "main";
  return llvm::isDigit(identifier.front()) ? "_" + identifier : identifier;
}

/// That of the graphs that operators stand for.
std::shared_ptr<const Opsets> getExpansionOpsets() {
  static const auto opsets = std::make_shared<const Opsets>(Opsets{21, NodeOpsets()});
  return opsets;
}

void eraseDeadOps(func::FuncOp function) {
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(function.front())))
    if (isOpTriviallyDead(&op))
      op.erase();
}

} // namespace

GraphImporter::GraphImporter(const OnnxGraph &graph, Opsets opsets, StringRef folder,
                             const OnnxImportOptions &options, ModuleOp module, ErrorFunction error)
    : graph(graph), opsets(std::make_shared<const Opsets>(std::move(opsets))), folder(folder),
      options(options), module(module), reportError(error),
      ownBuilder(std::make_unique<ImportBuilder>(module.getLoc(), module.getContext())),
      builder(*ownBuilder) {}

GraphImporter::GraphImporter(const OnnxGraph &graph, GraphImporter &parent,
                             const onnx::NodeProto *expanded)
    : graph(graph), opsets(expanded ? getExpansionOpsets() : parent.opsets), folder(parent.folder),
      options(parent.options), module(parent.module), reportError(parent.reportError),
      parent(&parent), expanded(expanded), builder(parent.builder) {}

bool GraphImporter::isOnlyReader(const onnx::NodeProto &node, StringRef name) const {
  if (graph.getOnlyReader(name) != &node)
    return false;
  // What comes from around a branch may have further readers there.
  return graph.isDefined(name) || (expanded && parent->isOnlyReader(*expanded, name));
}

ImportedValue *GraphImporter::getValue(StringRef name) {
  if (auto it = values.find(name); it != values.end())
    return &it->second;
  const onnx::TensorProto *initializer = graph.getInitializer(name);
  if (!initializer && parent && !graph.isDefined(name))
    return parent->getValue(name);
  if (absent.contains(name))
    return error() << "value '" << name << "' is an optional without an element, which only "
                   << "OptionalHasElement takes",
           nullptr;
  if (lists.contains(name))
    return error() << "value '" << name << "' is a sequence, which only operators on sequences "
                   << "take, and which no output can be; concatenate its values",
           nullptr;
  if (!initializer) // A node may list fewer outputs than its readers name.
    return error() << "value '" << name << "' is read but never computed", nullptr;
  ConstantData data = readTensor(*initializer, folder, module.getContext(), [&] {
    return std::move(error() << "initializer '" << name << "': ");
  });
  if (!data)
    return nullptr;
  setValue(name, ImportedValue::ofConstant(std::move(data)));
  return &values.find(name)->second;
}

const ValueList *GraphImporter::findList(StringRef name) const {
  if (auto it = lists.find(name); it != lists.end())
    return &it->second;
  return parent && !graph.isDefined(name) ? parent->findList(name) : nullptr;
}

void GraphImporter::setValue(StringRef name, ImportedValue value) {
  if (name.empty()) // An optional output that nobody reads.
    return;
  // A constant keeps the name of its initializer on its way through Q, D, ….
  if (value.name.empty() || !value.isConstant())
    value.name = name.str();
  values[name] = std::move(value);
}

//===----------------------------------------------------------------------===//
// Inputs and outputs
//===----------------------------------------------------------------------===//

/// Element types that inputs and outputs of compiled programs have.
static bool isInterfaceType(Type type) {
  return type && (type.isF32() || (isa<IntegerType>(type) && !type.isInteger(4)));
}

FailureOr<RankedTensorType>
GraphImporter::resolveInputType(const onnx::ValueInfoProto &input) const {
  if (!input.type().has_tensor_type())
    return error() << "input '" << input.name() << "' is not a tensor";
  int32_t elementType = input.type().tensor_type().elem_type();
  Type type = getProgramType(getElementType(elementType, builder.getContext()));
  if (!isInterfaceType(type))
    return error() << "input '" << input.name() << "' has type " << getElementTypeName(elementType)
                   << "; only float, integers of 8 to 64 bits and bool are supported";
  FailureOr<Shape> shape = resolveInputShape(input);
  if (failed(shape))
    return failure();
  return RankedTensorType::get(*shape, type);
}

FailureOr<Shape> GraphImporter::resolveInputShape(const onnx::ValueInfoProto &input) const {
  const onnx::TypeProto &type = input.type();
  const onnx::TensorShapeProto &proto = type.tensor_type().shape();
  auto given = options.inputShapes.find(input.name());
  bool isGiven = given != options.inputShapes.end();
  bool hasShape = type.tensor_type().has_shape();
  if (isGiven && hasShape && static_cast<int>(given->second.size()) != proto.dim_size())
    return error() << "--input-shape gives " << given->second.size() << " dimensions for input '"
                   << input.name() << "', which has " << proto.dim_size();
  if (!hasShape && !isGiven)
    return error() << "input '" << input.name()
                   << "' has no shape; add --input-shape=" << input.name() << ":<dimensions>";

  Shape shape, suggestion;
  std::optional<int> open;
  for (auto [index, dim] : llvm::enumerate(proto.dim())) {
    // Some exporters write -1 for an open dimension, or 0.
    bool isFixed = dim.has_dim_value() && dim.dim_value() >= (isGiven ? 1 : 0);
    if (isFixed && isGiven && given->second[index] != dim.dim_value())
      return error() << "--input-shape gives " << given->second[index] << " for dimension " << index
                     << " of input '" << input.name() << "', which the model fixes to "
                     << dim.dim_value();
    if (!isFixed && !isGiven && !open)
      open = index;
    shape.push_back(isFixed ? dim.dim_value() : isGiven ? given->second[index] : 1);
  }
  if (!hasShape)
    shape = given->second;
  if (open) {
    const std::string &symbol = proto.dim(*open).dim_param();
    return error() << "input '" << input.name() << "' leaves dimension " << *open
                   << (symbol.empty() ? "" : " ('" + symbol + "')")
                   << " open; add --input-shape=" << input.name() << ":" << formatShape(shape)
                   << " with the size that you want";
  }
  if (!countElements(shape))
    return error() << "input '" << input.name() << "' has shape " << formatShape(shape)
                   << ", which is too large";
  return shape;
}

LogicalResult GraphImporter::checkOptions() const {
  auto inputs = graph.getRuntimeInputs();
  for (const auto &entry : options.inputShapes) {
    StringRef name = entry.first();
    if (llvm::any_of(inputs, [&](const auto *input) { return input->name() == name; }))
      continue;
    auto diagnostic = error() << "--input-shape names '" << name << "', but the inputs are ";
    llvm::interleaveComma(inputs, diagnostic,
                          [&](const auto *input) { diagnostic << "'" << input->name() << "'"; });
    return diagnostic;
  }
  return success();
}

LogicalResult GraphImporter::createFunction() {
  if (failed(checkOptions()))
    return failure();
  auto inputs = graph.getRuntimeInputs();
  SmallVector<Type> types;
  for (const onnx::ValueInfoProto *input : inputs) {
    FailureOr<RankedTensorType> type = resolveInputType(*input);
    if (failed(type))
      return failure();
    types.push_back(*type);
  }
  function = func::FuncOp::create(module.getLoc(), makeIdentifier(graph.getProto().name()),
                                  builder.getFunctionType(types, {}));
  module.push_back(function);
  Block *body = function.addEntryBlock();
  builder.setInsertionPointToStart(body);
  for (auto [index, input] : llvm::enumerate(inputs)) {
    function.setArgAttr(index, "qopt.name", builder.getStringAttr(input->name()));
    BlockArgument argument = body->getArgument(index);
    argument.setLoc(NameLoc::get(builder.getStringAttr(input->name())));
    ArrayRef<int64_t> shape = getShape(argument);
    setValue(input->name(), isEmpty(shape) ? makeEmpty(getElementTypeOrSelf(argument), shape)
                                           : ImportedValue::computed(argument, shape,
                                                                     identityOrder(shape.size())));
  }
  return success();
}

LogicalResult GraphImporter::createReturn() {
  SmallVector<Value> results;
  SmallVector<DictionaryAttr> attributes;
  for (const onnx::ValueInfoProto &output : graph.getProto().output()) {
    ImportedValue *value = getValue(output.name());
    if (!value)
      return failure();
    value->widenFloats();
    Type type = value->isQuantized ? value->grid->storageType : value->getElementType();
    if (!isInterfaceType(type))
      return error() << "output '" << output.name() << "' has type " << value->describeType()
                     << "; only float, integers of 8 to 64 bits and bool are supported";
    builder.setLoc(NameLoc::get(builder.getStringAttr(output.name())));
    ImportedValue integers;
    if (value->isQuantized) {
      integers = emitIntegers(builder, *value);
      value = &integers;
    }
    if (isEmpty(value->shape)) // TOSA has no tensors without elements.
      results.push_back(tensor::EmptyOp::create(builder, value->shape, type));
    else
      results.push_back(builder.materializeOriginal(*value));
    attributes.push_back(builder.getDictionaryAttr(
        builder.getNamedAttr("qopt.name", builder.getStringAttr(output.name()))));
  }
  builder.setLoc(builder.getUnknownLoc());
  func::ReturnOp::create(builder, results);
  function.setType(
      builder.getFunctionType(function.getArgumentTypes(), ValueRange(results).getTypes()));
  function.setAllResultAttrs(attributes);
  return success();
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

LogicalResult GraphImporter::importNode(const onnx::NodeProto &node) {
  // Merged into the node before.
  if (llvm::all_of(node.output(), [&](const std::string &name) {
        return name.empty() || hasValue(name) || lists.contains(name) || absent.contains(name);
      }))
    return success();
  StringRef name = node.name().empty() ? StringRef(node.output(0)) : StringRef(node.name());
  builder.setLoc(NameLoc::get(builder.getStringAttr(name)));
  return NodeImporter(*this, node).run();
}

LogicalResult GraphImporter::importNodes() {
  for (const onnx::NodeProto *node : graph.getNodes())
    if (failed(importNode(*node)))
      return failure();
  return success();
}

/// Counts the nodes of one more body; reports loops in loops that write out too many.
LogicalResult GraphImporter::countBody(const onnx::GraphProto &body) {
  constexpr int64_t maxBodyNodes = 1 << 17;
  GraphImporter *root = this;
  while (root->parent)
    root = root->parent;
  root->bodyNodes += body.node_size();
  if (root->bodyNodes <= maxBodyNodes)
    return success();
  return error() << "the bodies of loops and branches are written out, which gives more than "
                 << maxBodyNodes << " nodes";
}

FailureOr<ValueList> GraphImporter::importBody(const onnx::GraphProto &body, ValueList inputs) {
  auto isDefinedAround = [this](StringRef name) { return isDefined(name); };
  FailureOr<OnnxGraph> bodyGraph = OnnxGraph::create(body, reportError, isDefinedAround);
  if (failed(bodyGraph) || failed(countBody(body)))
    return failure();
  auto names = bodyGraph->getRuntimeInputs();
  if (names.size() != inputs.size())
    return error() << "graph '" << body.name() << "' has " << names.size() << " inputs; the node "
                   << "around it supplies " << inputs.size();
  GraphImporter importer(*bodyGraph, *this);
  for (auto [input, value] : llvm::zip_equal(names, inputs))
    importer.setValue(input->name(), std::move(value));
  return importInto(importer);
}

FailureOr<ValueList> GraphImporter::importExpansion(const onnx::GraphProto &body,
                                                    llvm::StringMap<ImportedValue> constants,
                                                    const onnx::NodeProto &node) {
  auto isDefinedAround = [&](StringRef name) {
    return constants.contains(name) || isDefined(name);
  };
  FailureOr<OnnxGraph> bodyGraph = OnnxGraph::create(body, reportError, isDefinedAround);
  if (failed(bodyGraph))
    return failure();
  GraphImporter importer(*bodyGraph, *this, &node);
  importer.values = std::move(constants);
  return importInto(importer);
}

/// Emits the nodes of `importer`, of a graph inside this one.
FailureOr<ValueList> GraphImporter::importInto(GraphImporter &importer) {
  Location loc = builder.getLoc();
  if (failed(importer.importNodes()))
    return failure();
  builder.setLoc(loc);
  ValueList results;
  for (const onnx::ValueInfoProto &output : importer.graph.getProto().output()) {
    ImportedValue *value = importer.getValue(output.name());
    if (!value)
      return failure();
    results.push_back(*value);
  }
  return results;
}

LogicalResult GraphImporter::run() {
  if (failed(createFunction()) || failed(importNodes()) || failed(createReturn()))
    return failure();
  eraseDeadOps(function);
  return success();
}

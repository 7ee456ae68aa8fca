#include "InlineFunctions.h"

#include "FunctionProtos.h"
#include "OnnxGraph.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace qopt::onnx_import;

namespace {

/// A few bytes of a file can ask for any number of nodes, and of bytes in them.
constexpr size_t maxInlinedNodes = 200000;
constexpr size_t maxInlinedBytes = size_t(1) << 30;
constexpr size_t maxDepth = 100;

/// Every name of `graph` and of the branches in it.
void collectNames(const onnx::GraphProto &graph, llvm::StringSet<> &names) {
  for (const onnx::ValueInfoProto &input : graph.input())
    names.insert(input.name());
  for (const onnx::TensorProto &initializer : graph.initializer())
    names.insert(initializer.name());
  for (const onnx::NodeProto &node : graph.node()) {
    for (const std::string &name : node.input())
      names.insert(name);
    for (const std::string &name : node.output())
      names.insert(name);
    for (const onnx::AttributeProto &attribute : node.attribute())
      if (attribute.has_g())
        collectNames(attribute.g(), names);
  }
}

/// What the names of a function's body are called where it is inlined; a branch
/// sees the names around it.
struct Scope {
  llvm::StringMap<std::string> names;
  Scope *parent = nullptr;

  const std::string *find(StringRef name) const {
    auto it = names.find(name);
    if (it != names.end())
      return &it->second;
    return parent ? parent->find(name) : nullptr;
  }
  Scope &outermost() { return parent ? parent->outermost() : *this; }
};

class Inliner {
public:
  Inliner(onnx::ModelProto &model, ErrorFunction error) : model(model), error(error) {}

  FailureOr<NodeOpsets> run();

private:
  /// A node that calls `function`, and what names of its body start with.
  struct Call {
    const onnx::NodeProto &node;
    const onnx::FunctionProto &function;
    std::vector<onnx::AttributeProto> defaults;
    std::string prefix;
  };
  using NodeList = google::protobuf::RepeatedPtrField<onnx::NodeProto>;

  LogicalResult indexFunctions();
  LogicalResult expandGraph(onnx::GraphProto &graph, std::optional<int64_t> opset);
  LogicalResult append(onnx::NodeProto &node, std::optional<int64_t> opset, NodeList &nodes);
  LogicalResult appendBody(const onnx::NodeProto &node, const onnx::FunctionProto &function,
                           NodeList &nodes);
  LogicalResult checkCall(const Call &call) const;
  FailureOr<std::optional<int64_t>> getFunctionOpset(const onnx::FunctionProto &function);
  Scope bindOperands(const Call &call, NodeList &nodes);
  void rename(onnx::NodeProto &node, const Call &call, Scope &scope);
  void rename(onnx::GraphProto &branch, const Call &call, Scope &around);
  std::string lookUp(StringRef name, const Call &call, Scope &scope);
  std::string makeUnique(const std::string &name);

  InFlightDiagnostic callError(const onnx::NodeProto &node) const {
    return std::move(error() << describeNode(model.graph(), node) << ": ");
  }

  onnx::ModelProto &model;
  ErrorFunction error;
  llvm::StringMap<const onnx::FunctionProto *> functions;
  llvm::StringSet<> names;
  /// The last number that made a name unique.
  llvm::StringMap<size_t> numbers;
  SmallVector<const onnx::FunctionProto *> open;
  NodeOpsets opsets;
  size_t count = 0, bytes = 0;
};

LogicalResult Inliner::indexFunctions() {
  for (const onnx::FunctionProto &function : model.functions())
    if (!functions.try_emplace(getFunctionKey(function), &function).second)
      return error() << "two functions are called '" << function.name() << "' of domain '"
                     << function.domain() << "'";
  return success();
}

std::string Inliner::makeUnique(const std::string &name) {
  if (names.insert(name).second)
    return name;
  size_t &number = numbers.try_emplace(name, 1).first->second;
  std::string result;
  do
    result = name + "_" + std::to_string(++number);
  while (!names.insert(result).second);
  return result;
}

/// What `name` is called; of a body that is not sorted, before it is defined.
std::string Inliner::lookUp(StringRef name, const Call &call, Scope &scope) {
  if (name.empty())
    return {};
  if (const std::string *known = scope.find(name))
    return *known;
  return scope.outermost().names[name] = makeUnique(call.prefix + name.str());
}

void Inliner::rename(onnx::GraphProto &branch, const Call &call, Scope &around) {
  Scope scope;
  scope.parent = &around;
  auto define = [&](std::string &name) {
    if (!name.empty())
      name = scope.names[name] = makeUnique(call.prefix + name);
  };
  for (onnx::ValueInfoProto &input : *branch.mutable_input())
    define(*input.mutable_name());
  // Old branches list initializers among the inputs.
  for (onnx::TensorProto &initializer : *branch.mutable_initializer())
    if (auto it = scope.names.find(initializer.name()); it != scope.names.end())
      initializer.set_name(it->second);
    else
      define(*initializer.mutable_name());
  for (const onnx::NodeProto &node : branch.node())
    for (const std::string &name : node.output())
      if (!name.empty())
        scope.names.try_emplace(name, makeUnique(call.prefix + name));
  for (onnx::NodeProto &node : *branch.mutable_node())
    rename(node, call, scope);
  for (onnx::ValueInfoProto &output : *branch.mutable_output())
    output.set_name(lookUp(output.name(), call, scope));
}

/// Gives the names in `node`, of a body, their meaning at the call, and attributes
/// that refer to those of the call their values.
void Inliner::rename(onnx::NodeProto &node, const Call &call, Scope &scope) {
  if (!node.name().empty())
    node.set_name(call.prefix + node.name());
  for (std::string &name : *node.mutable_input())
    name = lookUp(name, call, scope);
  for (std::string &name : *node.mutable_output())
    name = lookUp(name, call, scope);
  google::protobuf::RepeatedPtrField<onnx::AttributeProto> attributes;
  attributes.Swap(node.mutable_attribute());
  for (onnx::AttributeProto &attribute : attributes) {
    if (!attribute.ref_attr_name().empty()) {
      auto isMeant = [&](const onnx::AttributeProto &other) {
        return other.name() == attribute.ref_attr_name();
      };
      auto given = llvm::find_if(call.node.attribute(), isMeant);
      auto byDefault = llvm::find_if(call.defaults, isMeant);
      if (given == call.node.attribute().end() && byDefault == call.defaults.end())
        continue; // Then the operator has its own default.
      onnx::AttributeProto &bound = *node.add_attribute();
      bound = given != call.node.attribute().end() ? *given : *byDefault;
      bound.set_name(attribute.name());
      continue;
    }
    if (attribute.has_g())
      rename(*attribute.mutable_g(), call, scope);
    node.add_attribute()->Swap(&attribute);
  }
}

LogicalResult Inliner::checkCall(const Call &call) const {
  auto [node, function, defaults, prefix] = call;
  if (llvm::is_contained(open, &function))
    return callError(node) << "function '" << function.name()
                           << "' calls itself, which no inference needs";
  if (open.size() >= maxDepth)
    return callError(node) << "functions call each other more than " << maxDepth << " deep";
  if (node.input_size() > function.input_size() || node.output_size() > function.output_size())
    return callError(node) << "has " << node.input_size() << " operands and " << node.output_size()
                           << " results, but function '" << function.name() << "' has "
                           << function.input_size() << " and " << function.output_size();
  for (const onnx::AttributeProto &attribute : node.attribute()) {
    auto isNamed = [&](const onnx::AttributeProto &a) { return a.name() == attribute.name(); };
    if (!llvm::is_contained(function.attribute(), attribute.name()) &&
        llvm::none_of(defaults, isNamed))
      return callError(node) << "function '" << function.name() << "' has no attribute '"
                             << attribute.name() << "'";
  }
  return success();
}

/// The names of inputs and outputs. Outputs that are inputs, or other outputs, are
/// copied.
Scope Inliner::bindOperands(const Call &call, NodeList &nodes) {
  Scope scope;
  for (int i = 0; i < call.function.input_size(); ++i)
    scope.names[call.function.input(i)] =
        i < call.node.input_size() ? call.node.input(i) : std::string();
  for (int i = 0; i < call.node.output_size(); ++i) {
    const std::string &name = call.node.output(i);
    if (name.empty())
      continue;
    auto [it, isNew] = scope.names.try_emplace(call.function.output(i), name);
    if (isNew)
      continue;
    onnx::NodeProto &copy = *nodes.Add();
    copy.set_op_type("Identity");
    copy.set_name(call.node.name());
    copy.add_input(it->second);
    copy.add_output(name);
  }
  return scope;
}

/// Nothing for functions that only call others.
FailureOr<std::optional<int64_t>> Inliner::getFunctionOpset(const onnx::FunctionProto &function) {
  if (llvm::none_of(function.opset_import(), isDefaultDomain))
    return std::optional<int64_t>();
  FailureOr<int64_t> opset = getOpset(function.opset_import(), [&] {
    return std::move(error() << "function '" << function.name() << "': ");
  });
  if (failed(opset))
    return failure();
  return std::optional(*opset);
}

LogicalResult Inliner::appendBody(const onnx::NodeProto &node, const onnx::FunctionProto &function,
                                  NodeList &nodes) {
  StringRef name = node.name();
  if (name.empty())
    name = node.output_size() > 0 ? StringRef(node.output(0)) : StringRef(function.name());
  Call call{node, function, getDefaultAttributes(function), name.str() + "/"};
  if (failed(checkCall(call)))
    return failure();
  FailureOr<std::optional<int64_t>> opset = getFunctionOpset(function);
  if (failed(opset))
    return failure();
  Scope scope = bindOperands(call, nodes);
  open.push_back(&function);
  for (const onnx::NodeProto &part : function.node()) {
    onnx::NodeProto copy = part;
    rename(copy, call, scope);
    bytes += copy.ByteSizeLong();
    if (++count > maxInlinedNodes || bytes > maxInlinedBytes)
      return error() << "the functions of the model have more than " << maxInlinedNodes
                     << " nodes, or " << maxInlinedBytes << " bytes, where they are called";
    if (failed(append(copy, *opset, nodes)))
      return failure();
  }
  open.pop_back();
  return success();
}

/// Appends `node`, which is used up, or what it calls.
LogicalResult Inliner::append(onnx::NodeProto &node, std::optional<int64_t> opset,
                              NodeList &nodes) {
  if (const onnx::FunctionProto *function = functions.lookup(getFunctionKey(node)))
    return appendBody(node, *function, nodes);
  for (onnx::AttributeProto &attribute : *node.mutable_attribute())
    if (attribute.has_g() && failed(expandGraph(*attribute.mutable_g(), opset)))
      return failure();
  onnx::NodeProto *added = nodes.Add();
  added->Swap(&node);
  if (opset)
    opsets[added] = *opset;
  return success();
}

LogicalResult Inliner::expandGraph(onnx::GraphProto &graph, std::optional<int64_t> opset) {
  NodeList nodes;
  nodes.Swap(graph.mutable_node());
  for (onnx::NodeProto &node : nodes)
    if (failed(append(node, opset, *graph.mutable_node())))
      return failure();
  return success();
}

FailureOr<NodeOpsets> Inliner::run() {
  if (model.functions_size() == 0)
    return opsets;
  if (failed(indexFunctions()))
    return failure();
  collectNames(model.graph(), names);
  if (failed(expandGraph(*model.mutable_graph(), std::nullopt)))
    return failure();
  return std::move(opsets);
}

} // namespace

FailureOr<NodeOpsets> qopt::onnx_import::inlineFunctions(onnx::ModelProto &model,
                                                         ErrorFunction error) {
  return Inliner(model, error).run();
}

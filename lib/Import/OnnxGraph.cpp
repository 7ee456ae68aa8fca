#include "OnnxGraph.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace qopt::onnx_import;

namespace {

/// Operators that work on N x C x spatial dimensions.
bool isImageOp(StringRef op) {
  return llvm::StringSwitch<bool>(op)
      .Cases({"Conv", "FusedConv", "ConvTranspose", "QLinearConv", "ConvInteger",
              "QLinearAveragePool", "QLinearGlobalAveragePool", "MaxPool", "AveragePool",
              "GlobalAveragePool", "GlobalMaxPool", "BatchNormalization", "Resize", "Upsample",
              "InstanceNormalization", "GroupNormalization", "LRN"},
             true)
      .Default(false);
}

/// Operators whose result takes the layout of its operands.
bool keepsLayout(StringRef op) {
  return llvm::StringSwitch<bool>(op)
      .Cases({"Reshape",
              "Flatten",
              "Transpose",
              "Squeeze",
              "Unsqueeze",
              "MatMul",
              "Gemm",
              "Shape",
              "QLinearMatMul",
              "MatMulInteger",
              "LayerNormalization",
              "GatherElements",
              "GatherND",
              "ScatterND",
              "RMSNormalization",
              "SimplifiedLayerNormalization",
              "SkipLayerNormalization",
              "SkipSimplifiedLayerNormalization",
              "Attention",
              "QAttention",
              "MultiHeadAttention",
              "GroupQueryAttention",
              "LinearAttention",
              "TensorScatter",
              "GemmFastGelu",
              "RotaryEmbedding",
              "FusedMatMul",
              "FusedGemm",
              "MatMulNBits",
              "DynamicQuantizeMatMul",
              "MatMulIntegerToFloat",
              "EmbedLayerNormalization"},
             false)
      .Default(true);
}

/// Appends the names that `branch` reads without defining them.
void appendCaptures(const onnx::GraphProto &branch, SmallVectorImpl<StringRef> &captures);

void appendReads(const onnx::NodeProto &node, SmallVectorImpl<StringRef> &reads) {
  for (const std::string &input : node.input())
    if (!input.empty())
      reads.push_back(input);
  for (const onnx::AttributeProto &attribute : node.attribute()) {
    if (attribute.has_g())
      appendCaptures(attribute.g(), reads);
    for (const onnx::GraphProto &branch : attribute.graphs())
      appendCaptures(branch, reads);
  }
}

void appendCaptures(const onnx::GraphProto &branch, SmallVectorImpl<StringRef> &captures) {
  llvm::StringSet<> own;
  SmallVector<StringRef> reads;
  for (const onnx::ValueInfoProto &input : branch.input())
    own.insert(input.name());
  for (const onnx::TensorProto &initializer : branch.initializer())
    own.insert(initializer.name());
  for (const onnx::NodeProto &node : branch.node()) {
    for (const std::string &output : node.output())
      own.insert(output);
    appendReads(node, reads);
  }
  for (const onnx::ValueInfoProto &output : branch.output())
    reads.push_back(output.name());
  llvm::copy_if(reads, std::back_inserter(captures),
                [&](StringRef name) { return !own.contains(name); });
}

} // namespace

std::string qopt::onnx_import::describeNode(const onnx::GraphProto &graph,
                                            const onnx::NodeProto &node) {
  if (!node.name().empty())
    return llvm::formatv("node '{0}' ({1})", node.name(), node.op_type());
  size_t index = 0;
  for (const onnx::NodeProto &other : graph.node()) {
    if (&other == &node)
      break;
    ++index;
  }
  return llvm::formatv("node {0} ({1})", index, node.op_type());
}

LogicalResult OnnxGraph::checkNames(ErrorFunction error) const {
  auto isNameless = [](const auto &value) { return value.name().empty(); };
  if (llvm::any_of(proto->initializer(), isNameless))
    return error() << "an initializer has no name";
  if (llvm::any_of(proto->input(), isNameless))
    return error() << "an input has no name";
  if (llvm::any_of(proto->output(), isNameless))
    return error() << "an output has no name";
  return success();
}

LogicalResult OnnxGraph::indexDefinitions(ErrorFunction error) {
  if (failed(checkNames(error)))
    return failure();
  for (const onnx::TensorProto &tensor : proto->initializer())
    if (!initializers.try_emplace(tensor.name(), &tensor).second)
      return error() << "two initializers are called '" << tensor.name() << "'";
  if (proto->sparse_initializer_size() > 0)
    return error() << "sparse initializer '" << proto->sparse_initializer(0).values().name()
                   << "' is not supported; export with dense weights";
  for (const onnx::ValueInfoProto &input : proto->input())
    if (!inputs.insert(input.name()).second)
      return error() << "two inputs are called '" << input.name() << "'";
  for (const onnx::NodeProto &node : proto->node())
    for (const std::string &output : node.output()) {
      if (output.empty())
        continue;
      if (inputs.contains(output) || initializers.contains(output) ||
          !producers.try_emplace(output, &node).second)
        return error() << describeNode(*proto, node) << " defines '" << output
                       << "', which is already defined";
    }
  return success();
}

/// The result of a node whose name is most like `name`, by a third of its length at most;
/// empty where none is.
static StringRef findLikeName(const onnx::GraphProto &graph, StringRef name) {
  // Nobody types longer ones.
  constexpr size_t kMaxLength = 256;
  StringRef nearest;
  unsigned best = name.size() <= kMaxLength ? static_cast<unsigned>(name.size()) / 3 : 0;
  if (best == 0)
    return nearest;
  for (const onnx::NodeProto &node : graph.node())
    for (StringRef output : node.output())
      if (unsigned distance = name.edit_distance(output, /*AllowReplacements=*/true, best);
          distance <= best && distance > 0) {
        nearest = output;
        best = distance - 1;
        // No limit, to `edit_distance`.
        if (best == 0)
          return nearest;
      }
  return nearest;
}

LogicalResult OnnxGraph::checkOutputs(ErrorFunction error, NamePredicate isDefinedAround) {
  if (proto->output_size() == 0)
    return error() << "the graph has no outputs";
  for (const onnx::ValueInfoProto &output : proto->output()) {
    outputs.insert(output.name());
    if (isDefined(output.name()) || (isDefinedAround && isDefinedAround(output.name())))
      continue;
    InFlightDiagnostic diagnostic = error() << "output '" << output.name()
                                            << "' is not defined by any node";
    if (StringRef like = findLikeName(*proto, output.name()); !like.empty())
      diagnostic << "; is '" << like << "' meant?";
    return diagnostic;
  }
  return success();
}

ArrayRef<StringRef> OnnxGraph::getReads(const onnx::NodeProto &node) {
  auto [it, isNew] = reads.try_emplace(&node);
  if (isNew)
    appendReads(node, it->second);
  return it->second;
}

LogicalResult OnnxGraph::checkReads(const onnx::NodeProto &node, ErrorFunction error,
                                    NamePredicate isDefinedAround) {
  for (StringRef input : getReads(node))
    if (!isDefined(input) && !(isDefinedAround && isDefinedAround(input)))
      return error() << describeNode(*proto, node) << " reads '" << input
                     << "', which is no input, no initializer and no result of a node";
  return success();
}

/// Depth first from the outputs; an explicit stack, because models may be deep.
LogicalResult OnnxGraph::sortNodes(ErrorFunction error, NamePredicate isDefinedAround) {
  enum class State { New, Open, Done };
  llvm::DenseMap<const onnx::NodeProto *, State> states;
  SmallVector<std::pair<const onnx::NodeProto *, size_t>> stack;

  auto visit = [&](StringRef name) -> LogicalResult {
    const onnx::NodeProto *node = producers.lookup(name);
    if (!node || states.lookup(node) == State::Done)
      return success();
    if (states.lookup(node) == State::Open)
      return error() << describeNode(*proto, *node) << " depends on its own result '" << name
                     << "'; the graph must have no cycles";
    states[node] = State::Open;
    stack.emplace_back(node, 0);
    return checkReads(*node, error, isDefinedAround);
  };

  for (const onnx::ValueInfoProto &output : proto->output()) {
    if (failed(visit(output.name())))
      return failure();
    while (!stack.empty()) {
      auto &[node, next] = stack.back();
      if (next < getReads(*node).size()) {
        if (failed(visit(getReads(*node)[next++])))
          return failure();
        continue;
      }
      states[node] = State::Done;
      order.push_back(node);
      stack.pop_back();
    }
  }
  keepFileOrder();
  return success();
}

/// The standard asks for sorted nodes: then the program reads like the model.
void OnnxGraph::keepFileOrder() {
  llvm::DenseSet<const onnx::NodeProto *> live(order.begin(), order.end()), seen;
  SmallVector<const onnx::NodeProto *> inFile;
  for (const onnx::NodeProto &node : proto->node()) {
    if (!live.contains(&node))
      continue;
    for (StringRef input : getReads(node))
      if (const onnx::NodeProto *producer = producers.lookup(input))
        if (!seen.contains(producer))
          return;
    seen.insert(&node);
    inFile.push_back(&node);
  }
  order = std::move(inFile);
}

void OnnxGraph::indexReaders() {
  for (const onnx::NodeProto *node : order)
    for (StringRef input : getReads(*node))
      readers[input].push_back(node);
}

void OnnxGraph::findImageValues() {
  for (const onnx::NodeProto *node : llvm::reverse(order)) {
    bool wanted = keepsLayout(node->op_type()) && llvm::any_of(node->output(), [&](StringRef name) {
                    return channelsLast.contains(name);
                  });
    for (auto [index, input] : llvm::enumerate(node->input()))
      if (!input.empty() && (wanted || (index == 0 && isImageOp(node->op_type()))))
        channelsLast.insert(input);
  }
}

FailureOr<OnnxGraph> OnnxGraph::create(const onnx::GraphProto &proto, ErrorFunction error,
                                       NamePredicate isDefinedAround) {
  OnnxGraph graph;
  graph.proto = &proto;
  if (failed(graph.indexDefinitions(error)) || failed(graph.checkOutputs(error, isDefinedAround)) ||
      failed(graph.sortNodes(error, isDefinedAround)))
    return failure();
  graph.indexReaders();
  graph.findImageValues();
  return graph;
}

SmallVector<const onnx::ValueInfoProto *> OnnxGraph::getRuntimeInputs() const {
  SmallVector<const onnx::ValueInfoProto *> result;
  for (const onnx::ValueInfoProto &input : proto->input())
    if (!initializers.contains(input.name()))
      result.push_back(&input);
  return result;
}

const onnx::NodeProto *OnnxGraph::getOnlyReader(StringRef name) const {
  auto it = readers.find(name);
  if (it == readers.end() || it->second.size() != 1 || outputs.contains(name))
    return nullptr;
  return it->second.front();
}

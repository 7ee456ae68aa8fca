#ifndef QOPT_LIB_IMPORT_NODEIMPORTER_H
#define QOPT_LIB_IMPORT_NODEIMPORTER_H

#include "GraphImporter.h"

#include <deque>

namespace qopt::onnx_import {

/// One node of the graph, as the import functions see it: checked operands and
/// attributes in, results out. Accessors that fail have reported the error.
class NodeImporter {
public:
  NodeImporter(GraphImporter &graph, const onnx::NodeProto &proto)
      : graph(graph), proto(proto), builder(graph.getBuilder()), opType(proto.op_type()) {}

  /// Finds the import function of the operator and calls it.
  llvm::LogicalResult run();

  /// What the operator `opType` of the default domain gives for `operands`, with
  /// the attributes of this node.
  llvm::FailureOr<ImportedValue> computeAs(llvm::StringRef opType,
                                           llvm::MutableArrayRef<ImportedValue> operands);

  int64_t getOpset() const { return graph.getOpset(proto); }
  ImportBuilder &getBuilder() { return builder; }
  GraphImporter &getGraph() { return graph; }
  const onnx::NodeProto &getProto() const { return proto; }
  /// The name of the node, or that of its first result.
  const std::string &getLocationName() const {
    return proto.name().empty() ? proto.output(0) : proto.name();
  }

  /// `node 'name' (Op): `, to be continued.
  mlir::InFlightDiagnostic error() const;

  //===--------------------------------------------------------------------===//
  // Operands
  //===--------------------------------------------------------------------===//

  size_t getNumInputs() const { return inputs.size(); }
  /// False for optional inputs that are left out.
  bool hasInput(size_t index) const { return index < inputs.size() && inputs[index]; }
  /// Reports an operand that is left out.
  llvm::LogicalResult requireInput(size_t index) const;
  /// An operand of any type; it must be present. The accessors below report one that is
  /// not.
  ImportedValue &getInput(size_t index) { return *inputs[index]; }
  /// Puts another value in the place of operand `index`, for this node only.
  void replaceInput(size_t index, ImportedValue value) {
    inputs[index] = &rounded.emplace_back(std::move(value));
  }
  /// A float operand; null, with an error, if it is not. Constants on a grid are
  /// rounded to it.
  ImportedValue *getFloatInput(size_t index);
  /// As above, but constants keep their grid: weights.
  ImportedValue *getWeights(size_t index);
  /// An operand of any type that programs compute with; floats as above, results
  /// of a QuantizeLinear as integers.
  ImportedValue *getDataInput(size_t index);
  /// A float operand of rank `rank`.
  ImportedValue *getFloatInput(size_t index, size_t rank);
  /// The elements of a constant integer operand of rank 0 or 1; `what` names it
  /// in messages.
  llvm::FailureOr<Shape> getIntegers(size_t index, llvm::StringRef what);
  /// The elements of a constant operand that indexes dimension `dim` of `size`
  /// elements, counted from its start.
  llvm::FailureOr<Shape> getIndices(size_t index, int64_t size, int64_t dim);
  /// The elements of a constant float operand.
  llvm::FailureOr<llvm::SmallVector<float>> getFloats(size_t index, llvm::StringRef what);
  /// The element of a constant float operand of one element.
  llvm::FailureOr<float> getScalar(size_t index, llvm::StringRef what);

  //===--------------------------------------------------------------------===//
  // Attributes
  //===--------------------------------------------------------------------===//

  bool hasAttribute(llvm::StringRef name) const;
  llvm::FailureOr<int64_t> getInteger(llvm::StringRef name, int64_t defaultValue);
  llvm::FailureOr<float> getFloat(llvm::StringRef name, float defaultValue);
  llvm::FailureOr<llvm::StringRef> getString(llvm::StringRef name, llvm::StringRef defaultValue);
  /// `axis`, as a dimension of a tensor of rank `rank`.
  llvm::FailureOr<int64_t> getAxis(int64_t defaultValue, size_t rank);
  /// Must have `size` elements if present, unless `size` is 0.
  llvm::FailureOr<Shape> getIntegerList(llvm::StringRef name, llvm::ArrayRef<int64_t> defaultValue,
                                        size_t size = 0);
  llvm::FailureOr<llvm::SmallVector<float>> getFloatList(llvm::StringRef name);
  llvm::FailureOr<llvm::SmallVector<llvm::StringRef>> getStringList(llvm::StringRef name);
  /// Null, with an error, if absent or not a tensor that can be decoded.
  ConstantData getTensor(llvm::StringRef name);
  /// Null, with an error, if absent or no graph.
  const onnx::GraphProto *getSubgraph(llvm::StringRef name);
  /// Those of `names` that the node has, for nodes that stand for it.
  std::vector<onnx::AttributeProto> copyAttributes(llvm::ArrayRef<llvm::StringRef> names);
  /// Attributes that mean nothing for the result. Any attribute that was never
  /// asked for is an error.
  void ignoreAttributes(llvm::ArrayRef<llvm::StringRef> names);

  /// An `axis` (or element of `axes`) as a dimension of a tensor of rank `rank`.
  llvm::FailureOr<int64_t> normalizeAxis(int64_t axis, size_t rank);
  /// Several, without repetition.
  llvm::FailureOr<Shape> normalizeAxes(llvm::ArrayRef<int64_t> axes, size_t rank);

  //===--------------------------------------------------------------------===//
  // Results
  //===--------------------------------------------------------------------===//

  /// Reports shapes that are empty or too large.
  llvm::LogicalResult checkShape(llvm::ArrayRef<int64_t> shape) const;

  /// Reports constants that would be too large to be worth computing.
  llvm::LogicalResult checkConstantSize(llvm::ArrayRef<int64_t> shape) const;

  /// True if result `index` has a name.
  bool hasOutput(size_t index) const;
  /// True if another node, or the caller, reads result `index`.
  bool isOutputRead(size_t index) const;
  size_t getNumOutputs() const { return proto.output_size(); }
  void setOutput(ImportedValue value, size_t index = 0);
  /// Sets the result to a sequence.
  void setOutputList(ValueList list) { graph.setList(proto.output(0), std::move(list)); }

  /// True if operand `index` goes to this node only: whoever computes it may be
  /// changed to compute the result of this node at once.
  bool isOnlyReader(size_t index) const;

  /// True if the result should be laid out with channels last.
  bool prefersChannelsLast() const { return graph.getGraph().prefersChannelsLast(proto.output(0)); }
  llvm::StringRef getOpType() const { return opType; }

private:
  const onnx::AttributeProto *findAttribute(llvm::StringRef name);
  llvm::LogicalResult resolveInputs(bool takesSequences);
  bool hasOneFloatType() const;
  void widenFloats();
  llvm::LogicalResult checkAttributes() const;

  GraphImporter &graph;
  const onnx::NodeProto &proto;
  ImportBuilder &builder;
  llvm::StringRef opType;
  /// Where `computeAs` wants the result; null for the node itself.
  std::optional<ImportedValue> *captured = nullptr;
  llvm::SmallVector<ImportedValue *> inputs;
  /// Operands in the form that an accessor gives them: rounded, or as integers.
  std::deque<ImportedValue> rounded;
  llvm::StringSet<> knownAttributes;
};

using ImportFunction = llvm::LogicalResult (*)(NodeImporter &node);

/// What the table of operators says of one.
struct OpDescription {
  ImportFunction import;
  unsigned minInputs;
  unsigned maxInputs;
  /// Whether operands may be sequences, or optionals without an element, which `hasInput`
  /// does not count.
  bool takesSequences = false;
};

/// Null for operators that are not supported.
const OpDescription *findOp(llvm::StringRef domain, llvm::StringRef opType);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_NODEIMPORTER_H

#ifndef QOPT_LIB_IMPORT_GRAPHIMPORTER_H
#define QOPT_LIB_IMPORT_GRAPHIMPORTER_H

#include "ImportBuilder.h"
#include "InlineFunctions.h"
#include "OnnxGraph.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "qopt/Import/OnnxImporter.h"

namespace qopt::onnx_import {

/// The version of the default operator set of each node.
struct Opsets {
  int64_t ofModel;
  /// Where nodes of functions follow another.
  NodeOpsets ofNodes;
};

/// What a sequence holds.
using ValueList = std::vector<ImportedValue>;

/// Imports one graph as one function, or a branch into the function of the graph
/// around it.
class GraphImporter {
public:
  /// `folder` is where external data lies; `error` reports at the model's path.
  GraphImporter(const OnnxGraph &graph, Opsets opsets, llvm::StringRef folder,
                const OnnxImportOptions &options, mlir::ModuleOp module, ErrorFunction error);

  /// A branch, which sees the values of `parent`, or what takes the place of its
  /// node `expanded`.
  GraphImporter(const OnnxGraph &graph, GraphImporter &parent,
                const onnx::NodeProto *expanded = nullptr);

  /// Adds the function to the module.
  llvm::LogicalResult run();

  /// Emits the nodes of `body`, a branch or the body of a loop, which may read the
  /// values of this graph and gets `inputs` as its own; returns its outputs.
  llvm::FailureOr<ValueList> importBody(const onnx::GraphProto &body, ValueList inputs);

  /// Emits `body`, which stands for `node`: it may read the operands of `node` and
  /// `constants`. Returns its outputs.
  llvm::FailureOr<ValueList> importExpansion(const onnx::GraphProto &body,
                                             llvm::StringMap<ImportedValue> constants,
                                             const onnx::NodeProto &node);

  const OnnxGraph &getGraph() const { return graph; }
  /// The version of the default operator set that `node` follows.
  int64_t getOpset(const onnx::NodeProto &node) const {
    auto it = opsets->ofNodes.find(&node);
    return it == opsets->ofNodes.end() ? opsets->ofModel : it->second;
  }
  llvm::StringRef getFolder() const { return folder; }
  ImportBuilder &getBuilder() { return builder; }
  mlir::InFlightDiagnostic error() const { return reportError(); }

  /// True if this graph or one around it has a value called `name`.
  bool isDefined(llvm::StringRef name) const {
    return graph.isDefined(name) || (parent && parent->isDefined(name));
  }

  /// True if `node` is the only one, here and around, that reads `name`.
  bool isOnlyReader(const onnx::NodeProto &node, llvm::StringRef name) const;

  /// The value called `name`, decoded first if it is an initializer not used so
  /// far. Null, with an error, if it cannot be decoded.
  ImportedValue *getValue(llvm::StringRef name);

  void setValue(llvm::StringRef name, ImportedValue value);

  /// The sequence called `name`; null if there is none.
  const ValueList *findList(llvm::StringRef name) const;
  void setList(llvm::StringRef name, ValueList list) { lists[name] = std::move(list); }

  /// Whether `name` is an optional without an element.
  bool isAbsent(llvm::StringRef name) const {
    return absent.contains(name) || (parent && !graph.isDefined(name) && parent->isAbsent(name));
  }
  void setAbsent(llvm::StringRef name) { absent.insert(name); }

  /// True once a value is known: a node whose outputs are all known was merged
  /// into another.
  bool hasValue(llvm::StringRef name) const { return values.contains(name); }

private:
  llvm::FailureOr<mlir::RankedTensorType> resolveInputType(const onnx::ValueInfoProto &input) const;
  llvm::FailureOr<Shape> resolveInputShape(const onnx::ValueInfoProto &input) const;
  llvm::LogicalResult checkOptions() const;
  llvm::LogicalResult createFunction();
  llvm::LogicalResult importNodes();
  llvm::LogicalResult importNode(const onnx::NodeProto &node);
  llvm::LogicalResult createReturn();
  llvm::LogicalResult countBody(const onnx::GraphProto &body);
  llvm::FailureOr<ValueList> importInto(GraphImporter &importer);

  const OnnxGraph &graph;
  std::shared_ptr<const Opsets> opsets;
  llvm::StringRef folder;
  const OnnxImportOptions &options;
  mlir::ModuleOp module;
  ErrorFunction reportError;
  GraphImporter *parent = nullptr;
  /// The node of `parent` that this graph stands for; null in branches.
  const onnx::NodeProto *expanded = nullptr;
  /// Null in branches, which use that of the function.
  std::unique_ptr<ImportBuilder> ownBuilder;
  ImportBuilder &builder;
  mlir::func::FuncOp function;
  llvm::StringMap<ImportedValue> values;
  llvm::StringMap<ValueList> lists;
  llvm::StringSet<> absent;
  /// Nodes of bodies that were imported, all iterations and levels together; of the
  /// graph around all others.
  int64_t bodyNodes = 0;
};

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_GRAPHIMPORTER_H

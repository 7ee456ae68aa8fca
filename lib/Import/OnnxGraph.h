#ifndef QOPT_LIB_IMPORT_ONNXGRAPH_H
#define QOPT_LIB_IMPORT_ONNXGRAPH_H

#include "ModelFile.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace qopt::onnx_import {

/// `node 'name' (Op)`, or the position of nodes without a name.
std::string describeNode(const onnx::GraphProto &graph, const onnx::NodeProto &node);

/// Who defines and who reads each value of a graph, and in which order the
/// nodes are to be visited.
class OnnxGraph {
public:
  /// Checks that each name is defined once, that each name read is defined, here
  /// or around a branch, and that there are no cycles. Nodes that no output needs
  /// are left out.
  static llvm::FailureOr<OnnxGraph>
  create(const onnx::GraphProto &proto, ErrorFunction error,
         llvm::function_ref<bool(llvm::StringRef)> isDefinedAround = {});

  const onnx::GraphProto &getProto() const { return *proto; }
  llvm::ArrayRef<const onnx::NodeProto *> getNodes() const { return order; }

  /// Null if `name` is not an initializer.
  const onnx::TensorProto *getInitializer(llvm::StringRef name) const {
    return initializers.lookup(name);
  }

  /// The graph inputs that a caller must supply: those without initializer.
  llvm::SmallVector<const onnx::ValueInfoProto *> getRuntimeInputs() const;

  /// True if an input, an initializer or a node of this graph is called `name`.
  bool isDefined(llvm::StringRef name) const {
    return producers.contains(name) || inputs.contains(name) || initializers.contains(name);
  }

  /// The node of this graph that computes value `name`; null if there is none.
  const onnx::NodeProto *getProducer(llvm::StringRef name) const { return producers.lookup(name); }

  /// True if a node that matters, or the caller, reads value `name`.
  bool isRead(llvm::StringRef name) const {
    return readers.contains(name) || outputs.contains(name);
  }

  /// The one node that reads value `name`, and that once; null if there are more
  /// readers or none, or if the value is an output of the graph.
  const onnx::NodeProto *getOnlyReader(llvm::StringRef name) const;

  /// True if something that works on images (a convolution, a pool, …) reads the
  /// value, directly or through operators that take any layout.
  bool prefersChannelsLast(llvm::StringRef name) const { return channelsLast.contains(name); }

private:
  using NamePredicate = llvm::function_ref<bool(llvm::StringRef)>;

  llvm::LogicalResult checkNames(ErrorFunction error) const;
  llvm::LogicalResult indexDefinitions(ErrorFunction error);
  llvm::LogicalResult checkOutputs(ErrorFunction error, NamePredicate isDefinedAround);
  llvm::LogicalResult sortNodes(ErrorFunction error, NamePredicate isDefinedAround);
  llvm::LogicalResult checkReads(const onnx::NodeProto &node, ErrorFunction error,
                                 NamePredicate isDefinedAround);
  /// The operands of `node`, and what its branches read from around them.
  llvm::ArrayRef<llvm::StringRef> getReads(const onnx::NodeProto &node);
  void keepFileOrder();
  void indexReaders();
  void findImageValues();

  const onnx::GraphProto *proto = nullptr;
  llvm::SmallVector<const onnx::NodeProto *> order;
  llvm::DenseMap<const onnx::NodeProto *, llvm::SmallVector<llvm::StringRef, 4>> reads;
  llvm::StringMap<const onnx::NodeProto *> producers;
  llvm::StringMap<const onnx::TensorProto *> initializers;
  llvm::StringSet<> inputs;
  llvm::StringSet<> outputs;
  llvm::StringMap<llvm::SmallVector<const onnx::NodeProto *, 1>> readers;
  llvm::StringSet<> channelsLast;
};

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_ONNXGRAPH_H

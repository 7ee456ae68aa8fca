#ifndef QOPT_LIB_IMPORT_EXPANSION_H
#define QOPT_LIB_IMPORT_EXPANSION_H

#include "NodeImporter.h"

// Operators that stand for several of the standard: attention, fused layers. What
// they mean is written down as a graph of standard operators, which is imported in
// the place of the node.

namespace qopt::onnx_import {

onnx::AttributeProto makeAttribute(llvm::StringRef name, int64_t value);
onnx::AttributeProto makeAttribute(llvm::StringRef name, float value);
onnx::AttributeProto makeAttribute(llvm::StringRef name, llvm::StringRef value);
onnx::AttributeProto makeAttribute(llvm::StringRef name, llvm::ArrayRef<int64_t> value);

/// The graph that takes the place of a node. Values are names; an empty one is an
/// operand that is left out. Operators have the meaning of opset 21.
class Expansion {
public:
  explicit Expansion(NodeImporter &node);

  /// The name of operand `index` of the node.
  std::string operand(size_t index) const;
  std::string constant(ImportedValue value);
  std::string scalar(float value);
  std::string integers(llvm::ArrayRef<int64_t> values);
  std::string floats(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<double> values);

  /// The result of `op`, which has one.
  std::string add(llvm::StringRef op, llvm::ArrayRef<std::string> inputs,
                  llvm::ArrayRef<onnx::AttributeProto> attributes = {});
  /// The results of `op`, which has `count`.
  std::vector<std::string> addNode(llvm::StringRef op, llvm::ArrayRef<std::string> inputs,
                                   size_t count,
                                   llvm::ArrayRef<onnx::AttributeProto> attributes = {});
  /// `value` itself where `other` is left out.
  std::string addOptional(llvm::StringRef op, const std::string &value, const std::string &other);

  std::string reshape(const std::string &value, llvm::ArrayRef<int64_t> shape);
  std::string transpose(const std::string &value, llvm::ArrayRef<int64_t> order);
  /// Parts of dimension `axis`.
  std::vector<std::string> split(const std::string &value, llvm::ArrayRef<int64_t> sizes,
                                 int64_t axis);

  /// Imports the graph; `results` become those of the node. An empty one is none
  /// that the operator can have here.
  llvm::LogicalResult finish(llvm::ArrayRef<std::string> results);

private:
  std::string makeName(llvm::StringRef what);

  NodeImporter &node;
  onnx::GraphProto body;
  llvm::StringMap<ImportedValue> constants;
  llvm::StringSet<> names;
};

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_EXPANSION_H

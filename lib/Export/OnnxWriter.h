#ifndef QOPT_LIB_EXPORT_ONNXWRITER_H
#define QOPT_LIB_EXPORT_ONNXWRITER_H

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Location.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <onnx/onnx_pb.h>
#include <string>

namespace qopt::onnx_export {

using Shape = llvm::SmallVector<int64_t>;

/// The ONNX element type (`TensorProto::DataType`) of `type`; 0 if there is none.
int32_t getDataType(mlir::Type type);

/// Builds a graph node by node. All values have names of their own.
class OnnxWriter {
public:
  explicit OnnxWriter(onnx::GraphProto &graph) : graph(graph) {}

  /// A node with one result, called and named after `loc`. Returns the node; its
  /// result is `node.output(0)`.
  onnx::NodeProto &addNode(llvm::StringRef opType, llvm::ArrayRef<std::string> inputs,
                           mlir::Location loc);

  /// Initializers of `bytes` in the element type `dataType`.
  std::string addInitializer(llvm::StringRef hint, int32_t dataType, llvm::ArrayRef<int64_t> shape,
                             llvm::ArrayRef<char> bytes);
  std::string addFloats(llvm::StringRef hint, llvm::ArrayRef<int64_t> shape,
                        llvm::ArrayRef<float> values);
  /// A list of int64.
  std::string addList(llvm::StringRef hint, llvm::ArrayRef<int64_t> values);
  /// Integers of type `type` (4, 8 or 16 bits), packed as ONNX wants them.
  std::string addStored(llvm::StringRef hint, mlir::IntegerType type, bool isSigned,
                        llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> values);

  void addInput(llvm::StringRef name, mlir::RankedTensorType type);
  /// Makes `value` an output called `name`.
  void addOutput(llvm::StringRef name, const std::string &value, mlir::RankedTensorType type);

  /// Drops nodes and initializers that nothing reads.
  void dropUnread();

  /// A name that no value has so far.
  std::string makeName(llvm::StringRef hint);
  /// Keeps `name` for an input or output.
  void reserve(llvm::StringRef name) { names.insert(name); }

private:
  onnx::GraphProto &graph;
  llvm::StringSet<> names;
  /// How often a hint was taken.
  llvm::StringMap<int> counters;
};

void setAttribute(onnx::NodeProto &node, llvm::StringRef name, int64_t value);
void setAttribute(onnx::NodeProto &node, llvm::StringRef name, llvm::ArrayRef<int64_t> values);
void setAttribute(onnx::NodeProto &node, llvm::StringRef name, llvm::StringRef value);

/// The name in `loc`, empty if it has none.
llvm::StringRef getName(mlir::Location loc);

} // namespace qopt::onnx_export

#endif // QOPT_LIB_EXPORT_ONNXWRITER_H

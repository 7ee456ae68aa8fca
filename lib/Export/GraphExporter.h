#ifndef QOPT_LIB_EXPORT_GRAPHEXPORTER_H
#define QOPT_LIB_EXPORT_GRAPHEXPORTER_H

#include "OnnxWriter.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Value.h"
#include "qopt/Dialect/Calib/Calib.h"

// TOSA lays images out as N x H x W x C, ONNX as N x C x H x W. No transpose is
// written where a value is defined: each value of rank 4 has a name in its own
// order, or as an image with the channels first, or both. Layers ask for images,
// and what takes any layout takes the one at hand; only where an order is missing
// a Transpose appears.

namespace qopt::onnx_export {

enum class Layout { Own, Image };

/// The dimensions of an image in the order of the program: entry i is dimension i
/// of N x C x H x W.
inline constexpr int64_t imageOrder[] = {0, 3, 1, 2};

/// `list`, one entry for each dimension of the program, as `layout` orders them.
Shape arrange(llvm::ArrayRef<int64_t> list, Layout layout);

/// Where `layout` has dimension `axis` of the program.
int64_t arrangeAxis(int64_t axis, Layout layout);

/// Writes one function as a graph.
class GraphExporter {
public:
  explicit GraphExporter(onnx::GraphProto &graph) : writer(graph) {}

  llvm::LogicalResult run(mlir::func::FuncOp function);

  OnnxWriter &getWriter() { return writer; }

  /// The name of `value` in `layout`; writes what is missing.
  std::string get(mlir::Value value, Layout layout = Layout::Own);
  void set(mlir::Value value, Layout layout, const std::string &name);
  bool has(mlir::Value value, Layout layout) const;

  /// The same for the integers of a `calib.fake_quant`; empty if not written.
  void setStored(mlir::Value value, Layout layout, const std::string &name);
  std::string getStored(mlir::Value value, Layout layout) const;

  /// The layout to compute `op` in: images where a computed operand is one.
  Layout chooseLayout(mlir::Operation *op) const;

  /// A node for `op`; its result is the (first) result of `op` in `layout`.
  onnx::NodeProto &addNode(llvm::StringRef opType, llvm::ArrayRef<std::string> inputs,
                           mlir::Operation *op, Layout layout = Layout::Own);

private:
  struct Names {
    std::string own, image;
  };

  llvm::LogicalResult exportOp(mlir::Operation *op);

  OnnxWriter writer;
  llvm::DenseMap<mlir::Value, Names> names, stored;
};

/// The parameters of a grid, in the form that ONNX has them.
struct GridParameters {
  explicit GridParameters(mlir::quant::QuantizedType grid);

  mlir::IntegerType type;
  bool isSigned;
  /// None for one scale.
  std::optional<int64_t> axis;
  int64_t min, max;
  llvm::SmallVector<float> scales;
  llvm::SmallVector<int64_t> zeroPoints;

  /// True if all integers of the type are used.
  bool isFullRange() const;
  /// Writes scales and zero points as initializers; returns their names.
  std::pair<std::string, std::string> write(OnnxWriter &writer, llvm::StringRef hint) const;
};

/// A constant of the program, perhaps on a grid, as it is found behind reshapes.
struct Constant {
  mlir::ElementsAttr elements;
  mlir::Location loc;
  /// Of the elements; the grid's axis is a dimension of it.
  Shape shape;
  mlir::quant::QuantizedType grid;
};

/// What defines `value`, if that is a constant: `tosa.const`, `calib.fake_quant`
/// of it.
std::optional<Constant> findConstant(mlir::Value value);

/// As above, also behind reshapes, of shape `shape`; nothing where a grid does not
/// follow.
std::optional<Constant> findConstant(mlir::Value value, llvm::ArrayRef<int64_t> shape);

/// Writes `constant` transposed by `order`, with a DequantizeLinear if it is on a
/// grid; returns the name of the real values.
std::string writeConstant(OnnxWriter &writer, const Constant &constant,
                          llvm::ArrayRef<int64_t> order);

/// Each exports the operations it knows: true if `op` was one of them. Failures
/// are reported.
llvm::FailureOr<bool> exportQuantization(GraphExporter &exporter, mlir::Operation *op);
llvm::FailureOr<bool> exportLayer(GraphExporter &exporter, mlir::Operation *op);
llvm::FailureOr<bool> exportMovement(GraphExporter &exporter, mlir::Operation *op);
llvm::FailureOr<bool> exportResize(GraphExporter &exporter, mlir::Operation *op);
llvm::FailureOr<bool> exportPointwise(GraphExporter &exporter, mlir::Operation *op);

/// Integers that the importer computes from a grid are those of its
/// QuantizeLinear. False if `op` gives something else.
bool exportStoredIntegers(GraphExporter &exporter, mlir::tosa::CastOp op);

inline llvm::ArrayRef<int64_t> getShape(mlir::Value value) {
  return mlir::cast<mlir::RankedTensorType>(value.getType()).getShape();
}

} // namespace qopt::onnx_export

#endif // QOPT_LIB_EXPORT_GRAPHEXPORTER_H

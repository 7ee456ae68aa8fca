#ifndef QOPT_LIB_IMPORT_IMPORTEDVALUE_H
#define QOPT_LIB_IMPORT_IMPORTEDVALUE_H

#include "TensorData.h"
#include "mlir/IR/Value.h"

#include <functional>

// What the importer knows of an ONNX value. ONNX lays images out as NCHW, TOSA
// as NHWC. No transpose is made when a value is defined: the value remembers in
// which order of dimensions its data is at hand ("forms"), operations of shape
// and order (Reshape, Flatten, Transpose, …) change only that description, and a
// consumer asks for the order it needs.

namespace qopt::onnx_import {

using Shape = llvm::SmallVector<int64_t>;

/// One SSA value that holds the data of an ONNX value: the ONNX value, reshaped
/// to `split` and transposed so that dimension i becomes dimension `order[i]`
/// of `split`, has the elements of `value` in row-major order. The shape of
/// `value` itself does not matter.
struct Form {
  mlir::Value value;
  Shape split;
  Shape order;
};

/// 0, 1, …, rank - 1: ONNX's own order.
Shape identityOrder(size_t rank);

/// The channels (dimension 1) last: 0, 2, …, rank - 1, 1. The identity below
/// rank 3.
Shape channelsLastOrder(size_t rank);

/// `shape[order[0]], shape[order[1]], …`.
Shape permute(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> order);

/// The order that undoes `order`.
Shape invert(llvm::ArrayRef<int64_t> order);

/// True if tensors of `shape` have the same elements in row-major order
/// whichever of the two orders they are transposed to: the orders differ in
/// dimensions of size 1 only.
bool isSameStorage(llvm::ArrayRef<int64_t> lhs, llvm::ArrayRef<int64_t> rhs,
                   llvm::ArrayRef<int64_t> shape);

/// The order of the dimensions of `shape` in which `form` stores them; nothing
/// if its data cannot be seen as a transpose of whole dimensions of `shape`.
std::optional<Shape> getStorageOrder(const Form &form, llvm::ArrayRef<int64_t> shape);

/// How the elements of the last dimension are stored: the dimension, reshaped
/// to `split` and transposed by `order`.
struct InnerOrder {
  Shape split;
  Shape order;
};

/// The stored order inside the last dimension of `shape`, if `form` stores all
/// other dimensions before it and in their own order. A sum over that dimension
/// may run in any order, as long as the other factor is stored likewise.
std::optional<InnerOrder> getInnerOrder(const Form &form, llvm::ArrayRef<int64_t> shape);

/// Scales and zero points of a QuantizeLinear or DequantizeLinear operator.
struct QuantizationGrid {
  /// i4, i8, i16, or their unsigned counterparts.
  mlir::IntegerType storageType;
  /// One each per slice of `axis`; exactly one if `axis` is -1.
  llvm::SmallVector<float> scales;
  llvm::SmallVector<int64_t> zeroPoints;
  int64_t axis = -1;

  int64_t storageMin() const;
  int64_t storageMax() const;
  bool operator==(const QuantizationGrid &other) const;
};

struct ImportedValue;

/// How to change a convolution or matrix product so that it computes
/// `factor[c] * result + offset[c]` for each channel c at once.
struct AffineAbsorber {
  /// The dimension of the result that counts channels.
  int64_t channelDim;
  /// False where the weights are on a grid that a factor would leave.
  bool canScale;
  /// Emits the operation once more. `factor` is empty for no factor.
  std::function<ImportedValue(llvm::ArrayRef<double> factor, llvm::ArrayRef<double> offset)> absorb;
};

/// An ONNX value: a constant, the result of emitted operations, or both.
struct ImportedValue {
  std::string name;
  Shape shape;
  /// Row-major data of `shape` (the shape of the tensor's own type is not kept
  /// up to date); null for computed values.
  ConstantData constant;
  /// Of a constant: the grid that its elements are to be rounded to. Of a
  /// computed value: the grid that it is on, where `isQuantized`.
  std::optional<QuantizationGrid> grid;
  /// The integer result of a QuantizeLinear, of which the forms hold the real
  /// values.
  bool isQuantized = false;
  llvm::SmallVector<Form, 2> forms;
  /// Set on results whose operation can take a following affine step; null
  /// otherwise.
  std::shared_ptr<const AffineAbsorber> affine;

  /// A value computed by `value`, which holds `shape` transposed by `order`.
  static ImportedValue computed(mlir::Value value, llvm::ArrayRef<int64_t> shape,
                                llvm::ArrayRef<int64_t> order);
  static ImportedValue ofConstant(ConstantData data);

  size_t rank() const { return shape.size(); }
  bool isConstant() const { return constant != nullptr; }
  /// Of the data at hand; f32 for the result of a QuantizeLinear.
  mlir::Type getElementType() const;
  /// True for values, constant or not, that operators compute in f32.
  bool isFloat() const;
  /// The element type for messages: `float`, `int64`, …
  std::string describeType() const;

  /// Of a constant of floats that are no f32: makes them f32.
  void widenFloats();

  /// The same elements under another shape of as many elements. Where a
  /// per-axis grid does not follow, fails.
  llvm::FailureOr<ImportedValue> reshaped(llvm::ArrayRef<int64_t> newShape) const;

  /// ONNX Transpose: dimension i of the result is dimension `order[i]`. Forms
  /// that do not survive are dropped; `hasForm` tells whether one is left.
  ImportedValue transposed(llvm::ArrayRef<int64_t> order) const;
};

/// `tensor` (of shape `shape`) transposed by `order`.
ConstantData transposeConstant(const Tensor &tensor, llvm::ArrayRef<int64_t> shape,
                               llvm::ArrayRef<int64_t> order);

/// Multiplies slice i of dimension 0 of a float constant by `factor[i]`.
void scaleRows(ImportedValue &constant, llvm::ArrayRef<double> factor);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_IMPORTEDVALUE_H

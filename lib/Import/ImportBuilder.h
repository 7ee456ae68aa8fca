#ifndef QOPT_LIB_IMPORT_IMPORTBUILDER_H
#define QOPT_LIB_IMPORT_IMPORTBUILDER_H

#include "ImportedValue.h"
#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace qopt::onnx_import {

/// Emits operations of the float phase at the current location.
class ImportBuilder : public mlir::ImplicitLocOpBuilder {
public:
  using ImplicitLocOpBuilder::ImplicitLocOpBuilder;

  /// An f32 tensor.
  mlir::RankedTensorType getTensorType(llvm::ArrayRef<int64_t> shape);

  //===--------------------------------------------------------------------===//
  // Constants
  //===--------------------------------------------------------------------===//

  mlir::Value createConstant(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<float> values,
                             llvm::StringRef name = "constant");
  /// A constant of one element and of rank `rank`.
  mlir::Value createScalar(float value, size_t rank);
  /// The same for `constant`, of one element and any type.
  mlir::Value createScalar(const ImportedValue &constant, size_t rank);
  /// The same with the element type and the rank of `like`; `value` must be whole
  /// for integers.
  mlir::Value createScalarLike(double value, mlir::Value like);
  /// An i32 constant.
  mlir::Value createIndices(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int32_t> values);
  /// The zero point operand of float operations: `tensor<1xf32>` zero. One per
  /// function.
  mlir::Value getZeroPoint();
  /// The shift operand of `tosa.mul`. One per function.
  mlir::Value getMulShift();
  mlir::Value createShape(llvm::ArrayRef<int64_t> shape);

  //===--------------------------------------------------------------------===//
  // Shape and order
  //===--------------------------------------------------------------------===//

  /// `value` under another shape; looks through reshapes, reshapes constants
  /// at once, and returns `value` itself where nothing is to be done.
  mlir::Value reshape(mlir::Value value, llvm::ArrayRef<int64_t> shape);
  /// Dimension i of the result is dimension `order[i]` of `value`.
  mlir::Value transpose(mlir::Value value, llvm::ArrayRef<int64_t> order);
  mlir::Value slice(mlir::Value value, llvm::ArrayRef<int64_t> start, llvm::ArrayRef<int64_t> size);
  /// `padding` holds begin and end of each dimension in turn, none negative.
  mlir::Value pad(mlir::Value value, llvm::ArrayRef<int64_t> padding, double with);
  mlir::Value concat(mlir::ValueRange values, int64_t axis);
  mlir::Value tile(mlir::Value value, llvm::ArrayRef<int64_t> multiples);
  mlir::Value reverse(mlir::Value value, int64_t axis);
  /// The rows `indices` (of dimension 1) of `value` (N x K x C).
  mlir::Value gatherRows(mlir::Value value, llvm::ArrayRef<int32_t> indices);
  /// The slices `indices` of dimension `axis`.
  mlir::Value take(mlir::Value value, int64_t axis, llvm::ArrayRef<int64_t> indices);
  /// `value` with elements of type `type`, by the rules of `tosa.cast`.
  mlir::Value castTo(mlir::Value value, mlir::Type type);

  //===--------------------------------------------------------------------===//
  // Imported values
  //===--------------------------------------------------------------------===//

  /// The data of `value`, transposed by `order`, as a tensor of the permuted
  /// shape. Emits what is missing, and remembers it as a form of `value`.
  mlir::Value materialize(ImportedValue &value, llvm::ArrayRef<int64_t> order);
  mlir::Value materializeOriginal(ImportedValue &value) {
    return materialize(value, identityOrder(value.rank()));
  }
  mlir::Value materializeChannelsLast(ImportedValue &value) {
    return materialize(value, channelsLastOrder(value.rank()));
  }

  /// ONNX Transpose of `value`, without an operation where a form allows it.
  ImportedValue transposed(ImportedValue &value, llvm::ArrayRef<int64_t> order);

  /// Any form of `value`; emits a constant if it has none. `channelsLast` asks
  /// for that order.
  Form getAnyForm(ImportedValue &value, bool channelsLast);

  /// A form that stores whole dimensions of `value`: `split` is its shape, and
  /// the type of the form's value is the permuted shape.
  Form getRegularForm(ImportedValue &value, bool channelsLast);

  /// `calib.fake_quant` of `value`, whose dimension `axis` is the axis of `grid`.
  mlir::Value fakeQuant(mlir::Value value, const QuantizationGrid &grid, int64_t axis);

  //===--------------------------------------------------------------------===//
  // Arithmetic
  //===--------------------------------------------------------------------===//

  /// `OpTy` on operands of one rank, broadcast against each other.
  template <typename OpTy> mlir::Value binary(mlir::Value lhs, mlir::Value rhs) {
    return OpTy::create(*this, broadcast(lhs, rhs), lhs, rhs);
  }
  /// A comparison: as above, with a result of i1.
  template <typename OpTy> mlir::Value compare(mlir::Value lhs, mlir::Value rhs) {
    return OpTy::create(*this, broadcast(lhs, rhs).clone(getI1Type()), lhs, rhs);
  }
  mlir::Value select(mlir::Value condition, mlir::Value lhs, mlir::Value rhs);
  mlir::Value mul(mlir::Value lhs, mlir::Value rhs);
  /// Without rounding.
  mlir::Value shiftRight(mlir::Value lhs, mlir::Value rhs);
  /// Times, and plus, one number of the element type.
  mlir::Value scale(mlir::Value value, double factor);
  mlir::Value shift(mlir::Value value, double offset);
  template <typename OpTy> mlir::Value unary(mlir::Value value) {
    return OpTy::create(*this, value.getType(), value);
  }
  mlir::Value clamp(mlir::Value value, float min, float max);
  /// Right at 0 and at infinity, where x * rsqrt(x) is not.
  mlir::Value sqrt(mlir::Value value);
  /// Sum or maximum over dimension `axis`, which stays with size 1.
  template <typename OpTy> mlir::Value reduce(mlir::Value value, int64_t axis) {
    auto type = mlir::cast<mlir::RankedTensorType>(value.getType());
    Shape shape(type.getShape());
    shape[axis] = 1;
    return OpTy::create(*this, type.clone(shape), value, static_cast<uint32_t>(axis));
  }

private:
  mlir::RankedTensorType broadcast(mlir::Value lhs, mlir::Value rhs);
  mlir::Value takeStrided(mlir::Value value, int64_t axis, int64_t start, int64_t step,
                          int64_t count);
  mlir::Value sliceConstant(mlir::tosa::ConstOp constant, llvm::ArrayRef<float> values,
                            llvm::ArrayRef<int64_t> start, llvm::ArrayRef<int64_t> size);
  mlir::Value emitConstant(const ImportedValue &value, llvm::ArrayRef<int64_t> order);
  mlir::Value getShared(mlir::DenseElementsAttr values);

  llvm::SmallDenseMap<mlir::Attribute, mlir::Value> shared;
};

/// The shape of `value`, a ranked tensor.
inline llvm::ArrayRef<int64_t> getShape(mlir::Value value) {
  return mlir::cast<mlir::RankedTensorType>(value.getType()).getShape();
}

/// The type of `value` with another shape.
inline mlir::RankedTensorType getTypeLike(mlir::Value value, llvm::ArrayRef<int64_t> shape) {
  return mlir::cast<mlir::RankedTensorType>(value.getType()).clone(shape);
}

/// The grid as an MLIR type, per axis `axis` if it has one.
mlir::quant::QuantizedType getQuantizedType(const QuantizationGrid &grid, int64_t axis);

/// The elements of a float constant, rounded to its grid if it has one.
llvm::SmallVector<float> readRounded(const ImportedValue &constant);

/// `value`, or, of a constant on a grid, the rounded constant.
ImportedValue withoutGrid(const ImportedValue &value);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_IMPORTBUILDER_H

#ifndef QOPT_LIB_IMPORT_QUANTIZATION_H
#define QOPT_LIB_IMPORT_QUANTIZATION_H

#include "NodeImporter.h"

// Between integers and the real numbers they stand for, as QuantizeLinear,
// DequantizeLinear and the operators on quantized tensors need it. Where scales
// and zero points are constants, values keep a grid (`calib.fake_quant`); where
// they are computed or blocked, plain operations do the arithmetic.

namespace qopt::onnx_import {

/// The operands of a node that hold the scale and the zero point of a value.
struct GridOperands {
  size_t scale;
  size_t zeroPoint;
  /// The dimension that a list of scales belongs to.
  int64_t axis = 1;
  /// How many elements along `axis` share a scale; 0 where all of a slice do.
  int64_t blockSize = 0;
};

/// The real numbers that operand `index`, integers or a quantized value, stands
/// for.
llvm::FailureOr<ImportedValue> dequantizeOperand(NodeImporter &node, size_t index,
                                                 const GridOperands &operands);

/// True if `value` is computed and on one grid: operators that copy or compare
/// elements take it as it is.
inline bool isOnGrid(const ImportedValue &value) {
  return value.isQuantized && !value.isConstant() && value.grid->axis < 0;
}

/// `input`, real numbers, as integers of the type of the zero point, or of type
/// `storage` without one.
llvm::FailureOr<ImportedValue> quantizeValue(NodeImporter &node, ImportedValue &input,
                                             const GridOperands &operands, mlir::Type storage);

/// The result of a QuantizeLinear (of 8 or 16 bits) as the integers themselves.
ImportedValue emitIntegers(ImportBuilder &builder, ImportedValue &value);

/// The integers of operand `index`, less the zero point in operand `zeroPoint`
/// if there is one, which has one element or one for each slice of `axis`.
llvm::FailureOr<ImportedValue> emitCentered(NodeImporter &node, size_t index, size_t zeroPoint,
                                            int64_t axis);

/// clamp(roundeven(x / scale) + zero_point) by plain operations; all three float
/// and `scale` and `zeroPoint` broadcast to `input`.
llvm::FailureOr<ImportedValue> emitQuantize(NodeImporter &node, ImportedValue &input,
                                            ImportedValue &scale, ImportedValue *zeroPoint,
                                            mlir::Type storage);

/// x / y, correctly rounded where neither overflows.
mlir::Value emitQuotient(ImportBuilder &builder, mlir::Value x, mlir::Value y);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_QUANTIZATION_H

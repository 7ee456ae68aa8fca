#ifndef QOPT_LIB_IMPORT_INTEGERDIVISION_H
#define QOPT_LIB_IMPORT_INTEGERDIVISION_H

#include "ImportBuilder.h"

namespace qopt::onnx_import {

/// Whether programs can divide integers of type `type`: all but those of 64 bits
/// without a sign.
bool isDivisible(mlir::Type type);

/// ONNX's Div of integers: rounds towards zero. x / 0 is 0; the least integer by
/// -1 is itself.
mlir::Value emitIntegerDiv(ImportBuilder &b, mlir::Value lhs, mlir::Value rhs);

/// ONNX's Mod of integers: the rest has the sign of the divisor or, with
/// `takesDividendSign`, that of the dividend. x mod 0 is 0.
mlir::Value emitIntegerMod(ImportBuilder &b, mlir::Value lhs, mlir::Value rhs,
                           bool takesDividendSign);

/// `lhs` to the power of `rhs`, integers of 32 or 64 bits; what is too large wraps, and
/// fractions are 0.
mlir::Value emitIntegerPow(ImportBuilder &b, mlir::Value lhs, mlir::Value rhs);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_INTEGERDIVISION_H

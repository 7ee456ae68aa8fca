#ifndef QOPT_DIALECT_QINT_CONSTANTBUFFERS_H
#define QOPT_DIALECT_QINT_CONSTANTBUFFERS_H

#include "mlir/Interfaces/FunctionInterfaces.h"

// What is known of the elements of constants, which shorter code can use: seen on the
// `memref.global`, or said by a unit attribute of a function's argument.

namespace qopt::qint {

/// Whether `buffer` is known to hold positive 32-bit integers only (`qopt.positive`).
/// Shifts by positive numbers take half of the instructions.
bool isPositiveBuffer(mlir::Value buffer);

/// Whether the slopes of `buffer`, a function [256][2] of bases and slopes, are known to
/// fit signed bytes (`qopt.byte_slopes`). They are one table of bytes then, not two.
bool hasByteSlopes(mlir::Value buffer);

/// Says of argument `number` of `function` what is known of `buffer`, which it stands for.
void keepKnowledge(mlir::FunctionOpInterface function, unsigned number, mlir::Value buffer);

} // namespace qopt::qint

#endif // QOPT_DIALECT_QINT_CONSTANTBUFFERS_H

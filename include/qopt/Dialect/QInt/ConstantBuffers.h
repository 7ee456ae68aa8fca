#ifndef QOPT_DIALECT_QINT_CONSTANTBUFFERS_H
#define QOPT_DIALECT_QINT_CONSTANTBUFFERS_H

#include "mlir/Interfaces/FunctionInterfaces.h"

// What is known of the elements of constants, which shorter code can use: seen on the
// `memref.global`, or said by an attribute of a function's argument.

namespace qopt::qint {

/// The least and the greatest shift of all of `fixed16`.
inline constexpr int32_t kLeastShift = -15;
inline constexpr int32_t kGreatestShift = 26;

/// A number that no shift in `buffer` is less than (`qopt.least_shift`): the first one
/// that is known of 0, where all shifts are to the right, -4, where they can join the
/// last one of a rescale, and `kLeastShift`. Layers differ in no more than that, so
/// that their tasks share code.
int32_t getLeastShift(mlir::Value buffer);

/// A number that no shift in `buffer` is greater than (`qopt.greatest_shift`): 0 where
/// that is known, else `kGreatestShift`.
int32_t getGreatestShift(mlir::Value buffer);

/// Whether the slopes of `buffer`, a function [256][2] of bases and slopes, are known to
/// fit signed bytes (`qopt.byte_slopes`). They are one table of bytes then, not two.
bool hasByteSlopes(mlir::Value buffer);

/// Whether the slope of the first segment of `buffer`, such a function, is known to be 0
/// (`qopt.flat_start`): positions before its start need no other treatment than those in it.
bool hasFlatStart(mlir::Value buffer);

/// Whether all results of `buffer`, such a function, are known to be at most
/// `kSmallResult` (`qopt.small_results`).
inline constexpr int32_t kSmallResult = 1 << 14;
bool hasSmallResults(mlir::Value buffer);

/// Says of argument `number` of `function` what is known of `buffer`, which it stands for.
void keepKnowledge(mlir::FunctionOpInterface function, unsigned number, mlir::Value buffer);

} // namespace qopt::qint

#endif // QOPT_DIALECT_QINT_CONSTANTBUFFERS_H

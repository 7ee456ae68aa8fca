#ifndef QOPT_DIALECT_QINT_POSITIVEBUFFERS_H
#define QOPT_DIALECT_QINT_POSITIVEBUFFERS_H

#include "mlir/IR/Value.h"

namespace qopt::qint {

/// Unit attribute of a function's argument: a buffer of positive integers only.
/// Shifts by positive numbers take half of the instructions.
inline constexpr llvm::StringLiteral kPositiveAttrName = "qopt.positive";

/// Whether `buffer` is known to hold positive integers only: it is an argument
/// that says so, or looks at a constant of such.
bool isPositiveBuffer(mlir::Value buffer);

} // namespace qopt::qint

#endif // QOPT_DIALECT_QINT_POSITIVEBUFFERS_H

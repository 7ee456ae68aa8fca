#ifndef QOPT_LIB_LOWERTOLLVM_NEONDOT_H
#define QOPT_LIB_LOWERTOLLVM_NEONDOT_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

namespace qopt {

/// accumulator + products of word pairs, 4 lanes of i32, with and without the
/// dot product extension.
mlir::Value emitNeonWords(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                          mlir::Value lhs, mlir::Value rhs);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_NEONDOT_H

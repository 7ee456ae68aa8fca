#ifndef QOPT_DIALECT_QINT_QINT_H
#define QOPT_DIALECT_QINT_QINT_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/Dialect/Interfaces/ScheduledOpInterface.h"

#include "qopt/Dialect/QInt/QIntDialect.h.inc"
#include "qopt/Dialect/QInt/QIntEnums.h.inc"
#define GET_ATTRDEF_CLASSES
#include "qopt/Dialect/QInt/QIntAttributes.h.inc"
#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntTensorOps.h.inc"
#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntScheduledOps.h.inc"
#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntTaskOps.h.inc"
#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntVectorOps.h.inc"

namespace qopt::qint {

/// Name of the module attribute that holds the `#qint.target`.
inline constexpr llvm::StringLiteral kTargetAttrName = "qint.target";

/// `type` with offset 0: what a function called by `qint.task.call` takes.
mlir::MemRefType getBufferAtOffsetZero(mlir::MemRefType type);

} // namespace qopt::qint

#endif // QOPT_DIALECT_QINT_QINT_H

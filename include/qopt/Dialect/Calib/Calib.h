#ifndef QOPT_DIALECT_CALIB_CALIB_H
#define QOPT_DIALECT_CALIB_CALIB_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "qopt/Dialect/Calib/CalibDialect.h.inc"
#define GET_ATTRDEF_CLASSES
#include "qopt/Dialect/Calib/CalibAttributes.h.inc"
#define GET_OP_CLASSES
#include "qopt/Dialect/Calib/CalibOps.h.inc"

#endif // QOPT_DIALECT_CALIB_CALIB_H

#ifndef QOPT_INTEGERIZE_PASSES_H
#define QOPT_INTEGERIZE_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Pass/Pass.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Integerize/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Integerize/Passes.h.inc"

} // namespace qopt

#endif // QOPT_INTEGERIZE_PASSES_H

#ifndef QOPT_OBSERVE_PASSES_H
#define QOPT_OBSERVE_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Pass/Pass.h"
#include "qopt/Dialect/Calib/Calib.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Observe/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Observe/Passes.h.inc"

} // namespace qopt

#endif // QOPT_OBSERVE_PASSES_H

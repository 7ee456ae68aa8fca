#ifndef QOPT_CALIBRATE_PASSES_H
#define QOPT_CALIBRATE_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"
#include "qopt/Calibrate/RangeMethods.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Calibrate/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Calibrate/Passes.h.inc"

} // namespace qopt

#endif // QOPT_CALIBRATE_PASSES_H

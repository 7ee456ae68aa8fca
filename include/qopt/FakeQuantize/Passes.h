#ifndef QOPT_FAKEQUANTIZE_PASSES_H
#define QOPT_FAKEQUANTIZE_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Pass/Pass.h"
#include "qopt/Dialect/Calib/Calib.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/FakeQuantize/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/FakeQuantize/Passes.h.inc"

} // namespace qopt

#endif // QOPT_FAKEQUANTIZE_PASSES_H

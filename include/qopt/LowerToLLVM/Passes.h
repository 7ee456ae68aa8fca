#ifndef QOPT_LOWERTOLLVM_PASSES_H
#define QOPT_LOWERTOLLVM_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/LowerToLLVM/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/LowerToLLVM/Passes.h.inc"

} // namespace qopt

#endif // QOPT_LOWERTOLLVM_PASSES_H

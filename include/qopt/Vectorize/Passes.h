#ifndef QOPT_VECTORIZE_PASSES_H
#define QOPT_VECTORIZE_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Vectorize/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Vectorize/Passes.h.inc"

} // namespace qopt

#endif // QOPT_VECTORIZE_PASSES_H

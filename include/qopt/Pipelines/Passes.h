#ifndef QOPT_PIPELINES_PASSES_H
#define QOPT_PIPELINES_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Pipelines/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Pipelines/Passes.h.inc"

} // namespace qopt

#endif // QOPT_PIPELINES_PASSES_H

#ifndef QOPT_TARGET_PASSES_H
#define QOPT_TARGET_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace qopt {

#define GEN_PASS_DECL
#include "qopt/Target/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "qopt/Target/Passes.h.inc"

} // namespace qopt

#endif // QOPT_TARGET_PASSES_H

#ifndef QOPT_PIPELINES_PHASECONTRACT_H
#define QOPT_PIPELINES_PHASECONTRACT_H

#include "qopt/Pipelines/Phases.h"

#include "mlir/IR/BuiltinOps.h"

namespace qopt {

/// Checks that `module` keeps the contract of `phase` (the table in
/// docs/Phases.md). Reports an error at the first operation that does not.
llvm::LogicalResult verifyPhase(mlir::ModuleOp module, Phase phase);

} // namespace qopt

#endif // QOPT_PIPELINES_PHASECONTRACT_H

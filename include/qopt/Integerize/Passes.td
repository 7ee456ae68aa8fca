#ifndef QOPT_INTEGERIZE_PASSES
#define QOPT_INTEGERIZE_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_INTEGERIZE_PASSES

#ifndef QOPT_LOWERTOLLVM_PASSES
#define QOPT_LOWERTOLLVM_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_LOWERTOLLVM_PASSES

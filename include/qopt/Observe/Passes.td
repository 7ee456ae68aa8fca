#ifndef QOPT_OBSERVE_PASSES
#define QOPT_OBSERVE_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_OBSERVE_PASSES

#ifndef QOPT_VECTORIZE_PASSES
#define QOPT_VECTORIZE_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_VECTORIZE_PASSES

#ifndef QOPT_CALIBRATE_PASSES
#define QOPT_CALIBRATE_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_CALIBRATE_PASSES

#ifndef QOPT_SCHEDULE_PASSES
#define QOPT_SCHEDULE_PASSES

include "mlir/Pass/PassBase.td"

#endif // QOPT_SCHEDULE_PASSES

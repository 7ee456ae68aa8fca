#ifndef QOPT_SCHEDULE_MODELS_H
#define QOPT_SCHEDULE_MODELS_H

#include "mlir/IR/DialectRegistry.h"

namespace qopt {

/// Attaches `SchedulableOpInterface` to the tensor ops of `qint`, to those of
/// TOSA, and to the linalg and tensor ops that float programs use; and
/// `PartitionableOpInterface` to the scheduled ops and to linalg ops.
void registerSchedulableOpModels(mlir::DialectRegistry &registry);

} // namespace qopt

#endif // QOPT_SCHEDULE_MODELS_H

#ifndef QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H
#define QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"

namespace qopt {

/// Buffers of a function being scheduled; see qopt/Schedule/BufferAssignment.h.
class BufferAssignment;

} // namespace qopt

#include "qopt/Dialect/Interfaces/SchedulableOpInterface.h.inc"

#endif // QOPT_DIALECT_INTERFACES_SCHEDULABLEOPINTERFACE_H

#ifndef QOPT_DIALECT_INTERFACES_PARTITIONABLEOPINTERFACE_H
#define QOPT_DIALECT_INTERFACES_PARTITIONABLEOPINTERFACE_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"

namespace qopt {

/// A row of the instruction set table; see qopt/Target/ISA.h.
struct ISA;

/// A dimension along which a scheduled op can be split.
struct PartitionAxis {
  /// For remarks, such as "rows".
  llvm::StringRef name;
  int64_t extent;
  /// Parts begin at multiples of it: at the start of a register tile.
  int64_t grain;

  /// A range [begin, end) of the axis.
  struct Share {
    int64_t begin, end;
  };
  /// All of it in at most so many shares of nearly equal size, in whole grains.
  llvm::SmallVector<Share> getShares(int64_t most) const;
};

} // namespace qopt

#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h.inc"

#endif // QOPT_DIALECT_INTERFACES_PARTITIONABLEOPINTERFACE_H

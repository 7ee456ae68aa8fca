#ifndef QOPT_LIB_FAKEQUANTIZE_GRIDGROUPS_H
#define QOPT_LIB_FAKEQUANTIZE_GRIDGROUPS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "qopt/FakeQuantize/Grids.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"

namespace qopt {

/// Values that have to be on one grid, because ops such as concat and max-pool
/// move integers without changing them.
class GridGroups {
public:
  struct Group {
    double min = 0.0, max = 0.0;
    bool hasRange = false;
    /// Given by a `calib.fake_quant` of the source model, or chosen from the range.
    mlir::quant::UniformQuantizedType grid;
    bool isImported = false;
  };

  explicit GridGroups(mlir::func::FuncOp func);

  /// Chooses the grids of all groups that have a range and none yet.
  void chooseGrids(unsigned bits, GridKind kind);

  /// The group of `value`; a new one if it has none.
  Group &operator[](mlir::Value value) {
    return groups[leaders.getOrInsertLeaderValue(key(value))];
  }

private:
  static const void *key(mlir::Value value) { return value.getAsOpaquePointer(); }
  void unite(mlir::Value a, mlir::Value b) { leaders.unionSets(key(a), key(b)); }
  void uniteShared(mlir::Operation *op);
  void addRanges(mlir::Operation *op);
  void addRange(mlir::Value value, double min, double max);

  llvm::EquivalenceClasses<const void *> leaders;
  llvm::MapVector<const void *, Group> groups;
};

} // namespace qopt

#endif // QOPT_LIB_FAKEQUANTIZE_GRIDGROUPS_H

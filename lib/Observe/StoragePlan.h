#ifndef QOPT_LIB_OBSERVE_STORAGEPLAN_H
#define QOPT_LIB_OBSERVE_STORAGEPLAN_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "llvm/ADT/SetVector.h"

namespace qopt {

/// True if `value` is a sum of two values (a mask's -10000 would leave one step of
/// a byte for all the rest), or comes from sums that can be read in float.
bool isBetterReadInFloat(mlir::Value value);

/// Which values of a float function an integer program stores.
///
/// Found from the results backwards: a result is wanted in float, an op with an
/// integer form wants its data operands stored, a stored value wants what its
/// cluster reads. An op without an integer form wants its operands in float.
///
/// What is wanted in float only is not rounded: pointwise ops and data movement
/// that end in results or in float ops are computed in float, from accumulators
/// where there are any. A value wanted in both forms is stored.
class StoragePlan {
public:
  explicit StoragePlan(mlir::func::FuncOp func) : func(func) {}

  /// Makes the plan. `integerEdges`: values are stored wherever an integer form
  /// allows it, even where that costs accuracy.
  void compute(bool integerEdges);

  /// Values to be rounded, those that have a grid already included.
  const llvm::SetVector<mlir::Value> &getStored() const { return stored; }

  /// The cluster of each stored value that is computed by integer ops.
  const llvm::MapVector<mlir::Value, StoredCluster> &getClusters() const { return clusters; }

  /// Accumulators whose integer form is used, stored or as a float result.
  const llvm::SetVector<mlir::Operation *> &getAccumulators() const { return accumulators; }

  /// True if `value` can only be computed in float: no stored value, argument or
  /// accumulator stands behind it.
  bool isFloat(mlir::Value value);

private:
  void walk();
  void wantStored(mlir::Value value);
  void wantFloat(mlir::Value value);
  void wantOperandsFloat(mlir::Operation *op);
  void addCluster(mlir::Value value);
  bool isStored(mlir::Value value) const;
  bool isArgumentPreparation(const StoredCluster &cluster) const;
  bool isFloatSoftmax(const StoredCluster &cluster) const;
  bool isSensitiveFunction(const StoredCluster &cluster) const;
  bool isComputedFromFloats(const StoredCluster &cluster);
  bool isFloatEdge(QuantizableOpInterface composite);

  mlir::func::FuncOp func;
  bool integerEdges = false;
  llvm::SetVector<mlir::Value> stored;
  /// Computed in float although there is an integer form.
  llvm::SetVector<mlir::Value> keptInFloat;
  /// Values that are wanted in both forms, found by earlier walks.
  llvm::DenseSet<mlir::Value> wantedInBothForms;
  llvm::DenseSet<mlir::Value> visitedStored, visitedFloat;
  llvm::DenseMap<mlir::Value, bool> floatValues;
  llvm::MapVector<mlir::Value, StoredCluster> clusters;
  llvm::SetVector<mlir::Operation *> accumulators;
};

} // namespace qopt

#endif // QOPT_LIB_OBSERVE_STORAGEPLAN_H

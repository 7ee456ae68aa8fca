#ifndef QOPT_LIB_INTEGERIZE_INTEGERPROGRAM_H
#define QOPT_LIB_INTEGERIZE_INTEGERPROGRAM_H

#include "StoredGrids.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/MapVector.h"

namespace qopt {

/// Rewrites one fake-quantized function into integers.
///
/// Values are made on demand, in two forms: `getStored` as integers on the grid
/// that the value is on, `getFloat` in f32. Each stored value asks for what its
/// cluster reads; where there is no integer form it asks for its operands in
/// float, and is quantized behind the float ops.
class IntegerProgram {
public:
  IntegerProgram(mlir::func::FuncOp func, qint::RescaleMode mode);

  /// Replaces the body of the function.
  void rewrite();

  /// A float op of the new body, and why it is there.
  struct Island {
    mlir::Operation *op;
    std::string reason;
    /// Its integer form was asked for, and could not be built.
    bool isRefused;
  };
  llvm::ArrayRef<Island> getIslands() const { return islands; }

private:
  llvm::FailureOr<StoredValue> getStored(mlir::Value value);
  llvm::FailureOr<StoredValue> buildStored(mlir::Value value);
  llvm::FailureOr<StoredValue> buildShared(QuantizableOpInterface op);
  mlir::Value getFloat(mlir::Value value);
  mlir::Value buildFloat(mlir::Value value);
  llvm::FailureOr<mlir::Value> buildFloatForm(QuantizableOpInterface op);
  mlir::Value cloneFloat(mlir::Operation *op, mlir::Value value);

  llvm::FailureOr<StoredValue> buildCluster(const StoredCluster &cluster,
                                            mlir::quant::UniformQuantizedType grid);
  llvm::FailureOr<mlir::Value> buildOp(const StoredCluster &cluster,
                                       mlir::quant::UniformQuantizedType grid);
  llvm::FailureOr<mlir::Value> buildAccumulator(const StoredCluster &cluster,
                                                mlir::quant::UniformQuantizedType grid);
  llvm::FailureOr<mlir::Value> buildTable(const StoredCluster &cluster,
                                          mlir::quant::UniformQuantizedType grid);
  llvm::FailureOr<mlir::Value> move(mlir::Value integers, mlir::Operation *movement,
                                    mlir::quant::UniformQuantizedType grid);
  llvm::FailureOr<StoredValue> getOperand(QuantizableOpInterface op, mlir::Value value);

  mlir::LogicalResult refuse(mlir::Operation *op, const llvm::Twine &reason);
  bool isStored(mlir::Value value) const {
    return value.getDefiningOp() && marksStored(value.getDefiningOp(), sixteenBitProgram);
  }
  mlir::Value quantizeFloat(mlir::Value real, mlir::quant::UniformQuantizedType grid);
  void eraseOld(llvm::ArrayRef<mlir::Operation *> old);

  mlir::func::FuncOp func;
  qint::RescaleMode mode;
  bool sixteenBitProgram;
  mlir::OpBuilder builder;
  llvm::DenseMap<mlir::Value, StoredValue> storedValues;
  llvm::DenseMap<mlir::Value, mlir::Value> floatValues;
  /// Why ops of the old body have no integer form.
  llvm::DenseMap<mlir::Operation *, std::string> reasons;
  llvm::SmallVector<Island> islands;
};

} // namespace qopt

#endif // QOPT_LIB_INTEGERIZE_INTEGERPROGRAM_H

#ifndef QOPT_LIB_VECTORIZE_ELEMENTWISEPLAN_H
#define QOPT_LIB_VECTORIZE_ELEMENTWISEPLAN_H

#include "KernelBuilder.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace qopt {

/// Where an operand's element lies: a linear function of the loop indices.
struct Access {
  mlir::Value operand;
  mlir::BlockArgument argument;
  /// Absent for scalar operands.
  FlatBuffer buffer;
  llvm::SmallVector<int64_t> coefficients;
  int64_t constant = 0;

  bool hasMemory() const { return mlir::isa<mlir::MemRefType>(operand.getType()); }
};

/// How a linalg op whose iterators are all parallel becomes loops over vectors.
class ElementwisePlan {
public:
  ElementwisePlan(mlir::linalg::LinalgOp op, unsigned vectorBits)
      : op(op), vectorBits(vectorBits) {}

  /// Fails if an index is not linear.
  mlir::LogicalResult analyze();

  /// Lanes of a chunk.
  int64_t getWidth();
  /// The dimension that vectors lie along.
  unsigned vectorDim() const { return order.back(); }
  /// With `block`, the dimension that is transposed with it.
  unsigned rowDim() const { return order[order.size() - 2]; }
  /// Whether an operand is transposed when vectors lie along `dim`.
  static bool needsTransposition(const Access &access, unsigned dim) {
    return access.hasMemory() && access.coefficients[dim] != 0 && access.coefficients[dim] != 1;
  }
  /// Whether `partner` counts the few elements that lie between neighbours along
  /// `dim` in each operand that is transposed.
  bool isInterleaved(unsigned dim, unsigned partner) const;

  llvm::SmallVector<int64_t> extents;
  llvm::SmallVector<Access> accesses;
  /// The loops from the outermost on; the last is the vectorized one.
  llvm::SmallVector<unsigned> order;
  /// Steps of the last loop but one that are taken together, so that operands
  /// which lie along that loop are transposed in registers; else 0.
  int64_t block = 0;

private:
  mlir::LogicalResult analyze(mlir::OpOperand &operand);
  void collapseDimensions();
  void chooseVectorDimension();
  unsigned getWidestBits();
  int64_t getSquare();
  int64_t getRows(unsigned dim, unsigned partner);
  double costOf(unsigned dim, std::optional<unsigned> partner);
  bool canTranspose(unsigned dim, unsigned partner);

  mlir::linalg::LinalgOp op;
  unsigned vectorBits;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_ELEMENTWISEPLAN_H

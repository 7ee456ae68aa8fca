#ifndef QOPT_LIB_VECTORIZE_BODYVECTORIZER_H
#define QOPT_LIB_VECTORIZE_BODYVECTORIZER_H

#include "KernelBuilder.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/IRMapping.h"

namespace qopt {

/// Clones the scalar body of a linalg op so that it computes `lanes` elements
/// at once. What is the same in every lane stays scalar; ops that have no
/// vector form are repeated for each lane.
class BodyVectorizer {
public:
  BodyVectorizer(KernelBuilder &builder, int64_t lanes) : builder(builder), lanes(lanes) {}

  /// Says what a value of the body is: a vector of all lanes, or a scalar.
  void map(mlir::Value original, mlir::Value replacement) { mapping.map(original, replacement); }
  /// Gives `linalg.index` of each dimension, and which of them the lanes lie along:
  /// there it is the first lane's.
  void setIndices(llvm::ArrayRef<mlir::Value> values, unsigned dimension) {
    indices = llvm::to_vector(values);
    vectorDim = dimension;
  }
  /// Clones all but the terminator.
  void cloneBody(mlir::Block &body);
  /// The clone of a value as a vector of all lanes.
  mlir::Value getVector(mlir::Value original);

private:
  mlir::Value lookup(mlir::Value original) { return mapping.lookupOrDefault(original); }
  bool isUniform(mlir::Operation &op);
  mlir::Value getIndex(unsigned dimension);
  bool isRowLoad(mlir::Operation &op);
  void cloneRowLoad(mlir::memref::LoadOp load);
  void cloneAsVector(mlir::Operation &op);
  void cloneForEachLane(mlir::Operation &op);

  KernelBuilder &builder;
  int64_t lanes;
  mlir::IRMapping mapping;
  llvm::SmallVector<mlir::Value> indices;
  unsigned vectorDim = 0;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_BODYVECTORIZER_H

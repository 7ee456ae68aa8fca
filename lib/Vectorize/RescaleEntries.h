#ifndef QOPT_LIB_VECTORIZE_RESCALEENTRIES_H
#define QOPT_LIB_VECTORIZE_RESCALEENTRIES_H

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// Applies the entries of a `#qint.rescale` to accumulators that carry no
/// rounding term. All lanes of a vector take the same entry.
class RescaleEntries {
public:
  /// `module` receives the tables, if entries are chosen at run time.
  RescaleEntries(KernelBuilder &builder, mlir::ModuleOp module, qint::RescaleAttr rescale,
                 int32_t zeroPoint, int32_t clampMin, int32_t clampMax)
      : builder(builder), module(module), rescale(rescale), zeroPoint(zeroPoint),
        clampMin(clampMin), clampMax(clampMax) {}

  /// `entry` is ignored where there is only one.
  mlir::Value apply(mlir::Value accumulator, mlir::Value entry, mlir::Type resultElement);

private:
  /// One number of an entry, as a scalar.
  mlir::Value select(llvm::ArrayRef<int32_t> values, mlir::Type type, llvm::StringRef name,
                     mlir::Value entry);
  mlir::Value selectScale(mlir::Value entry);
  mlir::Value readTable(mlir::DenseElementsAttr values, llvm::StringRef name, mlir::Value entry);
  mlir::Value addRoundingTerm(mlir::Value accumulator, mlir::Value shift);

  KernelBuilder &builder;
  mlir::ModuleOp module;
  qint::RescaleAttr rescale;
  int32_t zeroPoint, clampMin, clampMax;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_RESCALEENTRIES_H

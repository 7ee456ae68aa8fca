#ifndef QOPT_LIB_INTEGERIZE_STOREDGRIDS_H
#define QOPT_LIB_INTEGERIZE_STOREDGRIDS_H

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"

namespace qopt {

// Grids as integer programs use them, and constants on grids.

/// `grid` as integers are stored: signed bytes are relabelled (128 more for each
/// integer and the zero point, real values stay). Null for widths other than 8
/// and 16 bits, and for unsigned words.
mlir::quant::UniformQuantizedType toStoredGrid(mlir::quant::UniformQuantizedType grid);

/// The element type of tensors stored on `grid`: ui8 or i16.
mlir::Type getStorageElementType(mlir::quant::UniformQuantizedType grid);

/// Zero point and bounds of `grid`.
StoredRange getStoredRange(mlir::quant::UniformQuantizedType grid);

/// The least and the largest integer on `grid` between `bounds`.
std::pair<int32_t, int32_t> getStoredBounds(mlir::quant::UniformQuantizedType grid,
                                            const ClampBounds &bounds);

/// The constant `value` on `grid`, or on that of its own range where `grid` is
/// null. `shape`, if given, is what it is broadcast to. Fails where `value` is no
/// constant that can be read.
llvm::FailureOr<StoredValue> quantizeConstant(mlir::OpBuilder &builder, mlir::Value value,
                                              mlir::quant::UniformQuantizedType grid,
                                              std::optional<llvm::ArrayRef<int64_t>> shape = {});

/// An f32 constant with the values of `fakeQuant`, whose input is constant.
llvm::FailureOr<mlir::Value> snapConstant(mlir::OpBuilder &builder, mlir::Value fakeQuant);

/// A constant on a weight grid: integers less zero point, in the row-major order
/// of the tensor the op reads, and the scale of each.
struct QuantizedWeights {
  llvm::SmallVector<int32_t> values;
  llvm::SmallVector<float> scales;
};

/// Reads weights behind reshapes and transposes. On failure `reason` says why.
llvm::FailureOr<QuantizedWeights> readWeights(mlir::Value value, std::string &reason);

/// `value` on `grid`: unchanged, by a table, or for words by a rescale, limited
/// to `bounds`.
mlir::FailureOr<StoredValue> regrid(mlir::OpBuilder &builder, mlir::Location loc,
                                    const StoredValue &value,
                                    mlir::quant::UniformQuantizedType grid,
                                    const ClampBounds &bounds, qint::RescaleMode mode);

/// A `qint.table` that takes bytes on the grid of `value` to bytes on `grid`
/// through `function`. Fails where the function has no value.
mlir::FailureOr<StoredValue> applyTable(mlir::OpBuilder &builder, mlir::Location loc,
                                        const StoredValue &value,
                                        mlir::quant::UniformQuantizedType grid,
                                        llvm::function_ref<std::optional<double>(double)> function);

} // namespace qopt

#endif // QOPT_LIB_INTEGERIZE_STOREDGRIDS_H

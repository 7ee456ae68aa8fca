#ifndef QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H
#define QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H

#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"
#include "qopt/Dialect/QInt/QInt.h"

#include <optional>
#include <string>

namespace qopt {

/// The part an operand plays in a quantizable op.
enum class OperandRole {
  Data,      ///< real values that are stored on a grid of their own
  Weight,    ///< constant real values, one scale per output channel
  Bias,      ///< constant real values, on the grid of the accumulator
  Parameter, ///< shapes, zero points, …: no real values
};

/// Where a result gets its grid from.
enum class ResultGrid {
  Calibrated, ///< from the range that calibration finds
  Shared,     ///< the one grid of all data operands (reshape, max-pool, concat)
  Fixed,      ///< 1/256, zero point 0 (softmax)
};

/// A stored tensor: its integers, and the grid they are on.
struct StoredValue {
  mlir::Value integers;
  mlir::quant::UniformQuantizedType grid;
};

/// What an op's integer form is built from, and how a refusal is reported.
class IntegerBuilder {
public:
  IntegerBuilder(mlir::OpBuilder &builder, mlir::Location loc)
      : builder(builder), loc(loc) {}

  /// Operand `index` as a stored tensor; only for data operands.
  const StoredValue &operand(unsigned index) const { return operands[index]; }

  /// States why there is no integer form; the caller keeps the op in float and
  /// puts `reason` into a remark.
  mlir::LogicalResult fail(const llvm::Twine &reason) {
    failureReason = reason.str();
    return mlir::failure();
  }

  mlir::OpBuilder &builder;
  mlir::Location loc;
  /// One entry per operand; entries of operands that are not data are empty.
  llvm::SmallVector<StoredValue> operands;
  /// Grid of the result, and the bounds that fused clamps leave of it.
  mlir::quant::UniformQuantizedType resultGrid;
  int64_t clampMin = 0, clampMax = 0;
  qint::RescaleMode rescaleMode = qint::RescaleMode::Fixed16;
  std::string failureReason;
};

} // namespace qopt

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h.inc"

#endif // QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H

#ifndef QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H
#define QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H

#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FixedPoint.h"

#include <limits>
#include <optional>
#include <string>

namespace qopt {

/// The attribute, a string that says why, of ops that are to stay in float.
inline constexpr llvm::StringLiteral kKeptInFloatAttrName = "qopt.float";

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

/// Pointwise ops that integer arithmetic has a form for besides the table.
enum class PointwiseKind { Add, Subtract, Multiply, Clamp, Other };

/// What an op does that computes nothing.
enum class DataMovement {
  None,      ///< it computes
  Reshape,   ///< the same elements in the same row-major order
  Rearrange, ///< elements at other places, some perhaps dropped (transpose, slice)
};

/// The interval of a clamp, in real values.
struct ClampBounds {
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();

  /// This clamp, then `next`.
  ClampBounds then(const ClampBounds &next) const {
    return {std::clamp(min, next.min, next.max), std::clamp(max, next.min, next.max)};
  }
};

/// Which channels the elements of a weight tensor connect. The element at index
/// i belongs to output channel sum of i[d] * outputStrides[d] and is multiplied
/// with input channel sum of i[d] * inputStrides[d], for grouped convolutions
/// counted over all groups. Dimensions of output channels are adjacent.
struct WeightLayout {
  llvm::SmallVector<int64_t> outputStrides;
  llvm::SmallVector<int64_t> inputStrides;
  /// Per dimension: empty, or for each index the share of output positions
  /// where this tap reads the input and not its padding.
  llvm::SmallVector<llvm::SmallVector<double>> insideShares;
  int64_t outputChannels = 0;
};

/// A stored tensor: its integers, and the grid they are on. Grids are `ui8` or
/// `i16` once integers exist; signed bytes have been relabelled.
struct StoredValue {
  mlir::Value integers;
  mlir::quant::UniformQuantizedType grid;

  float scale() const { return static_cast<float>(grid.getScale()); }
  int32_t zeroPoint() const { return static_cast<int32_t>(grid.getZeroPoint()); }
};

/// What happens to an accumulator before it is stored; fields as the attributes
/// of `qint.conv2d`.
struct Epilogue {
  mlir::Type resultElementType; ///< ui8 or i16; i32 or i64 without `rescale`
  qint::RescaleAttr rescale;    ///< null: the result is the accumulator
  qint::FunctionAttr function;  ///< may be null
  mlir::Value residual;         ///< may be null
  int32_t residualZeroPoint = 0;
  FixedPointScale residualScale = {0, 0};
  int32_t fractionBits = 5;
  int32_t outputZeroPoint = 0;
  int32_t clampMin = 0;
  int32_t clampMax = 0;
};

/// The scales that make up the factor of a rescale (`rescaleFactor`).
struct RescaleScales {
  float input;
  float weight;
  float output;
  int64_t count = 1;
};

/// `#qint.rescale` of `mode` for accumulators of `accumulatorBits`. 16-bit
/// results cannot use `fixed16`: they take `fixed32` in its place.
qint::RescaleAttr makeRescale(mlir::MLIRContext *context, qint::RescaleMode mode,
                              unsigned accumulatorBits, mlir::Type resultElementType,
                              llvm::ArrayRef<RescaleScales> scales);

/// What an op's integer form is built from, and how a refusal is reported.
class IntegerBuilder {
public:
  IntegerBuilder(mlir::OpBuilder &builder, mlir::Location loc) : builder(builder), loc(loc) {}

  /// Operand `index` as a stored tensor; for accumulators also the weights (i8)
  /// and the bias (i32 or i64, one element per output channel), whose grids are
  /// null.
  const StoredValue &operand(unsigned index) const { return operands[index]; }

  /// `shape` with the element type of stored results.
  mlir::RankedTensorType resultType(mlir::Value floatResult) const {
    return llvm::cast<mlir::RankedTensorType>(floatResult.getType())
        .clone(epilogue.resultElementType);
  }

  /// One rescale factor for the whole tensor, in the mode of the program.
  qint::RescaleAttr rescale(llvm::ArrayRef<RescaleScales> scales, unsigned accumulatorBits = 32) {
    return makeRescale(builder.getContext(), rescaleMode, accumulatorBits,
                       epilogue.resultElementType, scales);
  }

  /// States why there is no integer form; the caller keeps the op in float and
  /// puts `reason` into a remark.
  mlir::LogicalResult fail(const llvm::Twine &reason) {
    failureReason = reason.str();
    return mlir::failure();
  }

  mlir::OpBuilder &builder;
  mlir::Location loc;
  /// One entry per operand; entries of parameters are empty.
  llvm::SmallVector<StoredValue> operands;
  /// Grid of the result. Ops with a `Shared` result find their data operands on
  /// it already.
  mlir::quant::UniformQuantizedType resultGrid;
  /// Zero point and bounds of the result, and what accumulators need besides.
  Epilogue epilogue;
  qint::RescaleMode rescaleMode = qint::RescaleMode::Fixed16;
  std::string failureReason;
};

} // namespace qopt

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h.inc"

#endif // QOPT_DIALECT_INTERFACES_QUANTIZABLEOPINTERFACE_H

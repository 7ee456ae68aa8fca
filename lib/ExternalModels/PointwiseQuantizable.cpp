#include "SoftmaxGroup.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/Matchers.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"

using namespace mlir;
using namespace qopt;

namespace {

/// The real function of a TOSA op of one operand.
using UnaryFunction = double (*)(double);
/// The real function of a TOSA op of two operands.
using BinaryFunction = double (*)(double, double);

double absolute(double x) { return std::fabs(x); }
double ceiling(double x) { return std::ceil(x); }
double cosine(double x) { return std::cos(x); }
double errorFunction(double x) { return std::erf(x); }
double exponential(double x) { return std::exp(x); }
double floorOf(double x) { return std::floor(x); }
double logarithm(double x) { return std::log(x); }
double negative(double x) { return -x; }
double reciprocal(double x) { return 1.0 / x; }
double reciprocalRoot(double x) { return 1.0 / std::sqrt(x); }
double sine(double x) { return std::sin(x); }
double hyperbolicTangent(double x) { return std::tanh(x); }
double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// Larger or smaller of the two; NaN if either is.
double maximum(double a, double b) {
  return std::isnan(a) || std::isnan(b) ? a + b : std::max(a, b);
}
double minimum(double a, double b) {
  return std::isnan(a) || std::isnan(b) ? a + b : std::min(a, b);
}

/// The value of a constant whose elements are all equal.
std::optional<double> getSplat(Value value) {
  ElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat() ||
      !elements.getElementType().isF32())
    return std::nullopt;
  return elements.getSplatValue<APFloat>().convertToDouble();
}

template <typename OpTy, UnaryFunction function>
struct UnaryModel : QuantizableOpInterface::ExternalModel<UnaryModel<OpTy, function>, OpTy> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return index == 0 ? OperandRole::Data : OperandRole::Parameter;
  }
  bool isPointwise(Operation *) const { return true; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return function(operands[0]);
  }
};

template <typename OpTy, BinaryFunction function>
struct BinaryModel : QuantizableOpInterface::ExternalModel<BinaryModel<OpTy, function>, OpTy> {
  bool isPointwise(Operation *) const { return true; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return function(operands[0], operands[1]);
  }
};

double power(double a, double b) { return std::pow(a, b); }
double greater(double a, double b) { return a > b ? 1.0 : 0.0; }
double greaterEqual(double a, double b) { return a >= b ? 1.0 : 0.0; }
double equal(double a, double b) { return a == b ? 1.0 : 0.0; }

struct AddModel : QuantizableOpInterface::ExternalModel<AddModel, tosa::AddOp> {
  bool isPointwise(Operation *) const { return true; }
  PointwiseKind getPointwiseKind(Operation *) const { return PointwiseKind::Add; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return operands[0] + operands[1];
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const;
};

struct SubModel : QuantizableOpInterface::ExternalModel<SubModel, tosa::SubOp> {
  bool isPointwise(Operation *) const { return true; }
  PointwiseKind getPointwiseKind(Operation *) const { return PointwiseKind::Subtract; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return operands[0] - operands[1];
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const;
};

/// `tosa.mul`, which is also the last op of a softmax.
struct MulModel : QuantizableOpInterface::ExternalModel<MulModel, tosa::MulOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return index < 2 ? OperandRole::Data : OperandRole::Parameter;
  }
  ResultGrid getResultGrid(Operation *op, unsigned) const {
    return matchSoftmax(op) ? ResultGrid::Fixed : ResultGrid::Calibrated;
  }
  bool getComposite(Operation *op, SmallVectorImpl<Value> &sources) const {
    std::optional<SoftmaxGroup> softmax = matchSoftmax(op);
    if (softmax)
      sources.push_back(softmax->input);
    return softmax.has_value();
  }
  bool isPointwise(Operation *op) const { return !matchSoftmax(op); }
  PointwiseKind getPointwiseKind(Operation *) const { return PointwiseKind::Multiply; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return operands[0] * operands[1];
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const;
};

struct ClampModel : QuantizableOpInterface::ExternalModel<ClampModel, tosa::ClampOp> {
  bool isPointwise(Operation *) const { return true; }
  PointwiseKind getPointwiseKind(Operation *) const { return PointwiseKind::Clamp; }
  ClampBounds getClampBounds(Operation *op) const {
    auto clamp = cast<tosa::ClampOp>(op);
    return {cast<FloatAttr>(clamp.getMinVal()).getValueAsDouble(),
            cast<FloatAttr>(clamp.getMaxVal()).getValueAsDouble()};
  }
  std::optional<double> evaluatePointwise(Operation *op, ArrayRef<double> operands) const {
    ClampBounds bounds = getClampBounds(op);
    return minimum(maximum(operands[0], bounds.min), bounds.max);
  }
};

/// `tosa.maximum` (isMaximum) and `tosa.minimum`: clamps if one operand is a
/// constant with equal elements.
template <typename OpTy, bool isMaximum>
struct ExtremumModel : QuantizableOpInterface::ExternalModel<ExtremumModel<OpTy, isMaximum>, OpTy> {
  bool isPointwise(Operation *) const { return true; }
  PointwiseKind getPointwiseKind(Operation *op) const {
    return getBound(op) ? PointwiseKind::Clamp : PointwiseKind::Other;
  }
  ClampBounds getClampBounds(Operation *op) const {
    ClampBounds bounds;
    (isMaximum ? bounds.min : bounds.max) = *getBound(op);
    return bounds;
  }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return isMaximum ? maximum(operands[0], operands[1]) : minimum(operands[0], operands[1]);
  }

private:
  static std::optional<double> getBound(Operation *op) {
    std::optional<double> lhs = getSplat(op->getOperand(0));
    std::optional<double> rhs = getSplat(op->getOperand(1));
    return lhs && rhs ? std::nullopt : lhs ? lhs : rhs;
  }
};

struct SelectModel : QuantizableOpInterface::ExternalModel<SelectModel, tosa::SelectOp> {
  bool isPointwise(Operation *) const { return true; }
  std::optional<double> evaluatePointwise(Operation *, ArrayRef<double> operands) const {
    return operands[0] != 0.0 ? operands[1] : operands[2];
  }
};

//===----------------------------------------------------------------------===//
// Integer forms
//===----------------------------------------------------------------------===//

/// `qint.add` of lhs + rhs on the result grid of `b`.
FailureOr<Value> buildAdd(IntegerBuilder &b, RankedTensorType type, const StoredValue &lhs,
                          const StoredValue &rhs) {
  float outputScale = static_cast<float>(b.resultGrid.getScale());
  double lhsFactor = static_cast<double>(lhs.scale()) / outputScale;
  double rhsFactor = static_cast<double>(rhs.scale()) / outputScale;
  AddScale scale = {0, 0, 1};
  DenseF32ArrayAttr scales;
  if (b.rescaleMode == qint::RescaleMode::Float32) {
    scales = b.builder.getDenseF32ArrayAttr({lhs.scale(), rhs.scale(), outputScale});
  } else {
    if (std::max(lhsFactor, rhsFactor) >= 8.0)
      return b.fail("an operand's steps are 8 or more of the result's");
    scale = toAddScale(lhsFactor, rhsFactor);
  }
  return qint::AddOp::create(b.builder, b.loc, type, lhs.integers, rhs.integers, lhs.zeroPoint(),
                             rhs.zeroPoint(), scale.lhsMultiplier, scale.rhsMultiplier, scale.shift,
                             scales, b.epilogue.outputZeroPoint, b.epilogue.clampMin,
                             b.epilogue.clampMax)
      .getResult();
}

FailureOr<Value> AddModel::buildInteger(Operation *op, IntegerBuilder &b) const {
  return buildAdd(b, b.resultType(op->getResult(0)), b.operand(0), b.operand(1));
}

/// The negative of a stored byte tensor: 255 - q, on the mirrored grid.
StoredValue negate(IntegerBuilder &b, const StoredValue &value) {
  SmallVector<uint8_t> entries(256);
  for (int q = 0; q < 256; ++q)
    entries[q] = 255 - q;
  auto tableType = RankedTensorType::get({256}, b.builder.getIntegerType(8, false));
  auto table = qint::TableOp::create(b.builder, b.loc, value.integers.getType(), value.integers,
                                     DenseElementsAttr::get(tableType, ArrayRef<uint8_t>(entries)));
  auto grid = quant::UniformQuantizedType::get(value.grid.getFlags(), value.grid.getStorageType(),
                                               value.grid.getExpressedType(), value.grid.getScale(),
                                               255 - value.grid.getZeroPoint(), 0, 255);
  return {table, grid};
}

FailureOr<Value> SubModel::buildInteger(Operation *op, IntegerBuilder &b) const {
  if (b.operand(1).grid.getStorageTypeIntegralWidth() != 8)
    return b.fail("subtraction has an integer form on bytes only");
  return buildAdd(b, b.resultType(op->getResult(0)), b.operand(0), negate(b, b.operand(1)));
}

FailureOr<Value> MulModel::buildInteger(Operation *op, IntegerBuilder &b) const {
  RankedTensorType type = b.resultType(op->getResult(0));
  if (std::optional<SoftmaxGroup> softmax = matchSoftmax(op))
    return buildSoftmax(*softmax, b);
  const StoredValue &lhs = b.operand(0), &rhs = b.operand(1);
  float outputScale = static_cast<float>(b.resultGrid.getScale());
  return qint::MulOp::create(b.builder, b.loc, type, lhs.integers, rhs.integers, lhs.zeroPoint(),
                             rhs.zeroPoint(),
                             b.rescale(RescaleScales{lhs.scale(), rhs.scale(), outputScale}),
                             b.epilogue.outputZeroPoint, b.epilogue.clampMin, b.epilogue.clampMax)
      .getResult();
}

template <typename OpTy, UnaryFunction function> void attachUnary(MLIRContext *context) {
  OpTy::template attachInterface<UnaryModel<OpTy, function>>(*context);
}

template <typename OpTy, BinaryFunction function> void attachBinary(MLIRContext *context) {
  OpTy::template attachInterface<BinaryModel<OpTy, function>>(*context);
}

} // namespace

void qopt::registerPointwiseQuantizableModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    tosa::AddOp::attachInterface<AddModel>(*context);
    tosa::SubOp::attachInterface<SubModel>(*context);
    tosa::MulOp::attachInterface<MulModel>(*context);
    tosa::ClampOp::attachInterface<ClampModel>(*context);
    tosa::MaximumOp::attachInterface<ExtremumModel<tosa::MaximumOp, true>>(*context);
    tosa::MinimumOp::attachInterface<ExtremumModel<tosa::MinimumOp, false>>(*context);
    tosa::SelectOp::attachInterface<SelectModel>(*context);

    attachUnary<tosa::AbsOp, absolute>(context);
    attachUnary<tosa::CeilOp, ceiling>(context);
    attachUnary<tosa::CosOp, cosine>(context);
    attachUnary<tosa::ErfOp, errorFunction>(context);
    attachUnary<tosa::ExpOp, exponential>(context);
    attachUnary<tosa::FloorOp, floorOf>(context);
    attachUnary<tosa::LogOp, logarithm>(context);
    attachUnary<tosa::NegateOp, negative>(context);
    attachUnary<tosa::ReciprocalOp, reciprocal>(context);
    attachUnary<tosa::RsqrtOp, reciprocalRoot>(context);
    attachUnary<tosa::SigmoidOp, sigmoid>(context);
    attachUnary<tosa::SinOp, sine>(context);
    attachUnary<tosa::TanhOp, hyperbolicTangent>(context);

    attachBinary<tosa::PowOp, power>(context);
    attachBinary<tosa::GreaterOp, greater>(context);
    attachBinary<tosa::GreaterEqualOp, greaterEqual>(context);
    attachBinary<tosa::EqualOp, equal>(context);
  });
}

#include "ImportBuilder.h"

#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

RankedTensorType ImportBuilder::getTensorType(ArrayRef<int64_t> shape) {
  return RankedTensorType::get(shape, getF32Type());
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

Value ImportBuilder::createConstant(ArrayRef<int64_t> shape, ArrayRef<float> values,
                                    StringRef name) {
  RankedTensorType type = getTensorType(shape);
  return tosa::ConstOp::create(*this, type, makeFloatElements(type, values, name));
}

Value ImportBuilder::createScalar(float value, size_t rank) {
  return createConstant(Shape(rank, 1), value);
}

Value ImportBuilder::createScalar(const ImportedValue &constant, size_t rank) {
  if (constant.isFloat())
    return createScalar(readRounded(constant).front(), rank);
  const Tensor &tensor = *constant.constant;
  auto type = RankedTensorType::get(Shape(rank, 1), constant.getElementType());
  return tosa::ConstOp::create(*this, type,
                               makeElements(type, {tensor.data(), tensor.getSizeInBytes()}));
}

Value ImportBuilder::createScalarLike(double value, Value like) {
  RankedTensorType type = getTypeLike(like, Shape(getShape(like).size(), 1));
  Type element = type.getElementType();
  Attribute attribute = isa<FloatType>(element)
                            ? Attribute(getFloatAttr(element, value))
                            : getIntegerAttr(element, static_cast<int64_t>(value));
  return tosa::ConstOp::create(*this, type, DenseElementsAttr::get(type, attribute));
}

Value ImportBuilder::createIndices(ArrayRef<int64_t> shape, ArrayRef<int32_t> values) {
  auto type = RankedTensorType::get(shape, getI32Type());
  return tosa::ConstOp::create(
      *this, type,
      makeElements(type,
                   {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(int32_t)},
                   "indices"));
}

Value ImportBuilder::getShared(DenseElementsAttr values) {
  Value &constant = shared[values];
  if (!constant) {
    InsertionGuard guard(*this);
    setInsertionPointToStart(getInsertionBlock());
    constant = tosa::ConstOp::create(*this, values.getType(), values);
    constant.setLoc(getUnknownLoc());
  }
  return constant;
}

Value ImportBuilder::getZeroPoint() {
  return getShared(DenseElementsAttr::get(getTensorType({1}), 0.0f));
}

Value ImportBuilder::getMulShift() {
  return getShared(DenseElementsAttr::get(RankedTensorType::get({1}, getI8Type()), int8_t(0)));
}

Value ImportBuilder::createShape(ArrayRef<int64_t> shape) {
  return tosa::ConstShapeOp::create(*this, tosa::shapeType::get(getContext(), shape.size()),
                                    getIndexTensorAttr(shape));
}

//===----------------------------------------------------------------------===//
// Shape and order
//===----------------------------------------------------------------------===//

Value ImportBuilder::reshape(Value value, ArrayRef<int64_t> shape) {
  if (getShape(value) == shape)
    return value;
  if (auto source = value.getDefiningOp<tosa::ReshapeOp>())
    return reshape(source.getInput1(), shape);
  RankedTensorType type = getTypeLike(value, shape);
  if (auto constant = value.getDefiningOp<tosa::ConstOp>()) {
    Value reshaped =
        tosa::ConstOp::create(*this, type, reshapeElements(constant.getValues(), type));
    reshaped.setLoc(constant.getLoc());
    return reshaped;
  }
  return tosa::ReshapeOp::create(*this, type, value, createShape(shape));
}

Value ImportBuilder::transpose(Value value, ArrayRef<int64_t> order) {
  Shape shape = permute(getShape(value), order);
  if (isSameStorage(order, identityOrder(order.size()), getShape(value)))
    return reshape(value, shape);
  auto perms = llvm::map_to_vector(order, [](int64_t dim) { return static_cast<int32_t>(dim); });
  return tosa::TransposeOp::create(*this, getTypeLike(value, shape), value, perms);
}

Value ImportBuilder::pad(Value value, ArrayRef<int64_t> padding, double with) {
  Shape shape(getShape(value));
  for (size_t dim = 0; dim < shape.size(); ++dim)
    shape[dim] += padding[2 * dim] + padding[2 * dim + 1];
  if (ArrayRef(shape) == getShape(value))
    return value;
  Value constant;
  if (!getElementTypeOrSelf(value).isF32())
    constant = reshape(createScalarLike(with, value), {1});
  else
    constant = with == 0.0 && !std::signbit(with) ? getZeroPoint()
                                                  : createScalar(static_cast<float>(with), 1);
  return tosa::PadOp::create(*this, getTypeLike(value, shape), value, createShape(padding),
                             constant);
}

Value ImportBuilder::concat(ValueRange values, int64_t axis) {
  if (values.size() == 1)
    return values.front();
  Shape shape(getShape(values.front()));
  shape[axis] = 0;
  for (Value value : values)
    shape[axis] += getShape(value)[axis];
  return tosa::ConcatOp::create(*this, getTypeLike(values.front(), shape), values,
                                static_cast<uint32_t>(axis));
}

Value ImportBuilder::tile(Value value, ArrayRef<int64_t> multiples) {
  Shape shape(getShape(value));
  for (auto [size, times] : llvm::zip_equal(shape, multiples))
    size *= times;
  if (ArrayRef(shape) == getShape(value))
    return value;
  return tosa::TileOp::create(*this, getTypeLike(value, shape), value, createShape(multiples));
}

Value ImportBuilder::reverse(Value value, int64_t axis) {
  if (getShape(value)[axis] == 1)
    return value;
  return tosa::ReverseOp::create(*this, value.getType(), value, static_cast<uint32_t>(axis));
}

Value ImportBuilder::castTo(Value value, Type type) {
  if (getElementTypeOrSelf(value) == type)
    return value;
  return tosa::CastOp::create(*this, cast<RankedTensorType>(value.getType()).clone(type), value);
}

//===----------------------------------------------------------------------===//
// Imported values
//===----------------------------------------------------------------------===//

Value ImportBuilder::emitConstant(const ImportedValue &value, ArrayRef<int64_t> order) {
  ConstantData data = value.constant;
  Shape shape = permute(value.shape, order);
  if (!isSameStorage(order, identityOrder(order.size()), value.shape))
    data = transposeConstant(*data, value.shape, order);
  auto type = RankedTensorType::get(shape, value.getElementType());
  Location loc = getLoc();
  if (!value.name.empty())
    setLoc(NameLoc::get(getStringAttr(value.name)));
  Value constant = tosa::ConstOp::create(
      *this, type, makeElements(type, {data->data(), data->getSizeInBytes()}, value.name));
  if (value.grid)
    constant = fakeQuant(constant, *value.grid,
                         value.grid->axis < 0 ? -1 : invert(order)[value.grid->axis]);
  setLoc(loc);
  return constant;
}

Value ImportBuilder::materialize(ImportedValue &value, ArrayRef<int64_t> order) {
  Shape target = permute(value.shape, order);
  std::optional<Shape> storedOrder;
  Value stored;
  for (const Form &form : value.forms) {
    std::optional<Shape> formOrder = getStorageOrder(form, value.shape);
    if (!formOrder)
      continue;
    if (isSameStorage(*formOrder, order, value.shape))
      return reshape(form.value, target);
    if (!storedOrder) {
      storedOrder = formOrder;
      stored = form.value;
    }
  }
  Value result;
  if (storedOrder) {
    stored = reshape(stored, permute(value.shape, *storedOrder));
    // Dimension i of the result is ONNX dimension order[i].
    result = transpose(stored, permute(invert(*storedOrder), order));
  } else if (value.forms.empty()) {
    result = emitConstant(value, order);
  } else {
    // Merged from dimensions that are not stored in order: back to ONNX's order.
    Form form = value.forms.front();
    stored = reshape(form.value, permute(form.split, form.order));
    stored = reshape(transpose(stored, invert(form.order)), value.shape);
    value.forms.push_back({stored, value.shape, identityOrder(value.rank())});
    result = transpose(stored, order);
  }
  value.forms.push_back({result, value.shape, Shape(order)});
  return result;
}

ImportedValue ImportBuilder::transposed(ImportedValue &value, ArrayRef<int64_t> order) {
  ImportedValue result = value.transposed(order);
  if (result.forms.empty() && !result.isConstant()) {
    materializeOriginal(value);
    result = value.transposed(order);
  }
  return result;
}

Form ImportBuilder::getAnyForm(ImportedValue &value, bool channelsLast) {
  if (channelsLast && value.rank() >= 3)
    return {materializeChannelsLast(value), value.shape, channelsLastOrder(value.rank())};
  if (value.forms.empty())
    materializeOriginal(value);
  return value.forms.front();
}

Form ImportBuilder::getRegularForm(ImportedValue &value, bool channelsLast) {
  if (!channelsLast || value.rank() < 3)
    for (const Form &form : value.forms)
      if (std::optional<Shape> order = getStorageOrder(form, value.shape))
        return {reshape(form.value, permute(value.shape, *order)), value.shape, *order};
  Shape order = channelsLast ? channelsLastOrder(value.rank()) : identityOrder(value.rank());
  return {materialize(value, order), value.shape, order};
}

quant::QuantizedType qopt::onnx_import::getQuantizedType(const QuantizationGrid &grid,
                                                         int64_t axis) {
  MLIRContext *context = grid.storageType.getContext();
  bool isSigned = !grid.storageType.isUnsigned();
  auto storage = IntegerType::get(context, grid.storageType.getWidth());
  unsigned flags = isSigned ? quant::QuantizationFlags::Signed : 0;
  Type expressed = Float32Type::get(context);
  if (axis < 0)
    return quant::UniformQuantizedType::get(flags, storage, expressed, grid.scales.front(),
                                            grid.zeroPoints.front(), grid.storageMin(),
                                            grid.storageMax());
  SmallVector<double> scales(grid.scales.begin(), grid.scales.end());
  return quant::UniformQuantizedPerAxisType::get(flags, storage, expressed, scales, grid.zeroPoints,
                                                 axis, grid.storageMin(), grid.storageMax());
}

Value ImportBuilder::fakeQuant(Value value, const QuantizationGrid &grid, int64_t axis) {
  return calib::FakeQuantOp::create(*this, value.getType(), value,
                                    TypeAttr::get(getQuantizedType(grid, axis)));
}

SmallVector<float> qopt::onnx_import::readRounded(const ImportedValue &constant) {
  SmallVector<float> values(constant.constant->as<float>());
  if (!constant.grid)
    return values;
  const QuantizationGrid &grid = *constant.grid;
  int64_t slices = grid.axis < 0 ? 1 : constant.shape[grid.axis];
  int64_t inner = grid.axis < 0 ? values.size() : 1;
  for (size_t dim = grid.axis + 1; grid.axis >= 0 && dim < constant.rank(); ++dim)
    inner *= constant.shape[dim];
  for (auto [index, value] : llvm::enumerate(values)) {
    int64_t slice = index / inner % slices;
    auto zeroPoint = static_cast<int32_t>(grid.zeroPoints[slice]);
    StoredRange range{zeroPoint, static_cast<int32_t>(grid.storageMin()),
                      static_cast<int32_t>(grid.storageMax())};
    value = dequantize(quantize(value, grid.scales[slice], range), grid.scales[slice], zeroPoint);
  }
  return values;
}

ImportedValue qopt::onnx_import::withoutGrid(const ImportedValue &value) {
  if (!value.isConstant() || !value.grid)
    return value;
  ImportedValue result = value;
  auto rounded = std::make_shared<Tensor>(value.constant->getType());
  llvm::copy(readRounded(value), rounded->as<float>().begin());
  result.constant = std::move(rounded);
  result.grid.reset();
  result.forms.clear();
  return result;
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

RankedTensorType ImportBuilder::broadcast(Value lhs, Value rhs) {
  Shape shape;
  for (auto [a, b] : llvm::zip_equal(getShape(lhs), getShape(rhs)))
    shape.push_back(a == 1 ? b : a);
  return getTypeLike(lhs, shape);
}

Value ImportBuilder::mul(Value lhs, Value rhs) {
  return tosa::MulOp::create(*this, broadcast(lhs, rhs), lhs, rhs, getMulShift());
}

Value ImportBuilder::shiftRight(Value lhs, Value rhs) {
  return tosa::ArithmeticRightShiftOp::create(*this, broadcast(lhs, rhs), lhs, rhs,
                                              /*round=*/false);
}

Value ImportBuilder::scale(Value value, double factor) {
  return mul(value, createScalarLike(factor, value));
}

Value ImportBuilder::shift(Value value, double offset) {
  return binary<tosa::AddOp>(value, createScalarLike(offset, value));
}

Value ImportBuilder::select(Value condition, Value lhs, Value rhs) {
  Shape shape;
  for (auto [a, b, c] : llvm::zip_equal(getShape(condition), getShape(lhs), getShape(rhs)))
    shape.push_back(std::max({a, b, c}));
  return tosa::SelectOp::create(*this, getTypeLike(lhs, shape), condition, lhs, rhs);
}

Value ImportBuilder::sqrt(Value value) {
  return unary<tosa::ReciprocalOp>(unary<tosa::RsqrtOp>(value));
}

Value ImportBuilder::clamp(Value value, float min, float max) {
  return tosa::ClampOp::create(*this, value.getType(), value, getF32FloatAttr(min),
                               getF32FloatAttr(max), tosa::NanPropagationMode::PROPAGATE);
}

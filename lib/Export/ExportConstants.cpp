#include "GraphExporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

Shape computeStrides(ArrayRef<int64_t> shape) {
  Shape strides(shape.size(), 1);
  for (size_t dim = shape.size(); dim-- > 1;)
    strides[dim - 1] = strides[dim] * shape[dim];
  return strides;
}

template <typename T>
std::vector<T> transpose(ArrayRef<T> values, ArrayRef<int64_t> shape, ArrayRef<int64_t> order) {
  Shape strides = computeStrides(shape), index(shape.size(), 0);
  std::vector<T> result;
  result.reserve(values.size());
  int64_t from = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    result.push_back(values[from]);
    for (size_t dim = shape.size(); dim-- > 0;) {
      from += strides[order[dim]];
      if (++index[dim] < shape[order[dim]])
        break;
      from -= strides[order[dim]] * shape[order[dim]];
      index[dim] = 0;
    }
  }
  return result;
}

Shape permute(ArrayRef<int64_t> shape, ArrayRef<int64_t> order) {
  return llvm::map_to_vector(order, [&](int64_t dim) { return shape[dim]; });
}

/// The dimension that `grid` has a scale for each slice of; none for one scale.
std::optional<int64_t> getAxis(quant::QuantizedType grid) {
  if (auto perAxis = dyn_cast<quant::UniformQuantizedPerAxisType>(grid))
    return perAxis.getQuantizedDimension();
  return std::nullopt;
}

/// Integers of the type of `constant`, in the order of the program.
std::string writeIntegers(OnnxWriter &writer, const Constant &constant, ArrayRef<int64_t> order,
                          Type type) {
  std::vector<int64_t> values;
  if (FailureOr<SmallVector<int64_t>> read = readIntegerElements(constant.elements);
      succeeded(read))
    values = transpose<int64_t>(*read, constant.shape, order);
  std::vector<char> bytes;
  unsigned width = std::max(8u, type.getIntOrFloatBitWidth());
  for (int64_t value : values)
    for (unsigned bit = 0; bit < width; bit += 8)
      bytes.push_back(static_cast<char>(value >> bit));
  return writer.addInitializer(getName(constant.loc), getDataType(type),
                               permute(constant.shape, order), bytes);
}

/// Per slice of `shape`: the index of its scale.
struct Slices {
  int64_t count = 1, inner = 1;

  Slices(ArrayRef<int64_t> shape, std::optional<int64_t> axis) {
    if (!axis)
      return;
    count = shape[*axis];
    inner = computeStrides(shape)[*axis];
  }
  int64_t of(size_t index) const { return static_cast<int64_t>(index) / inner % count; }
};

} // namespace

GridParameters::GridParameters(quant::QuantizedType grid)
    : type(cast<IntegerType>(grid.getStorageType())), isSigned(grid.isSigned()),
      axis(getAxis(grid)), min(grid.getStorageTypeMin()), max(grid.getStorageTypeMax()) {
  if (auto perAxis = dyn_cast<quant::UniformQuantizedPerAxisType>(grid)) {
    for (double scale : perAxis.getScales())
      scales.push_back(static_cast<float>(scale));
    zeroPoints.assign(perAxis.getZeroPoints().begin(), perAxis.getZeroPoints().end());
    return;
  }
  auto uniform = cast<quant::UniformQuantizedType>(grid);
  scales.push_back(static_cast<float>(uniform.getScale()));
  zeroPoints.push_back(uniform.getZeroPoint());
}

bool GridParameters::isFullRange() const {
  return min == quant::QuantizedType::getDefaultMinimumForInteger(isSigned, type.getWidth()) &&
         max == quant::QuantizedType::getDefaultMaximumForInteger(isSigned, type.getWidth());
}

std::pair<std::string, std::string> GridParameters::write(OnnxWriter &writer,
                                                          StringRef hint) const {
  Shape shape;
  if (axis)
    shape.push_back(scales.size());
  std::string prefix = hint.str();
  return {writer.addFloats(prefix + "_scale", shape, scales),
          writer.addStored(prefix + "_zero_point", type, isSigned, shape, zeroPoints)};
}

std::optional<Constant> qopt::onnx_export::findConstant(Value value) {
  quant::QuantizedType grid;
  if (auto rounded = value.getDefiningOp<calib::FakeQuantOp>()) {
    grid = cast<quant::QuantizedType>(rounded.getGrid());
    value = rounded.getInput();
  }
  auto constant = value.getDefiningOp<tosa::ConstOp>();
  if (!constant)
    return std::nullopt;
  return Constant{constant.getValues(), constant.getLoc(), Shape(getShape(value)), grid};
}

std::optional<Constant> qopt::onnx_export::findConstant(Value value, ArrayRef<int64_t> shape) {
  while (auto reshape = value.getDefiningOp<tosa::ReshapeOp>())
    value = reshape.getInput1();
  std::optional<Constant> constant = findConstant(value);
  if (!constant || ArrayRef(constant->shape) == shape)
    return constant;
  if (auto perAxis = dyn_cast_or_null<quant::UniformQuantizedPerAxisType>(constant->grid)) {
    // The axis is the dimension of the same size and the same distance.
    Shape oldStrides = computeStrides(constant->shape), strides = computeStrides(shape);
    int64_t axis = perAxis.getQuantizedDimension();
    auto dims = llvm::seq<size_t>(shape.size());
    auto match = llvm::find_if(dims, [&](size_t dim) {
      return shape[dim] == constant->shape[axis] && strides[dim] == oldStrides[axis];
    });
    if (match == dims.end())
      return std::nullopt;
    constant->grid = quant::UniformQuantizedPerAxisType::get(
        perAxis.getFlags(), perAxis.getStorageType(), perAxis.getExpressedType(),
        perAxis.getScales(), perAxis.getZeroPoints(), static_cast<int32_t>(*match),
        perAxis.getStorageTypeMin(), perAxis.getStorageTypeMax());
  }
  constant->shape.assign(shape.begin(), shape.end());
  return constant;
}

std::string qopt::onnx_export::writeConstant(OnnxWriter &writer, const Constant &constant,
                                             ArrayRef<int64_t> order) {
  Type type = constant.elements.getShapedType().getElementType();
  if (!type.isF32())
    return writeIntegers(writer, constant, order, type);
  FailureOr<SmallVector<float>> read = readFloatElements(constant.elements);
  std::vector<float> values;
  if (succeeded(read))
    values = transpose<float>(*read, constant.shape, order);
  Shape shape = permute(constant.shape, order);
  StringRef hint = getName(constant.loc);
  if (!constant.grid)
    return writer.addFloats(hint, shape, values);

  GridParameters grid(constant.grid);
  if (grid.axis)
    grid.axis = llvm::find(order, *grid.axis) - order.begin();
  Slices slices(shape, grid.axis);
  bool isOnGrid = true;
  std::vector<int64_t> integers;
  for (auto [index, value] : llvm::enumerate(values)) {
    int64_t slice = slices.of(index);
    StoredRange range{static_cast<int32_t>(grid.zeroPoints[slice]), static_cast<int32_t>(grid.min),
                      static_cast<int32_t>(grid.max)};
    integers.push_back(quantize(value, grid.scales[slice], range));
    isOnGrid &= dequantize(integers.back(), grid.scales[slice], range.zeroPoint) == value;
  }
  // Floats that are not on their grid are kept, as trained; those of a calibrated
  // model, which has no use for them any more, become integers.
  bool keepsFloats = !isOnGrid && grid.isFullRange();
  auto [scale, zeroPoint] = grid.write(writer, hint);
  std::string stored = keepsFloats
                           ? writer.addFloats(hint, shape, values)
                           : writer.addStored(hint, grid.type, grid.isSigned, shape, integers);
  for (StringRef op : {"QuantizeLinear", "DequantizeLinear"}) {
    if (!keepsFloats && op == "QuantizeLinear")
      continue;
    onnx::NodeProto &node = writer.addNode(op, {stored, scale, zeroPoint}, constant.loc);
    if (grid.axis)
      setAttribute(node, "axis", *grid.axis);
    stored = node.output(0);
  }
  return stored;
}

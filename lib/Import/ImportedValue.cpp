#include "ImportedValue.h"

#include "TensorElements.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"

#include <numeric>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A factor larger than 1 of one dimension of the one shape and one dimension
/// of the other.
struct Factor {
  int64_t size;
  int64_t splitDim;
  int64_t shapeDim;
};

/// The coarsest shape that both `split` and `shape` can be reshaped from by
/// merging dimensions; nothing if there is none, as for 2x3 and 3x2.
std::optional<SmallVector<Factor>> findCommonFactors(ArrayRef<int64_t> split,
                                                     ArrayRef<int64_t> shape) {
  SmallVector<Factor> factors;
  size_t i = 0, j = 0;
  int64_t a = 1, b = 1; // what is left of the dimensions before i and j
  while (true) {
    while (a == 1 && i < split.size())
      a = split[i++];
    while (b == 1 && j < shape.size())
      b = shape[j++];
    if (a == 1 && b == 1)
      return factors;
    int64_t part = std::min(a, b);
    if (part <= 1 || a % part != 0 || b % part != 0)
      return std::nullopt;
    factors.push_back({part, static_cast<int64_t>(i) - 1, static_cast<int64_t>(j) - 1});
    a /= part;
    b /= part;
  }
}

/// Indices of `factors` in the order in which `form` stores them.
SmallVector<size_t> sortByStorage(ArrayRef<Factor> factors, const Form &form) {
  Shape position = invert(form.order);
  auto indices = llvm::to_vector(llvm::seq<size_t>(factors.size()));
  llvm::sort(indices, [&](size_t lhs, size_t rhs) {
    return std::pair(position[factors[lhs].splitDim], lhs) <
           std::pair(position[factors[rhs].splitDim], rhs);
  });
  return indices;
}

} // namespace

Shape qopt::onnx_import::identityOrder(size_t rank) {
  Shape order(rank);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

Shape qopt::onnx_import::channelsLastOrder(size_t rank) {
  Shape order = identityOrder(rank);
  if (rank >= 3)
    std::rotate(order.begin() + 1, order.begin() + 2, order.end());
  return order;
}

Shape qopt::onnx_import::permute(ArrayRef<int64_t> shape, ArrayRef<int64_t> order) {
  return llvm::map_to_vector(order, [&](int64_t dim) { return shape[dim]; });
}

Shape qopt::onnx_import::invert(ArrayRef<int64_t> order) {
  Shape inverse(order.size());
  for (auto [index, dim] : llvm::enumerate(order))
    inverse[dim] = index;
  return inverse;
}

bool qopt::onnx_import::isSameStorage(ArrayRef<int64_t> lhs, ArrayRef<int64_t> rhs,
                                      ArrayRef<int64_t> shape) {
  auto isLarge = [&](int64_t dim) { return shape[dim] != 1; };
  return llvm::equal(llvm::make_filter_range(lhs, isLarge), llvm::make_filter_range(rhs, isLarge));
}

std::optional<Shape> qopt::onnx_import::getStorageOrder(const Form &form, ArrayRef<int64_t> shape) {
  if (ArrayRef<int64_t>(form.split) == shape)
    return form.order;
  auto factors = findCommonFactors(form.split, shape);
  if (!factors)
    return std::nullopt;

  Shape order;
  llvm::SmallDenseSet<int64_t> seen;
  size_t previous = 0;
  for (size_t index : sortByStorage(*factors, form)) {
    int64_t dim = (*factors)[index].shapeDim;
    if (order.empty() || order.back() != dim) {
      if (!seen.insert(dim).second) // The dimension is stored in pieces.
        return std::nullopt;
      order.push_back(dim);
    } else if (index != previous + 1) {
      return std::nullopt;
    }
    previous = index;
  }
  for (auto [dim, size] : llvm::enumerate(shape))
    if (size == 1)
      order.insert(order.begin() + std::min(dim, order.size()), dim);
  return order;
}

std::optional<InnerOrder> qopt::onnx_import::getInnerOrder(const Form &form,
                                                           ArrayRef<int64_t> shape) {
  auto factors = findCommonFactors(form.split, shape);
  if (!factors || shape.empty())
    return std::nullopt;
  int64_t last = shape.size() - 1;
  size_t outer = llvm::count_if(*factors, [&](const Factor &f) { return f.shapeDim != last; });

  InnerOrder inner;
  for (const Factor &factor : ArrayRef(*factors).drop_front(outer))
    inner.split.push_back(factor.size);
  for (auto [position, index] : llvm::enumerate(sortByStorage(*factors, form))) {
    if (position < outer ? index != position : index < outer)
      return std::nullopt;
    if (position >= outer)
      inner.order.push_back(index - outer);
  }
  return inner;
}

int64_t QuantizationGrid::storageMin() const {
  return storageType.isUnsigned() ? 0 : -(int64_t(1) << (storageType.getWidth() - 1));
}

int64_t QuantizationGrid::storageMax() const {
  return (int64_t(1) << (storageType.getWidth() - (storageType.isUnsigned() ? 0 : 1))) - 1;
}

bool QuantizationGrid::operator==(const QuantizationGrid &other) const {
  return storageType == other.storageType && scales == other.scales &&
         zeroPoints == other.zeroPoints && axis == other.axis;
}

ImportedValue ImportedValue::computed(Value value, ArrayRef<int64_t> shape,
                                      ArrayRef<int64_t> order) {
  ImportedValue result;
  result.shape.assign(shape.begin(), shape.end());
  result.forms.push_back({value, result.shape, Shape(order)});
  return result;
}

ImportedValue ImportedValue::ofConstant(ConstantData data) {
  ImportedValue result;
  result.shape.assign(data->getShape().begin(), data->getShape().end());
  result.constant = std::move(data);
  return result;
}

Type ImportedValue::getElementType() const {
  return isConstant() ? constant->getType().getElementType()
                      : cast<RankedTensorType>(forms.front().value.getType()).getElementType();
}

bool ImportedValue::isFloat() const { return !isQuantized && getElementType().isF32(); }

void ImportedValue::widenFloats() {
  if (!isConstant() || !isa<FloatType>(getElementType()) || getElementType().isF32())
    return;
  constant = toFloats(*constant);
  forms.clear();
}

std::string ImportedValue::describeType() const {
  if (isQuantized)
    return getElementTypeName(grid->storageType);
  return getElementTypeName(getElementType());
}

FailureOr<ImportedValue> ImportedValue::reshaped(ArrayRef<int64_t> newShape) const {
  ImportedValue result = *this;
  result.shape.assign(newShape.begin(), newShape.end());
  result.affine = nullptr;
  if (!grid || grid->axis < 0)
    return result;
  // The axis is the dimension of the same size and the same distance.
  Shape oldStrides = computeStrides(shape), newStrides = computeStrides(newShape);
  for (auto [dim, size] : llvm::enumerate(newShape))
    if (size == shape[grid->axis] && newStrides[dim] == oldStrides[grid->axis]) {
      result.grid->axis = dim;
      return result;
    }
  return failure();
}

ImportedValue ImportedValue::transposed(ArrayRef<int64_t> order) const {
  ImportedValue result = *this;
  result.shape = permute(shape, order);
  result.forms.clear();
  result.affine = nullptr;
  Shape inverse = invert(order);
  for (const Form &form : forms)
    if (std::optional<Shape> stored = getStorageOrder(form, shape))
      result.forms.push_back({form.value, result.shape, permute(inverse, *stored)});
  if (constant)
    result.constant = transposeConstant(*constant, shape, order);
  if (grid && grid->axis >= 0)
    result.grid->axis = inverse[grid->axis];
  return result;
}

ConstantData qopt::onnx_import::transposeConstant(const Tensor &tensor, ArrayRef<int64_t> shape,
                                                  ArrayRef<int64_t> order) {
  return copyStrided(tensor, permute(shape, order), 0, permute(computeStrides(shape), order));
}

void qopt::onnx_import::scaleRows(ImportedValue &constant, ArrayRef<double> factor) {
  auto scaled = std::make_shared<Tensor>(*constant.constant);
  MutableArrayRef<float> values = scaled->as<float>();
  size_t rowSize = values.size() / factor.size();
  for (auto [index, value] : llvm::enumerate(values))
    value = static_cast<float>(value * factor[index / rowSize]);
  constant.constant = std::move(scaled);
  constant.forms.clear();
}

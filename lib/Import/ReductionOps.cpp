#include "Ops.h"
#include "Quantization.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>
#include <numeric>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

/// TOSA's product has no compiled form: halves are multiplied until one is left.
Value qopt::onnx_import::emitProduct(ImportBuilder &b, Value value, ArrayRef<int64_t> dims) {
  for (int64_t dim : dims)
    while (getShape(value)[dim] > 1) {
      Shape half(getShape(value)), start(half.size(), 0), rest = half;
      half[dim] /= 2;
      start[dim] = half[dim];
      Value product =
          b.mul(b.slice(value, Shape(half.size(), 0), half), b.slice(value, start, half));
      if (rest[dim] % 2 != 0) {
        start[dim] = 2 * half[dim];
        half[dim] = 1;
        product = b.concat({product, b.slice(value, start, half)}, dim);
      }
      value = product;
    }
  return value;
}

namespace {

/// exp(x - max) / sum(exp(x - max)) over dimension `dim`, or its logarithm.
Value emitSoftmax(ImportBuilder &b, Value value, int64_t dim, bool isLog) {
  Value max = b.reduce<tosa::ReduceMaxOp>(value, dim);
  Value shifted = b.binary<tosa::SubOp>(value, max);
  Value exp = b.unary<tosa::ExpOp>(shifted);
  Value sum = b.reduce<tosa::ReduceSumOp>(exp, dim);
  return isLog ? b.binary<tosa::SubOp>(shifted, b.unary<tosa::LogOp>(sum))
               : b.mul(exp, b.unary<tosa::ReciprocalOp>(sum));
}

} // namespace

FailureOr<FlattenedInput> qopt::onnx_import::flattenBehindAxis(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0);
  bool isFlattened = node.getOpset() < 13;
  FailureOr<int64_t> axis = node.getInteger("axis", isFlattened ? 1 : -1);
  if (!input || failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  if (!isFlattened)
    return FlattenedInput{*input, *dim, false};
  ArrayRef<int64_t> shape = input->shape;
  int64_t outer = *countElements(shape.take_front(*dim));
  return FlattenedInput{*input->reshaped({outer, *countElements(shape) / outer}), 1, true};
}

LogicalResult qopt::onnx_import::importSoftmax(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<FlattenedInput> flattened = flattenBehindAxis(node);
  if (failed(flattened))
    return failure();
  auto &[operand, dim, isFlattened] = *flattened;
  Form form = b.getRegularForm(operand, !isFlattened && node.prefersChannelsLast());
  Value value =
      emitSoftmax(b, form.value, invert(form.order)[dim], node.getOpType() == "LogSoftmax");
  node.setOutput(
      *ImportedValue::computed(value, operand.shape, form.order).reshaped(node.getInput(0).shape));
  return success();
}

namespace {

/// The dimensions to reduce; the axes moved from attribute to operand in opset
/// 13 (ReduceSum) and 18 (the others).
FailureOr<Shape> readReducedAxes(NodeImporter &node, size_t rank) {
  FailureOr<int64_t> noop = node.getInteger("noop_with_empty_axes", 0);
  bool isOperand = node.getOpset() >= (node.getOpType() == "ReduceSum" ? 13 : 18);
  FailureOr<Shape> given = !isOperand         ? node.getIntegerList("axes", {})
                           : node.hasInput(1) ? node.getIntegers(1, "the list of axes")
                                              : Shape();
  if (failed(given) || failed(noop))
    return failure();
  FailureOr<Shape> axes = node.normalizeAxes(*given, rank);
  if (succeeded(axes) && axes->empty() && *noop == 0)
    return identityOrder(rank);
  return axes;
}

template <typename OpTy> Value reduceAll(ImportBuilder &b, Value value, ArrayRef<int64_t> dims) {
  for (int64_t dim : dims)
    value = b.reduce<OpTy>(value, dim);
  return value;
}

/// log(sum(exp(x))), less the maximum inside, which infinities have no use for.
Value emitLogSumExp(ImportBuilder &b, Value value, ArrayRef<int64_t> dims) {
  constexpr float largest = std::numeric_limits<float>::max();
  Value max = b.clamp(reduceAll<tosa::ReduceMaxOp>(b, value, dims), -largest, largest);
  Value exp = b.unary<tosa::ExpOp>(b.binary<tosa::SubOp>(value, max));
  Value sum = reduceAll<tosa::ReduceSumOp>(b, exp, dims);
  return b.binary<tosa::AddOp>(b.unary<tosa::LogOp>(sum), max);
}

Value emitReduction(NodeImporter &node, Value value, ArrayRef<int64_t> dims) {
  ImportBuilder &b = node.getBuilder();
  StringRef op = node.getOpType();
  if (op == "ReduceMax")
    return reduceAll<tosa::ReduceMaxOp>(b, value, dims);
  if (op == "ReduceMin")
    return reduceAll<tosa::ReduceMinOp>(b, value, dims);
  if (op == "ReduceProd")
    return emitProduct(b, value, dims);
  if (op == "ReduceLogSumExp")
    return emitLogSumExp(b, value, dims);
  if (op == "ReduceL1")
    value = b.unary<tosa::AbsOp>(value);
  if (op == "ReduceL2" || op == "ReduceSumSquare")
    value = b.mul(value, value);
  double count = 1;
  for (int64_t dim : dims)
    count *= static_cast<double>(getShape(value)[dim]);
  value = reduceAll<tosa::ReduceSumOp>(b, value, dims);
  if (op == "ReduceMean")
    return count == 1 ? value : b.scale(value, 1.0 / count);
  if (op == "ReduceLogSum")
    return b.unary<tosa::LogOp>(value);
  return op == "ReduceL2" ? b.sqrt(value) : value;
}

/// The mean or maximum of all that lies between the first and the last dimension.
Value emitPool(ImportBuilder &b, Value value, bool isMax) {
  Shape shape(getShape(value)), kept(shape.size(), 1);
  int64_t batch = kept.front() = shape.front(), channels = kept.back() = shape.back();
  int64_t rest = *countElements(ArrayRef(shape).slice(2, shape.size() - 3));
  ImportedValue image =
      ImportedValue::computed(value, {batch, channels, shape[1], rest}, channelsLastOrder(4));
  ImportedValue pooled = emitGlobalPool(b, image, isMax);
  return b.reshape(b.materializeChannelsLast(pooled), kept);
}

/// True if all dimensions but the first and the last are reduced.
bool isPool(NodeImporter &node, Value value, ArrayRef<int64_t> dims) {
  if (node.getOpType() != "ReduceMean" &&
      (node.getOpType() != "ReduceMax" || !getElementTypeOrSelf(value).isF32()))
    return false;
  Shape order = identityOrder(getShape(value).size()), sorted(dims);
  llvm::sort(sorted);
  return order.size() >= 3 && ArrayRef(sorted) == ArrayRef(order).drop_front().drop_back();
}

/// Integers have sums, products, maxima and minima; bools have the last two.
ImportedValue *getReducedInput(NodeImporter &node) {
  bool isExtremum = node.getOpType() == "ReduceMax" || node.getOpType() == "ReduceMin";
  bool takesIntegers =
      isExtremum || node.getOpType() == "ReduceSum" || node.getOpType() == "ReduceProd";
  ImportedValue *input = takesIntegers ? node.getDataInput(0) : node.getFloatInput(0);
  if (input && input->getElementType().isInteger(1) && !isExtremum)
    return node.error() << "operand 0 has type bool; numbers expected", nullptr;
  return input;
}

} // namespace

FailureOr<ReducedShape> qopt::onnx_import::readReducedShape(NodeImporter &node,
                                                            ArrayRef<int64_t> shape) {
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  FailureOr<Shape> axes = readReducedAxes(node, shape.size());
  if (failed(keepDims) || failed(axes))
    return failure();
  llvm::sort(*axes);
  Shape kept(shape), dropped;
  for (auto [dim, size] : llvm::enumerate(kept)) {
    if (llvm::is_contained(*axes, static_cast<int64_t>(dim)))
      size = 1;
    else
      dropped.push_back(size);
  }
  return ReducedShape{*axes, kept, *keepDims ? kept : dropped};
}

LogicalResult qopt::onnx_import::importReduce(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getReducedInput(node);
  if (!input)
    return failure();
  FailureOr<ReducedShape> reduced = readReducedShape(node, input->shape);
  if (failed(reduced))
    return failure();
  ImportedValue result;
  bool isMax = node.getOpType() == "ReduceMax";
  if (node.getOpType() == "ReduceMean" && input->rank() == 4 && reduced->axes == Shape{2, 3}) {
    result = emitGlobalPool(b, *input, /*isMax=*/false);
  } else {
    Form form = b.getRegularForm(*input, node.prefersChannelsLast());
    Shape dims = permute(invert(form.order), reduced->axes);
    // Bools have no maximum in TOSA.
    bool isBool = input->getElementType().isInteger(1);
    Value value = isBool ? b.castTo(form.value, b.getI32Type()) : form.value;
    value =
        isPool(node, value, dims) ? emitPool(b, value, isMax) : emitReduction(node, value, dims);
    value = isBool ? b.castTo(value, b.getI1Type()) : value;
    result = ImportedValue::computed(value, reduced->kept, form.order);
  }
  node.setOutput(*result.reshaped(reduced->result));
  return success();
}

//===----------------------------------------------------------------------===//
// ArgMax, TopK, CumSum
//===----------------------------------------------------------------------===//

/// The index of the largest element; the last one of several counts from behind.
static Value emitArgMax(ImportBuilder &b, Value value, int64_t axis, bool takesLast) {
  Shape shape(getShape(value));
  int64_t size = shape[axis];
  if (takesLast)
    value = b.reverse(value, axis);
  shape.erase(shape.begin() + axis);
  auto type = RankedTensorType::get(shape, b.getI32Type());
  Value index = tosa::ArgMaxOp::create(b, type, value, static_cast<uint32_t>(axis));
  if (!takesLast)
    return index;
  return b.binary<tosa::SubOp>(b.createScalarLike(static_cast<double>(size - 1), index), index);
}

LogicalResult qopt::onnx_import::importArgMax(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  // Real values are ordered like their integers: scales are positive.
  ImportedValue *input = isOnGrid(node.getInput(0)) ? &node.getInput(0) : node.getDataInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", 0), keepDims = node.getInteger("keepdims", 1);
  FailureOr<int64_t> last = node.getInteger("select_last_index", 0);
  if (!input || failed(axis) || failed(keepDims) || failed(last))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  Value value = b.materializeOriginal(*input);
  Type type = getElementTypeOrSelf(value);
  if (isa<IntegerType>(type) && type.getIntOrFloatBitWidth() < 32)
    value = b.castTo(value, b.getI32Type());
  // The first of the least is the first of the largest of -1 - x, which does not overflow.
  if (node.getOpType() == "ArgMin")
    value = type.isF32() ? b.scale(value, -1.0)
                         : b.binary<tosa::SubOp>(b.createScalarLike(-1, value), value);
  Value index = b.castTo(emitArgMax(b, value, *dim, *last != 0), b.getI64Type());
  Shape dropped(getShape(index)), kept = input->shape;
  kept[*dim] = 1;
  ImportedValue result = ImportedValue::computed(index, dropped, identityOrder(dropped.size()));
  node.setOutput(*result.reshaped(*keepDims ? kept : dropped));
  return success();
}

namespace {

/// Numbers of which the largest are wanted, and one that is less than all of them.
struct Candidates {
  Value values, none;
};

/// Elements that have the least value of their type must come before those that are taken.
Candidates emitCandidates(ImportBuilder &b, Value value, bool wantsLargest) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  Type type = getElementTypeOrSelf(value);
  if (type.isF32()) {
    value = wantsLargest ? value : b.scale(value, -1.0);
    return {b.clamp(value, std::numeric_limits<float>::lowest(), infinity),
            b.createScalarLike(-infinity, value)};
  }
  unsigned width = type.getIntOrFloatBitWidth() + (type.isUnsignedInteger() ? 1 : 0);
  value = b.castTo(value, width <= 32 ? b.getI32Type() : b.getI64Type());
  if (!wantsLargest) // Does not overflow.
    value = b.binary<tosa::SubOp>(b.createScalarLike(-1, value), value);
  Value none = b.createScalarLike(width <= 32 ? -0x1p31 : -0x1p63, value);
  Value least = b.binary<tosa::AddOp>(none, b.createScalarLike(1, value));
  return {b.binary<tosa::MaximumOp>(value, least), none};
}

} // namespace

/// The k largest: k times the largest of what is left.
LogicalResult qopt::onnx_import::importTopK(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", -1), largest = node.getInteger("largest", 1);
  FailureOr<int64_t> sorted = node.getInteger("sorted", 1);
  FailureOr<int64_t> attribute = node.getOpset() < 10 ? node.getInteger("k", 0) : 0;
  FailureOr<Shape> operand = node.getOpset() < 10 ? Shape{0}
                             : node.hasInput(1)   ? node.getIntegers(1, "the number of elements")
                                                  : Shape();
  if (!input || failed(axis) || failed(largest) || failed(sorted) || failed(attribute) ||
      failed(operand))
    return failure();
  if (input->getElementType().isInteger(1) || input->getElementType().isUnsignedInteger(64))
    return node.error() << "operand 0 has type " << input->describeType()
                        << "; float or integers up to int64 expected";
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  int64_t k = node.getOpset() < 10 ? *attribute : operand->size() == 1 ? operand->front() : 0;
  constexpr int64_t maxCount = 1024; // each is a pass over the operand
  if (k < 1 || k > input->shape[*dim] || k > maxCount)
    return node.error() << "asks for " << k << " elements of " << input->shape[*dim] << "; 1 to "
                        << std::min(input->shape[*dim], maxCount) << " are supported";

  Shape shape = input->shape, one = shape, ramp(shape.size(), 1), taken = shape;
  taken[*dim] = k;
  if (failed(node.checkConstantSize({shape[*dim]})) || failed(node.checkConstantSize(taken)))
    return failure();
  one[*dim] = 1;
  ramp[*dim] = shape[*dim];
  SmallVector<int32_t> positions(shape[*dim]);
  std::iota(positions.begin(), positions.end(), 0);
  Value ids = b.createIndices(ramp, positions);
  Value value = b.materializeOriginal(*input);
  auto [rest, none] = emitCandidates(b, value, *largest != 0);
  SmallVector<Value> indices;
  for (int64_t i = 0; i < k; ++i) {
    indices.push_back(b.reshape(emitArgMax(b, rest, *dim, /*takesLast=*/false), one));
    rest = b.select(b.compare<tosa::EqualOp>(ids, indices.back()), none, rest);
  }
  Value places = b.concat(indices, *dim);
  Value all = emitGatherElements(b, value, places, *dim);
  Value where = b.castTo(places, b.getI64Type());
  node.setOutput(ImportedValue::computed(all, taken, identityOrder(taken.size())));
  node.setOutput(ImportedValue::computed(where, taken, identityOrder(taken.size())), 1);
  return success();
}

/// Sums, or products, of the last 1, 2, 4, … elements.
LogicalResult qopt::onnx_import::importCumSum(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  FailureOr<Shape> axis = node.getIntegers(1, "the axis");
  FailureOr<int64_t> exclusive = node.getInteger("exclusive", 0);
  FailureOr<int64_t> reverse = node.getInteger("reverse", 0);
  if (!input || failed(axis) || failed(exclusive) || failed(reverse))
    return failure();
  if (axis->size() != 1)
    return node.error() << "the axis has " << axis->size() << " elements; one expected";
  FailureOr<int64_t> dim = node.normalizeAxis(axis->front(), input->rank());
  if (failed(dim))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  int64_t place = invert(form.order)[*dim], size = input->shape[*dim];
  bool isProduct = node.getOpType() == "CumProd";
  Value sum = *reverse ? b.reverse(form.value, place) : form.value;
  auto shift = [&](Value value, int64_t by) {
    Shape padding(2 * input->rank(), 0), start(input->rank(), 0), kept(getShape(value));
    padding[2 * place] = by;
    kept[place] -= by;
    return b.pad(b.slice(value, start, kept), padding, isProduct ? 1.0 : 0.0);
  };
  if (*exclusive && size == 1)
    sum = b.createScalarLike(isProduct ? 1 : 0, sum);
  else if (*exclusive)
    sum = shift(sum, 1);
  for (int64_t by = 1; by < size; by *= 2)
    sum = isProduct ? b.mul(sum, shift(sum, by)) : b.binary<tosa::AddOp>(sum, shift(sum, by));
  if (*reverse)
    sum = b.reverse(sum, place);
  node.setOutput(ImportedValue::computed(sum, input->shape, form.order));
  return success();
}

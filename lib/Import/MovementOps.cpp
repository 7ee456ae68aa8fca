#include "Ops.h"

#include "Broadcast.h"
#include "Quantization.h"
#include "SliceParameters.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/Sequence.h"

// Operators that copy elements to other places, which are known at import.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// Operand `index`, of any type; quantized ones too, because copies stay on their
/// grid.
ImportedValue *getMovableInput(NodeImporter &node, size_t index) {
  ImportedValue &value = node.getInput(index);
  return isOnGrid(value) ? &value : node.getDataInput(index);
}

/// `value` in the order of `form`, quantized like `like`.
ImportedValue makeResult(Value value, ArrayRef<int64_t> shape, const Form &form,
                         const ImportedValue &like) {
  ImportedValue result = ImportedValue::computed(value, shape, form.order);
  if (like.isQuantized) {
    result.isQuantized = true;
    result.grid = like.grid;
  }
  return result;
}

/// The order that the first computed operand is stored in.
Shape chooseConcatOrder(NodeImporter &node, ArrayRef<ImportedValue *> operands) {
  size_t rank = operands.front()->rank();
  if (node.prefersChannelsLast())
    return channelsLastOrder(rank);
  for (ImportedValue *operand : operands)
    if (!operand->isConstant())
      for (const Form &form : operand->forms)
        if (std::optional<Shape> order = getStorageOrder(form, operand->shape))
          return *order;
  return identityOrder(rank);
}

} // namespace

LogicalResult qopt::onnx_import::importConcat(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  SmallVector<ImportedValue *> operands;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (!node.hasInput(index))
      return node.error() << "operand " << index << " is missing";
    ImportedValue *operand = getMovableInput(node, index);
    if (!operand)
      return failure();
    operands.push_back(operand);
  }
  const ImportedValue &first = *operands.front();
  FailureOr<int64_t> dim = node.getAxis(1, first.rank());
  if (failed(dim))
    return failure();

  Shape shape = first.shape;
  shape[*dim] = 0;
  for (const ImportedValue *operand : operands) {
    Shape expected = first.shape;
    if (operand->rank() == first.rank())
      expected[*dim] = operand->shape[*dim];
    if (operand->shape != expected)
      return node.error() << "operands of shape " << formatShape(first.shape) << " and "
                          << formatShape(operand->shape) << " cannot be joined at dimension "
                          << *dim;
    if (operand->isQuantized != first.isQuantized ||
        (first.isQuantized && !(*operand->grid == *first.grid)))
      return node.error() << "its operands are quantized with different scales or zero points; "
                          << "put a DequantizeLinear before it";
    if (operand->getElementType() != first.getElementType())
      return node.error() << "its operands have the types " << first.describeType() << " and "
                          << operand->describeType() << "; the same type expected";
    shape[*dim] += operand->shape[*dim];
  }
  if (failed(node.checkShape(shape)))
    return failure();

  Shape order = chooseConcatOrder(node, operands);
  auto values = llvm::map_to_vector(
      operands, [&](ImportedValue *operand) { return b.materialize(*operand, order); });
  Value result = b.concat(values, invert(order)[*dim]);
  node.setOutput(makeResult(result, shape, {result, shape, order}, first));
  return success();
}

//===----------------------------------------------------------------------===//
// Pad
//===----------------------------------------------------------------------===//

namespace {

/// Elements to add (to remove, if negative) at both ends of each dimension.
struct Padding {
  Shape begin, end;
  float value = 0.0f;
};

FailureOr<Padding> readPadding(NodeImporter &node, size_t rank) {
  bool hasOperands = node.getOpset() >= 11;
  FailureOr<Shape> pads =
      hasOperands ? node.getIntegers(1, "the list of pads") : node.getIntegerList("pads", {});
  FailureOr<float> value = 0.0f;
  if (!hasOperands)
    value = node.getFloat("value", 0.0f);
  else if (node.hasInput(2))
    value = node.getScalar(2, "the padding value");
  FailureOr<Shape> axes = identityOrder(rank);
  if (hasOperands && node.hasInput(3)) {
    axes = node.getIntegers(3, "the list of axes");
    if (succeeded(axes))
      axes = node.normalizeAxes(*axes, rank);
  }
  if (failed(pads) || failed(value) || failed(axes))
    return failure();
  if (pads->size() != 2 * axes->size())
    return node.error() << "there are " << pads->size() << " pads for " << axes->size()
                        << " dimensions; two each expected";
  Padding padding{Shape(rank, 0), Shape(rank, 0), *value};
  for (auto [index, axis] : llvm::enumerate(*axes)) {
    padding.begin[axis] = (*pads)[index];
    padding.end[axis] = (*pads)[axes->size() + index];
    for (int64_t amount : {padding.begin[axis], padding.end[axis]})
      if (amount < -maxElements || amount > maxElements)
        return node.error() << "the pad " << amount << " is too large";
  }
  return padding;
}

/// The element of a dimension of `size` that stands at `position`, before,
/// behind or in it.
int64_t findSource(StringRef mode, int64_t position, int64_t size) {
  if (mode == "edge" || size == 1)
    return std::clamp<int64_t>(position, 0, size - 1);
  int64_t period = mode == "wrap" ? size : 2 * size - 2;
  int64_t source = (position % period + period) % period;
  return source < size ? source : period - source;
}

/// Pads `axis` of `value` with elements of its own.
Value emitOwnPadding(ImportBuilder &b, Value value, int64_t axis, StringRef mode, int64_t begin,
                     int64_t end) {
  int64_t size = getShape(value)[axis];
  SmallVector<Value> parts;
  auto append = [&](int64_t from, int64_t to) {
    if (from >= to)
      return;
    Shape sources;
    for (int64_t position = from; position < to; ++position)
      sources.push_back(findSource(mode, position, size));
    if (llvm::all_equal(sources)) {
      Shape multiples(getShape(value).size(), 1);
      multiples[axis] = to - from;
      parts.push_back(b.tile(b.take(value, axis, sources.front()), multiples));
    } else {
      parts.push_back(b.take(value, axis, sources));
    }
  };
  append(-begin, std::min<int64_t>(0, size + end));
  append(std::max<int64_t>(0, -begin), std::min(size, size + end));
  append(std::max(size, -begin), size + end);
  return b.concat(parts, axis);
}

} // namespace

LogicalResult qopt::onnx_import::importPad(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<StringRef> mode = node.getString("mode", "constant");
  if (failed(mode))
    return failure();
  bool isConstantMode = *mode == "constant";
  if (!isConstantMode && *mode != "edge" && *mode != "reflect" && *mode != "wrap")
    return node.error() << "attribute 'mode' has the value '" << *mode
                        << "'; 'constant', 'edge', 'reflect' and 'wrap' are supported";
  ImportedValue *input = isConstantMode ? node.getFloatInput(0) : getMovableInput(node, 0);
  if (!input)
    return failure();
  FailureOr<Padding> padding = readPadding(node, input->rank());
  if (failed(padding))
    return failure();

  Shape shape = input->shape, cutStart, cutSize, amounts;
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  for (auto [dim, size] : llvm::enumerate(shape)) {
    int64_t begin = padding->begin[dim], end = padding->end[dim];
    if (size + std::min<int64_t>(begin, 0) + std::min<int64_t>(end, 0) <= 0)
      return node.error() << "the pads " << begin << " and " << end
                          << " leave nothing of dimension " << dim << " of size " << size;
    size += begin + end;
  }
  if (failed(node.checkShape(shape)))
    return failure();
  if (!isConstantMode) {
    Value value = form.value;
    for (auto [axis, dim] : llvm::enumerate(form.order))
      if (padding->begin[dim] != 0 || padding->end[dim] != 0)
        value = emitOwnPadding(b, value, axis, *mode, padding->begin[dim], padding->end[dim]);
    node.setOutput(makeResult(value, shape, form, *input));
    return success();
  }
  // Negative pads cut; the rest is padded.
  for (int64_t dim : form.order) {
    int64_t begin = padding->begin[dim], end = padding->end[dim];
    int64_t cutBegin = std::max<int64_t>(-begin, 0), cutEnd = std::max<int64_t>(-end, 0);
    cutStart.push_back(cutBegin);
    cutSize.push_back(input->shape[dim] - cutBegin - cutEnd);
    amounts.push_back(std::max<int64_t>(begin, 0));
    amounts.push_back(std::max<int64_t>(end, 0));
  }
  Value value = b.pad(b.slice(form.value, cutStart, cutSize), amounts, padding->value);
  node.setOutput(ImportedValue::computed(value, shape, form.order));
  return success();
}

//===----------------------------------------------------------------------===//
// Slice, Split
//===----------------------------------------------------------------------===//

FailureOr<SliceParameters> qopt::onnx_import::readSlice(NodeImporter &node,
                                                        ArrayRef<int64_t> shape) {
  bool hasOperands = node.getOpset() >= 10;
  if (hasOperands && node.getNumInputs() < 3)
    return node.error() << "has " << node.getNumInputs() << " operands; 3 to 5 expected";
  auto readList = [&](size_t index, StringRef name, bool isOptional) -> FailureOr<Shape> {
    if (!hasOperands)
      return node.getIntegerList(name, {});
    if (isOptional && !node.hasInput(index))
      return Shape();
    if (!node.hasInput(index))
      return node.error() << "operand " << index << " (" << name << ") is missing";
    return node.getIntegers(index, name);
  };
  FailureOr<Shape> starts = readList(1, "starts", false), ends = readList(2, "ends", false);
  FailureOr<Shape> axes = readList(3, "axes", true);
  FailureOr<Shape> steps = hasOperands ? readList(4, "steps", true) : Shape();
  if (failed(starts) || failed(ends) || failed(axes) || failed(steps))
    return failure();
  if (axes->empty())
    axes = identityOrder(std::min(starts->size(), shape.size()));
  if (steps->empty())
    steps->assign(starts->size(), 1);
  FailureOr<Shape> dims = node.normalizeAxes(*axes, shape.size());
  if (failed(dims))
    return failure();
  if (starts->size() != dims->size() || ends->size() != dims->size() ||
      steps->size() != dims->size())
    return node.error() << "starts, ends, axes and steps have different lengths";

  SliceParameters slice{Shape(shape.size(), 0), Shape(shape), Shape(shape.size(), 1)};
  for (auto [dim, start, end, step] : llvm::zip_equal(*dims, *starts, *ends, *steps)) {
    int64_t size = shape[dim];
    if (step == 0)
      return node.error() << "the step of dimension " << dim << " is 0";
    step = std::clamp(step, -maxElements, maxElements);
    auto place = [size](int64_t position, int64_t low, int64_t high) {
      // Negative positions count from the end.
      position = std::clamp(position, -size - 1, size);
      return std::clamp(position < 0 ? position + size : position, low, high);
    };
    int64_t from =
        step > 0 ? place(start, 0, size) : place(start, 0, std::max<int64_t>(size - 1, 0));
    int64_t to = step > 0 ? place(end, 0, size) : place(end, -1, size - 1);
    int64_t distance = step > 0 ? to - from : from - to;
    int64_t stride = std::abs(step);
    slice.start[dim] = from;
    slice.step[dim] = step;
    slice.size[dim] = size == 0 ? 0 : std::max<int64_t>((distance + stride - 1) / stride, 0);
  }
  return slice;
}

LogicalResult qopt::onnx_import::importSlice(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getMovableInput(node, 0);
  if (!input)
    return failure();
  FailureOr<SliceParameters> slice = readSlice(node, input->shape);
  if (failed(slice) || failed(node.checkShape(slice->size)))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  // What steps over elements, and then the rest in one slice.
  Value value = form.value;
  for (auto [dim, step] : llvm::enumerate(slice->step)) {
    if (step == 1 || slice->size[dim] == 1)
      continue;
    Shape indices;
    for (int64_t i = 0; i < slice->size[dim]; ++i)
      indices.push_back(slice->start[dim] + i * step);
    value = b.take(value, invert(form.order)[dim], indices);
    slice->start[dim] = 0;
  }
  value = b.slice(value, permute(slice->start, form.order), permute(slice->size, form.order));
  node.setOutput(makeResult(value, slice->size, form, *input));
  return success();
}

FailureOr<SplitParameters> qopt::onnx_import::readSplit(NodeImporter &node,
                                                        ArrayRef<int64_t> shape) {
  FailureOr<int64_t> dim = node.getAxis(0, shape.size());
  if (failed(dim))
    return failure();
  auto count = static_cast<int64_t>(node.getNumOutputs());
  int64_t total = shape[*dim];
  FailureOr<int64_t> numOutputs = node.getInteger("num_outputs", count);
  FailureOr<Shape> sizes = node.getOpset() < 13 ? node.getIntegerList("split", {})
                           : node.hasInput(1)   ? node.getIntegers(1, "the list of sizes")
                                                : Shape();
  if (failed(numOutputs) || failed(sizes))
    return failure();
  if (sizes->empty()) // Equal parts, the last one smaller if need be.
    for (int64_t part = (total + count - 1) / count, index = 0; index < count; ++index)
      sizes->push_back(std::clamp<int64_t>(total - index * part, 0, part));
  int64_t sum = 0;
  for (int64_t size : *sizes)
    if (size <= 0 || size > total || (sum += size) > total)
      return node.error() << "a part of size " << size << " does not fit into dimension " << *dim
                          << " of size " << total;
  if (static_cast<int64_t>(sizes->size()) != count || sum != total)
    return node.error() << "the sizes " << formatShape(*sizes) << " do not split dimension " << *dim
                        << " of size " << total << " into " << count << " results";
  return SplitParameters{*dim, *sizes};
}

LogicalResult qopt::onnx_import::importSplit(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getMovableInput(node, 0);
  if (!input)
    return failure();
  FailureOr<SplitParameters> split = readSplit(node, input->shape);
  if (failed(split))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  Shape start(input->rank(), 0), shape = input->shape;
  for (auto [index, size] : llvm::enumerate(split->sizes)) {
    shape[split->dim] = size;
    Value value = b.slice(form.value, permute(start, form.order), permute(shape, form.order));
    node.setOutput(makeResult(value, shape, form, *input), index);
    start[split->dim] += size;
  }
  return success();
}

LogicalResult qopt::onnx_import::importExpand(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  FailureOr<Shape> target = node.getIntegers(1, "the shape");
  if (!input || failed(target))
    return failure();
  std::optional<Shape> shape = broadcastShapes(input->shape, *target);
  if (!shape)
    return node.error() << "an operand of shape " << formatShape(input->shape)
                        << " cannot be expanded to " << formatShape(*target);
  if (failed(node.checkShape(*shape)))
    return failure();
  Shape padded(shape->size() - input->rank(), 1), multiples;
  llvm::append_range(padded, input->shape);
  for (auto [size, from] : llvm::zip_equal(*shape, padded))
    multiples.push_back(size / from);
  ImportedValue operand = *input->reshaped(padded);
  Value value = b.tile(b.materializeOriginal(operand), multiples);
  node.setOutput(ImportedValue::computed(value, *shape, identityOrder(shape->size())));
  return success();
}

LogicalResult qopt::onnx_import::importTile(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getMovableInput(node, 0);
  FailureOr<Shape> repeats = node.getIntegers(1, "the list of repeats");
  if (!input || failed(repeats))
    return failure();
  if (repeats->size() != input->rank())
    return node.error() << "there are " << repeats->size() << " repeats for an operand of shape "
                        << formatShape(input->shape);
  Shape shape = input->shape;
  for (auto [size, times] : llvm::zip_equal(shape, *repeats)) {
    if (times < 1 || times > maxElements)
      return node.error() << "the repeat " << times << " is out of range";
    size *= times;
  }
  if (failed(node.checkShape(shape)))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  Value value = b.tile(form.value, permute(*repeats, form.order));
  node.setOutput(makeResult(value, shape, form, *input));
  return success();
}

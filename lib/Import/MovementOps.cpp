#include "Movement.h"

#include "Broadcast.h"
#include "EmptyOps.h"
#include "Ops.h"
#include "Quantization.h"
#include "SliceParameters.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/Sequence.h"

// Operators that copy elements to other places, which are known at import.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

ImportedValue *qopt::onnx_import::getMovableInput(NodeImporter &node, size_t index) {
  ImportedValue &value = node.getInput(index);
  return isOnGrid(value) ? &value : node.getDataInput(index);
}

ImportedValue qopt::onnx_import::makeMoved(Value value, ArrayRef<int64_t> shape, const Form &form,
                                           const ImportedValue &like) {
  ImportedValue result = ImportedValue::computed(value, shape, form.order);
  if (like.isQuantized) {
    result.isQuantized = true;
    result.grid = like.grid;
  }
  return result;
}

namespace {

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
    if (failed(node.requireInput(index)))
      return failure();
    // Operands without elements count for the shape only.
    bool isEmptyOperand = isEmpty(node.getInput(index).shape);
    ImportedValue *operand = isEmptyOperand ? &node.getInput(index) : getMovableInput(node, index);
    if (!operand)
      return failure();
    operands.push_back(operand);
  }
  const ImportedValue &first = **llvm::max_element(
      operands, [](auto *lhs, auto *rhs) { return isEmpty(lhs->shape) && !isEmpty(rhs->shape); });
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
    shape[*dim] += operand->shape[*dim];
    if (isEmpty(operand->shape))
      continue;
    if (operand->isQuantized != first.isQuantized ||
        (first.isQuantized && !(*operand->grid == *first.grid)))
      return node.error() << "its operands are quantized with different scales or zero points; "
                          << "put a DequantizeLinear before it";
    if (operand->getElementType() != first.getElementType())
      return node.error() << "its operands have the types " << first.describeType() << " and "
                          << operand->describeType() << "; the same type expected";
  }
  if (setEmptyOutput(node, first, shape))
    return success();
  if (failed(node.checkShape(shape)))
    return failure();
  llvm::erase_if(operands, [](ImportedValue *operand) { return isEmpty(operand->shape); });

  Shape order = chooseConcatOrder(node, operands);
  auto values = llvm::map_to_vector(
      operands, [&](ImportedValue *operand) { return b.materialize(*operand, order); });
  Value result = b.concat(values, invert(order)[*dim]);
  node.setOutput(makeMoved(result, shape, {result, shape, order}, first));
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
  if (failed(slice))
    return failure();
  if (setEmptyOutput(node, *input, slice->size))
    return success();
  if (failed(node.checkShape(slice->size)))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  // What steps over elements, and then the rest in one slice.
  Value value = form.value;
  for (auto [dim, step] : llvm::enumerate(slice->step)) {
    if (step == 1 || slice->size[dim] == 1)
      continue;
    if (failed(node.checkConstantSize({slice->size[dim]})))
      return failure();
    Shape indices;
    for (int64_t i = 0; i < slice->size[dim]; ++i)
      indices.push_back(slice->start[dim] + i * step);
    value = b.take(value, invert(form.order)[dim], indices);
    slice->start[dim] = 0;
  }
  value = b.slice(value, permute(slice->start, form.order), permute(slice->size, form.order));
  node.setOutput(makeMoved(value, slice->size, form, *input));
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
    if (size < 0 || size > total || (sum += size) > total)
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
    if (setEmptyOutput(node, *input, shape, index))
      continue;
    Value value = b.slice(form.value, permute(start, form.order), permute(shape, form.order));
    node.setOutput(makeMoved(value, shape, form, *input), index);
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
  if (setEmptyOutput(node, *input, *shape))
    return success();
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
    if (times < 0 || times > maxElements)
      return node.error() << "the repeat " << times << " is out of range";
    size *= times;
  }
  if (setEmptyOutput(node, *input, shape))
    return success();
  if (failed(node.checkShape(shape)))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  Value value = b.tile(form.value, permute(*repeats, form.order));
  node.setOutput(makeMoved(value, shape, form, *input));
  return success();
}

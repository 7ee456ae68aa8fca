#include "Movement.h"
#include "Ops.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// Elements to add (to remove, if negative) at both ends of each dimension.
struct Padding {
  Shape begin, end;
  double value = 0.0;
};

/// What to pad `input` with; if it is quantized, the real value.
FailureOr<double> readPaddingValue(NodeImporter &node, const ImportedValue &input) {
  if (node.getOpset() < 11)
    return node.getFloat("value", 0.0f);
  double value = 0.0;
  if (node.hasInput(2)) {
    const ImportedValue &operand = node.getInput(2);
    if (input.isFloat() || operand.isQuantized || !operand.isConstant() ||
        operand.constant->getNumElements() != 1) {
      FailureOr<float> scalar = node.getScalar(2, "the padding value");
      if (failed(scalar))
        return failure();
      value = *scalar;
    } else {
      value = toDoubles(*operand.constant).front();
    }
  }
  if (input.isQuantized)
    return static_cast<float>(value - input.grid->zeroPoints.front()) * input.grid->scales.front();
  return value;
}

FailureOr<Padding> readPadding(NodeImporter &node, const ImportedValue &input) {
  size_t rank = input.rank();
  bool hasOperands = node.getOpset() >= 11;
  FailureOr<Shape> pads =
      hasOperands ? node.getIntegers(1, "the list of pads") : node.getIntegerList("pads", {});
  FailureOr<double> value = readPaddingValue(node, input);
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
  ImportedValue *input = getMovableInput(node, 0);
  if (!input)
    return failure();
  FailureOr<Padding> padding = readPadding(node, *input);
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
    // Indices of what is copied.
    if (!isConstantMode && (begin > 0 || end > 0) && failed(node.checkConstantSize({size})))
      return failure();
  }
  if (failed(node.checkShape(shape)))
    return failure();
  if (!isConstantMode) {
    Value value = form.value;
    for (auto [axis, dim] : llvm::enumerate(form.order))
      if (padding->begin[dim] != 0 || padding->end[dim] != 0)
        value = emitOwnPadding(b, value, axis, *mode, padding->begin[dim], padding->end[dim]);
    node.setOutput(makeMoved(value, shape, form, *input));
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
  node.setOutput(makeMoved(value, shape, form, *input));
  return success();
}

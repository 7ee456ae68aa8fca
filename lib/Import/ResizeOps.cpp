#include "Ops.h"
#include "Quantization.h"
#include "ResizePlan.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The plans of H and W, where nothing else is resized and `tosa.resize` reads
/// the same elements.
bool isTosaResize(const ResizePlan &plan, size_t rank) {
  return rank == 4 && llvm::all_of(plan.dimensions, [](const ResizedDimension &dimension) {
           return dimension.dim >= 2 && dimension.tosa;
         });
}

/// True if each element is that of the operand.
bool isCopy(const ResizePlan &plan) {
  return plan.isNearest && llvm::all_of(plan.dimensions, [](const ResizedDimension &dimension) {
           return llvm::all_of(dimension.elements,
                               [](const ResizeTaps &element) { return !element.taps.empty(); });
         });
}

Value emitTosaResize(ImportBuilder &b, const ResizePlan &plan, ImportedValue &input) {
  Shape scale{1, 1, 1, 1}, offset{0, 0}, border{0, 0}, shape = input.shape;
  for (const ResizedDimension &dimension : plan.dimensions) {
    auto [numerator, denominator, shift] = *dimension.tosa;
    size_t axis = dimension.dim - 2;
    shape[dimension.dim] = dimension.output;
    scale[2 * axis] = numerator;
    scale[2 * axis + 1] = denominator;
    offset[axis] = shift;
    // From which TOSA derives the size of the result.
    border[axis] = (dimension.output - 1) * denominator - (dimension.input - 1) * numerator + shift;
  }
  auto mode = plan.isNearest ? tosa::ResizeMode::NEAREST_NEIGHBOR : tosa::ResizeMode::BILINEAR;
  Value operand = b.materializeChannelsLast(input);
  return tosa::ResizeOp::create(b, b.getTensorType(permute(shape, channelsLastOrder(4))), operand,
                                b.createShape(scale), b.createShape(offset), b.createShape(border),
                                tosa::ResizeModeAttr::get(b.getContext(), mode));
}

/// Dimension `axis` of `value` by taps: for each tap the elements that it reads,
/// times its weights.
Value emitTaps(ImportBuilder &b, Value value, int64_t axis, const ResizedDimension &dimension,
               bool isNearest) {
  Shape shape(getShape(value));
  auto count = [&](size_t begin, size_t end) {
    return *countElements(ArrayRef(shape).slice(begin, end - begin));
  };
  int64_t outer = count(0, axis), inner = count(axis + 1, shape.size());
  Value rows = b.reshape(value, {outer, dimension.input, inner});
  size_t taps = 0;
  bool hasOffset = false;
  for (const ResizeTaps &element : dimension.elements) {
    taps = std::max(taps, element.taps.size());
    hasOffset |= element.taps.empty();
  }
  Value sum;
  for (size_t tap = 0; tap < taps; ++tap) {
    SmallVector<int32_t> indices;
    SmallVector<float> weights;
    for (const ResizeTaps &element : dimension.elements) {
      bool isRead = tap < element.taps.size();
      indices.push_back(isRead ? static_cast<int32_t>(element.taps[tap].first) : 0);
      weights.push_back(isRead ? element.taps[tap].second : 0.0f);
    }
    Value part = b.gatherRows(rows, indices);
    if (!isNearest || hasOffset)
      part = b.mul(part, b.createConstant({1, dimension.output, 1}, weights));
    sum = sum ? b.binary<tosa::AddOp>(sum, part) : part;
  }
  if (hasOffset) {
    auto offsets = llvm::map_to_vector(dimension.elements,
                                       [](const ResizeTaps &element) { return element.offset; });
    Value constant = b.createConstant({1, dimension.output, 1}, offsets);
    // Nothing is read at all if the whole region lies outside.
    if (!sum)
      sum = b.mul(b.gatherRows(rows, SmallVector<int32_t>(dimension.output, 0)),
                  b.createScalar(0.0f, 3));
    sum = b.binary<tosa::AddOp>(sum, constant);
  }
  shape[axis] = dimension.output;
  return b.reshape(sum, shape);
}

} // namespace

LogicalResult qopt::onnx_import::importResize(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  bool staysOnGrid = isOnGrid(node.getInput(0));
  ImportedValue *input = staysOnGrid ? &node.getInput(0) : node.getFloatInput(0);
  if (!input)
    return failure();
  FailureOr<ResizePlan> plan = readResize(node, input->shape);
  if (failed(plan))
    return failure();
  if (plan->dimensions.empty()) {
    node.setOutput(*input);
    return success();
  }
  auto setOutput = [&](Value value, ArrayRef<int64_t> shape, ArrayRef<int64_t> order) {
    // Means, and what lies outside, are rounded to the grid of the operand.
    if (staysOnGrid && !isCopy(*plan))
      value = b.fakeQuant(value, *input->grid, /*axis=*/-1);
    ImportedValue result = ImportedValue::computed(value, shape, order);
    result.isQuantized = staysOnGrid;
    if (staysOnGrid)
      result.grid = input->grid;
    node.setOutput(std::move(result));
  };
  if (isTosaResize(*plan, input->rank())) {
    Shape shape = input->shape;
    for (const ResizedDimension &dimension : plan->dimensions)
      shape[dimension.dim] = dimension.output;
    setOutput(emitTosaResize(b, *plan, *input), shape, channelsLastOrder(4));
    return success();
  }
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  Shape shape = input->shape;
  for (const ResizedDimension &dimension : plan->dimensions) {
    form.value =
        emitTaps(b, form.value, invert(form.order)[dimension.dim], dimension, plan->isNearest);
    shape[dimension.dim] = dimension.output;
  }
  setOutput(form.value, shape, form.order);
  return success();
}

#include "Ops.h"
#include "Parts.h"
#include "TensorElements.h"

// Loop and Scan: their bodies, as often as they run, one after the other.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr int64_t maxIterations = 4096;

/// Imports the body of `node` once; reports another number of results than `count`.
FailureOr<ValueList> importIteration(NodeImporter &node, const onnx::GraphProto &body,
                                     ValueList inputs, size_t count) {
  FailureOr<ValueList> results = node.getGraph().importBody(body, std::move(inputs));
  if (succeeded(results) && results->size() != count)
    return node.error() << "its body has " << results->size() << " outputs; " << count
                        << " expected";
  return results;
}

/// The largest number of iterations of a Loop, and whether it starts at all.
struct LoopBounds {
  int64_t trips = maxIterations + 1;
  bool isEntered = true;
};

std::optional<int64_t> readNumber(const ImportedValue &value) {
  std::optional<Shape> numbers;
  if (value.isConstant())
    numbers = toIntegers(*value.constant);
  return numbers && numbers->size() == 1 ? std::optional(numbers->front()) : std::nullopt;
}

FailureOr<LoopBounds> readBounds(NodeImporter &node) {
  LoopBounds bounds;
  auto computed = [&](StringRef what) {
    return node.error() << what << " is computed by the model; only loops whose number of "
                        << "iterations is known at import are supported";
  };
  if (node.hasInput(0)) {
    std::optional<int64_t> trips = readNumber(node.getInput(0));
    if (!trips)
      return computed("its trip count");
    bounds.trips = *trips;
  }
  if (node.getNumInputs() > 1 && node.hasInput(1)) {
    std::optional<int64_t> condition = readNumber(node.getInput(1));
    if (!condition)
      return computed("its condition");
    bounds.isEntered = *condition != 0;
  }
  return bounds;
}

} // namespace

/// The body gets the iteration, the condition and the carried values; it gives the
/// condition, the carried values, and what the loop collects.
LogicalResult qopt::onnx_import::importLoop(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  const onnx::GraphProto *body = node.getSubgraph("body");
  FailureOr<LoopBounds> bounds = readBounds(node);
  if (!body || failed(bounds))
    return failure();
  ValueList carried;
  for (size_t index = 2; index < node.getNumInputs(); ++index) {
    if (failed(node.requireInput(index)))
      return failure();
    carried.push_back(node.getInput(index));
  }
  size_t count = node.getNumOutputs();
  if (count < carried.size())
    return node.error() << "has " << count << " results for " << carried.size()
                        << " carried values";
  std::vector<ValueList> collected(count - carried.size());
  bool goesOn = bounds->isEntered;
  for (int64_t i = 0; goesOn && i < bounds->trips; ++i) {
    if (i == maxIterations)
      return node.error() << "runs for more than " << maxIterations
                          << " iterations, which are all written out";
    auto scalar = [&](Type type, int64_t value) {
      return ImportedValue::ofConstant(fromIntegers(type, {}, value));
    };
    ValueList inputs{scalar(b.getI64Type(), i), scalar(b.getI1Type(), 1)};
    llvm::append_range(inputs, carried);
    FailureOr<ValueList> results = importIteration(node, *body, std::move(inputs), 1 + count);
    if (failed(results))
      return failure();
    std::optional<int64_t> condition = readNumber(results->front());
    if (!condition)
      return node.error() << "its condition is computed by the model; only loops whose number of "
                          << "iterations is known at import are supported";
    goesOn = *condition != 0;
    std::copy_n(results->begin() + 1, carried.size(), carried.begin());
    for (auto [values, result] :
         llvm::zip_equal(collected, llvm::drop_begin(*results, 1 + carried.size())))
      values.push_back(std::move(result));
  }
  for (auto [index, value] : llvm::enumerate(carried))
    node.setOutput(std::move(value), index);
  for (auto [index, values] : llvm::enumerate(collected)) {
    if (!node.isOutputRead(carried.size() + index))
      continue;
    FailureOr<ImportedValue> result = joinParts(node, values, 0, /*isNew=*/true);
    if (failed(result))
      return failure();
    node.setOutput(std::move(*result), carried.size() + index);
  }
  return success();
}

namespace {

/// The attributes of a Scan: axes and directions of what it takes apart and joins.
struct ScanParameters {
  int64_t states = 0;
  Shape inputAxes, inputDirections, outputAxes, outputDirections;
  int64_t length = 0;
};

FailureOr<ScanParameters> readScan(NodeImporter &node) {
  FailureOr<int64_t> scanned = node.getInteger("num_scan_inputs", 0);
  auto operands = static_cast<int64_t>(node.getNumInputs());
  if (failed(scanned))
    return failure();
  if (*scanned < 1 || *scanned > operands)
    return node.error() << "attribute 'num_scan_inputs' is " << *scanned << " for " << operands
                        << " operands";
  ScanParameters scan;
  scan.states = operands - *scanned;
  int64_t joined = static_cast<int64_t>(node.getNumOutputs()) - scan.states;
  if (joined < 0)
    return node.error() << "has " << node.getNumOutputs() << " results for " << scan.states
                        << " states";
  auto read = [&](StringRef name, int64_t count, Shape &list) -> LogicalResult {
    FailureOr<Shape> values = node.getIntegerList(name, Shape(count, 0), count);
    if (failed(values))
      return failure();
    list = *values;
    return success();
  };
  if (failed(read("scan_input_axes", *scanned, scan.inputAxes)) ||
      failed(read("scan_input_directions", *scanned, scan.inputDirections)) ||
      failed(read("scan_output_axes", joined, scan.outputAxes)) ||
      failed(read("scan_output_directions", joined, scan.outputDirections)))
    return failure();
  for (auto [index, axis] : llvm::enumerate(scan.inputAxes)) {
    size_t operand = scan.states + index;
    if (failed(node.requireInput(operand)))
      return failure();
    const ImportedValue &value = node.getInput(operand);
    FailureOr<int64_t> dim = node.normalizeAxis(axis, value.rank());
    if (failed(dim))
      return failure();
    axis = *dim;
    if (index > 0 && value.shape[axis] != scan.length)
      return node.error() << "its operands have " << scan.length << " and " << value.shape[axis]
                          << " elements to scan";
    scan.length = value.shape[axis];
  }
  if (scan.length > maxIterations)
    return node.error() << "scans " << scan.length << " elements; " << maxIterations
                        << " are supported";
  return scan;
}

} // namespace

/// The body gets the states and one slice of each scanned operand; it gives the states
/// and one slice of each further result.
LogicalResult qopt::onnx_import::importScan(NodeImporter &node) {
  if (node.getOpset() < 9)
    return importBatchedScan(node);
  ImportBuilder &b = node.getBuilder();
  const onnx::GraphProto *body = node.getSubgraph("body");
  FailureOr<ScanParameters> scan = readScan(node);
  if (!body || failed(scan))
    return failure();
  ValueList states, operands;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (failed(node.requireInput(index)))
      return failure();
    if (static_cast<int64_t>(index) < scan->states) {
      states.push_back(node.getInput(index));
    } else if (ImportedValue *data = node.getDataInput(index)) {
      operands.push_back(*data);
    } else {
      return failure();
    }
  }
  std::vector<ValueList> joined(scan->outputAxes.size());
  for (int64_t i = 0; i < scan->length; ++i) {
    ValueList inputs = states;
    for (auto [operand, axis, isReverse] :
         llvm::zip_equal(operands, scan->inputAxes, scan->inputDirections)) {
      int64_t place = isReverse != 0 ? scan->length - 1 - i : i;
      inputs.push_back(dropDim(takePart(b, operand, axis, place, 1), axis));
    }
    FailureOr<ValueList> results =
        importIteration(node, *body, std::move(inputs), node.getNumOutputs());
    if (failed(results))
      return failure();
    std::copy_n(results->begin(), states.size(), states.begin());
    for (auto [values, result] : llvm::zip_equal(joined, llvm::drop_begin(*results, states.size())))
      values.push_back(std::move(result));
  }
  for (auto [index, state] : llvm::enumerate(states))
    node.setOutput(std::move(state), index);
  for (auto [index, values] : llvm::enumerate(joined)) {
    if (scan->outputDirections[index] != 0)
      std::reverse(values.begin(), values.end());
    FailureOr<ImportedValue> result =
        joinParts(node, values, scan->outputAxes[index], /*isNew=*/true);
    if (failed(result))
      return failure();
    node.setOutput(std::move(*result), states.size() + index);
  }
  return success();
}

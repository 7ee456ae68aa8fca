#include "Ops.h"
#include "Parts.h"
#include "TensorElements.h"

// The Scan of opset 8: all its operands have a batch dimension, and each element of the
// batch may end at a step of its own.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

struct BatchedScan {
  const onnx::GraphProto *body = nullptr;
  ValueList states, operands;
  Shape isReversed; // of each operand
  int64_t batch = 0, steps = 0;
  Shape lengths; // of each element of the batch
};

LogicalResult readOperands(NodeImporter &node, int64_t scanned, BatchedScan &scan) {
  for (size_t index = 1; index < node.getNumInputs(); ++index) {
    ImportedValue *value = node.getDataInput(index);
    if (!value)
      return failure();
    bool isState =
        static_cast<int64_t>(index) < static_cast<int64_t>(node.getNumInputs()) - scanned;
    if (value->rank() < (isState ? 1u : 2u))
      return node.error() << "operand " << index << " has shape " << formatShape(value->shape)
                          << ", which lacks a batch or a sequence";
    if (index == 1)
      scan.batch = value->shape[0];
    if (!isState && scan.operands.empty())
      scan.steps = value->shape[1];
    if (value->shape[0] != scan.batch || (!isState && value->shape[1] != scan.steps))
      return node.error() << "operand " << index << " has shape " << formatShape(value->shape)
                          << ", which does not fit " << scan.batch << " sequences of " << scan.steps
                          << " elements";
    (isState ? scan.states : scan.operands).push_back(*value);
  }
  return success();
}

FailureOr<BatchedScan> readBatchedScan(NodeImporter &node) {
  BatchedScan scan;
  scan.body = node.getSubgraph("body");
  FailureOr<int64_t> scanned = node.getInteger("num_scan_inputs", 0);
  if (!scan.body || failed(scanned))
    return failure();
  auto operands = static_cast<int64_t>(node.getNumInputs()) - 1;
  if (*scanned < 1 || *scanned > operands)
    return node.error() << "attribute 'num_scan_inputs' is " << *scanned << " for " << operands
                        << " states and operands";
  if (static_cast<int64_t>(node.getNumOutputs()) < operands - *scanned)
    return node.error() << "has " << node.getNumOutputs() << " results for " << operands - *scanned
                        << " states";
  FailureOr<Shape> directions = node.getIntegerList("directions", Shape(*scanned, 0), *scanned);
  if (failed(directions) || failed(readOperands(node, *scanned, scan)))
    return failure();
  scan.isReversed = *directions;
  scan.lengths.assign(scan.batch, scan.steps);
  if (node.hasInput(0)) {
    FailureOr<Shape> lengths = node.getIntegers(0, "the list of sequence lengths");
    if (failed(lengths))
      return failure();
    scan.lengths = *lengths;
  }
  constexpr int64_t maxIterations = 4096;
  if (scan.batch > maxIterations || scan.batch * scan.steps > maxIterations)
    return node.error() << "scans " << scan.batch << " sequences of " << scan.steps << " elements; "
                        << maxIterations << " in all are supported";
  bool areWhole = llvm::all_of(scan.lengths, [&](int64_t length) { return length == scan.steps; });
  if (static_cast<int64_t>(scan.lengths.size()) != scan.batch ||
      (!areWhole && llvm::any_of(scan.isReversed, [](int64_t bit) { return bit != 0; })) ||
      llvm::any_of(scan.lengths, [&](int64_t n) { return n < 1 || n > scan.steps; }))
    return node.error() << "the sequence lengths " << formatShape(scan.lengths) << " do not fit "
                        << scan.batch << " sequences of " << scan.steps
                        << " elements, or are shorter and go backwards";
  return scan;
}

/// Element `index` of dimension 0, which goes away.
ImportedValue takeElement(ImportBuilder &b, ImportedValue &value, int64_t index) {
  return dropDim(takePart(b, value, 0, index, 1), 0);
}

/// The results of element `index` of the batch; behind its end they are zeros.
FailureOr<ValueList> importElement(NodeImporter &node, BatchedScan &scan, int64_t index) {
  ImportBuilder &b = node.getBuilder();
  ValueList states, operands;
  for (ImportedValue &state : scan.states)
    states.push_back(takeElement(b, state, index));
  for (ImportedValue &operand : scan.operands)
    operands.push_back(takeElement(b, operand, index));
  size_t count = node.getNumOutputs();
  std::vector<ValueList> joined(count - states.size());
  for (int64_t step = 0; step < scan.lengths[index]; ++step) {
    ValueList inputs = states;
    for (auto [operand, isReversed] : llvm::zip_equal(operands, scan.isReversed))
      inputs.push_back(takeElement(b, operand, isReversed ? scan.steps - 1 - step : step));
    FailureOr<ValueList> results = node.getGraph().importBody(*scan.body, std::move(inputs));
    if (failed(results))
      return failure();
    if (results->size() != count)
      return node.error() << "its body has " << results->size() << " outputs; " << count
                          << " expected";
    std::copy_n(results->begin(), states.size(), states.begin());
    for (auto [values, result] : llvm::zip_equal(joined, llvm::drop_begin(*results, states.size())))
      values.push_back(std::move(result));
  }
  for (ValueList &values : joined) {
    if (values.empty())
      return node.error() << "scans no elements, so that the shape of its result is unknown";
    ImportedValue zeros = ImportedValue::ofConstant(
        fromIntegers(getProgramType(values.front().getElementType()), values.front().shape,
                     Shape(*countElements(values.front().shape), 0)));
    values.resize(scan.steps, zeros);
    FailureOr<ImportedValue> result = joinParts(node, values, 0, /*isNew=*/true);
    if (failed(result))
      return failure();
    states.push_back(std::move(*result));
  }
  return states;
}

} // namespace

LogicalResult qopt::onnx_import::importBatchedScan(NodeImporter &node) {
  FailureOr<BatchedScan> scan = readBatchedScan(node);
  if (failed(scan))
    return failure();
  std::vector<ValueList> results(node.getNumOutputs());
  for (int64_t index = 0; index < scan->batch; ++index) {
    FailureOr<ValueList> element = importElement(node, *scan, index);
    if (failed(element))
      return failure();
    for (auto [values, value] : llvm::zip_equal(results, *element))
      values.push_back(std::move(value));
  }
  for (auto [index, values] : llvm::enumerate(results)) {
    FailureOr<ImportedValue> result = joinParts(node, values, 0, /*isNew=*/true);
    if (failed(result))
      return failure();
    node.setOutput(std::move(*result), index);
  }
  return success();
}

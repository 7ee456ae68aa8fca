#include "EmptyOps.h"
#include "Ops.h"
#include "Parts.h"
#include "TensorElements.h"

// Lists of values, and values that may be missing, which are known at import: which values a list
// holds, and which of them a node takes, does not depend on data.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

FailureOr<ValueList> getList(NodeImporter &node, size_t index) {
  if (index < node.getNumInputs())
    if (const ValueList *list = node.getGraph().findList(node.getProto().input(index)))
      return *list;
  return node.error() << "operand " << index << " is no sequence";
}

/// Operand `index` as a position in a list of `size` elements; `otherwise` if left out.
FailureOr<int64_t> getPosition(NodeImporter &node, size_t index, size_t size, int64_t otherwise) {
  auto count = static_cast<int64_t>(size);
  if (!node.hasInput(index))
    return otherwise;
  FailureOr<Shape> positions = node.getIntegers(index, "the position");
  if (failed(positions))
    return failure();
  int64_t position = positions->size() == 1 ? positions->front() : count;
  position += position < 0 ? count : 0;
  bool mayAppend = node.getOpType() == "SequenceInsert";
  if (position < 0 || position >= count + (mayAppend ? 1 : 0))
    return node.error() << "its position is out of range for a sequence of " << count << " values";
  return position;
}

LogicalResult importConstruct(NodeImporter &node) {
  ValueList list;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (failed(node.requireInput(index)))
      return failure();
    list.push_back(node.getInput(index));
  }
  node.setOutputList(std::move(list));
  return success();
}

LogicalResult importInsert(NodeImporter &node, ValueList list) {
  if (failed(node.requireInput(1)))
    return failure();
  FailureOr<int64_t> position =
      getPosition(node, 2, list.size(), static_cast<int64_t>(list.size()));
  if (failed(position))
    return failure();
  list.insert(list.begin() + *position, node.getInput(1));
  node.setOutputList(std::move(list));
  return success();
}

LogicalResult importErase(NodeImporter &node, ValueList list) {
  FailureOr<int64_t> position =
      getPosition(node, 1, list.size(), static_cast<int64_t>(list.size()) - 1);
  if (failed(position))
    return failure();
  if (list.empty())
    return node.error() << "its sequence holds no values";
  list.erase(list.begin() + *position);
  node.setOutputList(std::move(list));
  return success();
}

LogicalResult importAt(NodeImporter &node, const ValueList &list) {
  if (failed(node.requireInput(1)))
    return failure();
  FailureOr<int64_t> position = getPosition(node, 1, list.size(), 0);
  if (failed(position))
    return failure();
  node.setOutput(list[*position]);
  return success();
}

LogicalResult importConcatFrom(NodeImporter &node, ValueList list) {
  FailureOr<int64_t> axis = node.getInteger("axis", 0), isNew = node.getInteger("new_axis", 0);
  if (failed(axis) || failed(isNew))
    return failure();
  FailureOr<ImportedValue> result = joinParts(node, list, *axis, *isNew != 0);
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

/// The sizes of the parts of a dimension of size `total`.
FailureOr<Shape> readPartSizes(NodeImporter &node, int64_t total) {
  if (!node.hasInput(1))
    return Shape(total, 1);
  FailureOr<Shape> sizes = node.getIntegers(1, "the list of sizes");
  if (failed(sizes))
    return failure();
  Shape parts = *sizes;
  if (node.getInput(1).rank() == 0) { // One size for all but the last part.
    int64_t size = parts.front();
    parts.clear();
    for (int64_t start = 0; size > 0 && start < total; start += size)
      parts.push_back(std::min(size, total - start));
  }
  int64_t sum = 0;
  for (int64_t size : parts)
    sum += size < 0 || size > total ? total + 1 : size;
  if (sum != total)
    return node.error() << "the sizes " << formatShape(*sizes) << " do not split a dimension of "
                        << "size " << total;
  return parts;
}

LogicalResult importSplitTo(NodeImporter &node) {
  bool isEmptyInput = node.hasInput(0) && isEmpty(node.getInput(0).shape);
  ImportedValue *input = isEmptyInput ? &node.getInput(0) : node.getDataInput(0);
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  if (!input || failed(keepDims))
    return failure();
  FailureOr<int64_t> axis = node.getAxis(0, input->rank());
  constexpr int64_t maxParts = 1 << 16;
  if (failed(axis))
    return failure();
  if (input->shape[*axis] > maxParts)
    return node.error() << "splits a dimension of size " << input->shape[*axis] << "; up to "
                        << maxParts << " are supported";
  FailureOr<Shape> sizes = readPartSizes(node, input->shape[*axis]);
  if (failed(sizes))
    return failure();
  ValueList list;
  int64_t start = 0;
  for (int64_t size : *sizes) {
    ImportedValue part = takePart(node.getBuilder(), *input, *axis, start, size);
    bool drops = *keepDims == 0 && !node.hasInput(1);
    list.push_back(drops ? dropDim(part, *axis) : std::move(part));
    start += size;
  }
  node.setOutputList(std::move(list));
  return success();
}

} // namespace

/// Whether an optional has an element is known at import: it is that element, or nothing.
/// Identity takes sequences as well.
LogicalResult qopt::onnx_import::importOptional(NodeImporter &node) {
  node.ignoreAttributes({"type"});
  StringRef op = node.getOpType();
  bool isGiven = node.getNumInputs() > 0 && !node.getProto().input(0).empty();
  const ValueList *list = isGiven ? node.getGraph().findList(node.getProto().input(0)) : nullptr;
  bool hasElement = list || node.hasInput(0);
  if (op == "Identity" && !isGiven)
    return node.requireInput(0);
  if (op == "OptionalHasElement")
    node.setOutput(ImportedValue::ofConstant(
        fromIntegers(node.getBuilder().getI1Type(), {}, static_cast<int64_t>(hasElement))));
  else if (list)
    node.setOutputList(*list);
  else if (hasElement)
    node.setOutput(node.getInput(0));
  else if (op == "OptionalGetElement")
    return node.error() << "its optional has no element";
  else
    node.getGraph().setAbsent(node.getProto().output(0));
  return success();
}

LogicalResult qopt::onnx_import::importSequence(NodeImporter &node) {
  StringRef op = node.getOpType();
  if (op == "SequenceConstruct")
    return importConstruct(node);
  if (op == "SplitToSequence")
    return importSplitTo(node);
  if (op == "SequenceEmpty") {
    node.ignoreAttributes({"dtype"});
    node.setOutputList({});
    return success();
  }
  FailureOr<ValueList> list = getList(node, 0);
  if (failed(list))
    return failure();
  if (op == "SequenceInsert")
    return importInsert(node, std::move(*list));
  if (op == "SequenceErase")
    return importErase(node, std::move(*list));
  if (op == "SequenceAt")
    return importAt(node, *list);
  if (op == "ConcatFromSequence")
    return importConcatFrom(node, std::move(*list));
  node.setOutput(ImportedValue::ofConstant(fromIntegers(
      node.getBuilder().getI64Type(), {}, static_cast<int64_t>(list->size())))); // SequenceLength
  return success();
}

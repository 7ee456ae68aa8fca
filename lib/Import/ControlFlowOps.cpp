#include "Broadcast.h"
#include "Ops.h"
#include "Quantization.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The bool that `value` holds; nothing if the model computes it.
FailureOr<std::optional<bool>> readCondition(NodeImporter &node, const ImportedValue &value) {
  if (!value.isConstant() && value.getElementType().isInteger(1) && countElements(value.shape) == 1)
    return std::optional<bool>();
  std::optional<Shape> picks;
  if (value.isConstant())
    picks = toIntegers(*value.constant);
  if (!picks || picks->size() != 1)
    return node.error() << "its condition has type " << value.describeType() << " and shape "
                        << formatShape(value.shape) << "; one bool expected";
  return std::optional<bool>(picks->front() != 0);
}

FailureOr<std::vector<ImportedValue>> importBranch(NodeImporter &node, StringRef name) {
  const onnx::GraphProto *branch = node.getSubgraph(name);
  if (!branch)
    return failure();
  FailureOr<std::vector<ImportedValue>> results = node.getGraph().importBody(*branch, {});
  if (succeeded(results) && results->size() != node.getNumOutputs())
    return node.error() << "attribute '" << name << "' has " << results->size() << " outputs; "
                        << node.getNumOutputs() << " expected";
  return results;
}

/// A value that programs compute with.
ImportedValue asData(ImportBuilder &b, ImportedValue &value) {
  ImportedValue data = value.isQuantized ? emitIntegers(b, value) : withoutGrid(value);
  data.widenFloats();
  return data;
}

/// Both branches are computed, and the condition picks from their results.
LogicalResult selectBranch(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue condition = *node.getInput(0).reshaped({});
  FailureOr<std::vector<ImportedValue>> thenResults = importBranch(node, "then_branch");
  if (failed(thenResults))
    return failure();
  FailureOr<std::vector<ImportedValue>> elseResults = importBranch(node, "else_branch");
  if (failed(elseResults))
    return failure();
  for (auto [index, pair] : llvm::enumerate(llvm::zip_equal(*thenResults, *elseResults))) {
    ImportedValue lhs = asData(b, std::get<0>(pair)), rhs = asData(b, std::get<1>(pair));
    if (lhs.shape != rhs.shape || lhs.getElementType() != rhs.getElementType())
      return node.error() << "its condition is computed by the model, and its branches give "
                          << lhs.describeType() << " of shape " << formatShape(lhs.shape) << " and "
                          << rhs.describeType() << " of shape " << formatShape(rhs.shape)
                          << "; make the condition constant by fixing the shapes it depends on "
                          << "(--input-shape), or export the model for one of the branches";
    FailureOr<ImportedValue> result = emitElementwise(
        node, condition, lhs, rhs, [&](Value c, Value l, Value r) { return b.select(c, l, r); });
    if (failed(result))
      return failure();
    node.setOutput(std::move(*result), index);
  }
  return success();
}

} // namespace

/// The branch that a constant condition chooses takes the place of the node.
LogicalResult qopt::onnx_import::importIf(NodeImporter &node) {
  node.ignoreAttributes({"then_branch", "else_branch"});
  FailureOr<std::optional<bool>> condition = readCondition(node, node.getInput(0));
  if (failed(condition))
    return failure();
  if (!*condition)
    return selectBranch(node);
  FailureOr<std::vector<ImportedValue>> results =
      importBranch(node, **condition ? "then_branch" : "else_branch");
  if (failed(results))
    return failure();
  for (auto [index, result] : llvm::enumerate(*results))
    node.setOutput(std::move(result), index);
  return success();
}

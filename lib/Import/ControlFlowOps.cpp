#include "Ops.h"
#include "TensorElements.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

/// The branch that a constant condition chooses takes the place of the node.
LogicalResult qopt::onnx_import::importIf(NodeImporter &node) {
  const ImportedValue &condition = node.getInput(0);
  if (!condition.isConstant())
    return node.error() << "its condition is computed by the model; only constant conditions are "
                        << "supported, so fix the shapes it depends on (--input-shape), or export "
                        << "the model for one of the branches";
  std::optional<Shape> picks = toIntegers(*condition.constant);
  if (!picks || picks->size() != 1)
    return node.error() << "its condition has type " << condition.describeType() << " and shape "
                        << formatShape(condition.shape) << "; one bool expected";
  StringRef name = picks->front() != 0 ? "then_branch" : "else_branch";
  const onnx::GraphProto *branch = node.getSubgraph(name);
  if (!branch)
    return failure();
  node.ignoreAttributes({"then_branch", "else_branch"});
  FailureOr<std::vector<ImportedValue>> results = node.getGraph().importBranch(*branch);
  if (failed(results))
    return failure();
  if (results->size() != node.getNumOutputs())
    return node.error() << "attribute '" << name << "' has " << results->size() << " outputs; "
                        << node.getNumOutputs() << " expected";
  for (auto [index, result] : llvm::enumerate(*results))
    node.setOutput(std::move(result), index);
  return success();
}

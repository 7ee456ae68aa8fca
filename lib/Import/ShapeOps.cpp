#include "Ops.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

LogicalResult qopt::onnx_import::importFlatten(NodeImporter &node) {
  ImportedValue &input = node.getInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", 1);
  if (failed(axis))
    return failure();
  auto rank = static_cast<int64_t>(input.rank());
  if (*axis < -rank || *axis > rank)
    return node.error() << "axis " << *axis << " is out of range for rank " << rank;
  Shape shape{1, 1};
  for (auto [dim, size] : llvm::enumerate(input.shape))
    shape[static_cast<int64_t>(dim) < (*axis < 0 ? *axis + rank : *axis) ? 0 : 1] *= size;
  FailureOr<ImportedValue> result = input.reshaped(shape);
  if (failed(result))
    return node.error() << "it merges the axis of a per-axis grid";
  node.setOutput(std::move(*result));
  return success();
}

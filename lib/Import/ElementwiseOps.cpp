#include "Ops.h"

#include "Broadcast.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {
constexpr float infinity = std::numeric_limits<float>::infinity();
}

LogicalResult qopt::onnx_import::importUnary(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  node.setOutput(
      emitElementwise(node, *input, [&](Value value) { return b.clamp(value, 0.0f, infinity); }));
  return success();
}

#include "Convolution.h"
#include "Ops.h"
#include "Quantization.h"

#include "Broadcast.h"
#include "TensorElements.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

#include <vector>

// ConvInteger and MatMulInteger: sums of products of bytes, as 32-bit integers.
// They are computed in float, which is exact as long as no sum reaches 2^24;
// where one could, a factor is taken apart into 16 * high + low.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

using ProductFunction = function_ref<FailureOr<ImportedValue>(ImportedValue &, ImportedValue &)>;

/// `factor` times some part of an operand.
struct Part {
  ImportedValue value;
  int32_t factor;
};

/// Whole numbers in [-255, 255] as 16 * high + low, with low in [0, 15].
std::vector<Part> takeApart(NodeImporter &node, ImportedValue &value) {
  ImportBuilder &b = node.getBuilder();
  if (value.isConstant()) {
    SmallVector<double> high = toDoubles(*value.constant), low = high;
    for (auto [h, l] : llvm::zip_equal(high, low)) {
      h = std::floor(h / 16);
      l -= 16 * h;
    }
    auto constant = [&](ArrayRef<double> values) {
      ImportedValue part =
          ImportedValue::ofConstant(fromDoubles(b.getF32Type(), value.shape, values));
      part.name = value.name;
      return part;
    };
    return {{constant(high), 16}, {constant(low), 1}};
  }
  auto scale = [&](Value v, double factor) { return b.mul(v, b.createScalarLike(factor, v)); };
  ImportedValue high = emitElementwise(
      node, value, [&](Value v) { return b.unary<tosa::FloorOp>(scale(v, 1.0 / 16)); });
  ImportedValue low = emitElementwise(node, value, [&](Value v) {
    Value floor = b.unary<tosa::FloorOp>(scale(v, 1.0 / 16));
    return b.binary<tosa::SubOp>(v, scale(floor, 16.0));
  });
  return {{high, 16}, {low, 1}};
}

/// The sums of `depth` products each, in i32.
LogicalResult setProduct(NodeImporter &node, ImportedValue &lhs, ImportedValue &rhs, int64_t depth,
                         ProductFunction product) {
  ImportBuilder &b = node.getBuilder();
  constexpr int64_t limit = int64_t(1) << 24;
  if (depth * 16 * 16 > limit)
    return node.error() << "its sums have " << depth << " products; at most 65536 are supported";
  std::vector<Part> left{{lhs, 1}}, right{{rhs, 1}};
  if (depth * 255 * 255 > limit)
    right = takeApart(node, rhs);
  if (depth * 255 * 16 > limit)
    left = takeApart(node, lhs);
  std::optional<ImportedValue> sum;
  for (Part &l : left)
    for (Part &r : right) {
      FailureOr<ImportedValue> part = product(l.value, r.value);
      if (failed(part))
        return failure();
      keepInFloat(*part, "the model asks for its exact sums");
      ImportedValue term = emitElementwise(node, *part, [&](Value v) {
        Value integers = b.castTo(v, b.getI32Type());
        int32_t factor = l.factor * r.factor;
        return factor == 1 ? integers : b.mul(integers, b.createScalarLike(factor, integers));
      });
      FailureOr<ImportedValue> next = term;
      if (sum)
        next = emitElementwise(node, *sum, term,
                               [&](Value a, Value c) { return b.binary<tosa::AddOp>(a, c); });
      if (failed(next))
        return failure();
      sum = *next;
    }
  node.setOutput(std::move(*sum));
  return success();
}

} // namespace

void qopt::onnx_import::keepInFloat(const ImportedValue &product, StringRef reason) {
  Operation *op = product.forms.front().value.getDefiningOp();
  while (isa_and_nonnull<tosa::ReshapeOp, tosa::TransposeOp>(op))
    op = op->getOperand(0).getDefiningOp();
  if (op)
    op->setAttr(kKeptInFloatAttrName, StringAttr::get(op->getContext(), reason));
}

LogicalResult qopt::onnx_import::importConvInteger(NodeImporter &node) {
  FailureOr<ImportedValue> input = emitCentered(node, 0, 2, /*axis=*/1);
  FailureOr<ImportedValue> weights = emitCentered(node, 1, 3, /*axis=*/0);
  if (failed(input) || failed(weights))
    return failure();
  int64_t depth = weights->shape.empty() ? 1 : *countElements(weights->shape) / weights->shape[0];
  return setProduct(node, *input, *weights, depth, [&](ImportedValue &l, ImportedValue &r) {
    return importConvolution(node, l, r, [](NodeImporter &node, int64_t channels) {
      return FailureOr<LayerBias>(LayerBias::zero(node.getBuilder(), channels));
    });
  });
}

LogicalResult qopt::onnx_import::importMatMulInteger(NodeImporter &node) {
  auto lastAxis = [&](size_t index, int64_t fromEnd) {
    return std::max<int64_t>(static_cast<int64_t>(node.getInput(index).rank()) - fromEnd, 0);
  };
  FailureOr<ImportedValue> lhs = emitCentered(node, 0, 2, lastAxis(0, 2));
  FailureOr<ImportedValue> rhs = emitCentered(node, 1, 3, lastAxis(1, 1));
  if (failed(lhs) || failed(rhs))
    return failure();
  int64_t depth = lhs->shape.empty() ? 1 : lhs->shape.back();
  return setProduct(node, *lhs, *rhs, depth,
                    [&](ImportedValue &l, ImportedValue &r) { return importProduct(node, l, r); });
}

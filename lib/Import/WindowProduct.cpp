#include "Convolution.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Support/Constants.h"

// Convolutions whose weights the model computes: kernels of convolutions want
// constants to pack, so that these become matrix products.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

bool qopt::onnx_import::areConstantWeights(Value weights) {
  Operation *op = weights.getDefiningOp();
  while (isa_and_nonnull<tosa::ReshapeOp, tosa::TransposeOp, calib::FakeQuantOp>(op))
    op = op->getOperand(0).getDefiningOp();
  return isa_and_nonnull<tosa::ConstOp>(op);
}

/// What the windows read of `input` (NHWC): groups x N * OH * OW x KH * KW *
/// C/groups.
static Value emitWindows(ImportBuilder &b, Value input, Window window, int64_t groups) {
  input = dropUnreadBorder(b, input, window);
  std::array<int64_t, 4> pads = window.getPads();
  input = b.pad(input, {0, 0, pads[0], pads[1], pads[2], pads[3], 0, 0}, 0.0f);
  ArrayRef<int64_t> shape = getShape(input);
  int64_t rows = shape[0] * window.output[0] * window.output[1], channels = shape[3] / groups;
  auto takeTap = [&](Value value, int dim, int64_t tap) {
    Shape positions;
    for (int64_t i = 0; i < window.output[dim]; ++i)
      positions.push_back(tap * window.dilation[dim] + i * window.stride[dim]);
    return b.take(value, 1 + dim, positions);
  };
  SmallVector<Value> taps;
  for (int64_t row = 0; row < window.kernel[0]; ++row) {
    Value line = takeTap(input, 0, row);
    for (int64_t column = 0; column < window.kernel[1]; ++column)
      taps.push_back(b.reshape(takeTap(line, 1, column), {rows, groups, channels}));
  }
  return b.transpose(b.concat(taps, 2), {1, 0, 2});
}

Value qopt::onnx_import::emitWindowProduct(ImportBuilder &b, Value input, Value weights, Value bias,
                                           const Window &window, int64_t groups) {
  ArrayRef<int64_t> shape = getShape(weights);
  int64_t batch = getShape(input)[0], filters = shape[0] / groups;
  int64_t depth = shape[1] * shape[2] * shape[3];
  Value windows = emitWindows(b, input, window, groups);
  Value columns = b.transpose(b.reshape(weights, {groups, filters, depth}), {0, 2, 1});
  Value product =
      tosa::MatMulOp::create(b, b.getTensorType({groups, getShape(windows)[1], filters}), windows,
                             columns, b.getZeroPoint(), b.getZeroPoint());
  product = b.reshape(b.transpose(product, {1, 0, 2}),
                      {batch, window.output[0], window.output[1], shape[0]});
  FailureOr<SmallVector<float>> constant = readFloatConstant(bias);
  if (succeeded(constant) && llvm::all_of(*constant, [](float v) { return v == 0.0f; }))
    return product;
  return b.binary<tosa::AddOp>(product, b.reshape(bias, {1, 1, 1, shape[0]}));
}

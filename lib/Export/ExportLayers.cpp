#include "GraphExporter.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/TypeSwitch.h"

// Convolutions, products and pools.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

/// `value` reshaped to `shape`.
std::string reshape(GraphExporter &exporter, const std::string &value, ArrayRef<int64_t> shape,
                    Location loc) {
  OnnxWriter &writer = exporter.getWriter();
  return writer.addNode("Reshape", {value, writer.addList("shape", shape)}, loc).output(0);
}

std::string transpose(GraphExporter &exporter, const std::string &value, ArrayRef<int64_t> order,
                      Location loc) {
  onnx::NodeProto &node = exporter.getWriter().addNode("Transpose", {value}, loc);
  setAttribute(node, "perm", order);
  return node.output(0);
}

/// Weights seen as `shape`, transposed by `order`.
std::string getWeights(GraphExporter &exporter, Value weights, ArrayRef<int64_t> shape,
                       ArrayRef<int64_t> order) {
  if (std::optional<Constant> constant = findConstant(weights, shape))
    return writeConstant(exporter.getWriter(), *constant, order);
  Location loc = weights.getLoc();
  return transpose(exporter, reshape(exporter, exporter.get(weights), shape, loc), order, loc);
}

/// TOSA's pads, begin and end of each dimension in turn, as ONNX has them.
Shape arrangePads(ArrayRef<int64_t> pads) { return {pads[0], pads[2], pads[1], pads[3]}; }

bool isFloatLayer(Operation *op) {
  return llvm::all_of(op->getOperands(), [](Value operand) {
    return getElementTypeOrSelf(operand.getType()).isF32();
  });
}

void exportConv(GraphExporter &exporter, Operation *op, const std::string &weights,
                ArrayRef<int64_t> pads, ArrayRef<int64_t> strides, ArrayRef<int64_t> dilations,
                int64_t groups) {
  std::string input = exporter.get(op->getOperand(0), Layout::Image);
  onnx::NodeProto &node = exporter.addNode(
      "Conv", {input, weights, exporter.get(op->getOperand(2))}, op, Layout::Image);
  setAttribute(node, "pads", arrangePads(pads));
  setAttribute(node, "strides", strides);
  setAttribute(node, "dilations", dilations);
  setAttribute(node, "group", groups);
}

/// A convolution of one row by a kernel of one element is a matrix product.
bool isProduct(tosa::Conv2DOp op) {
  auto isAll = [](ArrayRef<int64_t> values, int64_t value) {
    return llvm::all_of(values, [=](int64_t v) { return v == value; });
  };
  ArrayRef<int64_t> input = getShape(op.getInput()), weights = getShape(op.getWeight());
  return input[0] == 1 && input[1] == 1 && weights[1] == 1 && weights[2] == 1 &&
         isAll(op.getPad(), 0) && isAll(op.getStride(), 1);
}

void exportProduct(GraphExporter &exporter, tosa::Conv2DOp op) {
  ArrayRef<int64_t> input = getShape(op.getInput()), result = getShape(op.getOutput());
  int64_t filters = result[3], channels = input[3];
  Location loc = op.getLoc();
  std::string lhs = reshape(exporter, exporter.get(op.getInput()), {input[2], channels}, loc);
  std::string rhs = getWeights(exporter, op.getWeight(), {filters, channels}, {0, 1});
  onnx::NodeProto &node =
      exporter.getWriter().addNode("Gemm", {lhs, rhs, exporter.get(op.getBias())}, loc);
  setAttribute(node, "transB", 1);
  std::string product = node.output(0);
  exporter.set(op.getOutput(), Layout::Own, reshape(exporter, product, result, loc));
}

LogicalResult exportConv2d(GraphExporter &exporter, tosa::Conv2DOp op) {
  if (isProduct(op)) {
    exportProduct(exporter, op);
    return success();
  }
  ArrayRef<int64_t> shape = getShape(op.getWeight());
  exportConv(exporter, op, getWeights(exporter, op.getWeight(), shape, imageOrder), op.getPad(),
             op.getStride(), op.getDilation(), 1);
  return success();
}

/// TOSA's weights are H x W x C x multiplier.
LogicalResult exportDepthwise(GraphExporter &exporter, tosa::DepthwiseConv2DOp op) {
  ArrayRef<int64_t> shape = getShape(op.getWeight());
  std::string weights = getWeights(exporter, op.getWeight(),
                                   {shape[0], shape[1], shape[2] * shape[3], 1}, {2, 3, 0, 1});
  exportConv(exporter, op, weights, op.getPad(), op.getStride(), op.getDilation(), shape[2]);
  return success();
}

/// TOSA adds `out_pad` elements to the full result; ONNX takes away `pads`, and
/// adds at the end only.
LogicalResult exportTransposeConv(GraphExporter &exporter, tosa::TransposeConv2DOp op) {
  ArrayRef<int64_t> outPad = op.getOutPad();
  if (outPad[0] > 0 || outPad[2] > 0)
    return op->emitOpError("extends its result at the beginning, which has no ONNX form");
  Shape cut = llvm::map_to_vector(outPad, [](int64_t pad) { return std::max<int64_t>(-pad, 0); });
  Shape added{std::max<int64_t>(outPad[1], 0), std::max<int64_t>(outPad[3], 0)};
  std::string weights =
      getWeights(exporter, op.getWeight(), getShape(op.getWeight()), {3, 0, 1, 2});
  std::string input = exporter.get(op.getInput(), Layout::Image);
  onnx::NodeProto &node = exporter.addNode(
      "ConvTranspose", {input, weights, exporter.get(op.getBias())}, op, Layout::Image);
  setAttribute(node, "pads", arrangePads(cut));
  setAttribute(node, "strides", op.getStride());
  setAttribute(node, "output_padding", added);
  return success();
}

/// Groups are a dimension of their own; the bias is what the sums start with.
LogicalResult exportGrouped(GraphExporter &exporter, linalg::Conv2DNhwgcGfhwcOp op) {
  Value input = op.getInputs()[0], filter = op.getInputs()[1];
  auto init = op.getOutputs()[0].getDefiningOp<linalg::BroadcastOp>();
  if (!init || init.getDimensions() != ArrayRef<int64_t>({0, 1, 2}))
    return op->emitOpError("does not start with a bias per channel, for which ONNX has no form");
  ArrayRef<int64_t> in = getShape(input), w = getShape(filter), out = getShape(op.getResult(0));
  Location loc = op.getLoc();
  std::string image =
      reshape(exporter, exporter.get(input), {in[0], in[1], in[2], in[3] * in[4]}, loc);
  image = transpose(exporter, image, imageOrder, loc);
  std::string weights = getWeights(exporter, filter, {w[0] * w[1], w[2], w[3], w[4]}, imageOrder);
  std::string bias = getWeights(exporter, init.getInput(), {w[0] * w[1]}, {0});
  onnx::NodeProto &node = exporter.getWriter().addNode("Conv", {image, weights, bias}, loc);
  setAttribute(node, "group", w[0]);
  auto read = [](DenseIntElementsAttr list) { return Shape(list.getValues<int64_t>()); };
  setAttribute(node, "strides", read(op.getStrides()));
  setAttribute(node, "dilations", read(op.getDilations()));
  std::string result = node.output(0);
  result = transpose(exporter, result, {0, 2, 3, 1}, loc);
  exporter.set(op.getResult(0), Layout::Own, reshape(exporter, result, out, loc));
  return success();
}

template <typename OpTy> void exportPool(GraphExporter &exporter, OpTy op, StringRef opType) {
  std::string input = exporter.get(op.getInput(), Layout::Image);
  onnx::NodeProto &node = exporter.addNode(opType, {input}, op, Layout::Image);
  setAttribute(node, "kernel_shape", op.getKernel());
  setAttribute(node, "strides", op.getStride());
  setAttribute(node, "pads", arrangePads(op.getPad()));
}

} // namespace

FailureOr<bool> qopt::onnx_export::exportLayer(GraphExporter &exporter, Operation *op) {
  if (!isa<tosa::Conv2DOp, tosa::DepthwiseConv2DOp, tosa::TransposeConv2DOp, tosa::MatMulOp,
           tosa::MaxPool2dOp, tosa::AvgPool2dOp, linalg::Conv2DNhwgcGfhwcOp>(op))
    return false;
  if (!isFloatLayer(op))
    return op->emitOpError("has integer operands; only float layers can be exported");
  LogicalResult result =
      llvm::TypeSwitch<Operation *, LogicalResult>(op)
          .Case([&](tosa::Conv2DOp conv) { return exportConv2d(exporter, conv); })
          .Case([&](tosa::DepthwiseConv2DOp conv) { return exportDepthwise(exporter, conv); })
          .Case([&](tosa::TransposeConv2DOp conv) { return exportTransposeConv(exporter, conv); })
          .Case([&](linalg::Conv2DNhwgcGfhwcOp conv) { return exportGrouped(exporter, conv); })
          .Case([&](tosa::MaxPool2dOp pool) {
            return exportPool(exporter, pool, "MaxPool"), success();
          })
          .Case([&](tosa::AvgPool2dOp pool) {
            return exportPool(exporter, pool, "AveragePool"), success();
          })
          .Case([&](tosa::MatMulOp product) {
            std::string lhs = exporter.get(product.getA()), rhs = exporter.get(product.getB());
            return exporter.addNode("MatMul", {lhs, rhs}, product), success();
          });
  if (failed(result))
    return failure();
  return true;
}

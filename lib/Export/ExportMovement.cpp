#include "GraphExporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"
#include "llvm/ADT/TypeSwitch.h"

#include <limits>

// Operations that move elements.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

/// A list that must be constant; null name, with an error, if it is not.
FailureOr<Shape> readList(Operation *op, Value list) {
  FailureOr<SmallVector<int64_t>> values = readIntegerConstant(list);
  if (failed(values))
    return op->emitOpError("has a shape that is no constant, for which ONNX has no form here");
  return Shape(*values);
}

/// True if an image of shape `from` has the same elements in order `perms`.
bool isReordered(ArrayRef<int64_t> from, ArrayRef<int64_t> to, ArrayRef<int64_t> perms) {
  if (from.size() != 4 || to.size() != 4)
    return false;
  int64_t spatial = perms[1] == 2 ? from[2] * from[3] : from[1] * from[2];
  int64_t channels = perms[1] == 2 ? from[1] : from[3];
  return to == ArrayRef<int64_t>(
                   llvm::map_to_vector(perms, [&](int64_t dim) { return from[dim]; })) &&
         (spatial == 1 || channels == 1);
}

LogicalResult exportReshape(GraphExporter &exporter, tosa::ReshapeOp op) {
  Value from = op.getInput1(), to = op.getOutput();
  if (isReordered(getShape(from), getShape(to), {0, 2, 3, 1}) && exporter.has(from, Layout::Own)) {
    exporter.set(to, Layout::Image, exporter.get(from));
    return success();
  }
  if (isReordered(getShape(from), getShape(to), imageOrder) && exporter.has(from, Layout::Image)) {
    exporter.set(to, Layout::Own, exporter.get(from, Layout::Image));
    return success();
  }
  std::string shape = exporter.getWriter().addList("shape", getShape(op.getOutput()));
  std::string input = exporter.get(op.getInput1());
  exporter.addNode("Reshape", {input, shape}, op);
  return success();
}

/// Between the two orders of an image nothing needs to be done.
LogicalResult exportTranspose(GraphExporter &exporter, tosa::TransposeOp op) {
  Shape perms(op.getPerms().begin(), op.getPerms().end());
  Value input = op.getInput1(), result = op.getOutput();
  if (ArrayRef<int64_t>(perms) == ArrayRef<int64_t>({0, 2, 3, 1}) &&
      exporter.has(input, Layout::Own)) {
    exporter.set(result, Layout::Image, exporter.get(input));
    return success();
  }
  if (ArrayRef<int64_t>(perms) == ArrayRef(imageOrder) && exporter.has(input, Layout::Image)) {
    exporter.set(result, Layout::Own, exporter.get(input, Layout::Image));
    return success();
  }
  onnx::NodeProto &node = exporter.addNode("Transpose", {exporter.get(input)}, op);
  setAttribute(node, "perm", perms);
  return success();
}

LogicalResult exportConcat(GraphExporter &exporter, tosa::ConcatOp op) {
  Layout layout = exporter.chooseLayout(op);
  auto operands = llvm::map_to_vector(op.getInput1(),
                                      [&](Value operand) { return exporter.get(operand, layout); });
  onnx::NodeProto &node = exporter.addNode("Concat", operands, op, layout);
  setAttribute(node, "axis", arrangeAxis(op.getAxis(), layout));
  return success();
}

LogicalResult exportPad(GraphExporter &exporter, tosa::PadOp op) {
  FailureOr<Shape> padding = readList(op, op.getPadding());
  std::optional<Constant> with = findConstant(op.getPadConst(), {});
  if (failed(padding))
    return failure();
  if (!with)
    return op->emitOpError("pads with a computed value, for which ONNX has no form here");
  Layout layout = exporter.chooseLayout(op);
  Shape begin, end;
  for (size_t dim = 0; 2 * dim < padding->size(); ++dim) {
    begin.push_back((*padding)[2 * dim]);
    end.push_back((*padding)[2 * dim + 1]);
  }
  Shape pads = arrange(begin, layout);
  llvm::append_range(pads, arrange(end, layout));
  OnnxWriter &writer = exporter.getWriter();
  std::string input = exporter.get(op.getInput1(), layout), list = writer.addList("pads", pads);
  exporter.addNode("Pad", {input, list, writeConstant(writer, *with, {})}, op, layout);
  return success();
}

/// Slice from `starts` to `ends` in `steps` of all dimensions.
void addSlice(GraphExporter &exporter, Operation *op, Layout layout, ArrayRef<int64_t> starts,
              ArrayRef<int64_t> ends, ArrayRef<int64_t> steps) {
  OnnxWriter &writer = exporter.getWriter();
  Shape axes = llvm::to_vector(llvm::seq<int64_t>(starts.size()));
  std::string input = exporter.get(op->getOperand(0), layout);
  exporter.addNode("Slice",
                   {input, writer.addList("starts", arrange(starts, layout)),
                    writer.addList("ends", arrange(ends, layout)), writer.addList("axes", axes),
                    writer.addList("steps", arrange(steps, layout))},
                   op, layout);
}

LogicalResult exportSlice(GraphExporter &exporter, tosa::SliceOp op) {
  FailureOr<Shape> start = readList(op, op.getStart());
  if (failed(start))
    return failure();
  Shape end = *start;
  for (auto [position, size] : llvm::zip_equal(end, getShape(op.getOutput())))
    position += size;
  addSlice(exporter, op, exporter.chooseLayout(op), *start, end, Shape(end.size(), 1));
  return success();
}

LogicalResult exportReverse(GraphExporter &exporter, tosa::ReverseOp op) {
  Shape start(getShape(op.getInput1()).size(), 0), end(getShape(op.getInput1()));
  Shape step(start.size(), 1);
  start[op.getAxis()] = -1;
  end[op.getAxis()] = std::numeric_limits<int64_t>::min();
  step[op.getAxis()] = -1;
  addSlice(exporter, op, exporter.chooseLayout(op), start, end, step);
  return success();
}

LogicalResult exportTile(GraphExporter &exporter, tosa::TileOp op) {
  FailureOr<Shape> multiples = readList(op, op.getMultiples());
  if (failed(multiples))
    return failure();
  Layout layout = exporter.chooseLayout(op);
  std::string repeats = exporter.getWriter().addList("repeats", arrange(*multiples, layout));
  std::string input = exporter.get(op.getInput1(), layout);
  exporter.addNode("Tile", {input, repeats}, op, layout);
  return success();
}

/// The indices before the importer counts negative ones from the start.
Value skipWrapping(Value indices) {
  auto select = indices.getDefiningOp<tosa::SelectOp>();
  if (!select)
    return indices;
  Value plain = select->getOperand(2);
  auto isNegative = select->getOperand(0).getDefiningOp<tosa::GreaterOp>();
  auto fromEnd = select->getOperand(1).getDefiningOp<tosa::AddOp>();
  return isNegative && fromEnd && isNegative->getOperand(1) == plain &&
                 fromEnd->getOperand(0) == plain && findConstant(fromEnd->getOperand(1))
             ? plain
             : indices;
}

/// The computed rows that are taken of each matrix of a batch; null if they are not
/// the same ones for all.
Value findRow(Value indices) {
  if (auto tile = indices.getDefiningOp<tosa::TileOp>())
    indices = tile.getInput1();
  if (getShape(indices)[0] != 1)
    return Value();
  while (auto reshape = indices.getDefiningOp<tosa::ReshapeOp>())
    indices = reshape.getInput1();
  return indices;
}

/// Rows of a matrix, the same ones for each matrix of a batch.
LogicalResult exportGather(GraphExporter &exporter, tosa::GatherOp op) {
  Value indices = op.getIndices();
  ArrayRef<int64_t> shape = getShape(indices);
  OnnxWriter &writer = exporter.getWriter();
  std::string list;
  if (FailureOr<SmallVector<int64_t>> rows = readIntegerConstant(indices); succeeded(rows)) {
    for (int64_t batch = 1; batch < shape[0]; ++batch)
      if (!std::equal(rows->begin(), rows->begin() + shape[1], rows->begin() + batch * shape[1]))
        return op->emitOpError("takes other rows of each matrix, for which ONNX has no form here");
    list = writer.addList("indices", ArrayRef(*rows).take_front(shape[1]));
  } else if (Value row = findRow(indices)) {
    std::string plain = exporter.get(skipWrapping(row));
    list = writer.addNode("Reshape", {plain, writer.addList("shape", shape[1])}, op.getLoc())
               .output(0);
  } else {
    return op->emitOpError(
        "takes computed rows of several matrices, for which ONNX has no form here");
  }
  onnx::NodeProto &node = exporter.addNode("Gather", {exporter.get(op.getValues()), list}, op);
  setAttribute(node, "axis", 1);
  return success();
}

} // namespace

FailureOr<bool> qopt::onnx_export::exportMovement(GraphExporter &exporter, Operation *op) {
  std::optional<LogicalResult> result =
      llvm::TypeSwitch<Operation *, std::optional<LogicalResult>>(op)
          .Case([&](tosa::ReshapeOp reshape) { return exportReshape(exporter, reshape); })
          .Case([&](tosa::TransposeOp transpose) { return exportTranspose(exporter, transpose); })
          .Case([&](tosa::ConcatOp concat) { return exportConcat(exporter, concat); })
          .Case([&](tosa::PadOp pad) { return exportPad(exporter, pad); })
          .Case([&](tosa::SliceOp slice) { return exportSlice(exporter, slice); })
          .Case([&](tosa::ReverseOp reverse) { return exportReverse(exporter, reverse); })
          .Case([&](tosa::TileOp tile) { return exportTile(exporter, tile); })
          .Case([&](tosa::GatherOp gather) { return exportGather(exporter, gather); })
          .Default(std::nullopt);
  if (!result)
    return false;
  if (failed(*result))
    return failure();
  return true;
}

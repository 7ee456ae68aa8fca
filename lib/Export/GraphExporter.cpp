#include "GraphExporter.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

Shape qopt::onnx_export::arrange(ArrayRef<int64_t> list, Layout layout) {
  if (layout == Layout::Own)
    return Shape(list);
  return llvm::map_to_vector(imageOrder, [&](int64_t dim) { return list[dim]; });
}

int64_t qopt::onnx_export::arrangeAxis(int64_t axis, Layout layout) {
  return layout == Layout::Own ? axis : llvm::find(imageOrder, axis) - std::begin(imageOrder);
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

void GraphExporter::set(Value value, Layout layout, const std::string &name) {
  (layout == Layout::Own ? names[value].own : names[value].image) = name;
}

bool GraphExporter::has(Value value, Layout layout) const {
  auto it = names.find(value);
  return it != names.end() && !(layout == Layout::Own ? it->second.own : it->second.image).empty();
}

void GraphExporter::setStored(Value value, Layout layout, const std::string &name) {
  (layout == Layout::Own ? stored[value].own : stored[value].image) = name;
}

std::string GraphExporter::getStored(Value value, Layout layout) const {
  Names known = stored.lookup(value);
  return layout == Layout::Own ? known.own : known.image;
}

std::string GraphExporter::get(Value value, Layout layout) {
  Names known = names.lookup(value);
  std::string &wanted = layout == Layout::Own ? known.own : known.image;
  std::string &other = layout == Layout::Own ? known.image : known.own;
  if (!wanted.empty())
    return wanted;
  std::string name;
  if (std::optional<Constant> constant = findConstant(value)) {
    Shape identity = llvm::to_vector(llvm::seq<int64_t>(constant->shape.size()));
    name = writeConstant(writer, *constant, arrange(identity, layout));
  } else {
    onnx::NodeProto &node = writer.addNode("Transpose", {other}, value.getLoc());
    setAttribute(node, "perm",
                 layout == Layout::Own ? ArrayRef<int64_t>({0, 2, 3, 1}) : ArrayRef(imageOrder));
    name = node.output(0);
  }
  set(value, layout, name);
  return name;
}

Layout GraphExporter::chooseLayout(Operation *op) const {
  auto isImage = [](Value value) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    return type && type.getRank() == 4;
  };
  auto isTensor = [](Value value) { return isa<RankedTensorType>(value.getType()); };
  if (!llvm::all_of(op->getResults(), isImage))
    return Layout::Own;
  return llvm::any_of(op->getOperands(),
                      [&](Value v) {
                        return isTensor(v) && isImage(v) && has(v, Layout::Image) &&
                               !findConstant(v);
                      })
             ? Layout::Image
             : Layout::Own;
}

onnx::NodeProto &GraphExporter::addNode(StringRef opType, ArrayRef<std::string> inputs,
                                        Operation *op, Layout layout) {
  onnx::NodeProto &node = writer.addNode(opType, inputs, op->getLoc());
  set(op->getResult(0), layout, node.output(0));
  return node;
}

//===----------------------------------------------------------------------===//
// The function
//===----------------------------------------------------------------------===//

LogicalResult GraphExporter::exportOp(Operation *op) {
  // Read where they are used.
  auto isInitial = [](Operation *user) {
    return isa<linalg::BroadcastOp, linalg::Conv2DNhwgcGfhwcOp>(user);
  };
  if (isa<tosa::ConstOp, tosa::ConstShapeOp>(op) ||
      (isa<tensor::EmptyOp, linalg::BroadcastOp>(op) && llvm::all_of(op->getUsers(), isInitial)))
    return success();
  for (Value result : op->getResults()) {
    auto type = dyn_cast<RankedTensorType>(result.getType());
    if (!type || !type.hasStaticShape() || getDataType(type.getElementType()) == 0)
      return op->emitOpError("gives ") << result.getType() << ", for which ONNX has no type here";
  }
  for (auto exportKind :
       {exportQuantization, exportLayer, exportMovement, exportResize, exportPointwise}) {
    FailureOr<bool> done = exportKind(*this, op);
    if (failed(done) || *done)
      return success(succeeded(done));
  }
  return op->emitOpError("has no ONNX form; programs of the phases float and fake-quantized can be "
                         "exported");
}

LogicalResult GraphExporter::run(func::FuncOp function) {
  auto nameOf = [&](DictionaryAttr attributes, StringRef fallback) {
    StringAttr name = attributes ? attributes.getAs<StringAttr>("qopt.name") : StringAttr();
    return name && !name.empty() ? name.str() : fallback.str();
  };
  SmallVector<std::string> inputs, outputs;
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    inputs.push_back(nameOf(function.getArgAttrDict(i), "input" + std::to_string(i)));
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    outputs.push_back(nameOf(function.getResultAttrDict(i), "output" + std::to_string(i)));
  llvm::StringSet<> seen;
  for (const std::string &name : llvm::concat<std::string>(inputs, outputs)) {
    if (!seen.insert(name).second)
      return function.emitError("two arguments or results are called '") << name << "'";
    writer.reserve(name);
  }
  for (auto [name, argument] : llvm::zip_equal(inputs, function.getArguments())) {
    auto type = dyn_cast<RankedTensorType>(argument.getType());
    if (!type || !type.hasStaticShape() || getDataType(type.getElementType()) == 0)
      return function.emitError("argument '")
             << name << "' has type " << argument.getType() << ", for which ONNX has no type here";
    writer.addInput(name, type);
    set(argument, Layout::Own, name);
  }
  for (Operation &op : function.front().without_terminator())
    if (failed(exportOp(&op)))
      return failure();
  for (auto [name, value] :
       llvm::zip_equal(outputs, function.front().getTerminator()->getOperands()))
    writer.addOutput(name, get(value), cast<RankedTensorType>(value.getType()));
  writer.dropUnread();
  return success();
}

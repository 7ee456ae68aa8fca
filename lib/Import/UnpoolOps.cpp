#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"
#include "Window.h"

// MaxUnpool, which writes maxima back to where a MaxPool found them.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

struct Unpool {
  Shape kernel, strides, pads;
  /// Of what the indices count the elements of, and of the result.
  Shape plane, result;

  size_t dims() const { return kernel.size(); }
  int64_t numPlanes() const { return plane[0] * plane[1]; }
};

FailureOr<Unpool> readUnpool(NodeImporter &node, ArrayRef<int64_t> shape) {
  if (shape.size() < 3)
    return node.error() << "its operand has shape " << formatShape(shape)
                        << "; rank 3 or more expected";
  size_t dims = shape.size() - 2;
  FailureOr<Shape> kernel = node.getIntegerList("kernel_shape", Shape(dims, 0), dims);
  FailureOr<Shape> strides = node.getIntegerList("strides", Shape(dims, 1), dims);
  FailureOr<Shape> pads = node.getIntegerList("pads", Shape(2 * dims, 0), 2 * dims);
  if (failed(kernel) || failed(strides) || failed(pads))
    return failure();
  Unpool unpool{*kernel, *strides, *pads, Shape(shape.take_front(2)), {}};
  auto isOutOfRange = [](int64_t value) { return value < 1 || value > maxElements; };
  if (llvm::any_of(*kernel, isOutOfRange) || llvm::any_of(*strides, isOutOfRange) ||
      llvm::any_of(*pads, [](int64_t pad) { return pad < 0 || pad > maxElements; }))
    return node.error() << "attribute 'kernel_shape', 'strides' or 'pads' is out of range";
  for (size_t dim = 0; dim < dims; ++dim)
    unpool.plane.push_back((shape[2 + dim] - 1) * (*strides)[dim] + (*kernel)[dim] - (*pads)[dim] -
                           (*pads)[dims + dim]);
  unpool.result = unpool.plane;
  if (node.hasInput(2)) {
    FailureOr<Shape> given = node.getIntegers(2, "the shape of the result");
    if (failed(given))
      return failure();
    unpool.result = *given;
  }
  bool fits = unpool.result.size() == shape.size() &&
              llvm::all_of(unpool.plane, [](int64_t size) { return size > 0; });
  for (size_t dim = 0; fits && dim < shape.size(); ++dim)
    fits = dim < 2 ? unpool.result[dim] == shape[dim] : unpool.result[dim] >= unpool.plane[dim];
  if (!fits)
    return node.error() << "a result of shape " << formatShape(unpool.result)
                        << " does not fit to maxima of a tensor of shape "
                        << formatShape(unpool.plane);
  if (failed(node.checkShape(unpool.plane)) || failed(node.checkShape(unpool.result)))
    return failure();
  return unpool;
}

/// Whether `attribute` is one that a MaxPool may have whose windows are those of `unpool`.
bool isOfSameWindows(const onnx::AttributeProto &attribute, const Unpool &unpool) {
  StringRef name = attribute.name();
  Shape list(attribute.ints().begin(), attribute.ints().end());
  if (name == "kernel_shape")
    return list == unpool.kernel;
  if (name == "strides")
    return list == unpool.strides;
  if (name == "pads")
    return llvm::all_of(list, [](int64_t pad) { return pad == 0; });
  if (name == "dilations")
    return llvm::all_of(list, [](int64_t dilation) { return dilation == 1; });
  if (name == "auto_pad")
    return attribute.s() == "NOTSET" || attribute.s() == "VALID";
  return (name == "ceil_mode" || name == "storage_order") && attribute.i() == 0;
}

/// Whether the indices come from a MaxPool of windows side by side, which are those of
/// `unpool`, on a tensor of its size: then each one lies in its own window.
bool areInOwnWindows(NodeImporter &node, const Unpool &unpool) {
  GraphImporter &graph = node.getGraph();
  const std::string &name = node.getProto().input(1);
  const onnx::NodeProto *pool = graph.getGraph().getProducer(name);
  if (!pool || pool->op_type() != "MaxPool" ||
      !(pool->domain().empty() || pool->domain() == "ai.onnx") || pool->output_size() != 2 ||
      pool->output(1) != name)
    return false;
  size_t known = 0;
  for (const onnx::AttributeProto &attribute : pool->attribute()) {
    if (!isOfSameWindows(attribute, unpool))
      return false;
    known += attribute.name() == "kernel_shape" || attribute.name() == "strides";
  }
  if (known != 2 || unpool.kernel != unpool.strides ||
      llvm::any_of(unpool.pads, [](int64_t pad) { return pad != 0; }))
    return false;
  const ImportedValue *pooled = graph.getValue(pool->input(0));
  return pooled && pooled->shape == unpool.plane;
}

/// Each maximum is compared with all places of its window: N x C, then for each dimension
/// the windows and their elements.
std::string addByWindows(NodeImporter &node, Expansion &e, const Unpool &unpool,
                         ArrayRef<int64_t> shape) {
  Type i32 = node.getBuilder().getI32Type();
  int64_t elements = *countElements(ArrayRef(unpool.plane).drop_front(2));
  Shape windows{unpool.numPlanes()}, places{1}, origins;
  for (size_t dim = 0; dim < unpool.dims(); ++dim) {
    windows.append({shape[2 + dim], 1});
    places.append({shape[2 + dim], unpool.kernel[dim]});
  }
  for (int64_t plane = 0; plane < unpool.numPlanes(); ++plane)
    origins.push_back(plane * elements);
  std::string local = e.add("Sub", {e.reshape(e.operand(1), {unpool.numPlanes(), -1}),
                                    e.reshape(e.integers(origins), {-1, 1})});
  local = e.add("Cast", {e.reshape(local, windows)}, {makeAttribute("to", int64_t(6))});
  std::string place =
      e.constant(ImportedValue::ofConstant(fromIntegers(i32, places, identityOrder(elements))));
  std::string isPlace = e.add("Equal", {local, place});
  return e.add("Where", {isPlace, e.reshape(e.operand(0), windows), e.scalar(0)});
}

} // namespace

LogicalResult qopt::onnx_import::importMaxUnpool(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  const Shape shape = input->shape;
  FailureOr<Unpool> unpool = readUnpool(node, shape);
  if (failed(unpool))
    return failure();
  if (node.getInput(1).shape != shape)
    return node.error() << "its maxima have shape " << formatShape(shape) << ", their indices "
                        << formatShape(node.getInput(1).shape);
  Expansion e(node);
  std::string result;
  if (areInOwnWindows(node, *unpool)) {
    if (failed(node.checkConstantSize(unpool->plane)))
      return failure();
    result = e.reshape(addByWindows(node, e, *unpool, shape), unpool->plane);
  } else {
    int64_t total = *countElements(unpool->plane);
    bool isComputed = !node.getInput(1).isConstant();
    if (isComputed && failed(node.checkConstantSize({*countElements(shape), total})))
      return failure();
    std::string zeros = e.floats({total}, SmallVector<double>(total, 0.0));
    result = e.add("ScatterElements",
                   {zeros, e.reshape(e.operand(1), {-1}), e.reshape(e.operand(0), {-1})});
    result = e.reshape(result, unpool->plane);
  }
  if (unpool->result == unpool->plane)
    return e.finish({result});
  Shape pads(2 * shape.size(), 0);
  for (size_t dim = 2; dim < shape.size(); ++dim)
    pads[shape.size() + dim] = unpool->result[dim] - unpool->plane[dim];
  return e.finish({e.add("Pad", {result, e.integers(pads)})});
}

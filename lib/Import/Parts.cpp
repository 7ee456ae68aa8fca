#include "Parts.h"

#include "EmptyOps.h"
#include "FoldConstants.h"
#include "Quantization.h"
#include "TensorElements.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

ImportedValue qopt::onnx_import::takePart(ImportBuilder &b, ImportedValue &value, int64_t axis,
                                          int64_t start, int64_t size) {
  Shape from(value.rank(), 0), shape = value.shape;
  from[axis] = start;
  shape[axis] = size;
  if (value.isConstant()) {
    Shape strides = computeStrides(value.shape);
    return ImportedValue::ofConstant(
        copyStrided(*value.constant, shape, start * strides[axis], strides));
  }
  if (isEmpty(shape))
    return makeEmpty(value.getElementType(), shape);
  Value part = b.slice(b.materializeOriginal(value), from, shape);
  return ImportedValue::computed(part, shape, identityOrder(shape.size()));
}

ImportedValue qopt::onnx_import::dropDim(const ImportedValue &value, int64_t axis) {
  Shape shape = value.shape;
  shape.erase(shape.begin() + axis);
  return *value.reshaped(shape);
}

/// The shape of `parts` joined along dimension `axis`; reports those that do not fit.
static FailureOr<Shape> joinShapes(NodeImporter &node, ArrayRef<ImportedValue> parts,
                                   int64_t axis) {
  Shape shape = parts.front().shape;
  shape[axis] = 0;
  for (const ImportedValue &part : parts) {
    Shape expected = parts.front().shape;
    if (part.rank() == expected.size())
      expected[axis] = part.shape[axis];
    if (part.shape != expected || part.getElementType() != parts.front().getElementType())
      return node.error() << "values of shape " << formatShape(parts.front().shape) << " and "
                          << formatShape(part.shape) << ", of types "
                          << parts.front().describeType() << " and " << part.describeType()
                          << ", cannot be joined at dimension " << axis;
    shape[axis] += part.shape[axis];
  }
  return shape;
}

FailureOr<ImportedValue> qopt::onnx_import::joinParts(NodeImporter &node,
                                                      MutableArrayRef<ImportedValue> parts,
                                                      int64_t axis, bool isNew) {
  ImportBuilder &b = node.getBuilder();
  if (parts.empty())
    return node.error() << "joins no values, so that the shape of its result is unknown";
  FailureOr<int64_t> dim = node.normalizeAxis(axis, parts.front().rank() + (isNew ? 1 : 0));
  if (failed(dim))
    return failure();
  bool areConstants = true;
  for (ImportedValue &part : parts) {
    part = part.isQuantized ? emitIntegers(b, part) : withoutGrid(part);
    part.widenFloats();
    areConstants &= part.isConstant();
    if (!isNew || static_cast<int64_t>(part.rank()) < *dim)
      continue;
    Shape shape = part.shape;
    shape.insert(shape.begin() + *dim, 1);
    part = *part.reshaped(shape);
  }
  FailureOr<Shape> shape = joinShapes(node, parts, *dim);
  if (failed(shape))
    return failure();
  if (isEmpty(*shape))
    return makeEmpty(parts.front().getElementType(), *shape);
  if (failed(node.checkShape(*shape)))
    return failure();
  SmallVector<Value> values;
  for (ImportedValue &part : parts)
    if (!isEmpty(part.shape))
      values.push_back(b.materializeOriginal(part));
  ImportedValue result =
      ImportedValue::computed(b.concat(values, *dim), *shape, identityOrder(shape->size()));
  if (areConstants)
    evaluateConstant(b, result);
  return result;
}

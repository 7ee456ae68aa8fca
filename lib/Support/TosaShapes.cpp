#include "qopt/Support/TosaShapes.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;

Value qopt::createShape(OpBuilder &builder, Location loc, ArrayRef<int64_t> shape) {
  auto type = tosa::shapeType::get(builder.getContext(), shape.size());
  return tosa::ConstShapeOp::create(builder, loc, type, builder.getIndexTensorAttr(shape));
}

Value qopt::createReshape(OpBuilder &builder, Location loc, Value value, ArrayRef<int64_t> shape) {
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getShape() == shape)
    return value;
  return tosa::ReshapeOp::create(builder, loc, type.clone(shape), value,
                                 createShape(builder, loc, shape));
}

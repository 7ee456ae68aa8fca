#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace qopt::qint;

#include "qopt/Dialect/QInt/QIntDialect.cpp.inc"
#include "qopt/Dialect/QInt/QIntEnums.cpp.inc"

void QIntDialect::initialize() {
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "qopt/Dialect/QInt/QIntTensorOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "qopt/Dialect/QInt/QIntScheduledOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "qopt/Dialect/QInt/QIntTaskOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "qopt/Dialect/QInt/QIntVectorOps.cpp.inc"
      >();
}

Operation *QIntDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type,
                                            Location loc) {
  return arith::ConstantOp::materialize(builder, value, type, loc);
}

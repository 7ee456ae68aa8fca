#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntVectorOps.cpp.inc"

LogicalResult VectorDotOp::verify() { return success(); }

LogicalResult VectorRescaleOp::verify() { return success(); }

LogicalResult VectorLookupOp::verify() { return success(); }

#include "qopt/Dialect/Calib/Calib.h"

using namespace mlir;
using namespace qopt::calib;

#define GET_OP_CLASSES
#include "qopt/Dialect/Calib/CalibOps.cpp.inc"

LogicalResult ObserveOp::verify() { return success(); }

LogicalResult AnnotateOp::verify() { return success(); }

LogicalResult FakeQuantOp::verify() { return success(); }

OpFoldResult FakeQuantOp::fold(FoldAdaptor adaptor) { return {}; }

#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntScheduledOps.cpp.inc"

LogicalResult ScheduledConv2DOp::verify() { return success(); }

LogicalResult ScheduledDepthwiseConv2DOp::verify() { return success(); }

LogicalResult ScheduledBatchMatmulOp::verify() { return success(); }

LogicalResult ScheduledPool2DOp::verify() { return success(); }

LogicalResult ScheduledReduceOp::verify() { return success(); }

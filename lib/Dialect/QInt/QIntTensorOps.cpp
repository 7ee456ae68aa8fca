#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntTensorOps.cpp.inc"

LogicalResult Conv2DOp::verify() { return success(); }

LogicalResult DepthwiseConv2DOp::verify() { return success(); }

LogicalResult BatchMatmulOp::verify() { return success(); }

LogicalResult AddOp::verify() { return success(); }

LogicalResult MulOp::verify() { return success(); }

LogicalResult RescaleOp::verify() { return success(); }

LogicalResult MaxPool2DOp::verify() { return success(); }

LogicalResult AvgPool2DOp::verify() { return success(); }

LogicalResult TableOp::verify() { return success(); }

LogicalResult SoftmaxOp::verify() { return success(); }

LogicalResult ConcatOp::verify() { return success(); }

LogicalResult PadOp::verify() { return success(); }

LogicalResult SliceOp::verify() { return success(); }

LogicalResult ReshapeOp::verify() { return success(); }

LogicalResult TransposeOp::verify() { return success(); }

LogicalResult QuantizeOp::verify() { return success(); }

LogicalResult DequantizeOp::verify() { return success(); }

OpFoldResult ConcatOp::fold(FoldAdaptor adaptor) { return {}; }

OpFoldResult PadOp::fold(FoldAdaptor adaptor) { return {}; }

OpFoldResult SliceOp::fold(FoldAdaptor adaptor) { return {}; }

OpFoldResult ReshapeOp::fold(FoldAdaptor adaptor) { return {}; }

OpFoldResult TransposeOp::fold(FoldAdaptor adaptor) { return {}; }

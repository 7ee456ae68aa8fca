#include "Pool.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

FailureOr<PoolGeometry> reference::getPoolGeometry(Operation *op, ArrayRef<int64_t> kernel,
                                                   ArrayRef<int64_t> stride,
                                                   ArrayRef<int64_t> pad) {
  ArrayRef<int64_t> input = getShape(op->getOperand(0));
  if (input.size() != 4 || kernel.size() != 2 || stride.size() != 2 || pad.size() != 4)
    return refuse(op) << "it needs an operand of rank 4, and 2, 2 and 4 entries for kernel, stride "
                         "and pad";
  int64_t spanY = input[1] + pad[0] + pad[1] - kernel[0];
  int64_t spanX = input[2] + pad[2] + pad[3] - kernel[1];
  if (*llvm::min_element(kernel) < 1 || *llvm::min_element(stride) < 1 ||
      *llvm::min_element(pad) < 0 || spanY < 0 || spanX < 0)
    return refuse(op) << "the window does not fit into the padded input";
  PoolGeometry geometry{input[0],
                        input[1],
                        input[2],
                        input[3],
                        spanY / stride[0] + 1,
                        spanX / stride[1] + 1,
                        kernel[0],
                        kernel[1],
                        stride[0],
                        stride[1],
                        pad[0],
                        pad[2]};
  if (failed(requireResultShape(op,
                                {input[0], geometry.outputHeight, geometry.outputWidth, input[3]})))
    return failure();
  // The last windows begin inside the input, the first end there.
  if (pad[0] >= kernel[0] || pad[2] >= kernel[1] ||
      (geometry.outputHeight - 1) * stride[0] - pad[0] >= input[1] ||
      (geometry.outputWidth - 1) * stride[1] - pad[2] >= input[2])
    return refuse(op) << "a window lies in the padding altogether; make the padding smaller than "
                         "the kernel";
  return geometry;
}

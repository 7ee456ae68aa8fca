#ifndef QOPT_LIB_VECTORIZE_WINOGRADTRANSFORMS_H
#define QOPT_LIB_VECTORIZE_WINOGRADTRANSFORMS_H

#include "KernelBuilder.h"

namespace qopt {

/// From 6 (or 4) inputs along a dimension to as many points; see
/// `qint.scheduled.winograd_conv2d` for their order.
KernelBuilder::Values buildWinogradInput(KernelBuilder &builder, mlir::ValueRange inputs);

/// From 6 (or 4) points along a dimension to the outputs of even or of odd number,
/// among 4 (or 2), each multiplied by 3 * 2^k; `getWinogradShift` is k of one of them.
KernelBuilder::Values buildWinogradOutput(KernelBuilder &builder, mlir::ValueRange points,
                                          bool isOdd);
int64_t getWinogradShift(int64_t outputs, int64_t index);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_WINOGRADTRANSFORMS_H

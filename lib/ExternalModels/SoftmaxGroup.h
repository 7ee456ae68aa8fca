#ifndef QOPT_LIB_EXTERNALMODELS_SOFTMAXGROUP_H
#define QOPT_LIB_EXTERNALMODELS_SOFTMAXGROUP_H

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

namespace qopt {

/// TOSA has no softmax; models decompose it into
///
///     m = reduce_max x,  e = exp(x - m),  s = reduce_sum e,  y = e * reciprocal(s)
///
/// Such a group, which `qint.softmax` computes as one.
struct SoftmaxGroup {
  mlir::Value input;
  int64_t axis;
};

/// The group that ends in `last`, the multiplication.
std::optional<SoftmaxGroup> matchSoftmax(mlir::Operation *last);

/// `qint.softmax` on operand 0 of `builder`.
llvm::FailureOr<mlir::Value> buildSoftmax(const SoftmaxGroup &softmax, IntegerBuilder &builder);

} // namespace qopt

#endif // QOPT_LIB_EXTERNALMODELS_SOFTMAXGROUP_H

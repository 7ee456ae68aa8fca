#ifndef QOPT_SUPPORT_TOSASHAPES_H
#define QOPT_SUPPORT_TOSASHAPES_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/Value.h"

namespace qopt {

/// `tosa.const_shape` of `shape`.
mlir::Value createShape(mlir::OpBuilder &builder, mlir::Location loc,
                        llvm::ArrayRef<int64_t> shape);

/// `tosa.reshape` of `value`, a ranked tensor of as many elements as `shape`; `value` itself
/// where it has that shape.
mlir::Value createReshape(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value value,
                          llvm::ArrayRef<int64_t> shape);

} // namespace qopt

#endif // QOPT_SUPPORT_TOSASHAPES_H

#ifndef QOPT_SUPPORT_FLOATFUNCTIONEMITTER_H
#define QOPT_SUPPORT_FLOATFUNCTIONEMITTER_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/Value.h"

// The functions of FloatFunctions.h as `arith` operations, `llvm.intr.fma` and
// `llvm.intr.sqrt`: the same bytes. Operands are f32 or one-dimensional vectors
// of f32; the result has the type of the operand. With `hasScale` there is an
// instruction for p * 2^k, which `llvm.intr.ldexp` becomes; else that would be a call.

namespace qopt {

mlir::Value emitExp(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
mlir::Value emitLog(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
mlir::Value emitErf(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
mlir::Value emitTanh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
mlir::Value emitSigmoid(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
mlir::Value emitRsqrt(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, bool hasScale);
/// pow(x, y); both have one type.
mlir::Value emitPow(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, mlir::Value y,
                    bool hasScale);

} // namespace qopt

#endif // QOPT_SUPPORT_FLOATFUNCTIONEMITTER_H

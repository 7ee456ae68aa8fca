#ifndef QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H
#define QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H

#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// How the ops on matrix registers are lowered; none has results.
template <typename Op> using MatrixEmitter = void (*)(mlir::ImplicitLocOpBuilder &, Op);

template <typename Op> struct LowerMatrixOp : mlir::OpRewritePattern<Op> {
  LowerMatrixOp(mlir::MLIRContext *context, MatrixEmitter<Op> emit, mlir::PatternBenefit benefit)
      : mlir::OpRewritePattern<Op>(context, benefit), emit(emit) {}

  llvm::LogicalResult matchAndRewrite(Op op, mlir::PatternRewriter &rewriter) const override {
    mlir::ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    emit(builder, op);
    rewriter.eraseOp(op);
    return mlir::success();
  }

private:
  MatrixEmitter<Op> emit;
};

/// Adds the lowerings of `qint.vector.matrix_…`.
inline void addLowerMatrixPatterns(mlir::RewritePatternSet &patterns,
                                   MatrixEmitter<qint::VectorMatrixConfigureOp> configure,
                                   MatrixEmitter<qint::VectorMatrixLoadOp> load,
                                   MatrixEmitter<qint::VectorMatrixDotOp> dot,
                                   MatrixEmitter<qint::VectorMatrixStoreOp> store,
                                   mlir::PatternBenefit benefit) {
  mlir::MLIRContext *context = patterns.getContext();
  patterns.add<LowerMatrixOp<qint::VectorMatrixConfigureOp>>(context, configure, benefit);
  patterns.add<LowerMatrixOp<qint::VectorMatrixLoadOp>>(context, load, benefit);
  patterns.add<LowerMatrixOp<qint::VectorMatrixDotOp>>(context, dot, benefit);
  patterns.add<LowerMatrixOp<qint::VectorMatrixStoreOp>>(context, store, benefit);
}

/// Those to loops over registers that are kept in memory.
void addGenericMatrixPatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H

#ifndef QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H
#define QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/DepthwiseTiles.h"
#include "qopt/Target/ISA.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

class KernelBuilder;
struct FlatBuffer;

int64_t countBytes(const FlatBuffer &buffer);

/// Whether buffers are too large to stay in the second-level cache together:
/// from there on, each walk through them reads memory anew.
bool leavesCache(llvm::ArrayRef<const FlatBuffer *> buffers);

/// Emit the kernel of a scheduled convolution in front of it. All layouts are
/// static, and the tile's columns fill whole registers of accumulators.
mlir::LogicalResult vectorizeConv2D(mlir::PatternRewriter &rewriter, qint::ScheduledConv2DOp op,
                                    const Target &target);
/// The same by matrix registers; false where the op does not ask for them, or its
/// tile takes more than there are.
bool vectorizeMatrixConv2D(KernelBuilder &builder, qint::ScheduledConv2DOp op);
mlir::LogicalResult vectorizeChainedConv2D(mlir::PatternRewriter &rewriter,
                                           qint::ScheduledChainedConv2DOp op, const Target &target);
/// Whether the tile of an op has fewer columns than a register has lanes: then lanes are
/// output positions.
inline bool vectorizesPositions(qint::ScheduledChainedConv2DOp op, const ISA &isa) {
  return op.getTile().getColumns() < isa.lanes(32);
}
mlir::LogicalResult vectorizePositionChains(mlir::PatternRewriter &rewriter, KernelBuilder &builder,
                                            qint::ScheduledChainedConv2DOp op);
mlir::LogicalResult vectorizeDepthwise(mlir::PatternRewriter &rewriter,
                                       qint::ScheduledDepthwiseConv2DOp op, const Target &target);
mlir::LogicalResult vectorizeWinogradConv2D(mlir::PatternRewriter &rewriter,
                                            qint::ScheduledWinogradConv2DOp op,
                                            const Target &target);

DepthwiseWindow getWindow(qint::ScheduledDepthwiseConv2DOp op);

/// Whether the depthwise kernel by interleaved columns takes an op; it has as many
/// output as input channels, of bytes.
bool canVectorizeByQuads(qint::ScheduledDepthwiseConv2DOp op, const ISA &isa);
void vectorizeDepthwiseByQuads(KernelBuilder &builder, qint::ScheduledDepthwiseConv2DOp op);
/// The same for the kernel by interleaved rows.
bool canVectorizeByPairs(qint::ScheduledDepthwiseConv2DOp op, const ISA &isa);
void vectorizeDepthwiseByPairs(KernelBuilder &builder, qint::ScheduledDepthwiseConv2DOp op);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H

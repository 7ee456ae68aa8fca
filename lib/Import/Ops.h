#ifndef QOPT_LIB_IMPORT_OPS_H
#define QOPT_LIB_IMPORT_OPS_H

#include "NodeImporter.h"

// One import function per ONNX operator (or family of operators of one form).
// Ops.cpp maps names to them.

namespace qopt::onnx_import {

// ConvolutionOps.cpp
llvm::LogicalResult importConv(NodeImporter &node);

// ConvTransposeOps.cpp
llvm::LogicalResult importConvTranspose(NodeImporter &node);

// ResizeOps.cpp
llvm::LogicalResult importResize(NodeImporter &node);

// PoolOps.cpp
llvm::LogicalResult importMaxPool(NodeImporter &node);
llvm::LogicalResult importAveragePool(NodeImporter &node);
llvm::LogicalResult importGlobalPool(NodeImporter &node);

// MatMulOps.cpp
llvm::LogicalResult importGemm(NodeImporter &node);
llvm::LogicalResult importMatMul(NodeImporter &node);

// ElementwiseOps.cpp
llvm::LogicalResult importUnary(NodeImporter &node);
llvm::LogicalResult importBinary(NodeImporter &node);

// ActivationOps.cpp
llvm::LogicalResult importClip(NodeImporter &node);
llvm::LogicalResult importLeakyRelu(NodeImporter &node);
llvm::LogicalResult importElu(NodeImporter &node);
llvm::LogicalResult importHardSigmoid(NodeImporter &node);
llvm::LogicalResult importGelu(NodeImporter &node);
llvm::LogicalResult importSelu(NodeImporter &node);
llvm::LogicalResult importCelu(NodeImporter &node);
llvm::LogicalResult importThresholdedRelu(NodeImporter &node);

// NormalizationOps.cpp
llvm::LogicalResult importBatchNormalization(NodeImporter &node);

// StatisticsOps.cpp
llvm::LogicalResult importLayerNormalization(NodeImporter &node);
llvm::LogicalResult importInstanceNormalization(NodeImporter &node);
llvm::LogicalResult importGroupNormalization(NodeImporter &node);
llvm::LogicalResult importMeanVarianceNormalization(NodeImporter &node);
llvm::LogicalResult importLpNormalization(NodeImporter &node);
llvm::LogicalResult importLRN(NodeImporter &node);

// FusedOps.cpp
llvm::LogicalResult importQuickGelu(NodeImporter &node);
llvm::LogicalResult importSwiGLU(NodeImporter &node);
llvm::LogicalResult importBiasGelu(NodeImporter &node);
llvm::LogicalResult importFusedMatMul(NodeImporter &node);
llvm::LogicalResult importGemmFastGelu(NodeImporter &node);
llvm::LogicalResult importFusedGemm(NodeImporter &node);
llvm::LogicalResult importFusedConv(NodeImporter &node);
llvm::LogicalResult importSkipNormalization(NodeImporter &node);
llvm::LogicalResult importEmbedLayerNormalization(NodeImporter &node);

// DiffusionOps.cpp
llvm::LogicalResult importGroupNorm(NodeImporter &node);
llvm::LogicalResult importSkipGroupNorm(NodeImporter &node);
llvm::LogicalResult importBiasSplitGelu(NodeImporter &node);
llvm::LogicalResult importBiasAdd(NodeImporter &node);
llvm::LogicalResult importNhwcConv(NodeImporter &node);

// TrigonometryOps.cpp
llvm::LogicalResult importTrigonometry(NodeImporter &node);
llvm::LogicalResult importShrink(NodeImporter &node);

// AttentionOps.cpp
llvm::LogicalResult importAttention(NodeImporter &node);

// RuntimeAttentionOps.cpp
llvm::LogicalResult importPackedAttention(NodeImporter &node);
llvm::LogicalResult importMultiHeadAttention(NodeImporter &node);

// GroupQueryAttentionOps.cpp
llvm::LogicalResult importGroupQueryAttention(NodeImporter &node);

// StateOps.cpp
llvm::LogicalResult importTensorScatter(NodeImporter &node);
llvm::LogicalResult importCausalConvWithState(NodeImporter &node);
llvm::LogicalResult importLinearAttention(NodeImporter &node);

// RotaryEmbeddingOps.cpp
llvm::LogicalResult importRotaryEmbedding(NodeImporter &node);

// LowBitOps.cpp
llvm::LogicalResult importMatMulNBits(NodeImporter &node);
llvm::LogicalResult importGatherBlockQuantized(NodeImporter &node);
llvm::LogicalResult importDynamicQuantizeMatMul(NodeImporter &node);
llvm::LogicalResult importMatMulIntegerToFloat(NodeImporter &node);

// ReductionOps.cpp
/// Operand 0 of an operator along attribute `axis`. Before opset 13 all dimensions from
/// there on were one, and all before it another.
struct FlattenedInput {
  ImportedValue input;
  int64_t dim;
  bool isFlattened;
};
llvm::FailureOr<FlattenedInput> flattenBehindAxis(NodeImporter &node);
/// What a reduction of an operand makes of its shape.
struct ReducedShape {
  /// The dimensions to reduce, in order.
  Shape axes;
  /// The shape with those of size 1, and that of the result, which may lack them.
  Shape kept, result;
};
llvm::FailureOr<ReducedShape> readReducedShape(NodeImporter &node, llvm::ArrayRef<int64_t> shape);
/// The product over `dims`, which stay with size 1.
mlir::Value emitProduct(ImportBuilder &b, mlir::Value value, llvm::ArrayRef<int64_t> dims);
llvm::LogicalResult importSoftmax(NodeImporter &node);
llvm::LogicalResult importReduce(NodeImporter &node);
llvm::LogicalResult importArgMax(NodeImporter &node);
llvm::LogicalResult importTopK(NodeImporter &node);
llvm::LogicalResult importCumSum(NodeImporter &node);

// LogicOps.cpp
llvm::LogicalResult importLogic(NodeImporter &node);
llvm::LogicalResult importNot(NodeImporter &node);
llvm::LogicalResult importBitwise(NodeImporter &node);
llvm::LogicalResult importBitwiseNot(NodeImporter &node);
llvm::LogicalResult importWhere(NodeImporter &node);
llvm::LogicalResult importTrilu(NodeImporter &node);
llvm::LogicalResult importIsInf(NodeImporter &node);
llvm::LogicalResult importOneHot(NodeImporter &node);
llvm::LogicalResult importHardmax(NodeImporter &node);

// GatherOps.cpp
llvm::LogicalResult importGather(NodeImporter &node);
llvm::LogicalResult importGatherElements(NodeImporter &node);
llvm::LogicalResult importGatherND(NodeImporter &node);

/// The elements of `value` at `indices`, which are computed and not negative,
/// along dimension `dim`, and at their own position along the others.
mlir::Value emitGatherElements(ImportBuilder &b, mlir::Value value, mlir::Value indices,
                               int64_t dim);

// GridSampleOps.cpp
llvm::LogicalResult importGridSample(NodeImporter &node);
llvm::LogicalResult importAffineGrid(NodeImporter &node);

// ScatterOps.cpp
llvm::LogicalResult importScatter(NodeImporter &node);

// ShapeOps.cpp
llvm::LogicalResult importDropout(NodeImporter &node);
llvm::LogicalResult importReshape(NodeImporter &node);
llvm::LogicalResult importFlatten(NodeImporter &node);
llvm::LogicalResult importTranspose(NodeImporter &node);
llvm::LogicalResult importSqueeze(NodeImporter &node);
llvm::LogicalResult importUnsqueeze(NodeImporter &node);
llvm::LogicalResult importDepthToSpace(NodeImporter &node);
llvm::LogicalResult importSpaceToDepth(NodeImporter &node);

// RecurrentOps.cpp
llvm::LogicalResult importRecurrent(NodeImporter &node);

// DynamicQuantizedOps.cpp
llvm::LogicalResult importDynamicQuantizeLSTM(NodeImporter &node);

// ControlFlowOps.cpp
llvm::LogicalResult importIf(NodeImporter &node);

// LoopOps.cpp
llvm::LogicalResult importLoop(NodeImporter &node);
llvm::LogicalResult importScan(NodeImporter &node);

// BatchedScanOps.cpp
/// The Scan of opset 8.
llvm::LogicalResult importBatchedScan(NodeImporter &node);

// SequenceOps.cpp
llvm::LogicalResult importSequence(NodeImporter &node);
llvm::LogicalResult importOptional(NodeImporter &node);

// RegionOps.cpp
llvm::LogicalResult importRoiAlign(NodeImporter &node);
llvm::LogicalResult importMaxRoiPool(NodeImporter &node);

// SamplingOps.cpp
llvm::LogicalResult importDeformConv(NodeImporter &node);

// UnpoolOps.cpp
llvm::LogicalResult importMaxUnpool(NodeImporter &node);

// SpectrumOps.cpp
llvm::LogicalResult importDFT(NodeImporter &node);
llvm::LogicalResult importSTFT(NodeImporter &node);
llvm::LogicalResult importWindow(NodeImporter &node);

// DerivedOps.cpp
llvm::LogicalResult importLpPool(NodeImporter &node);
llvm::LogicalResult importGlobalLpPool(NodeImporter &node);
llvm::LogicalResult importCol2Im(NodeImporter &node);
llvm::LogicalResult importDet(NodeImporter &node);
llvm::LogicalResult importCenterCropPad(NodeImporter &node);
llvm::LogicalResult importCompress(NodeImporter &node);
llvm::LogicalResult importEyeLike(NodeImporter &node);
llvm::LogicalResult importReverseSequence(NodeImporter &node);
/// Operators whose results have no static shape.
llvm::LogicalResult importDynamicResult(NodeImporter &node);

// EinsumOps.cpp
llvm::LogicalResult importEinsum(NodeImporter &node);

// MovementOps.cpp
llvm::LogicalResult importConcat(NodeImporter &node);
llvm::LogicalResult importSlice(NodeImporter &node);
llvm::LogicalResult importSplit(NodeImporter &node);
llvm::LogicalResult importExpand(NodeImporter &node);
llvm::LogicalResult importTile(NodeImporter &node);

// PadOps.cpp
llvm::LogicalResult importPad(NodeImporter &node);

// ConstantOps.cpp
llvm::LogicalResult importConstant(NodeImporter &node);
llvm::LogicalResult importConstantOfShape(NodeImporter &node);
llvm::LogicalResult importShape(NodeImporter &node);
llvm::LogicalResult importCast(NodeImporter &node);
llvm::LogicalResult importCastLike(NodeImporter &node);
llvm::LogicalResult importBitCast(NodeImporter &node);
/// Operators that are supported on constants only.
llvm::LogicalResult importConstantOnly(NodeImporter &node);

// QuantizationOps.cpp
llvm::LogicalResult importQuantizeLinear(NodeImporter &node);
llvm::LogicalResult importDequantizeLinear(NodeImporter &node);
llvm::LogicalResult importDynamicQuantizeLinear(NodeImporter &node);

// QLinearOps.cpp
llvm::LogicalResult importQLinearConv(NodeImporter &node);
llvm::LogicalResult importQLinearMatMul(NodeImporter &node);
llvm::LogicalResult importQLinearUnary(NodeImporter &node);
llvm::LogicalResult importQLinearBinary(NodeImporter &node);
llvm::LogicalResult importQLinearWhere(NodeImporter &node);
llvm::LogicalResult importQLinearConcat(NodeImporter &node);
llvm::LogicalResult importQGemm(NodeImporter &node);

// IntegerOps.cpp
llvm::LogicalResult importConvInteger(NodeImporter &node);
llvm::LogicalResult importMatMulInteger(NodeImporter &node);

/// Keeps the operation that computes `product` in float, because a grid would
/// round its results: `reason` says why that must not be.
void keepInFloat(const ImportedValue &product, llvm::StringRef reason);

/// The matrix product of two values, with the rules of MatMul.
llvm::FailureOr<ImportedValue> importProduct(NodeImporter &node, const ImportedValue &lhs,
                                             const ImportedValue &rhs);

/// The mean or the maximum over all dimensions after the first two, of which
/// there is at least one; they stay with size 1.
ImportedValue emitGlobalPool(ImportBuilder &b, ImportedValue &input, bool isMax);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_OPS_H

#include "Ops.h"

#include "llvm/ADT/StringMap.h"

using namespace qopt;
using namespace qopt::onnx_import;

namespace {

constexpr unsigned any = ~0u >> 1;

/// Operators of the default domain: import function, least and most operands.
const llvm::StringMap<OpDescription> &getOps() {
  static const llvm::StringMap<OpDescription> ops = {
      // Convolutions, products, pools
      {"Conv", {importConv, 2, 3}},
      {"ConvTranspose", {importConvTranspose, 2, 3}},
      {"Gemm", {importGemm, 2, 3}},
      {"MatMul", {importMatMul, 2, 2}},
      {"Einsum", {importEinsum, 1, any}},
      {"RNN", {importRecurrent, 3, 6}},
      {"GRU", {importRecurrent, 3, 6}},
      {"LSTM", {importRecurrent, 3, 8}},
      {"Attention", {importAttention, 3, 7}},
      {"RotaryEmbedding", {importRotaryEmbedding, 3, 4}},
      {"DeformConv", {importDeformConv, 3, 5}},
      {"RoiAlign", {importRoiAlign, 3, 3}},
      {"LpPool", {importLpPool, 1, 1}},
      {"GlobalLpPool", {importGlobalLpPool, 1, 1}},
      {"Col2Im", {importCol2Im, 3, 3}},
      {"MaxPool", {importMaxPool, 1, 1}},
      {"AveragePool", {importAveragePool, 1, 1}},
      {"GlobalAveragePool", {importGlobalPool, 1, 1}},
      {"GlobalMaxPool", {importGlobalPool, 1, 1}},
      {"DFT", {importDFT, 1, 3}},
      {"STFT", {importSTFT, 2, 4}},
      // Normalizations and reductions
      {"BatchNormalization", {importBatchNormalization, 5, 5}},
      {"LayerNormalization", {importLayerNormalization, 2, 3}},
      {"RMSNormalization", {importLayerNormalization, 2, 2}},
      {"SimplifiedLayerNormalization", {importLayerNormalization, 2, 2}}, // of ONNX Runtime
      {"InstanceNormalization", {importInstanceNormalization, 3, 3}},
      {"GroupNormalization", {importGroupNormalization, 3, 3}},
      {"MeanVarianceNormalization", {importMeanVarianceNormalization, 1, 1}},
      {"LpNormalization", {importLpNormalization, 1, 1}},
      {"LRN", {importLRN, 1, 1}},
      {"Softmax", {importSoftmax, 1, 1}},
      {"LogSoftmax", {importSoftmax, 1, 1}},
      {"ReduceMean", {importReduce, 1, 2}},
      {"ReduceSum", {importReduce, 1, 2}},
      {"ReduceMax", {importReduce, 1, 2}},
      {"ReduceMin", {importReduce, 1, 2}},
      {"ReduceProd", {importReduce, 1, 2}},
      {"ReduceL1", {importReduce, 1, 2}},
      {"ReduceL2", {importReduce, 1, 2}},
      {"ReduceSumSquare", {importReduce, 1, 2}},
      {"ReduceLogSum", {importReduce, 1, 2}},
      {"ReduceLogSumExp", {importReduce, 1, 2}},
      {"ArgMax", {importArgMax, 1, 1}},
      {"ArgMin", {importArgMax, 1, 1}},
      {"TopK", {importTopK, 1, 2}},
      {"CumSum", {importCumSum, 2, 2}},
      {"CumProd", {importCumSum, 2, 2}},
      // Elementwise, of two or more operands
      {"Add", {importBinary, 2, 2}},
      {"Sub", {importBinary, 2, 2}},
      {"Mul", {importBinary, 2, 2}},
      {"Div", {importBinary, 2, 2}},
      {"Pow", {importBinary, 2, 2}},
      {"PRelu", {importBinary, 2, 2}},
      {"Mod", {importBinary, 2, 2}},
      {"Min", {importBinary, 1, any}},
      {"Max", {importBinary, 1, any}},
      {"Sum", {importBinary, 1, any}},
      {"Mean", {importBinary, 1, any}},
      // Elementwise, of one operand
      {"Relu", {importUnary, 1, 1}},
      {"Sigmoid", {importUnary, 1, 1}},
      {"Tanh", {importUnary, 1, 1}},
      {"Exp", {importUnary, 1, 1}},
      {"Log", {importUnary, 1, 1}},
      {"Erf", {importUnary, 1, 1}},
      {"Abs", {importUnary, 1, 1}},
      {"Neg", {importUnary, 1, 1}},
      {"Floor", {importUnary, 1, 1}},
      {"Ceil", {importUnary, 1, 1}},
      {"Sqrt", {importUnary, 1, 1}},
      {"Reciprocal", {importUnary, 1, 1}},
      {"Sin", {importUnary, 1, 1}},
      {"Cos", {importUnary, 1, 1}},
      {"Softplus", {importUnary, 1, 1}},
      {"HardSwish", {importUnary, 1, 1}},
      {"Sign", {importUnary, 1, 1}},
      {"Round", {importUnary, 1, 1}},
      {"Softsign", {importUnary, 1, 1}},
      {"Mish", {importUnary, 1, 1}},
      {"IsNaN", {importUnary, 1, 1}},
      {"Tan", {importTrigonometry, 1, 1}},
      {"Sinh", {importTrigonometry, 1, 1}},
      {"Cosh", {importTrigonometry, 1, 1}},
      {"Asinh", {importTrigonometry, 1, 1}},
      {"Acosh", {importTrigonometry, 1, 1}},
      {"Atanh", {importTrigonometry, 1, 1}},
      {"Atan", {importTrigonometry, 1, 1}},
      {"Asin", {importTrigonometry, 1, 1}},
      {"Acos", {importTrigonometry, 1, 1}},
      {"Shrink", {importShrink, 1, 1}},
      {"HardSigmoid", {importHardSigmoid, 1, 1}},
      {"Selu", {importSelu, 1, 1}},
      {"Celu", {importCelu, 1, 1}},
      {"ThresholdedRelu", {importThresholdedRelu, 1, 1}},
      {"LeakyRelu", {importLeakyRelu, 1, 1}},
      {"Elu", {importElu, 1, 1}},
      {"Gelu", {importGelu, 1, 1}},
      {"Swish", {importQuickGelu, 1, 1}},
      {"Clip", {importClip, 1, 3}},
      // Comparisons and bools
      {"Equal", {importLogic, 2, 2}},
      {"Less", {importLogic, 2, 2}},
      {"LessOrEqual", {importLogic, 2, 2}},
      {"Greater", {importLogic, 2, 2}},
      {"GreaterOrEqual", {importLogic, 2, 2}},
      {"And", {importLogic, 2, 2}},
      {"Or", {importLogic, 2, 2}},
      {"Xor", {importLogic, 2, 2}},
      {"Not", {importNot, 1, 1}},
      {"BitwiseAnd", {importBitwise, 2, 2}},
      {"BitwiseOr", {importBitwise, 2, 2}},
      {"BitwiseXor", {importBitwise, 2, 2}},
      {"BitShift", {importBitwise, 2, 2}},
      {"BitwiseNot", {importBitwiseNot, 1, 1}},
      {"Where", {importWhere, 3, 3}},
      {"Trilu", {importTrilu, 1, 2}},
      {"IsInf", {importIsInf, 1, 1}},
      {"OneHot", {importOneHot, 3, 3}},
      {"Hardmax", {importHardmax, 1, 1}},
      // Shape and order
      {"Identity", {importIdentity, 1, 1}},
      {"Dropout", {importDropout, 1, 3}},
      {"Reshape", {importReshape, 2, 2}},
      {"Flatten", {importFlatten, 1, 1}},
      {"Transpose", {importTranspose, 1, 1}},
      {"Squeeze", {importSqueeze, 1, 2}},
      {"Unsqueeze", {importUnsqueeze, 1, 2}},
      {"DepthToSpace", {importDepthToSpace, 1, 1}},
      {"SpaceToDepth", {importSpaceToDepth, 1, 1}},
      // Copies
      {"Concat", {importConcat, 1, any}},
      {"CenterCropPad", {importCenterCropPad, 2, 2}},
      {"Compress", {importCompress, 2, 2}},
      {"ReverseSequence", {importReverseSequence, 2, 2}},
      {"Pad", {importPad, 1, 4}},
      {"Slice", {importSlice, 1, 5}},
      {"Split", {importSplit, 1, 2}},
      {"Gather", {importGather, 2, 2}},
      {"GatherElements", {importGatherElements, 2, 2}},
      {"GatherND", {importGatherND, 2, 2}},
      {"GridSample", {importGridSample, 2, 2}},
      {"AffineGrid", {importAffineGrid, 2, 2}},
      {"ScatterND", {importScatter, 3, 3}},
      {"ScatterElements", {importScatter, 3, 3}},
      {"Scatter", {importScatter, 3, 3}}, // of opsets 9 and 10
      {"Tile", {importTile, 2, 2}},
      {"Expand", {importExpand, 2, 2}},
      {"Resize", {importResize, 1, 4}},
      {"Upsample", {importResize, 1, 2}},
      // Constants
      {"Constant", {importConstant, 0, 0}},
      {"ConstantOfShape", {importConstantOfShape, 1, 1}},
      {"Shape", {importShape, 1, 1}},
      {"Size", {importShape, 1, 1}},
      {"Cast", {importCast, 1, 1}},
      {"CastLike", {importCastLike, 2, 2}},
      {"Range", {importConstantOnly, 3, 3}},
      {"EyeLike", {importEyeLike, 1, 1}},
      {"HannWindow", {importWindow, 1, 1}},
      {"HammingWindow", {importWindow, 1, 1}},
      {"BlackmanWindow", {importWindow, 1, 1}},
      {"NonZero", {importDynamicResult, 1, 1}},
      {"NonMaxSuppression", {importDynamicResult, 2, 5}},
      {"Unique", {importDynamicResult, 1, 1}},
      // Control flow
      {"If", {importIf, 1, 1}},
      {"Loop", {importLoop, 0, any}},
      {"Scan", {importScan, 0, any}},
      // Sequences
      {"SequenceConstruct", {importSequence, 1, any}},
      {"SequenceEmpty", {importSequence, 0, 0}},
      {"SplitToSequence", {importSequence, 1, 2}},
      {"SequenceInsert", {importSequence, 2, 3, true}},
      {"SequenceErase", {importSequence, 1, 2, true}},
      {"SequenceAt", {importSequence, 2, 2, true}},
      {"SequenceLength", {importSequence, 1, 1, true}},
      {"ConcatFromSequence", {importSequence, 1, 1, true}},
      // Quantization
      {"QuantizeLinear", {importQuantizeLinear, 2, 3}},
      {"DequantizeLinear", {importDequantizeLinear, 2, 3}},
      {"DynamicQuantizeLinear", {importDynamicQuantizeLinear, 1, 1}},
      {"QLinearConv", {importQLinearConv, 8, 9}},
      {"QLinearMatMul", {importQLinearMatMul, 8, 8}},
      {"ConvInteger", {importConvInteger, 2, 4}},
      {"MatMulInteger", {importMatMulInteger, 2, 4}},
  };
  return ops;
}

/// ONNX Runtime's own operators. Its form of the first two came before 16 bits in
/// the standard.
const llvm::StringMap<OpDescription> &getRuntimeOps() {
  static const llvm::StringMap<OpDescription> ops = {
      {"QuantizeLinear", {importQuantizeLinear, 2, 3}},
      {"DequantizeLinear", {importDequantizeLinear, 2, 3}},
      {"QLinearAdd", {importQLinearBinary, 2, 8}},
      {"QLinearMul", {importQLinearBinary, 2, 8}},
      {"QLinearSigmoid", {importQLinearUnary, 2, 5}},
      {"QLinearLeakyRelu", {importQLinearUnary, 2, 5}},
      {"QLinearSoftmax", {importQLinearUnary, 2, 5}},
      {"QLinearAveragePool", {importQLinearUnary, 2, 5}},
      {"QLinearGlobalAveragePool", {importQLinearUnary, 2, 5}},
      {"QLinearConcat", {importQLinearConcat, 2, any}},
      {"QGemm", {importQGemm, 5, 9}},
      {"QLinearWhere", {importQLinearWhere, 3, 9}},
      // Fused operators
      {"Gelu", {importGelu, 1, 1}},
      {"BiasGelu", {importBiasGelu, 2, 2}},
      {"FastGelu", {importBiasGelu, 1, 2}},
      {"QuickGelu", {importQuickGelu, 1, 1}},
      {"FusedMatMul", {importFusedMatMul, 2, 2}},
      {"TransposeMatMul", {importFusedMatMul, 2, 2}},
      {"FusedGemm", {importFusedGemm, 2, 3}},
      {"FusedConv", {importFusedConv, 2, 4}},
      {"LayerNormalization", {importLayerNormalization, 2, 3}},
      {"SimplifiedLayerNormalization", {importLayerNormalization, 2, 2}},
      {"SkipLayerNormalization", {importSkipNormalization, 3, 5}},
      {"SkipSimplifiedLayerNormalization", {importSkipNormalization, 3, 4}},
      {"EmbedLayerNormalization", {importEmbedLayerNormalization, 1, 9}},
      {"Attention", {importPackedAttention, 2, 7}},
      {"QAttention", {importPackedAttention, 5, 9}},
      {"MultiHeadAttention", {importMultiHeadAttention, 1, 10}},
      {"RotaryEmbedding", {importRotaryEmbedding, 4, 4}},
      // Weights of few bits
      {"MatMulNBits", {importMatMulNBits, 3, 6}},
      {"DynamicQuantizeMatMul", {importDynamicQuantizeMatMul, 3, 5}},
      {"MatMulIntegerToFloat", {importMatMulIntegerToFloat, 4, 7}},
      {"DynamicQuantizeLSTM", {importDynamicQuantizeLSTM, 3, 12}},
  };
  return ops;
}

} // namespace

const OpDescription *qopt::onnx_import::findOp(llvm::StringRef domain, llvm::StringRef opType) {
  bool isDefault = domain.empty() || domain == "ai.onnx";
  if (!isDefault && domain != "com.microsoft")
    return nullptr;
  const llvm::StringMap<OpDescription> &ops = isDefault ? getOps() : getRuntimeOps();
  auto it = ops.find(opType);
  return it == ops.end() ? nullptr : &it->second;
}

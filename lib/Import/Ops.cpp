#include "Ops.h"

#include "llvm/ADT/StringMap.h"

using namespace qopt;
using namespace qopt::onnx_import;

const OpDescription *qopt::onnx_import::findOp(llvm::StringRef domain, llvm::StringRef opType) {
  static const llvm::StringMap<OpDescription> ops = {
      {"Conv", {importConv, 2, 3}},
      {"MaxPool", {importMaxPool, 1, 1}},
      {"AveragePool", {importAveragePool, 1, 1}},
      {"GlobalAveragePool", {importGlobalPool, 1, 1}},
      {"GlobalMaxPool", {importGlobalPool, 1, 1}},
      {"Gemm", {importGemm, 2, 3}},
      {"Relu", {importUnary, 1, 1}},
      {"Flatten", {importFlatten, 1, 1}},
      {"QuantizeLinear", {importQuantizeLinear, 2, 3}},
      {"DequantizeLinear", {importDequantizeLinear, 2, 3}},
  };
  if (!domain.empty() && domain != "ai.onnx")
    return nullptr;
  auto it = ops.find(opType);
  return it == ops.end() ? nullptr : &it->second;
}

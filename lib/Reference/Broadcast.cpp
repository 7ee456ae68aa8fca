#include "Broadcast.h"

#include "StridedCopy.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

bool reference::planBroadcast(ArrayRef<int64_t> result, ArrayRef<ArrayRef<int64_t>> operands,
                              SmallVectorImpl<int64_t> &shape,
                              MutableArrayRef<SmallVector<int64_t>> strides) {
  SmallVector<SmallVector<int64_t>> all;
  for (ArrayRef<int64_t> operand : operands) {
    if (operand.size() != result.size())
      return false;
    all.push_back(rowMajorStrides(operand));
    for (size_t d = 0; d < result.size(); ++d) {
      if (operand[d] != result[d] && operand[d] != 1)
        return false;
      if (operand[d] == 1)
        all.back()[d] = 0;
    }
  }
  // Neighbouring dimensions that every operand walks without a gap become one.
  for (size_t d = 0; d < result.size(); ++d) {
    if (result[d] == 1)
      continue;
    bool merges = !shape.empty();
    for (size_t i = 0; merges && i < operands.size(); ++i)
      merges = strides[i].back() == result[d] * all[i][d];
    if (merges)
      shape.back() *= result[d];
    else
      shape.push_back(result[d]);
    for (size_t i = 0; i < operands.size(); ++i) {
      if (merges)
        strides[i].back() = all[i][d];
      else
        strides[i].push_back(all[i][d]);
    }
  }
  if (shape.empty()) {
    shape.push_back(1);
    for (SmallVector<int64_t> &stride : strides)
      stride.push_back(1);
  }
  return true;
}

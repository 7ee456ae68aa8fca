#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"

#include "llvm/Support/MathExtras.h"

using namespace qopt;

llvm::SmallVector<PartitionAxis::Share> PartitionAxis::getShares(int64_t most) const {
  int64_t grains = llvm::divideCeil(extent, grain), count = std::min(most, grains);
  llvm::SmallVector<Share> shares;
  for (int64_t i = 0; i < count; ++i)
    shares.push_back(
        {i * grains / count * grain, std::min((i + 1) * grains / count * grain, extent)});
  return shares;
}

#include "qopt/Dialect/Interfaces/PartitionableOpInterface.cpp.inc"

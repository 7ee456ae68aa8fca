#ifndef QOPT_LIB_SCHEDULE_MODELS_CHAINS_H
#define QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

#include "Models/Convolution.h"

#include <optional>

namespace qopt::schedule {

/// The weights of a convolution as `qint.scheduled.chained_conv2d` wants them.
struct ChainedWeights {
  TileChoice tile;
  /// [slots][columns][4], [slots], [panels][1 + longest]
  std::vector<int8_t> weights;
  std::vector<int32_t> offsets, chains;
  int64_t panels, longest;
  /// Slots for each four elements of the reduction, and per chain: what the cost
  /// depends on.
  double slotsPerQuad, slotsPerChain;
};

/// Cuts the weights, [outputs][KH][KW][channels], into proved chains, in panels of
/// the width that is fastest on `isa`. Nothing where that takes longer than
/// `cycles`, or where the convolution has groups.
std::optional<ChainedWeights> chainWeights(const Convolution &convolution,
                                           llvm::ArrayRef<int8_t> weights, const ISA &isa,
                                           double cycles);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

#ifndef QOPT_LIB_SCHEDULE_MODELS_CHAINS_H
#define QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

#include "Models/Convolution.h"

#include <vector>

namespace qopt::schedule {

/// The weights of a convolution as `qint.scheduled.chained_conv2d` wants them.
struct ChainedWeights : TileChoice {
  /// [slots][columns][4], [slots], [panels][2 + longest]
  std::vector<int8_t> weights;
  std::vector<int32_t> offsets, chains;
  int64_t panels, longest;
  /// Slots for each four elements of the reduction, and per chain: what the cost
  /// depends on.
  double slotsPerQuad, slotsPerChain;
};

/// Cuts the weights, [outputs][KH][KW][channels], into proved chains, in panels of
/// each width that may be the fastest on `isa`, fastest first. Nothing where the
/// convolution has groups, or `isa` multiplies bytes.
llvm::SmallVector<ChainedWeights> listChained(const Convolution &convolution,
                                              llvm::ArrayRef<int8_t> weights, const ISA &isa);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

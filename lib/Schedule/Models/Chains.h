#ifndef QOPT_LIB_SCHEDULE_MODELS_CHAINS_H
#define QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

#include "Models/Convolution.h"

#include <optional>
#include <vector>

namespace qopt::schedule {

/// A convolution in chains, in panels of so many columns.
struct ChainChoice : TileChoice {
  /// Slots of a chain at most.
  int64_t maxLength;
  /// Slots for each four elements of the reduction, and per chain: what the cost
  /// depends on.
  double slotsPerQuad, slotsPerChain;
};

/// The tiles of panels of each width that may be the fastest on `isa`, fastest first, for
/// weights [outputs][KH][KW][channels]. What many channels need is estimated from some
/// of them. Nothing where the convolution has groups, or `isa` multiplies bytes.
llvm::SmallVector<ChainChoice> listChained(const Convolution &convolution,
                                           llvm::ArrayRef<int8_t> weights, const ISA &isa);

/// The weights of a convolution as `qint.scheduled.chained_conv2d` wants them.
struct ChainedWeights {
  /// [slots][columns][4], [slots], [panels][2 + longest]
  std::vector<int8_t> weights;
  std::vector<int32_t> offsets, chains;
  int64_t panels, longest;
};

/// Cuts the weights into the chains of a choice. Nothing where `proveChains` does not accept
/// one.
std::optional<ChainedWeights> chainWeights(const Convolution &convolution,
                                           llvm::ArrayRef<int8_t> weights, const ISA &isa,
                                           const ChainChoice &choice);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CHAINS_H

#ifndef QOPT_SCHEDULE_CHAINS_H
#define QOPT_SCHEDULE_CHAINS_H

#include "qopt/Target/ISA.h"

#include "llvm/ADT/ArrayRef.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace qopt {

// `vpmaddubsw` multiplies pairs of bytes and adds the two products in 16 bits,
// where they saturate; `vpaddw` adds such sums and wraps. Where constant weights
// prove that neither can happen, several of these sums may be chained before one
// widening to 32 bits.

/// What one lane of 16 bits adds up to: its weights of each sign.
struct LaneSums {
  int64_t positive = 0, negative = 0;

  void add(int8_t weight) { (weight > 0 ? positive : negative) += weight > 0 ? weight : -weight; }
  /// Whether no partial sum of products with inputs in [0, `inputMax`] leaves 16
  /// bits, whatever the inputs and the order: the largest one is inputMax *
  /// positive, the smallest -inputMax * negative.
  bool fit(int64_t inputMax) const {
    return positive * inputMax <= INT16_MAX && negative * inputMax <= -int64_t(INT16_MIN);
  }
};

/// Products of four neighbouring inputs, `quad` of them, with `[columns][4]` weights.
struct ChainSlot {
  int64_t quad;
  std::vector<int8_t> weights;
};

/// The reduction of a panel in chains, the longest first.
struct ChainedPanel {
  std::vector<ChainSlot> slots;
  /// Slots of each chain, which lie behind one another.
  std::vector<int64_t> lengths;
};

/// Whether every lane of every chain fits 16 bits.
bool proveChains(const ChainedPanel &panel, int64_t inputMax);

/// Cuts the weights of a panel, [quads][columns][4], into chains of at most
/// `maxLength` slots that `proveChains`. Quads of zeros are left out. One whose
/// own lanes do not fit becomes two, w / 2 and w - w / 2. Takes inputs of up to
/// 8 bits.
ChainedPanel chainPanel(llvm::ArrayRef<int8_t> weights, int64_t columns, int64_t inputMax,
                        int64_t maxLength);

/// How many slots and chains `chainPanel` makes, in less time.
struct SlotCounts {
  int64_t slots = 0, chains = 0;
};
SlotCounts countSlots(llvm::ArrayRef<int8_t> weights, int64_t columns, int64_t inputMax,
                      int64_t maxLength);

/// Registers of weights of one chain, up to which a tile holds them and does its rows one by
/// one.
inline constexpr int64_t kHeldChainWeights = 4;

/// Output channels of tiles whose lanes are output positions: the fewer, the longer the
/// chains.
inline constexpr int64_t kPositionColumns[] = {1, 2, 4};
/// Channels of such tiles are taken in an order of their own inside of bands of so many,
/// the last of which may be smaller, or larger by less than a group.
inline constexpr int64_t kBandChannels = 256;
/// Output channels that are brought to their positions together: 128 bits of them.
constexpr int64_t getStagedGroup(int64_t outputBits) { return 128 / outputBits; }
/// The input of such tiles is packed for so many positions together, into a part of the
/// first-level cache; their output waits, channel by channel, for a band of channels.
inline constexpr int64_t kPackedPositions = 256, kPackedPositionBytes = 24 * 1024,
                         kStagedPositionBytes = kPackedPositions * (kBandChannels + 16);

/// How many registers of positions can be packed and staged together, where lanes are
/// the positions of a 1x1 convolution; 0 where they cannot be. Inputs are packed by 16.
inline int64_t countPositionRegisters(int64_t inputs, int64_t outputBits, const ISA &isa) {
  int64_t lanes = isa.lanes(32), quads = (inputs + 3) / 4;
  if (quads < 4 || lanes % 4 != 0)
    return 0;
  int64_t packed = kPackedPositionBytes / (quads * 4 * lanes);
  // Output is staged by whole registers.
  int64_t rows = kBandChannels + getStagedGroup(outputBits);
  int64_t staged = kStagedPositionBytes / (rows * isa.vectorBits / 8) * isa.lanes(outputBits);
  return std::min({packed, staged / lanes, kPackedPositions / lanes});
}

} // namespace qopt

#endif // QOPT_SCHEDULE_CHAINS_H

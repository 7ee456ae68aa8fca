#ifndef QOPT_SCHEDULE_CHAINS_H
#define QOPT_SCHEDULE_CHAINS_H

#include "llvm/ADT/ArrayRef.h"

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

/// Output channels of a tile whose lanes are output positions.
inline constexpr int64_t kPositionColumns = 4;
/// Where the input of such tiles is packed: a part of the first-level cache.
inline constexpr int64_t kPackedPositionBytes = 16 * 1024;

/// Whether lanes may be the positions of a 1x1 convolution: channels are packed by 16,
/// those of a tile fit, and tiles are full.
inline bool canChainPositions(int64_t inputs, int64_t outputs, int64_t columns, int64_t lanes) {
  int64_t quads = (inputs + 3) / 4;
  return quads >= 4 && quads * 4 * lanes <= kPackedPositionBytes && outputs % columns == 0 &&
         lanes % 4 == 0;
}

} // namespace qopt

#endif // QOPT_SCHEDULE_CHAINS_H

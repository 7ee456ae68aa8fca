#include "qopt/Schedule/Chains.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <cassert>

using namespace qopt;

namespace {

/// Sums of weights, by lane, positive ones before negative ones: what decides
/// whether slots fit one chain. At most 2 * 255 a slot, so 16 bits do.
using Sums = std::vector<int16_t>;

/// A chain that is being filled.
struct OpenChain {
  Sums sums;
  llvm::SmallVector<size_t, 8> slots;
};

/// The largest sums of weights that inputs up to `inputMax` allow.
struct Limits {
  explicit Limits(int64_t inputMax)
      : positive(static_cast<int16_t>(INT16_MAX / inputMax)),
        negative(static_cast<int16_t>(-int64_t(INT16_MIN) / inputMax)) {}
  int16_t positive, negative;

  /// Whether both together fit. Without branches: this is most of the work.
  bool fit(const Sums &lhs, const Sums &rhs) const {
    size_t lanes = lhs.size() / 2;
    int exceeded = 0;
    for (size_t i = 0; i < lanes; ++i)
      exceeded |= lhs[i] + rhs[i] > positive;
    for (size_t i = lanes; i < 2 * lanes; ++i)
      exceeded |= lhs[i] + rhs[i] > negative;
    return !exceeded;
  }
};

} // namespace

static LaneSums sumLane(const ChainSlot &slot, size_t lane, LaneSums sums = {}) {
  sums.add(slot.weights[2 * lane]);
  sums.add(slot.weights[2 * lane + 1]);
  return sums;
}

bool qopt::proveChains(const ChainedPanel &panel, int64_t inputMax) {
  size_t first = 0;
  for (int64_t length : panel.lengths) {
    auto chain = llvm::ArrayRef(panel.slots).slice(first, length);
    for (size_t lane = 0; lane < chain.front().weights.size() / 2; ++lane) {
      LaneSums sums;
      for (const ChainSlot &slot : chain)
        sums = sumLane(slot, lane, sums);
      if (!sums.fit(inputMax))
        return false;
    }
    first += length;
  }
  return first == panel.slots.size();
}

static Sums sumLanes(const ChainSlot &slot) {
  size_t lanes = slot.weights.size() / 2;
  Sums sums(2 * lanes);
  for (size_t lane = 0; lane < lanes; ++lane) {
    LaneSums lane16 = sumLane(slot, lane);
    sums[lane] = static_cast<int16_t>(lane16.positive);
    sums[lanes + lane] = static_cast<int16_t>(lane16.negative);
  }
  return sums;
}

/// The slots of all quads; what does not fit by itself is halved. Halves of 8-bit
/// weights have sums of at most 128 in a lane, which inputs of 8 bits allow.
static std::vector<ChainSlot> makeSlots(llvm::ArrayRef<int8_t> weights, int64_t columns,
                                        const Limits &limits) {
  std::vector<ChainSlot> slots;
  size_t size = 4 * columns;
  for (size_t quad = 0; quad < weights.size() / size; ++quad) {
    llvm::ArrayRef<int8_t> own = weights.slice(quad * size, size);
    if (llvm::all_of(own, [](int8_t weight) { return weight == 0; }))
      continue;
    ChainSlot slot{static_cast<int64_t>(quad), own.vec()};
    if (Sums sums = sumLanes(slot); !limits.fit(sums, Sums(sums.size()))) {
      ChainSlot half = slot;
      for (auto [whole, part] : llvm::zip(slot.weights, half.weights)) {
        part /= 2;
        whole -= part;
      }
      slots.push_back(std::move(half));
    }
    slots.push_back(std::move(slot));
  }
  return slots;
}

/// First fit of slots by descending size of their largest sum.
static std::vector<OpenChain> fillChains(llvm::ArrayRef<ChainSlot> slots, const Limits &limits,
                                         size_t maxLength) {
  // Chains that hold much already rarely take more: looking at some is enough.
  constexpr size_t kOpenChains = 128;
  std::vector<Sums> sums;
  std::vector<size_t> order;
  for (auto [index, slot] : llvm::enumerate(slots)) {
    sums.push_back(sumLanes(slot));
    order.push_back(index);
  }
  llvm::stable_sort(order, [&](size_t lhs, size_t rhs) {
    return *llvm::max_element(sums[lhs]) > *llvm::max_element(sums[rhs]);
  });
  std::vector<OpenChain> chains, done;
  for (size_t index : order) {
    auto chain = llvm::find_if(
        chains, [&](const OpenChain &open) { return limits.fit(open.sums, sums[index]); });
    if (chain == chains.end()) {
      if (chains.size() == kOpenChains) {
        done.push_back(std::move(chains.front()));
        chains.erase(chains.begin());
      }
      chains.push_back({Sums(sums[index].size()), {}});
      chain = std::prev(chains.end());
    }
    chain->slots.push_back(index);
    for (auto [total, own] : llvm::zip(chain->sums, sums[index]))
      total += own;
    if (chain->slots.size() == maxLength) {
      done.push_back(std::move(*chain));
      chains.erase(chain);
    }
  }
  llvm::move(chains, std::back_inserter(done));
  llvm::stable_sort(done, [](const OpenChain &lhs, const OpenChain &rhs) {
    return lhs.slots.size() > rhs.slots.size();
  });
  return done;
}

ChainedPanel qopt::chainPanel(llvm::ArrayRef<int8_t> weights, int64_t columns, int64_t inputMax,
                              int64_t maxLength) {
  assert(inputMax >= 1 && inputMax <= UINT8_MAX && "halves of weights must fit");
  Limits limits(inputMax);
  std::vector<ChainSlot> slots = makeSlots(weights, columns, limits);
  ChainedPanel panel;
  for (OpenChain &chain : fillChains(slots, limits, maxLength)) {
    panel.lengths.push_back(chain.slots.size());
    // In the order of memory.
    llvm::sort(chain.slots,
               [&](size_t lhs, size_t rhs) { return slots[lhs].quad < slots[rhs].quad; });
    for (size_t index : chain.slots)
      panel.slots.push_back(std::move(slots[index]));
  }
  return panel;
}

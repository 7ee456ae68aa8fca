#include "qopt/Schedule/Chains.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

using namespace qopt;

namespace {

/// Sums and what chains have room for are compared so many at a time: those of one
/// 128-bit register, which every x86 and ARM CPU has.
constexpr size_t kBlock = 16;

/// The largest sum of weights of one sign that inputs up to `inputMax` allow. Beyond
/// 255, which no slot needs, it is cut to a byte.
uint8_t getLimit(int64_t inputMax) {
  assert(inputMax >= 1 && inputMax <= UINT8_MAX && "halves of weights must fit");
  return static_cast<uint8_t>(std::min<int64_t>(INT16_MAX / inputMax, UINT8_MAX));
}

/// What of a quad's weights a slot takes.
enum class Part : uint8_t { Whole, Lower, Upper };

int8_t takePart(int8_t weight, Part part) {
  int8_t lower = weight / 2;
  return part == Part::Whole ? weight : part == Part::Lower ? lower : weight - lower;
}

/// The slots of a panel, before their order is known.
struct Slots {
  /// Sums of weights of a slot: of positive ones by lane, then of negative ones, padded
  /// to whole blocks by zeros.
  size_t width;
  std::vector<uint8_t> sums;
  /// The largest sum of each slot, its quad, and what it takes of it.
  std::vector<uint8_t> largest;
  std::vector<int32_t> quads;
  std::vector<Part> parts;

  size_t size() const { return quads.size(); }
  const uint8_t *getSums(size_t slot) const { return sums.data() + slot * width; }
};

using Chain = llvm::SmallVector<uint32_t, 8>;

/// Chains that are being filled, the oldest first.
class OpenChains {
public:
  OpenChains(const Slots &slots, uint8_t limit);

  /// Adds a slot to the first chain with room in all lanes, or to a new one.
  void add(uint32_t slot, size_t maxLength);
  std::vector<Chain> finish();

private:
  // Chains that hold much already rarely take more: looking at some is enough.
  static constexpr size_t kOpenChains = 128;

  bool fits(const uint8_t *sums, size_t row) const;
  size_t openChain();
  void close(size_t place);

  const Slots &slots;
  uint8_t limit;
  /// The room of each row in all lanes, its slots; and the rows in use, by age, and not.
  std::vector<uint8_t> rooms;
  std::vector<Chain> rows;
  llvm::SmallVector<uint8_t, kOpenChains> open, unused;
  std::vector<Chain> done;
};

} // namespace

bool qopt::proveChains(const ChainedPanel &panel, int64_t inputMax) {
  size_t first = 0;
  for (int64_t length : panel.lengths) {
    auto chain = llvm::ArrayRef(panel.slots).slice(first, length);
    for (size_t lane = 0; lane < chain.front().weights.size() / 2; ++lane) {
      LaneSums sums;
      for (const ChainSlot &slot : chain) {
        sums.add(slot.weights[2 * lane]);
        sums.add(slot.weights[2 * lane + 1]);
      }
      if (!sums.fit(inputMax))
        return false;
    }
    first += length;
  }
  return first == panel.slots.size();
}

/// The sums of the `part`s of a quad's weights, one slot's, at the end of `slots`.
static void addSlot(Slots &slots, int32_t quad, llvm::ArrayRef<int8_t> weights, Part part) {
  size_t lanes = weights.size() / 2, first = slots.sums.size();
  slots.sums.resize(first + slots.width, 0);
  uint8_t *sums = slots.sums.data() + first;
  uint8_t largest = 0;
  for (size_t lane = 0; lane < lanes; ++lane) {
    int even = takePart(weights[2 * lane], part), odd = takePart(weights[2 * lane + 1], part);
    sums[lane] = static_cast<uint8_t>(std::max(even, 0) + std::max(odd, 0));
    sums[lanes + lane] = static_cast<uint8_t>(std::max(-even, 0) + std::max(-odd, 0));
    largest = std::max({largest, sums[lane], sums[lanes + lane]});
  }
  slots.largest.push_back(largest);
  slots.quads.push_back(quad);
  slots.parts.push_back(part);
}

/// Whether every lane of a quad fits a chain by itself.
static bool fitsAlone(llvm::ArrayRef<int8_t> weights, uint8_t limit) {
  bool exceeded = false;
  for (size_t i = 0; i < weights.size(); i += 2) {
    int even = weights[i], odd = weights[i + 1];
    exceeded |= std::max(even, 0) + std::max(odd, 0) > limit;
    exceeded |= std::max(-even, 0) + std::max(-odd, 0) > limit;
  }
  return !exceeded;
}

/// The slots of all quads; what does not fit by itself is halved. Halves of 8-bit
/// weights have sums of at most 128 in a lane, which inputs of 8 bits allow.
static Slots makeSlots(llvm::ArrayRef<int8_t> weights, int64_t columns, uint8_t limit) {
  size_t size = 4 * columns;
  Slots slots;
  slots.width = llvm::alignTo(size, kBlock);
  slots.sums.reserve(weights.size() / size * slots.width);
  for (size_t quad = 0; quad < weights.size() / size; ++quad) {
    llvm::ArrayRef<int8_t> own = weights.slice(quad * size, size);
    auto number = static_cast<int32_t>(quad);
    if (llvm::all_of(own, [](int8_t weight) { return weight == 0; }))
      continue;
    if (fitsAlone(own, limit)) {
      addSlot(slots, number, own, Part::Whole);
    } else {
      addSlot(slots, number, own, Part::Lower);
      addSlot(slots, number, own, Part::Upper);
    }
  }
  return slots;
}

OpenChains::OpenChains(const Slots &slots, uint8_t limit)
    : slots(slots), limit(limit), rooms(kOpenChains * slots.width), rows(kOpenChains) {
  for (size_t row = kOpenChains; row > 0; --row)
    unused.push_back(static_cast<uint8_t>(row - 1));
}

/// Without branches in a block: this is most of the work.
bool OpenChains::fits(const uint8_t *sums, size_t row) const {
  const uint8_t *room = rooms.data() + row * slots.width;
  for (size_t block = 0; block < slots.width; block += kBlock) {
    uint8_t exceeded = 0;
    for (size_t i = block; i < block + kBlock; ++i)
      exceeded |= sums[i] > room[i];
    if (exceeded)
      return false;
  }
  return true;
}

/// Makes place for one more chain if there is none. Returns its place in `open`.
size_t OpenChains::openChain() {
  if (unused.empty())
    close(0);
  uint8_t row = unused.pop_back_val();
  std::fill_n(rooms.begin() + row * slots.width, slots.width, limit);
  open.push_back(row);
  return open.size() - 1;
}

void OpenChains::close(size_t place) {
  uint8_t row = open[place];
  done.push_back(std::move(rows[row]));
  rows[row].clear();
  open.erase(open.begin() + place);
  unused.push_back(row);
}

void OpenChains::add(uint32_t slot, size_t maxLength) {
  const uint8_t *sums = slots.getSums(slot);
  size_t place = llvm::find_if(open, [&](uint8_t row) { return fits(sums, row); }) - open.begin();
  if (place == open.size())
    place = openChain();
  uint8_t row = open[place];
  uint8_t *room = rooms.data() + row * slots.width;
  for (size_t i = 0; i < slots.width; ++i)
    room[i] -= sums[i];
  rows[row].push_back(slot);
  if (rows[row].size() == maxLength)
    close(place);
}

std::vector<Chain> OpenChains::finish() {
  while (!open.empty())
    close(0);
  return std::move(done);
}

/// The slots by descending largest sum.
static std::vector<uint32_t> sortSlots(const Slots &slots) {
  std::array<uint32_t, UINT8_MAX + 2> first{};
  for (uint8_t largest : slots.largest)
    ++first[UINT8_MAX - largest + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<uint32_t> order(slots.size());
  for (auto [index, largest] : llvm::enumerate(slots.largest))
    order[first[UINT8_MAX - largest]++] = static_cast<uint32_t>(index);
  return order;
}

/// First fit of slots by descending size of their largest sum.
static std::vector<Chain> fillChains(const Slots &slots, uint8_t limit, size_t maxLength) {
  OpenChains chains(slots, limit);
  for (uint32_t slot : sortSlots(slots))
    chains.add(slot, maxLength);
  return chains.finish();
}

SlotCounts qopt::countSlots(llvm::ArrayRef<int8_t> weights, int64_t columns, int64_t inputMax,
                            int64_t maxLength) {
  uint8_t limit = getLimit(inputMax);
  Slots slots = makeSlots(weights, columns, limit);
  return {static_cast<int64_t>(slots.size()),
          static_cast<int64_t>(fillChains(slots, limit, maxLength).size())};
}

/// A slot with the weights that it takes of [quads][columns][4].
static ChainSlot takeWeights(const Slots &slots, uint32_t index, llvm::ArrayRef<int8_t> weights,
                             int64_t columns) {
  int64_t quad = slots.quads[index];
  ChainSlot slot{quad, weights.slice(quad * 4 * columns, 4 * columns).vec()};
  for (int8_t &weight : slot.weights)
    weight = takePart(weight, slots.parts[index]);
  return slot;
}

ChainedPanel qopt::chainPanel(llvm::ArrayRef<int8_t> weights, int64_t columns, int64_t inputMax,
                              int64_t maxLength) {
  uint8_t limit = getLimit(inputMax);
  Slots slots = makeSlots(weights, columns, limit);
  std::vector<Chain> chains = fillChains(slots, limit, maxLength);
  llvm::stable_sort(chains,
                    [](const Chain &lhs, const Chain &rhs) { return lhs.size() > rhs.size(); });
  ChainedPanel panel;
  for (Chain &chain : chains) {
    panel.lengths.push_back(chain.size());
    // In the order of memory: slots of one quad are neighbours.
    llvm::sort(chain);
    for (uint32_t index : chain)
      panel.slots.push_back(takeWeights(slots, index, weights, columns));
  }
  return panel;
}

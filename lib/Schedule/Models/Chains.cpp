#include "Models/Chains.h"

#include "qopt/Schedule/Chains.h"
#include "qopt/Schedule/MemRefViews.h"

#include "mlir/IR/Threading.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

/// Chains of panels of one register of columns, short enough for a tile to hold the weights
/// of one, and of two. Longer chains save little, and each length is a loop of its own, even
/// where a panel has no such chains.
static constexpr int64_t kOneRegisterLengths[] = {2, 4}, kTwoRegistersLengths[] = {8};

/// Calibrated ranges do not bound inputs: all of 8 bits may occur.
static constexpr int64_t kInputMax = UINT8_MAX;

/// The offset of each four elements of the reduction from the first element of the
/// window, in the order in which weights are packed.
static std::vector<int32_t> getQuadOffsets(const Convolution &convolution,
                                           const ConvolutionPacking &packing) {
  StridedLayout input = StridedLayout::of(convolution.getInputType());
  std::vector<int32_t> offsets;
  int64_t runsPerRow = packing.runs() / packing.kernelHeight;
  for (int64_t run = 0; run < packing.runs(); ++run) {
    int64_t first = run / runsPerRow * convolution.dilation[0] * input.strides[1] +
                    run % runsPerRow * convolution.dilation[1] * input.strides[2];
    for (int64_t step = 0; step < packing.stepsPerRun(); ++step)
      offsets.push_back(static_cast<int32_t>(first + 4 * step));
  }
  return offsets;
}

/// How many chains of each length a panel has, the longest first.
static SmallVector<int32_t> countChains(const ChainedPanel &panel, int64_t longest) {
  SmallVector<int32_t> counts;
  for (int64_t length = longest; length >= 1; --length)
    counts.push_back(static_cast<int32_t>(llvm::count(panel.lengths, length)));
  return counts;
}

/// The numbers of all panels with those of as many chains next to each other, so that
/// loops over them end where CPUs expect it. Panels stay in their band of channels,
/// between which tasks share them.
static SmallVector<int64_t> sortPanels(ArrayRef<ChainedPanel> panels, int64_t columns,
                                       int64_t longest) {
  auto order = llvm::to_vector(llvm::seq<int64_t>(panels.size()));
  auto key = [&](int64_t panel) {
    return std::make_pair(panel * columns / kBandChannels, countChains(panels[panel], longest));
  };
  llvm::stable_sort(order, [&](int64_t lhs, int64_t rhs) { return key(lhs) < key(rhs); });
  return order;
}

/// Appends a panel: its slots, and its row of the table of chains, of which `distance`
/// tells its number.
static void appendPanel(ChainedWeights &result, const ChainedPanel &panel, int64_t distance,
                        ArrayRef<int32_t> quadOffsets) {
  result.chains.push_back(static_cast<int32_t>(result.offsets.size()));
  llvm::append_range(result.chains, countChains(panel, result.longest));
  result.chains.push_back(static_cast<int32_t>(distance));
  for (const ChainSlot &slot : panel.slots) {
    result.offsets.push_back(quadOffsets[slot.quad]);
    llvm::append_range(result.weights, slot.weights);
  }
}

/// Registers of positions of a tile; 0 where lanes cannot be output positions.
static int64_t countMaxRegisters(const Convolution &convolution, const ISA &isa) {
  Type output = convolution.getOutputType().getElementType();
  bool isPixelwise = convolution.kernel[0] == 1 && convolution.kernel[1] == 1;
  // The residual waits where the output does.
  Value residual = convolution.residual;
  if (!isPixelwise || (residual && getElementTypeOrSelf(residual) != output))
    return 0;
  return countPositionRegisters(convolution.getInputType().getDimSize(3),
                                output.getIntOrFloatBitWidth(), isa);
}

/// Slots of the longest chains of panels whose lanes are positions. Nearly all slots find
/// another one, so that pairs make all panels alike and the CPU expects where their loops
/// end; that counts for more than what a longer chain saves, unless reductions are long.
static int64_t getMaxPositionLength(int64_t maxRegisters) {
  constexpr int64_t kFewRegisters = 3;
  return maxRegisters <= kFewRegisters ? 3 : 2;
}

namespace {

/// The weights of a convolution in panels of so many columns, one by one.
class Panels {
public:
  Panels(const Convolution &convolution, ArrayRef<int8_t> weights, const ISA &isa, int64_t columns,
         int64_t maxLength)
      : convolution(convolution), weights(weights), packing(convolution.getPacking(columns)),
        arePositions(columns < isa.lanes(32)), maxLength(maxLength) {
    packing.stepElements = 4;
  }

  int64_t size() const { return packing.panels(); }
  int64_t quads() const { return packing.runs() * packing.stepsPerRun(); }

  /// What about `kSampledChannels` channels need, or all if there are no more.
  ChainCounts count() const;
  std::optional<ChainedWeights> chain() const;

private:
  std::vector<int8_t> pack(int64_t panel) const;
  /// Calls `visit` for each of `count` numbers, on the threads of the context.
  void parallelFor(int64_t count, function_ref<void(size_t)> visit) const {
    mlir::parallelFor(convolution.loc.getContext(), 0, count, visit);
  }

  const Convolution &convolution;
  ArrayRef<int8_t> weights;
  ConvolutionPacking packing;
  bool arePositions;
  int64_t maxLength;
};

std::vector<int8_t> Panels::pack(int64_t panel) const {
  int64_t filter = packing.runs() * packing.runLength(), first = panel * packing.columns;
  ConvolutionPacking one = packing;
  one.outputs = std::min(packing.columns, packing.outputs - first);
  return packWeights<int8_t>(weights.slice(first * filter, one.outputs * filter), one);
}

ChainCounts Panels::count() const {
  constexpr int64_t kSampledChannels = 128;
  int64_t sampled = std::min<int64_t>(size(), llvm::divideCeil(kSampledChannels, packing.columns));
  std::vector<SlotCounts> counts(sampled);
  parallelFor(sampled, [&](size_t i) {
    auto panel = static_cast<int64_t>(i) * size() / sampled;
    counts[i] = countSlots(pack(panel), packing.columns, kInputMax, maxLength);
  });
  ChainCounts all{size(), 0, 0};
  for (const SlotCounts &own : counts) {
    all.slots += own.slots;
    all.chains += own.chains;
  }
  all.slots = all.slots * size() / sampled;
  all.chains = all.chains * size() / sampled;
  return all;
}

std::optional<ChainedWeights> Panels::chain() const {
  std::vector<ChainedPanel> panels(size());
  std::vector<char> areProved(size());
  parallelFor(size(), [&](size_t i) {
    panels[i] = chainPanel(pack(i), packing.columns, kInputMax, maxLength);
    areProved[i] = proveChains(panels[i], kInputMax);
  });
  if (!llvm::all_of(areProved, [](char isProved) { return isProved; }))
    return std::nullopt;
  ChainedWeights result;
  result.panels = size();
  result.longest = 1;
  for (const ChainedPanel &panel : panels)
    if (!panel.lengths.empty())
      result.longest = std::max(result.longest, panel.lengths.front());
  std::vector<int32_t> quadOffsets = getQuadOffsets(convolution, packing);
  auto order = arePositions ? sortPanels(panels, packing.columns, result.longest)
                            : llvm::to_vector(llvm::seq<int64_t>(panels.size()));
  for (auto [place, number] : llvm::enumerate(order))
    appendPanel(result, panels[number], number - static_cast<int64_t>(place), quadOffsets);
  return result;
}

} // namespace

static std::optional<ChainChoice> chooseChained(const Convolution &convolution,
                                                ArrayRef<int8_t> weights, const ISA &isa,
                                                int64_t columns, int64_t maxLength) {
  Panels panels(convolution, weights, isa, columns, maxLength);
  ChainCounts counts = panels.count();
  // All weights may be zeros.
  if (counts.slots == 0)
    return std::nullopt;
  TileProblem problem = convolution.getProblem(isa);
  int64_t lanes = isa.lanes(32);
  TileChoice tile = columns < lanes
                        ? choosePositionTile(isa, problem, columns, panels.quads(),
                                             countMaxRegisters(convolution, isa), counts)
                        : chooseChainTile(isa, problem, columns / lanes, maxLength, counts);
  auto slots = static_cast<double>(counts.slots);
  return ChainChoice{tile, maxLength, slots / static_cast<double>(panels.quads() * counts.panels),
                     slots / static_cast<double>(counts.chains)};
}

std::optional<ChainedWeights> schedule::chainWeights(const Convolution &convolution,
                                                     ArrayRef<int8_t> weights, const ISA &isa,
                                                     const ChainChoice &choice) {
  return Panels(convolution, weights, isa, choice.columns, choice.maxLength).chain();
}

SmallVector<ChainChoice> schedule::listChained(const Convolution &convolution,
                                               ArrayRef<int8_t> weights, const ISA &isa) {
  if (!convolution.wordWeights || convolution.groups != 1)
    return {};
  // Narrow panels have longer chains, wide ones need fewer loads.
  int64_t outputs = convolution.getOutputType().getDimSize(3), lanes = isa.lanes(32);
  SmallVector<ChainChoice> forms;
  auto append = [&](int64_t columns, ArrayRef<int64_t> lengths) {
    for (int64_t maxLength : lengths)
      if (auto form = chooseChained(convolution, weights, isa, columns, maxLength))
        forms.push_back(*form);
  };
  append(lanes, kOneRegisterLengths);
  if (outputs > lanes)
    append(2 * lanes, kTwoRegistersLengths);
  if (int64_t maxRegisters = countMaxRegisters(convolution, isa); maxRegisters > 0)
    for (int64_t columns : kPositionColumns)
      if (columns < lanes && outputs % columns == 0)
        append(columns, getMaxPositionLength(maxRegisters));
  llvm::stable_sort(forms, [](const ChainChoice &lhs, const ChainChoice &rhs) {
    return lhs.cycles < rhs.cycles;
  });
  return forms;
}

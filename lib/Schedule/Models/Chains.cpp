#include "Models/Chains.h"

#include "qopt/Schedule/Chains.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

/// Longer chains save little, and each length is a loop of its own, even where a panel
/// has no such chains: panels of few columns are short.
static constexpr int64_t kMaxLength = 8, kMaxPositionLength = 3;

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

static std::optional<ChainedWeights> chainInPanels(const Convolution &convolution,
                                                   ArrayRef<int8_t> weights, const ISA &isa,
                                                   int64_t columns) {
  ConvolutionPacking packing = convolution.getPacking(columns);
  packing.stepElements = 4;
  std::vector<int8_t> packed = packWeights<int8_t>(weights, packing);
  int64_t quads = packing.runs() * packing.stepsPerRun();
  int64_t panelSize = quads * packing.columns * 4;
  // Calibrated ranges do not bound inputs: all of 8 bits may occur.
  constexpr int64_t kInputMax = UINT8_MAX;
  std::vector<ChainedPanel> panels;
  ChainCounts counts{packing.panels(), 0, 0};
  ChainedWeights result;
  result.longest = 1;
  int64_t lanes = isa.lanes(32);
  bool arePositions = columns < lanes;
  for (int64_t panel = 0; panel < packing.panels(); ++panel) {
    auto own = ArrayRef<int8_t>(packed).slice(panel * panelSize, panelSize);
    panels.push_back(chainPanel(own, packing.columns, kInputMax,
                                arePositions ? kMaxPositionLength : kMaxLength));
    if (!proveChains(panels.back(), kInputMax))
      return std::nullopt;
    counts.slots += panels.back().slots.size();
    counts.chains += panels.back().lengths.size();
    if (!panels.back().lengths.empty())
      result.longest = std::max(result.longest, panels.back().lengths.front());
  }
  // All weights may be zeros.
  if (counts.slots == 0)
    return std::nullopt;
  std::vector<int32_t> quadOffsets = getQuadOffsets(convolution, packing);
  auto order = arePositions ? sortPanels(panels, columns, result.longest)
                            : llvm::to_vector(llvm::seq<int64_t>(panels.size()));
  for (auto [place, number] : llvm::enumerate(order))
    appendPanel(result, panels[number], number - static_cast<int64_t>(place), quadOffsets);
  result.panels = packing.panels();
  result.slotsPerQuad = static_cast<double>(counts.slots) / (quads * result.panels);
  result.slotsPerChain = static_cast<double>(counts.slots) / counts.chains;
  TileProblem problem = convolution.getProblem(isa);
  static_cast<TileChoice &>(result) =
      arePositions ? choosePositionTile(isa, problem, columns, quads,
                                        countMaxRegisters(convolution, isa), counts)
                   : chooseChainTile(isa, problem, columns / lanes, counts);
  return result;
}

SmallVector<ChainedWeights> schedule::listChained(const Convolution &convolution,
                                                  ArrayRef<int8_t> weights, const ISA &isa) {
  if (!convolution.wordWeights || convolution.groups != 1)
    return {};
  // Narrow panels have longer chains, wide ones need fewer loads.
  int64_t outputs = convolution.getOutputType().getDimSize(3), lanes = isa.lanes(32);
  SmallVector<int64_t> widths = {lanes};
  if (outputs > lanes)
    widths.push_back(2 * lanes);
  if (countMaxRegisters(convolution, isa) > 0)
    llvm::copy_if(kPositionColumns, std::back_inserter(widths),
                  [&](int64_t columns) { return columns < lanes && outputs % columns == 0; });
  SmallVector<ChainedWeights> forms;
  for (int64_t columns : widths)
    if (std::optional<ChainedWeights> chained = chainInPanels(convolution, weights, isa, columns))
      forms.push_back(std::move(*chained));
  llvm::stable_sort(forms, [](const ChainedWeights &lhs, const ChainedWeights &rhs) {
    return lhs.cycles < rhs.cycles;
  });
  return forms;
}

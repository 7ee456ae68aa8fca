#include "Models/Chains.h"

#include "qopt/Schedule/Chains.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

/// Longer chains save little, and each length is code of its own.
static constexpr int64_t kMaxLength = 8;

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

/// Appends a panel: its slots, and its row of the table of chains.
static void appendPanel(ChainedWeights &result, const ChainedPanel &panel,
                        ArrayRef<int32_t> quadOffsets) {
  result.chains.push_back(static_cast<int32_t>(result.offsets.size()));
  for (int64_t length = result.longest; length >= 1; --length)
    result.chains.push_back(static_cast<int32_t>(llvm::count(panel.lengths, length)));
  for (const ChainSlot &slot : panel.slots) {
    result.offsets.push_back(quadOffsets[slot.quad]);
    llvm::append_range(result.weights, slot.weights);
  }
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
  for (int64_t panel = 0; panel < packing.panels(); ++panel) {
    auto own = ArrayRef<int8_t>(packed).slice(panel * panelSize, panelSize);
    panels.push_back(chainPanel(own, packing.columns, kInputMax, kMaxLength));
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
  for (const ChainedPanel &panel : panels)
    appendPanel(result, panel, quadOffsets);
  result.panels = packing.panels();
  result.slotsPerQuad = static_cast<double>(counts.slots) / (quads * result.panels);
  result.slotsPerChain = static_cast<double>(counts.slots) / counts.chains;
  TileProblem problem = convolution.getProblem(isa);
  int64_t lanes = isa.lanes(32);
  static_cast<TileChoice &>(result) = columns < lanes
                                          ? getPositionTile(isa, problem, columns, quads, counts)
                                          : chooseChainTile(isa, problem, columns / lanes, counts);
  return result;
}

/// Whether lanes may be output positions as well.
static bool mayBePositions(const Convolution &convolution, const ISA &isa) {
  return convolution.kernel[0] == 1 && convolution.kernel[1] == 1 &&
         canChainPositions(convolution.getInputType().getDimSize(3),
                           convolution.getOutputType().getDimSize(3), kPositionColumns,
                           isa.lanes(32));
}

SmallVector<ChainedWeights, 3> schedule::listChained(const Convolution &convolution,
                                                     ArrayRef<int8_t> weights, const ISA &isa) {
  if (!convolution.wordWeights || convolution.groups != 1)
    return {};
  // Narrow panels have longer chains, wide ones need fewer loads.
  int64_t outputs = convolution.getOutputType().getDimSize(3), lanes = isa.lanes(32);
  SmallVector<int64_t> widths = {lanes};
  if (outputs > lanes)
    widths.push_back(2 * lanes);
  if (mayBePositions(convolution, isa))
    widths.push_back(kPositionColumns);
  SmallVector<ChainedWeights, 3> forms;
  for (int64_t columns : widths)
    if (std::optional<ChainedWeights> chained = chainInPanels(convolution, weights, isa, columns))
      forms.push_back(std::move(*chained));
  llvm::stable_sort(forms, [](const ChainedWeights &lhs, const ChainedWeights &rhs) {
    return lhs.cycles < rhs.cycles;
  });
  return forms;
}

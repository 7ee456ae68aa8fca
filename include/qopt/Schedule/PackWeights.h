#ifndef QOPT_SCHEDULE_PACKWEIGHTS_H
#define QOPT_SCHEDULE_PACKWEIGHTS_H

#include "qopt/Support/Winograd.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace qopt {

/// How `qint.scheduled.conv2d` wants its weights: see the description there.
struct ConvolutionPacking {
  int64_t groups = 1;
  /// Per group.
  int64_t outputs, channels;
  int64_t kernelHeight, kernelWidth;
  /// One run of reduction per kernel row, of `kernelWidth * channels` elements;
  /// else one per kernel position, of `channels`.
  bool wholeRows;
  /// Width of a panel.
  int64_t columns;
  /// Elements of the reduction that one step takes: 4 for 8-bit input, or 2 where
  /// its weights are words; else 1.
  int64_t stepElements;
  /// That many channels, the last ones of each group, are stored twice.
  int64_t doubledChannels = 0;
  /// What the runs have beyond whole steps shares steps of its own, behind all runs.
  bool joinsTails = false;

  int64_t runs() const { return wholeRows ? kernelHeight : kernelHeight * kernelWidth; }
  int64_t runLength() const { return wholeRows ? kernelWidth * channels : channels; }
  int64_t tailLength() const { return joinsTails ? runLength() % stepElements : 0; }
  /// Where the tail of a run starts; where it ends if it has none.
  int64_t tailStart() const { return runLength() - tailLength(); }
  int64_t stepsPerRun() const { return countSteps(tailStart(), stepElements); }
  int64_t steps() const {
    return runs() * stepsPerRun() + llvm::divideCeil(runs() * tailLength(), stepElements);
  }

  /// Steps of a run. Words come in pairs of elements k and k + 2 of four, which
  /// are the even or the odd bytes of a 32-bit word: one element over a multiple
  /// of four needs the even ones only.
  static int64_t countSteps(int64_t runLength, int64_t stepElements) {
    if (stepElements == 2)
      return runLength / 4 * 2 + std::min<int64_t>(runLength % 4, 2);
    return llvm::divideCeil(runLength, stepElements);
  }
  /// The step of an element of a run, and its place among those of the step; not in a tail.
  std::pair<int64_t, int64_t> locate(int64_t inRun) const {
    if (stepElements == 2)
      return {inRun / 4 * 2 + inRun % 2, inRun % 4 / 2};
    return {inRun / stepElements, inRun % stepElements};
  }
  /// The same of element `k` of the whole reduction.
  std::pair<int64_t, int64_t> locateInAll(int64_t k) const {
    int64_t run = k / runLength(), inRun = k % runLength(), inTail = inRun - tailStart();
    if (inTail >= 0) {
      int64_t place = run * tailLength() + inTail;
      return {runs() * stepsPerRun() + place / stepElements, place % stepElements};
    }
    auto [step, place] = locate(inRun);
    return {run * stepsPerRun() + step, place};
  }
  int64_t panels() const { return llvm::divideCeil(outputs, columns); }
  int64_t packedChannels() const { return groups * panels() * columns; }

  /// [groups][panels][runs * steps][columns][k]
  llvm::SmallVector<int64_t> weightShape() const {
    return {groups, panels(), steps(), columns, stepElements};
  }
};

/// `weights`, [groups * outputs][KH][KW][channels], in the packed order; what
/// pads runs and panels is 0.
template <typename T>
std::vector<T> packWeights(llvm::ArrayRef<T> weights, const ConvolutionPacking &packing) {
  int64_t steps = packing.steps();
  std::vector<T> packed(packing.packedChannels() * steps * packing.stepElements, T(0));
  int64_t filter = packing.runs() * packing.runLength();
  for (int64_t channel = 0; channel < packing.groups * packing.outputs; ++channel) {
    int64_t group = channel / packing.outputs, inGroup = channel % packing.outputs;
    int64_t panel = group * packing.panels() + inGroup / packing.columns;
    // Channels that are stored twice take two columns.
    int64_t doubled = std::max<int64_t>(0, inGroup - (packing.outputs - packing.doubledChannels));
    bool isTwice = inGroup >= packing.outputs - packing.doubledChannels;
    int64_t column = inGroup % packing.columns + doubled;
    for (int64_t k = 0; k < filter; ++k) {
      auto [step, place] = packing.locateInAll(k);
      int64_t first = (panel * steps + step) * packing.columns + column;
      for (int64_t copy = 0; copy <= (isTwice ? 1 : 0); ++copy)
        packed[(first + copy) * packing.stepElements + place] = weights[channel * filter + k];
    }
  }
  return packed;
}

/// One value per output channel (or one for all), in the packed order: each
/// group padded with `padding` to whole panels of `columns`.
template <typename T>
std::vector<T> packChannels(llvm::ArrayRef<T> values, int64_t groups, int64_t outputs,
                            int64_t columns, T padding) {
  int64_t width = llvm::alignTo(outputs, columns);
  std::vector<T> packed(groups * width, padding);
  for (int64_t channel = 0; channel < groups * outputs; ++channel)
    packed[channel / outputs * width + channel % outputs] =
        values.size() == 1 ? values.front() : values[channel];
  return packed;
}

/// Weights of a depthwise convolution, [KH * KW][C * M] in row-major order, with
/// rows padded by zeros to a multiple of `columns`.
template <typename T>
std::vector<T> packDepthwiseWeights(llvm::ArrayRef<T> weights, int64_t taps, int64_t outputs,
                                    int64_t columns) {
  return packChannels<T>(weights, taps, outputs, columns, T(0));
}

/// How `qint.scheduled.winograd_conv2d` wants its weights.
struct WinogradPacking {
  int64_t outputs, channels;
  /// Width of a panel.
  int64_t columns;

  int64_t panels() const { return llvm::divideCeil(outputs, columns); }
  int64_t pairs() const { return llvm::divideCeil(channels, 2); }
  /// [panels][36][pairs][columns][2]
  llvm::SmallVector<int64_t> weightShape() const {
    return {panels(), kWinogradProducts, pairs(), columns, 2};
  }
};

/// `weights`, [outputs][3][3][channels], transformed and in the packed order; what
/// pads pairs and panels is 0.
std::vector<int16_t> packWinogradWeights(llvm::ArrayRef<int8_t> weights,
                                         const WinogradPacking &packing);

} // namespace qopt

#endif // QOPT_SCHEDULE_PACKWEIGHTS_H

#include "qopt/Calibrate/Statistics.h"

#include "llvm/ADT/bit.h"

#include <algorithm>
#include <cassert>

using namespace qopt;

SiteStatistics::SiteStatistics(Site site)
    : site(std::move(site)), channelSums(this->site.numChannels) {
  if (hasHistogram()) {
    channelMinima.resize(this->site.numChannels);
    channelMaxima.resize(this->site.numChannels);
  }
}

/// Records the values of `row`, one of each channel; -0 counts as +0.
static void extend(std::vector<float> &minima, std::vector<float> &maxima,
                   llvm::ArrayRef<float> row) {
  for (size_t channel = 0; channel < row.size(); ++channel) {
    const float value = row[channel] + 0.0f;
    minima[channel] = value < minima[channel] ? value : minima[channel];
    maxima[channel] = value > maxima[channel] ? value : maxima[channel];
  }
}

/// The index of the first NaN or infinity.
static std::optional<size_t> findNonFinite(llvm::ArrayRef<float> values) {
  constexpr uint32_t exponentMask = 0x7f800000;
  // Without an early exit the usual case, none found, is vectorized.
  bool found = false;
  for (float value : values)
    found |= (llvm::bit_cast<uint32_t>(value) & exponentMask) == exponentMask;
  if (!found)
    return std::nullopt;
  const float *first = llvm::find_if(values, [](float value) {
    return (llvm::bit_cast<uint32_t>(value) & exponentMask) == exponentMask;
  });
  return first - values.begin();
}

std::optional<size_t> SiteStatistics::add(llvm::ArrayRef<float> values) {
  assert(values.size() % channelSums.size() == 0 && "not a tensor of this site");
  if (values.empty())
    return std::nullopt;
  if (std::optional<size_t> position = findNonFinite(values))
    return position;

  float sampleMin = values.front(), sampleMax = values.front();
  for (float value : values) {
    sampleMin = value < sampleMin ? value : sampleMin;
    sampleMax = value > sampleMax ? value : sampleMax;
  }
  sampleMin += 0.0f; // -0 becomes +0: which of them came first must not show
  sampleMax += 0.0f;

  if (hasHistogram()) {
    if (numValues == 0)
      for (size_t channel = 0; channel < channelSums.size(); ++channel)
        channelMinima[channel] = channelMaxima[channel] = values[channel] + 0.0f;
    for (llvm::ArrayRef<float> row = values; !row.empty(); row = row.drop_front(channelSums.size()))
      extend(channelMinima, channelMaxima, row.take_front(channelSums.size()));
  }
  min = numValues == 0 ? sampleMin : std::min(min, sampleMin);
  max = numValues == 0 ? sampleMax : std::max(max, sampleMax);
  sumOfMinima.add(sampleMin);
  sumOfMaxima.add(sampleMax);
  ++numSamples;
  numValues += values.size();

  if (hasHistogram()) {
    histogram.cover(sampleMin, sampleMax);
    for (float value : values) {
      if (value == 0)
        ++numZeros;
      else
        histogram.add(value);
    }
  }

  for (llvm::ArrayRef<float> row = values; !row.empty(); row = row.drop_front(channelSums.size()))
    for (size_t channel = 0; channel < channelSums.size(); ++channel)
      channelSums[channel].add(row[channel]);
  return std::nullopt;
}

bool SiteStatistics::merge(const SiteStatistics &other) {
  assert(site == other.site && "statistics of different sites");
  if (numValues + other.numValues < numValues)
    return false; // the other counts are not larger than this one
  if (other.numValues == 0)
    return true;
  if (hasHistogram()) {
    if (numValues == 0) {
      channelMinima = other.channelMinima;
      channelMaxima = other.channelMaxima;
    }
    extend(channelMinima, channelMaxima, other.channelMinima);
    extend(channelMinima, channelMaxima, other.channelMaxima);
  }
  min = numValues == 0 ? other.min : std::min(min, other.min);
  max = numValues == 0 ? other.max : std::max(max, other.max);
  numSamples += other.numSamples;
  numValues += other.numValues;
  numZeros += other.numZeros;
  sumOfMinima.add(other.sumOfMinima);
  sumOfMaxima.add(other.sumOfMaxima);
  histogram.add(other.histogram);
  for (size_t channel = 0; channel < channelSums.size(); ++channel)
    channelSums[channel].add(other.channelSums[channel]);
  return true;
}

double SiteStatistics::getMeanOfMinima() const {
  return numSamples == 0 ? 0 : sumOfMinima.toDouble() / static_cast<double>(numSamples);
}

double SiteStatistics::getMeanOfMaxima() const {
  return numSamples == 0 ? 0 : sumOfMaxima.toDouble() / static_cast<double>(numSamples);
}

std::vector<double> SiteStatistics::getChannelMeans() const {
  std::vector<double> means(channelSums.size());
  if (numValues == 0)
    return means;
  const auto valuesPerChannel = static_cast<double>(numValues / channelSums.size());
  for (size_t channel = 0; channel < means.size(); ++channel)
    means[channel] = channelSums[channel].toDouble() / valuesPerChannel;
  return means;
}

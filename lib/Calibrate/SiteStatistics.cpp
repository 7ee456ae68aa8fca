#include "qopt/Calibrate/Statistics.h"

#include "Columns.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <cassert>
#include <cmath>

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

std::optional<size_t> SiteStatistics::add(llvm::ArrayRef<float> values) {
  assert(values.size() % channelSums.size() == 0 && "not a tensor of this site");
  if (values.empty())
    return std::nullopt;
  const ChannelExtremes extremes = findExtremes(values, channelSums.size());
  if (!extremes.areFinite)
    return llvm::find_if_not(values, [](float value) { return std::isfinite(value); }) -
           values.begin();

  const float sampleMin = *llvm::min_element(extremes.minima);
  const float sampleMax = *llvm::max_element(extremes.maxima);
  if (hasHistogram()) {
    if (numValues == 0) {
      channelMinima = extremes.minima;
      channelMaxima = extremes.maxima;
    }
    extend(channelMinima, channelMaxima, extremes.minima);
    extend(channelMinima, channelMaxima, extremes.maxima);
    histogram.cover(sampleMin, sampleMax);
    numZeros += histogram.addNonZeros(values);
  }
  min = numValues == 0 ? sampleMin : std::min(min, sampleMin);
  max = numValues == 0 ? sampleMax : std::max(max, sampleMax);
  sumOfMinima.add(sampleMin);
  sumOfMaxima.add(sampleMax);
  ++numSamples;
  numValues += values.size();
  addToSums(values, std::max(-sampleMin, sampleMax), channelSums);
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

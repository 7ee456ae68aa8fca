#include "LayerTimes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <numeric>

using namespace llvm;
using namespace qopt;

LayerTimes::LayerTimes(ModelProfile profile)
    : profile(std::move(profile)), least(this->profile.ticks.size(), INT64_MAX) {}

void LayerTimes::start() { fill(profile.ticks, 0); }

void LayerTimes::add(double milliseconds) {
  for (auto [ticks, minimum] : zip_equal(profile.ticks, least)) {
    totalTicks += static_cast<double>(ticks);
    minimum = std::min(minimum, ticks);
  }
  totalMilliseconds += milliseconds;
}

StringRef LayerTimes::getName(size_t layer) const {
  return profile.layers[layer].split('\t').second.split('\t').first;
}

StringRef LayerTimes::getDescription(size_t layer) const {
  return profile.layers[layer].split('\t').second.split('\t').second;
}

double LayerTimes::getMicroseconds(size_t layer) const {
  return static_cast<double>(least[layer]) / totalTicks * totalMilliseconds * 1e3;
}

void LayerTimes::print(raw_ostream &os) const {
  double sum = std::accumulate(least.begin(), least.end(), 0.0);
  os << "   share        us    GOPS  layer\n";
  for (size_t layer = 0; layer < size(); ++layer) {
    double operations = 2.0 * std::stod(profile.layers[layer].split('\t').first.str());
    double microseconds = getMicroseconds(layer);
    os << format("%7.2f%% %9.2f", static_cast<double>(least[layer]) / sum * 100, microseconds);
    if (operations > 0 && microseconds > 0)
      os << format(" %7.1f", operations / microseconds * 1e-3);
    else
      os << "        ";
    os << "  " << getName(layer) << ": " << getDescription(layer) << "\n";
  }
}

#ifndef QOPT_CALIBRATE_STATISTICS_H
#define QOPT_CALIBRATE_STATISTICS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "qopt/Calibrate/ExactSum.h"
#include "qopt/Calibrate/Histogram.h"
#include "llvm/Support/Error.h"

#include <array>
#include <optional>
#include <string>

namespace qopt {

/// What the range of an observed value is for; see `calib.observe`.
enum class SiteKind : uint32_t {
  /// Stored on a grid: range, histogram, and means and ranges of channels.
  Stored = 0,
  /// Lives in the 16-bit arithmetic of an epilogue: the same is recorded.
  Epilogue = 1,
  /// Shares its operand's grid: no histogram.
  MeanOnly = 2,
};

/// A site: one `calib.observe`.
struct Site {
  std::string name;
  SiteKind kind = SiteKind::Stored;
  /// Size of the last dimension; 1 for a scalar.
  int64_t numChannels = 1;

  bool operator==(const Site &other) const {
    return name == other.name && kind == other.kind && numChannels == other.numChannels;
  }
};

/// What calibration keeps of the values seen at one site. Its size depends on
/// the number of channels only, and its content on the multiset of (sample,
/// channel, value) only: neither on the order of the samples, nor on how they
/// were split over threads or runs. Negative zero counts as zero.
class SiteStatistics {
public:
  explicit SiteStatistics(Site site);

  /// Records one sample: all elements of the site's tensor, row-major. Returns
  /// the index of the first NaN or infinity instead, recording nothing, if
  /// there is one.
  std::optional<size_t> add(llvm::ArrayRef<float> values);

  /// Records what `other`, of the same site, has recorded. Commutative and
  /// associative. Returns false, changing nothing, if a count would overflow.
  [[nodiscard]] bool merge(const SiteStatistics &other);

  const Site &getSite() const { return site; }
  bool hasHistogram() const { return site.kind != SiteKind::MeanOnly; }

  /// The number of samples (program runs) and of values.
  uint64_t getNumSamples() const { return numSamples; }
  uint64_t getNumValues() const { return numValues; }

  /// The extreme values; 0 when there are none.
  float getMin() const { return min; }
  float getMax() const { return max; }

  /// The mean over samples of the smallest and of the largest value of a sample.
  double getMeanOfMinima() const;
  double getMeanOfMaxima() const;

  /// The mean of each channel: its exact sum rounded to double, divided by the
  /// number of values in the channel.
  std::vector<double> getChannelMeans() const;

  /// The smallest and the largest value of each channel; empty where
  /// `!hasHistogram()`.
  llvm::ArrayRef<float> getChannelMinima() const { return channelMinima; }
  llvm::ArrayRef<float> getChannelMaxima() const { return channelMaxima; }

  /// How many values are exactly zero. Every grid represents zero exactly, and
  /// most values behind a rectifier are zero, so that they are counted apart
  /// and not in the histogram.
  uint64_t getNumZeros() const { return numZeros; }

  /// The values that are not zero; empty where `!hasHistogram()`.
  const Histogram &getHistogram() const { return histogram; }

private:
  friend class StatisticsReader;
  friend class StatisticsWriter;

  Site site;
  uint64_t numSamples = 0;
  uint64_t numValues = 0;
  uint64_t numZeros = 0;
  float min = 0;
  float max = 0;
  ExactSum sumOfMinima;
  ExactSum sumOfMaxima;
  Histogram histogram;
  std::vector<ExactSum> channelSums;
  std::vector<float> channelMinima, channelMaxima;
};

/// A hash of what a program computes and of where it is observed: function
/// arguments, ops, types, attributes, constants and site names, but neither
/// locations nor the spelling of the file. The same on every machine.
using Fingerprint = std::array<uint8_t, 16>;

/// The fingerprint of an observed function.
Fingerprint computeFingerprint(mlir::func::FuncOp function);

/// The statistics of all sites of a program, in program order.
class CalibrationStatistics {
public:
  CalibrationStatistics(Fingerprint fingerprint, std::vector<SiteStatistics> sites)
      : fingerprint(fingerprint), sites(std::move(sites)) {}

  /// Empty statistics for the sites of `function`. Emits an error where two
  /// sites have one name, and where there are none.
  static mlir::FailureOr<CalibrationStatistics> create(mlir::func::FuncOp function);

  /// Records what `other` has recorded. Fails if it comes from another program.
  llvm::Error merge(const CalibrationStatistics &other);

  const Fingerprint &getFingerprint() const { return fingerprint; }
  llvm::ArrayRef<SiteStatistics> getSites() const { return sites; }
  SiteStatistics &getSite(size_t index) { return sites[index]; }

  /// The statistics of the site named `name`, or null.
  const SiteStatistics *lookup(llvm::StringRef name) const;

  /// The number of samples of the site that has seen most.
  uint64_t getNumSamples() const;

private:
  Fingerprint fingerprint;
  std::vector<SiteStatistics> sites;
};

/// The sites of `function` in program order.
std::vector<Site> collectSites(mlir::func::FuncOp function);

/// The one public function of `module`. Emits an error if there is none, or
/// more than one.
mlir::FailureOr<mlir::func::FuncOp> findEntryFunction(mlir::ModuleOp module);

} // namespace qopt

#endif // QOPT_CALIBRATE_STATISTICS_H

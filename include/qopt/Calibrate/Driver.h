#ifndef QOPT_CALIBRATE_DRIVER_H
#define QOPT_CALIBRATE_DRIVER_H

#include "mlir/IR/DialectRegistry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qopt {

/// What qopt-calibrate is told on its command line.
struct CalibrateOptions {
  /// The observed module; with `merge`, statistics files.
  std::vector<std::string> inputs;
  /// Samples to run, .npz.
  std::vector<std::string> data;
  /// Statistics of earlier runs, which are added.
  std::vector<std::string> previousStatistics;
  /// Where to write the statistics; empty for nowhere.
  std::string statistics;
  /// Where to write the calibrated module ("-" for standard output) or the
  /// merged statistics. Nothing stands for standard output, or, where
  /// `statistics` are written, for no module.
  std::optional<std::string> output;
  bool merge = false;

  std::string method = "mse";
  double percentile = 99.99;
  std::string grid = "affine";
  unsigned activationBits = 8;
  /// 0 for one per core.
  unsigned threads = 0;
  std::optional<int64_t> maxSamples;
};

/// Does what qopt-calibrate does, errors on stderr. Outputs are written whole or
/// not at all. `registry` has the dialects that modules may use. Returns whether
/// all went well.
bool runCalibrate(const CalibrateOptions &options, const mlir::DialectRegistry &registry);

} // namespace qopt

#endif // QOPT_CALIBRATE_DRIVER_H

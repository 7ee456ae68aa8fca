#ifndef QOPT_CALIBRATE_STATISTICSFILE_H
#define QOPT_CALIBRATE_STATISTICSFILE_H

#include "qopt/Calibrate/Statistics.h"

namespace qopt {

/// The bytes of a statistics file (docs/Calibration.md has the format). Equal
/// statistics give equal bytes, on every machine.
std::string serializeStatistics(const CalibrationStatistics &statistics);

/// The statistics that `bytes` hold. Fails on anything but the exact bytes that
/// `serializeStatistics` writes: truncated, extended and damaged files, files of
/// a newer version, files of another kind.
llvm::Expected<CalibrationStatistics> parseStatistics(llvm::StringRef bytes);

/// Reads the file at `path`. Errors do not repeat the path.
llvm::Expected<CalibrationStatistics> readStatisticsFile(llvm::StringRef path);

/// Writes the file at `path` whole or not at all.
llvm::Error writeStatisticsFile(llvm::StringRef path, const CalibrationStatistics &statistics);

} // namespace qopt

#endif // QOPT_CALIBRATE_STATISTICSFILE_H

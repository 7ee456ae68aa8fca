#ifndef QOPT_SUPPORT_PROGRESS_H
#define QOPT_SUPPORT_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <mutex>
#include <string>

namespace qopt {

/// A line on stderr that tells how far a long piece of work is:
///
///     calibrating: 120 of 256 samples, 14 s left
///
/// It appears when the work has taken a second, and only if stderr is a
/// terminal; the destructor wipes it. May be used from several threads.
class ProgressMeter {
public:
  using Clock = std::chrono::steady_clock;

  /// `activity` and `unit` are "calibrating" and "samples" above.
  ProgressMeter(llvm::StringRef activity, llvm::StringRef unit, uint64_t total);
  ~ProgressMeter();
  ProgressMeter(const ProgressMeter &) = delete;
  ProgressMeter &operator=(const ProgressMeter &) = delete;

  /// One more unit is done.
  void advance();

  /// The line for `done` units after `elapsed` time.
  std::string format(uint64_t done, Clock::duration elapsed) const;

private:
  std::string activity, unit;
  uint64_t total;
  uint64_t done = 0;
  bool enabled;
  bool shown = false;
  Clock::time_point start, lastShown;
  std::mutex mutex;
};

} // namespace qopt

#endif // QOPT_SUPPORT_PROGRESS_H

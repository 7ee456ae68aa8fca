#include "qopt/Support/Progress.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"

using namespace qopt;
using namespace std::chrono_literals;

ProgressMeter::ProgressMeter(llvm::StringRef activity, llvm::StringRef unit, uint64_t total)
    : activity(activity), unit(unit), total(total),
      enabled(llvm::sys::Process::StandardErrIsDisplayed()), start(Clock::now()), lastShown(start) {
}

ProgressMeter::~ProgressMeter() {
  if (shown)
    llvm::errs() << "\r\x1b[K"; // to the start of the line, which is erased
}

void ProgressMeter::advance() {
  std::lock_guard<std::mutex> lock(mutex);
  ++done;
  const Clock::time_point now = Clock::now();
  // The first line after a second, then five in a second.
  if (!enabled || now - lastShown < (shown ? 200ms : 1000ms))
    return;
  lastShown = now;
  shown = true;
  llvm::errs() << "\r\x1b[K" << format(done, now - start);
}

std::string ProgressMeter::format(uint64_t done, Clock::duration elapsed) const {
  const double perUnit = std::chrono::duration<double>(elapsed).count() / static_cast<double>(done);
  const auto left = static_cast<uint64_t>(perUnit * static_cast<double>(total - done) + 0.5);
  std::string time = left >= 60 ? llvm::formatv("{0} min {1} s", left / 60, left % 60).str()
                                : llvm::formatv("{0} s", left).str();
  return llvm::formatv("{0}: {1} of {2} {3}, {4} left", activity, done, total, unit, time).str();
}

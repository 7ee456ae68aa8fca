#ifndef QOPT_LIB_DRIVER_LAYERTIMES_H
#define QOPT_LIB_DRIVER_LAYERTIMES_H

#include "qopt/Runtime/LoadedModel.h"

#include "llvm/Support/raw_ostream.h"

#include <vector>

namespace qopt {

/// The time of each layer in the run in which it took least: what the machine
/// does beside the model disturbs some layers of any one run.
class LayerTimes {
public:
  explicit LayerTimes(ModelProfile profile);

  /// Call before each run.
  void start();
  /// Takes the counters of a run that took `milliseconds`.
  void add(double milliseconds);

  size_t size() const { return least.size(); }
  /// The name of a layer in the source model, what it does, and its time.
  llvm::StringRef getName(size_t layer) const;
  llvm::StringRef getDescription(size_t layer) const;
  double getMicroseconds(size_t layer) const;

  /// A table with a line for each layer.
  void print(llvm::raw_ostream &os) const;

private:
  ModelProfile profile;
  std::vector<int64_t> least;
  /// Of all runs, to tell the length of a tick.
  double totalTicks = 0, totalMilliseconds = 0;
};

} // namespace qopt

#endif // QOPT_LIB_DRIVER_LAYERTIMES_H

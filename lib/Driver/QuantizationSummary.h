#ifndef QOPT_LIB_DRIVER_QUANTIZATIONSUMMARY_H
#define QOPT_LIB_DRIVER_QUANTIZATIONSUMMARY_H

#include "mlir/IR/BuiltinOps.h"

#include <map>
#include <mutex>
#include <string>

namespace qopt {

/// What of a program became integer, and what stayed in float and why:
///
///   net.onnx: integer: 54 ops, 4.09 G multiply-adds (100.0 %)
///   net.onnx: float: 2 ops, 0 multiply-adds (0.0 %)
///     1 'tosa.erf' stays in float: it has no integer form (at '/gelu/Erf')
class QuantizationSummary {
public:
  /// Notes what a pass said of an op that stays in float. `node` is the op's
  /// name in the source model; may be empty. Thread-safe.
  void addFloatOp(llvm::StringRef message, llvm::StringRef node);

  /// Prints the counts of `module`, which is in phase `integer`, and the reasons
  /// noted before, those of most ops first.
  void print(mlir::ModuleOp module, llvm::StringRef path, llvm::raw_ostream &os) const;

private:
  struct Reason {
    int64_t count = 0;
    std::string firstNode;
  };

  std::map<std::string, Reason> reasons;
  std::mutex mutex;
};

} // namespace qopt

#endif // QOPT_LIB_DRIVER_QUANTIZATIONSUMMARY_H

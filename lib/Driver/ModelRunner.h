#ifndef QOPT_LIB_DRIVER_MODELRUNNER_H
#define QOPT_LIB_DRIVER_MODELRUNNER_H

#include "qopt/Driver/Compile.h"
#include "qopt/Reference/Tensor.h"
#include "qopt/Runtime/LoadedModel.h"
#include "qopt/Support/Samples.h"

#include "llvm/Support/Error.h"

namespace qopt {

/// A model that can be run: names and types at its edges, and a call.
class ModelRunner {
public:
  virtual ~ModelRunner() = default;

  virtual llvm::Expected<llvm::SmallVector<Tensor>> run(llvm::ArrayRef<Tensor> inputs,
                                                        const qopt_executor *executor) = 0;

  /// The counters of a library that was compiled with `--profile`.
  virtual std::optional<ModelProfile> getProfile() const { return std::nullopt; }

  /// What the code that runs was compiled for, where it is one of several.
  virtual const qopt_variant *getVariant() const { return nullptr; }

  llvm::SmallVector<NamedTensorType> inputs, outputs;
};

/// Loads a shared library, or compiles `path` first, or sets up the evaluator.
/// Errors are printed; returns null then.
std::unique_ptr<ModelRunner> makeModelRunner(llvm::StringRef path, bool useEvaluator,
                                             const CompileOptions &options,
                                             mlir::MLIRContext &context);

} // namespace qopt

#endif // QOPT_LIB_DRIVER_MODELRUNNER_H

#ifndef QOPT_RUNTIME_LOADEDMODEL_H
#define QOPT_RUNTIME_LOADEDMODEL_H

#include "qopt/Reference/Tensor.h"
#include "qopt/Runtime/ABI.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <optional>
#include <string>

namespace qopt {

/// The counters of a library that was compiled with `--profile`.
struct ModelProfile {
  /// Clock ticks of each layer since they were last cleared.
  llvm::MutableArrayRef<int64_t> ticks;
  /// For each layer its multiply-adds, name and description, divided by tabs.
  llvm::SmallVector<llvm::StringRef> layers;
};

/// A compiled model in a shared library, loaded into this process.
class LoadedModel {
public:
  /// Loads `path`. Errors: no such file, not a shared library of this machine's
  /// architecture, no model in it, another ABI version, an instruction set that
  /// this CPU lacks.
  static llvm::Expected<LoadedModel> load(llvm::StringRef path);

  const qopt_model &description() const { return *model; }

  /// Types of inputs and outputs as tensors.
  llvm::SmallVector<mlir::RankedTensorType> inputTypes(mlir::MLIRContext *context) const;
  llvm::SmallVector<mlir::RankedTensorType> outputTypes(mlir::MLIRContext *context) const;

  /// Runs once. `inputs` and `outputs` have the types above; the arena is
  /// allocated at the first call.
  llvm::Error run(llvm::ArrayRef<Tensor> inputs, llvm::MutableArrayRef<Tensor> outputs,
                  const qopt_executor *executor = nullptr);

  /// The profile, where the library has one.
  std::optional<ModelProfile> getProfile() const;

private:
  /// Closes the library when the last copy is gone.
  std::shared_ptr<void> library;
  const qopt_model *model = nullptr;
  struct ArenaDeleter {
    void operator()(char *memory) const;
  };
  std::unique_ptr<char, ArenaDeleter> arena;
};

} // namespace qopt

#endif // QOPT_RUNTIME_LOADEDMODEL_H

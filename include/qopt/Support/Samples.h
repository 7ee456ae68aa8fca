#ifndef QOPT_SUPPORT_SAMPLES_H
#define QOPT_SUPPORT_SAMPLES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "qopt/Reference/Tensor.h"
#include "qopt/Support/Npz.h"

#include <string>

namespace qopt {

/// A tensor that a model takes or gives, under the name that the source model
/// has for it.
struct NamedTensorType {
  std::string name;
  mlir::RankedTensorType type;
};

/// The arguments of `function`, or its results. The name is the attribute
/// `qopt.name`; where there is none, "input0", … or "output0", ….
llvm::SmallVector<NamedTensorType> describeInputs(mlir::func::FuncOp function);
llvm::SmallVector<NamedTensorType> describeOutputs(mlir::func::FuncOp function);

/// Reads samples for a model from an .npz file, one by one: nothing but the
/// sample at hand is kept in memory.
///
/// The file holds one array for each tensor of the model, by name; other arrays
/// are ignored. The leading axis of an array counts the samples, the others are
/// the tensor's, where leading dimensions of size 1 may be absent: a
/// `1x3x224x224` tensor takes `N x 3 x 224 x 224`, a `1x1x28x28` one
/// `N x 1 x 28 x 28` or `N x 28 x 28`. Element types must match exactly.
class SampleReader {
public:
  /// Opens `path` and checks its headers against `tensors`. Errors begin with
  /// `path` and say what the file has and what the model wants: arrays that are
  /// missing, of another type or shape, without samples, or with different
  /// numbers of samples.
  static llvm::Expected<SampleReader> open(llvm::StringRef path,
                                           llvm::ArrayRef<NamedTensorType> tensors);

  llvm::StringRef getPath() const { return path; }
  llvm::ArrayRef<NamedTensorType> getTensors() const { return tensors; }

  /// The number of samples, at least 1.
  int64_t size() const { return numSamples; }

  /// The tensors of sample `index`, in the order given to `open`. Ascending
  /// indices are fast. Not for several threads at a time.
  llvm::Expected<llvm::SmallVector<Tensor>> read(int64_t index);

private:
  SampleReader(llvm::StringRef path, std::unique_ptr<NpzReader> reader,
               llvm::ArrayRef<NamedTensorType> tensors)
      : path(path), reader(std::move(reader)), tensors(tensors) {}

  std::string path;
  std::unique_ptr<NpzReader> reader;
  llvm::SmallVector<NamedTensorType> tensors;
  int64_t numSamples = 0;
};

} // namespace qopt

#endif // QOPT_SUPPORT_SAMPLES_H

#ifndef QOPT_TEST_UNIT_IMPORT_ONNXCASE_H
#define QOPT_TEST_UNIT_IMPORT_ONNXCASE_H

#include "qopt/Reference/Tensor.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Support/LLVM.h"

#include <functional>
#include <onnx/onnx_pb.h>
#include <string>
#include <vector>

namespace qopt {

/// How an import or a run ended.
enum class Outcome { Equal, Refused, Wrong };

struct CaseResult {
  Outcome outcome;
  std::string message;
};

/// A folder of the ONNX project's test data: a model with inputs and expected
/// outputs.
class OnnxCase {
public:
  /// Runs an imported model on its inputs. Nothing, with `message` set, where the
  /// model is refused.
  using Runner = std::function<std::optional<std::vector<Tensor>>(
      mlir::ModuleOp module, llvm::ArrayRef<Tensor> inputs, std::string &message)>;

  explicit OnnxCase(const std::string &folder) : folder(folder) {}

  /// False if the data cannot be read.
  bool load();

  /// Runs the model with inputs from `firstConstant` on turned into initializers.
  CaseResult run(size_t firstConstant, mlir::MLIRContext &context, const Runner &runner) const;

private:
  bool hasDeclaredTypes() const;
  CaseResult importAndRun(const onnx::ModelProto &changed,
                          llvm::ArrayRef<onnx::TensorProto> arguments, mlir::MLIRContext &context,
                          const Runner &runner) const;
  CaseResult compare(llvm::ArrayRef<Tensor> results) const;

  std::string folder;
  onnx::ModelProto model;
  std::vector<onnx::TensorProto> inputs, outputs;
};

/// How many runs of a suite ended how; none may be wrong, and who refuses says why.
struct OutcomeCounts {
  size_t equal = 0, refused = 0;

  /// `folder` and `firstConstant` are those of the run.
  void add(const CaseResult &result, const std::string &folder, size_t firstConstant);
};

/// `name` below `ONNX_TEST_DATA`, or below the folder that the environment
/// variable of that name holds; "runtime" is in this repository.
std::string getOnnxTestData(const std::string &name);

/// The reference evaluator as a runner.
std::optional<std::vector<Tensor>>
evaluateCase(mlir::ModuleOp module, llvm::ArrayRef<Tensor> inputs, std::string &message);

} // namespace qopt

#endif // QOPT_TEST_UNIT_IMPORT_ONNXCASE_H

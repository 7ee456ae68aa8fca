#ifndef QOPT_LIB_IMPORT_RECURRENTSTEPS_H
#define QOPT_LIB_IMPORT_RECURRENTSTEPS_H

#include "ImportBuilder.h"

#include <functional>
#include <optional>

namespace qopt::onnx_import {

class NodeImporter;

using Activation = std::function<mlir::Value(mlir::Value)>;

/// An RNN, GRU or LSTM.
struct Recurrent {
  enum class Kind { RNN, GRU, LSTM } kind;
  int64_t steps, batch, inputSize, hidden, directions;
  bool isReversed;       // a single direction, backwards
  bool isBatchFirst;     // layout = 1
  bool appliesResetLast; // linear_before_reset
  /// Of an LSTM: what the input gate lets in is forgotten, without a gate of its own.
  bool couplesForget = false;
  std::optional<float> clip;
  llvm::SmallVector<Activation> activations; // of all directions in turn
  /// Where sequences of a batch end at different steps: which of them go on at a step
  /// (i1, 1 x 1 x batch x 1); null where all do.
  std::function<mlir::Value(int64_t step)> getRunning;

  int64_t gates() const { return kind == Kind::RNN ? 1 : kind == Kind::GRU ? 3 : 4; }
  size_t activationsPerDirection() const {
    return kind == Kind::RNN ? 1 : kind == Kind::GRU ? 2 : 3;
  }
};

/// Weights, biases and state of a direction. Values are 1 x 1 x batch x size,
/// which is what a product by weights (a 1x1 convolution) takes and gives.
struct RecurrentDirection {
  mlir::Value inputWeights, stateWeights; // gates * hidden x 1 x 1 x size
  mlir::Value inputBias, stateBias;       // gates * hidden
  mlir::Value hidden, cell;               // 1 x 1 x batch x hidden; null for zeros
  mlir::Value peepholes;                  // 3 x hidden; null without
  bool isReversed;
  llvm::ArrayRef<Activation> activations;
};

/// Reads those of `node` into `recurrent`, whose kind and directions are known.
llvm::LogicalResult readActivations(NodeImporter &node, Recurrent &recurrent);

/// Emits the steps on `x`, which is 1 x 1 x (steps * batch) x size, and leaves the
/// last state in `direction`: behind its end a sequence keeps the state that it has.
/// Returns the hidden states in order of time, with zeros behind the end.
llvm::SmallVector<mlir::Value> emitSteps(ImportBuilder &builder, const Recurrent &recurrent,
                                         RecurrentDirection &direction, mlir::Value x);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_RECURRENTSTEPS_H

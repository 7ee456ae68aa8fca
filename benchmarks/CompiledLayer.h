#ifndef QOPT_BENCHMARKS_COMPILEDLAYER_H
#define QOPT_BENCHMARKS_COMPILEDLAYER_H

#include "Layer.h"
#include "qopt/Driver/Compile.h"
#include "qopt/Runtime/LoadedModel.h"
#include "qopt/Target/ISA.h"

namespace qopt::bench {

/// A layer that is compiled, loaded and has data to run on.
class CompiledLayer {
public:
  /// Compiles `layer` for `cpu`; errors are printed, and returned.
  static llvm::Expected<std::unique_ptr<CompiledLayer>> create(const Layer &layer,
                                                               const std::string &cpu);

  /// Runs once; returns the clock ticks that the ops of the layer took: without
  /// copies to and from its buffers, which other layers spare it.
  llvm::Expected<int64_t> run();

  /// What the ops became: as `conv2d 56x56x64xi8 -> …, tile 14x32`.
  std::string describe() const;

private:
  explicit CompiledLayer(LoadedModel loaded) : model(std::move(loaded)) {}

  LoadedModel model;
  ModelProfile profile;
  /// Positions of the layer's ops among those of the program.
  std::vector<size_t> timed;
  std::vector<Tensor> inputs, outputs;
};

/// The instruction set of `cpu`.
llvm::Expected<const ISA *> findISA(const std::string &cpu);

} // namespace qopt::bench

#endif // QOPT_BENCHMARKS_COMPILEDLAYER_H

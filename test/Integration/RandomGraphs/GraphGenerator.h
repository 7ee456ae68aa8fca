#ifndef QOPT_TEST_INTEGRATION_RANDOMGRAPHS_GRAPHGENERATOR_H
#define QOPT_TEST_INTEGRATION_RANDOMGRAPHS_GRAPHGENERATOR_H

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <string>
#include <vector>

namespace qopt::test {

/// Deterministic random numbers: the same on every standard library, which the
/// distributions of <random> are not.
class Random {
public:
  explicit Random(uint64_t seed) : state(seed * 0x9E3779B97F4A7C15ull + 0x1234567ull) {}

  /// Uniform in [0, 2^32).
  uint32_t next();
  /// Uniform in [low, high].
  int64_t range(int64_t low, int64_t high);
  /// True in `percent` of the cases.
  bool chance(int percent) { return range(0, 99) < percent; }
  /// Roughly normal, mean 0, deviation 1.
  float normal();

private:
  uint64_t state;
};

/// Builds a random network of the supported ops, with odd sizes: the same
/// graph for the same seed.
onnx::ModelProto generateGraph(uint64_t seed);

/// The same of dilated convolutions, many of whose taps lie in the padding.
onnx::ModelProto generateDilatedGraph(uint64_t seed);

} // namespace qopt::test

#endif // QOPT_TEST_INTEGRATION_RANDOMGRAPHS_GRAPHGENERATOR_H

#ifndef QOPT_BENCHMARKS_LAYER_H
#define QOPT_BENCHMARKS_LAYER_H

#include <cstdint>
#include <string>
#include <vector>

namespace qopt::bench {

enum class Precision { Int8, Int16, Float };

/// A program of one layer, as text that the compiler reads.
struct Layer {
  /// As in `int8/conv/56x56x64-64/3x3`.
  std::string name;
  Precision precision;
  /// A module in the state `integer` or `float`, whose ops at `loc("layer")` are
  /// those to be timed. Constants are splats: `fillConstants` puts values in.
  std::string source;
  /// Multiplications and additions, or elements where there are none.
  double operations;
  bool isMultiplyAdd;
  /// Bytes of weights, where they are read once and not kept in a cache.
  double coldBytes = 0;
};

struct Convolution {
  /// Of the output.
  int64_t height, width;
  int64_t channels, outputs;
  int64_t kernel, stride = 1, dilation = 1, groups = 1;
  bool depthwise = false;
};

Layer makeConvolution(Precision precision, const Convolution &shape);

/// [rows x depth] by a constant [depth x columns]; `copies` of it with weights
/// of their own, so that they come from memory.
Layer makeMatmul(Precision precision, int64_t rows, int64_t columns, int64_t depth,
                 int64_t copies = 1);

/// [batch x rows x depth] by [batch x depth x columns], neither constant.
Layer makeBatchMatmul(Precision precision, const std::string &name, int64_t batch, int64_t rows,
                      int64_t columns, int64_t depth);

/// A pool of `kernel` x `kernel`, or over the whole image where it is 0.
Layer makePool(Precision precision, bool isMax, int64_t size, int64_t channels, int64_t kernel,
               int64_t stride);

/// Elementwise layers of `rows` x `columns`.
Layer makeAdd(Precision precision, int64_t rows, int64_t columns);
Layer makeTable(int64_t rows, int64_t columns);
Layer makeQuantize(int64_t rows, int64_t columns);
Layer makeDequantize(int64_t rows, int64_t columns);
Layer makeSoftmax(Precision precision, int64_t rows, int64_t columns);
Layer makeGelu(int64_t rows, int64_t columns);
Layer makeLayerNorm(int64_t rows, int64_t columns);
Layer makeConcat(int64_t size, int64_t left, int64_t right);

/// The layers of docs/Benchmarks.md.
std::vector<Layer> getLayerSet();

} // namespace qopt::bench

#endif // QOPT_BENCHMARKS_LAYER_H

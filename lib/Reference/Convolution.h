// Convolutions of all kinds on plain arrays; float and integers alike.

#ifndef QOPT_LIB_REFERENCE_CONVOLUTION_H
#define QOPT_LIB_REFERENCE_CONVOLUTION_H

#include "mlir/Support/LLVM.h"
#include "qopt/Reference/Tensor.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace qopt::reference {

using namespace mlir;

/// Sizes of a convolution; channels count all groups.
struct ConvolutionGeometry {
  int64_t batch = 1;
  int64_t inputHeight, inputWidth, inputChannels;
  int64_t outputHeight, outputWidth, outputChannels;
  int64_t kernelHeight, kernelWidth;
  int64_t strideY = 1, strideX = 1;
  int64_t dilationY = 1, dilationX = 1;
  int64_t padTop = 0, padLeft = 0;
  int64_t groups = 1;

  int64_t positions() const { return batch * outputHeight * outputWidth; }
  int64_t channelsPerGroup() const { return inputChannels / groups; }
  int64_t filtersPerGroup() const { return outputChannels / groups; }
  /// Products per output.
  int64_t depth() const { return kernelHeight * kernelWidth * channelsPerGroup(); }
};

/// Where the sums start: output channel n of position p at
/// `values[p * positionStride + n]`; a stride of 0 is a bias.
template <typename Acc> struct InitialSums {
  const Acc *values;
  int64_t positionStride = 0;
};

/// Takes the sums of `count` consecutive output positions from `first` on, in
/// row-major order, [count][outputChannels].
template <typename Acc>
using StoreSums = function_ref<void(int64_t first, int64_t count, const Acc *sums)>;

/// Convolves an NHWC `input`, from which a zero point is already taken. For each
/// output, the sum goes through kernel rows, kernel columns and channels in
/// ascending order, positions outside the input being zeros. `weights` holds,
/// for each group, a matrix [depth][filters of the group] from `packPanels`.
template <typename Acc, typename T>
void convolve(const ConvolutionGeometry &geometry, const T *input, ArrayRef<T> weights,
              InitialSums<Acc> initial, StoreSums<Acc> store);

/// The same with one input channel per output channel: output channel n reads
/// input channel n / (outputChannels / inputChannels). `weights` is
/// [kernelHeight][kernelWidth][outputChannels].
template <typename Acc, typename T>
void convolveDepthwise(const ConvolutionGeometry &geometry, const T *input, ArrayRef<T> weights,
                       InitialSums<Acc> initial, StoreSums<Acc> store);

/// Packs weights for `convolve`; `weight` is called as weight(n, i, j, c) with n
/// the output channel of all groups, c the input channel within the group.
template <typename T>
std::vector<T> packFilters(const ConvolutionGeometry &geometry,
                           function_ref<T(int64_t, int64_t, int64_t, int64_t)> weight);

/// Weights in the order that a kernel reads: packed once if they are constant,
/// else in each run.
template <typename T> class PackedWeights {
public:
  using Pack = std::function<std::vector<T>(const Tensor &)>;

  PackedWeights(Pack pack, std::shared_ptr<const Tensor> constant) : pack(std::move(pack)) {
    if (constant)
      packed = std::make_shared<std::vector<T>>(this->pack(*constant));
  }

  std::shared_ptr<const std::vector<T>> get(const Tensor &weights) const {
    return packed ? packed : std::make_shared<std::vector<T>>(pack(weights));
  }

private:
  Pack pack;
  std::shared_ptr<const std::vector<T>> packed;
};

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_CONVOLUTION_H

#include "Convolution.h"

#include "MatrixProduct.h"

#include <algorithm>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// Output positions whose sums are kept at a time.
constexpr int64_t kBlockPositions = 48;

struct Position {
  int64_t batch, y, x;
};

Position decodePosition(const ConvolutionGeometry &geometry, int64_t index) {
  int64_t row = index / geometry.outputWidth;
  return {row / geometry.outputHeight, row % geometry.outputHeight, index % geometry.outputWidth};
}

/// The input pixel under kernel position (i, j) at an output position, or null
/// if it lies in the padding.
template <typename T>
const T *findPixel(const ConvolutionGeometry &geometry, const T *input, int64_t channels,
                   Position position, int64_t i, int64_t j) {
  int64_t y = position.y * geometry.strideY - geometry.padTop + i * geometry.dilationY;
  int64_t x = position.x * geometry.strideX - geometry.padLeft + j * geometry.dilationX;
  if (y < 0 || y >= geometry.inputHeight || x < 0 || x >= geometry.inputWidth)
    return nullptr;
  return input + ((position.batch * geometry.inputHeight + y) * geometry.inputWidth + x) * channels;
}

/// Copies the pixels under the kernel, the channels of one group of each.
template <typename T>
void gatherPatch(const ConvolutionGeometry &geometry, const T *input, Position position,
                 int64_t group, T *patch) {
  int64_t channels = geometry.channelsPerGroup();
  for (int64_t i = 0; i < geometry.kernelHeight; ++i) {
    for (int64_t j = 0; j < geometry.kernelWidth; ++j, patch += channels) {
      const T *pixel = findPixel(geometry, input, geometry.inputChannels, position, i, j);
      if (pixel)
        std::copy_n(pixel + group * channels, channels, patch);
      else
        std::fill_n(patch, channels, T(0));
    }
  }
}

/// True if the patches of consecutive positions are the input as it lies.
bool isMatrixProduct(const ConvolutionGeometry &geometry) {
  return geometry.kernelHeight == 1 && geometry.kernelWidth == 1 && geometry.groups == 1 &&
         geometry.strideY == 1 && geometry.strideX == 1 && geometry.padTop == 0 &&
         geometry.padLeft == 0 && geometry.inputHeight == geometry.outputHeight &&
         geometry.inputWidth == geometry.outputWidth;
}

template <typename Acc>
void startSums(const ConvolutionGeometry &geometry, InitialSums<Acc> initial, int64_t first,
               int64_t count, Acc *sums) {
  for (int64_t p = 0; p < count; ++p)
    std::copy_n(initial.values + (first + p) * initial.positionStride, geometry.outputChannels,
                sums + p * geometry.outputChannels);
}

/// `input` with channel c repeated `multiplier` times in place.
template <typename T>
std::vector<T> repeatChannels(const T *input, int64_t count, int64_t multiplier) {
  std::vector<T> repeated(count * multiplier);
  for (int64_t i = 0; i < count; ++i)
    std::fill_n(repeated.begin() + i * multiplier, multiplier, input[i]);
  return repeated;
}

} // namespace

template <typename Acc, typename T>
void reference::convolve(const ConvolutionGeometry &geometry, const T *input, ArrayRef<T> weights,
                         InitialSums<Acc> initial, StoreSums<Acc> store) {
  int64_t depth = geometry.depth(), filters = geometry.filtersPerGroup();
  bool needsPatches = !isMatrixProduct(geometry);
  std::vector<Acc> sums(kBlockPositions * geometry.outputChannels);
  std::vector<T> patches(needsPatches ? kBlockPositions * depth : 0);
  for (int64_t first = 0; first < geometry.positions(); first += kBlockPositions) {
    int64_t count = std::min(kBlockPositions, geometry.positions() - first);
    startSums(geometry, initial, first, count, sums.data());
    for (int64_t group = 0; group < geometry.groups; ++group) {
      const T *rows = input + first * depth;
      if (needsPatches) {
        for (int64_t p = 0; p < count; ++p)
          gatherPatch(geometry, input, decodePosition(geometry, first + p), group,
                      patches.data() + p * depth);
        rows = patches.data();
      }
      accumulateProduct(count, depth, filters, rows, depth,
                        weights.data() + group * panelElements(depth, filters),
                        sums.data() + group * filters, geometry.outputChannels);
    }
    store(first, count, sums.data());
  }
}

template <typename Acc, typename T>
void reference::convolveDepthwise(const ConvolutionGeometry &geometry, const T *input,
                                  ArrayRef<T> weights, InitialSums<Acc> initial,
                                  StoreSums<Acc> store) {
  int64_t channels = geometry.outputChannels;
  std::vector<T> repeated;
  if (channels != geometry.inputChannels) {
    int64_t inputCount =
        geometry.batch * geometry.inputHeight * geometry.inputWidth * geometry.inputChannels;
    repeated = repeatChannels(input, inputCount, channels / geometry.inputChannels);
    input = repeated.data();
  }
  const std::vector<T> zeros(channels);
  std::vector<Acc> sums(channels);
  for (int64_t p = 0; p < geometry.positions(); ++p) {
    startSums(geometry, initial, p, 1, sums.data());
    const T *weight = weights.data();
    for (int64_t i = 0; i < geometry.kernelHeight; ++i) {
      for (int64_t j = 0; j < geometry.kernelWidth; ++j, weight += channels) {
        const T *pixel = findPixel(geometry, input, channels, decodePosition(geometry, p), i, j);
        accumulateElementwise(channels, pixel ? pixel : zeros.data(), weight, sums.data());
      }
    }
    store(p, 1, sums.data());
  }
}

template <typename T>
std::vector<T> reference::packFilters(const ConvolutionGeometry &geometry,
                                      function_ref<T(int64_t, int64_t, int64_t, int64_t)> weight) {
  int64_t depth = geometry.depth(), filters = geometry.filtersPerGroup();
  int64_t channels = geometry.channelsPerGroup(), width = geometry.kernelWidth;
  int64_t groupElements = panelElements(depth, filters);
  std::vector<T> packed(geometry.groups * groupElements);
  for (int64_t group = 0; group < geometry.groups; ++group)
    packPanels(
        depth, filters,
        [&](int64_t k, int64_t n) {
          int64_t pixel = k / channels;
          return weight(group * filters + n, pixel / width, pixel % width, k % channels);
        },
        packed.data() + group * groupElements);
  return packed;
}

namespace qopt::reference {

template void convolve(const ConvolutionGeometry &, const float *, ArrayRef<float>,
                       InitialSums<float>, StoreSums<float>);
template void convolve(const ConvolutionGeometry &, const int32_t *, ArrayRef<int32_t>,
                       InitialSums<int32_t>, StoreSums<int32_t>);
template void convolve(const ConvolutionGeometry &, const int32_t *, ArrayRef<int32_t>,
                       InitialSums<int64_t>, StoreSums<int64_t>);
template void convolveDepthwise(const ConvolutionGeometry &, const float *, ArrayRef<float>,
                                InitialSums<float>, StoreSums<float>);
template void convolveDepthwise(const ConvolutionGeometry &, const int32_t *, ArrayRef<int32_t>,
                                InitialSums<int32_t>, StoreSums<int32_t>);
template void convolveDepthwise(const ConvolutionGeometry &, const int32_t *, ArrayRef<int32_t>,
                                InitialSums<int64_t>, StoreSums<int64_t>);
template std::vector<float> packFilters(const ConvolutionGeometry &,
                                        function_ref<float(int64_t, int64_t, int64_t, int64_t)>);
template std::vector<int32_t>
packFilters(const ConvolutionGeometry &, function_ref<int32_t(int64_t, int64_t, int64_t, int64_t)>);

} // namespace qopt::reference

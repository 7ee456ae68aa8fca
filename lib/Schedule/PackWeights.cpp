#include "qopt/Schedule/PackWeights.h"

using namespace qopt;

std::vector<int16_t> qopt::packWinogradWeights(llvm::ArrayRef<int8_t> weights,
                                               const WinogradPacking &packing) {
  int64_t matrix = packing.pairs() * packing.columns * 2;
  std::vector<int16_t> packed(packing.panels() * kWinogradProducts * matrix, 0);
  for (int64_t n = 0; n < packing.outputs; ++n)
    for (int64_t c = 0; c < packing.channels; ++c) {
      std::array<int32_t, 9> kernel;
      for (int64_t k = 0; k < 9; ++k)
        kernel[k] = weights[(n * 9 + k) * packing.channels + c];
      int64_t place = (c / 2 * packing.columns + n % packing.columns) * 2 + c % 2;
      int64_t panel = n / packing.columns * kWinogradProducts;
      for (auto [p, weight] : llvm::enumerate(transformWinogradWeights(kernel)))
        packed[(panel + p) * matrix + place] = weight;
    }
  return packed;
}

#include "MatrixProduct.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <type_traits>

using namespace qopt;
using namespace qopt::reference;

// Inlined into functions for different instruction sets, hence always.
#define QOPT_INLINE [[gnu::always_inline]] inline

namespace {

/// One element of a sum: unsigned where it is an integer, so that it may wrap.
template <typename Acc>
using Lane = std::conditional_t<std::is_same_v<Acc, float>, float,
                                std::conditional_t<sizeof(Acc) == 4, uint32_t, uint64_t>>;

template <typename T> using Lanes = T __attribute__((ext_vector_type(kPanelColumns)));

QOPT_INLINE float multiplyAdd(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
template <typename T> QOPT_INLINE T multiplyAdd(T a, T b, T c) { return a * b + c; }

QOPT_INLINE void multiplyAdd(Lanes<float> &acc, float a, const Lanes<float> &b) {
  acc = __builtin_elementwise_fma(Lanes<float>(a), b, acc);
}
template <typename T> QOPT_INLINE void multiplyAdd(Lanes<T> &acc, T a, const Lanes<T> &b) {
  acc += Lanes<T>(a) * b;
}

/// `rows` rows of one panel; the sums stay in registers.
template <int rows, typename Acc, typename T>
QOPT_INLINE void accumulateTile(int64_t depth, int64_t columns, const T *lhs, int64_t lhsStride,
                                const T *panel, Acc *acc, int64_t accStride) {
  using Sums = Lanes<Lane<Acc>>;
  size_t bytes = columns * sizeof(Acc);
  Sums sums[rows] = {};
  for (int m = 0; m < rows; ++m)
    std::memcpy(&sums[m], acc + m * accStride, bytes);
  for (int64_t k = 0; k < depth; ++k) {
    Lanes<T> elements;
    std::memcpy(&elements, panel + k * kPanelColumns, sizeof(elements));
    auto factors = __builtin_convertvector(elements, Sums);
    for (int m = 0; m < rows; ++m)
      multiplyAdd(sums[m], static_cast<Lane<Acc>>(lhs[m * lhsStride + k]), factors);
  }
  for (int m = 0; m < rows; ++m)
    std::memcpy(acc + m * accStride, &sums[m], bytes);
}

/// Enough rows to hide the latency of fma, and few enough for 16 registers of
/// 32 bytes.
constexpr int kTileRows = 6;

template <typename Acc, typename T> struct Product {
  int64_t rows, depth, columns;
  const T *lhs;
  int64_t lhsStride;
  const T *panels;
  Acc *acc;
  int64_t accStride;

  QOPT_INLINE void run() const {
    for (int64_t n = 0; n < columns; n += kPanelColumns) {
      int64_t width = std::min(columns - n, kPanelColumns);
      const T *panel = panels + n * depth;
      int64_t m = 0;
      for (; m + kTileRows <= rows; m += kTileRows)
        accumulateTile<kTileRows>(depth, width, lhs + m * lhsStride, lhsStride, panel,
                                  acc + m * accStride + n, accStride);
      for (; m < rows; ++m)
        accumulateTile<1>(depth, width, lhs + m * lhsStride, lhsStride, panel,
                          acc + m * accStride + n, accStride);
    }
  }
};

template <typename Acc, typename T> struct ElementwiseProduct {
  int64_t count;
  const T *lhs, *rhs;
  Acc *acc;

  QOPT_INLINE void run() const {
    for (int64_t i = 0; i < count; ++i)
      acc[i] = static_cast<Acc>(multiplyAdd(static_cast<Lane<Acc>>(lhs[i]),
                                            static_cast<Lane<Acc>>(rhs[i]),
                                            static_cast<Lane<Acc>>(acc[i])));
  }
};

std::atomic<InstructionSet> &currentSet() {
  static std::atomic<InstructionSet> set = getInstructionSets().back();
  return set;
}

#if defined(__x86_64__)

template <typename Loops> __attribute__((target("avx512f,fma"))) void runAvx512(Loops loops) {
  loops.run();
}
template <typename Loops> __attribute__((target("avx2,fma"))) void runAvx2(Loops loops) {
  loops.run();
}

template <typename Loops> void run(Loops loops) {
  switch (currentSet()) {
  case InstructionSet::Avx512:
    return runAvx512(loops);
  case InstructionSet::Avx2:
    return runAvx2(loops);
  case InstructionSet::Baseline:
    return loops.run();
  }
}

#else

template <typename Loops> void run(Loops loops) { loops.run(); }

#endif

} // namespace

std::vector<InstructionSet> reference::getInstructionSets() {
  std::vector<InstructionSet> sets = {InstructionSet::Baseline};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    sets.push_back(InstructionSet::Avx2);
  if (__builtin_cpu_supports("avx512f"))
    sets.push_back(InstructionSet::Avx512);
#endif
  return sets;
}

void reference::useInstructionSet(InstructionSet set) { currentSet() = set; }

void reference::accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const float *lhs,
                                  int64_t lhsStride, const float *panels, float *acc,
                                  int64_t accStride) {
  run(Product<float, float>{rows, depth, columns, lhs, lhsStride, panels, acc, accStride});
}

void reference::accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const int32_t *lhs,
                                  int64_t lhsStride, const int32_t *panels, int32_t *acc,
                                  int64_t accStride) {
  run(Product<int32_t, int32_t>{rows, depth, columns, lhs, lhsStride, panels, acc, accStride});
}

void reference::accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const int32_t *lhs,
                                  int64_t lhsStride, const int32_t *panels, int64_t *acc,
                                  int64_t accStride) {
  run(Product<int64_t, int32_t>{rows, depth, columns, lhs, lhsStride, panels, acc, accStride});
}

void reference::accumulateElementwise(int64_t count, const float *lhs, const float *rhs,
                                      float *acc) {
  run(ElementwiseProduct<float, float>{count, lhs, rhs, acc});
}

void reference::accumulateElementwise(int64_t count, const int32_t *lhs, const int32_t *rhs,
                                      int32_t *acc) {
  run(ElementwiseProduct<int32_t, int32_t>{count, lhs, rhs, acc});
}

void reference::accumulateElementwise(int64_t count, const int32_t *lhs, const int32_t *rhs,
                                      int64_t *acc) {
  run(ElementwiseProduct<int64_t, int32_t>{count, lhs, rhs, acc});
}

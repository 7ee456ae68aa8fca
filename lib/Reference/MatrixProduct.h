// The inner loops that take the time of a run: chains of multiply-add, many
// independent ones side by side, in the widest vectors of the CPU.

#ifndef QOPT_LIB_REFERENCE_MATRIXPRODUCT_H
#define QOPT_LIB_REFERENCE_MATRIXPRODUCT_H

#include <cstdint>
#include <vector>

namespace qopt::reference {

/// Columns of a panel; see `packPanels`.
inline constexpr int64_t kPanelColumns = 16;

/// Number of elements of `depth` x `columns` in panels.
inline int64_t panelElements(int64_t depth, int64_t columns) {
  return (columns + kPanelColumns - 1) / kPanelColumns * kPanelColumns * depth;
}

/// Lays out the right-hand side of a product, [depth][columns], as panels of 16
/// columns: [columns / 16][depth][16], zeros behind the last column. `element`
/// is called as `element(k, n)`.
template <typename T, typename Element>
void packPanels(int64_t depth, int64_t columns, Element element, T *panels) {
  for (int64_t n = 0; n < columns; ++n)
    for (int64_t k = 0; k < depth; ++k)
      panels[(n / kPanelColumns * depth + k) * kPanelColumns + n % kPanelColumns] =
          static_cast<T>(element(k, n));
}

/// What the loops are compiled for. All give the same bits.
enum class InstructionSet { Baseline, Avx2, Avx512 };

/// Those that this CPU has, the best one last.
std::vector<InstructionSet> getInstructionSets();

/// Instead of the best one, use `set` from now on; for tests.
void useInstructionSet(InstructionSet set);

/// acc[m][n] += lhs[m][k] * rhs[k][n] for k = 0, 1, …: in float each step is one
/// `fma`, in integers sums wrap. Rows are `lhsStride` and `accStride` elements
/// apart; `panels` is the right-hand side as `packPanels` lays it out.
void accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const float *lhs,
                       int64_t lhsStride, const float *panels, float *acc, int64_t accStride);
void accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const int32_t *lhs,
                       int64_t lhsStride, const int32_t *panels, int32_t *acc, int64_t accStride);
void accumulateProduct(int64_t rows, int64_t depth, int64_t columns, const int32_t *lhs,
                       int64_t lhsStride, const int32_t *panels, int64_t *acc, int64_t accStride);

/// acc[n] += lhs[n] * rhs[n], with the same arithmetic.
void accumulateElementwise(int64_t count, const float *lhs, const float *rhs, float *acc);
void accumulateElementwise(int64_t count, const int32_t *lhs, const int32_t *rhs, int32_t *acc);
void accumulateElementwise(int64_t count, const int32_t *lhs, const int32_t *rhs, int64_t *acc);

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_MATRIXPRODUCT_H

// Element-wise operations with TOSA's broadcasting: equal ranks, dimensions of 1
// are repeated.

#ifndef QOPT_LIB_REFERENCE_BROADCAST_H
#define QOPT_LIB_REFERENCE_BROADCAST_H

#include "Kernel.h"

#include <array>

namespace qopt::reference {

/// Walks a result and `N` operands together, line by line.
template <size_t N> struct Broadcast {
  /// Size of the result and, per operand, strides in elements; the last
  /// dimension is the line.
  SmallVector<int64_t> shape;
  std::array<SmallVector<int64_t>, N> strides;

  /// result[i] = function(operand 0 at i, operand 1 at i, …)
  template <typename Result, typename... T, typename Function>
  void map(Function function, Result *result, const T *...operands) const {
    mapFrom(0, function, result, std::make_index_sequence<N>(), operands...);
  }

private:
  /// `operands` point at index 0 of dimension `d`; advances `result`.
  template <typename Function, typename Result, size_t... I, typename... T>
  void mapFrom(size_t d, Function function, Result *&result, std::index_sequence<I...> indices,
               const T *...operands) const {
    int64_t size = shape[d];
    if (d + 1 < shape.size()) {
      for (int64_t i = 0; i < size; ++i)
        mapFrom(d + 1, function, result, indices, operands + i * strides[I][d]...);
      return;
    }
    // Vectorized when all operands move along.
    if (((strides[I][d] == 1) && ...))
      for (int64_t i = 0; i < size; ++i)
        result[i] = function(operands[i]...);
    else
      for (int64_t i = 0; i < size; ++i)
        result[i] = function(operands[i * strides[I][d]]...);
    result += size;
  }
};

/// Plans a walk over operands of the given shapes; fails if they do not
/// broadcast to `result`.
bool planBroadcast(ArrayRef<int64_t> result, ArrayRef<ArrayRef<int64_t>> operands,
                   SmallVectorImpl<int64_t> &shape, MutableArrayRef<SmallVector<int64_t>> strides);

/// The walk for the first `N` operands of `op`.
template <size_t N> FailureOr<Broadcast<N>> getBroadcast(Operation *op) {
  SmallVector<ArrayRef<int64_t>> operands;
  for (Value operand : op->getOperands().take_front(N))
    operands.push_back(getShape(operand));
  Broadcast<N> broadcast;
  if (!planBroadcast(getShape(op->getResult(0)), operands, broadcast.shape, broadcast.strides))
    return refuse(op) << "its operands do not broadcast to " << op->getResult(0).getType();
  return broadcast;
}

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_BROADCAST_H

// Stored integers (ui8, i16) and accumulators, as int32_t and back.

#ifndef QOPT_LIB_REFERENCE_STOREDINTEGERS_H
#define QOPT_LIB_REFERENCE_STOREDINTEGERS_H

#include "Kernel.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FixedPoint.h"

namespace qopt::reference {

/// Calls `function` with a value of the C++ type of stored integers of `type`.
template <typename Function> auto dispatchStored(Type type, Function function) {
  return type.isInteger(16) ? function(int16_t()) : function(uint8_t());
}

/// The elements of `tensor` less `zeroPoint`.
std::vector<int32_t> readStored(const Tensor &tensor, int32_t zeroPoint = 0);

/// Writes `values`, which lie in the range of the element type, to the elements
/// of `tensor` from `first` on.
void writeStored(ArrayRef<int32_t> values, Tensor &tensor, int64_t first = 0);

/// A `#qint.rescale` together with the bounds of its op.
class Rescale {
public:
  /// `isWide` tells that accumulators are i64.
  Rescale(qint::RescaleAttr attribute, bool isWide, StoredRange range, int fractionBits = 5);

  /// The stored integer for an accumulator of channel (or count) `n`; an
  /// attribute with one entry serves all.
  int32_t apply(int64_t acc, int64_t n = 0) const;

  /// Multiplier and shift of channel `n`; not for mode `float32`.
  FixedPointScale getScale(int64_t n) const { return scales[n * step]; }
  const StoredRange &getRange() const { return range; }

private:
  qint::RescaleMode mode;
  bool isWide;
  StoredRange range;
  int fractionBits;
  std::vector<FixedPointScale> scales;
  std::vector<float> floatScales;
  /// 0 where one entry serves all channels.
  int64_t step;
};

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_STOREDINTEGERS_H

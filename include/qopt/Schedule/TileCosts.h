#ifndef QOPT_SCHEDULE_TILECOSTS_H
#define QOPT_SCHEDULE_TILECOSTS_H

#include "qopt/Target/ISA.h"

#include <cstdint>

namespace qopt {

/// What a register tile multiplies: bytes by bytes, words by bytes, or floats.
enum class TileElement { Int8, Int16, Float32 };

/// A product of a [rows x steps] by a [steps x columns] matrix, computed
/// `repetitions` times, in tiles that do not cross its ends.
struct TileProblem {
  int64_t repetitions;
  int64_t rows;
  int64_t columns;
  /// Steps of the reduction: of 4 bytes, or of one word or float.
  int64_t steps;
  TileElement element;
  /// Bits of an accumulator: 32 or 64.
  int64_t accumulatorBits = 32;
};

/// A register tile, and the cycles predicted for the whole problem.
struct TileChoice {
  int64_t rows;
  int64_t columns;
  double cycles;
};

/// The fastest tile for `problem` on `isa`.
TileChoice chooseTile(const ISA &isa, const TileProblem &problem);

/// The fastest tile for a depthwise convolution: `rows` output columns by
/// `columns` channels, `steps` the positions of the kernel.
TileChoice chooseDepthwiseTile(const ISA &isa, const TileProblem &problem);

} // namespace qopt

#endif // QOPT_SCHEDULE_TILECOSTS_H

#ifndef QOPT_LIB_OBSERVE_PRECISIONCOSTS_H
#define QOPT_LIB_OBSERVE_PRECISIONCOSTS_H

#include "qopt/Schedule/TileCosts.h"

namespace qopt {

/// What the time of a convolution or matrix product depends on.
struct LayerShape {
  /// Positions of the output (pixels, rows), over the batch.
  int64_t positions;
  /// Of one group.
  int64_t outputs;
  /// Products per output.
  int64_t depth;
  int64_t groups = 1;
  bool isDepthwise = false;
  int64_t inputElements;
  /// Ops behind it that are computed in its epilogue, and whether they take
  /// 16-bit arithmetic there.
  int64_t chainedOps = 0;
  bool hasFunction = false;
  /// In bytes; else the accumulators are read.
  bool isStored = true;

  int64_t outputElements() const { return positions * outputs * groups; }
  int64_t weightElements() const { return outputs * groups * depth; }
};

/// Cycles predicted for a layer on stored bytes, its epilogue included.
double predictIntegerCycles(const ISA &isa, const LayerShape &shape);

/// Cycles predicted for the same in f32, with what is chained to it.
double predictFloatCycles(const ISA &isa, const LayerShape &shape);

/// Cycles to make bytes of `elements` floats, and floats of bytes.
double predictQuantizeCycles(const ISA &isa, int64_t elements);
double predictDequantizeCycles(const ISA &isa, int64_t elements);

} // namespace qopt

#endif // QOPT_LIB_OBSERVE_PRECISIONCOSTS_H

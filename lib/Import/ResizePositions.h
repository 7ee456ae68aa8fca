#ifndef QOPT_LIB_IMPORT_RESIZEPOSITIONS_H
#define QOPT_LIB_IMPORT_RESIZEPOSITIONS_H

#include "ResizePlan.h"

namespace qopt::onnx_import {

enum class ResizeMode { Nearest, Linear, Cubic };

/// Which neighbour is the nearest. `Simple` is that of the opsets before 11.
enum class ResizeRounding { PreferFloor, PreferCeil, Floor, Ceil, Simple };

struct ResizeAttributes {
  ResizeMode mode;
  ResizeRounding rounding;
  llvm::StringRef coordinates;
  float cubicCoefficient, extrapolation;
  bool excludesOutside, antialias;
  llvm::StringRef aspectRatio;
};

/// The size of one dimension, before and after.
struct Scaling {
  int64_t dim, input, output;
  float scale;
  /// Part of the input that `tf_crop_and_resize` reads, in [0, 1].
  float roiBegin = 0.0f, roiEnd = 1.0f;

  /// The size after, before it was rounded down.
  float getScaledSize() const { return scale * static_cast<float>(input); }
};

/// True if means are taken over all elements that shrink to one.
inline bool isAntialiased(const ResizeAttributes &attributes, const Scaling &scaling) {
  return attributes.antialias && attributes.mode != ResizeMode::Nearest && scaling.scale < 1.0f;
}

/// Which elements the result reads along the dimension of `scaling`.
ResizedDimension planDimension(const ResizeAttributes &attributes, const Scaling &scaling);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_RESIZEPOSITIONS_H

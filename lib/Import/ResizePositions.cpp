#include "ResizePositions.h"

#include "llvm/Support/MathExtras.h"

#include <cmath>
#include <numeric>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

//===----------------------------------------------------------------------===//
// Positions
//===----------------------------------------------------------------------===//

/// The input position that element `o` of the result lies at.
float getPosition(StringRef coordinates, const Scaling &s, int64_t o) {
  auto out = s.getScaledSize(), in = static_cast<float>(s.input);
  auto x = static_cast<float>(o);
  if (coordinates == "asymmetric")
    return x / s.scale;
  if (coordinates == "align_corners")
    return out == 1.0f ? 0.0f : x * (in - 1.0f) / (out - 1.0f);
  if (coordinates == "tf_half_pixel_for_nn")
    return (x + 0.5f) / s.scale;
  if (coordinates == "tf_crop_and_resize")
    return out != 1.0f
               ? s.roiBegin * (in - 1.0f) + x * (s.roiEnd - s.roiBegin) * (in - 1.0f) / (out - 1.0f)
               : 0.5f * (s.roiBegin + s.roiEnd) * (in - 1.0f);
  if (coordinates == "pytorch_half_pixel" && s.output == 1)
    return 0.0f;
  float position = (x + 0.5f) / s.scale - 0.5f;
  if (coordinates == "half_pixel_symmetric")
    position += in / 2.0f * (1.0f - static_cast<float>(s.output) / (s.scale * in));
  return position;
}

int64_t roundPosition(ResizeRounding rounding, float position, float scale) {
  float low = std::floor(position), high = std::ceil(position);
  switch (rounding) {
  case ResizeRounding::Floor:
    return static_cast<int64_t>(low);
  case ResizeRounding::Ceil:
    return static_cast<int64_t>(high);
  case ResizeRounding::PreferFloor:
    return static_cast<int64_t>(position - low <= 0.5f ? low : high);
  case ResizeRounding::PreferCeil:
    return static_cast<int64_t>(position - low < 0.5f ? low : high);
  case ResizeRounding::Simple:
    return static_cast<int64_t>(scale < 1.0f ? high : low);
  }
  llvm_unreachable("a rounding that is not handled");
}

/// The cubic kernel at distance `x`.
float getCubicWeight(float x, float a) {
  x = std::fabs(x);
  if (x <= 1.0f)
    return ((a + 2.0f) * x - (a + 3.0f)) * x * x + 1.0f;
  return x < 2.0f ? ((a * x - 5.0f * a) * x + 8.0f * a) * x - 4.0f * a : 0.0f;
}

/// The taps of a kernel that is stretched until it reaches over all elements that
/// shrink to one, with weights that sum up to 1.
ResizeTaps getAntialiasedTaps(const ResizeAttributes &attributes, const Scaling &s,
                              float position) {
  bool isLinear = attributes.mode == ResizeMode::Linear;
  // Of a whole position the left neighbour, too, is a whole step away.
  auto low = static_cast<int64_t>(std::ceil(position)) - 1;
  float fraction = position - static_cast<float>(low), sum = 0.0f;
  auto start = static_cast<int64_t>(std::floor((isLinear ? -1.0f : -2.0f) / s.scale)) + 1;
  ResizeTaps result;
  for (int64_t i = start; i < 2 - start; ++i) {
    float distance = s.scale * (static_cast<float>(i) - fraction);
    float weight = isLinear ? std::max(1.0f - std::fabs(distance), 0.0f)
                            : getCubicWeight(distance, attributes.cubicCoefficient);
    bool isOutside = low + i < 0 || low + i >= s.input;
    if (weight == 0.0f || (attributes.excludesOutside && isOutside))
      continue;
    result.taps.emplace_back(std::clamp<int64_t>(low + i, 0, s.input - 1), weight);
    sum += weight;
  }
  for (auto &tap : result.taps)
    tap.second /= sum;
  return result;
}

ResizeTaps getTaps(const ResizeAttributes &attributes, const Scaling &s, float position) {
  ResizeTaps result;
  int64_t last = s.input - 1;
  auto limit = [last](int64_t i) { return std::clamp<int64_t>(i, 0, last); };
  // Also where a region without bounds leaves no position.
  bool isInside = position >= 0.0f && position <= static_cast<float>(last);
  if (attributes.coordinates == "tf_crop_and_resize" && !isInside) {
    result.offset = attributes.extrapolation;
    return result;
  }
  if (attributes.mode == ResizeMode::Nearest) {
    result.taps = {{limit(roundPosition(attributes.rounding, position, s.scale)), 1.0f}};
    return result;
  }
  if (isAntialiased(attributes, s))
    return getAntialiasedTaps(attributes, s, position);
  if (attributes.mode == ResizeMode::Linear) {
    float inside = std::clamp(position, 0.0f, static_cast<float>(last));
    auto low = static_cast<int64_t>(std::floor(inside));
    float fraction = inside - static_cast<float>(low);
    result.taps = {{low, 1.0f - fraction}, {limit(low + 1), fraction}};
    return result;
  }
  auto low = static_cast<int64_t>(std::floor(position));
  std::array<float, 4> weights;
  for (auto [i, weight] : llvm::enumerate(weights)) {
    float neighbour = static_cast<float>(low - 1 + static_cast<int64_t>(i));
    weight = getCubicWeight(position - neighbour, attributes.cubicCoefficient);
  }
  float sum = 1.0f;
  if (attributes.excludesOutside) {
    sum = 0.0f;
    for (auto [i, weight] : llvm::enumerate(weights)) {
      int64_t index = low - 1 + static_cast<int64_t>(i);
      weight = index < 0 || index > last ? 0.0f : weight;
      sum += weight;
    }
  }
  for (auto [i, weight] : llvm::enumerate(weights))
    result.taps.emplace_back(limit(low - 1 + static_cast<int64_t>(i)), weight / sum);
  return result;
}

//===----------------------------------------------------------------------===//
// tosa.resize
//===----------------------------------------------------------------------===//

/// `scale` as a fraction with a small denominator; that of the sizes where it
/// comes from them.
std::optional<std::pair<int64_t, int64_t>> findFraction(const Scaling &s) {
  if (s.scale == static_cast<float>(s.output) / static_cast<float>(s.input))
    return std::pair(s.output / std::gcd(s.output, s.input), s.input / std::gcd(s.output, s.input));
  for (int64_t denominator = 1; denominator <= 64; ++denominator) {
    auto numerator = static_cast<int64_t>(std::lround(s.scale * static_cast<float>(denominator)));
    if (numerator > 0 && static_cast<float>(numerator) / static_cast<float>(denominator) == s.scale)
      return std::pair(numerator, denominator);
  }
  return std::nullopt;
}

/// Position (o * denominator + offset) / numerator of element o, as integers.
std::optional<std::array<int64_t, 3>> findPositions(const ResizeAttributes &attributes,
                                                    const Scaling &s) {
  StringRef coordinates = attributes.coordinates;
  if (coordinates == "align_corners" && s.getScaledSize() != static_cast<float>(s.output))
    return std::nullopt;
  if (coordinates == "align_corners")
    return s.output == 1
               ? std::array<int64_t, 3>{1, 1, 0}
               : std::array<int64_t, 3>{s.output - 1, std::max<int64_t>(s.input - 1, 1), 0};
  auto fraction = findFraction(s);
  if (!fraction)
    return std::nullopt;
  auto [n, d] = *fraction;
  if (coordinates == "asymmetric")
    return std::array<int64_t, 3>{n, d, 0};
  if (coordinates == "tf_half_pixel_for_nn")
    return std::array<int64_t, 3>{2 * n, 2 * d, d};
  if (coordinates == "half_pixel" || (coordinates == "pytorch_half_pixel" && s.output > 1))
    return std::array<int64_t, 3>{2 * n, 2 * d, d - n};
  return std::nullopt;
}

/// TOSA's nearest neighbour is rounded half up: the same with the offset that
/// makes it the one that `rounding` asks for.
std::array<int64_t, 3> applyRounding(std::array<int64_t, 3> positions, ResizeRounding rounding,
                                     bool isDownward) {
  auto [n, d, offset] = positions;
  int64_t shift = 0;
  switch (rounding) {
  case ResizeRounding::PreferCeil:
    break;
  case ResizeRounding::PreferFloor:
    shift = -1;
    break;
  case ResizeRounding::Floor:
    shift = -n;
    break;
  case ResizeRounding::Ceil:
    shift = n - 1;
    break;
  case ResizeRounding::Simple:
    shift = isDownward ? n - 1 : -n;
    break;
  }
  return {2 * n, 2 * d, 2 * offset + shift};
}

/// True if `tosa.resize` with these parameters reads what `dimension` says.
bool readsTheSame(const ResizedDimension &dimension, std::array<int64_t, 3> tosa, bool isNearest) {
  auto [n, d, offset] = tosa;
  int64_t last = dimension.input - 1;
  auto limit = [last](int64_t i) { return std::clamp<int64_t>(i, 0, last); };
  for (auto [o, element] : llvm::enumerate(dimension.elements)) {
    int64_t position = static_cast<int64_t>(o) * d + offset;
    int64_t index = llvm::divideFloorSigned(position, n), rest = position - index * n;
    if (element.taps.empty())
      return false;
    if (isNearest) {
      if (limit(index + (2 * rest >= n)) != element.taps[0].first)
        return false;
      continue;
    }
    double wanted = static_cast<double>(element.taps[0].first) + element.taps[1].second;
    double actual = std::clamp<double>(static_cast<double>(position) / static_cast<double>(n), 0.0,
                                       static_cast<double>(last));
    if (std::fabs(wanted - actual) > 1e-6 * static_cast<double>(dimension.input))
      return false;
  }
  return true;
}

} // namespace

ResizedDimension qopt::onnx_import::planDimension(const ResizeAttributes &attributes,
                                                  const Scaling &s) {
  ResizedDimension dimension{s.dim, s.input, s.output, {}, std::nullopt};
  for (int64_t o = 0; o < s.output; ++o)
    dimension.elements.push_back(getTaps(attributes, s, getPosition(attributes.coordinates, s, o)));
  if (attributes.mode == ResizeMode::Cubic || isAntialiased(attributes, s))
    return dimension;
  auto positions = findPositions(attributes, s);
  bool isNearest = attributes.mode == ResizeMode::Nearest;
  if (positions && isNearest)
    positions = applyRounding(*positions, attributes.rounding, s.scale < 1.0f);
  if (positions && readsTheSame(dimension, *positions, isNearest))
    dimension.tosa = positions;
  return dimension;
}

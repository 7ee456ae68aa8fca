#include "ResizePlan.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>
#include <numeric>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

enum class Mode { Nearest, Linear, Cubic };

/// Which neighbour is the nearest. `Simple` is that of the opsets before 11.
enum class Rounding { PreferFloor, PreferCeil, Floor, Ceil, Simple };

struct ResizeAttributes {
  Mode mode;
  Rounding rounding;
  StringRef coordinates;
  float cubicCoefficient, extrapolation;
  bool excludesOutside, antialias;
  StringRef aspectRatio;
};

FailureOr<ResizeAttributes> readAttributes(NodeImporter &node) {
  bool isOld = node.getOpset() < 11;
  FailureOr<StringRef> mode = node.getString("mode", "nearest");
  FailureOr<StringRef> rounding =
      node.getString("nearest_mode", isOld ? "simple" : "round_prefer_floor");
  FailureOr<StringRef> coordinates =
      node.getString("coordinate_transformation_mode", isOld ? "asymmetric" : "half_pixel");
  FailureOr<float> cubic = node.getFloat("cubic_coeff_a", -0.75f);
  FailureOr<float> extrapolation = node.getFloat("extrapolation_value", 0.0f);
  FailureOr<int64_t> exclude = node.getInteger("exclude_outside", 0);
  FailureOr<int64_t> antialias = node.getInteger("antialias", 0);
  FailureOr<StringRef> aspect = node.getString("keep_aspect_ratio_policy", "stretch");
  if (failed(mode) || failed(rounding) || failed(coordinates) || failed(cubic) ||
      failed(extrapolation) || failed(exclude) || failed(antialias) || failed(aspect))
    return failure();
  auto refuse = [&](StringRef name, StringRef value) {
    return node.error() << "attribute '" << name << "' has the value '" << value
                        << "', which is not supported";
  };
  auto parsedMode = llvm::StringSwitch<std::optional<Mode>>(*mode)
                        .Case("nearest", Mode::Nearest)
                        .Cases({"linear", "bilinear"}, Mode::Linear)
                        .Case("cubic", Mode::Cubic)
                        .Default(std::nullopt);
  auto parsedRounding = llvm::StringSwitch<std::optional<Rounding>>(*rounding)
                            .Case("round_prefer_floor", Rounding::PreferFloor)
                            .Case("round_prefer_ceil", Rounding::PreferCeil)
                            .Case("floor", Rounding::Floor)
                            .Case("ceil", Rounding::Ceil)
                            .Case("simple", Rounding::Simple)
                            .Default(std::nullopt);
  if (!parsedMode)
    return refuse("mode", *mode);
  if (!parsedRounding)
    return refuse("nearest_mode", *rounding);
  if (!llvm::is_contained({"half_pixel", "half_pixel_symmetric", "pytorch_half_pixel",
                           "align_corners", "asymmetric", "tf_half_pixel_for_nn",
                           "tf_crop_and_resize"},
                          *coordinates))
    return refuse("coordinate_transformation_mode", *coordinates);
  if (!llvm::is_contained({"stretch", "not_larger", "not_smaller"}, *aspect))
    return refuse("keep_aspect_ratio_policy", *aspect);
  return ResizeAttributes{*parsedMode,    *parsedRounding, *coordinates,    *cubic,
                          *extrapolation, *exclude != 0,   *antialias != 0, *aspect};
}

/// The size of one dimension, before and after.
struct Scaling {
  int64_t dim, input, output;
  float scale;
  /// Part of the input that `tf_crop_and_resize` reads, in [0, 1].
  float roiBegin = 0.0f, roiEnd = 1.0f;
};

//===----------------------------------------------------------------------===//
// Sizes
//===----------------------------------------------------------------------===//

/// The output sizes that the operand `sizes` gives.
LogicalResult applySizes(NodeImporter &node, ArrayRef<int64_t> sizes, StringRef policy,
                         MutableArrayRef<Scaling> scalings) {
  float common = 0.0f;
  for (auto [scaling, size] : llvm::zip_equal(scalings, sizes)) {
    if (size < 1 || size > maxElements)
      return node.error() << "the size " << size << " of dimension " << scaling.dim
                          << " is out of range";
    scaling.output = size;
    scaling.scale = static_cast<float>(size) / static_cast<float>(scaling.input);
    bool isFirst = &scaling == scalings.begin();
    common = isFirst                  ? scaling.scale
             : policy == "not_larger" ? std::min(common, scaling.scale)
                                      : std::max(common, scaling.scale);
  }
  if (policy == "stretch")
    return success();
  for (Scaling &scaling : scalings) {
    scaling.scale = common;
    scaling.output = std::lround(common * static_cast<float>(scaling.input));
  }
  return success();
}

LogicalResult applyScales(NodeImporter &node, ArrayRef<float> scales,
                          MutableArrayRef<Scaling> scalings) {
  for (auto [scaling, scale] : llvm::zip_equal(scalings, scales)) {
    float size = std::floor(static_cast<float>(scaling.input) * scale);
    if (!(scale > 0.0f) || !(size >= 1.0f) || size > static_cast<float>(1 << 30))
      return node.error() << "the scale " << scale << " of dimension " << scaling.dim
                          << " is out of range";
    scaling.scale = scale;
    scaling.output = static_cast<int64_t>(size);
  }
  return success();
}

/// Operand `index`, if it is given and not empty, which is how opset 11 leaves
/// it out.
bool isGiven(NodeImporter &node, size_t index) {
  return node.hasInput(index) && countElements(node.getInput(index).shape) != 0;
}

LogicalResult checkCount(NodeImporter &node, StringRef what, size_t count, size_t expected) {
  if (count == expected)
    return success();
  return node.error() << what << " has " << count << " elements; " << expected << " expected";
}

/// The operands `scales` or `sizes`, and `roi`.
LogicalResult readOperands(NodeImporter &node, const ResizeAttributes &attributes,
                           MutableArrayRef<Scaling> scalings) {
  bool isUpsample = node.getOpType() == "Upsample";
  bool isFromAttribute = isUpsample && node.getOpset() < 9;
  size_t scalesIndex = node.getOpset() < 11 ? 1 : 2;
  if (!isFromAttribute && !isGiven(node, scalesIndex) && isGiven(node, 3)) {
    FailureOr<Shape> sizes = node.getIntegers(3, "the list of sizes");
    if (failed(sizes) ||
        failed(checkCount(node, "the list of sizes", sizes->size(), scalings.size())))
      return failure();
    if (failed(applySizes(node, *sizes, attributes.aspectRatio, scalings)))
      return failure();
  } else {
    if (!isFromAttribute && !isGiven(node, scalesIndex))
      return node.error() << "has neither scales nor sizes";
    FailureOr<SmallVector<float>> scales = isFromAttribute
                                               ? node.getFloatList("scales")
                                               : node.getFloats(scalesIndex, "the list of scales");
    if (failed(scales) ||
        failed(checkCount(node, "the list of scales", scales->size(), scalings.size())) ||
        failed(applyScales(node, *scales, scalings)))
      return failure();
  }
  if (attributes.coordinates != "tf_crop_and_resize")
    return success();
  if (!isGiven(node, 1))
    return node.error() << "the region of interest is missing";
  FailureOr<SmallVector<float>> roi = node.getFloats(1, "the region of interest");
  if (failed(roi) ||
      failed(checkCount(node, "the region of interest", roi->size(), 2 * scalings.size())))
    return failure();
  for (auto [index, scaling] : llvm::enumerate(scalings)) {
    scaling.roiBegin = (*roi)[index];
    scaling.roiEnd = (*roi)[scalings.size() + index];
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Positions
//===----------------------------------------------------------------------===//

/// The input position that element `o` of the result lies at.
float getPosition(StringRef coordinates, const Scaling &s, int64_t o) {
  auto out = static_cast<float>(s.output), in = static_cast<float>(s.input);
  auto x = static_cast<float>(o);
  if (coordinates == "asymmetric")
    return x / s.scale;
  if (coordinates == "align_corners")
    return s.output == 1 ? 0.0f : x * (in - 1.0f) / (out - 1.0f);
  if (coordinates == "tf_half_pixel_for_nn")
    return (x + 0.5f) / s.scale;
  if (coordinates == "tf_crop_and_resize")
    return s.output > 1
               ? s.roiBegin * (in - 1.0f) + x * (s.roiEnd - s.roiBegin) * (in - 1.0f) / (out - 1.0f)
               : 0.5f * (s.roiBegin + s.roiEnd) * (in - 1.0f);
  if (coordinates == "pytorch_half_pixel" && s.output == 1)
    return 0.0f;
  float position = (x + 0.5f) / s.scale - 0.5f;
  if (coordinates == "half_pixel_symmetric")
    position += in / 2.0f * (1.0f - out / (s.scale * in));
  return position;
}

int64_t roundPosition(Rounding rounding, float position, float scale) {
  float low = std::floor(position), high = std::ceil(position);
  switch (rounding) {
  case Rounding::Floor:
    return static_cast<int64_t>(low);
  case Rounding::Ceil:
    return static_cast<int64_t>(high);
  case Rounding::PreferFloor:
    return static_cast<int64_t>(position - low <= 0.5f ? low : high);
  case Rounding::PreferCeil:
    return static_cast<int64_t>(position - low < 0.5f ? low : high);
  case Rounding::Simple:
    return static_cast<int64_t>(scale < 1.0f ? high : low);
  }
  llvm_unreachable("a rounding that is not handled");
}

/// The weights of the four neighbours of a position `t` behind the second.
std::array<float, 4> getCubicWeights(float t, float a) {
  auto near = [a](float x) { return ((a + 2.0f) * x - (a + 3.0f)) * x * x + 1.0f; };
  auto far = [a](float x) { return ((a * x - 5.0f * a) * x + 8.0f * a) * x - 4.0f * a; };
  return {far(1.0f + t), near(t), near(1.0f - t), far(2.0f - t)};
}

ResizeTaps getTaps(const ResizeAttributes &attributes, const Scaling &s, float position) {
  ResizeTaps result;
  int64_t last = s.input - 1;
  auto limit = [last](int64_t i) { return std::clamp<int64_t>(i, 0, last); };
  if (attributes.coordinates == "tf_crop_and_resize" &&
      (position < 0.0f || position > static_cast<float>(last))) {
    result.offset = attributes.extrapolation;
    return result;
  }
  if (attributes.mode == Mode::Nearest) {
    result.taps = {{limit(roundPosition(attributes.rounding, position, s.scale)), 1.0f}};
    return result;
  }
  if (attributes.mode == Mode::Linear) {
    float inside = std::clamp(position, 0.0f, static_cast<float>(last));
    auto low = static_cast<int64_t>(std::floor(inside));
    float fraction = inside - static_cast<float>(low);
    result.taps = {{low, 1.0f - fraction}, {limit(low + 1), fraction}};
    return result;
  }
  auto low = static_cast<int64_t>(std::floor(position));
  std::array<float, 4> weights =
      getCubicWeights(position - static_cast<float>(low), attributes.cubicCoefficient);
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
std::array<int64_t, 3> applyRounding(std::array<int64_t, 3> positions, Rounding rounding,
                                     bool isDownward) {
  auto [n, d, offset] = positions;
  int64_t shift = 0;
  switch (rounding) {
  case Rounding::PreferCeil:
    break;
  case Rounding::PreferFloor:
    shift = -1;
    break;
  case Rounding::Floor:
    shift = -n;
    break;
  case Rounding::Ceil:
    shift = n - 1;
    break;
  case Rounding::Simple:
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

ResizedDimension planDimension(const ResizeAttributes &attributes, const Scaling &s) {
  ResizedDimension dimension{s.dim, s.input, s.output, {}, std::nullopt};
  for (int64_t o = 0; o < s.output; ++o)
    dimension.elements.push_back(getTaps(attributes, s, getPosition(attributes.coordinates, s, o)));
  if (attributes.mode == Mode::Cubic)
    return dimension;
  auto positions = findPositions(attributes, s);
  bool isNearest = attributes.mode == Mode::Nearest;
  if (positions && isNearest)
    positions = applyRounding(*positions, attributes.rounding, s.scale < 1.0f);
  if (positions && readsTheSame(dimension, *positions, isNearest))
    dimension.tosa = positions;
  return dimension;
}

} // namespace

FailureOr<ResizePlan> qopt::onnx_import::readResize(NodeImporter &node, ArrayRef<int64_t> shape) {
  FailureOr<ResizeAttributes> attributes = readAttributes(node);
  FailureOr<Shape> given = node.getIntegerList("axes", identityOrder(shape.size()));
  if (failed(attributes) || failed(given))
    return failure();
  FailureOr<Shape> axes = node.normalizeAxes(*given, shape.size());
  if (failed(axes))
    return failure();
  SmallVector<Scaling> scalings;
  for (int64_t dim : *axes)
    scalings.push_back({dim, shape[dim], shape[dim], 1.0f});
  if (failed(readOperands(node, *attributes, scalings)))
    return failure();
  Shape result(shape);
  for (const Scaling &scaling : scalings)
    result[scaling.dim] = scaling.output;
  if (failed(node.checkShape(result)))
    return failure();

  ResizePlan plan{attributes->mode == Mode::Nearest, {}};
  for (const Scaling &scaling : scalings) {
    // Runtimes and the standard differ in whether the last element is that of
    // the rounded size.
    bool isByLast = attributes->coordinates == "align_corners" ||
                    attributes->coordinates == "tf_crop_and_resize";
    if (isByLast &&
        scaling.scale * static_cast<float>(scaling.input) != static_cast<float>(scaling.output))
      return node.error() << "coordinates '" << attributes->coordinates << "' with a scale of "
                          << scaling.scale << ", which gives no whole size, are ambiguous; "
                          << "export with sizes";
    bool isCropped = attributes->coordinates == "tf_crop_and_resize" &&
                     (scaling.roiBegin != 0.0f || scaling.roiEnd != 1.0f);
    if (scaling.output == scaling.input && scaling.scale == 1.0f && !isCropped)
      continue;
    if (attributes->antialias && scaling.scale < 1.0f && attributes->mode != Mode::Nearest)
      return node.error() << "attribute 'antialias' is not supported where a dimension shrinks";
    plan.dimensions.push_back(planDimension(*attributes, scaling));
  }
  return plan;
}

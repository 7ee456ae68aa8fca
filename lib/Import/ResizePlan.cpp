#include "ResizePositions.h"

#include "llvm/ADT/StringSwitch.h"

#include <cmath>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

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
  auto parsedMode = llvm::StringSwitch<std::optional<ResizeMode>>(*mode)
                        .Case("nearest", ResizeMode::Nearest)
                        .Cases({"linear", "bilinear"}, ResizeMode::Linear)
                        .Case("cubic", ResizeMode::Cubic)
                        .Default(std::nullopt);
  auto parsedRounding = llvm::StringSwitch<std::optional<ResizeRounding>>(*rounding)
                            .Case("round_prefer_floor", ResizeRounding::PreferFloor)
                            .Case("round_prefer_ceil", ResizeRounding::PreferCeil)
                            .Case("floor", ResizeRounding::Floor)
                            .Case("ceil", ResizeRounding::Ceil)
                            .Case("simple", ResizeRounding::Simple)
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

  ResizePlan plan{attributes->mode == ResizeMode::Nearest, {}};
  for (const Scaling &scaling : scalings) {
    bool isCropped = attributes->coordinates == "tf_crop_and_resize" &&
                     (scaling.roiBegin != 0.0f || scaling.roiEnd != 1.0f);
    if (scaling.output == scaling.input && scaling.scale == 1.0f && !isCropped)
      continue;
    constexpr int64_t maxResized = int64_t(1) << 22; // each element has taps of its own
    if (scaling.output > maxResized)
      return node.error() << "the size " << scaling.output << " of dimension " << scaling.dim
                          << " is out of range; at most " << maxResized << " is supported";
    constexpr float minScale = 1.0f / 128.0f;
    if (isAntialiased(*attributes, scaling) && scaling.scale < minScale)
      return node.error() << "attribute 'antialias' is supported down to a scale of 1/128, not "
                          << scaling.scale;
    plan.dimensions.push_back(planDimension(*attributes, scaling));
  }
  return plan;
}

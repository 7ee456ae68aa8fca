#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"

// RoiAlign and DeformConv, which read images between their elements at computed places.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A constant of floats.
std::string addFloats(NodeImporter &node, Expansion &e, ArrayRef<int64_t> shape,
                      ArrayRef<double> values) {
  return e.constant(
      ImportedValue::ofConstant(fromDoubles(node.getBuilder().getF32Type(), shape, values)));
}

//===----------------------------------------------------------------------===//
// RoiAlign
//===----------------------------------------------------------------------===//

struct RoiAlign {
  int64_t height = 0, width = 0, samples = 0;
  float scale = 0;
  bool isHalfPixel = false;
};

FailureOr<RoiAlign> readRoiAlign(NodeImporter &node) {
  FailureOr<int64_t> height = node.getInteger("output_height", 1);
  FailureOr<int64_t> width = node.getInteger("output_width", 1);
  FailureOr<int64_t> samples = node.getInteger("sampling_ratio", 0);
  FailureOr<float> scale = node.getFloat("spatial_scale", 1.0f);
  FailureOr<StringRef> mode = node.getString("mode", "avg");
  bool hasHalfPixel = node.getOpset() >= 16;
  FailureOr<StringRef> coordinates = node.getString(
      "coordinate_transformation_mode", hasHalfPixel ? "half_pixel" : "output_half_pixel");
  if (failed(height) || failed(width) || failed(samples) || failed(scale) || failed(mode) ||
      failed(coordinates))
    return failure();
  if (*samples < 1 || *samples > 64)
    return node.error() << "attribute 'sampling_ratio' is " << *samples << "; 1 to 64 are "
                        << "supported: with 0, the size of each region gives the number of samples";
  if (*height < 1 || *width < 1 || *height > maxElements || *width > maxElements ||
      failed(node.checkShape({*height, *width, *samples, *samples})))
    return node.error() << "its output of " << *height << "x" << *width << " is out of range";
  if (*mode != "avg") // The maximum is that of elements times their weights, not of samples.
    return node.error() << "attribute 'mode' has the value '" << *mode << "'; 'avg' is supported";
  return RoiAlign{*height, *width, *samples, *scale, *coordinates == "half_pixel"};
}

/// One dimension of the regions: where it starts, and how long it is (regions x 1).
struct RoiAxis {
  std::string start, length;
  int64_t bins, size;
};

/// How much the mean of the samples of each bin takes of each of the `size` elements of
/// the dimension: regions x bins x size.
std::string addWeights(NodeImporter &node, Expansion &e, const RoiAlign &align,
                       const RoiAxis &axis) {
  int64_t count = axis.bins * align.samples;
  SmallVector<double> shares, elements;
  for (int64_t i = 0; i < count; ++i)
    shares.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(count));
  for (int64_t i = 0; i < axis.size; ++i)
    elements.push_back(static_cast<double>(i));
  std::string place = e.add(
      "Add", {axis.start, e.add("Mul", {axis.length, addFloats(node, e, {1, count}, shares)})});
  // Samples more than one element outside are 0; others outside are those of the border.
  auto last = static_cast<float>(axis.size - 1);
  std::string isInside =
      e.add("And", {e.add("GreaterOrEqual", {place, e.scalar(-1)}),
                    e.add("LessOrEqual", {place, e.scalar(static_cast<float>(axis.size))})});
  std::string inside = e.add("Clip", {place, e.scalar(0), e.scalar(last)});
  std::string distance =
      e.add("Abs", {e.add("Sub", {e.reshape(inside, {0, count, 1}),
                                  addFloats(node, e, {1, 1, axis.size}, elements)})});
  std::string weights = e.add("Relu", {e.add("Sub", {e.scalar(1), distance})});
  weights = e.add("Where", {e.reshape(isInside, {0, count, 1}), weights, e.scalar(0)});
  if (align.samples == 1)
    return weights;
  return e.add("ReduceMean",
               {e.reshape(weights, {0, axis.bins, align.samples, axis.size}), e.integers({2})},
               {makeAttribute("keepdims", int64_t(0))});
}

} // namespace

/// Interpolation is linear in each dimension: two matrix products, of the rows of all
/// images, and of the columns for each region.
LogicalResult qopt::onnx_import::importRoiAlign(NodeImporter &node) {
  FailureOr<RoiAlign> align = readRoiAlign(node);
  ImportedValue *image = node.getFloatInput(0, 4), *rois = node.getFloatInput(1, 2);
  if (failed(align) || !image || !rois || failed(node.requireInput(2)))
    return failure();
  int64_t n = image->shape[0], c = image->shape[1], h = image->shape[2], w = image->shape[3];
  int64_t regions = rois->shape[0];
  if (rois->shape[1] != 4 || node.getInput(2).shape != Shape{regions})
    return node.error() << "regions of shape " << formatShape(rois->shape) << " and indices of "
                        << "shape " << formatShape(node.getInput(2).shape) << " do not fit";
  int64_t rows = align->height, columns = align->width;
  if (failed(node.checkShape({regions, c, rows, std::max(w, columns)})) ||
      failed(node.checkShape({regions, rows * align->samples, n, h})) ||
      failed(node.checkShape({regions, columns * align->samples, w})))
    return failure();
  Expansion e(node);
  std::string scaled = e.add("Mul", {e.operand(1), e.scalar(align->scale)});
  if (align->isHalfPixel)
    scaled = e.add("Sub", {scaled, e.scalar(0.5f)});
  std::vector<std::string> corners = e.split(scaled, {1, 1, 1, 1}, 1); // x1, y1, x2, y2
  auto length = [&](size_t corner) {
    std::string difference = e.add("Sub", {corners[corner + 2], corners[corner]});
    return align->isHalfPixel ? difference : e.add("Max", {difference, e.scalar(1)});
  };
  std::string y = addWeights(node, e, *align, {corners[1], length(1), rows, h});
  std::string x = addWeights(node, e, *align, {corners[0], length(0), columns, w});
  if (n > 1) { // The rows of all images, of which a region reads those of one.
    std::string isImage =
        e.add("OneHot", {e.operand(2), e.integers({n}), addFloats(node, e, {2}, {0, 1})});
    y = e.add("Mul", {e.reshape(y, {0, 0, 1, h}), e.reshape(isImage, {regions, 1, n, 1})});
  }
  std::string lines = e.reshape(e.transpose(e.operand(0), {0, 2, 1, 3}), {n * h, c * w});
  std::string picked = e.add("MatMul", {e.reshape(y, {regions * rows, n * h}), lines});
  picked = e.add("MatMul", {e.reshape(picked, {regions, rows * c, w}), e.transpose(x, {0, 2, 1})});
  return e.finish({e.transpose(e.reshape(picked, {regions, rows, c, columns}), {0, 2, 1, 3})});
}

//===----------------------------------------------------------------------===//
// DeformConv
//===----------------------------------------------------------------------===//

namespace {

/// The attributes and sizes of a DeformConv in two dimensions.
struct DeformConv {
  int64_t groups = 0, offsetGroups = 0;
  Shape kernel, strides, dilations, pads;
  Shape output; // H and W

  int64_t taps() const { return kernel[0] * kernel[1]; }
};

FailureOr<DeformConv> readDeformConv(NodeImporter &node, const ImportedValue &input,
                                     const ImportedValue &weights, const ImportedValue &offsets) {
  Shape kernel(ArrayRef(weights.shape).drop_front(2));
  FailureOr<Shape> given = node.getIntegerList("kernel_shape", kernel, 2);
  FailureOr<Shape> strides = node.getIntegerList("strides", {1, 1}, 2);
  FailureOr<Shape> dilations = node.getIntegerList("dilations", {1, 1}, 2);
  FailureOr<Shape> pads = node.getIntegerList("pads", {0, 0, 0, 0}, 4);
  FailureOr<int64_t> groups = node.getInteger("group", 1);
  FailureOr<int64_t> offsetGroups = node.getInteger("offset_group", 1);
  if (failed(given) || failed(strides) || failed(dilations) || failed(pads) || failed(groups) ||
      failed(offsetGroups))
    return failure();
  DeformConv conv{*groups, *offsetGroups, kernel, *strides, *dilations, *pads, {}};
  auto isOutOfRange = [](int64_t value) { return value < 1 || value > maxElements; };
  if (*given != kernel || llvm::any_of(conv.strides, isOutOfRange) ||
      llvm::any_of(conv.dilations, isOutOfRange) ||
      llvm::any_of(conv.pads, [](int64_t pad) { return pad < 0 || pad > maxElements; }))
    return node.error() << "attribute 'kernel_shape', 'strides', 'dilations' or 'pads' is out of "
                        << "range";
  for (size_t dim = 0; dim < 2; ++dim) {
    int64_t padded = input.shape[2 + dim] + conv.pads[dim] + conv.pads[2 + dim];
    int64_t reach = conv.dilations[dim] * (kernel[dim] - 1) + 1;
    conv.output.push_back(padded < reach ? 0 : (padded - reach) / conv.strides[dim] + 1);
  }
  Shape expected{input.shape[0], conv.offsetGroups * conv.taps() * 2, conv.output[0],
                 conv.output[1]};
  if (isOutOfRange(conv.groups) || isOutOfRange(conv.offsetGroups) ||
      input.shape[1] % conv.groups != 0 || weights.shape[0] % conv.groups != 0 ||
      input.shape[1] % conv.offsetGroups != 0 || weights.shape[1] != input.shape[1] / conv.groups ||
      offsets.shape != expected)
    return node.error() << "operands of shape " << formatShape(input.shape) << ", "
                        << formatShape(weights.shape) << " and " << formatShape(offsets.shape)
                        << " do not fit each other and its groups";
  return conv;
}

/// Where the taps lie without offsets, along dimension `dim`, in elements.
std::string addPlaces(NodeImporter &node, Expansion &e, const DeformConv &conv, size_t dim) {
  SmallVector<double> places;
  for (int64_t tap = 0; tap < conv.taps(); ++tap) {
    int64_t k = dim == 0 ? tap / conv.kernel[1] : tap % conv.kernel[1];
    for (int64_t y = 0; y < conv.output[0]; ++y)
      for (int64_t x = 0; x < conv.output[1]; ++x)
        places.push_back(static_cast<double>((dim == 0 ? y : x) * conv.strides[dim] -
                                             conv.pads[dim] + k * conv.dilations[dim]));
  }
  return addFloats(node, e, {1, conv.taps(), conv.output[0], conv.output[1]}, places);
}

/// The coordinate in [-1, 1] of a GridSample whose corners are not aligned.
std::string addCoordinate(Expansion &e, const std::string &place, int64_t size) {
  auto step = 2.0f / static_cast<float>(size);
  return e.add("Add", {e.add("Mul", {place, e.scalar(step)}), e.scalar(step / 2 - 1)});
}

/// What the taps of one offset group read: batch x channels * taps x H x W.
std::string addTaps(NodeImporter &node, Expansion &e, const DeformConv &conv,
                    const std::string &image, const std::string &offsets, const std::string &mask,
                    ArrayRef<int64_t> shape) {
  int64_t n = shape[0], c = shape[1], taps = conv.taps();
  int64_t oh = conv.output[0], ow = conv.output[1];
  std::vector<std::string> parts = e.split(e.reshape(offsets, {n, taps, 2, oh * ow}), {1, 1}, 2);
  std::string coordinates[2];
  for (size_t dim = 0; dim < 2; ++dim) {
    std::string place =
        e.add("Add", {e.reshape(parts[dim], {n, taps, oh, ow}), addPlaces(node, e, conv, dim)});
    coordinates[dim] = e.reshape(addCoordinate(e, place, shape[2 + dim]), {n, taps * oh, ow, 1});
  }
  std::string grid =
      e.add("Concat", {coordinates[1], coordinates[0]}, {makeAttribute("axis", int64_t(3))});
  std::string read = e.reshape(e.add("GridSample", {image, grid}), {n, c, taps, oh * ow});
  if (!mask.empty())
    read = e.add("Mul", {read, e.reshape(mask, {n, 1, taps, oh * ow})});
  return e.reshape(read, {n, c * taps, oh, ow});
}

} // namespace

/// The taps of all places are channels, which a 1x1 convolution sums.
LogicalResult qopt::onnx_import::importDeformConv(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0, 4), *weights = node.getFloatInput(1, 4);
  ImportedValue *offsets = node.getFloatInput(2, 4);
  if (!input || !weights || !offsets)
    return failure();
  FailureOr<DeformConv> conv = readDeformConv(node, *input, *weights, *offsets);
  if (failed(conv))
    return failure();
  int64_t groups = conv->offsetGroups, taps = conv->taps(), channels = input->shape[1];
  Shape part = input->shape;
  part[1] = channels / groups;
  bool hasMask = node.hasInput(4);
  Shape maskShape{part[0], groups * taps, conv->output[0], conv->output[1]};
  if (hasMask && node.getInput(4).shape != maskShape)
    return node.error() << "the mask has shape " << formatShape(node.getInput(4).shape) << "; "
                        << formatShape(maskShape) << " expected";
  if (failed(node.checkShape({part[0], channels * taps, conv->output[0], conv->output[1]})) ||
      failed(node.checkConstantSize({taps, conv->output[0], conv->output[1]})))
    return failure();
  Expansion e(node);
  auto split = [&](const std::string &value, int64_t size) {
    return groups == 1 ? std::vector{value} : e.split(value, Shape(groups, size), 1);
  };
  std::vector<std::string> images = split(e.operand(0), part[1]);
  std::vector<std::string> places = split(e.operand(2), taps * 2), masks, reads;
  masks = hasMask ? split(e.operand(4), taps) : std::vector<std::string>(groups);
  for (int64_t g = 0; g < groups; ++g)
    reads.push_back(addTaps(node, e, *conv, images[g], places[g], masks[g], part));
  std::string read =
      groups == 1 ? reads.front() : e.add("Concat", reads, {makeAttribute("axis", int64_t(1))});
  std::string flat = e.reshape(e.operand(1), {weights->shape[0], weights->shape[1] * taps, 1, 1});
  return e.finish(
      {e.add("Conv", {read, flat, e.operand(3)}, {makeAttribute("group", conv->groups)})});
}

#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"

// DeformConv, which reads images between their elements at computed places.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

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
  return e.floats({1, conv.taps(), conv.output[0], conv.output[1]}, places);
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

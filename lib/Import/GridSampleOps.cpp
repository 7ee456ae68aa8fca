#include "Ops.h"

#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/StringSwitch.h"

// Sampling of images at computed positions: spatial transformers, deformable
// attention, optical flow.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

enum class Mode { Nearest, Linear, Cubic };
enum class Padding { Zeros, Border, Reflection };

struct Attributes {
  Mode mode;
  Padding padding;
  bool alignCorners;
};

FailureOr<Attributes> readAttributes(NodeImporter &node) {
  // Opset 20 renamed the modes.
  FailureOr<StringRef> mode = node.getString("mode", "linear");
  FailureOr<StringRef> padding = node.getString("padding_mode", "zeros");
  FailureOr<int64_t> alignCorners = node.getInteger("align_corners", 0);
  if (failed(mode) || failed(padding) || failed(alignCorners))
    return failure();
  auto parsedMode = llvm::StringSwitch<std::optional<Mode>>(*mode)
                        .Case("nearest", Mode::Nearest)
                        .Cases({"linear", "bilinear"}, Mode::Linear)
                        .Cases({"cubic", "bicubic"}, Mode::Cubic)
                        .Default(std::nullopt);
  if (!parsedMode)
    return node.error() << "attribute 'mode' has the value '" << *mode
                        << "'; 'linear', 'nearest' and 'cubic' are supported";
  auto parsedPadding = llvm::StringSwitch<std::optional<Padding>>(*padding)
                           .Case("zeros", Padding::Zeros)
                           .Case("border", Padding::Border)
                           .Case("reflection", Padding::Reflection)
                           .Default(std::nullopt);
  if (!parsedPadding)
    return node.error() << "attribute 'padding_mode' has the value '" << *padding
                        << "'; 'zeros', 'border' and 'reflection' are supported";
  return Attributes{*parsedMode, *parsedPadding, *alignCorners != 0};
}

/// Elements along one axis that a sample reads: their positions, which are whole
/// floats inside the image, and their weights.
struct Tap {
  Value position, weight;
};

/// The taps along one axis of an image of `size` elements.
class AxisSampler {
public:
  AxisSampler(ImportBuilder &b, const Attributes &attributes, int64_t size)
      : b(b), attributes(attributes), size(static_cast<double>(size)) {}

  /// Of samples at `coordinate`, where -1 and 1 are the ends of the image.
  SmallVector<Tap> sample(Value coordinate);

private:
  Value reflect(Value position);
  Value bring(Value position);
  Tap place(Value position, Value weight);
  SmallVector<Tap> sampleCubic(Value position);

  ImportBuilder &b;
  const Attributes &attributes;
  double size;
};

/// Mirrors positions at the ends until they lie between them.
Value AxisSampler::reflect(Value position) {
  double low = attributes.alignCorners ? 0.0 : -0.5;
  double span = attributes.alignCorners ? size - 1.0 : size;
  if (span == 0.0)
    return b.scale(position, 0.0);
  Value distance = b.unary<tosa::AbsOp>(b.shift(position, -low));
  Value turns = b.unary<tosa::FloorOp>(b.scale(distance, 0.5 / span));
  // In a period of twice the span, the way back is the way there from its end.
  Value rest = b.binary<tosa::SubOp>(distance, b.scale(turns, 2.0 * span));
  Value back = b.shift(b.scale(rest, -1.0), 2.0 * span);
  return b.shift(b.binary<tosa::MinimumOp>(rest, back), low);
}

/// A position inside the image, unless zeros surround it.
Value AxisSampler::bring(Value position) {
  if (attributes.padding == Padding::Zeros)
    return position;
  if (attributes.padding == Padding::Reflection)
    position = reflect(position);
  return b.clamp(position, 0.0f, static_cast<float>(size - 1.0));
}

Tap AxisSampler::place(Value position, Value weight) {
  Value inside = b.clamp(position, 0.0f, static_cast<float>(size - 1.0));
  if (attributes.padding == Padding::Zeros) {
    Value isInside = b.compare<tosa::EqualOp>(position, inside);
    weight = b.select(isInside, weight, b.createScalarLike(0.0, weight));
  }
  return {inside, weight};
}

/// Keys' kernel with a = -0.75 on the four elements around the position.
SmallVector<Tap> AxisSampler::sampleCubic(Value position) {
  constexpr double a = -0.75;
  Value first = b.unary<tosa::FloorOp>(position);
  Value rest = b.binary<tosa::SubOp>(position, first);
  auto polynomial = [&](Value x, ArrayRef<double> coefficients) {
    Value sum = b.scale(x, coefficients.front());
    for (double coefficient : coefficients.drop_front().drop_back())
      sum = b.mul(b.shift(sum, coefficient), x);
    return b.shift(sum, coefficients.back());
  };
  SmallVector<Tap> taps;
  for (int offset : {-1, 0, 1, 2}) {
    Value distance = offset <= 0 ? b.shift(rest, -offset)
                                 : b.shift(b.scale(rest, -1.0), static_cast<double>(offset));
    bool isNear = offset == 0 || offset == 1;
    Value weight = isNear ? polynomial(distance, {a + 2, -(a + 3), 0, 1})
                          : polynomial(distance, {a, -5 * a, 8 * a, -4 * a});
    taps.push_back(place(bring(b.shift(first, offset)), weight));
  }
  return taps;
}

SmallVector<Tap> AxisSampler::sample(Value coordinate) {
  Value position = attributes.alignCorners
                       ? b.scale(b.shift(coordinate, 1.0), (size - 1.0) / 2.0)
                       : b.shift(b.scale(b.shift(coordinate, 1.0), size / 2.0), -0.5);
  if (attributes.mode == Mode::Cubic)
    return sampleCubic(position);
  position = bring(position);
  if (attributes.mode == Mode::Nearest) {
    // To even, as `tosa.cast` rounds.
    Value whole = b.castTo(b.castTo(position, b.getI32Type()), b.getF32Type());
    return {place(whole, b.shift(b.scale(whole, 0.0), 1.0))};
  }
  Value first = b.unary<tosa::FloorOp>(position);
  Value rest = b.binary<tosa::SubOp>(position, first);
  return {place(first, b.shift(b.scale(rest, -1.0), 1.0)), place(b.shift(first, 1.0), rest)};
}

/// The sum of all taps of images (N x spatial dimensions x C), each a gather of pixels;
/// one list of taps per dimension.
class SampleSum {
public:
  SampleSum(ImportBuilder &b, Value image, ArrayRef<SmallVector<Tap>> taps)
      : b(b), taps(taps), sizes(getShape(image).drop_front().drop_back()) {
    int64_t batch = getShape(image).front(), channels = getShape(image).back();
    pixels = b.reshape(image, {batch, *countElements(sizes), channels});
  }

  Value emit() {
    addTaps(0, Value(), Value());
    return sum;
  }

private:
  /// Adds all taps of dimension `dim` and those after it, to the pixels `index` (of the
  /// dimensions before) with `weight`.
  void addTaps(size_t dim, Value index, Value weight) {
    if (dim == taps.size())
      return addPixels(index, weight);
    for (const Tap &tap : taps[dim]) {
      Value place = b.castTo(tap.position, b.getI32Type());
      if (index)
        place = b.binary<tosa::AddOp>(
            b.mul(index, b.createScalarLike(static_cast<double>(sizes[dim]), index)), place);
      addTaps(dim + 1, place, weight ? b.mul(weight, tap.weight) : tap.weight);
    }
  }

  void addPixels(Value index, Value weight) {
    int64_t batch = getShape(pixels)[0], count = getShape(index)[1];
    Value taken = tosa::GatherOp::create(
        b, getTypeLike(pixels, {batch, count, getShape(pixels)[2]}), pixels, index);
    Value term = b.mul(taken, b.reshape(weight, {batch, count, 1}));
    sum = sum ? b.binary<tosa::AddOp>(sum, term) : term;
  }

  ImportBuilder &b;
  ArrayRef<SmallVector<Tap>> taps;
  ArrayRef<int64_t> sizes;
  Value pixels, sum;
};

} // namespace

LogicalResult qopt::onnx_import::importGridSample(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0), *grid = node.getFloatInput(1);
  FailureOr<Attributes> attributes = readAttributes(node);
  if (!input || !grid || failed(attributes))
    return failure();
  size_t rank = input->rank();
  auto spatial = static_cast<int64_t>(rank) - 2;
  if ((rank != 4 && rank != 5) || grid->rank() != rank || grid->shape[0] != input->shape[0] ||
      grid->shape.back() != spatial)
    return node.error() << "a grid of shape " << formatShape(grid->shape)
                        << " does not fit images of shape " << formatShape(input->shape);
  Shape shape{input->shape[0], input->shape[1]};
  llvm::append_range(shape, ArrayRef(grid->shape).drop_front().drop_back());
  if (failed(node.checkShape(shape)))
    return failure();
  int64_t batch = shape[0], count = *countElements(ArrayRef(shape).drop_front(2));
  Value positions = b.reshape(b.materializeOriginal(*grid), {batch, count, spatial});
  SmallVector<SmallVector<Tap>> taps;
  for (int64_t dim = 0; dim < spatial; ++dim) { // A grid names the last dimension first.
    Value coordinate = b.slice(positions, {0, 0, spatial - 1 - dim}, {batch, count, 1});
    taps.push_back(AxisSampler(b, *attributes, input->shape[2 + dim])
                       .sample(b.reshape(coordinate, {batch, count})));
  }
  Value samples = SampleSum(b, b.materializeChannelsLast(*input), taps).emit();
  Shape order = channelsLastOrder(rank);
  node.setOutput(ImportedValue::computed(b.reshape(samples, permute(shape, order)), shape, order));
  return success();
}

/// Positions of all pixels times the matrices `theta` (N x 2 x 3, or 3 x 4 for volumes).
LogicalResult qopt::onnx_import::importAffineGrid(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *theta = node.getFloatInput(0, 3);
  FailureOr<Shape> size = node.getIntegers(1, "the size");
  FailureOr<int64_t> alignCorners = node.getInteger("align_corners", 0);
  if (!theta || failed(size) || failed(alignCorners))
    return failure();
  int64_t batch = theta->shape[0], spatial = theta->shape[1];
  if ((spatial != 2 && spatial != 3) || theta->shape[2] != spatial + 1 ||
      static_cast<int64_t>(size->size()) != spatial + 2 || (*size)[0] != batch)
    return node.error() << "matrices of shape " << formatShape(theta->shape)
                        << " do not fit the size " << formatShape(*size);
  Shape sizes(ArrayRef(*size).drop_front(2)), shape{batch}, points = sizes;
  llvm::append_range(shape, sizes);
  shape.push_back(spatial);
  points.push_back(spatial + 1);
  if (failed(node.checkShape(shape)) || failed(node.checkConstantSize(points)))
    return failure();
  auto place = [&](int64_t index, int64_t count) {
    double step = static_cast<double>(index);
    if (*alignCorners != 0)
      return count == 1 ? 0.0 : 2.0 * step / static_cast<double>(count - 1) - 1.0;
    return (2.0 * step + 1.0) / static_cast<double>(count) - 1.0;
  };
  SmallVector<double> positions;
  Shape strides = computeStrides(sizes);
  int64_t count = *countElements(sizes);
  for (int64_t i = 0; i < count; ++i) {
    for (int64_t dim = spatial; dim-- > 0;)
      positions.push_back(place(i / strides[dim] % sizes[dim], sizes[dim]));
    positions.push_back(1.0);
  }
  ImportedValue base =
      ImportedValue::ofConstant(fromDoubles(b.getF32Type(), {1, count, spatial + 1}, positions));
  ImportedValue transposed = b.transposed(*theta, {0, 2, 1});
  FailureOr<ImportedValue> grid = importProduct(node, base, transposed);
  if (failed(grid))
    return failure();
  keepInFloat(*grid, "positions in images need more than 8 bits");
  node.setOutput(*grid->reshaped(shape));
  return success();
}

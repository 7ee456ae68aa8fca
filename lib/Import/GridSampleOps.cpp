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

/// The sum of all taps of images (N x H x W x C), each a gather of pixels.
Value emitSamples(ImportBuilder &b, Value image, ArrayRef<Tap> rows, ArrayRef<Tap> columns) {
  ArrayRef<int64_t> shape = getShape(image);
  int64_t batch = shape[0], width = shape[2], channels = shape[3];
  int64_t count = getShape(rows.front().position)[1];
  Value pixels = b.reshape(image, {batch, shape[1] * width, channels});
  Value sum;
  for (const Tap &row : rows)
    for (const Tap &column : columns) {
      Value y = b.castTo(row.position, b.getI32Type());
      Value x = b.castTo(column.position, b.getI32Type());
      Value index =
          b.binary<tosa::AddOp>(b.mul(y, b.createScalarLike(static_cast<double>(width), y)), x);
      Value taken =
          tosa::GatherOp::create(b, getTypeLike(pixels, {batch, count, channels}), pixels, index);
      Value weight = b.reshape(b.mul(row.weight, column.weight), {batch, count, 1});
      Value term = b.mul(taken, weight);
      sum = sum ? b.binary<tosa::AddOp>(sum, term) : term;
    }
  return sum;
}

} // namespace

LogicalResult qopt::onnx_import::importGridSample(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0, 4), *grid = node.getFloatInput(1, 4);
  FailureOr<Attributes> attributes = readAttributes(node);
  if (!input || !grid || failed(attributes))
    return failure();
  if (grid->shape[0] != input->shape[0] || grid->shape[3] != 2)
    return node.error() << "a grid of shape " << formatShape(grid->shape)
                        << " does not fit images of shape " << formatShape(input->shape);
  int64_t batch = input->shape[0], height = grid->shape[1], width = grid->shape[2];
  Shape shape{batch, input->shape[1], height, width};
  if (failed(node.checkShape(shape)))
    return failure();
  Value positions = b.reshape(b.materializeOriginal(*grid), {batch, height * width, 2});
  auto coordinate = [&](int64_t index) {
    return b.reshape(b.slice(positions, {0, 0, index}, {batch, height * width, 1}),
                     {batch, height * width});
  };
  SmallVector<Tap> columns = AxisSampler(b, *attributes, input->shape[3]).sample(coordinate(0));
  SmallVector<Tap> rows = AxisSampler(b, *attributes, input->shape[2]).sample(coordinate(1));
  Value samples = emitSamples(b, b.materializeChannelsLast(*input), rows, columns);
  Value image = b.reshape(samples, {batch, height, width, input->shape[1]});
  node.setOutput(ImportedValue::computed(image, shape, channelsLastOrder(4)));
  return success();
}

/// Positions of all pixels times the matrices `theta` (N x 2 x 3).
LogicalResult qopt::onnx_import::importAffineGrid(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *theta = node.getFloatInput(0, 3);
  FailureOr<Shape> size = node.getIntegers(1, "the size");
  FailureOr<int64_t> alignCorners = node.getInteger("align_corners", 0);
  if (!theta || failed(size) || failed(alignCorners))
    return failure();
  int64_t batch = theta->shape[0];
  if (theta->shape[1] != 2 || theta->shape[2] != 3 || size->size() != 4 || (*size)[0] != batch)
    return node.error() << "matrices of shape " << formatShape(theta->shape)
                        << " do not fit the size " << formatShape(*size)
                        << "; grids of two dimensions are supported";
  int64_t height = (*size)[2], width = (*size)[3];
  if (failed(node.checkShape({batch, height, width, 2})) ||
      failed(node.checkConstantSize({height, width, 3})))
    return failure();
  auto place = [&](int64_t index, int64_t count) {
    double step = static_cast<double>(index);
    if (*alignCorners != 0)
      return count == 1 ? 0.0 : 2.0 * step / static_cast<double>(count - 1) - 1.0;
    return (2.0 * step + 1.0) / static_cast<double>(count) - 1.0;
  };
  SmallVector<double> positions;
  for (int64_t y = 0; y < height; ++y)
    for (int64_t x = 0; x < width; ++x)
      llvm::append_values(positions, place(x, width), place(y, height), 1.0);
  ImportedValue base =
      ImportedValue::ofConstant(fromDoubles(b.getF32Type(), {1, height * width, 3}, positions));
  ImportedValue transposed = b.transposed(*theta, {0, 2, 1});
  FailureOr<ImportedValue> grid = importProduct(node, base, transposed);
  if (failed(grid))
    return failure();
  keepInFloat(*grid, "positions in images need more than 8 bits");
  node.setOutput(*grid->reshaped({batch, height, width, 2}));
  return success();
}

#include "Kernel.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// Where an output index reads along one dimension: between `low` and `high`, at
/// `fraction` of the way, or at `nearest`.
struct Sample {
  int64_t low, high, nearest;
  float fraction;
};

/// The samples of one dimension. Output index o lies at input position
/// (o * denominator + offset) / numerator; positions outside the input take the
/// border's value.
struct ResizedDimension {
  int64_t numerator, denominator, offset, border;

  std::vector<Sample> sample(int64_t inputSize, int64_t outputSize) const {
    std::vector<Sample> samples;
    for (int64_t o = 0; o < outputSize; ++o) {
      int64_t position = o * denominator + offset;
      int64_t index = llvm::divideFloorSigned(position, numerator);
      int64_t rest = position - index * numerator;
      auto limit = [=](int64_t i) { return std::clamp<int64_t>(i, 0, inputSize - 1); };
      samples.push_back({limit(index), limit(index + 1), limit(index + (2 * rest >= numerator)),
                         static_cast<float>(rest) / static_cast<float>(numerator)});
    }
    return samples;
  }

  /// The size that TOSA derives, if the division leaves no rest.
  std::optional<int64_t> getOutputSize(int64_t inputSize) const {
    int64_t span = (inputSize - 1) * numerator - offset + border;
    if (span < 0 || span % denominator != 0)
      return std::nullopt;
    return span / denominator + 1;
  }
};

float interpolate(float a, float b, float fraction) { return a * (1.0f - fraction) + b * fraction; }

struct Resize {
  int64_t batch, height, width, channels;
  std::vector<Sample> rows, columns;
  size_t elementBytes;

  void copyNearest(const char *input, char *output) const {
    size_t pixelBytes = channels * elementBytes;
    for (int64_t b = 0; b < batch; ++b)
      for (const Sample &row : rows)
        for (const Sample &column : columns) {
          int64_t pixel = (b * height + row.nearest) * width + column.nearest;
          std::memcpy(output, input + pixel * pixelBytes, pixelBytes);
          output += pixelBytes;
        }
  }

  void interpolateLinearly(const float *input, float *output) const {
    for (int64_t b = 0; b < batch; ++b)
      for (const Sample &row : rows)
        for (const Sample &column : columns) {
          const float *low = input + (b * height + row.low) * width * channels;
          const float *high = input + (b * height + row.high) * width * channels;
          for (int64_t c = 0; c < channels; ++c)
            *output++ = alongY(alongX(low + c, column), alongX(high + c, column), row);
        }
  }

private:
  float alongX(const float *line, const Sample &column) const {
    float left = line[column.low * channels];
    return width == 1 ? left : interpolate(left, line[column.high * channels], column.fraction);
  }
  float alongY(float top, float bottom, const Sample &row) const {
    return height == 1 ? top : interpolate(top, bottom, row.fraction);
  }
};

FailureOr<Kernel> prepareResize(tosa::ResizeOp op, const Constants &) {
  FailureOr<SmallVector<int64_t>> scale = getConstantShape(op, op.getScale());
  FailureOr<SmallVector<int64_t>> offset = getConstantShape(op, op.getOffset());
  FailureOr<SmallVector<int64_t>> border = getConstantShape(op, op.getBorder());
  if (failed(scale) || failed(offset) || failed(border))
    return failure();
  bool isNearest = op.getMode() == tosa::ResizeMode::NEAREST_NEIGHBOR;
  Type element = getElementType(op.getInput());
  if (getElementType(op.getOutput()) != element || (!isNearest && !element.isF32()))
    return refuse(op) << "only f32 can be interpolated, and nearest neighbours keep their type";
  if (*llvm::min_element(*scale) < 1)
    return refuse(op) << "its scale must be positive";

  ArrayRef<int64_t> input = getShape(op.getInput());
  ResizedDimension y{(*scale)[0], (*scale)[1], (*offset)[0], (*border)[0]};
  ResizedDimension x{(*scale)[2], (*scale)[3], (*offset)[1], (*border)[1]};
  std::optional<int64_t> height = y.getOutputSize(input[1]), width = x.getOutputSize(input[2]);
  if (!height || !width)
    return refuse(op) << "its scale, offset and border give no whole output size";
  if (failed(requireResultShape(op, {input[0], *height, *width, input[3]})))
    return failure();
  Resize resize{input[0],
                input[1],
                input[2],
                input[3],
                y.sample(input[1], *height),
                x.sample(input[2], *width),
                Tensor::elementBytes(element)};
  return Kernel([=](ArrayRef<const Tensor *> operands, Tensor &result) {
    if (isNearest)
      resize.copyNearest(operands[0]->data(), result.data());
    else
      resize.interpolateLinearly(operands[0]->as<float>().data(), result.as<float>().data());
  });
}

} // namespace

void reference::populateTosaResizeKernels(KernelRegistry &registry) {
  registry.add<tosa::ResizeOp>(prepareResize);
}

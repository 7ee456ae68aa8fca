#include "Models/Registration.h"
#include "Models/ScalarMath.h"
#include "Models/Tosa.h"
#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/MemRefViews.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// Where an output index reads along one dimension: `low` and `high`, at
/// `fraction` of the way from one to the other.
struct Sample {
  int64_t low, high;
  float fraction;
};

/// Output indices `first`, `first + step`, … (`count` of them) that read `low`,
/// `low + lowStep`, … and `high`, `high + highStep`, … at one fraction: a strided
/// loop.
struct SampleRun {
  int64_t first, step, count;
  Sample start;
  int64_t lowStep, highStep;
};

/// The samples of `tosa.resize`: output index o lies at input position
/// (o * denominator + offset) / numerator, positions outside are limited. The
/// nearest neighbour is `low`, then.
std::vector<Sample> getSamples(int64_t inputSize, int64_t outputSize, int64_t numerator,
                               int64_t denominator, int64_t offset, bool isNearest) {
  auto limit = [=](int64_t i) { return std::clamp<int64_t>(i, 0, inputSize - 1); };
  std::vector<Sample> samples;
  for (int64_t o = 0; o < outputSize; ++o) {
    int64_t position = o * denominator + offset;
    int64_t index = llvm::divideFloorSigned(position, numerator);
    int64_t rest = position - index * numerator;
    if (isNearest) {
      int64_t nearest = limit(index + (2 * rest >= numerator ? 1 : 0));
      samples.push_back({nearest, nearest, 0.0f});
    } else {
      float fraction = static_cast<float>(rest) / static_cast<float>(numerator);
      samples.push_back({limit(index), limit(index + 1), fraction});
    }
  }
  return samples;
}

/// Takes the samples apart into as few runs as a greedy search finds. Integer
/// factors give one run per phase, and some for the borders.
std::vector<SampleRun> getRuns(ArrayRef<Sample> samples, int64_t step) {
  std::vector<SampleRun> runs;
  auto size = static_cast<int64_t>(samples.size());
  for (int64_t phase = 0; phase < std::min(step, size); ++phase) {
    for (int64_t o = phase; o < size;) {
      SampleRun run{o, step, 1, samples[o], 0, 0};
      for (o += step; o < size; o += step, ++run.count) {
        const Sample &sample = samples[o], &previous = samples[o - step];
        int64_t lowStep = sample.low - previous.low, highStep = sample.high - previous.high;
        if (sample.fraction != run.start.fraction)
          break;
        if (run.count == 1) {
          run.lowStep = lowStep;
          run.highStep = highStep;
        } else if (lowStep != run.lowStep || highStep != run.highStep) {
          break;
        }
      }
      runs.push_back(run);
    }
  }
  return runs;
}

/// The elements of `memref` at `start`, `start + step`, … along `dimension`.
Value createStridedView(OpBuilder &builder, Location loc, Value memref, unsigned dimension,
                        int64_t start, int64_t step, int64_t count) {
  StridedLayout layout = StridedLayout::of(cast<MemRefType>(memref.getType()));
  layout.offset += start * layout.strides[dimension];
  layout.sizes[dimension] = count;
  layout.strides[dimension] *= step;
  return createView(builder, loc, memref, layout);
}

struct ResizeModel : SchedulableOpInterface::ExternalModel<ResizeModel, tosa::ResizeOp> {
  /// Resizes `dimension` of `input` into `output`, which differ in it only.
  static void resize(OpBuilder &builder, BufferAssignment &buffers, Location loc, Value input,
                     Value output, unsigned dimension, ArrayRef<SampleRun> runs, bool isNearest) {
    bool isSingle = cast<MemRefType>(input.getType()).getDimSize(dimension) == 1;
    for (const SampleRun &run : runs) {
      Value target =
          createStridedView(builder, loc, output, dimension, run.first, run.step, run.count);
      Value low =
          createStridedView(builder, loc, input, dimension, run.start.low, run.lowStep, run.count);
      if (isNearest || isSingle) {
        buffers.generic(loc, {low}, target,
                        [](OpBuilder &, Location, ValueRange scalars) { return scalars[0]; });
        continue;
      }
      Value high = createStridedView(builder, loc, input, dimension, run.start.high, run.highStep,
                                     run.count);
      float fraction = run.start.fraction;
      buffers.generic(
          loc, {low, high}, target, [=](OpBuilder &nested, Location, ValueRange scalars) -> Value {
            ImplicitLocOpBuilder b(loc, nested);
            Value below = arith::MulFOp::create(b, scalars[0], createFloat(b, 1.0f - fraction));
            Value above = arith::MulFOp::create(b, scalars[1], createFloat(b, fraction));
            return arith::AddFOp::create(b, below, above);
          });
    }
  }

  /// Along the width first, then along the height: for each result the same
  /// operations as if both neighbours had been interpolated for it alone.
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::ResizeOp>(operation);
    FailureOr<SmallVector<int64_t>> scale = readShape(op, op.getScale());
    FailureOr<SmallVector<int64_t>> offset = readShape(op, op.getOffset());
    if (failed(scale) || failed(offset))
      return failure();
    bool isNearest = op.getMode() == tosa::ResizeMode::NEAREST_NEIGHBOR;
    Type type = getElementTypeOrSelf(op.getInput());
    if (!isNearest && !type.isF32())
      return op.emitError() << "interpolates " << type << "; only f32 is compiled";
    if (*llvm::min_element(*scale) < 1)
      return op.emitError("has a scale that is not positive");

    Location loc = op.getLoc();
    ArrayRef<int64_t> inputShape = cast<ShapedType>(op.getInput().getType()).getShape();
    ArrayRef<int64_t> outputShape = cast<ShapedType>(op.getOutput().getType()).getShape();
    Value current = buffers.read(op.getInput()), output = buffers.write(op.getOutput());
    SmallVector<int64_t> shape(inputShape);
    for (unsigned dimension : {2u, 1u}) {
      unsigned axis = dimension - 1;
      int64_t numerator = (*scale)[2 * axis], denominator = (*scale)[2 * axis + 1];
      shape[dimension] = outputShape[dimension];
      // A phase repeats after `numerator / gcd` outputs.
      int64_t step = numerator / std::gcd(numerator, denominator);
      std::vector<SampleRun> runs =
          getRuns(getSamples(inputShape[dimension], outputShape[dimension], numerator, denominator,
                             (*offset)[axis], isNearest),
                  step);
      Value target = dimension == 1
                         ? output
                         : buffers.temporary(loc, shape, BufferAssignment::getStoredType(type));
      resize(builder, buffers, loc, current, target, dimension, runs, isNearest);
      current = target;
    }
    return success();
  }
};

} // namespace

void schedule::attachTosaResizeModels(MLIRContext &context) {
  tosa::ResizeOp::attachInterface<ResizeModel>(context);
}

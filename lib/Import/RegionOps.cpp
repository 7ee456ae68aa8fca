#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"

// RoiAlign and MaxRoiPool, which pool regions of images.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

//===----------------------------------------------------------------------===//
// RoiAlign
//===----------------------------------------------------------------------===//

constexpr int64_t maxSamples = 1024;

struct RoiAlign {
  int64_t height = 0, width = 0, samples = 0; // 0: as many as a bin has elements
  float scale = 0;
  bool isHalfPixel = false, isMax = false;
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
  if (*samples < 0 || *samples > maxSamples)
    return node.error() << "attribute 'sampling_ratio' is " << *samples << "; 0 to " << maxSamples
                        << " are supported";
  if (*samples == 0 && !node.getInput(1).isConstant())
    return node.error() << "attribute 'sampling_ratio' is 0, which takes the number of samples "
                        << "from the size of each region, and the model computes the regions; "
                        << "export with the number of samples that is wanted, such as 2";
  if (*height < 1 || *width < 1 || *height > maxElements || *width > maxElements ||
      failed(node.checkShape({*height, *width, std::max<int64_t>(*samples, 1), *samples + 1})))
    return node.error() << "its output of " << *height << "x" << *width << " is out of range";
  if (*mode != "avg" && *mode != "max")
    return node.error() << "attribute 'mode' has the value '" << *mode
                        << "'; 'avg' or 'max' expected";
  return RoiAlign{*height, *width, *samples, *scale, *coordinates == "half_pixel", *mode == "max"};
}

/// How many samples each bin of each region has along one dimension; one number where
/// all have as many.
struct SampleCounts {
  Shape ofRegions;
  int64_t most = 0;

  explicit SampleCounts(Shape counts) : ofRegions(std::move(counts)) {
    most = std::max<int64_t>(*llvm::max_element(ofRegions), 1);
    if (llvm::all_equal(ofRegions) && ofRegions.front() == most)
      ofRegions.resize(1);
  }
  bool areEqual() const { return ofRegions.size() == 1 && ofRegions.front() == most; }
  int64_t numRows() const { return static_cast<int64_t>(ofRegions.size()); }
};

/// Those of regions that reach from column `first` of the constant `rois` to `first` + 2.
FailureOr<SampleCounts> countSamples(NodeImporter &node, const RoiAlign &align, size_t first,
                                     int64_t bins) {
  if (align.samples > 0)
    return SampleCounts({align.samples});
  FailureOr<SmallVector<float>> rois = node.getFloats(1, "the list of regions");
  if (failed(rois))
    return failure();
  Shape counts;
  for (size_t at = 0; at < rois->size(); at += 4) {
    float offset = align.isHalfPixel ? 0.5f : 0.0f;
    float start = (*rois)[at + first] * align.scale - offset;
    float length = (*rois)[at + first + 2] * align.scale - offset - start;
    if (!align.isHalfPixel)
      length = std::max(length, 1.0f);
    float count = std::ceil(length / static_cast<float>(bins));
    if (!(count <= static_cast<float>(maxSamples)))
      return node.error() << "region " << at / 4 << " asks for more than " << maxSamples
                          << " samples in each bin; give 'sampling_ratio'";
    counts.push_back(std::max<int64_t>(static_cast<int64_t>(count), 0));
  }
  return SampleCounts(std::move(counts));
}

/// One dimension of the regions: where it starts, and how long it is (regions x 1).
struct RoiAxis {
  std::string start, length;
  int64_t bins, size;
  SampleCounts counts;

  int64_t numSamples() const { return bins * counts.most; }
};

/// Samples of one dimension: where they are, inside the image, and whether they count
/// (regions x samples). Bins with fewer samples than others have their last ones again.
struct Samples {
  std::string place, counts;
};

Samples addSamples(Expansion &e, const RoiAxis &axis) {
  SmallVector<double> shares, exists;
  for (int64_t count : axis.counts.ofRegions)
    for (int64_t i = 0; i < axis.numSamples(); ++i) {
      int64_t sample = std::min(i % axis.counts.most, std::max<int64_t>(count, 1) - 1);
      double inBin =
          (static_cast<double>(sample) + 0.5) / static_cast<double>(std::max<int64_t>(count, 1));
      shares.push_back((static_cast<double>(i / axis.counts.most) + inBin) /
                       static_cast<double>(axis.bins));
      exists.push_back(count > 0);
    }
  Shape shape{axis.counts.numRows(), axis.numSamples()};
  std::string place =
      e.add("Add", {axis.start, e.add("Mul", {axis.length, e.floats(shape, shares)})});
  // Samples more than one element outside are 0; others outside are those of the border.
  auto size = static_cast<float>(axis.size);
  std::string isInside = e.add("And", {e.add("GreaterOrEqual", {place, e.scalar(-1)}),
                                       e.add("LessOrEqual", {place, e.scalar(size)})});
  if (!axis.counts.areEqual())
    isInside = e.add("And", {isInside, e.add("Greater", {e.floats(shape, exists), e.scalar(0)})});
  return {e.add("Clip", {place, e.scalar(0), e.scalar(size - 1)}), isInside};
}

/// How much the mean of the samples of each bin takes of each of the `size` elements of
/// the dimension: regions x bins x size.
std::string addWeights(Expansion &e, const RoiAxis &axis) {
  int64_t count = axis.numSamples(), most = axis.counts.most;
  SmallVector<double> elements, parts;
  for (int64_t i = 0; i < axis.size; ++i)
    elements.push_back(static_cast<double>(i));
  Samples samples = addSamples(e, axis);
  std::string distance = e.add("Abs", {e.add("Sub", {e.reshape(samples.place, {0, count, 1}),
                                                     e.floats({1, 1, axis.size}, elements)})});
  std::string weights = e.add("Relu", {e.add("Sub", {e.scalar(1), distance})});
  weights = e.add("Where", {e.reshape(samples.counts, {0, count, 1}), weights, e.scalar(0)});
  if (most == 1)
    return weights;
  weights = e.reshape(weights, {0, axis.bins, most, axis.size});
  onnx::AttributeProto drops = makeAttribute("keepdims", int64_t(0));
  if (axis.counts.areEqual())
    return e.add("ReduceMean", {weights, e.integers({2})}, {drops});
  for (int64_t samplesOfBin : axis.counts.ofRegions)
    for (int64_t i = 0; i < most; ++i)
      parts.push_back(i < samplesOfBin ? 1.0 / static_cast<double>(samplesOfBin) : 0.0);
  std::string part = e.floats({axis.counts.numRows(), 1, most, 1}, parts);
  return e.add("ReduceSum", {e.add("Mul", {weights, part}), e.integers({2})}, {drops});
}

/// The operands of a RoiAlign, and what is computed of them.
struct RoiOperands {
  ArrayRef<int64_t> image; // N x C x H x W
  int64_t regions;
  RoiAxis rows, columns;
};

/// Interpolation is linear in each dimension: two matrix products, of the rows of all
/// images, and of the columns for each region.
std::string addMeans(Expansion &e, const RoiOperands &roi) {
  int64_t n = roi.image[0], c = roi.image[1], h = roi.image[2], w = roi.image[3];
  int64_t regions = roi.regions, rows = roi.rows.bins, columns = roi.columns.bins;
  std::string y = addWeights(e, roi.rows), x = addWeights(e, roi.columns);
  if (n > 1) { // The rows of all images, of which a region reads those of one.
    std::string isImage = e.add("OneHot", {e.operand(2), e.integers({n}), e.floats({2}, {0, 1})});
    y = e.add("Mul", {e.reshape(y, {0, 0, 1, h}), e.reshape(isImage, {regions, 1, n, 1})});
  }
  std::string lines = e.reshape(e.transpose(e.operand(0), {0, 2, 1, 3}), {n * h, c * w});
  std::string picked = e.add("MatMul", {e.reshape(y, {regions * rows, n * h}), lines});
  picked = e.add("MatMul", {e.reshape(picked, {regions, rows * c, w}), e.transpose(x, {0, 2, 1})});
  return e.transpose(e.reshape(picked, {regions, rows, c, columns}), {0, 2, 1, 3});
}

/// The elements before and behind each sample, and how much it takes of them: regions x
/// (samples * 2).
struct Neighbors {
  std::string elements, weights;
};

Neighbors addNeighbors(Expansion &e, const RoiAxis &axis) {
  Samples samples = addSamples(e, axis);
  int64_t count = axis.numSamples();
  std::string before = e.add("Floor", {samples.place});
  std::string after = e.add(
      "Min", {e.add("Add", {before, e.scalar(1)}), e.scalar(static_cast<float>(axis.size - 1))});
  std::string rest = e.add("Sub", {samples.place, before});
  auto join = [&](const std::string &first, const std::string &second) {
    return e.add("Concat", {e.reshape(first, {0, count, 1}), e.reshape(second, {0, count, 1})},
                 {makeAttribute("axis", int64_t(2))});
  };
  std::string weights = join(e.add("Sub", {e.scalar(1), rest}), rest);
  weights = e.add("Where", {e.reshape(samples.counts, {0, count, 1}), weights, e.scalar(0)});
  std::string elements = e.add("Cast", {join(before, after)}, {makeAttribute("to", int64_t(7))});
  return {e.reshape(elements, {0, 2 * count}), e.reshape(weights, {0, 2 * count})};
}

/// The maximum is that of elements times their weights, not of samples.
std::string addMaxima(Expansion &e, const RoiOperands &roi) {
  int64_t n = roi.image[0], c = roi.image[1], h = roi.image[2], w = roi.image[3];
  int64_t ys = 2 * roi.rows.numSamples(), xs = 2 * roi.columns.numSamples();
  Neighbors y = addNeighbors(e, roi.rows), x = addNeighbors(e, roi.columns);
  std::string row = e.add("Mul", {y.elements, e.integers({w})});
  if (n > 1) {
    std::string image = e.add("Cast", {e.operand(2)}, {makeAttribute("to", int64_t(7))});
    image = e.add("Mul", {e.reshape(image, {roi.regions, 1}), e.integers({h * w})});
    row = e.add("Add", {row, image});
  }
  std::string place = e.add("Add", {e.reshape(row, {0, ys, 1}), e.reshape(x.elements, {0, 1, xs})});
  std::string weights =
      e.add("Mul", {e.reshape(y.weights, {0, ys, 1, 1}), e.reshape(x.weights, {0, 1, xs, 1})});
  std::string lines = e.reshape(e.transpose(e.operand(0), {0, 2, 3, 1}), {n * h * w, c});
  std::string terms = e.add("Mul", {e.add("Gather", {lines, place}), weights});
  terms = e.reshape(terms, {roi.regions, roi.rows.bins, ys / roi.rows.bins, roi.columns.bins,
                            xs / roi.columns.bins, c});
  std::string maxima =
      e.add("ReduceMax", {terms, e.integers({2, 4})}, {makeAttribute("keepdims", int64_t(0))});
  return e.transpose(maxima, {0, 3, 1, 2});
}

LogicalResult checkSizes(NodeImporter &node, const RoiAlign &align, const RoiOperands &roi) {
  int64_t n = roi.image[0], c = roi.image[1], h = roi.image[2], w = roi.image[3];
  int64_t ys = roi.rows.numSamples(), xs = roi.columns.numSamples();
  if (align.isMax)
    return success(succeeded(node.checkConstantSize({roi.regions, ys, xs, 4})) &&
                   succeeded(node.checkShape({roi.regions, ys, xs, 4, c})));
  return success(
      succeeded(node.checkShape({roi.regions, c, align.height, std::max(w, align.width)})) &&
      succeeded(node.checkShape({roi.regions, ys, n, h})) &&
      succeeded(node.checkShape({roi.regions, xs, w})));
}

} // namespace

LogicalResult qopt::onnx_import::importRoiAlign(NodeImporter &node) {
  FailureOr<RoiAlign> align = readRoiAlign(node);
  ImportedValue *image = node.getFloatInput(0, 4), *rois = node.getFloatInput(1, 2);
  if (failed(align) || !image || !rois || failed(node.requireInput(2)))
    return failure();
  int64_t regions = rois->shape[0];
  if (rois->shape[1] != 4 || node.getInput(2).shape != Shape{regions})
    return node.error() << "regions of shape " << formatShape(rois->shape) << " and indices of "
                        << "shape " << formatShape(node.getInput(2).shape) << " do not fit";
  FailureOr<SampleCounts> rows = countSamples(node, *align, 1, align->height);
  FailureOr<SampleCounts> columns = countSamples(node, *align, 0, align->width);
  if (failed(rows) || failed(columns))
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
  RoiOperands roi{image->shape,
                  regions,
                  {corners[1], length(1), align->height, image->shape[2], *rows},
                  {corners[0], length(0), align->width, image->shape[3], *columns}};
  if (failed(checkSizes(node, *align, roi)))
    return failure();
  return e.finish({align->isMax ? addMaxima(e, roi) : addMeans(e, roi)});
}

//===----------------------------------------------------------------------===//
// MaxRoiPool
//===----------------------------------------------------------------------===//

namespace {

/// Bins along one dimension: the elements of each, the last one again where others have
/// more (regions x bins x most), and which have none.
struct RoiBins {
  Shape elements, areEmpty;
  int64_t most = 1;
};

/// Ranges of elements, one for each bin of each region.
using Ranges = SmallVector<std::pair<int64_t, int64_t>>;

/// Cuts `size` elements from `start` to `end` (included), rounded as in Caffe.
void addRanges(int64_t start, int64_t end, int64_t bins, int64_t size, Ranges &ranges) {
  auto step = static_cast<float>(std::max<int64_t>(end - start + 1, 1)) / static_cast<float>(bins);
  for (int64_t bin = 0; bin < bins; ++bin) {
    auto first = static_cast<int64_t>(std::floor(static_cast<float>(bin) * step));
    auto last = static_cast<int64_t>(std::ceil(static_cast<float>(bin + 1) * step));
    ranges.emplace_back(std::clamp<int64_t>(first + start, 0, size),
                        std::clamp<int64_t>(last + start, 0, size));
  }
}

/// `origins`: where the elements of each region begin.
FailureOr<RoiBins> makeBins(NodeImporter &node, const Ranges &ranges, ArrayRef<int64_t> origins) {
  RoiBins bins;
  for (auto [first, last] : ranges)
    bins.most = std::max(bins.most, last - first);
  auto count = static_cast<int64_t>(ranges.size());
  if (failed(node.checkConstantSize({count, bins.most})))
    return failure();
  for (auto [index, range] : llvm::enumerate(ranges)) {
    auto [first, last] = range;
    bins.areEmpty.push_back(last <= first);
    for (int64_t i = 0; i < bins.most; ++i)
      bins.elements.push_back(origins[index * origins.size() / ranges.size()] +
                              (last <= first ? 0 : std::min(first + i, last - 1)));
  }
  return bins;
}

struct MaxRoiPool {
  int64_t regions;
  RoiBins rows, columns;
};

/// The regions (image, x1, y1, x2, y2) of the constant `rois` in whole elements.
FailureOr<MaxRoiPool> readRegions(NodeImporter &node, ArrayRef<int64_t> image,
                                  ArrayRef<int64_t> pooled, float scale) {
  FailureOr<SmallVector<float>> rois = node.getFloats(1, "the list of regions");
  if (failed(rois))
    return failure();
  Ranges rows, columns;
  Shape images, counted;
  for (size_t at = 0; at < rois->size(); at += 5) {
    Shape corners;
    for (size_t i = 1; i < 5; ++i) {
      float corner = std::round((*rois)[at + i] * scale);
      if (!(std::abs(corner) < static_cast<float>(1 << 24)))
        return node.error() << "region " << at / 5 << " has a coordinate that is out of range";
      corners.push_back(static_cast<int64_t>(corner));
    }
    if (!((*rois)[at] >= 0) || !((*rois)[at] < static_cast<float>(image[0])))
      return node.error() << "region " << at / 5 << " is of none of the " << image[0] << " images";
    counted.push_back(static_cast<int64_t>(at / 5) * image[3]);
    images.push_back(static_cast<int64_t>((*rois)[at]) * image[2]);
    addRanges(corners[1], corners[3], pooled[0], image[2], rows);
    addRanges(corners[0], corners[2], pooled[1], image[3], columns);
  }
  FailureOr<RoiBins> rowBins = makeBins(node, rows, images);
  FailureOr<RoiBins> columnBins = makeBins(node, columns, counted);
  if (failed(rowBins) || failed(columnBins))
    return failure();
  return MaxRoiPool{static_cast<int64_t>(images.size()), *rowBins, *columnBins};
}

/// The maxima of rows of `lines`, of which each one has `width` elements.
std::string addMaxima(Expansion &e, const std::string &lines, const RoiBins &bins, int64_t regions,
                      int64_t width) {
  std::string picked = e.add("Gather", {lines, e.integers(bins.elements)});
  picked = e.reshape(picked, {regions, -1, bins.most, width});
  return e.add("ReduceMax", {picked, e.integers({2})}, {makeAttribute("keepdims", int64_t(0))});
}

} // namespace

/// Maxima of rows, then of columns. A bin without elements is 0.
LogicalResult qopt::onnx_import::importMaxRoiPool(NodeImporter &node) {
  ImportedValue *image = node.getFloatInput(0, 4), *rois = node.getFloatInput(1, 2);
  FailureOr<Shape> pooled = node.getIntegerList("pooled_shape", {0, 0}, 2);
  FailureOr<float> scale = node.getFloat("spatial_scale", 1.0f);
  if (!image || !rois || failed(pooled) || failed(scale))
    return failure();
  int64_t n = image->shape[0], c = image->shape[1], h = image->shape[2], w = image->shape[3];
  int64_t regions = rois->shape[0], rows = (*pooled)[0], columns = (*pooled)[1];
  if (rois->shape[1] != 5 || rows < 1 || columns < 1 || rows > maxElements || columns > maxElements)
    return node.error() << "regions of shape " << formatShape(rois->shape) << " and results of "
                        << rows << "x" << columns << " do not fit";
  if (failed(node.checkConstantSize({regions, rows, columns})))
    return failure();
  FailureOr<MaxRoiPool> pool = readRegions(node, image->shape, *pooled, *scale);
  if (failed(pool) || failed(node.checkShape({regions, rows, pool->rows.most, c, w})) ||
      failed(node.checkShape({regions, columns, pool->columns.most, c, rows})))
    return failure();
  Expansion e(node);
  std::string lines = e.reshape(e.transpose(e.operand(0), {0, 2, 1, 3}), {n * h, c * w});
  std::string maxima =
      e.reshape(addMaxima(e, lines, pool->rows, regions, c * w), {regions, rows, c, w});
  lines = e.reshape(e.transpose(maxima, {0, 3, 1, 2}), {regions * w, rows * c});
  maxima =
      e.reshape(addMaxima(e, lines, pool->columns, regions, rows * c), {regions, columns, rows, c});
  maxima = e.transpose(maxima, {0, 3, 2, 1});
  Shape areEmpty;
  for (int64_t region = 0; region < regions; ++region)
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t column = 0; column < columns; ++column)
        areEmpty.push_back(pool->rows.areEmpty[region * rows + row] ||
                           pool->columns.areEmpty[region * columns + column]);
  if (llvm::is_contained(areEmpty, 1)) {
    std::string mask = e.constant(ImportedValue::ofConstant(
        fromIntegers(node.getBuilder().getI1Type(), {regions, 1, rows, columns}, areEmpty)));
    maxima = e.add("Where", {mask, e.scalar(0), maxima});
  }
  return e.finish({maxima});
}

#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"
#include "Window.h"

#include <map>

// Operators that are a few others of the standard.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

std::string addRoot(Expansion &e, const std::string &value, int64_t p) {
  if (p == 1)
    return value;
  return p == 2 ? e.add("Sqrt", {value})
                : e.add("Pow", {value, e.scalar(1.0f / static_cast<float>(p))});
}

std::string addPower(Expansion &e, const std::string &value, int64_t p) {
  if (p == 2)
    return e.add("Mul", {value, value});
  std::string absolute = e.add("Abs", {value});
  return p == 1 ? absolute : e.add("Pow", {absolute, e.scalar(static_cast<float>(p))});
}

/// The exponent of a norm.
FailureOr<int64_t> readExponent(NodeImporter &node) {
  FailureOr<int64_t> p = node.getInteger("p", 2);
  if (succeeded(p) && (*p < 1 || *p > 1 << 10))
    return node.error() << "attribute 'p' is " << *p << ", which is out of range";
  return p;
}

} // namespace

/// The root of a sum of powers: an average times its number of elements. Zeros, which add
/// nothing, surround the operand so far that each window is whole.
LogicalResult qopt::onnx_import::importLpPool(NodeImporter &node) {
  FailureOr<int64_t> p = readExponent(node);
  ImportedValue *input = node.getFloatInput(0);
  if (failed(p) || !input)
    return failure();
  if (input->rank() < 3)
    return node.error() << "its operand has shape " << formatShape(input->shape)
                        << "; rank 3 or more expected";
  FailureOr<SmallVector<WindowDim>> window =
      readWindow(node, input->shape, {}, /*allowCeilMode=*/true);
  if (failed(window))
    return failure();
  Shape kernel, strides, dilations, pads(2 * input->rank(), 0), padded = input->shape;
  double count = 1;
  for (auto [index, dim] : llvm::enumerate(*window)) {
    kernel.push_back(dim.kernel);
    strides.push_back(dim.stride);
    dilations.push_back(dim.dilation);
    count *= static_cast<double>(dim.kernel);
    int64_t &size = padded[2 + index], read = (dim.output - 1) * dim.stride + dim.getExtent();
    pads[2 + index] = dim.padBegin;
    pads[input->rank() + 2 + index] = std::max<int64_t>(read - dim.padBegin - size, 0);
    size = std::max(read, size + dim.padBegin);
  }
  if (failed(node.checkShape(padded)))
    return failure();
  Expansion e(node);
  std::string powers = addPower(e, e.operand(0), *p);
  if (padded != input->shape)
    powers = e.add("Pad", {powers, e.integers(pads)});
  std::string mean =
      e.add("AveragePool", {powers},
            {makeAttribute("kernel_shape", kernel), makeAttribute("strides", strides),
             makeAttribute("dilations", dilations)});
  std::string sum = e.add("Mul", {mean, e.scalar(static_cast<float>(count))});
  return e.finish({addRoot(e, sum, *p)});
}

LogicalResult qopt::onnx_import::importGlobalLpPool(NodeImporter &node) {
  FailureOr<int64_t> p = readExponent(node);
  if (failed(p))
    return failure();
  size_t rank = node.getInput(0).rank();
  if (rank < 3)
    return node.error() << "its operand has rank " << rank << "; 3 or more expected";
  Shape axes(identityOrder(rank));
  axes.erase(axes.begin(), axes.begin() + 2);
  Expansion e(node);
  std::string sum = e.add("ReduceSum", {addPower(e, e.operand(0), *p), e.integers(axes)});
  return e.finish({addRoot(e, sum, *p)});
}

/// The blocks of columns are added up where they lie in the image: a transposed
/// convolution whose kernel j has a 1 at place j.
LogicalResult qopt::onnx_import::importCol2Im(NodeImporter &node) {
  FailureOr<Shape> image = node.getIntegers(1, "the shape of the image");
  FailureOr<Shape> block = node.getIntegers(2, "the shape of blocks");
  ImportedValue *input = node.getFloatInput(0, 3);
  if (failed(image) || failed(block) || !input)
    return failure();
  size_t rank = image->size();
  FailureOr<Shape> strides = node.getIntegerList("strides", Shape(rank, 1), rank);
  FailureOr<Shape> dilations = node.getIntegerList("dilations", Shape(rank, 1), rank);
  FailureOr<Shape> pads = node.getIntegerList("pads", Shape(2 * rank, 0), 2 * rank);
  if (failed(strides) || failed(dilations) || failed(pads))
    return failure();
  std::optional<int64_t> taps = countElements(*block);
  auto misfit = [&] {
    return node.error() << "an operand of shape " << formatShape(input->shape)
                        << " does not fit images of shape " << formatShape(*image)
                        << " and blocks of shape " << formatShape(*block);
  };
  if (rank < 1 || rank > 3 || block->size() != rank || taps.value_or(0) < 1 ||
      input->shape[1] % *taps != 0 || failed(node.checkConstantSize({input->shape[1], *taps})))
    return misfit();
  int64_t channels = input->shape[1] / *taps, places = 1;
  Shape split{input->shape[0], input->shape[1]}, weightShape{input->shape[1], 1}, rests;
  for (size_t dim = 0; dim < rank; ++dim) {
    int64_t limit = 1 << 30, stride = (*strides)[dim], dilation = (*dilations)[dim];
    for (int64_t value : {stride, dilation, (*image)[dim], (*block)[dim]})
      if (value < 1 || value > limit)
        return misfit();
    for (int64_t pad : {(*pads)[dim], (*pads)[rank + dim]})
      if (pad < 0 || pad > limit)
        return misfit();
    int64_t padded = (*image)[dim] + (*pads)[dim] + (*pads)[rank + dim];
    int64_t span = padded - dilation * ((*block)[dim] - 1) - 1;
    if (span < 0)
      return misfit();
    split.push_back(span / stride + 1);
    weightShape.push_back((*block)[dim]);
    rests.push_back(span % stride);
    places = places > limit ? places : places * split.back();
  }
  if (places != input->shape[2])
    return misfit();
  Shape ones(input->shape[1] * *taps, 0);
  for (int64_t row = 0; row < input->shape[1]; ++row)
    ones[row * *taps + row % *taps] = 1;
  ImportedValue weights =
      ImportedValue::ofConstant(fromIntegers(node.getBuilder().getF32Type(), weightShape, ones));
  Expansion e(node);
  std::string result =
      e.add("ConvTranspose", {e.reshape(e.operand(0), split), e.constant(std::move(weights))},
            {makeAttribute("group", channels), makeAttribute("strides", *strides),
             makeAttribute("dilations", *dilations), makeAttribute("pads", *pads),
             makeAttribute("output_padding", rests)});
  return e.finish({result});
}

namespace {

/// Determinants of the rows from `row` on and the columns in `columns`, by their first
/// row; each one is needed several times.
std::string addMinor(Expansion &e, ArrayRef<std::string> elements, int64_t size, int64_t row,
                     uint32_t columns, std::map<uint32_t, std::string> &minors) {
  std::string &minor = minors[columns];
  if (!minor.empty())
    return minor;
  bool isNegative = false;
  std::string sum;
  for (int64_t column = 0; column < size; ++column) {
    if (!(columns >> column & 1))
      continue;
    std::string term = elements[row * size + column];
    if (row + 1 < size)
      term = e.add("Mul",
                   {term, addMinor(e, elements, size, row + 1, columns & ~(1u << column), minors)});
    sum = sum.empty() ? term : e.add(isNegative ? "Sub" : "Add", {sum, term});
    isNegative = !isNegative;
  }
  return minor = sum;
}

} // namespace

/// Of small matrices, by their minors.
LogicalResult qopt::onnx_import::importDet(NodeImporter &node) {
  constexpr int64_t maxSize = 6;
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  Shape shape = input->shape;
  if (shape.size() < 2 || shape.back() != shape[shape.size() - 2])
    return node.error() << "its operand has shape " << formatShape(shape)
                        << "; square matrices expected";
  int64_t size = shape.back();
  if (size > maxSize)
    return node.error() << "its matrices have " << size << " rows; at most " << maxSize
                        << " are supported: cut the model off before this node, and let the "
                        << "application do the rest";
  shape.pop_back_n(2);
  Expansion e(node);
  std::vector<std::string> elements =
      e.split(e.reshape(e.operand(0), {-1, size * size}), Shape(size * size, 1), 1);
  std::map<uint32_t, std::string> minors;
  return e.finish(e.reshape(addMinor(e, elements, size, 0, (1u << size) - 1, minors), shape));
}

/// The middle of each dimension, or zeros around it.
LogicalResult qopt::onnx_import::importCenterCropPad(NodeImporter &node) {
  const Shape from = node.getInput(0).shape;
  FailureOr<Shape> sizes = node.getIntegers(1, "the shape");
  FailureOr<Shape> axes = node.getIntegerList("axes", identityOrder(from.size()));
  if (failed(sizes) || failed(axes))
    return failure();
  FailureOr<Shape> dims = node.normalizeAxes(*axes, from.size());
  if (failed(dims))
    return failure();
  if (sizes->size() != dims->size())
    return node.error() << "the shape has " << sizes->size() << " sizes for " << dims->size()
                        << " dimensions";
  Shape begin(from.size(), 0), end(from.size(), 0);
  for (auto [dim, size] : llvm::zip_equal(*dims, *sizes)) {
    if (size < 0 || size > maxElements)
      return node.error() << "the size " << size << " is out of range";
    // A dimension that is cut keeps the larger half at its end, one that grows at its start.
    int64_t more = size - from[dim];
    begin[dim] = more < 0 ? -(-more / 2) : more / 2;
    end[dim] = more - begin[dim];
  }
  llvm::append_range(begin, end);
  Expansion e(node);
  return e.finish({e.add("Pad", {e.operand(0), e.integers(begin)})});
}

/// Where a constant condition holds.
LogicalResult qopt::onnx_import::importCompress(NodeImporter &node) {
  const ImportedValue &condition = node.getInput(1);
  std::optional<Shape> picks;
  if (condition.isConstant())
    picks = toIntegers(*condition.constant);
  if (!picks || condition.rank() != 1)
    return importDynamicResult(node);
  Shape indices;
  for (auto [index, pick] : llvm::enumerate(*picks))
    if (pick != 0)
      indices.push_back(static_cast<int64_t>(index));
  Expansion e(node);
  std::vector<onnx::AttributeProto> attributes = node.copyAttributes({"axis"});
  std::string value = e.operand(0);
  if (attributes.empty()) {
    value = e.reshape(value, {-1});
    attributes.push_back(makeAttribute("axis", int64_t(0)));
  }
  return e.finish({e.add("Gather", {value, e.integers(indices)}, attributes)});
}

LogicalResult qopt::onnx_import::importEyeLike(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<int64_t> diagonal = node.getInteger("k", 0), to = node.getInteger("dtype", 0);
  if (failed(diagonal) || failed(to))
    return failure();
  Type type = node.hasAttribute("dtype") ? getElementType(*to, node.getBuilder().getContext())
                                         : input.getElementType();
  if (!type || input.rank() != 2)
    return node.error() << "its operand has shape " << formatShape(input.shape) << ", its type is "
                        << *to << "; rank 2 and a supported type expected";
  if (failed(node.checkConstantSize(input.shape)))
    return failure();
  int64_t k = std::clamp(*diagonal, -maxElements, maxElements);
  Shape values;
  for (int64_t row = 0; row < input.shape[0]; ++row)
    for (int64_t column = 0; column < input.shape[1]; ++column)
      values.push_back(column - row == k);
  node.setOutput(
      ImportedValue::ofConstant(fromIntegers(getProgramType(type), input.shape, values)));
  return success();
}

/// Where each element of a result of shape batch x time, or time x batch, comes from, in
/// the operand's rows: computed lengths turn the first elements of each sequence around.
static std::string addReversedRows(Expansion &e, int64_t batch, int64_t time, bool isBatchFirst) {
  Shape times = identityOrder(time), starts = identityOrder(batch);
  Shape first = isBatchFirst ? Shape{batch, 1} : Shape{1, batch};
  Shape second = isBatchFirst ? Shape{1, time} : Shape{time, 1};
  std::string length = e.add("Cast", {e.operand(1)}, {makeAttribute("to", int64_t(7))});
  length = e.reshape(length, first);
  std::string t = e.reshape(e.integers(times), second);
  std::string last = e.add("Sub", {length, e.integers({1})});
  t = e.add("Where", {e.add("Less", {t, length}), e.add("Sub", {last, t}), t});
  for (int64_t &start : starts)
    start *= isBatchFirst ? time : 1;
  if (!isBatchFirst)
    t = e.add("Mul", {t, e.integers({batch})});
  return e.reshape(e.add("Add", {t, e.reshape(e.integers(starts), first)}), {-1});
}

/// The first elements of each sequence, backwards.
LogicalResult qopt::onnx_import::importReverseSequence(NodeImporter &node) {
  const Shape shape = node.getInput(0).shape;
  FailureOr<int64_t> batchAxis = node.getInteger("batch_axis", 1);
  FailureOr<int64_t> timeAxis = node.getInteger("time_axis", 0);
  if (failed(batchAxis) || failed(timeAxis))
    return failure();
  if (shape.size() < 2 || *batchAxis + *timeAxis != 1 || *batchAxis * *timeAxis != 0)
    return node.error() << "its operand has shape " << formatShape(shape) << "; its axes are "
                        << *batchAxis << " and " << *timeAxis << "; 0 and 1 expected";
  int64_t batch = shape[*batchAxis], time = shape[*timeAxis];
  Shape merged{shape[0] * shape[1]};
  llvm::append_range(merged, ArrayRef(shape).drop_front(2));
  Expansion e(node);
  if (!node.getInput(1).isConstant() && node.getInput(1).shape == Shape{batch}) {
    if (failed(node.checkConstantSize({batch, time})))
      return failure();
    std::string rows = addReversedRows(e, batch, time, *batchAxis == 0);
    return e.finish(e.reshape(e.add("Gather", {e.reshape(e.operand(0), merged), rows}), shape));
  }
  FailureOr<Shape> lengths = node.getIntegers(1, "the list of lengths");
  if (failed(lengths))
    return failure();
  if (static_cast<int64_t>(lengths->size()) != batch ||
      llvm::any_of(*lengths, [&](int64_t length) { return length < 0 || length > time; }))
    return node.error() << "the lengths " << formatShape(*lengths) << " do not fit " << batch
                        << " sequences of " << time << " elements";
  if (failed(node.checkConstantSize({batch, time})))
    return failure();
  Shape rows;
  for (int64_t first = 0; first < shape[0]; ++first)
    for (int64_t second = 0; second < shape[1]; ++second) {
      int64_t b = *batchAxis == 0 ? first : second, t = *batchAxis == 0 ? second : first;
      t = t < (*lengths)[b] ? (*lengths)[b] - 1 - t : t;
      rows.push_back(*batchAxis == 0 ? b * time + t : t * batch + b);
    }
  std::string picked = e.add("Gather", {e.reshape(e.operand(0), merged), e.integers(rows)});
  return e.finish({e.reshape(picked, shape)});
}

LogicalResult qopt::onnx_import::importDynamicResult(NodeImporter &node) {
  std::string cut;
  for (size_t index = 0; index < node.getNumInputs(); ++index)
    if (node.hasInput(index) && !node.getInput(index).isConstant())
      cut += " --cut-at=" + node.getProto().input(index);
  return node.error() << "the data decides on the shape of its result, and programs have static "
                      << "shapes; cut the model off before this node"
                      << (cut.empty() ? "" : " (" + cut.substr(1) + ")")
                      << " and let the application do the rest";
}

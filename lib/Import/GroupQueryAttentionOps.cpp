#include "Attention.h"
#include "EmptyOps.h"
#include "Ops.h"
#include "TensorElements.h"

#include <limits>

// GroupQueryAttention of com.microsoft: causal attention with a cache of keys and values,
// of which each sequence of the batch has filled a part.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

class GroupQueryAttention {
public:
  explicit GroupQueryAttention(NodeImporter &node) : node(node), e(node) {}

  LogicalResult import();

private:
  LogicalResult readAttributes();
  LogicalResult readOperands();
  LogicalResult readLengths();
  LogicalResult rotate(std::string &query, std::string &key);
  std::string addPresent(const std::string &fresh, size_t pastIndex);
  std::string addKnownPresent(const std::string &fresh, const std::string &before);
  void addBias();
  void addSink();

  NodeImporter &node;
  Expansion e;
  AttentionInput input;
  int64_t batch = 0, size = 0;
  int64_t rotary = 0, interleaved = 0, window = -1, smooth = 0;
  /// The elements that the cache has room for, and the present one.
  int64_t capacity = 0, total = 0;
  /// How many of them are filled: where all sequences agree, or batch x 1.
  std::optional<int64_t> filled;
  std::string computedFilled;
};

LogicalResult GroupQueryAttention::readAttributes() {
  FailureOr<int64_t> heads = node.getInteger("num_heads", 0);
  FailureOr<int64_t> keyHeads = node.getInteger("kv_num_heads", 0);
  FailureOr<int64_t> doRotary = node.getInteger("do_rotary", 0);
  FailureOr<int64_t> isInterleaved = node.getInteger("rotary_interleaved", 0);
  FailureOr<int64_t> localWindow = node.getInteger("local_window_size", -1);
  FailureOr<int64_t> isSmooth = node.getInteger("smooth_softmax", 0);
  FailureOr<float> scale = node.getFloat("scale", 0), softcap = node.getFloat("softcap", 0);
  if (failed(heads) || failed(keyHeads) || failed(doRotary) || failed(isInterleaved) ||
      failed(localWindow) || failed(isSmooth) || failed(scale) || failed(softcap))
    return failure();
  node.ignoreAttributes({"qk_output"}); // Its result is refused where it is read.
  if (failed(checkHeads(node, "num_heads", *heads, *keyHeads)))
    return failure();
  input.heads = *heads;
  input.keyHeads = *keyHeads;
  input.scale = *scale;
  input.softcap = *softcap;
  rotary = *doRotary;
  interleaved = *isInterleaved;
  window = *localWindow > 0 ? *localWindow : -1;
  smooth = *isSmooth;
  return success();
}

/// Queries, keys and values, batch x positions x (heads x size), which may be one operand.
LogicalResult GroupQueryAttention::readOperands() {
  ArrayRef<int64_t> shape = node.getInput(0).shape;
  bool isPacked = !node.hasInput(1);
  int64_t heads = input.heads + (isPacked ? 2 * input.keyHeads : 0);
  if (shape.size() != 3 || shape[2] % heads != 0 || isPacked == node.hasInput(2))
    return node.error() << "queries have shape " << formatShape(shape) << ", which does not fit "
                        << heads << " heads, or come without keys or values";
  batch = shape[0];
  size = shape[2] / heads;
  input.queries = shape[1];
  Shape expected{batch, input.queries, input.keyHeads * size};
  for (size_t index : {1, 2})
    if (!isPacked && node.getInput(index).shape != expected)
      return node.error() << "operand " << index << " has shape "
                          << formatShape(node.getInput(index).shape) << "; "
                          << formatShape(expected) << " expected";
  if (input.scale == 0)
    input.scale = 1 / std::sqrt(static_cast<float>(size));
  input.query = e.operand(0);
  input.key = e.operand(1);
  input.value = e.operand(2);
  if (isPacked) {
    std::vector<std::string> parts = e.split(
        e.operand(0), {input.heads * size, input.keyHeads * size, input.keyHeads * size}, 2);
    input.query = parts[0];
    input.key = parts[1];
    input.value = parts[2];
  }
  if (node.hasInput(3) != node.hasInput(4))
    return node.error() << "past keys and values are given together, or not at all";
  if (!node.hasInput(3))
    return success();
  ArrayRef<int64_t> past = node.getInput(3).shape;
  capacity = past.size() == 4 ? past[2] : 0;
  expected = {batch, input.keyHeads, capacity, size};
  for (size_t index : {3, 4})
    if (node.getInput(index).shape != expected)
      return node.error() << "operand " << index << " has shape "
                          << formatShape(node.getInput(index).shape) << "; "
                          << formatShape(expected) << " expected";
  return success();
}

/// How many elements the sequences have with those of this step, and how many of them
/// are in the cache. A whole sequence in one step starts the cache anew.
LogicalResult GroupQueryAttention::readLengths() {
  for (size_t index : {5, 6})
    if (failed(node.requireInput(index)))
      return failure();
  FailureOr<Shape> totals = node.getIntegers(6, "the total length");
  if (failed(totals))
    return failure();
  const ImportedValue &lengths = node.getInput(5);
  if (totals->size() != 1 || countElements(lengths.shape) != batch)
    return node.error() << "total lengths of shapes " << formatShape(lengths.shape) << " and "
                        << formatShape(node.getInput(6).shape) << " do not fit " << batch
                        << " sequences";
  total = std::max(totals->front(), capacity);
  bool isFirst = totals->front() == input.queries;
  if (totals->front() < input.queries || (capacity == 0 && !isFirst) ||
      totals->front() > capacity + input.queries)
    return node.error() << "a total length of " << totals->front() << " does not fit "
                        << input.queries << " elements behind a past of " << capacity;
  input.keys = total;
  std::optional<Shape> known;
  if (lengths.isConstant())
    known = toIntegers(*lengths.constant);
  if (isFirst)
    filled = 0;
  else if (known && llvm::all_equal(*known))
    filled = known->front() + 1 - input.queries;
  else
    computedFilled =
        e.reshape(e.add("Add", {e.add("Cast", {e.operand(5)}, {makeAttribute("to", int64_t(7))}),
                                e.integers({1 - input.queries})}),
                  {batch, 1});
  if (filled && (*filled < 0 || *filled > capacity || *filled + input.queries > total))
    return node.error() << "sequences of " << *filled + input.queries << " elements do not fit "
                        << input.queries << " behind a past of " << capacity;
  return node.checkConstantSize({batch, input.queries + total, input.queries});
}

LogicalResult GroupQueryAttention::rotate(std::string &query, std::string &key) {
  if (rotary == 0)
    return success();
  for (size_t index : {7, 8})
    if (failed(node.requireInput(index)))
      return failure();
  ArrayRef<int64_t> table = node.getInput(7).shape;
  if (table.size() != 2 || node.getInput(8).shape != Shape(table) || table[1] < 1 ||
      2 * table[1] > size)
    return node.error() << "a table of shape " << formatShape(table) << " does not fit heads of "
                        << size << " elements";
  Shape counted = identityOrder(input.queries);
  std::string places = node.hasInput(9) ? e.operand(9)
                       : filled         ? std::string()
                                        : e.add("Add", {computedFilled, e.integers(counted)});
  if (places.empty()) {
    for (int64_t &place : counted)
      place += *filled;
    places = e.reshape(e.integers(counted), {1, input.queries});
  }
  auto look = [&](size_t index) {
    return e.add("Unsqueeze", {e.add("Gather", {e.operand(index), places}), e.integers({2})});
  };
  std::string cosines = look(7), sines = look(8);
  for (std::string *x : {&query, &key})
    *x = addRotation(e, {*x, cosines, sines, size, 2 * table[1], interleaved != 0});
  return success();
}

/// The cache `before` with the elements of this step behind those that are filled, where
/// their number is known.
std::string GroupQueryAttention::addKnownPresent(const std::string &fresh,
                                                 const std::string &before) {
  std::string present = fresh;
  if (*filled > 0) {
    std::string kept =
        e.add("Slice", {before, e.integers({0}), e.integers({*filled}), e.integers({2})});
    present = e.add("Concat", {kept, fresh}, {makeAttribute("axis", int64_t(2))});
  }
  int64_t missing = total - *filled - input.queries;
  return missing == 0 ? present
                      : e.add("Pad", {present, e.integers({0, 0, 0, 0, 0, 0, missing, 0})});
}

/// The keys or values of all steps so far; zeros behind them.
std::string GroupQueryAttention::addPresent(const std::string &fresh, size_t pastIndex) {
  if (capacity == 0)
    return fresh;
  std::string before = e.operand(pastIndex);
  if (filled)
    return addKnownPresent(fresh, before);
  if (total > capacity)
    before = e.add("Pad", {before, e.integers({0, 0, 0, 0, 0, 0, total - capacity, 0})});
  Shape counted = identityOrder(total);
  std::string element = e.add("Sub", {e.integers(counted), computedFilled});
  std::string isKept = e.reshape(e.add("Less", {element, e.integers({0})}), {batch, 1, total, 1});
  before = e.add("Where", {isKept, before, e.scalar(0)});
  return addWritten(e,
                    {before, fresh, element, {batch, input.keyHeads, total, size}, input.queries});
}

/// A query sees the keys up to its own, or the last ones of them.
void GroupQueryAttention::addBias() {
  constexpr float excluded = std::numeric_limits<float>::lowest();
  if (filled) {
    std::optional<int64_t> least;
    if (window > 0)
      least = *filled + 1 - window;
    bool seesAll = input.queries == 1 && *filled + 1 == total && !least;
    if (!seesAll)
      input.bias = addBand(e, node.getBuilder(), input.queries, total, least, *filled, excluded);
  } else {
    Shape differences;
    for (int64_t i = 0; i < input.queries; ++i)
      for (int64_t j = 0; j < total; ++j)
        differences.push_back(j - i);
    std::string difference = e.reshape(e.integers(differences), {1, 1, input.queries, total});
    difference = e.add("Sub", {difference, e.reshape(computedFilled, {batch, 1, 1, 1})});
    std::string allowed = e.add("LessOrEqual", {difference, e.integers({0})});
    if (window > 0)
      allowed = e.add("And", {allowed, e.add("Greater", {difference, e.integers({-window})})});
    input.bias = addExclusion(e, allowed, excluded);
  }
  if (node.hasInput(10))
    input.bias = input.bias.empty() ? e.operand(10) : e.add("Add", {input.bias, e.operand(10)});
}

void GroupQueryAttention::addSink() {
  if (!node.hasInput(11) && smooth == 0)
    return;
  std::string sink =
      node.hasInput(11) ? e.reshape(e.operand(11), {1, input.heads, 1, 1}) : e.scalar(0);
  input.sink = e.add("Expand", {sink, e.integers({batch, input.heads, input.queries, 1})});
}

LogicalResult GroupQueryAttention::import() {
  if (failed(readAttributes()) || failed(readOperands()) || failed(readLengths()))
    return failure();
  for (size_t index = 12; index < node.getNumInputs(); ++index)
    if (node.hasInput(index))
      return node.error() << "operand " << index << ", which is about a quantized cache, is not "
                          << "supported; export with a cache of floats";
  std::string query = e.reshape(input.query, {0, 0, input.heads, size});
  std::string key = e.reshape(input.key, {0, 0, input.keyHeads, size});
  if (failed(rotate(query, key)))
    return failure();
  input.query = e.transpose(query, {0, 2, 1, 3});
  input.key = addPresent(e.transpose(key, {0, 2, 1, 3}), 3);
  input.value = addPresent(addSplitHeads(e, input.value, input.keyHeads), 4);
  addBias();
  addSink();
  AttentionResult result = addAttention(e, input);
  return e.finish({addMergeHeads(e, result.heads), input.key, input.value});
}

} // namespace

LogicalResult qopt::onnx_import::importGroupQueryAttention(NodeImporter &node) {
  return GroupQueryAttention(node).import();
}

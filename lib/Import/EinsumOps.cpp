#include "Ops.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/SetOperations.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

// Einsum: diagonals and sums of each operand, then operand by operand a matrix product
// between transposes.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A label of an equation: a letter, or a dimension of the ellipsis, counted from
/// its end, as a number below 0.
using Labels = SmallVector<int>;

/// An equation, for operands of given ranks.
struct Equation {
  SmallVector<Labels> operands;
  Labels result;
};

/// The labels of `term`, the ellipsis standing for `ellipsis` dimensions.
std::optional<Labels> parseTerm(StringRef term, size_t ellipsis) {
  Labels labels;
  while (!term.empty()) {
    if (term.consume_front("...")) {
      for (size_t i = ellipsis; i > 0; --i)
        labels.push_back(-static_cast<int>(i));
      continue;
    }
    if (!llvm::isAlpha(term.front()))
      return std::nullopt;
    labels.push_back(term.front());
    term = term.drop_front();
  }
  return labels;
}

size_t countLetters(StringRef term) { return llvm::count_if(term, llvm::isAlpha); }

std::optional<Equation> parseEquation(StringRef text, ArrayRef<size_t> ranks) {
  std::string spaceless;
  for (char c : text)
    if (c != ' ')
      spaceless += c;
  auto [left, right] = StringRef(spaceless).split("->");
  bool hasResult = StringRef(spaceless).contains("->");
  SmallVector<StringRef> terms;
  left.split(terms, ',');
  if (terms.size() != ranks.size())
    return std::nullopt;
  Equation equation;
  size_t widest = 0;
  for (auto [term, rank] : llvm::zip_equal(terms, ranks)) {
    size_t letters = countLetters(term);
    if (letters > rank || (letters < rank && !term.contains("...")))
      return std::nullopt;
    widest = std::max(widest, rank - letters);
    std::optional<Labels> labels = parseTerm(term, rank - letters);
    if (!labels || labels->size() != rank)
      return std::nullopt;
    equation.operands.push_back(*labels);
  }
  if (hasResult) {
    std::optional<Labels> labels = parseTerm(right, widest);
    if (!labels)
      return std::nullopt;
    equation.result = *labels;
    return equation;
  }
  // The ellipsis, then the letters that occur once, in alphabetical order.
  equation.result = *parseTerm("...", widest);
  SmallVector<int> letters;
  for (char c : left)
    if (llvm::isAlpha(c) && left.count(c) == 1)
      letters.push_back(c);
  llvm::sort(letters);
  llvm::append_range(equation.result, letters);
  return equation;
}

bool isUnique(ArrayRef<int> labels) {
  return llvm::SmallDenseSet<int>(labels.begin(), labels.end()).size() == labels.size();
}

/// An operand whose dimensions have labels.
struct Labeled {
  ImportedValue value;
  Labels labels;

  int64_t getSize(int label) const {
    auto it = llvm::find(labels, label);
    return it == labels.end() ? 1 : value.shape[it - labels.begin()];
  }
};

/// Sums over the labels that are not in `kept`.
void sumOthers(ImportBuilder &b, Labeled &operand, const llvm::SmallSetVector<int, 8> &kept) {
  for (size_t dim = operand.labels.size(); dim-- > 0;) {
    if (kept.contains(operand.labels[dim]))
      continue;
    Value sum = b.reduce<tosa::ReduceSumOp>(b.materializeOriginal(operand.value), dim);
    Shape shape = operand.value.shape;
    shape.erase(shape.begin() + dim);
    operand.labels.erase(operand.labels.begin() + dim);
    operand.value =
        ImportedValue::computed(b.reshape(sum, shape), shape, identityOrder(shape.size()));
  }
}

/// The operand transposed to `order` of its labels.
ImportedValue arrange(ImportBuilder &b, Labeled &operand, ArrayRef<int> order) {
  Shape permutation;
  for (int label : order)
    permutation.push_back(llvm::find(operand.labels, label) - operand.labels.begin());
  return b.transposed(operand.value, permutation);
}

/// The labels in `labels` for which `isWanted` holds.
template <typename Predicate> Labels filter(ArrayRef<int> labels, Predicate isWanted) {
  Labels result;
  for (int label : labels)
    if (isWanted(label))
      result.push_back(label);
  return result;
}

int64_t countPart(const Labeled &operand, ArrayRef<int> labels) {
  int64_t count = 1;
  for (int label : labels)
    count *= operand.getSize(label);
  return count;
}

/// batch x left x sum by batch x sum x right, and the labels of the result.
Labeled emitProduct(ImportBuilder &b, Labeled &lhs, Labeled &rhs, ArrayRef<int> result) {
  auto in = [](ArrayRef<int> labels) {
    return [labels](int label) { return llvm::is_contained(labels, label); };
  };
  Labels shared = filter(lhs.labels, in(rhs.labels));
  Labels batch = filter(shared, in(result));
  Labels summed = filter(shared, [&](int label) { return !llvm::is_contained(result, label); });
  Labels left = filter(lhs.labels, [&](int label) { return !llvm::is_contained(shared, label); });
  Labels right = filter(rhs.labels, [&](int label) { return !llvm::is_contained(shared, label); });
  int64_t b0 = countPart(lhs, batch), m = countPart(lhs, left), k = countPart(lhs, summed);
  int64_t n = countPart(rhs, right);
  auto join = [](ArrayRef<int> a, ArrayRef<int> c, ArrayRef<int> d) {
    Labels all(a);
    llvm::append_range(all, c);
    llvm::append_range(all, d);
    return all;
  };
  ImportedValue a = *arrange(b, lhs, join(batch, left, summed)).reshaped({b0, m, k});
  ImportedValue c = *arrange(b, rhs, join(batch, summed, right)).reshaped({b0, k, n});
  Value product =
      tosa::MatMulOp::create(b, b.getTensorType({b0, m, n}), b.materializeOriginal(a),
                             b.materializeOriginal(c), b.getZeroPoint(), b.getZeroPoint());
  Labeled made;
  made.labels = join(batch, left, right);
  Shape shape;
  for (int label : made.labels)
    shape.push_back(llvm::is_contained(lhs.labels, label) ? lhs.getSize(label)
                                                          : rhs.getSize(label));
  made.value = *ImportedValue::computed(product, {b0, m, n}, identityOrder(3)).reshaped(shape);
  return made;
}

/// Removes dimension `dim`, of size 1.
void dropUnitDim(Labeled &operand, size_t dim) {
  Shape shape = operand.value.shape;
  shape.erase(shape.begin() + dim);
  operand.labels.erase(operand.labels.begin() + dim);
  operand.value = *operand.value.reshaped(shape); // Has no grid.
}

/// The elements at which dimensions `first` and `second`, of one label, have the same
/// index: every n + 1st of the two as one.
void takeDiagonal(ImportBuilder &b, Labeled &operand, size_t first, size_t second) {
  Shape order, shape, indices;
  Labels labels;
  for (auto [dim, label] : llvm::enumerate(operand.labels))
    if (dim != first && dim != second) {
      order.push_back(static_cast<int64_t>(dim));
      labels.push_back(label);
      shape.push_back(operand.value.shape[dim]);
    }
  int64_t size = operand.value.shape[first];
  order.append({static_cast<int64_t>(first), static_cast<int64_t>(second)});
  labels.push_back(operand.labels[first]);
  shape.push_back(size * size);
  for (int64_t i = 0; i < size; ++i)
    indices.push_back(i * (size + 1));
  ImportedValue joined = *b.transposed(operand.value, order).reshaped(shape);
  auto axis = static_cast<int64_t>(shape.size()) - 1;
  Value diagonal = b.take(b.materializeOriginal(joined), axis, indices);
  shape.back() = size;
  operand.labels = labels;
  operand.value = ImportedValue::computed(diagonal, shape, identityOrder(shape.size()));
}

/// Leaves each label once.
void takeDiagonals(ImportBuilder &b, Labeled &operand) {
  for (size_t first = 0; first < operand.labels.size(); ++first)
    for (size_t second = first + 1; second < operand.labels.size(); ++second)
      if (operand.labels[first] == operand.labels[second]) {
        takeDiagonal(b, operand, first, second);
        return takeDiagonals(b, operand);
      }
}

/// Every label has one size; reports others. Dimensions of size 1 are dropped where the
/// label is larger elsewhere: they are broadcast.
LogicalResult unifySizes(NodeImporter &node, MutableArrayRef<Labeled> operands) {
  llvm::SmallDenseMap<int, int64_t> sizes;
  for (const Labeled &operand : operands)
    for (auto [label, size] : llvm::zip_equal(operand.labels, operand.value.shape))
      sizes[label] = std::max(sizes[label], size);
  for (Labeled &operand : operands)
    for (size_t dim = operand.labels.size(); dim-- > 0;) {
      int64_t size = operand.value.shape[dim], largest = sizes[operand.labels[dim]];
      if (size == largest)
        continue;
      if (size != 1)
        return node.error() << "a dimension of size " << size << " of an operand of shape "
                            << formatShape(operand.value.shape) << " is one of size " << largest
                            << " in the equation";
      dropUnitDim(operand, dim);
    }
  return success();
}

/// The labels of `operands` and of the result.
llvm::SmallSetVector<int, 8> collectLabels(ArrayRef<Labeled> operands, ArrayRef<int> result) {
  llvm::SmallSetVector<int, 8> labels(result.begin(), result.end());
  for (const Labeled &operand : operands)
    labels.insert(operand.labels.begin(), operand.labels.end());
  return labels;
}

/// Reports products of too many elements, also inside.
LogicalResult checkProduct(NodeImporter &node, const Labeled &lhs, const Labeled &rhs) {
  int64_t size = countPart(lhs, lhs.labels);
  for (int label : rhs.labels)
    if (!llvm::is_contained(lhs.labels, label) && size <= maxElements)
      size *= rhs.getSize(label);
  return size > maxElements ? node.checkShape({size}) : success();
}

/// The operands with their labels; reports equations that do not fit them.
FailureOr<std::vector<Labeled>> readOperands(NodeImporter &node, Labels &result) {
  FailureOr<StringRef> text = node.getString("equation", "");
  if (failed(text))
    return failure();
  std::vector<Labeled> operands;
  SmallVector<size_t> ranks;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    ImportedValue *operand = node.getFloatInput(index);
    if (!operand)
      return failure();
    operands.push_back({*operand, {}});
    ranks.push_back(operand->rank());
  }
  std::optional<Equation> equation = parseEquation(*text, ranks);
  if (equation) {
    for (auto [operand, labels] : llvm::zip_equal(operands, equation->operands))
      operand.labels = labels;
    result = equation->result;
  }
  if (!equation || !isUnique(result) || !llvm::set_is_subset(result, collectLabels(operands, {})))
    return node.error() << "attribute 'equation' ('" << *text << "') does not fit its operands";
  return operands;
}

} // namespace

LogicalResult qopt::onnx_import::importEinsum(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  Labels result;
  FailureOr<std::vector<Labeled>> operands = readOperands(node, result);
  if (failed(operands) || failed(unifySizes(node, *operands)))
    return failure();
  for (Labeled &operand : *operands)
    takeDiagonals(b, operand);
  Labeled product = operands->front();
  ArrayRef<Labeled> rest = ArrayRef(*operands).drop_front();
  sumOthers(b, product, collectLabels(rest, result));
  while (!rest.empty()) {
    Labeled next = rest.front();
    rest = rest.drop_front();
    llvm::SmallSetVector<int, 8> kept = collectLabels(rest, result);
    llvm::SmallSetVector<int, 8> read = kept;
    read.insert(product.labels.begin(), product.labels.end());
    sumOthers(b, next, read);
    if (failed(checkProduct(node, product, next)))
      return failure();
    product = emitProduct(b, product, next, kept.getArrayRef());
    sumOthers(b, product, kept);
  }
  node.setOutput(arrange(b, product, result));
  return success();
}

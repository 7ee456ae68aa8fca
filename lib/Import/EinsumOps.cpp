#include "Ops.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

// Einsum of one operand, or of two, which is a matrix product between transposes.

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

/// Every label has one size, or 1 in the ellipsis; reports others.
LogicalResult checkSizes(NodeImporter &node, ArrayRef<Labeled> operands) {
  if (operands.size() < 2)
    return success();
  for (auto [dim, label] : llvm::enumerate(operands[0].labels))
    if (llvm::is_contained(operands[1].labels, label) &&
        operands[0].value.shape[dim] != operands[1].getSize(label))
      return node.error() << "operands of shape " << formatShape(operands[0].value.shape) << " and "
                          << formatShape(operands[1].value.shape)
                          << " differ in a dimension that the equation makes one";
  return success();
}

} // namespace

LogicalResult qopt::onnx_import::importEinsum(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<StringRef> text = node.getString("equation", "");
  if (failed(text))
    return failure();
  SmallVector<Labeled, 2> operands;
  SmallVector<size_t> ranks;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    ImportedValue *operand = node.getFloatInput(index);
    if (!operand)
      return failure();
    operands.push_back({*operand, {}});
    ranks.push_back(operand->rank());
  }
  std::optional<Equation> equation = parseEquation(*text, ranks);
  if (!equation)
    return node.error() << "attribute 'equation' ('" << *text << "') does not fit its operands";
  llvm::SmallSetVector<int, 8> result(equation->result.begin(), equation->result.end());
  bool isSupported = isUnique(equation->result);
  for (auto [operand, labels] : llvm::zip_equal(operands, equation->operands)) {
    operand.labels = labels;
    isSupported &= isUnique(labels);
  }
  auto isDefined = [&](int label) {
    return llvm::any_of(operands, [&](const Labeled &operand) {
      return llvm::is_contained(operand.labels, label);
    });
  };
  if (!isSupported || operands.size() > 2 || !llvm::all_of(equation->result, isDefined))
    return node.error() << "attribute 'equation' ('" << *text << "') is not supported: one or two "
                        << "operands without repeated letters are";
  if (failed(checkSizes(node, operands)))
    return failure();

  for (auto [index, operand] : llvm::enumerate(operands)) {
    llvm::SmallSetVector<int, 8> kept = result;
    if (operands.size() == 2)
      kept.insert(operands[1 - index].labels.begin(), operands[1 - index].labels.end());
    sumOthers(b, operand, kept);
  }
  Labeled product = operands.front();
  if (operands.size() == 2) {
    int64_t size = countPart(operands[0], operands[0].labels);
    for (int label : operands[1].labels)
      if (!llvm::is_contained(operands[0].labels, label) && size <= maxElements)
        size *= operands[1].getSize(label);
    if (size > maxElements && failed(node.checkShape({size})))
      return failure();
    product = emitProduct(b, operands[0], operands[1], equation->result);
  }
  node.setOutput(arrange(b, product, equation->result));
  return success();
}

#include "Broadcast.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

Shape dropUnitDims(ArrayRef<int64_t> shape) {
  return llvm::to_vector(llvm::make_filter_range(shape, [](int64_t size) { return size != 1; }));
}

/// An operand, with leading dimensions of size 1 up to the rank of the result.
class Operand {
public:
  Operand(ImportedValue &value, size_t rank) : value(&value) {
    if (value.rank() == rank)
      return;
    Shape shape(rank - value.rank(), 1);
    llvm::append_range(shape, value.shape);
    padded = *value.reshaped(shape); // Has no grid.
    this->value = &padded;
  }
  Operand(const Operand &) = delete;

  ImportedValue *operator->() { return value; }
  ImportedValue &operator*() { return *value; }

private:
  ImportedValue padded;
  ImportedValue *value;
};

/// The forms that could be worked in as they are: those of computed operands
/// that are not broadcast.
SmallVector<Form> findCandidates(ArrayRef<ImportedValue *> operands, ArrayRef<int64_t> shape) {
  SmallVector<Form> candidates;
  for (ImportedValue *operand : operands)
    if (ArrayRef(operand->shape) == shape && !operand->isConstant())
      for (const Form &form : operand->forms)
        if (std::optional<Shape> order = getStorageOrder(form, shape))
          candidates.push_back({form.value, Shape(shape), *order});
  return candidates;
}

/// `operand`, a shape that broadcasts to `full`, with its dimensions moved to
/// where `physical`, which differs from `full` in unit dimensions, has them.
Shape alignToPhysical(ArrayRef<int64_t> operand, ArrayRef<int64_t> full,
                      ArrayRef<int64_t> physical) {
  Shape aligned;
  size_t from = 0;
  for (int64_t size : physical) {
    if (size == 1) {
      aligned.push_back(1);
      continue;
    }
    while (full[from] == 1)
      ++from;
    aligned.push_back(operand[from++]);
  }
  return aligned;
}

/// The order of the result, and the shape of its tensor: that of an operand
/// where possible, which saves the reshape of a 1 x 1 x M x N product.
struct Layout {
  Shape order, full, physical;

  Value place(ImportBuilder &b, ImportedValue &operand) const {
    Value value = b.materialize(operand, order);
    return b.reshape(value, alignToPhysical(getShape(value), full, physical));
  }
};

Layout chooseLayout(NodeImporter &node, ArrayRef<ImportedValue *> operands,
                    ArrayRef<int64_t> shape) {
  SmallVector<Form> candidates = findCandidates(operands, shape);
  Shape order = identityOrder(shape.size());
  if (node.prefersChannelsLast()) {
    order = channelsLastOrder(shape.size());
  } else if (!candidates.empty()) {
    auto countLike = [&](const Form &form) {
      return llvm::count_if(candidates, [&](const Form &other) {
        return isSameStorage(form.order, other.order, shape);
      });
    };
    const Form *best = &candidates.front();
    for (const Form &form : candidates)
      if (countLike(form) > countLike(*best))
        best = &form;
    order = best->order;
  } else {
    for (ImportedValue *operand : operands)
      if (!operand->isConstant() && !operand->forms.empty())
        if (auto stored = getStorageOrder(operand->forms.front(), operand->shape)) {
          order = *stored;
          break;
        }
  }
  Shape permuted = permute(shape, order);
  for (const Form &form : candidates)
    if (isSameStorage(form.order, order, shape) &&
        dropUnitDims(getShape(form.value)) == dropUnitDims(permuted))
      return {order, permuted, Shape(getShape(form.value))};
  return {order, permuted, permuted};
}

} // namespace

std::optional<Shape> qopt::onnx_import::broadcastShapes(ArrayRef<int64_t> lhs,
                                                        ArrayRef<int64_t> rhs) {
  if (lhs.size() < rhs.size())
    std::swap(lhs, rhs);
  Shape shape(lhs);
  for (auto [size, other] : llvm::zip(llvm::drop_begin(shape, lhs.size() - rhs.size()), rhs)) {
    if (size != other && size != 1 && other != 1)
      return std::nullopt;
    size = size == 1 ? other : size;
  }
  return shape;
}

ImportedValue qopt::onnx_import::emitElementwise(NodeImporter &node, ImportedValue &input,
                                                 UnaryEmitter emit) {
  Form form = node.getBuilder().getAnyForm(input, node.prefersChannelsLast());
  form.value = emit(form.value);
  ImportedValue result;
  result.shape = input.shape;
  result.forms.push_back(std::move(form));
  return result;
}

FailureOr<ImportedValue> qopt::onnx_import::emitElementwise(NodeImporter &node, ImportedValue &lhs,
                                                            ImportedValue &rhs,
                                                            BinaryEmitter emit) {
  ImportBuilder &b = node.getBuilder();
  std::optional<Shape> shape = broadcastShapes(lhs.shape, rhs.shape);
  if (!shape)
    return node.error() << "operands of shape " << formatShape(lhs.shape) << " and "
                        << formatShape(rhs.shape) << " cannot be broadcast";
  if (failed(node.checkShape(*shape)))
    return failure();

  // A scalar needs no layout.
  auto isScalar = [](const ImportedValue &value) {
    return value.isConstant() && countElements(value.shape) == 1;
  };
  auto scalar = [&](const ImportedValue &value, Value like) {
    return b.createScalar(value, getShape(like).size());
  };
  if (isScalar(rhs) && ArrayRef(lhs.shape) == ArrayRef(*shape))
    return emitElementwise(node, lhs, [&](Value value) { return emit(value, scalar(rhs, value)); });
  if (isScalar(lhs) && ArrayRef(rhs.shape) == ArrayRef(*shape))
    return emitElementwise(node, rhs, [&](Value value) { return emit(scalar(lhs, value), value); });

  Operand a(lhs, shape->size()), c(rhs, shape->size());
  Layout layout = chooseLayout(node, {&*a, &*c}, *shape);
  Value placedLhs = layout.place(b, *a), placedRhs = layout.place(b, *c);
  return ImportedValue::computed(emit(placedLhs, placedRhs), *shape, layout.order);
}

FailureOr<ImportedValue>
qopt::onnx_import::emitElementwise(NodeImporter &node, ImportedValue &first, ImportedValue &second,
                                   ImportedValue &third, TernaryEmitter emit) {
  ImportBuilder &b = node.getBuilder();
  std::optional<Shape> shape = broadcastShapes(second.shape, third.shape);
  if (shape)
    shape = broadcastShapes(first.shape, *shape);
  if (!shape)
    return node.error() << "operands of shape " << formatShape(first.shape) << ", "
                        << formatShape(second.shape) << " and " << formatShape(third.shape)
                        << " cannot be broadcast";
  if (failed(node.checkShape(*shape)))
    return failure();
  Operand a(first, shape->size()), c(second, shape->size()), d(third, shape->size());
  Layout layout = chooseLayout(node, {&*a, &*c, &*d}, *shape);
  Value placed[] = {layout.place(b, *a), layout.place(b, *c), layout.place(b, *d)};
  return ImportedValue::computed(emit(placed[0], placed[1], placed[2]), *shape, layout.order);
}

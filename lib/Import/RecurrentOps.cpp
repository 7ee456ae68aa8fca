#include "Ops.h"
#include "RecurrentSteps.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

// RNN, GRU and LSTM, unrolled: the products of all inputs are one matrix product,
// those of the state are one for each step.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

/// Reads attributes and checks the shapes of X, W and R.
FailureOr<Recurrent> readRecurrent(NodeImporter &node) {
  StringRef op = node.getOpType();
  Recurrent result;
  result.kind = op == "RNN"   ? Recurrent::Kind::RNN
                : op == "GRU" ? Recurrent::Kind::GRU
                              : Recurrent::Kind::LSTM;
  ImportedValue *x = node.getFloatInput(0, 3), *w = node.getFloatInput(1, 3);
  ImportedValue *r = node.getFloatInput(2, 3);
  FailureOr<StringRef> direction = node.getString("direction", "forward");
  FailureOr<int64_t> layout = node.getInteger("layout", 0);
  FailureOr<int64_t> hidden = node.getInteger("hidden_size", r ? r->shape[2] : 0);
  FailureOr<int64_t> reset = node.getInteger("linear_before_reset", 0);
  FailureOr<int64_t> forget = node.getInteger("input_forget", 0);
  if (!x || !w || !r || failed(direction) || failed(layout) || failed(hidden) || failed(reset) ||
      failed(forget))
    return failure();
  if (*direction != "forward" && *direction != "reverse" && *direction != "bidirectional")
    return node.error() << "attribute 'direction' has the value '" << *direction << "'";
  result.isBatchFirst = *layout != 0;
  result.isReversed = *direction == "reverse";
  result.directions = *direction == "bidirectional" ? 2 : 1;
  result.appliesResetLast = *reset != 0;
  result.couplesForget = *forget != 0;
  result.steps = x->shape[result.isBatchFirst ? 1 : 0];
  result.batch = x->shape[result.isBatchFirst ? 0 : 1];
  result.inputSize = x->shape[2];
  result.hidden = r->shape[2];
  if (*hidden != result.hidden)
    return node.error() << "attribute 'hidden_size' is " << *hidden
                        << ", but the weights of the state have shape " << formatShape(r->shape);
  if (node.hasAttribute("clip")) {
    FailureOr<float> clip = node.getFloat("clip", 0.0f);
    if (failed(clip))
      return failure();
    result.clip = *clip;
  }
  Shape wShape{result.directions, result.gates() * result.hidden, result.inputSize};
  Shape rShape{result.directions, result.gates() * result.hidden, result.hidden};
  if (w->shape != wShape || r->shape != rShape)
    return node.error() << "weights of shape " << formatShape(w->shape) << " and "
                        << formatShape(r->shape) << " do not fit; " << formatShape(wShape)
                        << " and " << formatShape(rShape) << " expected";
  // The products of all inputs are the largest value.
  if (failed(node.checkShape(
          {result.directions, result.steps, result.batch, result.gates() * result.hidden})) ||
      failed(readActivations(node, result)))
    return failure();
  return result;
}

//===----------------------------------------------------------------------===//
// Operands of one direction
//===----------------------------------------------------------------------===//

/// Slice `index` of dimension 0, which goes away.
Value takeFirst(ImportBuilder &b, Value value, int64_t index) {
  Shape start(getShape(value).size(), 0), size(getShape(value));
  start[0] = index;
  size[0] = 1;
  return b.reshape(b.slice(value, start, size), ArrayRef(size).drop_front());
}

/// Operand `index` as directions x …, of shape `shape`; zeros where it is left out.
FailureOr<Value> readState(NodeImporter &node, size_t index, ArrayRef<int64_t> shape,
                           bool isBatchFirst) {
  ImportBuilder &b = node.getBuilder();
  if (!node.hasInput(index))
    return b.createConstant(shape, SmallVector<float>(*countElements(shape), 0.0f));
  ImportedValue *operand = node.getFloatInput(index, shape.size());
  if (!operand)
    return failure();
  ImportedValue value = isBatchFirst ? b.transposed(*operand, {1, 0, 2}) : *operand;
  if (ArrayRef(value.shape) != shape)
    return node.error() << "operand " << index << " has shape " << formatShape(operand->shape)
                        << ", which does not fit";
  return b.materializeOriginal(value);
}

/// True if operand `index` is left out, or zeros of `shape`.
bool isZero(NodeImporter &node, size_t index, ArrayRef<int64_t> shape) {
  if (!node.hasInput(index))
    return true;
  const ImportedValue &value = node.getInput(index);
  return value.isConstant() && value.isFloat() && ArrayRef(value.shape) == shape &&
         llvm::all_of(toDoubles(*value.constant), [](double element) { return element == 0.0; });
}

FailureOr<SmallVector<RecurrentDirection>> readDirections(NodeImporter &node,
                                                          const Recurrent &recurrent) {
  ImportBuilder &b = node.getBuilder();
  int64_t rows = recurrent.gates() * recurrent.hidden, count = recurrent.directions;
  bool isLSTM = recurrent.kind == Recurrent::Kind::LSTM;
  Shape state{count, recurrent.batch, recurrent.hidden};
  FailureOr<Value> bias = readState(node, 3, {count, 2 * rows}, false);
  // Where both states are zero the first step has no products of them.
  Shape given = recurrent.isBatchFirst ? permute(state, {1, 0, 2}) : state;
  bool isFresh = isZero(node, 5, given) && (!isLSTM || isZero(node, 6, given));
  auto readInitial = [&](size_t index) {
    return isFresh ? FailureOr<Value>(Value())
                   : readState(node, index, state, recurrent.isBatchFirst);
  };
  FailureOr<Value> hidden = readInitial(5);
  FailureOr<Value> cell = isLSTM ? readInitial(6) : Value();
  FailureOr<Value> peepholes = isLSTM && node.hasInput(7)
                                   ? readState(node, 7, {count, 3 * recurrent.hidden}, false)
                                   : Value();
  if (failed(bias) || failed(hidden) || failed(cell) || failed(peepholes))
    return failure();
  Value w = b.materializeOriginal(*node.getFloatInput(1));
  Value r = b.materializeOriginal(*node.getFloatInput(2));
  Shape stateShape{1, 1, recurrent.batch, recurrent.hidden};
  SmallVector<RecurrentDirection> directions;
  size_t perDirection = recurrent.activationsPerDirection();
  for (int64_t d = 0; d < count; ++d) {
    RecurrentDirection direction;
    direction.inputWeights = b.reshape(takeFirst(b, w, d), {rows, 1, 1, recurrent.inputSize});
    direction.stateWeights = b.reshape(takeFirst(b, r, d), {rows, 1, 1, recurrent.hidden});
    Value both = takeFirst(b, *bias, d);
    direction.inputBias = b.slice(both, {0}, {rows});
    direction.stateBias = b.slice(both, {rows}, {rows});
    if (*hidden)
      direction.hidden = b.reshape(takeFirst(b, *hidden, d), stateShape);
    if (*cell)
      direction.cell = b.reshape(takeFirst(b, *cell, d), stateShape);
    if (*peepholes)
      direction.peepholes = b.reshape(takeFirst(b, *peepholes, d), {1, 1, 3, recurrent.hidden});
    direction.isReversed = recurrent.isReversed || d == 1;
    direction.activations = ArrayRef(recurrent.activations).slice(d * perDirection, perDirection);
    directions.push_back(direction);
  }
  return directions;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

/// A result of `shape`, where batch-first models have the batch at `batchDim`
/// moved to the front.
void setState(NodeImporter &node, size_t index, ArrayRef<Value> parts, ArrayRef<int64_t> shape,
              std::optional<Shape> order) {
  ImportBuilder &b = node.getBuilder();
  if (!node.hasOutput(index))
    return;
  Value all = b.concat(parts, 0);
  ImportedValue value = ImportedValue::computed(all, shape, identityOrder(shape.size()));
  node.setOutput(order ? b.transposed(value, *order) : value, index);
}

/// Operand `sequence_lens`: how many steps each sequence has. Known lengths lessen the
/// number of steps to that of the longest.
LogicalResult readLengths(NodeImporter &node, Recurrent &recurrent) {
  if (!node.hasInput(4))
    return success();
  ImportBuilder &b = node.getBuilder();
  ImportedValue *lengths = node.getDataInput(4);
  if (!lengths)
    return failure();
  int64_t batch = recurrent.batch, steps = recurrent.steps;
  if (lengths->isFloat() || lengths->shape != Shape{batch})
    return node.error() << "the sequence lengths have type " << lengths->describeType()
                        << " and shape " << formatShape(lengths->shape) << "; " << batch
                        << " integers expected";
  if (!lengths->isConstant()) {
    Value counts = b.reshape(b.materializeOriginal(*lengths), {1, 1, batch, 1});
    recurrent.getRunning = [&b, counts](int64_t step) {
      return b.compare<tosa::GreaterOp>(counts,
                                        b.createScalarLike(static_cast<double>(step), counts));
    };
    return success();
  }
  Shape counts = *toIntegers(*lengths->constant);
  for (int64_t count : counts)
    if (count < 0 || count > steps)
      return node.error() << "a sequence length is " << count << "; 0 to " << steps << " expected";
  recurrent.steps = std::max<int64_t>(*llvm::max_element(counts), 1);
  recurrent.getRunning = [&b, counts](int64_t step) {
    Shape isRunning;
    for (int64_t count : counts)
      isRunning.push_back(count > step);
    if (llvm::all_of(isRunning, [](int64_t bit) { return bit != 0; }))
      return Value();
    Shape shape{1, 1, static_cast<int64_t>(counts.size()), 1};
    ImportedValue mask = ImportedValue::ofConstant(fromIntegers(b.getI1Type(), shape, isRunning));
    return b.materializeOriginal(mask);
  };
  return success();
}

/// X as rows of the first steps, 1 x 1 x (steps * batch) x size.
Value getInput(NodeImporter &node, const Recurrent &recurrent) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue input = *node.getFloatInput(0);
  if (recurrent.isBatchFirst)
    input = b.transposed(input, {1, 0, 2});
  int64_t size = recurrent.inputSize, rows = recurrent.steps * recurrent.batch;
  Value x = b.reshape(b.materializeOriginal(input), {1, 1, input.shape[0] * recurrent.batch, size});
  return b.slice(x, {0, 0, 0, 0}, {1, 1, rows, size});
}

/// A state at the end; 0 for sequences of no steps, as ONNX Runtime has it.
Value getLast(ImportBuilder &b, const Recurrent &recurrent, Value state) {
  if (Value isRunning = recurrent.getRunning ? recurrent.getRunning(0) : Value())
    state = b.select(isRunning, state, b.createScalarLike(0, state));
  return b.reshape(state, {1, recurrent.batch, recurrent.hidden});
}

/// The hidden states of all directions at each of `steps` steps.
SmallVector<Value> joinSteps(ImportBuilder &b, const Recurrent &recurrent,
                             ArrayRef<SmallVector<Value>> states, int64_t steps) {
  Shape shape{1, recurrent.directions, recurrent.batch, recurrent.hidden};
  SmallVector<Value> sequence;
  for (int64_t step = 0; step < recurrent.steps; ++step) {
    SmallVector<Value> all;
    for (const SmallVector<Value> &direction : states)
      all.push_back(b.reshape(direction[step], {1, 1, recurrent.batch, recurrent.hidden}));
    sequence.push_back(b.concat(all, 1));
  }
  shape[0] = steps - recurrent.steps; // Behind the end of all sequences.
  if (shape[0] > 0)
    sequence.push_back(b.createConstant(shape, SmallVector<float>(*countElements(shape), 0.0f)));
  return sequence;
}

} // namespace

LogicalResult qopt::onnx_import::importRecurrent(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<Recurrent> recurrent = readRecurrent(node);
  if (failed(recurrent))
    return failure();
  int64_t steps = recurrent->steps;
  if (failed(readLengths(node, *recurrent)))
    return failure();
  // A program of so many operations would be of no use.
  constexpr int64_t maxSteps = 1024;
  if (recurrent->steps > maxSteps)
    return node.error() << "has " << recurrent->steps << " steps; at most " << maxSteps
                        << " are unrolled";
  FailureOr<SmallVector<RecurrentDirection>> directions = readDirections(node, *recurrent);
  if (failed(directions))
    return failure();
  auto [batch, hidden, count] =
      std::tuple(recurrent->batch, recurrent->hidden, recurrent->directions);
  Value x = getInput(node, *recurrent);
  SmallVector<SmallVector<Value>> states;
  SmallVector<Value> lastHidden, lastCell;
  for (RecurrentDirection &direction : *directions) {
    states.push_back(emitSteps(b, *recurrent, direction, x));
    lastHidden.push_back(getLast(b, *recurrent, direction.hidden));
    if (direction.cell)
      lastCell.push_back(getLast(b, *recurrent, direction.cell));
  }
  bool isBatchFirst = recurrent->isBatchFirst;
  if (node.hasOutput(0))
    setState(node, 0, joinSteps(b, *recurrent, states, steps), {steps, count, batch, hidden},
             isBatchFirst ? std::optional(Shape{2, 0, 1, 3}) : std::nullopt);
  auto order = isBatchFirst ? std::optional(Shape{1, 0, 2}) : std::nullopt;
  setState(node, 1, lastHidden, {count, batch, hidden}, order);
  setState(node, 2, lastCell, {count, batch, hidden}, order);
  return success();
}

#include "RecurrentSteps.h"

#include "Convolution.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// Emits the steps of one direction.
class StepEmitter {
public:
  StepEmitter(ImportBuilder &b, const Recurrent &recurrent, RecurrentDirection &direction)
      : b(b), recurrent(recurrent), direction(direction) {}

  SmallVector<Value> run(Value x) {
    SmallVector<Value> states(recurrent.steps);
    int64_t done = 0;
    auto step = [&] { return direction.isReversed ? recurrent.steps - 1 - done : done; };
    if (!direction.hidden) {
      emitFirstStep(takeSteps(x, step(), 1));
      states[step()] = keepEnded(step(), Value(), Value());
      if (++done == recurrent.steps)
        return states;
      x = takeSteps(x, direction.isReversed ? 0 : 1, recurrent.steps - 1);
    }
    int64_t skipped = direction.isReversed ? 0 : done;
    Value products = product(x, direction.inputWeights, direction.inputBias);
    for (; done < recurrent.steps; ++done) {
      Value hidden = direction.hidden, cell = direction.cell;
      emitStep(takeSteps(products, step() - skipped, 1));
      states[step()] = keepEnded(step(), hidden, cell);
    }
    return states;
  }

private:
  /// Gives the sequences that ended before `step` the states back that they had, of
  /// which null is zeros. Returns what the step puts out.
  Value keepEnded(int64_t step, Value hidden, Value cell) {
    Value isRunning = recurrent.getRunning ? recurrent.getRunning(step) : Value();
    if (!isRunning)
      return direction.hidden;
    auto keep = [&](Value fresh, Value before) {
      return b.select(isRunning, fresh, before ? before : b.createScalarLike(0, fresh));
    };
    Value result = keep(direction.hidden, Value());
    direction.hidden = hidden ? keep(direction.hidden, hidden) : result;
    if (direction.cell)
      direction.cell = keep(direction.cell, cell);
    return result;
  }

  Value product(Value x, Value weights, Value bias) {
    if (!areConstantWeights(weights))
      return emitWindowProduct(b, x, weights, bias,
                               Window::of(WindowDim{1, 1, 1, 0, 0, getShape(x)[2]}), 1);
    std::array<int64_t, 2> ones{1, 1};
    return tosa::Conv2DOp::create(b, b.getTensorType({1, 1, getShape(x)[2], getShape(weights)[0]}),
                                  x, weights, bias, b.getZeroPoint(), b.getZeroPoint(),
                                  std::array<int64_t, 4>{0, 0, 0, 0}, ones, ones, b.getF32Type());
  }

  Value add(Value lhs, Value rhs) { return b.binary<tosa::AddOp>(lhs, rhs); }

  /// Rows of `count` steps.
  Value takeSteps(Value all, int64_t first, int64_t count) {
    return b.slice(all, {0, 0, first * recurrent.batch, 0},
                   {1, 1, count * recurrent.batch, getShape(all)[3]});
  }

  /// Columns `gate` of a product.
  Value gate(Value all, int64_t index) {
    return b.slice(all, {0, 0, 0, index * recurrent.hidden},
                   {1, 1, getShape(all)[2], recurrent.hidden});
  }

  Value activate(size_t index, Value value) {
    if (recurrent.clip)
      value = b.clamp(value, -*recurrent.clip, *recurrent.clip);
    return direction.activations[index](value);
  }

  /// `value`, and peephole `index` times the cell.
  Value addPeephole(Value value, int64_t index) {
    if (!direction.peepholes || !direction.cell)
      return value;
    Value weights = b.slice(direction.peepholes, {0, 0, index, 0}, {1, 1, 1, recurrent.hidden});
    return add(value, b.mul(direction.cell, weights));
  }

  /// What the state adds to the `count` first gates when it is zero: its bias joins
  /// that of the inputs.
  Value getFirstBias(int64_t count) {
    FailureOr<SmallVector<float>> input = readFloatConstant(direction.inputBias);
    FailureOr<SmallVector<float>> state = readFloatConstant(direction.stateBias);
    int64_t end = count * recurrent.hidden;
    if (succeeded(input) && succeeded(state)) {
      for (int64_t i = 0; i < end; ++i)
        (*input)[i] += (*state)[i];
      return b.createConstant(getShape(direction.inputBias), *input);
    }
    Value zeros = b.createConstant({recurrent.gates() * recurrent.hidden - end},
                                   SmallVector<float>(recurrent.gates() * recurrent.hidden - end));
    Value added = direction.stateBias;
    if (count < recurrent.gates())
      added = b.concat({b.slice(added, {0}, {end}), zeros}, 0);
    return add(direction.inputBias, added);
  }

  /// A step whose state is zero: there is no product of it.
  void emitFirstStep(Value x) {
    // The reset gate of a GRU may scale the bias.
    bool scalesBias = recurrent.kind == Recurrent::Kind::GRU && recurrent.appliesResetLast;
    Value sums =
        product(x, direction.inputWeights, getFirstBias(scalesBias ? 2 : recurrent.gates()));
    switch (recurrent.kind) {
    case Recurrent::Kind::RNN:
      direction.hidden = activate(0, sums);
      return;
    case Recurrent::Kind::GRU: {
      Value candidate = gate(sums, 2), update = activate(0, gate(sums, 0));
      if (scalesBias) {
        Value bias = b.slice(direction.stateBias, {2 * recurrent.hidden}, {recurrent.hidden});
        candidate = add(candidate, b.mul(activate(0, gate(sums, 1)),
                                         b.reshape(bias, {1, 1, 1, recurrent.hidden})));
      }
      candidate = activate(1, candidate);
      direction.hidden = b.binary<tosa::SubOp>(candidate, b.mul(update, candidate));
      return;
    }
    case Recurrent::Kind::LSTM:
      return emitLSTM(sums);
    }
  }

  void emitStep(Value input) {
    switch (recurrent.kind) {
    case Recurrent::Kind::RNN:
      direction.hidden = activate(
          0, add(input, product(direction.hidden, direction.stateWeights, direction.stateBias)));
      return;
    case Recurrent::Kind::GRU:
      return emitGRU(input);
    case Recurrent::Kind::LSTM:
      return emitLSTM(
          add(input, product(direction.hidden, direction.stateWeights, direction.stateBias)));
    }
  }

  /// Rows of the weights: update, reset, hidden.
  void emitGRU(Value input) {
    Value state = product(direction.hidden, direction.stateWeights, direction.stateBias);
    Value update = activate(0, add(gate(input, 0), gate(state, 0)));
    Value reset = activate(0, add(gate(input, 1), gate(state, 1)));
    Value candidate;
    if (recurrent.appliesResetLast) {
      candidate = b.mul(reset, gate(state, 2));
    } else {
      int64_t h = recurrent.hidden;
      Value weights = b.slice(direction.stateWeights, {2 * h, 0, 0, 0}, {h, 1, 1, h});
      Value bias = b.slice(direction.stateBias, {2 * h}, {h});
      candidate = product(b.mul(reset, direction.hidden), weights, bias);
    }
    candidate = activate(1, add(gate(input, 2), candidate));
    // (1 - z) * candidate + z * hidden
    Value difference = b.binary<tosa::SubOp>(direction.hidden, candidate);
    direction.hidden = add(candidate, b.mul(update, difference));
  }

  /// Rows of the weights: input, output, forget, cell.
  void emitLSTM(Value sums) {
    Value in = activate(0, addPeephole(gate(sums, 0), 0));
    Value kept;
    if (direction.cell) {
      Value forget = recurrent.couplesForget ? b.shift(b.scale(in, -1.0), 1.0)
                                             : activate(0, addPeephole(gate(sums, 2), 2));
      kept = b.mul(forget, direction.cell);
    }
    Value fresh = b.mul(in, activate(1, gate(sums, 3)));
    direction.cell = kept ? add(kept, fresh) : fresh;
    Value out = activate(0, addPeephole(gate(sums, 1), 1));
    direction.hidden = b.mul(out, direction.activations[2](direction.cell));
  }

  ImportBuilder &b;
  const Recurrent &recurrent;
  RecurrentDirection &direction;
};

} // namespace

SmallVector<Value> qopt::onnx_import::emitSteps(ImportBuilder &builder, const Recurrent &recurrent,
                                                RecurrentDirection &direction, Value x) {
  return StepEmitter(builder, recurrent, direction).run(x);
}

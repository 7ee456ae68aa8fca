#include "MultiplyAccumulate.h"

#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace qopt;

int64_t MultiplyAccumulate::instructions() const {
  if (isa<FloatType>(inputType))
    return 1;
  if (inputType.isInteger(16) || hasWordWeights())
    return 2;
  return builder.isa().hasByteDot() ? 1 : 4;
}

/// Four bytes travel as one 32-bit word, which instruction sets can broadcast.
Value MultiplyAccumulate::loadWord(const FlatBuffer &buffer, Value offset) {
  Value bytes = builder.load(buffer, offset, 4);
  Value word =
      vector::BitCastOp::create(builder, builder.vectorType(1, builder.getI32Type()), bytes);
  return vector::ExtractOp::create(builder, word, 0);
}

Value MultiplyAccumulate::loadWords(const FlatBuffer &words, Value offset) {
  Type pairs = builder.vectorType(2 * lanes(), weightType);
  return vector::BitCastOp::create(builder, pairs,
                                   builder.broadcast(loadWord(words, offset), lanes()));
}

Value MultiplyAccumulate::loadInput(const FlatBuffer &input, Value offset, int64_t part) {
  if (!inputType.isInteger(8)) {
    Value scalar = builder.loadScalar(input, offset);
    return builder.broadcast(builder.extend(scalar, accumulatorType, /*isUnsigned=*/false),
                             lanes());
  }
  // Odd ones are even ones from the next byte on: loaded anew, because LLVM
  // would keep the broadcasts of both parts in registers.
  return broadcastWord(loadWord(input, builder.add(offset, part)));
}

Value MultiplyAccumulate::joinInput(const FlatBuffer &input, ArrayRef<Value> offsets) {
  Type type = builder.getI32Type();
  Value word;
  for (auto [place, offset] : llvm::enumerate(offsets)) {
    Value byte = builder.extend(builder.loadScalar(input, offset), type, /*isUnsigned=*/true);
    if (!word) {
      word = byte;
      continue;
    }
    Value places = builder.constant(type, static_cast<int64_t>(8 * place));
    word = arith::OrIOp::create(builder, word, arith::ShLIOp::create(builder, byte, places));
  }
  return broadcastWord(word);
}

/// Four bytes in every lane, as products take them.
Value MultiplyAccumulate::broadcastWord(Value word) {
  if (signedInput)
    word = arith::XOrIOp::create(builder, word,
                                 builder.constant(word.getType(), int64_t(int32_t(0x80808080))));
  Value words = builder.broadcast(word, lanes());
  if (hasWordWeights()) {
    Type pairs = builder.vectorType(2 * lanes(), weightType);
    return arith::AndIOp::create(builder, vector::BitCastOp::create(builder, pairs, words),
                                 builder.constant(pairs, int64_t(255)));
  }
  return vector::BitCastOp::create(builder, builder.vectorType(4 * lanes(), inputType), words);
}

Value MultiplyAccumulate::loadWeights(const FlatBuffer &weights, Value offset, int64_t lanes) {
  Value vector = builder.load(weights, offset, partWeights(lanes));
  return depth() == 1 ? builder.extend(vector, accumulatorType, /*isUnsigned=*/false) : vector;
}

Value MultiplyAccumulate::accumulate(Value accumulator, Value input, Value weights) {
  input = builder.slice(input, 0, getLanes(weights));
  if (inputType.isInteger(8))
    return qint::VectorDotOp::create(builder, accumulator, input, weights, signedInput);
  if (isa<FloatType>(inputType))
    return math::FmaOp::create(builder, input, weights, accumulator);
  return builder.add(accumulator, builder.createOrFold<arith::MulIOp>(input, weights));
}

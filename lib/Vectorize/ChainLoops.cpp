#include "ChainLoops.h"

#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

Value ChainLoops::loadIndex(KernelBuilder &builder, const FlatBuffer &buffer, Value offset) {
  return arith::IndexCastOp::create(builder, builder.getIndexType(),
                                    builder.loadScalar(buffer, offset));
}

Value ChainLoops::loadFirstSlot(Value panel) { return loadIndex(builder, chains, rowOf(panel)); }

Value ChainLoops::loadNumber(Value panel) {
  Value distance = loadIndex(builder, chains, builder.add(rowOf(panel), longest + 1));
  return builder.add(panel, distance);
}

KernelBuilder::Values ChainLoops::emit(Values accumulators, Value panel, EmitSlot emitSlot,
                                       AtEnd atEnd) {
  Value row = rowOf(panel), first = loadFirstSlot(panel);
  for (int64_t length = longest; length >= 1; --length) {
    Value count = loadIndex(builder, chains, builder.add(row, 1 + longest - length));
    accumulators =
        builder.loop(builder.index(0), count, accumulators, [&](Value chain, ValueRange values) {
          Value slot = builder.add(first, builder.mul(chain, length));
          Values results = emitChain(llvm::to_vector(values), slot, length, emitSlot);
          atEnd(slot, length);
          return results;
        });
    first = builder.add(first, builder.mul(count, length));
  }
  return accumulators;
}

KernelBuilder::Values ChainLoops::emitChain(Values accumulators, Value slot, int64_t length,
                                            EmitSlot emitSlot) {
  Type words = builder.vectorType(2 * builder.lanes(builder.getI32Type()), builder.getI16Type());
  Values sums(accumulators.size(), builder.constant(words, int64_t(0)));
  for (int64_t i = 0; i < length; ++i)
    emitSlot(sums, builder.add(slot, i));
  Value ones = builder.constant(words, int64_t(1));
  for (auto [accumulator, sum] : llvm::zip(accumulators, sums))
    accumulator = VectorDotOp::create(builder, accumulator, sum, ones);
  return accumulators;
}

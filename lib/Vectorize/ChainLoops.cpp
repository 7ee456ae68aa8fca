#include "ChainLoops.h"

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Chains.h"

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

KernelBuilder::Values ChainLoops::emit(Values accumulators, int64_t columns, Value panel,
                                       LoadSlot loadSlot, AtEnd atEnd) {
  Value row = rowOf(panel), first = loadFirstSlot(panel);
  for (int64_t length = longest; length >= 1; --length) {
    Value count = loadIndex(builder, chains, builder.add(row, 1 + longest - length));
    accumulators =
        builder.loop(builder.index(0), count, accumulators, [&](Value chain, ValueRange values) {
          Value slot = builder.add(first, builder.mul(chain, length));
          Values results = emitChain(llvm::to_vector(values), columns, slot, length, loadSlot);
          atEnd(slot, length);
          return results;
        });
    first = builder.add(first, builder.mul(count, length));
  }
  return accumulators;
}

/// Short chains hold what all rows meet in registers and are done row by row: that takes
/// a sum of 16 bits for each column only. Long ones hold the sums of all rows.
KernelBuilder::Values ChainLoops::emitChain(const Values &accumulators, int64_t columns, Value slot,
                                            int64_t length, LoadSlot loadSlot) {
  auto rows = static_cast<int64_t>(accumulators.size()) / columns;
  Type words = builder.vectorType(2 * builder.lanes(builder.getI32Type()), builder.getI16Type());
  std::vector<Values> sums(rows, Values(columns, builder.constant(words, int64_t(0))));
  auto load = [&](int64_t index) { return loadSlot(builder.add(slot, index)); };
  Values results;
  auto widenRow = [&](int64_t row) {
    for (auto [column, sum] : llvm::enumerate(sums[row]))
      results.push_back(widen(accumulators[row * columns + column], sum));
  };
  if (length * columns <= kHeldChainWeights) {
    auto slots = llvm::map_to_vector(llvm::seq(length), load);
    for (int64_t row = 0; row < rows; ++row) {
      for (const Slot &own : slots)
        sums[row] = addSlot(own, row, sums[row]);
      widenRow(row);
    }
    return results;
  }
  for (int64_t i = 0; i < length; ++i) {
    Slot own = load(i);
    for (int64_t row = 0; row < rows; ++row)
      sums[row] = addSlot(own, row, sums[row]);
  }
  llvm::for_each(llvm::seq(rows), widenRow);
  return results;
}

/// Adds the products of one row to its sums of 16 bits.
KernelBuilder::Values ChainLoops::addSlot(const Slot &slot, int64_t row, Values sums) {
  Value own = slot.loadRow(row);
  for (auto [sum, column] : llvm::zip_equal(sums, slot.columns))
    sum = VectorDotOp::create(builder, sum, own, column);
  return sums;
}

Value ChainLoops::widen(Value accumulator, Value sum) {
  return VectorDotOp::create(builder, accumulator, sum,
                             builder.constant(sum.getType(), int64_t(1)));
}

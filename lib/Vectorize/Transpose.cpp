#include "Transpose.h"

using namespace mlir;
using namespace qopt;

/// After each round two rows that are half of all apart have become neighbouring ones
/// whose elements alternate, the first or the second half of them; after the last,
/// columns.
static KernelBuilder::Values
interleaveRounds(ValueRange rows, llvm::function_ref<Value(Value, Value, bool)> interleaveHalf) {
  size_t count = rows.size();
  KernelBuilder::Values current = llvm::to_vector(rows);
  for (size_t round = 1; round < count; round *= 2) {
    KernelBuilder::Values next;
    for (size_t i = 0; i < count / 2; ++i)
      for (bool isUpper : {false, true})
        next.push_back(interleaveHalf(current[i], current[i + count / 2], isUpper));
    current = std::move(next);
  }
  return current;
}

KernelBuilder::Values qopt::transpose(KernelBuilder &builder, ValueRange rows) {
  auto count = static_cast<int64_t>(rows.size());
  return interleaveRounds(rows, [&](Value upper, Value lower, bool isUpper) -> Value {
    SmallVector<int64_t> mask;
    for (int64_t lane = isUpper * count / 2; lane < (1 + isUpper) * count / 2; ++lane)
      mask.append({lane, count + lane});
    return vector::ShuffleOp::create(builder, upper, lower, mask);
  });
}

KernelBuilder::Values qopt::transposeGroups(KernelBuilder &builder, ValueRange rows) {
  return interleaveRounds(rows, [&](Value upper, Value lower, bool isUpper) {
    return unpack(builder, upper, lower, 1, isUpper);
  });
}

namespace {

/// An element of a list of vectors.
struct Element {
  int64_t vector, lane;
};

} // namespace

/// The vector whose lanes are `elementOf(lane)` of `vectors`: one shuffle for
/// each vector that is added to the first.
static Value gather(KernelBuilder &builder, ValueRange vectors,
                    llvm::function_ref<Element(int64_t)> elementOf) {
  int64_t lanes = getLanes(vectors.front());
  Value result = vectors.front();
  for (size_t added = 1; added < vectors.size(); ++added) {
    SmallVector<int64_t> mask;
    for (int64_t lane = 0; lane < lanes; ++lane) {
      Element element = elementOf(lane);
      auto vector = static_cast<size_t>(element.vector);
      if (vector == added)
        mask.push_back(lanes + element.lane);
      else if (vector > added)
        mask.push_back(vector::ShuffleOp::kPoisonIndex);
      else
        mask.push_back(added == 1 ? element.lane : lane);
    }
    result = vector::ShuffleOp::create(builder, result, vectors[added], mask);
  }
  return result;
}

KernelBuilder::Values qopt::interleave(KernelBuilder &builder, ValueRange vectors) {
  auto count = static_cast<int64_t>(vectors.size());
  int64_t lanes = getLanes(vectors.front());
  KernelBuilder::Values results;
  for (int64_t i = 0; i < count; ++i)
    results.push_back(gather(builder, vectors, [&](int64_t lane) -> Element {
      int64_t position = i * lanes + lane;
      return {position % count, position / count};
    }));
  return results;
}

KernelBuilder::Values qopt::deinterleave(KernelBuilder &builder, ValueRange vectors) {
  auto count = static_cast<int64_t>(vectors.size());
  int64_t lanes = getLanes(vectors.front());
  KernelBuilder::Values results;
  for (int64_t i = 0; i < count; ++i)
    results.push_back(gather(builder, vectors, [&](int64_t lane) -> Element {
      int64_t position = lane * count + i;
      return {position / lanes, position % lanes};
    }));
  return results;
}

Value qopt::unpack(KernelBuilder &builder, Value lhs, Value rhs, int64_t size, bool isUpper) {
  int64_t lanes = getLanes(lhs);
  int64_t group = 128 / getElementTypeOrSelf(lhs).getIntOrFloatBitWidth(), half = group / 2;
  SmallVector<int64_t> mask;
  for (int64_t lane = 0; lane < lanes; lane += group)
    for (int64_t element = 0; element < half; element += size)
      for (int64_t side : {int64_t(0), lanes})
        for (int64_t i = 0; i < size; ++i)
          mask.push_back(side + lane + half * isUpper + element + i);
  return vector::ShuffleOp::create(builder, lhs, rhs, mask);
}

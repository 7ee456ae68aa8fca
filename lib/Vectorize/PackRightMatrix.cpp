#include "ByteMatmul.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

class RightMatrixPacker {
public:
  RightMatrixPacker(KernelBuilder &builder, const ByteMatmul &matmul, Value rhsPanel,
                    int64_t columns)
      : builder(builder), matmul(matmul), rhs(matmul.rhs), lanes(matmul.lanes), rhsPanel(rhsPanel),
        columns(columns), vectors(llvm::divideCeil(columns, lanes)) {}

  void emit();

private:
  using Values = KernelBuilder::Values;
  static constexpr int64_t kGroup = ByteMatmul::kGroup;

  int64_t countOf(int64_t v) const { return std::min(lanes, columns - v * lanes); }
  Value rhsOffset(Value step, int64_t v);
  Value panelOffset(Value step, int64_t v);
  Values packByRows(Values sums);
  Values packByColumns(Values sums);
  Values packStep(ValueRange sums, int64_t step, int64_t depth,
                  Value (RightMatrixPacker::*load)(Value, int64_t, int64_t));
  Value loadRows(Value offset, int64_t count, int64_t depth);
  Value loadColumns(Value offset, int64_t count, int64_t depth);
  Values loadColumnBlocks(Value offset, int64_t count);
  Value storeGroups(Value sum, Value groups, Value offset);

  KernelBuilder &builder;
  const ByteMatmul &matmul;
  const FlatBuffer &rhs;
  int64_t lanes;
  Value rhsPanel;
  int64_t columns, vectors;
};

} // namespace

Value RightMatrixPacker::rhsOffset(Value step, int64_t v) {
  Value offset = builder.add(rhsPanel, builder.mul(step, kGroup * rhs.strides[1]));
  return builder.add(offset, v * lanes * rhs.strides[2]);
}

Value RightMatrixPacker::panelOffset(Value step, int64_t v) {
  return builder.add(builder.mul(step, matmul.stepBytes(vectors)), v * matmul.stepBytes(1));
}

/// Packs all steps, and stores (z - za) times the sums of b'.
void RightMatrixPacker::emit() {
  VectorType type = builder.vectorType(lanes, builder.getI32Type());
  Values sums(vectors, builder.constant(type, int64_t(0)));
  bool isByColumns = rhs.strides[2] != 1 && rhs.shape[2] != 1;
  sums = isByColumns ? packByColumns(std::move(sums)) : packByRows(std::move(sums));
  Value factor = builder.constant(type, matmul.columnFactor());
  VectorType bytes = builder.vectorType(matmul.registerBytes(), builder.getI8Type());
  for (int64_t v = 0; v < vectors; ++v) {
    Value term = builder.createOrFold<arith::MulIOp>(sums[v], factor);
    term = vector::BitCastOp::create(builder, bytes, term);
    builder.store(term, matmul.scratch,
                  builder.index(matmul.columnTerms + v * matmul.registerBytes()));
  }
}

KernelBuilder::Values RightMatrixPacker::packStep(ValueRange sums, int64_t step, int64_t depth,
                                                  Value (RightMatrixPacker::*load)(Value, int64_t,
                                                                                   int64_t)) {
  Values results;
  Value index = builder.index(step);
  for (int64_t v = 0; v < vectors; ++v)
    results.push_back(storeGroups(sums[v], (this->*load)(rhsOffset(index, v), countOf(v), depth),
                                  panelOffset(index, v)));
  return results;
}

KernelBuilder::Values RightMatrixPacker::packByRows(Values sums) {
  sums = builder.loop(0, matmul.wholeSteps(), 1, sums, [&](Value step, ValueRange values) {
    Values results;
    for (int64_t v = 0; v < vectors; ++v)
      results.push_back(storeGroups(values[v], loadRows(rhsOffset(step, v), countOf(v), kGroup),
                                    panelOffset(step, v)));
    return results;
  });
  if (matmul.tail() == 0)
    return sums;
  return packStep(sums, matmul.wholeSteps(), matmul.tail(), &RightMatrixPacker::loadRows);
}

/// Four steps at a time: 16 bytes of each column.
KernelBuilder::Values RightMatrixPacker::packByColumns(Values sums) {
  int64_t blocks = matmul.wholeSteps() / kGroup * kGroup;
  sums = builder.loop(0, blocks, kGroup, sums, [&](Value step, ValueRange values) {
    Values results = llvm::to_vector(values);
    for (int64_t v = 0; v < vectors; ++v)
      for (auto [i, groups] : llvm::enumerate(loadColumnBlocks(rhsOffset(step, v), countOf(v))))
        results[v] = storeGroups(results[v], groups, panelOffset(builder.add(step, i), v));
    return results;
  });
  for (int64_t step = blocks; step < matmul.wholeSteps(); ++step)
    sums = packStep(sums, step, kGroup, &RightMatrixPacker::loadColumns);
  if (matmul.tail() == 0)
    return sums;
  return packStep(sums, matmul.wholeSteps(), matmul.tail(), &RightMatrixPacker::loadColumns);
}

/// Groups of `count` columns from the rows of four k; those behind `depth` hold y.
Value RightMatrixPacker::loadRows(Value offset, int64_t count, int64_t depth) {
  Values rows;
  for (int64_t k = 0; k < kGroup; ++k)
    rows.push_back(loadBytes(builder, rhs, builder.add(offset, k * rhs.strides[1]),
                             k < depth ? count : 0, lanes, matmul.rhsShift));
  auto asWords = [&](Value pairs) {
    return vector::BitCastOp::create(builder, builder.vectorType(lanes, builder.getI16Type()),
                                     pairs);
  };
  Value groups = builder.interleave(asWords(builder.interleave(rows[0], rows[1])),
                                    asWords(builder.interleave(rows[2], rows[3])));
  return vector::BitCastOp::create(
      builder, builder.vectorType(matmul.registerBytes(), builder.getI8Type()), groups);
}

/// Groups of four steps where the k of a column lie behind one another: blocks of
/// 4 x 4 words are transposed within 128 bits.
KernelBuilder::Values RightMatrixPacker::loadColumnBlocks(Value offset, int64_t count) {
  constexpr int64_t kBlock = 16;
  VectorType words = builder.vectorType(lanes, builder.getI32Type());
  Values rows;
  for (int64_t j = 0; j < 4; ++j) {
    Values blocks;
    // Columns behind the last are computed, but not stored.
    for (int64_t column = j; column < lanes; column += 4)
      blocks.push_back(builder.load(
          rhs, builder.add(offset, std::min(column, count - 1) * rhs.strides[2]), kBlock));
    rows.push_back(vector::BitCastOp::create(builder, words, builder.concat(blocks)));
  }
  auto unpack = [&](Value first, Value second, int64_t size, bool isUpper) -> Value {
    SmallVector<int64_t> mask;
    for (int64_t block = 0; block < lanes; block += 4)
      for (int64_t i = 0; i < 4; i += 2 * size)
        for (Value source : {first, second})
          for (int64_t lane = 0; lane < size; ++lane)
            mask.push_back((source == first ? 0 : lanes) + block + (isUpper ? 2 : 0) + i / 2 +
                           lane);
    return vector::ShuffleOp::create(builder, first, second, mask);
  };
  Values results;
  for (bool isUpper : {false, true}) {
    Value first = unpack(rows[0], rows[1], 1, isUpper);
    Value second = unpack(rows[2], rows[3], 1, isUpper);
    for (bool isOdd : {false, true})
      results.push_back(vector::BitCastOp::create(
          builder, builder.vectorType(matmul.registerBytes(), builder.getI8Type()),
          unpack(first, second, 2, isOdd)));
  }
  return results;
}

/// The same for one step, of `depth` bytes.
Value RightMatrixPacker::loadColumns(Value offset, int64_t count, int64_t depth) {
  Values groups;
  for (int64_t column = 0; column < lanes; ++column) {
    Value bytes =
        loadBytes(builder, rhs, builder.add(offset, std::min(column, count - 1) * rhs.strides[2]),
                  depth, kGroup, matmul.rhsShift);
    groups.push_back(bytes);
  }
  return builder.concat(groups);
}

/// Stores b' of `groups`, and adds them to the sums of the columns.
Value RightMatrixPacker::storeGroups(Value sum, Value groups, Value offset) {
  Type type = groups.getType();
  if (matmul.hasByteDot) {
    Value packed = arith::XOrIOp::create(builder, groups, builder.constant(type, int64_t(-128)));
    builder.store(packed, matmul.scratch, offset);
    return VectorDotOp::create(builder, sum, builder.constant(type, int64_t(1)), packed,
                               matmul.isSigned);
  }
  Type words = builder.vectorType(2 * lanes, builder.getI16Type());
  Value pairs = vector::BitCastOp::create(builder, cast<VectorType>(words), groups);
  Value odd = arith::ShRUIOp::create(builder, pairs, builder.constant(words, int64_t(8)));
  Value even = arith::AndIOp::create(builder, pairs, builder.constant(words, int64_t(255)));
  for (auto [i, half] : llvm::enumerate(Values{even, odd})) {
    Value packed = builder.add(half, builder.constant(words, -matmul.rhsShift));
    sum = VectorDotOp::create(builder, sum, builder.constant(words, int64_t(1)), packed, false);
    builder.store(vector::BitCastOp::create(builder, cast<VectorType>(type), packed),
                  matmul.scratch, builder.add(offset, i * matmul.registerBytes()));
  }
  return sum;
}

void qopt::packRightMatrix(KernelBuilder &builder, const ByteMatmul &matmul, Value rhsPanel,
                           int64_t columns) {
  RightMatrixPacker(builder, matmul, rhsPanel, columns).emit();
}

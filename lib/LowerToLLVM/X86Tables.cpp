#include "X86Tables.h"

#include "LowerTables.h"
#include "VectorPieces.h"
#include "X86Packs.h"
#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Support/FixedPoint.h"
#include "qopt/Vectorize/FixedPointBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;

static Value shiftRight(ImplicitLocOpBuilder &builder, Value value, int64_t places) {
  return arith::ShRUIOp::create(builder, value, splatLanes(builder, value.getType(), places));
}

//===----------------------------------------------------------------------===//
// vpermi2b and vpermi2w
//===----------------------------------------------------------------------===//

/// Reads four registers of a table, 256 bytes or 128 words, at the lanes of
/// `index`; bits above those that count are ignored.
static Value permuteBytes(ImplicitLocOpBuilder &builder, ArrayRef<Value> table, Value index) {
  auto permute = [&](Value low, Value high) {
    return callIntrinsic(builder, "llvm.x86.avx512.vpermi2var.qi.512", index.getType(),
                         {low, index, high});
  };
  Value isUpper = arith::CmpIOp::create(builder, arith::CmpIPredicate::slt, index,
                                        splatLanes(builder, index.getType(), 0));
  return arith::SelectOp::create(builder, isUpper, permute(table[2], table[3]),
                                 permute(table[0], table[1]));
}

/// Reads eight registers of a table, 256 words, at the lanes of `index`.
static Value permuteWords(ImplicitLocOpBuilder &builder, ArrayRef<Value> table, Value index) {
  auto hasBit = [&](int64_t bit) -> Value {
    Value masked = arith::AndIOp::create(builder, index, splatLanes(builder, index.getType(), bit));
    return arith::CmpIOp::create(builder, arith::CmpIPredicate::ne, masked,
                                 splatLanes(builder, index.getType(), 0));
  };
  auto permute = [&](int64_t first) {
    return callIntrinsic(builder, "llvm.x86.avx512.vpermi2var.hi.512", index.getType(),
                         {table[first], index, table[first + 1]});
  };
  Value has64 = hasBit(64), has128 = hasBit(128);
  Value lower = arith::SelectOp::create(builder, has64, permute(2), permute(0));
  Value upper = arith::SelectOp::create(builder, has64, permute(6), permute(4));
  return arith::SelectOp::create(builder, has128, upper, lower);
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

/// x + 2^14, limited to [0, 2^15): from above by saturation.
static Value getPosition(ImplicitLocOpBuilder &builder, Value argument) {
  Type type = argument.getType();
  Value position = addSaturated(builder, argument, splatLanes(builder, type, 1 << 14));
  return arith::MaxSIOp::create(builder, position, splatLanes(builder, type, 0));
}

static Value getSegment(ImplicitLocOpBuilder &builder, Value position) {
  return shiftRight(builder, position, kFunctionSegmentSizeLog2);
}

/// base + the part of the slope that a position, or x, has come to. The slopes have been shifted
/// by `kFunctionOffsetShift` - `places` to the left.
static Value interpolate(ImplicitLocOpBuilder &builder, Value base, Value slope, Value position,
                         int64_t places = kFunctionOffsetShift) {
  Type type = position.getType();
  Value offset = position;
  if (places != 0)
    offset = arith::ShLIOp::create(builder, offset, splatLanes(builder, type, places));
  int64_t mask = (kFunctionSegmentSize - 1) << places;
  offset = arith::AndIOp::create(builder, offset, splatLanes(builder, type, mask));
  return arith::AddIOp::create(builder, base, buildMultiplyHigh16(builder, slope, offset));
}

static SmallVector<Value> emitFunctionByWords(ImplicitLocOpBuilder &builder, Value function,
                                              ArrayRef<Value> arguments, int64_t offset) {
  constexpr int64_t kLanes = 32;
  Value row = flattenFunction(builder, function);
  SmallVector<Value> bases, slopes;
  for (int64_t first = 0; first < kFunctionSegments; first += kLanes) {
    Value entries = loadLanes(builder, row, 2 * first, 2 * kLanes);
    Value base = takeColumn(builder, entries, 0, 2);
    if (offset != 0)
      base = arith::AddIOp::create(builder, base, splatLanes(builder, base.getType(), offset));
    bases.push_back(base);
    slopes.push_back(takeColumn(builder, entries, 1, 2));
  }
  SmallVector<Value> results;
  for (Value argument : arguments) {
    int64_t lanes = cast<VectorType>(argument.getType()).getNumElements();
    Value wide = takeLanes(builder, getPosition(builder, argument), 0, kLanes);
    Value segment = getSegment(builder, wide);
    Value result = interpolate(builder, permuteWords(builder, bases, segment),
                               permuteWords(builder, slopes, segment), wide);
    results.push_back(takeLanes(builder, result, 0, lanes));
  }
  return results;
}

namespace {

/// Reads tables of 256 bytes, four registers each, all of them at the same bytes.
class ByteReader {
public:
  ByteReader(ImplicitLocOpBuilder &builder, BytePermutes permutes, Value index)
      : builder(builder), permutes(permutes), index(index) {
    auto compare = [&](arith::CmpIPredicate predicate, Value lhs) -> Value {
      return arith::CmpIOp::create(builder, predicate, lhs, splatLanes(builder, lhs.getType(), 0));
    };
    Value bit6 = arith::AndIOp::create(builder, index, splatLanes(builder, index.getType(), 64));
    Value has64 = compare(arith::CmpIPredicate::ne, bit6);
    Value has128 = compare(arith::CmpIPredicate::slt, index);
    masks = {has64, has128, arith::AndIOp::create(builder, has64, has128)};
  }

  Value read(ArrayRef<Value> table) const {
    if (permutes == BytePermutes::Paired)
      return permuteBytes(builder, table, index);
    auto permute = [&](Value part) {
      return callIntrinsic(builder, "llvm.x86.avx512.permvar.qi.512", index.getType(),
                           {part, index});
    };
    Value result = permute(table[0]);
    for (auto [mask, part] : llvm::zip_equal(masks, table.drop_front()))
      result = arith::SelectOp::create(builder, mask, permute(part), result);
    return result;
  }

private:
  ImplicitLocOpBuilder &builder;
  BytePermutes permutes;
  Value index;
  /// The lanes that mean registers 1, 2 and 3; the first two those of 3 as well.
  std::array<Value, 3> masks;
};

} // namespace

/// x limited to [-2^14, 2^14), from below unless what is behind the start of its segment
/// does not count there.
static Value limitArgument(ImplicitLocOpBuilder &builder, Value argument, bool isFlatStart) {
  Type type = argument.getType();
  if (!isFlatStart)
    argument = arith::MaxSIOp::create(builder, argument, splatLanes(builder, type, -(1 << 14)));
  return arith::MinSIOp::create(builder, argument, splatLanes(builder, type, (1 << 14) - 1));
}

template <BytePermutes permutes>
static SmallVector<Value> emitFunctionByBytes(ImplicitLocOpBuilder &builder, Value function,
                                              ArrayRef<Value> arguments, int64_t offset) {
  // One register of words would fill half of one of bytes.
  if (arguments.size() == 1)
    return emitFunctionByWords(builder, function, arguments, offset);
  constexpr int64_t kLanes = 64;
  static_assert(kFunctionOffsetShift == 8, "bytes of a word are so far apart");
  bool hasByteSlopes = qint::hasByteSlopes(function);
  BytePlanes planes = splitFunction(builder, function, kLanes, offset);
  // Segments are counted from x = 0: as bytes, those below lie in the upper half.
  for (SmallVector<Value> &plane : planes)
    std::rotate(plane.begin(), plane.begin() + plane.size() / 2, plane.end());

  // One register of segment numbers, which saturate, and back to words by the inverse.
  X86Register segments[2];
  Value limited[2];
  for (auto [segment, x, argument] : llvm::zip_equal(segments, limited, arguments)) {
    x = limitArgument(builder, argument, qint::hasFlatStart(function));
    Value places = splatLanes(builder, x.getType(), kFunctionSegmentSizeLog2);
    int64_t lanes = cast<VectorType>(x.getType()).getNumElements();
    segment = {arith::ShRSIOp::create(builder, x, places), llvm::to_vector(llvm::seq(lanes))};
  }
  Value segment = packToSignedBytes(builder, segments[0], segments[1]).value;
  int64_t lanes = cast<VectorType>(segment.getType()).getNumElements();
  ByteReader reader(builder, permutes, takeLanes(builder, segment, 0, kLanes));
  auto read = [&](int64_t plane) {
    return takeLanes(builder, reader.read(planes[plane]), 0, lanes);
  };
  auto join = [&](Value low, Value high, bool isUpper) {
    return bitcastLanes(builder, unpack(builder, low, high, isUpper), builder.getI16Type());
  };
  Value baseLow = read(0), baseHigh = read(1), slopeLow = read(2);
  // Bytes stand 8 places higher, and what they are multiplied with need not.
  Value slopeHigh = hasByteSlopes ? slopeLow : read(3);
  if (hasByteSlopes)
    slopeLow = splatLanes(builder, slopeHigh.getType(), 0);
  SmallVector<Value> results;
  for (bool isUpper : {false, true})
    results.push_back(interpolate(builder, join(baseLow, baseHigh, isUpper),
                                  join(slopeLow, slopeHigh, isUpper), limited[isUpper],
                                  hasByteSlopes ? 0 : kFunctionOffsetShift));
  return results;
}

FunctionEmitter qopt::getAvx512FunctionEmitter(BytePermutes bytePermutes) {
  switch (bytePermutes) {
  case BytePermutes::None:
    return emitFunctionByWords;
  case BytePermutes::Single:
    return emitFunctionByBytes<BytePermutes::Single>;
  case BytePermutes::Paired:
    return emitFunctionByBytes<BytePermutes::Paired>;
  }
  llvm_unreachable("all byte permutes handled");
}

/// The 32-bit entries of a function at the 16-bit numbers in lanes `order` of
/// `segment`.
static Value readEntries(ImplicitLocOpBuilder &builder, Value function, Value segment,
                         ArrayRef<int64_t> order) {
  constexpr int64_t kWords = 4;
  // Four numbers leave the vector at a time.
  Value quads = bitcastLanes(builder, segment, builder.getI64Type());
  auto entryType = VectorType::get(2, builder.getI16Type());
  Value zero = arith::ConstantIndexOp::create(builder, 0);
  Value mask = arith::ConstantIntOp::create(builder, builder.getI64Type(), UINT16_MAX);
  SmallVector<Value> entries;
  for (int64_t lane : order) {
    Value number = vector::ExtractOp::create(builder, quads, lane / kWords);
    Value places =
        arith::ConstantIntOp::create(builder, builder.getI64Type(), 16 * (lane % kWords));
    number = builder.createOrFold<arith::ShRUIOp>(number, places);
    number = arith::AndIOp::create(builder, number, mask);
    Value index = arith::IndexCastUIOp::create(builder, builder.getIndexType(), number);
    Value entry = vector::LoadOp::create(builder, entryType, function, ValueRange{index, zero});
    entry = bitcastLanes(builder, entry, builder.getI32Type());
    entries.push_back(vector::ExtractOp::create(builder, entry, 0));
  }
  auto type = VectorType::get(order.size(), builder.getI32Type());
  return vector::FromElementsOp::create(builder, type, entries);
}

SmallVector<Value> qopt::emitFunctionByReads(ImplicitLocOpBuilder &builder, Value function,
                                             ArrayRef<Value> arguments, int64_t offset) {
  // base + ((slope * f) >> 8) = (base * 2^14 + slope * (f << 6)) >> 14: one pmaddwd
  // of the entry as it is read.
  constexpr int64_t kBaseLog2 = 14;
  static constexpr X86Intrinsic pmaddwd = {"llvm.x86.sse2.pmadd.wd", "llvm.x86.avx2.pmadd.wd",
                                           "llvm.x86.avx512.pmaddw.d.512"};
  SmallVector<Value> results;
  for (Value argument : arguments) {
    Value position = getPosition(builder, argument);
    Type type = position.getType();
    int64_t lanes = cast<VectorType>(type).getNumElements();
    auto half = VectorType::get(lanes / 2, builder.getI32Type());
    Value segment = getSegment(builder, position);
    Value distance = arith::AndIOp::create(builder, position,
                                           splatLanes(builder, type, kFunctionSegmentSize - 1));
    distance = arith::ShLIOp::create(
        builder, distance, splatLanes(builder, type, kBaseLog2 + kFunctionOffsetShift - 16));
    Value one = splatLanes(builder, type, 1 << kBaseLog2);
    X86Register sums[2];
    for (bool isUpper : {false, true}) {
      X86Register &sum = sums[isUpper];
      for (int64_t first = isUpper ? 4 : 0; first < lanes; first += 8)
        llvm::append_range(sum.order, llvm::seq(first, first + 4));
      Value entries = bitcastLanes(builder, readEntries(builder, function, segment, sum.order),
                                   builder.getI16Type());
      Value factors = unpack(builder, one, distance, isUpper);
      sum.value = pmaddwd.call(builder, half, {entries, factors});
      sum.value = arith::ShRSIOp::create(builder, sum.value, splatLanes(builder, half, kBaseLog2));
    }
    Value result = packToWords(builder, sums[0], sums[1]).value;
    if (offset != 0)
      result = arith::AddIOp::create(builder, result, splatLanes(builder, type, offset));
    results.push_back(result);
  }
  return results;
}

//===----------------------------------------------------------------------===//
// qint.vector.lookup
//===----------------------------------------------------------------------===//

/// Reads 256 bytes, 16 at a time, by pshufb: it gives 0 where the index is
/// negative. Row i is read at index - 16 * i, so that rows up to the index's
/// take part; each holds its difference to the row before.
static Value shuffleBytes(ImplicitLocOpBuilder &builder, Value table, Value index) {
  constexpr int64_t kRow = 16, kRows = 8;
  static constexpr X86Intrinsic pshufb = {"llvm.x86.ssse3.pshuf.b.128", "llvm.x86.avx2.pshuf.b",
                                          "llvm.x86.avx512.pshuf.b.512"};
  Type type = index.getType();
  SmallVector<int64_t> repeat;
  for (int64_t lane = 0, end = cast<VectorType>(type).getNumElements(); lane < end; ++lane)
    repeat.push_back(lane % kRow);
  Value result;
  for (bool isUpper : {false, true}) {
    // Indices of the other half are negative, and stay so.
    Value position = index, previous;
    if (isUpper)
      position = arith::XOrIOp::create(builder, index, splatLanes(builder, type, -128));
    for (int64_t i = 0; i < kRows; ++i) {
      Value row = loadLanes(builder, table, (isUpper ? 128 : 0) + kRow * i, kRow);
      Value difference = previous ? arith::XOrIOp::create(builder, row, previous) : row;
      previous = row;
      difference = shuffleLanes(builder, difference, difference, repeat);
      if (i != 0)
        position = LLVM::SSubSat::create(builder, type, position, splatLanes(builder, type, kRow));
      Value part = pshufb.call(builder, type, {difference, position});
      result = result ? arith::XOrIOp::create(builder, result, part) : part;
    }
  }
  return result;
}

static Value permuteTable(ImplicitLocOpBuilder &builder, Value table, Value index) {
  SmallVector<Value> registers;
  for (int64_t first = 0; first < 256; first += 64)
    registers.push_back(loadLanes(builder, table, first, 64));
  return permuteBytes(builder, registers, index);
}

void qopt::addLowerX86ShuffleLookupPattern(RewritePatternSet &patterns, int64_t bits,
                                           PatternBenefit benefit) {
  addLowerByteLookupPattern(patterns, 16, bits / 8, shuffleBytes, benefit);
}

void qopt::addLowerX86PermuteLookupPattern(RewritePatternSet &patterns, PatternBenefit benefit) {
  addLowerByteLookupPattern(patterns, 64, 64, permuteTable, benefit);
}

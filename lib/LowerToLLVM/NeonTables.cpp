#include "NeonTables.h"

#include "LowerTables.h"
#include "VectorPieces.h"
#include "qopt/Dialect/QInt/ConstantBuffers.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;

static constexpr int64_t kLanes = 16;

/// Reads 16 registers of a table, four at a time: tbl gives 0 and tbx leaves a
/// lane as it is where the index is beyond its 64 bytes.
static Value lookupBytes(ImplicitLocOpBuilder &builder, ArrayRef<Value> table, Value index) {
  constexpr int64_t kRegisters = 4;
  Type type = index.getType();
  Value result;
  for (int64_t first = 0; first < 256 / kLanes; first += kRegisters) {
    SmallVector<Value> operands(table.slice(first, kRegisters));
    Value start = splatLanes(builder, type, int8_t(kLanes * first));
    operands.push_back(first == 0 ? index : Value(arith::SubIOp::create(builder, index, start)));
    if (result)
      operands.insert(operands.begin(), result);
    result = callIntrinsic(builder,
                           result ? "llvm.aarch64.neon.tbx4.v16i8" : "llvm.aarch64.neon.tbl4.v16i8",
                           type, operands);
  }
  return result;
}

static Value lookupTable(ImplicitLocOpBuilder &builder, Value table, Value index) {
  SmallVector<Value> registers;
  for (int64_t first = 0; first < 256; first += kLanes)
    registers.push_back(loadLanes(builder, table, first, kLanes));
  return lookupBytes(builder, registers, index);
}

/// The bytes of an entry in turn, of which slopes that fit one have three.
static std::pair<Value, Value> lookupSegments(ImplicitLocOpBuilder &builder, Value function,
                                              Value segment) {
  BytePlanes planes = splitFunction(builder, function, kLanes);
  bool hasByteSlopes = qint::hasByteSlopes(function);
  auto type = cast<VectorType>(segment.getType());
  Value index = arith::TruncIOp::create(
      builder, VectorType::get(type.getShape(), builder.getI8Type()), segment);
  SmallVector<Value> bases, slopes;
  for (Value piece : cutLanes(builder, index, kLanes)) {
    auto read = [&](int64_t plane) { return lookupBytes(builder, planes[plane], piece); };
    auto join = [&](Value low, Value high) {
      return bitcastLanes(builder, vector::InterleaveOp::create(builder, low, high),
                          builder.getI16Type());
    };
    bases.push_back(join(read(0), read(1)));
    auto words = VectorType::get(kLanes, builder.getI16Type());
    slopes.push_back(hasByteSlopes ? arith::ExtSIOp::create(builder, words, read(2)).getResult()
                                   : join(read(2), read(3)));
  }
  int64_t lanes = type.getNumElements();
  return {joinLanes(builder, bases, lanes), joinLanes(builder, slopes, lanes)};
}

void qopt::addLowerNeonTablePatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  addLowerByteLookupPattern(patterns, kLanes, kLanes, lookupTable, benefit);
  addLowerEpiloguePattern(patterns, lookupSegments, benefit);
}

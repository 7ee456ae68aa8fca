#include "NeonTables.h"

#include "LowerTables.h"
#include "VectorPieces.h"

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

/// The four bytes of an entry in turn.
static std::pair<Value, Value> lookupSegments(ImplicitLocOpBuilder &builder, Value function,
                                              Value segment) {
  BytePlanes planes = splitFunction(builder, function, kLanes);
  auto type = cast<VectorType>(segment.getType());
  Value index = arith::TruncIOp::create(
      builder, VectorType::get(type.getShape(), builder.getI8Type()), segment);
  SmallVector<Value> bases, slopes;
  for (Value piece : cutLanes(builder, index, kLanes)) {
    auto join = [&](int64_t plane) {
      Value words =
          vector::InterleaveOp::create(builder, lookupBytes(builder, planes[plane], piece),
                                       lookupBytes(builder, planes[plane + 1], piece));
      return bitcastLanes(builder, words, builder.getI16Type());
    };
    bases.push_back(join(0));
    slopes.push_back(join(2));
  }
  int64_t lanes = type.getNumElements();
  return {joinLanes(builder, bases, lanes), joinLanes(builder, slopes, lanes)};
}

void qopt::addLowerNeonTablePatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  addLowerByteLookupPattern(patterns, kLanes, kLanes, lookupTable, benefit);
  addLowerEpiloguePattern(patterns, lookupSegments, benefit);
}

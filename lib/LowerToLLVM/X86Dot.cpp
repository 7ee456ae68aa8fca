#include "X86Dot.h"

#include "LowerDot.h"
#include "X86Packs.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace qopt;

/// The adds of unrolled steps stay in their order: as a balanced tree, which LLVM would
/// make of them, they need twice the registers.
static Value pinOrder(ImplicitLocOpBuilder &builder, Value value) {
  return hideOrigin(builder, value);
}

/// Part of a register that other products take as a whole. Of a broadcast, LLVM would make
/// two, from a general register instead of from memory.
static Value shareRegister(ImplicitLocOpBuilder &builder, Value value) {
  auto slice = value.getDefiningOp<vector::ExtractStridedSliceOp>();
  if (!slice)
    return value;
  IRMapping mapping;
  mapping.map(slice.getSource(), hideOrigin(builder, slice.getSource()));
  return builder.clone(*slice, mapping)->getResult(0);
}

Value qopt::emitX86Words(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs) {
  int64_t bits = countBits(accumulator);
  StringRef name = bits == 512   ? "llvm.x86.avx512.pmaddw.d.512"
                   : bits == 256 ? "llvm.x86.avx2.pmadd.wd"
                                 : "llvm.x86.sse2.pmadd.wd";
  Value sums = callIntrinsic(builder, name, accumulator.getType(), {lhs, rhs});
  return pinOrder(builder, arith::AddIOp::create(builder, accumulator, sums));
}

Value qopt::emitX86BytePairs(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                             Value rhs) {
  int64_t bits = countBits(accumulator);
  StringRef name = bits == 512   ? "llvm.x86.avx512.pmaddubs.w.512"
                   : bits == 256 ? "llvm.x86.avx2.pmadd.ub.sw"
                                 : "llvm.x86.ssse3.pmadd.ub.sw.128";
  Value sums = callIntrinsic(builder, name, accumulator.getType(), {lhs, rhs});
  return pinOrder(builder, arith::AddIOp::create(builder, accumulator, sums));
}

/// The bytes of even or of odd number, widened to words.
static Value widenHalf(ImplicitLocOpBuilder &builder, Value bytes, bool isOdd, bool isUnsigned) {
  Value words = bitcastLanes(builder, bytes, builder.getI16Type());
  Value eight = splatLanes(builder, words.getType(), 8);
  if (isUnsigned) {
    if (isOdd)
      return arith::ShRUIOp::create(builder, words, eight);
    return arith::AndIOp::create(builder, words, splatLanes(builder, words.getType(), 255));
  }
  if (!isOdd)
    words = arith::ShLIOp::create(builder, words, eight);
  return arith::ShRSIOp::create(builder, words, eight);
}

static Value emitWidened(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs,
                         bool isUnsigned) {
  for (bool isOdd : {false, true})
    accumulator = emitX86Words(builder, accumulator, widenHalf(builder, lhs, isOdd, isUnsigned),
                               widenHalf(builder, rhs, isOdd, /*isUnsigned=*/false));
  return accumulator;
}

Value qopt::emitX86UnsignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                                 Value rhs) {
  return emitWidened(builder, accumulator, lhs, rhs, /*isUnsigned=*/true);
}

Value qopt::emitX86SignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                               Value rhs) {
  return emitWidened(builder, accumulator, lhs, rhs, /*isUnsigned=*/false);
}

/// `name` of the form "llvm.x86.avx512.vpdpbusd." is completed by the width.
static Value emitVnni(ImplicitLocOpBuilder &builder, StringRef name, Value accumulator, Value lhs,
                      Value rhs) {
  return callIntrinsic(builder, (name + Twine(countBits(accumulator))).str(), accumulator.getType(),
                       {accumulator, lhs, rhs});
}

Value qopt::emitVnniUnsignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                                  Value rhs) {
  return emitVnni(builder, "llvm.x86.avx512.vpdpbusd.", accumulator, shareRegister(builder, lhs),
                  rhs);
}

Value qopt::emitVnniSignedBytes(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs,
                                Value rhs) {
  // lhs = (lhs + 128) - 128: the sum is an unsigned byte.
  Value zero = splatLanes(builder, accumulator.getType(), 0);
  Value all128 = splatLanes(builder, lhs.getType(), -128);
  Value excess = emitVnniUnsignedBytes(builder, zero, all128, rhs);
  Value sum = emitVnniUnsignedBytes(builder, accumulator, flipTopBits(builder, lhs), rhs);
  return arith::SubIOp::create(builder, sum, excess);
}

Value qopt::emitVnniWords(ImplicitLocOpBuilder &builder, Value accumulator, Value lhs, Value rhs) {
  return emitVnni(builder, "llvm.x86.avx512.vpdpwssd.", accumulator, lhs, rhs);
}

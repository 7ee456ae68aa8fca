#include "LowerMatrix.h"
#include "VectorPieces.h"
#include "qopt/LowerToLLVM/Patterns.h"
#include "qopt/Support/MatrixRegisters.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

/// The pointer to an element of a one-dimensional buffer without strides.
static Value getPointer(ImplicitLocOpBuilder &builder, Value memref, Value offset) {
  auto type = cast<MemRefType>(memref.getType());
  auto index = [&](int64_t value) -> Value {
    return arith::ConstantIndexOp::create(builder, value);
  };
  auto add = [&](Value lhs, Value rhs) { return builder.createOrFold<arith::AddIOp>(lhs, rhs); };
  Value element = add(offset, index(type.getStridesAndOffset().second));
  Value distance =
      builder.createOrFold<arith::MulIOp>(element, index(type.getElementTypeBitWidth() / 8));
  Value base = memref::ExtractAlignedPointerAsIndexOp::create(builder, memref);
  Value address = arith::IndexCastOp::create(builder, builder.getI64Type(), add(base, distance));
  return LLVM::IntToPtrOp::create(builder, LLVM::LLVMPointerType::get(builder.getContext()),
                                  address);
}

static void call(ImplicitLocOpBuilder &builder, StringRef name, ValueRange operands) {
  LLVM::CallIntrinsicOp::create(builder, builder.getStringAttr(name), operands);
}

/// The number of a register, which is part of the instruction.
static Value getRegister(ImplicitLocOpBuilder &builder, int64_t number) {
  return LLVM::ConstantOp::create(builder, builder.getI8IntegerAttr(number));
}

/// TILELOADD or TILESTORED.
static void transfer(ImplicitLocOpBuilder &builder, StringRef name, int64_t number, Value pointer,
                     int64_t strideBytes) {
  Value stride = LLVM::ConstantOp::create(builder, builder.getI64IntegerAttr(strideBytes));
  call(builder, name, {getRegister(builder, number), pointer, stride});
}

/// LDTILECFG reads 64 bytes: the palette, from byte 16 on the bytes of a row of each
/// register as words, from byte 48 on its rows. It sets all registers to zero.
static void configure(ImplicitLocOpBuilder &builder, VectorMatrixConfigureOp op) {
  constexpr size_t kPalette = 0, kRowBytes = 16, kRows = 48;
  SmallVector<int8_t> shapes(64, 0);
  shapes[kPalette] = 1;
  for (auto [i, bytes] : llvm::enumerate(op.getRowBytes()))
    shapes[kRowBytes + 2 * i] = static_cast<int8_t>(bytes);
  for (auto [i, rows] : llvm::enumerate(op.getRows()))
    shapes[kRows + i] = static_cast<int8_t>(rows);
  auto type = VectorType::get(64, builder.getI8Type());
  Value constant =
      arith::ConstantOp::create(builder, DenseElementsAttr::get(type, ArrayRef(shapes)));
  Value zero = arith::ConstantIndexOp::create(builder, 0);
  vector::StoreOp::create(builder, constant, op.getRegisters(), zero);
  call(builder, "llvm.x86.ldtilecfg", getPointer(builder, op.getRegisters(), zero));
}

static void load(ImplicitLocOpBuilder &builder, VectorMatrixLoadOp op) {
  transfer(builder, "llvm.x86.tileloadd64", op.getNumber(),
           getPointer(builder, op.getSource(), op.getOffset()), op.getRowStride());
}

static void dot(ImplicitLocOpBuilder &builder, VectorMatrixDotOp op) {
  call(builder, "llvm.x86.tdpbusd",
       {getRegister(builder, op.getAccumulator()), getRegister(builder, op.getLhs()),
        getRegister(builder, op.getRhs())});
}

static void store(ImplicitLocOpBuilder &builder, VectorMatrixStoreOp op) {
  transfer(builder, "llvm.x86.tilestored64", op.getNumber(),
           getPointer(builder, op.getTarget(), op.getOffset()), op.getRowStride() * 4);
}

void qopt::populateLowerAmxPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  addLowerMatrixPatterns(patterns, configure, load, dot, store, benefit);
}

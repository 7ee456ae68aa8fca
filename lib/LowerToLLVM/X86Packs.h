#ifndef QOPT_LIB_LOWERTOLLVM_X86PACKS_H
#define QOPT_LIB_LOWERTOLLVM_X86PACKS_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

// What x86 does within each 128 bits of a register: packs narrow the elements of
// two registers into one, unpacks are their inverse.

namespace qopt {

/// The names of an intrinsic for registers of 128, 256 and 512 bits.
struct X86Intrinsic {
  llvm::StringLiteral name128, name256, name512;

  /// Calls the one for registers like `operands[0]`.
  mlir::Value call(mlir::ImplicitLocOpBuilder &builder, mlir::Type result,
                   llvm::ArrayRef<mlir::Value> operands) const;
};

/// A register, and the lane of the op that each of its lanes belongs to: packs
/// do not keep the lanes in order.
struct X86Register {
  mlir::Value value;
  llvm::SmallVector<int64_t> order;
};

/// The bits of a vector.
int64_t countBits(mlir::Value vector);

/// A register as LLVM cannot look through it.
mlir::Value hideOrigin(mlir::ImplicitLocOpBuilder &builder, mlir::Value value);

/// i32 to i16, i16 to unsigned i8 and i16 to i8, saturated: of each 128 bits of the result
/// the first half comes from `lhs`.
X86Register packToWords(mlir::ImplicitLocOpBuilder &builder, const X86Register &lhs,
                        const X86Register &rhs);
X86Register packToBytes(mlir::ImplicitLocOpBuilder &builder, const X86Register &lhs,
                        const X86Register &rhs);
X86Register packToSignedBytes(mlir::ImplicitLocOpBuilder &builder, const X86Register &lhs,
                              const X86Register &rhs);

/// One or two registers of words as one of bytes, saturated; of one register the
/// halves are packed.
X86Register packAllToBytes(mlir::ImplicitLocOpBuilder &builder, llvm::ArrayRef<X86Register> words);

/// The elements of two registers in turn, of the lower or the upper half of each
/// 128 bits.
mlir::Value unpack(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs, mlir::Value rhs,
                   bool isUpper);

/// (a * b + 2^14) >> 15 of words, and min(max(a + b)) in 16 bits.
mlir::Value multiplyRounded(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs, mlir::Value rhs);
mlir::Value addSaturated(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs, mlir::Value rhs);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86PACKS_H

#include "X86Packs.h"

#include "VectorPieces.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace qopt;

int64_t qopt::countBits(Value vector) {
  auto type = cast<VectorType>(vector.getType());
  return type.getNumElements() * type.getElementTypeBitWidth();
}

Value qopt::hideOrigin(ImplicitLocOpBuilder &builder, Value value) {
  return LLVM::InlineAsmOp::create(builder, value.getType(), value, /*asm_string=*/"",
                                   /*constraints=*/"=v,0", /*has_side_effects=*/false,
                                   /*is_align_stack=*/false, LLVM::tailcallkind::TailCallKind::None,
                                   /*asm_dialect=*/LLVM::AsmDialectAttr(),
                                   /*operand_attrs=*/ArrayAttr())
      .getResult(0);
}

Value X86Intrinsic::call(ImplicitLocOpBuilder &builder, Type result,
                         ArrayRef<Value> operands) const {
  int64_t bits = countBits(operands.front());
  return callIntrinsic(builder,
                       bits == 512   ? name512
                       : bits == 256 ? name256
                                     : name128,
                       result, operands);
}

/// Narrows the elements of two registers into one: of each 128 bits first those
/// of `lhs`, then those of `rhs`.
static X86Register pack(ImplicitLocOpBuilder &builder, const X86Register &lhs,
                        const X86Register &rhs, const X86Intrinsic &intrinsic, Type elementType) {
  int64_t lanes = lhs.order.size();
  int64_t group = 128 * lanes / countBits(lhs.value);
  X86Register result;
  for (int64_t first = 0; first < lanes; first += group)
    for (const X86Register *source : {&lhs, &rhs})
      llvm::append_range(result.order, ArrayRef(source->order).slice(first, group));
  result.value =
      intrinsic.call(builder, VectorType::get(2 * lanes, elementType), {lhs.value, rhs.value});
  return result;
}

X86Register qopt::packToWords(ImplicitLocOpBuilder &builder, const X86Register &lhs,
                              const X86Register &rhs) {
  static constexpr X86Intrinsic packssdw = {"llvm.x86.sse2.packssdw.128", "llvm.x86.avx2.packssdw",
                                            "llvm.x86.avx512.packssdw.512"};
  return pack(builder, lhs, rhs, packssdw, builder.getI16Type());
}

X86Register qopt::packToBytes(ImplicitLocOpBuilder &builder, const X86Register &lhs,
                              const X86Register &rhs) {
  static constexpr X86Intrinsic packuswb = {"llvm.x86.sse2.packuswb.128", "llvm.x86.avx2.packuswb",
                                            "llvm.x86.avx512.packuswb.512"};
  return pack(builder, lhs, rhs, packuswb, builder.getI8Type());
}

X86Register qopt::packToSignedBytes(ImplicitLocOpBuilder &builder, const X86Register &lhs,
                                    const X86Register &rhs) {
  static constexpr X86Intrinsic packsswb = {"llvm.x86.sse2.packsswb.128", "llvm.x86.avx2.packsswb",
                                            "llvm.x86.avx512.packsswb.512"};
  return pack(builder, lhs, rhs, packsswb, builder.getI8Type());
}

X86Register qopt::packAllToBytes(ImplicitLocOpBuilder &builder, ArrayRef<X86Register> words) {
  if (words.size() == 2)
    return packToBytes(builder, words[0], words[1]);
  auto half = [&](bool isUpper) -> X86Register {
    int64_t lanes = words[0].order.size() / 2, offset = isUpper ? lanes : 0;
    return {takeLanes(builder, words[0].value, offset, lanes),
            llvm::to_vector(ArrayRef(words[0].order).slice(offset, lanes))};
  };
  return packToBytes(builder, half(false), half(true));
}

Value qopt::unpack(ImplicitLocOpBuilder &builder, Value lhs, Value rhs, bool isUpper) {
  auto type = cast<VectorType>(lhs.getType());
  int64_t lanes = type.getNumElements(), group = 128 / type.getElementTypeBitWidth();
  SmallVector<int64_t> mask;
  for (int64_t first = isUpper ? group / 2 : 0; first < lanes; first += group)
    for (int64_t lane = first; lane < first + group / 2; ++lane)
      mask.append({lane, lanes + lane});
  return shuffleLanes(builder, lhs, rhs, mask);
}

Value qopt::multiplyRounded(ImplicitLocOpBuilder &builder, Value lhs, Value rhs) {
  static constexpr X86Intrinsic pmulhrsw = {"llvm.x86.ssse3.pmul.hr.sw.128",
                                            "llvm.x86.avx2.pmul.hr.sw",
                                            "llvm.x86.avx512.pmul.hr.sw.512"};
  return pmulhrsw.call(builder, lhs.getType(), {lhs, rhs});
}

Value qopt::addSaturated(ImplicitLocOpBuilder &builder, Value lhs, Value rhs) {
  return LLVM::SAddSat::create(builder, lhs.getType(), lhs, rhs);
}

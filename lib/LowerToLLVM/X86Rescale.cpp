#include "X86Rescale.h"

#include "VectorPieces.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/FixedPointBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A register, and the lane of the op that each of its lanes belongs to: packs
/// work within 128 bits, so lanes do not stay in order.
struct Register {
  Value value;
  SmallVector<int64_t> order;
};

class RescaleEmitter {
public:
  RescaleEmitter(ImplicitLocOpBuilder &builder, VectorRescaleOp op) : builder(builder), op(op) {}

  /// Rescales lanes [offset, offset + count * width), count 2 or 4.
  Value emit(int64_t offset, int64_t width, int64_t count);

private:
  Register shift(int64_t offset, int64_t width);
  Register pack(const Register &lhs, const Register &rhs, StringRef name, Type elementType);
  Register packWords(const Register &lhs, const Register &rhs);
  Register packBytes(const Register &lhs, const Register &rhs);
  Register half(const Register &source, bool isUpper);
  void scale(Register &words);

  ImplicitLocOpBuilder &builder;
  VectorRescaleOp op;
};

} // namespace

static int64_t countBits(Value vector) {
  auto type = cast<VectorType>(vector.getType());
  return type.getNumElements() * type.getElementTypeBitWidth();
}

/// The accumulators shifted, still 32 bits: what a saturating pack makes t of.
Register RescaleEmitter::shift(int64_t offset, int64_t width) {
  Value accumulator = takeLanes(builder, op.getAccumulator(), offset, width);
  Value shifts = takeLanes(builder, op.getShifts(), offset, width);
  Register result{{}, llvm::to_vector(llvm::seq(offset, offset + width))};
  if (op.getRightShiftsOnly()) {
    result.value = arith::ShRSIOp::create(builder, accumulator, shifts);
    return result;
  }
  Value right = arith::MaxSIOp::create(builder, shifts, splatLanes(builder, shifts.getType(), 0));
  Value left = arith::SubIOp::create(builder, right, shifts);
  Value shifted = arith::ShRSIOp::create(builder, accumulator, right);
  result.value =
      arith::ShLIOp::create(builder, buildClamp(builder, shifted, INT16_MIN, INT16_MAX), left);
  return result;
}

/// Narrows the elements of two registers into one: of each 128 bits first those of
/// `lhs`, then those of `rhs`.
Register RescaleEmitter::pack(const Register &lhs, const Register &rhs, StringRef name,
                              Type elementType) {
  int64_t lanes = lhs.order.size();
  int64_t group = 128 * lanes / countBits(lhs.value);
  Register result;
  for (int64_t first = 0; first < lanes; first += group)
    for (const Register *source : {&lhs, &rhs})
      llvm::append_range(result.order, ArrayRef(source->order).slice(first, group));
  result.value =
      callIntrinsic(builder, name, VectorType::get(2 * lanes, elementType), {lhs.value, rhs.value});
  return result;
}

Register RescaleEmitter::packWords(const Register &lhs, const Register &rhs) {
  int64_t bits = countBits(lhs.value);
  StringRef name = bits == 512   ? "llvm.x86.avx512.packssdw.512"
                   : bits == 256 ? "llvm.x86.avx2.packssdw"
                                 : "llvm.x86.sse2.packssdw.128";
  return pack(lhs, rhs, name, builder.getI16Type());
}

Register RescaleEmitter::packBytes(const Register &lhs, const Register &rhs) {
  int64_t bits = countBits(lhs.value);
  StringRef name = bits == 512   ? "llvm.x86.avx512.packuswb.512"
                   : bits == 256 ? "llvm.x86.avx2.packuswb"
                                 : "llvm.x86.sse2.packuswb.128";
  return pack(lhs, rhs, name, builder.getI8Type());
}

Register RescaleEmitter::half(const Register &source, bool isUpper) {
  int64_t lanes = source.order.size() / 2, offset = isUpper ? lanes : 0;
  return {takeLanes(builder, source.value, offset, lanes),
          llvm::to_vector(ArrayRef(source.order).slice(offset, lanes))};
}

/// From t to the result before its clamp, 16 bits.
void RescaleEmitter::scale(Register &words) {
  Type type = words.value.getType();
  Value multipliers = shuffleLanes(builder, op.getMultipliers(), op.getMultipliers(), words.order);
  Value p = buildMultiplyHigh16(builder, words.value, multipliers);
  int64_t bits = op.getFractionBits();
  int64_t offset = int64_t(op.getZeroPoint()) * (1 << bits) + (1 << (bits - 1));
  Value sum = arith::AddIOp::create(builder, p, splatLanes(builder, type, offset));
  words.value = arith::ShRSIOp::create(builder, sum, splatLanes(builder, type, bits));
}

Value RescaleEmitter::emit(int64_t offset, int64_t width, int64_t count) {
  SmallVector<Register> words;
  for (int64_t i = 0; i < count; i += 2) {
    words.push_back(
        packWords(shift(offset + i * width, width), shift(offset + (i + 1) * width, width)));
    scale(words.back());
  }
  Register bytes = count == 4 ? packBytes(words[0], words[1])
                              : packBytes(half(words[0], false), half(words[0], true));
  SmallVector<int64_t> inverse(bytes.order.size());
  for (auto [lane, source] : llvm::enumerate(bytes.order))
    inverse[source - offset] = lane;
  Value result = shuffleLanes(builder, bytes.value, bytes.value, inverse);
  Type type = result.getType();
  if (op.getClampMin() > 0)
    result = arith::MaxUIOp::create(builder, result, splatLanes(builder, type, op.getClampMin()));
  if (op.getClampMax() < UINT8_MAX)
    result = arith::MinUIOp::create(builder, result, splatLanes(builder, type, op.getClampMax()));
  return result;
}

namespace {

struct LowerX86Rescale : OpRewritePattern<VectorRescaleOp> {
  LowerX86Rescale(MLIRContext *context, ArrayRef<int64_t> widths, PatternBenefit benefit)
      : OpRewritePattern(context, benefit), widths(widths) {}

  LogicalResult matchAndRewrite(VectorRescaleOp op, PatternRewriter &rewriter) const override {
    auto type = dyn_cast<VectorType>(op.getType());
    if (op.getMode() != RescaleMode::Fixed16)
      return rewriter.notifyMatchFailure(op, "not fixed16");
    if (!type || type.getNumElements() % 16 != 0)
      return rewriter.notifyMatchFailure(op, "does not fill registers with bytes");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    RescaleEmitter emitter(builder, op);
    int64_t lanes = type.getNumElements();
    SmallVector<Value> pieces;
    for (int64_t offset = 0; offset < lanes;) {
      // Four registers of accumulators become one of bytes, two the half of one.
      int64_t width = *llvm::find_if(
          widths, [&](int64_t candidate) { return 2 * candidate <= lanes - offset; });
      int64_t count = 4 * width <= lanes - offset ? 4 : 2;
      pieces.push_back(emitter.emit(offset, width, count));
      offset += count * width;
    }
    rewriter.replaceOp(op, joinLanes(builder, pieces, lanes));
    return success();
  }

private:
  ArrayRef<int64_t> widths;
};

} // namespace

void qopt::addLowerX86RescalePattern(RewritePatternSet &patterns, ArrayRef<int64_t> widths,
                                     PatternBenefit benefit) {
  patterns.add<LowerX86Rescale>(patterns.getContext(), widths, benefit);
}

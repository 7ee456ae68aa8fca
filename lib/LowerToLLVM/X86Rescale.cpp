#include "X86Rescale.h"

#include "VectorPieces.h"
#include "X86Packs.h"
#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Vectorize/FixedPointBuilder.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A residual operand in units of p: ((r - zeroPoint) * multiplier + rounding) >> shift.
struct Residual {
  Value value;
  int32_t zeroPoint, multiplier, shift;
};

/// What the two ops have in common, and what only an epilogue has.
struct Rescale {
  Value accumulator, multipliers, shifts;
  int32_t fractionBits, zeroPoint, clampMin, clampMax;
  ShiftBounds bounds;
  Value function;
  Residual residual;

  template <typename Op>
  explicit Rescale(Op op)
      : accumulator(op.getAccumulator()), multipliers(op.getMultipliers()), shifts(op.getShifts()),
        fractionBits(op.getFractionBits()), zeroPoint(op.getZeroPoint()),
        clampMin(op.getClampMin()), clampMax(op.getClampMax()), bounds(op) {
    if constexpr (std::is_same_v<Op, VectorEpilogueOp>) {
      function = op.getFunction();
      residual = {op.getResidual(), static_cast<int32_t>(op.getResidualZeroPoint()),
                  static_cast<int32_t>(op.getResidualMultiplier()),
                  static_cast<int32_t>(op.getResidualShift())};
    }
  }

  /// Whether nothing stands between p and the last shift.
  bool isPlain() const { return !function && !residual.value; }
  bool shiftsRightOnly() const { return bounds.least >= 0; }
  /// Whether a left shift of t is as well that much less of the last shift to the right,
  /// of at least one place. Where t saturates, so does the result (docs/Numerics.md).
  bool joinsShifts() const { return isPlain() && bounds.least >= 1 - fractionBits; }
  /// Whether the last shift differs from lane to lane by that.
  bool mixesLastShifts() const { return joinsShifts() && !shiftsRightOnly(); }
  /// What the last addition adds before it shifts to the right: at most 2^13 + 2^4, so that
  /// it can be added to a product p, of at most 2^14, without saturation.
  int64_t getOffset() const {
    return int64_t(zeroPoint) * (1 << fractionBits) + (1 << (fractionBits - 1));
  }
  /// Whether the function's results have that added: it leaves 16 bits nowhere, and where
  /// a residual is added then, sums saturate beyond the clamp only.
  bool functionAddsOffset() const { return function && hasSmallResults(function); }
};

class RescaleEmitter {
public:
  RescaleEmitter(ImplicitLocOpBuilder &builder, const Rescale &rescale, const Target &target,
                 FunctionEmitter emitFunction)
      : builder(builder), rescale(rescale), target(target), emitFunction(emitFunction) {}

  /// Rescales lanes [offset, offset + count * width), count 2 or 4; those behind
  /// the end of the op's are poison.
  Value emit(int64_t offset, int64_t width, int64_t count);

private:
  X86Register shift(int64_t offset, int64_t width);
  Value getLastFactors(int64_t offset, int64_t width);
  Value getLastPlaces(int64_t offset, int64_t width);
  Value takeOrder(Value vector, ArrayRef<int64_t> order);
  void scale(MutableArrayRef<X86Register> words);
  void applyFunction(MutableArrayRef<X86Register> words);
  void addResidual(MutableArrayRef<X86Register> words);
  Value scaleResidual(Value pairs);
  void add(X86Register &words, int64_t value);
  void finish(X86Register &words);
  void finishPlain(X86Register &words, int64_t offset, int64_t width);
  void multiplyLast(X86Register &words, int64_t offset, int64_t width);
  void shiftLast(X86Register &words, int64_t offset, int64_t width);

  ImplicitLocOpBuilder &builder;
  const Rescale &rescale;
  const Target &target;
  FunctionEmitter emitFunction;
};

} // namespace

/// The accumulators shifted, still 32 bits: what a saturating pack makes t of.
X86Register RescaleEmitter::shift(int64_t offset, int64_t width) {
  Value accumulator = takeLanes(builder, rescale.accumulator, offset, width);
  Value shifts = takeLanes(builder, rescale.shifts, offset, width);
  X86Register result{{}, llvm::to_vector(llvm::seq(offset, offset + width))};
  if (!rescale.mixesLastShifts()) {
    result.value = buildShift(builder, accumulator, shifts, rescale.bounds);
    return result;
  }
  result.value = accumulator;
  if (rescale.bounds.greatest > 0) {
    Value zero = splatLanes(builder, shifts.getType(), 0);
    Value right = arith::MaxSIOp::create(builder, shifts, zero);
    result.value = arith::ShRSIOp::create(builder, accumulator, right);
  }
  return result;
}

/// 2^(15 - g), by which a rounding multiplication shifts right by g, and times 2^-s in
/// lanes that shift to the left; for the words of two registers.
Value RescaleEmitter::getLastFactors(int64_t offset, int64_t width) {
  int64_t factor = int64_t(1) << (15 - rescale.fractionBits);
  if (!rescale.mixesLastShifts())
    return splatLanes(builder, VectorType::get(2 * width, builder.getI16Type()), factor);
  auto makeFactors = [&](int64_t first) -> X86Register {
    Value shifts = takeLanes(builder, rescale.shifts, first, width);
    Value zero = splatLanes(builder, shifts.getType(), 0);
    Value negative = arith::MinSIOp::create(builder, shifts, zero);
    Value left = arith::SubIOp::create(builder, zero, negative);
    Value factors =
        arith::ShLIOp::create(builder, splatLanes(builder, shifts.getType(), factor), left);
    return {factors, llvm::to_vector(llvm::seq(first, first + width))};
  };
  return packToWords(builder, makeFactors(offset), makeFactors(offset + width)).value;
}

/// The places of the last shift, for the words of two registers: g, less those by which a lane
/// shifts to the left.
Value RescaleEmitter::getLastPlaces(int64_t offset, int64_t width) {
  auto takeShifts = [&](int64_t first) -> X86Register {
    return {takeLanes(builder, rescale.shifts, first, width),
            llvm::to_vector(llvm::seq(first, first + width))};
  };
  Value shifts = packToWords(builder, takeShifts(offset), takeShifts(offset + width)).value;
  Value zero = splatLanes(builder, shifts.getType(), 0);
  Value negative = arith::MinSIOp::create(builder, shifts, zero);
  return arith::AddIOp::create(builder, negative,
                               splatLanes(builder, shifts.getType(), rescale.fractionBits));
}

/// The lanes of one of the op's vectors in the order of a register.
Value RescaleEmitter::takeOrder(Value vector, ArrayRef<int64_t> order) {
  int64_t lanes = cast<VectorType>(vector.getType()).getNumElements();
  SmallVector<int64_t> mask(order);
  for (int64_t &lane : mask)
    if (lane >= lanes)
      lane = vector::ShuffleOp::kPoisonIndex;
  return shuffleLanes(builder, vector, vector, mask);
}

/// From t to p, or to f of it.
void RescaleEmitter::scale(MutableArrayRef<X86Register> words) {
  for (X86Register &word : words) {
    Value multipliers = takeOrder(rescale.multipliers, word.order);
    word.value = rescale.function ? multiplyRounded(builder, word.value, multipliers)
                                  : buildMultiplyHigh16(builder, word.value, multipliers);
  }
  if (rescale.function)
    applyFunction(words);
}

void RescaleEmitter::applyFunction(MutableArrayRef<X86Register> words) {
  SmallVector<Value> arguments;
  for (X86Register &word : words)
    arguments.push_back(word.value);
  int64_t offset = rescale.functionAddsOffset() ? rescale.getOffset() : 0;
  for (auto [word, result] :
       llvm::zip_equal(words, emitFunction(builder, rescale.function, arguments, offset)))
    word.value = result;
}

void RescaleEmitter::addResidual(MutableArrayRef<X86Register> words) {
  const Residual &residual = rescale.residual;
  auto add = [&](X86Register &word, Value q) { word.value = addSaturated(builder, word.value, q); };
  // A shift of 15 is that of the rounding multiplication; one to the left comes
  // before it, by pmaddubsw, whose factors are signed bytes.
  if (residual.shift < 9 || residual.shift > 15) {
    for (X86Register &word : words)
      add(word, buildResidual16(builder, takeOrder(residual.value, word.order), residual.zeroPoint,
                                residual.multiplier, residual.shift));
    return;
  }
  if (words.size() == 1) {
    Value bytes = takeOrder(residual.value, words[0].order);
    Value zeros = splatLanes(builder, bytes.getType(), int8_t(residual.zeroPoint));
    add(words[0], scaleResidual(vector::InterleaveOp::create(builder, bytes, zeros)));
    return;
  }
  // The inverse of how two registers of words become one of bytes.
  Value bytes = takeOrder(residual.value, packAllToBytes(builder, words).order);
  Value zeros = splatLanes(builder, bytes.getType(), int8_t(residual.zeroPoint));
  for (bool isUpper : {false, true})
    add(words[isUpper], scaleResidual(unpack(builder, bytes, zeros, isUpper)));
}

/// q of pairs of a byte and the zero point.
Value RescaleEmitter::scaleResidual(Value pairs) {
  static constexpr X86Intrinsic pmaddubsw = {"llvm.x86.ssse3.pmadd.ub.sw.128",
                                             "llvm.x86.avx2.pmadd.ub.sw",
                                             "llvm.x86.avx512.pmaddubs.w.512"};
  auto lanes = cast<VectorType>(pairs.getType()).getNumElements();
  auto words = VectorType::get(lanes / 2, builder.getI16Type());
  // (r - zero point) << k, k <= 6: no saturation.
  int64_t factor = int64_t(1) << (15 - rescale.residual.shift);
  Value factors = splatLanes(builder, words, (factor & 0xff) | ((-factor & 0xff) << 8));
  Value steps =
      pmaddubsw.call(builder, words, {pairs, bitcastLanes(builder, factors, builder.getI8Type())});
  return multiplyRounded(builder, steps, splatLanes(builder, words, rescale.residual.multiplier));
}

/// Adds `value`, where no sum leaves 16 bits.
void RescaleEmitter::add(X86Register &words, int64_t value) {
  if (value != 0)
    words.value = arith::AddIOp::create(builder, words.value,
                                        splatLanes(builder, words.value.getType(), value));
}

void RescaleEmitter::finish(X86Register &words) {
  Type type = words.value.getType();
  Value sum = words.value;
  if (rescale.function && !rescale.functionAddsOffset())
    sum = addSaturated(builder, sum, splatLanes(builder, type, rescale.getOffset()));
  words.value =
      arith::ShRSIOp::create(builder, sum, splatLanes(builder, type, rescale.fractionBits));
}

/// From p to y. Nothing leaves 16 bits.
void RescaleEmitter::finishPlain(X86Register &words, int64_t offset, int64_t width) {
  // Words have shifts of their own with AVX-512 only.
  if (target.shiftsBesideProducts && (!rescale.mixesLastShifts() || target.isa->vectorBits == 512))
    shiftLast(words, offset, width);
  else
    multiplyLast(words, offset, width);
}

/// (p + 2^(g-1)) >> g is (p * 2^(15-g) + 2^14) >> 15.
void RescaleEmitter::multiplyLast(X86Register &words, int64_t offset, int64_t width) {
  words.value = multiplyRounded(builder, words.value, getLastFactors(offset, width));
  add(words, rescale.zeroPoint);
}

void RescaleEmitter::shiftLast(X86Register &words, int64_t offset, int64_t width) {
  if (!rescale.mixesLastShifts()) {
    add(words, rescale.getOffset());
    return finish(words);
  }
  // Adds (2 * zero point + 1) * 2^(g-1).
  Value places = getLastPlaces(offset, width);
  Type type = places.getType();
  Value steps = splatLanes(builder, type, 2 * rescale.zeroPoint + 1);
  Value left = arith::SubIOp::create(builder, places, splatLanes(builder, type, 1));
  Value sum =
      arith::AddIOp::create(builder, words.value, arith::ShLIOp::create(builder, steps, left));
  words.value = arith::ShRSIOp::create(builder, sum, places);
}

Value RescaleEmitter::emit(int64_t offset, int64_t width, int64_t count) {
  SmallVector<X86Register> words;
  for (int64_t i = 0; i < count; i += 2)
    words.push_back(packToWords(builder, shift(offset + i * width, width),
                                shift(offset + (i + 1) * width, width)));
  scale(words);
  if (rescale.residual.value) {
    if (!rescale.function)
      for (X86Register &word : words)
        add(word, rescale.getOffset());
    addResidual(words);
  }
  for (auto [i, word] : llvm::enumerate(words)) {
    if (rescale.isPlain())
      finishPlain(word, offset + 2 * i * width, width);
    else
      finish(word);
  }
  X86Register bytes = packAllToBytes(builder, words);
  SmallVector<int64_t> inverse(bytes.order.size());
  for (auto [lane, source] : llvm::enumerate(bytes.order))
    inverse[source - offset] = lane;
  Value result = shuffleLanes(builder, bytes.value, bytes.value, inverse);
  Type type = result.getType();
  if (rescale.clampMin > 0)
    result = arith::MaxUIOp::create(builder, result, splatLanes(builder, type, rescale.clampMin));
  if (rescale.clampMax < UINT8_MAX)
    result = arith::MinUIOp::create(builder, result, splatLanes(builder, type, rescale.clampMax));
  return result;
}

namespace {

template <typename Op> struct LowerX86Rescale : OpRewritePattern<Op> {
  LowerX86Rescale(MLIRContext *context, ArrayRef<int64_t> widths, const Target &target,
                  FunctionEmitter emitFunction, PatternBenefit benefit)
      : OpRewritePattern<Op>(context, benefit), widths(widths), target(target),
        emitFunction(emitFunction) {}

  LogicalResult matchAndRewrite(Op op, PatternRewriter &rewriter) const override {
    if constexpr (std::is_same_v<Op, VectorRescaleOp>)
      if (op.getMode() != RescaleMode::Fixed16)
        return rewriter.notifyMatchFailure(op, "not fixed16");
    constexpr int64_t kFewest = 8, kStep = 16;
    auto type = dyn_cast<VectorType>(op.getType());
    if (!type || type.getNumElements() < kFewest)
      return rewriter.notifyMatchFailure(op, "does not fill registers with bytes");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    Rescale rescale(op);
    RescaleEmitter emitter(builder, rescale, target, emitFunction);
    int64_t lanes = llvm::alignTo(type.getNumElements(), kStep);
    SmallVector<Value> pieces;
    for (int64_t offset = 0; offset < lanes;) {
      // Four registers of accumulators become one of bytes, two the half of one.
      int64_t width = *llvm::find_if(
          widths, [&](int64_t candidate) { return 2 * candidate <= lanes - offset; });
      int64_t count = 4 * width <= lanes - offset ? 4 : 2;
      pieces.push_back(emitter.emit(offset, width, count));
      offset += count * width;
    }
    // What is stored in parts, LLVM would bring into order for each part anew.
    bool isCut = llvm::all_of(op->getUsers(), llvm::IsaPred<vector::ExtractStridedSliceOp>);
    for (Value &piece : pieces)
      if (isCut && countBits(piece) == 512)
        piece = hideOrigin(builder, piece);
    rewriter.replaceOp(op, joinLanes(builder, pieces, type.getNumElements()));
    return success();
  }

private:
  ArrayRef<int64_t> widths;
  Target target;
  FunctionEmitter emitFunction;
};

} // namespace

void qopt::addLowerX86RescalePatterns(RewritePatternSet &patterns, ArrayRef<int64_t> widths,
                                      const Target &target, FunctionEmitter emitFunction,
                                      PatternBenefit benefit) {
  patterns.add<LowerX86Rescale<VectorRescaleOp>, LowerX86Rescale<VectorEpilogueOp>>(
      patterns.getContext(), widths, target, emitFunction, benefit);
}

void qopt::addLowerAvx512RescalePatterns(RewritePatternSet &patterns, const Target &target,
                                         PatternBenefit benefit) {
  static constexpr int64_t widths[] = {16, 8, 4};
  addLowerX86RescalePatterns(patterns, widths, target,
                             getAvx512FunctionEmitter(target.bytePermutes), benefit);
  if (target.bytePermutes != BytePermutes::None)
    addLowerX86PermuteLookupPattern(patterns, benefit);
  else
    addLowerX86ShuffleLookupPattern(patterns, /*bits=*/512, benefit);
}

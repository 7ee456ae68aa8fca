#ifndef QOPT_SUPPORT_FLOATFUNCTIONTEMPLATES_H
#define QOPT_SUPPORT_FLOATFUNCTIONTEMPLATES_H

#include "llvm/Support/Compiler.h"

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>

// The definitions behind FloatFunctions.h (numbers) and FloatFunctionEmitter.h
// (operations): each function is written once, over a builder `B` that either
// computes or emits. There are no branches on data and no tables, so the same
// sequence works on vectors. Every operation rounds to nearest even by itself.
//
// `B` provides the types Float, Int (32 bits, wraps) and Bool, and
//   Float number(float)              Int integer(int32_t)
//   Float add, sub, mul, div(Float, Float), fma(Float, Float, Float), sqrt(Float)
//   Int   bits(Float)                Float fromBits(Int)      Float convert(Int)
//   Int   addInt, subInt, andInt, orInt(Int, Int)
//   Int   shiftLeft, shiftRight(Int, int)                     arithmetic
//   Bool  less, equal(Float, Float)  false with a NaN         Bool isNaN(Float)
//   Bool  both, either(Bool, Bool)   Bool negate(Bool)
//   Float select(Bool, Float, Float)
//   std::optional<Float> scale(Float p, Int k)                p * 2^k, where one step does it
//
// The coefficients come from scripts/polynomials.sollya. `n` stands for an
// integer held in a float, `k` for the same integer in an Int.

namespace qopt::floatfn {

template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float horner(B &b, typename B::Float x,
                                                      std::initializer_list<float> highestFirst) {
  const float *coefficient = highestFirst.begin();
  typename B::Float sum = b.number(*coefficient);
  while (++coefficient != highestFirst.end())
    sum = b.fma(sum, x, b.number(*coefficient));
  return sum;
}

/// |x|, also of NaN.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float abs(B &b, typename B::Float x) {
  return b.fromBits(b.andInt(b.bits(x), b.integer(INT32_MAX)));
}

/// `magnitude` >= 0 with the sign of `sign`.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float copySign(B &b, typename B::Float magnitude,
                                                        typename B::Float sign) {
  return b.fromBits(b.orInt(b.bits(magnitude), b.andInt(b.bits(sign), b.integer(INT32_MIN))));
}

/// min(x, high) and max(x, low); NaN stays.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float atMost(B &b, typename B::Float x, float high) {
  return b.select(b.less(b.number(high), x), b.number(high), x);
}
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float atLeast(B &b, typename B::Float x, float low) {
  return b.select(b.less(x, b.number(low)), b.number(low), x);
}

/// An integer as float and as Int.
template <typename B> struct Rounded {
  typename B::Float n;
  typename B::Int k;
};

/// The nearest integer to a * scale, |a * scale| < 2^22. Near 1.5 * 2^23 floats
/// are the integers: adding rounds, and the bits count.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE Rounded<B> roundScaled(B &b, typename B::Float a, float scale) {
  typename B::Float magic = b.number(0x1.8p23f);
  typename B::Float shifted = b.fma(a, b.number(scale), magic);
  return {b.sub(shifted, magic), b.subInt(b.bits(shifted), b.bits(magic))};
}

/// p * 2^k for p in [1/2, 2] and |k| <= 160, rounded once where the result is
/// subnormal: the first of the two factors cannot leave the normal numbers.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float scaleByPowerOfTwo(B &b, typename B::Float p,
                                                                 typename B::Int k) {
  if (std::optional<typename B::Float> scaled = b.scale(p, k))
    return *scaled;
  typename B::Int half = b.shiftRight(k, 1);
  typename B::Int rest = b.subInt(k, half);
  typename B::Int bias = b.integer(127);
  typename B::Float first = b.fromBits(b.shiftLeft(b.addInt(half, bias), 23));
  typename B::Float second = b.fromBits(b.shiftLeft(b.addInt(rest, bias), 23));
  return b.mul(b.mul(p, first), second);
}

/// exp for -104 <= x <= 89: x = n * log(2) + r, exp(x) = 2^n * exp(r).
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float expInRange(B &b, typename B::Float x) {
  auto [n, k] = roundScaled(b, x, 0x1.715476p0f);              // 1 / log(2)
  typename B::Float r = b.fma(n, b.number(-0x1.62e43p-1f), x); // exact
  r = b.fma(n, b.number(0x1.05c61p-29f), r);                   // log(2) to 48 bits
  typename B::Float p =
      horner(b, r,
             {1.37835857458412647247314453125e-3f, 8.36885161697864532470703125e-3f,
              4.16689552366733551025390625e-2f, 0.16666519641876220703125f,
              0.4999999105930328369140625f, 1.0f, 1.0f});
  return scaleByPowerOfTwo(b, p, k);
}

/// exp(x): below -104 it is 0, above 89 infinity. That 0 is chosen, not computed: a
/// product that underflows takes CPUs a hundred cycles, and the masked scores of an
/// attention all end there.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float exp(B &b, typename B::Float x) {
  auto vanishes = b.less(x, b.number(-104.0f));
  typename B::Float zero = b.number(0.0f);
  typename B::Float e = expInRange(b, atMost(b, b.select(vanishes, zero, x), 89.0f));
  return b.select(vanishes, zero, e);
}

/// x = 2^n * m with m in [sqrt(1/2), sqrt(2)), for positive finite x; anything for
/// other x.
template <typename B> struct Decomposed {
  typename B::Float m, n;
};
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE Decomposed<B> decompose(B &b, typename B::Float x) {
  typename B::Bool subnormal = b.less(x, b.number(FLT_MIN));
  typename B::Int bits = b.bits(b.select(subnormal, b.mul(x, b.number(0x1p23f)), x));
  typename B::Int k = b.shiftRight(b.subInt(bits, b.integer(0x3f3504f3)), 23); // sqrt(1/2)
  typename B::Float m = b.fromBits(b.subInt(bits, b.shiftLeft(k, 23)));
  typename B::Float offset = b.select(subnormal, b.number(-23.0f), b.number(0.0f));
  return {m, b.add(b.convert(k), offset)};
}

/// log(x) = n * log(2) + log(1 + f), f = m - 1.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float log(B &b, typename B::Float x) {
  auto [m, n] = decompose(b, x);
  typename B::Float f = b.sub(m, b.number(1.0f)); // exact
  typename B::Float w = horner(b, f,
                               {-8.0384828150272369384765625e-2f, 0.129886567592620849609375f,
                                -0.13099737465381622314453125f, 0.14158640801906585693359375f,
                                -0.16625845432281494140625f, 0.20003823935985565185546875f,
                                -0.25000798702239990234375f, 0.333332836627960205078125f, -0.5f});
  typename B::Float sum = b.fma(b.mul(f, f), w, f);
  sum = b.fma(n, b.number(-0x1.05c61p-29f), sum);
  sum = b.fma(n, b.number(0x1.62e43p-1f), sum);

  typename B::Float infinity = b.number(std::numeric_limits<float>::infinity());
  typename B::Float zero = b.number(0.0f);
  sum = b.select(b.less(x, infinity), sum, x); // infinity and NaN
  sum = b.select(b.less(x, zero), b.number(std::numeric_limits<float>::quiet_NaN()), sum);
  return b.select(b.equal(x, zero), b.number(-std::numeric_limits<float>::infinity()), sum);
}

/// erf(x) = x + x * q(x^2) below 1, 1 - exp(q(|x|)) above; it is 1 from 4 on.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float erf(B &b, typename B::Float x) {
  typename B::Float z = b.mul(x, x);
  typename B::Float q = horner(
      b, z,
      {7.9241304774768650531768798828125e-5f, -8.031835895963013172149658203125e-4f,
       5.190844647586345672607421875e-3f, -2.68551744520664215087890625e-2f,
       0.112836189568042755126953125f, -0.37612628936767578125f, 0.128379166126251220703125f});
  typename B::Float small = b.fma(x, q, x);

  typename B::Float a = abs(b, x);
  typename B::Float logarithm =
      horner(b, atMost(b, a, 4.0f),
             {1.600643145138747058808803558349609375e-6f, -4.53161701443605124950408935546875e-5f,
              5.90372481383383274078369140625e-4f, -4.7285701148211956024169921875e-3f,
              2.633031271398067474365234375e-2f, -0.109915204346179962158203125f,
              -0.632006943225860595703125f, -1.13012397289276123046875f,
              2.922022831626236438751220703125e-4f});
  typename B::Float large = b.sub(b.number(1.0f), expInRange(b, logarithm));
  return b.select(b.less(a, b.number(1.0f)), small, copySign(b, large, x));
}

/// tanh(a) = a + a * z * q(z), z = a^2, below 5/8; 1 - 2 / (exp(2a) + 1) above; a = |x|.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float tanh(B &b, typename B::Float x) {
  typename B::Float a = abs(b, x);
  typename B::Float z = b.mul(a, a);
  typename B::Float q = horner(b, z,
                               {-5.643733777105808258056640625e-3f,
                                2.058504335582256317138671875e-2f, -5.37233650684356689453125e-2f,
                                0.13331247866153717041015625f, -0.3333327472209930419921875f});
  typename B::Float small = b.fma(b.mul(a, z), q, a);

  typename B::Float one = b.number(1.0f), two = b.number(2.0f);
  typename B::Float e = expInRange(b, b.mul(two, atMost(b, a, 10.0f))); // 1 from 9.02 on
  typename B::Float large = b.sub(one, b.div(two, b.add(e, one)));
  return copySign(b, b.select(b.less(a, b.number(0.625f)), small, large), x);
}

/// sigmoid(x) = 1 / (1 + e), or e / (1 + e) for negative x, e = exp(-|x|).
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float sigmoid(B &b, typename B::Float x) {
  typename B::Float one = b.number(1.0f), zero = b.number(0.0f);
  typename B::Float e = expInRange(b, b.sub(zero, atMost(b, abs(b, x), 104.0f)));
  typename B::Float numerator = b.select(b.less(x, zero), e, one);
  typename B::Float divisor = b.add(one, e);
  typename B::Float divisorLow = b.sub(e, b.sub(divisor, one));
  typename B::Float quotient = b.div(numerator, divisor);

  // What the quotient lacks, divided by 1 + e, for which 1 - e / 2 will do.
  typename B::Float negated = b.sub(zero, quotient);
  typename B::Float remainder = b.fma(negated, divisor, numerator);
  remainder = b.fma(negated, divisorLow, remainder);
  return b.fma(remainder, b.fma(e, b.number(-0.5f), one), quotient);
}

/// rsqrt(x) = 1 / sqrt(x).
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float rsqrt(B &b, typename B::Float x) {
  typename B::Float root = b.div(b.number(1.0f), b.sqrt(x));
  // The sign of an invalid operation's NaN depends on the CPU.
  return b.select(b.less(x, b.number(0.0f)), b.number(std::numeric_limits<float>::quiet_NaN()),
                  root);
}

} // namespace qopt::floatfn

#include "qopt/Support/FloatPowTemplate.h"

#endif // QOPT_SUPPORT_FLOATFUNCTIONTEMPLATES_H

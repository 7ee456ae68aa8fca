#ifndef QOPT_SUPPORT_FLOATPOWTEMPLATE_H
#define QOPT_SUPPORT_FLOATPOWTEMPLATE_H

// pow, the longest of the functions of FloatFunctionTemplates.h, which includes
// this file and explains the builder `B`.
//
// pow(x, y) = 2^(y * log2 |x|). The error of the logarithm is multiplied by up to
// 128 and more, so it is kept as a sum of two floats, the second below half a
// unit in the last place of the first, good to about 2^-36.

namespace qopt::floatfn {

/// high + low, |low| at most half a unit in the last place of high.
template <typename B> struct TwoFloats {
  typename B::Float high, low;
};

/// a * b exactly.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE TwoFloats<B> multiplyExactly(B &b, typename B::Float x,
                                                          typename B::Float y) {
  typename B::Float high = b.mul(x, y);
  return {high, b.fma(x, y, b.sub(b.number(0.0f), high))};
}

/// (x + y) * c for c = high + low, |y| far below |x|.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE TwoFloats<B> multiply(B &b, TwoFloats<B> x, float high, float low) {
  auto [productHigh, productLow] = multiplyExactly(b, x.high, b.number(high));
  productLow = b.fma(x.high, b.number(low), productLow);
  return {productHigh, b.fma(x.low, b.number(high), productLow)};
}

/// x + y for |x| >= |y| (or x = 0).
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE TwoFloats<B> add(B &b, typename B::Float x, TwoFloats<B> y) {
  typename B::Float high = b.add(x, y.high);
  return {high, b.add(b.add(b.sub(x, high), y.high), y.low)};
}

/// log2 of a positive finite number: with s = (m - 1) / (m + 1) and z = s^2,
/// log2(x) = n + 2 / log(2) * s * (1 + z / 3 + z^2 * q(z)).
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE TwoFloats<B> log2Precisely(B &b, typename B::Float x) {
  auto [m, n] = decompose(b, x);
  typename B::Float one = b.number(1.0f);
  typename B::Float numerator = b.sub(m, one); // exact
  typename B::Float divisor = b.add(m, one);
  typename B::Float divisorLow = b.sub(m, b.sub(divisor, one));

  // s = numerator / (divisor + divisorLow)
  TwoFloats<B> s;
  s.high = b.div(numerator, divisor);
  typename B::Float negated = b.sub(b.number(0.0f), s.high);
  typename B::Float remainder = b.fma(negated, divisor, numerator); // exact
  remainder = b.fma(negated, divisorLow, remainder);
  s.low = b.div(remainder, divisor);

  // t = z * (1/3 + z * q(z))
  TwoFloats<B> z = multiplyExactly(b, s.high, s.high);
  z.low = b.fma(b.add(s.high, s.high), s.low, z.low);
  TwoFloats<B> t = multiply(b, z, 0x1.555556p-2f, -0x1.555556p-27f);
  typename B::Float q = horner(
      b, z.high, {0.117097042500972747802734375f, 0.14273548126220703125f, 0.200000762939453125f});
  t.low = b.fma(b.mul(z.high, z.high), q, t.low);

  // sum = s + s * t
  TwoFloats<B> st = multiplyExactly(b, s.high, t.high);
  st.low = b.fma(s.high, t.low, st.low);
  st.low = b.fma(s.low, t.high, st.low);
  TwoFloats<B> sum = add(b, s.high, st);
  sum.low = b.add(sum.low, s.low);

  return add(b, n, multiply(b, sum, 0x1.715476p1f, 0x1.4ae0cp-25f));
}

/// 2^(e.high + e.low); the second part does not count where |e.high| >= 160 (where
/// it may be NaN) and the result is 0 or infinity.
template <typename B> LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float exp2(B &b, TwoFloats<B> e) {
  typename B::Bool inRange = b.less(abs(b, e.high), b.number(160.0f));
  typename B::Float high = atMost(b, atLeast(b, e.high, -160.0f), 160.0f);
  typename B::Float low = b.select(inRange, e.low, b.number(0.0f));
  auto [n, k] = roundScaled(b, high, 1.0f);
  typename B::Float r = b.add(b.sub(high, n), low);
  typename B::Float p =
      horner(b, r,
             {1.52431413880549371242523193359375e-4f, 1.339149312116205692291259765625e-3f,
              9.6188299357891082763671875e-3f, 5.5503584444522857666015625e-2f,
              0.240226447582244873046875f, 0.693147182464599609375f, 1.0f});
  return scaleByPowerOfTwo(b, p, k);
}

/// Whether a >= 0 is an integer: from 2^23 on every float is, below adding 2^23
/// rounds to one.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Bool isInteger(B &b, typename B::Float a) {
  typename B::Float limit = b.number(0x1p23f);
  typename B::Bool rounds = b.equal(b.sub(b.add(a, limit), limit), a);
  return b.either(b.negate(b.less(a, limit)), rounds);
}

/// x^2, rounded once.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float square(B &b, typename B::Float x) {
  return b.mul(x, x);
}

/// x^3, rounded twice.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float cube(B &b, typename B::Float x) {
  return b.mul(square(b, x), x);
}

/// pow(x, y) with all special cases of C's Annex F. Squares and cubes, the powers of
/// normalizations and of approximations of gelu, are products, which constant exponents
/// need nothing else for.
template <typename B>
LLVM_ATTRIBUTE_ALWAYS_INLINE typename B::Float pow(B &b, typename B::Float x, typename B::Float y) {
  typename B::Float zero = b.number(0.0f), one = b.number(1.0f);
  typename B::Float infinity = b.number(std::numeric_limits<float>::infinity());
  typename B::Float a = abs(b, x);
  typename B::Bool isInfinite = b.equal(a, infinity);

  // Infinite logarithms make 0^y, infinity^y and x^infinity come out right.
  TwoFloats<B> logarithm = log2Precisely(b, a);
  logarithm.high = b.select(b.equal(a, zero), b.sub(zero, infinity), logarithm.high);
  logarithm.high = b.select(isInfinite, infinity, logarithm.high);
  TwoFloats<B> exponent = multiplyExactly(b, logarithm.high, y);
  exponent.low = b.fma(logarithm.low, y, exponent.low);
  typename B::Float result = exp2(b, exponent);
  result = b.select(b.equal(a, one), one, result); // also 1^infinity

  // A negative base needs an integer exponent, and keeps its sign if that is odd.
  typename B::Float absY = abs(b, y);
  typename B::Bool integer = isInteger(b, absY);
  typename B::Bool even = isInteger(b, b.mul(absY, b.number(0.5f)));
  result = b.select(b.both(integer, b.negate(even)), copySign(b, result, x), result);
  typename B::Bool invalid =
      b.both(b.both(b.less(x, zero), b.negate(isInfinite)), b.negate(integer));
  result = b.select(invalid, b.number(std::numeric_limits<float>::quiet_NaN()), result);

  result = b.select(b.isNaN(y), y, result);
  result = b.select(b.isNaN(x), x, result);
  result = b.select(b.either(b.equal(x, one), b.equal(y, zero)), one, result);
  result = b.select(b.equal(y, b.number(2.0f)), square(b, x), result);
  return b.select(b.equal(y, b.number(3.0f)), cube(b, x), result);
}

} // namespace qopt::floatfn

#endif // QOPT_SUPPORT_FLOATPOWTEMPLATE_H

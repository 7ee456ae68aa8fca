#ifndef QOPT_SUPPORT_FLOATFUNCTIONS_H
#define QOPT_SUPPORT_FLOATFUNCTIONS_H

#include "llvm/ADT/ArrayRef.h"

// exp, log, erf, tanh, sigmoid, pow and rsqrt on f32, the same bytes on every
// target: the C library's differ from one system to the next. Errors are at most
// 2 units in the last place; NaN, infinities, zeros and subnormals come out as in
// IEEE 754 and C's Annex F.

namespace qopt {

float floatExp(float x);
float floatLog(float x);
float floatErf(float x);
float floatTanh(float x);
float floatSigmoid(float x);
float floatRsqrt(float x);
float floatPow(float x, float y);

// In place on many values at once, much faster than one by one.
void floatExp(llvm::MutableArrayRef<float> values);
void floatLog(llvm::MutableArrayRef<float> values);
void floatErf(llvm::MutableArrayRef<float> values);
void floatTanh(llvm::MutableArrayRef<float> values);
void floatSigmoid(llvm::MutableArrayRef<float> values);
void floatRsqrt(llvm::MutableArrayRef<float> values);
/// bases[i] = pow(bases[i], exponents[i]); the sizes are equal.
void floatPow(llvm::MutableArrayRef<float> bases, llvm::ArrayRef<float> exponents);

} // namespace qopt

#endif // QOPT_SUPPORT_FLOATFUNCTIONS_H

#include "qopt/Calibrate/ExactSum.h"

#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/bit.h"

#include <cassert>

using namespace qopt;

void ExactSum::add(double value) {
  const uint64_t bits = llvm::bit_cast<uint64_t>(value);
  const int exponentField = (bits >> 52) & 0x7ff;
  assert(exponentField < 1023 + maxExponent && "the value is too large");
  if (exponentField == 0)
    return; // multiples of 2^-149 are never subnormal doubles
  uint64_t significand = (bits & ((uint64_t(1) << 52) - 1)) | uint64_t(1) << 52;
  int shift = exponentField - (1023 + 52) - unitExponent;
  if (shift < 0) {
    assert(llvm::countr_zero(significand) >= -shift && "no multiple of the unit");
    significand >>= -shift;
    shift = 0;
  }

  // The 53 bits of the significand touch at most two limbs.
  unsigned limb = shift / 64;
  const unsigned offset = shift % 64;
  const uint64_t low = significand << offset;
  const uint64_t high = offset == 0 ? 0 : significand >> (64 - offset);

  if (bits >> 63 == 0) {
    limbs[limb] += low;
    uint64_t carry = limbs[limb] < low;
    ++limb;
    const uint64_t addend = high + carry; // no overflow: `high` has 53 bits
    limbs[limb] += addend;
    carry = limbs[limb] < addend;
    while (carry != 0 && ++limb < numLimbs)
      carry = ++limbs[limb] == 0;
    return;
  }
  uint64_t borrow = limbs[limb] < low;
  limbs[limb] -= low;
  ++limb;
  const uint64_t subtrahend = high + borrow;
  borrow = limbs[limb] < subtrahend;
  limbs[limb] -= subtrahend;
  while (borrow != 0 && ++limb < numLimbs)
    borrow = limbs[limb]-- == 0;
}

void ExactSum::add(const ExactSum &other) {
  uint64_t carry = 0;
  for (unsigned i = 0; i < numLimbs; ++i) {
    const uint64_t sum = limbs[i] + other.limbs[i];
    const uint64_t withCarry = sum + carry;
    carry = (sum < limbs[i]) | (withCarry < sum);
    limbs[i] = withCarry;
  }
}

double ExactSum::toDouble() const {
  constexpr llvm::RoundingMode nearest = llvm::RoundingMode::NearestTiesToEven;
  llvm::APFloat sum(llvm::APFloat::IEEEdouble());
  sum.convertFromAPInt(llvm::APInt(64 * numLimbs, limbs), /*IsSigned=*/true, nearest);
  return llvm::scalbn(sum, unitExponent, nearest).convertToDouble();
}

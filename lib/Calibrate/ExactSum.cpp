#include "qopt/Calibrate/ExactSum.h"

#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/bit.h"

#include <cassert>

using namespace qopt;

void ExactSum::add(float value) {
  const uint32_t bits = llvm::bit_cast<uint32_t>(value);
  const uint32_t exponentField = (bits >> 23) & 0xff;
  assert(exponentField != 0xff && "only finite values can be summed");
  uint64_t significand = bits & 0x7fffff;
  unsigned shift = 0; // subnormal values count units of 2^-149 as they are
  if (exponentField != 0) {
    significand |= 0x800000;
    shift = exponentField - 1;
  }

  // The 24 bits of the significand touch at most two limbs.
  unsigned limb = shift / 64;
  const unsigned offset = shift % 64;
  const uint64_t low = significand << offset;
  const uint64_t high = offset == 0 ? 0 : significand >> (64 - offset);

  if (bits >> 31 == 0) {
    limbs[limb] += low;
    uint64_t carry = limbs[limb] < low;
    ++limb;
    const uint64_t addend = high + carry; // no overflow: `high` has 24 bits
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

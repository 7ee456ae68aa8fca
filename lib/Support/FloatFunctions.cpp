#include "qopt/Support/FloatFunctions.h"

#include "qopt/Support/FloatFunctionTemplates.h"
#include "qopt/Support/FmaClones.h"

#include <cassert>
#include <cstring>

using namespace qopt;

namespace {
/// Computes with single numbers.
struct ScalarBuilder {
  using Float = float;
  using Int = int32_t;
  using Bool = bool;

#define INLINE LLVM_ATTRIBUTE_ALWAYS_INLINE
  INLINE float number(float value) { return value; }
  INLINE int32_t integer(int32_t value) { return value; }

  INLINE float add(float x, float y) { return x + y; }
  INLINE float sub(float x, float y) { return x - y; }
  INLINE float mul(float x, float y) { return x * y; }
  INLINE float div(float x, float y) { return x / y; }
  INLINE float fma(float x, float y, float z) { return __builtin_fmaf(x, y, z); }
  INLINE float sqrt(float x) { return __builtin_sqrtf(x); }

  INLINE int32_t bits(float x) {
    int32_t result;
    std::memcpy(&result, &x, sizeof(result));
    return result;
  }
  INLINE float fromBits(int32_t x) {
    float result;
    std::memcpy(&result, &x, sizeof(result));
    return result;
  }
  INLINE float convert(int32_t x) { return static_cast<float>(x); }

  INLINE int32_t addInt(int32_t x, int32_t y) { return wrap(unwrap(x) + unwrap(y)); }
  INLINE int32_t subInt(int32_t x, int32_t y) { return wrap(unwrap(x) - unwrap(y)); }
  INLINE int32_t andInt(int32_t x, int32_t y) { return x & y; }
  INLINE int32_t orInt(int32_t x, int32_t y) { return x | y; }
  INLINE int32_t shiftLeft(int32_t x, int n) { return wrap(unwrap(x) << n); }
  INLINE int32_t shiftRight(int32_t x, int n) { return x >> n; }

  INLINE bool less(float x, float y) { return x < y; }
  INLINE bool equal(float x, float y) { return x == y; }
  INLINE bool isNaN(float x) { return x != x; }
  INLINE bool both(bool x, bool y) { return x & y; }
  INLINE bool either(bool x, bool y) { return x | y; }
  INLINE bool negate(bool x) { return !x; }
  INLINE float select(bool condition, float x, float y) { return condition ? x : y; }
  INLINE std::optional<float> scale(float, int32_t) { return std::nullopt; }

private:
  INLINE static uint32_t unwrap(int32_t x) { return static_cast<uint32_t>(x); }
  INLINE static int32_t wrap(uint32_t x) { return static_cast<int32_t>(x); }
#undef INLINE
};
} // namespace

// Each function on one number and on many.
#define DEFINE_FUNCTION(NAME, DEFINITION)                                                          \
  QOPT_FMA_CLONES float qopt::NAME(float x) {                                                      \
    ScalarBuilder b;                                                                               \
    return floatfn::DEFINITION(b, x);                                                              \
  }                                                                                                \
  QOPT_FMA_CLONES void qopt::NAME(llvm::MutableArrayRef<float> values) {                           \
    ScalarBuilder b;                                                                               \
    for (float &value : values)                                                                    \
      value = floatfn::DEFINITION(b, value);                                                       \
  }

DEFINE_FUNCTION(floatExp, exp)
DEFINE_FUNCTION(floatLog, log)
DEFINE_FUNCTION(floatErf, erf)
DEFINE_FUNCTION(floatTanh, tanh)
DEFINE_FUNCTION(floatSigmoid, sigmoid)
DEFINE_FUNCTION(floatRsqrt, rsqrt)

QOPT_FMA_CLONES float qopt::floatPow(float x, float y) {
  ScalarBuilder b;
  return floatfn::pow(b, x, y);
}

QOPT_FMA_CLONES void qopt::floatPow(llvm::MutableArrayRef<float> bases,
                                    llvm::ArrayRef<float> exponents) {
  assert(bases.size() == exponents.size());
  ScalarBuilder b;
  for (size_t i = 0; i < bases.size(); ++i)
    bases[i] = floatfn::pow(b, bases[i], exponents[i]);
}

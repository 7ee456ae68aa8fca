// fma and roundings of CPUs that have no instruction for them, against the
// instructions of this one.

#include "CompiledModule.h"

#include <cmath>
#include <cstring>
#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

constexpr int kCount = 1024;

CompiledModule compile() {
  return CompiledModule(R"(
    module attributes {qopt.triple = "x86_64-unknown-linux-gnu", qopt.cpu = "x86-64",
                       qopt.features = ""} {
      func.func @fma(%a: memref<1024xf32>, %b: memref<1024xf32>, %c: memref<1024xf32>) {
        linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>,
                                         affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
            ins(%a, %b : memref<1024xf32>, memref<1024xf32>) outs(%c : memref<1024xf32>) {
        ^bb0(%x: f32, %y: f32, %z: f32):
          %r = math.fma %x, %y, %z : f32
          linalg.yield %r : f32
        }
        return
      }
      func.func @round(%a: memref<1024xf32>, %even: memref<1024xf32>, %floor: memref<1024xf32>,
                       %ceil: memref<1024xf32>, %trunc: memref<1024xf32>) {
        linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>,
                                         affine_map<(i) -> (i)>, affine_map<(i) -> (i)>,
                                         affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
            ins(%a : memref<1024xf32>)
            outs(%even, %floor, %ceil, %trunc : memref<1024xf32>, memref<1024xf32>,
                 memref<1024xf32>, memref<1024xf32>) {
        ^bb0(%x: f32, %0: f32, %1: f32, %2: f32, %3: f32):
          %e = math.roundeven %x : f32
          %f = math.floor %x : f32
          %c = math.ceil %x : f32
          %t = math.trunc %x : f32
          linalg.yield %e, %f, %c, %t : f32, f32, f32, f32
        }
        return
      }
    })",
                        {lookupISA("generic"), /*emulate=*/false});
}

uint32_t bitsOf(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof(bits));
  return std::isnan(value) ? 0x7FC00000 : bits;
}

/// Floats of any bits, and such as lie close to each other.
class FloatSource {
public:
  float next() {
    uint32_t bits = random();
    switch (random() % 4) {
    case 0:
      break;
    case 1: // exponents near 0
      bits = (bits & 0x807FFFFF) | (0x3F000000 + (random() % 5 << 23));
      break;
    case 2: // few bits: ties
      bits = (bits & 0xC0700000) | 0x3F000000;
      break;
    case 3: { // special values
      const float values[] = {0.0f,   -0.0f, INFINITY,   -INFINITY,  NAN,
                              1e-45f, -0.5f, 8388608.0f, 8388607.5f, 0.49999997f};
      return values[bits % 10];
    }
    }
    float value;
    memcpy(&value, &bits, sizeof(value));
    return value;
  }

  std::mt19937 random{31};
};

// Double rounding: a product and an addend whose sum lies next to a tie of f32.
TEST(SoftwareFloatTest, FmaRoundsOnce) {
  CompiledModule module = compile();
  FloatSource source;
  std::vector<float> a(kCount), b(kCount), c(kCount), expected(kCount);
  for (int round = 0; round < 500; ++round) {
    for (int i = 0; i < kCount; ++i) {
      a[i] = source.next();
      b[i] = source.next();
      c[i] = source.next();
      if (i % 3 == 0) {
        // One unit of the product's last place beside a tie.
        c[i] = std::ldexp(a[i] * b[i], static_cast<int>(source.random() % 60) - 30);
      }
      expected[i] = std::fma(a[i], b[i], c[i]);
    }
    std::vector<float> actual = c;
    module.run("fma", a.data(), b.data(), actual.data());
    for (int i = 0; i < kCount; ++i)
      ASSERT_EQ(bitsOf(actual[i]), bitsOf(expected[i]))
          << "fma(" << a[i] << ", " << b[i] << ", " << c[i] << ")";
  }
}

// The sign of zero, ties, and numbers too large for a fraction.
TEST(SoftwareFloatTest, Roundings) {
  CompiledModule module = compile();
  FloatSource source;
  std::vector<float> a(kCount), even(kCount), down(kCount), up(kCount), cut(kCount);
  for (int round = 0; round < 200; ++round) {
    for (float &v : a)
      v = source.next();
    module.run("round", a.data(), even.data(), down.data(), up.data(), cut.data());
    for (int i = 0; i < kCount; ++i) {
      ASSERT_EQ(bitsOf(even[i]), bitsOf(std::nearbyint(a[i]))) << "roundeven(" << a[i] << ")";
      ASSERT_EQ(bitsOf(down[i]), bitsOf(std::floor(a[i]))) << "floor(" << a[i] << ")";
      ASSERT_EQ(bitsOf(up[i]), bitsOf(std::ceil(a[i]))) << "ceil(" << a[i] << ")";
      ASSERT_EQ(bitsOf(cut[i]), bitsOf(std::trunc(a[i]))) << "trunc(" << a[i] << ")";
    }
  }
}

} // namespace

// Epilogues, accumulator by accumulator: a 1x1 convolution of a zero input has
// its bias as accumulator, so one run takes any list of them.

#include "QIntFormulas.h"
#include "ReferenceTest.h"

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

template <typename T> std::string list(ArrayRef<T> values) {
  std::string text;
  raw_string_ostream stream(text);
  interleaveComma(values, stream);
  return text;
}

class QIntRescaleTest : public ReferenceTest {
protected:
  /// Stored results for accumulators `accs`, one channel each. `attributes` has
  /// the rescale and the bounds.
  template <typename Acc>
  std::vector<int64_t> rescale(ArrayRef<Acc> accs, const std::string &attributes,
                               const std::string &resultElement,
                               std::optional<Tensor> residual = std::nullopt) {
    size_t n = accs.size();
    std::string acc = sizeof(Acc) == 8 ? "i64" : "i32";
    std::string x = sizeof(Acc) == 8 ? "tensor<1x1x1x1xi16>" : "tensor<1x1x1x1xui8>";
    std::string w = formatv("tensor<{0}x1x1x1xi8>", n), b = formatv("tensor<{0}x{1}>", n, acc);
    std::string y = formatv("tensor<1x1x1x{0}x{1}>", n, resultElement);
    std::string arguments = "%x: " + x + ", %w: " + w + ", %b: " + b;
    std::vector<Tensor> inputs = {Tensor(type(x)), Tensor(type(w)), tensor<Acc>(b, accs)};
    if (residual) {
      arguments += ", %r: " + y;
      inputs.push_back(*residual);
    }
    Tensor result = runBody(
        arguments, y,
        formatv("%y = qint.conv2d %x, %w, %b {0} {{pad = array<i64: 0, 0, 0, 0>, "
                "stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, {1}} : "
                "({2}, {3}, {4}{5}) -> {6}\nreturn %y : {6}",
                residual ? "residual %r" : "", attributes, x, w, b, residual ? ", " + y : "", y),
        inputs);
    std::vector<int64_t> values;
    if (resultElement == "ui8")
      values.assign(result.as<uint8_t>().begin(), result.as<uint8_t>().end());
    else
      values.assign(result.as<int16_t>().begin(), result.as<int16_t>().end());
    return values;
  }

  /// Accumulators that land near the rounding and clamping borders of a factor
  /// of about 2^-log, and the largest ones that leave room for the rounding term.
  template <typename Acc> Acc pickAccumulator(int log, int bits) {
    Wide magnitude;
    switch (random() % 4) {
    case 0: // any size
      magnitude = static_cast<Wide>(random()) >> (random() % 32);
      break;
    case 1: // around half a step
      magnitude = (Wide(random() % 512) * 2 + 1) * power2(std::clamp(log - 1, 0, 40)) +
                  static_cast<int>(random() % 3) - 1;
      break;
    case 2: // the far end
      magnitude = power2(bits) - power2(27) - 1 - random() % 4;
      break;
    default:
      magnitude = random() % 300;
    }
    Wide end = power2(bits) - power2(27);
    magnitude = limit(magnitude, 0, end);
    return static_cast<Acc>(random() % 2 ? magnitude : -magnitude);
  }
};

struct Channels {
  std::vector<int32_t> accs, multipliers, shifts;
};

// Zero points at both ends and inside, clamps of ReLU kind.
constexpr Bounds kByteBounds[] = {{0, 0, 255}, {255, 0, 255}, {128, 128, 255}, {3, 7, 200}};

TEST_F(QIntRescaleTest, Fixed16) {
  for (int g : {3, 4, 5}) {
    for (Bounds bounds : kByteBounds) {
      Channels c;
      for (int s = -15; s <= 26; ++s)
        for (int i = 0; i < 40; ++i) {
          const int32_t multipliers[] = {1 << 14, (1 << 15) - 1,
                                         static_cast<int32_t>((1 << 14) + random() % (1 << 14))};
          c.multipliers.push_back(multipliers[i % 3]);
          c.shifts.push_back(s);
          c.accs.push_back(pickAccumulator<int32_t>(s + 1 + g, 31));
        }
      std::vector<int64_t> actual = rescale<int32_t>(
          c.accs,
          formatv("rescale = #qint.rescale<fixed16, multipliers = [{0}], shifts = [{1}]>, "
                  "fraction_bits = {2} : i32, output_zero_point = {3} : i32, clamp_min = {4} : "
                  "i32, clamp_max = {5} : i32",
                  list<int32_t>(c.multipliers), list<int32_t>(c.shifts), g, bounds.zeroPoint,
                  bounds.low, bounds.high),
          "ui8");
      for (size_t i = 0; i < c.accs.size(); ++i)
        ASSERT_EQ(actual[i], fixed16(c.accs[i], c.multipliers[i], c.shifts[i], bounds, g))
            << c.accs[i] << " * " << c.multipliers[i] << " >> " << c.shifts[i];
    }
  }
}

/// Bounds of i16 results.
constexpr Bounds kWordBounds[] = {{0, -32767, 32767}, {-5, -32768, 32767}, {100, 100, 30000}};

TEST_F(QIntRescaleTest, Fixed32) {
  for (const char *mode : {"fixed32", "fixed32_double_round"}) {
    for (bool wide : {false, true}) {
      for (Bounds bounds : wide ? ArrayRef<Bounds>(kWordBounds) : ArrayRef<Bounds>(kByteBounds)) {
        Channels c;
        for (int s = 2; s <= 62; ++s)
          for (int i = 0; i < 30; ++i) {
            const int32_t multipliers[] = {
                1 << 30, INT32_MAX, static_cast<int32_t>((1u << 30) + random() % (1u << 30))};
            c.multipliers.push_back(multipliers[i % 3]);
            c.shifts.push_back(s);
            c.accs.push_back(pickAccumulator<int32_t>(s - 30, 31));
          }
        std::vector<int64_t> actual = rescale<int32_t>(
            c.accs,
            formatv("rescale = #qint.rescale<{0}, multipliers = [{1}], shifts = [{2}]>, "
                    "output_zero_point = {3} : i32, clamp_min = {4} : i32, clamp_max = {5} : i32",
                    mode, list<int32_t>(c.multipliers), list<int32_t>(c.shifts), bounds.zeroPoint,
                    bounds.low, bounds.high),
            wide ? "i16" : "ui8");
        auto formula = StringRef(mode) == "fixed32" ? fixed32 : fixed32DoubleRound;
        for (size_t i = 0; i < c.accs.size(); ++i)
          ASSERT_EQ(actual[i], formula(c.accs[i], c.multipliers[i], c.shifts[i], bounds))
              << mode << ": " << c.accs[i] << " * " << c.multipliers[i] << " >> " << c.shifts[i];
      }
    }
  }
}

// i64 accumulators take 15-bit multipliers, up to |acc| < 2^47.
TEST_F(QIntRescaleTest, Fixed32OfWideAccumulators) {
  for (Bounds bounds : kWordBounds) {
    std::vector<int64_t> accs;
    std::vector<int32_t> multipliers, shifts;
    for (int s = 2; s <= 62; ++s)
      for (int i = 0; i < 30; ++i) {
        const int32_t choices[] = {1 << 14, (1 << 15) - 1,
                                   static_cast<int32_t>((1 << 14) + random() % (1 << 14))};
        multipliers.push_back(choices[i % 3]);
        shifts.push_back(s);
        accs.push_back(pickAccumulator<int64_t>(s - 14, 47));
      }
    std::vector<int64_t> actual = rescale<int64_t>(
        accs,
        formatv("rescale = #qint.rescale<fixed32, multipliers = [{0}], shifts = [{1}]>, "
                "output_zero_point = {2} : i32, clamp_min = {3} : i32, clamp_max = {4} : i32",
                list<int32_t>(multipliers), list<int32_t>(shifts), bounds.zeroPoint, bounds.low,
                bounds.high),
        "i16");
    for (size_t i = 0; i < accs.size(); ++i)
      ASSERT_EQ(actual[i], fixed32(accs[i], multipliers[i], shifts[i], bounds))
          << accs[i] << " * " << multipliers[i] << " >> " << shifts[i];
  }
}

// Products of exactly half a step round to even; everything saturates.
TEST_F(QIntRescaleTest, Float32) {
  for (Bounds bounds : kByteBounds) {
    std::vector<int32_t> accs;
    std::vector<float> scales;
    for (float scale : {0.5f, 0.25f, 1.0f, 3.0e-5f, 1.0e-3f, 0.0123f, 1.0e-38f, 1.0e30f})
      for (int i = 0; i < 300; ++i) {
        accs.push_back(pickAccumulator<int32_t>(-std::ilogb(scale), 31));
        scales.push_back(scale);
      }
    std::string text;
    raw_string_ostream stream(text);
    interleaveComma(scales, stream, [&](float scale) { stream << formatv("{0:e9}", scale); });
    std::vector<int64_t> actual = rescale<int32_t>(
        accs,
        formatv("rescale = #qint.rescale<float32, scales = [{0}]>, output_zero_point = {1} : "
                "i32, clamp_min = {2} : i32, clamp_max = {3} : i32",
                text, bounds.zeroPoint, bounds.low, bounds.high),
        "ui8");
    for (size_t i = 0; i < accs.size(); ++i)
      ASSERT_EQ(actual[i], float32(accs[i], scales[i], bounds)) << accs[i] << " * " << scales[i];
  }
}

// Function, residual, and both: everything happens on 16 bits with one rounding.
TEST_F(QIntRescaleTest, FunctionAndResidual) {
  std::vector<int16_t> base, slope;
  for (int i = 0; i < 256; ++i) {
    // Rises and falls, and reaches both ends of 16 bits.
    base.push_back(static_cast<int16_t>(i % 2 ? 32000 - 10 * i : -32000 + 75 * i));
    slope.push_back(static_cast<int16_t>(i % 2 ? -7000 - i : 9000 + i));
  }
  std::string functionText = formatv("function = #qint.function<base = [{0}], slope = [{1}]>, ",
                                     list<int16_t>(base), list<int16_t>(slope));
  for (bool hasFunction : {false, true}) {
    for (bool hasResidual : {false, true}) {
      for (auto [g, residualMultiplier, residualShift] :
           {std::array<int, 3>{5, 16384, 9}, {3, 32767, 12}, {4, 20001, 1}, {5, 777, 31}}) {
        Bounds bounds = kByteBounds[g % 4];
        Channels c;
        for (int s = -15; s <= 26; ++s)
          for (int i = 0; i < 40; ++i) {
            c.multipliers.push_back(i % 2 ? (1 << 15) - 1 : 16384 + random() % 16384);
            c.shifts.push_back(s);
            c.accs.push_back(pickAccumulator<int32_t>(s + 5, 31));
          }
        Tensor residual =
            randomIntegers<uint8_t>(formatv("tensor<1x1x1x{0}xui8>", c.accs.size()), 0, 255);
        std::vector<int64_t> actual = rescale<int32_t>(
            c.accs,
            formatv("{0}rescale = #qint.rescale<fixed16, multipliers = [{1}], shifts = [{2}]>, "
                    "residual_zero_point = 119 : i32, residual_multiplier = {3} : i32, "
                    "residual_shift = {4} : i32, fraction_bits = {5} : i32, output_zero_point = "
                    "{6} : i32, clamp_min = {7} : i32, clamp_max = {8} : i32",
                    hasFunction ? functionText : "", list<int32_t>(c.multipliers),
                    list<int32_t>(c.shifts), residualMultiplier, residualShift, g, bounds.zeroPoint,
                    bounds.low, bounds.high),
            "ui8", hasResidual ? std::optional(residual) : std::nullopt);
        for (size_t i = 0; i < c.accs.size(); ++i) {
          Wide product = narrow16(c.accs[i], c.shifts[i]) * c.multipliers[i];
          Wide p = floorShift(product, 16);
          if (hasFunction) {
            Wide x = limit(floorShift(product + 16384, 15), -16384, 16383);
            int segment = static_cast<int>((x + 16384) / 128);
            Wide offset = (x + 16384) % 128;
            p = base[segment] + floorShift(slope[segment] * offset * 256, 16);
          }
          if (hasResidual) {
            Wide difference = Wide(residual.as<uint8_t>()[i]) - 119;
            Wide q = limit16(floorShift(difference * residualMultiplier + power2(residualShift - 1),
                                        residualShift));
            p = limit16(p + q);
          }
          Wide y = floorShift(limit16(p + bounds.zeroPoint * power2(g) + power2(g - 1)), g);
          // Plain fixed16 does not saturate before its last shift, which the
          // clamp hides.
          ASSERT_EQ(actual[i], limit(y, bounds.low, bounds.high))
              << c.accs[i] << " * " << c.multipliers[i] << " >> " << c.shifts[i] << ", function "
              << hasFunction << ", residual " << hasResidual;
        }
      }
    }
  }
}

} // namespace

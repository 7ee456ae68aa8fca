// qint.vector ops, native and emulated, against one lane at a time.

#include "CompiledModule.h"

#include "qopt/Support/FixedPoint.h"
#include "llvm/Support/FormatVariadic.h"

#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

class VectorOpsTest : public testing::TestWithParam<Variant> {
protected:
  std::mt19937 random{7};

  template <typename T> T pick(std::initializer_list<T> extremes, int64_t low, int64_t high) {
    if (random() % 2 == 0)
      return *(extremes.begin() + random() % extremes.size());
    return static_cast<T>(std::uniform_int_distribution<int64_t>(low, high)(random));
  }
};

std::string dotFunction(int lanes, llvm::StringRef element, bool isSigned) {
  int count = lanes * (element == "i8" ? 4 : 2);
  return llvm::formatv(
      R"(func.func @dot_{0}_{1}{2}(%c: memref<{0}xi32>, %a: memref<{3}x{1}>, %b: memref<{3}x{1}>) {{
        %zero = arith.constant 0 : index
        %vc = vector.load %c[%zero] : memref<{0}xi32>, vector<{0}xi32>
        %va = vector.load %a[%zero] : memref<{3}x{1}>, vector<{3}x{1}>
        %vb = vector.load %b[%zero] : memref<{3}x{1}>, vector<{3}x{1}>
        %r = qint.vector.dot %vc, %va, %vb {4} : vector<{0}xi32>, vector<{3}x{1}>
        vector.store %r, %c[%zero] : memref<{0}xi32>, vector<{0}xi32>
        return
      }
)",
      lanes, element, isSigned ? "s" : "u", count, isSigned ? "{signed_lhs}" : "");
}

constexpr int kLanes[] = {1, 2, 3, 4, 8, 12, 16, 32, 48};

// A lowering that saturates (pmaddubsw), takes the wrong operand for unsigned,
// or loses lanes where pieces are joined.
TEST_P(VectorOpsTest, DotOfBytes) {
  std::string source;
  for (int lanes : kLanes)
    source += dotFunction(lanes, "i8", false) + dotFunction(lanes, "i8", true);
  CompiledModule module(source, GetParam());
  for (int lanes : kLanes)
    for (bool isSigned : {false, true})
      for (int round = 0; round < 50; ++round) {
        std::vector<int32_t> sums(lanes), expected(lanes);
        std::vector<uint8_t> lhs(4 * lanes);
        std::vector<int8_t> rhs(4 * lanes);
        for (int32_t &v : sums)
          v = pick<int32_t>({INT32_MAX, INT32_MIN, 0}, INT32_MIN, INT32_MAX);
        for (uint8_t &v : lhs)
          v = pick<uint8_t>({0, 127, 128, 255}, 0, 255);
        for (int8_t &v : rhs)
          v = pick<int8_t>({-128, -127, 127, 0}, -128, 127);
        for (int i = 0; i < lanes; ++i) {
          expected[i] = sums[i];
          for (int j = 4 * i; j < 4 * i + 4; ++j)
            expected[i] =
                wrapAdd32(expected[i], (isSigned ? static_cast<int8_t>(lhs[j]) : lhs[j]) * rhs[j]);
        }
        module.run(llvm::formatv("dot_{0}_i8{1}", lanes, isSigned ? "s" : "u").str(), sums.data(),
                   lhs.data(), rhs.data());
        ASSERT_EQ(sums, expected) << lanes << " lanes, " << (isSigned ? "signed" : "unsigned");
      }
}

// The edge of what 16 bits hold: sums of 32767 and of -32768.
TEST_P(VectorOpsTest, DotOfBytePairs) {
  std::string source;
  for (int lanes : kLanes)
    source += llvm::formatv(
        R"(func.func @dot_{0}(%c: memref<{0}xi16>, %a: memref<{1}xi8>, %b: memref<{1}xi8>) {{
        %zero = arith.constant 0 : index
        %vc = vector.load %c[%zero] : memref<{0}xi16>, vector<{0}xi16>
        %va = vector.load %a[%zero] : memref<{1}xi8>, vector<{1}xi8>
        %vb = vector.load %b[%zero] : memref<{1}xi8>, vector<{1}xi8>
        %r = qint.vector.dot %vc, %va, %vb : vector<{0}xi16>, vector<{1}xi8>
        vector.store %r, %c[%zero] : memref<{0}xi16>, vector<{0}xi16>
        return
      }
)",
        lanes, 2 * lanes);
  CompiledModule module(source, GetParam());
  for (int lanes : kLanes)
    for (int round = 0; round < 50; ++round) {
      std::vector<int16_t> sums(lanes), expected(lanes);
      std::vector<uint8_t> lhs(2 * lanes);
      std::vector<int8_t> rhs(2 * lanes);
      for (int i = 0; i < lanes; ++i) {
        bool isNegative = random() % 2;
        int8_t first = static_cast<int8_t>(random() % 129);
        rhs[2 * i] = static_cast<int8_t>(isNegative ? -(first & 127) : first & 127);
        rhs[2 * i + 1] = static_cast<int8_t>((isNegative ? -1 : 1) * (128 - (first & 127)) / 2);
        lhs[2 * i] = pick<uint8_t>({0, 127, 128, 255}, 0, 255);
        lhs[2 * i + 1] = pick<uint8_t>({0, 127, 128, 255}, 0, 255);
        int32_t products = lhs[2 * i] * rhs[2 * i] + lhs[2 * i + 1] * rhs[2 * i + 1];
        expected[i] = isNegative ? INT16_MIN : INT16_MAX;
        sums[i] = static_cast<int16_t>(expected[i] - products);
      }
      module.run(llvm::formatv("dot_{0}", lanes).str(), sums.data(), lhs.data(), rhs.data());
      ASSERT_EQ(sums, expected) << lanes << " lanes";
    }
}

TEST_P(VectorOpsTest, DotOfWords) {
  std::string source;
  for (int lanes : kLanes)
    source += dotFunction(lanes, "i16", false);
  CompiledModule module(source, GetParam());
  for (int lanes : kLanes)
    for (int round = 0; round < 50; ++round) {
      std::vector<int32_t> sums(lanes), expected(lanes);
      std::vector<int16_t> lhs(2 * lanes), rhs(2 * lanes);
      for (int32_t &v : sums)
        v = pick<int32_t>({INT32_MAX, INT32_MIN, 0}, INT32_MIN, INT32_MAX);
      for (std::vector<int16_t> *words : {&lhs, &rhs})
        for (int16_t &v : *words)
          v = pick<int16_t>({-32768, 32767, 0, -1}, -32768, 32767);
      for (int i = 0; i < lanes; ++i) {
        expected[i] = sums[i];
        for (int j = 2 * i; j < 2 * i + 2; ++j)
          expected[i] = wrapAdd32(expected[i], int32_t(lhs[j]) * rhs[j]);
      }
      module.run(llvm::formatv("dot_{0}_i16u", lanes).str(), sums.data(), lhs.data(), rhs.data());
      ASSERT_EQ(sums, expected) << lanes << " lanes";
    }
}

/// A function that rescales `lanes` accumulators, 0 for scalars.
std::string rescaleFunction(llvm::StringRef name, int lanes, llvm::StringRef mode,
                            llvm::StringRef multiplier, llvm::StringRef accumulator,
                            llvm::StringRef result, llvm::StringRef attributes) {
  auto vectorOf = [&](llvm::StringRef element) {
    return lanes ? llvm::formatv("vector<{0}x{1}>", lanes, element).str() : element.str();
  };
  auto load = [&](llvm::StringRef value, llvm::StringRef buffer, llvm::StringRef element) {
    return llvm::formatv(lanes ? "{0} = vector.load {1}[%zero] : memref<{2}x{3}>, vector<{2}x{3}>\n"
                               : "{0} = memref.load {1}[%zero] : memref<{2}x{3}>\n",
                         value, buffer, std::max(lanes, 1), element)
        .str();
  };
  bool isFloat = mode == "float32";
  std::string source =
      llvm::formatv("func.func @{0}(%a: memref<{1}x{2}>, %m: memref<{1}x{3}>, %s: memref<{1}xi32>,"
                    " %r: memref<{1}x{4}>) {{\n%zero = arith.constant 0 : index\n",
                    name, std::max(lanes, 1), accumulator, multiplier, result);
  source += load("%va", "%a", accumulator) + load("%vm", "%m", multiplier);
  std::string operands, types = vectorOf(accumulator) + ", " + vectorOf(multiplier);
  if (isFloat) {
    operands = "scales %vm";
  } else {
    source += load("%vs", "%s", "i32");
    operands = "multipliers %vm shifts %vs";
    types += ", " + vectorOf("i32");
  }
  source += llvm::formatv("%vr = qint.vector.rescale {0} %va {1} {{ {2} } : ({3}) -> {4}\n", mode,
                          operands, attributes, types, vectorOf(result));
  source += llvm::formatv(lanes ? "vector.store %vr, %r[%zero] : memref<{0}x{1}>, vector<{0}x{1}>\n"
                                : "memref.store %vr, %r[%zero] : memref<{0}x{1}>\n",
                          std::max(lanes, 1), result);
  return source + "return\n}\n";
}

constexpr int kRescaleLanes[] = {0, 1, 4, 12, 16, 32, 64};

struct ClampCase {
  StoredRange range;
  std::string attributes() const {
    return llvm::formatv("zero_point = {0} : i32, clamp_min = {1} : i32, clamp_max = {2} : i32",
                         range.zeroPoint, range.clampMin, range.clampMax);
  }
};

/// What an op promises of its shifts, and accumulators that keep to it.
struct ShiftCase {
  int32_t least = -15, greatest = 26;
  bool isExact = false;

  std::string attributes() const {
    return llvm::formatv("least_shift = {0} : i32, greatest_shift = {1} : i32{2}", least, greatest,
                         isExact ? ", exact_shifts" : "");
  }
  int32_t limit(int32_t accumulator, int32_t shift) const {
    int32_t places = isExact ? std::max(-shift, 0) : 0;
    return std::clamp(accumulator, INT32_MIN >> places, INT32_MAX >> places);
  }
};
/// Any, those that join the last shift, and to the right only; without the steps that
/// others do not need.
const ShiftCase kShiftCases[] = {{-15, 26},       {-4, 26},       {0, 26},
                                 {-15, 26, true}, {-15, 0, true}, {-4, 0}};

const ClampCase kByteClamps[] = {{{0, 0, 255}}, {{128, 0, 255}}, {{17, 17, 200}}, {{255, 3, 255}}};

// Shifts of both signs in one vector; accumulators that saturate before a left
// shift; the zero point at its ends.
TEST_P(VectorOpsTest, RescaleFixed16) {
  std::string source;
  for (int lanes : kRescaleLanes)
    for (const auto &[index, clamp] : llvm::enumerate(kByteClamps))
      for (const auto &[number, bounds] : llvm::enumerate(kShiftCases))
        source += rescaleFunction(
            llvm::formatv("f_{0}_{1}_{2}", lanes, index, number).str(), lanes, "fixed16", "i16",
            "i32", "i8", llvm::formatv("{0}, {1}", clamp.attributes(), bounds.attributes()).str());
  CompiledModule module(source, GetParam());
  for (int lanes : kRescaleLanes)
    for (const auto &[index, clamp] : llvm::enumerate(kByteClamps))
      for (const auto &[number, bounds] : llvm::enumerate(kShiftCases))
        for (int round = 0; round < 40; ++round) {
          int count = std::max(lanes, 1);
          std::vector<int32_t> accumulators(count), shifts(count);
          std::vector<int16_t> multipliers(count);
          std::vector<uint8_t> results(count), expected(count);
          for (int i = 0; i < count; ++i) {
            shifts[i] =
                pick<int32_t>({0, std::min(1, bounds.greatest), bounds.greatest, bounds.least},
                              bounds.least, bounds.greatest);
            multipliers[i] = pick<int16_t>({16384, 32767}, 16384, 32767);
            int64_t reach = int64_t(1) << std::clamp(shifts[i] + 15, 4, 30);
            int32_t accumulator =
                pick<int32_t>({0, -1, 1, INT16_MAX, INT16_MIN, 1 << 29, -(1 << 29)}, -reach, reach);
            accumulator = bounds.limit(accumulator, shifts[i]);
            expected[i] = applyFixed16(accumulator, {multipliers[i], shifts[i]}, clamp.range);
            accumulators[i] = wrapAdd32(accumulator, roundingTerm(shifts[i]));
          }
          module.run(llvm::formatv("f_{0}_{1}_{2}", lanes, index, number).str(),
                     accumulators.data(), multipliers.data(), shifts.data(), results.data());
          ASSERT_EQ(results, expected) << lanes << " lanes, clamp " << index;
        }
}

// A rounding term or the double rounding's sign lost; i64 accumulators cut to 32.
TEST_P(VectorOpsTest, RescaleFixed32) {
  const StoredRange words{0, -32767, 32767};
  std::string wordAttributes = "zero_point = 0 : i32, clamp_min = -32767 : i32, "
                               "clamp_max = 32767 : i32";
  std::string source;
  for (int lanes : kRescaleLanes) {
    std::string suffix = std::to_string(lanes);
    source += rescaleFunction("single" + suffix, lanes, "fixed32", "i32", "i32", "i8",
                              kByteClamps[2].attributes());
    source += rescaleFunction("double" + suffix, lanes, "fixed32_double_round", "i32", "i32", "i8",
                              kByteClamps[1].attributes());
    source +=
        rescaleFunction("words" + suffix, lanes, "fixed32", "i32", "i64", "i16", wordAttributes);
  }
  CompiledModule module(source, GetParam());
  for (int lanes : kRescaleLanes)
    for (int round = 0; round < 60; ++round) {
      int count = std::max(lanes, 1);
      std::string suffix = std::to_string(lanes);
      std::vector<int32_t> accumulators(count), multipliers(count), multipliers15(count);
      std::vector<int32_t> shifts(count);
      std::vector<int64_t> wide(count);
      std::vector<uint8_t> single(count), twice(count), result(count);
      std::vector<int16_t> words16(count), result16(count);
      for (int i = 0; i < count; ++i) {
        shifts[i] = pick<int32_t>({2, 30, 31, 32, 62}, 31, 50);
        multipliers[i] = pick<int32_t>({1 << 30, INT32_MAX}, 1 << 30, INT32_MAX);
        multipliers15[i] = pick<int32_t>({1 << 14, 32767}, 1 << 14, 32767);
        int64_t reach = int64_t(1) << std::clamp(shifts[i] - 22, 2, 31);
        accumulators[i] = pick<int32_t>({INT32_MAX, INT32_MIN, 0, -1}, -reach, reach - 1);
        int64_t limit = (int64_t(1) << 47) - 1;
        wide[i] = pick<int64_t>({limit, -limit, 0, -1}, -limit, limit);
        single[i] =
            applyFixed32(accumulators[i], {multipliers[i], shifts[i]}, kByteClamps[2].range);
        twice[i] = applyFixed32DoubleRound(accumulators[i], {multipliers[i], shifts[i]},
                                           kByteClamps[1].range);
        words16[i] = applyFixed15(wide[i], {multipliers15[i], shifts[i]}, words);
      }
      module.run("single" + suffix, accumulators.data(), multipliers.data(), shifts.data(),
                 result.data());
      ASSERT_EQ(result, single) << lanes << " lanes";
      module.run("double" + suffix, accumulators.data(), multipliers.data(), shifts.data(),
                 result.data());
      ASSERT_EQ(result, twice) << lanes << " lanes";
      module.run("words" + suffix, wide.data(), multipliers15.data(), shifts.data(),
                 result16.data());
      ASSERT_EQ(result16, words16) << lanes << " lanes";
    }
}

// Ties to even, and products far outside the integers.
TEST_P(VectorOpsTest, RescaleFloat32) {
  std::string source;
  for (int lanes : kRescaleLanes)
    source += rescaleFunction("f" + std::to_string(lanes), lanes, "float32", "f32", "i32", "i8",
                              kByteClamps[2].attributes());
  CompiledModule module(source, GetParam());
  for (int lanes : kRescaleLanes)
    for (int round = 0; round < 60; ++round) {
      int count = std::max(lanes, 1);
      std::vector<int32_t> accumulators(count), unused(count);
      std::vector<float> scales(count);
      std::vector<uint8_t> results(count), expected(count);
      for (int i = 0; i < count; ++i) {
        scales[i] =
            pick<int>({0, 1}, 0, 1) ? 0.5f : std::ldexp(1.0f, pick<int>({-30, 20, 0}, -40, 60));
        accumulators[i] = pick<int32_t>({INT32_MAX, INT32_MIN, 0, 1, -1}, -600, 600);
        expected[i] = applyFloat32(accumulators[i], scales[i], kByteClamps[2].range);
      }
      module.run("f" + std::to_string(lanes), accumulators.data(), scales.data(), unused.data(),
                 results.data());
      ASSERT_EQ(results, expected) << lanes << " lanes";
    }
}

std::string lookupFunction(llvm::StringRef name, int lanes, int entries, llvm::StringRef element,
                           llvm::StringRef index) {
  return llvm::formatv(
      R"(func.func @{0}(%t: memref<{2}x{3}>, %i: memref<{1}x{4}>, %r: memref<{1}x{3}>) {{
        %zero = arith.constant 0 : index
        %v = vector.load %i[%zero] : memref<{1}x{4}>, vector<{1}x{4}>
        %x = qint.vector.lookup %t[%v] : memref<{2}x{3}>, vector<{1}x{4}> -> vector<{1}x{3}>
        vector.store %x, %r[%zero] : memref<{1}x{3}>, vector<{1}x{3}>
        return
      }
)",
      name, lanes, entries, element, index);
}

template <typename Element, typename Index>
void checkLookup(CompiledModule &module, const std::string &name, int lanes, int entries) {
  std::mt19937 random(3);
  std::vector<Element> table(entries), results(lanes), expected(lanes);
  std::vector<Index> indices(lanes);
  for (int round = 0; round < 20; ++round) {
    for (Element &v : table)
      v = static_cast<Element>(random());
    for (int i = 0; i < lanes; ++i) {
      int index = static_cast<int>(random() % entries);
      indices[i] = static_cast<Index>(index);
      expected[i] = table[index];
    }
    module.run(name, table.data(), indices.data(), results.data());
    ASSERT_EQ(results, expected) << name;
  }
}

// Bytes above 127 read as negative indices; entries of the upper half of a table.
TEST_P(VectorOpsTest, Lookup) {
  std::string source;
  for (int lanes : kLanes) {
    std::string suffix = std::to_string(lanes);
    source += lookupFunction("bytes" + suffix, lanes, 256, "i8", "i8");
    source += lookupFunction("words" + suffix, lanes, kFunctionSegments, "i16", "i32");
    source += lookupFunction("ints" + suffix, lanes, 256, "i32", "i8");
  }
  CompiledModule module(source, GetParam());
  for (int lanes : kLanes) {
    std::string suffix = std::to_string(lanes);
    checkLookup<uint8_t, uint8_t>(module, "bytes" + suffix, lanes, 256);
    checkLookup<int16_t, int32_t>(module, "words" + suffix, lanes, kFunctionSegments);
    checkLookup<int32_t, uint8_t>(module, "ints" + suffix, lanes, 256);
  }
}

struct EpilogueCase {
  bool hasFunction, hasResidual;
  ShiftCase shifts;
  int fractionBits, residualZeroPoint, residualMultiplier, residualShift;
  StoredRange range;
  bool hasByteSlopes = false, hasFlatStart = false, hasSmallResults = false;

  std::string functionAttributes() const {
    std::string attributes;
    if (hasByteSlopes)
      attributes += "qopt.byte_slopes, ";
    if (hasFlatStart)
      attributes += "qopt.flat_start, ";
    if (hasSmallResults)
      attributes += "qopt.small_results, ";
    return attributes.empty() ? "" : " {" + attributes.substr(0, attributes.size() - 2) + "}";
  }
};

// Residuals whose shift pmaddubsw and pmulhrsw can do, and the first beyond both
// ends; zero points at the ends of the byte; results that saturate. Functions that
// add the zero point themselves, with sums that saturate where a residual joins them.
constexpr ShiftCase kAnyShifts, kRightShifts{0, 26}, kExactShifts{-15, 26, true},
    kLeftShifts{-15, 0, true};
const EpilogueCase kEpilogues[] = {
    {true, false, kRightShifts, 5, 0, 0, 0, {128, 0, 255}},
    {true, false, kAnyShifts, 4, 0, 0, 0, {3, 3, 250}},
    {false, true, kRightShifts, 5, 255, 32767, 9, {0, 0, 255}},
    {false, true, kAnyShifts, 5, 0, 16384, 15, {255, 7, 255}},
    {false, true, kRightShifts, 3, 128, 30001, 8, {17, 17, 200}},
    {false, true, kRightShifts, 5, 1, 20000, 16, {128, 0, 255}},
    {false, true, kRightShifts, 5, 200, 32767, 1, {128, 0, 255}},
    {true, true, kRightShifts, 5, 77, 23170, 11, {128, 0, 255}},
    {true, true, kAnyShifts, 3, 255, 16384, 31, {0, 0, 100}},
    {true, false, kRightShifts, 5, 0, 0, 0, {128, 0, 255}, /*hasByteSlopes=*/true},
    {true, false, kExactShifts, 5, 0, 0, 0, {255, 0, 255}, true, true, true},
    {true, false, kLeftShifts, 3, 0, 0, 0, {128, 3, 255}, true, false, true},
    {true, false, kRightShifts, 5, 0, 0, 0, {3, 0, 255}, false, true, false},
    {true, true, kExactShifts, 3, 255, 32767, 9, {255, 0, 255}, true, true, true},
    {true, true, kLeftShifts, 5, 0, 32767, 1, {255, 0, 255}, false, false, true},
    {false, true, kLeftShifts, 5, 255, 32767, 9, {0, 0, 255}},
};

std::string epilogueFunction(llvm::StringRef name, int lanes, const EpilogueCase &test) {
  std::string n = std::to_string(lanes), attributes = ClampCase{test.range}.attributes();
  attributes += llvm::formatv(", fraction_bits = {0} : i32, residual_zero_point = {1} : i32, "
                              "residual_multiplier = {2} : i32, residual_shift = {3} : i32, {4}",
                              test.fractionBits, test.residualZeroPoint, test.residualMultiplier,
                              test.residualShift, test.shifts.attributes());
  std::string operands, types;
  if (test.hasFunction) {
    operands += " function %f";
    types += ", memref<256x2xi16>";
  }
  if (test.hasResidual) {
    operands += " residual %vo";
    types += ", vector<" + n + "xi8>";
  }
  return llvm::formatv(
      R"(func.func @{0}(%a: memref<{1}xi32>, %m: memref<{1}xi16>, %s: memref<{1}xi32>, %f: memref<256x2xi16>{5}, %o: memref<{1}xi8>, %r: memref<{1}xi8>) {{
        %zero = arith.constant 0 : index
        %va = vector.load %a[%zero] : memref<{1}xi32>, vector<{1}xi32>
        %vm = vector.load %m[%zero] : memref<{1}xi16>, vector<{1}xi16>
        %vs = vector.load %s[%zero] : memref<{1}xi32>, vector<{1}xi32>
        %vo = vector.load %o[%zero] : memref<{1}xi8>, vector<{1}xi8>
        %vr = qint.vector.epilogue %va multipliers %vm shifts %vs {2} {{{3}} : (vector<{1}xi32>, vector<{1}xi16>, vector<{1}xi32>{4}) -> vector<{1}xi8>
        vector.store %vr, %r[%zero] : memref<{1}xi8>, vector<{1}xi8>
        return
      }
)",
      name, n, operands, attributes, types, test.functionAttributes());
}

constexpr int kEpilogueLanes[] = {1, 4, 8, 16, 24, 32, 48, 64, 72, 128};

// Lanes out of order behind packs, in tables or in the residual; a position beyond
// the ends of the function; a sum that wraps instead of saturating.
TEST_P(VectorOpsTest, Epilogue) {
  auto nameOf = [](size_t index, int lanes) {
    return llvm::formatv("e_{0}_{1}", index, lanes).str();
  };
  std::string source;
  for (const auto &[index, test] : llvm::enumerate(kEpilogues))
    for (int lanes : kEpilogueLanes)
      source += epilogueFunction(nameOf(index, lanes), lanes, test);
  CompiledModule module(source, GetParam());
  for (const auto &[index, test] : llvm::enumerate(kEpilogues))
    for (int lanes : kEpilogueLanes)
      for (int round = 0; round < 30; ++round) {
        std::vector<int32_t> accumulators(lanes), shifts(lanes);
        std::vector<int16_t> multipliers(lanes), function, base, slope;
        std::vector<uint8_t> residual(lanes), results(lanes), expected(lanes);
        for (int i = 0; i < kFunctionSegments; ++i) {
          // No segment leaves 16 bits.
          base.push_back(pick<int16_t>({16383, -16384}, -16384, 16383));
          slope.push_back(test.hasByteSlopes ? pick<int16_t>({127, -128}, -128, 127)
                                             : pick<int16_t>({32767, -32768}, -32768, 32767));
          if (test.hasFlatStart && i == 0)
            slope.back() = 0;
          if (test.hasSmallResults)
            base.back() -= std::max(interpolate16(slope.back(), kFunctionSegmentSize - 1), 0);
          function.insert(function.end(), {base.back(), slope.back()});
        }
        for (int i = 0; i < lanes; ++i) {
          const ShiftCase &bounds = test.shifts;
          shifts[i] =
              pick<int32_t>({0, std::min(1, bounds.greatest), bounds.greatest, bounds.least},
                            bounds.least, bounds.greatest);
          multipliers[i] = pick<int16_t>({16384, 32767}, 16384, 32767);
          int64_t reach = int64_t(1) << std::clamp(shifts[i] + 15, 4, 30);
          int32_t accumulator =
              pick<int32_t>({0, -1, INT16_MAX, INT16_MIN, 1 << 29, -(1 << 29)}, -reach, reach);
          accumulator = bounds.limit(accumulator, shifts[i]);
          accumulators[i] = wrapAdd32(accumulator, roundingTerm(shifts[i]));
          residual[i] = pick<uint8_t>({0, 255, 128}, 0, 255);
          FixedPointScale scale{multipliers[i], shifts[i]};
          int32_t p = test.hasFunction
                          ? applyFunction16(scaleFunction16(accumulator, scale), base, slope)
                          : scale16(accumulator, scale);
          if (test.hasResidual)
            p = addResidual16(p, residual[i], test.residualZeroPoint,
                              {test.residualMultiplier, test.residualShift});
          expected[i] = finishFixed16(p, test.range, test.fractionBits);
        }
        module.run(nameOf(index, lanes), accumulators.data(), multipliers.data(), shifts.data(),
                   function.data(), residual.data(), results.data());
        ASSERT_EQ(results, expected) << "case " << index << ", " << lanes << " lanes";
      }
}

INSTANTIATE_TEST_SUITE_P(All, VectorOpsTest, testing::ValuesIn(getLoweringVariants()),
                         getVariantName);

} // namespace

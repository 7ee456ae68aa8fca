// Scheduled matrix products on every instruction set against loops over scalars.

#include "CompiledModule.h"

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FixedPoint.h"
#include "llvm/Support/FormatVariadic.h"

#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

struct MatmulCase {
  int batch, rows, depth, columns;
  int tileRows, tileRegisters;
};

// Depths of whole groups of four, of whole blocks of 16, and neither.
const MatmulCase kCases[] = {
    {2, 5, 8, 64, 2, 1},  {1, 7, 13, 37, 3, 2}, {3, 1, 1, 1, 4, 1},    {1, 4, 6, 100, 4, 3},
    {1, 9, 31, 15, 5, 1}, {2, 6, 64, 48, 3, 2}, {1, 3, 71, 130, 2, 4},
};

class MatmulTest : public testing::TestWithParam<Variant> {
protected:
  std::mt19937 random{21};

  template <typename T> std::vector<T> makeData(size_t count) {
    std::vector<T> data(count);
    for (T &v : data)
      v = std::is_floating_point_v<T> ? static_cast<int32_t>(random()) / 3e8f
                                      : static_cast<T>(random());
    return data;
  }

  template <typename T> static std::string typeName() {
    return std::is_floating_point_v<T> ? "f32" : "i" + std::to_string(8 * sizeof(T));
  }

  /// With `byColumns` the right matrix lies transposed.
  template <typename Lhs, typename Rhs, typename Accumulator, typename Result, typename Finish>
  void check(const std::string &attributes, int lhsZeroPoint, int rhsZeroPoint, Finish finish,
             bool byColumns = false) {
    constexpr bool areBytes = sizeof(Lhs) == 1 && sizeof(Rhs) == 1;
    for (const MatmulCase &shape : kCases) {
      int tileColumns = GetParam().isa->lanes(8 * sizeof(Accumulator)) * shape.tileRegisters;
      std::string layout;
      if (byColumns)
        layout =
            llvm::formatv(", strided<[{0}, 1, {1}]>", shape.depth * shape.columns, shape.depth);
      std::string types = llvm::formatv(
          "memref<{0}x{1}x{2}x{4}>; memref<{0}x{2}x{3}x{5}{7}>; memref<{0}x{1}x{3}x{6}>",
          shape.batch, shape.rows, shape.depth, shape.columns, typeName<Lhs>(), typeName<Rhs>(),
          typeName<Result>(), layout);
      llvm::SmallVector<llvm::StringRef> type;
      llvm::StringRef(types).split(type, "; ");
      std::vector<uint8_t> scratch(
          qint::ScheduledBatchMatmulOp::getScratchBytes(shape.rows, shape.depth, tileColumns));
      std::string scratchType = llvm::formatv("memref<{0}xi8>", scratch.size());
      CompiledModule module(
          llvm::formatv(
              "func.func @matmul(%a: {0}, %b: {1}, %c: {2}, %s: {6}) {{\n"
              "  qint.scheduled.batch_matmul %a, %b into %c {7} {{tile = #qint.tile<{3} x "
              "{4}>{5}} : ({0}, {1}, {2}{8}) -> ()\n  return\n}\n",
              type[0], type[1], type[2], shape.tileRows, tileColumns, attributes, scratchType,
              areBytes ? "scratch %s" : "", areBytes ? ", " + scratchType : "")
              .str(),
          GetParam());
      auto lhs = makeData<Lhs>(shape.batch * shape.rows * shape.depth);
      auto rhs = makeData<Rhs>(shape.batch * shape.depth * shape.columns);
      std::vector<Result> actual(shape.batch * shape.rows * shape.columns);
      module.run("matmul", lhs.data(), rhs.data(), actual.data(), scratch.data());
      for (size_t i = 0; i < actual.size(); ++i) {
        int n = i % shape.columns, row = i / shape.columns, b = row / shape.rows;
        Accumulator sum = 0;
        for (int k = 0; k < shape.depth; ++k) {
          Lhs left = lhs[row * shape.depth + k];
          Rhs right = byColumns ? rhs[(b * shape.columns + n) * shape.depth + k]
                                : rhs[(b * shape.depth + k) * shape.columns + n];
          if constexpr (std::is_floating_point_v<Accumulator>)
            sum = std::fma(left, right, sum);
          else
            sum += (Accumulator(left) - lhsZeroPoint) * (Accumulator(right) - rhsZeroPoint);
        }
        ASSERT_EQ(actual[i], static_cast<Result>(finish(sum)))
            << "element " << i << " of " << types;
      }
    }
  }
};

TEST_P(MatmulTest, Bytes) {
  check<uint8_t, uint8_t, int32_t, uint8_t>(
      ", lhs_zero_point = 255 : i32, rhs_zero_point = 3 : i32, rescale = #qint.rescale<fixed16, "
      "multipliers = [20000], shifts = [9]>, output_zero_point = 120 : i32, clamp_min = 2 : i32, "
      "clamp_max = 251 : i32",
      255, 3, [](int32_t sum) { return applyFixed16(sum, {20000, 9}, {120, 2, 251}); });
}

// Zero points at which one of the terms is left out, or the largest.
TEST_P(MatmulTest, BytesByColumns) {
  for (auto [left, right] : {std::pair(0, 128), std::pair(128, 0), std::pair(255, 255)})
    check<uint8_t, uint8_t, int32_t, int32_t>(
        llvm::formatv(", lhs_zero_point = {0} : i32, rhs_zero_point = {1} : i32", left, right),
        left, right, [](int32_t sum) { return sum; }, /*byColumns=*/true);
}

TEST_P(MatmulTest, BytesToAccumulators) {
  check<uint8_t, uint8_t, int32_t, int32_t>("", 0, 0, [](int32_t sum) { return sum; });
}

// Products of 16 by 16 bits leave 32 bits after two steps.
TEST_P(MatmulTest, Words) {
  check<int16_t, int16_t, int64_t, int16_t>(
      ", rescale = #qint.rescale<fixed32, multipliers = [20000], shifts = [32]>, clamp_min = "
      "-32767 : i32, clamp_max = 32767 : i32",
      0, 0, [](int64_t sum) { return applyFixed15(sum, {20000, 32}, {0, -32767, 32767}); });
}

TEST_P(MatmulTest, BytesByWords) {
  check<uint8_t, int16_t, int64_t, int64_t>(", lhs_zero_point = 200 : i32", 200, 0,
                                            [](int64_t sum) { return sum; });
}

TEST_P(MatmulTest, Floats) {
  check<float, float, float, float>("", 0, 0, [](float sum) { return sum; });
}

INSTANTIATE_TEST_SUITE_P(All, MatmulTest, testing::ValuesIn(getRunnableVariants()), getVariantName);

} // namespace

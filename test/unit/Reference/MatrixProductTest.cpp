// The loops that are compiled once for each instruction set.

#include "MatrixProduct.h"

#include "gtest/gtest.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace qopt::reference;

namespace {

class MatrixProductTest : public ::testing::TestWithParam<InstructionSet> {
protected:
  void SetUp() override { useInstructionSet(GetParam()); }
  void TearDown() override { useInstructionSet(getInstructionSets().back()); }

  /// Any bits: NaN, infinities and subnormals among them; or all of i32.
  template <typename T> std::vector<T> randomBits(size_t count) {
    std::vector<T> values(count);
    for (T &value : values) {
      uint64_t bits = uint64_t(random()) << 32 | random();
      std::memcpy(&value, &bits, sizeof(T));
    }
    return values;
  }

  std::mt19937 random{7};
};

float multiplyAdd(float a, float b, float c) { return std::fma(a, b, c); }
int32_t multiplyAdd(int32_t a, int32_t b, int32_t c) {
  return static_cast<int32_t>(uint32_t(a) * uint32_t(b) + uint32_t(c));
}
int64_t multiplyAdd(int32_t a, int32_t b, int64_t c) {
  return static_cast<int64_t>(uint64_t(int64_t(a)) * uint64_t(int64_t(b)) + uint64_t(c));
}

/// The same bits, except that any NaN is as good as another.
template <typename T> bool isSame(T a, T b) {
  return std::memcmp(&a, &b, sizeof(T)) == 0 || (a != a && b != b);
}

// Rows and columns around the size of a tile; strides that leave gaps.
TEST_P(MatrixProductTest, Product) {
  auto check = [&](auto elementType, auto accType) {
    using T = decltype(elementType);
    using Acc = decltype(accType);
    for (int64_t rows : {1, 5, 6, 7, 13})
      for (int64_t columns : {1, 15, 16, 17, 40})
        for (int64_t depth : {0, 1, 2, 31}) {
          int64_t lhsStride = depth + 3, accStride = columns + 2;
          std::vector<T> lhs = randomBits<T>(rows * lhsStride),
                         rhs = randomBits<T>(depth * columns);
          std::vector<Acc> acc = randomBits<Acc>(rows * accStride), expected = acc;
          std::vector<T> panels(panelElements(depth, columns));
          packPanels(
              depth, columns, [&](int64_t k, int64_t n) { return rhs[k * columns + n]; },
              panels.data());
          accumulateProduct(rows, depth, columns, lhs.data(), lhsStride, panels.data(), acc.data(),
                            accStride);
          for (int64_t m = 0; m < rows; ++m)
            for (int64_t n = 0; n < columns; ++n)
              for (int64_t k = 0; k < depth; ++k)
                expected[m * accStride + n] = multiplyAdd(
                    lhs[m * lhsStride + k], rhs[k * columns + n], expected[m * accStride + n]);
          for (size_t i = 0; i < acc.size(); ++i)
            ASSERT_TRUE(isSame(acc[i], expected[i])) << acc[i] << " but expected " << expected[i];
        }
  };
  check(float(), float());
  check(int32_t(), int32_t());
  check(int32_t(), int64_t());
}

TEST_P(MatrixProductTest, Elementwise) {
  auto check = [&](auto elementType, auto accType) {
    using T = decltype(elementType);
    using Acc = decltype(accType);
    for (int64_t count : {1, 7, 16, 100}) {
      std::vector<T> lhs = randomBits<T>(count), rhs = randomBits<T>(count);
      std::vector<Acc> acc = randomBits<Acc>(count), start = acc;
      accumulateElementwise(count, lhs.data(), rhs.data(), acc.data());
      for (int64_t i = 0; i < count; ++i)
        ASSERT_TRUE(isSame(acc[i], multiplyAdd(lhs[i], rhs[i], start[i])));
    }
  };
  check(float(), float());
  check(int32_t(), int32_t());
  check(int32_t(), int64_t());
}

INSTANTIATE_TEST_SUITE_P(AllInstructionSets, MatrixProductTest,
                         ::testing::ValuesIn(getInstructionSets()));

} // namespace

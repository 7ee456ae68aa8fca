// linalg ops on buffers, on every instruction set, against loops over scalars.

#include "CompiledModule.h"

#include "qopt/Support/FixedPoint.h"
#include "qopt/Support/FloatFunctions.h"

#include <cstring>
#include <numeric>
#include <random>

using namespace qopt;
using namespace qopt::test;

namespace {

class LinalgTest : public testing::TestWithParam<Variant> {
protected:
  std::mt19937 random{2};

  template <typename T> std::vector<T> makeData(size_t count) {
    std::vector<T> data(count);
    for (T &v : data)
      v = static_cast<T>(random());
    return data;
  }
};

// Nothing outside the box may be written.
TEST_P(LinalgTest, FillAndCopyBoxes) {
  CompiledModule module(R"(
    func.func @fill(%m: memref<3x5x70xi8, strided<[1000, 100, 1], offset: 7>>) {
      %v = arith.constant 42 : i8
      linalg.fill ins(%v : i8) outs(%m : memref<3x5x70xi8, strided<[1000, 100, 1], offset: 7>>)
      return
    }
    func.func @copy(%a: memref<3x5x70xi8, strided<[1000, 100, 1], offset: 7>>,
                    %b: memref<3x5x70xi8>) {
      linalg.copy ins(%a : memref<3x5x70xi8, strided<[1000, 100, 1], offset: 7>>)
                  outs(%b : memref<3x5x70xi8>)
      return
    })",
                        GetParam());
  std::vector<uint8_t> data = makeData<uint8_t>(3000), expected = data, copy(3 * 5 * 70);
  std::vector<uint8_t> expectedCopy;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 5; ++j)
      for (int k = 0; k < 70; ++k)
        expectedCopy.push_back(data[7 + 1000 * i + 100 * j + k]);
  module.run("copy", data.data(), copy.data());
  EXPECT_EQ(copy, expectedCopy);
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 5; ++j)
      std::fill_n(expected.begin() + 7 + 1000 * i + 100 * j, 70, 42);
  module.run("fill", data.data());
  EXPECT_EQ(data, expected);
}

template <typename T>
void checkTranspose(CompiledModule &module, const std::string &name, std::vector<T> input, int n,
                    int c, int s) {
  std::vector<T> forward(input.size()), expected(input.size());
  for (int b = 0; b < n; ++b)
    for (int i = 0; i < c; ++i)
      for (int j = 0; j < s; ++j)
        expected[(b * s + j) * c + i] = input[(b * c + i) * s + j];
  module.run(name, input.data(), forward.data());
  EXPECT_EQ(forward, expected) << name;
}

// The layouts of images (few channels) and of feature maps, both ways.
TEST_P(LinalgTest, Transpose) {
  CompiledModule module(R"(
    func.func @image(%a: memref<2x3x37xi8>, %b: memref<2x37x3xi8>) {
      linalg.transpose ins(%a : memref<2x3x37xi8>) outs(%b : memref<2x37x3xi8>)
        permutation = [0, 2, 1]
      return
    }
    func.func @planes(%a: memref<2x37x3xf32>, %b: memref<2x3x37xf32>) {
      linalg.transpose ins(%a : memref<2x37x3xf32>) outs(%b : memref<2x3x37xf32>)
        permutation = [0, 2, 1]
      return
    }
    func.func @features(%a: memref<1x70x45xi8>, %b: memref<1x45x70xi8>) {
      linalg.transpose ins(%a : memref<1x70x45xi8>) outs(%b : memref<1x45x70xi8>)
        permutation = [0, 2, 1]
      return
    }
    func.func @floats(%a: memref<1x70x45xf32>, %b: memref<1x45x70xf32>) {
      linalg.transpose ins(%a : memref<1x70x45xf32>) outs(%b : memref<1x45x70xf32>)
        permutation = [0, 2, 1]
      return
    })",
                        GetParam());
  checkTranspose(module, "image", makeData<uint8_t>(2 * 3 * 37), 2, 3, 37);
  checkTranspose(module, "planes", makeData<float>(2 * 37 * 3), 2, 37, 3);
  checkTranspose(module, "features", makeData<uint8_t>(70 * 45), 1, 70, 45);
  checkTranspose(module, "floats", makeData<float>(70 * 45), 1, 70, 45);
}

// Operands that are not transposed, of another width, and channels of a wider
// buffer, which cannot be interleaved.
TEST_P(LinalgTest, TransposeInChains) {
  CompiledModule module(R"(
    #in = affine_map<(y, x, c) -> (c, y, x)>
    #channel = affine_map<(y, x, c) -> (c)>
    #out = affine_map<(y, x, c) -> (y, x, c)>
    func.func @image(%a: memref<3x5x37xf32>, %b: memref<3xf32>, %o: memref<5x37x3xi8>) {
      linalg.generic {indexing_maps = [#in, #channel, #out],
                      iterator_types = ["parallel", "parallel", "parallel"]}
          ins(%a, %b : memref<3x5x37xf32>, memref<3xf32>) outs(%o : memref<5x37x3xi8>) {
      ^bb0(%x: f32, %y: f32, %out: i8):
        %s = arith.addf %x, %y : f32
        %i = arith.fptosi %s : f32 to i32
        %t = arith.trunci %i : i32 to i8
        linalg.yield %t : i8
      }
      return
    }
    func.func @slice(%a: memref<20x5x37xf32>, %b: memref<20xf32>,
                     %o: memref<5x37x20xi8, strided<[1000, 25, 1]>>) {
      linalg.generic {indexing_maps = [#in, #channel, #out],
                      iterator_types = ["parallel", "parallel", "parallel"]}
          ins(%a, %b : memref<20x5x37xf32>, memref<20xf32>)
          outs(%o : memref<5x37x20xi8, strided<[1000, 25, 1]>>) {
      ^bb0(%x: f32, %y: f32, %out: i8):
        %s = arith.addf %x, %y : f32
        %i = arith.fptosi %s : f32 to i32
        %t = arith.trunci %i : i32 to i8
        linalg.yield %t : i8
      }
      return
    })",
                        GetParam());
  auto check = [&](const std::string &name, int channels, int rowPitch, int pitch) {
    std::vector<float> a(channels * 5 * 37), b(channels);
    for (float &v : a)
      v = float(random() % 100);
    for (float &v : b)
      v = float(random() % 100);
    std::vector<uint8_t> actual(5 * rowPitch, 0xA5), expected = actual;
    for (int y = 0; y < 5; ++y)
      for (int x = 0; x < 37; ++x)
        for (int c = 0; c < channels; ++c)
          expected[y * rowPitch + x * pitch + c] = uint8_t(a[(c * 5 + y) * 37 + x] + b[c]);
    module.run(name, a.data(), b.data(), actual.data());
    EXPECT_EQ(actual, expected) << name;
  };
  check("image", 3, 37 * 3, 3);
  check("slice", 20, 1000, 25);
}

// Rows, and columns, of tables that are not contiguous; no lane reads beyond.
TEST_P(LinalgTest, Gather) {
  CompiledModule module(R"(
    func.func @gather(%i: memref<4xi64>, %t: memref<7x23xi8>, %rows: memref<4x19xi8>,
                      %columns: memref<4x7xi8>) {
      %box = memref.subview %t[0, 2] [7, 21] [1, 1]
          : memref<7x23xi8> to memref<7x21xi8, strided<[23, 1], offset: 2>>
      linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                      iterator_types = ["parallel", "parallel"]}
          ins(%i : memref<4xi64>) outs(%rows : memref<4x19xi8>) {
      ^bb0(%x: i64, %out: i8):
        %row = arith.index_cast %x : i64 to index
        %j = linalg.index 1 : index
        %e = memref.load %box[%row, %j] : memref<7x21xi8, strided<[23, 1], offset: 2>>
        linalg.yield %e : i8
      }
      linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                      iterator_types = ["parallel", "parallel"]}
          ins(%i : memref<4xi64>) outs(%columns : memref<4x7xi8>) {
      ^bb0(%x: i64, %out: i8):
        %column = arith.index_cast %x : i64 to index
        %j = linalg.index 1 : index
        %e = memref.load %box[%j, %column] : memref<7x21xi8, strided<[23, 1], offset: 2>>
        linalg.yield %e : i8
      }
      return
    })",
                        GetParam());
  std::vector<int64_t> i{5, 0, 6, 5};
  auto t = makeData<uint8_t>(7 * 23);
  std::vector<uint8_t> rows(4 * 19), columns(4 * 7), expectedRows, expectedColumns;
  for (int64_t index : i) {
    for (int j = 0; j < 19; ++j)
      expectedRows.push_back(t[index * 23 + 2 + j]);
    for (int j = 0; j < 7; ++j)
      expectedColumns.push_back(t[j * 23 + 2 + index]);
  }
  module.run("gather", i.data(), t.data(), rows.data(), columns.data());
  EXPECT_EQ(rows, expectedRows);
  EXPECT_EQ(columns, expectedColumns);
}

// A per-channel operand, a scalar, an index, an operand read with a stride, and
// a lookup in one body.
TEST_P(LinalgTest, GenericBodies) {
  CompiledModule module(R"(
    func.func @generic(%a: memref<4x6x19xi8>, %c: memref<19xi32>, %t: memref<256xi8>, %s: memref<1xi32>,
                       %o: memref<4x3x19xi8>) {
      linalg.generic {indexing_maps = [affine_map<(i, j, k) -> (i, 2 * j + 1, k)>,
                                       affine_map<(i, j, k) -> (k)>,
                                       affine_map<(i, j, k) -> (0)>,
                                       affine_map<(i, j, k) -> (i, j, k)>],
                      iterator_types = ["parallel", "parallel", "parallel"]}
          ins(%a, %c, %s : memref<4x6x19xi8>, memref<19xi32>, memref<1xi32>)
          outs(%o : memref<4x3x19xi8>) {
      ^bb0(%x: i8, %y: i32, %z: i32, %out: i8):
        %l = qint.vector.lookup %t[%x] : memref<256xi8>, i8 -> i8
        %w = arith.extui %l : i8 to i32
        %k = linalg.index 2 : index
        %i = linalg.index 0 : index
        %ki = arith.addi %k, %i : index
        %k32 = arith.index_cast %ki : index to i32
        %p = arith.muli %w, %k32 : i32
        %q = arith.addi %p, %y : i32
        %r = arith.addi %q, %z : i32
        %m = arith.constant 20000 : i16
        %sh = arith.constant 2 : i32
        %v = qint.vector.rescale fixed16 %r multipliers %m shifts %sh
               {zero_point = 11 : i32, clamp_min = 0 : i32, clamp_max = 240 : i32}
               : (i32, i16, i32) -> i8
        linalg.yield %v : i8
      }
      return
    })",
                        GetParam());
  auto a = makeData<uint8_t>(4 * 6 * 19), t = makeData<uint8_t>(256);
  std::vector<int32_t> c(19), s{77};
  std::iota(c.begin(), c.end(), -400);
  std::vector<uint8_t> actual(4 * 3 * 19), expected;
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 3; ++j)
      for (int k = 0; k < 19; ++k) {
        int32_t r = t[a[(i * 6 + 2 * j + 1) * 19 + k]] * (k + i) + c[k] + 77;
        // The op takes accumulators that carry their rounding term.
        expected.push_back(applyFixed16(r - 2, {20000, 2}, {11, 0, 240}));
      }
  module.run("generic", a.data(), c.data(), t.data(), s.data(), actual.data());
  EXPECT_EQ(actual, expected);
}

// Reductions and indices that are not linear become loops over scalars.
TEST_P(LinalgTest, FallBackToScalars) {
  CompiledModule module(R"(
    func.func @sum(%a: memref<5x7xi32>, %o: memref<5xi32>) {
      linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>],
                      iterator_types = ["parallel", "reduction"]}
          ins(%a : memref<5x7xi32>) outs(%o : memref<5xi32>) {
      ^bb0(%x: i32, %out: i32):
        %r = arith.addi %x, %out : i32
        linalg.yield %r : i32
      }
      return
    }
    func.func @upsample(%a: memref<4xi32>, %o: memref<12xi32>) {
      linalg.generic {indexing_maps = [affine_map<(i) -> (i floordiv 3)>, affine_map<(i) -> (i)>],
                      iterator_types = ["parallel"]}
          ins(%a : memref<4xi32>) outs(%o : memref<12xi32>) {
      ^bb0(%x: i32, %out: i32):
        linalg.yield %x : i32
      }
      return
    })",
                        GetParam());
  auto a = makeData<uint32_t>(35);
  std::vector<uint32_t> sums(5, 3), expected(5, 3), upsampled(12), expectedUp;
  for (int i = 0; i < 35; ++i)
    expected[i / 7] += a[i];
  for (int i = 0; i < 12; ++i)
    expectedUp.push_back(a[i / 3]);
  module.run("sum", a.data(), sums.data());
  module.run("upsample", a.data(), upsampled.data());
  EXPECT_EQ(sums, expected);
  EXPECT_EQ(upsampled, expectedUp);
}

// Polynomials in vectors and in the scalars at the end give the evaluator's bytes.
TEST_P(LinalgTest, FloatFunctions) {
  std::string source;
  for (llvm::StringRef name : {"exp", "log", "erf", "tanh", "rsqrt"})
    source += "func.func @" + name.str() + R"((%a: memref<1003xf32>, %o: memref<1003xf32>) {
      linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
                      iterator_types = ["parallel"]}
          ins(%a : memref<1003xf32>) outs(%o : memref<1003xf32>) {
      ^bb0(%x: f32, %out: f32):
        %r = math.)" +
              name.str() + R"( %x : f32
        linalg.yield %r : f32
      }
      return
    }
)";
  CompiledModule module(source, GetParam());
  std::vector<float> input(1003);
  for (float &v : input) {
    uint32_t bits = random();
    memcpy(&v, &bits, sizeof(v));
    if (random() % 2)
      v = static_cast<int32_t>(bits) / 2e8f;
  }
  std::pair<const char *, float (*)(float)> functions[] = {{"exp", floatExp},
                                                           {"log", floatLog},
                                                           {"erf", floatErf},
                                                           {"tanh", floatTanh},
                                                           {"rsqrt", floatRsqrt}};
  for (auto [name, function] : functions) {
    std::vector<float> actual(1003);
    module.run(name, input.data(), actual.data());
    for (size_t i = 0; i < input.size(); ++i) {
      float expected = function(input[i]);
      if (std::isnan(expected))
        ASSERT_TRUE(std::isnan(actual[i])) << name << "(" << input[i] << ")";
      else
        ASSERT_EQ(memcmp(&actual[i], &expected, sizeof(float)), 0)
            << name << "(" << input[i] << ") = " << actual[i] << ", not " << expected;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, LinalgTest, testing::ValuesIn(getRunnableVariants()), getVariantName);

} // namespace

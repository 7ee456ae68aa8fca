// Each element is its own index, so every misplaced one is seen.

#include "ReferenceTest.h"

#include <numeric>

using namespace llvm;
using namespace qopt;
using namespace qopt::reference;

namespace {

class DataMovementTest : public ReferenceTest {
protected:
  template <typename T> Tensor count(const std::string &typeText, int start = 0) {
    Tensor result(type(typeText));
    std::iota(result.as<T>().begin(), result.as<T>().end(), static_cast<T>(start));
    return result;
  }
};

// Permutations that keep lines, that turn them, and that do nothing.
TEST_F(DataMovementTest, Transpose) {
  const std::array<int64_t, 4> sizes = {2, 3, 4, 5};
  std::array<int, 4> p = {0, 1, 2, 3};
  do {
    std::string y =
        formatv("tensor<{0}x{1}x{2}x{3}x", sizes[p[0]], sizes[p[1]], sizes[p[2]], sizes[p[3]]);
    Tensor words = runBody("%x: tensor<2x3x4x5xi16>", y + "i16>",
                           formatv("%y = qint.transpose %x {{permutation = array<i64: {0:$[, ]}>} "
                                   ": (tensor<2x3x4x5xi16>) -> {1}i16>\nreturn %y : {1}i16>",
                                   make_range(p.begin(), p.end()), y),
                           {count<int16_t>("tensor<2x3x4x5xi16>")});
    Tensor floats = runBody("%x: tensor<2x3x4x5xf32>", y + "f32>",
                            formatv("%y = tosa.transpose %x {{perms = array<i32: {0:$[, ]}>} : "
                                    "(tensor<2x3x4x5xf32>) -> {1}f32>\nreturn %y : {1}f32>",
                                    make_range(p.begin(), p.end()), y),
                            {count<float>("tensor<2x3x4x5xf32>")});
    std::array<int64_t, 4> i;
    int64_t next = 0;
    for (i[p[0]] = 0; i[p[0]] < sizes[p[0]]; ++i[p[0]])
      for (i[p[1]] = 0; i[p[1]] < sizes[p[1]]; ++i[p[1]])
        for (i[p[2]] = 0; i[p[2]] < sizes[p[2]]; ++i[p[2]])
          for (i[p[3]] = 0; i[p[3]] < sizes[p[3]]; ++i[p[3]], ++next) {
            int64_t expected = ((i[0] * 3 + i[1]) * 4 + i[2]) * 5 + i[3];
            ASSERT_EQ(words.as<int16_t>()[next], expected);
            ASSERT_EQ(floats.as<float>()[next], expected);
          }
  } while (std::next_permutation(p.begin(), p.end()));
}

TEST_F(DataMovementTest, ReshapeKeepsTheOrder) {
  Tensor x = count<int64_t>("tensor<2x6xi64>");
  Tensor y = runBody("%x: tensor<2x6xi64>", "tensor<3x1x4xi64>", R"(
    %y = qint.reshape %x : (tensor<2x6xi64>) -> tensor<3x1x4xi64>
    return %y : tensor<3x1x4xi64>)",
                     {x});
  EXPECT_EQ(y.as<int64_t>(), std::as_const(x).as<int64_t>());
}

TEST_F(DataMovementTest, Slice) {
  Tensor bytes = runBody("%x: tensor<3x4x5xui8>", "tensor<2x2x2xui8>", R"(
    %y = qint.slice %x {start = array<i64: 1, 2, 2>} : (tensor<3x4x5xui8>) -> tensor<2x2x2xui8>
    return %y : tensor<2x2x2xui8>)",
                         {count<uint8_t>("tensor<3x4x5xui8>")});
  EXPECT_EQ(bytes.as<uint8_t>(), ArrayRef<uint8_t>({32, 33, 37, 38, 52, 53, 57, 58}));
  Tensor floats = runBody("%x: tensor<3x4x5xf32>", "tensor<2x2x2xf32>", R"(
    %s = tosa.const_shape {values = dense<[1, 2, 2]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %z = tosa.const_shape {values = dense<2> : tensor<3xindex>} : () -> !tosa.shape<3>
    %y = tosa.slice %x, %s, %z : (tensor<3x4x5xf32>, !tosa.shape<3>, !tosa.shape<3>)
      -> tensor<2x2x2xf32>
    return %y : tensor<2x2x2xf32>)",
                          {count<float>("tensor<3x4x5xf32>")});
  EXPECT_EQ(floats.as<float>(), ArrayRef<float>({32, 33, 37, 38, 52, 53, 57, 58}));
}

TEST_F(DataMovementTest, Pad) {
  Tensor words = runBody("%x: tensor<2x2xi16>", "tensor<3x5xi16>", R"(
    %y = qint.pad %x {low = array<i64: 0, 2>, high = array<i64: 1, 1>, value = -300 : i32}
      : (tensor<2x2xi16>) -> tensor<3x5xi16>
    return %y : tensor<3x5xi16>)",
                         {count<int16_t>("tensor<2x2xi16>")});
  EXPECT_EQ(words.as<int16_t>(), ArrayRef<int16_t>({-300, -300, 0, 1, -300, -300, -300, 2, 3, -300,
                                                    -300, -300, -300, -300, -300}));
  Tensor floats = runBody("%x: tensor<2x2xf32>", "tensor<3x4xf32>", R"(
    %p = tosa.const_shape {values = dense<[1, 0, 0, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
    %v = "tosa.const"() {values = dense<-0.0> : tensor<1xf32>} : () -> tensor<1xf32>
    %y = tosa.pad %x, %p, %v : (tensor<2x2xf32>, !tosa.shape<4>, tensor<1xf32>) -> tensor<3x4xf32>
    return %y : tensor<3x4xf32>)",
                          {count<float>("tensor<2x2xf32>", 5)});
  expectSameBits(floats.as<float>(),
                 {-0.0f, -0.0f, -0.0f, -0.0f, 5, 6, -0.0f, -0.0f, 7, 8, -0.0f, -0.0f});
}

TEST_F(DataMovementTest, Concat) {
  Tensor a = count<uint8_t>("tensor<2x1x2xui8>"), b = count<uint8_t>("tensor<2x2x2xui8>", 100);
  Tensor y = runBody("%a: tensor<2x1x2xui8>, %b: tensor<2x2x2xui8>", "tensor<2x4x2xui8>", R"(
    %y = qint.concat %a, %b, %a {axis = 1 : i64}
      : (tensor<2x1x2xui8>, tensor<2x2x2xui8>, tensor<2x1x2xui8>) -> tensor<2x4x2xui8>
    return %y : tensor<2x4x2xui8>)",
                     {a, b});
  EXPECT_EQ(y.as<uint8_t>(),
            ArrayRef<uint8_t>({0, 1, 100, 101, 102, 103, 0, 1, 2, 3, 104, 105, 106, 107, 2, 3}));
  Tensor c = count<float>("tensor<2x1xf32>"), d = count<float>("tensor<2x2xf32>", 10);
  Tensor z = runBody("%a: tensor<2x1xf32>, %b: tensor<2x2xf32>", "tensor<2x3xf32>", R"(
    %y = tosa.concat %a, %b {axis = 1 : i32} : (tensor<2x1xf32>, tensor<2x2xf32>) -> tensor<2x3xf32>
    return %y : tensor<2x3xf32>)",
                     {c, d});
  EXPECT_EQ(z.as<float>(), ArrayRef<float>({0, 10, 11, 1, 12, 13}));
}

TEST_F(DataMovementTest, ReverseTileGather) {
  Tensor x = count<int32_t>("tensor<2x3xi32>");
  Tensor reversed = runBody("%x: tensor<2x3xi32>", "tensor<2x3xi32>", R"(
    %y = tosa.reverse %x {axis = 1 : i32} : (tensor<2x3xi32>) -> tensor<2x3xi32>
    return %y : tensor<2x3xi32>)",
                            {x});
  EXPECT_EQ(reversed.as<int32_t>(), ArrayRef<int32_t>({2, 1, 0, 5, 4, 3}));
  Tensor tiled = runBody("%x: tensor<2x3xi32>", "tensor<4x6xi32>", R"(
    %m = tosa.const_shape {values = dense<2> : tensor<2xindex>} : () -> !tosa.shape<2>
    %y = tosa.tile %x, %m : (tensor<2x3xi32>, !tosa.shape<2>) -> tensor<4x6xi32>
    return %y : tensor<4x6xi32>)",
                         {x});
  EXPECT_EQ(tiled.as<int32_t>(), ArrayRef<int32_t>({0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5,
                                                    0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5}));
  // Indices outside take the nearest row.
  Tensor gathered = runBody("%v: tensor<2x3x2xf32>, %i: tensor<2x4xi32>", "tensor<2x4x2xf32>", R"(
    %y = tosa.gather %v, %i : (tensor<2x3x2xf32>, tensor<2x4xi32>) -> tensor<2x4x2xf32>
    return %y : tensor<2x4x2xf32>)",
                            {count<float>("tensor<2x3x2xf32>"),
                             tensor<int32_t>("tensor<2x4xi32>", {2, 0, -7, 99, 1, 1, 0, 2})});
  EXPECT_EQ(gathered.as<float>(),
            ArrayRef<float>({4, 5, 0, 1, 0, 1, 4, 5, 8, 9, 8, 9, 6, 7, 10, 11}));
}

} // namespace

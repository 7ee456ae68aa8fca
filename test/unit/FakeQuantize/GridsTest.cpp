#include "qopt/FakeQuantize/Grids.h"

#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/IR/MLIRContext.h"
#include "gtest/gtest.h"

#include <cfloat>
#include <cmath>

using namespace mlir;
using namespace qopt;

namespace {

class GridsTest : public testing::Test {
protected:
  GridsTest() { context.loadDialect<quant::QuantDialect>(); }

  quant::UniformQuantizedType make(double min, double max, GridKind kind, unsigned bits = 8) {
    return makeActivationGrid(&context, min, max, bits, kind).type;
  }

  MLIRContext context;
};

constexpr GridKind kinds[] = {GridKind::Affine, GridKind::Symmetric, GridKind::FullRange,
                              GridKind::PowerOfTwo};

/// The value of integer `q`.
double realOf(quant::UniformQuantizedType grid, int64_t q) {
  return grid.getScale() * static_cast<double>(q - grid.getZeroPoint());
}

// 0 is a grid point, the range is covered up to half a step (rounding of the
// zero point) at each end, and scales are f32 numbers.
TEST_F(GridsTest, RangesAreCovered) {
  const std::pair<double, double> ranges[] = {{-1, 1},      {0, 6},        {-3, 0},
                                              {-0.1, 6.2},  {2, 5},        {-7, -1},
                                              {-1e-3, 1e3}, {-1e30, 2e30}, {-1e-30, 1e-32}};
  for (GridKind kind : kinds) {
    for (auto [min, max] : ranges) {
      quant::UniformQuantizedType grid = make(min, max, kind);
      double scale = grid.getScale();
      EXPECT_EQ(scale, static_cast<double>(static_cast<float>(scale)));
      EXPECT_GE(grid.getZeroPoint(), grid.getStorageTypeMin());
      EXPECT_LE(grid.getZeroPoint(), grid.getStorageTypeMax());
      double slack = 0.5001 * scale;
      EXPECT_LE(realOf(grid, grid.getStorageTypeMin()), std::min(min, 0.0) + slack);
      EXPECT_GE(realOf(grid, grid.getStorageTypeMax()), std::max(max, 0.0) - slack);
    }
  }
}

// No grid wastes more than the factor 2 that a power of two may cost.
TEST_F(GridsTest, ScalesAreNoLargerThanNeeded) {
  EXPECT_FLOAT_EQ(make(-1, 2, GridKind::Affine).getScale(), 3.0f / 255);
  EXPECT_FLOAT_EQ(make(-1, 2, GridKind::Symmetric).getScale(), 2.0f / 127);
  EXPECT_FLOAT_EQ(make(-1, 2, GridKind::FullRange).getScale(), 4.0f / 255);
  EXPECT_FLOAT_EQ(make(-1, 2, GridKind::PowerOfTwo).getScale(), 1.0f / 32);
  EXPECT_FLOAT_EQ(make(-1, 127, GridKind::PowerOfTwo).getScale(), 1.0f);
  EXPECT_FLOAT_EQ(make(0, 255, GridKind::PowerOfTwo).getScale(), 1.0f);
  EXPECT_FLOAT_EQ(make(0, 256, GridKind::PowerOfTwo).getScale(), 2.0f);
}

// An empty range has scale 1; one below the normal floats the smallest of them.
TEST_F(GridsTest, DegenerateRanges) {
  for (GridKind kind : kinds) {
    EXPECT_EQ(make(0, 0, kind).getScale(), 1.0);
    ActivationGrid tiny = makeActivationGrid(&context, 0.0, 1e-40, 8, kind);
    EXPECT_TRUE(tiny.widened);
    EXPECT_EQ(tiny.type.getScale(), static_cast<double>(FLT_MIN));
    EXPECT_TRUE(std::isfinite(make(-DBL_MAX, DBL_MAX, kind).getScale()));
  }
}

// 16 bits: signed, zero point 0, the extreme negative integer unused.
TEST_F(GridsTest, SixteenBits) {
  quant::UniformQuantizedType grid = make(-2, 1, GridKind::Affine, 16);
  EXPECT_TRUE(grid.isSigned());
  EXPECT_EQ(grid.getZeroPoint(), 0);
  EXPECT_EQ(grid.getStorageTypeMin(), -32767);
  EXPECT_FLOAT_EQ(grid.getScale(), 2.0f / 32767);
  quant::UniformQuantizedType epilogue = makeEpilogueGrid(&context, -2, 1).type;
  EXPECT_FLOAT_EQ(epilogue.getScale(), 2.0f / 16384);
}

// A wider scale keeps the range's lower end where the zero point is free, and the
// zero point where the kind of grid fixes it.
TEST_F(GridsTest, Widening) {
  quant::UniformQuantizedType affine =
      widenGrid(make(-1, 2, GridKind::Affine), 0.1, -1.0, GridKind::Affine);
  EXPECT_FLOAT_EQ(affine.getScale(), 0.1f);
  EXPECT_EQ(affine.getZeroPoint(), 10);
  quant::UniformQuantizedType symmetric =
      widenGrid(make(-1, 2, GridKind::Symmetric), 0.1, -1.0, GridKind::Symmetric);
  EXPECT_EQ(symmetric.getZeroPoint(), 128);
  quant::UniformQuantizedType power =
      widenGrid(make(-1, 2, GridKind::PowerOfTwo), 0.1, -1.0, GridKind::PowerOfTwo);
  EXPECT_EQ(power.getScale(), 0.125);
}

// Rounding to f32 must not make a scale smaller than what a bias needs.
TEST_F(GridsTest, RoundsUpToFloat) {
  for (double value : {0.1, 1.0 / 3, 1e-20, 12345.678, 1.0}) {
    float rounded = roundUpToNormalFloat(value);
    EXPECT_GE(static_cast<double>(rounded), value);
    EXPECT_LE(static_cast<double>(std::nextafter(rounded, 0.0f)), value);
  }
  EXPECT_EQ(roundUpToNormalFloat(0.0), FLT_MIN);
  EXPECT_EQ(roundUpToNormalFloat(1e300), FLT_MAX);
}

} // namespace

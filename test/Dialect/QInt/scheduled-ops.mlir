// RUN: qopt %s --verify-roundtrip | FileCheck %s

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

// Whole kernel rows are runs: 3 rows of ceil(3 * 8 / 4) = 6 steps.
// CHECK-LABEL: func @conv2d_rows
// CHECK-SAME:    %[[X:.*]]: memref<1x4x4x8xi8>, %[[W:.*]]: memref<1x1x18x16x4xi8>, %[[B:.*]]: memref<16xi32>, %[[Y:.*]]: memref<1x2x2x10xi32>
func.func @conv2d_rows(%x: memref<1x4x4x8xi8>, %w: memref<1x1x18x16x4xi8>, %b: memref<16xi32>,
                       %y: memref<1x2x2x10xi32>) {
  // CHECK: qint.scheduled.conv2d %[[X]], %[[W]], %[[B]] into %[[Y]] {dilation = array<i64: 1, 1>, kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, tile = #qint.tile<2 x 16>} : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  qint.scheduled.conv2d %x, %w, %b into %y {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// Kernel positions are runs: two groups of 2 * 2 positions of ceil(3 / 4) = 1 step.
// CHECK-LABEL: func @conv2d_positions
func.func @conv2d_positions(%x: memref<1x5x5x6xi8>, %w: memref<2x3x4x8x4xi8>, %b: memref<48xi32>,
                            %m: memref<48xi16>, %s: memref<48xi32>, %f: memref<256x2xi16>,
                            %r: memref<1x2x2x40xi8>, %y: memref<1x2x2x40xi8>) {
  // CHECK: qint.scheduled.conv2d {{.*}} multipliers %{{.*}} shifts %{{.*}} function %{{.*}} residual %{{.*}} into {{.*}}groups = 2 : i64{{.*}}mode = #qint<rescale_mode fixed16>{{.*}}signed_input
  qint.scheduled.conv2d %x, %w, %b multipliers %m shifts %s function %f residual %r into %y {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, dilation = array<i64: 1, 2>,
    tile = #qint.tile<4 x 8>, groups = 2 : i64, signed_input,
    mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32, residual_zero_point = 3 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 10 : i32, fraction_bits = 4 : i32
  } : (memref<1x5x5x6xi8>, memref<2x3x4x8x4xi8>, memref<48xi32>, memref<48xi16>, memref<48xi32>,
       memref<256x2xi16>, memref<1x2x2x40xi8>, memref<1x2x2x40xi8>) -> ()
  return
}

// CHECK-LABEL: func @conv2d_words
func.func @conv2d_words(%x: memref<1x1x4x8xi16>, %w: memref<1x1x8x16x1xi8>, %b: memref<16xi64>,
                        %m: memref<16xi32>, %s: memref<16xi32>, %y: memref<1x1x4x10xi16>) {
  // CHECK: qint.scheduled.conv2d {{.*}}mode = #qint<rescale_mode fixed32>
  qint.scheduled.conv2d %x, %w, %b multipliers %m shifts %s into %y {
    kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed32>,
    clamp_min = -32768 : i32, clamp_max = 32767 : i32
  } : (memref<1x1x4x8xi16>, memref<1x1x8x16x1xi8>, memref<16xi64>, memref<16xi32>, memref<16xi32>,
       memref<1x1x4x10xi16>) -> ()
  return
}

// CHECK-LABEL: func @conv2d_float
func.func @conv2d_float(%x: memref<1x1x4x8xf32>, %w: memref<1x1x8x16x1xf32>, %b: memref<16xf32>,
                        %y: memref<1x1x4x10xf32>) {
  // CHECK: qint.scheduled.conv2d {{.*}}float_max = 6.000000e+00 : f32, float_min = 0.000000e+00 : f32
  qint.scheduled.conv2d %x, %w, %b into %y {
    kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>, float_min = 0.0 : f32, float_max = 6.0 : f32
  } : (memref<1x1x4x8xf32>, memref<1x1x8x16x1xf32>, memref<16xf32>, memref<1x1x4x10xf32>) -> ()
  return
}

// Two by two tiles of 6 x 6 positions; 3 channels are two pairs.
// CHECK-LABEL: func @winograd_conv2d
func.func @winograd_conv2d(%x: memref<1x8x8x3xi8>, %w: memref<1x36x2x16x2xi16>, %b: memref<16xi32>,
                           %f: memref<16xf32>, %v: memref<36x32xi16>, %p: memref<4x592xi32>,
                           %y: memref<1x6x6x10xi8>) {
  // CHECK: qint.scheduled.winograd_conv2d {{.*}} scales %{{.*}} into %{{.*}} scratch %{{.*}}, %{{.*}} {band = array<i64: 2, 4>, {{.*}}tile = #qint.tile<4 x 16>}
  qint.scheduled.winograd_conv2d %x, %w, %b scales %f into %y scratch %v, %p {
    tile = #qint.tile<4 x 16>, band = array<i64: 2, 4>, mode = #qint<rescale_mode float32>,
    clamp_max = 255 : i32
  } : (memref<1x8x8x3xi8>, memref<1x36x2x16x2xi16>, memref<16xi32>, memref<16xf32>,
       memref<1x6x6x10xi8>, memref<36x32xi16>, memref<4x592xi32>) -> ()
  return
}

// 17 quads in 20 slots, of which chain 3, 3, …, and the rest are alone.
// CHECK-LABEL: func @chained_conv2d
func.func @chained_conv2d(%x: memref<1x4x4x8xi8>, %w: memref<20x16x4xi8>, %b: memref<16xi32>,
                          %o: memref<20xi32>, %c: memref<1x4xi32>, %y: memref<1x2x2x10xi32>) {
  // CHECK: qint.scheduled.chained_conv2d %{{.*}}, %{{.*}}, %{{.*}} offsets %{{.*}} chains %{{.*}} into
  qint.scheduled.chained_conv2d %x, %w, %b offsets %o chains %c into %y {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>,
       memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// Weights of words: 24 elements of a run are 12 pairs.
// CHECK-LABEL: func @conv2d_word_weights
func.func @conv2d_word_weights(%x: memref<1x4x4x8xi8>, %w: memref<1x1x36x16x2xi16>,
                               %b: memref<16xi32>, %y: memref<1x2x2x10xi32>) {
  // CHECK: qint.scheduled.conv2d
  qint.scheduled.conv2d %x, %w, %b into %y {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x36x16x2xi16>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// CHECK-LABEL: func @depthwise_conv2d
func.func @depthwise_conv2d(%x: memref<1x4x4x5xi8>, %w: memref<3x3x16xi8>, %b: memref<16xi32>,
                            %f: memref<16xf32>, %y: memref<1x2x2x10xi8>) {
  // CHECK: qint.scheduled.depthwise_conv2d {{.*}} scales %{{.*}} into
  qint.scheduled.depthwise_conv2d %x, %w, %b scales %f into %y {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode float32>, clamp_max = 255 : i32
  } : (memref<1x4x4x5xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<16xf32>,
       memref<1x2x2x10xi8>) -> ()
  return
}

// CHECK-LABEL: func @batch_matmul
func.func @batch_matmul(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %c: memref<2x4x5xi16>,
                        %y: memref<2x3x5xi8>, %z: memref<2x3x5xi64>, %s: memref<204xi8>) {
  // CHECK: qint.scheduled.batch_matmul %{{.*}}, %{{.*}} into %{{.*}} scratch %{{.*}} {clamp_max = 255 : i32, lhs_zero_point = 128 : i32
  qint.scheduled.batch_matmul %a, %b into %y scratch %s {
    tile = #qint.tile<2 x 16>, lhs_zero_point = 128 : i32, rescale = #fixed16, clamp_max = 255 : i32
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi8>, memref<204xi8>) -> ()
  // CHECK: qint.scheduled.batch_matmul %{{.*}}, %{{.*}} into %{{.*}} {tile = #qint.tile<2 x 16>}
  qint.scheduled.batch_matmul %a, %c into %z {tile = #qint.tile<2 x 16>}
    : (memref<2x3x4xi8>, memref<2x4x5xi16>, memref<2x3x5xi64>) -> ()
  return
}

// CHECK-LABEL: func @pool2d
func.func @pool2d(%x: memref<1x4x4x3xi8>, %y: memref<1x2x2x3xi8>, %f: memref<1x4x4x3xf32>,
                  %g: memref<1x3x3x3xf32>) {
  // CHECK: qint.scheduled.pool2d max %{{.*}} into
  qint.scheduled.pool2d max %x into %y {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  // CHECK: qint.scheduled.pool2d average %{{.*}} into
  qint.scheduled.pool2d average %x into %y {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>,
    input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_max = 255 : i32
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  // CHECK: qint.scheduled.pool2d average %{{.*}} into
  qint.scheduled.pool2d average %f into %g {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, pad = array<i64: 1, 0, 0, 1>
  } : (memref<1x4x4x3xf32>, memref<1x3x3x3xf32>) -> ()
  return
}

// CHECK-LABEL: func @reduce
func.func @reduce(%x: memref<2x3xi8>, %y: memref<2x1xi8>, %f: memref<5xf32>, %g: memref<1xf32>) {
  // CHECK: qint.scheduled.reduce max %{{.*}} into %{{.*}} : (memref<2x3xi8>, memref<2x1xi8>) -> ()
  qint.scheduled.reduce max %x into %y : (memref<2x3xi8>, memref<2x1xi8>) -> ()
  // CHECK: qint.scheduled.reduce sum %{{.*}} into %{{.*}} : (memref<5xf32>, memref<1xf32>) -> ()
  qint.scheduled.reduce sum %f into %g : (memref<5xf32>, memref<1xf32>) -> ()
  return
}

// CHECK-LABEL: func @tick
func.func @tick(%ticks: memref<4xi64>) {
  // CHECK: qint.scheduled.tick %{{.*}}[2] : memref<4xi64>
  qint.scheduled.tick %ticks[2] : memref<4xi64>
  return
}

// RUN: qopt %s --qopt-vectorize -split-input-file -verify-diagnostics

func.func @dynamic_shape(%a: memref<?xi8>, %b: memref<?xi8>) {
  // expected-error @below {{'linalg.copy' cannot be vectorized; it must work on buffers with static shapes, strides and offsets, as 'qopt-schedule' makes them}}
  linalg.copy ins(%a : memref<?xi8>) outs(%b : memref<?xi8>)
  return
}

// -----

func.func @tensor(%a: tensor<4xi8>, %b: tensor<4xi8>) -> tensor<4xi8> {
  // expected-error @below {{'linalg.copy' cannot be vectorized}}
  %c = linalg.copy ins(%a : tensor<4xi8>) outs(%b : tensor<4xi8>) -> tensor<4xi8>
  return %c : tensor<4xi8>
}

// -----

func.func @channels_with_gaps(%a: memref<1x4x4x8xi8, strided<[256, 64, 16, 2]>>,
                              %b: memref<1x2x2x8xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' cannot be vectorized}}
  qint.scheduled.pool2d max %a into %b
    {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>}
    : (memref<1x4x4x8xi8, strided<[256, 64, 16, 2]>>, memref<1x2x2x8xi8>) -> ()
  return
}

// -----

// Half a register of accumulators on the generic target.
func.func @narrow_tile(%in: memref<1x1x1x4xi8>, %w: memref<1x2x1x2x4xi8>, %b: memref<4xi32>,
                       %out: memref<1x1x1x4xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' cannot be vectorized}}
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 2>}
    : (memref<1x1x1x4xi8>, memref<1x2x1x2x4xi8>, memref<4xi32>, memref<1x1x1x4xi32>) -> ()
  return
}

// -----

module attributes {qint.target = #qint.target<"avx2">} {
// Fewer columns than lanes: lanes would be positions, which a 3x3 kernel cannot have.
func.func @positions_of_a_window(%in: memref<1x3x10x64xi8>, %w: memref<64x4x4xi8>,
                                 %b: memref<4xi32>, %offsets: memref<64xi32>,
                                 %chains: memref<1x3xi32>, %out: memref<1x1x8x4xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' cannot be vectorized}}
  qint.scheduled.chained_conv2d %in, %w, %b offsets %offsets chains %chains into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<8 x 4>}
    : (memref<1x3x10x64xi8>, memref<64x4x4xi8>, memref<4xi32>, memref<1x1x8x4xi32>, memref<64xi32>, memref<1x3xi32>) -> ()
  return
}
}

// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @winograd_conv2d_c1_dynamic(%input: memref<1x?x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op buffer 'memref<1x?x8x8xi8>' must have a static shape}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x?x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c1_band(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op band holds 0, which is less than 1}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 0>
  } : (memref<1x8x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c2(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x4x16x2xi8>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op has no kernel for input 'i8', weights 'i8' and bias 'i32'}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x8x8xi8>, memref<1x36x4x16x2xi8>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c3_input(%input: memref<1x7x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op the last window ends at position 8 of dimension 1 of the input, which has 7 with its padding}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x7x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c3_positions(%input: memref<1x8x3x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x1x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op output has 6 x 1 positions but must have at least 2 x 2}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x3x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x1x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c4_weights(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x8x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op shape of weights is [1, 36, 8, 16, 2] but must be [1, 36, 4, 16, 2]}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x8x8xi8>, memref<1x36x8x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c5_matrix(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x31xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op 31 elements of a matrix of transformed do not hold a band, which needs 32}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x31xi16>, memref<4x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c5_products(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<3x576xi32>, %output: memref<1x6x6x10xi32>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op 3 rows of products do not hold a band, which needs 4}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi32>, memref<36x32xi16>, memref<3x576xi32>) -> ()
  return
}

// -----

func.func @winograd_conv2d_c6(%input: memref<1x8x8x8xi8>, %weights: memref<1x36x4x16x2xi16>, %bias: memref<16xi32>, %v: memref<36x32xi16>, %p: memref<4x576xi32>, %output: memref<1x6x6x10xi8>) {
  // expected-error @below {{'qint.scheduled.winograd_conv2d' op output holds 'i8' but without mode it must hold the accumulator's type 'i32'}}
  qint.scheduled.winograd_conv2d %input, %weights, %bias into %output scratch %v, %p {
    tile = #qint.tile<2 x 16>, band = array<i64: 2, 2>
  } : (memref<1x8x8x8xi8>, memref<1x36x4x16x2xi16>, memref<16xi32>, memref<1x6x6x10xi8>, memref<36x32xi16>, memref<4x576xi32>) -> ()
  return
}

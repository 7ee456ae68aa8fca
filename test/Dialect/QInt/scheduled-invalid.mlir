// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @conv2d_c1_dynamic(%input: memref<1x?x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op buffer 'memref<1x?x4x8xi8>' must have a static shape}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x?x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c9_types(%input: memref<1x4x4x8xf32>, %weights: memref<1x1x72x16x1xf32>, %bias: memref<16xf32>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op matrix_registers multiply unsigned bytes by bytes}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, matrix_registers
  } : (memref<1x4x4x8xf32>, memref<1x1x72x16x1xf32>, memref<16xf32>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @conv2d_c9_columns(%input: memref<1x4x4x8xi8>, %weights: memref<1x2x18x8x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op matrix_registers have 16 columns, of which the tile's 8 are no multiple}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 8>, matrix_registers
  } : (memref<1x4x4x8xi8>, memref<1x2x18x8x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

// Three runs of 9 bytes: 6 whole steps and one of their last bytes.
func.func @conv2d_c11_types(%input: memref<1x4x4x3xf32>, %weights: memref<1x1x27x16x1xf32>, %bias: memref<16xf32>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op joined_tails are for bytes by bytes, without matrix_registers}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, joined_tails
  } : (memref<1x4x4x3xf32>, memref<1x1x27x16x1xf32>, memref<16xf32>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @conv2d_c11_steps(%input: memref<1x4x4x3xi8>, %weights: memref<1x1x9x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{shape of weights is [1, 1, 9, 16, 4] but must be [1, 1, 7, 16, 4]}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, joined_tails
  } : (memref<1x4x4x3xi8>, memref<1x1x9x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c10_types(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x6xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op doubled_channels are for convolutions of f32}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, doubled_channels = 6 : i64
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x6xi32>) -> ()
  return
}

// -----

func.func @conv2d_c10_room(%input: memref<1x4x4x8xf32>, %weights: memref<1x1x72x16x1xf32>, %bias: memref<16xf32>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op the last panel has 10 of 16 channels, and no room for 8 of them twice}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, doubled_channels = 8 : i64
  } : (memref<1x4x4x8xf32>, memref<1x1x72x16x1xf32>, memref<16xf32>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @conv2d_c1_kernel(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op kernel has 1 entries but must have 2}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c1_stride(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op stride holds 0, which is less than 1}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 0, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c1_dilation(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op dilation holds 0, which is less than 1}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 0, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c2_types(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xf32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op has no kernel for input 'i8', weights 'i8' and bias 'f32'}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xf32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c2_i64(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi64>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op has no kernel for input 'i8', weights 'i8' and bias 'i64'}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi64>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c2_words(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x36x16x2xi16>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op signed_input is for input and weights of i8, not for 'i8' and 'i16'}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, signed_input
  } : (memref<1x4x4x8xi8>, memref<1x1x36x16x2xi16>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c2_signed_input(%input: memref<1x4x4x8xi16>, %weights: memref<1x1x72x16x1xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op signed_input is for input and weights of i8, not for 'i16' and 'i8'}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, signed_input
  } : (memref<1x4x4x8xi16>, memref<1x1x72x16x1xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c3_rank(%input: memref<4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op input has type 'memref<4x4x8xi8>' but must have 4 dimensions}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c3_batch(%input: memref<2x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op input has batch 2 but output 1}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<2x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c3_height(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x3x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op the last window ends at position 5 of dimension 1 of the input, which has 4 with its padding}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x3x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c3_width(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x1x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op the last window ends at position 5 of dimension 2 of the input, which has 4 with its padding}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 2>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x1x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c3_residual(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x9xi8>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of residual is [1, 2, 2, 9] but must be [1, 2, 2, 10]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x9xi8>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c4_weights(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x1xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of weights is [1, 1, 18, 16, 1] but must be [1, 1, 18, 16, 4]}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x1xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c4_words(%input: memref<1x4x4x5xi8>, %weights: memref<1x1x12x16x2xi16>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of weights is [1, 1, 12, 16, 2] but must be [1, 1, 24, 16, 2]}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x5xi8>, memref<1x1x12x16x2xi16>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c4_bias(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<10xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of bias is [10] but must be [16]}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<10xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c4_multipliers(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<1xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of multipliers is [1] but must be [16]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1xi16>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c4_shifts(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<10xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of shifts is [10] but must be [16]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<10xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c4_scales(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %scales: memref<10xf32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of scales is [10] but must be [16]}}
  qint.scheduled.conv2d %input, %weights, %bias scales %scales into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode float32>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<10xf32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c4_groups(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op 8 input and 10 output channels do not divide into 4 groups}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, groups = 4 : i64
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c5_float(%input: memref<1x4x4x8xf32>, %weights: memref<1x1x72x16x1xf32>, %bias: memref<16xf32>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op a convolution of f32 has no rescale mode}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode float32>
  } : (memref<1x4x4x8xf32>, memref<1x1x72x16x1xf32>, memref<16xf32>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @conv2d_c5_missing(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op fixed16 needs multipliers and shifts}}
  qint.scheduled.conv2d %input, %weights, %bias shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c5_superfluous(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op an op without mode takes no multipliers and shifts}}
  qint.scheduled.conv2d %input, %weights, %bias shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c5_scales(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %scales: memref<16xf32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op fixed16 takes no scales}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts scales %scales into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<16xf32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c5_no_scales(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op float32 needs scales}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode float32>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c5_width16(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op fixed16 needs multipliers of i16, not of 'i32'}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi32>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c5_width32(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op fixed32 needs multipliers of i32, not of 'i16'}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed32>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c6_accumulator(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op output holds 'i8' but without mode it must hold the accumulator's type 'i32'}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c6_stored(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op output holds 'i32' but with a rescale it must hold i8 or i16}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c6_i16(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi16>) {
  // expected-error @below {{'qint.scheduled.conv2d' op a rescale to i16 must be fixed32 or float32, not fixed16}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi16>) -> ()
  return
}

// -----

func.func @conv2d_c6_i64(%input: memref<1x4x4x8xi16>, %weights: memref<1x1x72x16x1xi8>, %bias: memref<16xi64>, %multipliers: memref<16xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op a rescale of i64 must be fixed32 or float32, not fixed32_double_round}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed32_double_round>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi16>, memref<1x1x72x16x1xi8>, memref<16xi64>, memref<16xi32>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_residual_type(%input: memref<1x4x4x8xf32>, %weights: memref<1x1x72x16x1xf32>, %bias: memref<16xf32>, %residual: memref<1x2x2x10xi8>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op residual holds 'i8' but input 'f32'}}
  qint.scheduled.conv2d %input, %weights, %bias residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xf32>, memref<1x1x72x16x1xf32>, memref<16xf32>, memref<1x2x2x10xi8>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @conv2d_c7_mode(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi32>, %shifts: memref<16xi32>, %function: memref<256x2xi16>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op function and residual need mode fixed16}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts function %function into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed32>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi32>, memref<16xi32>, memref<256x2xi16>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_function(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %function: memref<256xi16>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op shape of function is [256] but must be [256, 2]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts function %function into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<256xi16>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_fraction_bits(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op fraction_bits is 6 but must lie in [3, 5]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, fraction_bits = 6 : i32, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_residual_zero_point(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x10xi8>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op residual_zero_point is 256 but must lie in [0, 255]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, residual_zero_point = 256 : i32, residual_shift = 1 : i32, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_residual_multiplier(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x10xi8>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op residual_multiplier is -1 but must lie in [0, 32767]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, residual_multiplier = -1 : i32, residual_shift = 1 : i32, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c7_residual_shift(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x10xi8>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op residual_shift is 0 but must lie in [1, 31]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c8_clamp(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.conv2d' op clamp [0, 256] leaves 'i8', which holds [0, 255]}}
  qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 256 : i32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>) -> ()
  return
}

// -----

func.func @conv2d_c8_float_clamp(%input: memref<1x4x4x8xi8>, %weights: memref<1x1x18x16x4xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op float_min and float_max are for convolutions of f32}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, float_min = 0.0 : f32
  } : (memref<1x4x4x8xi8>, memref<1x1x18x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>) -> ()
  return
}

// -----

func.func @conv2d_c8_empty_float_clamp(%input: memref<1x4x4x8xf32>, %weights: memref<1x1x72x16x1xf32>, %bias: memref<16xf32>, %output: memref<1x2x2x10xf32>) {
  // expected-error @below {{'qint.scheduled.conv2d' op clamp [1.000000e+00, 0.000000e+00] is empty}}
  qint.scheduled.conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, float_min = 1.0 : f32, float_max = 0.0 : f32
  } : (memref<1x4x4x8xf32>, memref<1x1x72x16x1xf32>, memref<16xf32>, memref<1x2x2x10xf32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c3(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x12xi32>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op 12 output channels are not a multiple of 8 input channels}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<1x2x2x12xi32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c4_weights(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x8xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x8xi32>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op shape of weights is [3, 3, 8] but must be [3, 3, 16]}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x8xi8>, memref<16xi32>, memref<1x2x2x8xi32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c4_bias(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<8xi32>, %output: memref<1x2x2x8xi32>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op shape of bias is [8] but must be [16]}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<8xi32>, memref<1x2x2x8xi32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c6(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x8xi8>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op output holds 'i8' but without mode it must hold the accumulator's type 'i32'}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<1x2x2x8xi8>) -> ()
  return
}

// -----

func.func @batch_matmul_c1_dynamic(%a: memref<?x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op buffer 'memref<?x3x4xi8>' must have a static shape}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<?x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c1_rank(%a: memref<2x3x4xi8>, %b: memref<4x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op rhs has type 'memref<4x5xi8>' but must have 3 dimensions}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<4x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c1_depth(%a: memref<2x3x4xi8>, %b: memref<2x3x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op shape of rhs is [2, 3, 5] but must be [2, 4, 5]}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x3x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c1_output(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x4xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op shape of output is [2, 3, 4] but must be [2, 3, 5]}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x4xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c2(%a: memref<2x3x4xi8>, %b: memref<2x4x5xf32>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op has no kernel for 'i8' by 'f32'}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xf32>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c3_float(%a: memref<2x3x4xf32>, %b: memref<2x4x5xf32>, %o: memref<2x3x5xf32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op a product of f32 takes no rescale}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>
  } : (memref<2x3x4xf32>, memref<2x4x5xf32>, memref<2x3x5xf32>) -> ()
  return
}

// -----

func.func @batch_matmul_c3_accumulator(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi16>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op output holds 'i32' but without rescale it must hold the accumulator's type 'i64'}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi16>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c3_stored(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op output holds 'i32' but with a rescale it must hold i8 or i16}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>, clamp_max = 255 : i32
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c4_zero_point(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op lhs_zero_point is 256 but must lie in [0, 255]}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>, lhs_zero_point = 256 : i32
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c4_entries(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi8>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op rescale has 2 entries but must have 1}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>, rescale = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>, clamp_max = 255 : i32
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi8>) -> ()
  return
}

// -----

func.func @batch_matmul_c4_clamp(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi8>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op clamp [5, 4] is empty}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>, clamp_min = 5 : i32, clamp_max = 4 : i32
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi8>) -> ()
  return
}

// -----

func.func @batch_matmul_c5_none(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op a product of bytes needs a scratch buffer}}
  qint.scheduled.batch_matmul %a, %b into %o {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>) -> ()
  return
}

// -----

func.func @batch_matmul_c5_words(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi16>, %o: memref<2x3x5xi64>, %s: memref<204xi8>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op only products of bytes have a scratch buffer}}
  qint.scheduled.batch_matmul %a, %b into %o scratch %s {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi16>, memref<2x3x5xi64>, memref<204xi8>) -> ()
  return
}

// -----

func.func @batch_matmul_c5_size(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>, %s: memref<203xi8>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op scratch has 203 bytes but needs 204}}
  qint.scheduled.batch_matmul %a, %b into %o scratch %s {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>, memref<203xi8>) -> ()
  return
}

// -----

func.func @batch_matmul_c5_layout(%a: memref<2x3x4xi8>, %b: memref<2x4x5xi8>, %o: memref<2x3x5xi32>, %s: memref<204xi8, strided<[2]>>) {
  // expected-error @below {{'qint.scheduled.batch_matmul' op scratch must be contiguous}}
  qint.scheduled.batch_matmul %a, %b into %o scratch %s {
    tile = #qint.tile<2 x 16>
  } : (memref<2x3x4xi8>, memref<2x4x5xi8>, memref<2x3x5xi32>, memref<204xi8, strided<[2]>>) -> ()
  return
}

// -----

func.func @pool2d_c1_dynamic(%x: memref<1x?x4x3xi8>, %o: memref<1x2x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op buffer 'memref<1x?x4x3xi8>' must have a static shape}}
  qint.scheduled.pool2d max %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (memref<1x?x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  return
}

// -----

func.func @pool2d_c1_shape(%x: memref<1x4x4x3xi8>, %o: memref<1x3x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op shape of result is [1, 3, 2, 3] but must be [1, 2, 2, 3]}}
  qint.scheduled.pool2d max %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (memref<1x4x4x3xi8>, memref<1x3x2x3xi8>) -> ()
  return
}

// -----

func.func @pool2d_c1_type(%x: memref<1x4x4x3xi8>, %o: memref<1x2x2x3xi16>) {
  // expected-error @below {{'qint.scheduled.pool2d' op result holds 'i16' but the input 'i8'}}
  qint.scheduled.pool2d max %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi16>) -> ()
  return
}

// -----

func.func @pool2d_c2(%x: memref<1x4x4x3xi8>, %o: memref<1x2x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op pad 2 is not smaller than the kernel, 2}}
  qint.scheduled.pool2d max %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 2, 0, 0, 0>
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  return
}

// -----

func.func @pool2d_c3_maximum(%x: memref<1x4x4x3xi8>, %o: memref<1x2x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op a maximum takes no rescale}}
  qint.scheduled.pool2d max %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  return
}

// -----

func.func @pool2d_c3_float(%x: memref<1x4x4x3xf32>, %o: memref<1x2x2x3xf32>) {
  // expected-error @below {{'qint.scheduled.pool2d' op a pool of f32 takes no rescale}}
  qint.scheduled.pool2d average %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>
  } : (memref<1x4x4x3xf32>, memref<1x2x2x3xf32>) -> ()
  return
}

// -----

func.func @pool2d_c3_mean(%x: memref<1x4x4x3xi8>, %o: memref<1x2x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op result holds 'i8' but without rescale it must hold i32}}
  qint.scheduled.pool2d average %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  return
}

// -----

func.func @pool2d_c3_padding(%x: memref<1x4x4x3xi8>, %o: memref<1x2x2x3xi8>) {
  // expected-error @below {{'qint.scheduled.pool2d' op windows meet padding, so rescale needs an entry for each count up to 4}}
  qint.scheduled.pool2d average %x into %o {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 1, 0, 0, 0>, rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>, clamp_max = 255 : i32
  } : (memref<1x4x4x3xi8>, memref<1x2x2x3xi8>) -> ()
  return
}

// -----

func.func @reduce_c1_dynamic(%x: memref<?x3xi8>, %o: memref<2x1xi8>) {
  // expected-error @below {{'qint.scheduled.reduce' op buffer 'memref<?x3xi8>' must have a static shape}}
  qint.scheduled.reduce max %x into %o : (memref<?x3xi8>, memref<2x1xi8>) -> ()
  return
}

// -----

func.func @reduce_c1_scalar(%x: memref<i8>, %o: memref<i8>) {
  // expected-error @below {{'qint.scheduled.reduce' op input has no dimension to reduce}}
  qint.scheduled.reduce max %x into %o : (memref<i8>, memref<i8>) -> ()
  return
}

// -----

func.func @reduce_c1_shape(%x: memref<2x3xi8>, %o: memref<1x3xi8>) {
  // expected-error @below {{'qint.scheduled.reduce' op shape of output is [1, 3] but must be [2, 1]}}
  qint.scheduled.reduce max %x into %o : (memref<2x3xi8>, memref<1x3xi8>) -> ()
  return
}

// -----

func.func @reduce_c2_types(%x: memref<2x3xi8>, %o: memref<2x1xi32>) {
  // expected-error @below {{'qint.scheduled.reduce' op output holds 'i32' but the input 'i8'}}
  qint.scheduled.reduce max %x into %o : (memref<2x3xi8>, memref<2x1xi32>) -> ()
  return
}

// -----

func.func @reduce_c2_sum(%x: memref<2x3xi8>, %o: memref<2x1xi8>) {
  // expected-error @below {{'qint.scheduled.reduce' op sums of i8 would wrap; sum i32 or f32}}
  qint.scheduled.reduce sum %x into %o : (memref<2x3xi8>, memref<2x1xi8>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c1(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %output: memref<1x2x2x8xi32>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op kernel has 1 entries but must have 2}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<1x2x2x8xi32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c2(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xf32>, %output: memref<1x2x2x8xi32>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op has no kernel for input 'i8', weights 'i8' and bias 'f32'}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xf32>, memref<1x2x2x8xi32>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c5(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x8xi8>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op fixed16 needs multipliers and shifts}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<16xi32>, memref<1x2x2x8xi8>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c7(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x8xi8>, %output: memref<1x2x2x8xi8>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op residual_shift is 0 but must lie in [1, 31]}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x8xi8>, memref<1x2x2x8xi8>) -> ()
  return
}

// -----

func.func @depthwise_conv2d_c8(%input: memref<1x4x4x8xi8>, %weights: memref<3x3x16xi8>, %bias: memref<16xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x8xi8>) {
  // expected-error @below {{'qint.scheduled.depthwise_conv2d' op clamp [0, 256] leaves 'i8', which holds [0, 255]}}
  qint.scheduled.depthwise_conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 256 : i32
  } : (memref<1x4x4x8xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x8xi8>) -> ()
  return
}

// -----

func.func @tick_c1(%ticks: memref<?xi64>) {
  // expected-error @below {{'qint.scheduled.tick' op buffer 'memref<?xi64>' must have a static shape}}
  qint.scheduled.tick %ticks[0] : memref<?xi64>
  return
}

// -----

func.func @tick_c1_strided(%ticks: memref<4xi64, strided<[2]>>) {
  // expected-error @below {{'qint.scheduled.tick' op counters 'memref<4xi64, strided<[2]>>' must be contiguous}}
  qint.scheduled.tick %ticks[0] : memref<4xi64, strided<[2]>>
  return
}

// -----

func.func @tick_c2(%ticks: memref<4xi64>) {
  // expected-error @below {{'qint.scheduled.tick' op slot 4 is no index of 4 counters}}
  qint.scheduled.tick %ticks[4] : memref<4xi64>
  return
}

// -----

func.func @chained_conv2d_c1(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op kernel has 1 entries but must have 2}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c2(%input: memref<1x4x4x8xi16>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op chains are for input and weights of i8, not for 'i16' and 'i8'}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi16>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c2_signed_input(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op chains take unsigned inputs, not signed_input}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, signed_input
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c3(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x3x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op the last window ends at position 5 of dimension 1 of the input, which has 4 with its padding}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x3x2x10xi32>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c4_weights(%input: memref<1x4x4x8xi8>, %weights: memref<19x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op shape of weights is [19, 16, 4] but must be [20, 16, 4]}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<19x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c4_chains(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<2x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op chains are 'memref<2x4xi32>' but there must be 1 rows of 3 or more numbers}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<20xi32>, memref<2x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c4_offsets(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<4x5xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi32>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op offsets has type 'memref<4x5xi32>' but must have 1 dimensions}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi32>, memref<4x5xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c5(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op fixed16 needs multipliers and shifts}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<16xi32>, memref<1x2x2x10xi8>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c6(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op output holds 'i8' but without mode it must hold the accumulator's type 'i32'}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<1x2x2x10xi8>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c7(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %residual: memref<1x2x2x10xi8>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op residual_shift is 0 but must lie in [1, 31]}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains multipliers %multipliers shifts %shifts residual %residual into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>, memref<1x2x2x10xi8>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// -----

func.func @chained_conv2d_c8(%input: memref<1x4x4x8xi8>, %weights: memref<20x16x4xi8>, %bias: memref<16xi32>, %offsets: memref<20xi32>, %chains: memref<1x4xi32>, %multipliers: memref<16xi16>, %shifts: memref<16xi32>, %output: memref<1x2x2x10xi8>) {
  // expected-error @below {{'qint.scheduled.chained_conv2d' op clamp [0, 256] leaves 'i8', which holds [0, 255]}}
  qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains multipliers %multipliers shifts %shifts into %output {
    kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, tile = #qint.tile<2 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 256 : i32
  } : (memref<1x4x4x8xi8>, memref<20x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x2x2x10xi8>, memref<20xi32>, memref<1x4xi32>) -> ()
  return
}

// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @conv2d_c1_bias(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<2xi32>) {
  // expected-error @below {{'qint.conv2d' op shape of bias is [2] but must be [3]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<2xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

#two = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>

func.func @conv2d_c1_rescale(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op rescale has 2 entries but must have 1 or 3}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #two, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed32 = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [35]>
#zero = #qint.function<
  base = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  slope = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]>

func.func @conv2d_c2_function_mode(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op function and residual need a fixed16 rescale}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed32, function = #zero, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#zero = #qint.function<
  base = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  slope = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]>

func.func @conv2d_c2_function_without_rescale(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op function and residual need a fixed16 rescale}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, function = #zero
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>
#zero = #qint.function<
  base = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  slope = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]>

func.func @conv2d_c2_function_type(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op function and residual need a result of ui8, not of 'i16'}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, function = #zero, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi16>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c2_residual_type(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>, %r: tensor<1x2x2x3xi16>) {
  // expected-error @below {{'qint.conv2d' op residual must hold ui8, not 'i16'}}
  %0 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>, tensor<1x2x2x3xi16>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c2_fraction_bits_low(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op fraction_bits is 2 but must lie in [3, 5]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, fraction_bits = 2 : i32, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c2_fraction_bits_high(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op fraction_bits is 6 but must lie in [3, 5]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, fraction_bits = 6 : i32, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c3_shape(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>, %r: tensor<1x2x2x1xui8>) {
  // expected-error @below {{'qint.conv2d' op shape of residual is [1, 2, 2, 1] but must be [1, 2, 2, 3]}}
  %0 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32, residual_multiplier = 16384 : i32, residual_shift = 10 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>, tensor<1x2x2x1xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c3_multiplier(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>, %r: tensor<1x2x2x3xui8>) {
  // expected-error @below {{'qint.conv2d' op residual_multiplier is 32768 but must lie in [0, 32767]}}
  %0 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32, residual_multiplier = 32768 : i32, residual_shift = 10 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>, tensor<1x2x2x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c3_shift(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>, %r: tensor<1x2x2x3xui8>) {
  // expected-error @below {{'qint.conv2d' op residual_shift is 0 but must lie in [1, 31]}}
  %0 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32, residual_multiplier = 16384 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>, tensor<1x2x2x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c4_residual_zero_point(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>, %r: tensor<1x2x2x3xui8>) {
  // expected-error @below {{'qint.conv2d' op residual_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32, residual_multiplier = 16384 : i32, residual_shift = 10 : i32, residual_zero_point = 256 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>, tensor<1x2x2x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

func.func @conv2d_c4_input_zero_point(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op input_zero_point is -1 but must lie in [0, 255]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, input_zero_point = -1 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c4_output_zero_point(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op output_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32, output_zero_point = 256 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c4_empty_clamp(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op clamp [5, 4] is empty}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_min = 5 : i32, clamp_max = 4 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#float32 = #qint.rescale<float32, scales = [0.125]>

func.func @conv2d_c4_clamp_low(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op clamp [-1, 4] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #float32, clamp_min = -1 : i32, clamp_max = 4 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#float32 = #qint.rescale<float32, scales = [0.125]>

func.func @conv2d_c4_clamp_high(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op clamp [0, 256] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #float32, clamp_max = 256 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c5_sixteen_bit(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op a rescale to i16 must be fixed32 or float32, not fixed16}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi16>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c5_i64(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi64>) {
  // expected-error @below {{'qint.conv2d' op a rescale of i64 must be fixed32 or float32, not fixed16}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi64>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#double_round = #qint.rescale<fixed32_double_round, multipliers = [1073741824], shifts = [35]>

func.func @conv2d_c5_i64_double_round(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi64>) {
  // expected-error @below {{'qint.conv2d' op a rescale of i64 must be fixed32 or float32, not fixed32_double_round}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #double_round, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi64>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed32 = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [35]>

func.func @conv2d_c5_wide_multiplier(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi64>) {
  // expected-error @below {{'qint.conv2d' op multiplier 1073741824 is for an accumulator of i32, not of 'i64'}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed32, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi64>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed15 = #qint.rescale<fixed32, multipliers = [16384], shifts = [20]>

func.func @conv2d_c5_narrow_multiplier(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op multiplier 16384 is for an accumulator of i64, not of 'i32'}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed15, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xui8>
  return
}

// -----

func.func @conv2d_c6_rank(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op weights has type 'tensor<3x3x2xi8>' but must have 4 dimensions}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c6_channels(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x3xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op input has 2 channels but 1 groups of 3 are needed}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x3xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c6_groups(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x1xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op 3 output channels do not divide into 2 groups}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, groups = 2 : i64
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x1xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c6_no_groups(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op 3 output channels do not divide into 0 groups}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, groups = 0 : i64
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c7(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op shape of result is [1, 2, 3, 3] but must be [1, 2, 2, 3]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x3x3xi32>
  return
}

// -----

func.func @conv2d_c7_window_larger_than_input(%x: tensor<1x4x4x2xui8>, %w: tensor<3x5x5x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op shape of result is [1, 1, 1, 3] but must be [1, 0, 0, 3]}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x5x5x2xi8>, tensor<3xi32>) -> tensor<1x1x1x3xi32>
  return
}

// -----

func.func @conv2d_c8_accumulator(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op result holds 'i64' but without rescale it must hold the accumulator's type 'i32'}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi64>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @conv2d_c8_stored(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op result holds 'i32' but with rescale it must hold ui8 or i16}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c9_pad_count(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op pad has 2 entries but must have 4}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c9_pad_negative(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op pad holds -1, which is less than 0}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, -1, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c9_stride(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op stride holds 0, which is less than 1}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 0, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @conv2d_c9_dilation(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x2xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.conv2d' op dilation has 1 entries but must have 2}}
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x2xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @depthwise_conv2d_c1(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<2xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op shape of bias is [2] but must be [4]}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<2xi32>) -> tensor<1x2x2x4xi32>
  return
}

// -----

func.func @depthwise_conv2d_c6_rank(%x: tensor<4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op input has type 'tensor<4x4x2xui8>' but must have 4 dimensions}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi32>
  return
}

// -----

func.func @depthwise_conv2d_c6_channels(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x3x1xi8>, %b: tensor<3xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op input has 2 channels but weights have 3}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x3x1xi8>, tensor<3xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @depthwise_conv2d_c7(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op shape of result is [1, 2, 2, 3] but must be [1, 2, 2, 4]}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @batch_matmul_c1_rank(%a: tensor<3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op lhs has type 'tensor<3x4xui8>' but must have 3 dimensions}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xi32>
  return
}

// -----

func.func @batch_matmul_c1_depth(%a: tensor<2x3x4xui8>, %b: tensor<2x3x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op shape of rhs is [2, 3, 5] but must be [2, 4, 5]}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<2x3x4xui8>, tensor<2x3x5xui8>) -> tensor<2x3x5xi32>
  return
}

// -----

func.func @batch_matmul_c1_result(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op shape of result is [2, 3, 4] but must be [2, 3, 5]}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x4xi32>
  return
}

// -----

func.func @batch_matmul_c2(%a: tensor<1x1x33026xui8>, %b: tensor<1x33026x1xui8>) {
  // expected-error @below {{'qint.batch_matmul' op sums of 33026 products may leave i32; at most 33025 fit}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<1x1x33026xui8>, tensor<1x33026x1xui8>) -> tensor<1x1x1xi32>
  return
}

// -----

#two = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>

func.func @batch_matmul_c3_entries(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op rescale has 2 entries but must have 1}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32, rescale = #two, clamp_max = 255 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @batch_matmul_c3_clamp(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op clamp [0, 256] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32, rescale = #fixed16, clamp_max = 256 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xui8>
  return
}

// -----

func.func @batch_matmul_c4_accumulator(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xi16>) {
  // expected-error @below {{'qint.batch_matmul' op result holds 'i32' but without rescale it must hold the accumulator's type 'i64'}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xi16>) -> tensor<2x3x5xi32>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @batch_matmul_c4_stored(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op result holds 'i32' but with rescale it must hold ui8 or i16}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32, rescale = #fixed16, clamp_max = 255 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xi32>
  return
}

// -----

func.func @batch_matmul_c4_zero_point(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>) {
  // expected-error @below {{'qint.batch_matmul' op rhs_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 256 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xi32>
  return
}

// -----

#fixed32 = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [35]>
#ramp = #qint.function<base = [-16384, -16256, -16128, -16000, -15872, -15744, -15616, -15488, -15360, -15232, -15104, -14976, -14848, -14720, -14592, -14464, -14336, -14208, -14080, -13952, -13824, -13696, -13568, -13440, -13312, -13184, -13056, -12928, -12800, -12672, -12544, -12416, -12288, -12160, -12032, -11904, -11776, -11648, -11520, -11392, -11264, -11136, -11008, -10880, -10752, -10624, -10496, -10368, -10240, -10112, -9984, -9856, -9728, -9600, -9472, -9344, -9216, -9088, -8960, -8832, -8704, -8576, -8448, -8320, -8192, -8064, -7936, -7808, -7680, -7552, -7424, -7296, -7168, -7040, -6912, -6784, -6656, -6528, -6400, -6272, -6144, -6016, -5888, -5760, -5632, -5504, -5376, -5248, -5120, -4992, -4864, -4736, -4608, -4480, -4352, -4224, -4096, -3968, -3840, -3712, -3584, -3456, -3328, -3200, -3072, -2944, -2816, -2688, -2560, -2432, -2304, -2176, -2048, -1920, -1792, -1664, -1536, -1408, -1280, -1152, -1024, -896, -768, -640, -512, -384, -256, -128, 0, 128, 256, 384, 512, 640, 768, 896, 1024, 1152, 1280, 1408, 1536, 1664, 1792, 1920, 2048, 2176, 2304, 2432, 2560, 2688, 2816, 2944, 3072, 3200, 3328, 3456, 3584, 3712, 3840, 3968, 4096, 4224, 4352, 4480, 4608, 4736, 4864, 4992, 5120, 5248, 5376, 5504, 5632, 5760, 5888, 6016, 6144, 6272, 6400, 6528, 6656, 6784, 6912, 7040, 7168, 7296, 7424, 7552, 7680, 7808, 7936, 8064, 8192, 8320, 8448, 8576, 8704, 8832, 8960, 9088, 9216, 9344, 9472, 9600, 9728, 9856, 9984, 10112, 10240, 10368, 10496, 10624, 10752, 10880, 11008, 11136, 11264, 11392, 11520, 11648, 11776, 11904, 12032, 12160, 12288, 12416, 12544, 12672, 12800, 12928, 13056, 13184, 13312, 13440, 13568, 13696, 13824, 13952, 14080, 14208, 14336, 14464, 14592, 14720, 14848, 14976, 15104, 15232, 15360, 15488, 15616, 15744, 15872, 16000, 16128, 16256], slope = [256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256]>

func.func @depthwise_conv2d_c2(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op function and residual need a fixed16 rescale}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed32, function = #ramp, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @depthwise_conv2d_c3(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>, %r: tensor<1x2x2x4xui8>) {
  // expected-error @below {{'qint.depthwise_conv2d' op residual_shift is 0 but must lie in [1, 31]}}
  %0 = qint.depthwise_conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>, tensor<1x2x2x4xui8>) -> tensor<1x2x2x4xui8>
  return
}

// -----

#float32 = #qint.rescale<float32, scales = [0.125]>

func.func @depthwise_conv2d_c4(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op clamp [0, 256] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #float32, clamp_max = 256 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @depthwise_conv2d_c5(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op a rescale to i16 must be fixed32 or float32, not fixed16}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi16>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @depthwise_conv2d_c8(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op result holds 'i32' but with rescale it must hold ui8 or i16}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi32>
  return
}

// -----

func.func @depthwise_conv2d_c9(%x: tensor<1x4x4x2xui8>, %w: tensor<3x3x2x2xi8>, %b: tensor<4xi32>) {
  // expected-error @below {{'qint.depthwise_conv2d' op stride holds 0, which is less than 1}}
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 0>, dilation = array<i64: 1, 1>
  } : (tensor<1x4x4x2xui8>, tensor<3x3x2x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi32>
  return
}

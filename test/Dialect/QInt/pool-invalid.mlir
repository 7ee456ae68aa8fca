// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @max_pool2d_c1_rank(%x: tensor<4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op input has type 'tensor<4x4x3xui8>' but must have 4 dimensions}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (tensor<4x4x3xui8>) -> tensor<2x2x3xui8>
  return
}

// -----

func.func @max_pool2d_c1_shape(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op shape of result is [1, 2, 3, 3] but must be [1, 2, 2, 3]}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x3x3xui8>
  return
}

// -----

func.func @max_pool2d_c1_type(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op result holds 'i16' but the input 'ui8'}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xi16>
  return
}

// -----

func.func @max_pool2d_c2_kernel(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op kernel holds 0, which is less than 1}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 0, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

func.func @max_pool2d_c2_stride(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op stride has 1 entries but must have 2}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2>, pad = array<i64: 0, 0, 0, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

func.func @max_pool2d_c2_pad_count(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op pad has 2 entries but must have 4}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

func.func @max_pool2d_c2_pad(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.max_pool2d' op pad 2 is not smaller than the kernel, 2}}
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 2, 0>
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c1(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op shape of result is [1, 2, 3, 3] but must be [1, 2, 2, 3]}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x3x3xui8>
  return
}

// -----

func.func @avg_pool2d_c1_sums(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op result holds 'ui8' but without rescale it must hold i32}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, input_zero_point = 3 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#two = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>

func.func @avg_pool2d_c2_entries(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op rescale has 2 entries but must have 1 or 4}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, input_zero_point = 3 : i32, rescale = #two, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c2_low_padding(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op windows meet padding, so rescale needs an entry for each count up to 4}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 1, 0, 0, 0>, input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c2_high_padding(%x: tensor<1x4x5x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op windows meet padding, so rescale needs an entry for each count up to 4}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 1>, input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x5x3xui8>) -> tensor<1x2x3x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c3(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op pad 2 is not smaller than the kernel, 2}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 2, 0, 0, 0>, input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c4_zero_point(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op input_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, input_zero_point = 256 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @avg_pool2d_c4_clamp(%x: tensor<1x4x4x3xui8>) {
  // expected-error @below {{'qint.avg_pool2d' op clamp [0, 300] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 300 : i32
  } : (tensor<1x4x4x3xui8>) -> tensor<1x2x2x3xui8>
  return
}

// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @add_c1_rank(%a: tensor<2x3xui8>, %b: tensor<3xui8>) {
  // expected-error @below {{'qint.add' op rhs has type 'tensor<3xui8>' but must have 2 dimensions}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c1_sizes(%a: tensor<2x3xui8>, %b: tensor<2x2xui8>) {
  // expected-error @below {{'qint.add' op operands 'tensor<2x3xui8>' and 'tensor<2x2xui8>' do not broadcast to 'tensor<2x3xui8>'}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<2x2xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c1_result(%a: tensor<1x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op operands 'tensor<1x3xui8>' and 'tensor<1x3xui8>' do not broadcast to 'tensor<2x3xui8>'}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<1x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c1_rank(%a: tensor<2x3xui8>, %b: tensor<3xui8>) {
  // expected-error @below {{'qint.mul' op rhs has type 'tensor<3xui8>' but must have 2 dimensions}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #fixed16
  } : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c1_sizes(%a: tensor<2x3xui8>, %b: tensor<2x2xui8>) {
  // expected-error @below {{'qint.mul' op operands 'tensor<2x3xui8>' and 'tensor<2x2xui8>' do not broadcast to 'tensor<2x3xui8>'}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #fixed16
  } : (tensor<2x3xui8>, tensor<2x2xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c1_result(%a: tensor<1x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.mul' op operands 'tensor<1x3xui8>' and 'tensor<1x3xui8>' do not broadcast to 'tensor<2x3xui8>'}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #fixed16
  } : (tensor<1x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_shift_low(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op shift is 0 but must lie in [1, 31]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 0 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_shift_high(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op shift is 32 but must lie in [1, 31]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 32 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_lhs_multiplier(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op lhs_multiplier is 32768 but must lie in [0, 32767]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 32768 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_rhs_multiplier(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op rhs_multiplier is -1 but must lie in [0, 32767]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = -1 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_scale_count(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op scales has 2 entries but must have 3}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32, scales = array<f32: 1.0, 2.0>
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c2_scale(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op scales holds 0.000000e+00, which is not positive and finite}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32, scales = array<f32: 1.0, 2.0, 0.0>
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c3_clamp(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op clamp [0, 300] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 300 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @add_c3_zero_point(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.add' op lhs_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.add %a, %b {
    lhs_zero_point = 256 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, lhs_multiplier = 16384 : i32, rhs_multiplier = 16384 : i32, shift = 14 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#two = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>

func.func @mul_c2_entries(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.mul' op rescale has 2 entries but must have 1}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #two
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c2_clamp(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.mul' op clamp [0, 300] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 300 : i32, rescale = #fixed16
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c2_zero_point(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.mul' op rhs_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 256 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #fixed16
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @mul_c3(%a: tensor<2x3xi16>, %b: tensor<1x3xui8>) {
  // expected-error @below {{'qint.mul' op lhs_zero_point is 4 but must be 0 for i16}}
  %0 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, rescale = #fixed16
  } : (tensor<2x3xi16>, tensor<1x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @rescale_c1(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.rescale' op shape of result is [3, 2] but must be [2, 3]}}
  %0 = qint.rescale %x {
    input_zero_point = 0 : i32, rescale = #fixed16, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

#two = #qint.rescale<fixed16, multipliers = [20132, 20132], shifts = [3, 3]>

func.func @rescale_c2_entries(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.rescale' op rescale has 2 entries but must have 1}}
  %0 = qint.rescale %x {
    input_zero_point = 0 : i32, rescale = #two, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @rescale_c2_zero_point(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.rescale' op input_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.rescale %x {
    input_zero_point = 256 : i32, rescale = #fixed16, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @rescale_c2_clamp(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.rescale' op clamp [0, 300] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.rescale %x {
    input_zero_point = 0 : i32, rescale = #fixed16, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 300 : i32
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>

func.func @rescale_c2_mode(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.rescale' op a rescale to i16 must be fixed32 or float32, not fixed16}}
  %0 = qint.rescale %x {
    input_zero_point = 0 : i32, rescale = #fixed16, output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>) -> tensor<2x3xi16>
  return
}

// -----

func.func @table_c1_shape(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.table' op shape of result is [3, 2] but must be [2, 3]}}
  %0 = qint.table %x {
    table = dense<7> : tensor<256xui8>
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

func.func @table_c1_type(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.table' op table must hold ui8, not 'i8'}}
  %0 = qint.table %x {
    table = dense<7> : tensor<256xi8>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @table_c2(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.table' op shape of table is [255] but must be [256]}}
  %0 = qint.table %x {
    table = dense<7> : tensor<255xui8>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @softmax_c1(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.softmax' op shape of result is [3, 2] but must be [2, 3]}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 32768, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

func.func @softmax_c2_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.softmax' op exponentials has 2 entries but must have 256}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 32768, 1>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @softmax_c2_value(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.softmax' op an entry of exponentials is 32769 but must lie in [0, 32768]}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 32769, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @softmax_c2_first(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.softmax' op exponentials begins with 0 but must begin with 32768, which is exp(0)}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @softmax_c3_scalar(%x: tensor<ui8>) {
  // expected-error @below {{'qint.softmax' op input has no dimension to normalize along}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 32768, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>
  } : (tensor<ui8>) -> tensor<ui8>
  return
}

// -----

func.func @softmax_c3_length(%x: tensor<1x65536xui8>) {
  // expected-error @below {{'qint.softmax' op length of a row is 65536 but must lie in [1, 65535]}}
  %0 = qint.softmax %x {
    exponentials = array<i32: 32768, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>
  } : (tensor<1x65536xui8>) -> tensor<1x65536xui8>
  return
}

// -----

func.func @quantize_c1(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op shape of result is [3, 2] but must be [2, 3]}}
  %0 = qint.quantize %x {
    scale = 0.1 : f32, zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<3x2xui8>
  return
}

// -----

func.func @quantize_c2_negative(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op scale must be a positive normal number, not -1.000000e-01}}
  %0 = qint.quantize %x {
    scale = -0.1 : f32, zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  return
}

// -----

func.func @quantize_c2_subnormal(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op scale must be a positive normal number, not 1.000000e-39}}
  %0 = qint.quantize %x {
    scale = 1.0e-39 : f32, zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  return
}

// -----

func.func @quantize_c2_infinite(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op scale must be a positive normal number, not INF}}
  %0 = qint.quantize %x {
    scale = 0x7F800000 : f32, zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  return
}

// -----

func.func @quantize_c2_zero_point(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.quantize %x {
    scale = 0.1 : f32, zero_point = 256 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  return
}

// -----

func.func @quantize_c2_clamp(%x: tensor<2x3xf32>) {
  // expected-error @below {{'qint.quantize' op clamp [3, 300] leaves 'ui8', which holds [0, 255]}}
  %0 = qint.quantize %x {
    scale = 0.1 : f32, zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 300 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  return
}

// -----

func.func @dequantize_c1(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.dequantize' op shape of result is [3, 2] but must be [2, 3]}}
  %0 = qint.dequantize %x {
    scales = array<f32: 0.1>
  } : (tensor<2x3xui8>) -> tensor<3x2xf32>
  return
}

// -----

func.func @dequantize_c2_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.dequantize' op scales has 2 entries but must have 1 or 3}}
  %0 = qint.dequantize %x {
    scales = array<f32: 0.1, 0.2>
  } : (tensor<2x3xui8>) -> tensor<2x3xf32>
  return
}

// -----

func.func @dequantize_c2_value(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.dequantize' op scales holds 0.000000e+00, which is not positive and finite}}
  %0 = qint.dequantize %x {
    scales = array<f32: 0.0>
  } : (tensor<2x3xui8>) -> tensor<2x3xf32>
  return
}

// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @concat_c1_empty() {
  // expected-error @below {{'qint.concat' op needs at least one input}}
  %0 = qint.concat {axis = 0 : i64} : () -> tensor<2xui8>
  return
}

// -----

func.func @concat_c1_axis(%x: tensor<2x3xui8>, %y: tensor<2x3xui8>) {
  // expected-error @below {{'qint.concat' op axis is 2 but must lie in [0, 1]}}
  %0 = qint.concat %x, %y {axis = 2 : i64} : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<4x3xui8>
  return
}

// -----

func.func @concat_c1_sizes(%x: tensor<2x3xui8>, %y: tensor<2x3xui8>) {
  // expected-error @below {{'qint.concat' op sizes along dimension 0 add up to 4 but the result has 5}}
  %0 = qint.concat %x, %y {axis = 0 : i64} : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<5x3xui8>
  return
}

// -----

func.func @concat_c2_sizes(%x: tensor<2x3xui8>, %y: tensor<2x4xui8>) {
  // expected-error @below {{'qint.concat' op shape of input is [2, 4] but must be [2, 3]}}
  %0 = qint.concat %x, %y {axis = 0 : i64} : (tensor<2x3xui8>, tensor<2x4xui8>) -> tensor<4x3xui8>
  return
}

// -----

func.func @concat_c2_rank(%x: tensor<2x3xui8>, %y: tensor<3xui8>) {
  // expected-error @below {{'qint.concat' op input has type 'tensor<3xui8>' but must have 2 dimensions}}
  %0 = qint.concat %x, %y {axis = 0 : i64} : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<3x3xui8>
  return
}

// -----

func.func @concat_c2_type(%x: tensor<2x3xui8>, %y: tensor<2x3xi16>) {
  // expected-error @below {{'qint.concat' op result holds 'ui8' but the input 'i16'}}
  %0 = qint.concat %x, %y {axis = 0 : i64} : (tensor<2x3xui8>, tensor<2x3xi16>) -> tensor<4x3xui8>
  return
}

// -----

func.func @pad_c1_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.pad' op low has 1 entries but must have 2}}
  %0 = qint.pad %x {
    low = array<i64: 1>, high = array<i64: 0, 1>, value = 0 : i32
  } : (tensor<2x3xui8>) -> tensor<3x4xui8>
  return
}

// -----

func.func @pad_c1_negative(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.pad' op high holds -1, which is less than 0}}
  %0 = qint.pad %x {
    low = array<i64: 1, 0>, high = array<i64: 0, -1>, value = 0 : i32
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

func.func @pad_c1_shape(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.pad' op shape of result is [3, 3] but must be [3, 4]}}
  %0 = qint.pad %x {
    low = array<i64: 1, 0>, high = array<i64: 0, 1>, value = 0 : i32
  } : (tensor<2x3xui8>) -> tensor<3x3xui8>
  return
}

// -----

func.func @pad_c1_type(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.pad' op result holds 'i16' but the input 'ui8'}}
  %0 = qint.pad %x {
    low = array<i64: 1, 0>, high = array<i64: 0, 1>, value = 0 : i32
  } : (tensor<2x3xui8>) -> tensor<3x4xi16>
  return
}

// -----

func.func @pad_c2(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.pad' op value is 256 but must lie in [0, 255]}}
  %0 = qint.pad %x {
    low = array<i64: 1, 0>, high = array<i64: 0, 1>, value = 256 : i32
  } : (tensor<2x3xui8>) -> tensor<3x4xui8>
  return
}

// -----

func.func @slice_c1_rank(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.slice' op result has type 'tensor<2xui8>' but must have 2 dimensions}}
  %0 = qint.slice %x {
    start = array<i64: 0, 0>
  } : (tensor<2x3xui8>) -> tensor<2xui8>
  return
}

// -----

func.func @slice_c1_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.slice' op start has 1 entries but must have 2}}
  %0 = qint.slice %x {
    start = array<i64: 0>
  } : (tensor<2x3xui8>) -> tensor<1x3xui8>
  return
}

// -----

func.func @slice_c1_negative(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.slice' op start holds -1, which is less than 0}}
  %0 = qint.slice %x {
    start = array<i64: -1, 0>
  } : (tensor<2x3xui8>) -> tensor<1x3xui8>
  return
}

// -----

func.func @slice_c1_box(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.slice' op box [1, 4) leaves dimension 1 of the input, which has 3 elements}}
  %0 = qint.slice %x {
    start = array<i64: 0, 1>
  } : (tensor<2x3xui8>) -> tensor<1x3xui8>
  return
}

// -----

func.func @slice_c1_type(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.slice' op result holds 'i16' but the input 'ui8'}}
  %0 = qint.slice %x {
    start = array<i64: 0, 0>
  } : (tensor<2x3xui8>) -> tensor<1x3xi16>
  return
}

// -----

func.func @reshape_c1_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.reshape' op input has 6 elements but the result 8}}
  %0 = qint.reshape %x : (tensor<2x3xui8>) -> tensor<2x4xui8>
  return
}

// -----

func.func @reshape_c1_type(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.reshape' op result holds 'i16' but the input 'ui8'}}
  %0 = qint.reshape %x : (tensor<2x3xui8>) -> tensor<3x2xi16>
  return
}

// -----

func.func @transpose_c1_permutation(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.transpose' op [1, 1] is not a permutation}}
  %0 = qint.transpose %x {
    permutation = array<i64: 1, 1>
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

func.func @transpose_c1_count(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.transpose' op permutation has 1 entries but must have 2}}
  %0 = qint.transpose %x {
    permutation = array<i64: 1>
  } : (tensor<2x3xui8>) -> tensor<3x2xui8>
  return
}

// -----

func.func @transpose_c1_shape(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.transpose' op shape of result is [2, 3] but must be [3, 2]}}
  %0 = qint.transpose %x {
    permutation = array<i64: 1, 0>
  } : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// -----

func.func @transpose_c1_type(%x: tensor<2x3xui8>) {
  // expected-error @below {{'qint.transpose' op result holds 'i16' but the input 'ui8'}}
  %0 = qint.transpose %x {
    permutation = array<i64: 1, 0>
  } : (tensor<2x3xui8>) -> tensor<3x2xi16>
  return
}

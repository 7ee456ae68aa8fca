// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @dot_c1(%a: vector<16xi32>, %b: vector<32xi8>) {
  // expected-error @below {{'qint.vector.dot' op lhs has 32 elements but 'vector<16xi32>' takes 64}}
  %0 = qint.vector.dot %a, %b, %b : vector<16xi32>, vector<32xi8>
  return
}

// -----

func.func @dot_c1_words(%a: vector<16xi32>, %b: vector<64xi16>) {
  // expected-error @below {{'qint.vector.dot' op lhs has 64 elements but 'vector<16xi32>' takes 32}}
  %0 = qint.vector.dot %a, %b, %b : vector<16xi32>, vector<64xi16>
  return
}

// -----

func.func @dot_c2(%a: vector<16xi32>, %b: vector<32xi16>) {
  // expected-error @below {{'qint.vector.dot' op signed_lhs is for bytes; words are always signed}}
  %0 = qint.vector.dot %a, %b, %b {signed_lhs} : vector<16xi32>, vector<32xi16>
  return
}

// -----

func.func @rescale_c1_result(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op result has type 'vector<4xi8>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<4xi8>
  return
}

// -----

func.func @rescale_c1_multipliers(%a: vector<8xi32>, %m: vector<4xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op multipliers has type 'vector<4xi16>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<4xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c1_shifts(%a: vector<8xi32>, %m: vector<8xi16>, %s: i32) {
  // expected-error @below {{'qint.vector.rescale' op shifts has type 'i32' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>, i32) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c1_scales(%a: vector<8xi32>, %f: vector<4xf32>) {
  // expected-error @below {{'qint.vector.rescale' op scales has type 'vector<4xf32>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.rescale float32 %a scales %f {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<4xf32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_missing(%a: vector<8xi32>, %m: vector<8xi16>) {
  // expected-error @below {{'qint.vector.rescale' op fixed16 needs multipliers and shifts}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_superfluous(%a: vector<8xi32>, %s: vector<8xi32>, %f: vector<8xf32>) {
  // expected-error @below {{'qint.vector.rescale' op float32 takes no multipliers and shifts}}
  %0 = qint.vector.rescale float32 %a shifts %s scales %f {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi32>, vector<8xf32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_scales(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: vector<8xf32>) {
  // expected-error @below {{'qint.vector.rescale' op fixed16 takes no scales}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s scales %f {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, vector<8xf32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_no_scales(%a: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op float32 needs scales}}
  %0 = qint.vector.rescale float32 %a {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_width16(%a: vector<8xi32>, %m: vector<8xi32>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op fixed16 needs multipliers of i16, not of 'i32'}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi32>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_width32(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op fixed32 needs multipliers of i32, not of 'i16'}}
  %0 = qint.vector.rescale fixed32 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c2_fraction_bits(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op fraction_bits is 2 but must lie in [3, 5]}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, fraction_bits = 2 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c3_zero_point(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op output_zero_point is -1 but must lie in [0, 255]}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = -1 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c3_high(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op clamp [0, 256] leaves 'i8', which holds [0, 255]}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 256 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @rescale_c3_empty(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>) {
  // expected-error @below {{'qint.vector.rescale' op clamp [5, 4] is empty}}
  %0 = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 0 : i32, clamp_min = 5 : i32, clamp_max = 4 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @lookup_c1(%t: memref<256xi8>, %i: vector<8xi8>) {
  // expected-error @below {{'qint.vector.lookup' op result has type 'vector<4xi8>' but must have as many lanes as 'vector<8xi8>'}}
  %0 = qint.vector.lookup %t[%i] : memref<256xi8>, vector<8xi8> -> vector<4xi8>
  return
}

// -----

func.func @lookup_c1_scalar(%t: memref<256xi8>, %i: vector<8xi8>) {
  // expected-error @below {{'qint.vector.lookup' op result has type 'i8' but must have as many lanes as 'vector<8xi8>'}}
  %0 = qint.vector.lookup %t[%i] : memref<256xi8>, vector<8xi8> -> i8
  return
}

// -----

func.func @lookup_c2_type(%t: memref<256xi16>, %i: vector<8xi8>) {
  // expected-error @below {{'qint.vector.lookup' op table holds 'i16' but the result 'i8'}}
  %0 = qint.vector.lookup %t[%i] : memref<256xi16>, vector<8xi8> -> vector<8xi8>
  return
}

// -----

func.func @lookup_c2_layout(%t: memref<256xi8, strided<[2]>>, %i: vector<8xi8>) {
  // expected-error @below {{'qint.vector.lookup' op table 'memref<256xi8, strided<[2]>>' must be contiguous}}
  %0 = qint.vector.lookup %t[%i] : memref<256xi8, strided<[2]>>, vector<8xi8> -> vector<8xi8>
  return
}

// -----

func.func @lookup_c3(%t: memref<255xi8>, %i: vector<8xi8>) {
  // expected-error @below {{'qint.vector.lookup' op indices of i8 need a table of 256 entries, not 'memref<255xi8>'}}
  %0 = qint.vector.lookup %t[%i] : memref<255xi8>, vector<8xi8> -> vector<8xi8>
  return
}

// -----

func.func @dot_c2_i16(%a: vector<32xi16>, %b: vector<64xi8>) {
  // expected-error @below {{'qint.vector.dot' op signed_lhs is for accumulators of i32}}
  %0 = qint.vector.dot %a, %b, %b {signed_lhs} : vector<32xi16>, vector<64xi8>
  return
}

// -----

func.func @epilogue_c1_multipliers(%a: vector<8xi32>, %m: vector<4xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op multipliers has type 'vector<4xi16>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<4xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @dot_c3(%a: vector<32xi16>) {
  // expected-error @below {{'qint.vector.dot' op accumulators of i16 take bytes, not words}}
  %0 = qint.vector.dot %a, %a, %a : vector<32xi16>, vector<32xi16>
  return
}

// -----

func.func @epilogue_c1_residual(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<4xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op residual has type 'vector<4xi8>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<4xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c1_result(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op result has type 'vector<4xi8>' but must have as many lanes as 'vector<8xi32>'}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<4xi8>
  return
}

// -----

func.func @epilogue_c2_neither(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op has neither function nor residual; use qint.vector.rescale}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s  {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c2_shape(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<2x256xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op shape of function is [2, 256] but must be [256, 2]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<2x256xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c2_layout(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16, strided<[4, 1]>>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op function 'memref<256x2xi16, strided<[4, 1]>>' must be contiguous}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16, strided<[4, 1]>>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c3_fraction_bits(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op fraction_bits is 6 but must lie in [3, 5]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    fraction_bits = 6 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c3_zero_point(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op residual_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_zero_point = 256 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c3_multiplier(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op residual_multiplier is 32768 but must lie in [0, 32767]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 32768 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c3_shift(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op residual_shift is 0 but must lie in [1, 31]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_shift = 0 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// -----

func.func @epilogue_c4(%a: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>, %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // expected-error @below {{'qint.vector.epilogue' op output_zero_point is 256 but must lie in [0, 255]}}
  %0 = qint.vector.epilogue %a multipliers %m shifts %s function %f residual %r {
    zero_point = 256 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// Floats beside the ties of several grids, and those that are no numbers. Grid by grid: two floats
// as reciprocal, one, bounds inside of those of the type, a scale too small for products, words, and
// bounds that leave out 0.

func.func @grids(%x: tensor<1x130xf32> {qopt.name = "x"})
    -> (tensor<1x130xf32> {qopt.name = "y0"},
        tensor<1x130xf32> {qopt.name = "y1"},
        tensor<1x130xf32> {qopt.name = "y2"},
        tensor<1x130xf32> {qopt.name = "y3"},
        tensor<1x130xf32> {qopt.name = "y4"},
        tensor<1x130xf32> {qopt.name = "y5"}) {
  %values = arith.constant dense<[[0xC14D999B, 0xC14D999A, 0xC14D9999, 0xC14C0001, 0xC14C0000,
      0xC14BFFFF, 0xC081999B, 0xC081999A, 0xC0819999, 0xBE800001, 0xBE800000, 0xBE7FFFFF,
      0xBD4CCCCE, 0xBD4CCCCD, 0xBD4CCCCC, 0x3D4CCCCC, 0x3D4CCCCD, 0x3D4CCCCE, 0x3E199999,
      0x3E19999A, 0x3E19999B, 0x3E7FFFFF, 0x3E800000, 0x3E800001, 0x40B7FFFF, 0x40B80000,
      0x40B80001, 0x414A6666, 0x414A6667, 0x414A6668, 0x414BFFFF, 0x414C0000, 0x414C0001,
      0x41CB9999, 0x41CB999A, 0x41CB999B, 0xC2808001, 0xC2808000, 0xC2807FFF, 0xC27F0001,
      0xC27F0000, 0xC27EFFFF, 0xC1A20001, 0xC1A20000, 0xC1A1FFFF, 0xBFA00001, 0xBFA00000,
      0xBF9FFFFF, 0xBE800001, 0xBE800000, 0xBE7FFFFF, 0x3E7FFFFF, 0x3E800000, 0x3E800001,
      0x3F3FFFFF, 0x3F400000, 0x3F400001, 0x3F9FFFFF, 0x3FA00000, 0x3FA00001, 0x41E5FFFF,
      0x41E60000, 0x41E60001, 0x427CFFFF, 0x427D0000, 0x427D0001, 0x427EFFFF, 0x427F0000,
      0x427F0001, 0x42FE7FFF, 0x42FE8000, 0x42FE8001, 0xC00D2F33, 0xC00D2F32, 0xC00D2F31,
      0xC00C15ED, 0xC00C15EC, 0xC00C15EB, 0xBF31FDBE, 0xBF31FDBD, 0xBF31FDBC, 0xBD2FCB34,
      0xBD2FCB33, 0xBD2FCB32, 0xBC0CA290, 0xBC0CA28F, 0xBC0CA28E, 0x3C0CA28E, 0x3C0CA28F,
      0x3C0CA290, 0x3CD2F3D5, 0x3CD2F3D6, 0x3CD2F3D7, 0x3D2FCB32, 0x3D2FCB33, 0x3D2FCB34,
      0x3F7CB418, 0x3F7CB419, 0x3F7CB41A, 0x400AFCA6, 0x400AFCA7, 0x400AFCA8, 0x400C15EB,
      0x400C15EC, 0x400C15ED, 0x408BCF9A, 0x408BCF9B, 0x408BCF9C, 0xC2C49959, 0xC2C49958,
      0xC2C497D0, 0xC2C497CF, 0xC1EFF6CA, 0xC1EFF6C9, 0x3E6E147A, 0x3E6E147B, 0x4270049B,
      0x4270049C, 0x42C49957, 0x42C49958, 0x7FC00000, 0xFFC00000, 0x7F800000, 0xFF800000,
      0x00000000, 0x80000000, 0x00000001, 0x80000001, 0x7F7FFFFF, 0xFF7FFFFF]]> : tensor<1x130xf32>
  %shift = arith.constant dense<0> : tensor<1xi8>
  %products = tosa.mul %x, %values, %shift
      : (tensor<1x130xf32>, tensor<1x130xf32>, tensor<1xi8>) -> tensor<1x130xf32>
  %q0 = qint.quantize %products {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32} : (tensor<1x130xf32>) -> tensor<1x130xui8>
  %y0 = qint.dequantize %q0 {scales = array<f32: 1.0>}
      : (tensor<1x130xui8>) -> tensor<1x130xf32>
  %q1 = qint.quantize %products {scale = 0.5 : f32, zero_point = 0 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32} : (tensor<1x130xf32>) -> tensor<1x130xui8>
  %y1 = qint.dequantize %q1 {scales = array<f32: 1.0>}
      : (tensor<1x130xui8>) -> tensor<1x130xf32>
  %q2 = qint.quantize %products {scale = 0.0171673577 : f32, zero_point = 128 : i32, clamp_min = 3 : i32,
      clamp_max = 250 : i32} : (tensor<1x130xf32>) -> tensor<1x130xui8>
  %y2 = qint.dequantize %q2 {scales = array<f32: 1.0>}
      : (tensor<1x130xui8>) -> tensor<1x130xf32>
  %q3 = qint.quantize %products {scale = 1.0e-30 : f32, zero_point = 7 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32} : (tensor<1x130xf32>) -> tensor<1x130xui8>
  %y3 = qint.dequantize %q3 {scales = array<f32: 1.0>}
      : (tensor<1x130xui8>) -> tensor<1x130xf32>
  %q4 = qint.quantize %products {scale = 0.003 : f32, zero_point = 0 : i32, clamp_min = -32767 : i32,
      clamp_max = 32767 : i32} : (tensor<1x130xf32>) -> tensor<1x130xi16>
  %y4 = qint.dequantize %q4 {scales = array<f32: 1.0>}
      : (tensor<1x130xi16>) -> tensor<1x130xf32>
  %q5 = qint.quantize %products {scale = 0.01 : f32, zero_point = 100 : i32, clamp_min = 160 : i32,
      clamp_max = 200 : i32} : (tensor<1x130xf32>) -> tensor<1x130xui8>
  %y5 = qint.dequantize %q5 {scales = array<f32: 1.0>}
      : (tensor<1x130xui8>) -> tensor<1x130xf32>
  return %y0, %y1, %y2, %y3, %y4, %y5
      : tensor<1x130xf32>, tensor<1x130xf32>, tensor<1x130xf32>, tensor<1x130xf32>, tensor<1x130xf32>, tensor<1x130xf32>
}

// RUN: qopt %s -split-input-file --qopt-schedule | FileCheck %s

// The scheduled form of each integer op; placement has a file of its own.

// bias'' = bias - zero_point * sum of weights + 2^(s-1): 10 - 3 * 6 + 4 and, for
// a shift to the left, without rounding term, 20 - 3 * 6. Padding channels hold
// a multiplier and a shift that do no harm.
// CHECK-DAG: @conv_bias : memref<4xi32> = dense<[-4, 2, 0, 0]>
// CHECK-DAG: @conv_multipliers : memref<4xi16> = dense<[20000, 30000, 16384, 16384]>
// CHECK-DAG: @conv_shifts : memref<4xi32> = dense<[3, -2, 0, 0]>
// CHECK-DAG: @conv_weights : memref<1x1x1x4x4xi8> = dense<{{\[\[\[\[\[}}1, 2, 3, 0], [1, 2, 3, 0], [0, 0, 0, 0], [0, 0, 0, 0]]]]]>
// CHECK-LABEL: func.func @conv2d(
// CHECK:         qint.scheduled.conv2d {{.*}} multipliers {{.*}} shifts {{.*}} into
// CHECK-SAME:      clamp_max = 200 : i32, clamp_min = 7 : i32
// CHECK-SAME:      exact_shifts
// CHECK-SAME:      mode = #qint<rescale_mode fixed16>, output_zero_point = 7 : i32
func.func @conv2d(%x: tensor<1x1x8x3xui8>) -> tensor<1x1x8x2xui8> {
  %w = arith.constant dense<[[[[1, 2, 3]]], [[[1, 2, 3]]]]> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<[10, 20]> : tensor<2xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000, 30000], shifts = [3, -2]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x1x8x2xui8> loc("conv")
  return %y : tensor<1x1x8x2xui8>
}

// -----

// 255 * 127 * 2 + 300 is 65070: 15 places to the left just fit; 2 more weights of 4 do not.
// CHECK-LABEL: func.func @exact(
// CHECK:         qint.scheduled.conv2d {{.*}}exact_shifts
// CHECK-NOT:     exact_shifts
// CHECK:         return
func.func @exact(%x: tensor<1x1x8x4xui8>) -> (tensor<1x1x8x1xui8>, tensor<1x1x8x1xui8>) {
  %w = arith.constant dense<[[[[127, 127, 0, 0]]]]> : tensor<1x1x1x4xi8>
  %wider = arith.constant dense<[[[[127, 127, 4, 4]]]]> : tensor<1x1x1x4xi8>
  %b = arith.constant dense<[300]> : tensor<1xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 0 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [-15]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x4xui8>, tensor<1x1x1x4xi8>, tensor<1xi32>) -> tensor<1x1x8x1xui8>
  %z = qint.conv2d %x, %wider, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 0 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [-15]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x4xui8>, tensor<1x1x1x4xi8>, tensor<1xi32>) -> tensor<1x1x8x1xui8>
  return %y, %z : tensor<1x1x8x1xui8>, tensor<1x1x8x1xui8>
}

// -----

// The rounding term of fixed32 belongs to the product: bias'' = 10 - 3 * 6.
// CHECK-DAG: @conv_bias : memref<4xi32> = dense<[-8, 2, 0, 0]>
// CHECK-DAG: @conv_multipliers : memref<4xi32> = dense<[1500000000, 1073741824, 1073741824, 1073741824]>
// CHECK-DAG: @conv_shifts : memref<4xi32> = dense<[40, 33, 31, 31]>
// CHECK-LABEL: func.func @fixed32(
// CHECK:         mode = #qint<rescale_mode fixed32>
func.func @fixed32(%x: tensor<1x1x8x3xui8>) -> tensor<1x1x8x2xui8> {
  %w = arith.constant dense<[[[[1, 2, 3]]], [[[1, 2, 3]]]]> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<[10, 20]> : tensor<2xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed32, multipliers = [1500000000, 1073741824], shifts = [40, 33]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x1x8x2xui8> loc("conv")
  return %y : tensor<1x1x8x2xui8>
}

// -----

// CHECK-DAG: @conv_scales : memref<4xf32> = dense<[5.000000e-01, 5.000000e-01, 1.000000e+00, 1.000000e+00]>
// CHECK-LABEL: func.func @float32(
// CHECK:         qint.scheduled.conv2d {{.*}} scales {{.*}} into
func.func @float32(%x: tensor<1x1x8x3xui8>) -> tensor<1x1x8x2xui8> {
  %w = arith.constant dense<1> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<[10, 20]> : tensor<2xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<float32, scales = [0.5]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x1x8x2xui8> loc("conv")
  return %y : tensor<1x1x8x2xui8>
}

// -----

// Where the dot product takes signed bytes, kernels see a - 128:
// bias'' = 10 - 3 * 6 + 4 + 128 * 6.
module attributes {qint.target = #qint.target<"neondot">} {
// CHECK-DAG: @conv_bias : memref<4xi32> = dense<[764, 764, 0, 0]>
// CHECK-LABEL: func.func @signed_input(
// CHECK:         qint.scheduled.conv2d {{.*}} signed_input
func.func @signed_input(%x: tensor<1x1x8x3xui8>) -> tensor<1x1x8x2xui8> {
  %w = arith.constant dense<[[[[1, 2, 3]]], [[[1, 2, 3]]]]> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<10> : tensor<2xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [3]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x1x8x2xui8> loc("conv")
  return %y : tensor<1x1x8x2xui8>
}
}

// -----

#flat = #qint.function<
  base = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  slope = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
           2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]>

// Function and residual of a 16-bit epilogue; base and slope of a segment lie together.
// CHECK-DAG: @conv_function : memref<256x2xi16> = dense<"0x01000200{{.*}}01000200">
// CHECK-LABEL: func.func @epilogue(
// CHECK-SAME:      memref<1x1x8x3xi8> {{.*}}, %[[R:[a-z0-9]*]]: memref<1x1x8x2xi8> {qopt.element_type = ui8}, %{{.*}} {{.*}}qopt.output
// CHECK:         qint.scheduled.conv2d {{.*}} function {{.*}} residual %[[R]] into
// CHECK-SAME:      fraction_bits = 4 : i32
// CHECK-SAME:      residual_multiplier = 16384 : i32, residual_shift = 9 : i32, residual_zero_point = 5 : i32
func.func @epilogue(%x: tensor<1x1x8x3xui8>, %r: tensor<1x1x8x2xui8>) -> tensor<1x1x8x2xui8> {
  %w = arith.constant dense<1> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<10> : tensor<2xi32>
  %y = qint.conv2d %x, %w, %b residual %r {pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [3]>, fraction_bits = 4 : i32,
      function = #flat,
      residual_zero_point = 5 : i32, residual_multiplier = 16384 : i32, residual_shift = 9 : i32,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x1x8x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>, tensor<1x1x8x2xui8>)
      -> tensor<1x1x8x2xui8> loc("conv")
  return %y : tensor<1x1x8x2xui8>
}

// -----

// 16-bit activations: one word per step, 64-bit accumulators where the bias says.
// CHECK-DAG: @conv_weights : memref<1x1x27x{{[0-9]+}}x1xi8>
// CHECK-DAG: @conv_bias : memref<{{[0-9]+}}xi64>
// CHECK-LABEL: func.func @words(
// CHECK:         linalg.fill ins(%{{.*}} : i16)
// CHECK:         qint.scheduled.conv2d
func.func @words(%x: tensor<1x4x4x3xi16>) -> tensor<1x4x4x2xi16> {
  %w = arith.constant dense<1> : tensor<2x3x3x3xi8>
  %b = arith.constant dense<10> : tensor<2xi64>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>,
      rescale = #qint.rescale<fixed32, multipliers = [20000], shifts = [20]>,
      clamp_min = -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<1x4x4x3xi16>, tensor<2x3x3x3xi8>, tensor<2xi64>) -> tensor<1x4x4x2xi16> loc("conv")
  return %y : tensor<1x4x4x2xi16>
}

// -----

// Runs of one pixel: a dilated kernel (6 bytes are two steps), and groups (of which each has its panels).
// CHECK-DAG: @dilated_weights : memref<1x1x18x4x4xi8>
// CHECK-DAG: @grouped_weights : memref<2x1x9x4x4xi8>
// CHECK-LABEL: func.func @runs(
// CHECK:         dilation = array<i64: 2, 2>
// CHECK:         groups = 2 : i64
func.func @runs(%x: tensor<1x9x9x6xui8>) -> (tensor<1x5x5x3xi32>, tensor<1x7x7x6xi32>) {
  %w0 = arith.constant dense<1> : tensor<3x3x3x6xi8>
  %b0 = arith.constant dense<10> : tensor<3xi32>
  %w1 = arith.constant dense<1> : tensor<6x3x3x3xi8>
  %b1 = arith.constant dense<10> : tensor<6xi32>
  %s = qint.slice %x {start = array<i64: 0, 0, 0, 0>} : (tensor<1x9x9x6xui8>) -> tensor<1x9x9x6xui8>
  %0 = qint.conv2d %s, %w0, %b0 {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 2, 2>}
      : (tensor<1x9x9x6xui8>, tensor<3x3x3x6xi8>, tensor<3xi32>) -> tensor<1x5x5x3xi32> loc("dilated")
  %1 = qint.conv2d %s, %w1, %b1 {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, groups = 2 : i64}
      : (tensor<1x9x9x6xui8>, tensor<6x3x3x3xi8>, tensor<6xi32>) -> tensor<1x7x7x6xi32> loc("grouped")
  return %0, %1 : tensor<1x5x5x3xi32>, tensor<1x7x7x6xi32>
}

// -----

// A convolution of a slice of channels: pixels are apart, so a run is one pixel.
// CHECK-DAG: @sliced_weights : memref<1x1x9x4x4xi8>
// CHECK-LABEL: func.func @channel_slice(
// CHECK:         qint.scheduled.conv2d {{.*}} : (memref<1x9x9x4xi8, strided<[972, 108, 12, 1], offset: 4>>
func.func @channel_slice(%x: tensor<1x9x9x12xui8>) -> tensor<1x7x7x3xi32> {
  %w = arith.constant dense<1> : tensor<3x3x3x4xi8>
  %b = arith.constant dense<10> : tensor<3xi32>
  %t = qint.rescale %x {input_zero_point = 1 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [16384], shifts = [-3]>,
      output_zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<1x9x9x12xui8>) -> tensor<1x9x9x12xui8>
  %s = qint.slice %t {start = array<i64: 0, 0, 0, 4>} : (tensor<1x9x9x12xui8>) -> tensor<1x9x9x4xui8>
  %y = qint.conv2d %s, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x9x9x4xui8>, tensor<3x3x3x4xi8>, tensor<3xi32>) -> tensor<1x7x7x3xi32> loc("sliced")
  return %y : tensor<1x7x7x3xi32>
}

// -----

// Depthwise: rows of weights as wide as whole tiles; two results per channel. Padding that no
// window reaches is none.
// CHECK-DAG: @dw_weights : memref<3x3x8xi8>
// CHECK-DAG: @dw_bias : memref<8xi32> = dense<[-17, -17, -17, -17, -17, -17, 0, 0]>
// CHECK-LABEL: func.func @depthwise(
// CHECK:         %[[HALO:.*]] = memref.alloc() : memref<1x9x9x3xi8>
// CHECK:         qint.scheduled.depthwise_conv2d %[[HALO]]
// CHECK-SAME:      stride = array<i64: 2, 2>
func.func @depthwise(%x: tensor<1x8x8x3xui8>) -> tensor<1x4x4x6xi32> {
  %w = arith.constant dense<1> : tensor<3x3x3x2xi8>
  %b = arith.constant dense<10> : tensor<6xi32>
  %y = qint.depthwise_conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32}
      : (tensor<1x8x8x3xui8>, tensor<3x3x3x2xi8>, tensor<6xi32>) -> tensor<1x4x4x6xi32> loc("dw")
  return %y : tensor<1x4x4x6xi32>
}

// -----

// CHECK-LABEL: func.func @batch_matmul(
// CHECK:         %[[SCRATCH:.*]] = memref.alloc() : memref<{{[0-9]+}}xi8>
// CHECK:         qint.scheduled.batch_matmul {{.*}} scratch %[[SCRATCH]] {{.*}} lhs_zero_point = 3 : i32
// CHECK-SAME:      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [9]>
func.func @batch_matmul(%a: tensor<2x5x8xui8>, %b: tensor<2x8x7xui8>) -> tensor<2x5x7xui8> {
  %y = qint.batch_matmul %a, %b {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [9]>,
      output_zero_point = 7 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<2x5x8xui8>, tensor<2x8x7xui8>) -> tensor<2x5x7xui8>
  return %y : tensor<2x5x7xui8>
}

// -----

// The heads of an attention: queries by rows, keys by columns, where they lie.
// CHECK-LABEL: func.func @heads(
// CHECK-NOT:     linalg.transpose
// CHECK-DAG:     %[[Q:.*]] = memref.reinterpret_cast %{{.*}} sizes: [2, 8, 16], strides: [16, 32, 1]
// CHECK-DAG:     %[[K:.*]] = memref.reinterpret_cast %{{.*}} sizes: [2, 16, 8], strides: [16, 1, 32]
// CHECK:         qint.scheduled.batch_matmul %[[Q]], %[[K]] into
func.func @heads(%a: tensor<1x8x2x16xui8>, %b: tensor<1x8x2x16xui8>) -> tensor<2x8x8xi32> {
  %q = qint.transpose %a {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x8x2x16xui8>) -> tensor<1x2x8x16xui8>
  %k = qint.transpose %b {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x8x2x16xui8>) -> tensor<1x2x16x8xui8>
  %l = qint.reshape %q : (tensor<1x2x8x16xui8>) -> tensor<2x8x16xui8>
  %r = qint.reshape %k : (tensor<1x2x16x8xui8>) -> tensor<2x16x8xui8>
  %y = qint.batch_matmul %l, %r {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32}
      : (tensor<2x8x16xui8>, tensor<2x16x8xui8>) -> tensor<2x8x8xi32>
  return %y : tensor<2x8x8xi32>
}

// -----

// A left matrix by columns, and what is read otherwise too, is transposed.
// CHECK-LABEL: func.func @no_heads(
// CHECK:         linalg.transpose
func.func @no_heads(%a: tensor<1x16x8xui8>, %b: tensor<1x16x8xui8>) -> tensor<1x8x8xi32> {
  %l = qint.transpose %a {permutation = array<i64: 0, 2, 1>} : (tensor<1x16x8xui8>) -> tensor<1x8x16xui8>
  %y = qint.batch_matmul %l, %b {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32}
      : (tensor<1x8x16xui8>, tensor<1x16x8xui8>) -> tensor<1x8x8xi32>
  return %y : tensor<1x8x8xi32>
}

// -----

// add: all constants in one term, 2^9 - 3 * 20000 - 4 * 10000.
// CHECK-LABEL: func.func @add(
// CHECK:         linalg.generic {{.*}} ins({{.*}} : memref<4x6xi8>, memref<6xi8>) outs({{.*}} : memref<4x6xi8>)
// CHECK:           %[[A:.*]] = arith.extui %{{.*}} : i8 to i32
// CHECK:           arith.muli %[[A]], %{{.*}} : i32
// CHECK:           arith.constant -99488 : i32
// CHECK:           arith.shrsi
// CHECK:           arith.maxsi
// CHECK:           arith.minsi
// CHECK:           arith.trunci %{{.*}} : i32 to i8
func.func @add(%a: tensor<4x6xui8>, %b: tensor<1x6xui8>) -> tensor<4x6xui8> {
  %y = qint.add %a, %b {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32,
      lhs_multiplier = 20000 : i32, rhs_multiplier = 10000 : i32, shift = 10 : i32,
      output_zero_point = 5 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<4x6xui8>, tensor<1x6xui8>) -> tensor<4x6xui8>
  return %y : tensor<4x6xui8>
}

// -----

// CHECK-LABEL: func.func @add_float(
// CHECK:         arith.sitofp
// CHECK:         arith.addf
// CHECK:         arith.constant 8.000000e+00 : f32
// CHECK-NEXT:    arith.mulf
// CHECK:         arith.bitcast
func.func @add_float(%a: tensor<24xui8>, %b: tensor<24xui8>) -> tensor<24xui8> {
  %y = qint.add %a, %b {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32,
      scales = array<f32: 0.5, 0.25, 0.125>,
      output_zero_point = 5 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<24xui8>, tensor<24xui8>) -> tensor<24xui8>
  return %y : tensor<24xui8>
}

// -----

// Sums of scaled words take 64 bits; their products fit 32.
// CHECK-LABEL: func.func @words(
// CHECK:         arith.extsi %{{.*}} : i16 to i64
// CHECK:         arith.extsi %{{.*}} : i16 to i32
// CHECK:         arith.muli %{{.*}} : i32
// CHECK:         qint.vector.rescale fixed32
func.func @words(%a: tensor<24xi16>, %b: tensor<24xi16>) -> (tensor<24xi16>, tensor<24xi16>) {
  %y = qint.add %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32,
      lhs_multiplier = 20000 : i32, rhs_multiplier = 10000 : i32, shift = 10 : i32,
      output_zero_point = 0 : i32, clamp_min = -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<24xi16>, tensor<24xi16>) -> tensor<24xi16>
  %z = qint.mul %a, %b {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32,
      rescale = #qint.rescale<fixed32, multipliers = [1500000000], shifts = [40]>,
      output_zero_point = 0 : i32, clamp_min = -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<24xi16>, tensor<24xi16>) -> tensor<24xi16>
  return %y, %z : tensor<24xi16>, tensor<24xi16>
}

// -----

// mul: the rounding term 2^(s-1) of fixed16 is added before the rescale, which knows its
// only shift.
// CHECK-LABEL: func.func @mul(
// CHECK:         arith.muli
// CHECK:         %[[TERM:.*]] = arith.constant 256 : i32
// CHECK:         %[[ACC:.*]] = arith.addi %{{.*}}, %[[TERM]]
// CHECK:         qint.vector.rescale fixed16 %[[ACC]] {{.*}}greatest_shift = 9 : i32, least_shift = 9 : i32
func.func @mul(%a: tensor<24xui8>, %b: tensor<24xui8>) -> tensor<24xui8> {
  %y = qint.mul %a, %b {lhs_zero_point = 3 : i32, rhs_zero_point = 4 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [9]>,
      output_zero_point = 5 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<24xui8>, tensor<24xui8>) -> tensor<24xui8>
  return %y : tensor<24xui8>
}

// -----

// CHECK:       memref.global "private" constant @[[$TABLE:.*]] : memref<256xi8>
// CHECK-LABEL: func.func @table(
// CHECK:         %[[T:.*]] = memref.get_global @[[$TABLE]]
// CHECK:         linalg.generic {{.*}} ins(%{{[^,]*}} : memref<24xi8>)
// CHECK:           qint.vector.lookup %[[T]][%{{.*}}] : memref<256xi8>, i8 -> i8
func.func @table(%a: tensor<4x6xui8>) -> tensor<4x6xui8> {
  %y = qint.table %a {table = dense<7> : tensor<256xui8>} : (tensor<4x6xui8>) -> tensor<4x6xui8>
  return %y : tensor<4x6xui8>
}

// -----

// CHECK-LABEL: func.func @pools(
// CHECK:         qint.scheduled.pool2d max {{.*}} pad = array<i64: 1, 1, 1, 1>
// CHECK:         qint.scheduled.pool2d average {{.*}} input_zero_point = 3 : i32
// CHECK-SAME:      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>
func.func @pools(%a: tensor<1x4x4x6xui8>) -> (tensor<1x2x2x6xui8>, tensor<1x1x1x6xui8>) {
  %x = qint.max_pool2d %a {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>,
      pad = array<i64: 1, 1, 1, 1>} : (tensor<1x4x4x6xui8>) -> tensor<1x2x2x6xui8>
  %y = qint.avg_pool2d %a {kernel = array<i64: 4, 4>, stride = array<i64: 1, 1>,
      pad = array<i64: 0, 0, 0, 0>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>,
      output_zero_point = 5 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<1x4x4x6xui8>) -> tensor<1x1x1x6xui8>
  return %x, %y : tensor<1x2x2x6xui8>, tensor<1x1x1x6xui8>
}

// -----

// Only the dimensions that move are left: [H*W][C] to [C][H*W].
// CHECK-LABEL: func.func @transpose(
// CHECK:         linalg.transpose ins({{.*}} : memref<16x6xi8>) outs({{.*}} : memref<6x16xi8>) permutation = [1, 0]
func.func @transpose(%a: tensor<1x4x4x6xui8>) -> tensor<1x6x4x4xui8> {
  %y = qint.transpose %a {permutation = array<i64: 0, 3, 1, 2>}
      : (tensor<1x4x4x6xui8>) -> tensor<1x6x4x4xui8>
  return %y : tensor<1x6x4x4xui8>
}

// -----

// A transposition of dimensions of 1 moves nothing.
// An image is quantized and stored by channels in one loop.
// CHECK-LABEL: func.func @image(
// CHECK-NOT:     memref.alloc
// CHECK:         linalg.generic {{.*}} ins({{.*}} : memref<3x80xf32>) outs({{.*}} : memref<3x80xi8, strided<[1, 3]>>)
// CHECK-NOT:     linalg.transpose
func.func @image(%x: tensor<1x3x8x10xf32>) -> tensor<1x8x10x3xui8> {
  %q = qint.quantize %x {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<1x3x8x10xf32>) -> tensor<1x3x8x10xui8>
  %y = qint.transpose %q {permutation = array<i64: 0, 2, 3, 1>}
      : (tensor<1x3x8x10xui8>) -> tensor<1x8x10x3xui8>
  return %y : tensor<1x8x10x3xui8>
}

// -----

// Not where the quantized image has other readers, and not with more in front of it.
// CHECK-LABEL: func.func @shared_image(
// CHECK-COUNT-2: linalg.transpose
func.func @shared_image(%x: tensor<1x3x8x10xf32>)
    -> (tensor<1x8x10x3xui8>, tensor<1x3x8x10xui8>, tensor<1x8x10x3xui8>) {
  %q = qint.quantize %x {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<1x3x8x10xf32>) -> tensor<1x3x8x10xui8>
  %y = qint.transpose %q {permutation = array<i64: 0, 2, 3, 1>}
      : (tensor<1x3x8x10xui8>) -> tensor<1x8x10x3xui8>
  %e = tosa.exp %x : (tensor<1x3x8x10xf32>) -> tensor<1x3x8x10xf32>
  %f = qint.quantize %e {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<1x3x8x10xf32>) -> tensor<1x3x8x10xui8>
  %z = qint.transpose %f {permutation = array<i64: 0, 2, 3, 1>}
      : (tensor<1x3x8x10xui8>) -> tensor<1x8x10x3xui8>
  return %y, %q, %z : tensor<1x8x10x3xui8>, tensor<1x3x8x10xui8>, tensor<1x8x10x3xui8>
}

// -----

// What the nearest reciprocal misses is a product of its own, in front of the other; words
// are what the low bits of the sum with 1.5 * 2^23 hold.
// CHECK-LABEL: func.func @quantize(
// CHECK:         %[[NUMBER:.*]] = arith.cmpf ord
// CHECK:         arith.select %[[NUMBER]]
// CHECK:         arith.constant -1.28
// CHECK:         arith.constant 1.27
// CHECK:         arith.cmpf olt
// CHECK-NEXT:    %[[X:.*]] = arith.select
// CHECK-NEXT:    %[[HIGH:.*]] = arith.constant 1.000000e+01 : f32
// CHECK-NEXT:    %[[LOW:.*]] = arith.constant -1.490
// CHECK-NEXT:    %[[REST:.*]] = arith.mulf %[[X]], %[[LOW]]
// CHECK-NEXT:    %[[QUOTIENT:.*]] = math.fma %[[X]], %[[HIGH]], %[[REST]]
// CHECK-NEXT:    %[[INTEGERS:.*]] = arith.constant 0x4B400000 : f32
// CHECK-NEXT:    %[[SUM:.*]] = arith.addf %[[QUOTIENT]], %[[INTEGERS]]
// CHECK-NEXT:    %[[BITS:.*]] = arith.bitcast %[[SUM]] : f32 to i32
// CHECK-NEXT:    %[[STEPS:.*]] = arith.trunci %[[BITS]] : i32 to i8
// CHECK-NEXT:    %[[ZERO_POINT:.*]] = arith.constant -128 : i8
// CHECK-NEXT:    arith.addi %[[STEPS]], %[[ZERO_POINT]]
func.func @quantize(%x: tensor<16xf32>) -> tensor<16xui8> {
  %y = qint.quantize %x {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<16xf32>) -> tensor<16xui8>
  return %y : tensor<16xui8>
}

// -----

// Scales near the ends of the floats are divided by. From 0 on, a comparison takes NaN to it.
// CHECK-LABEL: func.func @quantize_by_division(
// CHECK-NOT:     arith.cmpf ord
// CHECK:         arith.divf
// CHECK:         arith.bitcast
func.func @quantize_by_division(%x: tensor<16xf32>) -> tensor<16xui8> {
  %y = qint.quantize %x {scale = 1.0e-30 : f32, zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<16xf32>) -> tensor<16xui8>
  return %y : tensor<16xui8>
}

// -----

// CHECK-LABEL: func.func @transpose_of_ones(
// CHECK:         linalg.copy ins({{.*}} : memref<6xi8>) outs({{.*}} : memref<6xi8>)
func.func @transpose_of_ones(%a: tensor<1x1x1x6xui8>) -> tensor<1x6x1x1xui8> {
  %y = qint.transpose %a {permutation = array<i64: 0, 3, 1, 2>}
      : (tensor<1x1x1x6xui8>) -> tensor<1x6x1x1xui8>
  return %y : tensor<1x6x1x1xui8>
}

// -----

// CHECK-LABEL: func.func @softmax(
// CHECK:         %[[MAX:.*]] = memref.alloc() : memref<4x1xi8>
// CHECK:         qint.scheduled.reduce max %{{.*}} into %[[MAX]]
// CHECK:         linalg.generic {{.*}} outs({{.*}} : memref<4x10xi32>)
// CHECK:           %[[D:.*]] = arith.subi
// CHECK:           qint.vector.lookup %{{.*}}[%[[D]]] : memref<256xi32>, i8 -> i32
// CHECK:         qint.scheduled.reduce sum
// CHECK:         linalg.generic
// CHECK:           arith.divf %{{.*}} : f64
// CHECK:           arith.minsi
func.func @softmax(%a: tensor<4x10xui8>) -> tensor<4x10xui8> {
  %y = qint.softmax %a {exponentials = array<i32:
      32768, 28918, 25520, 22521, 19875, 17539, 15479, 13660, 12055, 10638, 9388, 8285, 7312,
      6452, 5694, 5025, 4435, 3914, 3454, 3048, 2690, 2374, 2095, 1849, 1631, 1440, 1271, 1121,
      990, 873, 771, 680, 600, 530, 467, 412, 364, 321, 283, 250, 221, 195, 172, 152, 134, 118,
      104, 92, 81, 72, 63, 56, 49, 43, 38, 34, 30, 26, 23, 21, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6,
      5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0>} : (tensor<4x10xui8>) -> tensor<4x10xui8>
  return %y : tensor<4x10xui8>
}

// -----

// Pointwise ops with one user each are one loop: a float island between stored
// values. The per-channel scales of an accumulator are an operand of it.
// CHECK-LABEL: func.func @island(
// CHECK-COUNT-1: linalg.generic {{.*}} ins({{.*}}, {{.*}} : memref<8x3xi32>, memref<3xf32>) outs({{.*}} : memref<8x3xi8>)
// CHECK:           arith.sitofp
// CHECK:           arith.mulf
// CHECK:           math.exp
// CHECK:           arith.bitcast
// CHECK:           linalg.yield
// CHECK-NOT:     linalg.generic
func.func @island(%a: tensor<8x3xi32>) -> tensor<8x3xui8> {
  %x = qint.dequantize %a {scales = array<f32: 0.5, 0.25, 0.125>} : (tensor<8x3xi32>) -> tensor<8x3xf32>
  %e = tosa.exp %x : (tensor<8x3xf32>) -> tensor<8x3xf32>
  %y = qint.quantize %e {scale = 0.5 : f32, zero_point = 3 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32} : (tensor<8x3xf32>) -> tensor<8x3xui8>
  return %y : tensor<8x3xui8>
}

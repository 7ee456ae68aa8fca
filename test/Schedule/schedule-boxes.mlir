// RUN: qopt %s -split-input-file --qopt-schedule | FileCheck %s

// Convolutions are cut where other taps begin to meet the image.

// A kernel of three rows, six apart, meets an image of eight rows: rows 0 and 1 of the output
// meet taps 1 and 2, the next four tap 1, the last two taps 0 and 1. All read the image
// itself; nothing is filled or copied, and the sum and the clamp are still the kernels'.
// Rows of the kernel are parts of the same weights, which are packed once.
// CHECK-LABEL: func.func @partly_dead(
// CHECK-SAME:      %[[X:.*]]: memref<1x8x16x64xf32>, %[[R:.*]]: memref<1x8x16x64xf32>, %[[OUT:.*]]: memref<1x8x16x64xf32>
// CHECK-NOT:     linalg.
// CHECK:         %[[MIDDLE:.*]] = memref.reinterpret_cast %[[X]] to offset: [2048], sizes: [1, 1, 64, 64]
// CHECK:         %[[W:.*]] = memref.get_global @[[NAME:.*]] : memref<1x8x192x8x1xf32>
// CHECK:         %[[W1:.*]] = memref.subview %[[W]][0, 0, 64, 0, 0] [1, 8, 64, 8, 1]
// CHECK:         qint.scheduled.conv2d %[[MIDDLE]], %[[W1]]
// CHECK-SAME:      kernel = array<i64: 1, 1>
// CHECK:         %[[TOP:.*]] = memref.subview %[[OUT]][0, 0, 0, 0] [1, 2, 16, 64]
// CHECK:         %[[RTOP:.*]] = memref.subview %[[R]][0, 0, 0, 0] [1, 2, 16, 64]
// CHECK:         %[[W2:.*]] = memref.subview %[[W]][0, 0, 64, 0, 0] [1, 8, 128, 8, 1]
// CHECK:         qint.scheduled.conv2d %[[X]], %[[W2]], %{{.*}} residual %[[RTOP]] into %[[TOP]]
// CHECK-SAME:      dilation = array<i64: 6, 1>, float_min = 0.000000e+00 : f32, kernel = array<i64: 2, 1>
// CHECK:         %[[BOTTOM:.*]] = memref.subview %[[OUT]][0, 6, 0, 0] [1, 2, 16, 64]
// CHECK:         %[[W3:.*]] = memref.subview %[[W]][0, 0, 0, 0, 0] [1, 8, 128, 8, 1]
// CHECK:         qint.scheduled.conv2d %[[X]], %[[W3]], %{{.*}} residual %{{.*}} into %[[BOTTOM]]
// CHECK-SAME:      kernel = array<i64: 2, 1>
// CHECK-NOT:     linalg.
// CHECK:         return
func.func @partly_dead(%x: tensor<1x8x16x64xf32>, %r: tensor<1x8x16x64xf32>) -> tensor<1x8x16x64xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<64x3x1x64xf32>} : () -> tensor<64x3x1x64xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 6, 6, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 6, 1>}
      : (tensor<1x8x16x64xf32>, tensor<64x3x1x64xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x8x16x64xf32>
  %1 = tosa.add %0, %r : (tensor<1x8x16x64xf32>, tensor<1x8x16x64xf32>) -> tensor<1x8x16x64xf32>
  %2 = tosa.clamp %1 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32}
      : (tensor<1x8x16x64xf32>) -> tensor<1x8x16x64xf32>
  return %2 : tensor<1x8x16x64xf32>
}

// -----

// Taps that never meet the image go, of small layers as well, and the padding goes with them. What
// is left of the weights is in the bias: 10 - 3 * 2, and 20 - 3 * 2.
// CHECK-DAG: @conv_bias : memref<4xi32> = dense<[4, 14, 0, 0]>
// CHECK-LABEL: func.func @dead(
// CHECK-NOT:     linalg.fill
// CHECK:         qint.scheduled.conv2d
// CHECK-SAME:      kernel = array<i64: 1, 1>
// CHECK-NOT:     linalg.fill
// CHECK:         qint.scheduled.depthwise_conv2d
// CHECK-SAME:      kernel = array<i64: 1, 1>
// CHECK-NOT:     qint.scheduled
// CHECK:         return
func.func @dead(%x: tensor<1x4x8x4xui8>) -> tensor<1x4x8x2xi32> {
  %w = arith.constant dense<[[[[9, 9, 9, 9]], [[1, 1, 0, 0]], [[9, 9, 9, 9]]],
                             [[[9, 9, 9, 9]], [[1, 1, 0, 0]], [[9, 9, 9, 9]]]]> : tensor<2x3x1x4xi8>
  %b = arith.constant dense<[10, 20]> : tensor<2xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 5, 5, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 5, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [31]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x4x8x4xui8>, tensor<2x3x1x4xi8>, tensor<2xi32>) -> tensor<1x4x8x2xui8> loc("conv")
  %d = arith.constant dense<1> : tensor<3x1x2x1xi8>
  %y = qint.depthwise_conv2d %0, %d, %b {pad = array<i64: 5, 5, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 5, 1>, input_zero_point = 7 : i32}
      : (tensor<1x4x8x2xui8>, tensor<3x1x2x1xi8>, tensor<2xi32>) -> tensor<1x4x8x2xi32>
  return %y : tensor<1x4x8x2xi32>
}

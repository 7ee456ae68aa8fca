// RUN: qopt %s -split-input-file --qopt-trim-kernels | FileCheck %s

// The first row never meets the image, nor do the outer columns.
// CHECK-LABEL: func @conv2d
// CHECK:         %[[W:.*]] = "tosa.const"() <{values = dense<{{\[\[\[\[}}5.000000e+00]], {{\[\[}}8.000000e+00]]]]> : tensor<1x2x1x1xf32>}>
// CHECK:         tosa.conv2d %{{.*}}, %[[W]], {{.*}} dilation = array<i64: 4, 8>, pad = array<i64: 0, 1, 0, 0>
func.func @conv2d(%x: tensor<1x5x8x1xf32>) -> tensor<1x2x8x1xf32> {
  %w = "tosa.const"() {values = dense<[[[[1.0], [2.0], [3.0]], [[4.0], [5.0], [6.0]], [[7.0], [8.0], [9.0]]]]> : tensor<1x3x3x1xf32>} : () -> tensor<1x3x3x1xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 4, 1, 8, 8>, stride = array<i64: 1, 1>, dilation = array<i64: 4, 8>} : (tensor<1x5x8x1xf32>, tensor<1x3x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x8x1xf32>
  return %0 : tensor<1x2x8x1xf32>
}

// -----

// Weights on a grid, one scale per channel, stay on it.
// CHECK-LABEL: func @depthwise
// CHECK:         %[[W:.*]] = "tosa.const"() <{values = dense<{{\[\[\[\[}}3.000000e+00], [4.000000e+00]]]]> : tensor<1x1x2x1xf32>}>
// CHECK:         %[[Q:.*]] = calib.fake_quant %[[W]] to !quant.uniform<i8<-127:127>:f32:2, {5.000000e-01,1.000000e+00}> : tensor<1x1x2x1xf32>
// CHECK:         tosa.depthwise_conv2d %{{.*}}, %[[Q]], {{.*}} pad = array<i64: 0, 0, 0, 0>
func.func @depthwise(%x: tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32> {
  %w = "tosa.const"() {values = dense<[[[[1.0], [2.0]]], [[[3.0], [4.0]]], [[[5.0], [6.0]]]]> : tensor<3x1x2x1xf32>} : () -> tensor<3x1x2x1xf32>
  %q = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:2, {0.5, 1.0}> : tensor<3x1x2x1xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.depthwise_conv2d %x, %q, %b, %z, %z {acc_type = f32, pad = array<i64: 6, 6, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 6, 1>} : (tensor<1x6x6x2xf32>, tensor<3x1x2x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  return %0 : tensor<1x6x6x2xf32>
}

// -----

// Left alone: rows that some output meets, computed weights, and rows of which what is left
// would read a part of the image.
// CHECK-LABEL: func @stays
// CHECK-COUNT-2: tensor<1x3x1x1xf32>, tensor<1xf32>
// CHECK:         tensor<1x3x1x1xf32>, tensor<1xf32>
// CHECK-NOT:     1x1x1x1
func.func @stays(%x: tensor<1x6x1x1xf32>, %computed: tensor<1x3x1x1xf32>) -> (tensor<1x6x1x1xf32>, tensor<1x6x1x1xf32>, tensor<1x3x1x1xf32>) {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x3x1x1xf32>} : () -> tensor<1x3x1x1xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 5, 5, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 5, 1>} : (tensor<1x6x1x1xf32>, tensor<1x3x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x1x1xf32>
  %1 = tosa.conv2d %x, %computed, %b, %z, %z {acc_type = f32, pad = array<i64: 6, 6, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 6, 1>} : (tensor<1x6x1x1xf32>, tensor<1x3x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x1x1xf32>
  %2 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 7, 6, 0, 0>, stride = array<i64: 2, 1>, dilation = array<i64: 7, 1>} : (tensor<1x6x1x1xf32>, tensor<1x3x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x3x1x1xf32>
  return %0, %1, %2 : tensor<1x6x1x1xf32>, tensor<1x6x1x1xf32>, tensor<1x3x1x1xf32>
}

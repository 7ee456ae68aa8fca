// RUN: qopt %s -split-input-file --qopt-fake-quantize | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-fake-quantize=bias-correction=false | FileCheck %s --check-prefix=PLAIN
// RUN: qopt %s -split-input-file --qopt-fake-quantize=weight-bits=4 | FileCheck %s --check-prefix=FOUR
// RUN: qopt %s -split-input-file --qopt-fake-quantize=activation-bits=16 | FileCheck %s --check-prefix=WIDE

// Scale 2/127 in channel 0: 0.6 becomes 38 * 2/127, which is 0.0015748 too small;
// times the mean 4 of its input channel that is 0.0062992 more bias. Channel 1
// is exact.
// CHECK-LABEL: func @weights_and_bias
// PLAIN-LABEL: func @weights_and_bias
// FOUR-LABEL: func @weights_and_bias
// WIDE-LABEL: func @weights_and_bias
func.func @weights_and_bias(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  // CHECK:     %[[X:.*]] = calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00:10>
  // CHECK:     %[[W:.*]] = calib.fake_quant %{{.*}} to !quant.uniform<i8<-127:127>:f32:0, {0.015748031437397003,1.000000e+00}>
  // CHECK:     %[[B:.*]] = "tosa.const"() <{values = dense<[1.006299{{[0-9]+}}, -2.000000e+00]>
  // CHECK:     tosa.conv2d %[[X]], %[[W]], %[[B]]
  // PLAIN:     "tosa.const"() <{values = dense<[1.000000e+00, -2.000000e+00]>
  // PLAIN-NOT: dense<[1.006
  // FOUR:      calib.fake_quant %{{.*}} to !quant.uniform<i4<-7:7>:f32:0, {0.28571429848670959,18.142856597900391}>
  // WIDE:      calib.fake_quant %{{.*}} to !quant.uniform<i16<-32767:32767>:f32, 0.014954069629311562>
  %a = calib.annotate %x, "x" in <-20.0, 490.0> means [3.0, 4.0] : tensor<1x4x4x2xf32>
  %w = "tosa.const"() {values = dense<[[[[2.0, 0.6]]], [[[127.0, -5.0]]]]> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<[1.0, -2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %c : tensor<1x4x4x2xf32>
}

// -----

// Of the four output positions two see the first tap on padding: its error
// 0.6 - 76 * 1/127 = 0.0015748 counts half, times the mean 8.
// CHECK-LABEL: func @taps_on_padding
func.func @taps_on_padding(%x: tensor<1x1x4x1xf32>) -> tensor<1x1x4x1xf32> {
  // CHECK: "tosa.const"() <{values = dense<0.006299{{[0-9]+}}> : tensor<1xf32>}>
  %a = calib.annotate %x, "x" in <0.0, 255.0> means [8.0] : tensor<1x1x4x1xf32>
  %w = "tosa.const"() {values = dense<[[[[0.6], [1.0]]]]> : tensor<1x1x2x1xf32>} : () -> tensor<1x1x2x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,2,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,2>} : (tensor<1x1x4x1xf32>, tensor<1x1x2x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x4x1xf32>
  return %c : tensor<1x1x4x1xf32>
}

// -----

// Values that are joined share one grid, from the union of their ranges.
// CHECK-LABEL: func @concat
func.func @concat(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x8xf32> {
  // CHECK-COUNT-2: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00:5>
  %a = calib.annotate %x, "x" in <-10.0, 20.0> : tensor<1x4xf32>
  %b = calib.annotate %y, "y" in <0.0, 500.0> : tensor<1x4xf32>
  %c = tosa.concat %a, %b {axis = 1 : i32} : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x8xf32>
  return %c : tensor<1x8xf32>
}

// -----

!q = !quant.uniform<u8:f32, 5.0e-01:7>

// A grid that the model brought along is the grid of all that are joined to it.
// CHECK-LABEL: func @concat_with_imported_grid
func.func @concat_with_imported_grid(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x8xf32> {
  // CHECK-COUNT-2: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 5.000000e-01:7>
  %a = calib.annotate %x, "x" in <-10.0, 20.0> : tensor<1x4xf32>
  %b = calib.fake_quant %y to !q : tensor<1x4xf32>
  %c = tosa.concat %a, %b {axis = 1 : i32} : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x8xf32>
  return %c : tensor<1x8xf32>
}

// -----

// The larger end of an epilogue's range is 2^14 steps; means leave no trace.
// In a program of 16 bits the value is stored.
// CHECK-LABEL: func @epilogue_and_means
// WIDE-LABEL: func @epilogue_and_means
func.func @epilogue_and_means(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // CHECK:     %[[E:.*]] = calib.fake_quant %{{.*}} to !quant.uniform<i16<-32767:32767>:f32, 2.44140625E-4>
  // CHECK:     return %[[E]]
  // WIDE:      calib.fake_quant %{{.*}} to !quant.uniform<i16<-32767:32767>:f32, 1.2207403779029846E-4>
  %a = calib.annotate epilogue %x, "x" in <-1.0, 4.0> : tensor<1x4xf32>
  %b = calib.annotate mean_only %a, "m" in <-1.0, 4.0> means [0.0, 1.0, 2.0, 3.0] : tensor<1x4xf32>
  return %b : tensor<1x4xf32>
}

// -----

// Ranges contain 0; one that is nothing but 0 has scale 1.
// CHECK-LABEL: func @ranges
func.func @ranges(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00>
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00:255>
  %a = calib.annotate %x, "zero" in <0.0, 0.0> : tensor<4xf32>
  %b = calib.annotate %x, "positive" in <500.0, 510.0> : tensor<4xf32>
  %c = calib.annotate %x, "negative" in <-510.0, -500.0> : tensor<4xf32>
  return %a, %b, %c : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// Output channel n = c * 2 + m has a scale of its own, though two dimensions of
// the weights index it.
// CHECK-LABEL: func @depthwise
func.func @depthwise(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x4xf32> {
  // CHECK: %[[C:.*]] = "tosa.const"() <{values = dense<{{\[\[\[}}1.270000e+02, 2.540000e+02, 3.810000e+02, 5.080000e+02]]]> : tensor<1x1x4xf32>}>
  // CHECK: %[[Q:.*]] = calib.fake_quant %[[C]] to !quant.uniform<i8<-127:127>:f32:2, {1.000000e+00,2.000000e+00,3.000000e+00,4.000000e+00}>
  // CHECK: %[[R:.*]] = tosa.reshape %[[Q]], %{{.*}} -> tensor<1x1x2x2xf32>
  // CHECK: tosa.depthwise_conv2d %{{.*}}, %[[R]]
  %a = calib.annotate %x, "x" in <0.0, 1.0> : tensor<1x1x1x2xf32>
  %w = "tosa.const"() {values = dense<[[[[127.0, 254.0], [381.0, 508.0]]]]> : tensor<1x1x2x2xf32>} : () -> tensor<1x1x2x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.depthwise_conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<1x1x2x2xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x4xf32>
  return %c : tensor<1x1x1x4xf32>
}

// -----

// Must not fire: weights on a grid of the model keep it, and their bias.
// CHECK-LABEL: func @imported_weights
func.func @imported_weights(%x: tensor<1x4x4x1xf32>) -> tensor<1x4x4x2xf32> {
  // CHECK:     calib.fake_quant %{{.*}} to !quant.uniform<i8:f32, 5.000000e-01>
  // CHECK-NOT: calib.fake_quant
  // CHECK:     dense<4.000000e+00>
  %a = calib.annotate %x, "x" in <0.0, 1.0> means [3.0] : tensor<1x4x4x1xf32>
  %w = "tosa.const"() {values = dense<0.6> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %q = calib.fake_quant %w to !quant.uniform<i8:f32, 0.5> : tensor<2x1x1x1xf32>
  %b = "tosa.const"() {values = dense<4.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %q, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %c : tensor<1x4x4x2xf32>
}

// -----

// Channel 0: a bias of 2^31 steps needs the scale 2^-20 * 2^31 / 2^30 instead of
// 2^-20. Channel 1 has no weights, so its bias alone gives the scale; channel 2
// has nothing at all.
// CHECK-LABEL: func @bias_that_does_not_fit
func.func @bias_that_does_not_fit(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x3xf32> {
  // CHECK: !quant.uniform<i8<-127:127>:f32:0, {1.9073486328125E-6,9.31322574615478{{.*}}E-10,1.000000e+00}>
  %a = calib.annotate %x, "x" in <0.0, 255.0> : tensor<1x1x1x1xf32>
  %w = "tosa.const"() {values = dense<[[[[1.2111663818359375e-4]]], [[[0.0]]], [[[0.0]]]]> : tensor<3x1x1x1xf32>} : () -> tensor<3x1x1x1xf32>
  %b = "tosa.const"() {values = dense<[2048.0, 1.0, 0.0]> : tensor<3xf32>} : () -> tensor<3xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<3x1x1x1xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x3xf32>
  return %c : tensor<1x1x1x3xf32>
}

// -----

// The sum's own range asks for scale 1/255; an operand with scale 16 needs 2.
// CHECK-LABEL: func @sum_of_a_wide_operand
func.func @sum_of_a_wide_operand(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.600000e+01:128>
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.600000e+01:128>
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.00000{{.*}}>
  %a = calib.annotate %x, "x" in <-2048.0, 2032.0> : tensor<1x4xf32>
  %b = calib.annotate %y, "y" in <-2048.0, 2032.0> : tensor<1x4xf32>
  %s = tosa.add %a, %b : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %c = calib.annotate %s, "sum" in <0.0, 1.0> : tensor<1x4xf32>
  return %c : tensor<1x4xf32>
}

// -----

// Softmax has a grid of its own, whatever its range.
// CHECK-LABEL: func @softmax
func.func @softmax(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  // CHECK: tosa.mul
  // CHECK: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 3.906250e-03>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %a = calib.annotate %x, "x" in <0.0, 1.0> : tensor<1x2xf32>
  %m = tosa.reduce_max %a {axis = 1 : i32} : (tensor<1x2xf32>) -> tensor<1x1xf32>
  %d = tosa.sub %a, %m : (tensor<1x2xf32>, tensor<1x1xf32>) -> tensor<1x2xf32>
  %e = tosa.exp %d : (tensor<1x2xf32>) -> tensor<1x2xf32>
  %s = tosa.reduce_sum %e {axis = 1 : i32} : (tensor<1x2xf32>) -> tensor<1x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x1xf32>) -> tensor<1x1xf32>
  %y = tosa.mul %e, %r, %i : (tensor<1x2xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<1x2xf32>
  %o = calib.annotate %y, "softmax" in <0.1, 0.9> : tensor<1x2xf32>
  return %o : tensor<1x2xf32>
}

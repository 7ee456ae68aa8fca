// RUN: qopt %s -split-input-file --qopt-integerize | FileCheck %s

!u8 = !quant.uniform<u8:f32, 5.0e-01:10>
!out = !quant.uniform<u8:f32, 4.0:20>

// Bias 3 / (0.5 * 0.25) = 24, M = 0.5 * 0.25 / 4 = 2^-5; 0 and 20.0 are 20 and
// 25 on the result's grid.
// CHECK-LABEL: func @convolution
// CHECK-SAME:    %[[X:.*]]: tensor<1x4x4x2xf32>
func.func @convolution(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  // CHECK:     %[[Q:.*]] = qint.quantize %[[X]] {clamp_max = 255 : i32, clamp_min = 0 : i32, scale = 5.000000e-01 : f32, zero_point = 10 : i32}
  // CHECK:     %[[W:.*]] = arith.constant dense<{{\[\[\[\[}}1, -2]]], {{\[\[\[}}3, 4]]]]> : tensor<2x1x1x2xi8>
  // CHECK:     %[[B:.*]] = arith.constant dense<[24, -8]> : tensor<2xi32>
  // CHECK:     %[[C:.*]] = qint.conv2d %[[Q]], %[[W]], %[[B]] {clamp_max = 25 : i32, clamp_min = 20 : i32,
  // CHECK-SAME:  input_zero_point = 10 : i32, output_zero_point = 20 : i32
  // CHECK-SAME:  rescale = #qint.rescale<fixed16, multipliers = [16384, 16384], shifts = [-2, -1]>
  // CHECK:     %[[Y:.*]] = qint.dequantize %[[C]] {scales = array<f32: 4.000000e+00>, zero_point = 20 : i32}
  // CHECK:     return %[[Y]]
  %w = "tosa.const"() {values = dense<[[[[0.25, -0.5]]], [[[0.375, 0.5]]]]> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<[3.0, -0.5]> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x4x4x2xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.25,0.125}> : tensor<2x1x1x2xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  %r = tosa.clamp %c {min_val = 0.0 : f32, max_val = 20.0 : f32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  %y = calib.fake_quant %r to !out : tensor<1x4x4x2xf32>
  return %y : tensor<1x4x4x2xf32>
}

// -----

!s8 = !quant.uniform<i8:f32, 5.0e-01:-10>

// Signed bytes are relabelled: 128 more for the zero point. A result without a
// grid is read from the accumulator, with a scale per channel.
// CHECK-LABEL: func @signed_grid_and_float_result
func.func @signed_grid_and_float_result(%x: tensor<1x1x1x2xf32>) -> tensor<1x2xf32> {
  // CHECK: qint.quantize %{{.*}} zero_point = 118 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xui8>
  // CHECK: %[[ACC:.*]] = qint.conv2d {{.*}} input_zero_point = 118 : i32{{.*}} -> tensor<1x1x1x2xi32>
  // CHECK: %[[F:.*]] = qint.dequantize %[[ACC]] {scales = array<f32: 1.250000e-01, 6.250000e-02>}
  // CHECK: %[[Y:.*]] = tosa.reshape %[[F]]
  // CHECK: return %[[Y]]
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %s = tosa.const_shape {values = dense<[1, 2]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %q = calib.fake_quant %x to !s8 : tensor<1x1x1x2xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.25,0.125}> : tensor<2x1x1x2xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %y = tosa.reshape %c, %s : (tensor<1x1x1x2xf32>, !tosa.shape<2>) -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// Weights of a grid with a zero point: the integers less the zero point.
// CHECK-LABEL: func @asymmetric_weights
func.func @asymmetric_weights(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32> {
  // CHECK: arith.constant dense<{{\[\[\[\[}}2, -1]]]]> : tensor<1x1x1x2xi8>
  %w = "tosa.const"() {values = dense<[[[[2.0, -1.0]]]]> : tensor<1x1x1x2xf32>} : () -> tensor<1x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x2xf32>
  %qw = calib.fake_quant %w to !quant.uniform<u8:f32, 1.0:100> : tensor<1x1x1x2xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>
!half = !quant.uniform<u8:f32, 0.5:128>
!e = !quant.uniform<i16<-32767:32767>:f32, 1.0e-3>

// relu(conv(x) + x) in one epilogue: the residual has 2 output steps per step,
// which is 2^14 * 2^-8 with 5 fraction bits.
// CHECK-LABEL: func @residual
func.func @residual(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  // CHECK:     %[[Q:.*]] = qint.quantize
  // CHECK:     qint.conv2d %[[Q]], %{{.*}}, %{{.*}} residual %[[Q]]
  // CHECK-SAME: clamp_max = 255 : i32, clamp_min = 128 : i32
  // CHECK-SAME: residual_multiplier = 16384 : i32, residual_shift = 8 : i32
  // CHECK-NOT: qint.add
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %e = calib.fake_quant %c to !e : tensor<1x1x1x1xf32>
  %s = tosa.add %e, %q : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %r = tosa.clamp %s {min_val = 0.0 : f32, max_val = 0x7F800000 : f32} : (tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = calib.fake_quant %r to !half : tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>
!fine = !quant.uniform<u8:f32, 0.0625>

// A residual with 16 output steps per step reaches 4080 of them: with 3 fraction
// bits it fits 16 bits, with 5 it would saturate and could come back.
// CHECK-LABEL: func @residual_of_long_reach
func.func @residual_of_long_reach(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  // CHECK: qint.conv2d {{.*}} fraction_bits = 3 : i32
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %s = tosa.add %c, %q : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = calib.fake_quant %s to !fine : tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0:2>
!e = !quant.uniform<i16<-32767:32767>:f32, 6.103515625E-5>

// A function of an accumulator, with the range [-1, 1] for its argument: 256
// segments. The table of the other reader is not needed.
// CHECK-LABEL: func @function
func.func @function(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  // CHECK: qint.conv2d {{.*}} function = #qint.function<base = [{{(-?[0-9]+, ){255}-?[0-9]+}}], slope = [{{(-?[0-9]+, ){255}-?[0-9]+}}]>
  // CHECK-NOT: tosa
  // CHECK-NOT: qint.table
  %w = "tosa.const"() {values = dense<0.01> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.01}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %e = calib.fake_quant %c to !e : tensor<1x1x1x1xf32>
  %t = tosa.tanh %e : (tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = calib.fake_quant %t to !quant.uniform<u8:f32, 0.0078125:128> : tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0:1>
!out = !quant.uniform<u8:f32, 1.0>

// |x| of a stored value: table entry q is |q - 1|.
// CHECK-LABEL: func @table
func.func @table(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: qint.table %{{.*}} {table = dense<"0x01000102030405
  %q = calib.fake_quant %x to !u8 : tensor<4xf32>
  %a = tosa.abs %q : (tensor<4xf32>) -> tensor<4xf32>
  %y = calib.fake_quant %a to !out : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 0.5:10>
!v8 = !quant.uniform<u8:f32, 0.25:20>
!out = !quant.uniform<u8:f32, 1.0:30>

// 0.5 and 0.25 of the output step over the shift 16.
// CHECK-LABEL: func @add
func.func @add(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: qint.add %{{.*}} {clamp_max = 36 : i32, clamp_min = 30 : i32, lhs_multiplier = 16384 : i32, lhs_zero_point = 10 : i32, output_zero_point = 30 : i32, rhs_multiplier = 8192 : i32, rhs_zero_point = 20 : i32, shift = 15 : i32}
  %a = calib.fake_quant %x to !u8 : tensor<4xf32>
  %b = calib.fake_quant %y to !v8 : tensor<4xf32>
  %s = tosa.add %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %r = tosa.clamp %s {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  %o = calib.fake_quant %r to !out : tensor<4xf32>
  return %o : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 0.5:10>
!out = !quant.uniform<u8:f32, 1.0:30>

// x - y adds the mirrored y, whose zero point is 255 - 10.
// CHECK-LABEL: func @subtract
func.func @subtract(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: %[[X:.*]] = qint.quantize %arg0
  // CHECK: %[[Y:.*]] = qint.quantize %arg1
  // CHECK: %[[N:.*]] = qint.table %[[Y]] {table = dense<"0xFFFEFDFC
  // CHECK: qint.add %[[X]], %[[N]] {{.*}} rhs_zero_point = 245 : i32
  %a = calib.fake_quant %x to !u8 : tensor<4xf32>
  %b = calib.fake_quant %y to !u8 : tensor<4xf32>
  %s = tosa.sub %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %o = calib.fake_quant %s to !out : tensor<4xf32>
  return %o : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 0.5:10>
!out = !quant.uniform<u8:f32, 1.0:30>

// A constant that is no single value is stored on a grid of its own range.
// CHECK-LABEL: func @constant_operand
func.func @constant_operand(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  // CHECK: %[[C:.*]] = arith.constant dense<{{\[\[}}0, 255]]> : tensor<1x2xui8>
  // CHECK: qint.mul %{{.*}}, %[[C]] {{.*}} rhs_zero_point = 85 : i32
  %c = "tosa.const"() {values = dense<[[-85.0, 170.0]]> : tensor<1x2xf32>} : () -> tensor<1x2xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %a = calib.fake_quant %x to !u8 : tensor<1x2xf32>
  %s = tosa.mul %a, %c, %i : (tensor<1x2xf32>, tensor<1x2xf32>, tensor<1xi8>) -> tensor<1x2xf32>
  %o = calib.fake_quant %s to !out : tensor<1x2xf32>
  return %o : tensor<1x2xf32>
}

// -----

!a = !quant.uniform<u8:f32, 1.0>
!b = !quant.uniform<u8:f32, 2.0>

// Operands of a concat go to its grid; the one that is on it stays.
// CHECK-LABEL: func @concat
func.func @concat(%x: tensor<1x2xf32>, %y: tensor<1x2xf32>) -> tensor<1x4xf32> {
  // CHECK: %[[A:.*]] = qint.quantize %arg0
  // CHECK: %[[B:.*]] = qint.quantize %arg1
  // CHECK: %[[T:.*]] = qint.table %[[A]] {table = dense<"0x000001020202030404
  // CHECK: qint.concat %[[T]], %[[B]] {axis = 1 : i64}
  %p = calib.fake_quant %x to !a : tensor<1x2xf32>
  %q = calib.fake_quant %y to !b : tensor<1x2xf32>
  %c = tosa.concat %p, %q {axis = 1 : i32} : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x4xf32>
  %o = calib.fake_quant %c to !b : tensor<1x4xf32>
  return %o : tensor<1x4xf32>
}

// -----

!a = !quant.uniform<u8:f32, 1.0:7>

// Data movement keeps the grid; padding with 0 is the zero point.
// CHECK-LABEL: func @data_movement
func.func @data_movement(%x: tensor<1x4x4x2xf32>) -> tensor<1x2x3x2xf32> {
  // CHECK: qint.pad %{{.*}} {high = array<i64: 0, 0, 2, 0>, low = array<i64: 0, 1, 0, 0>, value = 7 : i32}
  // CHECK: qint.max_pool2d %{{.*}} {kernel = array<i64: 2, 2>, pad = array<i64: 1, 0, 0, 0>, stride = array<i64: 2, 2>}
  // CHECK: qint.transpose %{{.*}} {permutation = array<i64: 0, 2, 1, 3>}
  // CHECK: qint.slice %{{.*}} {start = array<i64: 0, 1, 0, 0>}
  // CHECK: qint.dequantize %{{.*}} zero_point = 7 : i32
  %p = tosa.const_shape {values = dense<[0, 0, 1, 0, 0, 2, 0, 0]> : tensor<8xindex>} : () -> !tosa.shape<8>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %start = tosa.const_shape {values = dense<[0, 1, 0, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %size = tosa.const_shape {values = dense<[1, 2, 3, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %q = calib.fake_quant %x to !a : tensor<1x4x4x2xf32>
  %0 = tosa.pad %q, %p, %z : (tensor<1x4x4x2xf32>, !tosa.shape<8>, tensor<1xf32>) -> tensor<1x5x6x2xf32>
  %1 = tosa.max_pool2d %0 {kernel = array<i64: 2,2>, stride = array<i64: 2,2>, pad = array<i64: 1,0,0,0>} : (tensor<1x5x6x2xf32>) -> tensor<1x3x3x2xf32>
  %2 = tosa.transpose %1 {perms = array<i32: 0, 2, 1, 3>} : (tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %3 = tosa.slice %2, %start, %size : (tensor<1x3x3x2xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x2x3x2xf32>
  return %3 : tensor<1x2x3x2xf32>
}

// -----

!a = !quant.uniform<u8:f32, 1.0:7>
!b = !quant.uniform<u8:f32, 1.0:8>

// A window that meets padding has 1 to 4 positions: a factor for each.
// CHECK-LABEL: func @average
func.func @average(%x: tensor<1x3x3x2xf32>) -> tensor<1x2x2x2xf32> {
  // CHECK: qint.avg_pool2d {{.*}} rescale = #qint.rescale<fixed16, multipliers = [16384, 16384, 21845, 16384], shifts = [-7, -6, -5, -5]>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !a : tensor<1x3x3x2xf32>
  %0 = tosa.avg_pool2d %q, %z, %z {acc_type = f32, kernel = array<i64: 2,2>, stride = array<i64: 2,2>, pad = array<i64: 1,0,1,0>} : (tensor<1x3x3x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2x2xf32>
  %1 = calib.fake_quant %0 to !b : tensor<1x2x2x2xf32>
  return %1 : tensor<1x2x2x2xf32>
}

// -----

!a = !quant.uniform<u8:f32, 0.5:3>

// A mean that is wanted in float is read from the sum: 0.5 / 4.
// CHECK-LABEL: func @average_in_float
func.func @average_in_float(%x: tensor<1x4x4x2xf32>) -> tensor<1x2x2x2xf32> {
  // CHECK: %[[SUM:.*]] = qint.avg_pool2d {{.*}} {input_zero_point = 3 : i32, kernel = array<i64: 2, 2>, {{.*}}} : (tensor<1x4x4x2xui8>) -> tensor<1x2x2x2xi32>
  // CHECK: qint.dequantize %[[SUM]] {scales = array<f32: 1.250000e-01>} : (tensor<1x2x2x2xi32>) -> tensor<1x2x2x2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !a : tensor<1x4x4x2xf32>
  %0 = tosa.avg_pool2d %q, %z, %z {acc_type = f32, kernel = array<i64: 2,2>, stride = array<i64: 2,2>, pad = array<i64: 0,0,0,0>} : (tensor<1x4x4x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2x2xf32>
  return %0 : tensor<1x2x2x2xf32>
}

// -----

!w = !quant.uniform<i16<-32767:32767>:f32, 1.0e-03>

// 16 bits: 600 weights of 127 and activations of 32767 need 64-bit sums.
// CHECK-LABEL: func @sixteen_bits
func.func @sixteen_bits(%x: tensor<1x1x1x600xf32>, %y: tensor<1x1x1x2xf32>) -> (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) {
  // CHECK: qint.conv2d {{.*}} rescale = #qint.rescale<fixed32, multipliers = [16384], shifts = [21]>{{.*}} (tensor<1x1x1x600xi16>, tensor<1x1x1x600xi8>, tensor<1xi64>) -> tensor<1x1x1x1xi16>
  // CHECK: qint.conv2d {{.*}} rescale = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [37]>{{.*}} (tensor<1x1x1x2xi16>, tensor<1x1x1x2xi8>, tensor<1xi32>) -> tensor<1x1x1x1xi16>
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x600xf32>} : () -> tensor<1x1x1x600xf32>
  %v = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x2xf32>} : () -> tensor<1x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !w : tensor<1x1x1x600xf32>
  %r = calib.fake_quant %y to !w : tensor<1x1x1x2xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.0078125}> : tensor<1x1x1x600xf32>
  %qv = calib.fake_quant %v to !quant.uniform<i8<-127:127>:f32:0, {0.0078125}> : tensor<1x1x1x2xf32>
  %0 = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x600xf32>, tensor<1x1x1x600xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %1 = tosa.conv2d %r, %qv, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %2 = calib.fake_quant %0 to !w : tensor<1x1x1x1xf32>
  %3 = calib.fake_quant %1 to !w : tensor<1x1x1x1xf32>
  return %2, %3 : tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// An op without an integer form works on floats between two grids.
// CHECK-LABEL: func @island
func.func @island(%x: tensor<1x4xf32>) -> tensor<1x1xf32> {
  // CHECK: %[[F:.*]] = qint.dequantize
  // CHECK: %[[S:.*]] = tosa.reduce_sum %[[F]]
  // CHECK: qint.quantize %[[S]]
  %q = calib.fake_quant %x to !u8 : tensor<1x4xf32>
  %s = tosa.reduce_sum %q {axis = 1 : i32} : (tensor<1x4xf32>) -> tensor<1x1xf32>
  %o = calib.fake_quant %s to !u8 : tensor<1x1xf32>
  return %o : tensor<1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 5.0e-01:10>
!v8 = !quant.uniform<u8:f32, 2.5e-01:20>

// A product of two activations whose result is on no grid: its sums are read in
// float, with the product of both scales.
// CHECK-LABEL: func @product_in_float
func.func @product_in_float(%x: tensor<1x2x3xf32>, %y: tensor<1x3x2xf32>) -> tensor<1x2x2xf32> {
  // CHECK: %[[S:.*]] = qint.batch_matmul %{{.*}}, %{{.*}} {lhs_zero_point = 10 : i32, rhs_zero_point = 20 : i32} : {{.*}} -> tensor<1x2x2xi32>
  // CHECK: %[[F:.*]] = qint.dequantize %[[S]] {scales = array<f32: 1.250000e-01>}
  // CHECK: %[[E:.*]] = tosa.exp %[[F]]
  // CHECK: return %[[E]]
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %a = calib.fake_quant %x to !u8 : tensor<1x2x3xf32>
  %b = calib.fake_quant %y to !v8 : tensor<1x3x2xf32>
  %s = tosa.matmul %a, %b, %z, %z : (tensor<1x2x3xf32>, tensor<1x3x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  %e = tosa.exp %s : (tensor<1x2x2xf32>) -> tensor<1x2x2xf32>
  return %e : tensor<1x2x2xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 5.0e-01:10>

// One operand is on no grid: the product stays in float.
// CHECK-LABEL: func @product_of_floats
func.func @product_of_floats(%x: tensor<1x2x3xf32>, %y: tensor<1x3x2xf32>) -> tensor<1x2x2xf32> {
  // CHECK-NOT: qint.batch_matmul
  // CHECK:     tosa.matmul
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %a = calib.fake_quant %x to !u8 : tensor<1x2x3xf32>
  %s = tosa.matmul %a, %y, %z, %z : (tensor<1x2x3xf32>, tensor<1x3x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  return %s : tensor<1x2x2xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// A transposed convolution that is read in float: what its padding cuts off is cut off
// the accumulator.
// CHECK-LABEL: func @transposed_accumulator
// CHECK: qint.conv2d {{.*}} -> tensor<1x3x3x8xi32>
// CHECK: %[[S:.*]] = qint.slice {{.*}} : (tensor<1x6x6x2xi32>) -> tensor<1x4x4x2xi32>
// CHECK: qint.dequantize %[[S]]
func.func @transposed_accumulator(%x: tensor<1x2x2x3xf32>) -> tensor<1x4x4x2xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<2x4x4x3xf32>} : () -> tensor<2x4x4x3xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x2x2x3xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0, 1.0}> : tensor<2x4x4x3xf32>
  %c = tosa.transpose_conv2d %q, %qw, %b, %z, %z {acc_type = f32, out_pad = array<i64: -1, -1, -1, -1>, stride = array<i64: 2, 2>}
      : (tensor<1x2x2x3xf32>, tensor<2x4x4x3xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %c : tensor<1x4x4x2xf32>
}

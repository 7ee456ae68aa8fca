// RUN: qopt %s -split-input-file --qopt-integerize --remarks-filter=qopt-integerize --remark-policy=all --remark-format=emitRemark -o /dev/null 2>&1 | FileCheck %s

!u8 = !quant.uniform<u8:f32, 1.0>

// CHECK: [Missed] float{{.*}}'tosa.maximum' stays in float: has no integer form on two stored operands
func.func @two_operands(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %a = calib.fake_quant %x to !u8 : tensor<4xf32>
  %b = calib.fake_quant %y to !u8 : tensor<4xf32>
  %s = tosa.maximum %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %o = calib.fake_quant %s to !u8 : tensor<4xf32>
  return %o : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// CHECK: [Missed] float{{.*}}'tosa.conv2d' stays in float: its weights have no grid
func.func @weights_without_grid(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// CHECK: [Missed] float{{.*}}'tosa.conv2d' stays in float: a weight less its zero point does not fit 8 bits; use symmetric weights
func.func @wide_weights(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<200.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<u8:f32, 1.0:10> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// The bias alone is 2^31 steps.
// CHECK: [Missed] float{{.*}}'tosa.conv2d' stays in float: its sums could overflow the accumulator
func.func @overflow(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<2147483648.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

// CHECK: [Missed] float{{.*}}'tosa.add' stays in float: an operand's steps are 8 or more of the result's
func.func @add_of_coarse_steps(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %a = calib.fake_quant %x to !quant.uniform<u8:f32, 8.0> : tensor<4xf32>
  %b = calib.fake_quant %y to !quant.uniform<u8:f32, 1.0> : tensor<4xf32>
  %s = tosa.add %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %o = calib.fake_quant %s to !quant.uniform<u8:f32, 1.0> : tensor<4xf32>
  return %o : tensor<4xf32>
}

// -----

// CHECK: [Missed] float{{.*}}'tosa.matmul' stays in float: sums of 33026 products could overflow the 32-bit accumulator
func.func @long_matmul(%x: tensor<1x1x33026xf32>, %y: tensor<1x33026x1xf32>) -> tensor<1x1x1xf32> {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %a = calib.fake_quant %x to !quant.uniform<u8:f32, 8.0> : tensor<1x1x33026xf32>
  %b = calib.fake_quant %y to !quant.uniform<u8:f32, 1.0> : tensor<1x33026x1xf32>
  %s = tosa.matmul %a, %b, %z, %z : (tensor<1x1x33026xf32>, tensor<1x33026x1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1xf32>
  %o = calib.fake_quant %s to !quant.uniform<u8:f32, 1.0> : tensor<1x1x1xf32>
  return %o : tensor<1x1x1xf32>
}

// -----

!w = !quant.uniform<i16<-32767:32767>:f32, 1.0e-03>

// CHECK: [Missed] float{{.*}}'tosa.tanh' stays in float: functions have no 16-bit integer form
func.func @function_of_words(%x: tensor<4xf32>) -> tensor<4xf32> {
  %a = calib.fake_quant %x to !w : tensor<4xf32>
  %t = tosa.tanh %a : (tensor<4xf32>) -> tensor<4xf32>
  %o = calib.fake_quant %t to !w : tensor<4xf32>
  return %o : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// CHECK: [Analysis] function{{.*}}the function behind 'tosa.conv2d' is at most 0.0{{[0-9]+}} output steps off
func.func @function(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<0.01> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.01}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %t = tosa.tanh %c : (tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = calib.fake_quant %t to !quant.uniform<u8:f32, 0.0078125:128> : tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// Only there for accuracy: no missed optimization.
// CHECK: [Analysis] float{{.*}}'tosa.sigmoid' stays in float: it only computes results
func.func @edge(%x: tensor<4xf32>) -> tensor<4xf32> {
  %a = calib.fake_quant %x to !u8 : tensor<4xf32>
  %t = tosa.sigmoid %a : (tensor<4xf32>) -> tensor<4xf32>
  return %t : tensor<4xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// Tight: 255 * 1 + 2^31 - 256 is the largest 32-bit integer, 255 * 2 is too much.
// CHECK: [Missed] float{{.*}}'tosa.conv2d' stays in float: its sums could overflow the accumulator
// CHECK-NOT: overflow
func.func @proof(%x: tensor<1x1x1x1xf32>) -> (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %v = "tosa.const"() {values = dense<2.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<2147483392.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0}> : tensor<1x1x1x1xf32>
  %qv = calib.fake_quant %v to !quant.uniform<i8<-127:127>:f32:0, {1.0}> : tensor<1x1x1x1xf32>
  %inside = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %outside = tosa.conv2d %q, %qv, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %inside, %outside : tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>
}

// -----

// Whoever marks an op, it stays, and what is around it has its integer form.
// CHECK: [Missed] float{{.*}}'tosa.conv2d' stays in float: someone said so
!q = !quant.uniform<u8:f32, 0.05:3>
!w = !quant.uniform<i8:f32, 0.05>
func.func @kept(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> {
  %0 = calib.fake_quant %x to !q : tensor<1x1x1x2xf32>
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %wq = calib.fake_quant %w to !w : tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %1 = tosa.conv2d %0, %wq, %b, %z, %z {qopt.float = "someone said so", acc_type = f32,
      pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x1x2xf32>
  %2 = calib.fake_quant %1 to !q : tensor<1x1x1x2xf32>
  %3 = tosa.conv2d %2, %wq, %b, %z, %z {acc_type = f32,
      pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x1x2xf32>
  return %3 : tensor<1x1x1x2xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// What stands between a convolution without integer form and a stored value is no
// edge of the function, and stays in float for the convolution's reason.
// CHECK: [Missed] float{{.*}}'tosa.sigmoid' stays in float: its sums could overflow the accumulator
func.func @function_behind_overflow(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %b = "tosa.const"() {values = dense<[-8589934592.0, 8589934592.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0, 1.0}> : tensor<2x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %s = tosa.sigmoid %c : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %o = calib.fake_quant %s to !u8 : tensor<1x1x1x2xf32>
  return %o : tensor<1x1x1x2xf32>
}

// -----

!u8 = !quant.uniform<u8:f32, 1.0>

// Accumulators are 1 and more: what the function would be of negative numbers takes no segments.
// CHECK: [Analysis] function{{.*}}the function behind 'tosa.conv2d' is at most 0.0{{[0-9]+}} output steps off
func.func @function_of_bounded_sums(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<1.27e-6> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<1.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %e = "tosa.const"() {values = dense<-0.75> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %q = calib.fake_quant %x to !u8 : tensor<1x1x1x1xf32>
  %qw = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {1.0e-8}> : tensor<1x1x1x1xf32>
  %c = tosa.conv2d %q, %qw, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  %m = calib.fake_quant %c to !quant.uniform<i16<-32767:32767>:f32, 6.1e-5> : tensor<1x1x1x1xf32>
  %p = tosa.pow %m, %e : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %o = calib.fake_quant %p to !quant.uniform<u8:f32, 0.004> : tensor<1x1x1x1xf32>
  return %o : tensor<1x1x1x1xf32>
}

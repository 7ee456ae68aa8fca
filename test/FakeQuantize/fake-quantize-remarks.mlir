// RUN: qopt %s -split-input-file --qopt-fake-quantize --remarks-filter=qopt-fake-quantize --remark-policy=all --remark-format=emitRemark -o /dev/null 2>&1 | FileCheck %s

// CHECK: remark: {{.*}}widened-weights{{.*}}weight scales of 1 output channels were widened, the first of them 0: their bias does not fit the 32-bit accumulator otherwise
func.func @bias_that_does_not_fit(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %a = calib.annotate %x, "x" in <0.0, 255.0> : tensor<1x1x1x1xf32>
  %w = "tosa.const"() {values = dense<1.0e-4> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<2048.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

// CHECK: remark: {{.*}}widened-weights{{.*}}weights are so small that a scale would be no normal f32; it was widened
func.func @tiny_weights(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %a = calib.annotate %x, "x" in <0.0, 255.0> : tensor<1x1x1x1xf32>
  %w = "tosa.const"() {values = dense<1.0e-38> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

// CHECK: remark: {{.*}}widened{{.*}}the range is so narrow that its scale would be no normal f32; the grid was widened
func.func @narrow_range(%x: tensor<1xf32>) -> tensor<1xf32> {
  %a = calib.annotate %x, "x" in <0.0, 1.0e-38> : tensor<1xf32>
  return %a : tensor<1xf32>
}

// -----

// CHECK: remark: {{.*}}widened{{.*}}the grid of site 'sum' was widened: an operand of the sum has steps 8 times as large
func.func @sum_of_a_wide_operand(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %a = calib.annotate %x, "x" in <-2048.0, 2032.0> : tensor<1x4xf32>
  %b = calib.annotate %y, "y" in <-2048.0, 2032.0> : tensor<1x4xf32>
  %s = tosa.add %a, %b : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %c = calib.annotate %s, "sum" in <0.0, 1.0> : tensor<1x4xf32>
  return %c : tensor<1x4xf32>
}

// -----

// CHECK: remark: [Missed] weights{{.*}}weights or bias are no constants; the op stays in float
func.func @variable_weights(%x: tensor<1x1x1x1xf32>, %w: tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32> {
  %a = calib.annotate %x, "x" in <0.0, 255.0> : tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x1xf32>
  return %c : tensor<1x1x1x1xf32>
}

// -----

// A channel that is all but dead, with a function behind it: the centre of the
// function's interval has to fit its accumulator too.
// CHECK: remark: {{.*}}widened-weights{{.*}}weight scales of 1 output channels were widened, the first of them 1: their bias does not fit the 32-bit accumulator otherwise
func.func @dead_channel(%x: tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32> {
  %a = calib.annotate %x, "x" in <0.0, 1.0> : tensor<1x1x1x1xf32>
  %w = "tosa.const"() {values = dense<[[[[1.0]]], [[[1.0e-8]]]]> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %a, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %e = calib.annotate epilogue %c, "c" in <-8.0, 8.0> : tensor<1x1x1x2xf32>
  %s = tosa.sigmoid %e : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %o = calib.annotate %s, "s" in <0.0, 1.0> : tensor<1x1x1x2xf32>
  return %o : tensor<1x1x1x2xf32>
}

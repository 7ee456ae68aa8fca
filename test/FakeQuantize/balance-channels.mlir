// RUN: qopt %s -split-input-file --qopt-balance-channels | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-balance-channels --remark-policy=all --remarks-filter=qopt-balance-channels -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

#ranges = array<f32: 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 64.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// One channel reaches 64 times as far as the others, and a function in float computes
// it: it is divided by a power of two, its weight multiplied, also behind a reshape, and
// the means are those of what is stored.
// REMARK: the channels of site 'magnitude' are divided by 1.00 to 8.00
// CHECK-LABEL: func @float
func.func @float(%x: tensor<1x2x8xf32>, %y: tensor<1x2x8xf32>) -> tensor<1x1x2x1xf32> {
  // CHECK:     %[[R:.*]] = tosa.rsqrt
  // CHECK:     %[[F:.*]] = "tosa.const"() <{values = dense<{{\[\[\[}}1.250000e-01, 1.000000e+00, 1.000000e+00,
  // CHECK:     %[[M:.*]] = tosa.mul %[[R]], %[[F]]
  // CHECK:     calib.annotate %[[M]], "magnitude" in <0.000000e+00, 8.000000e+00> means [1.000000e+00, 5.000000e-01, {{.*}}] : tensor<1x2x8xf32>
  // CHECK:     %[[W:.*]] = "tosa.const"() <{values = dense<{{\[\[\[\[}}8.000000e+00, 1.000000e+00, 1.000000e+00,
  // CHECK:     tosa.conv2d %{{.*}}, %[[W]],
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x8xf32>} : () -> tensor<1x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shape = tosa.const_shape {values = dense<[1, 1, 2, 8]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %s = tosa.add %x, %y : (tensor<1x2x8xf32>, tensor<1x2x8xf32>) -> tensor<1x2x8xf32>
  %r = tosa.rsqrt %s : (tensor<1x2x8xf32>) -> tensor<1x2x8xf32>
  %q = calib.annotate %r, "magnitude" in <0.0, 64.0> means [8.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5] {qopt.channel_ranges = #ranges} : tensor<1x2x8xf32>
  %i = tosa.reshape %q, %shape : (tensor<1x2x8xf32>, !tosa.shape<4>) -> tensor<1x1x2x8xf32>
  %c = tosa.conv2d %i, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x8xf32>, tensor<1x1x1x8xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %c : tensor<1x1x2x1xf32>
}

// -----

#ranges = array<f32: 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 64.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// Must not fire: a table computes the value.
// CHECK-LABEL: func @table
// CHECK-NOT:     tosa.mul
func.func @table(%x: tensor<1x1x2x8xf32>) -> tensor<1x1x2x1xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x8xf32>} : () -> tensor<1x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %a = calib.annotate %x, "input" in <0.0, 1.0> : tensor<1x1x2x8xf32>
  %r = tosa.rsqrt %a : (tensor<1x1x2x8xf32>) -> tensor<1x1x2x8xf32>
  %q = calib.annotate %r, "table" in <0.0, 64.0> {qopt.channel_ranges = #ranges} : tensor<1x1x2x8xf32>
  %c = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x8xf32>, tensor<1x1x1x8xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %c : tensor<1x1x2x1xf32>
}

// -----

#ranges = array<f32: 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 64.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// Must not fire: not only convolutions read the value.
// CHECK-LABEL: func @other_reader
// CHECK-NOT:     tosa.mul
func.func @other_reader(%x: tensor<1x1x2x8xf32>, %y: tensor<1x1x2x8xf32>) -> (tensor<1x1x2x1xf32>, tensor<1x1x2x8xf32>) {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x8xf32>} : () -> tensor<1x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %s = tosa.add %x, %y : (tensor<1x1x2x8xf32>, tensor<1x1x2x8xf32>) -> tensor<1x1x2x8xf32>
  %r = tosa.rsqrt %s : (tensor<1x1x2x8xf32>) -> tensor<1x1x2x8xf32>
  %q = calib.annotate %r, "magnitude" in <0.0, 64.0> {qopt.channel_ranges = #ranges} : tensor<1x1x2x8xf32>
  %c = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x8xf32>, tensor<1x1x1x8xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %c, %q : tensor<1x1x2x1xf32>, tensor<1x1x2x8xf32>
}

// -----

#ranges = array<f32: 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 64.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// Must not fire: the far channel has a weight that leaves nothing to be gained.
// CHECK-LABEL: func @no_gain
// CHECK-NOT:     tosa.mul
func.func @no_gain(%x: tensor<1x1x2x8xf32>, %y: tensor<1x1x2x8xf32>) -> tensor<1x1x2x1xf32> {
  %w = "tosa.const"() {values = dense<[[[[64.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]]]]> : tensor<1x1x1x8xf32>} : () -> tensor<1x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %s = tosa.add %x, %y : (tensor<1x1x2x8xf32>, tensor<1x1x2x8xf32>) -> tensor<1x1x2x8xf32>
  %r = tosa.rsqrt %s : (tensor<1x1x2x8xf32>) -> tensor<1x1x2x8xf32>
  %q = calib.annotate %r, "magnitude" in <0.0, 64.0> {qopt.channel_ranges = #ranges} : tensor<1x1x2x8xf32>
  %c = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x8xf32>, tensor<1x1x1x8xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %c : tensor<1x1x2x1xf32>
}

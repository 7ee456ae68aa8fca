// RUN: qopt %s -split-input-file --qopt-split-outliers | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-split-outliers --remark-policy=all --remarks-filter=qopt-split-outliers -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

#ranges = array<f32: -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// One channel of 64 reaches five times as far as the others: it becomes three, with
// one weight.
// REMARK: site 'norm' has 2 channels more, for values outside [-1.0
// CHECK-LABEL: func @float
// CHECK-SAME:    %[[X:.*]]: tensor<1x1x2x64xf32>
func.func @float(%x: tensor<1x1x2x64xf32>) -> tensor<1x1x2x1xf32> {
  // CHECK:     %[[MAIN:.*]] = tosa.clamp %[[X]] {max_val = [[HIGH:[0-9.e+]+]] : f32, min_val = -1.0{{[0-9]+}} : f32}
  // CHECK:     %[[AT:.*]] = tosa.const_shape {{.*}}[0, 0, 0, 5]
  // CHECK:     %[[PART:.*]] = tosa.slice %[[X]], %[[AT]]
  // CHECK:     %[[OFFSET:.*]] = "tosa.const"() <{values = dense<[[HIGH]]>
  // CHECK:     %[[SHIFTED:.*]] = tosa.sub %[[PART]], %[[OFFSET]]
  // CHECK:     %[[REST:.*]] = tosa.clamp %[[SHIFTED]] {max_val = [[HIGH]] : f32, min_val = 0.000000e+00 : f32}
  // CHECK:     tosa.slice %[[X]]
  // CHECK:     tosa.sub
  // CHECK:     %[[LAST:.*]] = tosa.clamp
  // CHECK:     %[[ALL:.*]] = tosa.concat %[[MAIN]], %[[REST]], %[[LAST]] {axis = 3 : i32}
  // CHECK:     %[[Q:.*]] = calib.annotate %[[ALL]], "norm" in <-{{.*}}> : tensor<1x1x2x66xf32>
  // CHECK:     %[[W:.*]] = "tosa.const"() {{.*}} 1.000000e+00, 7.000000e+00, 7.000000e+00]]]]> : tensor<1x1x1x66xf32>
  // CHECK:     tosa.conv2d %[[Q]], %[[W]]
  %w = "tosa.const"() {values = dense<[[[[1.0, 1.0, 1.0, 1.0, 1.0, 7.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]]]]> : tensor<1x1x1x64xf32>} : () -> tensor<1x1x1x64xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.annotate %x, "norm" in <-1.0, 5.0> {qopt.whole_range, qopt.channel_ranges = #ranges} : tensor<1x1x2x64xf32>
  %y = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x64xf32>, tensor<1x1x1x64xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %y : tensor<1x1x2x1xf32>
}

// -----

#ranges = array<f32: -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// A function of a convolution: the further channels are computed by a convolution
// and a function of their own.
// REMARK: site 'act' has 2 channels more
// CHECK-LABEL: func @function
func.func @function(%x: tensor<1x1x2x1xf32>) -> tensor<1x1x2x1xf32> {
  // CHECK:     %[[C:.*]] = tosa.conv2d %{{.*}} -> tensor<1x1x2x64xf32>
  // CHECK:     %[[A:.*]] = calib.annotate epilogue %[[C]], "conv"
  // CHECK:     %[[F:.*]] = tosa.tanh %[[A]]
  // CHECK:     %[[M:.*]] = tosa.clamp %[[F]]
  // CHECK:     %[[MAIN:.*]] = calib.annotate %[[M]], "act" in
  // CHECK:     %[[W:.*]] = "tosa.const"() <{values = dense<7.000000e+00> : tensor<1x1x1x1xf32>}>
  // CHECK:     %[[B:.*]] = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1xf32>}>
  // CHECK:     %[[P:.*]] = tosa.conv2d %{{.*}}, %[[W]], %[[B]], {{.*}} -> tensor<1x1x2x1xf32>
  // CHECK:     %[[E:.*]] = calib.annotate epilogue %[[P]], "conv:part-1"
  // CHECK:     %[[G:.*]] = tosa.tanh %[[E]]
  // CHECK:     %[[D:.*]] = tosa.sub %[[G]]
  // CHECK:     %[[L:.*]] = tosa.clamp %[[D]]
  // CHECK:     %[[PART:.*]] = calib.annotate %[[L]], "act:part-1" in
  // CHECK:     %[[LAST:.*]] = calib.annotate %{{.*}}, "act:part-2" in
  // CHECK:     %[[ALL:.*]] = tosa.concat %[[MAIN]], %[[PART]], %[[LAST]]
  // CHECK:     calib.annotate mean_only %[[ALL]], "act:parts" in {{.*}} : tensor<1x1x2x66xf32>
  %w = "tosa.const"() {values = dense<[[[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[7.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]], [[[1.0]]]]> : tensor<64x1x1x1xf32>} : () -> tensor<64x1x1x1xf32>
  %v = "tosa.const"() {values = dense<0.5> : tensor<1x1x1x64xf32>} : () -> tensor<1x1x1x64xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<64xf32>} : () -> tensor<64xf32>
  %e = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %s = calib.annotate %x, "input" in <-1.0, 1.0> : tensor<1x1x2x1xf32>
  %c = tosa.conv2d %s, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x1xf32>, tensor<64x1x1x1xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x64xf32>
  %a = calib.annotate epilogue %c, "conv" in <-7.5, 7.5> : tensor<1x1x2x64xf32>
  %t = tosa.tanh %a : (tensor<1x1x2x64xf32>) -> tensor<1x1x2x64xf32>
  %q = calib.annotate %t, "act" in <-1.0, 5.0> {qopt.channel_ranges = #ranges} : tensor<1x1x2x64xf32>
  %y = tosa.conv2d %q, %v, %e, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x64xf32>, tensor<1x1x1x64xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %y : tensor<1x1x2x1xf32>
}

// -----

#ranges = array<f32: -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// Two readers, and one that has no weights: nothing is split.
// CHECK-LABEL: func @other_readers
func.func @other_readers(%x: tensor<1x1x2x64xf32>) -> (tensor<1x1x2x1xf32>, tensor<1x1x2x64xf32>) {
  // CHECK-NOT: tosa.concat
  // CHECK:     calib.annotate %{{.*}}, "norm" in <-1.000000e+00, 5.000000e+00>
  %w = "tosa.const"() {values = dense<0.5> : tensor<1x1x1x64xf32>} : () -> tensor<1x1x1x64xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.annotate %x, "norm" in <-1.0, 5.0> {qopt.whole_range, qopt.channel_ranges = #ranges} : tensor<1x1x2x64xf32>
  %y = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x64xf32>, tensor<1x1x1x64xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  %e = tosa.tanh %q : (tensor<1x1x2x64xf32>) -> tensor<1x1x2x64xf32>
  return %y, %e : tensor<1x1x2x1xf32>, tensor<1x1x2x64xf32>
}

// -----

#ranges = array<f32: -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>

// All channels reach equally far.
// CHECK-LABEL: func @even
func.func @even(%x: tensor<1x1x2x64xf32>) -> tensor<1x1x2x1xf32> {
  // CHECK-NOT: tosa.concat
  // CHECK:     calib.annotate %{{.*}}, "norm" in <-1.000000e+00, 1.000000e+00>
  %w = "tosa.const"() {values = dense<0.5> : tensor<1x1x1x64xf32>} : () -> tensor<1x1x1x64xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %q = calib.annotate %x, "norm" in <-1.0, 1.0> {qopt.whole_range, qopt.channel_ranges = #ranges} : tensor<1x1x2x64xf32>
  %y = tosa.conv2d %q, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x2x64xf32>, tensor<1x1x1x64xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %y : tensor<1x1x2x1xf32>
}

// RUN: qopt %s -split-input-file --qopt-insert-observers | FileCheck %s

// The softmax of a result works on the accumulator, in float.
// CHECK-LABEL: func @softmax
func.func @softmax(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK-NOT: calib.observe
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32> loc("fc")
  %m = tosa.reduce_max %c {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  %d = tosa.sub %c, %m : (tensor<1x1x1x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32>
  %e = tosa.exp %d : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %s = tosa.reduce_sum %e {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = tosa.mul %e, %r, %i : (tensor<1x1x1x2xf32>, tensor<1x1x1x1xf32>, tensor<1xi8>) -> tensor<1x1x1x2xf32> loc("softmax")
  return %y : tensor<1x1x1x2xf32>
}

// -----

// Behind a mean it works on the sums of the window.
// CHECK-LABEL: func @softmax_of_means
func.func @softmax_of_means(%x: tensor<1x2x2x2xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK:     %[[CONV:.*]] = tosa.conv2d
  // CHECK:     %[[STORED:.*]] = calib.observe %[[CONV]]
  // CHECK:     tosa.avg_pool2d %[[STORED]]
  // CHECK-NOT: calib.observe
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x2x2x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2x2xf32> loc("conv")
  %p = tosa.avg_pool2d %c, %z, %z {acc_type = f32, kernel = array<i64: 2,2>, stride = array<i64: 1,1>, pad = array<i64: 0,0,0,0>} : (tensor<1x2x2x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %m = tosa.reduce_max %p {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  %d = tosa.sub %p, %m : (tensor<1x1x1x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32>
  %e = tosa.exp %d : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %s = tosa.reduce_sum %e {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  %y = tosa.mul %e, %r, %i : (tensor<1x1x1x2xf32>, tensor<1x1x1x1xf32>, tensor<1xi8>) -> tensor<1x1x1x2xf32> loc("softmax")
  return %y : tensor<1x1x1x2xf32>
}

// -----

// What only feeds results stays in float: boxes and scores need not share a grid.
// CHECK-LABEL: func @joined_results
func.func @joined_results(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x4xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK-NOT: calib.observe
  %boxes = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %scores = tosa.sigmoid %c : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %y = tosa.concat %boxes, %scores {axis = 3 : i32} : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x4xf32>
  return %y : tensor<1x1x1x4xf32>
}

// -----

// The sum is a result and the operand of a convolution: stored, once, and the
// result is read from there. The addition is fused as ever.
// CHECK-LABEL: func @wanted_in_both_forms
func.func @wanted_in_both_forms(%x: tensor<1x1x1x2xf32>) -> (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK:     calib.observe epilogue %{{.*}}, "conv"
  // CHECK:     %[[S:.*]] = tosa.add
  // CHECK:     %[[O:.*]] = calib.observe %[[S]], "sum"
  // CHECK:     return %[[O]],
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32> loc("conv")
  %s = tosa.add %c, %x : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("sum")
  %y = tosa.conv2d %s, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  return %s, %y : tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>
}

// -----

// A sum that only an op without an integer form reads is not rounded first; its
// operands come from the accumulator and from the argument as they are.
// CHECK-LABEL: func @sum_before_an_island
func.func @sum_before_an_island(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK-NOT: calib.observe
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32> loc("conv")
  %s = tosa.add %c, %x : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("sum")
  %r = tosa.reduce_sum %s {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  return %r : tensor<1x1x1x1xf32>
}

// -----

// Scores that a mask was added to are not stored: its -10000 would leave one step
// for all of them. They are read in float from the sums of their product. The
// result of the softmax is stored.
// CHECK-LABEL: func @masked_softmax
func.func @masked_softmax(%q: tensor<1x2x2xf32>, %k: tensor<1x2x2xf32>, %mask: tensor<1x1x2xf32>, %v: tensor<1x2x2xf32>) -> tensor<1x2x2xf32> {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK-NOT: calib.observe %{{.*}}, "argument:2"
  // CHECK:     tosa.matmul
  // CHECK-NOT: calib.observe
  // CHECK:     %[[Y:.*]] = tosa.mul
  // CHECK:     calib.observe %[[Y]], "softmax"
  %c = tosa.matmul %q, %k, %z, %z : (tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  %m = tosa.add %c, %mask : (tensor<1x2x2xf32>, tensor<1x1x2xf32>) -> tensor<1x2x2xf32>
  %max = tosa.reduce_max %m {axis = 2 : i32} : (tensor<1x2x2xf32>) -> tensor<1x2x1xf32>
  %d = tosa.sub %m, %max : (tensor<1x2x2xf32>, tensor<1x2x1xf32>) -> tensor<1x2x2xf32>
  %e = tosa.exp %d : (tensor<1x2x2xf32>) -> tensor<1x2x2xf32>
  %s = tosa.reduce_sum %e {axis = 2 : i32} : (tensor<1x2x2xf32>) -> tensor<1x2x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x2x1xf32>) -> tensor<1x2x1xf32>
  %y = tosa.mul %e, %r, %i : (tensor<1x2x2xf32>, tensor<1x2x1xf32>, tensor<1xi8>) -> tensor<1x2x2xf32> loc("softmax")
  %o = tosa.matmul %y, %v, %z, %z : (tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  return %o : tensor<1x2x2xf32>
}

// -----

// A layer norm is computed in float to its end and stored once. Its result keeps its
// whole range: the large values are always in the same channels. What a
// convolution computes does not.
// CHECK-LABEL: func @layer_norm
func.func @layer_norm(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<[0.5, 0.25]> : tensor<2xf32>} : () -> tensor<2xf32>
  %g = "tosa.const"() {values = dense<[[[[0.5, 0.25]]]]> : tensor<1x1x1x2xf32>} : () -> tensor<1x1x1x2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     calib.observe %{{.*}}, "argument:0" : tensor
  // CHECK:     calib.observe %{{.*}}, "first" : tensor
  // CHECK-NOT: calib.observe
  // CHECK:     %[[N:.*]] = tosa.add
  // CHECK:     calib.observe %[[N]], "norm" {qopt.whole_range} : tensor
  // CHECK-NOT: calib.observe
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32> loc("first")
  %e = tosa.conv2d %c, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %s = tosa.reduce_sum %e {axis = 3 : i32} : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x1xf32>
  %d = tosa.sub %e, %s : (tensor<1x1x1x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32>
  %m = tosa.mul %d, %g, %i : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xi8>) -> tensor<1x1x1x2xf32>
  %n = tosa.add %m, %g : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("norm")
  %y = tosa.conv2d %n, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  return %y : tensor<1x1x1x2xf32>
}

// -----

// Scores without a mask are read from their sums all the same.
// CHECK-LABEL: func @scores
func.func @scores(%q: tensor<1x2x2xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>) -> tensor<1x2x2xf32> {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %h = "tosa.const"() {values = dense<0.5> : tensor<1x1x1xf32>} : () -> tensor<1x1x1xf32>
  // CHECK:     tosa.matmul
  // CHECK-NOT: calib.observe
  // CHECK:     tosa.reciprocal
  // CHECK:     %[[Y:.*]] = tosa.mul
  // CHECK:     calib.observe %[[Y]], "softmax"
  %c = tosa.matmul %q, %k, %z, %z : (tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  %m = tosa.mul %c, %h, %i : (tensor<1x2x2xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<1x2x2xf32>
  %max = tosa.reduce_max %m {axis = 2 : i32} : (tensor<1x2x2xf32>) -> tensor<1x2x1xf32>
  %d = tosa.sub %m, %max : (tensor<1x2x2xf32>, tensor<1x2x1xf32>) -> tensor<1x2x2xf32>
  %e = tosa.exp %d : (tensor<1x2x2xf32>) -> tensor<1x2x2xf32>
  %s = tosa.reduce_sum %e {axis = 2 : i32} : (tensor<1x2x2xf32>) -> tensor<1x2x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x2x1xf32>) -> tensor<1x2x1xf32>
  %y = tosa.mul %e, %r, %i : (tensor<1x2x2xf32>, tensor<1x2x1xf32>, tensor<1xi8>) -> tensor<1x2x2xf32> loc("softmax")
  %o = tosa.matmul %y, %v, %z, %z : (tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x2x2xf32>
  return %o : tensor<1x2x2xf32>
}

// -----

// A function that saturates would leave few steps of a byte for what it makes of a
// sum: the sum is read in float. Functions that grow with it are tables of bytes.
// CHECK-LABEL: func @functions_of_sums
func.func @functions_of_sums(%x: tensor<1x1x1x2xf32>, %h: tensor<1x1x1x2xf32>) -> (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) {
  %w = "tosa.const"() {values = dense<[[[[1.0, 2.0]]], [[[3.0, 4.0]]]]> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK-NOT: calib.observe %{{.*}}, "bounded"
  // CHECK:     %[[T:.*]] = tosa.tanh
  // CHECK:     calib.observe %[[T]], "tanh" : tensor
  // CHECK:     %[[U:.*]] = tosa.add
  // CHECK:     calib.observe %[[U]], "unbounded" : tensor
  // CHECK:     %[[E:.*]] = tosa.exp
  // CHECK:     calib.observe %[[E]], "exp" : tensor
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %d = tosa.conv2d %h, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %s = tosa.add %c, %d : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("bounded")
  %t = tosa.tanh %s : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("tanh")
  %f = tosa.conv2d %t, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %u = tosa.add %f, %t : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("unbounded")
  %e = tosa.exp %u : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("exp")
  %y = tosa.conv2d %e, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  return %y, %f : tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>
}

// -----

// The magnitudes of a spectrum: a square root is steep where the sum of squares is
// small, and a step of a byte for the sum would leave nothing there. So neither the sum
// nor the squares are stored.
// CHECK-LABEL: func @magnitudes
func.func @magnitudes(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<[[[[1.0, 2.0]]], [[[3.0, 4.0]]]]> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     tosa.conv2d
  // CHECK-NOT: calib.observe
  // CHECK:     %[[M:.*]] = tosa.reciprocal
  // CHECK:     calib.observe %[[M]], "magnitude" : tensor
  %re = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %im = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  %re2 = tosa.mul %re, %re, %i : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xi8>) -> tensor<1x1x1x2xf32>
  %im2 = tosa.mul %im, %im, %i : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xi8>) -> tensor<1x1x1x2xf32>
  %s = tosa.add %re2, %im2 : (tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %r = tosa.rsqrt %s : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32>
  %m = tosa.reciprocal %r : (tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> loc("magnitude")
  %y = tosa.conv2d %m, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x2xf32>
  return %y : tensor<1x1x1x2xf32>
}

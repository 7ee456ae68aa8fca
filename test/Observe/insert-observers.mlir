// RUN: qopt %s -split-input-file --qopt-insert-observers=require-integer=true | FileCheck %s

// With require-integer=true everything that has an integer form is stored, so
// that single clusters can be seen. Without it: insert-observers-float.mlir.

// What a convolution reads is stored: the argument, and the end of each cluster.
// Max-pool and reshape share their operand's grid: only means are recorded there.
// The result is read from the accumulator.
// CHECK-LABEL: func @sequence
// CHECK-SAME:    %[[X:.*]]: tensor<1x4x4x1xf32>
func.func @sequence(%x: tensor<1x4x4x1xf32> {qopt.name = "input"}) -> tensor<1x3xf32> {
  %w1 = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %b1 = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     %[[X1:.*]] = calib.observe %[[X]], "input"
  // CHECK:     %[[C1:.*]] = tosa.conv2d %[[X1]]
  // CHECK-NOT: calib.observe
  // CHECK:     %[[R1:.*]] = tosa.clamp %[[C1]]
  // CHECK:     %[[S1:.*]] = calib.observe %[[R1]], "relu1"
  // CHECK:     %[[P1:.*]] = tosa.max_pool2d %[[S1]]
  // CHECK-NOT: calib.observe
  // CHECK:     %[[F1:.*]] = tosa.reshape %[[P1]]
  // CHECK:     %[[M1:.*]] = calib.observe mean_only %[[F1]], "flatten"
  // CHECK:     %[[FC:.*]] = tosa.conv2d %[[M1]]
  // CHECK-NOT: calib.observe
  // CHECK:     return
  %c1 = tosa.conv2d %x, %w1, %b1, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("conv1")
  %r1 = tosa.clamp %c1 {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("relu1")
  %p1 = tosa.max_pool2d %r1 {kernel = array<i64: 2,2>, stride = array<i64: 2,2>, pad = array<i64: 0,0,0,0>} : (tensor<1x4x4x2xf32>) -> tensor<1x2x2x2xf32> loc("pool1")
  %s1 = tosa.const_shape {values = dense<[1, 1, 1, 8]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %f1 = tosa.reshape %p1, %s1 : (tensor<1x2x2x2xf32>, !tosa.shape<4>) -> tensor<1x1x1x8xf32> loc("flatten")
  %w2 = "tosa.const"() {values = dense<0.5> : tensor<3x1x1x8xf32>} : () -> tensor<3x1x1x8xf32>
  %b2 = "tosa.const"() {values = dense<0.5> : tensor<3xf32>} : () -> tensor<3xf32>
  %fc = tosa.conv2d %f1, %w2, %b2, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x1x8xf32>, tensor<3x1x1x8xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x1x3xf32> loc("fc")
  %s2 = tosa.const_shape {values = dense<[1, 3]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %y = tosa.reshape %fc, %s2 : (tensor<1x1x1x3xf32>, !tosa.shape<2>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

// -----

// Of the sum's operands the convolution that is computed last is fused; its
// branch is observed for the 16-bit grid. The other one is stored.
// CHECK-LABEL: func @residual
func.func @residual(%x: tensor<1x4x4x1xf32>) -> tensor<1x4x4x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %v = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     %[[A:.*]] = tosa.conv2d
  // CHECK:     %[[AO:.*]] = calib.observe %[[A]], "a"
  // CHECK:     %[[B:.*]] = tosa.conv2d
  // CHECK:     %[[BO:.*]] = calib.observe epilogue %[[B]], "b"
  // CHECK:     %[[SUM:.*]] = tosa.add %[[BO]], %[[AO]]
  // CHECK-NOT: calib.observe
  // CHECK:     %[[RELU:.*]] = tosa.clamp %[[SUM]]
  // CHECK:     calib.observe %[[RELU]], "relu"
  %a = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("a")
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("b")
  %s = tosa.add %c, %a : (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("sum")
  %r = tosa.clamp %s {min_val = 0.0 : f32, max_val = 0x7F800000 : f32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("relu")
  %y = tosa.conv2d %r, %v, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %y : tensor<1x4x4x2xf32>
}

// -----

// Must not fuse: the branch is a result too, so both operands are stored.
// CHECK-LABEL: func @residual_branch_used_twice
func.func @residual_branch_used_twice(%x: tensor<1x4x4x2xf32>) -> (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>) {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK-NOT: epilogue
  // CHECK:     %[[A:.*]] = tosa.conv2d
  // CHECK:     %[[AO:.*]] = calib.observe %[[A]], "a"
  // CHECK:     %[[SUM:.*]] = tosa.add %[[AO]],
  // CHECK:     calib.observe %[[SUM]], "sum"
  %a = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("a")
  %s = tosa.add %a, %x : (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("sum")
  return %s, %a : tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>
}

// -----

// x * sigmoid(x) branches, but has one source and one end: one function of the
// accumulator, whose range chooses the 16-bit grid.
// CHECK-LABEL: func @silu
func.func @silu(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     %[[C:.*]] = tosa.conv2d
  // CHECK:     %[[CO:.*]] = calib.observe epilogue %[[C]], "conv"
  // CHECK:     %[[G:.*]] = tosa.sigmoid %[[CO]]
  // CHECK-NOT: calib.observe
  // CHECK:     %[[Y:.*]] = tosa.mul %[[CO]], %[[G]]
  // CHECK:     calib.observe %[[Y]], "silu"
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("conv")
  %g = tosa.sigmoid %c : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  %y = tosa.mul %c, %g, %i : (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>, tensor<1xi8>) -> tensor<1x4x4x2xf32> loc("silu")
  return %y : tensor<1x4x4x2xf32>
}

// -----

// The clusters of two readers do not meet again: the accumulator is stored, and
// both are tables of it.
// CHECK-LABEL: func @two_functions_of_one_accumulator
func.func @two_functions_of_one_accumulator(%x: tensor<1x4x4x2xf32>) -> (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>) {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK-NOT: epilogue
  // CHECK:     calib.observe %{{.*}}, "conv"
  // CHECK:     calib.observe %{{.*}}, "tanh"
  // CHECK:     calib.observe %{{.*}}, "sigmoid"
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("conv")
  %t = tosa.tanh %c : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("tanh")
  %s = tosa.sigmoid %c : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("sigmoid")
  return %t, %s : tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>
}

// -----

// A function behind a sum of two values is a table of the stored sum.
// CHECK-LABEL: func @function_of_sum
func.func @function_of_sum(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // CHECK: calib.observe %{{.*}}, "argument:0"
  // CHECK: calib.observe %{{.*}}, "argument:1"
  // CHECK: %[[SUM:.*]] = tosa.add
  // CHECK: %[[STORED:.*]] = calib.observe %[[SUM]], "tosa.add:0"
  // CHECK: %[[TANH:.*]] = tosa.tanh %[[STORED]]
  // CHECK: calib.observe %[[TANH]], "tosa.tanh:0"
  %s = tosa.add %x, %y : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %t = tosa.tanh %s : (tensor<1x4xf32>) -> tensor<1x4xf32>
  return %t : tensor<1x4xf32>
}

// -----

// x + x has one source: a table of it, not a sum of two values.
// CHECK-LABEL: func @twice_the_same
func.func @twice_the_same(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK-NOT: calib.observe
  // CHECK:     tosa.tanh
  // CHECK:     calib.observe %{{.*}}, "tosa.tanh:0"
  %s = tosa.add %x, %x : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %t = tosa.tanh %s : (tensor<1x4xf32>) -> tensor<1x4xf32>
  return %t : tensor<1x4xf32>
}

// -----

// The operands of a concat are stored, on one grid; the result gets none.
// CHECK-LABEL: func @concat
func.func @concat(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x8xf32> {
  // CHECK:     tosa.add
  // CHECK:     calib.observe %{{.*}}, "sum"
  // CHECK:     tosa.concat
  // CHECK-NOT: calib.observe
  %s = tosa.add %x, %y : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32> loc("sum")
  %c = tosa.concat %s, %x {axis = 1 : i32} : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x8xf32> loc("concat")
  return %c : tensor<1x8xf32>
}

// -----

!q = !quant.uniform<u8:f32, 5.0e-02:3>

// Values of a QAT model keep their grids; only the sum has none yet.
// CHECK-LABEL: func @grids_of_the_model
func.func @grids_of_the_model(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // CHECK-COUNT-1: calib.observe %{{.*}}, "sum"
  // CHECK-NOT:     calib.observe
  %q = calib.fake_quant %x to !q : tensor<1x4xf32>
  %p = calib.fake_quant %y to !q : tensor<1x4xf32>
  %s = tosa.add %q, %p : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32> loc("sum")
  %t = tosa.tanh %s : (tensor<1x4xf32>) -> tensor<1x4xf32>
  %r = calib.fake_quant %t to !q : tensor<1x4xf32>
  return %r : tensor<1x4xf32>
}

// -----

// A mean per channel is no table: it is subtracted before the value is rounded.
// CHECK-LABEL: func @preparation_of_an_argument
// CHECK-SAME:    %[[X:.*]]: tensor<1x4x4x2xf32>
func.func @preparation_of_an_argument(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  %m = "tosa.const"() {values = dense<[[[[0.5, 0.25]]]]> : tensor<1x1x1x2xf32>} : () -> tensor<1x1x1x2xf32>
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     %[[D:.*]] = tosa.sub %[[X]]
  // CHECK:     calib.observe %[[D]], "minus mean"
  // CHECK-NOT: calib.observe
  %d = tosa.sub %x, %m : (tensor<1x4x4x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x4x4x2xf32> loc("minus mean")
  %c = tosa.conv2d %d, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %c : tensor<1x4x4x2xf32>
}

// -----

// Must not be observed: nothing that reads the argument has an integer form.
// CHECK-LABEL: func @float_only
func.func @float_only(%x: tensor<1x4xf32>) -> tensor<1x1xf32> {
  // CHECK-NOT: calib.observe
  %s = tosa.reduce_sum %x {axis = 1 : i32} : (tensor<1x4xf32>) -> tensor<1x1xf32>
  return %s : tensor<1x1xf32>
}

// -----

// An op without an integer form reads the accumulator; its result is stored for
// the next convolution.
// CHECK-LABEL: func @island
func.func @island(%x: tensor<1x1x4x2xf32>) -> tensor<1x1x4x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %v = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x1xf32>} : () -> tensor<2x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     %[[C:.*]] = tosa.conv2d
  // CHECK-NOT: calib.observe
  // CHECK:     %[[S:.*]] = tosa.reduce_sum %[[C]]
  // CHECK:     calib.observe %[[S]], "total"
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x4x2xf32> loc("conv")
  %s = tosa.reduce_sum %c {axis = 3 : i32} : (tensor<1x1x4x2xf32>) -> tensor<1x1x4x1xf32> loc("total")
  %y = tosa.conv2d %s, %v, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x1x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x1x4x2xf32>
  return %y : tensor<1x1x4x2xf32>
}

// -----

// A softmax is one op: its operand and its result are stored, nothing between.
// CHECK-LABEL: func @softmax
func.func @softmax(%x: tensor<1x1x1x2xf32>) -> tensor<1x1x1x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK:     calib.observe %{{.*}}, "fc"
  // CHECK-NOT: calib.observe
  // CHECK:     tosa.mul
  // CHECK:     calib.observe %{{.*}}, "softmax"
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

// Two values of one name are two sites.
// CHECK-LABEL: func @duplicate_names
func.func @duplicate_names(%x: tensor<1x4xf32> {qopt.name = "add"}, %y: tensor<1x4xf32> {qopt.name = "y"}) -> tensor<1x4xf32> {
  // CHECK: calib.observe %{{.*}}, "add"
  // CHECK: calib.observe %{{.*}}, "y"
  // CHECK: calib.observe %{{.*}}, "add#2"
  // CHECK: calib.observe %{{.*}}, "add#3"
  %a = tosa.add %x, %y : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32> loc("add")
  %b = tosa.add %a, %y : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32> loc("add")
  return %b : tensor<1x4xf32>
}

// -----

// Clamps before the addition of a residual are a function in 16 bits.
// CHECK-LABEL: func @clamp_before_residual
func.func @clamp_before_residual(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x1x1x2xf32>} : () -> tensor<2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK: calib.observe epilogue %{{.*}}, "conv"
  // CHECK: calib.observe epilogue %{{.*}}, "relu"
  // CHECK: calib.observe %{{.*}}, "sum"
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>, stride = array<i64: 1,1>, dilation = array<i64: 1,1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32> loc("conv")
  %r = tosa.clamp %c {min_val = 0.0 : f32, max_val = 1.0 : f32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("relu")
  %s = tosa.add %r, %x : (tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> loc("sum")
  return %s : tensor<1x4x4x2xf32>
}

// -----

// The reshapes around a grouped convolution do not end its cluster.
// CHECK-LABEL: func @grouped
func.func @grouped(%x: tensor<1x2x2x4xf32>) -> tensor<1x2x2x4xf32> {
  %s5 = tosa.const_shape {values = dense<[1, 2, 2, 2, 2]> : tensor<5xindex>} : () -> !tosa.shape<5>
  %s4 = tosa.const_shape {values = dense<[1, 2, 2, 4]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %w = "tosa.const"() {values = dense<0.5> : tensor<2x2x1x1x2xf32>} : () -> tensor<2x2x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
  // CHECK:     calib.observe %{{.*}}, "argument:0"
  // CHECK:     tosa.reshape
  // CHECK:     calib.observe mean_only %{{.*}}, "split"
  // CHECK:     linalg.conv_2d_nhwgc_gfhwc
  // CHECK-NOT: calib.observe
  // CHECK:     tosa.clamp
  // CHECK:     calib.observe %{{.*}}, "relu"
  %x5 = tosa.reshape %x, %s5 : (tensor<1x2x2x4xf32>, !tosa.shape<5>) -> tensor<1x2x2x2x2xf32> loc("split")
  %e = tensor.empty() : tensor<1x2x2x2x2xf32>
  %i = linalg.broadcast ins(%b : tensor<2x2xf32>) outs(%e : tensor<1x2x2x2x2xf32>) dimensions = [0, 1, 2]
  %c = linalg.conv_2d_nhwgc_gfhwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%x5, %w : tensor<1x2x2x2x2xf32>, tensor<2x2x1x1x2xf32>) outs(%i : tensor<1x2x2x2x2xf32>) -> tensor<1x2x2x2x2xf32>
  %c4 = tosa.reshape %c, %s4 : (tensor<1x2x2x2x2xf32>, !tosa.shape<4>) -> tensor<1x2x2x4xf32>
  %r = tosa.clamp %c4 {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<1x2x2x4xf32>) -> tensor<1x2x2x4xf32> loc("relu")
  return %r : tensor<1x2x2x4xf32>
}

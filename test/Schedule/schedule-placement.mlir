// RUN: qopt %s -split-input-file --qopt-schedule | FileCheck %s

// Where each tensor is put: decided by what reads it.

// A returned value is written straight into the output argument.
// CHECK-LABEL: func.func @returned(
// CHECK-SAME:      %[[X:.*]]: memref<8xi8> {qopt.element_type = ui8},
// CHECK-SAME:      %[[Y:.*]]: memref<8xi8> {qopt.element_type = ui8, qopt.output})
func.func @returned(%x: tensor<8xui8>) -> tensor<8xui8> {
  // CHECK-NOT: memref.alloc
  // CHECK:     linalg.generic {{.*}} ins(%[[X]] : memref<8xi8>) outs(%[[Y]] : memref<8xi8>)
  // CHECK-NOT: linalg.copy
  %y = qint.rescale %x {input_zero_point = 1 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [16384], shifts = [-3]>,
      output_zero_point = 2 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<8xui8>) -> tensor<8xui8>
  return %y : tensor<8xui8>
}

// -----

// Returned twice, and an argument returned: one is written, others are copies.
// CHECK-LABEL: func.func @returned_twice(
// CHECK-SAME:      %[[X:.*]]: memref<8xi8> {{.*}}, %[[A:[a-z0-9]*]]: memref<8xi8> {{.*}}, %[[B:[a-z0-9]*]]: memref<8xi8> {{.*}}, %[[C:[a-z0-9]*]]: memref<8xi8>
func.func @returned_twice(%x: tensor<8xui8>)
    -> (tensor<8xui8>, tensor<8xui8>, tensor<8xui8>) {
  // CHECK:     linalg.generic {{.*}} outs(%[[WRITTEN:[a-z0-9]*]] : memref<8xi8>)
  // CHECK:     linalg.copy
  // CHECK:     linalg.copy ins(%[[X]] : memref<8xi8>) outs(%[[C]] : memref<8xi8>)
  // CHECK-NOT: linalg.copy
  %y = qint.rescale %x {input_zero_point = 1 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [16384], shifts = [-3]>,
      output_zero_point = 2 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<8xui8>) -> tensor<8xui8>
  return %y, %y, %x : tensor<8xui8>, tensor<8xui8>, tensor<8xui8>
}

// -----

// Concatenation: each producer writes its slice; only the second use of one
// value is copied.
// CHECK-LABEL: func.func @concat(
// CHECK-SAME:      %[[X:.*]]: memref<1x4x4x2xf32>, %[[Y:.*]]: memref<1x4x4x9xf32>
func.func @concat(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x9xf32> {
  // CHECK:     %[[POOL:.*]] = memref.subview %[[Y]][0, 0, 0, 0] [1, 4, 4, 2]
  // CHECK:     qint.scheduled.pool2d max %[[X]] into %[[POOL]]
  %a = tosa.max_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>,
      pad = array<i64: 1, 1, 1, 1>} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  // CHECK:     %[[CONV:.*]] = memref.reinterpret_cast %[[Y]] to offset: [2], sizes: [1, 1, 16, 3]
  // CHECK:     qint.scheduled.conv2d {{.*}} into %[[CONV]]
  %w = "tosa.const"() {values = dense<1.0> : tensor<3x1x1x2xf32>} : () -> tensor<3x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<3xf32>} : () -> tensor<3xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x2xf32>, tensor<3x1x1x2xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x4x4x3xf32>
  // CHECK-COUNT-2: linalg.copy
  // CHECK-NOT: linalg.copy
  // CHECK:     return
  %y = tosa.concat %a, %c, %x, %a {axis = 3 : i32}
      : (tensor<1x4x4x2xf32>, tensor<1x4x4x3xf32>, tensor<1x4x4x2xf32>, tensor<1x4x4x2xf32>)
      -> tensor<1x4x4x9xf32>
  return %y : tensor<1x4x4x9xf32>
}

// -----

// A pad's operand is written into the pad's result, and the pad fills the rest.
// CHECK-LABEL: func.func @pad(
// CHECK-SAME:      %[[X:.*]]: memref<4x4xf32>, %[[Y:.*]]: memref<5x7xf32>
func.func @pad(%x: tensor<4x4xf32>) -> tensor<5x7xf32> {
  %amount = tosa.const_shape {values = dense<[1, 0, 1, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %value = "tosa.const"() {values = dense<-1.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     %[[INSIDE:.*]] = memref.subview %[[Y]][1, 1] [4, 4] [1, 1]
  // CHECK:     linalg.generic {{.*}} outs(%[[INSIDE]]
  // CHECK-NOT: linalg.copy
  // CHECK:     memref.reinterpret_cast %[[Y]] to offset: [0], sizes: [7], strides: [1]
  // CHECK:     arith.constant -1.0
  // CHECK:     memref.reinterpret_cast %[[Y]] to offset: [7], sizes: [4], strides: [7]
  // CHECK:     memref.subview %[[Y]][1, 5] [4, 2] [1, 1]
  %a = tosa.abs %x : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %y = tosa.pad %a, %amount, %value
      : (tensor<4x4xf32>, !tosa.shape<4>, tensor<1xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

// -----

// One value, three readers: a 3x3 and a 5x5 convolution and a pool. It lives
// inside of the larger halo; the smaller convolution reads a part of it.
// CHECK-LABEL: func.func @fan_out(
func.func @fan_out(%x: tensor<1x6x6x4xf32>)
    -> (tensor<1x6x6x4xf32>, tensor<1x6x6x4xf32>, tensor<1x3x3x4xf32>) {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
  %w3 = "tosa.const"() {values = dense<1.0> : tensor<3x3x4x1xf32>} : () -> tensor<3x3x4x1xf32>
  %w5 = "tosa.const"() {values = dense<1.0> : tensor<5x5x4x1xf32>} : () -> tensor<5x5x4x1xf32>
  // CHECK:     %[[HALO:.*]] = memref.alloc() : memref<1x10x10x4xf32>
  // CHECK:     %[[INSIDE:.*]] = memref.subview %[[HALO]][0, 2, 2, 0] [1, 6, 6, 4]
  // CHECK:     linalg.generic
  // CHECK-NOT: linalg.copy
  %a = tosa.abs %x : (tensor<1x6x6x4xf32>) -> tensor<1x6x6x4xf32>
  // CHECK:     %[[PART:.*]] = memref.subview %[[HALO]][0, 1, 1, 0] [1, 8, 8, 4]
  // CHECK:     qint.scheduled.depthwise_conv2d %[[PART]]
  %c3 = tosa.depthwise_conv2d %a, %w3, %b, %z, %z {acc_type = f32, pad = array<i64: 1, 1, 1, 1>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x4xf32>, tensor<3x3x4x1xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x4xf32>
  // CHECK:     qint.scheduled.depthwise_conv2d %[[HALO]]
  %c5 = tosa.depthwise_conv2d %a, %w5, %b, %z, %z {acc_type = f32, pad = array<i64: 2, 2, 2, 2>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x4xf32>, tensor<5x5x4x1xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x4xf32>
  // CHECK:     qint.scheduled.pool2d max %[[INSIDE]]
  %p = tosa.max_pool2d %a {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>,
      pad = array<i64: 0, 0, 0, 0>} : (tensor<1x6x6x4xf32>) -> tensor<1x3x3x4xf32>
  return %c3, %c5, %p : tensor<1x6x6x4xf32>, tensor<1x6x6x4xf32>, tensor<1x3x3x4xf32>
}

// -----

// A value that cannot be produced inside of a halo (an argument) is copied into
// one, once for all readers of that halo.
// CHECK-LABEL: func.func @argument_with_halo(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<2x6x6x4xf32>
func.func @argument_with_halo(%x: tensor<2x6x6x4xf32>)
    -> (tensor<2x6x6x4xf32>, tensor<2x6x6x4xf32>) {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
  %w = "tosa.const"() {values = dense<1.0> : tensor<3x3x4x1xf32>} : () -> tensor<3x3x4x1xf32>
  // CHECK:     %[[HALO:.*]] = memref.alloc() : memref<2x8x8x4xf32>
  // CHECK:     linalg.copy
  // CHECK-NOT: linalg.copy
  // CHECK:     qint.scheduled.depthwise_conv2d %[[HALO]]
  // CHECK:     qint.scheduled.depthwise_conv2d %[[HALO]]
  %0 = tosa.depthwise_conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 1, 1, 1, 1>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<2x6x6x4xf32>, tensor<3x3x4x1xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<2x6x6x4xf32>
  %1 = tosa.depthwise_conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 1, 1, 1, 1>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<2x6x6x4xf32>, tensor<3x3x4x1xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<2x6x6x4xf32>
  return %0, %1 : tensor<2x6x6x4xf32>, tensor<2x6x6x4xf32>
}

// -----

// An 8-bit convolution may read 3 bytes behind its input: not from an argument,
// and a result that one reads is not written to an output argument.
// CHECK-LABEL: func.func @reads_behind(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<1x4x4x3xi8> {{.*}}, %[[Y:[a-z0-9]*]]: memref<1x4x4x3xi8> {{.*}}, %[[Z:[a-z0-9]*]]: memref<1x4x4x3xi32>
func.func @reads_behind(%x: tensor<1x4x4x3xui8>) -> (tensor<1x4x4x3xui8>, tensor<1x4x4x3xi32>) {
  %w = arith.constant dense<1> : tensor<3x1x1x3xi8>
  %b = arith.constant dense<0> : tensor<3xi32>
  // CHECK:     %[[COPY:.*]] = memref.alloc() : memref<1x4x4x3xi8>
  // CHECK:     linalg.copy
  // CHECK:     %[[RESULT:.*]] = memref.alloc() : memref<1x4x4x3xi8>
  // CHECK:     qint.scheduled.conv2d
  // CHECK:     qint.scheduled.conv2d
  // CHECK:     linalg.copy ins({{.*}}) outs(%{{.*}} : memref<48xi8>)
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>,
      output_zero_point = 5 : i32, clamp_min = 5 : i32, clamp_max = 255 : i32}
      : (tensor<1x4x4x3xui8>, tensor<3x1x1x3xi8>, tensor<3xi32>) -> tensor<1x4x4x3xui8>
  %z = qint.conv2d %y, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 5 : i32}
      : (tensor<1x4x4x3xui8>, tensor<3x1x1x3xi8>, tensor<3xi32>) -> tensor<1x4x4x3xi32>
  return %y, %z : tensor<1x4x4x3xui8>, tensor<1x4x4x3xi32>
}

// -----

// A slice is a view; reshaping it is one only within what is contiguous.
// CHECK-LABEL: func.func @slice_and_reshape(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<4x6xf32>
func.func @slice_and_reshape(%x: tensor<4x6xf32>) -> (tensor<4x2x2xf32>, tensor<16xf32>) {
  %start = tosa.const_shape {values = dense<[0, 1]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %size = tosa.const_shape {values = dense<4> : tensor<2xindex>} : () -> !tosa.shape<2>
  %s = tosa.slice %x, %start, %size
      : (tensor<4x6xf32>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<4x4xf32>
  %split = tosa.const_shape {values = dense<[4, 2, 2]> : tensor<3xindex>} : () -> !tosa.shape<3>
  %flat = tosa.const_shape {values = dense<16> : tensor<1xindex>} : () -> !tosa.shape<1>
  // CHECK-NOT: memref.alloc
  // CHECK:     linalg.copy ins({{.*}} strided<[6, 1], offset: 1>>) outs({{.*}} : memref<4x4xf32>)
  // CHECK:     linalg.copy ins({{.*}} strided<[6, 1], offset: 1>>) outs({{.*}} : memref<4x4xf32>)
  %a = tosa.reshape %s, %split : (tensor<4x4xf32>, !tosa.shape<3>) -> tensor<4x2x2xf32>
  %b = tosa.reshape %s, %flat : (tensor<4x4xf32>, !tosa.shape<1>) -> tensor<16xf32>
  return %a, %b : tensor<4x2x2xf32>, tensor<16xf32>
}

// -----

// A 1x1 convolution of stride 1 sees all positions as one row, where neither
// side has a halo.
// CHECK-LABEL: func.func @one_by_one(
func.func @one_by_one(%x: tensor<1x7x7x8xf32>) -> tensor<1x7x7x8xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<8x1x1x8xf32>} : () -> tensor<8x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK:     qint.scheduled.conv2d {{.*}} : (memref<1x1x49x8xf32>
  // CHECK-SAME:  memref<1x1x49x8xf32>) -> ()
  %c = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x7x7x8xf32>, tensor<8x1x1x8xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x7x7x8xf32>
  return %c : tensor<1x7x7x8xf32>
}

// -----

// A layer writes rows without gaps: what becomes a column of a larger tensor is copied there.
// CHECK-LABEL: func.func @column(
// CHECK:         %[[ROWS:.*]] = memref.alloc() : memref<1x1x4x8xf32>
// CHECK:         qint.scheduled.conv2d {{.*}} into %[[ROWS]]
// CHECK:         linalg.copy ins(%{{.*}} : memref<32xf32>) outs(%{{.*}} : memref<32xf32, strided<[2]>>)
module attributes {qint.target = #qint.target<"avx2">} {
func.func @column(%x: tensor<1x1x4x8xf32>) -> tensor<4x8x2xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<8x1x1x8xf32>} : () -> tensor<8x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %s = tosa.const_shape {values = dense<[4, 8, 1]> : tensor<3xindex>} : () -> !tosa.shape<3>
  %y = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x1x4x8xf32>, tensor<8x1x1x8xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x4x8xf32>
  %r = tosa.reshape %y, %s : (tensor<1x1x4x8xf32>, !tosa.shape<3>) -> tensor<4x8x1xf32>
  %e = tosa.exp %r : (tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
  %c = tosa.concat %r, %e {axis = 2 : i32} : (tensor<4x8x1xf32>, tensor<4x8x1xf32>) -> tensor<4x8x2xf32>
  return %c : tensor<4x8x2xf32>
}
}

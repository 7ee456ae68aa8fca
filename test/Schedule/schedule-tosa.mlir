// RUN: qopt %s -split-input-file --qopt-schedule | FileCheck %s

// The scheduled form of each float op; placement has a file of its own.

// A clamp behind a convolution is the kernel's, also behind a reshape; bounds at
// infinity are none. One entry of bias serves all channels.
// CHECK-DAG: @conv_bias : memref<4xf32> = dense<[2.500000e-01, 2.500000e-01, 2.500000e-01, 0.000000e+00]>
// CHECK-DAG: @conv_weights : memref<1x1x27x4x1xf32>
// CHECK-LABEL: func.func @conv2d(
// CHECK:         linalg.fill ins(%{{.*}} : f32)
// CHECK:         qint.scheduled.conv2d
// CHECK-SAME:      float_max = 6.000000e+00 : f32, float_min = 0.000000e+00 : f32
// CHECK:         qint.scheduled.depthwise_conv2d
// CHECK-SAME:      float_min = 0.000000e+00 : f32, kernel
// CHECK-NOT:     linalg.generic
func.func @conv2d(%x: tensor<1x6x6x3xf32>) -> tensor<1x108xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<3x3x3x3xf32>} : () -> tensor<3x3x3x3xf32>
  %d = "tosa.const"() {values = dense<0.5> : tensor<1x1x3x1xf32>} : () -> tensor<1x1x3x1xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shape = tosa.const_shape {values = dense<[1, 108]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 1, 1, 1, 1>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<3x3x3x3xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32> loc("conv")
  %1 = tosa.clamp %0 {min_val = 0.0 : f32, max_val = 6.0 : f32}
      : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %2 = tosa.depthwise_conv2d %1, %d, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<1x1x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32>
  %3 = tosa.reshape %2, %shape : (tensor<1x6x6x3xf32>, !tosa.shape<2>) -> tensor<1x108xf32>
  %4 = tosa.clamp %3 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32}
      : (tensor<1x108xf32>) -> tensor<1x108xf32>
  return %4 : tensor<1x108xf32>
}

// -----

// So is the sum with a tensor that is there before the convolution runs: here
// with the input, through a reshape of the sum and with a clamp behind.
// CHECK-LABEL: func.func @residual(
// CHECK-SAME:      %[[X:.*]]: memref<1x6x6x3xf32>, %[[OUT:.*]]: memref<1x108xf32>
// CHECK:         %[[Y:.*]] = memref.reinterpret_cast %[[OUT]]
// CHECK:         qint.scheduled.depthwise_conv2d %[[X]], %{{.*}}, %{{.*}} residual %[[X]] into %[[Y]]
// CHECK-SAME:      float_min = 0.000000e+00 : f32, kernel
// CHECK-NOT:     linalg.generic
func.func @residual(%x: tensor<1x6x6x3xf32>) -> tensor<1x108xf32> {
  %d = "tosa.const"() {values = dense<0.5> : tensor<1x1x3x1xf32>} : () -> tensor<1x1x3x1xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shape = tosa.const_shape {values = dense<[1, 108]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %0 = tosa.depthwise_conv2d %x, %d, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<1x1x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32>
  %1 = tosa.add %x, %0 : (tensor<1x6x6x3xf32>, tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %2 = tosa.reshape %1, %shape : (tensor<1x6x6x3xf32>, !tosa.shape<2>) -> tensor<1x108xf32>
  %3 = tosa.clamp %2 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32}
      : (tensor<1x108xf32>) -> tensor<1x108xf32>
  return %3 : tensor<1x108xf32>
}

// -----

// Of two convolutions that are added the later one takes the sum; a tensor that
// is broadcast stays with the loop that broadcasts it.
// CHECK-LABEL: func.func @residual_of_later_value(
// CHECK:         qint.scheduled.depthwise_conv2d %{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}} into %[[A:.*]] {
// CHECK:         qint.scheduled.depthwise_conv2d %{{.*}}, %{{.*}}, %{{.*}} residual %[[A]] into %[[B:.*]] {
// CHECK:         %[[ROWS:.*]] = memref.reinterpret_cast %[[B]]
// CHECK:         linalg.generic
// CHECK-SAME:      ins(%[[ROWS]], %{{.*}} :
// CHECK:           arith.addf
func.func @residual_of_later_value(%x: tensor<1x6x6x3xf32>, %row: tensor<1x1x1x3xf32>)
    -> tensor<1x6x6x3xf32> {
  %d = "tosa.const"() {values = dense<0.5> : tensor<1x1x3x1xf32>} : () -> tensor<1x1x3x1xf32>
  %e = "tosa.const"() {values = dense<0.7> : tensor<1x1x3x1xf32>} : () -> tensor<1x1x3x1xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.depthwise_conv2d %x, %d, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<1x1x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32>
  %1 = tosa.depthwise_conv2d %x, %e, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<1x1x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32>
  %2 = tosa.add %0, %1 : (tensor<1x6x6x3xf32>, tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %3 = tosa.add %2, %row : (tensor<1x6x6x3xf32>, tensor<1x1x1x3xf32>) -> tensor<1x6x6x3xf32>
  return %3 : tensor<1x6x6x3xf32>
}

// -----

// A clamp beside another user stays: the other one wants the value before it.
// CHECK-LABEL: func.func @clamp_of_shared_value(
// CHECK:         qint.scheduled.conv2d
// CHECK-NOT:       float_min
// CHECK:         linalg.generic
// CHECK:           arith.maximumf
// CHECK:           arith.minimumf
func.func @clamp_of_shared_value(%x: tensor<1x6x6x3xf32>)
    -> (tensor<1x6x6x3xf32>, tensor<1x6x6x3xf32>) {
  %w = "tosa.const"() {values = dense<0.5> : tensor<3x3x3x3xf32>} : () -> tensor<3x3x3x3xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 1, 1, 1, 1>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x6x6x3xf32>, tensor<3x3x3x3xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x6x6x3xf32>
  %1 = tosa.clamp %0 {min_val = 0.0 : f32, max_val = 6.0 : f32}
      : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  return %0, %1 : tensor<1x6x6x3xf32>, tensor<1x6x6x3xf32>
}

// -----

// Grouped: the bias is taken from the broadcast, which is not computed itself.
// CHECK-DAG: @grouped_bias : memref<16xf32>
// CHECK-DAG: @grouped_weights : memref<2x1x27x8x1xf32>
// CHECK-LABEL: func.func @grouped(
// CHECK-NOT:     linalg.broadcast
// CHECK-NOT:     linalg.generic
// CHECK:         qint.scheduled.conv2d {{.*}} groups = 2 : i64
// CHECK-SAME:      memref<1x6x6x6xf32>
// CHECK-SAME:      memref<1x4x4x10xf32>) -> ()
func.func @grouped(%x: tensor<1x6x6x6xf32>) -> tensor<1x4x4x2x5xf32> {
  %shape = tosa.const_shape {values = dense<[1, 6, 6, 2, 3]> : tensor<5xindex>} : () -> !tosa.shape<5>
  %0 = tosa.reshape %x, %shape : (tensor<1x6x6x6xf32>, !tosa.shape<5>) -> tensor<1x6x6x2x3xf32>
  %w = arith.constant dense<0.5> : tensor<2x5x3x3x3xf32>
  %b = arith.constant dense<[[0.0, 1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0, 9.0]]> : tensor<2x5xf32>
  %empty = tensor.empty() : tensor<1x4x4x2x5xf32>
  %init = linalg.broadcast ins(%b : tensor<2x5xf32>) outs(%empty : tensor<1x4x4x2x5xf32>)
      dimensions = [0, 1, 2]
  %1 = linalg.conv_2d_nhwgc_gfhwc {strides = dense<1> : tensor<2xi64>,
      dilations = dense<1> : tensor<2xi64>}
      ins(%0, %w : tensor<1x6x6x2x3xf32>, tensor<2x5x3x3x3xf32>)
      outs(%init : tensor<1x4x4x2x5xf32>) -> tensor<1x4x4x2x5xf32> loc("grouped")
  return %1 : tensor<1x4x4x2x5xf32>
}

// -----

// One convolution for each phase of the stride, with every second tap, last
// first: taps 2 and 0 (3 values apart), tap 1.
// CHECK-DAG: @transposed_weights : memref<1x1x2x4x1xf32> = dense<{{\[\[\[\[\[}}3.000000e+00], {{.*}}[1.000000e+00]
// CHECK-DAG: @transposed_weights_{{[0-9]+}} : memref<1x1x1x4x1xf32> = dense<{{\[\[\[\[\[}}2.000000e+00]
// CHECK-LABEL: func.func @transpose_conv2d(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<1x1x4x1xf32>, %[[Y:[a-z0-9]*]]: memref<1x1x9x1xf32>
// CHECK:         %[[HALO:.*]] = memref.alloc() : memref<1x1x6x1xf32>
// CHECK:         %[[EVEN:.*]] = memref.reinterpret_cast %[[Y]] to offset: [0], sizes: [1, 1, 5, 1], strides: [9, 9, 2, 1]
// CHECK:         qint.scheduled.conv2d %[[HALO]], {{.*}} into %[[EVEN]] {{.*}} kernel = array<i64: 1, 2>
// CHECK:         %[[ODD:.*]] = memref.reinterpret_cast %[[Y]] to offset: [1], sizes: [{{.*}}4, 1], strides: [{{.*}}2, 1]
// CHECK:         qint.scheduled.conv2d {{.*}} into %[[ODD]] {{.*}} kernel = array<i64: 1, 1>
func.func @transpose_conv2d(%x: tensor<1x1x4x1xf32>) -> tensor<1x1x9x1xf32> {
  %w = "tosa.const"() {values = dense<[[[[1.0], [2.0], [3.0]]]]> : tensor<1x1x3x1xf32>}
      : () -> tensor<1x1x3x1xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.transpose_conv2d %x, %w, %b, %z, %z {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 2>}
      : (tensor<1x1x4x1xf32>, tensor<1x1x3x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x9x1xf32> loc("transposed")
  return %0 : tensor<1x1x9x1xf32>
}

// -----

// Phases of a row that see the same windows are one convolution, whose channels
// are their pixels: weights of the columns 0 and 1 of both channels, row by row.
// It adds and clamps like others.
// CHECK-DAG: @joined_weights : memref<1x1x1x4x1xf32> = dense<{{\[\[\[\[\[}}1.000000e+00], [5.000000e+00], [2.000000e+00], [6.000000e+00]]]]]>
// CHECK-DAG: @joined_weights_{{[0-9]+}} : memref<1x1x1x4x1xf32> = dense<{{\[\[\[\[\[}}3.000000e+00], [7.000000e+00], [4.000000e+00], [8.000000e+00]]]]]>
// CHECK-DAG: @joined_bias : memref<4xf32> = dense<[2.500000e-01, 5.000000e-01, 2.500000e-01, 5.000000e-01]>
// CHECK-LABEL: func.func @transpose_conv2d_joined(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<1x2x3x1xf32>, %[[R:[a-z0-9]*]]: memref<1x4x6x2xf32>, %[[Y:[a-z0-9]*]]: memref<1x4x6x2xf32>
// CHECK:         %[[Y0:.*]] = memref.reinterpret_cast %[[Y]] to offset: [0], sizes: [1, 2, 3, 4], strides: [48, 24, 4, 1]
// CHECK:         %[[R0:.*]] = memref.reinterpret_cast %[[R]] to offset: [0], sizes: [1, 2, 3, 4], strides: [48, 24, 4, 1]
// CHECK:         qint.scheduled.conv2d {{.*}} residual %[[R0]] into %[[Y0]] {{.*}}float_min = 0.000000e+00
// CHECK:         %[[Y1:.*]] = memref.reinterpret_cast %[[Y]] to offset: [12], sizes: [1, 2, 3, 4], strides: [48, 24, 4, 1]
// CHECK:         qint.scheduled.conv2d {{.*}} into %[[Y1]] {{.*}}float_min = 0.000000e+00
// CHECK-NOT:     qint.scheduled.conv2d
// CHECK-NOT:     linalg.generic
func.func @transpose_conv2d_joined(%x: tensor<1x2x3x1xf32>, %r: tensor<1x4x6x2xf32>) -> tensor<1x4x6x2xf32> {
  %w = "tosa.const"() {values = dense<[[[[1.0], [2.0]], [[3.0], [4.0]]], [[[5.0], [6.0]], [[7.0], [8.0]]]]> : tensor<2x2x2x1xf32>}
      : () -> tensor<2x2x2x1xf32>
  %b = "tosa.const"() {values = dense<[0.25, 0.5]> : tensor<2xf32>} : () -> tensor<2xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.transpose_conv2d %x, %w, %b, %z, %z {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 2, 2>}
      : (tensor<1x2x3x1xf32>, tensor<2x2x2x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x4x6x2xf32> loc("joined")
  %1 = tosa.add %0, %r : (tensor<1x4x6x2xf32>, tensor<1x4x6x2xf32>) -> tensor<1x4x6x2xf32>
  %2 = tosa.clamp %1 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32} : (tensor<1x4x6x2xf32>) -> tensor<1x4x6x2xf32>
  return %2 : tensor<1x4x6x2xf32>
}

// -----

// The stride is larger than the kernel: positions in between hold the bias.
// CHECK-LABEL: func.func @transpose_conv2d_with_gaps(
// CHECK:         qint.scheduled.conv2d
// CHECK:         linalg.generic {{.*}} ins(%{{.*}} : memref<f32>)
// CHECK:         linalg.generic {{.*}} ins(%{{.*}} : memref<f32>)
func.func @transpose_conv2d_with_gaps(%x: tensor<1x1x4x1xf32>) -> tensor<1x1x12x1xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tosa.const"() {values = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.transpose_conv2d %x, %w, %b, %z, %z {acc_type = f32, out_pad = array<i64: 0, 0, 0, 2>,
      stride = array<i64: 1, 3>}
      : (tensor<1x1x4x1xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x12x1xf32>
  return %0 : tensor<1x1x12x1xf32>
}

// -----

// Chains with single users are one loop, constants of one value are scalars in
// it, and what is broadcast is read by a map.
// CHECK-LABEL: func.func @chain(
// CHECK:         linalg.generic {{.*}} ins({{.*}} : memref<4x6xf32>, memref<6xf32>) outs({{.*}} : memref<4x6xf32>)
// CHECK:           %[[SUM:.*]] = arith.addf
// CHECK:           %[[SIGMOID:.*]] = qint.vector.sigmoid %[[SUM]]
// CHECK:           arith.mulf %[[SUM]], %[[SIGMOID]]
// CHECK:           arith.constant 3.0
// CHECK:           arith.addf
// CHECK-NOT:     linalg.generic
func.func @chain(%x: tensor<4x6xf32>, %y: tensor<1x6xf32>) -> tensor<4x6xf32> {
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %three = "tosa.const"() {values = dense<3.0> : tensor<1x1xf32>} : () -> tensor<1x1xf32>
  %0 = tosa.add %x, %y : (tensor<4x6xf32>, tensor<1x6xf32>) -> tensor<4x6xf32>
  %1 = tosa.sigmoid %0 : (tensor<4x6xf32>) -> tensor<4x6xf32>
  %2 = tosa.mul %0, %1, %shift : (tensor<4x6xf32>, tensor<4x6xf32>, tensor<1xi8>) -> tensor<4x6xf32>
  %3 = tosa.add %2, %three : (tensor<4x6xf32>, tensor<1x1xf32>) -> tensor<4x6xf32>
  return %3 : tensor<4x6xf32>
}

// -----

// A value that is broadcast is computed once per element, not once per use.
// CHECK-LABEL: func.func @broadcast_is_materialized(
// CHECK:         linalg.generic {{.*}} outs({{.*}} : memref<6xf32>)
// CHECK:           math.exp
// CHECK:         linalg.generic {{.*}} outs({{.*}} : memref<4x6xf32>)
// CHECK:           arith.addf
func.func @broadcast_is_materialized(%x: tensor<4x6xf32>, %y: tensor<1x6xf32>) -> tensor<4x6xf32> {
  %0 = tosa.exp %y : (tensor<1x6xf32>) -> tensor<1x6xf32>
  %1 = tosa.add %x, %0 : (tensor<4x6xf32>, tensor<1x6xf32>) -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}

// -----

// Booleans take a byte in memory and a bit in between.
// CHECK-LABEL: func.func @booleans(
// CHECK-SAME:      memref<8xi8> {qopt.element_type = i1},
// CHECK:         arith.cmpf ogt
// CHECK:         %[[BIT:.*]] = arith.trunci %{{.*}} : i8 to i1
// CHECK:         arith.andi %{{.*}}, %[[BIT]] : i1
// CHECK:         %[[BYTE:.*]] = arith.extui %{{.*}} : i1 to i8
// CHECK:         linalg.yield %[[BYTE]]
func.func @booleans(%a: tensor<8xi1>, %x: tensor<8xf32>, %y: tensor<8xf32>) -> tensor<8xi1> {
  %0 = tosa.greater %x, %y : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
  %1 = tosa.logical_and %0, %a : (tensor<8xi1>, tensor<8xi1>) -> tensor<8xi1>
  return %1 : tensor<8xi1>
}

// -----

// Conversion to integers: rounded to nearest even, saturated at 2^31, NaN is 0.
// CHECK-LABEL: func.func @cast(
// CHECK:         math.roundeven
// CHECK:         arith.constant 2.14748365E+9
// CHECK:         arith.cmpf oge
// CHECK:         arith.cmpf olt
// CHECK:         arith.cmpf uno
// CHECK:         %[[SAFE:.*]] = arith.select
// CHECK:         arith.fptosi %[[SAFE]]
// CHECK:         arith.constant -2147483648
// CHECK:         arith.select
// CHECK:         arith.constant 2147483647
// CHECK:         arith.select
func.func @cast(%x: tensor<8xf32>) -> tensor<8xi32> {
  %0 = tosa.cast %x : (tensor<8xf32>) -> tensor<8xi32>
  return %0 : tensor<8xi32>
}

// -----

// CHECK-LABEL: func.func @matmul(
// CHECK:         qint.scheduled.batch_matmul {{.*}} : (memref<2x5x8xf32>, memref<2x8x7xf32>, memref<2x5x7xf32>)
func.func @matmul(%a: tensor<2x5x8xf32>, %b: tensor<2x8x7xf32>) -> tensor<2x5x7xf32> {
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.matmul %a, %b, %z, %z
      : (tensor<2x5x8xf32>, tensor<2x8x7xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<2x5x7xf32>
  return %0 : tensor<2x5x7xf32>
}

// -----

// Softmax: the exponentials are read twice, so they are stored.
// CHECK-LABEL: func.func @softmax(
// CHECK:         qint.scheduled.reduce max
// CHECK:         linalg.generic
// CHECK:           arith.subf
// CHECK:           math.exp
// CHECK:         qint.scheduled.reduce sum
// CHECK:         linalg.generic
// CHECK:           arith.divf
// CHECK:         linalg.generic
// CHECK:           arith.mulf
func.func @softmax(%x: tensor<4x10xf32>) -> tensor<4x10xf32> {
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %m = tosa.reduce_max %x {axis = 1 : i32} : (tensor<4x10xf32>) -> tensor<4x1xf32>
  %s = tosa.sub %x, %m : (tensor<4x10xf32>, tensor<4x1xf32>) -> tensor<4x10xf32>
  %e = tosa.exp %s : (tensor<4x10xf32>) -> tensor<4x10xf32>
  %t = tosa.reduce_sum %e {axis = 1 : i32} : (tensor<4x10xf32>) -> tensor<4x1xf32>
  %r = tosa.reciprocal %t : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %y = tosa.mul %e, %r, %shift : (tensor<4x10xf32>, tensor<4x1xf32>, tensor<1xi8>) -> tensor<4x10xf32>
  return %y : tensor<4x10xf32>
}

// -----

// A view of one column of a matrix, which is reduced as a row, becomes one first.
// CHECK-LABEL: func.func @reduce_column(
// CHECK:         linalg.copy ins(%{{.*}} : memref<4xf32, strided<[5]>>) outs(%[[ROW:.*]] : memref<4xf32>)
// CHECK:         qint.scheduled.reduce sum %[[ROW]]
func.func @reduce_column(%x: tensor<4x5xf32>) -> tensor<1xf32> {
  %zero = tosa.const_shape {values = dense<0> : tensor<2xindex>} : () -> !tosa.shape<2>
  %column = tosa.const_shape {values = dense<[4, 1]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %row = tosa.const_shape {values = dense<4> : tensor<1xindex>} : () -> !tosa.shape<1>
  %a = tosa.abs %x : (tensor<4x5xf32>) -> tensor<4x5xf32>
  %s = tosa.slice %a, %zero, %column : (tensor<4x5xf32>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<4x1xf32>
  %r = tosa.reshape %s, %row : (tensor<4x1xf32>, !tosa.shape<1>) -> tensor<4xf32>
  %y = tosa.reduce_sum %r {axis = 0 : i32} : (tensor<4xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

// -----

// Along other dimensions sums are chains in order, from 0.
// CHECK-LABEL: func.func @reduce_along_rows(
// CHECK:         linalg.fill ins(%{{.*}} : f32)
// CHECK:         linalg.generic {{.*}} iterator_types = ["reduction", "parallel"]
// CHECK:           %[[SUM:.*]] = arith.addf %out, %in
// CHECK:           linalg.yield %[[SUM]]
func.func @reduce_along_rows(%x: tensor<4x10xf32>) -> tensor<1x10xf32> {
  %t = tosa.reduce_sum %x {axis = 0 : i32} : (tensor<4x10xf32>) -> tensor<1x10xf32>
  return %t : tensor<1x10xf32>
}

// -----

// CHECK-LABEL: func.func @argmax(
// CHECK-DAG:     arith.constant 0xFF800000 : f32
// CHECK:         linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]
// CHECK:           arith.cmpf ugt
// CHECK:           arith.cmpf ord
// CHECK:           linalg.index 1
func.func @argmax(%x: tensor<4x10xf32>) -> tensor<4xi32> {
  %t = tosa.argmax %x {axis = 1 : i32} : (tensor<4x10xf32>) -> tensor<4xi32>
  return %t : tensor<4xi32>
}

// -----

// Twice as large, nearest neighbours: strided copies, first along the width.
// CHECK-LABEL: func.func @resize_nearest(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<1x2x4x3xf32>, %[[Y:[a-z0-9]*]]: memref<1x4x8x3xf32>
// CHECK:         memref.alloc() : memref<1x2x8x3xf32>
// CHECK:         linalg.generic {{.*}} outs({{.*}} : memref<8x3xf32, strided<[6, 1]>>)
func.func @resize_nearest(%x: tensor<1x2x4x3xf32>) -> tensor<1x4x8x3xf32> {
  %scale = tosa.const_shape {values = dense<[2, 1, 2, 1]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %offset = tosa.const_shape {values = dense<0> : tensor<2xindex>} : () -> !tosa.shape<2>
  %border = tosa.const_shape {values = dense<1> : tensor<2xindex>} : () -> !tosa.shape<2>
  %0 = tosa.resize %x, %scale, %offset, %border {mode = NEAREST_NEIGHBOR}
      : (tensor<1x2x4x3xf32>, !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<1x4x8x3xf32>
  return %0 : tensor<1x4x8x3xf32>
}

// -----

// Bilinear: one loop per phase and border; the weights are those of the phase.
// CHECK-LABEL: func.func @resize_bilinear(
// CHECK:         linalg.generic
// CHECK:           arith.mulf
// CHECK:           arith.mulf
// CHECK:           arith.addf
func.func @resize_bilinear(%x: tensor<1x2x4x3xf32>) -> tensor<1x3x7x3xf32> {
  %scale = tosa.const_shape {values = dense<[2, 1, 2, 1]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %offset = tosa.const_shape {values = dense<0> : tensor<2xindex>} : () -> !tosa.shape<2>
  %border = tosa.const_shape {values = dense<0> : tensor<2xindex>} : () -> !tosa.shape<2>
  %0 = tosa.resize %x, %scale, %offset, %border {mode = BILINEAR}
      : (tensor<1x2x4x3xf32>, !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<1x3x7x3xf32>
  return %0 : tensor<1x3x7x3xf32>
}

// -----

// CHECK-DAG: #[[$REVERSED:.*]] = affine_map<(d0, d1) -> (d0, -d1 + 5)>
// CHECK-LABEL: func.func @gathers(
// CHECK:         linalg.generic {indexing_maps = [#[[$REVERSED]],
// CHECK:         linalg.generic {{.*}} outs({{.*}} : memref<2x4x3x6xf32>)
// CHECK:         linalg.generic
// CHECK:           arith.maxsi
// CHECK:           arith.minsi
// CHECK:           memref.load
func.func @gathers(%x: tensor<4x6xf32>, %table: tensor<1x9x5xf32>, %i: tensor<1x4xi32>)
    -> (tensor<4x6xf32>, tensor<8x18xf32>, tensor<1x4x5xf32>) {
  %0 = tosa.reverse %x {axis = 1 : i32} : (tensor<4x6xf32>) -> tensor<4x6xf32>
  %times = tosa.const_shape {values = dense<[2, 3]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %1 = tosa.tile %x, %times : (tensor<4x6xf32>, !tosa.shape<2>) -> tensor<8x18xf32>
  %2 = tosa.gather %table, %i : (tensor<1x9x5xf32>, tensor<1x4xi32>) -> tensor<1x4x5xf32>
  return %0, %1, %2 : tensor<4x6xf32>, tensor<8x18xf32>, tensor<1x4x5xf32>
}

// -----

// Any other linalg op: itself, on buffers. The initial value is copied where it
// is read.
// CHECK-LABEL: func.func @structured(
// CHECK-SAME:      %[[X:[a-z0-9]*]]: memref<1x6x6x3xf32>, %[[INIT:[a-z0-9]*]]: memref<1x2x2x3xf32>, %[[Y:[a-z0-9]*]]: memref<1x2x2x3xf32>
// CHECK:         linalg.copy
// CHECK:         linalg.pooling_nhwc_max {{.*}} ins(%[[X]], {{.*}}) outs(%[[Y]] : memref<1x2x2x3xf32>)
func.func @structured(%x: tensor<1x6x6x3xf32>, %init: tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32> {
  %window = tensor.empty() : tensor<3x3xf32>
  %0 = linalg.pooling_nhwc_max {strides = dense<1> : tensor<2xi64>,
      dilations = dense<2> : tensor<2xi64>}
      ins(%x, %window : tensor<1x6x6x3xf32>, tensor<3x3xf32>)
      outs(%init : tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  return %0 : tensor<1x2x2x3xf32>
}

// -----

// Amounts that shift out all bits are defined: the loop never shifts by more than 31.
// CHECK-LABEL: func.func @shift(
// CHECK:         %[[INSIDE:.*]] = arith.cmpi ule, %{{.*}}, %[[LAST:.*]] : i32
// CHECK:         %[[AMOUNT:.*]] = arith.select %[[INSIDE]], %{{.*}}, %[[LAST]] : i32
// CHECK:         %[[SHIFTED:.*]] = arith.shli %{{.*}}, %[[AMOUNT]] : i32
// CHECK:         arith.select %[[INSIDE]], %[[SHIFTED]], %{{.*}} : i32
func.func @shift(%x: tensor<4xi32>, %n: tensor<4xi32>) -> tensor<4xi32> {
  %y = tosa.logical_left_shift %x, %n : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

// RUN: qopt %s -split-input-file --qopt-schedule | FileCheck %s

// A small network: the quantized input goes straight into the inside of the
// convolution's halo, through a reshape; the pool writes the row that the fully
// connected layer reads; the last layer writes the output argument.
module attributes {qint.target = #qint.target<"avx512vnni">} {
// CHECK:       memref.global "private" constant @conv_weights : memref<1x1x3x16x4xi8>
// CHECK-LABEL: func.func @network(
// CHECK-SAME:      %[[X:.*]]: memref<1x1x8x8xf32> {qopt.name = "input"},
// CHECK-SAME:      %[[Y:.*]]: memref<1x3xf32> {qopt.name = "output", qopt.output})
func.func @network(%x: tensor<1x1x8x8xf32> {qopt.name = "input"})
    -> (tensor<1x3xf32> {qopt.name = "output"}) {
  // CHECK:     %[[HALO:.*]] = memref.alloc() : memref<1x10x10x1xi8>
  // CHECK-COUNT-4: linalg.fill ins({{.*}} : i8)
  // CHECK:     %[[INSIDE:.*]] = memref.reinterpret_cast %[[HALO]] to offset: [11], sizes: [8, 8], strides: [10, 1]
  // CHECK:     linalg.generic {{.*}} outs(%[[INSIDE]]
  // CHECK:       arith.mulf
  // CHECK:       arith.bitcast
  // CHECK-NOT: linalg.copy
  %stored = qint.quantize %x {scale = 0.5 : f32, zero_point = 3 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32} : (tensor<1x1x8x8xf32>) -> tensor<1x1x8x8xui8>
  %image = qint.reshape %stored : (tensor<1x1x8x8xui8>) -> tensor<1x8x8x1xui8>
  %w = arith.constant dense<1> : tensor<4x3x3x1xi8>
  %b = arith.constant dense<[1, 2, 3, 4]> : tensor<4xi32>
  // CHECK:     %[[CONV:.*]] = memref.alloc() : memref<1x8x8x4xi8>
  // CHECK:     qint.scheduled.conv2d %[[HALO]], {{.*}} into %[[CONV]]
  // CHECK-SAME:  clamp_min = 5 : i32
  // CHECK-SAME:  mode = #qint<rescale_mode fixed16>
  %c = qint.conv2d %image, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>,
      output_zero_point = 5 : i32, clamp_min = 5 : i32, clamp_max = 255 : i32}
      : (tensor<1x8x8x1xui8>, tensor<4x3x3x1xi8>, tensor<4xi32>) -> tensor<1x8x8x4xui8>
      loc("conv")
  // CHECK:     %[[ROW:.*]] = memref.alloc() : memref<1x1x1x64xi8>
  // CHECK:     %[[POOL:.*]] = memref.reinterpret_cast %[[ROW]] to offset: [0], sizes: [1, 4, 4, 4]
  // CHECK:     qint.scheduled.pool2d max %[[CONV]] into %[[POOL]]
  %p = qint.max_pool2d %c {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>,
      pad = array<i64: 0, 0, 0, 0>} : (tensor<1x8x8x4xui8>) -> tensor<1x4x4x4xui8>
  %row = qint.reshape %p : (tensor<1x4x4x4xui8>) -> tensor<1x1x1x64xui8>
  %w2 = arith.constant dense<2> : tensor<3x1x1x64xi8>
  %b2 = arith.constant dense<[1, 2, 3]> : tensor<3xi32>
  // CHECK:     qint.scheduled.conv2d %[[ROW]]
  // CHECK-NOT:   mode
  %f = qint.conv2d %row, %w2, %b2 {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 5 : i32}
      : (tensor<1x1x1x64xui8>, tensor<3x1x1x64xi8>, tensor<3xi32>) -> tensor<1x1x1x3xi32>
  %flat = qint.reshape %f : (tensor<1x1x1x3xi32>) -> tensor<1x3xi32>
  // CHECK:     %[[OUT:.*]] = memref.reinterpret_cast %[[Y]] to offset: [0], sizes: [3]
  // CHECK:     linalg.generic {{.*}} outs(%[[OUT]] : memref<3xf32>)
  // CHECK:       arith.sitofp
  // CHECK:       arith.mulf
  // CHECK:     return
  %d = qint.dequantize %flat {scales = array<f32: 0.5, 0.25, 0.125>}
      : (tensor<1x3xi32>) -> tensor<1x3xf32>
  return %d : tensor<1x3xf32>
}
}

// -----

// Arguments without elements, of which nothing is read or written, have no strides.
// CHECK-LABEL: func.func @empty(
// CHECK-SAME:      %{{[^:]*}}: memref<0xf32> {qopt.name = "past", qopt.shape = array<i64: 2, 0, 4>},
// CHECK-SAME:      %{{[^:]*}}: memref<0xf32> {qopt.output, qopt.shape = array<i64: 3, 0>})
// CHECK-NEXT:    return
func.func @empty(%past: tensor<2x0x4xf32> {qopt.name = "past"}) -> tensor<3x0xf32> {
  %none = tensor.empty() : tensor<3x0xf32>
  return %none : tensor<3x0xf32>
}

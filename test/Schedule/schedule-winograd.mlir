// RUN: qopt %s -split-input-file --qopt-schedule --remark-policy=all --remarks-filter=qopt-schedule 2>%t | FileCheck %s
// RUN: FileCheck %s --check-prefix=REMARK <%t

// The scratch of a band: rows of an odd number of cache lines.
// CHECK:       memref.global "private" constant @conv_weights : memref<4x36x64x32x2xi16>
// CHECK-LABEL: func.func @large_layer(
// CHECK:         %[[V:.*]] = memref.alloc() : memref<36x[[MATRIX:[0-9]+]]xi16>
// CHECK:         %[[P:.*]] = memref.alloc() : memref<[[TILES:[0-9]+]]x1168xi32>
// CHECK:         qint.scheduled.winograd_conv2d {{.*}} multipliers {{.*}} shifts {{.*}} into {{.*}} scratch %[[V]], %[[P]]
// CHECK-SAME:      {band = array<i64: {{[0-9]+}}, 7>, clamp_max = 200 : i32, clamp_min = 7 : i32, mode = #qint<rescale_mode fixed16>, output_zero_point = 7 : i32, tile = #qint.tile<{{[0-9]+}} x 32>}
// REMARK: [Analysis] tile | Category:qopt-schedule | Remark="conv2d 3x3 by Winograd: tile {{[0-9]+}} x 32, bands of {{[0-9]+}} x 7 image tiles, about {{[0-9]+}} cycles, direct {{[0-9]+}}"
module attributes {qint.target = #qint.target<"avx512vnni">} {
func.func @large_layer(%x: tensor<1x28x28x128xui8>) -> tensor<1x28x28x128xui8> {
  %w = arith.constant dense<1> : tensor<128x3x3x128xi8>
  %b = arith.constant dense<10> : tensor<128xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [9]>,
      output_zero_point = 7 : i32, clamp_min = 7 : i32, clamp_max = 200 : i32}
      : (tensor<1x28x28x128xui8>, tensor<128x3x3x128xi8>, tensor<128xi32>) -> tensor<1x28x28x128xui8> loc("conv")
  return %y : tensor<1x28x28x128xui8>
}
}

// -----

// 1152 weights of 127 leave the interval in which sums are exact; so would those of
// one channel alone.
// CHECK-LABEL: func.func @sums_too_large(
// CHECK:         qint.scheduled.conv2d
// REMARK: [Missed] winograd | Category:qopt-schedule | Remark="conv2d 3x3 stays direct: in Winograd form the sums of output channel 0 need not be exact, its positive weights add up to 146304 and its negative ones to 0, less than 131587 is wanted"
// REMARK: Remark="conv2d 3x3: tile
module attributes {qint.target = #qint.target<"avx512vnni">} {
func.func @sums_too_large(%x: tensor<1x28x28x128xui8>) -> tensor<1x28x28x128xi32> {
  %w = arith.constant dense<127> : tensor<128x3x3x128xi8>
  %b = arith.constant dense<10> : tensor<128xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x28x28x128xui8>, tensor<128x3x3x128xi8>, tensor<128xi32>) -> tensor<1x28x28x128xi32>
  return %y : tensor<1x28x28x128xi32>
}
}

// -----

// Strides, dilations and groups have no Winograd form.
// CHECK-LABEL: func.func @strides(
// CHECK-NOT:     winograd
// CHECK:         return
module attributes {qint.target = #qint.target<"avx512vnni">} {
func.func @strides(%x: tensor<1x28x28x128xui8>) -> (tensor<1x14x14x128xi32>, tensor<1x24x24x128xi32>) {
  %w = arith.constant dense<1> : tensor<128x3x3x128xi8>
  %b = arith.constant dense<10> : tensor<128xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 0, 1, 0>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x28x28x128xui8>, tensor<128x3x3x128xi8>, tensor<128xi32>) -> tensor<1x14x14x128xi32>
  %1 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 2, 2>}
      : (tensor<1x28x28x128xui8>, tensor<128x3x3x128xi8>, tensor<128xi32>) -> tensor<1x24x24x128xi32>
  return %0, %1 : tensor<1x14x14x128xi32>, tensor<1x24x24x128xi32>
}
}

// -----

// Small images would wait for the weights.
// CHECK-LABEL: func.func @small_image(
// CHECK-NOT:     winograd
// CHECK:         return
module attributes {qint.target = #qint.target<"avx512vnni">} {
func.func @small_image(%x: tensor<1x7x7x512xui8>) -> tensor<1x7x7x512xi32> {
  %w = arith.constant dense<1> : tensor<512x3x3x512xi8>
  %b = arith.constant dense<10> : tensor<512xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x7x7x512xui8>, tensor<512x3x3x512xi8>, tensor<512xi32>) -> tensor<1x7x7x512xi32>
  return %y : tensor<1x7x7x512xi32>
}
}

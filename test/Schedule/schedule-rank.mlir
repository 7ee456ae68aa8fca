// RUN: qopt %s --qopt-schedule | FileCheck %s

module attributes {qint.target = #qint.target<"avx2">} {

// The first ranks are the best of each form: who tries a few tries all forms.
// CHECK-LABEL: func.func @forms(
// CHECK-DAG:     qint.scheduled.winograd_conv2d
// CHECK-DAG:     qint.scheduled.chained_conv2d
// CHECK-DAG:     qint.scheduled.conv2d
// CHECK:         return
func.func @forms(%x: tensor<1x28x28x64xui8>) -> (tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>) {
  %w = arith.constant dense<3> : tensor<64x3x3x64xi8>
  %b = arith.constant dense<0> : tensor<64xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x28x28x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x28x28x64xi32>
  %1 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = 1 : i64}
      : (tensor<1x28x28x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x28x28x64xi32>
  %2 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = 2 : i64}
      : (tensor<1x28x28x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x28x28x64xi32>
  return %0, %1, %2 : tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>
}

// Behind the end of the list is its last choice, in front of it its first.
// CHECK-LABEL: func.func @ends(
// CHECK:         qint.scheduled.conv2d {{.*}} tile = #qint.tile<1 x 8>
// CHECK:         qint.scheduled.winograd_conv2d
// CHECK:         return
func.func @ends(%x: tensor<1x28x28x64xui8>) -> (tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>) {
  %w = arith.constant dense<3> : tensor<64x3x3x64xi8>
  %b = arith.constant dense<0> : tensor<64xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = 1000000 : i64}
      : (tensor<1x28x28x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x28x28x64xi32>
  %1 = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = -1 : i64}
      : (tensor<1x28x28x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x28x28x64xi32>
  return %0, %1 : tensor<1x28x28x64xi32>, tensor<1x28x28x64xi32>
}

}

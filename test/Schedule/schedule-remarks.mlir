// RUN: qopt %s --qopt-schedule --remark-policy=all --remarks-filter=qopt-schedule 2>&1 >/dev/null | FileCheck %s

module attributes {qint.target = #qint.target<"avx512vnni">} {
func.func @tiles(%x: tensor<1x56x56x64xui8>, %m: tensor<2x7x32xf32>, %k: tensor<2x32x40xf32>)
    -> (tensor<1x56x56x64xi32>, tensor<1x56x56x64xi32>, tensor<2x7x40xf32>) {
  %w = arith.constant dense<1> : tensor<64x3x3x64xi8>
  %d = arith.constant dense<1> : tensor<3x3x64x1xi8>
  %b = arith.constant dense<0> : tensor<64xi32>
  // CHECK: remark: [Analysis] tile | Category:qopt-schedule | Remark="conv2d 3x3: tile {{[0-9]+}} x {{[0-9]+}}, about {{[0-9]+}} cycles"
  // CHECK-NEXT: qint.conv2d
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>,
      dilation = array<i64: 2, 2>}
      : (tensor<1x56x56x64xui8>, tensor<64x3x3x64xi8>, tensor<64xi32>) -> tensor<1x56x56x64xi32>
  // CHECK: remark: {{.*}} Remark="depthwise_conv2d 3x3: tile {{[0-9]+}} x {{[0-9]+}}, about
  %1 = qint.depthwise_conv2d %x, %d, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x56x56x64xui8>, tensor<3x3x64x1xi8>, tensor<64xi32>) -> tensor<1x56x56x64xi32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // CHECK: remark: {{.*}} Remark="batch_matmul: tile 7 x 48, about
  %2 = tosa.matmul %m, %k, %z, %z
      : (tensor<2x7x32xf32>, tensor<2x32x40xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<2x7x40xf32>
  return %0, %1, %2 : tensor<1x56x56x64xi32>, tensor<1x56x56x64xi32>, tensor<2x7x40xf32>
}

// The second best of the cost model, as tuning asks for it; the last one where there
// are not so many.
func.func @rank(%x: tensor<1x1x14x64xui8>) -> (tensor<1x1x14x32xi32>, tensor<1x1x14x32xi32>) {
  %w = arith.constant dense<1> : tensor<32x1x1x64xi8>
  %b = arith.constant dense<0> : tensor<32xi32>
  // CHECK: remark: {{.*}} Remark="conv2d 1x1: tile 14 x 32, about
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x1x14x64xui8>, tensor<32x1x1x64xi8>, tensor<32xi32>) -> tensor<1x1x14x32xi32>
  // CHECK-NOT: tile 14 x 32
  // CHECK: remark: {{.*}} Remark="conv2d 1x1: tile {{[0-9]+}} x {{[0-9]+}}, about
  %1 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = 1 : i64}
      : (tensor<1x1x14x64xui8>, tensor<32x1x1x64xi8>, tensor<32xi32>) -> tensor<1x1x14x32xi32>
  return %0, %1 : tensor<1x1x14x32xi32>, tensor<1x1x14x32xi32>
}
}

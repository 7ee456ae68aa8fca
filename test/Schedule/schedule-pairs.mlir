// RUN: qopt %s --qopt-schedule | FileCheck %s
// RUN: qopt %s --qopt-schedule --remark-policy=all --remarks-filter=qopt-schedule 2>&1 >/dev/null | FileCheck %s --check-prefix=REMARK

module attributes {qint.target = #qint.target<"avx512vnni">} {

// 8 of 24 channels for two positions at once.
// CHECK-LABEL: func.func @pairs
// CHECK:         qint.scheduled.conv2d {{.*}}doubled_channels = 8 : i64
// REMARK:      Remark="conv2d 3x3: tile {{[0-9]+}} x 32 in pairs of positions, about
func.func @pairs(%x: tensor<1x44x44x96xf32>) -> tensor<1x42x42x24xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<24x3x3x96xf32>} : () -> tensor<24x3x3x96xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<24xf32>} : () -> tensor<24xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x44x44x96xf32>, tensor<24x3x3x96xf32>, tensor<24xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x42x42x24xf32>
  return %0 : tensor<1x42x42x24xf32>
}

// 32 fill two vectors.
// CHECK-LABEL: func.func @full
// CHECK-NOT:     doubled_channels
// REMARK:      Remark="conv2d 3x3: tile 14 x 32, about
func.func @full(%x: tensor<1x44x44x96xf32>) -> tensor<1x42x42x32xf32> {
  %w = "tosa.const"() {values = dense<1.0> : tensor<32x3x3x96xf32>} : () -> tensor<32x3x3x96xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<32xf32>} : () -> tensor<32xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x44x44x96xf32>, tensor<32x3x3x96xf32>, tensor<32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x42x42x32xf32>
  return %0 : tensor<1x42x42x32xf32>
}
}

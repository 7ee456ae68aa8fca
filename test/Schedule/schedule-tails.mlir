// RUN: sed s/CPU/znver4/ %s | qopt --qopt-schedule --split-input-file | FileCheck %s --check-prefix=ZEN
// RUN: sed s/CPU/icelake-server/ %s | qopt --qopt-schedule --split-input-file | FileCheck %s --check-prefix=SERVER

// Three rows of 9 bytes: 6 whole steps, and one of their last bytes, where gathering these pays.
// ZEN-LABEL:    func @colors
// ZEN:            qint.scheduled.conv2d
// ZEN-SAME:         joined_tails
// ZEN-SAME:         memref<1x1x7x32x4xi8>
// SERVER-LABEL: func @colors
// SERVER:         qint.scheduled.conv2d
// SERVER-NOT:       joined_tails
// SERVER-SAME:      memref<1x1x9x32x4xi8>
module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "CPU", qopt.features = "",
                   qopt.triple = "x86_64-unknown-linux-gnu"} {
func.func @colors(%x: tensor<1x33x33x3xui8>) -> tensor<1x16x16x32xi32> {
  %w = arith.constant dense<1> : tensor<32x3x3x3xi8>
  %b = arith.constant dense<10> : tensor<32xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x33x33x3xui8>, tensor<32x3x3x3xi8>, tensor<32xi32>) -> tensor<1x16x16x32xi32>
  return %y : tensor<1x16x16x32xi32>
}
}

// -----

// Five rows of 50 bytes: 10 bytes are too many for the 2 steps that they save.
// ZEN-LABEL:    func @long_rows
// ZEN:            qint.scheduled.conv2d
// ZEN-NOT:          joined_tails
// ZEN-SAME:         memref<1x1x65x32x4xi8>
module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "CPU", qopt.features = "",
                   qopt.triple = "x86_64-unknown-linux-gnu"} {
func.func @long_rows(%x: tensor<1x12x12x10xui8>) -> tensor<1x8x8x32xi32> {
  %w = arith.constant dense<1> : tensor<32x5x5x10xi8>
  %b = arith.constant dense<10> : tensor<32xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x12x12x10xui8>, tensor<32x5x5x10xi8>, tensor<32xi32>) -> tensor<1x8x8x32xi32>
  return %y : tensor<1x8x8x32xi32>
}
}

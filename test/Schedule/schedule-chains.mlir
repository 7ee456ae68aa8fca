// RUN: qopt %s --qopt-schedule | FileCheck %s
// RUN: qopt %s --qopt-schedule --remark-policy=all --remarks-filter=qopt-schedule 2>&1 >/dev/null | FileCheck %s --check-prefix=REMARK

module attributes {qint.target = #qint.target<"avx2">} {

// Weights of 3: a lane holds 42 of them, but a tile holds the weights of 4 slots. 256 elements
// are 64 slots, in 16 chains; the last number is for tiles whose lanes are positions.
// CHECK-DAG: memref.global {{.*}} : memref<1x6xi32> = dense<{{\[\[}}0, 16, 0, 0, 0, 0]]>
// CHECK-LABEL: func @chained
// CHECK:         qint.scheduled.chained_conv2d {{.*}} offsets {{.*}} chains {{.*}} : ({{.*}}, memref<64x8x4xi8>, {{.*}}, memref<64xi32>, memref<1x6xi32>)
// REMARK: Remark="chained_conv2d of 1.00 slots for four elements and 4.00 in a chain 1x1: tile
func.func @chained(%x: tensor<1x14x14x256xui8>) -> tensor<1x14x14x8xi32> {
  %w = arith.constant dense<3> : tensor<8x1x1x256xi8>
  %b = arith.constant dense<0> : tensor<8xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x14x14x256xui8>, tensor<8x1x1x256xi8>, tensor<8xi32>) -> tensor<1x14x14x8xi32>
  return %0 : tensor<1x14x14x8xi32>
}

// Weights of 127: each slot is split, and each half fills a chain. Words are faster.
// CHECK-LABEL: func @words
// CHECK:         qint.scheduled.conv2d {{.*}} memref<1x1x128x{{[0-9]+}}x2xi16>
// REMARK: Remark="conv2d 1x1: tile
func.func @words(%x: tensor<1x14x14x256xui8>) -> tensor<1x14x14x8xi32> {
  %w = arith.constant dense<127> : tensor<8x1x1x256xi8>
  %b = arith.constant dense<0> : tensor<8xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x14x14x256xui8>, tensor<8x1x1x256xi8>, tensor<8xi32>) -> tensor<1x14x14x8xi32>
  return %0 : tensor<1x14x14x8xi32>
}

// Groups have short reductions: words as well.
// CHECK-LABEL: func @groups
// CHECK:         qint.scheduled.conv2d {{.*}} groups = 2
func.func @groups(%x: tensor<1x14x14x256xui8>) -> tensor<1x14x14x16xi32> {
  %w = arith.constant dense<3> : tensor<16x1x1x128xi8>
  %b = arith.constant dense<0> : tensor<16xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, groups = 2 : i64}
      : (tensor<1x14x14x256xui8>, tensor<16x1x1x128xi8>, tensor<16xi32>) -> tensor<1x14x14x16xi32>
  return %0 : tensor<1x14x14x16xi32>
}

// Weights of 20: three slots fit a chain, but where lanes are positions they go in pairs, so
// that all panels are alike. 64 elements are 16 slots, in 8 pairs.
// CHECK-LABEL: func @pairs
// CHECK:         qint.scheduled.chained_conv2d {{.*}} tile = #qint.tile<32 x 2>
// CHECK-SAME:      memref<8x4xi32>
func.func @pairs(%x: tensor<1x14x14x64xui8>) -> tensor<1x14x14x16xi32> {
  %w = arith.constant dense<20> : tensor<16x1x1x64xi8>
  %b = arith.constant dense<0> : tensor<16xi32>
  %0 = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, qopt.tile_rank = 3 : i64}
      : (tensor<1x14x14x64xui8>, tensor<16x1x1x64xi8>, tensor<16xi32>) -> tensor<1x14x14x16xi32>
  return %0 : tensor<1x14x14x16xi32>
}

}

// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"avx2">} {

// The 4 x 8 bytes that a tile reads are widened first, even bytes apart from odd ones.
// CHECK-LABEL: func @widened
// CHECK:         %[[WINDOW:.*]] = memref.alloca() {alignment = 64 : i64, qint.widened_window} : memref<12288xi8>
// CHECK:         %[[LOADED:.*]] = vector.load %{{.*}} : memref<128xi8>, vector<32xi8>
// CHECK:         %[[WORDS:.*]] = vector.bitcast %[[LOADED]]
// CHECK-DAG:     arith.andi %[[WORDS]]
// CHECK-DAG:     arith.shrui %[[WORDS]]
// CHECK-COUNT-2: vector.store %{{.*}}, %[[WINDOW]]{{.*}} vector<32xi8>
// CHECK-NOT:     arith.andi
// CHECK:         vector.load %[[WINDOW]]{{.*}} : memref<12288xi8>, vector<4xi8>
// CHECK-NOT:     arith.andi
// CHECK:         return
func.func @widened(%in: memref<1x1x16x8xi8>, %w: memref<1x1x4x8x2xi16>, %b: memref<8xi32>,
                   %out: memref<1x1x16x8xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 8>}
    : (memref<1x1x16x8xi8>, memref<1x1x4x8x2xi16>, memref<8xi32>, memref<1x1x16x8xi32>) -> ()
  return
}

// All panels of a block of positions read the same words, which are widened once.
// CHECK-LABEL: func @shared_window
// CHECK:         scf.for
// CHECK:           arith.shrui
// CHECK:           scf.for
// CHECK-NOT:         arith.shrui
// CHECK:             arith.muli
// CHECK:         return
func.func @shared_window(%in: memref<1x1x16x8xi8>, %w: memref<1x3x4x8x2xi16>, %b: memref<24xi32>,
                         %out: memref<1x1x16x24xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 8>}
    : (memref<1x1x16x8xi8>, memref<1x3x4x8x2xi16>, memref<24xi32>, memref<1x1x16x24xi32>) -> ()
  return
}

// Pixels of three bytes: steps mask what they load.
// CHECK-LABEL: func @masked
// CHECK-NOT:     memref.alloca
// CHECK:         vector.load %{{.*}} : memref<48xi8>, vector<4xi8>
// CHECK:         arith.andi %{{.*}} : vector<16xi16>
// CHECK:         return
func.func @masked(%in: memref<1x1x16x3xi8>, %w: memref<1x1x2x8x2xi16>, %b: memref<8xi32>,
                  %out: memref<1x1x16x8xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 8>}
    : (memref<1x1x16x3xi8>, memref<1x1x2x8x2xi16>, memref<8xi32>, memref<1x1x16x8xi32>) -> ()
  return
}

// Two output rows meet a row, a pair of rows that both share, and another row: four products of
// eight channels for each kernel column.
// CHECK-LABEL: func @pairs
// CHECK-COUNT-2: vector.interleave %{{.*}}, %{{.*}} : vector<8xi8>
// CHECK:         arith.extui %{{.*}} : vector<8xi8> to vector<8xi32>
// CHECK-COUNT-12: qint.vector.dot %{{.*}} : vector<8xi32>, vector<16xi16>
// CHECK-NOT:     qint.vector.dot
// CHECK:         return
func.func @pairs(%in: memref<1x4x3x8xi8>, %w: memref<3x3x8xi8>, %b: memref<8xi32>,
                 %out: memref<1x2x1x8xi32>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 8>}
    : (memref<1x4x3x8xi8>, memref<3x3x8xi8>, memref<8xi32>, memref<1x2x1x8xi32>) -> ()
  return
}

// Rows that lie apart are no pairs: four columns are interleaved.
// CHECK-LABEL: func @dilated
// CHECK:         qint.vector.dot %{{.*}} : vector<8xi32>, vector<32xi8>
// CHECK:         return
func.func @dilated(%in: memref<1x6x5x8xi8>, %w: memref<3x3x8xi8>, %b: memref<8xi32>,
                   %out: memref<1x2x1x8xi32>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 2, 2>,
     tile = #qint.tile<1 x 8>}
    : (memref<1x6x5x8xi8>, memref<3x3x8xi8>, memref<8xi32>, memref<1x2x1x8xi32>) -> ()
  return
}

}

// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"avx2">} {

// Panels of about 512 slots of 32 bytes, in chains of two, and four tiles: each of
// them prefetches a quarter of the next panel, 16 bytes for a chain.
// CHECK-LABEL: func @prefetch
// CHECK:         scf.for %[[PANEL:.*]] = %c0 to %c2 step %c1
// CHECK:           scf.for %[[TILE:.*]] = %c0 to %c4 step %c1
// CHECK:             %[[FIRST:.*]] = arith.index_cast
// CHECK:             %[[SHARE:.*]] = arith.minui %[[TILE]], %c3
// CHECK:             %[[NEXT:.*]] = arith.addi %[[FIRST]], %c512
// CHECK:             %[[BYTES:.*]] = arith.muli %[[NEXT]], %c32
// CHECK:             %[[SKIPPED:.*]] = arith.muli %[[SHARE]], %c4096
// CHECK:             %[[BASE:.*]] = arith.addi %[[BYTES]], %[[SKIPPED]]
// CHECK:             scf.for
// CHECK-COUNT-2:       vector.load %{{.*}} : memref<32768xi8>, vector<32xi8>
// CHECK:               %[[DONE:.*]] = arith.muli %{{.*}}, %c8
// CHECK:               %[[OFFSET:.*]] = arith.addi %[[BASE]], %[[DONE]]
// CHECK:               memref.prefetch %{{.*}}[%[[OFFSET]]], read, locality<2>, data : memref<32768xi8>
// CHECK-NOT:           memref.prefetch
// CHECK:               scf.yield
func.func @prefetch(%in: memref<1x1x8x2048xi8>, %w: memref<1024x8x4xi8>, %b: memref<16xi32>,
                    %offsets: memref<1024xi32>, %chains: memref<2x4xi32>,
                    %out: memref<1x1x8x16xi32>) {
  qint.scheduled.chained_conv2d %in, %w, %b offsets %offsets chains %chains into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<2 x 8>}
    : (memref<1x1x8x2048xi8>, memref<1024x8x4xi8>, memref<16xi32>, memref<1x1x8x16xi32>, memref<1024xi32>, memref<2x4xi32>) -> ()
  return
}

// A small panel is not waited for.
// CHECK-LABEL: func @small
// CHECK-NOT:     memref.prefetch
// CHECK:         return
func.func @small(%in: memref<1x1x8x64xi8>, %w: memref<32x8x4xi8>, %b: memref<16xi32>,
                 %offsets: memref<32xi32>, %chains: memref<2x4xi32>,
                 %out: memref<1x1x8x16xi32>) {
  qint.scheduled.chained_conv2d %in, %w, %b offsets %offsets chains %chains into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<2 x 8>}
    : (memref<1x1x8x64xi8>, memref<32x8x4xi8>, memref<16xi32>, memref<1x1x8x16xi32>, memref<32xi32>, memref<2x4xi32>) -> ()
  return
}

// Four columns are fewer than a register has lanes: lanes are positions. Squares of
// four positions by four quads are transposed; each panel takes all tiles, and leaves its
// channels in rows; squares of four channels by eight positions go to their places.
// CHECK-LABEL: func @positions
// CHECK-DAG:     memref.alloca() {alignment = 64 : i64, qint.packed_positions} : memref<24576xi8>
// CHECK-DAG:     memref.alloca() {alignment = 64 : i64, qint.output_places} : memref<256xi32>
// CHECK-DAG:     memref.alloca() {alignment = 64 : i64, qint.staged_positions.i32} : memref<17408xi32>
// CHECK:         scf.for %{{.*}} = %c0 to %c2 step %c1
// CHECK:           scf.for %{{.*}} = %c0 to %c16 step %c4
// CHECK-COUNT-8:     vector.load %{{.*}} : memref<1024xi8>, vector<16xi8>
// CHECK-COUNT-8:     vector.shuffle %{{.*}}, %{{.*}} [{{0, 8, 1, 9, 4, 12, 5, 13|2, 10, 3, 11, 6, 14, 7, 15}}] : vector<8xi32>, vector<8xi32>
// CHECK-COUNT-4:     vector.store %{{.*}} : memref<24576xi8>, vector<32xi8>
// CHECK:         scf.for %{{.*}} = %c0 to %c4 step %c1
// CHECK:           scf.for %{{.*}} = %c0 to %c2 step %c1
// CHECK:             scf.for
// CHECK-COUNT-4:       vector.broadcast %{{.*}} : i32 to vector<8xi32>
// CHECK:               vector.load %{{.*}} : memref<24576xi8>, vector<32xi8>
// CHECK:               scf.yield
// CHECK-COUNT-4:     vector.store %{{.*}} : memref<17408xi32>, vector<8xi32>
// CHECK:         scf.for %{{.*}} = %c0 to %c16 step %c8
// CHECK:           scf.for %{{.*}} = %c0 to %c4 step %c1
// CHECK-COUNT-4:     vector.load %{{.*}} : memref<17408xi32>, vector<8xi32>
// CHECK-COUNT-8:     vector.shuffle
// CHECK-COUNT-8:     vector.store %{{.*}} : memref<256xi32>, vector<4xi32>
func.func @positions(%in: memref<1x1x16x64xi8>, %w: memref<64x4x4xi8>, %b: memref<16xi32>,
                     %offsets: memref<64xi32>, %chains: memref<4x3xi32>,
                     %out: memref<1x1x16x16xi32>) {
  qint.scheduled.chained_conv2d %in, %w, %b offsets %offsets chains %chains into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<8 x 4>}
    : (memref<1x1x16x64xi8>, memref<64x4x4xi8>, memref<16xi32>, memref<1x1x16x16xi32>, memref<64xi32>, memref<4x3xi32>) -> ()
  return
}

// Chains of two slots hold the weights of both for all registers of positions, which are
// done one by one: a sum of 16 bits is widened before the next one begins.
// CHECK-LABEL: func @pairs
// CHECK:           scf.for {{.*}} -> (vector<8xi32>, vector<8xi32>)
// CHECK-COUNT-2:   vector.broadcast %{{.*}} : i32 to vector<8xi32>
// CHECK-NOT:       vector.broadcast
// CHECK:           %[[INPUT:.*]] = vector.load %{{.*}} : memref<24576xi8>, vector<32xi8>
// CHECK:           %[[FIRST:.*]] = qint.vector.dot %{{.*}}, %[[INPUT]], %{{.*}} : vector<16xi16>
// CHECK:           %[[NEXT:.*]] = vector.load
// CHECK:           %[[BOTH:.*]] = qint.vector.dot %[[FIRST]], %[[NEXT]], %{{.*}} : vector<16xi16>
// CHECK:           qint.vector.dot %{{.*}}, %[[BOTH]], %{{.*}} : vector<8xi32>, vector<16xi16>
// CHECK:           vector.load
// CHECK:           qint.vector.dot %{{.*}} : vector<16xi16>
func.func @pairs(%in: memref<1x1x16x64xi8>, %w: memref<64x1x4xi8>, %b: memref<16xi32>,
                 %offsets: memref<64xi32>, %chains: memref<16x4xi32>,
                 %out: memref<1x1x16x16xi32>) {
  qint.scheduled.chained_conv2d %in, %w, %b offsets %offsets chains %chains into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<16 x 1>}
    : (memref<1x1x16x64xi8>, memref<64x1x4xi8>, memref<16xi32>, memref<1x1x16x16xi32>, memref<64xi32>, memref<16x4xi32>) -> ()
  return
}

}

// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"generic">} {

// 6 x 6 positions are a tile of 4 x 4, of 4 x 2, of 2 x 4 and of 2 x 2. A vector of
// 16-bit channels holds 8: 4 channels are half of one.
// CHECK-LABEL: func @rests
// CHECK-COUNT-36: vector.load %{{.*}} : memref<256xi8>, vector<4xi8>
// CHECK-NOT:      vector.load
// CHECK-COUNT-36: vector.store %{{.*}}, vector<4xi16>
// CHECK-COUNT-24: vector.load %{{.*}} : memref<256xi8>, vector<4xi8>
// CHECK-COUNT-24: vector.store %{{.*}}, vector<4xi16>
// CHECK-COUNT-24: vector.load %{{.*}} : memref<256xi8>, vector<4xi8>
// CHECK-COUNT-24: vector.store %{{.*}}, vector<4xi16>
// CHECK-COUNT-16: vector.load %{{.*}} : memref<256xi8>, vector<4xi8>
// CHECK-COUNT-16: vector.store %{{.*}}, vector<4xi16>
// The points that all four tiles have: 4 x 4 of them, 4 rows in two blocks. The two
// steps of 2 channels are not worth a loop. Each block prefetches half of the 16 weights
// of the next product.
// CHECK:          scf.for %[[PRODUCT:.*]] = %c0 to %c16 step %c1
// CHECK:            %[[WEIGHTS:.*]] = arith.muli %[[PRODUCT]], %c16
// CHECK:            scf.for %[[BLOCK:.*]] = %c0 to %c2 step %c1
// CHECK:              %[[NEXT:.*]] = arith.addi %[[WEIGHTS]], %c16
// CHECK:              %[[SHARE:.*]] = arith.muli %[[BLOCK]], %c8
// CHECK:              %[[AHEAD:.*]] = arith.addi %[[NEXT]], %[[SHARE]]
// CHECK:              %[[WORDS:.*]] = vector.load %{{.*}}, vector<2xi16>
// CHECK:              %[[WORD:.*]] = vector.bitcast %[[WORDS]] : vector<2xi16> to vector<1xi32>
// CHECK:              qint.vector.dot
// CHECK-COUNT-3:      qint.vector.dot
// CHECK:              memref.prefetch %{{.*}}[%[[AHEAD]]], read, locality<2>
// CHECK-COUNT-2:      vector.store %{{.*}}, vector<4xi32>
// The points that both tiles of two columns lack, or those of two rows: two rows in
// one block. Those that only the large tile has.
// CHECK:          scf.for %{{.*}} = %c16 to %c32 step %c1
// CHECK-COUNT-4:      qint.vector.dot
// CHECK:          scf.for %{{.*}} = %c32 to %c36 step %c1
// CHECK-COUNT-2:      qint.vector.dot
// The first row of the large tile: 2^(3+3), 2^(3+2), 2^(3+1) and 2^(3+1) times 9.
// CHECK:          %[[SUM:.*]] = arith.muli %{{.*}}, %[[INVERSE:.*]] : vector<4xi32>
// CHECK:          arith.shrsi %[[SUM]], %cst{{.*}} : vector<4xi32>
// CHECK:          return
func.func @rests(%in: memref<1x8x8x4xi8>, %w: memref<1x36x2x4x2xi16>, %b: memref<4xi32>,
                 %v: memref<36x32xi16>, %p: memref<4x144xi32>, %out: memref<1x6x6x4xi32>) {
  qint.scheduled.winograd_conv2d %in, %w, %b into %out scratch %v, %p
    {tile = #qint.tile<2 x 4>, band = array<i64: 2, 2>}
    : (memref<1x8x8x4xi8>, memref<1x36x2x4x2xi16>, memref<4xi32>, memref<1x6x6x4xi32>,
       memref<36x32xi16>, memref<4x144xi32>) -> ()
  return
}

// 7 positions: the second tile starts at 3.
// CHECK-LABEL: func @overlap
// CHECK:         %[[FIRST:.*]] = arith.muli %{{.*}}, %c4
// CHECK:         arith.minui %[[FIRST]], %c3
// CHECK:         return
func.func @overlap(%in: memref<1x9x9x4xi8>, %w: memref<1x36x2x4x2xi16>, %b: memref<4xi32>,
                   %v: memref<36x32xi16>, %p: memref<4x144xi32>, %out: memref<1x7x7x4xi32>) {
  qint.scheduled.winograd_conv2d %in, %w, %b into %out scratch %v, %p
    {tile = #qint.tile<2 x 4>, band = array<i64: 2, 2>}
    : (memref<1x9x9x4xi8>, memref<1x36x2x4x2xi16>, memref<4xi32>, memref<1x7x7x4xi32>,
       memref<36x32xi16>, memref<4x144xi32>) -> ()
  return
}

}

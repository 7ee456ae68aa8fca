// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"avx2">} {

// Two output rows read four rows of each column: the first and the last by themselves, the
// two between as a pair. Results of two columns are rescaled together.
// CHECK-LABEL: func @columns
// CHECK:           arith.extui %{{.*}} : vector<8xi8> to vector<8xi32>
// CHECK:           arith.extui %{{.*}} : vector<16xi8> to vector<16xi16>
// CHECK:           arith.extui %{{.*}} : vector<8xi8> to vector<8xi32>
// CHECK:           qint.vector.rescale {{.*}} : (vector<32xi32>
// CHECK-COUNT-4:   vector.store %{{.*}}, vector<8xi8>
// CHECK:           qint.vector.rescale {{.*}} : (vector<32xi32>
// CHECK-COUNT-4:   vector.store %{{.*}}, vector<8xi8>
// CHECK-NOT:       vector.store
func.func @columns(%in: memref<1x4x6x8xi8>, %w: memref<3x3x8xi8>, %b: memref<8xi32>,
                   %m: memref<8xi16>, %s: memref<8xi32>, %out: memref<1x2x4x8xi8>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b multipliers %m shifts %s into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x4x6x8xi8>, memref<3x3x8xi8>, memref<8xi32>, memref<8xi16>, memref<8xi32>,
       memref<1x2x4x8xi8>) -> ()
  return
}

// Five rows of 201 pixels of 64 bytes and more would not stay in the first-level cache while
// channel after channel is taken: these walk bands of 40 columns, the last one of 20.
// CHECK-LABEL: func @bands
// CHECK:         scf.for %{{.*}} = %c0 to %c100 step %c2
// CHECK:           scf.for %{{.*}} = %c0 to %c80 step %c40
// CHECK:             scf.for %{{.*}} = %c0 to %c96 step %c8
// CHECK:               scf.for %{{.*}} = %c0 to %c40 step %c8
// CHECK:           scf.for %{{.*}} = %c0 to %c96 step %c8
// CHECK:             scf.for %{{.*}} = %c0 to %c14 step %c7
func.func @bands(%in: memref<1x201x201x96xi8>, %w: memref<3x3x96xi8>, %b: memref<96xi32>,
                 %m: memref<96xi16>, %s: memref<96xi32>, %out: memref<1x100x100x96xi8>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b multipliers %m shifts %s into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<5 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x201x201x96xi8>, memref<3x3x96xi8>, memref<96xi32>, memref<96xi16>, memref<96xi32>,
       memref<1x100x100x96xi8>) -> ()
  return
}

}

// RUN: qopt %s -split-input-file --pass-pipeline='builtin.module(func.func(qopt-fuse-loops{band-bytes=8192}))' | FileCheck %s
// RUN: qopt %s -split-input-file --pass-pipeline='builtin.module(func.func(qopt-fuse-loops{band-bytes=65536}))' | FileCheck %s --check-prefix=SMALL

// Only a chain that shares more than a few bytes is worth a loop.
// SMALL-LABEL: func.func @rows
// SMALL-NOT:     scf.for
// SMALL-LABEL: func.func @transposed

// Two rows at a time. What only the chain uses shrinks to two rows, the input and the
// result are seen through boxes. The elements of two rows are one vector where they were
// one in all rows.
// CHECK-LABEL: func.func @rows
// CHECK:         %[[SQUARES:.*]] = memref.alloc() : memref<512xf32>
// CHECK:         %[[ROWS:.*]] = memref.reinterpret_cast %[[SQUARES]] to offset: [0], sizes: [2, 256], strides: [256, 1]
// CHECK:         %[[SUMS:.*]] = memref.alloc() : memref<2xf32>
// CHECK:         %[[COLUMN:.*]] = memref.reinterpret_cast %[[SUMS]] to offset: [0], sizes: [2, 1], strides: [1, 1]
// CHECK-NOT:     memref.alloc
// CHECK:         scf.for %[[I:.*]] = %{{.*}} to %c8{{.*}} step
// CHECK:           %[[AT:.*]] = arith.muli %[[I]], %c512{{.*}}
// CHECK:           %[[X:.*]] = memref.subview %arg0[%[[AT]]] [512] [1]
// CHECK:           linalg.generic {{.*}} ins(%[[X]] : {{.*}}) outs(%[[SQUARES]] : memref<512xf32>)
// CHECK:           qint.scheduled.reduce sum %[[ROWS]] into %[[COLUMN]]
// CHECK:           %[[ROW:.*]] = arith.muli %[[I]], %c2{{.*}}
// CHECK:           %[[Y:.*]] = memref.subview %arg1[%[[ROW]], 0] [2, 1] [1, 1]
// CHECK:           linalg.copy ins(%{{.*}} : memref<2x1xf32>) outs(%[[Y]] :
// CHECK:         }
// CHECK-NEXT:    return
func.func @rows(%x: memref<4096xf32>, %y: memref<16x1xf32>) {
  %squares = memref.alloc() : memref<4096xf32>
  %sums = memref.alloc() : memref<16x1xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%x : memref<4096xf32>) outs(%squares : memref<4096xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %in : f32
    linalg.yield %0 : f32
  }
  %rows = memref.reinterpret_cast %squares to offset: [0], sizes: [16, 256], strides: [256, 1] : memref<4096xf32> to memref<16x256xf32>
  qint.scheduled.reduce sum %rows into %sums : (memref<16x256xf32>, memref<16x1xf32>) -> ()
  linalg.copy ins(%sums : memref<16x1xf32>) outs(%y : memref<16x1xf32>)
  return
}

// -----

// A prime number of rows: two at a time, and the last one in a loop of its own.
// CHECK-LABEL: func.func @prime
// CHECK:         %[[SQUARES:.*]] = memref.alloc() : memref<512xf32>
// CHECK:         scf.for %{{.*}} = %{{.*}} to %c8{{.*}} step
// CHECK:           linalg.generic {{.*}} outs(%[[SQUARES]] : memref<512xf32>)
// CHECK:           qint.scheduled.reduce
// CHECK:         %[[SQUARE:.*]] = memref.reinterpret_cast %[[SQUARES]] to offset: [0], sizes: [256]
// CHECK:         scf.for %[[LAST:.*]] = %c8{{.*}} to %c9{{.*}} step
// CHECK:           %[[AT:.*]] = arith.muli %[[LAST]], %c512
// CHECK:           %[[X:.*]] = memref.subview %arg0[%[[AT]]] [256] [1]
// CHECK:           linalg.generic {{.*}} ins(%[[X]] : {{.*}}) outs(%[[SQUARE]] : memref<256xf32
// CHECK:           %[[ROW:.*]] = arith.muli %[[LAST]], %c2
// CHECK:           %[[Y:.*]] = memref.subview %arg1[%[[ROW]], 0] [1, 1] [1, 1]
// CHECK:           qint.scheduled.reduce sum %{{.*}} into %[[Y]]
// CHECK:         }
// CHECK-NEXT:    return
func.func @prime(%x: memref<4352xf32>, %y: memref<17x1xf32>) {
  %squares = memref.alloc() : memref<4352xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%x : memref<4352xf32>) outs(%squares : memref<4352xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %in : f32
    linalg.yield %0 : f32
  }
  %rows = memref.reinterpret_cast %squares to offset: [0], sizes: [17, 256], strides: [256, 1] : memref<4352xf32> to memref<17x256xf32>
  qint.scheduled.reduce sum %rows into %y : (memref<17x256xf32>, memref<17x1xf32>) -> ()
  return
}

// -----

// A band of what is transposed is columns of the result, but each row of that is
// summed over all bands.
// CHECK-LABEL: func.func @transposed
// CHECK:         scf.for
// CHECK:           linalg.copy
// CHECK:           linalg.transpose
// CHECK-NEXT:    }
// CHECK:         qint.scheduled.reduce
func.func @transposed(%x: memref<64x32xf32>, %y: memref<32x1xf32>) {
  %copy = memref.alloc() : memref<64x32xf32>
  %turned = memref.alloc() : memref<32x64xf32>
  linalg.copy ins(%x : memref<64x32xf32>) outs(%copy : memref<64x32xf32>)
  linalg.transpose ins(%copy : memref<64x32xf32>) outs(%turned : memref<32x64xf32>) permutation = [1, 0]
  qint.scheduled.reduce sum %turned into %y : (memref<32x64xf32>, memref<32x1xf32>) -> ()
  return
}

// -----

// A gather reads all of its table.
// CHECK-LABEL: func.func @table
// CHECK-NOT:     scf.for
func.func @table(%x: memref<1024xf32>, %numbers: memref<1024xindex>, %y: memref<1024xf32>) {
  %table = memref.alloc() : memref<1024xf32>
  linalg.copy ins(%x : memref<1024xf32>) outs(%table : memref<1024xf32>)
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%numbers : memref<1024xindex>) outs(%y : memref<1024xf32>) {
  ^bb0(%number: index, %out: f32):
    %0 = memref.load %table[%number] : memref<1024xf32>
    linalg.yield %0 : f32
  }
  return
}

// -----

// What is independent of the chain runs before it, also where a later op of the chain
// reads it, whole in each iteration. The memory of a value that is read elsewhere stays.
// CHECK-LABEL: func.func @between
// CHECK:         %[[KEPT:.*]] = memref.alloc() : memref<16x256xf32>
// CHECK:         linalg.fill {{.*}} outs(%arg1
// CHECK:         scf.for
// CHECK:           memref.subview %[[KEPT]][%{{.*}}, 0] [2, 256]
// CHECK:           linalg.copy
// CHECK:           memref.subview %[[KEPT]][%{{.*}}, 0] [2, 256]
// CHECK:           linalg.generic {{.*}}, %arg1 :
// CHECK:         }
// CHECK:         qint.scheduled.pool2d
func.func @between(%x: memref<16x256xf32>, %row: memref<256xf32>, %y: memref<16x256xf32>, %z: memref<1x16x1x1xf32>) {
  %zero = arith.constant 0.0 : f32
  %kept = memref.alloc() : memref<16x256xf32>
  linalg.copy ins(%x : memref<16x256xf32>) outs(%kept : memref<16x256xf32>)
  linalg.fill ins(%zero : f32) outs(%row : memref<256xf32>)
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d1)>, affine_map<(d0, d1) -> (d0, d1)>], iterator_types = ["parallel", "parallel"]}
      ins(%kept, %row : memref<16x256xf32>, memref<256xf32>) outs(%y : memref<16x256xf32>) {
  ^bb0(%a: f32, %b: f32, %out: f32):
    %0 = arith.addf %a, %b : f32
    linalg.yield %0 : f32
  }
  %image = memref.reinterpret_cast %kept to offset: [0], sizes: [1, 16, 256, 1], strides: [4096, 256, 1, 1] : memref<16x256xf32> to memref<1x16x256x1xf32>
  qint.scheduled.pool2d max %image into %z {kernel = array<i64: 1, 256>, stride = array<i64: 1, 256>, pad = array<i64: 0, 0, 0, 0>}
      : (memref<1x16x256x1xf32>, memref<1x16x1x1xf32>) -> ()
  return
}

// -----

// Matrices one by one, and their rows inside.
// CHECK-LABEL: func.func @attention
// CHECK:         scf.for %{{.*}} = %{{.*}} to %c3{{.*}} step
// CHECK:           qint.scheduled.batch_matmul
// CHECK:           scf.for
// CHECK:             qint.scheduled.reduce max
// CHECK:             linalg.generic
// CHECK:           }
// CHECK:           qint.scheduled.batch_matmul {{.*}} -> ()
// CHECK-NEXT:    }
// CHECK-NEXT:    return
func.func @attention(%q: memref<3x64x16xf32>, %k: memref<3x16x64xf32>, %v: memref<3x64x16xf32>, %y: memref<3x64x16xf32>) {
  %scores = memref.alloc() : memref<3x64x64xf32>
  %maxima = memref.alloc() : memref<3x64x1xf32>
  %shares = memref.alloc() : memref<3x64x64xf32>
  qint.scheduled.batch_matmul %q, %k into %scores {tile = #qint.tile<4 x 32>} : (memref<3x64x16xf32>, memref<3x16x64xf32>, memref<3x64x64xf32>) -> ()
  qint.scheduled.reduce max %scores into %maxima : (memref<3x64x64xf32>, memref<3x64x1xf32>) -> ()
  %a = memref.reinterpret_cast %scores to offset: [0], sizes: [192, 64], strides: [64, 1] : memref<3x64x64xf32> to memref<192x64xf32>
  %b = memref.reinterpret_cast %maxima to offset: [0], sizes: [192], strides: [1] : memref<3x64x1xf32> to memref<192xf32>
  %c = memref.reinterpret_cast %shares to offset: [0], sizes: [192, 64], strides: [64, 1] : memref<3x64x64xf32> to memref<192x64xf32>
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0)>, affine_map<(d0, d1) -> (d0, d1)>], iterator_types = ["parallel", "parallel"]}
      ins(%a, %b : memref<192x64xf32>, memref<192xf32>) outs(%c : memref<192x64xf32>) {
  ^bb0(%x: f32, %max: f32, %out: f32):
    %0 = arith.subf %x, %max : f32
    linalg.yield %0 : f32
  }
  qint.scheduled.batch_matmul %shares, %v into %y {tile = #qint.tile<4 x 32>} : (memref<3x64x64xf32>, memref<3x64x16xf32>, memref<3x64x16xf32>) -> ()
  return
}

// -----

// Convolutions of floats as well, if their images are large: windows of neighbouring
// bands overlap. What is between the two shrinks to a band of two rows. Weights are not
// counted: they stay in the cache.
// CHECK-LABEL: func.func @convolutions
// CHECK:         %[[ROW:.*]] = memref.alloc() : memref<2048xf32>
// CHECK:         %[[MIDDLE:.*]] = memref.alloc() : memref<2048xf32>
// CHECK-NOT:     memref.alloc
// CHECK:         scf.for %[[I:.*]] = %{{.*}} to %c32{{.*}} step
// CHECK:           %[[AT:.*]] = arith.muli %[[I]], %c4{{.*}}
// CHECK:           %[[WINDOW:.*]] = memref.subview %arg0[0, %[[AT]], 0, 0] [1, 5, 65, 32] [1, 1, 1, 1]
// CHECK:           qint.scheduled.depthwise_conv2d %[[WINDOW]], %{{.*}} into %{{.*}} : ({{.*}}, memref<1x2x32x32xf32, strided<[65536, 1024, 32, 1]>>)
// CHECK:           linalg.generic {{.*}} ins(%{{.*}} : memref<2048xf32>) outs(%{{.*}} : memref<2048xf32>)
// CHECK:           qint.scheduled.conv2d %{{.*}} : (memref<1x1x64x32xf32, {{.*}}, memref<1x1x64x32xf32, strided<[65536, 65536, 32, 1], offset: ?>>)
// CHECK:         }
// CHECK-NEXT:    return
// SMALL-LABEL: func.func @convolutions
// SMALL-NOT:     scf.for
memref.global "private" constant @taps : memref<3x3x32xf32> = dense<1.0>
memref.global "private" constant @weights : memref<1x1x32x32x1xf32> = dense<1.0>
memref.global "private" constant @bias : memref<32xf32> = dense<1.0>
func.func @convolutions(%x: memref<1x129x65x32xf32>, %y: memref<1x1x2048x32xf32>) {
  %taps = memref.get_global @taps : memref<3x3x32xf32>
  %weights = memref.get_global @weights : memref<1x1x32x32x1xf32>
  %bias = memref.get_global @bias : memref<32xf32>
  %a = memref.alloc() : memref<1x64x32x32xf32>
  %b = memref.alloc() : memref<1x64x32x32xf32>
  qint.scheduled.depthwise_conv2d %x, %taps, %bias into %a {dilation = array<i64: 1, 1>, kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, tile = #qint.tile<8 x 32>}
      : (memref<1x129x65x32xf32>, memref<3x3x32xf32>, memref<32xf32>, memref<1x64x32x32xf32>) -> ()
  %from = memref.reinterpret_cast %a to offset: [0], sizes: [65536], strides: [1] : memref<1x64x32x32xf32> to memref<65536xf32>
  %to = memref.reinterpret_cast %b to offset: [0], sizes: [65536], strides: [1] : memref<1x64x32x32xf32> to memref<65536xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%from : memref<65536xf32>) outs(%to : memref<65536xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %in : f32
    linalg.yield %0 : f32
  }
  %pixels = memref.reinterpret_cast %b to offset: [0], sizes: [1, 1, 2048, 32], strides: [65536, 65536, 32, 1] : memref<1x64x32x32xf32> to memref<1x1x2048x32xf32>
  qint.scheduled.conv2d %pixels, %weights, %bias into %y {dilation = array<i64: 1, 1>, kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, tile = #qint.tile<14 x 32>}
      : (memref<1x1x2048x32xf32>, memref<1x1x32x32x1xf32>, memref<32xf32>, memref<1x1x2048x32xf32>) -> ()
  return
}

// -----

// A window that reaches into rows of the next step, which other ops of the loop write.
// CHECK-LABEL: func.func @windows
// CHECK-NOT:     scf.for
memref.global "private" constant @taps : memref<3x3x32xf32> = dense<1.0>
memref.global "private" constant @bias : memref<32xf32> = dense<1.0>
func.func @windows(%x: memref<1x130x66x32xf32>, %y: memref<1x128x64x32xf32>) {
  %taps = memref.get_global @taps : memref<3x3x32xf32>
  %bias = memref.get_global @bias : memref<32xf32>
  %a = memref.alloc() : memref<1x130x66x32xf32>
  linalg.copy ins(%x : memref<1x130x66x32xf32>) outs(%a : memref<1x130x66x32xf32>)
  qint.scheduled.depthwise_conv2d %a, %taps, %bias into %y {dilation = array<i64: 1, 1>, kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, tile = #qint.tile<8 x 32>}
      : (memref<1x130x66x32xf32>, memref<3x3x32xf32>, memref<32xf32>, memref<1x128x64x32xf32>) -> ()
  return
}

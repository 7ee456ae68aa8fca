// RUN: qopt %s -split-input-file --pass-pipeline='builtin.module(func.func(qopt-partition{threads=2}))' | FileCheck %s
// RUN: qopt %s -split-input-file --pass-pipeline='builtin.module(func.func(qopt-partition))' | FileCheck %s --check-prefix=ONE

// One thread: nothing is split.
// ONE-NOT: qint.task.parallel

// An early layer by rows: each task reads all of the weights and the rows of the
// input that its windows cover.
// CHECK-LABEL: func.func @rows
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 0] [1, 29, 58, 64] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 0] [1, 14, 28, 64] [1, 1, 1, 1]
// CHECK:           qint.scheduled.conv2d %{{.*}}, %arg1, %arg2 into
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg0[0, 28, 0, 0] [1, 29, 58, 64] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 14, 0, 0] [1, 14, 28, 64] [1, 1, 1, 1]
// CHECK:           qint.scheduled.conv2d %{{.*}}, %arg1, %arg2 into
func.func @rows(%x: memref<1x58x58x64xi8>, %w: memref<1x2x144x32x4xi8>, %b: memref<64xi32>, %y: memref<1x28x28x64xi32>) {
  qint.scheduled.conv2d %x, %w, %b into %y {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>}
      : (memref<1x58x58x64xi8>, memref<1x2x144x32x4xi8>, memref<64xi32>, memref<1x28x28x64xi32>) -> ()
  return
}

// -----

// A late layer by panels: rows would be 4 and 3, and both cores would read all of
// the weights.
// CHECK-LABEL: func.func @panels
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg1[0, 0, 0, 0, 0] [1, 8, 128, 32, 4] [1, 1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg2[0] [256] [1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 0] [1, 1, 49, 256] [1, 1, 1, 1]
// CHECK:           qint.scheduled.conv2d %arg0,
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg1[0, 8, 0, 0, 0] [1, 8, 128, 32, 4] [1, 1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg2[256] [256] [1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 256] [1, 1, 49, 244] [1, 1, 1, 1]
func.func @panels(%x: memref<1x1x49x512xi8>, %w: memref<1x16x128x32x4xi8>, %b: memref<512xi32>, %y: memref<1x1x49x500xi32>) {
  qint.scheduled.conv2d %x, %w, %b into %y {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<7 x 32>}
      : (memref<1x1x49x512xi8>, memref<1x16x128x32x4xi8>, memref<512xi32>, memref<1x1x49x500xi32>) -> ()
  return
}

// -----

// Groups have panels of their own; here there is one position.
// CHECK-LABEL: func.func @groups
// CHECK-DAG:       memref.subview %arg1[0, 0, 0, 0, 0] [1, 1, 64, 64, 4] [1, 1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg2[0] [64] [1]
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 0] [1, 1, 1, 256] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 0] [1, 1, 1, 50] [1, 1, 1, 1]
// CHECK-NOT:       groups
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg1[1, 0, 0, 0, 0] [2, 1, 64, 64, 4] [1, 1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg2[64] [128] [1]
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 256] [1, 1, 1, 512] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 50] [1, 1, 1, 100] [1, 1, 1, 1]
// CHECK:           qint.scheduled.conv2d {{.*}}groups = 2
func.func @groups(%x: memref<1x1x1x768xi8>, %w: memref<3x1x64x64x4xi8>, %b: memref<192xi32>, %y: memref<1x1x1x150xi32>) {
  qint.scheduled.conv2d %x, %w, %b into %y {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<1 x 64>, groups = 3 : i64}
      : (memref<1x1x1x768xi8>, memref<3x1x64x64x4xi8>, memref<192xi32>, memref<1x1x1x150xi32>) -> ()
  return
}

// -----

// CHECK-LABEL: func.func @depthwise_channels
// CHECK-DAG:       memref.subview %arg1[0, 0, 0] [3, 3, 64] [1, 1, 1]
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 0] [1, 3, 203, 64] [1, 1, 1, 1]
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg1[0, 0, 64] [3, 3, 64] [1, 1, 1]
// CHECK-DAG:       memref.subview %arg2[64] [64] [1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 64] [1, 1, 201, 56] [1, 1, 1, 1]
func.func @depthwise_channels(%x: memref<1x3x203x120xi8>, %w: memref<3x3x128xi8>, %b: memref<128xi32>, %y: memref<1x1x201x120xi32>) {
  qint.scheduled.depthwise_conv2d %x, %w, %b into %y {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<200 x 32>}
      : (memref<1x3x203x120xi8>, memref<3x3x128xi8>, memref<128xi32>, memref<1x1x201x120xi32>) -> ()
  return
}

// -----

// The first part has the padding at the top, the second one that at the bottom.
// CHECK-LABEL: func.func @pool
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 0] [1, 28, 56, 64] [1, 1, 1, 1]
// CHECK:           qint.scheduled.pool2d max {{.*}}pad = array<i64: 1, 0, 1, 1>
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg0[0, 27, 0, 0] [1, 29, 56, 64] [1, 1, 1, 1]
// CHECK:           qint.scheduled.pool2d max {{.*}}pad = array<i64: 0, 0, 1, 1>
func.func @pool(%x: memref<1x56x56x64xi8>, %y: memref<1x28x28x64xi8>) {
  qint.scheduled.pool2d max %x into %y {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, pad = array<i64: 1, 0, 1, 1>}
      : (memref<1x56x56x64xi8>, memref<1x28x28x64xi8>) -> ()
  return
}

// -----

// Rows of the left matrix; both matrices may be one buffer.
// CHECK-LABEL: func.func @matmul
// CHECK-DAG:       memref.subview %arg0[0, 0, 0] [1, 64, 128] [1, 1, 1]
// CHECK:           qint.scheduled.batch_matmul %{{.*}}, %arg0 into
func.func @matmul(%x: memref<1x128x128xf32>, %y: memref<1x128x128xf32>) {
  qint.scheduled.batch_matmul %x, %x into %y {tile = #qint.tile<4 x 32>} : (memref<1x128x128xf32>, memref<1x128x128xf32>, memref<1x128x128xf32>) -> ()
  return
}

// -----

// CHECK-LABEL: func.func @reduce
// CHECK-DAG:       memref.subview %arg0[0, 0] [200, 128] [1, 1]
// CHECK-DAG:       memref.subview %arg1[0, 0] [200, 1] [1, 1]
func.func @reduce(%x: memref<400x128xf32>, %y: memref<400x1xf32>) {
  qint.scheduled.reduce sum %x into %y : (memref<400x128xf32>, memref<400x1xf32>) -> ()
  return
}

// -----

// A row that is broadcast is read by all tasks; shares are whole cache lines.
// CHECK-LABEL: func.func @elements
// CHECK-DAG:       memref.subview %arg0[0, 0] [64, 1000] [1, 1]
// CHECK-DAG:       memref.subview %arg2[0, 0] [64, 1000] [1, 1]
// CHECK:           linalg.generic {{.*}} ins(%{{.*}}, %arg1 :
// CHECK-LABEL: func.func @copy
// CHECK-DAG:       memref.subview %arg0[0] [49984] [1]
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg0[49984] [50016] [1]
func.func @elements(%x: memref<128x1000xf32>, %b: memref<1000xf32>, %y: memref<128x1000xf32>) {
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d1)>, affine_map<(d0, d1) -> (d0, d1)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%x, %b : memref<128x1000xf32>, memref<1000xf32>) outs(%y : memref<128x1000xf32>) {
  ^bb0(%a: f32, %c: f32, %d: f32):
    %0 = arith.addf %a, %c : f32
    linalg.yield %0 : f32
  }
  return
}
func.func @copy(%x: memref<100000xi8>, %y: memref<100000xi8>) {
  linalg.copy ins(%x : memref<100000xi8>) outs(%y : memref<100000xi8>)
  return
}

// -----

// Not worth a fork and a join; and one share cannot be two.
// CHECK-LABEL: func.func @small
// CHECK-NOT:     qint.task.parallel
func.func @small(%x: memref<1x1x1x256xi8>, %w: memref<1x1x64x32x4xi8>, %b: memref<32xi32>, %y: memref<1x1x1x10xi32>, %s: memref<64xi8>, %t: memref<64xi8>) {
  qint.scheduled.conv2d %x, %w, %b into %y {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<1 x 32>}
      : (memref<1x1x1x256xi8>, memref<1x1x64x32x4xi8>, memref<32xi32>, memref<1x1x1x10xi32>) -> ()
  linalg.copy ins(%s : memref<64xi8>) outs(%t : memref<64xi8>)
  return
}

// -----

// Whole tiles of 4x4 positions, and scratch of their own; that of the whole op is
// gone.
// CHECK-LABEL: func.func @winograd
// CHECK-COUNT-4:   memref.alloc
// CHECK-NOT:       memref.alloc
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg0[0, 0, 0, 0] [1, 10, 18, 32] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 0] [1, 8, 16, 64] [1, 1, 1, 1]
// CHECK:           qint.scheduled.winograd_conv2d %{{.*}}, %arg1, %arg2 into
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg0[0, 8, 0, 0] [1, 10, 18, 32] [1, 1, 1, 1]
// CHECK-DAG:       memref.subview %arg3[0, 8, 0, 0] [1, 8, 16, 64] [1, 1, 1, 1]
func.func @winograd(%x: memref<1x18x18x32xi8>, %w: memref<1x36x16x64x2xi16>, %b: memref<64xi32>, %y: memref<1x16x16x64xi32>) {
  %transformed = memref.alloc() : memref<36x512xi16>
  %products = memref.alloc() : memref<16x2304xi32>
  qint.scheduled.winograd_conv2d %x, %w, %b into %y scratch %transformed, %products {tile = #qint.tile<7 x 64>, band = array<i64: 4, 4>}
      : (memref<1x18x18x32xi8>, memref<1x36x16x64x2xi16>, memref<64xi32>, memref<1x16x16x64xi32>, memref<36x512xi16>, memref<16x2304xi32>) -> ()
  return
}

// -----

// Chains say where the slots of a panel begin: the weights of all are there.
// CHECK-LABEL: func.func @chains
// CHECK-DAG:       memref.subview %arg4[0, 0] [2, 3] [1, 1]
// CHECK-DAG:       memref.subview %arg2[0] [16] [1]
// CHECK-DAG:       memref.subview %arg5[0, 0, 0, 0] [1, 1, 1, 16] [1, 1, 1, 1]
// CHECK:           qint.scheduled.chained_conv2d %arg0, %arg1, %{{.*}} offsets %arg3 chains
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg4[2, 0] [2, 3] [1, 1]
// CHECK-DAG:       memref.subview %arg5[0, 0, 0, 16] [1, 1, 1, 14] [1, 1, 1, 1]
func.func @chains(%x: memref<1x1x1x4096xi8>, %w: memref<4096x8x4xi8>, %b: memref<32xi32>, %o: memref<4096xi32>, %c: memref<4x3xi32>, %y: memref<1x1x1x30xi32>) {
  qint.scheduled.chained_conv2d %x, %w, %b offsets %o chains %c into %y {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<1 x 8>}
      : (memref<1x1x1x4096xi8>, memref<4096x8x4xi8>, memref<32xi32>, memref<1x1x1x30xi32>, memref<4096xi32>, memref<4x3xi32>) -> ()
  return
}

// -----

// Weights decide for panels where nobody knows who wrote the input; rows that a
// core has written itself decide for those.
// CHECK-LABEL: func.func @near
// CHECK:         qint.task.parallel {
// CHECK:           memref.subview %[[NEAR:alloc]][0, 0, 0, 0] [1, 7, 14, 1024]
// CHECK:           linalg.copy
// CHECK:         }, {
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %[[NEAR]][0, 0, 0, 0] [1, 7, 14, 1024]
// CHECK-DAG:       memref.subview %arg3[0, 0, 0, 0] [1, 7, 14, 256]
// CHECK:           qint.scheduled.conv2d
// CHECK:         }, {
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg1[0, 0, 0, 0, 0] [1, 4, 256, 32, 4]
// CHECK-DAG:       memref.subview %arg4[0, 0, 0, 0] [1, 14, 14, 128]
// CHECK:           qint.scheduled.conv2d
func.func @near(%x: memref<1x14x14x1024xi8>, %w: memref<1x8x256x32x4xi8>, %b: memref<256xi32>,
                %y: memref<1x14x14x256xi32>, %z: memref<1x14x14x256xi32>) {
  %near = memref.alloc() : memref<1x14x14x1024xi8>
  linalg.copy ins(%x : memref<1x14x14x1024xi8>) outs(%near : memref<1x14x14x1024xi8>)
  qint.scheduled.conv2d %near, %w, %b into %y {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>}
      : (memref<1x14x14x1024xi8>, memref<1x8x256x32x4xi8>, memref<256xi32>, memref<1x14x14x256xi32>) -> ()
  qint.scheduled.conv2d %x, %w, %b into %z {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>}
      : (memref<1x14x14x1024xi8>, memref<1x8x256x32x4xi8>, memref<256xi32>, memref<1x14x14x256xi32>) -> ()
  return
}

// -----

// After panels, each core has half of the columns: rows would take the other half
// from the other core.
// CHECK-LABEL: func.func @far
// CHECK:         qint.task.parallel {
// CHECK:           memref.subview %[[FAR:alloc]][0, 0, 0, 0] [1, 1, 49, 1024]
// CHECK:           qint.scheduled.conv2d
// CHECK:         }, {
// CHECK:         qint.task.parallel {
// CHECK:           memref.subview %[[FAR]][0, 0, 0, 0] [1, 1, 49, 1024]
// CHECK:           linalg.copy
func.func @far(%x: memref<1x1x49x512xi8>, %w: memref<1x64x128x32x4xi8>, %b: memref<2048xi32>, %y: memref<1x1x49x2048xi32>) {
  %far = memref.alloc() : memref<1x1x49x2048xi32>
  qint.scheduled.conv2d %x, %w, %b into %far {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<7 x 32>}
      : (memref<1x1x49x512xi8>, memref<1x64x128x32x4xi8>, memref<2048xi32>, memref<1x1x49x2048xi32>) -> ()
  linalg.copy ins(%far : memref<1x1x49x2048xi32>) outs(%y : memref<1x1x49x2048xi32>)
  return
}

// -----

// Loops whose index the body asks for stay whole: of a gather the columns, of a
// gather of single elements all.
// CHECK-LABEL: func.func @gather
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg0[0] [1024] [1]
// CHECK-DAG:       memref.subview %arg2[0, 0] [1024, 256] [1, 1]
// CHECK:         }, {
// CHECK-NOT:     qint.task.parallel
func.func @gather(%i: memref<2048xi64>, %t: memref<100x256xf32>, %y: memref<2048x256xf32>) {
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0)>, affine_map<(d0, d1) -> (d0, d1)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%i : memref<2048xi64>) outs(%y : memref<2048x256xf32>) {
  ^bb0(%in: i64, %out: f32):
    %row = arith.index_cast %in : i64 to index
    %column = linalg.index 1 : index
    %element = memref.load %t[%row, %column] : memref<100x256xf32>
    linalg.yield %element : f32
  }
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0)>, affine_map<(d0, d1) -> (d0, d1)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%i : memref<2048xi64>) outs(%y : memref<2048x256xf32>) {
  ^bb0(%in: i64, %out: f32):
    %first = linalg.index 0 : index
    %hundred = arith.constant 100 : index
    %row = arith.remui %first, %hundred : index
    %column = linalg.index 1 : index
    %element = memref.load %t[%row, %column] : memref<100x256xf32>
    linalg.yield %element : f32
  }
  return
}

// -----

// The loops of qopt-fuse-loops by iterations: the bands are those of a part of the
// buffers, and what iterations share is each task's own.
// CHECK-LABEL: func.func @loop
// CHECK:         %[[OWN0:.*]] = memref.alloc() : memref<2048xf32>
// CHECK:         %[[OWN1:.*]] = memref.alloc() : memref<2048xf32>
// CHECK:         qint.task.parallel {
// CHECK-DAG:       memref.subview %arg0[0, 0] [64, 1024] [1, 1]
// CHECK-DAG:       memref.reinterpret_cast %[[OWN0]]
// CHECK:           scf.for %{{.*}} = %{{.*}} to %c32{{.*}} step
// CHECK:             memref.subview %{{.*}}[%{{.*}}, 0] [2, 1024] [1, 1] : memref<64x1024xf32
// CHECK:         }, {
// CHECK-DAG:       memref.subview %arg0[64, 0] [64, 1024] [1, 1]
// CHECK-DAG:       memref.reinterpret_cast %[[OWN1]]
// CHECK:           scf.for %{{.*}} = %{{.*}} to %c32{{.*}} step
func.func @loop(%x: memref<128x1024xf32>, %y: memref<128x1024xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c64 = arith.constant 64 : index
  %own = memref.alloc() : memref<2048xf32>
  %rows = memref.reinterpret_cast %own to offset: [0], sizes: [2, 1024], strides: [1024, 1] : memref<2048xf32> to memref<2x1024xf32>
  scf.for %i = %c0 to %c64 step %c1 {
    %row = arith.muli %i, %c2 : index
    %a = memref.subview %x[%row, 0] [2, 1024] [1, 1] : memref<128x1024xf32> to memref<2x1024xf32, strided<[1024, 1], offset: ?>>
    linalg.copy ins(%a : memref<2x1024xf32, strided<[1024, 1], offset: ?>>) outs(%rows : memref<2x1024xf32>)
    %b = memref.subview %y[%row, 0] [2, 1024] [1, 1] : memref<128x1024xf32> to memref<2x1024xf32, strided<[1024, 1], offset: ?>>
    linalg.copy ins(%rows : memref<2x1024xf32>) outs(%b : memref<2x1024xf32, strided<[1024, 1], offset: ?>>)
  }
  return
}

// -----

// Windows of neighbouring iterations overlap, and so do those of the tasks.
// CHECK-LABEL: func.func @windows
// CHECK:         qint.task.parallel {
// CHECK:           memref.subview %arg0[0, 0, 0, 0] [1, 65, 65, 32] [1, 1, 1, 1]
// CHECK:           scf.for %{{.*}} = %{{.*}} to %c32{{.*}} step
// CHECK:             memref.subview %{{.*}}[0, %{{.*}}, 0, 0] [1, 3, 65, 32] [1, 1, 1, 1] : memref<1x65x65x32xf32
// CHECK:         }, {
// CHECK:           memref.subview %arg0[0, 64, 0, 0] [1, 65, 65, 32] [1, 1, 1, 1]
memref.global "private" constant @taps : memref<3x3x32xf32> = dense<1.0>
memref.global "private" constant @bias : memref<32xf32> = dense<1.0>
func.func @windows(%x: memref<1x129x65x32xf32>, %y: memref<1x64x32x32xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c64 = arith.constant 64 : index
  %taps = memref.get_global @taps : memref<3x3x32xf32>
  %bias = memref.get_global @bias : memref<32xf32>
  scf.for %i = %c0 to %c64 step %c1 {
    %from = arith.muli %i, %c2 : index
    %a = memref.subview %x[0, %from, 0, 0] [1, 3, 65, 32] [1, 1, 1, 1] : memref<1x129x65x32xf32> to memref<1x3x65x32xf32, strided<[268320, 2080, 32, 1], offset: ?>>
    %to = arith.muli %i, %c1 : index
    %b = memref.subview %y[0, %to, 0, 0] [1, 1, 32, 32] [1, 1, 1, 1] : memref<1x64x32x32xf32> to memref<1x1x32x32xf32, strided<[65536, 1024, 32, 1], offset: ?>>
    qint.scheduled.depthwise_conv2d %a, %taps, %bias into %b {dilation = array<i64: 1, 1>, kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, tile = #qint.tile<8 x 32>}
        : (memref<1x3x65x32xf32, strided<[268320, 2080, 32, 1], offset: ?>>, memref<3x3x32xf32>, memref<32xf32>, memref<1x1x32x32xf32, strided<[65536, 1024, 32, 1], offset: ?>>) -> ()
  }
  return
}

// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-partition{threads=2}))' | FileCheck %s
// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-partition{threads=2}))' --remarks-filter='qopt-partition' 2>&1 >/dev/null | FileCheck %s --check-prefix=REMARK
// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-partition{threads=3 fork-join-cycles=1000000}))' | FileCheck %s --check-prefix=COSTLY

// COSTLY-NOT: qint.task.parallel

// REMARK: scheduled.conv2d: 2 tasks by bands of rows, about

module attributes {qint.target = #qint.target<"avx512vnni">} {

// A pixel's neighbours in the other task's rows are computed twice, in memory of the task's
// own: rows 0 to 8 and 7 to 15 of 16 with the halo, of which the image has 0 to 7 and 6 to 13.
// CHECK-LABEL: func.func @bands
// CHECK-DAG:     %[[OWN0:.*]] = memref.alloc() : memref<69120xi8>
// CHECK-DAG:     %[[OWN1:.*]] = memref.alloc() : memref<69120xi8>
// CHECK:         qint.task.parallel {
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<8x480xi8, strided<[7680, 1], offset: 7680>>)
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7680xi8>)
// CHECK:           memref.subview %arg0[0, 0, 0, 0] [1, 8, 14, 80] [1, 1, 1, 1]
// CHECK:           %[[IMAGE0:.*]] = memref.reinterpret_cast %[[OWN0]] to offset: [8160], sizes: [1, 8, 14, 480], strides: [122880, 7680, 480, 1]
// CHECK:           qint.scheduled.conv2d {{.*}} into %[[IMAGE0]]
// CHECK:           memref.subview %arg6[0, 0, 0, 0] [1, 7, 14, 480] [1, 1, 1, 1]
// CHECK:           %[[BAND0:.*]] = memref.reinterpret_cast %[[OWN0]] to offset: [0], sizes: [1, 9, 16, 480], strides: [122880, 7680, 480, 1]
// CHECK:           qint.scheduled.depthwise_conv2d %[[BAND0]],
// CHECK:         }, {
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<8x480xi8, strided<[7680, 1]>>)
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7680xi8, strided<[1], offset: 61440>>)
// CHECK:           memref.subview %arg0[0, 6, 0, 0] [1, 8, 14, 80] [1, 1, 1, 1]
// CHECK:           %[[IMAGE1:.*]] = memref.reinterpret_cast %[[OWN1]] to offset: [480], sizes: [1, 8, 14, 480], strides: [122880, 7680, 480, 1]
// CHECK:           qint.scheduled.conv2d {{.*}} into %[[IMAGE1]]
// CHECK:           qint.scheduled.depthwise_conv2d
// CHECK-NOT:     qint.task.parallel
// CHECK:         return
func.func @bands(%x: memref<1x14x14x80xi8>, %w: memref<1x15x20x32x4xi8>, %b: memref<480xi32>, %m: memref<480xi16>, %s: memref<480xi32>, %t: memref<3x3x480xi8>, %y: memref<1x14x14x480xi8>) {
  %zero = arith.constant 0 : i8
  %whole = memref.alloc() : memref<1x16x16x480xi8>
  %top = memref.reinterpret_cast %whole to offset: [0], sizes: [7680], strides: [1] : memref<1x16x16x480xi8> to memref<7680xi8>
  linalg.fill ins(%zero : i8) outs(%top : memref<7680xi8>)
  %bottom = memref.reinterpret_cast %whole to offset: [115200], sizes: [7680], strides: [1] : memref<1x16x16x480xi8> to memref<7680xi8, strided<[1], offset: 115200>>
  linalg.fill ins(%zero : i8) outs(%bottom : memref<7680xi8, strided<[1], offset: 115200>>)
  %left = memref.reinterpret_cast %whole to offset: [7680], sizes: [14, 480], strides: [7680, 1] : memref<1x16x16x480xi8> to memref<14x480xi8, strided<[7680, 1], offset: 7680>>
  linalg.fill ins(%zero : i8) outs(%left : memref<14x480xi8, strided<[7680, 1], offset: 7680>>)
  %inside = memref.subview %whole[0, 1, 1, 0] [1, 14, 14, 480] [1, 1, 1, 1] : memref<1x16x16x480xi8> to memref<1x14x14x480xi8, strided<[122880, 7680, 480, 1], offset: 8160>>
  qint.scheduled.conv2d %x, %w, %b multipliers %m shifts %s into %inside {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x14x14x80xi8>, memref<1x15x20x32x4xi8>, memref<480xi32>, memref<480xi16>, memref<480xi32>, memref<1x14x14x480xi8, strided<[122880, 7680, 480, 1], offset: 8160>>) -> ()
  qint.scheduled.depthwise_conv2d %whole, %t, %b multipliers %m shifts %s into %y {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<7 x 48>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x16x16x480xi8>, memref<3x3x480xi8>, memref<480xi32>, memref<480xi16>, memref<480xi32>, memref<1x14x14x480xi8>) -> ()
  return
}

// Somebody else reads the image: a list of tasks for each op. The tasks of the first one
// fill the halo around their own rows.
// CHECK-LABEL: func.func @shared
// CHECK:         %[[WHOLE:.*]] = memref.alloc() : memref<1x16x16x480xi8>
// CHECK-NOT:     linalg.fill
// CHECK:         qint.task.parallel {
// CHECK:           qint.scheduled.conv2d
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7x480xi8, strided<[7680, 1], offset: 7680>>)
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7680xi8>)
// CHECK-NEXT:    }, {
// CHECK:           qint.scheduled.conv2d
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7x480xi8, strided<[7680, 1], offset: 61440>>)
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<7680xi8, strided<[1], offset: 115200>>)
// CHECK-NEXT:    }
// CHECK-NEXT:    qint.task.parallel {
// CHECK:           memref.subview %[[WHOLE]][0, 0, 0, 0] [1, 9, 16, 480] [1, 1, 1, 1]
func.func @shared(%x: memref<1x14x14x80xi8>, %w: memref<1x15x20x32x4xi8>, %b: memref<480xi32>, %m: memref<480xi16>, %s: memref<480xi32>, %t: memref<3x3x480xi8>, %y: memref<1x14x14x480xi8>, %z: memref<1x14x14x480xi8>) {
  %zero = arith.constant 0 : i8
  %whole = memref.alloc() : memref<1x16x16x480xi8>
  %top = memref.reinterpret_cast %whole to offset: [0], sizes: [7680], strides: [1] : memref<1x16x16x480xi8> to memref<7680xi8>
  linalg.fill ins(%zero : i8) outs(%top : memref<7680xi8>)
  %bottom = memref.reinterpret_cast %whole to offset: [115200], sizes: [7680], strides: [1] : memref<1x16x16x480xi8> to memref<7680xi8, strided<[1], offset: 115200>>
  linalg.fill ins(%zero : i8) outs(%bottom : memref<7680xi8, strided<[1], offset: 115200>>)
  %left = memref.reinterpret_cast %whole to offset: [7680], sizes: [14, 480], strides: [7680, 1] : memref<1x16x16x480xi8> to memref<14x480xi8, strided<[7680, 1], offset: 7680>>
  linalg.fill ins(%zero : i8) outs(%left : memref<14x480xi8, strided<[7680, 1], offset: 7680>>)
  %inside = memref.subview %whole[0, 1, 1, 0] [1, 14, 14, 480] [1, 1, 1, 1] : memref<1x16x16x480xi8> to memref<1x14x14x480xi8, strided<[122880, 7680, 480, 1], offset: 8160>>
  qint.scheduled.conv2d %x, %w, %b multipliers %m shifts %s into %inside {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x14x14x80xi8>, memref<1x15x20x32x4xi8>, memref<480xi32>, memref<480xi16>, memref<480xi32>, memref<1x14x14x480xi8, strided<[122880, 7680, 480, 1], offset: 8160>>) -> ()
  qint.scheduled.depthwise_conv2d %whole, %t, %b multipliers %m shifts %s into %y {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<7 x 48>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x16x16x480xi8>, memref<3x3x480xi8>, memref<480xi32>, memref<480xi16>, memref<480xi32>, memref<1x14x14x480xi8>) -> ()
  linalg.copy ins(%inside : memref<1x14x14x480xi8, strided<[122880, 7680, 480, 1], offset: 8160>>) outs(%z : memref<1x14x14x480xi8>)
  return
}

// Tasks by channels fill their channels of all of the halo.
// CHECK-LABEL: func.func @channels
// CHECK-NOT:     linalg.fill
// CHECK:         qint.task.parallel {
// CHECK:           qint.scheduled.conv2d
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<8x512xi8, strided<[1024, 1]>>)
// CHECK-NEXT:    }, {
// CHECK:           qint.scheduled.conv2d
// CHECK:           linalg.fill {{.*}} outs(%{{.*}} : memref<8x512xi8, strided<[1024, 1], offset: 512>>)
// CHECK-NEXT:    }
func.func @channels(%x: memref<1x6x6x512xi8>, %w: memref<1x32x128x32x4xi8>, %b: memref<1024xi32>, %m: memref<1024xi16>, %s: memref<1024xi32>, %z: memref<1x6x6x1024xi8>) {
  %zero = arith.constant 0 : i8
  %whole = memref.alloc() : memref<1x8x8x1024xi8>
  %top = memref.reinterpret_cast %whole to offset: [0], sizes: [8192], strides: [1] : memref<1x8x8x1024xi8> to memref<8192xi8>
  linalg.fill ins(%zero : i8) outs(%top : memref<8192xi8>)
  %inside = memref.subview %whole[0, 1, 1, 0] [1, 6, 6, 1024] [1, 1, 1, 1] : memref<1x8x8x1024xi8> to memref<1x6x6x1024xi8, strided<[65536, 8192, 1024, 1], offset: 9216>>
  qint.scheduled.conv2d %x, %w, %b multipliers %m shifts %s into %inside {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, tile = #qint.tile<14 x 32>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x6x6x512xi8>, memref<1x32x128x32x4xi8>, memref<1024xi32>, memref<1024xi16>, memref<1024xi32>, memref<1x6x6x1024xi8, strided<[65536, 8192, 1024, 1], offset: 9216>>) -> ()
  linalg.copy ins(%inside : memref<1x6x6x1024xi8, strided<[65536, 8192, 1024, 1], offset: 9216>>) outs(%z : memref<1x6x6x1024xi8>)
  return
}

}

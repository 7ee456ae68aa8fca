// RUN: qopt %s -split-input-file --qopt-profile-layers | FileCheck %s

// Two layers, three counters: the last one is the time of the last tick. Views
// and constants take no time.
// CHECK-DAG:   memref.global "public" @main_profile_ticks : memref<3xi64> = dense<0>
// CHECK-DAG:   memref.global "public" constant @main_profile_layers : memref<{{[0-9]+}}xi8> = dense<
// CHECK-LABEL: func.func @main(
// CHECK-NEXT:    %[[TICKS:.*]] = memref.get_global @main_profile_ticks : memref<3xi64>
// CHECK-NEXT:    qint.scheduled.tick %[[TICKS]][2] : memref<3xi64>
// CHECK:         memref.subview
// CHECK-NEXT:    linalg.copy
// CHECK-NEXT:    qint.scheduled.tick %[[TICKS]][0] : memref<3xi64>
// CHECK-NEXT:    qint.scheduled.batch_matmul
// CHECK-NEXT:    qint.scheduled.tick %[[TICKS]][1] : memref<3xi64>
// CHECK-NEXT:    return
func.func @main(%x: memref<2x6x4xf32>, %w: memref<2x4x5xf32>, %a: memref<2x3x4xf32>, %y: memref<2x3x5xf32>) {
  %half = memref.subview %x[0, 0, 0] [2, 3, 4] [1, 1, 1] : memref<2x6x4xf32> to memref<2x3x4xf32, strided<[24, 4, 1]>>
  linalg.copy ins(%half : memref<2x3x4xf32, strided<[24, 4, 1]>>) outs(%a : memref<2x3x4xf32>) loc("first")
  qint.scheduled.batch_matmul %a, %w into %y {tile = #qint.tile<2 x 16>} : (memref<2x3x4xf32>, memref<2x4x5xf32>, memref<2x3x5xf32>) -> () loc("second")
  return
}

// -----

// Tasks are one layer, described by the first of them.
// CHECK:         qint.task.parallel
// CHECK:         }, {
// CHECK-NEXT:      linalg.copy
// CHECK-NEXT:    }
// CHECK-NEXT:    qint.scheduled.tick %{{.*}}[0] : memref<2xi64>
// CHECK-NEXT:    return
func.func @tasks(%x: memref<8xi8>, %y: memref<8xi8>) {
  qint.task.parallel {
    %low = memref.subview %x[0] [4] [1] : memref<8xi8> to memref<4xi8, strided<[1]>>
    linalg.copy ins(%low : memref<4xi8, strided<[1]>>) outs(%low : memref<4xi8, strided<[1]>>)
  }, {
    linalg.copy ins(%y : memref<8xi8>) outs(%y : memref<8xi8>)
  }
  return
}

// -----

// A loop of qopt-fuse-loops is one layer, too.
// CHECK-DAG:   memref.global "public" @loop_profile_ticks : memref<2xi64>
// CHECK-LABEL: func.func @loop(
// CHECK:         scf.for
// CHECK-NOT:       tick
// CHECK:         }
// CHECK-NEXT:    qint.scheduled.tick %{{.*}}[0] : memref<2xi64>
// CHECK-NEXT:    return
func.func @loop(%x: memref<8xi8>, %y: memref<8xi8>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  scf.for %i = %c0 to %c4 step %c1 {
    linalg.copy ins(%x : memref<8xi8>) outs(%y : memref<8xi8>)
  }
  return
}

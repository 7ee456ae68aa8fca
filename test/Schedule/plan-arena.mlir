// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-plan-arena))' | FileCheck %s

// A chain of three buffers: the first and the last share memory. Views of a
// buffer count as uses of it.
// CHECK-LABEL: func.func @chain(
// CHECK-SAME:      %[[X:.*]]: memref<100xi8>, %[[Y:.*]]: memref<100xi8>, %[[ARENA:.*]]: memref<320xi8> {qopt.arena})
// CHECK-DAG:     %[[OFFSET0:.*]] = arith.constant 0 : index
// CHECK-DAG:     %[[A:.*]] = memref.view %[[ARENA]][%[[OFFSET0]]][] : memref<320xi8> to memref<100xi8>
// CHECK:         linalg.copy ins(%[[X]] : memref<100xi8>) outs(%[[A]] : memref<100xi8>)
// CHECK:         %[[OFFSET1:.*]] = arith.constant 128 : index
// CHECK:         %[[B:.*]] = memref.view %[[ARENA]][%[[OFFSET1]]][]
// CHECK:         linalg.copy ins(%[[A]] : memref<100xi8>) outs(%[[B]] : memref<100xi8>)
// CHECK:         %[[OFFSET2:.*]] = arith.constant 0 : index
// CHECK:         %[[C:.*]] = memref.view %[[ARENA]][%[[OFFSET2]]][]
// CHECK:         %[[HALF:.*]] = memref.subview %[[B]]
// CHECK:         linalg.copy ins(%[[HALF]]
// CHECK:         linalg.copy ins(%[[C]] : memref<100xi8>) outs(%[[Y]] : memref<100xi8>)
// CHECK-NOT:     memref.alloc
func.func @chain(%x: memref<100xi8>, %y: memref<100xi8>) {
  %a = memref.alloc() : memref<100xi8>
  linalg.copy ins(%x : memref<100xi8>) outs(%a : memref<100xi8>)
  %b = memref.alloc() : memref<100xi8>
  linalg.copy ins(%a : memref<100xi8>) outs(%b : memref<100xi8>)
  %c = memref.alloc() : memref<100xi8>
  %half = memref.subview %b[0] [50] [1] : memref<100xi8> to memref<50xi8, strided<[1]>>
  %target = memref.subview %c[0] [50] [1] : memref<100xi8> to memref<50xi8, strided<[1]>>
  linalg.copy ins(%half : memref<50xi8, strided<[1]>>) outs(%target : memref<50xi8, strided<[1]>>)
  linalg.copy ins(%c : memref<100xi8>) outs(%y : memref<100xi8>)
  return
}

// A buffer read inside of a region lives until the op of that region.
// CHECK-LABEL: func.func @region(
// CHECK-SAME:      memref<192xi8> {qopt.arena}
func.func @region(%y: memref<16xi32>) {
  %a = memref.alloc() : memref<16xi32>
  %zero = arith.constant 0 : i32
  linalg.fill ins(%zero : i32) outs(%a : memref<16xi32>)
  %b = memref.alloc() : memref<16xi32>
  linalg.fill ins(%zero : i32) outs(%b : memref<16xi32>)
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>],
                  iterator_types = ["parallel"]}
      ins(%b : memref<16xi32>) outs(%y : memref<16xi32>) {
  ^bb0(%in: i32, %out: i32):
    %i = linalg.index 0 : index
    %v = memref.load %a[%i] : memref<16xi32>
    linalg.yield %v : i32
  }
  return
}

// Without allocations there is an arena all the same: one signature for all.
// CHECK-LABEL: func.func @nothing(
// CHECK-SAME:      memref<64xi8> {qopt.arena}
func.func @nothing(%x: memref<4xf32>, %y: memref<4xf32>) {
  linalg.copy ins(%x : memref<4xf32>) outs(%y : memref<4xf32>)
  return
}

// RUN: qopt %s --verify-roundtrip | FileCheck %s

func.func private @fill(%y: memref<4xi8>)

// CHECK-LABEL: func @parallel
// CHECK:         qint.task.parallel {
// CHECK-NEXT:      qint.task.call @fill(%{{.*}}) : memref<4xi8>
// CHECK-NEXT:    }, {
// CHECK-NEXT:      %[[HALF:.*]] = memref.subview
// CHECK-NEXT:      qint.task.call @fill(%[[HALF]]) : memref<4xi8, strided<[1], offset: 4>>
// CHECK-NEXT:    }
func.func @parallel(%x: memref<4xi8>, %y: memref<8xi8>) {
  qint.task.parallel {
    qint.task.call @fill(%x) : memref<4xi8>
  }, {
    %half = memref.subview %y[4] [4] [1] : memref<8xi8> to memref<4xi8, strided<[1], offset: 4>>
    qint.task.call @fill(%half) : memref<4xi8, strided<[1], offset: 4>>
  }
  return
}

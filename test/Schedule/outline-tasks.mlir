// RUN: qopt %s --split-input-file --qopt-outline-tasks | FileCheck %s

memref.global "private" constant @table : memref<64xi8> = dense<1>

// Tasks that differ in where their buffers lie share a function, those of two
// layers too; constants move along. %x and %y are known not to overlap; what is
// read and written at once is not.
// CHECK-LABEL: func.func @main(
// CHECK:         qint.task.parallel {
// CHECK-NEXT:      %[[X0:.*]] = memref.subview %[[X:.*]][0] [64] [1]
// CHECK-NEXT:      %[[Y0:.*]] = memref.subview %[[Y:.*]][0] [64] [1]
// CHECK-NEXT:      qint.task.call @main_task0(%[[X0]], %[[Y0]])
// CHECK-NEXT:    }, {
// CHECK-NEXT:      memref.subview %[[X]][64] [64] [1]
// CHECK-NEXT:      memref.subview %[[Y]][64] [64] [1]
// CHECK-NEXT:      qint.task.call @main_task0(
// CHECK-NEXT:    }
// CHECK:         qint.task.parallel {
// CHECK:           qint.task.call @main_task1(
// CHECK:           qint.task.call @main_task0(
// CHECK:         }
// CHECK:         qint.task.parallel {
// CHECK-NEXT:      qint.task.call @main_task2(
// CHECK-NEXT:    }, {
// CHECK-NEXT:      qint.task.call @main_task2(
// CHECK:       func.func private @main_task0(%[[A:.*]]: memref<64xi8> {llvm.noalias}, %[[B:.*]]: memref<64xi8> {llvm.noalias}) {
// CHECK-NEXT:    linalg.copy ins(%[[A]] : memref<64xi8>) outs(%[[B]] : memref<64xi8>)
// CHECK-NEXT:    return
// CHECK:       func.func private @main_task1(%{{.*}}: memref<64xi8>, %{{.*}}: memref<64xi8>)
// CHECK:       func.func private @main_task2(%[[C:.*]]: memref<128xi8> {llvm.noalias}) {
// CHECK-NEXT:    %[[ZERO:.*]] = arith.constant 0 : i8
// CHECK-NEXT:    linalg.fill ins(%[[ZERO]] : i8) outs(%[[C]] : memref<128xi8>)
func.func @main(%x: memref<128xi8>, %y: memref<128xi8>) {
  qint.task.parallel {
    %x0 = memref.subview %x[0] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1]>>
    %y0 = memref.subview %y[0] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1]>>
    linalg.copy ins(%x0 : memref<64xi8, strided<[1]>>) outs(%y0 : memref<64xi8, strided<[1]>>)
  }, {
    %x1 = memref.subview %x[64] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1], offset: 64>>
    %y1 = memref.subview %y[64] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1], offset: 64>>
    linalg.copy ins(%x1 : memref<64xi8, strided<[1], offset: 64>>) outs(%y1 : memref<64xi8, strided<[1], offset: 64>>)
  }
  %table = memref.get_global @table : memref<64xi8>
  qint.task.parallel {
    %y0 = memref.subview %y[0] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1]>>
    %y1 = memref.subview %y[64] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1], offset: 64>>
    linalg.copy ins(%y0 : memref<64xi8, strided<[1]>>) outs(%y1 : memref<64xi8, strided<[1], offset: 64>>)
  }, {
    %x0 = memref.subview %x[0] [64] [1] : memref<128xi8> to memref<64xi8, strided<[1]>>
    linalg.copy ins(%table : memref<64xi8>) outs(%x0 : memref<64xi8, strided<[1]>>)
  }
  %zero = arith.constant 0 : i8
  qint.task.parallel {
    linalg.fill ins(%zero : i8) outs(%x : memref<128xi8>)
  }, {
    linalg.fill ins(%zero : i8) outs(%y : memref<128xi8>)
  }
  return
}

// -----

memref.global "private" constant @right : memref<8xi32> = dense<[1, 2, 3, 4, 5, 6, 7, 8]>
memref.global "private" constant @both : memref<8xi32> = dense<[1, 2, 3, 4, 5, 6, 7, -5]>
memref.global "private" constant @few : memref<8xi32> = dense<[1, 2, 3, 4, 5, 6, 7, -1]>
memref.global "private" @variable : memref<8xi32> = dense<1>

// What is known of a constant is kept at the argument, for views of it as well.
// CHECK-LABEL: func.func @shifts(
// CHECK:         qint.task.parallel {
// CHECK:           qint.task.call @shifts_task0(
// CHECK:           qint.task.call @shifts_task0(
// CHECK:         }
// CHECK:         qint.task.parallel {
// CHECK:           qint.task.call @shifts_task1(
// CHECK:           qint.task.call @shifts_task1(
// CHECK:         }
// CHECK:       func.func private @shifts_task0(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.least_shift = 0 : i32}, %{{.*}}: memref<4xi32> {llvm.noalias})
// CHECK:       func.func private @shifts_task1(%{{.*}}: memref<4xi32> {llvm.noalias}, %{{.*}}: memref<4xi32> {llvm.noalias})
// CHECK:       func.func private @shifts_task2(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.least_shift = -4 : i32}
func.func @shifts(%x: memref<4xi32>, %y: memref<4xi32>) {
  %right = memref.get_global @right : memref<8xi32>
  %both = memref.get_global @both : memref<8xi32>
  %variable = memref.get_global @variable : memref<8xi32>
  %right0 = memref.subview %right[0] [4] [1] : memref<8xi32> to memref<4xi32, strided<[1]>>
  %right4 = memref.subview %right[4] [4] [1] : memref<8xi32> to memref<4xi32, strided<[1], offset: 4>>
  %both0 = memref.subview %both[0] [4] [1] : memref<8xi32> to memref<4xi32, strided<[1]>>
  %few = memref.get_global @few : memref<8xi32>
  %few0 = memref.subview %few[0] [4] [1] : memref<8xi32> to memref<4xi32, strided<[1]>>
  %variable0 = memref.subview %variable[0] [4] [1] : memref<8xi32> to memref<4xi32, strided<[1]>>
  qint.task.parallel {
    linalg.copy ins(%right0 : memref<4xi32, strided<[1]>>) outs(%x : memref<4xi32>)
  }, {
    linalg.copy ins(%right4 : memref<4xi32, strided<[1], offset: 4>>) outs(%y : memref<4xi32>)
  }
  qint.task.parallel {
    linalg.copy ins(%both0 : memref<4xi32, strided<[1]>>) outs(%x : memref<4xi32>)
  }, {
    linalg.copy ins(%variable0 : memref<4xi32, strided<[1]>>) outs(%y : memref<4xi32>)
  }
  qint.task.parallel {
    linalg.copy ins(%few0 : memref<4xi32, strided<[1]>>) outs(%x : memref<4xi32>)
  }, {
    linalg.copy ins(%right0 : memref<4xi32, strided<[1]>>) outs(%y : memref<4xi32>)
  }
  return
}

// -----

memref.global "private" constant @function : memref<256x2xi16> = dense<-128>

// CHECK:       func.func private @slopes_task0(%{{.*}}: memref<256x2xi16> {llvm.noalias, qopt.byte_slopes, qopt.small_results}, %{{.*}}: memref<256x2xi16> {llvm.noalias})
func.func @slopes(%x: memref<256x2xi16>, %y: memref<256x2xi16>) {
  %f = memref.get_global @function : memref<256x2xi16>
  qint.task.parallel {
    linalg.copy ins(%f : memref<256x2xi16>) outs(%x : memref<256x2xi16>)
  }, {
    linalg.copy ins(%f : memref<256x2xi16>) outs(%y : memref<256x2xi16>)
  }
  return
}

// -----

memref.global "private" constant @left : memref<4xi32> = dense<[0, -1, -5, 0]>
memref.global "private" constant @function : memref<256x2xi16> = dense<0>

// CHECK:       func.func private @more_task0(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.greatest_shift = 0 : i32}
// CHECK:       func.func private @more_task1(%{{.*}}: memref<256x2xi16> {llvm.noalias, qopt.byte_slopes, qopt.flat_start, qopt.small_results}
func.func @more(%x: memref<4xi32>, %y: memref<256x2xi16>) {
  %left = memref.get_global @left : memref<4xi32>
  %f = memref.get_global @function : memref<256x2xi16>
  qint.task.parallel {
    linalg.copy ins(%left : memref<4xi32>) outs(%x : memref<4xi32>)
  }, {
    linalg.copy ins(%f : memref<256x2xi16>) outs(%y : memref<256x2xi16>)
  }
  return
}

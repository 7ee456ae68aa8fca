// RUN: qopt %s --split-input-file --qopt-outline-layers | FileCheck %s

memref.global "private" constant @table : memref<64xi8> = dense<1>

// Tasks that differ in where their buffers lie share a function, those of two
// layers too; constants move along. %x and %y are known not to overlap; what is
// read and written at once is not.
// CHECK-LABEL: func.func @main(
// CHECK:         qint.task.parallel {
// CHECK-NEXT:      %[[X0:.*]] = memref.subview %[[X:.*]][0] [64] [1]
// CHECK-NEXT:      %[[Y0:.*]] = memref.subview %[[Y:.*]][0] [64] [1]
// CHECK-NEXT:      qint.task.call @main_layer0(%[[X0]], %[[Y0]])
// CHECK-NEXT:    }, {
// CHECK-NEXT:      memref.subview %[[X]][64] [64] [1]
// CHECK-NEXT:      memref.subview %[[Y]][64] [64] [1]
// CHECK-NEXT:      qint.task.call @main_layer0(
// CHECK-NEXT:    }
// CHECK:         qint.task.parallel {
// CHECK:           qint.task.call @main_layer1(
// CHECK:           qint.task.call @main_layer0(
// CHECK:         }
// CHECK:         qint.task.parallel {
// CHECK-NEXT:      qint.task.call @main_layer2(
// CHECK-NEXT:    }, {
// CHECK-NEXT:      qint.task.call @main_layer2(
// CHECK:       func.func private @main_layer0(%[[A:.*]]: memref<64xi8> {llvm.noalias}, %[[B:.*]]: memref<64xi8> {llvm.noalias}) {
// CHECK-NEXT:    linalg.copy ins(%[[A]] : memref<64xi8>) outs(%[[B]] : memref<64xi8>)
// CHECK-NEXT:    return
// CHECK:       func.func private @main_layer1(%{{.*}}: memref<64xi8>, %{{.*}}: memref<64xi8>)
// CHECK:       func.func private @main_layer2(%[[C:.*]]: memref<128xi8> {llvm.noalias}) {
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
// CHECK:           qint.task.call @shifts_layer0(
// CHECK:           qint.task.call @shifts_layer0(
// CHECK:         }
// CHECK:         qint.task.parallel {
// CHECK:           qint.task.call @shifts_layer1(
// CHECK:           qint.task.call @shifts_layer1(
// CHECK:         }
// CHECK:       func.func private @shifts_layer0(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.least_shift = 0 : i32}, %{{.*}}: memref<4xi32> {llvm.noalias})
// CHECK:       func.func private @shifts_layer1(%{{.*}}: memref<4xi32> {llvm.noalias}, %{{.*}}: memref<4xi32> {llvm.noalias})
// CHECK:       func.func private @shifts_layer2(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.least_shift = -4 : i32}
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

// CHECK:       func.func private @slopes_layer0(%{{.*}}: memref<256x2xi16> {llvm.noalias, qopt.byte_slopes, qopt.small_results}, %{{.*}}: memref<256x2xi16> {llvm.noalias})
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

// CHECK:       func.func private @more_layer0(%{{.*}}: memref<4xi32> {llvm.noalias, qopt.greatest_shift = 0 : i32}
// CHECK:       func.func private @more_layer1(%{{.*}}: memref<256x2xi16> {llvm.noalias, qopt.byte_slopes, qopt.flat_start, qopt.small_results}
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

// -----

memref.global "private" constant @left : memref<64xi8> = dense<1>
memref.global "private" constant @right : memref<64xi8> = dense<2>

// Layers outside of tasks become functions, too, which equal layers share whatever
// their constants hold; their scalars and loops move along.
// CHECK-LABEL: func.func @layers(
// CHECK-NEXT:    %[[LEFT:.*]] = memref.get_global @left
// CHECK-NEXT:    %[[RIGHT:.*]] = memref.get_global @right
// CHECK-NEXT:    qint.task.call @layers_layer0(%[[LEFT]], %[[X:.*]])
// CHECK-NEXT:    qint.task.call @layers_layer0(%[[RIGHT]], %[[Y:.*]])
// CHECK-NEXT:    qint.task.call @layers_layer1(%[[X]])
// CHECK-NEXT:    qint.task.parallel {
// CHECK-NEXT:      qint.task.call @layers_layer1(%[[X]])
// CHECK-NEXT:    }, {
// CHECK-NEXT:      qint.task.call @layers_layer1(%[[Y]])
// CHECK-NEXT:    }
// CHECK-NEXT:    qint.task.call @layers_layer2(%[[Y]])
// CHECK-NEXT:    return
// CHECK:       func.func private @layers_layer2(%[[A:.*]]: memref<64xi8>
// CHECK:         scf.for
// CHECK:           linalg.fill
func.func @layers(%x: memref<64xi8>, %y: memref<64xi8>) {
  %left = memref.get_global @left : memref<64xi8>
  %right = memref.get_global @right : memref<64xi8>
  linalg.copy ins(%left : memref<64xi8>) outs(%x : memref<64xi8>)
  linalg.copy ins(%right : memref<64xi8>) outs(%y : memref<64xi8>)
  %zero = arith.constant 0 : i8
  linalg.fill ins(%zero : i8) outs(%x : memref<64xi8>)
  qint.task.parallel {
    linalg.fill ins(%zero : i8) outs(%x : memref<64xi8>)
  }, {
    linalg.fill ins(%zero : i8) outs(%y : memref<64xi8>)
  }
  %c0 = arith.constant 0 : index
  %c64 = arith.constant 64 : index
  %c16 = arith.constant 16 : index
  scf.for %i = %c0 to %c64 step %c16 {
    %part = memref.subview %y[%i] [16] [1] : memref<64xi8> to memref<16xi8, strided<[1], offset: ?>>
    linalg.fill ins(%zero : i8) outs(%part : memref<16xi8, strided<[1], offset: ?>>)
  }
  return
}

// -----

memref.global "private" @ticks : memref<2xi64> = dense<0>

// What takes the time stands between the calls.
// CHECK-LABEL: func.func @profiled(
// CHECK:         qint.scheduled.tick
// CHECK-NEXT:    qint.task.call @profiled_layer0(
// CHECK-NEXT:    qint.scheduled.tick
func.func @profiled(%x: memref<64xi8>, %y: memref<64xi8>) {
  %ticks = memref.get_global @ticks : memref<2xi64>
  qint.scheduled.tick %ticks[1] : memref<2xi64>
  linalg.copy ins(%x : memref<64xi8>) outs(%y : memref<64xi8>)
  qint.scheduled.tick %ticks[0] : memref<2xi64>
  return
}

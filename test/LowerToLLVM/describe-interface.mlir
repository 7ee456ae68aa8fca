// RUN: qopt %s --qopt-describe-interface | FileCheck %s

// Inputs, outputs and arena are told apart by their attributes; the bytes of
// constants are those of all globals; the longest list of tasks is told.
// CHECK: module attributes {qopt.interface = {
// CHECK-SAME: arena_bytes = 192 : i64
// CHECK-SAME: constant_bytes = 28 : i64
// CHECK-SAME: inputs = [{name = "pixels", type = tensor<1x4xf32>}]
// CHECK-SAME: name = "net"
// CHECK-SAME: outputs = [{name = "scores", type = tensor<1x2xf32>}, {name = "codes", scale = 5.000000e-01 : f32, type = tensor<2xui8>, zero_point = 3 : i32}]
// CHECK-SAME: tasks = 3 : i64
memref.global "private" constant @weights : memref<2x3xf32> = dense<1.0>
memref.global "private" constant @shifts : memref<4xi8> = dense<1>

func.func @net(%x: memref<1x4xf32> {qopt.name = "pixels"},
               %y: memref<1x2xf32> {qopt.name = "scores", qopt.output},
               %z: memref<2xi8> {qopt.name = "codes", qopt.output, qopt.element_type = ui8,
                                 qopt.scale = 5.0e-01 : f32, qopt.zero_point = 3 : i32},
               %arena: memref<192xi8> {qopt.arena}) {
  %x0 = memref.collapse_shape %x [[0, 1]] : memref<1x4xf32> into memref<4xf32>
  qint.task.parallel {
    qint.task.call @helper(%x0) : memref<4xf32>
  }, {
    qint.task.call @helper(%x0) : memref<4xf32>
  }, {
    qint.task.call @helper(%x0) : memref<4xf32>
  }
  return
}

func.func private @helper(%x: memref<4xf32>) {
  return
}

// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-nest-concats))' | FileCheck %s
// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-nest-concats),qopt-schedule)' | FileCheck %s --check-prefix=SCHEDULED

// The longest earlier one is taken, wherever its operands stand.
// CHECK-LABEL: func.func @dense
// CHECK:         %[[AB:.*]] = qint.concat %arg0, %arg1 {axis = 1 : i64}
// CHECK:         %[[ABC:.*]] = qint.concat %[[AB]], %arg2 {axis = 1 : i64}
// CHECK:         qint.concat %arg3, %[[ABC]], %arg3 {axis = 1 : i64}
// Each operand is copied once, as deep inside as it lies:
// SCHEDULED-LABEL: func.func @dense
// SCHEDULED-COUNT-5: linalg.copy
// SCHEDULED-NOT:   linalg.copy
// SCHEDULED:       return
func.func @dense(%a: tensor<4x2xui8>, %b: tensor<4x3xui8>, %c: tensor<4x4xui8>, %d: tensor<4x1xui8>) -> tensor<4x11xui8> {
  %ab = qint.concat %a, %b {axis = 1 : i64} : (tensor<4x2xui8>, tensor<4x3xui8>) -> tensor<4x5xui8>
  %abc = qint.concat %a, %b, %c {axis = 1 : i64} : (tensor<4x2xui8>, tensor<4x3xui8>, tensor<4x4xui8>) -> tensor<4x9xui8>
  %all = qint.concat %d, %a, %b, %c, %d {axis = 1 : i64} : (tensor<4x1xui8>, tensor<4x2xui8>, tensor<4x3xui8>, tensor<4x4xui8>, tensor<4x1xui8>) -> tensor<4x11xui8>
  return %all : tensor<4x11xui8>
}

// Another dimension, another order, the same operands, or a gap between them.
// CHECK-LABEL: func.func @others
// CHECK:         qint.concat %arg0, %arg1 {axis = 1 : i64}
// CHECK:         qint.concat %arg0, %arg1, %arg0 {axis = 0 : i64}
// CHECK:         qint.concat %arg1, %arg0, %arg0 {axis = 1 : i64}
// CHECK:         qint.concat %arg1, %arg1, %arg0 {axis = 1 : i64}
// CHECK:         qint.concat %arg0, %arg1 {axis = 1 : i64}
func.func @others(%a: tensor<2x2xui8>, %b: tensor<2x2xui8>) -> (tensor<2x4xui8>, tensor<6x2xui8>, tensor<2x6xui8>, tensor<2x6xui8>, tensor<2x4xui8>) {
  %0 = qint.concat %a, %b {axis = 1 : i64} : (tensor<2x2xui8>, tensor<2x2xui8>) -> tensor<2x4xui8>
  %1 = qint.concat %a, %b, %a {axis = 0 : i64} : (tensor<2x2xui8>, tensor<2x2xui8>, tensor<2x2xui8>) -> tensor<6x2xui8>
  %2 = qint.concat %b, %a, %a {axis = 1 : i64} : (tensor<2x2xui8>, tensor<2x2xui8>, tensor<2x2xui8>) -> tensor<2x6xui8>
  %3 = qint.concat %b, %b, %a {axis = 1 : i64} : (tensor<2x2xui8>, tensor<2x2xui8>, tensor<2x2xui8>) -> tensor<2x6xui8>
  %4 = qint.concat %a, %b {axis = 1 : i64} : (tensor<2x2xui8>, tensor<2x2xui8>) -> tensor<2x4xui8>
  return %0, %1, %2, %3, %4 : tensor<2x4xui8>, tensor<6x2xui8>, tensor<2x6xui8>, tensor<2x6xui8>, tensor<2x4xui8>
}

// CHECK-LABEL: func.func @float
// CHECK:         %[[AB:.*]] = tosa.concat %arg0, %arg1 {axis = 0 : i32}
// CHECK:         tosa.concat %[[AB]], %arg0 {axis = 0 : i32}
func.func @float(%a: tensor<2xf32>, %b: tensor<3xf32>) -> (tensor<5xf32>, tensor<7xf32>) {
  %ab = tosa.concat %a, %b {axis = 0 : i32} : (tensor<2xf32>, tensor<3xf32>) -> tensor<5xf32>
  %aba = tosa.concat %a, %b, %a {axis = 0 : i32} : (tensor<2xf32>, tensor<3xf32>, tensor<2xf32>) -> tensor<7xf32>
  return %ab, %aba : tensor<5xf32>, tensor<7xf32>
}

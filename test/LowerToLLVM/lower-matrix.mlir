// RUN: qopt %s --qopt-lower-vector-ops | FileCheck %s --check-prefix=GENERIC
// RUN: sed 's/"amx", emulate = true/"amx"/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AMX

module attributes {qint.target = #qint.target<"amx", emulate = true>} {

// Registers are 1024 bytes each, in memory.
// GENERIC-LABEL: func @product(
// GENERIC-SAME:    %[[FILE:.*]]: memref<8192xi8>, %[[A:.*]]: memref<999xi8>
// GENERIC:         scf.for
// GENERIC:           vector.store %{{.*}}, %[[FILE]]
// GENERIC:         scf.for
// GENERIC:           vector.load %[[A]]{{.*}} vector<20xi8>
// GENERIC:           vector.store %{{.*}}, %[[FILE]]
// GENERIC:         scf.for
// GENERIC:           scf.for
// GENERIC:             vector.broadcast
// GENERIC:             arith.extui
// GENERIC:             arith.extsi
// GENERIC:             arith.muli
// GENERIC-NOT:     qint.vector.matrix

// The shapes: palette 1; bytes of a row of each register in words; rows.
// AMX-LABEL: func @product(
// AMX-SAME:    %[[FILE:.*]]: memref<8192xi8>, %[[A:.*]]: memref<999xi8>, %[[B:.*]]: memref<320xi8>, %[[C:.*]]: memref<224xi32>
// AMX:         %[[SHAPES:.*]] = arith.constant dense<[1, {{[0, ]+}} 64, 0, 20, 0, 64, {{[0, ]+}} 14, 14, 5, {{[0, ]+}}]> : vector<64xi8>
// AMX:         vector.store %[[SHAPES]], %[[FILE]]
// AMX:         llvm.call_intrinsic "llvm.x86.ldtilecfg"
// AMX:         %[[STRIDE:.*]] = llvm.mlir.constant(40 : i64)
// AMX:         llvm.call_intrinsic "llvm.x86.tileloadd64"(%{{.*}}, %{{.*}}, %[[STRIDE]])
// AMX:         llvm.call_intrinsic "llvm.x86.tileloadd64"
// AMX:         %[[ACC:.*]] = llvm.mlir.constant(0 : i8)
// AMX:         %[[LHS:.*]] = llvm.mlir.constant(1 : i8)
// AMX:         %[[RHS:.*]] = llvm.mlir.constant(2 : i8)
// AMX:         llvm.call_intrinsic "llvm.x86.tdpbusd"(%[[ACC]], %[[LHS]], %[[RHS]])
// AMX:         %[[STRIDE:.*]] = llvm.mlir.constant(64 : i64)
// AMX:         llvm.call_intrinsic "llvm.x86.tilestored64"(%{{.*}}, %{{.*}}, %[[STRIDE]])
func.func @product(%file: memref<8192xi8>, %a: memref<999xi8>, %b: memref<320xi8>,
                   %c: memref<224xi32>, %i: index) {
  qint.vector.matrix_configure %file {
    rows = array<i64: 14, 14, 5, 0, 0, 0, 0, 0>,
    row_bytes = array<i64: 64, 20, 64, 0, 0, 0, 0, 0>} : memref<8192xi8>
  qint.vector.matrix_load %file, %a[%i] {number = 1 : i64, row_stride = 40 : i64, rows = 14 : i64,
    row_bytes = 20 : i64} : memref<8192xi8>, memref<999xi8>
  qint.vector.matrix_load %file, %b[%i] {number = 2 : i64, row_stride = 64 : i64, rows = 5 : i64,
    row_bytes = 64 : i64} : memref<8192xi8>, memref<320xi8>
  qint.vector.matrix_dot %file {accumulator = 0 : i64, lhs = 1 : i64, rhs = 2 : i64,
    rows = 14 : i64, steps = 5 : i64} : memref<8192xi8>
  qint.vector.matrix_store %file, %c[%i] {number = 0 : i64, row_stride = 16 : i64,
    rows = 14 : i64} : memref<8192xi8>, memref<224xi32>
  return
}

}

// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-partition{threads=2}))' --remarks-filter='.*' 2>&1 | FileCheck %s

// CHECK: partition-remarks.mlir:[[# @LINE + 2]]:3: remark: [Analysis] tasks | Category:qopt-partition | Remark="copy: 2 tasks by elements, about {{[0-9]+}} cycles instead of {{[0-9]+}}"
func.func @copy(%x: memref<100000xi8>, %y: memref<100000xi8>) {
  linalg.copy ins(%x : memref<100000xi8>) outs(%y : memref<100000xi8>)
  return
}

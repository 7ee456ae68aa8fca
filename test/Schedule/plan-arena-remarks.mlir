// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-plan-arena))' --remark-policy=all --remarks-filter=qopt-plan-arena 2>&1 >/dev/null | FileCheck %s

// CHECK: remark: [Analysis] arena | Category:qopt-plan-arena | Remark="192 bytes for 2 buffers; at one time at least 128 bytes are live"
func.func @two(%y: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32>
  %b = memref.alloc() : memref<4xf32>
  linalg.copy ins(%a : memref<4xf32>) outs(%b : memref<4xf32>)
  linalg.copy ins(%b : memref<4xf32>) outs(%y : memref<4xf32>)
  return
}

// Layers that have one form only: what differs between their times is noise.
// RUN: qopt-compile %s --float --autotune --remarks-filter=autotune -o %t.so 2>&1 | FileCheck %s --allow-empty
// CHECK-NOT: remark

func.func @sums(%x: tensor<64xf32>, %y: tensor<64xf32>) -> (tensor<64xf32>, tensor<64xf32>) {
  %0 = tosa.add %x, %y : (tensor<64xf32>, tensor<64xf32>) -> tensor<64xf32>
  %1 = tosa.exp %0 : (tensor<64xf32>) -> tensor<64xf32>
  %2 = tosa.reciprocal %y : (tensor<64xf32>) -> tensor<64xf32>
  return %1, %2 : tensor<64xf32>, tensor<64xf32>
}

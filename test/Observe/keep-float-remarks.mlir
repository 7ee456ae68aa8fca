// RUN: qopt %s --qopt-keep-float="mtriple=x86_64-linux-gnu mcpu=haswell" --remark-policy=all --remarks-filter='qopt-keep-float' -o /dev/null 2>&1 | FileCheck %s
// RUN: not qopt %s --qopt-keep-float="mcpu=none" 2>&1 | FileCheck %s --check-prefix=CPU

// CHECK: keep-float-remarks.mlir:[[#@LINE+8]]:8: remark: [Analysis] precision | Category:qopt-keep-float | Remark="about {{[0-9]+}} cycles in int8, {{[0-9]+}} in float on avx2"
// CPU: error: {{.*}}none
func.func @layer(%x: tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<16x1x1x16xf32>} : () -> tensor<16x1x1x16xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<16xf32>} : () -> tensor<16xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>

  // The line that the remark names.
  %y = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x8x8x16xf32>, tensor<16x1x1x16xf32>, tensor<16xf32>, tensor<1xf32>,
         tensor<1xf32>) -> tensor<1x8x8x16xf32>
  return %y : tensor<1x8x8x16xf32>
}

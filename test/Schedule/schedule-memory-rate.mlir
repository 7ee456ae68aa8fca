// RUN: sed s/CPU/znver4/ %s | qopt --qopt-schedule | FileCheck %s --check-prefix=ZEN
// RUN: sed s/CPU/icelake-server/ %s | qopt --qopt-schedule | FileCheck %s --check-prefix=SERVER
// RUN: sed 's/avx512vnni">/avx512vnni", emulate = true>/; s/CPU/znver4/' %s | qopt --qopt-schedule | FileCheck %s --check-prefix=SERVER

// The 4.7 MB of Winograd weights arrive in time where a core reads fast. Emulated code has
// the shape that does not depend on the CPU's name, which is the host's.
// ZEN:    qint.scheduled.winograd_conv2d
// SERVER: qint.scheduled.conv2d
module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "CPU", qopt.features = "",
                   qopt.triple = "x86_64-unknown-linux-gnu"} {
func.func @layer(%x: tensor<1x14x14x256xui8>) -> tensor<1x14x14x256xi32> {
  %w = arith.constant dense<1> : tensor<256x3x3x256xi8>
  %b = arith.constant dense<10> : tensor<256xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x14x14x256xui8>, tensor<256x3x3x256xi8>, tensor<256xi32>) -> tensor<1x14x14x256xi32>
  return %y : tensor<1x14x14x256xi32>
}
}

// RUN: qopt-compile %s --emit=asm -o - | FileCheck %s

// The hot loop of the products of a Winograd convolution: two channels per step.

// CHECK-LABEL: conv_run:
// All 28 accumulators stay in registers; the next product's weights are prefetched.
// CHECK:       vpdpwssd %zmm{{[0-9]+}}, %zmm{{[0-9]+}}, %zmm
// CHECK-NOT:   (%rsp)
// CHECK-COUNT-27: vpdpwssd %zmm{{[0-9]+}}, %zmm{{[0-9]+}}, %zmm
// CHECK-NOT:   {{vpdpwssd|\(%rsp\)}}
// CHECK:       prefetcht1
// CHECK-NOT:   {{vpdpwssd|\(%rsp\)}}
// CHECK:       j{{b|ne}}
// CHECK:       vpmulld
// CHECK:       vpmulhw
// CHECK:       retq

module attributes {qint.target = #qint.target<"avx512vnni">, qopt.triple = "x86_64-unknown-linux-gnu",
                   qopt.cpu = "icelake-server", qopt.features = ""} {
  memref.global "private" constant @weights : memref<1x36x32x32x2xi16> = dense<3> {alignment = 64 : i64}
  memref.global "private" constant @bias : memref<32xi32> = dense<5> {alignment = 64 : i64}
  memref.global "private" constant @multipliers : memref<32xi16> = dense<20000> {alignment = 64 : i64}
  memref.global "private" constant @shifts : memref<32xi32> = dense<9> {alignment = 64 : i64}

  func.func @conv(%input: memref<1x10x30x64xi8> {qopt.name = "x"},
                  %output: memref<1x8x28x32xi8> {qopt.name = "y", qopt.output},
                  %arena: memref<132288xi8> {qopt.arena}) {
    %zero = arith.constant 0 : index
    %behind = arith.constant 66816 : index
    %weights = memref.get_global @weights : memref<1x36x32x32x2xi16>
    %bias = memref.get_global @bias : memref<32xi32>
    %multipliers = memref.get_global @multipliers : memref<32xi16>
    %shifts = memref.get_global @shifts : memref<32xi32>
    %v = memref.view %arena[%zero][] : memref<132288xi8> to memref<36x928xi16>
    %p = memref.view %arena[%behind][] : memref<132288xi8> to memref<14x1168xi32>
    qint.scheduled.winograd_conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts
      into %output scratch %v, %p
      {tile = #qint.tile<14 x 32>, band = array<i64: 2, 7>,
       mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x10x30x64xi8>, memref<1x36x32x32x2xi16>, memref<32xi32>,
         memref<32xi16>, memref<32xi32>, memref<1x8x28x32xi8>,
         memref<36x928xi16>, memref<14x1168xi32>) -> ()
    return
  }
}

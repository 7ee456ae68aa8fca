// RUN: qopt-compile %s --emit=asm -o - | FileCheck %s

// Chains of three slots: per slot two registers of weights and three rows, then one
// widening. No accumulator leaves the registers. (Tables that are no constants, for
// LLVM to leave them alone.)

// CHECK-LABEL: conv_run:
// CHECK:       vpmaddubsw
// CHECK-NOT:   (%rsp)
// CHECK-COUNT-17: vpmaddubsw
// CHECK-NOT:   {{vpmaddubsw|\(%rsp\)}}
// CHECK:       j{{b|ne}}
// CHECK:       retq

module attributes {qint.target = #qint.target<"avx2">, qopt.triple = "x86_64-unknown-linux-gnu",
                   qopt.cpu = "haswell", qopt.features = ""} {
  memref.global "private" constant @bias : memref<16xi32> = dense<5> {alignment = 64 : i64}
  memref.global "private" constant @multipliers : memref<16xi16> = dense<20000> {alignment = 64 : i64}
  memref.global "private" constant @shifts : memref<16xi32> = dense<9> {alignment = 64 : i64}

  func.func @conv(%input: memref<1x1x30x64xi8> {qopt.name = "x"},
                  %weights: memref<60x16x4xi8> {qopt.name = "weights"},
                  %offsets: memref<60xi32> {qopt.name = "offsets"},
                  %chains: memref<1x4xi32> {qopt.name = "chains"},
                  %output: memref<1x1x30x16xi8> {qopt.name = "y", qopt.output},
                  %arena: memref<64xi8> {qopt.arena}) {
    %bias = memref.get_global @bias : memref<16xi32>
    %multipliers = memref.get_global @multipliers : memref<16xi16>
    %shifts = memref.get_global @shifts : memref<16xi32>
    qint.scheduled.chained_conv2d %input, %weights, %bias offsets %offsets chains %chains
      multipliers %multipliers shifts %shifts into %output
      {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
       tile = #qint.tile<3 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x1x30x64xi8>, memref<60x16x4xi8>, memref<16xi32>,
         memref<16xi16>, memref<16xi32>, memref<1x1x30x16xi8>, memref<60xi32>, memref<1x4xi32>) -> ()
    return
  }
}

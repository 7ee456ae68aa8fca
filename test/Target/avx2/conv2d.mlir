// RUN: qopt-compile %s --emit=asm -o - | FileCheck %s

// The hot loop of a 3x3 convolution with 64 input channels.

// CHECK-LABEL: conv_run:
// CHECK:       vpmaddwd %ymm{{[0-9]+}}, %ymm{{[0-9]+}}, %ymm
// CHECK-NOT:   {{vpmaddubsw|\(%rsp\)}}
// CHECK-COUNT-15: vpmaddwd
// CHECK-NOT:   {{vpmaddwd|vpmaddubsw|\(%rsp\)}}
// CHECK:       j{{b|ne}}
// CHECK:       vpmulhw
// CHECK-NOT:   vpmaddubsw
// CHECK:       retq

module attributes {qint.target = #qint.target<"avx2">, qopt.triple = "x86_64-unknown-linux-gnu",
                   qopt.cpu = "haswell", qopt.features = ""} {
  memref.global "private" constant @weights : memref<1x1x288x16x2xi16> = dense<3> {alignment = 64 : i64}
  memref.global "private" constant @bias : memref<16xi32> = dense<5> {alignment = 64 : i64}
  memref.global "private" constant @multipliers : memref<16xi16> = dense<20000> {alignment = 64 : i64}
  memref.global "private" constant @shifts : memref<16xi32> = dense<9> {alignment = 64 : i64}

  func.func @conv(%input: memref<1x16x10x64xi8> {qopt.name = "x"},
                  %output: memref<1x14x8x16xi8> {qopt.name = "y", qopt.output},
                  %arena: memref<64xi8> {qopt.arena}) {
    %weights = memref.get_global @weights : memref<1x1x288x16x2xi16>
    %bias = memref.get_global @bias : memref<16xi32>
    %multipliers = memref.get_global @multipliers : memref<16xi16>
    %shifts = memref.get_global @shifts : memref<16xi32>
    qint.scheduled.conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts
      into %output
      {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
       tile = #qint.tile<4 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x16x10x64xi8>, memref<1x1x288x16x2xi16>, memref<16xi32>,
         memref<16xi16>, memref<16xi32>, memref<1x14x8x16xi8>) -> ()
    return
  }
}

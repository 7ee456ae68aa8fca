// RUN: qopt-compile %s --emit=asm -o - | FileCheck %s

// The hot loop of the products of a Winograd convolution: two channels per step.

// CHECK-LABEL: conv_run:
// All 12 accumulators stay in registers; two steps at a time.
// CHECK:       vpmaddwd %ymm{{[0-9]+}}, %ymm{{[0-9]+}}, %ymm
// CHECK-NOT:   (%rsp)
// CHECK-COUNT-23: vpmaddwd %ymm{{[0-9]+}}, %ymm{{[0-9]+}}, %ymm
// CHECK-NOT:   {{vpmaddwd|\(%rsp\)}}
// CHECK:       prefetcht1
// CHECK:       j{{b|ne}}
// CHECK:       vpmulld
// CHECK:       retq

module attributes {qint.target = #qint.target<"avx2">, qopt.triple = "x86_64-unknown-linux-gnu",
                   qopt.cpu = "haswell", qopt.features = ""} {
  memref.global "private" constant @weights : memref<1x36x32x16x2xi16> = dense<3> {alignment = 64 : i64}
  memref.global "private" constant @bias : memref<16xi32> = dense<5> {alignment = 64 : i64}
  memref.global "private" constant @multipliers : memref<16xi16> = dense<20000> {alignment = 64 : i64}
  memref.global "private" constant @shifts : memref<16xi32> = dense<9> {alignment = 64 : i64}

  func.func @conv(%input: memref<1x10x14x64xi8> {qopt.name = "x"},
                  %output: memref<1x8x12x16xi8> {qopt.name = "y", qopt.output},
                  %arena: memref<44224xi8> {qopt.arena}) {
    %zero = arith.constant 0 : index
    %behind = arith.constant 29952 : index
    %weights = memref.get_global @weights : memref<1x36x32x16x2xi16>
    %bias = memref.get_global @bias : memref<16xi32>
    %multipliers = memref.get_global @multipliers : memref<16xi16>
    %shifts = memref.get_global @shifts : memref<16xi32>
    %v = memref.view %arena[%zero][] : memref<44224xi8> to memref<36x416xi16>
    %p = memref.view %arena[%behind][] : memref<44224xi8> to memref<6x592xi32>
    qint.scheduled.winograd_conv2d %input, %weights, %bias multipliers %multipliers shifts %shifts
      into %output scratch %v, %p
      {tile = #qint.tile<6 x 16>, band = array<i64: 2, 3>,
       mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
      : (memref<1x10x14x64xi8>, memref<1x36x32x16x2xi16>, memref<16xi32>,
         memref<16xi16>, memref<16xi32>, memref<1x8x12x16xi8>,
         memref<36x416xi16>, memref<6x592xi32>) -> ()
    return
  }
}

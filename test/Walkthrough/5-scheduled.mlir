#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0) -> (d0)>
module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "icelake-server", qopt.features = "", qopt.triple = "x86_64-unknown-linux-gnu"} {
  memref.global "private" constant @layer_bias : memref<16xi32> = dense<[114801, 82943, -31035, -41699, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_shifts : memref<16xi32> = dense<[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_multipliers : memref<16xi16> = dense<[19394, 19981, 20128, 19331, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights : memref<1x1x6x16x4xi8> = dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_bias_0 : memref<16xi32> = dense<[-2083, -1935, -1458, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights_1 : memref<1x1x4x16x4xi8> = dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_scales : memref<3xf32> = dense<[4.17421077E-4, 4.33593435E-4, 3.96003685E-4]> {alignment = 64 : i64}
  func.func @walkthrough(%arg0: memref<1x4x4x2xf32> {qopt.name = "image"}, %arg1: memref<1x1x1x3xf32> {qopt.name = "scores", qopt.output}, %arg2: memref<256xi8> {qopt.arena}) {
    %c0 = arith.constant 0 : index
    %view = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x6x6x2xi8>
    %reinterpret_cast = memref.reinterpret_cast %view to offset: [0], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8>
    qint.task.call @walkthrough_layer0(%reinterpret_cast) : memref<12xi8>
    %reinterpret_cast_0 = memref.reinterpret_cast %view to offset: [60], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8, strided<[1], offset: 60>>
    qint.task.call @walkthrough_layer0(%reinterpret_cast_0) : memref<12xi8, strided<[1], offset: 60>>
    %reinterpret_cast_1 = memref.reinterpret_cast %view to offset: [12], sizes: [4, 2], strides: [12, 1] : memref<1x6x6x2xi8> to memref<4x2xi8, strided<[12, 1], offset: 12>>
    qint.task.call @walkthrough_layer1(%reinterpret_cast_1) : memref<4x2xi8, strided<[12, 1], offset: 12>>
    %reinterpret_cast_2 = memref.reinterpret_cast %view to offset: [22], sizes: [4, 2], strides: [12, 1] : memref<1x6x6x2xi8> to memref<4x2xi8, strided<[12, 1], offset: 22>>
    qint.task.call @walkthrough_layer1(%reinterpret_cast_2) : memref<4x2xi8, strided<[12, 1], offset: 22>>
    %reinterpret_cast_3 = memref.reinterpret_cast %arg0 to offset: [0], sizes: [4, 8], strides: [8, 1] : memref<1x4x4x2xf32> to memref<4x8xf32>
    %reinterpret_cast_4 = memref.reinterpret_cast %view to offset: [14], sizes: [4, 8], strides: [12, 1] : memref<1x6x6x2xi8> to memref<4x8xi8, strided<[12, 1], offset: 14>>
    qint.task.call @walkthrough_layer2(%reinterpret_cast_3, %reinterpret_cast_4) : memref<4x8xf32>, memref<4x8xi8, strided<[12, 1], offset: 14>>
    %c128 = arith.constant 128 : index
    %view_5 = memref.view %arg2[%c128][] : memref<256xi8> to memref<1x4x4x4xi8>
    %0 = memref.get_global @layer_bias : memref<16xi32>
    %1 = memref.get_global @layer_shifts : memref<16xi32>
    %2 = memref.get_global @layer_multipliers : memref<16xi16>
    %3 = memref.get_global @layer_weights : memref<1x1x6x16x4xi8>
    qint.task.call @walkthrough_layer3(%view, %3, %0, %2, %1, %view_5) : memref<1x6x6x2xi8>, memref<1x1x6x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x4x4x4xi8>
    %c0_6 = arith.constant 0 : index
    %view_7 = memref.view %arg2[%c0_6][] : memref<256xi8> to memref<1x1x1x16xi8>
    %reinterpret_cast_8 = memref.reinterpret_cast %view_7 to offset: [0], sizes: [1, 2, 2, 4], strides: [16, 8, 4, 1] : memref<1x1x1x16xi8> to memref<1x2x2x4xi8>
    qint.task.call @walkthrough_layer4(%view_5, %reinterpret_cast_8) : memref<1x4x4x4xi8>, memref<1x2x2x4xi8>
    %c64 = arith.constant 64 : index
    %view_9 = memref.view %arg2[%c64][] : memref<256xi8> to memref<1x1x1x3xi32>
    %4 = memref.get_global @layer_bias_0 : memref<16xi32>
    %5 = memref.get_global @layer_weights_1 : memref<1x1x4x16x4xi8>
    qint.task.call @walkthrough_layer5(%view_7, %5, %4, %view_9) : memref<1x1x1x16xi8>, memref<1x1x4x16x4xi8>, memref<16xi32>, memref<1x1x1x3xi32>
    %6 = memref.get_global @layer_scales : memref<3xf32>
    %reinterpret_cast_10 = memref.reinterpret_cast %view_9 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xi32> to memref<3xi32>
    %reinterpret_cast_11 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xf32> to memref<3xf32>
    qint.task.call @walkthrough_layer6(%reinterpret_cast_10, %6, %reinterpret_cast_11) : memref<3xi32>, memref<3xf32>, memref<3xf32>
    return
  }
  func.func private @walkthrough_layer0(%arg0: memref<12xi8> {llvm.noalias}) {
    %c-92_i8 = arith.constant -92 : i8
    linalg.fill ins(%c-92_i8 : i8) outs(%arg0 : memref<12xi8>)
    return
  }
  func.func private @walkthrough_layer1(%arg0: memref<4x2xi8, strided<[12, 1]>> {llvm.noalias}) {
    %c-92_i8 = arith.constant -92 : i8
    linalg.fill ins(%c-92_i8 : i8) outs(%arg0 : memref<4x2xi8, strided<[12, 1]>>)
    return
  }
  func.func private @walkthrough_layer2(%arg0: memref<4x8xf32> {llvm.noalias}, %arg1: memref<4x8xi8, strided<[12, 1]>> {llvm.noalias}) {
    linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%arg0 : memref<4x8xf32>) outs(%arg1 : memref<4x8xi8, strided<[12, 1]>>) {
    ^bb0(%in: f32, %out: i8):
      %0 = arith.cmpf ord, %in, %in : f32
      %cst = arith.constant 0.000000e+00 : f32
      %1 = arith.select %0, %in, %cst : f32
      %cst_0 = arith.constant -5.77949333 : f32
      %cst_1 = arith.constant 3.20691419 : f32
      %2 = arith.cmpf ogt, %1, %cst_0 : f32
      %3 = arith.select %2, %1, %cst_0 : f32
      %4 = arith.cmpf olt, %3, %cst_1 : f32
      %5 = arith.select %4, %3, %cst_1 : f32
      %cst_2 = arith.constant 28.3761883 : f32
      %cst_3 = arith.constant 6.89869466E-7 : f32
      %6 = arith.mulf %5, %cst_3 : f32
      %7 = math.fma %5, %cst_2, %6 : f32
      %cst_4 = arith.constant 0x4B400000 : f32
      %8 = arith.addf %7, %cst_4 : f32
      %9 = arith.bitcast %8 : f32 to i32
      %10 = arith.trunci %9 : i32 to i8
      %c-92_i8 = arith.constant -92 : i8
      %11 = arith.addi %10, %c-92_i8 : i8
      linalg.yield %11 : i8
    }
    return
  }
  func.func private @walkthrough_layer3(%arg0: memref<1x6x6x2xi8> {llvm.noalias}, %arg1: memref<1x1x6x16x4xi8> {llvm.noalias}, %arg2: memref<16xi32> {llvm.noalias}, %arg3: memref<16xi16> {llvm.noalias}, %arg4: memref<16xi32> {llvm.noalias, qopt.least_shift = 0 : i32}, %arg5: memref<1x4x4x4xi8> {llvm.noalias}) {
    qint.scheduled.conv2d %arg0, %arg1, %arg2 multipliers %arg3 shifts %arg4 into %arg5 {clamp_max = 255 : i32, dilation = array<i64: 1, 1>, kernel = array<i64: 3, 3>, mode = #qint<rescale_mode fixed16>, stride = array<i64: 1, 1>, tile = #qint.tile<16 x 16>} : (memref<1x6x6x2xi8>, memref<1x1x6x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x4x4x4xi8>) -> ()
    return
  }
  func.func private @walkthrough_layer4(%arg0: memref<1x4x4x4xi8> {llvm.noalias}, %arg1: memref<1x2x2x4xi8> {llvm.noalias}) {
    qint.scheduled.pool2d  max %arg0 into %arg1 {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (memref<1x4x4x4xi8>, memref<1x2x2x4xi8>) -> ()
    return
  }
  func.func private @walkthrough_layer5(%arg0: memref<1x1x1x16xi8> {llvm.noalias}, %arg1: memref<1x1x4x16x4xi8> {llvm.noalias}, %arg2: memref<16xi32> {llvm.noalias, qopt.greatest_shift = 0 : i32}, %arg3: memref<1x1x1x3xi32> {llvm.noalias}) {
    qint.scheduled.conv2d %arg0, %arg1, %arg2 into %arg3 {dilation = array<i64: 1, 1>, kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, tile = #qint.tile<1 x 16>} : (memref<1x1x1x16xi8>, memref<1x1x4x16x4xi8>, memref<16xi32>, memref<1x1x1x3xi32>) -> ()
    return
  }
  func.func private @walkthrough_layer6(%arg0: memref<3xi32> {llvm.noalias}, %arg1: memref<3xf32> {llvm.noalias}, %arg2: memref<3xf32> {llvm.noalias}) {
    linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel"]} ins(%arg0, %arg1 : memref<3xi32>, memref<3xf32>) outs(%arg2 : memref<3xf32>) {
    ^bb0(%in: i32, %in_0: f32, %out: f32):
      %0 = arith.sitofp %in : i32 to f32
      %1 = arith.mulf %0, %in_0 : f32
      linalg.yield %1 : f32
    }
    return
  }
}


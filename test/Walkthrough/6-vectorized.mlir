module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "icelake-server", qopt.features = "", qopt.triple = "x86_64-unknown-linux-gnu"} {
  memref.global "private" constant @layer_bias : memref<16xi32> = dense<[114801, 82943, -31035, -41699, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_shifts : memref<16xi32> = dense<[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_multipliers : memref<16xi16> = dense<[19394, 19981, 20128, 19331, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights : memref<1x1x6x16x4xi8> = dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_bias_0 : memref<16xi32> = dense<[-2083, -1935, -1458, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights_1 : memref<1x1x4x16x4xi8> = dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_scales : memref<3xf32> = dense<[4.17421077E-4, 4.33593435E-4, 3.96003685E-4]> {alignment = 64 : i64}
  func.func @walkthrough(%arg0: memref<1x4x4x2xf32> {qopt.name = "image"}, %arg1: memref<1x1x1x3xf32> {qopt.name = "scores", qopt.output}, %arg2: memref<256xi8> {qopt.arena}) {
    %c64 = arith.constant 64 : index
    %c128 = arith.constant 128 : index
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
    %view_5 = memref.view %arg2[%c128][] : memref<256xi8> to memref<1x4x4x4xi8>
    %0 = memref.get_global @layer_bias : memref<16xi32>
    %1 = memref.get_global @layer_shifts : memref<16xi32>
    %2 = memref.get_global @layer_multipliers : memref<16xi16>
    %3 = memref.get_global @layer_weights : memref<1x1x6x16x4xi8>
    qint.task.call @walkthrough_layer3(%view, %3, %0, %2, %1, %view_5) : memref<1x6x6x2xi8>, memref<1x1x6x16x4xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>, memref<1x4x4x4xi8>
    %view_6 = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x1x1x16xi8>
    %reinterpret_cast_7 = memref.reinterpret_cast %view_6 to offset: [0], sizes: [1, 2, 2, 4], strides: [16, 8, 4, 1] : memref<1x1x1x16xi8> to memref<1x2x2x4xi8>
    qint.task.call @walkthrough_layer4(%view_5, %reinterpret_cast_7) : memref<1x4x4x4xi8>, memref<1x2x2x4xi8>
    %view_8 = memref.view %arg2[%c64][] : memref<256xi8> to memref<1x1x1x3xi32>
    %4 = memref.get_global @layer_bias_0 : memref<16xi32>
    %5 = memref.get_global @layer_weights_1 : memref<1x1x4x16x4xi8>
    qint.task.call @walkthrough_layer5(%view_6, %5, %4, %view_8) : memref<1x1x1x16xi8>, memref<1x1x4x16x4xi8>, memref<16xi32>, memref<1x1x1x3xi32>
    %6 = memref.get_global @layer_scales : memref<3xf32>
    %reinterpret_cast_9 = memref.reinterpret_cast %view_8 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xi32> to memref<3xi32>
    %reinterpret_cast_10 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xf32> to memref<3xf32>
    qint.task.call @walkthrough_layer6(%reinterpret_cast_9, %6, %reinterpret_cast_10) : memref<3xi32>, memref<3xf32>, memref<3xf32>
    return
  }
  func.func private @walkthrough_layer0(%arg0: memref<12xi8> {llvm.noalias}) {
    %cst = arith.constant dense<-92> : vector<4xi8>
    %c8 = arith.constant 8 : index
    %c0 = arith.constant 0 : index
    %cst_0 = arith.constant dense<-92> : vector<8xi8>
    vector.store %cst_0, %arg0[%c0] : memref<12xi8>, vector<8xi8>
    vector.store %cst, %arg0[%c8] : memref<12xi8>, vector<4xi8>
    return
  }
  func.func private @walkthrough_layer1(%arg0: memref<4x2xi8, strided<[12, 1]>> {llvm.noalias}) {
    %c12 = arith.constant 12 : index
    %cst = arith.constant dense<-92> : vector<2xi8>
    %c1 = arith.constant 1 : index
    %c4 = arith.constant 4 : index
    %c0 = arith.constant 0 : index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [0], sizes: [38], strides: [1] : memref<4x2xi8, strided<[12, 1]>> to memref<38xi8>
    scf.for %arg1 = %c0 to %c4 step %c1 {
      %0 = arith.muli %arg1, %c12 : index
      vector.store %cst, %reinterpret_cast[%0] : memref<38xi8>, vector<2xi8>
    }
    return
  }
  func.func private @walkthrough_layer2(%arg0: memref<4x8xf32> {llvm.noalias}, %arg1: memref<4x8xi8, strided<[12, 1]>> {llvm.noalias}) {
    %c12 = arith.constant 12 : index
    %cst = arith.constant dense<-92> : vector<8xi8>
    %cst_0 = arith.constant dense<0x4B400000> : vector<8xf32>
    %cst_1 = arith.constant dense<28.3761883> : vector<8xf32>
    %cst_2 = arith.constant dense<6.89869466E-7> : vector<8xf32>
    %cst_3 = arith.constant dense<3.20691419> : vector<8xf32>
    %cst_4 = arith.constant dense<-5.77949333> : vector<8xf32>
    %cst_5 = arith.constant dense<0.000000e+00> : vector<8xf32>
    %c8 = arith.constant 8 : index
    %c1 = arith.constant 1 : index
    %c4 = arith.constant 4 : index
    %c0 = arith.constant 0 : index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [0], sizes: [32], strides: [1] : memref<4x8xf32> to memref<32xf32>
    %reinterpret_cast_6 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [44], strides: [1] : memref<4x8xi8, strided<[12, 1]>> to memref<44xi8>
    scf.for %arg2 = %c0 to %c4 step %c1 {
      %0 = arith.muli %arg2, %c8 : index
      %1 = vector.load %reinterpret_cast[%0] : memref<32xf32>, vector<8xf32>
      %2 = arith.cmpf ord, %1, %1 : vector<8xf32>
      %3 = arith.select %2, %1, %cst_5 : vector<8xi1>, vector<8xf32>
      %4 = arith.cmpf ogt, %3, %cst_4 : vector<8xf32>
      %5 = arith.select %4, %3, %cst_4 : vector<8xi1>, vector<8xf32>
      %6 = arith.cmpf olt, %5, %cst_3 : vector<8xf32>
      %7 = arith.select %6, %5, %cst_3 : vector<8xi1>, vector<8xf32>
      %8 = arith.mulf %7, %cst_2 : vector<8xf32>
      %9 = llvm.intr.fma(%7, %cst_1, %8) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
      %10 = arith.addf %9, %cst_0 : vector<8xf32>
      %11 = arith.bitcast %10 : vector<8xf32> to vector<8xi32>
      %12 = arith.trunci %11 : vector<8xi32> to vector<8xi8>
      %13 = arith.addi %12, %cst : vector<8xi8>
      %14 = arith.muli %arg2, %c12 : index
      vector.store %13, %reinterpret_cast_6[%14] : memref<44xi8>, vector<8xi8>
    }
    return
  }
  func.func private @walkthrough_layer3(%arg0: memref<1x6x6x2xi8> {llvm.noalias}, %arg1: memref<1x1x6x16x4xi8> {llvm.noalias}, %arg2: memref<16xi32> {llvm.noalias}, %arg3: memref<16xi16> {llvm.noalias}, %arg4: memref<16xi32> {llvm.noalias, qopt.least_shift = 0 : i32}, %arg5: memref<1x4x4x4xi8> {llvm.noalias}) {
    %c70 = arith.constant 70 : index
    %c68 = arith.constant 68 : index
    %c320 = arith.constant 320 : index
    %c66 = arith.constant 66 : index
    %c62 = arith.constant 62 : index
    %c60 = arith.constant 60 : index
    %c256 = arith.constant 256 : index
    %c58 = arith.constant 58 : index
    %c56 = arith.constant 56 : index
    %c192 = arith.constant 192 : index
    %c54 = arith.constant 54 : index
    %c52 = arith.constant 52 : index
    %c50 = arith.constant 50 : index
    %c48 = arith.constant 48 : index
    %c128 = arith.constant 128 : index
    %c46 = arith.constant 46 : index
    %c44 = arith.constant 44 : index
    %c34 = arith.constant 34 : index
    %c32 = arith.constant 32 : index
    %c22 = arith.constant 22 : index
    %c20 = arith.constant 20 : index
    %c10 = arith.constant 10 : index
    %c8 = arith.constant 8 : index
    %c42 = arith.constant 42 : index
    %c40 = arith.constant 40 : index
    %c38 = arith.constant 38 : index
    %c36 = arith.constant 36 : index
    %c30 = arith.constant 30 : index
    %c28 = arith.constant 28 : index
    %c26 = arith.constant 26 : index
    %c24 = arith.constant 24 : index
    %c18 = arith.constant 18 : index
    %c14 = arith.constant 14 : index
    %c6 = arith.constant 6 : index
    %c64 = arith.constant 64 : index
    %c16 = arith.constant 16 : index
    %c2 = arith.constant 2 : index
    %c12 = arith.constant 12 : index
    %c4 = arith.constant 4 : index
    %c0 = arith.constant 0 : index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [0], sizes: [72], strides: [1] : memref<1x6x6x2xi8> to memref<72xi8>
    %reinterpret_cast_0 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [384], strides: [1] : memref<1x1x6x16x4xi8> to memref<384xi8>
    %reinterpret_cast_1 = memref.reinterpret_cast %arg5 to offset: [0], sizes: [64], strides: [1] : memref<1x4x4x4xi8> to memref<64xi8>
    %0 = vector.load %arg2[%c0] : memref<16xi32>, vector<16xi32>
    %1 = vector.load %reinterpret_cast_0[%c0] : memref<384xi8>, vector<64xi8>
    %2 = vector.load %reinterpret_cast[%c0] : memref<72xi8>, vector<4xi8>
    %3 = vector.bitcast %2 : vector<4xi8> to vector<1xi32>
    %4 = vector.extract %3[0] : i32 from vector<1xi32>
    %5 = vector.broadcast %4 : i32 to vector<16xi32>
    %6 = vector.bitcast %5 : vector<16xi32> to vector<64xi8>
    %7 = qint.vector.dot %0, %6, %1 : vector<16xi32>, vector<64xi8>
    %8 = vector.load %reinterpret_cast[%c2] : memref<72xi8>, vector<4xi8>
    %9 = vector.bitcast %8 : vector<4xi8> to vector<1xi32>
    %10 = vector.extract %9[0] : i32 from vector<1xi32>
    %11 = vector.broadcast %10 : i32 to vector<16xi32>
    %12 = vector.bitcast %11 : vector<16xi32> to vector<64xi8>
    %13 = qint.vector.dot %0, %12, %1 : vector<16xi32>, vector<64xi8>
    %14 = vector.load %reinterpret_cast[%c4] : memref<72xi8>, vector<4xi8>
    %15 = vector.bitcast %14 : vector<4xi8> to vector<1xi32>
    %16 = vector.extract %15[0] : i32 from vector<1xi32>
    %17 = vector.broadcast %16 : i32 to vector<16xi32>
    %18 = vector.bitcast %17 : vector<16xi32> to vector<64xi8>
    %19 = qint.vector.dot %0, %18, %1 : vector<16xi32>, vector<64xi8>
    %20 = vector.load %reinterpret_cast[%c6] : memref<72xi8>, vector<4xi8>
    %21 = vector.bitcast %20 : vector<4xi8> to vector<1xi32>
    %22 = vector.extract %21[0] : i32 from vector<1xi32>
    %23 = vector.broadcast %22 : i32 to vector<16xi32>
    %24 = vector.bitcast %23 : vector<16xi32> to vector<64xi8>
    %25 = qint.vector.dot %0, %24, %1 : vector<16xi32>, vector<64xi8>
    %26 = vector.load %reinterpret_cast[%c12] : memref<72xi8>, vector<4xi8>
    %27 = vector.bitcast %26 : vector<4xi8> to vector<1xi32>
    %28 = vector.extract %27[0] : i32 from vector<1xi32>
    %29 = vector.broadcast %28 : i32 to vector<16xi32>
    %30 = vector.bitcast %29 : vector<16xi32> to vector<64xi8>
    %31 = qint.vector.dot %0, %30, %1 : vector<16xi32>, vector<64xi8>
    %32 = vector.load %reinterpret_cast[%c14] : memref<72xi8>, vector<4xi8>
    %33 = vector.bitcast %32 : vector<4xi8> to vector<1xi32>
    %34 = vector.extract %33[0] : i32 from vector<1xi32>
    %35 = vector.broadcast %34 : i32 to vector<16xi32>
    %36 = vector.bitcast %35 : vector<16xi32> to vector<64xi8>
    %37 = qint.vector.dot %0, %36, %1 : vector<16xi32>, vector<64xi8>
    %38 = vector.load %reinterpret_cast[%c16] : memref<72xi8>, vector<4xi8>
    %39 = vector.bitcast %38 : vector<4xi8> to vector<1xi32>
    %40 = vector.extract %39[0] : i32 from vector<1xi32>
    %41 = vector.broadcast %40 : i32 to vector<16xi32>
    %42 = vector.bitcast %41 : vector<16xi32> to vector<64xi8>
    %43 = qint.vector.dot %0, %42, %1 : vector<16xi32>, vector<64xi8>
    %44 = vector.load %reinterpret_cast[%c18] : memref<72xi8>, vector<4xi8>
    %45 = vector.bitcast %44 : vector<4xi8> to vector<1xi32>
    %46 = vector.extract %45[0] : i32 from vector<1xi32>
    %47 = vector.broadcast %46 : i32 to vector<16xi32>
    %48 = vector.bitcast %47 : vector<16xi32> to vector<64xi8>
    %49 = qint.vector.dot %0, %48, %1 : vector<16xi32>, vector<64xi8>
    %50 = vector.load %reinterpret_cast[%c24] : memref<72xi8>, vector<4xi8>
    %51 = vector.bitcast %50 : vector<4xi8> to vector<1xi32>
    %52 = vector.extract %51[0] : i32 from vector<1xi32>
    %53 = vector.broadcast %52 : i32 to vector<16xi32>
    %54 = vector.bitcast %53 : vector<16xi32> to vector<64xi8>
    %55 = qint.vector.dot %0, %54, %1 : vector<16xi32>, vector<64xi8>
    %56 = vector.load %reinterpret_cast[%c26] : memref<72xi8>, vector<4xi8>
    %57 = vector.bitcast %56 : vector<4xi8> to vector<1xi32>
    %58 = vector.extract %57[0] : i32 from vector<1xi32>
    %59 = vector.broadcast %58 : i32 to vector<16xi32>
    %60 = vector.bitcast %59 : vector<16xi32> to vector<64xi8>
    %61 = qint.vector.dot %0, %60, %1 : vector<16xi32>, vector<64xi8>
    %62 = vector.load %reinterpret_cast[%c28] : memref<72xi8>, vector<4xi8>
    %63 = vector.bitcast %62 : vector<4xi8> to vector<1xi32>
    %64 = vector.extract %63[0] : i32 from vector<1xi32>
    %65 = vector.broadcast %64 : i32 to vector<16xi32>
    %66 = vector.bitcast %65 : vector<16xi32> to vector<64xi8>
    %67 = qint.vector.dot %0, %66, %1 : vector<16xi32>, vector<64xi8>
    %68 = vector.load %reinterpret_cast[%c30] : memref<72xi8>, vector<4xi8>
    %69 = vector.bitcast %68 : vector<4xi8> to vector<1xi32>
    %70 = vector.extract %69[0] : i32 from vector<1xi32>
    %71 = vector.broadcast %70 : i32 to vector<16xi32>
    %72 = vector.bitcast %71 : vector<16xi32> to vector<64xi8>
    %73 = qint.vector.dot %0, %72, %1 : vector<16xi32>, vector<64xi8>
    %74 = vector.load %reinterpret_cast[%c36] : memref<72xi8>, vector<4xi8>
    %75 = vector.bitcast %74 : vector<4xi8> to vector<1xi32>
    %76 = vector.extract %75[0] : i32 from vector<1xi32>
    %77 = vector.broadcast %76 : i32 to vector<16xi32>
    %78 = vector.bitcast %77 : vector<16xi32> to vector<64xi8>
    %79 = qint.vector.dot %0, %78, %1 : vector<16xi32>, vector<64xi8>
    %80 = vector.load %reinterpret_cast[%c38] : memref<72xi8>, vector<4xi8>
    %81 = vector.bitcast %80 : vector<4xi8> to vector<1xi32>
    %82 = vector.extract %81[0] : i32 from vector<1xi32>
    %83 = vector.broadcast %82 : i32 to vector<16xi32>
    %84 = vector.bitcast %83 : vector<16xi32> to vector<64xi8>
    %85 = qint.vector.dot %0, %84, %1 : vector<16xi32>, vector<64xi8>
    %86 = vector.load %reinterpret_cast[%c40] : memref<72xi8>, vector<4xi8>
    %87 = vector.bitcast %86 : vector<4xi8> to vector<1xi32>
    %88 = vector.extract %87[0] : i32 from vector<1xi32>
    %89 = vector.broadcast %88 : i32 to vector<16xi32>
    %90 = vector.bitcast %89 : vector<16xi32> to vector<64xi8>
    %91 = qint.vector.dot %0, %90, %1 : vector<16xi32>, vector<64xi8>
    %92 = vector.load %reinterpret_cast[%c42] : memref<72xi8>, vector<4xi8>
    %93 = vector.bitcast %92 : vector<4xi8> to vector<1xi32>
    %94 = vector.extract %93[0] : i32 from vector<1xi32>
    %95 = vector.broadcast %94 : i32 to vector<16xi32>
    %96 = vector.bitcast %95 : vector<16xi32> to vector<64xi8>
    %97 = qint.vector.dot %0, %96, %1 : vector<16xi32>, vector<64xi8>
    %98 = vector.load %reinterpret_cast_0[%c64] : memref<384xi8>, vector<64xi8>
    %99 = qint.vector.dot %7, %18, %98 : vector<16xi32>, vector<64xi8>
    %100 = qint.vector.dot %13, %24, %98 : vector<16xi32>, vector<64xi8>
    %101 = vector.load %reinterpret_cast[%c8] : memref<72xi8>, vector<4xi8>
    %102 = vector.bitcast %101 : vector<4xi8> to vector<1xi32>
    %103 = vector.extract %102[0] : i32 from vector<1xi32>
    %104 = vector.broadcast %103 : i32 to vector<16xi32>
    %105 = vector.bitcast %104 : vector<16xi32> to vector<64xi8>
    %106 = qint.vector.dot %19, %105, %98 : vector<16xi32>, vector<64xi8>
    %107 = vector.load %reinterpret_cast[%c10] : memref<72xi8>, vector<4xi8>
    %108 = vector.bitcast %107 : vector<4xi8> to vector<1xi32>
    %109 = vector.extract %108[0] : i32 from vector<1xi32>
    %110 = vector.broadcast %109 : i32 to vector<16xi32>
    %111 = vector.bitcast %110 : vector<16xi32> to vector<64xi8>
    %112 = qint.vector.dot %25, %111, %98 : vector<16xi32>, vector<64xi8>
    %113 = qint.vector.dot %31, %42, %98 : vector<16xi32>, vector<64xi8>
    %114 = qint.vector.dot %37, %48, %98 : vector<16xi32>, vector<64xi8>
    %115 = vector.load %reinterpret_cast[%c20] : memref<72xi8>, vector<4xi8>
    %116 = vector.bitcast %115 : vector<4xi8> to vector<1xi32>
    %117 = vector.extract %116[0] : i32 from vector<1xi32>
    %118 = vector.broadcast %117 : i32 to vector<16xi32>
    %119 = vector.bitcast %118 : vector<16xi32> to vector<64xi8>
    %120 = qint.vector.dot %43, %119, %98 : vector<16xi32>, vector<64xi8>
    %121 = vector.load %reinterpret_cast[%c22] : memref<72xi8>, vector<4xi8>
    %122 = vector.bitcast %121 : vector<4xi8> to vector<1xi32>
    %123 = vector.extract %122[0] : i32 from vector<1xi32>
    %124 = vector.broadcast %123 : i32 to vector<16xi32>
    %125 = vector.bitcast %124 : vector<16xi32> to vector<64xi8>
    %126 = qint.vector.dot %49, %125, %98 : vector<16xi32>, vector<64xi8>
    %127 = qint.vector.dot %55, %66, %98 : vector<16xi32>, vector<64xi8>
    %128 = qint.vector.dot %61, %72, %98 : vector<16xi32>, vector<64xi8>
    %129 = vector.load %reinterpret_cast[%c32] : memref<72xi8>, vector<4xi8>
    %130 = vector.bitcast %129 : vector<4xi8> to vector<1xi32>
    %131 = vector.extract %130[0] : i32 from vector<1xi32>
    %132 = vector.broadcast %131 : i32 to vector<16xi32>
    %133 = vector.bitcast %132 : vector<16xi32> to vector<64xi8>
    %134 = qint.vector.dot %67, %133, %98 : vector<16xi32>, vector<64xi8>
    %135 = vector.load %reinterpret_cast[%c34] : memref<72xi8>, vector<4xi8>
    %136 = vector.bitcast %135 : vector<4xi8> to vector<1xi32>
    %137 = vector.extract %136[0] : i32 from vector<1xi32>
    %138 = vector.broadcast %137 : i32 to vector<16xi32>
    %139 = vector.bitcast %138 : vector<16xi32> to vector<64xi8>
    %140 = qint.vector.dot %73, %139, %98 : vector<16xi32>, vector<64xi8>
    %141 = qint.vector.dot %79, %90, %98 : vector<16xi32>, vector<64xi8>
    %142 = qint.vector.dot %85, %96, %98 : vector<16xi32>, vector<64xi8>
    %143 = vector.load %reinterpret_cast[%c44] : memref<72xi8>, vector<4xi8>
    %144 = vector.bitcast %143 : vector<4xi8> to vector<1xi32>
    %145 = vector.extract %144[0] : i32 from vector<1xi32>
    %146 = vector.broadcast %145 : i32 to vector<16xi32>
    %147 = vector.bitcast %146 : vector<16xi32> to vector<64xi8>
    %148 = qint.vector.dot %91, %147, %98 : vector<16xi32>, vector<64xi8>
    %149 = vector.load %reinterpret_cast[%c46] : memref<72xi8>, vector<4xi8>
    %150 = vector.bitcast %149 : vector<4xi8> to vector<1xi32>
    %151 = vector.extract %150[0] : i32 from vector<1xi32>
    %152 = vector.broadcast %151 : i32 to vector<16xi32>
    %153 = vector.bitcast %152 : vector<16xi32> to vector<64xi8>
    %154 = qint.vector.dot %97, %153, %98 : vector<16xi32>, vector<64xi8>
    %155 = vector.load %reinterpret_cast_0[%c128] : memref<384xi8>, vector<64xi8>
    %156 = qint.vector.dot %99, %30, %155 : vector<16xi32>, vector<64xi8>
    %157 = qint.vector.dot %100, %36, %155 : vector<16xi32>, vector<64xi8>
    %158 = qint.vector.dot %106, %42, %155 : vector<16xi32>, vector<64xi8>
    %159 = qint.vector.dot %112, %48, %155 : vector<16xi32>, vector<64xi8>
    %160 = qint.vector.dot %113, %54, %155 : vector<16xi32>, vector<64xi8>
    %161 = qint.vector.dot %114, %60, %155 : vector<16xi32>, vector<64xi8>
    %162 = qint.vector.dot %120, %66, %155 : vector<16xi32>, vector<64xi8>
    %163 = qint.vector.dot %126, %72, %155 : vector<16xi32>, vector<64xi8>
    %164 = qint.vector.dot %127, %78, %155 : vector<16xi32>, vector<64xi8>
    %165 = qint.vector.dot %128, %84, %155 : vector<16xi32>, vector<64xi8>
    %166 = qint.vector.dot %134, %90, %155 : vector<16xi32>, vector<64xi8>
    %167 = qint.vector.dot %140, %96, %155 : vector<16xi32>, vector<64xi8>
    %168 = vector.load %reinterpret_cast[%c48] : memref<72xi8>, vector<4xi8>
    %169 = vector.bitcast %168 : vector<4xi8> to vector<1xi32>
    %170 = vector.extract %169[0] : i32 from vector<1xi32>
    %171 = vector.broadcast %170 : i32 to vector<16xi32>
    %172 = vector.bitcast %171 : vector<16xi32> to vector<64xi8>
    %173 = qint.vector.dot %141, %172, %155 : vector<16xi32>, vector<64xi8>
    %174 = vector.load %reinterpret_cast[%c50] : memref<72xi8>, vector<4xi8>
    %175 = vector.bitcast %174 : vector<4xi8> to vector<1xi32>
    %176 = vector.extract %175[0] : i32 from vector<1xi32>
    %177 = vector.broadcast %176 : i32 to vector<16xi32>
    %178 = vector.bitcast %177 : vector<16xi32> to vector<64xi8>
    %179 = qint.vector.dot %142, %178, %155 : vector<16xi32>, vector<64xi8>
    %180 = vector.load %reinterpret_cast[%c52] : memref<72xi8>, vector<4xi8>
    %181 = vector.bitcast %180 : vector<4xi8> to vector<1xi32>
    %182 = vector.extract %181[0] : i32 from vector<1xi32>
    %183 = vector.broadcast %182 : i32 to vector<16xi32>
    %184 = vector.bitcast %183 : vector<16xi32> to vector<64xi8>
    %185 = qint.vector.dot %148, %184, %155 : vector<16xi32>, vector<64xi8>
    %186 = vector.load %reinterpret_cast[%c54] : memref<72xi8>, vector<4xi8>
    %187 = vector.bitcast %186 : vector<4xi8> to vector<1xi32>
    %188 = vector.extract %187[0] : i32 from vector<1xi32>
    %189 = vector.broadcast %188 : i32 to vector<16xi32>
    %190 = vector.bitcast %189 : vector<16xi32> to vector<64xi8>
    %191 = qint.vector.dot %154, %190, %155 : vector<16xi32>, vector<64xi8>
    %192 = vector.load %reinterpret_cast_0[%c192] : memref<384xi8>, vector<64xi8>
    %193 = qint.vector.dot %156, %42, %192 : vector<16xi32>, vector<64xi8>
    %194 = qint.vector.dot %157, %48, %192 : vector<16xi32>, vector<64xi8>
    %195 = qint.vector.dot %158, %119, %192 : vector<16xi32>, vector<64xi8>
    %196 = qint.vector.dot %159, %125, %192 : vector<16xi32>, vector<64xi8>
    %197 = qint.vector.dot %160, %66, %192 : vector<16xi32>, vector<64xi8>
    %198 = qint.vector.dot %161, %72, %192 : vector<16xi32>, vector<64xi8>
    %199 = qint.vector.dot %162, %133, %192 : vector<16xi32>, vector<64xi8>
    %200 = qint.vector.dot %163, %139, %192 : vector<16xi32>, vector<64xi8>
    %201 = qint.vector.dot %164, %90, %192 : vector<16xi32>, vector<64xi8>
    %202 = qint.vector.dot %165, %96, %192 : vector<16xi32>, vector<64xi8>
    %203 = qint.vector.dot %166, %147, %192 : vector<16xi32>, vector<64xi8>
    %204 = qint.vector.dot %167, %153, %192 : vector<16xi32>, vector<64xi8>
    %205 = qint.vector.dot %173, %184, %192 : vector<16xi32>, vector<64xi8>
    %206 = qint.vector.dot %179, %190, %192 : vector<16xi32>, vector<64xi8>
    %207 = vector.load %reinterpret_cast[%c56] : memref<72xi8>, vector<4xi8>
    %208 = vector.bitcast %207 : vector<4xi8> to vector<1xi32>
    %209 = vector.extract %208[0] : i32 from vector<1xi32>
    %210 = vector.broadcast %209 : i32 to vector<16xi32>
    %211 = vector.bitcast %210 : vector<16xi32> to vector<64xi8>
    %212 = qint.vector.dot %185, %211, %192 : vector<16xi32>, vector<64xi8>
    %213 = vector.load %reinterpret_cast[%c58] : memref<72xi8>, vector<4xi8>
    %214 = vector.bitcast %213 : vector<4xi8> to vector<1xi32>
    %215 = vector.extract %214[0] : i32 from vector<1xi32>
    %216 = vector.broadcast %215 : i32 to vector<16xi32>
    %217 = vector.bitcast %216 : vector<16xi32> to vector<64xi8>
    %218 = qint.vector.dot %191, %217, %192 : vector<16xi32>, vector<64xi8>
    %219 = vector.load %reinterpret_cast_0[%c256] : memref<384xi8>, vector<64xi8>
    %220 = qint.vector.dot %193, %54, %219 : vector<16xi32>, vector<64xi8>
    %221 = qint.vector.dot %194, %60, %219 : vector<16xi32>, vector<64xi8>
    %222 = qint.vector.dot %195, %66, %219 : vector<16xi32>, vector<64xi8>
    %223 = qint.vector.dot %196, %72, %219 : vector<16xi32>, vector<64xi8>
    %224 = qint.vector.dot %197, %78, %219 : vector<16xi32>, vector<64xi8>
    %225 = qint.vector.dot %198, %84, %219 : vector<16xi32>, vector<64xi8>
    %226 = qint.vector.dot %199, %90, %219 : vector<16xi32>, vector<64xi8>
    %227 = qint.vector.dot %200, %96, %219 : vector<16xi32>, vector<64xi8>
    %228 = qint.vector.dot %201, %172, %219 : vector<16xi32>, vector<64xi8>
    %229 = qint.vector.dot %202, %178, %219 : vector<16xi32>, vector<64xi8>
    %230 = qint.vector.dot %203, %184, %219 : vector<16xi32>, vector<64xi8>
    %231 = qint.vector.dot %204, %190, %219 : vector<16xi32>, vector<64xi8>
    %232 = vector.load %reinterpret_cast[%c60] : memref<72xi8>, vector<4xi8>
    %233 = vector.bitcast %232 : vector<4xi8> to vector<1xi32>
    %234 = vector.extract %233[0] : i32 from vector<1xi32>
    %235 = vector.broadcast %234 : i32 to vector<16xi32>
    %236 = vector.bitcast %235 : vector<16xi32> to vector<64xi8>
    %237 = qint.vector.dot %205, %236, %219 : vector<16xi32>, vector<64xi8>
    %238 = vector.load %reinterpret_cast[%c62] : memref<72xi8>, vector<4xi8>
    %239 = vector.bitcast %238 : vector<4xi8> to vector<1xi32>
    %240 = vector.extract %239[0] : i32 from vector<1xi32>
    %241 = vector.broadcast %240 : i32 to vector<16xi32>
    %242 = vector.bitcast %241 : vector<16xi32> to vector<64xi8>
    %243 = qint.vector.dot %206, %242, %219 : vector<16xi32>, vector<64xi8>
    %244 = vector.load %reinterpret_cast[%c64] : memref<72xi8>, vector<4xi8>
    %245 = vector.bitcast %244 : vector<4xi8> to vector<1xi32>
    %246 = vector.extract %245[0] : i32 from vector<1xi32>
    %247 = vector.broadcast %246 : i32 to vector<16xi32>
    %248 = vector.bitcast %247 : vector<16xi32> to vector<64xi8>
    %249 = qint.vector.dot %212, %248, %219 : vector<16xi32>, vector<64xi8>
    %250 = vector.load %reinterpret_cast[%c66] : memref<72xi8>, vector<4xi8>
    %251 = vector.bitcast %250 : vector<4xi8> to vector<1xi32>
    %252 = vector.extract %251[0] : i32 from vector<1xi32>
    %253 = vector.broadcast %252 : i32 to vector<16xi32>
    %254 = vector.bitcast %253 : vector<16xi32> to vector<64xi8>
    %255 = qint.vector.dot %218, %254, %219 : vector<16xi32>, vector<64xi8>
    %256 = vector.load %reinterpret_cast_0[%c320] : memref<384xi8>, vector<64xi8>
    %257 = qint.vector.dot %220, %66, %256 : vector<16xi32>, vector<64xi8>
    %258 = qint.vector.dot %221, %72, %256 : vector<16xi32>, vector<64xi8>
    %259 = qint.vector.dot %222, %133, %256 : vector<16xi32>, vector<64xi8>
    %260 = qint.vector.dot %223, %139, %256 : vector<16xi32>, vector<64xi8>
    %261 = qint.vector.dot %224, %90, %256 : vector<16xi32>, vector<64xi8>
    %262 = qint.vector.dot %225, %96, %256 : vector<16xi32>, vector<64xi8>
    %263 = qint.vector.dot %226, %147, %256 : vector<16xi32>, vector<64xi8>
    %264 = qint.vector.dot %227, %153, %256 : vector<16xi32>, vector<64xi8>
    %265 = qint.vector.dot %228, %184, %256 : vector<16xi32>, vector<64xi8>
    %266 = qint.vector.dot %229, %190, %256 : vector<16xi32>, vector<64xi8>
    %267 = qint.vector.dot %230, %211, %256 : vector<16xi32>, vector<64xi8>
    %268 = qint.vector.dot %231, %217, %256 : vector<16xi32>, vector<64xi8>
    %269 = qint.vector.dot %237, %248, %256 : vector<16xi32>, vector<64xi8>
    %270 = qint.vector.dot %243, %254, %256 : vector<16xi32>, vector<64xi8>
    %271 = vector.load %reinterpret_cast[%c68] : memref<72xi8>, vector<4xi8>
    %272 = vector.bitcast %271 : vector<4xi8> to vector<1xi32>
    %273 = vector.extract %272[0] : i32 from vector<1xi32>
    %274 = vector.broadcast %273 : i32 to vector<16xi32>
    %275 = vector.bitcast %274 : vector<16xi32> to vector<64xi8>
    %276 = qint.vector.dot %249, %275, %256 : vector<16xi32>, vector<64xi8>
    %277 = vector.load %reinterpret_cast[%c70] : memref<72xi8>, vector<4xi8>
    %278 = vector.bitcast %277 : vector<4xi8> to vector<1xi32>
    %279 = vector.extract %278[0] : i32 from vector<1xi32>
    %280 = vector.broadcast %279 : i32 to vector<16xi32>
    %281 = vector.bitcast %280 : vector<16xi32> to vector<64xi8>
    %282 = qint.vector.dot %255, %281, %256 : vector<16xi32>, vector<64xi8>
    %283 = vector.shuffle %257, %258 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %284 = vector.shuffle %259, %260 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %285 = vector.shuffle %283, %284 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %286 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %287 = vector.shuffle %286, %286 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %288 = vector.shuffle %287, %287 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %289 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %290 = vector.shuffle %289, %289 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %291 = vector.shuffle %290, %290 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %292 = qint.vector.rescale  fixed16 %285 multipliers %288 shifts %291 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %293 = vector.extract_strided_slice %292 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %294 = vector.extract_strided_slice %293 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %294, %reinterpret_cast_1[%c0] : memref<64xi8>, vector<4xi8>
    %295 = vector.extract_strided_slice %292 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %296 = vector.extract_strided_slice %295 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %296, %reinterpret_cast_1[%c4] : memref<64xi8>, vector<4xi8>
    %297 = vector.extract_strided_slice %292 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %298 = vector.extract_strided_slice %297 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %298, %reinterpret_cast_1[%c8] : memref<64xi8>, vector<4xi8>
    %299 = vector.extract_strided_slice %292 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %300 = vector.extract_strided_slice %299 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %300, %reinterpret_cast_1[%c12] : memref<64xi8>, vector<4xi8>
    %301 = vector.shuffle %261, %262 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %302 = vector.shuffle %263, %264 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %303 = vector.shuffle %301, %302 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %304 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %305 = vector.shuffle %304, %304 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %306 = vector.shuffle %305, %305 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %307 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %308 = vector.shuffle %307, %307 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %309 = vector.shuffle %308, %308 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %310 = qint.vector.rescale  fixed16 %303 multipliers %306 shifts %309 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %311 = vector.extract_strided_slice %310 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %312 = vector.extract_strided_slice %311 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %312, %reinterpret_cast_1[%c16] : memref<64xi8>, vector<4xi8>
    %313 = vector.extract_strided_slice %310 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %314 = vector.extract_strided_slice %313 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %314, %reinterpret_cast_1[%c20] : memref<64xi8>, vector<4xi8>
    %315 = vector.extract_strided_slice %310 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %316 = vector.extract_strided_slice %315 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %316, %reinterpret_cast_1[%c24] : memref<64xi8>, vector<4xi8>
    %317 = vector.extract_strided_slice %310 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %318 = vector.extract_strided_slice %317 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %318, %reinterpret_cast_1[%c28] : memref<64xi8>, vector<4xi8>
    %319 = vector.shuffle %265, %266 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %320 = vector.shuffle %267, %268 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %321 = vector.shuffle %319, %320 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %322 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %323 = vector.shuffle %322, %322 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %324 = vector.shuffle %323, %323 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %325 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %326 = vector.shuffle %325, %325 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %327 = vector.shuffle %326, %326 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %328 = qint.vector.rescale  fixed16 %321 multipliers %324 shifts %327 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %329 = vector.extract_strided_slice %328 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %330 = vector.extract_strided_slice %329 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %330, %reinterpret_cast_1[%c32] : memref<64xi8>, vector<4xi8>
    %331 = vector.extract_strided_slice %328 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %332 = vector.extract_strided_slice %331 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %332, %reinterpret_cast_1[%c36] : memref<64xi8>, vector<4xi8>
    %333 = vector.extract_strided_slice %328 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %334 = vector.extract_strided_slice %333 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %334, %reinterpret_cast_1[%c40] : memref<64xi8>, vector<4xi8>
    %335 = vector.extract_strided_slice %328 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %336 = vector.extract_strided_slice %335 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %336, %reinterpret_cast_1[%c44] : memref<64xi8>, vector<4xi8>
    %337 = vector.shuffle %269, %270 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %338 = vector.shuffle %276, %282 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %339 = vector.shuffle %337, %338 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %340 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %341 = vector.shuffle %340, %340 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %342 = vector.shuffle %341, %341 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %343 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %344 = vector.shuffle %343, %343 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %345 = vector.shuffle %344, %344 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %346 = qint.vector.rescale  fixed16 %339 multipliers %342 shifts %345 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %347 = vector.extract_strided_slice %346 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %348 = vector.extract_strided_slice %347 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %348, %reinterpret_cast_1[%c48] : memref<64xi8>, vector<4xi8>
    %349 = vector.extract_strided_slice %346 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %350 = vector.extract_strided_slice %349 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %350, %reinterpret_cast_1[%c52] : memref<64xi8>, vector<4xi8>
    %351 = vector.extract_strided_slice %346 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %352 = vector.extract_strided_slice %351 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %352, %reinterpret_cast_1[%c56] : memref<64xi8>, vector<4xi8>
    %353 = vector.extract_strided_slice %346 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %354 = vector.extract_strided_slice %353 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %354, %reinterpret_cast_1[%c60] : memref<64xi8>, vector<4xi8>
    return
  }
  func.func private @walkthrough_layer4(%arg0: memref<1x4x4x4xi8> {llvm.noalias}, %arg1: memref<1x2x2x4xi8> {llvm.noalias}) {
    %c32 = arith.constant 32 : index
    %cst = arith.constant dense<0> : vector<4xi8>
    %c4 = arith.constant 4 : index
    %c8 = arith.constant 8 : index
    %c16 = arith.constant 16 : index
    %c1 = arith.constant 1 : index
    %c2 = arith.constant 2 : index
    %c0 = arith.constant 0 : index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [0], sizes: [64], strides: [1] : memref<1x4x4x4xi8> to memref<64xi8>
    %reinterpret_cast_0 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [16], strides: [1] : memref<1x2x2x4xi8> to memref<16xi8>
    scf.for %arg2 = %c0 to %c2 step %c1 {
      scf.for %arg3 = %c0 to %c2 step %c1 {
        %0 = arith.muli %arg2, %c8 : index
        %1 = arith.muli %arg3, %c4 : index
        %2 = arith.addi %0, %1 : index
        %3 = arith.muli %arg2, %c32 : index
        %4 = arith.muli %arg3, %c8 : index
        %5 = arith.addi %3, %4 : index
        %6 = scf.for %arg4 = %c0 to %c2 step %c1 iter_args(%arg5 = %cst) -> (vector<4xi8>) {
          %7 = arith.muli %arg4, %c16 : index
          %8 = arith.addi %5, %7 : index
          %9 = vector.load %reinterpret_cast[%8] : memref<64xi8>, vector<4xi8>
          %10 = arith.maxui %arg5, %9 : vector<4xi8>
          %11 = arith.addi %8, %c4 : index
          %12 = vector.load %reinterpret_cast[%11] : memref<64xi8>, vector<4xi8>
          %13 = arith.maxui %10, %12 : vector<4xi8>
          scf.yield %13 : vector<4xi8>
        }
        vector.store %6, %reinterpret_cast_0[%2] : memref<16xi8>, vector<4xi8>
      }
    }
    return
  }
  func.func private @walkthrough_layer5(%arg0: memref<1x1x1x16xi8> {llvm.noalias}, %arg1: memref<1x1x4x16x4xi8> {llvm.noalias}, %arg2: memref<16xi32> {llvm.noalias, qopt.greatest_shift = 0 : i32}, %arg3: memref<1x1x1x3xi32> {llvm.noalias}) {
    %c2 = arith.constant 2 : index
    %c192 = arith.constant 192 : index
    %c12 = arith.constant 12 : index
    %c128 = arith.constant 128 : index
    %c8 = arith.constant 8 : index
    %c64 = arith.constant 64 : index
    %c4 = arith.constant 4 : index
    %c0 = arith.constant 0 : index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [0], sizes: [16], strides: [1] : memref<1x1x1x16xi8> to memref<16xi8>
    %reinterpret_cast_0 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [256], strides: [1] : memref<1x1x4x16x4xi8> to memref<256xi8>
    %reinterpret_cast_1 = memref.reinterpret_cast %arg3 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xi32> to memref<3xi32>
    %0 = vector.load %arg2[%c0] : memref<16xi32>, vector<16xi32>
    %1 = vector.load %reinterpret_cast_0[%c0] : memref<256xi8>, vector<64xi8>
    %2 = vector.load %reinterpret_cast[%c0] : memref<16xi8>, vector<4xi8>
    %3 = vector.bitcast %2 : vector<4xi8> to vector<1xi32>
    %4 = vector.extract %3[0] : i32 from vector<1xi32>
    %5 = vector.broadcast %4 : i32 to vector<16xi32>
    %6 = vector.bitcast %5 : vector<16xi32> to vector<64xi8>
    %7 = qint.vector.dot %0, %6, %1 : vector<16xi32>, vector<64xi8>
    %8 = vector.load %reinterpret_cast_0[%c64] : memref<256xi8>, vector<64xi8>
    %9 = vector.load %reinterpret_cast[%c4] : memref<16xi8>, vector<4xi8>
    %10 = vector.bitcast %9 : vector<4xi8> to vector<1xi32>
    %11 = vector.extract %10[0] : i32 from vector<1xi32>
    %12 = vector.broadcast %11 : i32 to vector<16xi32>
    %13 = vector.bitcast %12 : vector<16xi32> to vector<64xi8>
    %14 = qint.vector.dot %7, %13, %8 : vector<16xi32>, vector<64xi8>
    %15 = vector.load %reinterpret_cast_0[%c128] : memref<256xi8>, vector<64xi8>
    %16 = vector.load %reinterpret_cast[%c8] : memref<16xi8>, vector<4xi8>
    %17 = vector.bitcast %16 : vector<4xi8> to vector<1xi32>
    %18 = vector.extract %17[0] : i32 from vector<1xi32>
    %19 = vector.broadcast %18 : i32 to vector<16xi32>
    %20 = vector.bitcast %19 : vector<16xi32> to vector<64xi8>
    %21 = qint.vector.dot %14, %20, %15 : vector<16xi32>, vector<64xi8>
    %22 = vector.load %reinterpret_cast_0[%c192] : memref<256xi8>, vector<64xi8>
    %23 = vector.load %reinterpret_cast[%c12] : memref<16xi8>, vector<4xi8>
    %24 = vector.bitcast %23 : vector<4xi8> to vector<1xi32>
    %25 = vector.extract %24[0] : i32 from vector<1xi32>
    %26 = vector.broadcast %25 : i32 to vector<16xi32>
    %27 = vector.bitcast %26 : vector<16xi32> to vector<64xi8>
    %28 = qint.vector.dot %21, %27, %22 : vector<16xi32>, vector<64xi8>
    %29 = vector.extract_strided_slice %28 {offsets = [0], sizes = [2], strides = [1]} : vector<16xi32> to vector<2xi32>
    vector.store %29, %reinterpret_cast_1[%c0] : memref<3xi32>, vector<2xi32>
    %30 = vector.extract_strided_slice %28 {offsets = [2], sizes = [1], strides = [1]} : vector<16xi32> to vector<1xi32>
    vector.store %30, %reinterpret_cast_1[%c2] : memref<3xi32>, vector<1xi32>
    return
  }
  func.func private @walkthrough_layer6(%arg0: memref<3xi32> {llvm.noalias}, %arg1: memref<3xf32> {llvm.noalias}, %arg2: memref<3xf32> {llvm.noalias}) {
    %c2 = arith.constant 2 : index
    %c0 = arith.constant 0 : index
    %0 = vector.load %arg0[%c0] : memref<3xi32>, vector<2xi32>
    %1 = vector.load %arg1[%c0] : memref<3xf32>, vector<2xf32>
    %2 = arith.sitofp %0 : vector<2xi32> to vector<2xf32>
    %3 = arith.mulf %2, %1 : vector<2xf32>
    vector.store %3, %arg2[%c0] : memref<3xf32>, vector<2xf32>
    %4 = vector.load %arg0[%c2] : memref<3xi32>, vector<1xi32>
    %5 = vector.load %arg1[%c2] : memref<3xf32>, vector<1xf32>
    %6 = arith.sitofp %4 : vector<1xi32> to vector<1xf32>
    %7 = arith.mulf %6, %5 : vector<1xf32>
    vector.store %7, %arg2[%c2] : memref<3xf32>, vector<1xf32>
    return
  }
}


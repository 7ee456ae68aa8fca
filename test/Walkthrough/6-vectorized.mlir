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
    %0 = vector.load %arg2[%c0] : memref<16xi32>, vector<8xi32>
    %1 = vector.load %reinterpret_cast_0[%c0] : memref<384xi8>, vector<32xi8>
    %2 = vector.load %reinterpret_cast[%c0] : memref<72xi8>, vector<4xi8>
    %3 = vector.bitcast %2 : vector<4xi8> to vector<1xi32>
    %4 = vector.extract %3[0] : i32 from vector<1xi32>
    %5 = vector.broadcast %4 : i32 to vector<16xi32>
    %6 = vector.bitcast %5 : vector<16xi32> to vector<64xi8>
    %7 = vector.extract_strided_slice %6 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %8 = qint.vector.dot %0, %7, %1 : vector<8xi32>, vector<32xi8>
    %9 = vector.load %reinterpret_cast[%c2] : memref<72xi8>, vector<4xi8>
    %10 = vector.bitcast %9 : vector<4xi8> to vector<1xi32>
    %11 = vector.extract %10[0] : i32 from vector<1xi32>
    %12 = vector.broadcast %11 : i32 to vector<16xi32>
    %13 = vector.bitcast %12 : vector<16xi32> to vector<64xi8>
    %14 = vector.extract_strided_slice %13 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %15 = qint.vector.dot %0, %14, %1 : vector<8xi32>, vector<32xi8>
    %16 = vector.load %reinterpret_cast[%c4] : memref<72xi8>, vector<4xi8>
    %17 = vector.bitcast %16 : vector<4xi8> to vector<1xi32>
    %18 = vector.extract %17[0] : i32 from vector<1xi32>
    %19 = vector.broadcast %18 : i32 to vector<16xi32>
    %20 = vector.bitcast %19 : vector<16xi32> to vector<64xi8>
    %21 = vector.extract_strided_slice %20 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %22 = qint.vector.dot %0, %21, %1 : vector<8xi32>, vector<32xi8>
    %23 = vector.load %reinterpret_cast[%c6] : memref<72xi8>, vector<4xi8>
    %24 = vector.bitcast %23 : vector<4xi8> to vector<1xi32>
    %25 = vector.extract %24[0] : i32 from vector<1xi32>
    %26 = vector.broadcast %25 : i32 to vector<16xi32>
    %27 = vector.bitcast %26 : vector<16xi32> to vector<64xi8>
    %28 = vector.extract_strided_slice %27 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %29 = qint.vector.dot %0, %28, %1 : vector<8xi32>, vector<32xi8>
    %30 = vector.load %reinterpret_cast[%c12] : memref<72xi8>, vector<4xi8>
    %31 = vector.bitcast %30 : vector<4xi8> to vector<1xi32>
    %32 = vector.extract %31[0] : i32 from vector<1xi32>
    %33 = vector.broadcast %32 : i32 to vector<16xi32>
    %34 = vector.bitcast %33 : vector<16xi32> to vector<64xi8>
    %35 = vector.extract_strided_slice %34 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %36 = qint.vector.dot %0, %35, %1 : vector<8xi32>, vector<32xi8>
    %37 = vector.load %reinterpret_cast[%c14] : memref<72xi8>, vector<4xi8>
    %38 = vector.bitcast %37 : vector<4xi8> to vector<1xi32>
    %39 = vector.extract %38[0] : i32 from vector<1xi32>
    %40 = vector.broadcast %39 : i32 to vector<16xi32>
    %41 = vector.bitcast %40 : vector<16xi32> to vector<64xi8>
    %42 = vector.extract_strided_slice %41 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %43 = qint.vector.dot %0, %42, %1 : vector<8xi32>, vector<32xi8>
    %44 = vector.load %reinterpret_cast[%c16] : memref<72xi8>, vector<4xi8>
    %45 = vector.bitcast %44 : vector<4xi8> to vector<1xi32>
    %46 = vector.extract %45[0] : i32 from vector<1xi32>
    %47 = vector.broadcast %46 : i32 to vector<16xi32>
    %48 = vector.bitcast %47 : vector<16xi32> to vector<64xi8>
    %49 = vector.extract_strided_slice %48 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %50 = qint.vector.dot %0, %49, %1 : vector<8xi32>, vector<32xi8>
    %51 = vector.load %reinterpret_cast[%c18] : memref<72xi8>, vector<4xi8>
    %52 = vector.bitcast %51 : vector<4xi8> to vector<1xi32>
    %53 = vector.extract %52[0] : i32 from vector<1xi32>
    %54 = vector.broadcast %53 : i32 to vector<16xi32>
    %55 = vector.bitcast %54 : vector<16xi32> to vector<64xi8>
    %56 = vector.extract_strided_slice %55 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %57 = qint.vector.dot %0, %56, %1 : vector<8xi32>, vector<32xi8>
    %58 = vector.load %reinterpret_cast[%c24] : memref<72xi8>, vector<4xi8>
    %59 = vector.bitcast %58 : vector<4xi8> to vector<1xi32>
    %60 = vector.extract %59[0] : i32 from vector<1xi32>
    %61 = vector.broadcast %60 : i32 to vector<16xi32>
    %62 = vector.bitcast %61 : vector<16xi32> to vector<64xi8>
    %63 = vector.extract_strided_slice %62 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %64 = qint.vector.dot %0, %63, %1 : vector<8xi32>, vector<32xi8>
    %65 = vector.load %reinterpret_cast[%c26] : memref<72xi8>, vector<4xi8>
    %66 = vector.bitcast %65 : vector<4xi8> to vector<1xi32>
    %67 = vector.extract %66[0] : i32 from vector<1xi32>
    %68 = vector.broadcast %67 : i32 to vector<16xi32>
    %69 = vector.bitcast %68 : vector<16xi32> to vector<64xi8>
    %70 = vector.extract_strided_slice %69 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %71 = qint.vector.dot %0, %70, %1 : vector<8xi32>, vector<32xi8>
    %72 = vector.load %reinterpret_cast[%c28] : memref<72xi8>, vector<4xi8>
    %73 = vector.bitcast %72 : vector<4xi8> to vector<1xi32>
    %74 = vector.extract %73[0] : i32 from vector<1xi32>
    %75 = vector.broadcast %74 : i32 to vector<16xi32>
    %76 = vector.bitcast %75 : vector<16xi32> to vector<64xi8>
    %77 = vector.extract_strided_slice %76 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %78 = qint.vector.dot %0, %77, %1 : vector<8xi32>, vector<32xi8>
    %79 = vector.load %reinterpret_cast[%c30] : memref<72xi8>, vector<4xi8>
    %80 = vector.bitcast %79 : vector<4xi8> to vector<1xi32>
    %81 = vector.extract %80[0] : i32 from vector<1xi32>
    %82 = vector.broadcast %81 : i32 to vector<16xi32>
    %83 = vector.bitcast %82 : vector<16xi32> to vector<64xi8>
    %84 = vector.extract_strided_slice %83 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %85 = qint.vector.dot %0, %84, %1 : vector<8xi32>, vector<32xi8>
    %86 = vector.load %reinterpret_cast[%c36] : memref<72xi8>, vector<4xi8>
    %87 = vector.bitcast %86 : vector<4xi8> to vector<1xi32>
    %88 = vector.extract %87[0] : i32 from vector<1xi32>
    %89 = vector.broadcast %88 : i32 to vector<16xi32>
    %90 = vector.bitcast %89 : vector<16xi32> to vector<64xi8>
    %91 = vector.extract_strided_slice %90 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %92 = qint.vector.dot %0, %91, %1 : vector<8xi32>, vector<32xi8>
    %93 = vector.load %reinterpret_cast[%c38] : memref<72xi8>, vector<4xi8>
    %94 = vector.bitcast %93 : vector<4xi8> to vector<1xi32>
    %95 = vector.extract %94[0] : i32 from vector<1xi32>
    %96 = vector.broadcast %95 : i32 to vector<16xi32>
    %97 = vector.bitcast %96 : vector<16xi32> to vector<64xi8>
    %98 = vector.extract_strided_slice %97 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %99 = qint.vector.dot %0, %98, %1 : vector<8xi32>, vector<32xi8>
    %100 = vector.load %reinterpret_cast[%c40] : memref<72xi8>, vector<4xi8>
    %101 = vector.bitcast %100 : vector<4xi8> to vector<1xi32>
    %102 = vector.extract %101[0] : i32 from vector<1xi32>
    %103 = vector.broadcast %102 : i32 to vector<16xi32>
    %104 = vector.bitcast %103 : vector<16xi32> to vector<64xi8>
    %105 = vector.extract_strided_slice %104 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %106 = qint.vector.dot %0, %105, %1 : vector<8xi32>, vector<32xi8>
    %107 = vector.load %reinterpret_cast[%c42] : memref<72xi8>, vector<4xi8>
    %108 = vector.bitcast %107 : vector<4xi8> to vector<1xi32>
    %109 = vector.extract %108[0] : i32 from vector<1xi32>
    %110 = vector.broadcast %109 : i32 to vector<16xi32>
    %111 = vector.bitcast %110 : vector<16xi32> to vector<64xi8>
    %112 = vector.extract_strided_slice %111 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %113 = qint.vector.dot %0, %112, %1 : vector<8xi32>, vector<32xi8>
    %114 = vector.load %reinterpret_cast_0[%c64] : memref<384xi8>, vector<32xi8>
    %115 = qint.vector.dot %8, %21, %114 : vector<8xi32>, vector<32xi8>
    %116 = qint.vector.dot %15, %28, %114 : vector<8xi32>, vector<32xi8>
    %117 = vector.load %reinterpret_cast[%c8] : memref<72xi8>, vector<4xi8>
    %118 = vector.bitcast %117 : vector<4xi8> to vector<1xi32>
    %119 = vector.extract %118[0] : i32 from vector<1xi32>
    %120 = vector.broadcast %119 : i32 to vector<16xi32>
    %121 = vector.bitcast %120 : vector<16xi32> to vector<64xi8>
    %122 = vector.extract_strided_slice %121 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %123 = qint.vector.dot %22, %122, %114 : vector<8xi32>, vector<32xi8>
    %124 = vector.load %reinterpret_cast[%c10] : memref<72xi8>, vector<4xi8>
    %125 = vector.bitcast %124 : vector<4xi8> to vector<1xi32>
    %126 = vector.extract %125[0] : i32 from vector<1xi32>
    %127 = vector.broadcast %126 : i32 to vector<16xi32>
    %128 = vector.bitcast %127 : vector<16xi32> to vector<64xi8>
    %129 = vector.extract_strided_slice %128 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %130 = qint.vector.dot %29, %129, %114 : vector<8xi32>, vector<32xi8>
    %131 = qint.vector.dot %36, %49, %114 : vector<8xi32>, vector<32xi8>
    %132 = qint.vector.dot %43, %56, %114 : vector<8xi32>, vector<32xi8>
    %133 = vector.load %reinterpret_cast[%c20] : memref<72xi8>, vector<4xi8>
    %134 = vector.bitcast %133 : vector<4xi8> to vector<1xi32>
    %135 = vector.extract %134[0] : i32 from vector<1xi32>
    %136 = vector.broadcast %135 : i32 to vector<16xi32>
    %137 = vector.bitcast %136 : vector<16xi32> to vector<64xi8>
    %138 = vector.extract_strided_slice %137 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %139 = qint.vector.dot %50, %138, %114 : vector<8xi32>, vector<32xi8>
    %140 = vector.load %reinterpret_cast[%c22] : memref<72xi8>, vector<4xi8>
    %141 = vector.bitcast %140 : vector<4xi8> to vector<1xi32>
    %142 = vector.extract %141[0] : i32 from vector<1xi32>
    %143 = vector.broadcast %142 : i32 to vector<16xi32>
    %144 = vector.bitcast %143 : vector<16xi32> to vector<64xi8>
    %145 = vector.extract_strided_slice %144 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %146 = qint.vector.dot %57, %145, %114 : vector<8xi32>, vector<32xi8>
    %147 = qint.vector.dot %64, %77, %114 : vector<8xi32>, vector<32xi8>
    %148 = qint.vector.dot %71, %84, %114 : vector<8xi32>, vector<32xi8>
    %149 = vector.load %reinterpret_cast[%c32] : memref<72xi8>, vector<4xi8>
    %150 = vector.bitcast %149 : vector<4xi8> to vector<1xi32>
    %151 = vector.extract %150[0] : i32 from vector<1xi32>
    %152 = vector.broadcast %151 : i32 to vector<16xi32>
    %153 = vector.bitcast %152 : vector<16xi32> to vector<64xi8>
    %154 = vector.extract_strided_slice %153 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %155 = qint.vector.dot %78, %154, %114 : vector<8xi32>, vector<32xi8>
    %156 = vector.load %reinterpret_cast[%c34] : memref<72xi8>, vector<4xi8>
    %157 = vector.bitcast %156 : vector<4xi8> to vector<1xi32>
    %158 = vector.extract %157[0] : i32 from vector<1xi32>
    %159 = vector.broadcast %158 : i32 to vector<16xi32>
    %160 = vector.bitcast %159 : vector<16xi32> to vector<64xi8>
    %161 = vector.extract_strided_slice %160 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %162 = qint.vector.dot %85, %161, %114 : vector<8xi32>, vector<32xi8>
    %163 = qint.vector.dot %92, %105, %114 : vector<8xi32>, vector<32xi8>
    %164 = qint.vector.dot %99, %112, %114 : vector<8xi32>, vector<32xi8>
    %165 = vector.load %reinterpret_cast[%c44] : memref<72xi8>, vector<4xi8>
    %166 = vector.bitcast %165 : vector<4xi8> to vector<1xi32>
    %167 = vector.extract %166[0] : i32 from vector<1xi32>
    %168 = vector.broadcast %167 : i32 to vector<16xi32>
    %169 = vector.bitcast %168 : vector<16xi32> to vector<64xi8>
    %170 = vector.extract_strided_slice %169 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %171 = qint.vector.dot %106, %170, %114 : vector<8xi32>, vector<32xi8>
    %172 = vector.load %reinterpret_cast[%c46] : memref<72xi8>, vector<4xi8>
    %173 = vector.bitcast %172 : vector<4xi8> to vector<1xi32>
    %174 = vector.extract %173[0] : i32 from vector<1xi32>
    %175 = vector.broadcast %174 : i32 to vector<16xi32>
    %176 = vector.bitcast %175 : vector<16xi32> to vector<64xi8>
    %177 = vector.extract_strided_slice %176 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %178 = qint.vector.dot %113, %177, %114 : vector<8xi32>, vector<32xi8>
    %179 = vector.load %reinterpret_cast_0[%c128] : memref<384xi8>, vector<32xi8>
    %180 = qint.vector.dot %115, %35, %179 : vector<8xi32>, vector<32xi8>
    %181 = qint.vector.dot %116, %42, %179 : vector<8xi32>, vector<32xi8>
    %182 = qint.vector.dot %123, %49, %179 : vector<8xi32>, vector<32xi8>
    %183 = qint.vector.dot %130, %56, %179 : vector<8xi32>, vector<32xi8>
    %184 = qint.vector.dot %131, %63, %179 : vector<8xi32>, vector<32xi8>
    %185 = qint.vector.dot %132, %70, %179 : vector<8xi32>, vector<32xi8>
    %186 = qint.vector.dot %139, %77, %179 : vector<8xi32>, vector<32xi8>
    %187 = qint.vector.dot %146, %84, %179 : vector<8xi32>, vector<32xi8>
    %188 = qint.vector.dot %147, %91, %179 : vector<8xi32>, vector<32xi8>
    %189 = qint.vector.dot %148, %98, %179 : vector<8xi32>, vector<32xi8>
    %190 = qint.vector.dot %155, %105, %179 : vector<8xi32>, vector<32xi8>
    %191 = qint.vector.dot %162, %112, %179 : vector<8xi32>, vector<32xi8>
    %192 = vector.load %reinterpret_cast[%c48] : memref<72xi8>, vector<4xi8>
    %193 = vector.bitcast %192 : vector<4xi8> to vector<1xi32>
    %194 = vector.extract %193[0] : i32 from vector<1xi32>
    %195 = vector.broadcast %194 : i32 to vector<16xi32>
    %196 = vector.bitcast %195 : vector<16xi32> to vector<64xi8>
    %197 = vector.extract_strided_slice %196 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %198 = qint.vector.dot %163, %197, %179 : vector<8xi32>, vector<32xi8>
    %199 = vector.load %reinterpret_cast[%c50] : memref<72xi8>, vector<4xi8>
    %200 = vector.bitcast %199 : vector<4xi8> to vector<1xi32>
    %201 = vector.extract %200[0] : i32 from vector<1xi32>
    %202 = vector.broadcast %201 : i32 to vector<16xi32>
    %203 = vector.bitcast %202 : vector<16xi32> to vector<64xi8>
    %204 = vector.extract_strided_slice %203 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %205 = qint.vector.dot %164, %204, %179 : vector<8xi32>, vector<32xi8>
    %206 = vector.load %reinterpret_cast[%c52] : memref<72xi8>, vector<4xi8>
    %207 = vector.bitcast %206 : vector<4xi8> to vector<1xi32>
    %208 = vector.extract %207[0] : i32 from vector<1xi32>
    %209 = vector.broadcast %208 : i32 to vector<16xi32>
    %210 = vector.bitcast %209 : vector<16xi32> to vector<64xi8>
    %211 = vector.extract_strided_slice %210 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %212 = qint.vector.dot %171, %211, %179 : vector<8xi32>, vector<32xi8>
    %213 = vector.load %reinterpret_cast[%c54] : memref<72xi8>, vector<4xi8>
    %214 = vector.bitcast %213 : vector<4xi8> to vector<1xi32>
    %215 = vector.extract %214[0] : i32 from vector<1xi32>
    %216 = vector.broadcast %215 : i32 to vector<16xi32>
    %217 = vector.bitcast %216 : vector<16xi32> to vector<64xi8>
    %218 = vector.extract_strided_slice %217 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %219 = qint.vector.dot %178, %218, %179 : vector<8xi32>, vector<32xi8>
    %220 = vector.load %reinterpret_cast_0[%c192] : memref<384xi8>, vector<32xi8>
    %221 = qint.vector.dot %180, %49, %220 : vector<8xi32>, vector<32xi8>
    %222 = qint.vector.dot %181, %56, %220 : vector<8xi32>, vector<32xi8>
    %223 = qint.vector.dot %182, %138, %220 : vector<8xi32>, vector<32xi8>
    %224 = qint.vector.dot %183, %145, %220 : vector<8xi32>, vector<32xi8>
    %225 = qint.vector.dot %184, %77, %220 : vector<8xi32>, vector<32xi8>
    %226 = qint.vector.dot %185, %84, %220 : vector<8xi32>, vector<32xi8>
    %227 = qint.vector.dot %186, %154, %220 : vector<8xi32>, vector<32xi8>
    %228 = qint.vector.dot %187, %161, %220 : vector<8xi32>, vector<32xi8>
    %229 = qint.vector.dot %188, %105, %220 : vector<8xi32>, vector<32xi8>
    %230 = qint.vector.dot %189, %112, %220 : vector<8xi32>, vector<32xi8>
    %231 = qint.vector.dot %190, %170, %220 : vector<8xi32>, vector<32xi8>
    %232 = qint.vector.dot %191, %177, %220 : vector<8xi32>, vector<32xi8>
    %233 = qint.vector.dot %198, %211, %220 : vector<8xi32>, vector<32xi8>
    %234 = qint.vector.dot %205, %218, %220 : vector<8xi32>, vector<32xi8>
    %235 = vector.load %reinterpret_cast[%c56] : memref<72xi8>, vector<4xi8>
    %236 = vector.bitcast %235 : vector<4xi8> to vector<1xi32>
    %237 = vector.extract %236[0] : i32 from vector<1xi32>
    %238 = vector.broadcast %237 : i32 to vector<16xi32>
    %239 = vector.bitcast %238 : vector<16xi32> to vector<64xi8>
    %240 = vector.extract_strided_slice %239 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %241 = qint.vector.dot %212, %240, %220 : vector<8xi32>, vector<32xi8>
    %242 = vector.load %reinterpret_cast[%c58] : memref<72xi8>, vector<4xi8>
    %243 = vector.bitcast %242 : vector<4xi8> to vector<1xi32>
    %244 = vector.extract %243[0] : i32 from vector<1xi32>
    %245 = vector.broadcast %244 : i32 to vector<16xi32>
    %246 = vector.bitcast %245 : vector<16xi32> to vector<64xi8>
    %247 = vector.extract_strided_slice %246 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %248 = qint.vector.dot %219, %247, %220 : vector<8xi32>, vector<32xi8>
    %249 = vector.load %reinterpret_cast_0[%c256] : memref<384xi8>, vector<32xi8>
    %250 = qint.vector.dot %221, %63, %249 : vector<8xi32>, vector<32xi8>
    %251 = qint.vector.dot %222, %70, %249 : vector<8xi32>, vector<32xi8>
    %252 = qint.vector.dot %223, %77, %249 : vector<8xi32>, vector<32xi8>
    %253 = qint.vector.dot %224, %84, %249 : vector<8xi32>, vector<32xi8>
    %254 = qint.vector.dot %225, %91, %249 : vector<8xi32>, vector<32xi8>
    %255 = qint.vector.dot %226, %98, %249 : vector<8xi32>, vector<32xi8>
    %256 = qint.vector.dot %227, %105, %249 : vector<8xi32>, vector<32xi8>
    %257 = qint.vector.dot %228, %112, %249 : vector<8xi32>, vector<32xi8>
    %258 = qint.vector.dot %229, %197, %249 : vector<8xi32>, vector<32xi8>
    %259 = qint.vector.dot %230, %204, %249 : vector<8xi32>, vector<32xi8>
    %260 = qint.vector.dot %231, %211, %249 : vector<8xi32>, vector<32xi8>
    %261 = qint.vector.dot %232, %218, %249 : vector<8xi32>, vector<32xi8>
    %262 = vector.load %reinterpret_cast[%c60] : memref<72xi8>, vector<4xi8>
    %263 = vector.bitcast %262 : vector<4xi8> to vector<1xi32>
    %264 = vector.extract %263[0] : i32 from vector<1xi32>
    %265 = vector.broadcast %264 : i32 to vector<16xi32>
    %266 = vector.bitcast %265 : vector<16xi32> to vector<64xi8>
    %267 = vector.extract_strided_slice %266 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %268 = qint.vector.dot %233, %267, %249 : vector<8xi32>, vector<32xi8>
    %269 = vector.load %reinterpret_cast[%c62] : memref<72xi8>, vector<4xi8>
    %270 = vector.bitcast %269 : vector<4xi8> to vector<1xi32>
    %271 = vector.extract %270[0] : i32 from vector<1xi32>
    %272 = vector.broadcast %271 : i32 to vector<16xi32>
    %273 = vector.bitcast %272 : vector<16xi32> to vector<64xi8>
    %274 = vector.extract_strided_slice %273 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %275 = qint.vector.dot %234, %274, %249 : vector<8xi32>, vector<32xi8>
    %276 = vector.load %reinterpret_cast[%c64] : memref<72xi8>, vector<4xi8>
    %277 = vector.bitcast %276 : vector<4xi8> to vector<1xi32>
    %278 = vector.extract %277[0] : i32 from vector<1xi32>
    %279 = vector.broadcast %278 : i32 to vector<16xi32>
    %280 = vector.bitcast %279 : vector<16xi32> to vector<64xi8>
    %281 = vector.extract_strided_slice %280 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %282 = qint.vector.dot %241, %281, %249 : vector<8xi32>, vector<32xi8>
    %283 = vector.load %reinterpret_cast[%c66] : memref<72xi8>, vector<4xi8>
    %284 = vector.bitcast %283 : vector<4xi8> to vector<1xi32>
    %285 = vector.extract %284[0] : i32 from vector<1xi32>
    %286 = vector.broadcast %285 : i32 to vector<16xi32>
    %287 = vector.bitcast %286 : vector<16xi32> to vector<64xi8>
    %288 = vector.extract_strided_slice %287 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %289 = qint.vector.dot %248, %288, %249 : vector<8xi32>, vector<32xi8>
    %290 = vector.load %reinterpret_cast_0[%c320] : memref<384xi8>, vector<32xi8>
    %291 = qint.vector.dot %250, %77, %290 : vector<8xi32>, vector<32xi8>
    %292 = qint.vector.dot %251, %84, %290 : vector<8xi32>, vector<32xi8>
    %293 = qint.vector.dot %252, %154, %290 : vector<8xi32>, vector<32xi8>
    %294 = qint.vector.dot %253, %161, %290 : vector<8xi32>, vector<32xi8>
    %295 = qint.vector.dot %254, %105, %290 : vector<8xi32>, vector<32xi8>
    %296 = qint.vector.dot %255, %112, %290 : vector<8xi32>, vector<32xi8>
    %297 = qint.vector.dot %256, %170, %290 : vector<8xi32>, vector<32xi8>
    %298 = qint.vector.dot %257, %177, %290 : vector<8xi32>, vector<32xi8>
    %299 = qint.vector.dot %258, %211, %290 : vector<8xi32>, vector<32xi8>
    %300 = qint.vector.dot %259, %218, %290 : vector<8xi32>, vector<32xi8>
    %301 = qint.vector.dot %260, %240, %290 : vector<8xi32>, vector<32xi8>
    %302 = qint.vector.dot %261, %247, %290 : vector<8xi32>, vector<32xi8>
    %303 = qint.vector.dot %268, %281, %290 : vector<8xi32>, vector<32xi8>
    %304 = qint.vector.dot %275, %288, %290 : vector<8xi32>, vector<32xi8>
    %305 = vector.load %reinterpret_cast[%c68] : memref<72xi8>, vector<4xi8>
    %306 = vector.bitcast %305 : vector<4xi8> to vector<1xi32>
    %307 = vector.extract %306[0] : i32 from vector<1xi32>
    %308 = vector.broadcast %307 : i32 to vector<16xi32>
    %309 = vector.bitcast %308 : vector<16xi32> to vector<64xi8>
    %310 = vector.extract_strided_slice %309 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %311 = qint.vector.dot %282, %310, %290 : vector<8xi32>, vector<32xi8>
    %312 = vector.load %reinterpret_cast[%c70] : memref<72xi8>, vector<4xi8>
    %313 = vector.bitcast %312 : vector<4xi8> to vector<1xi32>
    %314 = vector.extract %313[0] : i32 from vector<1xi32>
    %315 = vector.broadcast %314 : i32 to vector<16xi32>
    %316 = vector.bitcast %315 : vector<16xi32> to vector<64xi8>
    %317 = vector.extract_strided_slice %316 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %318 = qint.vector.dot %289, %317, %290 : vector<8xi32>, vector<32xi8>
    %319 = vector.shuffle %291, %291 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %320 = vector.shuffle %292, %292 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %321 = vector.shuffle %293, %293 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %322 = vector.shuffle %294, %294 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %323 = vector.shuffle %295, %295 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %324 = vector.shuffle %296, %296 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %325 = vector.shuffle %297, %297 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %326 = vector.shuffle %298, %298 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %327 = vector.shuffle %299, %299 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %328 = vector.shuffle %300, %300 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %329 = vector.shuffle %301, %301 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %330 = vector.shuffle %302, %302 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %331 = vector.shuffle %303, %303 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %332 = vector.shuffle %304, %304 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %333 = vector.shuffle %311, %311 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %334 = vector.shuffle %318, %318 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %335 = vector.shuffle %319, %320 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %336 = vector.shuffle %321, %322 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %337 = vector.shuffle %335, %336 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %338 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %339 = vector.shuffle %338, %338 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %340 = vector.shuffle %339, %339 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %341 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %342 = vector.shuffle %341, %341 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %343 = vector.shuffle %342, %342 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %344 = qint.vector.rescale  fixed16 %337 multipliers %340 shifts %343 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %345 = vector.extract_strided_slice %344 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %346 = vector.extract_strided_slice %345 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %346, %reinterpret_cast_1[%c0] : memref<64xi8>, vector<4xi8>
    %347 = vector.extract_strided_slice %344 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %348 = vector.extract_strided_slice %347 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %348, %reinterpret_cast_1[%c4] : memref<64xi8>, vector<4xi8>
    %349 = vector.extract_strided_slice %344 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %350 = vector.extract_strided_slice %349 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %350, %reinterpret_cast_1[%c8] : memref<64xi8>, vector<4xi8>
    %351 = vector.extract_strided_slice %344 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %352 = vector.extract_strided_slice %351 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %352, %reinterpret_cast_1[%c12] : memref<64xi8>, vector<4xi8>
    %353 = vector.shuffle %323, %324 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %354 = vector.shuffle %325, %326 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %355 = vector.shuffle %353, %354 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %356 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %357 = vector.shuffle %356, %356 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %358 = vector.shuffle %357, %357 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %359 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %360 = vector.shuffle %359, %359 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %361 = vector.shuffle %360, %360 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %362 = qint.vector.rescale  fixed16 %355 multipliers %358 shifts %361 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %363 = vector.extract_strided_slice %362 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %364 = vector.extract_strided_slice %363 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %364, %reinterpret_cast_1[%c16] : memref<64xi8>, vector<4xi8>
    %365 = vector.extract_strided_slice %362 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %366 = vector.extract_strided_slice %365 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %366, %reinterpret_cast_1[%c20] : memref<64xi8>, vector<4xi8>
    %367 = vector.extract_strided_slice %362 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %368 = vector.extract_strided_slice %367 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %368, %reinterpret_cast_1[%c24] : memref<64xi8>, vector<4xi8>
    %369 = vector.extract_strided_slice %362 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %370 = vector.extract_strided_slice %369 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %370, %reinterpret_cast_1[%c28] : memref<64xi8>, vector<4xi8>
    %371 = vector.shuffle %327, %328 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %372 = vector.shuffle %329, %330 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %373 = vector.shuffle %371, %372 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %374 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %375 = vector.shuffle %374, %374 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %376 = vector.shuffle %375, %375 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %377 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %378 = vector.shuffle %377, %377 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %379 = vector.shuffle %378, %378 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %380 = qint.vector.rescale  fixed16 %373 multipliers %376 shifts %379 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %381 = vector.extract_strided_slice %380 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %382 = vector.extract_strided_slice %381 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %382, %reinterpret_cast_1[%c32] : memref<64xi8>, vector<4xi8>
    %383 = vector.extract_strided_slice %380 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %384 = vector.extract_strided_slice %383 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %384, %reinterpret_cast_1[%c36] : memref<64xi8>, vector<4xi8>
    %385 = vector.extract_strided_slice %380 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %386 = vector.extract_strided_slice %385 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %386, %reinterpret_cast_1[%c40] : memref<64xi8>, vector<4xi8>
    %387 = vector.extract_strided_slice %380 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %388 = vector.extract_strided_slice %387 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %388, %reinterpret_cast_1[%c44] : memref<64xi8>, vector<4xi8>
    %389 = vector.shuffle %331, %332 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %390 = vector.shuffle %333, %334 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %391 = vector.shuffle %389, %390 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %392 = vector.load %arg3[%c0] : memref<16xi16>, vector<16xi16>
    %393 = vector.shuffle %392, %392 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %394 = vector.shuffle %393, %393 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %395 = vector.load %arg4[%c0] : memref<16xi32>, vector<16xi32>
    %396 = vector.shuffle %395, %395 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %397 = vector.shuffle %396, %396 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %398 = qint.vector.rescale  fixed16 %391 multipliers %394 shifts %397 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %399 = vector.extract_strided_slice %398 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %400 = vector.extract_strided_slice %399 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %400, %reinterpret_cast_1[%c48] : memref<64xi8>, vector<4xi8>
    %401 = vector.extract_strided_slice %398 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %402 = vector.extract_strided_slice %401 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %402, %reinterpret_cast_1[%c52] : memref<64xi8>, vector<4xi8>
    %403 = vector.extract_strided_slice %398 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %404 = vector.extract_strided_slice %403 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %404, %reinterpret_cast_1[%c56] : memref<64xi8>, vector<4xi8>
    %405 = vector.extract_strided_slice %398 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %406 = vector.extract_strided_slice %405 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %406, %reinterpret_cast_1[%c60] : memref<64xi8>, vector<4xi8>
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
    %0 = vector.load %arg2[%c0] : memref<16xi32>, vector<8xi32>
    %1 = vector.load %reinterpret_cast_0[%c0] : memref<256xi8>, vector<32xi8>
    %2 = vector.load %reinterpret_cast[%c0] : memref<16xi8>, vector<4xi8>
    %3 = vector.bitcast %2 : vector<4xi8> to vector<1xi32>
    %4 = vector.extract %3[0] : i32 from vector<1xi32>
    %5 = vector.broadcast %4 : i32 to vector<16xi32>
    %6 = vector.bitcast %5 : vector<16xi32> to vector<64xi8>
    %7 = vector.extract_strided_slice %6 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %8 = qint.vector.dot %0, %7, %1 : vector<8xi32>, vector<32xi8>
    %9 = vector.load %reinterpret_cast_0[%c64] : memref<256xi8>, vector<32xi8>
    %10 = vector.load %reinterpret_cast[%c4] : memref<16xi8>, vector<4xi8>
    %11 = vector.bitcast %10 : vector<4xi8> to vector<1xi32>
    %12 = vector.extract %11[0] : i32 from vector<1xi32>
    %13 = vector.broadcast %12 : i32 to vector<16xi32>
    %14 = vector.bitcast %13 : vector<16xi32> to vector<64xi8>
    %15 = vector.extract_strided_slice %14 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %16 = qint.vector.dot %8, %15, %9 : vector<8xi32>, vector<32xi8>
    %17 = vector.load %reinterpret_cast_0[%c128] : memref<256xi8>, vector<32xi8>
    %18 = vector.load %reinterpret_cast[%c8] : memref<16xi8>, vector<4xi8>
    %19 = vector.bitcast %18 : vector<4xi8> to vector<1xi32>
    %20 = vector.extract %19[0] : i32 from vector<1xi32>
    %21 = vector.broadcast %20 : i32 to vector<16xi32>
    %22 = vector.bitcast %21 : vector<16xi32> to vector<64xi8>
    %23 = vector.extract_strided_slice %22 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %24 = qint.vector.dot %16, %23, %17 : vector<8xi32>, vector<32xi8>
    %25 = vector.load %reinterpret_cast_0[%c192] : memref<256xi8>, vector<32xi8>
    %26 = vector.load %reinterpret_cast[%c12] : memref<16xi8>, vector<4xi8>
    %27 = vector.bitcast %26 : vector<4xi8> to vector<1xi32>
    %28 = vector.extract %27[0] : i32 from vector<1xi32>
    %29 = vector.broadcast %28 : i32 to vector<16xi32>
    %30 = vector.bitcast %29 : vector<16xi32> to vector<64xi8>
    %31 = vector.extract_strided_slice %30 {offsets = [0], sizes = [32], strides = [1]} : vector<64xi8> to vector<32xi8>
    %32 = qint.vector.dot %24, %31, %25 : vector<8xi32>, vector<32xi8>
    %33 = vector.shuffle %32, %32 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32>, vector<8xi32>
    %34 = vector.extract_strided_slice %33 {offsets = [0], sizes = [2], strides = [1]} : vector<16xi32> to vector<2xi32>
    vector.store %34, %reinterpret_cast_1[%c0] : memref<3xi32>, vector<2xi32>
    %35 = vector.extract_strided_slice %33 {offsets = [2], sizes = [1], strides = [1]} : vector<16xi32> to vector<1xi32>
    vector.store %35, %reinterpret_cast_1[%c2] : memref<3xi32>, vector<1xi32>
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


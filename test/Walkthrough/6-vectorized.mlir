module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "icelake-server", qopt.features = "", qopt.triple = "x86_64-unknown-linux-gnu"} {
  memref.global "private" constant @layer_bias : memref<16xi32> = dense<[114801, 82943, -31035, -41699, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_shifts : memref<16xi32> = dense<[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_multipliers : memref<16xi16> = dense<[19394, 19981, 20128, 19331, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights : memref<1x1x6x16x4xi8> = dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_bias_0 : memref<16xi32> = dense<[-2083, -1935, -1458, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights_1 : memref<1x1x4x16x4xi8> = dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_scales : memref<3xf32> = dense<[4.17421077E-4, 4.33593435E-4, 3.96003685E-4]> {alignment = 64 : i64}
  func.func @walkthrough(%arg0: memref<1x4x4x2xf32> {qopt.name = "image"}, %arg1: memref<1x1x1x3xf32> {qopt.name = "scores", qopt.output}, %arg2: memref<256xi8> {qopt.arena}) {
    %cst = arith.constant dense<0> : vector<4xi8>
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
    %c46 = arith.constant 46 : index
    %c44 = arith.constant 44 : index
    %c34 = arith.constant 34 : index
    %c32 = arith.constant 32 : index
    %c22 = arith.constant 22 : index
    %c20 = arith.constant 20 : index
    %c10 = arith.constant 10 : index
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
    %c128 = arith.constant 128 : index
    %cst_0 = arith.constant dense<0x4B400000> : vector<8xf32>
    %cst_1 = arith.constant dense<28.3761883> : vector<8xf32>
    %cst_2 = arith.constant dense<6.89869466E-7> : vector<8xf32>
    %cst_3 = arith.constant dense<3.20691419> : vector<8xf32>
    %cst_4 = arith.constant dense<-5.77949333> : vector<8xf32>
    %cst_5 = arith.constant dense<0.000000e+00> : vector<8xf32>
    %c12 = arith.constant 12 : index
    %cst_6 = arith.constant dense<-92> : vector<2xi8>
    %c4 = arith.constant 4 : index
    %cst_7 = arith.constant dense<-92> : vector<4xi8>
    %c8 = arith.constant 8 : index
    %c1 = arith.constant 1 : index
    %cst_8 = arith.constant dense<-92> : vector<8xi8>
    %c0 = arith.constant 0 : index
    %view = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x6x6x2xi8>
    %reinterpret_cast = memref.reinterpret_cast %view to offset: [0], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8>
    vector.store %cst_8, %reinterpret_cast[%c0] : memref<12xi8>, vector<8xi8>
    vector.store %cst_7, %reinterpret_cast[%c8] : memref<12xi8>, vector<4xi8>
    %reinterpret_cast_9 = memref.reinterpret_cast %view to offset: [60], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8, strided<[1], offset: 60>>
    vector.store %cst_8, %reinterpret_cast_9[%c0] : memref<12xi8, strided<[1], offset: 60>>, vector<8xi8>
    vector.store %cst_7, %reinterpret_cast_9[%c8] : memref<12xi8, strided<[1], offset: 60>>, vector<4xi8>
    %reinterpret_cast_10 = memref.reinterpret_cast %view to offset: [12], sizes: [38], strides: [1] : memref<1x6x6x2xi8> to memref<38xi8, strided<[1], offset: 12>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %401 = arith.muli %arg3, %c12 : index
      vector.store %cst_6, %reinterpret_cast_10[%401] : memref<38xi8, strided<[1], offset: 12>>, vector<2xi8>
    }
    %reinterpret_cast_11 = memref.reinterpret_cast %view to offset: [22], sizes: [38], strides: [1] : memref<1x6x6x2xi8> to memref<38xi8, strided<[1], offset: 22>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %401 = arith.muli %arg3, %c12 : index
      vector.store %cst_6, %reinterpret_cast_11[%401] : memref<38xi8, strided<[1], offset: 22>>, vector<2xi8>
    }
    %reinterpret_cast_12 = memref.reinterpret_cast %arg0 to offset: [0], sizes: [32], strides: [1] : memref<1x4x4x2xf32> to memref<32xf32>
    %reinterpret_cast_13 = memref.reinterpret_cast %view to offset: [14], sizes: [44], strides: [1] : memref<1x6x6x2xi8> to memref<44xi8, strided<[1], offset: 14>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %401 = arith.muli %arg3, %c8 : index
      %402 = vector.load %reinterpret_cast_12[%401] : memref<32xf32>, vector<8xf32>
      %403 = arith.cmpf ord, %402, %402 : vector<8xf32>
      %404 = arith.select %403, %402, %cst_5 : vector<8xi1>, vector<8xf32>
      %405 = arith.cmpf ogt, %404, %cst_4 : vector<8xf32>
      %406 = arith.select %405, %404, %cst_4 : vector<8xi1>, vector<8xf32>
      %407 = arith.cmpf olt, %406, %cst_3 : vector<8xf32>
      %408 = arith.select %407, %406, %cst_3 : vector<8xi1>, vector<8xf32>
      %409 = arith.mulf %408, %cst_2 : vector<8xf32>
      %410 = llvm.intr.fma(%408, %cst_1, %409) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
      %411 = arith.addf %410, %cst_0 : vector<8xf32>
      %412 = arith.bitcast %411 : vector<8xf32> to vector<8xi32>
      %413 = arith.trunci %412 : vector<8xi32> to vector<8xi8>
      %414 = arith.addi %413, %cst_8 : vector<8xi8>
      %415 = arith.muli %arg3, %c12 : index
      vector.store %414, %reinterpret_cast_13[%415] : memref<44xi8, strided<[1], offset: 14>>, vector<8xi8>
    }
    %view_14 = memref.view %arg2[%c128][] : memref<256xi8> to memref<1x4x4x4xi8>
    %0 = memref.get_global @layer_bias : memref<16xi32>
    %1 = memref.get_global @layer_shifts : memref<16xi32>
    %2 = memref.get_global @layer_multipliers : memref<16xi16>
    %3 = memref.get_global @layer_weights : memref<1x1x6x16x4xi8>
    %reinterpret_cast_15 = memref.reinterpret_cast %view to offset: [0], sizes: [72], strides: [1] : memref<1x6x6x2xi8> to memref<72xi8>
    %reinterpret_cast_16 = memref.reinterpret_cast %3 to offset: [0], sizes: [384], strides: [1] : memref<1x1x6x16x4xi8> to memref<384xi8>
    %reinterpret_cast_17 = memref.reinterpret_cast %view_14 to offset: [0], sizes: [64], strides: [1] : memref<1x4x4x4xi8> to memref<64xi8>
    %4 = vector.load %0[%c0] : memref<16xi32>, vector<16xi32>
    %5 = vector.load %reinterpret_cast_16[%c0] : memref<384xi8>, vector<64xi8>
    %6 = vector.load %reinterpret_cast_15[%c0] : memref<72xi8>, vector<4xi8>
    %7 = vector.bitcast %6 : vector<4xi8> to vector<1xi32>
    %8 = vector.extract %7[0] : i32 from vector<1xi32>
    %9 = vector.broadcast %8 : i32 to vector<16xi32>
    %10 = vector.bitcast %9 : vector<16xi32> to vector<64xi8>
    %11 = qint.vector.dot %4, %10, %5 : vector<16xi32>, vector<64xi8>
    %12 = vector.load %reinterpret_cast_15[%c2] : memref<72xi8>, vector<4xi8>
    %13 = vector.bitcast %12 : vector<4xi8> to vector<1xi32>
    %14 = vector.extract %13[0] : i32 from vector<1xi32>
    %15 = vector.broadcast %14 : i32 to vector<16xi32>
    %16 = vector.bitcast %15 : vector<16xi32> to vector<64xi8>
    %17 = qint.vector.dot %4, %16, %5 : vector<16xi32>, vector<64xi8>
    %18 = vector.load %reinterpret_cast_15[%c4] : memref<72xi8>, vector<4xi8>
    %19 = vector.bitcast %18 : vector<4xi8> to vector<1xi32>
    %20 = vector.extract %19[0] : i32 from vector<1xi32>
    %21 = vector.broadcast %20 : i32 to vector<16xi32>
    %22 = vector.bitcast %21 : vector<16xi32> to vector<64xi8>
    %23 = qint.vector.dot %4, %22, %5 : vector<16xi32>, vector<64xi8>
    %24 = vector.load %reinterpret_cast_15[%c6] : memref<72xi8>, vector<4xi8>
    %25 = vector.bitcast %24 : vector<4xi8> to vector<1xi32>
    %26 = vector.extract %25[0] : i32 from vector<1xi32>
    %27 = vector.broadcast %26 : i32 to vector<16xi32>
    %28 = vector.bitcast %27 : vector<16xi32> to vector<64xi8>
    %29 = qint.vector.dot %4, %28, %5 : vector<16xi32>, vector<64xi8>
    %30 = vector.load %reinterpret_cast_15[%c12] : memref<72xi8>, vector<4xi8>
    %31 = vector.bitcast %30 : vector<4xi8> to vector<1xi32>
    %32 = vector.extract %31[0] : i32 from vector<1xi32>
    %33 = vector.broadcast %32 : i32 to vector<16xi32>
    %34 = vector.bitcast %33 : vector<16xi32> to vector<64xi8>
    %35 = qint.vector.dot %4, %34, %5 : vector<16xi32>, vector<64xi8>
    %36 = vector.load %reinterpret_cast_15[%c14] : memref<72xi8>, vector<4xi8>
    %37 = vector.bitcast %36 : vector<4xi8> to vector<1xi32>
    %38 = vector.extract %37[0] : i32 from vector<1xi32>
    %39 = vector.broadcast %38 : i32 to vector<16xi32>
    %40 = vector.bitcast %39 : vector<16xi32> to vector<64xi8>
    %41 = qint.vector.dot %4, %40, %5 : vector<16xi32>, vector<64xi8>
    %42 = vector.load %reinterpret_cast_15[%c16] : memref<72xi8>, vector<4xi8>
    %43 = vector.bitcast %42 : vector<4xi8> to vector<1xi32>
    %44 = vector.extract %43[0] : i32 from vector<1xi32>
    %45 = vector.broadcast %44 : i32 to vector<16xi32>
    %46 = vector.bitcast %45 : vector<16xi32> to vector<64xi8>
    %47 = qint.vector.dot %4, %46, %5 : vector<16xi32>, vector<64xi8>
    %48 = vector.load %reinterpret_cast_15[%c18] : memref<72xi8>, vector<4xi8>
    %49 = vector.bitcast %48 : vector<4xi8> to vector<1xi32>
    %50 = vector.extract %49[0] : i32 from vector<1xi32>
    %51 = vector.broadcast %50 : i32 to vector<16xi32>
    %52 = vector.bitcast %51 : vector<16xi32> to vector<64xi8>
    %53 = qint.vector.dot %4, %52, %5 : vector<16xi32>, vector<64xi8>
    %54 = vector.load %reinterpret_cast_15[%c24] : memref<72xi8>, vector<4xi8>
    %55 = vector.bitcast %54 : vector<4xi8> to vector<1xi32>
    %56 = vector.extract %55[0] : i32 from vector<1xi32>
    %57 = vector.broadcast %56 : i32 to vector<16xi32>
    %58 = vector.bitcast %57 : vector<16xi32> to vector<64xi8>
    %59 = qint.vector.dot %4, %58, %5 : vector<16xi32>, vector<64xi8>
    %60 = vector.load %reinterpret_cast_15[%c26] : memref<72xi8>, vector<4xi8>
    %61 = vector.bitcast %60 : vector<4xi8> to vector<1xi32>
    %62 = vector.extract %61[0] : i32 from vector<1xi32>
    %63 = vector.broadcast %62 : i32 to vector<16xi32>
    %64 = vector.bitcast %63 : vector<16xi32> to vector<64xi8>
    %65 = qint.vector.dot %4, %64, %5 : vector<16xi32>, vector<64xi8>
    %66 = vector.load %reinterpret_cast_15[%c28] : memref<72xi8>, vector<4xi8>
    %67 = vector.bitcast %66 : vector<4xi8> to vector<1xi32>
    %68 = vector.extract %67[0] : i32 from vector<1xi32>
    %69 = vector.broadcast %68 : i32 to vector<16xi32>
    %70 = vector.bitcast %69 : vector<16xi32> to vector<64xi8>
    %71 = qint.vector.dot %4, %70, %5 : vector<16xi32>, vector<64xi8>
    %72 = vector.load %reinterpret_cast_15[%c30] : memref<72xi8>, vector<4xi8>
    %73 = vector.bitcast %72 : vector<4xi8> to vector<1xi32>
    %74 = vector.extract %73[0] : i32 from vector<1xi32>
    %75 = vector.broadcast %74 : i32 to vector<16xi32>
    %76 = vector.bitcast %75 : vector<16xi32> to vector<64xi8>
    %77 = qint.vector.dot %4, %76, %5 : vector<16xi32>, vector<64xi8>
    %78 = vector.load %reinterpret_cast_15[%c36] : memref<72xi8>, vector<4xi8>
    %79 = vector.bitcast %78 : vector<4xi8> to vector<1xi32>
    %80 = vector.extract %79[0] : i32 from vector<1xi32>
    %81 = vector.broadcast %80 : i32 to vector<16xi32>
    %82 = vector.bitcast %81 : vector<16xi32> to vector<64xi8>
    %83 = qint.vector.dot %4, %82, %5 : vector<16xi32>, vector<64xi8>
    %84 = vector.load %reinterpret_cast_15[%c38] : memref<72xi8>, vector<4xi8>
    %85 = vector.bitcast %84 : vector<4xi8> to vector<1xi32>
    %86 = vector.extract %85[0] : i32 from vector<1xi32>
    %87 = vector.broadcast %86 : i32 to vector<16xi32>
    %88 = vector.bitcast %87 : vector<16xi32> to vector<64xi8>
    %89 = qint.vector.dot %4, %88, %5 : vector<16xi32>, vector<64xi8>
    %90 = vector.load %reinterpret_cast_15[%c40] : memref<72xi8>, vector<4xi8>
    %91 = vector.bitcast %90 : vector<4xi8> to vector<1xi32>
    %92 = vector.extract %91[0] : i32 from vector<1xi32>
    %93 = vector.broadcast %92 : i32 to vector<16xi32>
    %94 = vector.bitcast %93 : vector<16xi32> to vector<64xi8>
    %95 = qint.vector.dot %4, %94, %5 : vector<16xi32>, vector<64xi8>
    %96 = vector.load %reinterpret_cast_15[%c42] : memref<72xi8>, vector<4xi8>
    %97 = vector.bitcast %96 : vector<4xi8> to vector<1xi32>
    %98 = vector.extract %97[0] : i32 from vector<1xi32>
    %99 = vector.broadcast %98 : i32 to vector<16xi32>
    %100 = vector.bitcast %99 : vector<16xi32> to vector<64xi8>
    %101 = qint.vector.dot %4, %100, %5 : vector<16xi32>, vector<64xi8>
    %102 = vector.load %reinterpret_cast_16[%c64] : memref<384xi8>, vector<64xi8>
    %103 = qint.vector.dot %11, %22, %102 : vector<16xi32>, vector<64xi8>
    %104 = qint.vector.dot %17, %28, %102 : vector<16xi32>, vector<64xi8>
    %105 = vector.load %reinterpret_cast_15[%c8] : memref<72xi8>, vector<4xi8>
    %106 = vector.bitcast %105 : vector<4xi8> to vector<1xi32>
    %107 = vector.extract %106[0] : i32 from vector<1xi32>
    %108 = vector.broadcast %107 : i32 to vector<16xi32>
    %109 = vector.bitcast %108 : vector<16xi32> to vector<64xi8>
    %110 = qint.vector.dot %23, %109, %102 : vector<16xi32>, vector<64xi8>
    %111 = vector.load %reinterpret_cast_15[%c10] : memref<72xi8>, vector<4xi8>
    %112 = vector.bitcast %111 : vector<4xi8> to vector<1xi32>
    %113 = vector.extract %112[0] : i32 from vector<1xi32>
    %114 = vector.broadcast %113 : i32 to vector<16xi32>
    %115 = vector.bitcast %114 : vector<16xi32> to vector<64xi8>
    %116 = qint.vector.dot %29, %115, %102 : vector<16xi32>, vector<64xi8>
    %117 = qint.vector.dot %35, %46, %102 : vector<16xi32>, vector<64xi8>
    %118 = qint.vector.dot %41, %52, %102 : vector<16xi32>, vector<64xi8>
    %119 = vector.load %reinterpret_cast_15[%c20] : memref<72xi8>, vector<4xi8>
    %120 = vector.bitcast %119 : vector<4xi8> to vector<1xi32>
    %121 = vector.extract %120[0] : i32 from vector<1xi32>
    %122 = vector.broadcast %121 : i32 to vector<16xi32>
    %123 = vector.bitcast %122 : vector<16xi32> to vector<64xi8>
    %124 = qint.vector.dot %47, %123, %102 : vector<16xi32>, vector<64xi8>
    %125 = vector.load %reinterpret_cast_15[%c22] : memref<72xi8>, vector<4xi8>
    %126 = vector.bitcast %125 : vector<4xi8> to vector<1xi32>
    %127 = vector.extract %126[0] : i32 from vector<1xi32>
    %128 = vector.broadcast %127 : i32 to vector<16xi32>
    %129 = vector.bitcast %128 : vector<16xi32> to vector<64xi8>
    %130 = qint.vector.dot %53, %129, %102 : vector<16xi32>, vector<64xi8>
    %131 = qint.vector.dot %59, %70, %102 : vector<16xi32>, vector<64xi8>
    %132 = qint.vector.dot %65, %76, %102 : vector<16xi32>, vector<64xi8>
    %133 = vector.load %reinterpret_cast_15[%c32] : memref<72xi8>, vector<4xi8>
    %134 = vector.bitcast %133 : vector<4xi8> to vector<1xi32>
    %135 = vector.extract %134[0] : i32 from vector<1xi32>
    %136 = vector.broadcast %135 : i32 to vector<16xi32>
    %137 = vector.bitcast %136 : vector<16xi32> to vector<64xi8>
    %138 = qint.vector.dot %71, %137, %102 : vector<16xi32>, vector<64xi8>
    %139 = vector.load %reinterpret_cast_15[%c34] : memref<72xi8>, vector<4xi8>
    %140 = vector.bitcast %139 : vector<4xi8> to vector<1xi32>
    %141 = vector.extract %140[0] : i32 from vector<1xi32>
    %142 = vector.broadcast %141 : i32 to vector<16xi32>
    %143 = vector.bitcast %142 : vector<16xi32> to vector<64xi8>
    %144 = qint.vector.dot %77, %143, %102 : vector<16xi32>, vector<64xi8>
    %145 = qint.vector.dot %83, %94, %102 : vector<16xi32>, vector<64xi8>
    %146 = qint.vector.dot %89, %100, %102 : vector<16xi32>, vector<64xi8>
    %147 = vector.load %reinterpret_cast_15[%c44] : memref<72xi8>, vector<4xi8>
    %148 = vector.bitcast %147 : vector<4xi8> to vector<1xi32>
    %149 = vector.extract %148[0] : i32 from vector<1xi32>
    %150 = vector.broadcast %149 : i32 to vector<16xi32>
    %151 = vector.bitcast %150 : vector<16xi32> to vector<64xi8>
    %152 = qint.vector.dot %95, %151, %102 : vector<16xi32>, vector<64xi8>
    %153 = vector.load %reinterpret_cast_15[%c46] : memref<72xi8>, vector<4xi8>
    %154 = vector.bitcast %153 : vector<4xi8> to vector<1xi32>
    %155 = vector.extract %154[0] : i32 from vector<1xi32>
    %156 = vector.broadcast %155 : i32 to vector<16xi32>
    %157 = vector.bitcast %156 : vector<16xi32> to vector<64xi8>
    %158 = qint.vector.dot %101, %157, %102 : vector<16xi32>, vector<64xi8>
    %159 = vector.load %reinterpret_cast_16[%c128] : memref<384xi8>, vector<64xi8>
    %160 = qint.vector.dot %103, %34, %159 : vector<16xi32>, vector<64xi8>
    %161 = qint.vector.dot %104, %40, %159 : vector<16xi32>, vector<64xi8>
    %162 = qint.vector.dot %110, %46, %159 : vector<16xi32>, vector<64xi8>
    %163 = qint.vector.dot %116, %52, %159 : vector<16xi32>, vector<64xi8>
    %164 = qint.vector.dot %117, %58, %159 : vector<16xi32>, vector<64xi8>
    %165 = qint.vector.dot %118, %64, %159 : vector<16xi32>, vector<64xi8>
    %166 = qint.vector.dot %124, %70, %159 : vector<16xi32>, vector<64xi8>
    %167 = qint.vector.dot %130, %76, %159 : vector<16xi32>, vector<64xi8>
    %168 = qint.vector.dot %131, %82, %159 : vector<16xi32>, vector<64xi8>
    %169 = qint.vector.dot %132, %88, %159 : vector<16xi32>, vector<64xi8>
    %170 = qint.vector.dot %138, %94, %159 : vector<16xi32>, vector<64xi8>
    %171 = qint.vector.dot %144, %100, %159 : vector<16xi32>, vector<64xi8>
    %172 = vector.load %reinterpret_cast_15[%c48] : memref<72xi8>, vector<4xi8>
    %173 = vector.bitcast %172 : vector<4xi8> to vector<1xi32>
    %174 = vector.extract %173[0] : i32 from vector<1xi32>
    %175 = vector.broadcast %174 : i32 to vector<16xi32>
    %176 = vector.bitcast %175 : vector<16xi32> to vector<64xi8>
    %177 = qint.vector.dot %145, %176, %159 : vector<16xi32>, vector<64xi8>
    %178 = vector.load %reinterpret_cast_15[%c50] : memref<72xi8>, vector<4xi8>
    %179 = vector.bitcast %178 : vector<4xi8> to vector<1xi32>
    %180 = vector.extract %179[0] : i32 from vector<1xi32>
    %181 = vector.broadcast %180 : i32 to vector<16xi32>
    %182 = vector.bitcast %181 : vector<16xi32> to vector<64xi8>
    %183 = qint.vector.dot %146, %182, %159 : vector<16xi32>, vector<64xi8>
    %184 = vector.load %reinterpret_cast_15[%c52] : memref<72xi8>, vector<4xi8>
    %185 = vector.bitcast %184 : vector<4xi8> to vector<1xi32>
    %186 = vector.extract %185[0] : i32 from vector<1xi32>
    %187 = vector.broadcast %186 : i32 to vector<16xi32>
    %188 = vector.bitcast %187 : vector<16xi32> to vector<64xi8>
    %189 = qint.vector.dot %152, %188, %159 : vector<16xi32>, vector<64xi8>
    %190 = vector.load %reinterpret_cast_15[%c54] : memref<72xi8>, vector<4xi8>
    %191 = vector.bitcast %190 : vector<4xi8> to vector<1xi32>
    %192 = vector.extract %191[0] : i32 from vector<1xi32>
    %193 = vector.broadcast %192 : i32 to vector<16xi32>
    %194 = vector.bitcast %193 : vector<16xi32> to vector<64xi8>
    %195 = qint.vector.dot %158, %194, %159 : vector<16xi32>, vector<64xi8>
    %196 = vector.load %reinterpret_cast_16[%c192] : memref<384xi8>, vector<64xi8>
    %197 = qint.vector.dot %160, %46, %196 : vector<16xi32>, vector<64xi8>
    %198 = qint.vector.dot %161, %52, %196 : vector<16xi32>, vector<64xi8>
    %199 = qint.vector.dot %162, %123, %196 : vector<16xi32>, vector<64xi8>
    %200 = qint.vector.dot %163, %129, %196 : vector<16xi32>, vector<64xi8>
    %201 = qint.vector.dot %164, %70, %196 : vector<16xi32>, vector<64xi8>
    %202 = qint.vector.dot %165, %76, %196 : vector<16xi32>, vector<64xi8>
    %203 = qint.vector.dot %166, %137, %196 : vector<16xi32>, vector<64xi8>
    %204 = qint.vector.dot %167, %143, %196 : vector<16xi32>, vector<64xi8>
    %205 = qint.vector.dot %168, %94, %196 : vector<16xi32>, vector<64xi8>
    %206 = qint.vector.dot %169, %100, %196 : vector<16xi32>, vector<64xi8>
    %207 = qint.vector.dot %170, %151, %196 : vector<16xi32>, vector<64xi8>
    %208 = qint.vector.dot %171, %157, %196 : vector<16xi32>, vector<64xi8>
    %209 = qint.vector.dot %177, %188, %196 : vector<16xi32>, vector<64xi8>
    %210 = qint.vector.dot %183, %194, %196 : vector<16xi32>, vector<64xi8>
    %211 = vector.load %reinterpret_cast_15[%c56] : memref<72xi8>, vector<4xi8>
    %212 = vector.bitcast %211 : vector<4xi8> to vector<1xi32>
    %213 = vector.extract %212[0] : i32 from vector<1xi32>
    %214 = vector.broadcast %213 : i32 to vector<16xi32>
    %215 = vector.bitcast %214 : vector<16xi32> to vector<64xi8>
    %216 = qint.vector.dot %189, %215, %196 : vector<16xi32>, vector<64xi8>
    %217 = vector.load %reinterpret_cast_15[%c58] : memref<72xi8>, vector<4xi8>
    %218 = vector.bitcast %217 : vector<4xi8> to vector<1xi32>
    %219 = vector.extract %218[0] : i32 from vector<1xi32>
    %220 = vector.broadcast %219 : i32 to vector<16xi32>
    %221 = vector.bitcast %220 : vector<16xi32> to vector<64xi8>
    %222 = qint.vector.dot %195, %221, %196 : vector<16xi32>, vector<64xi8>
    %223 = vector.load %reinterpret_cast_16[%c256] : memref<384xi8>, vector<64xi8>
    %224 = qint.vector.dot %197, %58, %223 : vector<16xi32>, vector<64xi8>
    %225 = qint.vector.dot %198, %64, %223 : vector<16xi32>, vector<64xi8>
    %226 = qint.vector.dot %199, %70, %223 : vector<16xi32>, vector<64xi8>
    %227 = qint.vector.dot %200, %76, %223 : vector<16xi32>, vector<64xi8>
    %228 = qint.vector.dot %201, %82, %223 : vector<16xi32>, vector<64xi8>
    %229 = qint.vector.dot %202, %88, %223 : vector<16xi32>, vector<64xi8>
    %230 = qint.vector.dot %203, %94, %223 : vector<16xi32>, vector<64xi8>
    %231 = qint.vector.dot %204, %100, %223 : vector<16xi32>, vector<64xi8>
    %232 = qint.vector.dot %205, %176, %223 : vector<16xi32>, vector<64xi8>
    %233 = qint.vector.dot %206, %182, %223 : vector<16xi32>, vector<64xi8>
    %234 = qint.vector.dot %207, %188, %223 : vector<16xi32>, vector<64xi8>
    %235 = qint.vector.dot %208, %194, %223 : vector<16xi32>, vector<64xi8>
    %236 = vector.load %reinterpret_cast_15[%c60] : memref<72xi8>, vector<4xi8>
    %237 = vector.bitcast %236 : vector<4xi8> to vector<1xi32>
    %238 = vector.extract %237[0] : i32 from vector<1xi32>
    %239 = vector.broadcast %238 : i32 to vector<16xi32>
    %240 = vector.bitcast %239 : vector<16xi32> to vector<64xi8>
    %241 = qint.vector.dot %209, %240, %223 : vector<16xi32>, vector<64xi8>
    %242 = vector.load %reinterpret_cast_15[%c62] : memref<72xi8>, vector<4xi8>
    %243 = vector.bitcast %242 : vector<4xi8> to vector<1xi32>
    %244 = vector.extract %243[0] : i32 from vector<1xi32>
    %245 = vector.broadcast %244 : i32 to vector<16xi32>
    %246 = vector.bitcast %245 : vector<16xi32> to vector<64xi8>
    %247 = qint.vector.dot %210, %246, %223 : vector<16xi32>, vector<64xi8>
    %248 = vector.load %reinterpret_cast_15[%c64] : memref<72xi8>, vector<4xi8>
    %249 = vector.bitcast %248 : vector<4xi8> to vector<1xi32>
    %250 = vector.extract %249[0] : i32 from vector<1xi32>
    %251 = vector.broadcast %250 : i32 to vector<16xi32>
    %252 = vector.bitcast %251 : vector<16xi32> to vector<64xi8>
    %253 = qint.vector.dot %216, %252, %223 : vector<16xi32>, vector<64xi8>
    %254 = vector.load %reinterpret_cast_15[%c66] : memref<72xi8>, vector<4xi8>
    %255 = vector.bitcast %254 : vector<4xi8> to vector<1xi32>
    %256 = vector.extract %255[0] : i32 from vector<1xi32>
    %257 = vector.broadcast %256 : i32 to vector<16xi32>
    %258 = vector.bitcast %257 : vector<16xi32> to vector<64xi8>
    %259 = qint.vector.dot %222, %258, %223 : vector<16xi32>, vector<64xi8>
    %260 = vector.load %reinterpret_cast_16[%c320] : memref<384xi8>, vector<64xi8>
    %261 = qint.vector.dot %224, %70, %260 : vector<16xi32>, vector<64xi8>
    %262 = qint.vector.dot %225, %76, %260 : vector<16xi32>, vector<64xi8>
    %263 = qint.vector.dot %226, %137, %260 : vector<16xi32>, vector<64xi8>
    %264 = qint.vector.dot %227, %143, %260 : vector<16xi32>, vector<64xi8>
    %265 = qint.vector.dot %228, %94, %260 : vector<16xi32>, vector<64xi8>
    %266 = qint.vector.dot %229, %100, %260 : vector<16xi32>, vector<64xi8>
    %267 = qint.vector.dot %230, %151, %260 : vector<16xi32>, vector<64xi8>
    %268 = qint.vector.dot %231, %157, %260 : vector<16xi32>, vector<64xi8>
    %269 = qint.vector.dot %232, %188, %260 : vector<16xi32>, vector<64xi8>
    %270 = qint.vector.dot %233, %194, %260 : vector<16xi32>, vector<64xi8>
    %271 = qint.vector.dot %234, %215, %260 : vector<16xi32>, vector<64xi8>
    %272 = qint.vector.dot %235, %221, %260 : vector<16xi32>, vector<64xi8>
    %273 = qint.vector.dot %241, %252, %260 : vector<16xi32>, vector<64xi8>
    %274 = qint.vector.dot %247, %258, %260 : vector<16xi32>, vector<64xi8>
    %275 = vector.load %reinterpret_cast_15[%c68] : memref<72xi8>, vector<4xi8>
    %276 = vector.bitcast %275 : vector<4xi8> to vector<1xi32>
    %277 = vector.extract %276[0] : i32 from vector<1xi32>
    %278 = vector.broadcast %277 : i32 to vector<16xi32>
    %279 = vector.bitcast %278 : vector<16xi32> to vector<64xi8>
    %280 = qint.vector.dot %253, %279, %260 : vector<16xi32>, vector<64xi8>
    %281 = vector.load %reinterpret_cast_15[%c70] : memref<72xi8>, vector<4xi8>
    %282 = vector.bitcast %281 : vector<4xi8> to vector<1xi32>
    %283 = vector.extract %282[0] : i32 from vector<1xi32>
    %284 = vector.broadcast %283 : i32 to vector<16xi32>
    %285 = vector.bitcast %284 : vector<16xi32> to vector<64xi8>
    %286 = qint.vector.dot %259, %285, %260 : vector<16xi32>, vector<64xi8>
    %287 = vector.shuffle %261, %262 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %288 = vector.shuffle %263, %264 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %289 = vector.shuffle %287, %288 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %290 = vector.load %2[%c0] : memref<16xi16>, vector<16xi16>
    %291 = vector.shuffle %290, %290 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %292 = vector.shuffle %291, %291 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %293 = vector.load %1[%c0] : memref<16xi32>, vector<16xi32>
    %294 = vector.shuffle %293, %293 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %295 = vector.shuffle %294, %294 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %296 = qint.vector.rescale  fixed16 %289 multipliers %292 shifts %295 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %297 = vector.extract_strided_slice %296 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %298 = vector.extract_strided_slice %297 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %298, %reinterpret_cast_17[%c0] : memref<64xi8>, vector<4xi8>
    %299 = vector.extract_strided_slice %296 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %300 = vector.extract_strided_slice %299 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %300, %reinterpret_cast_17[%c4] : memref<64xi8>, vector<4xi8>
    %301 = vector.extract_strided_slice %296 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %302 = vector.extract_strided_slice %301 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %302, %reinterpret_cast_17[%c8] : memref<64xi8>, vector<4xi8>
    %303 = vector.extract_strided_slice %296 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %304 = vector.extract_strided_slice %303 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %304, %reinterpret_cast_17[%c12] : memref<64xi8>, vector<4xi8>
    %305 = vector.shuffle %265, %266 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %306 = vector.shuffle %267, %268 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %307 = vector.shuffle %305, %306 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %308 = vector.load %2[%c0] : memref<16xi16>, vector<16xi16>
    %309 = vector.shuffle %308, %308 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %310 = vector.shuffle %309, %309 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %311 = vector.load %1[%c0] : memref<16xi32>, vector<16xi32>
    %312 = vector.shuffle %311, %311 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %313 = vector.shuffle %312, %312 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %314 = qint.vector.rescale  fixed16 %307 multipliers %310 shifts %313 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %315 = vector.extract_strided_slice %314 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %316 = vector.extract_strided_slice %315 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %316, %reinterpret_cast_17[%c16] : memref<64xi8>, vector<4xi8>
    %317 = vector.extract_strided_slice %314 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %318 = vector.extract_strided_slice %317 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %318, %reinterpret_cast_17[%c20] : memref<64xi8>, vector<4xi8>
    %319 = vector.extract_strided_slice %314 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %320 = vector.extract_strided_slice %319 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %320, %reinterpret_cast_17[%c24] : memref<64xi8>, vector<4xi8>
    %321 = vector.extract_strided_slice %314 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %322 = vector.extract_strided_slice %321 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %322, %reinterpret_cast_17[%c28] : memref<64xi8>, vector<4xi8>
    %323 = vector.shuffle %269, %270 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %324 = vector.shuffle %271, %272 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %325 = vector.shuffle %323, %324 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %326 = vector.load %2[%c0] : memref<16xi16>, vector<16xi16>
    %327 = vector.shuffle %326, %326 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %328 = vector.shuffle %327, %327 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %329 = vector.load %1[%c0] : memref<16xi32>, vector<16xi32>
    %330 = vector.shuffle %329, %329 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %331 = vector.shuffle %330, %330 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %332 = qint.vector.rescale  fixed16 %325 multipliers %328 shifts %331 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %333 = vector.extract_strided_slice %332 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %334 = vector.extract_strided_slice %333 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %334, %reinterpret_cast_17[%c32] : memref<64xi8>, vector<4xi8>
    %335 = vector.extract_strided_slice %332 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %336 = vector.extract_strided_slice %335 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %336, %reinterpret_cast_17[%c36] : memref<64xi8>, vector<4xi8>
    %337 = vector.extract_strided_slice %332 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %338 = vector.extract_strided_slice %337 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %338, %reinterpret_cast_17[%c40] : memref<64xi8>, vector<4xi8>
    %339 = vector.extract_strided_slice %332 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %340 = vector.extract_strided_slice %339 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %340, %reinterpret_cast_17[%c44] : memref<64xi8>, vector<4xi8>
    %341 = vector.shuffle %273, %274 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %342 = vector.shuffle %280, %286 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %343 = vector.shuffle %341, %342 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %344 = vector.load %2[%c0] : memref<16xi16>, vector<16xi16>
    %345 = vector.shuffle %344, %344 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
    %346 = vector.shuffle %345, %345 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
    %347 = vector.load %1[%c0] : memref<16xi32>, vector<16xi32>
    %348 = vector.shuffle %347, %347 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
    %349 = vector.shuffle %348, %348 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
    %350 = qint.vector.rescale  fixed16 %343 multipliers %346 shifts %349 {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = 0 : i32, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
    %351 = vector.extract_strided_slice %350 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %352 = vector.extract_strided_slice %351 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %352, %reinterpret_cast_17[%c48] : memref<64xi8>, vector<4xi8>
    %353 = vector.extract_strided_slice %350 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %354 = vector.extract_strided_slice %353 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %354, %reinterpret_cast_17[%c52] : memref<64xi8>, vector<4xi8>
    %355 = vector.extract_strided_slice %350 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %356 = vector.extract_strided_slice %355 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %356, %reinterpret_cast_17[%c56] : memref<64xi8>, vector<4xi8>
    %357 = vector.extract_strided_slice %350 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
    %358 = vector.extract_strided_slice %357 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
    vector.store %358, %reinterpret_cast_17[%c60] : memref<64xi8>, vector<4xi8>
    %view_18 = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x1x1x16xi8>
    %reinterpret_cast_19 = memref.reinterpret_cast %view_18 to offset: [0], sizes: [16], strides: [1] : memref<1x1x1x16xi8> to memref<16xi8>
    scf.for %arg3 = %c0 to %c2 step %c1 {
      scf.for %arg4 = %c0 to %c2 step %c1 {
        %401 = arith.muli %arg3, %c8 : index
        %402 = arith.muli %arg4, %c4 : index
        %403 = arith.addi %401, %402 : index
        %404 = arith.muli %arg3, %c32 : index
        %405 = arith.muli %arg4, %c8 : index
        %406 = arith.addi %404, %405 : index
        %407 = scf.for %arg5 = %c0 to %c2 step %c1 iter_args(%arg6 = %cst) -> (vector<4xi8>) {
          %408 = arith.muli %arg5, %c16 : index
          %409 = arith.addi %406, %408 : index
          %410 = vector.load %reinterpret_cast_17[%409] : memref<64xi8>, vector<4xi8>
          %411 = arith.maxui %arg6, %410 : vector<4xi8>
          %412 = arith.addi %409, %c4 : index
          %413 = vector.load %reinterpret_cast_17[%412] : memref<64xi8>, vector<4xi8>
          %414 = arith.maxui %411, %413 : vector<4xi8>
          scf.yield %414 : vector<4xi8>
        }
        vector.store %407, %reinterpret_cast_19[%403] : memref<16xi8>, vector<4xi8>
      }
    }
    %view_20 = memref.view %arg2[%c64][] : memref<256xi8> to memref<1x1x1x3xi32>
    %359 = memref.get_global @layer_bias_0 : memref<16xi32>
    %360 = memref.get_global @layer_weights_1 : memref<1x1x4x16x4xi8>
    %reinterpret_cast_21 = memref.reinterpret_cast %360 to offset: [0], sizes: [256], strides: [1] : memref<1x1x4x16x4xi8> to memref<256xi8>
    %reinterpret_cast_22 = memref.reinterpret_cast %view_20 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xi32> to memref<3xi32>
    %361 = vector.load %359[%c0] : memref<16xi32>, vector<16xi32>
    %362 = vector.load %reinterpret_cast_21[%c0] : memref<256xi8>, vector<64xi8>
    %363 = vector.load %reinterpret_cast_19[%c0] : memref<16xi8>, vector<4xi8>
    %364 = vector.bitcast %363 : vector<4xi8> to vector<1xi32>
    %365 = vector.extract %364[0] : i32 from vector<1xi32>
    %366 = vector.broadcast %365 : i32 to vector<16xi32>
    %367 = vector.bitcast %366 : vector<16xi32> to vector<64xi8>
    %368 = qint.vector.dot %361, %367, %362 : vector<16xi32>, vector<64xi8>
    %369 = vector.load %reinterpret_cast_21[%c64] : memref<256xi8>, vector<64xi8>
    %370 = vector.load %reinterpret_cast_19[%c4] : memref<16xi8>, vector<4xi8>
    %371 = vector.bitcast %370 : vector<4xi8> to vector<1xi32>
    %372 = vector.extract %371[0] : i32 from vector<1xi32>
    %373 = vector.broadcast %372 : i32 to vector<16xi32>
    %374 = vector.bitcast %373 : vector<16xi32> to vector<64xi8>
    %375 = qint.vector.dot %368, %374, %369 : vector<16xi32>, vector<64xi8>
    %376 = vector.load %reinterpret_cast_21[%c128] : memref<256xi8>, vector<64xi8>
    %377 = vector.load %reinterpret_cast_19[%c8] : memref<16xi8>, vector<4xi8>
    %378 = vector.bitcast %377 : vector<4xi8> to vector<1xi32>
    %379 = vector.extract %378[0] : i32 from vector<1xi32>
    %380 = vector.broadcast %379 : i32 to vector<16xi32>
    %381 = vector.bitcast %380 : vector<16xi32> to vector<64xi8>
    %382 = qint.vector.dot %375, %381, %376 : vector<16xi32>, vector<64xi8>
    %383 = vector.load %reinterpret_cast_21[%c192] : memref<256xi8>, vector<64xi8>
    %384 = vector.load %reinterpret_cast_19[%c12] : memref<16xi8>, vector<4xi8>
    %385 = vector.bitcast %384 : vector<4xi8> to vector<1xi32>
    %386 = vector.extract %385[0] : i32 from vector<1xi32>
    %387 = vector.broadcast %386 : i32 to vector<16xi32>
    %388 = vector.bitcast %387 : vector<16xi32> to vector<64xi8>
    %389 = qint.vector.dot %382, %388, %383 : vector<16xi32>, vector<64xi8>
    %390 = vector.extract_strided_slice %389 {offsets = [0], sizes = [2], strides = [1]} : vector<16xi32> to vector<2xi32>
    vector.store %390, %reinterpret_cast_22[%c0] : memref<3xi32>, vector<2xi32>
    %391 = vector.extract_strided_slice %389 {offsets = [2], sizes = [1], strides = [1]} : vector<16xi32> to vector<1xi32>
    vector.store %391, %reinterpret_cast_22[%c2] : memref<3xi32>, vector<1xi32>
    %392 = memref.get_global @layer_scales : memref<3xf32>
    %reinterpret_cast_23 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xf32> to memref<3xf32>
    %393 = vector.load %reinterpret_cast_22[%c0] : memref<3xi32>, vector<2xi32>
    %394 = vector.load %392[%c0] : memref<3xf32>, vector<2xf32>
    %395 = arith.sitofp %393 : vector<2xi32> to vector<2xf32>
    %396 = arith.mulf %395, %394 : vector<2xf32>
    vector.store %396, %reinterpret_cast_23[%c0] : memref<3xf32>, vector<2xf32>
    %397 = vector.load %reinterpret_cast_22[%c2] : memref<3xi32>, vector<1xi32>
    %398 = vector.load %392[%c2] : memref<3xf32>, vector<1xf32>
    %399 = arith.sitofp %397 : vector<1xi32> to vector<1xf32>
    %400 = arith.mulf %399, %398 : vector<1xf32>
    vector.store %400, %reinterpret_cast_23[%c2] : memref<3xf32>, vector<1xf32>
    return
  }
}


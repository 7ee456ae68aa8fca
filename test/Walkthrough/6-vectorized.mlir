module attributes {qint.target = #qint.target<"avx512vnni">, qopt.cpu = "icelake-server", qopt.features = "", qopt.triple = "x86_64-unknown-linux-gnu"} {
  memref.global "private" constant @layer_bias : memref<16xi32> = dense<[107743, 79467, -27599, -39845, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_shifts : memref<16xi32> = dense<1> {alignment = 64 : i64}
  memref.global "private" constant @layer_multipliers : memref<16xi16> = dense<[20244, 20857, 21010, 20179, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights : memref<1x1x6x16x4xi8> = dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_bias_0 : memref<16xi32> = dense<[-3245, -3015, -2271, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> {alignment = 64 : i64}
  memref.global "private" constant @layer_weights_1 : memref<1x1x4x16x4xi8> = dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> {alignment = 64 : i64}
  memref.global "private" constant @layer_scales : memref<3xf32> = dense<[2.67963391E-4, 2.78345222E-4, 2.54214508E-4]> {alignment = 64 : i64}
  func.func @walkthrough(%arg0: memref<1x4x4x2xf32> {qopt.name = "image"}, %arg1: memref<1x1x1x3xf32> {qopt.name = "scores", qopt.output}, %arg2: memref<256xi8> {qopt.arena}) {
    %c34 = arith.constant 34 : index
    %c32 = arith.constant 32 : index
    %c30 = arith.constant 30 : index
    %c28 = arith.constant 28 : index
    %c26 = arith.constant 26 : index
    %c22 = arith.constant 22 : index
    %c20 = arith.constant 20 : index
    %c18 = arith.constant 18 : index
    %c14 = arith.constant 14 : index
    %c10 = arith.constant 10 : index
    %cst = arith.constant dense<0> : vector<4xi8>
    %c320 = arith.constant 320 : index
    %c256 = arith.constant 256 : index
    %c24 = arith.constant 24 : index
    %c192 = arith.constant 192 : index
    %c6 = arith.constant 6 : index
    %c64 = arith.constant 64 : index
    %c16 = arith.constant 16 : index
    %c2 = arith.constant 2 : index
    %c128 = arith.constant 128 : index
    %cst_0 = arith.constant dense<2.550000e+02> : vector<8xf32>
    %cst_1 = arith.constant dense<1.530000e+02> : vector<8xf32>
    %cst_2 = arith.constant dense<0.000000e+00> : vector<8xf32>
    %cst_3 = arith.constant dense<0.0236145705> : vector<8xf32>
    %c12 = arith.constant 12 : index
    %cst_4 = arith.constant dense<-103> : vector<2xi8>
    %c4 = arith.constant 4 : index
    %cst_5 = arith.constant dense<-103> : vector<4xi8>
    %c8 = arith.constant 8 : index
    %c1 = arith.constant 1 : index
    %cst_6 = arith.constant dense<-103> : vector<8xi8>
    %c0 = arith.constant 0 : index
    %view = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x6x6x2xi8>
    %reinterpret_cast = memref.reinterpret_cast %view to offset: [0], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8>
    vector.store %cst_6, %reinterpret_cast[%c0] : memref<12xi8>, vector<8xi8>
    vector.store %cst_5, %reinterpret_cast[%c8] : memref<12xi8>, vector<4xi8>
    %reinterpret_cast_7 = memref.reinterpret_cast %view to offset: [60], sizes: [12], strides: [1] : memref<1x6x6x2xi8> to memref<12xi8, strided<[1], offset: 60>>
    vector.store %cst_6, %reinterpret_cast_7[%c0] : memref<12xi8, strided<[1], offset: 60>>, vector<8xi8>
    vector.store %cst_5, %reinterpret_cast_7[%c8] : memref<12xi8, strided<[1], offset: 60>>, vector<4xi8>
    %reinterpret_cast_8 = memref.reinterpret_cast %view to offset: [12], sizes: [38], strides: [1] : memref<1x6x6x2xi8> to memref<38xi8, strided<[1], offset: 12>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %46 = arith.muli %arg3, %c12 : index
      vector.store %cst_4, %reinterpret_cast_8[%46] : memref<38xi8, strided<[1], offset: 12>>, vector<2xi8>
    }
    %reinterpret_cast_9 = memref.reinterpret_cast %view to offset: [22], sizes: [38], strides: [1] : memref<1x6x6x2xi8> to memref<38xi8, strided<[1], offset: 22>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %46 = arith.muli %arg3, %c12 : index
      vector.store %cst_4, %reinterpret_cast_9[%46] : memref<38xi8, strided<[1], offset: 22>>, vector<2xi8>
    }
    %reinterpret_cast_10 = memref.reinterpret_cast %arg0 to offset: [0], sizes: [32], strides: [1] : memref<1x4x4x2xf32> to memref<32xf32>
    %reinterpret_cast_11 = memref.reinterpret_cast %view to offset: [14], sizes: [44], strides: [1] : memref<1x6x6x2xi8> to memref<44xi8, strided<[1], offset: 14>>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %46 = arith.muli %arg3, %c8 : index
      %47 = vector.load %reinterpret_cast_10[%46] : memref<32xf32>, vector<8xf32>
      %48 = arith.divf %47, %cst_3 : vector<8xf32>
      %49 = arith.cmpf ord, %48, %48 : vector<8xf32>
      %50 = arith.select %49, %48, %cst_2 : vector<8xi1>, vector<8xf32>
      %51 = llvm.intr.roundeven(%50) : (vector<8xf32>) -> vector<8xf32>
      %52 = arith.addf %51, %cst_1 : vector<8xf32>
      %53 = arith.cmpf ogt, %52, %cst_2 : vector<8xf32>
      %54 = arith.select %53, %52, %cst_2 : vector<8xi1>, vector<8xf32>
      %55 = arith.cmpf olt, %54, %cst_0 : vector<8xf32>
      %56 = arith.select %55, %54, %cst_0 : vector<8xi1>, vector<8xf32>
      %57 = arith.fptosi %56 : vector<8xf32> to vector<8xi32>
      %58 = arith.trunci %57 : vector<8xi32> to vector<8xi8>
      %59 = arith.muli %arg3, %c12 : index
      vector.store %58, %reinterpret_cast_11[%59] : memref<44xi8, strided<[1], offset: 14>>, vector<8xi8>
    }
    %view_12 = memref.view %arg2[%c128][] : memref<256xi8> to memref<1x4x4x4xi8>
    %0 = memref.get_global @layer_bias : memref<16xi32>
    %1 = memref.get_global @layer_shifts : memref<16xi32>
    %2 = memref.get_global @layer_multipliers : memref<16xi16>
    %3 = memref.get_global @layer_weights : memref<1x1x6x16x4xi8>
    %reinterpret_cast_13 = memref.reinterpret_cast %view to offset: [0], sizes: [72], strides: [1] : memref<1x6x6x2xi8> to memref<72xi8>
    %reinterpret_cast_14 = memref.reinterpret_cast %3 to offset: [0], sizes: [384], strides: [1] : memref<1x1x6x16x4xi8> to memref<384xi8>
    %reinterpret_cast_15 = memref.reinterpret_cast %view_12 to offset: [0], sizes: [64], strides: [1] : memref<1x4x4x4xi8> to memref<64xi8>
    scf.for %arg3 = %c0 to %c4 step %c1 {
      %46 = arith.muli %arg3, %c12 : index
      %47 = vector.load %0[%c0] : memref<16xi32>, vector<16xi32>
      %48 = vector.load %reinterpret_cast_14[%c0] : memref<384xi8>, vector<64xi8>
      %49 = vector.load %reinterpret_cast_13[%46] : memref<72xi8>, vector<4xi8>
      %50 = vector.bitcast %49 : vector<4xi8> to vector<1xi32>
      %51 = vector.extract %50[0] : i32 from vector<1xi32>
      %52 = vector.broadcast %51 : i32 to vector<16xi32>
      %53 = vector.bitcast %52 : vector<16xi32> to vector<64xi8>
      %54 = qint.vector.dot %47, %53, %48 : vector<16xi32>, vector<64xi8>
      %55 = arith.addi %46, %c2 : index
      %56 = vector.load %reinterpret_cast_13[%55] : memref<72xi8>, vector<4xi8>
      %57 = vector.bitcast %56 : vector<4xi8> to vector<1xi32>
      %58 = vector.extract %57[0] : i32 from vector<1xi32>
      %59 = vector.broadcast %58 : i32 to vector<16xi32>
      %60 = vector.bitcast %59 : vector<16xi32> to vector<64xi8>
      %61 = qint.vector.dot %47, %60, %48 : vector<16xi32>, vector<64xi8>
      %62 = arith.addi %46, %c4 : index
      %63 = vector.load %reinterpret_cast_13[%62] : memref<72xi8>, vector<4xi8>
      %64 = vector.bitcast %63 : vector<4xi8> to vector<1xi32>
      %65 = vector.extract %64[0] : i32 from vector<1xi32>
      %66 = vector.broadcast %65 : i32 to vector<16xi32>
      %67 = vector.bitcast %66 : vector<16xi32> to vector<64xi8>
      %68 = qint.vector.dot %47, %67, %48 : vector<16xi32>, vector<64xi8>
      %69 = arith.addi %46, %c6 : index
      %70 = vector.load %reinterpret_cast_13[%69] : memref<72xi8>, vector<4xi8>
      %71 = vector.bitcast %70 : vector<4xi8> to vector<1xi32>
      %72 = vector.extract %71[0] : i32 from vector<1xi32>
      %73 = vector.broadcast %72 : i32 to vector<16xi32>
      %74 = vector.bitcast %73 : vector<16xi32> to vector<64xi8>
      %75 = qint.vector.dot %47, %74, %48 : vector<16xi32>, vector<64xi8>
      %76 = vector.load %reinterpret_cast_14[%c64] : memref<384xi8>, vector<64xi8>
      %77 = qint.vector.dot %54, %67, %76 : vector<16xi32>, vector<64xi8>
      %78 = qint.vector.dot %61, %74, %76 : vector<16xi32>, vector<64xi8>
      %79 = arith.addi %46, %c8 : index
      %80 = vector.load %reinterpret_cast_13[%79] : memref<72xi8>, vector<4xi8>
      %81 = vector.bitcast %80 : vector<4xi8> to vector<1xi32>
      %82 = vector.extract %81[0] : i32 from vector<1xi32>
      %83 = vector.broadcast %82 : i32 to vector<16xi32>
      %84 = vector.bitcast %83 : vector<16xi32> to vector<64xi8>
      %85 = qint.vector.dot %68, %84, %76 : vector<16xi32>, vector<64xi8>
      %86 = arith.addi %46, %c10 : index
      %87 = vector.load %reinterpret_cast_13[%86] : memref<72xi8>, vector<4xi8>
      %88 = vector.bitcast %87 : vector<4xi8> to vector<1xi32>
      %89 = vector.extract %88[0] : i32 from vector<1xi32>
      %90 = vector.broadcast %89 : i32 to vector<16xi32>
      %91 = vector.bitcast %90 : vector<16xi32> to vector<64xi8>
      %92 = qint.vector.dot %75, %91, %76 : vector<16xi32>, vector<64xi8>
      %93 = arith.addi %46, %c12 : index
      %94 = vector.load %reinterpret_cast_14[%c128] : memref<384xi8>, vector<64xi8>
      %95 = vector.load %reinterpret_cast_13[%93] : memref<72xi8>, vector<4xi8>
      %96 = vector.bitcast %95 : vector<4xi8> to vector<1xi32>
      %97 = vector.extract %96[0] : i32 from vector<1xi32>
      %98 = vector.broadcast %97 : i32 to vector<16xi32>
      %99 = vector.bitcast %98 : vector<16xi32> to vector<64xi8>
      %100 = qint.vector.dot %77, %99, %94 : vector<16xi32>, vector<64xi8>
      %101 = arith.addi %46, %c14 : index
      %102 = vector.load %reinterpret_cast_13[%101] : memref<72xi8>, vector<4xi8>
      %103 = vector.bitcast %102 : vector<4xi8> to vector<1xi32>
      %104 = vector.extract %103[0] : i32 from vector<1xi32>
      %105 = vector.broadcast %104 : i32 to vector<16xi32>
      %106 = vector.bitcast %105 : vector<16xi32> to vector<64xi8>
      %107 = qint.vector.dot %78, %106, %94 : vector<16xi32>, vector<64xi8>
      %108 = arith.addi %46, %c16 : index
      %109 = vector.load %reinterpret_cast_13[%108] : memref<72xi8>, vector<4xi8>
      %110 = vector.bitcast %109 : vector<4xi8> to vector<1xi32>
      %111 = vector.extract %110[0] : i32 from vector<1xi32>
      %112 = vector.broadcast %111 : i32 to vector<16xi32>
      %113 = vector.bitcast %112 : vector<16xi32> to vector<64xi8>
      %114 = qint.vector.dot %85, %113, %94 : vector<16xi32>, vector<64xi8>
      %115 = arith.addi %46, %c18 : index
      %116 = vector.load %reinterpret_cast_13[%115] : memref<72xi8>, vector<4xi8>
      %117 = vector.bitcast %116 : vector<4xi8> to vector<1xi32>
      %118 = vector.extract %117[0] : i32 from vector<1xi32>
      %119 = vector.broadcast %118 : i32 to vector<16xi32>
      %120 = vector.bitcast %119 : vector<16xi32> to vector<64xi8>
      %121 = qint.vector.dot %92, %120, %94 : vector<16xi32>, vector<64xi8>
      %122 = vector.load %reinterpret_cast_14[%c192] : memref<384xi8>, vector<64xi8>
      %123 = qint.vector.dot %100, %113, %122 : vector<16xi32>, vector<64xi8>
      %124 = qint.vector.dot %107, %120, %122 : vector<16xi32>, vector<64xi8>
      %125 = arith.addi %46, %c20 : index
      %126 = vector.load %reinterpret_cast_13[%125] : memref<72xi8>, vector<4xi8>
      %127 = vector.bitcast %126 : vector<4xi8> to vector<1xi32>
      %128 = vector.extract %127[0] : i32 from vector<1xi32>
      %129 = vector.broadcast %128 : i32 to vector<16xi32>
      %130 = vector.bitcast %129 : vector<16xi32> to vector<64xi8>
      %131 = qint.vector.dot %114, %130, %122 : vector<16xi32>, vector<64xi8>
      %132 = arith.addi %46, %c22 : index
      %133 = vector.load %reinterpret_cast_13[%132] : memref<72xi8>, vector<4xi8>
      %134 = vector.bitcast %133 : vector<4xi8> to vector<1xi32>
      %135 = vector.extract %134[0] : i32 from vector<1xi32>
      %136 = vector.broadcast %135 : i32 to vector<16xi32>
      %137 = vector.bitcast %136 : vector<16xi32> to vector<64xi8>
      %138 = qint.vector.dot %121, %137, %122 : vector<16xi32>, vector<64xi8>
      %139 = arith.addi %46, %c24 : index
      %140 = vector.load %reinterpret_cast_14[%c256] : memref<384xi8>, vector<64xi8>
      %141 = vector.load %reinterpret_cast_13[%139] : memref<72xi8>, vector<4xi8>
      %142 = vector.bitcast %141 : vector<4xi8> to vector<1xi32>
      %143 = vector.extract %142[0] : i32 from vector<1xi32>
      %144 = vector.broadcast %143 : i32 to vector<16xi32>
      %145 = vector.bitcast %144 : vector<16xi32> to vector<64xi8>
      %146 = qint.vector.dot %123, %145, %140 : vector<16xi32>, vector<64xi8>
      %147 = arith.addi %46, %c26 : index
      %148 = vector.load %reinterpret_cast_13[%147] : memref<72xi8>, vector<4xi8>
      %149 = vector.bitcast %148 : vector<4xi8> to vector<1xi32>
      %150 = vector.extract %149[0] : i32 from vector<1xi32>
      %151 = vector.broadcast %150 : i32 to vector<16xi32>
      %152 = vector.bitcast %151 : vector<16xi32> to vector<64xi8>
      %153 = qint.vector.dot %124, %152, %140 : vector<16xi32>, vector<64xi8>
      %154 = arith.addi %46, %c28 : index
      %155 = vector.load %reinterpret_cast_13[%154] : memref<72xi8>, vector<4xi8>
      %156 = vector.bitcast %155 : vector<4xi8> to vector<1xi32>
      %157 = vector.extract %156[0] : i32 from vector<1xi32>
      %158 = vector.broadcast %157 : i32 to vector<16xi32>
      %159 = vector.bitcast %158 : vector<16xi32> to vector<64xi8>
      %160 = qint.vector.dot %131, %159, %140 : vector<16xi32>, vector<64xi8>
      %161 = arith.addi %46, %c30 : index
      %162 = vector.load %reinterpret_cast_13[%161] : memref<72xi8>, vector<4xi8>
      %163 = vector.bitcast %162 : vector<4xi8> to vector<1xi32>
      %164 = vector.extract %163[0] : i32 from vector<1xi32>
      %165 = vector.broadcast %164 : i32 to vector<16xi32>
      %166 = vector.bitcast %165 : vector<16xi32> to vector<64xi8>
      %167 = qint.vector.dot %138, %166, %140 : vector<16xi32>, vector<64xi8>
      %168 = vector.load %reinterpret_cast_14[%c320] : memref<384xi8>, vector<64xi8>
      %169 = qint.vector.dot %146, %159, %168 : vector<16xi32>, vector<64xi8>
      %170 = qint.vector.dot %153, %166, %168 : vector<16xi32>, vector<64xi8>
      %171 = arith.addi %46, %c32 : index
      %172 = vector.load %reinterpret_cast_13[%171] : memref<72xi8>, vector<4xi8>
      %173 = vector.bitcast %172 : vector<4xi8> to vector<1xi32>
      %174 = vector.extract %173[0] : i32 from vector<1xi32>
      %175 = vector.broadcast %174 : i32 to vector<16xi32>
      %176 = vector.bitcast %175 : vector<16xi32> to vector<64xi8>
      %177 = qint.vector.dot %160, %176, %168 : vector<16xi32>, vector<64xi8>
      %178 = arith.addi %46, %c34 : index
      %179 = vector.load %reinterpret_cast_13[%178] : memref<72xi8>, vector<4xi8>
      %180 = vector.bitcast %179 : vector<4xi8> to vector<1xi32>
      %181 = vector.extract %180[0] : i32 from vector<1xi32>
      %182 = vector.broadcast %181 : i32 to vector<16xi32>
      %183 = vector.bitcast %182 : vector<16xi32> to vector<64xi8>
      %184 = qint.vector.dot %167, %183, %168 : vector<16xi32>, vector<64xi8>
      %185 = arith.muli %arg3, %c16 : index
      %186 = vector.shuffle %169, %170 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
      %187 = vector.shuffle %177, %184 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
      %188 = vector.shuffle %186, %187 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
      %189 = vector.load %2[%c0] : memref<16xi16>, vector<16xi16>
      %190 = vector.shuffle %189, %189 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16>, vector<16xi16>
      %191 = vector.shuffle %190, %190 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16>, vector<32xi16>
      %192 = vector.load %1[%c0] : memref<16xi32>, vector<16xi32>
      %193 = vector.shuffle %192, %192 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32>, vector<16xi32>
      %194 = vector.shuffle %193, %193 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32>, vector<32xi32>
      %195 = qint.vector.rescale  fixed16 %188 multipliers %191 shifts %194 {clamp_max = 255 : i32, clamp_min = 0 : i32, right_shifts_only, zero_point = 0 : i32} : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
      %196 = vector.extract_strided_slice %195 {offsets = [0], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
      %197 = vector.extract_strided_slice %196 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
      vector.store %197, %reinterpret_cast_15[%185] : memref<64xi8>, vector<4xi8>
      %198 = vector.extract_strided_slice %195 {offsets = [16], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
      %199 = arith.addi %185, %c4 : index
      %200 = vector.extract_strided_slice %198 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
      vector.store %200, %reinterpret_cast_15[%199] : memref<64xi8>, vector<4xi8>
      %201 = vector.extract_strided_slice %195 {offsets = [32], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
      %202 = arith.addi %185, %c8 : index
      %203 = vector.extract_strided_slice %201 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
      vector.store %203, %reinterpret_cast_15[%202] : memref<64xi8>, vector<4xi8>
      %204 = vector.extract_strided_slice %195 {offsets = [48], sizes = [16], strides = [1]} : vector<64xi8> to vector<16xi8>
      %205 = arith.addi %185, %c12 : index
      %206 = vector.extract_strided_slice %204 {offsets = [0], sizes = [4], strides = [1]} : vector<16xi8> to vector<4xi8>
      vector.store %206, %reinterpret_cast_15[%205] : memref<64xi8>, vector<4xi8>
    }
    %view_16 = memref.view %arg2[%c0][] : memref<256xi8> to memref<1x1x1x16xi8>
    %reinterpret_cast_17 = memref.reinterpret_cast %view_16 to offset: [0], sizes: [16], strides: [1] : memref<1x1x1x16xi8> to memref<16xi8>
    scf.for %arg3 = %c0 to %c2 step %c1 {
      scf.for %arg4 = %c0 to %c2 step %c1 {
        %46 = arith.muli %arg3, %c8 : index
        %47 = arith.muli %arg4, %c4 : index
        %48 = arith.addi %46, %47 : index
        %49 = arith.muli %arg3, %c32 : index
        %50 = arith.muli %arg4, %c8 : index
        %51 = arith.addi %49, %50 : index
        %52 = scf.for %arg5 = %c0 to %c2 step %c1 iter_args(%arg6 = %cst) -> (vector<4xi8>) {
          %53 = arith.muli %arg5, %c16 : index
          %54 = arith.addi %51, %53 : index
          %55 = vector.load %reinterpret_cast_15[%54] : memref<64xi8>, vector<4xi8>
          %56 = arith.maxui %arg6, %55 : vector<4xi8>
          %57 = arith.addi %54, %c4 : index
          %58 = vector.load %reinterpret_cast_15[%57] : memref<64xi8>, vector<4xi8>
          %59 = arith.maxui %56, %58 : vector<4xi8>
          scf.yield %59 : vector<4xi8>
        }
        vector.store %52, %reinterpret_cast_17[%48] : memref<16xi8>, vector<4xi8>
      }
    }
    %view_18 = memref.view %arg2[%c64][] : memref<256xi8> to memref<1x1x1x3xi32>
    %4 = memref.get_global @layer_bias_0 : memref<16xi32>
    %5 = memref.get_global @layer_weights_1 : memref<1x1x4x16x4xi8>
    %reinterpret_cast_19 = memref.reinterpret_cast %5 to offset: [0], sizes: [256], strides: [1] : memref<1x1x4x16x4xi8> to memref<256xi8>
    %reinterpret_cast_20 = memref.reinterpret_cast %view_18 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xi32> to memref<3xi32>
    %6 = vector.load %4[%c0] : memref<16xi32>, vector<16xi32>
    %7 = vector.load %reinterpret_cast_19[%c0] : memref<256xi8>, vector<64xi8>
    %8 = vector.load %reinterpret_cast_17[%c0] : memref<16xi8>, vector<4xi8>
    %9 = vector.bitcast %8 : vector<4xi8> to vector<1xi32>
    %10 = vector.extract %9[0] : i32 from vector<1xi32>
    %11 = vector.broadcast %10 : i32 to vector<16xi32>
    %12 = vector.bitcast %11 : vector<16xi32> to vector<64xi8>
    %13 = qint.vector.dot %6, %12, %7 : vector<16xi32>, vector<64xi8>
    %14 = vector.load %reinterpret_cast_19[%c64] : memref<256xi8>, vector<64xi8>
    %15 = vector.load %reinterpret_cast_17[%c4] : memref<16xi8>, vector<4xi8>
    %16 = vector.bitcast %15 : vector<4xi8> to vector<1xi32>
    %17 = vector.extract %16[0] : i32 from vector<1xi32>
    %18 = vector.broadcast %17 : i32 to vector<16xi32>
    %19 = vector.bitcast %18 : vector<16xi32> to vector<64xi8>
    %20 = qint.vector.dot %13, %19, %14 : vector<16xi32>, vector<64xi8>
    %21 = vector.load %reinterpret_cast_19[%c128] : memref<256xi8>, vector<64xi8>
    %22 = vector.load %reinterpret_cast_17[%c8] : memref<16xi8>, vector<4xi8>
    %23 = vector.bitcast %22 : vector<4xi8> to vector<1xi32>
    %24 = vector.extract %23[0] : i32 from vector<1xi32>
    %25 = vector.broadcast %24 : i32 to vector<16xi32>
    %26 = vector.bitcast %25 : vector<16xi32> to vector<64xi8>
    %27 = qint.vector.dot %20, %26, %21 : vector<16xi32>, vector<64xi8>
    %28 = vector.load %reinterpret_cast_19[%c192] : memref<256xi8>, vector<64xi8>
    %29 = vector.load %reinterpret_cast_17[%c12] : memref<16xi8>, vector<4xi8>
    %30 = vector.bitcast %29 : vector<4xi8> to vector<1xi32>
    %31 = vector.extract %30[0] : i32 from vector<1xi32>
    %32 = vector.broadcast %31 : i32 to vector<16xi32>
    %33 = vector.bitcast %32 : vector<16xi32> to vector<64xi8>
    %34 = qint.vector.dot %27, %33, %28 : vector<16xi32>, vector<64xi8>
    %35 = vector.extract_strided_slice %34 {offsets = [0], sizes = [2], strides = [1]} : vector<16xi32> to vector<2xi32>
    vector.store %35, %reinterpret_cast_20[%c0] : memref<3xi32>, vector<2xi32>
    %36 = vector.extract_strided_slice %34 {offsets = [2], sizes = [1], strides = [1]} : vector<16xi32> to vector<1xi32>
    vector.store %36, %reinterpret_cast_20[%c2] : memref<3xi32>, vector<1xi32>
    %37 = memref.get_global @layer_scales : memref<3xf32>
    %reinterpret_cast_21 = memref.reinterpret_cast %arg1 to offset: [0], sizes: [3], strides: [1] : memref<1x1x1x3xf32> to memref<3xf32>
    %38 = vector.load %reinterpret_cast_20[%c0] : memref<3xi32>, vector<2xi32>
    %39 = vector.load %37[%c0] : memref<3xf32>, vector<2xf32>
    %40 = arith.sitofp %38 : vector<2xi32> to vector<2xf32>
    %41 = arith.mulf %40, %39 : vector<2xf32>
    vector.store %41, %reinterpret_cast_21[%c0] : memref<3xf32>, vector<2xf32>
    %42 = vector.load %reinterpret_cast_20[%c2] : memref<3xi32>, vector<1xi32>
    %43 = vector.load %37[%c2] : memref<3xf32>, vector<1xf32>
    %44 = arith.sitofp %42 : vector<1xi32> to vector<1xf32>
    %45 = arith.mulf %44, %43 : vector<1xf32>
    vector.store %45, %reinterpret_cast_21[%c2] : memref<3xf32>, vector<1xf32>
    return
  }
}


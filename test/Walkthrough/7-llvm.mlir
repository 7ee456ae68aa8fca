module attributes {qopt.cpu = "icelake-server", qopt.features = "", qopt.interface = {arena_bytes = 256 : i64, constant_bytes = 876 : i64, inputs = [{name = "image", type = tensor<1x4x4x2xf32>}], name = "walkthrough", outputs = [{name = "scores", type = tensor<1x1x1x3xf32>}], tasks = 1 : i64}, qopt.triple = "x86_64-unknown-linux-gnu"} {
  llvm.mlir.global private constant @layer_bias(dense<[114801, 82943, -31035, -41699, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_shifts(dense<1> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_multipliers(dense<[19394, 19981, 20128, 19331, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> : tensor<16xi16>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i16>
  llvm.mlir.global private constant @layer_weights(dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<384xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<384 x i8>
  llvm.mlir.global private constant @layer_bias_0(dense<[-2083, -1935, -1458, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_weights_1(dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<256xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<256 x i8>
  llvm.mlir.global private constant @layer_scales(dense<[4.17421077E-4, 4.33593435E-4, 3.96003685E-4]> : tensor<3xf32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<3 x f32>
  llvm.func internal @walkthrough(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}, %arg2: !llvm.ptr {llvm.noalias}) {
    %0 = llvm.mlir.addressof @layer_scales : !llvm.ptr
    %1 = llvm.mlir.addressof @layer_weights_1 : !llvm.ptr
    %2 = llvm.mlir.addressof @layer_bias_0 : !llvm.ptr
    %3 = llvm.mlir.constant(0 : i32) : i32
    %4 = llvm.mlir.poison : vector<16xi32>
    %5 = llvm.mlir.constant(0 : i64) : i64
    %6 = llvm.mlir.addressof @layer_weights : !llvm.ptr
    %7 = llvm.mlir.addressof @layer_multipliers : !llvm.ptr
    %8 = llvm.mlir.addressof @layer_shifts : !llvm.ptr
    %9 = llvm.mlir.addressof @layer_bias : !llvm.ptr
    %10 = llvm.mlir.constant(dense<-92> : vector<8xi8>) : vector<8xi8>
    %11 = llvm.mlir.constant(dense<-92> : vector<4xi8>) : vector<4xi8>
    %12 = llvm.mlir.constant(dense<-92> : vector<2xi8>) : vector<2xi8>
    %13 = llvm.mlir.constant(12 : index) : i64
    %14 = llvm.mlir.constant(dense<0.0352408141> : vector<8xf32>) : vector<8xf32>
    %15 = llvm.mlir.constant(dense<0.000000e+00> : vector<8xf32>) : vector<8xf32>
    %16 = llvm.mlir.constant(dense<1.640000e+02> : vector<8xf32>) : vector<8xf32>
    %17 = llvm.mlir.constant(dense<2.550000e+02> : vector<8xf32>) : vector<8xf32>
    %18 = llvm.mlir.constant(16 : index) : i64
    %19 = llvm.mlir.constant(dense<0> : vector<4xi8>) : vector<4xi8>
    %20 = llvm.mlir.constant(dense<16> : vector<32xi32>) : vector<32xi32>
    %21 = llvm.mlir.constant(dense<16> : vector<32xi16>) : vector<32xi16>
    %22 = llvm.mlir.constant(dense<5> : vector<32xi16>) : vector<32xi16>
    %23 = llvm.mlir.constant(2 : index) : i64
    %24 = llvm.mlir.constant(8 : index) : i64
    %25 = llvm.mlir.constant(4 : index) : i64
    %26 = llvm.mlir.constant(32 : index) : i64
    %27 = llvm.mlir.constant(1 : index) : i64
    %28 = llvm.mlir.constant(0 : index) : i64
    llvm.store %10, %arg2 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %29 = llvm.getelementptr %arg2[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %29 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %30 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %10, %30 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %31 = llvm.getelementptr %30[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %31 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb1(%28 : i64)
  ^bb1(%32: i64):  // 2 preds: ^bb0, ^bb2
    %33 = llvm.icmp "slt" %32, %25 : i64
    llvm.cond_br %33, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %34 = llvm.mul %32, %13 : i64
    %35 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %36 = llvm.getelementptr %35[%34] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %36 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %37 = llvm.add %32, %27 : i64
    llvm.br ^bb1(%37 : i64)
  ^bb3:  // pred: ^bb1
    llvm.br ^bb4(%28 : i64)
  ^bb4(%38: i64):  // 2 preds: ^bb3, ^bb5
    %39 = llvm.icmp "slt" %38, %25 : i64
    llvm.cond_br %39, ^bb5, ^bb6
  ^bb5:  // pred: ^bb4
    %40 = llvm.mul %38, %13 : i64
    %41 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %42 = llvm.getelementptr %41[%40] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %42 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %43 = llvm.add %38, %27 : i64
    llvm.br ^bb4(%43 : i64)
  ^bb6:  // pred: ^bb4
    llvm.br ^bb7(%28 : i64)
  ^bb7(%44: i64):  // 2 preds: ^bb6, ^bb8
    %45 = llvm.icmp "slt" %44, %25 : i64
    llvm.cond_br %45, ^bb8, ^bb9
  ^bb8:  // pred: ^bb7
    %46 = llvm.mul %44, %24 : i64
    %47 = llvm.getelementptr %arg0[%46] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %48 = llvm.load %47 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %49 = llvm.fdiv %48, %14 : vector<8xf32>
    %50 = llvm.fcmp "ord" %49, %49 : vector<8xf32>
    %51 = llvm.select %50, %49, %15 : vector<8xi1>, vector<8xf32>
    %52 = llvm.intr.roundeven(%51) : (vector<8xf32>) -> vector<8xf32>
    %53 = llvm.fadd %52, %16 : vector<8xf32>
    %54 = llvm.fcmp "ogt" %53, %15 : vector<8xf32>
    %55 = llvm.select %54, %53, %15 : vector<8xi1>, vector<8xf32>
    %56 = llvm.fcmp "olt" %55, %17 : vector<8xf32>
    %57 = llvm.select %56, %55, %17 : vector<8xi1>, vector<8xf32>
    %58 = llvm.fptosi %57 : vector<8xf32> to vector<8xi32>
    %59 = llvm.trunc %58 : vector<8xi32> to vector<8xi8>
    %60 = llvm.mul %44, %13 : i64
    %61 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %62 = llvm.getelementptr %61[%60] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %59, %62 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %63 = llvm.add %44, %27 : i64
    llvm.br ^bb7(%63 : i64)
  ^bb9:  // pred: ^bb7
    %64 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %65 = llvm.getelementptr %9[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %66 = llvm.getelementptr %8[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %67 = llvm.getelementptr %7[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %68 = llvm.getelementptr %6[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    %69 = llvm.load %65 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %70 = llvm.load %68 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %71 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %72 = llvm.bitcast %71 : vector<4xi8> to vector<1xi32>
    %73 = llvm.extractelement %72[%5 : i64] : vector<1xi32>
    %74 = llvm.insertelement %73, %4[%3 : i32] : vector<16xi32>
    %75 = llvm.shufflevector %74, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %76 = llvm.bitcast %75 : vector<16xi32> to vector<64xi8>
    %77 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %76, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %78 = llvm.getelementptr %arg2[2] : (!llvm.ptr) -> !llvm.ptr, i8
    %79 = llvm.load %78 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %80 = llvm.bitcast %79 : vector<4xi8> to vector<1xi32>
    %81 = llvm.extractelement %80[%5 : i64] : vector<1xi32>
    %82 = llvm.insertelement %81, %4[%3 : i32] : vector<16xi32>
    %83 = llvm.shufflevector %82, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %84 = llvm.bitcast %83 : vector<16xi32> to vector<64xi8>
    %85 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %84, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %86 = llvm.getelementptr %arg2[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %87 = llvm.load %86 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %88 = llvm.bitcast %87 : vector<4xi8> to vector<1xi32>
    %89 = llvm.extractelement %88[%5 : i64] : vector<1xi32>
    %90 = llvm.insertelement %89, %4[%3 : i32] : vector<16xi32>
    %91 = llvm.shufflevector %90, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %92 = llvm.bitcast %91 : vector<16xi32> to vector<64xi8>
    %93 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %92, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %94 = llvm.getelementptr %arg2[6] : (!llvm.ptr) -> !llvm.ptr, i8
    %95 = llvm.load %94 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %96 = llvm.bitcast %95 : vector<4xi8> to vector<1xi32>
    %97 = llvm.extractelement %96[%5 : i64] : vector<1xi32>
    %98 = llvm.insertelement %97, %4[%3 : i32] : vector<16xi32>
    %99 = llvm.shufflevector %98, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %100 = llvm.bitcast %99 : vector<16xi32> to vector<64xi8>
    %101 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %100, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %102 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %103 = llvm.load %102 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %104 = llvm.bitcast %103 : vector<4xi8> to vector<1xi32>
    %105 = llvm.extractelement %104[%5 : i64] : vector<1xi32>
    %106 = llvm.insertelement %105, %4[%3 : i32] : vector<16xi32>
    %107 = llvm.shufflevector %106, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %108 = llvm.bitcast %107 : vector<16xi32> to vector<64xi8>
    %109 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %108, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %110 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %111 = llvm.load %110 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %112 = llvm.bitcast %111 : vector<4xi8> to vector<1xi32>
    %113 = llvm.extractelement %112[%5 : i64] : vector<1xi32>
    %114 = llvm.insertelement %113, %4[%3 : i32] : vector<16xi32>
    %115 = llvm.shufflevector %114, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %116 = llvm.bitcast %115 : vector<16xi32> to vector<64xi8>
    %117 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %116, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %118 = llvm.getelementptr %arg2[16] : (!llvm.ptr) -> !llvm.ptr, i8
    %119 = llvm.load %118 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %120 = llvm.bitcast %119 : vector<4xi8> to vector<1xi32>
    %121 = llvm.extractelement %120[%5 : i64] : vector<1xi32>
    %122 = llvm.insertelement %121, %4[%3 : i32] : vector<16xi32>
    %123 = llvm.shufflevector %122, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %124 = llvm.bitcast %123 : vector<16xi32> to vector<64xi8>
    %125 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %124, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %126 = llvm.getelementptr %arg2[18] : (!llvm.ptr) -> !llvm.ptr, i8
    %127 = llvm.load %126 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %128 = llvm.bitcast %127 : vector<4xi8> to vector<1xi32>
    %129 = llvm.extractelement %128[%5 : i64] : vector<1xi32>
    %130 = llvm.insertelement %129, %4[%3 : i32] : vector<16xi32>
    %131 = llvm.shufflevector %130, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %132 = llvm.bitcast %131 : vector<16xi32> to vector<64xi8>
    %133 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %132, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %134 = llvm.getelementptr %arg2[24] : (!llvm.ptr) -> !llvm.ptr, i8
    %135 = llvm.load %134 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %136 = llvm.bitcast %135 : vector<4xi8> to vector<1xi32>
    %137 = llvm.extractelement %136[%5 : i64] : vector<1xi32>
    %138 = llvm.insertelement %137, %4[%3 : i32] : vector<16xi32>
    %139 = llvm.shufflevector %138, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %140 = llvm.bitcast %139 : vector<16xi32> to vector<64xi8>
    %141 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %140, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %142 = llvm.getelementptr %arg2[26] : (!llvm.ptr) -> !llvm.ptr, i8
    %143 = llvm.load %142 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %144 = llvm.bitcast %143 : vector<4xi8> to vector<1xi32>
    %145 = llvm.extractelement %144[%5 : i64] : vector<1xi32>
    %146 = llvm.insertelement %145, %4[%3 : i32] : vector<16xi32>
    %147 = llvm.shufflevector %146, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %148 = llvm.bitcast %147 : vector<16xi32> to vector<64xi8>
    %149 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %148, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %150 = llvm.getelementptr %arg2[28] : (!llvm.ptr) -> !llvm.ptr, i8
    %151 = llvm.load %150 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %152 = llvm.bitcast %151 : vector<4xi8> to vector<1xi32>
    %153 = llvm.extractelement %152[%5 : i64] : vector<1xi32>
    %154 = llvm.insertelement %153, %4[%3 : i32] : vector<16xi32>
    %155 = llvm.shufflevector %154, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %156 = llvm.bitcast %155 : vector<16xi32> to vector<64xi8>
    %157 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %156, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %158 = llvm.getelementptr %arg2[30] : (!llvm.ptr) -> !llvm.ptr, i8
    %159 = llvm.load %158 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %160 = llvm.bitcast %159 : vector<4xi8> to vector<1xi32>
    %161 = llvm.extractelement %160[%5 : i64] : vector<1xi32>
    %162 = llvm.insertelement %161, %4[%3 : i32] : vector<16xi32>
    %163 = llvm.shufflevector %162, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %164 = llvm.bitcast %163 : vector<16xi32> to vector<64xi8>
    %165 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %164, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %166 = llvm.getelementptr %arg2[36] : (!llvm.ptr) -> !llvm.ptr, i8
    %167 = llvm.load %166 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %168 = llvm.bitcast %167 : vector<4xi8> to vector<1xi32>
    %169 = llvm.extractelement %168[%5 : i64] : vector<1xi32>
    %170 = llvm.insertelement %169, %4[%3 : i32] : vector<16xi32>
    %171 = llvm.shufflevector %170, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %172 = llvm.bitcast %171 : vector<16xi32> to vector<64xi8>
    %173 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %172, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %174 = llvm.getelementptr %arg2[38] : (!llvm.ptr) -> !llvm.ptr, i8
    %175 = llvm.load %174 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %176 = llvm.bitcast %175 : vector<4xi8> to vector<1xi32>
    %177 = llvm.extractelement %176[%5 : i64] : vector<1xi32>
    %178 = llvm.insertelement %177, %4[%3 : i32] : vector<16xi32>
    %179 = llvm.shufflevector %178, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %180 = llvm.bitcast %179 : vector<16xi32> to vector<64xi8>
    %181 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %180, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %182 = llvm.getelementptr %arg2[40] : (!llvm.ptr) -> !llvm.ptr, i8
    %183 = llvm.load %182 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %184 = llvm.bitcast %183 : vector<4xi8> to vector<1xi32>
    %185 = llvm.extractelement %184[%5 : i64] : vector<1xi32>
    %186 = llvm.insertelement %185, %4[%3 : i32] : vector<16xi32>
    %187 = llvm.shufflevector %186, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %188 = llvm.bitcast %187 : vector<16xi32> to vector<64xi8>
    %189 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %188, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %190 = llvm.getelementptr %arg2[42] : (!llvm.ptr) -> !llvm.ptr, i8
    %191 = llvm.load %190 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %192 = llvm.bitcast %191 : vector<4xi8> to vector<1xi32>
    %193 = llvm.extractelement %192[%5 : i64] : vector<1xi32>
    %194 = llvm.insertelement %193, %4[%3 : i32] : vector<16xi32>
    %195 = llvm.shufflevector %194, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %196 = llvm.bitcast %195 : vector<16xi32> to vector<64xi8>
    %197 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %196, %70) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %198 = llvm.getelementptr %68[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %199 = llvm.load %198 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %200 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%77, %92, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %201 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%85, %100, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %202 = llvm.load %29 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %203 = llvm.bitcast %202 : vector<4xi8> to vector<1xi32>
    %204 = llvm.extractelement %203[%5 : i64] : vector<1xi32>
    %205 = llvm.insertelement %204, %4[%3 : i32] : vector<16xi32>
    %206 = llvm.shufflevector %205, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %207 = llvm.bitcast %206 : vector<16xi32> to vector<64xi8>
    %208 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%93, %207, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %209 = llvm.getelementptr %arg2[10] : (!llvm.ptr) -> !llvm.ptr, i8
    %210 = llvm.load %209 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %211 = llvm.bitcast %210 : vector<4xi8> to vector<1xi32>
    %212 = llvm.extractelement %211[%5 : i64] : vector<1xi32>
    %213 = llvm.insertelement %212, %4[%3 : i32] : vector<16xi32>
    %214 = llvm.shufflevector %213, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %215 = llvm.bitcast %214 : vector<16xi32> to vector<64xi8>
    %216 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%101, %215, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %217 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%109, %124, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %218 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%117, %132, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %219 = llvm.getelementptr %arg2[20] : (!llvm.ptr) -> !llvm.ptr, i8
    %220 = llvm.load %219 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %221 = llvm.bitcast %220 : vector<4xi8> to vector<1xi32>
    %222 = llvm.extractelement %221[%5 : i64] : vector<1xi32>
    %223 = llvm.insertelement %222, %4[%3 : i32] : vector<16xi32>
    %224 = llvm.shufflevector %223, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %225 = llvm.bitcast %224 : vector<16xi32> to vector<64xi8>
    %226 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%125, %225, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %227 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %228 = llvm.load %227 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %229 = llvm.bitcast %228 : vector<4xi8> to vector<1xi32>
    %230 = llvm.extractelement %229[%5 : i64] : vector<1xi32>
    %231 = llvm.insertelement %230, %4[%3 : i32] : vector<16xi32>
    %232 = llvm.shufflevector %231, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %233 = llvm.bitcast %232 : vector<16xi32> to vector<64xi8>
    %234 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%133, %233, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %235 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%141, %156, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %236 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%149, %164, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %237 = llvm.getelementptr %arg2[32] : (!llvm.ptr) -> !llvm.ptr, i8
    %238 = llvm.load %237 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %239 = llvm.bitcast %238 : vector<4xi8> to vector<1xi32>
    %240 = llvm.extractelement %239[%5 : i64] : vector<1xi32>
    %241 = llvm.insertelement %240, %4[%3 : i32] : vector<16xi32>
    %242 = llvm.shufflevector %241, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %243 = llvm.bitcast %242 : vector<16xi32> to vector<64xi8>
    %244 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%157, %243, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %245 = llvm.getelementptr %arg2[34] : (!llvm.ptr) -> !llvm.ptr, i8
    %246 = llvm.load %245 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %247 = llvm.bitcast %246 : vector<4xi8> to vector<1xi32>
    %248 = llvm.extractelement %247[%5 : i64] : vector<1xi32>
    %249 = llvm.insertelement %248, %4[%3 : i32] : vector<16xi32>
    %250 = llvm.shufflevector %249, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %251 = llvm.bitcast %250 : vector<16xi32> to vector<64xi8>
    %252 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%165, %251, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %253 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%173, %188, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %254 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%181, %196, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %255 = llvm.getelementptr %arg2[44] : (!llvm.ptr) -> !llvm.ptr, i8
    %256 = llvm.load %255 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %257 = llvm.bitcast %256 : vector<4xi8> to vector<1xi32>
    %258 = llvm.extractelement %257[%5 : i64] : vector<1xi32>
    %259 = llvm.insertelement %258, %4[%3 : i32] : vector<16xi32>
    %260 = llvm.shufflevector %259, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %261 = llvm.bitcast %260 : vector<16xi32> to vector<64xi8>
    %262 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%189, %261, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %263 = llvm.getelementptr %arg2[46] : (!llvm.ptr) -> !llvm.ptr, i8
    %264 = llvm.load %263 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %265 = llvm.bitcast %264 : vector<4xi8> to vector<1xi32>
    %266 = llvm.extractelement %265[%5 : i64] : vector<1xi32>
    %267 = llvm.insertelement %266, %4[%3 : i32] : vector<16xi32>
    %268 = llvm.shufflevector %267, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %269 = llvm.bitcast %268 : vector<16xi32> to vector<64xi8>
    %270 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%197, %269, %199) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %271 = llvm.getelementptr %68[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %272 = llvm.load %271 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %273 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%200, %108, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %274 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%201, %116, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %275 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%208, %124, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %276 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%216, %132, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %277 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%217, %140, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %278 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%218, %148, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %279 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%226, %156, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %280 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%234, %164, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %281 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%235, %172, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %282 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%236, %180, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %283 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%244, %188, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %284 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%252, %196, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %285 = llvm.getelementptr %arg2[48] : (!llvm.ptr) -> !llvm.ptr, i8
    %286 = llvm.load %285 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %287 = llvm.bitcast %286 : vector<4xi8> to vector<1xi32>
    %288 = llvm.extractelement %287[%5 : i64] : vector<1xi32>
    %289 = llvm.insertelement %288, %4[%3 : i32] : vector<16xi32>
    %290 = llvm.shufflevector %289, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %291 = llvm.bitcast %290 : vector<16xi32> to vector<64xi8>
    %292 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%253, %291, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %293 = llvm.getelementptr %arg2[50] : (!llvm.ptr) -> !llvm.ptr, i8
    %294 = llvm.load %293 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %295 = llvm.bitcast %294 : vector<4xi8> to vector<1xi32>
    %296 = llvm.extractelement %295[%5 : i64] : vector<1xi32>
    %297 = llvm.insertelement %296, %4[%3 : i32] : vector<16xi32>
    %298 = llvm.shufflevector %297, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %299 = llvm.bitcast %298 : vector<16xi32> to vector<64xi8>
    %300 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%254, %299, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %301 = llvm.getelementptr %arg2[52] : (!llvm.ptr) -> !llvm.ptr, i8
    %302 = llvm.load %301 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %303 = llvm.bitcast %302 : vector<4xi8> to vector<1xi32>
    %304 = llvm.extractelement %303[%5 : i64] : vector<1xi32>
    %305 = llvm.insertelement %304, %4[%3 : i32] : vector<16xi32>
    %306 = llvm.shufflevector %305, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %307 = llvm.bitcast %306 : vector<16xi32> to vector<64xi8>
    %308 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%262, %307, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %309 = llvm.getelementptr %arg2[54] : (!llvm.ptr) -> !llvm.ptr, i8
    %310 = llvm.load %309 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %311 = llvm.bitcast %310 : vector<4xi8> to vector<1xi32>
    %312 = llvm.extractelement %311[%5 : i64] : vector<1xi32>
    %313 = llvm.insertelement %312, %4[%3 : i32] : vector<16xi32>
    %314 = llvm.shufflevector %313, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %315 = llvm.bitcast %314 : vector<16xi32> to vector<64xi8>
    %316 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%270, %315, %272) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %317 = llvm.getelementptr %68[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %318 = llvm.load %317 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %319 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%273, %124, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %320 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%274, %132, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %321 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%275, %225, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %322 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%276, %233, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %323 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%277, %156, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %324 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%278, %164, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %325 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%279, %243, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %326 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%280, %251, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %327 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%281, %188, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %328 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%282, %196, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %329 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%283, %261, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %330 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%284, %269, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %331 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%292, %307, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %332 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%300, %315, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %333 = llvm.getelementptr %arg2[56] : (!llvm.ptr) -> !llvm.ptr, i8
    %334 = llvm.load %333 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %335 = llvm.bitcast %334 : vector<4xi8> to vector<1xi32>
    %336 = llvm.extractelement %335[%5 : i64] : vector<1xi32>
    %337 = llvm.insertelement %336, %4[%3 : i32] : vector<16xi32>
    %338 = llvm.shufflevector %337, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %339 = llvm.bitcast %338 : vector<16xi32> to vector<64xi8>
    %340 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%308, %339, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %341 = llvm.getelementptr %arg2[58] : (!llvm.ptr) -> !llvm.ptr, i8
    %342 = llvm.load %341 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %343 = llvm.bitcast %342 : vector<4xi8> to vector<1xi32>
    %344 = llvm.extractelement %343[%5 : i64] : vector<1xi32>
    %345 = llvm.insertelement %344, %4[%3 : i32] : vector<16xi32>
    %346 = llvm.shufflevector %345, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %347 = llvm.bitcast %346 : vector<16xi32> to vector<64xi8>
    %348 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%316, %347, %318) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %349 = llvm.getelementptr %68[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %350 = llvm.load %349 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %351 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%319, %140, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %352 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%320, %148, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %353 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%321, %156, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %354 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%322, %164, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %355 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%323, %172, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %356 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%324, %180, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %357 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%325, %188, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %358 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%326, %196, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %359 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%327, %291, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %360 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%328, %299, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %361 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%329, %307, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %362 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%330, %315, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %363 = llvm.load %30 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %364 = llvm.bitcast %363 : vector<4xi8> to vector<1xi32>
    %365 = llvm.extractelement %364[%5 : i64] : vector<1xi32>
    %366 = llvm.insertelement %365, %4[%3 : i32] : vector<16xi32>
    %367 = llvm.shufflevector %366, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %368 = llvm.bitcast %367 : vector<16xi32> to vector<64xi8>
    %369 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%331, %368, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %370 = llvm.getelementptr %arg2[62] : (!llvm.ptr) -> !llvm.ptr, i8
    %371 = llvm.load %370 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %372 = llvm.bitcast %371 : vector<4xi8> to vector<1xi32>
    %373 = llvm.extractelement %372[%5 : i64] : vector<1xi32>
    %374 = llvm.insertelement %373, %4[%3 : i32] : vector<16xi32>
    %375 = llvm.shufflevector %374, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %376 = llvm.bitcast %375 : vector<16xi32> to vector<64xi8>
    %377 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%332, %376, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %378 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %379 = llvm.load %378 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %380 = llvm.bitcast %379 : vector<4xi8> to vector<1xi32>
    %381 = llvm.extractelement %380[%5 : i64] : vector<1xi32>
    %382 = llvm.insertelement %381, %4[%3 : i32] : vector<16xi32>
    %383 = llvm.shufflevector %382, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %384 = llvm.bitcast %383 : vector<16xi32> to vector<64xi8>
    %385 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%340, %384, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %386 = llvm.getelementptr %arg2[66] : (!llvm.ptr) -> !llvm.ptr, i8
    %387 = llvm.load %386 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %388 = llvm.bitcast %387 : vector<4xi8> to vector<1xi32>
    %389 = llvm.extractelement %388[%5 : i64] : vector<1xi32>
    %390 = llvm.insertelement %389, %4[%3 : i32] : vector<16xi32>
    %391 = llvm.shufflevector %390, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %392 = llvm.bitcast %391 : vector<16xi32> to vector<64xi8>
    %393 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%348, %392, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %394 = llvm.getelementptr %68[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %395 = llvm.load %394 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %396 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%351, %156, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %397 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%352, %164, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %398 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%353, %243, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %399 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%354, %251, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %400 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%355, %188, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %401 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%356, %196, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %402 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%357, %261, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %403 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%358, %269, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %404 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%359, %307, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %405 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%360, %315, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %406 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%361, %339, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %407 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%362, %347, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %408 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%369, %384, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %409 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%377, %392, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %410 = llvm.getelementptr %arg2[68] : (!llvm.ptr) -> !llvm.ptr, i8
    %411 = llvm.load %410 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %412 = llvm.bitcast %411 : vector<4xi8> to vector<1xi32>
    %413 = llvm.extractelement %412[%5 : i64] : vector<1xi32>
    %414 = llvm.insertelement %413, %4[%3 : i32] : vector<16xi32>
    %415 = llvm.shufflevector %414, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %416 = llvm.bitcast %415 : vector<16xi32> to vector<64xi8>
    %417 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%385, %416, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %418 = llvm.getelementptr %arg2[70] : (!llvm.ptr) -> !llvm.ptr, i8
    %419 = llvm.load %418 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %420 = llvm.bitcast %419 : vector<4xi8> to vector<1xi32>
    %421 = llvm.extractelement %420[%5 : i64] : vector<1xi32>
    %422 = llvm.insertelement %421, %4[%3 : i32] : vector<16xi32>
    %423 = llvm.shufflevector %422, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %424 = llvm.bitcast %423 : vector<16xi32> to vector<64xi8>
    %425 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%393, %424, %395) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %426 = llvm.shufflevector %396, %397 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %427 = llvm.shufflevector %398, %399 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %428 = llvm.shufflevector %426, %427 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %429 = llvm.load %67 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %430 = llvm.shufflevector %429, %429 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %431 = llvm.shufflevector %430, %430 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %432 = llvm.load %66 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %433 = llvm.shufflevector %432, %432 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %434 = llvm.shufflevector %433, %433 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %435 = llvm.shufflevector %428, %428 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %436 = llvm.shufflevector %434, %434 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %437 = llvm.ashr %435, %436 : vector<16xi32>
    %438 = llvm.shufflevector %428, %428 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %439 = llvm.shufflevector %434, %434 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %440 = llvm.ashr %438, %439 : vector<16xi32>
    %441 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%437, %440) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %442 = llvm.shufflevector %428, %428 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %443 = llvm.shufflevector %434, %434 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %444 = llvm.ashr %442, %443 : vector<16xi32>
    %445 = llvm.shufflevector %428, %428 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %446 = llvm.shufflevector %434, %434 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %447 = llvm.ashr %445, %446 : vector<16xi32>
    %448 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%444, %447) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %449 = llvm.shufflevector %431, %431 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %450 = llvm.sext %441 : vector<32xi16> to vector<32xi32>
    %451 = llvm.sext %449 : vector<32xi16> to vector<32xi32>
    %452 = llvm.mul %450, %451 : vector<32xi32>
    %453 = llvm.ashr %452, %20 : vector<32xi32>
    %454 = llvm.trunc %453 : vector<32xi32> to vector<32xi16>
    %455 = llvm.shufflevector %431, %431 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %456 = llvm.sext %448 : vector<32xi16> to vector<32xi32>
    %457 = llvm.sext %455 : vector<32xi16> to vector<32xi32>
    %458 = llvm.mul %456, %457 : vector<32xi32>
    %459 = llvm.ashr %458, %20 : vector<32xi32>
    %460 = llvm.trunc %459 : vector<32xi32> to vector<32xi16>
    %461 = llvm.add %454, %21 : vector<32xi16>
    %462 = llvm.ashr %461, %22 : vector<32xi16>
    %463 = llvm.add %460, %21 : vector<32xi16>
    %464 = llvm.ashr %463, %22 : vector<32xi16>
    %465 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%462, %464) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %466 = llvm.shufflevector %465, %465 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %467 = llvm.shufflevector %466, %466 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %468 = llvm.shufflevector %467, %467 [0, 1, 2, 3] : vector<16xi8> 
    llvm.store %468, %64 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %469 = llvm.shufflevector %466, %466 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %470 = llvm.shufflevector %469, %469 [0, 1, 2, 3] : vector<16xi8> 
    %471 = llvm.getelementptr %64[4] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %470, %471 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %472 = llvm.shufflevector %466, %466 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %473 = llvm.shufflevector %472, %472 [0, 1, 2, 3] : vector<16xi8> 
    %474 = llvm.getelementptr %64[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %473, %474 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %475 = llvm.shufflevector %466, %466 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %476 = llvm.shufflevector %475, %475 [0, 1, 2, 3] : vector<16xi8> 
    %477 = llvm.getelementptr %64[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %476, %477 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %478 = llvm.shufflevector %400, %401 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %479 = llvm.shufflevector %402, %403 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %480 = llvm.shufflevector %478, %479 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %481 = llvm.load %67 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %482 = llvm.shufflevector %481, %481 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %483 = llvm.shufflevector %482, %482 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %484 = llvm.load %66 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %485 = llvm.shufflevector %484, %484 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %486 = llvm.shufflevector %485, %485 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %487 = llvm.shufflevector %480, %480 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %488 = llvm.shufflevector %486, %486 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %489 = llvm.ashr %487, %488 : vector<16xi32>
    %490 = llvm.shufflevector %480, %480 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %491 = llvm.shufflevector %486, %486 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %492 = llvm.ashr %490, %491 : vector<16xi32>
    %493 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%489, %492) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %494 = llvm.shufflevector %480, %480 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %495 = llvm.shufflevector %486, %486 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %496 = llvm.ashr %494, %495 : vector<16xi32>
    %497 = llvm.shufflevector %480, %480 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %498 = llvm.shufflevector %486, %486 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %499 = llvm.ashr %497, %498 : vector<16xi32>
    %500 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%496, %499) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %501 = llvm.shufflevector %483, %483 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %502 = llvm.sext %493 : vector<32xi16> to vector<32xi32>
    %503 = llvm.sext %501 : vector<32xi16> to vector<32xi32>
    %504 = llvm.mul %502, %503 : vector<32xi32>
    %505 = llvm.ashr %504, %20 : vector<32xi32>
    %506 = llvm.trunc %505 : vector<32xi32> to vector<32xi16>
    %507 = llvm.shufflevector %483, %483 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %508 = llvm.sext %500 : vector<32xi16> to vector<32xi32>
    %509 = llvm.sext %507 : vector<32xi16> to vector<32xi32>
    %510 = llvm.mul %508, %509 : vector<32xi32>
    %511 = llvm.ashr %510, %20 : vector<32xi32>
    %512 = llvm.trunc %511 : vector<32xi32> to vector<32xi16>
    %513 = llvm.add %506, %21 : vector<32xi16>
    %514 = llvm.ashr %513, %22 : vector<32xi16>
    %515 = llvm.add %512, %21 : vector<32xi16>
    %516 = llvm.ashr %515, %22 : vector<32xi16>
    %517 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%514, %516) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %518 = llvm.shufflevector %517, %517 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %519 = llvm.shufflevector %518, %518 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %520 = llvm.shufflevector %519, %519 [0, 1, 2, 3] : vector<16xi8> 
    %521 = llvm.getelementptr %64[16] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %520, %521 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %522 = llvm.shufflevector %518, %518 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %523 = llvm.shufflevector %522, %522 [0, 1, 2, 3] : vector<16xi8> 
    %524 = llvm.getelementptr %64[20] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %523, %524 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %525 = llvm.shufflevector %518, %518 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %526 = llvm.shufflevector %525, %525 [0, 1, 2, 3] : vector<16xi8> 
    %527 = llvm.getelementptr %64[24] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %526, %527 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %528 = llvm.shufflevector %518, %518 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %529 = llvm.shufflevector %528, %528 [0, 1, 2, 3] : vector<16xi8> 
    %530 = llvm.getelementptr %64[28] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %529, %530 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %531 = llvm.shufflevector %404, %405 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %532 = llvm.shufflevector %406, %407 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %533 = llvm.shufflevector %531, %532 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %534 = llvm.load %67 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %535 = llvm.shufflevector %534, %534 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %536 = llvm.shufflevector %535, %535 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %537 = llvm.load %66 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %538 = llvm.shufflevector %537, %537 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %539 = llvm.shufflevector %538, %538 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %540 = llvm.shufflevector %533, %533 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %541 = llvm.shufflevector %539, %539 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %542 = llvm.ashr %540, %541 : vector<16xi32>
    %543 = llvm.shufflevector %533, %533 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %544 = llvm.shufflevector %539, %539 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %545 = llvm.ashr %543, %544 : vector<16xi32>
    %546 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%542, %545) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %547 = llvm.shufflevector %533, %533 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %548 = llvm.shufflevector %539, %539 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %549 = llvm.ashr %547, %548 : vector<16xi32>
    %550 = llvm.shufflevector %533, %533 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %551 = llvm.shufflevector %539, %539 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %552 = llvm.ashr %550, %551 : vector<16xi32>
    %553 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%549, %552) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %554 = llvm.shufflevector %536, %536 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %555 = llvm.sext %546 : vector<32xi16> to vector<32xi32>
    %556 = llvm.sext %554 : vector<32xi16> to vector<32xi32>
    %557 = llvm.mul %555, %556 : vector<32xi32>
    %558 = llvm.ashr %557, %20 : vector<32xi32>
    %559 = llvm.trunc %558 : vector<32xi32> to vector<32xi16>
    %560 = llvm.shufflevector %536, %536 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %561 = llvm.sext %553 : vector<32xi16> to vector<32xi32>
    %562 = llvm.sext %560 : vector<32xi16> to vector<32xi32>
    %563 = llvm.mul %561, %562 : vector<32xi32>
    %564 = llvm.ashr %563, %20 : vector<32xi32>
    %565 = llvm.trunc %564 : vector<32xi32> to vector<32xi16>
    %566 = llvm.add %559, %21 : vector<32xi16>
    %567 = llvm.ashr %566, %22 : vector<32xi16>
    %568 = llvm.add %565, %21 : vector<32xi16>
    %569 = llvm.ashr %568, %22 : vector<32xi16>
    %570 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%567, %569) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %571 = llvm.shufflevector %570, %570 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %572 = llvm.shufflevector %571, %571 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %573 = llvm.shufflevector %572, %572 [0, 1, 2, 3] : vector<16xi8> 
    %574 = llvm.getelementptr %64[32] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %573, %574 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %575 = llvm.shufflevector %571, %571 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %576 = llvm.shufflevector %575, %575 [0, 1, 2, 3] : vector<16xi8> 
    %577 = llvm.getelementptr %64[36] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %576, %577 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %578 = llvm.shufflevector %571, %571 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %579 = llvm.shufflevector %578, %578 [0, 1, 2, 3] : vector<16xi8> 
    %580 = llvm.getelementptr %64[40] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %579, %580 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %581 = llvm.shufflevector %571, %571 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %582 = llvm.shufflevector %581, %581 [0, 1, 2, 3] : vector<16xi8> 
    %583 = llvm.getelementptr %64[44] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %582, %583 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %584 = llvm.shufflevector %408, %409 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %585 = llvm.shufflevector %417, %425 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %586 = llvm.shufflevector %584, %585 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %587 = llvm.load %67 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %588 = llvm.shufflevector %587, %587 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %589 = llvm.shufflevector %588, %588 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %590 = llvm.load %66 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %591 = llvm.shufflevector %590, %590 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %592 = llvm.shufflevector %591, %591 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %593 = llvm.shufflevector %586, %586 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %594 = llvm.shufflevector %592, %592 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %595 = llvm.ashr %593, %594 : vector<16xi32>
    %596 = llvm.shufflevector %586, %586 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %597 = llvm.shufflevector %592, %592 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %598 = llvm.ashr %596, %597 : vector<16xi32>
    %599 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%595, %598) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %600 = llvm.shufflevector %586, %586 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %601 = llvm.shufflevector %592, %592 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %602 = llvm.ashr %600, %601 : vector<16xi32>
    %603 = llvm.shufflevector %586, %586 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %604 = llvm.shufflevector %592, %592 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %605 = llvm.ashr %603, %604 : vector<16xi32>
    %606 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%602, %605) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %607 = llvm.shufflevector %589, %589 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %608 = llvm.sext %599 : vector<32xi16> to vector<32xi32>
    %609 = llvm.sext %607 : vector<32xi16> to vector<32xi32>
    %610 = llvm.mul %608, %609 : vector<32xi32>
    %611 = llvm.ashr %610, %20 : vector<32xi32>
    %612 = llvm.trunc %611 : vector<32xi32> to vector<32xi16>
    %613 = llvm.shufflevector %589, %589 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %614 = llvm.sext %606 : vector<32xi16> to vector<32xi32>
    %615 = llvm.sext %613 : vector<32xi16> to vector<32xi32>
    %616 = llvm.mul %614, %615 : vector<32xi32>
    %617 = llvm.ashr %616, %20 : vector<32xi32>
    %618 = llvm.trunc %617 : vector<32xi32> to vector<32xi16>
    %619 = llvm.add %612, %21 : vector<32xi16>
    %620 = llvm.ashr %619, %22 : vector<32xi16>
    %621 = llvm.add %618, %21 : vector<32xi16>
    %622 = llvm.ashr %621, %22 : vector<32xi16>
    %623 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%620, %622) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %624 = llvm.shufflevector %623, %623 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %625 = llvm.shufflevector %624, %624 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %626 = llvm.shufflevector %625, %625 [0, 1, 2, 3] : vector<16xi8> 
    %627 = llvm.getelementptr %64[48] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %626, %627 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %628 = llvm.shufflevector %624, %624 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %629 = llvm.shufflevector %628, %628 [0, 1, 2, 3] : vector<16xi8> 
    %630 = llvm.getelementptr %64[52] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %629, %630 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %631 = llvm.shufflevector %624, %624 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %632 = llvm.shufflevector %631, %631 [0, 1, 2, 3] : vector<16xi8> 
    %633 = llvm.getelementptr %64[56] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %632, %633 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %634 = llvm.shufflevector %624, %624 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %635 = llvm.shufflevector %634, %634 [0, 1, 2, 3] : vector<16xi8> 
    %636 = llvm.getelementptr %64[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %635, %636 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb10(%28 : i64)
  ^bb10(%637: i64):  // 2 preds: ^bb9, ^bb17
    %638 = llvm.icmp "slt" %637, %23 : i64
    llvm.cond_br %638, ^bb11, ^bb18
  ^bb11:  // pred: ^bb10
    llvm.br ^bb12(%28 : i64)
  ^bb12(%639: i64):  // 2 preds: ^bb11, ^bb16
    %640 = llvm.icmp "slt" %639, %23 : i64
    llvm.cond_br %640, ^bb13, ^bb17
  ^bb13:  // pred: ^bb12
    %641 = llvm.mul %637, %24 : i64
    %642 = llvm.mul %639, %25 : i64
    %643 = llvm.add %641, %642 : i64
    %644 = llvm.mul %637, %26 : i64
    %645 = llvm.mul %639, %24 : i64
    %646 = llvm.add %644, %645 : i64
    llvm.br ^bb14(%28, %19 : i64, vector<4xi8>)
  ^bb14(%647: i64, %648: vector<4xi8>):  // 2 preds: ^bb13, ^bb15
    %649 = llvm.icmp "slt" %647, %23 : i64
    llvm.cond_br %649, ^bb15, ^bb16
  ^bb15:  // pred: ^bb14
    %650 = llvm.mul %647, %18 : i64
    %651 = llvm.add %646, %650 : i64
    %652 = llvm.getelementptr %64[%651] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %653 = llvm.load %652 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %654 = llvm.intr.umax(%648, %653) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %655 = llvm.add %651, %25 : i64
    %656 = llvm.getelementptr %64[%655] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %657 = llvm.load %656 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %658 = llvm.intr.umax(%654, %657) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %659 = llvm.add %647, %27 : i64
    llvm.br ^bb14(%659, %658 : i64, vector<4xi8>)
  ^bb16:  // pred: ^bb14
    %660 = llvm.getelementptr %arg2[%643] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %648, %660 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %661 = llvm.add %639, %27 : i64
    llvm.br ^bb12(%661 : i64)
  ^bb17:  // pred: ^bb12
    %662 = llvm.add %637, %27 : i64
    llvm.br ^bb10(%662 : i64)
  ^bb18:  // pred: ^bb10
    %663 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %664 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    %665 = llvm.load %663 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %666 = llvm.load %664 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %667 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %668 = llvm.bitcast %667 : vector<4xi8> to vector<1xi32>
    %669 = llvm.extractelement %668[%5 : i64] : vector<1xi32>
    %670 = llvm.insertelement %669, %4[%3 : i32] : vector<16xi32>
    %671 = llvm.shufflevector %670, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %672 = llvm.bitcast %671 : vector<16xi32> to vector<64xi8>
    %673 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%665, %672, %666) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %674 = llvm.getelementptr %664[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %675 = llvm.load %674 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %676 = llvm.load %86 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %677 = llvm.bitcast %676 : vector<4xi8> to vector<1xi32>
    %678 = llvm.extractelement %677[%5 : i64] : vector<1xi32>
    %679 = llvm.insertelement %678, %4[%3 : i32] : vector<16xi32>
    %680 = llvm.shufflevector %679, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %681 = llvm.bitcast %680 : vector<16xi32> to vector<64xi8>
    %682 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%673, %681, %675) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %683 = llvm.getelementptr %664[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %684 = llvm.load %683 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %685 = llvm.load %29 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %686 = llvm.bitcast %685 : vector<4xi8> to vector<1xi32>
    %687 = llvm.extractelement %686[%5 : i64] : vector<1xi32>
    %688 = llvm.insertelement %687, %4[%3 : i32] : vector<16xi32>
    %689 = llvm.shufflevector %688, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %690 = llvm.bitcast %689 : vector<16xi32> to vector<64xi8>
    %691 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%682, %690, %684) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %692 = llvm.getelementptr %664[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %693 = llvm.load %692 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %694 = llvm.load %102 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %695 = llvm.bitcast %694 : vector<4xi8> to vector<1xi32>
    %696 = llvm.extractelement %695[%5 : i64] : vector<1xi32>
    %697 = llvm.insertelement %696, %4[%3 : i32] : vector<16xi32>
    %698 = llvm.shufflevector %697, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %699 = llvm.bitcast %698 : vector<16xi32> to vector<64xi8>
    %700 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%691, %699, %693) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %701 = llvm.shufflevector %700, %700 [0, 1] : vector<16xi32> 
    llvm.store %701, %378 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %702 = llvm.shufflevector %700, %700 [2] : vector<16xi32> 
    %703 = llvm.getelementptr %378[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %702, %703 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    %704 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    %705 = llvm.load %378 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %706 = llvm.load %704 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %707 = llvm.sitofp %705 : vector<2xi32> to vector<2xf32>
    %708 = llvm.fmul %707, %706 : vector<2xf32>
    llvm.store %708, %arg1 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %709 = llvm.load %703 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %710 = llvm.getelementptr %704[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %711 = llvm.load %710 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %712 = llvm.sitofp %709 : vector<1xi32> to vector<1xf32>
    %713 = llvm.fmul %712, %711 : vector<1xf32>
    %714 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %713, %714 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
    llvm.return
  }
  llvm.mlir.global internal constant @walkthrough.inputs0.name("image\00") {addr_space = 0 : i32}
  llvm.mlir.global internal constant @walkthrough.inputs0.shape() {addr_space = 0 : i32} : !llvm.array<4 x i64> {
    %0 = llvm.mlir.constant(1 : i64) : i64
    %1 = llvm.mlir.constant(4 : i64) : i64
    %2 = llvm.mlir.constant(4 : i64) : i64
    %3 = llvm.mlir.constant(2 : i64) : i64
    %4 = llvm.mlir.undef : !llvm.array<4 x i64>
    %5 = llvm.insertvalue %0, %4[0] : !llvm.array<4 x i64> 
    %6 = llvm.insertvalue %1, %5[1] : !llvm.array<4 x i64> 
    %7 = llvm.insertvalue %2, %6[2] : !llvm.array<4 x i64> 
    %8 = llvm.insertvalue %3, %7[3] : !llvm.array<4 x i64> 
    llvm.return %8 : !llvm.array<4 x i64>
  }
  llvm.mlir.global internal constant @walkthrough.inputs() {addr_space = 0 : i32} : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>> {
    %0 = llvm.mlir.addressof @walkthrough.inputs0.name : !llvm.ptr
    %1 = llvm.mlir.addressof @walkthrough.inputs0.shape : !llvm.ptr
    %2 = llvm.mlir.constant(4 : i32) : i32
    %3 = llvm.mlir.constant(0 : i32) : i32
    %4 = llvm.mlir.constant(0.000000e+00 : f32) : f32
    %5 = llvm.mlir.constant(0 : i32) : i32
    %6 = llvm.mlir.undef : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)>
    %7 = llvm.insertvalue %0, %6[0] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %8 = llvm.insertvalue %1, %7[1] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %9 = llvm.insertvalue %2, %8[2] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %10 = llvm.insertvalue %3, %9[3] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %11 = llvm.insertvalue %4, %10[4] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %12 = llvm.insertvalue %5, %11[5] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %13 = llvm.mlir.undef : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>>
    %14 = llvm.insertvalue %12, %13[0] : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>> 
    llvm.return %14 : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>>
  }
  llvm.mlir.global internal constant @walkthrough.outputs0.name("scores\00") {addr_space = 0 : i32}
  llvm.mlir.global internal constant @walkthrough.outputs0.shape() {addr_space = 0 : i32} : !llvm.array<4 x i64> {
    %0 = llvm.mlir.constant(1 : i64) : i64
    %1 = llvm.mlir.constant(1 : i64) : i64
    %2 = llvm.mlir.constant(1 : i64) : i64
    %3 = llvm.mlir.constant(3 : i64) : i64
    %4 = llvm.mlir.undef : !llvm.array<4 x i64>
    %5 = llvm.insertvalue %0, %4[0] : !llvm.array<4 x i64> 
    %6 = llvm.insertvalue %1, %5[1] : !llvm.array<4 x i64> 
    %7 = llvm.insertvalue %2, %6[2] : !llvm.array<4 x i64> 
    %8 = llvm.insertvalue %3, %7[3] : !llvm.array<4 x i64> 
    llvm.return %8 : !llvm.array<4 x i64>
  }
  llvm.mlir.global internal constant @walkthrough.outputs() {addr_space = 0 : i32} : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>> {
    %0 = llvm.mlir.addressof @walkthrough.outputs0.name : !llvm.ptr
    %1 = llvm.mlir.addressof @walkthrough.outputs0.shape : !llvm.ptr
    %2 = llvm.mlir.constant(4 : i32) : i32
    %3 = llvm.mlir.constant(0 : i32) : i32
    %4 = llvm.mlir.constant(0.000000e+00 : f32) : f32
    %5 = llvm.mlir.constant(0 : i32) : i32
    %6 = llvm.mlir.undef : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)>
    %7 = llvm.insertvalue %0, %6[0] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %8 = llvm.insertvalue %1, %7[1] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %9 = llvm.insertvalue %2, %8[2] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %10 = llvm.insertvalue %3, %9[3] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %11 = llvm.insertvalue %4, %10[4] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %12 = llvm.insertvalue %5, %11[5] : !llvm.struct<(ptr, ptr, i32, i32, f32, i32)> 
    %13 = llvm.mlir.undef : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>>
    %14 = llvm.insertvalue %12, %13[0] : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>> 
    llvm.return %14 : !llvm.array<1 x struct<(ptr, ptr, i32, i32, f32, i32)>>
  }
  llvm.func @walkthrough_run(%arg0: !llvm.ptr, %arg1: !llvm.ptr, %arg2: !llvm.ptr, %arg3: !llvm.ptr) -> i32 {
    %0 = llvm.mlir.zero : !llvm.ptr
    %1 = llvm.icmp "eq" %arg0, %0 : !llvm.ptr
    llvm.cond_br %1, ^bb8, ^bb1
  ^bb1:  // pred: ^bb0
    %2 = llvm.icmp "eq" %arg1, %0 : !llvm.ptr
    llvm.cond_br %2, ^bb8, ^bb2
  ^bb2:  // pred: ^bb1
    %3 = llvm.icmp "eq" %arg2, %0 : !llvm.ptr
    llvm.cond_br %3, ^bb8, ^bb3
  ^bb3:  // pred: ^bb2
    %4 = llvm.ptrtoint %arg2 : !llvm.ptr to i64
    %5 = llvm.mlir.constant(63 : i64) : i64
    %6 = llvm.and %4, %5 : i64
    %7 = llvm.mlir.constant(0 : i64) : i64
    %8 = llvm.icmp "ne" %6, %7 : i64
    llvm.cond_br %8, ^bb8, ^bb4
  ^bb4:  // pred: ^bb3
    %9 = llvm.getelementptr %arg0[0] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %10 = llvm.load %9 : !llvm.ptr -> !llvm.ptr
    %11 = llvm.icmp "eq" %10, %0 : !llvm.ptr
    llvm.cond_br %11, ^bb8, ^bb5
  ^bb5:  // pred: ^bb4
    %12 = llvm.getelementptr %arg1[0] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %13 = llvm.load %12 : !llvm.ptr -> !llvm.ptr
    %14 = llvm.icmp "eq" %13, %0 : !llvm.ptr
    llvm.cond_br %14, ^bb8, ^bb6
  ^bb6:  // pred: ^bb5
    llvm.br ^bb7
  ^bb7:  // pred: ^bb6
    llvm.call @walkthrough(%10, %13, %arg2) : (!llvm.ptr, !llvm.ptr, !llvm.ptr) -> ()
    %15 = llvm.mlir.constant(0 : i32) : i32
    llvm.return %15 : i32
  ^bb8:  // 6 preds: ^bb0, ^bb1, ^bb2, ^bb3, ^bb4, ^bb5
    %16 = llvm.mlir.constant(1 : i32) : i32
    llvm.return %16 : i32
  }
  llvm.mlir.global internal constant @walkthrough.name("walkthrough\00") {addr_space = 0 : i32}
  llvm.mlir.global internal constant @walkthrough.instruction_set("avx512vnni\00") {addr_space = 0 : i32}
  llvm.mlir.global external constant @walkthrough_model() {addr_space = 0 : i32} : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> {
    %0 = llvm.mlir.addressof @walkthrough_run : !llvm.ptr
    %1 = llvm.mlir.zero : !llvm.ptr
    %2 = llvm.mlir.constant(2 : i32) : i32
    %3 = llvm.mlir.constant(1 : i32) : i32
    %4 = llvm.mlir.constant(1 : i32) : i32
    %5 = llvm.mlir.constant(1 : i32) : i32
    %6 = llvm.mlir.addressof @walkthrough.name : !llvm.ptr
    %7 = llvm.mlir.addressof @walkthrough.instruction_set : !llvm.ptr
    %8 = llvm.mlir.addressof @walkthrough.inputs : !llvm.ptr
    %9 = llvm.mlir.addressof @walkthrough.outputs : !llvm.ptr
    %10 = llvm.mlir.constant(256 : i64) : i64
    %11 = llvm.mlir.constant(876 : i64) : i64
    %12 = llvm.mlir.undef : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)>
    %13 = llvm.insertvalue %2, %12[0] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %14 = llvm.insertvalue %3, %13[1] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %15 = llvm.insertvalue %4, %14[2] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %16 = llvm.insertvalue %5, %15[3] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %17 = llvm.insertvalue %6, %16[4] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %18 = llvm.insertvalue %7, %17[5] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %19 = llvm.insertvalue %8, %18[6] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %20 = llvm.insertvalue %9, %19[7] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %21 = llvm.insertvalue %10, %20[8] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %22 = llvm.insertvalue %11, %21[9] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %23 = llvm.insertvalue %0, %22[10] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    %24 = llvm.insertvalue %1, %23[11] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)> 
    llvm.return %24 : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr, ptr)>
  }
}


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
    %14 = llvm.mlir.constant(dense<0.000000e+00> : vector<8xf32>) : vector<8xf32>
    %15 = llvm.mlir.constant(dense<-5.77949333> : vector<8xf32>) : vector<8xf32>
    %16 = llvm.mlir.constant(dense<3.20691419> : vector<8xf32>) : vector<8xf32>
    %17 = llvm.mlir.constant(dense<6.89869466E-7> : vector<8xf32>) : vector<8xf32>
    %18 = llvm.mlir.constant(dense<28.3761883> : vector<8xf32>) : vector<8xf32>
    %19 = llvm.mlir.constant(dense<0x4B400000> : vector<8xf32>) : vector<8xf32>
    %20 = llvm.mlir.constant(16 : index) : i64
    %21 = llvm.mlir.constant(dense<0> : vector<4xi8>) : vector<4xi8>
    %22 = llvm.mlir.constant(dense<16> : vector<32xi32>) : vector<32xi32>
    %23 = llvm.mlir.constant(dense<16> : vector<32xi16>) : vector<32xi16>
    %24 = llvm.mlir.constant(dense<5> : vector<32xi16>) : vector<32xi16>
    %25 = llvm.mlir.constant(2 : index) : i64
    %26 = llvm.mlir.constant(8 : index) : i64
    %27 = llvm.mlir.constant(4 : index) : i64
    %28 = llvm.mlir.constant(32 : index) : i64
    %29 = llvm.mlir.constant(1 : index) : i64
    %30 = llvm.mlir.constant(0 : index) : i64
    llvm.store %10, %arg2 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %31 = llvm.getelementptr %arg2[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %31 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %32 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %10, %32 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %33 = llvm.getelementptr %32[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %33 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb1(%30 : i64)
  ^bb1(%34: i64):  // 2 preds: ^bb0, ^bb2
    %35 = llvm.icmp "slt" %34, %27 : i64
    llvm.cond_br %35, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %36 = llvm.mul %34, %13 : i64
    %37 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %38 = llvm.getelementptr %37[%36] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %38 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %39 = llvm.add %34, %29 : i64
    llvm.br ^bb1(%39 : i64)
  ^bb3:  // pred: ^bb1
    llvm.br ^bb4(%30 : i64)
  ^bb4(%40: i64):  // 2 preds: ^bb3, ^bb5
    %41 = llvm.icmp "slt" %40, %27 : i64
    llvm.cond_br %41, ^bb5, ^bb6
  ^bb5:  // pred: ^bb4
    %42 = llvm.mul %40, %13 : i64
    %43 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %44 = llvm.getelementptr %43[%42] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %44 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %45 = llvm.add %40, %29 : i64
    llvm.br ^bb4(%45 : i64)
  ^bb6:  // pred: ^bb4
    llvm.br ^bb7(%30 : i64)
  ^bb7(%46: i64):  // 2 preds: ^bb6, ^bb8
    %47 = llvm.icmp "slt" %46, %27 : i64
    llvm.cond_br %47, ^bb8, ^bb9
  ^bb8:  // pred: ^bb7
    %48 = llvm.mul %46, %26 : i64
    %49 = llvm.getelementptr %arg0[%48] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %50 = llvm.load %49 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %51 = llvm.fcmp "ord" %50, %50 : vector<8xf32>
    %52 = llvm.select %51, %50, %14 : vector<8xi1>, vector<8xf32>
    %53 = llvm.fcmp "ogt" %52, %15 : vector<8xf32>
    %54 = llvm.select %53, %52, %15 : vector<8xi1>, vector<8xf32>
    %55 = llvm.fcmp "olt" %54, %16 : vector<8xf32>
    %56 = llvm.select %55, %54, %16 : vector<8xi1>, vector<8xf32>
    %57 = llvm.fmul %56, %17 : vector<8xf32>
    %58 = llvm.intr.fma(%56, %18, %57) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
    %59 = llvm.fadd %58, %19 : vector<8xf32>
    %60 = llvm.bitcast %59 : vector<8xf32> to vector<8xi32>
    %61 = llvm.trunc %60 : vector<8xi32> to vector<8xi8>
    %62 = llvm.add %61, %10 : vector<8xi8>
    %63 = llvm.mul %46, %13 : i64
    %64 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %65 = llvm.getelementptr %64[%63] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %62, %65 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %66 = llvm.add %46, %29 : i64
    llvm.br ^bb7(%66 : i64)
  ^bb9:  // pred: ^bb7
    %67 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %68 = llvm.getelementptr %9[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %69 = llvm.getelementptr %8[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %70 = llvm.getelementptr %7[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %71 = llvm.getelementptr %6[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    %72 = llvm.load %68 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %73 = llvm.load %71 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %74 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %75 = llvm.bitcast %74 : vector<4xi8> to vector<1xi32>
    %76 = llvm.extractelement %75[%5 : i64] : vector<1xi32>
    %77 = llvm.insertelement %76, %4[%3 : i32] : vector<16xi32>
    %78 = llvm.shufflevector %77, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %79 = llvm.bitcast %78 : vector<16xi32> to vector<64xi8>
    %80 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %79, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %81 = llvm.getelementptr %arg2[2] : (!llvm.ptr) -> !llvm.ptr, i8
    %82 = llvm.load %81 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %83 = llvm.bitcast %82 : vector<4xi8> to vector<1xi32>
    %84 = llvm.extractelement %83[%5 : i64] : vector<1xi32>
    %85 = llvm.insertelement %84, %4[%3 : i32] : vector<16xi32>
    %86 = llvm.shufflevector %85, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %87 = llvm.bitcast %86 : vector<16xi32> to vector<64xi8>
    %88 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %87, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %89 = llvm.getelementptr %arg2[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %90 = llvm.load %89 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %91 = llvm.bitcast %90 : vector<4xi8> to vector<1xi32>
    %92 = llvm.extractelement %91[%5 : i64] : vector<1xi32>
    %93 = llvm.insertelement %92, %4[%3 : i32] : vector<16xi32>
    %94 = llvm.shufflevector %93, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %95 = llvm.bitcast %94 : vector<16xi32> to vector<64xi8>
    %96 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %95, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %97 = llvm.getelementptr %arg2[6] : (!llvm.ptr) -> !llvm.ptr, i8
    %98 = llvm.load %97 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %99 = llvm.bitcast %98 : vector<4xi8> to vector<1xi32>
    %100 = llvm.extractelement %99[%5 : i64] : vector<1xi32>
    %101 = llvm.insertelement %100, %4[%3 : i32] : vector<16xi32>
    %102 = llvm.shufflevector %101, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %103 = llvm.bitcast %102 : vector<16xi32> to vector<64xi8>
    %104 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %103, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %105 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %106 = llvm.load %105 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %107 = llvm.bitcast %106 : vector<4xi8> to vector<1xi32>
    %108 = llvm.extractelement %107[%5 : i64] : vector<1xi32>
    %109 = llvm.insertelement %108, %4[%3 : i32] : vector<16xi32>
    %110 = llvm.shufflevector %109, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %111 = llvm.bitcast %110 : vector<16xi32> to vector<64xi8>
    %112 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %111, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %113 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %114 = llvm.load %113 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %115 = llvm.bitcast %114 : vector<4xi8> to vector<1xi32>
    %116 = llvm.extractelement %115[%5 : i64] : vector<1xi32>
    %117 = llvm.insertelement %116, %4[%3 : i32] : vector<16xi32>
    %118 = llvm.shufflevector %117, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %119 = llvm.bitcast %118 : vector<16xi32> to vector<64xi8>
    %120 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %119, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %121 = llvm.getelementptr %arg2[16] : (!llvm.ptr) -> !llvm.ptr, i8
    %122 = llvm.load %121 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %123 = llvm.bitcast %122 : vector<4xi8> to vector<1xi32>
    %124 = llvm.extractelement %123[%5 : i64] : vector<1xi32>
    %125 = llvm.insertelement %124, %4[%3 : i32] : vector<16xi32>
    %126 = llvm.shufflevector %125, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %127 = llvm.bitcast %126 : vector<16xi32> to vector<64xi8>
    %128 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %127, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %129 = llvm.getelementptr %arg2[18] : (!llvm.ptr) -> !llvm.ptr, i8
    %130 = llvm.load %129 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %131 = llvm.bitcast %130 : vector<4xi8> to vector<1xi32>
    %132 = llvm.extractelement %131[%5 : i64] : vector<1xi32>
    %133 = llvm.insertelement %132, %4[%3 : i32] : vector<16xi32>
    %134 = llvm.shufflevector %133, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %135 = llvm.bitcast %134 : vector<16xi32> to vector<64xi8>
    %136 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %135, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %137 = llvm.getelementptr %arg2[24] : (!llvm.ptr) -> !llvm.ptr, i8
    %138 = llvm.load %137 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %139 = llvm.bitcast %138 : vector<4xi8> to vector<1xi32>
    %140 = llvm.extractelement %139[%5 : i64] : vector<1xi32>
    %141 = llvm.insertelement %140, %4[%3 : i32] : vector<16xi32>
    %142 = llvm.shufflevector %141, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %143 = llvm.bitcast %142 : vector<16xi32> to vector<64xi8>
    %144 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %143, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %145 = llvm.getelementptr %arg2[26] : (!llvm.ptr) -> !llvm.ptr, i8
    %146 = llvm.load %145 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %147 = llvm.bitcast %146 : vector<4xi8> to vector<1xi32>
    %148 = llvm.extractelement %147[%5 : i64] : vector<1xi32>
    %149 = llvm.insertelement %148, %4[%3 : i32] : vector<16xi32>
    %150 = llvm.shufflevector %149, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %151 = llvm.bitcast %150 : vector<16xi32> to vector<64xi8>
    %152 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %151, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %153 = llvm.getelementptr %arg2[28] : (!llvm.ptr) -> !llvm.ptr, i8
    %154 = llvm.load %153 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %155 = llvm.bitcast %154 : vector<4xi8> to vector<1xi32>
    %156 = llvm.extractelement %155[%5 : i64] : vector<1xi32>
    %157 = llvm.insertelement %156, %4[%3 : i32] : vector<16xi32>
    %158 = llvm.shufflevector %157, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %159 = llvm.bitcast %158 : vector<16xi32> to vector<64xi8>
    %160 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %159, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %161 = llvm.getelementptr %arg2[30] : (!llvm.ptr) -> !llvm.ptr, i8
    %162 = llvm.load %161 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %163 = llvm.bitcast %162 : vector<4xi8> to vector<1xi32>
    %164 = llvm.extractelement %163[%5 : i64] : vector<1xi32>
    %165 = llvm.insertelement %164, %4[%3 : i32] : vector<16xi32>
    %166 = llvm.shufflevector %165, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %167 = llvm.bitcast %166 : vector<16xi32> to vector<64xi8>
    %168 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %167, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %169 = llvm.getelementptr %arg2[36] : (!llvm.ptr) -> !llvm.ptr, i8
    %170 = llvm.load %169 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %171 = llvm.bitcast %170 : vector<4xi8> to vector<1xi32>
    %172 = llvm.extractelement %171[%5 : i64] : vector<1xi32>
    %173 = llvm.insertelement %172, %4[%3 : i32] : vector<16xi32>
    %174 = llvm.shufflevector %173, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %175 = llvm.bitcast %174 : vector<16xi32> to vector<64xi8>
    %176 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %175, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %177 = llvm.getelementptr %arg2[38] : (!llvm.ptr) -> !llvm.ptr, i8
    %178 = llvm.load %177 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %179 = llvm.bitcast %178 : vector<4xi8> to vector<1xi32>
    %180 = llvm.extractelement %179[%5 : i64] : vector<1xi32>
    %181 = llvm.insertelement %180, %4[%3 : i32] : vector<16xi32>
    %182 = llvm.shufflevector %181, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %183 = llvm.bitcast %182 : vector<16xi32> to vector<64xi8>
    %184 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %183, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %185 = llvm.getelementptr %arg2[40] : (!llvm.ptr) -> !llvm.ptr, i8
    %186 = llvm.load %185 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %187 = llvm.bitcast %186 : vector<4xi8> to vector<1xi32>
    %188 = llvm.extractelement %187[%5 : i64] : vector<1xi32>
    %189 = llvm.insertelement %188, %4[%3 : i32] : vector<16xi32>
    %190 = llvm.shufflevector %189, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %191 = llvm.bitcast %190 : vector<16xi32> to vector<64xi8>
    %192 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %191, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %193 = llvm.getelementptr %arg2[42] : (!llvm.ptr) -> !llvm.ptr, i8
    %194 = llvm.load %193 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %195 = llvm.bitcast %194 : vector<4xi8> to vector<1xi32>
    %196 = llvm.extractelement %195[%5 : i64] : vector<1xi32>
    %197 = llvm.insertelement %196, %4[%3 : i32] : vector<16xi32>
    %198 = llvm.shufflevector %197, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %199 = llvm.bitcast %198 : vector<16xi32> to vector<64xi8>
    %200 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%72, %199, %73) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %201 = llvm.getelementptr %71[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %202 = llvm.load %201 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %203 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%80, %95, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %204 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%88, %103, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %205 = llvm.load %31 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %206 = llvm.bitcast %205 : vector<4xi8> to vector<1xi32>
    %207 = llvm.extractelement %206[%5 : i64] : vector<1xi32>
    %208 = llvm.insertelement %207, %4[%3 : i32] : vector<16xi32>
    %209 = llvm.shufflevector %208, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %210 = llvm.bitcast %209 : vector<16xi32> to vector<64xi8>
    %211 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%96, %210, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %212 = llvm.getelementptr %arg2[10] : (!llvm.ptr) -> !llvm.ptr, i8
    %213 = llvm.load %212 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %214 = llvm.bitcast %213 : vector<4xi8> to vector<1xi32>
    %215 = llvm.extractelement %214[%5 : i64] : vector<1xi32>
    %216 = llvm.insertelement %215, %4[%3 : i32] : vector<16xi32>
    %217 = llvm.shufflevector %216, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %218 = llvm.bitcast %217 : vector<16xi32> to vector<64xi8>
    %219 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%104, %218, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %220 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%112, %127, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %221 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%120, %135, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %222 = llvm.getelementptr %arg2[20] : (!llvm.ptr) -> !llvm.ptr, i8
    %223 = llvm.load %222 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %224 = llvm.bitcast %223 : vector<4xi8> to vector<1xi32>
    %225 = llvm.extractelement %224[%5 : i64] : vector<1xi32>
    %226 = llvm.insertelement %225, %4[%3 : i32] : vector<16xi32>
    %227 = llvm.shufflevector %226, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %228 = llvm.bitcast %227 : vector<16xi32> to vector<64xi8>
    %229 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%128, %228, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %230 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %231 = llvm.load %230 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %232 = llvm.bitcast %231 : vector<4xi8> to vector<1xi32>
    %233 = llvm.extractelement %232[%5 : i64] : vector<1xi32>
    %234 = llvm.insertelement %233, %4[%3 : i32] : vector<16xi32>
    %235 = llvm.shufflevector %234, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %236 = llvm.bitcast %235 : vector<16xi32> to vector<64xi8>
    %237 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%136, %236, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %238 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%144, %159, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %239 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%152, %167, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %240 = llvm.getelementptr %arg2[32] : (!llvm.ptr) -> !llvm.ptr, i8
    %241 = llvm.load %240 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %242 = llvm.bitcast %241 : vector<4xi8> to vector<1xi32>
    %243 = llvm.extractelement %242[%5 : i64] : vector<1xi32>
    %244 = llvm.insertelement %243, %4[%3 : i32] : vector<16xi32>
    %245 = llvm.shufflevector %244, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %246 = llvm.bitcast %245 : vector<16xi32> to vector<64xi8>
    %247 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%160, %246, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %248 = llvm.getelementptr %arg2[34] : (!llvm.ptr) -> !llvm.ptr, i8
    %249 = llvm.load %248 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %250 = llvm.bitcast %249 : vector<4xi8> to vector<1xi32>
    %251 = llvm.extractelement %250[%5 : i64] : vector<1xi32>
    %252 = llvm.insertelement %251, %4[%3 : i32] : vector<16xi32>
    %253 = llvm.shufflevector %252, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %254 = llvm.bitcast %253 : vector<16xi32> to vector<64xi8>
    %255 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%168, %254, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %256 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%176, %191, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %257 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%184, %199, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %258 = llvm.getelementptr %arg2[44] : (!llvm.ptr) -> !llvm.ptr, i8
    %259 = llvm.load %258 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %260 = llvm.bitcast %259 : vector<4xi8> to vector<1xi32>
    %261 = llvm.extractelement %260[%5 : i64] : vector<1xi32>
    %262 = llvm.insertelement %261, %4[%3 : i32] : vector<16xi32>
    %263 = llvm.shufflevector %262, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %264 = llvm.bitcast %263 : vector<16xi32> to vector<64xi8>
    %265 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%192, %264, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %266 = llvm.getelementptr %arg2[46] : (!llvm.ptr) -> !llvm.ptr, i8
    %267 = llvm.load %266 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %268 = llvm.bitcast %267 : vector<4xi8> to vector<1xi32>
    %269 = llvm.extractelement %268[%5 : i64] : vector<1xi32>
    %270 = llvm.insertelement %269, %4[%3 : i32] : vector<16xi32>
    %271 = llvm.shufflevector %270, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %272 = llvm.bitcast %271 : vector<16xi32> to vector<64xi8>
    %273 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%200, %272, %202) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %274 = llvm.getelementptr %71[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %275 = llvm.load %274 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %276 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%203, %111, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %277 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%204, %119, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %278 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%211, %127, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %279 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%219, %135, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %280 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%220, %143, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %281 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%221, %151, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %282 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%229, %159, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %283 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%237, %167, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %284 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%238, %175, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %285 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%239, %183, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %286 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%247, %191, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %287 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%255, %199, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %288 = llvm.getelementptr %arg2[48] : (!llvm.ptr) -> !llvm.ptr, i8
    %289 = llvm.load %288 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %290 = llvm.bitcast %289 : vector<4xi8> to vector<1xi32>
    %291 = llvm.extractelement %290[%5 : i64] : vector<1xi32>
    %292 = llvm.insertelement %291, %4[%3 : i32] : vector<16xi32>
    %293 = llvm.shufflevector %292, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %294 = llvm.bitcast %293 : vector<16xi32> to vector<64xi8>
    %295 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%256, %294, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %296 = llvm.getelementptr %arg2[50] : (!llvm.ptr) -> !llvm.ptr, i8
    %297 = llvm.load %296 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %298 = llvm.bitcast %297 : vector<4xi8> to vector<1xi32>
    %299 = llvm.extractelement %298[%5 : i64] : vector<1xi32>
    %300 = llvm.insertelement %299, %4[%3 : i32] : vector<16xi32>
    %301 = llvm.shufflevector %300, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %302 = llvm.bitcast %301 : vector<16xi32> to vector<64xi8>
    %303 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%257, %302, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %304 = llvm.getelementptr %arg2[52] : (!llvm.ptr) -> !llvm.ptr, i8
    %305 = llvm.load %304 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %306 = llvm.bitcast %305 : vector<4xi8> to vector<1xi32>
    %307 = llvm.extractelement %306[%5 : i64] : vector<1xi32>
    %308 = llvm.insertelement %307, %4[%3 : i32] : vector<16xi32>
    %309 = llvm.shufflevector %308, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %310 = llvm.bitcast %309 : vector<16xi32> to vector<64xi8>
    %311 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%265, %310, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %312 = llvm.getelementptr %arg2[54] : (!llvm.ptr) -> !llvm.ptr, i8
    %313 = llvm.load %312 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %314 = llvm.bitcast %313 : vector<4xi8> to vector<1xi32>
    %315 = llvm.extractelement %314[%5 : i64] : vector<1xi32>
    %316 = llvm.insertelement %315, %4[%3 : i32] : vector<16xi32>
    %317 = llvm.shufflevector %316, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %318 = llvm.bitcast %317 : vector<16xi32> to vector<64xi8>
    %319 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%273, %318, %275) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %320 = llvm.getelementptr %71[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %321 = llvm.load %320 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %322 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%276, %127, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %323 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%277, %135, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %324 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%278, %228, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %325 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%279, %236, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %326 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%280, %159, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %327 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%281, %167, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %328 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%282, %246, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %329 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%283, %254, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %330 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%284, %191, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %331 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%285, %199, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %332 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%286, %264, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %333 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%287, %272, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %334 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%295, %310, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %335 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%303, %318, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %336 = llvm.getelementptr %arg2[56] : (!llvm.ptr) -> !llvm.ptr, i8
    %337 = llvm.load %336 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %338 = llvm.bitcast %337 : vector<4xi8> to vector<1xi32>
    %339 = llvm.extractelement %338[%5 : i64] : vector<1xi32>
    %340 = llvm.insertelement %339, %4[%3 : i32] : vector<16xi32>
    %341 = llvm.shufflevector %340, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %342 = llvm.bitcast %341 : vector<16xi32> to vector<64xi8>
    %343 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%311, %342, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %344 = llvm.getelementptr %arg2[58] : (!llvm.ptr) -> !llvm.ptr, i8
    %345 = llvm.load %344 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %346 = llvm.bitcast %345 : vector<4xi8> to vector<1xi32>
    %347 = llvm.extractelement %346[%5 : i64] : vector<1xi32>
    %348 = llvm.insertelement %347, %4[%3 : i32] : vector<16xi32>
    %349 = llvm.shufflevector %348, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %350 = llvm.bitcast %349 : vector<16xi32> to vector<64xi8>
    %351 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%319, %350, %321) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %352 = llvm.getelementptr %71[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %353 = llvm.load %352 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %354 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%322, %143, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %355 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%323, %151, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %356 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%324, %159, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %357 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%325, %167, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %358 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%326, %175, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %359 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%327, %183, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %360 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%328, %191, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %361 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%329, %199, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %362 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%330, %294, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %363 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%331, %302, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %364 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%332, %310, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %365 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%333, %318, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %366 = llvm.load %32 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %367 = llvm.bitcast %366 : vector<4xi8> to vector<1xi32>
    %368 = llvm.extractelement %367[%5 : i64] : vector<1xi32>
    %369 = llvm.insertelement %368, %4[%3 : i32] : vector<16xi32>
    %370 = llvm.shufflevector %369, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %371 = llvm.bitcast %370 : vector<16xi32> to vector<64xi8>
    %372 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%334, %371, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %373 = llvm.getelementptr %arg2[62] : (!llvm.ptr) -> !llvm.ptr, i8
    %374 = llvm.load %373 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %375 = llvm.bitcast %374 : vector<4xi8> to vector<1xi32>
    %376 = llvm.extractelement %375[%5 : i64] : vector<1xi32>
    %377 = llvm.insertelement %376, %4[%3 : i32] : vector<16xi32>
    %378 = llvm.shufflevector %377, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %379 = llvm.bitcast %378 : vector<16xi32> to vector<64xi8>
    %380 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%335, %379, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %381 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %382 = llvm.load %381 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %383 = llvm.bitcast %382 : vector<4xi8> to vector<1xi32>
    %384 = llvm.extractelement %383[%5 : i64] : vector<1xi32>
    %385 = llvm.insertelement %384, %4[%3 : i32] : vector<16xi32>
    %386 = llvm.shufflevector %385, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %387 = llvm.bitcast %386 : vector<16xi32> to vector<64xi8>
    %388 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%343, %387, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %389 = llvm.getelementptr %arg2[66] : (!llvm.ptr) -> !llvm.ptr, i8
    %390 = llvm.load %389 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %391 = llvm.bitcast %390 : vector<4xi8> to vector<1xi32>
    %392 = llvm.extractelement %391[%5 : i64] : vector<1xi32>
    %393 = llvm.insertelement %392, %4[%3 : i32] : vector<16xi32>
    %394 = llvm.shufflevector %393, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %395 = llvm.bitcast %394 : vector<16xi32> to vector<64xi8>
    %396 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%351, %395, %353) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %397 = llvm.getelementptr %71[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %398 = llvm.load %397 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %399 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%354, %159, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %400 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%355, %167, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %401 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%356, %246, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %402 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%357, %254, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %403 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%358, %191, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %404 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%359, %199, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %405 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%360, %264, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %406 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%361, %272, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %407 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%362, %310, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %408 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%363, %318, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %409 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%364, %342, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %410 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%365, %350, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %411 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%372, %387, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %412 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%380, %395, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %413 = llvm.getelementptr %arg2[68] : (!llvm.ptr) -> !llvm.ptr, i8
    %414 = llvm.load %413 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %415 = llvm.bitcast %414 : vector<4xi8> to vector<1xi32>
    %416 = llvm.extractelement %415[%5 : i64] : vector<1xi32>
    %417 = llvm.insertelement %416, %4[%3 : i32] : vector<16xi32>
    %418 = llvm.shufflevector %417, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %419 = llvm.bitcast %418 : vector<16xi32> to vector<64xi8>
    %420 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%388, %419, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %421 = llvm.getelementptr %arg2[70] : (!llvm.ptr) -> !llvm.ptr, i8
    %422 = llvm.load %421 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %423 = llvm.bitcast %422 : vector<4xi8> to vector<1xi32>
    %424 = llvm.extractelement %423[%5 : i64] : vector<1xi32>
    %425 = llvm.insertelement %424, %4[%3 : i32] : vector<16xi32>
    %426 = llvm.shufflevector %425, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %427 = llvm.bitcast %426 : vector<16xi32> to vector<64xi8>
    %428 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%396, %427, %398) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %429 = llvm.shufflevector %399, %400 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %430 = llvm.shufflevector %401, %402 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %431 = llvm.shufflevector %429, %430 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %432 = llvm.load %70 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %433 = llvm.shufflevector %432, %432 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %434 = llvm.shufflevector %433, %433 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %435 = llvm.load %69 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %436 = llvm.shufflevector %435, %435 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %437 = llvm.shufflevector %436, %436 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %438 = llvm.shufflevector %431, %431 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %439 = llvm.shufflevector %437, %437 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %440 = llvm.ashr %438, %439 : vector<16xi32>
    %441 = llvm.shufflevector %431, %431 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %442 = llvm.shufflevector %437, %437 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %443 = llvm.ashr %441, %442 : vector<16xi32>
    %444 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%440, %443) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %445 = llvm.shufflevector %431, %431 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %446 = llvm.shufflevector %437, %437 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %447 = llvm.ashr %445, %446 : vector<16xi32>
    %448 = llvm.shufflevector %431, %431 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %449 = llvm.shufflevector %437, %437 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %450 = llvm.ashr %448, %449 : vector<16xi32>
    %451 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%447, %450) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %452 = llvm.shufflevector %434, %434 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %453 = llvm.sext %444 : vector<32xi16> to vector<32xi32>
    %454 = llvm.sext %452 : vector<32xi16> to vector<32xi32>
    %455 = llvm.mul %453, %454 : vector<32xi32>
    %456 = llvm.ashr %455, %22 : vector<32xi32>
    %457 = llvm.trunc %456 : vector<32xi32> to vector<32xi16>
    %458 = llvm.shufflevector %434, %434 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %459 = llvm.sext %451 : vector<32xi16> to vector<32xi32>
    %460 = llvm.sext %458 : vector<32xi16> to vector<32xi32>
    %461 = llvm.mul %459, %460 : vector<32xi32>
    %462 = llvm.ashr %461, %22 : vector<32xi32>
    %463 = llvm.trunc %462 : vector<32xi32> to vector<32xi16>
    %464 = llvm.add %457, %23 : vector<32xi16>
    %465 = llvm.ashr %464, %24 : vector<32xi16>
    %466 = llvm.add %463, %23 : vector<32xi16>
    %467 = llvm.ashr %466, %24 : vector<32xi16>
    %468 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%465, %467) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %469 = llvm.shufflevector %468, %468 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %470 = llvm.shufflevector %469, %469 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %471 = llvm.shufflevector %470, %470 [0, 1, 2, 3] : vector<16xi8> 
    llvm.store %471, %67 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %472 = llvm.shufflevector %469, %469 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %473 = llvm.shufflevector %472, %472 [0, 1, 2, 3] : vector<16xi8> 
    %474 = llvm.getelementptr %67[4] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %473, %474 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %475 = llvm.shufflevector %469, %469 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %476 = llvm.shufflevector %475, %475 [0, 1, 2, 3] : vector<16xi8> 
    %477 = llvm.getelementptr %67[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %476, %477 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %478 = llvm.shufflevector %469, %469 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %479 = llvm.shufflevector %478, %478 [0, 1, 2, 3] : vector<16xi8> 
    %480 = llvm.getelementptr %67[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %479, %480 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %481 = llvm.shufflevector %403, %404 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %482 = llvm.shufflevector %405, %406 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %483 = llvm.shufflevector %481, %482 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %484 = llvm.load %70 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %485 = llvm.shufflevector %484, %484 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %486 = llvm.shufflevector %485, %485 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %487 = llvm.load %69 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %488 = llvm.shufflevector %487, %487 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %489 = llvm.shufflevector %488, %488 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %490 = llvm.shufflevector %483, %483 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %491 = llvm.shufflevector %489, %489 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %492 = llvm.ashr %490, %491 : vector<16xi32>
    %493 = llvm.shufflevector %483, %483 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %494 = llvm.shufflevector %489, %489 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %495 = llvm.ashr %493, %494 : vector<16xi32>
    %496 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%492, %495) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %497 = llvm.shufflevector %483, %483 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %498 = llvm.shufflevector %489, %489 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %499 = llvm.ashr %497, %498 : vector<16xi32>
    %500 = llvm.shufflevector %483, %483 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %501 = llvm.shufflevector %489, %489 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %502 = llvm.ashr %500, %501 : vector<16xi32>
    %503 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%499, %502) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %504 = llvm.shufflevector %486, %486 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %505 = llvm.sext %496 : vector<32xi16> to vector<32xi32>
    %506 = llvm.sext %504 : vector<32xi16> to vector<32xi32>
    %507 = llvm.mul %505, %506 : vector<32xi32>
    %508 = llvm.ashr %507, %22 : vector<32xi32>
    %509 = llvm.trunc %508 : vector<32xi32> to vector<32xi16>
    %510 = llvm.shufflevector %486, %486 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %511 = llvm.sext %503 : vector<32xi16> to vector<32xi32>
    %512 = llvm.sext %510 : vector<32xi16> to vector<32xi32>
    %513 = llvm.mul %511, %512 : vector<32xi32>
    %514 = llvm.ashr %513, %22 : vector<32xi32>
    %515 = llvm.trunc %514 : vector<32xi32> to vector<32xi16>
    %516 = llvm.add %509, %23 : vector<32xi16>
    %517 = llvm.ashr %516, %24 : vector<32xi16>
    %518 = llvm.add %515, %23 : vector<32xi16>
    %519 = llvm.ashr %518, %24 : vector<32xi16>
    %520 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%517, %519) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %521 = llvm.shufflevector %520, %520 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %522 = llvm.shufflevector %521, %521 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %523 = llvm.shufflevector %522, %522 [0, 1, 2, 3] : vector<16xi8> 
    %524 = llvm.getelementptr %67[16] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %523, %524 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %525 = llvm.shufflevector %521, %521 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %526 = llvm.shufflevector %525, %525 [0, 1, 2, 3] : vector<16xi8> 
    %527 = llvm.getelementptr %67[20] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %526, %527 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %528 = llvm.shufflevector %521, %521 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %529 = llvm.shufflevector %528, %528 [0, 1, 2, 3] : vector<16xi8> 
    %530 = llvm.getelementptr %67[24] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %529, %530 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %531 = llvm.shufflevector %521, %521 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %532 = llvm.shufflevector %531, %531 [0, 1, 2, 3] : vector<16xi8> 
    %533 = llvm.getelementptr %67[28] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %532, %533 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %534 = llvm.shufflevector %407, %408 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %535 = llvm.shufflevector %409, %410 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %536 = llvm.shufflevector %534, %535 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %537 = llvm.load %70 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %538 = llvm.shufflevector %537, %537 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %539 = llvm.shufflevector %538, %538 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %540 = llvm.load %69 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %541 = llvm.shufflevector %540, %540 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %542 = llvm.shufflevector %541, %541 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %543 = llvm.shufflevector %536, %536 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %544 = llvm.shufflevector %542, %542 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %545 = llvm.ashr %543, %544 : vector<16xi32>
    %546 = llvm.shufflevector %536, %536 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %547 = llvm.shufflevector %542, %542 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %548 = llvm.ashr %546, %547 : vector<16xi32>
    %549 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%545, %548) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %550 = llvm.shufflevector %536, %536 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %551 = llvm.shufflevector %542, %542 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %552 = llvm.ashr %550, %551 : vector<16xi32>
    %553 = llvm.shufflevector %536, %536 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %554 = llvm.shufflevector %542, %542 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %555 = llvm.ashr %553, %554 : vector<16xi32>
    %556 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%552, %555) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %557 = llvm.shufflevector %539, %539 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %558 = llvm.sext %549 : vector<32xi16> to vector<32xi32>
    %559 = llvm.sext %557 : vector<32xi16> to vector<32xi32>
    %560 = llvm.mul %558, %559 : vector<32xi32>
    %561 = llvm.ashr %560, %22 : vector<32xi32>
    %562 = llvm.trunc %561 : vector<32xi32> to vector<32xi16>
    %563 = llvm.shufflevector %539, %539 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %564 = llvm.sext %556 : vector<32xi16> to vector<32xi32>
    %565 = llvm.sext %563 : vector<32xi16> to vector<32xi32>
    %566 = llvm.mul %564, %565 : vector<32xi32>
    %567 = llvm.ashr %566, %22 : vector<32xi32>
    %568 = llvm.trunc %567 : vector<32xi32> to vector<32xi16>
    %569 = llvm.add %562, %23 : vector<32xi16>
    %570 = llvm.ashr %569, %24 : vector<32xi16>
    %571 = llvm.add %568, %23 : vector<32xi16>
    %572 = llvm.ashr %571, %24 : vector<32xi16>
    %573 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%570, %572) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %574 = llvm.shufflevector %573, %573 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %575 = llvm.shufflevector %574, %574 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %576 = llvm.shufflevector %575, %575 [0, 1, 2, 3] : vector<16xi8> 
    %577 = llvm.getelementptr %67[32] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %576, %577 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %578 = llvm.shufflevector %574, %574 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %579 = llvm.shufflevector %578, %578 [0, 1, 2, 3] : vector<16xi8> 
    %580 = llvm.getelementptr %67[36] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %579, %580 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %581 = llvm.shufflevector %574, %574 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %582 = llvm.shufflevector %581, %581 [0, 1, 2, 3] : vector<16xi8> 
    %583 = llvm.getelementptr %67[40] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %582, %583 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %584 = llvm.shufflevector %574, %574 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %585 = llvm.shufflevector %584, %584 [0, 1, 2, 3] : vector<16xi8> 
    %586 = llvm.getelementptr %67[44] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %585, %586 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %587 = llvm.shufflevector %411, %412 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %588 = llvm.shufflevector %420, %428 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %589 = llvm.shufflevector %587, %588 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %590 = llvm.load %70 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %591 = llvm.shufflevector %590, %590 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %592 = llvm.shufflevector %591, %591 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %593 = llvm.load %69 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %594 = llvm.shufflevector %593, %593 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %595 = llvm.shufflevector %594, %594 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %596 = llvm.shufflevector %589, %589 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %597 = llvm.shufflevector %595, %595 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %598 = llvm.ashr %596, %597 : vector<16xi32>
    %599 = llvm.shufflevector %589, %589 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %600 = llvm.shufflevector %595, %595 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %601 = llvm.ashr %599, %600 : vector<16xi32>
    %602 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%598, %601) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %603 = llvm.shufflevector %589, %589 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %604 = llvm.shufflevector %595, %595 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %605 = llvm.ashr %603, %604 : vector<16xi32>
    %606 = llvm.shufflevector %589, %589 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %607 = llvm.shufflevector %595, %595 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %608 = llvm.ashr %606, %607 : vector<16xi32>
    %609 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%605, %608) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %610 = llvm.shufflevector %592, %592 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %611 = llvm.sext %602 : vector<32xi16> to vector<32xi32>
    %612 = llvm.sext %610 : vector<32xi16> to vector<32xi32>
    %613 = llvm.mul %611, %612 : vector<32xi32>
    %614 = llvm.ashr %613, %22 : vector<32xi32>
    %615 = llvm.trunc %614 : vector<32xi32> to vector<32xi16>
    %616 = llvm.shufflevector %592, %592 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %617 = llvm.sext %609 : vector<32xi16> to vector<32xi32>
    %618 = llvm.sext %616 : vector<32xi16> to vector<32xi32>
    %619 = llvm.mul %617, %618 : vector<32xi32>
    %620 = llvm.ashr %619, %22 : vector<32xi32>
    %621 = llvm.trunc %620 : vector<32xi32> to vector<32xi16>
    %622 = llvm.add %615, %23 : vector<32xi16>
    %623 = llvm.ashr %622, %24 : vector<32xi16>
    %624 = llvm.add %621, %23 : vector<32xi16>
    %625 = llvm.ashr %624, %24 : vector<32xi16>
    %626 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%623, %625) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %627 = llvm.shufflevector %626, %626 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %628 = llvm.shufflevector %627, %627 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %629 = llvm.shufflevector %628, %628 [0, 1, 2, 3] : vector<16xi8> 
    %630 = llvm.getelementptr %67[48] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %629, %630 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %631 = llvm.shufflevector %627, %627 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %632 = llvm.shufflevector %631, %631 [0, 1, 2, 3] : vector<16xi8> 
    %633 = llvm.getelementptr %67[52] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %632, %633 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %634 = llvm.shufflevector %627, %627 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %635 = llvm.shufflevector %634, %634 [0, 1, 2, 3] : vector<16xi8> 
    %636 = llvm.getelementptr %67[56] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %635, %636 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %637 = llvm.shufflevector %627, %627 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %638 = llvm.shufflevector %637, %637 [0, 1, 2, 3] : vector<16xi8> 
    %639 = llvm.getelementptr %67[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %638, %639 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb10(%30 : i64)
  ^bb10(%640: i64):  // 2 preds: ^bb9, ^bb17
    %641 = llvm.icmp "slt" %640, %25 : i64
    llvm.cond_br %641, ^bb11, ^bb18
  ^bb11:  // pred: ^bb10
    llvm.br ^bb12(%30 : i64)
  ^bb12(%642: i64):  // 2 preds: ^bb11, ^bb16
    %643 = llvm.icmp "slt" %642, %25 : i64
    llvm.cond_br %643, ^bb13, ^bb17
  ^bb13:  // pred: ^bb12
    %644 = llvm.mul %640, %26 : i64
    %645 = llvm.mul %642, %27 : i64
    %646 = llvm.add %644, %645 : i64
    %647 = llvm.mul %640, %28 : i64
    %648 = llvm.mul %642, %26 : i64
    %649 = llvm.add %647, %648 : i64
    llvm.br ^bb14(%30, %21 : i64, vector<4xi8>)
  ^bb14(%650: i64, %651: vector<4xi8>):  // 2 preds: ^bb13, ^bb15
    %652 = llvm.icmp "slt" %650, %25 : i64
    llvm.cond_br %652, ^bb15, ^bb16
  ^bb15:  // pred: ^bb14
    %653 = llvm.mul %650, %20 : i64
    %654 = llvm.add %649, %653 : i64
    %655 = llvm.getelementptr %67[%654] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %656 = llvm.load %655 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %657 = llvm.intr.umax(%651, %656) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %658 = llvm.add %654, %27 : i64
    %659 = llvm.getelementptr %67[%658] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %660 = llvm.load %659 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %661 = llvm.intr.umax(%657, %660) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %662 = llvm.add %650, %29 : i64
    llvm.br ^bb14(%662, %661 : i64, vector<4xi8>)
  ^bb16:  // pred: ^bb14
    %663 = llvm.getelementptr %arg2[%646] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %651, %663 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %664 = llvm.add %642, %29 : i64
    llvm.br ^bb12(%664 : i64)
  ^bb17:  // pred: ^bb12
    %665 = llvm.add %640, %29 : i64
    llvm.br ^bb10(%665 : i64)
  ^bb18:  // pred: ^bb10
    %666 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %667 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    %668 = llvm.load %666 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %669 = llvm.load %667 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %670 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %671 = llvm.bitcast %670 : vector<4xi8> to vector<1xi32>
    %672 = llvm.extractelement %671[%5 : i64] : vector<1xi32>
    %673 = llvm.insertelement %672, %4[%3 : i32] : vector<16xi32>
    %674 = llvm.shufflevector %673, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %675 = llvm.bitcast %674 : vector<16xi32> to vector<64xi8>
    %676 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%668, %675, %669) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %677 = llvm.getelementptr %667[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %678 = llvm.load %677 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %679 = llvm.load %89 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %680 = llvm.bitcast %679 : vector<4xi8> to vector<1xi32>
    %681 = llvm.extractelement %680[%5 : i64] : vector<1xi32>
    %682 = llvm.insertelement %681, %4[%3 : i32] : vector<16xi32>
    %683 = llvm.shufflevector %682, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %684 = llvm.bitcast %683 : vector<16xi32> to vector<64xi8>
    %685 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%676, %684, %678) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %686 = llvm.getelementptr %667[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %687 = llvm.load %686 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %688 = llvm.load %31 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %689 = llvm.bitcast %688 : vector<4xi8> to vector<1xi32>
    %690 = llvm.extractelement %689[%5 : i64] : vector<1xi32>
    %691 = llvm.insertelement %690, %4[%3 : i32] : vector<16xi32>
    %692 = llvm.shufflevector %691, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %693 = llvm.bitcast %692 : vector<16xi32> to vector<64xi8>
    %694 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%685, %693, %687) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %695 = llvm.getelementptr %667[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %696 = llvm.load %695 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %697 = llvm.load %105 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %698 = llvm.bitcast %697 : vector<4xi8> to vector<1xi32>
    %699 = llvm.extractelement %698[%5 : i64] : vector<1xi32>
    %700 = llvm.insertelement %699, %4[%3 : i32] : vector<16xi32>
    %701 = llvm.shufflevector %700, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %702 = llvm.bitcast %701 : vector<16xi32> to vector<64xi8>
    %703 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%694, %702, %696) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %704 = llvm.shufflevector %703, %703 [0, 1] : vector<16xi32> 
    llvm.store %704, %381 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %705 = llvm.shufflevector %703, %703 [2] : vector<16xi32> 
    %706 = llvm.getelementptr %381[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %705, %706 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    %707 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    %708 = llvm.load %381 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %709 = llvm.load %707 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %710 = llvm.sitofp %708 : vector<2xi32> to vector<2xf32>
    %711 = llvm.fmul %710, %709 : vector<2xf32>
    llvm.store %711, %arg1 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %712 = llvm.load %706 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %713 = llvm.getelementptr %707[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %714 = llvm.load %713 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %715 = llvm.sitofp %712 : vector<1xi32> to vector<1xf32>
    %716 = llvm.fmul %715, %714 : vector<1xf32>
    %717 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %716, %717 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
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


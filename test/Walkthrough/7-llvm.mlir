module attributes {qopt.cpu = "icelake-server", qopt.features = "", qopt.interface = {arena_bytes = 256 : i64, constant_bytes = 876 : i64, inputs = [{name = "image", type = tensor<1x4x4x2xf32>}], name = "walkthrough", outputs = [{name = "scores", type = tensor<1x1x1x3xf32>}], tasks = 1 : i64}, qopt.triple = "x86_64-unknown-linux-gnu"} {
  llvm.mlir.global private constant @layer_bias(dense<[114801, 82943, -31035, -41699, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_shifts(dense<[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
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
    %23 = llvm.mlir.constant(dense<1024> : vector<32xi16>) : vector<32xi16>
    %24 = llvm.mlir.constant(2 : index) : i64
    %25 = llvm.mlir.constant(8 : index) : i64
    %26 = llvm.mlir.constant(4 : index) : i64
    %27 = llvm.mlir.constant(32 : index) : i64
    %28 = llvm.mlir.constant(1 : index) : i64
    %29 = llvm.mlir.constant(0 : index) : i64
    llvm.store %10, %arg2 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %30 = llvm.getelementptr %arg2[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %30 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %31 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %10, %31 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %32 = llvm.getelementptr %31[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %32 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb1(%29 : i64)
  ^bb1(%33: i64):  // 2 preds: ^bb0, ^bb2
    %34 = llvm.icmp "slt" %33, %26 : i64
    llvm.cond_br %34, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %35 = llvm.mul %33, %13 : i64
    %36 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %37 = llvm.getelementptr %36[%35] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %37 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %38 = llvm.add %33, %28 : i64
    llvm.br ^bb1(%38 : i64)
  ^bb3:  // pred: ^bb1
    llvm.br ^bb4(%29 : i64)
  ^bb4(%39: i64):  // 2 preds: ^bb3, ^bb5
    %40 = llvm.icmp "slt" %39, %26 : i64
    llvm.cond_br %40, ^bb5, ^bb6
  ^bb5:  // pred: ^bb4
    %41 = llvm.mul %39, %13 : i64
    %42 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %43 = llvm.getelementptr %42[%41] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %43 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %44 = llvm.add %39, %28 : i64
    llvm.br ^bb4(%44 : i64)
  ^bb6:  // pred: ^bb4
    llvm.br ^bb7(%29 : i64)
  ^bb7(%45: i64):  // 2 preds: ^bb6, ^bb8
    %46 = llvm.icmp "slt" %45, %26 : i64
    llvm.cond_br %46, ^bb8, ^bb9
  ^bb8:  // pred: ^bb7
    %47 = llvm.mul %45, %25 : i64
    %48 = llvm.getelementptr %arg0[%47] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %49 = llvm.load %48 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %50 = llvm.fcmp "ord" %49, %49 : vector<8xf32>
    %51 = llvm.select %50, %49, %14 : vector<8xi1>, vector<8xf32>
    %52 = llvm.fcmp "ogt" %51, %15 : vector<8xf32>
    %53 = llvm.select %52, %51, %15 : vector<8xi1>, vector<8xf32>
    %54 = llvm.fcmp "olt" %53, %16 : vector<8xf32>
    %55 = llvm.select %54, %53, %16 : vector<8xi1>, vector<8xf32>
    %56 = llvm.fmul %55, %17 : vector<8xf32>
    %57 = llvm.intr.fma(%55, %18, %56) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
    %58 = llvm.fadd %57, %19 : vector<8xf32>
    %59 = llvm.bitcast %58 : vector<8xf32> to vector<8xi32>
    %60 = llvm.trunc %59 : vector<8xi32> to vector<8xi8>
    %61 = llvm.add %60, %10 : vector<8xi8>
    %62 = llvm.mul %45, %13 : i64
    %63 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %64 = llvm.getelementptr %63[%62] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %61, %64 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %65 = llvm.add %45, %28 : i64
    llvm.br ^bb7(%65 : i64)
  ^bb9:  // pred: ^bb7
    %66 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %67 = llvm.getelementptr %9[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %68 = llvm.getelementptr %8[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %69 = llvm.getelementptr %7[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %70 = llvm.getelementptr %6[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    %71 = llvm.load %67 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %72 = llvm.load %70 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %73 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %74 = llvm.bitcast %73 : vector<4xi8> to vector<1xi32>
    %75 = llvm.extractelement %74[%5 : i64] : vector<1xi32>
    %76 = llvm.insertelement %75, %4[%3 : i32] : vector<16xi32>
    %77 = llvm.shufflevector %76, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %78 = llvm.bitcast %77 : vector<16xi32> to vector<64xi8>
    %79 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %78, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %80 = llvm.getelementptr %arg2[2] : (!llvm.ptr) -> !llvm.ptr, i8
    %81 = llvm.load %80 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %82 = llvm.bitcast %81 : vector<4xi8> to vector<1xi32>
    %83 = llvm.extractelement %82[%5 : i64] : vector<1xi32>
    %84 = llvm.insertelement %83, %4[%3 : i32] : vector<16xi32>
    %85 = llvm.shufflevector %84, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %86 = llvm.bitcast %85 : vector<16xi32> to vector<64xi8>
    %87 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %86, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %88 = llvm.getelementptr %arg2[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %89 = llvm.load %88 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %90 = llvm.bitcast %89 : vector<4xi8> to vector<1xi32>
    %91 = llvm.extractelement %90[%5 : i64] : vector<1xi32>
    %92 = llvm.insertelement %91, %4[%3 : i32] : vector<16xi32>
    %93 = llvm.shufflevector %92, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %94 = llvm.bitcast %93 : vector<16xi32> to vector<64xi8>
    %95 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %94, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %96 = llvm.getelementptr %arg2[6] : (!llvm.ptr) -> !llvm.ptr, i8
    %97 = llvm.load %96 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %98 = llvm.bitcast %97 : vector<4xi8> to vector<1xi32>
    %99 = llvm.extractelement %98[%5 : i64] : vector<1xi32>
    %100 = llvm.insertelement %99, %4[%3 : i32] : vector<16xi32>
    %101 = llvm.shufflevector %100, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %102 = llvm.bitcast %101 : vector<16xi32> to vector<64xi8>
    %103 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %102, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %104 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %105 = llvm.load %104 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %106 = llvm.bitcast %105 : vector<4xi8> to vector<1xi32>
    %107 = llvm.extractelement %106[%5 : i64] : vector<1xi32>
    %108 = llvm.insertelement %107, %4[%3 : i32] : vector<16xi32>
    %109 = llvm.shufflevector %108, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %110 = llvm.bitcast %109 : vector<16xi32> to vector<64xi8>
    %111 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %110, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %112 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %113 = llvm.load %112 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %114 = llvm.bitcast %113 : vector<4xi8> to vector<1xi32>
    %115 = llvm.extractelement %114[%5 : i64] : vector<1xi32>
    %116 = llvm.insertelement %115, %4[%3 : i32] : vector<16xi32>
    %117 = llvm.shufflevector %116, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %118 = llvm.bitcast %117 : vector<16xi32> to vector<64xi8>
    %119 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %118, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %120 = llvm.getelementptr %arg2[16] : (!llvm.ptr) -> !llvm.ptr, i8
    %121 = llvm.load %120 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %122 = llvm.bitcast %121 : vector<4xi8> to vector<1xi32>
    %123 = llvm.extractelement %122[%5 : i64] : vector<1xi32>
    %124 = llvm.insertelement %123, %4[%3 : i32] : vector<16xi32>
    %125 = llvm.shufflevector %124, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %126 = llvm.bitcast %125 : vector<16xi32> to vector<64xi8>
    %127 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %126, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %128 = llvm.getelementptr %arg2[18] : (!llvm.ptr) -> !llvm.ptr, i8
    %129 = llvm.load %128 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %130 = llvm.bitcast %129 : vector<4xi8> to vector<1xi32>
    %131 = llvm.extractelement %130[%5 : i64] : vector<1xi32>
    %132 = llvm.insertelement %131, %4[%3 : i32] : vector<16xi32>
    %133 = llvm.shufflevector %132, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %134 = llvm.bitcast %133 : vector<16xi32> to vector<64xi8>
    %135 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %134, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %136 = llvm.getelementptr %arg2[24] : (!llvm.ptr) -> !llvm.ptr, i8
    %137 = llvm.load %136 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %138 = llvm.bitcast %137 : vector<4xi8> to vector<1xi32>
    %139 = llvm.extractelement %138[%5 : i64] : vector<1xi32>
    %140 = llvm.insertelement %139, %4[%3 : i32] : vector<16xi32>
    %141 = llvm.shufflevector %140, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %142 = llvm.bitcast %141 : vector<16xi32> to vector<64xi8>
    %143 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %142, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %144 = llvm.getelementptr %arg2[26] : (!llvm.ptr) -> !llvm.ptr, i8
    %145 = llvm.load %144 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %146 = llvm.bitcast %145 : vector<4xi8> to vector<1xi32>
    %147 = llvm.extractelement %146[%5 : i64] : vector<1xi32>
    %148 = llvm.insertelement %147, %4[%3 : i32] : vector<16xi32>
    %149 = llvm.shufflevector %148, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %150 = llvm.bitcast %149 : vector<16xi32> to vector<64xi8>
    %151 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %150, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %152 = llvm.getelementptr %arg2[28] : (!llvm.ptr) -> !llvm.ptr, i8
    %153 = llvm.load %152 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %154 = llvm.bitcast %153 : vector<4xi8> to vector<1xi32>
    %155 = llvm.extractelement %154[%5 : i64] : vector<1xi32>
    %156 = llvm.insertelement %155, %4[%3 : i32] : vector<16xi32>
    %157 = llvm.shufflevector %156, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %158 = llvm.bitcast %157 : vector<16xi32> to vector<64xi8>
    %159 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %158, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %160 = llvm.getelementptr %arg2[30] : (!llvm.ptr) -> !llvm.ptr, i8
    %161 = llvm.load %160 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %162 = llvm.bitcast %161 : vector<4xi8> to vector<1xi32>
    %163 = llvm.extractelement %162[%5 : i64] : vector<1xi32>
    %164 = llvm.insertelement %163, %4[%3 : i32] : vector<16xi32>
    %165 = llvm.shufflevector %164, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %166 = llvm.bitcast %165 : vector<16xi32> to vector<64xi8>
    %167 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %166, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %168 = llvm.getelementptr %arg2[36] : (!llvm.ptr) -> !llvm.ptr, i8
    %169 = llvm.load %168 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %170 = llvm.bitcast %169 : vector<4xi8> to vector<1xi32>
    %171 = llvm.extractelement %170[%5 : i64] : vector<1xi32>
    %172 = llvm.insertelement %171, %4[%3 : i32] : vector<16xi32>
    %173 = llvm.shufflevector %172, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %174 = llvm.bitcast %173 : vector<16xi32> to vector<64xi8>
    %175 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %174, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %176 = llvm.getelementptr %arg2[38] : (!llvm.ptr) -> !llvm.ptr, i8
    %177 = llvm.load %176 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %178 = llvm.bitcast %177 : vector<4xi8> to vector<1xi32>
    %179 = llvm.extractelement %178[%5 : i64] : vector<1xi32>
    %180 = llvm.insertelement %179, %4[%3 : i32] : vector<16xi32>
    %181 = llvm.shufflevector %180, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %182 = llvm.bitcast %181 : vector<16xi32> to vector<64xi8>
    %183 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %182, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %184 = llvm.getelementptr %arg2[40] : (!llvm.ptr) -> !llvm.ptr, i8
    %185 = llvm.load %184 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %186 = llvm.bitcast %185 : vector<4xi8> to vector<1xi32>
    %187 = llvm.extractelement %186[%5 : i64] : vector<1xi32>
    %188 = llvm.insertelement %187, %4[%3 : i32] : vector<16xi32>
    %189 = llvm.shufflevector %188, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %190 = llvm.bitcast %189 : vector<16xi32> to vector<64xi8>
    %191 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %190, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %192 = llvm.getelementptr %arg2[42] : (!llvm.ptr) -> !llvm.ptr, i8
    %193 = llvm.load %192 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %194 = llvm.bitcast %193 : vector<4xi8> to vector<1xi32>
    %195 = llvm.extractelement %194[%5 : i64] : vector<1xi32>
    %196 = llvm.insertelement %195, %4[%3 : i32] : vector<16xi32>
    %197 = llvm.shufflevector %196, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %198 = llvm.bitcast %197 : vector<16xi32> to vector<64xi8>
    %199 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%71, %198, %72) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %200 = llvm.getelementptr %70[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %201 = llvm.load %200 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %202 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%79, %94, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %203 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%87, %102, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %204 = llvm.load %30 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %205 = llvm.bitcast %204 : vector<4xi8> to vector<1xi32>
    %206 = llvm.extractelement %205[%5 : i64] : vector<1xi32>
    %207 = llvm.insertelement %206, %4[%3 : i32] : vector<16xi32>
    %208 = llvm.shufflevector %207, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %209 = llvm.bitcast %208 : vector<16xi32> to vector<64xi8>
    %210 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%95, %209, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %211 = llvm.getelementptr %arg2[10] : (!llvm.ptr) -> !llvm.ptr, i8
    %212 = llvm.load %211 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %213 = llvm.bitcast %212 : vector<4xi8> to vector<1xi32>
    %214 = llvm.extractelement %213[%5 : i64] : vector<1xi32>
    %215 = llvm.insertelement %214, %4[%3 : i32] : vector<16xi32>
    %216 = llvm.shufflevector %215, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %217 = llvm.bitcast %216 : vector<16xi32> to vector<64xi8>
    %218 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%103, %217, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %219 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%111, %126, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %220 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%119, %134, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %221 = llvm.getelementptr %arg2[20] : (!llvm.ptr) -> !llvm.ptr, i8
    %222 = llvm.load %221 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %223 = llvm.bitcast %222 : vector<4xi8> to vector<1xi32>
    %224 = llvm.extractelement %223[%5 : i64] : vector<1xi32>
    %225 = llvm.insertelement %224, %4[%3 : i32] : vector<16xi32>
    %226 = llvm.shufflevector %225, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %227 = llvm.bitcast %226 : vector<16xi32> to vector<64xi8>
    %228 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%127, %227, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %229 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %230 = llvm.load %229 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %231 = llvm.bitcast %230 : vector<4xi8> to vector<1xi32>
    %232 = llvm.extractelement %231[%5 : i64] : vector<1xi32>
    %233 = llvm.insertelement %232, %4[%3 : i32] : vector<16xi32>
    %234 = llvm.shufflevector %233, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %235 = llvm.bitcast %234 : vector<16xi32> to vector<64xi8>
    %236 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%135, %235, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %237 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%143, %158, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %238 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%151, %166, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %239 = llvm.getelementptr %arg2[32] : (!llvm.ptr) -> !llvm.ptr, i8
    %240 = llvm.load %239 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %241 = llvm.bitcast %240 : vector<4xi8> to vector<1xi32>
    %242 = llvm.extractelement %241[%5 : i64] : vector<1xi32>
    %243 = llvm.insertelement %242, %4[%3 : i32] : vector<16xi32>
    %244 = llvm.shufflevector %243, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %245 = llvm.bitcast %244 : vector<16xi32> to vector<64xi8>
    %246 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%159, %245, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %247 = llvm.getelementptr %arg2[34] : (!llvm.ptr) -> !llvm.ptr, i8
    %248 = llvm.load %247 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %249 = llvm.bitcast %248 : vector<4xi8> to vector<1xi32>
    %250 = llvm.extractelement %249[%5 : i64] : vector<1xi32>
    %251 = llvm.insertelement %250, %4[%3 : i32] : vector<16xi32>
    %252 = llvm.shufflevector %251, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %253 = llvm.bitcast %252 : vector<16xi32> to vector<64xi8>
    %254 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%167, %253, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %255 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%175, %190, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %256 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%183, %198, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %257 = llvm.getelementptr %arg2[44] : (!llvm.ptr) -> !llvm.ptr, i8
    %258 = llvm.load %257 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %259 = llvm.bitcast %258 : vector<4xi8> to vector<1xi32>
    %260 = llvm.extractelement %259[%5 : i64] : vector<1xi32>
    %261 = llvm.insertelement %260, %4[%3 : i32] : vector<16xi32>
    %262 = llvm.shufflevector %261, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %263 = llvm.bitcast %262 : vector<16xi32> to vector<64xi8>
    %264 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%191, %263, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %265 = llvm.getelementptr %arg2[46] : (!llvm.ptr) -> !llvm.ptr, i8
    %266 = llvm.load %265 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %267 = llvm.bitcast %266 : vector<4xi8> to vector<1xi32>
    %268 = llvm.extractelement %267[%5 : i64] : vector<1xi32>
    %269 = llvm.insertelement %268, %4[%3 : i32] : vector<16xi32>
    %270 = llvm.shufflevector %269, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %271 = llvm.bitcast %270 : vector<16xi32> to vector<64xi8>
    %272 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%199, %271, %201) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %273 = llvm.getelementptr %70[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %274 = llvm.load %273 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %275 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%202, %110, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %276 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%203, %118, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %277 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%210, %126, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %278 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%218, %134, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %279 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%219, %142, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %280 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%220, %150, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %281 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%228, %158, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %282 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%236, %166, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %283 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%237, %174, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %284 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%238, %182, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %285 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%246, %190, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %286 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%254, %198, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %287 = llvm.getelementptr %arg2[48] : (!llvm.ptr) -> !llvm.ptr, i8
    %288 = llvm.load %287 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %289 = llvm.bitcast %288 : vector<4xi8> to vector<1xi32>
    %290 = llvm.extractelement %289[%5 : i64] : vector<1xi32>
    %291 = llvm.insertelement %290, %4[%3 : i32] : vector<16xi32>
    %292 = llvm.shufflevector %291, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %293 = llvm.bitcast %292 : vector<16xi32> to vector<64xi8>
    %294 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%255, %293, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %295 = llvm.getelementptr %arg2[50] : (!llvm.ptr) -> !llvm.ptr, i8
    %296 = llvm.load %295 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %297 = llvm.bitcast %296 : vector<4xi8> to vector<1xi32>
    %298 = llvm.extractelement %297[%5 : i64] : vector<1xi32>
    %299 = llvm.insertelement %298, %4[%3 : i32] : vector<16xi32>
    %300 = llvm.shufflevector %299, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %301 = llvm.bitcast %300 : vector<16xi32> to vector<64xi8>
    %302 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%256, %301, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %303 = llvm.getelementptr %arg2[52] : (!llvm.ptr) -> !llvm.ptr, i8
    %304 = llvm.load %303 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %305 = llvm.bitcast %304 : vector<4xi8> to vector<1xi32>
    %306 = llvm.extractelement %305[%5 : i64] : vector<1xi32>
    %307 = llvm.insertelement %306, %4[%3 : i32] : vector<16xi32>
    %308 = llvm.shufflevector %307, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %309 = llvm.bitcast %308 : vector<16xi32> to vector<64xi8>
    %310 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%264, %309, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %311 = llvm.getelementptr %arg2[54] : (!llvm.ptr) -> !llvm.ptr, i8
    %312 = llvm.load %311 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %313 = llvm.bitcast %312 : vector<4xi8> to vector<1xi32>
    %314 = llvm.extractelement %313[%5 : i64] : vector<1xi32>
    %315 = llvm.insertelement %314, %4[%3 : i32] : vector<16xi32>
    %316 = llvm.shufflevector %315, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %317 = llvm.bitcast %316 : vector<16xi32> to vector<64xi8>
    %318 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%272, %317, %274) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %319 = llvm.getelementptr %70[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %320 = llvm.load %319 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %321 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%275, %126, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %322 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%276, %134, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %323 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%277, %227, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %324 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%278, %235, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %325 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%279, %158, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %326 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%280, %166, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %327 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%281, %245, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %328 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%282, %253, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %329 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%283, %190, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %330 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%284, %198, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %331 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%285, %263, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %332 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%286, %271, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %333 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%294, %309, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %334 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%302, %317, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %335 = llvm.getelementptr %arg2[56] : (!llvm.ptr) -> !llvm.ptr, i8
    %336 = llvm.load %335 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %337 = llvm.bitcast %336 : vector<4xi8> to vector<1xi32>
    %338 = llvm.extractelement %337[%5 : i64] : vector<1xi32>
    %339 = llvm.insertelement %338, %4[%3 : i32] : vector<16xi32>
    %340 = llvm.shufflevector %339, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %341 = llvm.bitcast %340 : vector<16xi32> to vector<64xi8>
    %342 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%310, %341, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %343 = llvm.getelementptr %arg2[58] : (!llvm.ptr) -> !llvm.ptr, i8
    %344 = llvm.load %343 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %345 = llvm.bitcast %344 : vector<4xi8> to vector<1xi32>
    %346 = llvm.extractelement %345[%5 : i64] : vector<1xi32>
    %347 = llvm.insertelement %346, %4[%3 : i32] : vector<16xi32>
    %348 = llvm.shufflevector %347, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %349 = llvm.bitcast %348 : vector<16xi32> to vector<64xi8>
    %350 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%318, %349, %320) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %351 = llvm.getelementptr %70[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %352 = llvm.load %351 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %353 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%321, %142, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %354 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%322, %150, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %355 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%323, %158, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %356 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%324, %166, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %357 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%325, %174, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %358 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%326, %182, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %359 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%327, %190, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %360 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%328, %198, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %361 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%329, %293, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %362 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%330, %301, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %363 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%331, %309, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %364 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%332, %317, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %365 = llvm.load %31 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %366 = llvm.bitcast %365 : vector<4xi8> to vector<1xi32>
    %367 = llvm.extractelement %366[%5 : i64] : vector<1xi32>
    %368 = llvm.insertelement %367, %4[%3 : i32] : vector<16xi32>
    %369 = llvm.shufflevector %368, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %370 = llvm.bitcast %369 : vector<16xi32> to vector<64xi8>
    %371 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%333, %370, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %372 = llvm.getelementptr %arg2[62] : (!llvm.ptr) -> !llvm.ptr, i8
    %373 = llvm.load %372 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %374 = llvm.bitcast %373 : vector<4xi8> to vector<1xi32>
    %375 = llvm.extractelement %374[%5 : i64] : vector<1xi32>
    %376 = llvm.insertelement %375, %4[%3 : i32] : vector<16xi32>
    %377 = llvm.shufflevector %376, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %378 = llvm.bitcast %377 : vector<16xi32> to vector<64xi8>
    %379 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%334, %378, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %380 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %381 = llvm.load %380 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %382 = llvm.bitcast %381 : vector<4xi8> to vector<1xi32>
    %383 = llvm.extractelement %382[%5 : i64] : vector<1xi32>
    %384 = llvm.insertelement %383, %4[%3 : i32] : vector<16xi32>
    %385 = llvm.shufflevector %384, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %386 = llvm.bitcast %385 : vector<16xi32> to vector<64xi8>
    %387 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%342, %386, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %388 = llvm.getelementptr %arg2[66] : (!llvm.ptr) -> !llvm.ptr, i8
    %389 = llvm.load %388 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %390 = llvm.bitcast %389 : vector<4xi8> to vector<1xi32>
    %391 = llvm.extractelement %390[%5 : i64] : vector<1xi32>
    %392 = llvm.insertelement %391, %4[%3 : i32] : vector<16xi32>
    %393 = llvm.shufflevector %392, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %394 = llvm.bitcast %393 : vector<16xi32> to vector<64xi8>
    %395 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%350, %394, %352) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %396 = llvm.getelementptr %70[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %397 = llvm.load %396 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %398 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%353, %158, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %399 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%354, %166, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %400 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%355, %245, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %401 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%356, %253, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %402 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%357, %190, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %403 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%358, %198, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %404 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%359, %263, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %405 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%360, %271, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %406 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%361, %309, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %407 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%362, %317, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %408 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%363, %341, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %409 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%364, %349, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %410 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%371, %386, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %411 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%379, %394, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %412 = llvm.getelementptr %arg2[68] : (!llvm.ptr) -> !llvm.ptr, i8
    %413 = llvm.load %412 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %414 = llvm.bitcast %413 : vector<4xi8> to vector<1xi32>
    %415 = llvm.extractelement %414[%5 : i64] : vector<1xi32>
    %416 = llvm.insertelement %415, %4[%3 : i32] : vector<16xi32>
    %417 = llvm.shufflevector %416, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %418 = llvm.bitcast %417 : vector<16xi32> to vector<64xi8>
    %419 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%387, %418, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %420 = llvm.getelementptr %arg2[70] : (!llvm.ptr) -> !llvm.ptr, i8
    %421 = llvm.load %420 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %422 = llvm.bitcast %421 : vector<4xi8> to vector<1xi32>
    %423 = llvm.extractelement %422[%5 : i64] : vector<1xi32>
    %424 = llvm.insertelement %423, %4[%3 : i32] : vector<16xi32>
    %425 = llvm.shufflevector %424, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %426 = llvm.bitcast %425 : vector<16xi32> to vector<64xi8>
    %427 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%395, %426, %397) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %428 = llvm.shufflevector %398, %399 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %429 = llvm.shufflevector %400, %401 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %430 = llvm.shufflevector %428, %429 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %431 = llvm.load %69 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %432 = llvm.shufflevector %431, %431 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %433 = llvm.shufflevector %432, %432 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %434 = llvm.load %68 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %435 = llvm.shufflevector %434, %434 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %436 = llvm.shufflevector %435, %435 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %437 = llvm.shufflevector %430, %430 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %438 = llvm.shufflevector %436, %436 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %439 = llvm.ashr %437, %438 : vector<16xi32>
    %440 = llvm.shufflevector %430, %430 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %441 = llvm.shufflevector %436, %436 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %442 = llvm.ashr %440, %441 : vector<16xi32>
    %443 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%439, %442) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %444 = llvm.shufflevector %430, %430 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %445 = llvm.shufflevector %436, %436 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %446 = llvm.ashr %444, %445 : vector<16xi32>
    %447 = llvm.shufflevector %430, %430 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %448 = llvm.shufflevector %436, %436 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %449 = llvm.ashr %447, %448 : vector<16xi32>
    %450 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%446, %449) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %451 = llvm.shufflevector %433, %433 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %452 = llvm.sext %443 : vector<32xi16> to vector<32xi32>
    %453 = llvm.sext %451 : vector<32xi16> to vector<32xi32>
    %454 = llvm.mul %452, %453 : vector<32xi32>
    %455 = llvm.ashr %454, %22 : vector<32xi32>
    %456 = llvm.trunc %455 : vector<32xi32> to vector<32xi16>
    %457 = llvm.shufflevector %433, %433 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %458 = llvm.sext %450 : vector<32xi16> to vector<32xi32>
    %459 = llvm.sext %457 : vector<32xi16> to vector<32xi32>
    %460 = llvm.mul %458, %459 : vector<32xi32>
    %461 = llvm.ashr %460, %22 : vector<32xi32>
    %462 = llvm.trunc %461 : vector<32xi32> to vector<32xi16>
    %463 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%456, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %464 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%462, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %465 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%463, %464) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %466 = llvm.shufflevector %465, %465 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %467 = llvm.shufflevector %466, %466 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %468 = llvm.shufflevector %467, %467 [0, 1, 2, 3] : vector<16xi8> 
    llvm.store %468, %66 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %469 = llvm.shufflevector %466, %466 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %470 = llvm.shufflevector %469, %469 [0, 1, 2, 3] : vector<16xi8> 
    %471 = llvm.getelementptr %66[4] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %470, %471 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %472 = llvm.shufflevector %466, %466 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %473 = llvm.shufflevector %472, %472 [0, 1, 2, 3] : vector<16xi8> 
    %474 = llvm.getelementptr %66[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %473, %474 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %475 = llvm.shufflevector %466, %466 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %476 = llvm.shufflevector %475, %475 [0, 1, 2, 3] : vector<16xi8> 
    %477 = llvm.getelementptr %66[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %476, %477 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %478 = llvm.shufflevector %402, %403 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %479 = llvm.shufflevector %404, %405 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %480 = llvm.shufflevector %478, %479 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %481 = llvm.load %69 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %482 = llvm.shufflevector %481, %481 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %483 = llvm.shufflevector %482, %482 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %484 = llvm.load %68 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
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
    %505 = llvm.ashr %504, %22 : vector<32xi32>
    %506 = llvm.trunc %505 : vector<32xi32> to vector<32xi16>
    %507 = llvm.shufflevector %483, %483 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %508 = llvm.sext %500 : vector<32xi16> to vector<32xi32>
    %509 = llvm.sext %507 : vector<32xi16> to vector<32xi32>
    %510 = llvm.mul %508, %509 : vector<32xi32>
    %511 = llvm.ashr %510, %22 : vector<32xi32>
    %512 = llvm.trunc %511 : vector<32xi32> to vector<32xi16>
    %513 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%506, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %514 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%512, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %515 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%513, %514) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %516 = llvm.shufflevector %515, %515 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %517 = llvm.shufflevector %516, %516 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %518 = llvm.shufflevector %517, %517 [0, 1, 2, 3] : vector<16xi8> 
    %519 = llvm.getelementptr %66[16] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %518, %519 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %520 = llvm.shufflevector %516, %516 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %521 = llvm.shufflevector %520, %520 [0, 1, 2, 3] : vector<16xi8> 
    %522 = llvm.getelementptr %66[20] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %521, %522 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %523 = llvm.shufflevector %516, %516 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %524 = llvm.shufflevector %523, %523 [0, 1, 2, 3] : vector<16xi8> 
    %525 = llvm.getelementptr %66[24] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %524, %525 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %526 = llvm.shufflevector %516, %516 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %527 = llvm.shufflevector %526, %526 [0, 1, 2, 3] : vector<16xi8> 
    %528 = llvm.getelementptr %66[28] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %527, %528 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %529 = llvm.shufflevector %406, %407 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %530 = llvm.shufflevector %408, %409 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %531 = llvm.shufflevector %529, %530 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %532 = llvm.load %69 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %533 = llvm.shufflevector %532, %532 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %534 = llvm.shufflevector %533, %533 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %535 = llvm.load %68 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %536 = llvm.shufflevector %535, %535 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %537 = llvm.shufflevector %536, %536 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %538 = llvm.shufflevector %531, %531 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %539 = llvm.shufflevector %537, %537 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %540 = llvm.ashr %538, %539 : vector<16xi32>
    %541 = llvm.shufflevector %531, %531 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %542 = llvm.shufflevector %537, %537 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %543 = llvm.ashr %541, %542 : vector<16xi32>
    %544 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%540, %543) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %545 = llvm.shufflevector %531, %531 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %546 = llvm.shufflevector %537, %537 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %547 = llvm.ashr %545, %546 : vector<16xi32>
    %548 = llvm.shufflevector %531, %531 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %549 = llvm.shufflevector %537, %537 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %550 = llvm.ashr %548, %549 : vector<16xi32>
    %551 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%547, %550) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %552 = llvm.shufflevector %534, %534 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %553 = llvm.sext %544 : vector<32xi16> to vector<32xi32>
    %554 = llvm.sext %552 : vector<32xi16> to vector<32xi32>
    %555 = llvm.mul %553, %554 : vector<32xi32>
    %556 = llvm.ashr %555, %22 : vector<32xi32>
    %557 = llvm.trunc %556 : vector<32xi32> to vector<32xi16>
    %558 = llvm.shufflevector %534, %534 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %559 = llvm.sext %551 : vector<32xi16> to vector<32xi32>
    %560 = llvm.sext %558 : vector<32xi16> to vector<32xi32>
    %561 = llvm.mul %559, %560 : vector<32xi32>
    %562 = llvm.ashr %561, %22 : vector<32xi32>
    %563 = llvm.trunc %562 : vector<32xi32> to vector<32xi16>
    %564 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%557, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %565 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%563, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %566 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%564, %565) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %567 = llvm.shufflevector %566, %566 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %568 = llvm.shufflevector %567, %567 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %569 = llvm.shufflevector %568, %568 [0, 1, 2, 3] : vector<16xi8> 
    %570 = llvm.getelementptr %66[32] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %569, %570 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %571 = llvm.shufflevector %567, %567 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %572 = llvm.shufflevector %571, %571 [0, 1, 2, 3] : vector<16xi8> 
    %573 = llvm.getelementptr %66[36] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %572, %573 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %574 = llvm.shufflevector %567, %567 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %575 = llvm.shufflevector %574, %574 [0, 1, 2, 3] : vector<16xi8> 
    %576 = llvm.getelementptr %66[40] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %575, %576 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %577 = llvm.shufflevector %567, %567 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %578 = llvm.shufflevector %577, %577 [0, 1, 2, 3] : vector<16xi8> 
    %579 = llvm.getelementptr %66[44] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %578, %579 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %580 = llvm.shufflevector %410, %411 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %581 = llvm.shufflevector %419, %427 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %582 = llvm.shufflevector %580, %581 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %583 = llvm.load %69 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %584 = llvm.shufflevector %583, %583 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %585 = llvm.shufflevector %584, %584 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %586 = llvm.load %68 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %587 = llvm.shufflevector %586, %586 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %588 = llvm.shufflevector %587, %587 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %589 = llvm.shufflevector %582, %582 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %590 = llvm.shufflevector %588, %588 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %591 = llvm.ashr %589, %590 : vector<16xi32>
    %592 = llvm.shufflevector %582, %582 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %593 = llvm.shufflevector %588, %588 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %594 = llvm.ashr %592, %593 : vector<16xi32>
    %595 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%591, %594) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %596 = llvm.shufflevector %582, %582 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %597 = llvm.shufflevector %588, %588 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %598 = llvm.ashr %596, %597 : vector<16xi32>
    %599 = llvm.shufflevector %582, %582 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %600 = llvm.shufflevector %588, %588 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %601 = llvm.ashr %599, %600 : vector<16xi32>
    %602 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%598, %601) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %603 = llvm.shufflevector %585, %585 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %604 = llvm.sext %595 : vector<32xi16> to vector<32xi32>
    %605 = llvm.sext %603 : vector<32xi16> to vector<32xi32>
    %606 = llvm.mul %604, %605 : vector<32xi32>
    %607 = llvm.ashr %606, %22 : vector<32xi32>
    %608 = llvm.trunc %607 : vector<32xi32> to vector<32xi16>
    %609 = llvm.shufflevector %585, %585 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %610 = llvm.sext %602 : vector<32xi16> to vector<32xi32>
    %611 = llvm.sext %609 : vector<32xi16> to vector<32xi32>
    %612 = llvm.mul %610, %611 : vector<32xi32>
    %613 = llvm.ashr %612, %22 : vector<32xi32>
    %614 = llvm.trunc %613 : vector<32xi32> to vector<32xi16>
    %615 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%608, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %616 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%614, %23) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %617 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%615, %616) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %618 = llvm.shufflevector %617, %617 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %619 = llvm.shufflevector %618, %618 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %620 = llvm.shufflevector %619, %619 [0, 1, 2, 3] : vector<16xi8> 
    %621 = llvm.getelementptr %66[48] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %620, %621 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %622 = llvm.shufflevector %618, %618 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %623 = llvm.shufflevector %622, %622 [0, 1, 2, 3] : vector<16xi8> 
    %624 = llvm.getelementptr %66[52] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %623, %624 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %625 = llvm.shufflevector %618, %618 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %626 = llvm.shufflevector %625, %625 [0, 1, 2, 3] : vector<16xi8> 
    %627 = llvm.getelementptr %66[56] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %626, %627 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %628 = llvm.shufflevector %618, %618 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %629 = llvm.shufflevector %628, %628 [0, 1, 2, 3] : vector<16xi8> 
    %630 = llvm.getelementptr %66[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %629, %630 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb10(%29 : i64)
  ^bb10(%631: i64):  // 2 preds: ^bb9, ^bb17
    %632 = llvm.icmp "slt" %631, %24 : i64
    llvm.cond_br %632, ^bb11, ^bb18
  ^bb11:  // pred: ^bb10
    llvm.br ^bb12(%29 : i64)
  ^bb12(%633: i64):  // 2 preds: ^bb11, ^bb16
    %634 = llvm.icmp "slt" %633, %24 : i64
    llvm.cond_br %634, ^bb13, ^bb17
  ^bb13:  // pred: ^bb12
    %635 = llvm.mul %631, %25 : i64
    %636 = llvm.mul %633, %26 : i64
    %637 = llvm.add %635, %636 : i64
    %638 = llvm.mul %631, %27 : i64
    %639 = llvm.mul %633, %25 : i64
    %640 = llvm.add %638, %639 : i64
    llvm.br ^bb14(%29, %21 : i64, vector<4xi8>)
  ^bb14(%641: i64, %642: vector<4xi8>):  // 2 preds: ^bb13, ^bb15
    %643 = llvm.icmp "slt" %641, %24 : i64
    llvm.cond_br %643, ^bb15, ^bb16
  ^bb15:  // pred: ^bb14
    %644 = llvm.mul %641, %20 : i64
    %645 = llvm.add %640, %644 : i64
    %646 = llvm.getelementptr %66[%645] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %647 = llvm.load %646 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %648 = llvm.intr.umax(%642, %647) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %649 = llvm.add %645, %26 : i64
    %650 = llvm.getelementptr %66[%649] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %651 = llvm.load %650 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %652 = llvm.intr.umax(%648, %651) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %653 = llvm.add %641, %28 : i64
    llvm.br ^bb14(%653, %652 : i64, vector<4xi8>)
  ^bb16:  // pred: ^bb14
    %654 = llvm.getelementptr %arg2[%637] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %642, %654 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %655 = llvm.add %633, %28 : i64
    llvm.br ^bb12(%655 : i64)
  ^bb17:  // pred: ^bb12
    %656 = llvm.add %631, %28 : i64
    llvm.br ^bb10(%656 : i64)
  ^bb18:  // pred: ^bb10
    %657 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %658 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    %659 = llvm.load %657 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %660 = llvm.load %658 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %661 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %662 = llvm.bitcast %661 : vector<4xi8> to vector<1xi32>
    %663 = llvm.extractelement %662[%5 : i64] : vector<1xi32>
    %664 = llvm.insertelement %663, %4[%3 : i32] : vector<16xi32>
    %665 = llvm.shufflevector %664, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %666 = llvm.bitcast %665 : vector<16xi32> to vector<64xi8>
    %667 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%659, %666, %660) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %668 = llvm.getelementptr %658[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %669 = llvm.load %668 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %670 = llvm.load %88 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %671 = llvm.bitcast %670 : vector<4xi8> to vector<1xi32>
    %672 = llvm.extractelement %671[%5 : i64] : vector<1xi32>
    %673 = llvm.insertelement %672, %4[%3 : i32] : vector<16xi32>
    %674 = llvm.shufflevector %673, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %675 = llvm.bitcast %674 : vector<16xi32> to vector<64xi8>
    %676 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%667, %675, %669) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %677 = llvm.getelementptr %658[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %678 = llvm.load %677 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %679 = llvm.load %30 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %680 = llvm.bitcast %679 : vector<4xi8> to vector<1xi32>
    %681 = llvm.extractelement %680[%5 : i64] : vector<1xi32>
    %682 = llvm.insertelement %681, %4[%3 : i32] : vector<16xi32>
    %683 = llvm.shufflevector %682, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %684 = llvm.bitcast %683 : vector<16xi32> to vector<64xi8>
    %685 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%676, %684, %678) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %686 = llvm.getelementptr %658[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %687 = llvm.load %686 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %688 = llvm.load %104 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %689 = llvm.bitcast %688 : vector<4xi8> to vector<1xi32>
    %690 = llvm.extractelement %689[%5 : i64] : vector<1xi32>
    %691 = llvm.insertelement %690, %4[%3 : i32] : vector<16xi32>
    %692 = llvm.shufflevector %691, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %693 = llvm.bitcast %692 : vector<16xi32> to vector<64xi8>
    %694 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%685, %693, %687) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %695 = llvm.shufflevector %694, %694 [0, 1] : vector<16xi32> 
    llvm.store %695, %380 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %696 = llvm.shufflevector %694, %694 [2] : vector<16xi32> 
    %697 = llvm.getelementptr %380[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %696, %697 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    %698 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    %699 = llvm.load %380 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %700 = llvm.load %698 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %701 = llvm.sitofp %699 : vector<2xi32> to vector<2xf32>
    %702 = llvm.fmul %701, %700 : vector<2xf32>
    llvm.store %702, %arg1 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %703 = llvm.load %697 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %704 = llvm.getelementptr %698[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %705 = llvm.load %704 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %706 = llvm.sitofp %703 : vector<1xi32> to vector<1xf32>
    %707 = llvm.fmul %706, %705 : vector<1xf32>
    %708 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %707, %708 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
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


module attributes {qopt.cpu = "icelake-server", qopt.features = "", qopt.interface = {arena_bytes = 256 : i64, constant_bytes = 876 : i64, inputs = [{name = "image", type = tensor<1x4x4x2xf32>}], name = "walkthrough", outputs = [{name = "scores", type = tensor<1x1x1x3xf32>}]}, qopt.triple = "x86_64-unknown-linux-gnu"} {
  llvm.mlir.global private constant @layer_bias(dense<[107743, 79467, -27599, -39845, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_shifts(dense<1> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_multipliers(dense<[20244, 20857, 21010, 20179, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> : tensor<16xi16>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i16>
  llvm.mlir.global private constant @layer_weights(dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<1x1x6x16x4xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
  llvm.mlir.global private constant @layer_bias_0(dense<[-3245, -3015, -2271, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_weights_1(dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<1x1x4x16x4xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
  llvm.mlir.global private constant @layer_scales(dense<[2.67963391E-4, 2.78345222E-4, 2.54214508E-4]> : tensor<3xf32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<3 x f32>
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
    %10 = llvm.mlir.constant(dense<-103> : vector<8xi8>) : vector<8xi8>
    %11 = llvm.mlir.constant(dense<-103> : vector<4xi8>) : vector<4xi8>
    %12 = llvm.mlir.constant(dense<-103> : vector<2xi8>) : vector<2xi8>
    %13 = llvm.mlir.constant(12 : index) : i64
    %14 = llvm.mlir.constant(dense<0.0236145705> : vector<8xf32>) : vector<8xf32>
    %15 = llvm.mlir.constant(dense<0.000000e+00> : vector<8xf32>) : vector<8xf32>
    %16 = llvm.mlir.constant(dense<1.530000e+02> : vector<8xf32>) : vector<8xf32>
    %17 = llvm.mlir.constant(dense<2.550000e+02> : vector<8xf32>) : vector<8xf32>
    %18 = llvm.mlir.constant(16 : index) : i64
    %19 = llvm.mlir.constant(6 : index) : i64
    %20 = llvm.mlir.constant(24 : index) : i64
    %21 = llvm.mlir.constant(dense<0> : vector<4xi8>) : vector<4xi8>
    %22 = llvm.mlir.constant(10 : index) : i64
    %23 = llvm.mlir.constant(14 : index) : i64
    %24 = llvm.mlir.constant(18 : index) : i64
    %25 = llvm.mlir.constant(20 : index) : i64
    %26 = llvm.mlir.constant(22 : index) : i64
    %27 = llvm.mlir.constant(26 : index) : i64
    %28 = llvm.mlir.constant(28 : index) : i64
    %29 = llvm.mlir.constant(30 : index) : i64
    %30 = llvm.mlir.constant(34 : index) : i64
    %31 = llvm.mlir.constant(dense<-32768> : vector<16xi32>) : vector<16xi32>
    %32 = llvm.mlir.constant(dense<32767> : vector<16xi32>) : vector<16xi32>
    %33 = llvm.mlir.constant(dense<16> : vector<16xi32>) : vector<16xi32>
    %34 = llvm.mlir.constant(dense<16> : vector<16xi16>) : vector<16xi16>
    %35 = llvm.mlir.constant(dense<5> : vector<16xi16>) : vector<16xi16>
    %36 = llvm.mlir.constant(dense<0> : vector<16xi16>) : vector<16xi16>
    %37 = llvm.mlir.constant(dense<255> : vector<16xi16>) : vector<16xi16>
    %38 = llvm.mlir.constant(2 : index) : i64
    %39 = llvm.mlir.constant(8 : index) : i64
    %40 = llvm.mlir.constant(4 : index) : i64
    %41 = llvm.mlir.constant(32 : index) : i64
    %42 = llvm.mlir.constant(1 : index) : i64
    %43 = llvm.mlir.constant(0 : index) : i64
    llvm.store %10, %arg2 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %44 = llvm.getelementptr %arg2[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %44 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %45 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %10, %45 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %46 = llvm.getelementptr %45[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %46 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb1(%43 : i64)
  ^bb1(%47: i64):  // 2 preds: ^bb0, ^bb2
    %48 = llvm.icmp "slt" %47, %40 : i64
    llvm.cond_br %48, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %49 = llvm.mul %47, %13 : i64
    %50 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %51 = llvm.getelementptr %50[%49] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %51 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %52 = llvm.add %47, %42 : i64
    llvm.br ^bb1(%52 : i64)
  ^bb3:  // pred: ^bb1
    llvm.br ^bb4(%43 : i64)
  ^bb4(%53: i64):  // 2 preds: ^bb3, ^bb5
    %54 = llvm.icmp "slt" %53, %40 : i64
    llvm.cond_br %54, ^bb5, ^bb6
  ^bb5:  // pred: ^bb4
    %55 = llvm.mul %53, %13 : i64
    %56 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %57 = llvm.getelementptr %56[%55] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %57 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %58 = llvm.add %53, %42 : i64
    llvm.br ^bb4(%58 : i64)
  ^bb6:  // pred: ^bb4
    llvm.br ^bb7(%43 : i64)
  ^bb7(%59: i64):  // 2 preds: ^bb6, ^bb8
    %60 = llvm.icmp "slt" %59, %40 : i64
    llvm.cond_br %60, ^bb8, ^bb9
  ^bb8:  // pred: ^bb7
    %61 = llvm.mul %59, %39 : i64
    %62 = llvm.getelementptr %arg0[%61] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %63 = llvm.load %62 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %64 = llvm.fdiv %63, %14 : vector<8xf32>
    %65 = llvm.fcmp "ord" %64, %64 : vector<8xf32>
    %66 = llvm.select %65, %64, %15 : vector<8xi1>, vector<8xf32>
    %67 = llvm.intr.roundeven(%66) : (vector<8xf32>) -> vector<8xf32>
    %68 = llvm.fadd %67, %16 : vector<8xf32>
    %69 = llvm.fcmp "ogt" %68, %15 : vector<8xf32>
    %70 = llvm.select %69, %68, %15 : vector<8xi1>, vector<8xf32>
    %71 = llvm.fcmp "olt" %70, %17 : vector<8xf32>
    %72 = llvm.select %71, %70, %17 : vector<8xi1>, vector<8xf32>
    %73 = llvm.fptosi %72 : vector<8xf32> to vector<8xi32>
    %74 = llvm.trunc %73 : vector<8xi32> to vector<8xi8>
    %75 = llvm.mul %59, %13 : i64
    %76 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %77 = llvm.getelementptr %76[%75] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %74, %77 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %78 = llvm.add %59, %42 : i64
    llvm.br ^bb7(%78 : i64)
  ^bb9:  // pred: ^bb7
    %79 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %80 = llvm.getelementptr %9[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %81 = llvm.getelementptr %8[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %82 = llvm.getelementptr %7[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %83 = llvm.getelementptr %6[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    llvm.br ^bb10(%43 : i64)
  ^bb10(%84: i64):  // 2 preds: ^bb9, ^bb11
    %85 = llvm.icmp "slt" %84, %40 : i64
    llvm.cond_br %85, ^bb11, ^bb12
  ^bb11:  // pred: ^bb10
    %86 = llvm.mul %84, %13 : i64
    %87 = llvm.load %80 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %88 = llvm.load %83 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %89 = llvm.getelementptr %arg2[%86] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %90 = llvm.load %89 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %91 = llvm.bitcast %90 : vector<4xi8> to vector<1xi32>
    %92 = llvm.extractelement %91[%5 : i64] : vector<1xi32>
    %93 = llvm.insertelement %92, %4[%3 : i32] : vector<16xi32>
    %94 = llvm.shufflevector %93, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %95 = llvm.bitcast %94 : vector<16xi32> to vector<64xi8>
    %96 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%87, %95, %88) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %97 = llvm.add %86, %38 : i64
    %98 = llvm.getelementptr %arg2[%97] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %99 = llvm.load %98 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %100 = llvm.bitcast %99 : vector<4xi8> to vector<1xi32>
    %101 = llvm.extractelement %100[%5 : i64] : vector<1xi32>
    %102 = llvm.insertelement %101, %4[%3 : i32] : vector<16xi32>
    %103 = llvm.shufflevector %102, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %104 = llvm.bitcast %103 : vector<16xi32> to vector<64xi8>
    %105 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%87, %104, %88) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %106 = llvm.add %86, %40 : i64
    %107 = llvm.getelementptr %arg2[%106] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %108 = llvm.load %107 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %109 = llvm.bitcast %108 : vector<4xi8> to vector<1xi32>
    %110 = llvm.extractelement %109[%5 : i64] : vector<1xi32>
    %111 = llvm.insertelement %110, %4[%3 : i32] : vector<16xi32>
    %112 = llvm.shufflevector %111, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %113 = llvm.bitcast %112 : vector<16xi32> to vector<64xi8>
    %114 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%87, %113, %88) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %115 = llvm.add %86, %19 : i64
    %116 = llvm.getelementptr %arg2[%115] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %117 = llvm.load %116 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %118 = llvm.bitcast %117 : vector<4xi8> to vector<1xi32>
    %119 = llvm.extractelement %118[%5 : i64] : vector<1xi32>
    %120 = llvm.insertelement %119, %4[%3 : i32] : vector<16xi32>
    %121 = llvm.shufflevector %120, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %122 = llvm.bitcast %121 : vector<16xi32> to vector<64xi8>
    %123 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%87, %122, %88) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %124 = llvm.getelementptr %83[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %125 = llvm.load %124 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %126 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%96, %113, %125) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %127 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%105, %122, %125) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %128 = llvm.add %86, %39 : i64
    %129 = llvm.getelementptr %arg2[%128] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %130 = llvm.load %129 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %131 = llvm.bitcast %130 : vector<4xi8> to vector<1xi32>
    %132 = llvm.extractelement %131[%5 : i64] : vector<1xi32>
    %133 = llvm.insertelement %132, %4[%3 : i32] : vector<16xi32>
    %134 = llvm.shufflevector %133, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %135 = llvm.bitcast %134 : vector<16xi32> to vector<64xi8>
    %136 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%114, %135, %125) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %137 = llvm.add %86, %22 : i64
    %138 = llvm.getelementptr %arg2[%137] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %139 = llvm.load %138 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %140 = llvm.bitcast %139 : vector<4xi8> to vector<1xi32>
    %141 = llvm.extractelement %140[%5 : i64] : vector<1xi32>
    %142 = llvm.insertelement %141, %4[%3 : i32] : vector<16xi32>
    %143 = llvm.shufflevector %142, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %144 = llvm.bitcast %143 : vector<16xi32> to vector<64xi8>
    %145 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%123, %144, %125) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %146 = llvm.add %86, %13 : i64
    %147 = llvm.getelementptr %83[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %148 = llvm.load %147 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %149 = llvm.getelementptr %arg2[%146] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %150 = llvm.load %149 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %151 = llvm.bitcast %150 : vector<4xi8> to vector<1xi32>
    %152 = llvm.extractelement %151[%5 : i64] : vector<1xi32>
    %153 = llvm.insertelement %152, %4[%3 : i32] : vector<16xi32>
    %154 = llvm.shufflevector %153, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %155 = llvm.bitcast %154 : vector<16xi32> to vector<64xi8>
    %156 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%126, %155, %148) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %157 = llvm.add %86, %23 : i64
    %158 = llvm.getelementptr %arg2[%157] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %159 = llvm.load %158 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %160 = llvm.bitcast %159 : vector<4xi8> to vector<1xi32>
    %161 = llvm.extractelement %160[%5 : i64] : vector<1xi32>
    %162 = llvm.insertelement %161, %4[%3 : i32] : vector<16xi32>
    %163 = llvm.shufflevector %162, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %164 = llvm.bitcast %163 : vector<16xi32> to vector<64xi8>
    %165 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%127, %164, %148) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %166 = llvm.add %86, %18 : i64
    %167 = llvm.getelementptr %arg2[%166] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %168 = llvm.load %167 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %169 = llvm.bitcast %168 : vector<4xi8> to vector<1xi32>
    %170 = llvm.extractelement %169[%5 : i64] : vector<1xi32>
    %171 = llvm.insertelement %170, %4[%3 : i32] : vector<16xi32>
    %172 = llvm.shufflevector %171, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %173 = llvm.bitcast %172 : vector<16xi32> to vector<64xi8>
    %174 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%136, %173, %148) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %175 = llvm.add %86, %24 : i64
    %176 = llvm.getelementptr %arg2[%175] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %177 = llvm.load %176 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %178 = llvm.bitcast %177 : vector<4xi8> to vector<1xi32>
    %179 = llvm.extractelement %178[%5 : i64] : vector<1xi32>
    %180 = llvm.insertelement %179, %4[%3 : i32] : vector<16xi32>
    %181 = llvm.shufflevector %180, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %182 = llvm.bitcast %181 : vector<16xi32> to vector<64xi8>
    %183 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%145, %182, %148) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %184 = llvm.getelementptr %83[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %185 = llvm.load %184 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %186 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%156, %173, %185) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %187 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%165, %182, %185) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %188 = llvm.add %86, %25 : i64
    %189 = llvm.getelementptr %arg2[%188] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %190 = llvm.load %189 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %191 = llvm.bitcast %190 : vector<4xi8> to vector<1xi32>
    %192 = llvm.extractelement %191[%5 : i64] : vector<1xi32>
    %193 = llvm.insertelement %192, %4[%3 : i32] : vector<16xi32>
    %194 = llvm.shufflevector %193, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %195 = llvm.bitcast %194 : vector<16xi32> to vector<64xi8>
    %196 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%174, %195, %185) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %197 = llvm.add %86, %26 : i64
    %198 = llvm.getelementptr %arg2[%197] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %199 = llvm.load %198 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %200 = llvm.bitcast %199 : vector<4xi8> to vector<1xi32>
    %201 = llvm.extractelement %200[%5 : i64] : vector<1xi32>
    %202 = llvm.insertelement %201, %4[%3 : i32] : vector<16xi32>
    %203 = llvm.shufflevector %202, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %204 = llvm.bitcast %203 : vector<16xi32> to vector<64xi8>
    %205 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%183, %204, %185) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %206 = llvm.add %86, %20 : i64
    %207 = llvm.getelementptr %83[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %208 = llvm.load %207 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %209 = llvm.getelementptr %arg2[%206] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %210 = llvm.load %209 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %211 = llvm.bitcast %210 : vector<4xi8> to vector<1xi32>
    %212 = llvm.extractelement %211[%5 : i64] : vector<1xi32>
    %213 = llvm.insertelement %212, %4[%3 : i32] : vector<16xi32>
    %214 = llvm.shufflevector %213, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %215 = llvm.bitcast %214 : vector<16xi32> to vector<64xi8>
    %216 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%186, %215, %208) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %217 = llvm.add %86, %27 : i64
    %218 = llvm.getelementptr %arg2[%217] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %219 = llvm.load %218 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %220 = llvm.bitcast %219 : vector<4xi8> to vector<1xi32>
    %221 = llvm.extractelement %220[%5 : i64] : vector<1xi32>
    %222 = llvm.insertelement %221, %4[%3 : i32] : vector<16xi32>
    %223 = llvm.shufflevector %222, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %224 = llvm.bitcast %223 : vector<16xi32> to vector<64xi8>
    %225 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%187, %224, %208) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %226 = llvm.add %86, %28 : i64
    %227 = llvm.getelementptr %arg2[%226] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %228 = llvm.load %227 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %229 = llvm.bitcast %228 : vector<4xi8> to vector<1xi32>
    %230 = llvm.extractelement %229[%5 : i64] : vector<1xi32>
    %231 = llvm.insertelement %230, %4[%3 : i32] : vector<16xi32>
    %232 = llvm.shufflevector %231, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %233 = llvm.bitcast %232 : vector<16xi32> to vector<64xi8>
    %234 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%196, %233, %208) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %235 = llvm.add %86, %29 : i64
    %236 = llvm.getelementptr %arg2[%235] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %237 = llvm.load %236 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %238 = llvm.bitcast %237 : vector<4xi8> to vector<1xi32>
    %239 = llvm.extractelement %238[%5 : i64] : vector<1xi32>
    %240 = llvm.insertelement %239, %4[%3 : i32] : vector<16xi32>
    %241 = llvm.shufflevector %240, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %242 = llvm.bitcast %241 : vector<16xi32> to vector<64xi8>
    %243 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%205, %242, %208) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %244 = llvm.getelementptr %83[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %245 = llvm.load %244 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %246 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%216, %233, %245) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %247 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%225, %242, %245) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %248 = llvm.add %86, %41 : i64
    %249 = llvm.getelementptr %arg2[%248] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %250 = llvm.load %249 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %251 = llvm.bitcast %250 : vector<4xi8> to vector<1xi32>
    %252 = llvm.extractelement %251[%5 : i64] : vector<1xi32>
    %253 = llvm.insertelement %252, %4[%3 : i32] : vector<16xi32>
    %254 = llvm.shufflevector %253, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %255 = llvm.bitcast %254 : vector<16xi32> to vector<64xi8>
    %256 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%234, %255, %245) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %257 = llvm.add %86, %30 : i64
    %258 = llvm.getelementptr %arg2[%257] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %259 = llvm.load %258 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %260 = llvm.bitcast %259 : vector<4xi8> to vector<1xi32>
    %261 = llvm.extractelement %260[%5 : i64] : vector<1xi32>
    %262 = llvm.insertelement %261, %4[%3 : i32] : vector<16xi32>
    %263 = llvm.shufflevector %262, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %264 = llvm.bitcast %263 : vector<16xi32> to vector<64xi8>
    %265 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%243, %264, %245) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %266 = llvm.mul %84, %18 : i64
    %267 = llvm.load %82 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %268 = llvm.load %81 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %269 = llvm.ashr %246, %268 : vector<16xi32>
    %270 = llvm.intr.smax(%269, %31) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %271 = llvm.intr.smin(%270, %32) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %272 = llvm.trunc %271 : vector<16xi32> to vector<16xi16>
    %273 = llvm.sext %272 : vector<16xi16> to vector<16xi32>
    %274 = llvm.sext %267 : vector<16xi16> to vector<16xi32>
    %275 = llvm.mul %273, %274 : vector<16xi32>
    %276 = llvm.ashr %275, %33 : vector<16xi32>
    %277 = llvm.trunc %276 : vector<16xi32> to vector<16xi16>
    %278 = llvm.add %277, %34 : vector<16xi16>
    %279 = llvm.ashr %278, %35 : vector<16xi16>
    %280 = llvm.intr.smax(%279, %36) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %281 = llvm.intr.smin(%280, %37) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %282 = llvm.trunc %281 : vector<16xi16> to vector<16xi8>
    %283 = llvm.shufflevector %282, %282 [0, 1, 2, 3] : vector<16xi8> 
    %284 = llvm.getelementptr %79[%266] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %283, %284 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %285 = llvm.add %266, %40 : i64
    %286 = llvm.load %82 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %287 = llvm.load %81 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %288 = llvm.ashr %247, %287 : vector<16xi32>
    %289 = llvm.intr.smax(%288, %31) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %290 = llvm.intr.smin(%289, %32) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %291 = llvm.trunc %290 : vector<16xi32> to vector<16xi16>
    %292 = llvm.sext %291 : vector<16xi16> to vector<16xi32>
    %293 = llvm.sext %286 : vector<16xi16> to vector<16xi32>
    %294 = llvm.mul %292, %293 : vector<16xi32>
    %295 = llvm.ashr %294, %33 : vector<16xi32>
    %296 = llvm.trunc %295 : vector<16xi32> to vector<16xi16>
    %297 = llvm.add %296, %34 : vector<16xi16>
    %298 = llvm.ashr %297, %35 : vector<16xi16>
    %299 = llvm.intr.smax(%298, %36) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %300 = llvm.intr.smin(%299, %37) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %301 = llvm.trunc %300 : vector<16xi16> to vector<16xi8>
    %302 = llvm.shufflevector %301, %301 [0, 1, 2, 3] : vector<16xi8> 
    %303 = llvm.getelementptr %79[%285] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %302, %303 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %304 = llvm.add %266, %39 : i64
    %305 = llvm.load %82 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %306 = llvm.load %81 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %307 = llvm.ashr %256, %306 : vector<16xi32>
    %308 = llvm.intr.smax(%307, %31) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %309 = llvm.intr.smin(%308, %32) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %310 = llvm.trunc %309 : vector<16xi32> to vector<16xi16>
    %311 = llvm.sext %310 : vector<16xi16> to vector<16xi32>
    %312 = llvm.sext %305 : vector<16xi16> to vector<16xi32>
    %313 = llvm.mul %311, %312 : vector<16xi32>
    %314 = llvm.ashr %313, %33 : vector<16xi32>
    %315 = llvm.trunc %314 : vector<16xi32> to vector<16xi16>
    %316 = llvm.add %315, %34 : vector<16xi16>
    %317 = llvm.ashr %316, %35 : vector<16xi16>
    %318 = llvm.intr.smax(%317, %36) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %319 = llvm.intr.smin(%318, %37) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %320 = llvm.trunc %319 : vector<16xi16> to vector<16xi8>
    %321 = llvm.shufflevector %320, %320 [0, 1, 2, 3] : vector<16xi8> 
    %322 = llvm.getelementptr %79[%304] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %321, %322 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %323 = llvm.add %266, %13 : i64
    %324 = llvm.load %82 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %325 = llvm.load %81 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %326 = llvm.ashr %265, %325 : vector<16xi32>
    %327 = llvm.intr.smax(%326, %31) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %328 = llvm.intr.smin(%327, %32) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    %329 = llvm.trunc %328 : vector<16xi32> to vector<16xi16>
    %330 = llvm.sext %329 : vector<16xi16> to vector<16xi32>
    %331 = llvm.sext %324 : vector<16xi16> to vector<16xi32>
    %332 = llvm.mul %330, %331 : vector<16xi32>
    %333 = llvm.ashr %332, %33 : vector<16xi32>
    %334 = llvm.trunc %333 : vector<16xi32> to vector<16xi16>
    %335 = llvm.add %334, %34 : vector<16xi16>
    %336 = llvm.ashr %335, %35 : vector<16xi16>
    %337 = llvm.intr.smax(%336, %36) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %338 = llvm.intr.smin(%337, %37) : (vector<16xi16>, vector<16xi16>) -> vector<16xi16>
    %339 = llvm.trunc %338 : vector<16xi16> to vector<16xi8>
    %340 = llvm.shufflevector %339, %339 [0, 1, 2, 3] : vector<16xi8> 
    %341 = llvm.getelementptr %79[%323] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %340, %341 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %342 = llvm.add %84, %42 : i64
    llvm.br ^bb10(%342 : i64)
  ^bb12:  // pred: ^bb10
    llvm.br ^bb13(%43 : i64)
  ^bb13(%343: i64):  // 2 preds: ^bb12, ^bb20
    %344 = llvm.icmp "slt" %343, %38 : i64
    llvm.cond_br %344, ^bb14, ^bb21
  ^bb14:  // pred: ^bb13
    llvm.br ^bb15(%43 : i64)
  ^bb15(%345: i64):  // 2 preds: ^bb14, ^bb19
    %346 = llvm.icmp "slt" %345, %38 : i64
    llvm.cond_br %346, ^bb16, ^bb20
  ^bb16:  // pred: ^bb15
    %347 = llvm.mul %343, %39 : i64
    %348 = llvm.mul %345, %40 : i64
    %349 = llvm.add %347, %348 : i64
    %350 = llvm.mul %343, %41 : i64
    %351 = llvm.mul %345, %39 : i64
    %352 = llvm.add %350, %351 : i64
    llvm.br ^bb17(%43, %21 : i64, vector<4xi8>)
  ^bb17(%353: i64, %354: vector<4xi8>):  // 2 preds: ^bb16, ^bb18
    %355 = llvm.icmp "slt" %353, %38 : i64
    llvm.cond_br %355, ^bb18, ^bb19
  ^bb18:  // pred: ^bb17
    %356 = llvm.mul %353, %18 : i64
    %357 = llvm.add %352, %356 : i64
    %358 = llvm.getelementptr %79[%357] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %359 = llvm.load %358 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %360 = llvm.intr.umax(%354, %359) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %361 = llvm.add %357, %40 : i64
    %362 = llvm.getelementptr %79[%361] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %363 = llvm.load %362 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %364 = llvm.intr.umax(%360, %363) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %365 = llvm.add %353, %42 : i64
    llvm.br ^bb17(%365, %364 : i64, vector<4xi8>)
  ^bb19:  // pred: ^bb17
    %366 = llvm.getelementptr %arg2[%349] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %354, %366 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %367 = llvm.add %345, %42 : i64
    llvm.br ^bb15(%367 : i64)
  ^bb20:  // pred: ^bb15
    %368 = llvm.add %343, %42 : i64
    llvm.br ^bb13(%368 : i64)
  ^bb21:  // pred: ^bb13
    %369 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %370 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %371 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    %372 = llvm.load %370 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %373 = llvm.load %371 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %374 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %375 = llvm.bitcast %374 : vector<4xi8> to vector<1xi32>
    %376 = llvm.extractelement %375[%5 : i64] : vector<1xi32>
    %377 = llvm.insertelement %376, %4[%3 : i32] : vector<16xi32>
    %378 = llvm.shufflevector %377, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %379 = llvm.bitcast %378 : vector<16xi32> to vector<64xi8>
    %380 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%372, %379, %373) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %381 = llvm.getelementptr %371[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %382 = llvm.load %381 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %383 = llvm.getelementptr %arg2[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %384 = llvm.load %383 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %385 = llvm.bitcast %384 : vector<4xi8> to vector<1xi32>
    %386 = llvm.extractelement %385[%5 : i64] : vector<1xi32>
    %387 = llvm.insertelement %386, %4[%3 : i32] : vector<16xi32>
    %388 = llvm.shufflevector %387, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %389 = llvm.bitcast %388 : vector<16xi32> to vector<64xi8>
    %390 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%380, %389, %382) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %391 = llvm.getelementptr %371[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %392 = llvm.load %391 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %393 = llvm.load %44 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %394 = llvm.bitcast %393 : vector<4xi8> to vector<1xi32>
    %395 = llvm.extractelement %394[%5 : i64] : vector<1xi32>
    %396 = llvm.insertelement %395, %4[%3 : i32] : vector<16xi32>
    %397 = llvm.shufflevector %396, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %398 = llvm.bitcast %397 : vector<16xi32> to vector<64xi8>
    %399 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%390, %398, %392) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %400 = llvm.getelementptr %371[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %401 = llvm.load %400 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %402 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %403 = llvm.load %402 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %404 = llvm.bitcast %403 : vector<4xi8> to vector<1xi32>
    %405 = llvm.extractelement %404[%5 : i64] : vector<1xi32>
    %406 = llvm.insertelement %405, %4[%3 : i32] : vector<16xi32>
    %407 = llvm.shufflevector %406, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %408 = llvm.bitcast %407 : vector<16xi32> to vector<64xi8>
    %409 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%399, %408, %401) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %410 = llvm.shufflevector %409, %409 [0, 1] : vector<16xi32> 
    llvm.store %410, %369 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %411 = llvm.shufflevector %409, %409 [2] : vector<16xi32> 
    %412 = llvm.getelementptr %369[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %411, %412 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    %413 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    %414 = llvm.load %369 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %415 = llvm.load %413 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %416 = llvm.sitofp %414 : vector<2xi32> to vector<2xf32>
    %417 = llvm.fmul %416, %415 : vector<2xf32>
    llvm.store %417, %arg1 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %418 = llvm.load %412 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %419 = llvm.getelementptr %413[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %420 = llvm.load %419 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %421 = llvm.sitofp %418 : vector<1xi32> to vector<1xf32>
    %422 = llvm.fmul %421, %420 : vector<1xf32>
    %423 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %422, %423 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
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
  llvm.mlir.global external constant @walkthrough_model() {addr_space = 0 : i32} : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> {
    %0 = llvm.mlir.addressof @walkthrough_run : !llvm.ptr
    %1 = llvm.mlir.constant(1 : i32) : i32
    %2 = llvm.mlir.constant(1 : i32) : i32
    %3 = llvm.mlir.constant(1 : i32) : i32
    %4 = llvm.mlir.constant(0 : i32) : i32
    %5 = llvm.mlir.addressof @walkthrough.name : !llvm.ptr
    %6 = llvm.mlir.addressof @walkthrough.instruction_set : !llvm.ptr
    %7 = llvm.mlir.addressof @walkthrough.inputs : !llvm.ptr
    %8 = llvm.mlir.addressof @walkthrough.outputs : !llvm.ptr
    %9 = llvm.mlir.constant(256 : i64) : i64
    %10 = llvm.mlir.constant(876 : i64) : i64
    %11 = llvm.mlir.undef : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)>
    %12 = llvm.insertvalue %1, %11[0] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %13 = llvm.insertvalue %2, %12[1] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %14 = llvm.insertvalue %3, %13[2] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %15 = llvm.insertvalue %4, %14[3] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %16 = llvm.insertvalue %5, %15[4] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %17 = llvm.insertvalue %6, %16[5] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %18 = llvm.insertvalue %7, %17[6] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %19 = llvm.insertvalue %8, %18[7] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %20 = llvm.insertvalue %9, %19[8] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %21 = llvm.insertvalue %10, %20[9] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    %22 = llvm.insertvalue %0, %21[10] : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)> 
    llvm.return %22 : !llvm.struct<(i32, i32, i32, i32, ptr, ptr, ptr, ptr, i64, i64, ptr)>
  }
}


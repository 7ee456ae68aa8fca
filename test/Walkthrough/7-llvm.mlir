module attributes {qopt.cpu = "icelake-server", qopt.features = "", qopt.interface = {arena_bytes = 256 : i64, constant_bytes = 876 : i64, inputs = [{name = "image", type = tensor<1x4x4x2xf32>}], name = "walkthrough", outputs = [{name = "scores", type = tensor<1x1x1x3xf32>}]}, qopt.triple = "x86_64-unknown-linux-gnu"} {
  llvm.mlir.global private constant @layer_bias(dense<[107743, 79467, -27599, -39845, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_shifts(dense<1> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_multipliers(dense<[20244, 20857, 21010, 20179, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384, 16384]> : tensor<16xi16>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i16>
  llvm.mlir.global private constant @layer_weights(dense<"0xD0A0298B15E47F8730EDCF17A0FD812E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ADB000060C80000F4CB000049140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000870281EEA19ACD544E35BC1467CD361A0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008A900000AB1600000763000016F40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000EB5A99B425DE0D8C3DC87F9B5E7AF92D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000237B00008BB20000EA44000087380000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<384xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<384 x i8>
  llvm.mlir.global private constant @layer_bias_0(dense<[-3245, -3015, -2271, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi32>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<16 x i32>
  llvm.mlir.global private constant @layer_weights_1(dense<"0xE22D81F6525DC7EADB137F3500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000A89A8B47DC6275A704213183000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009DBDE363ADBBBCFC704E69540000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090F20D6617C381EBE2E4912600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<256xi8>) {addr_space = 0 : i32, alignment = 64 : i64} : !llvm.array<256 x i8>
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
    %31 = llvm.mlir.constant(dense<16> : vector<32xi32>) : vector<32xi32>
    %32 = llvm.mlir.constant(dense<16> : vector<32xi16>) : vector<32xi16>
    %33 = llvm.mlir.constant(dense<5> : vector<32xi16>) : vector<32xi16>
    %34 = llvm.mlir.constant(2 : index) : i64
    %35 = llvm.mlir.constant(8 : index) : i64
    %36 = llvm.mlir.constant(4 : index) : i64
    %37 = llvm.mlir.constant(32 : index) : i64
    %38 = llvm.mlir.constant(1 : index) : i64
    %39 = llvm.mlir.constant(0 : index) : i64
    llvm.store %10, %arg2 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %40 = llvm.getelementptr %arg2[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %40 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %41 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %10, %41 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %42 = llvm.getelementptr %41[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %11, %42 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.br ^bb1(%39 : i64)
  ^bb1(%43: i64):  // 2 preds: ^bb0, ^bb2
    %44 = llvm.icmp "slt" %43, %36 : i64
    llvm.cond_br %44, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %45 = llvm.mul %43, %13 : i64
    %46 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %47 = llvm.getelementptr %46[%45] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %47 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %48 = llvm.add %43, %38 : i64
    llvm.br ^bb1(%48 : i64)
  ^bb3:  // pred: ^bb1
    llvm.br ^bb4(%39 : i64)
  ^bb4(%49: i64):  // 2 preds: ^bb3, ^bb5
    %50 = llvm.icmp "slt" %49, %36 : i64
    llvm.cond_br %50, ^bb5, ^bb6
  ^bb5:  // pred: ^bb4
    %51 = llvm.mul %49, %13 : i64
    %52 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %53 = llvm.getelementptr %52[%51] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %12, %53 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %54 = llvm.add %49, %38 : i64
    llvm.br ^bb4(%54 : i64)
  ^bb6:  // pred: ^bb4
    llvm.br ^bb7(%39 : i64)
  ^bb7(%55: i64):  // 2 preds: ^bb6, ^bb8
    %56 = llvm.icmp "slt" %55, %36 : i64
    llvm.cond_br %56, ^bb8, ^bb9
  ^bb8:  // pred: ^bb7
    %57 = llvm.mul %55, %35 : i64
    %58 = llvm.getelementptr %arg0[%57] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %59 = llvm.load %58 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %60 = llvm.fdiv %59, %14 : vector<8xf32>
    %61 = llvm.fcmp "ord" %60, %60 : vector<8xf32>
    %62 = llvm.select %61, %60, %15 : vector<8xi1>, vector<8xf32>
    %63 = llvm.intr.roundeven(%62) : (vector<8xf32>) -> vector<8xf32>
    %64 = llvm.fadd %63, %16 : vector<8xf32>
    %65 = llvm.fcmp "ogt" %64, %15 : vector<8xf32>
    %66 = llvm.select %65, %64, %15 : vector<8xi1>, vector<8xf32>
    %67 = llvm.fcmp "olt" %66, %17 : vector<8xf32>
    %68 = llvm.select %67, %66, %17 : vector<8xi1>, vector<8xf32>
    %69 = llvm.fptosi %68 : vector<8xf32> to vector<8xi32>
    %70 = llvm.trunc %69 : vector<8xi32> to vector<8xi8>
    %71 = llvm.mul %55, %13 : i64
    %72 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %73 = llvm.getelementptr %72[%71] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %70, %73 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %74 = llvm.add %55, %38 : i64
    llvm.br ^bb7(%74 : i64)
  ^bb9:  // pred: ^bb7
    %75 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %76 = llvm.getelementptr %9[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %77 = llvm.getelementptr %8[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %78 = llvm.getelementptr %7[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %79 = llvm.getelementptr %6[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    llvm.br ^bb10(%39 : i64)
  ^bb10(%80: i64):  // 2 preds: ^bb9, ^bb11
    %81 = llvm.icmp "slt" %80, %36 : i64
    llvm.cond_br %81, ^bb11, ^bb12
  ^bb11:  // pred: ^bb10
    %82 = llvm.mul %80, %13 : i64
    %83 = llvm.load %76 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %84 = llvm.load %79 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %85 = llvm.getelementptr %arg2[%82] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %86 = llvm.load %85 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %87 = llvm.bitcast %86 : vector<4xi8> to vector<1xi32>
    %88 = llvm.extractelement %87[%5 : i64] : vector<1xi32>
    %89 = llvm.insertelement %88, %4[%3 : i32] : vector<16xi32>
    %90 = llvm.shufflevector %89, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %91 = llvm.bitcast %90 : vector<16xi32> to vector<64xi8>
    %92 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%83, %91, %84) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %93 = llvm.add %82, %34 : i64
    %94 = llvm.getelementptr %arg2[%93] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %95 = llvm.load %94 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %96 = llvm.bitcast %95 : vector<4xi8> to vector<1xi32>
    %97 = llvm.extractelement %96[%5 : i64] : vector<1xi32>
    %98 = llvm.insertelement %97, %4[%3 : i32] : vector<16xi32>
    %99 = llvm.shufflevector %98, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %100 = llvm.bitcast %99 : vector<16xi32> to vector<64xi8>
    %101 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%83, %100, %84) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %102 = llvm.add %82, %36 : i64
    %103 = llvm.getelementptr %arg2[%102] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %104 = llvm.load %103 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %105 = llvm.bitcast %104 : vector<4xi8> to vector<1xi32>
    %106 = llvm.extractelement %105[%5 : i64] : vector<1xi32>
    %107 = llvm.insertelement %106, %4[%3 : i32] : vector<16xi32>
    %108 = llvm.shufflevector %107, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %109 = llvm.bitcast %108 : vector<16xi32> to vector<64xi8>
    %110 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%83, %109, %84) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %111 = llvm.add %82, %19 : i64
    %112 = llvm.getelementptr %arg2[%111] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %113 = llvm.load %112 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %114 = llvm.bitcast %113 : vector<4xi8> to vector<1xi32>
    %115 = llvm.extractelement %114[%5 : i64] : vector<1xi32>
    %116 = llvm.insertelement %115, %4[%3 : i32] : vector<16xi32>
    %117 = llvm.shufflevector %116, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %118 = llvm.bitcast %117 : vector<16xi32> to vector<64xi8>
    %119 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%83, %118, %84) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %120 = llvm.getelementptr %79[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %121 = llvm.load %120 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %122 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%92, %109, %121) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %123 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%101, %118, %121) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %124 = llvm.add %82, %35 : i64
    %125 = llvm.getelementptr %arg2[%124] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %126 = llvm.load %125 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %127 = llvm.bitcast %126 : vector<4xi8> to vector<1xi32>
    %128 = llvm.extractelement %127[%5 : i64] : vector<1xi32>
    %129 = llvm.insertelement %128, %4[%3 : i32] : vector<16xi32>
    %130 = llvm.shufflevector %129, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %131 = llvm.bitcast %130 : vector<16xi32> to vector<64xi8>
    %132 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%110, %131, %121) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %133 = llvm.add %82, %22 : i64
    %134 = llvm.getelementptr %arg2[%133] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %135 = llvm.load %134 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %136 = llvm.bitcast %135 : vector<4xi8> to vector<1xi32>
    %137 = llvm.extractelement %136[%5 : i64] : vector<1xi32>
    %138 = llvm.insertelement %137, %4[%3 : i32] : vector<16xi32>
    %139 = llvm.shufflevector %138, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %140 = llvm.bitcast %139 : vector<16xi32> to vector<64xi8>
    %141 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%119, %140, %121) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %142 = llvm.add %82, %13 : i64
    %143 = llvm.getelementptr %79[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %144 = llvm.load %143 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %145 = llvm.getelementptr %arg2[%142] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %146 = llvm.load %145 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %147 = llvm.bitcast %146 : vector<4xi8> to vector<1xi32>
    %148 = llvm.extractelement %147[%5 : i64] : vector<1xi32>
    %149 = llvm.insertelement %148, %4[%3 : i32] : vector<16xi32>
    %150 = llvm.shufflevector %149, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %151 = llvm.bitcast %150 : vector<16xi32> to vector<64xi8>
    %152 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%122, %151, %144) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %153 = llvm.add %82, %23 : i64
    %154 = llvm.getelementptr %arg2[%153] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %155 = llvm.load %154 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %156 = llvm.bitcast %155 : vector<4xi8> to vector<1xi32>
    %157 = llvm.extractelement %156[%5 : i64] : vector<1xi32>
    %158 = llvm.insertelement %157, %4[%3 : i32] : vector<16xi32>
    %159 = llvm.shufflevector %158, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %160 = llvm.bitcast %159 : vector<16xi32> to vector<64xi8>
    %161 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%123, %160, %144) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %162 = llvm.add %82, %18 : i64
    %163 = llvm.getelementptr %arg2[%162] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %164 = llvm.load %163 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %165 = llvm.bitcast %164 : vector<4xi8> to vector<1xi32>
    %166 = llvm.extractelement %165[%5 : i64] : vector<1xi32>
    %167 = llvm.insertelement %166, %4[%3 : i32] : vector<16xi32>
    %168 = llvm.shufflevector %167, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %169 = llvm.bitcast %168 : vector<16xi32> to vector<64xi8>
    %170 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%132, %169, %144) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %171 = llvm.add %82, %24 : i64
    %172 = llvm.getelementptr %arg2[%171] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %173 = llvm.load %172 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %174 = llvm.bitcast %173 : vector<4xi8> to vector<1xi32>
    %175 = llvm.extractelement %174[%5 : i64] : vector<1xi32>
    %176 = llvm.insertelement %175, %4[%3 : i32] : vector<16xi32>
    %177 = llvm.shufflevector %176, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %178 = llvm.bitcast %177 : vector<16xi32> to vector<64xi8>
    %179 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%141, %178, %144) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %180 = llvm.getelementptr %79[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %181 = llvm.load %180 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %182 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%152, %169, %181) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %183 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%161, %178, %181) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %184 = llvm.add %82, %25 : i64
    %185 = llvm.getelementptr %arg2[%184] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %186 = llvm.load %185 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %187 = llvm.bitcast %186 : vector<4xi8> to vector<1xi32>
    %188 = llvm.extractelement %187[%5 : i64] : vector<1xi32>
    %189 = llvm.insertelement %188, %4[%3 : i32] : vector<16xi32>
    %190 = llvm.shufflevector %189, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %191 = llvm.bitcast %190 : vector<16xi32> to vector<64xi8>
    %192 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%170, %191, %181) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %193 = llvm.add %82, %26 : i64
    %194 = llvm.getelementptr %arg2[%193] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %195 = llvm.load %194 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %196 = llvm.bitcast %195 : vector<4xi8> to vector<1xi32>
    %197 = llvm.extractelement %196[%5 : i64] : vector<1xi32>
    %198 = llvm.insertelement %197, %4[%3 : i32] : vector<16xi32>
    %199 = llvm.shufflevector %198, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %200 = llvm.bitcast %199 : vector<16xi32> to vector<64xi8>
    %201 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%179, %200, %181) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %202 = llvm.add %82, %20 : i64
    %203 = llvm.getelementptr %79[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %204 = llvm.load %203 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %205 = llvm.getelementptr %arg2[%202] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %206 = llvm.load %205 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %207 = llvm.bitcast %206 : vector<4xi8> to vector<1xi32>
    %208 = llvm.extractelement %207[%5 : i64] : vector<1xi32>
    %209 = llvm.insertelement %208, %4[%3 : i32] : vector<16xi32>
    %210 = llvm.shufflevector %209, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %211 = llvm.bitcast %210 : vector<16xi32> to vector<64xi8>
    %212 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%182, %211, %204) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %213 = llvm.add %82, %27 : i64
    %214 = llvm.getelementptr %arg2[%213] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %215 = llvm.load %214 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %216 = llvm.bitcast %215 : vector<4xi8> to vector<1xi32>
    %217 = llvm.extractelement %216[%5 : i64] : vector<1xi32>
    %218 = llvm.insertelement %217, %4[%3 : i32] : vector<16xi32>
    %219 = llvm.shufflevector %218, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %220 = llvm.bitcast %219 : vector<16xi32> to vector<64xi8>
    %221 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%183, %220, %204) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %222 = llvm.add %82, %28 : i64
    %223 = llvm.getelementptr %arg2[%222] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %224 = llvm.load %223 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %225 = llvm.bitcast %224 : vector<4xi8> to vector<1xi32>
    %226 = llvm.extractelement %225[%5 : i64] : vector<1xi32>
    %227 = llvm.insertelement %226, %4[%3 : i32] : vector<16xi32>
    %228 = llvm.shufflevector %227, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %229 = llvm.bitcast %228 : vector<16xi32> to vector<64xi8>
    %230 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%192, %229, %204) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %231 = llvm.add %82, %29 : i64
    %232 = llvm.getelementptr %arg2[%231] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %233 = llvm.load %232 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %234 = llvm.bitcast %233 : vector<4xi8> to vector<1xi32>
    %235 = llvm.extractelement %234[%5 : i64] : vector<1xi32>
    %236 = llvm.insertelement %235, %4[%3 : i32] : vector<16xi32>
    %237 = llvm.shufflevector %236, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %238 = llvm.bitcast %237 : vector<16xi32> to vector<64xi8>
    %239 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%201, %238, %204) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %240 = llvm.getelementptr %79[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %241 = llvm.load %240 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %242 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%212, %229, %241) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %243 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%221, %238, %241) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %244 = llvm.add %82, %37 : i64
    %245 = llvm.getelementptr %arg2[%244] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %246 = llvm.load %245 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %247 = llvm.bitcast %246 : vector<4xi8> to vector<1xi32>
    %248 = llvm.extractelement %247[%5 : i64] : vector<1xi32>
    %249 = llvm.insertelement %248, %4[%3 : i32] : vector<16xi32>
    %250 = llvm.shufflevector %249, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %251 = llvm.bitcast %250 : vector<16xi32> to vector<64xi8>
    %252 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%230, %251, %241) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %253 = llvm.add %82, %30 : i64
    %254 = llvm.getelementptr %arg2[%253] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %255 = llvm.load %254 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %256 = llvm.bitcast %255 : vector<4xi8> to vector<1xi32>
    %257 = llvm.extractelement %256[%5 : i64] : vector<1xi32>
    %258 = llvm.insertelement %257, %4[%3 : i32] : vector<16xi32>
    %259 = llvm.shufflevector %258, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %260 = llvm.bitcast %259 : vector<16xi32> to vector<64xi8>
    %261 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%239, %260, %241) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %262 = llvm.mul %80, %18 : i64
    %263 = llvm.shufflevector %242, %243 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %264 = llvm.shufflevector %252, %261 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %265 = llvm.shufflevector %263, %264 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %266 = llvm.load %78 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %267 = llvm.shufflevector %266, %266 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %268 = llvm.shufflevector %267, %267 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %269 = llvm.load %77 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %270 = llvm.shufflevector %269, %269 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %271 = llvm.shufflevector %270, %270 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %272 = llvm.shufflevector %265, %265 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %273 = llvm.shufflevector %271, %271 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %274 = llvm.ashr %272, %273 : vector<16xi32>
    %275 = llvm.shufflevector %265, %265 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %276 = llvm.shufflevector %271, %271 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %277 = llvm.ashr %275, %276 : vector<16xi32>
    %278 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%274, %277) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %279 = llvm.shufflevector %265, %265 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %280 = llvm.shufflevector %271, %271 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %281 = llvm.ashr %279, %280 : vector<16xi32>
    %282 = llvm.shufflevector %265, %265 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %283 = llvm.shufflevector %271, %271 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %284 = llvm.ashr %282, %283 : vector<16xi32>
    %285 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%281, %284) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %286 = llvm.shufflevector %268, %268 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %287 = llvm.sext %278 : vector<32xi16> to vector<32xi32>
    %288 = llvm.sext %286 : vector<32xi16> to vector<32xi32>
    %289 = llvm.mul %287, %288 : vector<32xi32>
    %290 = llvm.ashr %289, %31 : vector<32xi32>
    %291 = llvm.trunc %290 : vector<32xi32> to vector<32xi16>
    %292 = llvm.shufflevector %268, %268 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %293 = llvm.sext %285 : vector<32xi16> to vector<32xi32>
    %294 = llvm.sext %292 : vector<32xi16> to vector<32xi32>
    %295 = llvm.mul %293, %294 : vector<32xi32>
    %296 = llvm.ashr %295, %31 : vector<32xi32>
    %297 = llvm.trunc %296 : vector<32xi32> to vector<32xi16>
    %298 = llvm.add %291, %32 : vector<32xi16>
    %299 = llvm.ashr %298, %33 : vector<32xi16>
    %300 = llvm.add %297, %32 : vector<32xi16>
    %301 = llvm.ashr %300, %33 : vector<32xi16>
    %302 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%299, %301) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %303 = llvm.shufflevector %302, %302 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %304 = llvm.shufflevector %303, %303 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %305 = llvm.shufflevector %304, %304 [0, 1, 2, 3] : vector<16xi8> 
    %306 = llvm.getelementptr %75[%262] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %305, %306 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %307 = llvm.shufflevector %303, %303 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %308 = llvm.add %262, %36 : i64
    %309 = llvm.shufflevector %307, %307 [0, 1, 2, 3] : vector<16xi8> 
    %310 = llvm.getelementptr %75[%308] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %309, %310 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %311 = llvm.shufflevector %303, %303 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %312 = llvm.add %262, %35 : i64
    %313 = llvm.shufflevector %311, %311 [0, 1, 2, 3] : vector<16xi8> 
    %314 = llvm.getelementptr %75[%312] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %313, %314 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %315 = llvm.shufflevector %303, %303 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %316 = llvm.add %262, %13 : i64
    %317 = llvm.shufflevector %315, %315 [0, 1, 2, 3] : vector<16xi8> 
    %318 = llvm.getelementptr %75[%316] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %317, %318 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %319 = llvm.add %80, %38 : i64
    llvm.br ^bb10(%319 : i64)
  ^bb12:  // pred: ^bb10
    llvm.br ^bb13(%39 : i64)
  ^bb13(%320: i64):  // 2 preds: ^bb12, ^bb20
    %321 = llvm.icmp "slt" %320, %34 : i64
    llvm.cond_br %321, ^bb14, ^bb21
  ^bb14:  // pred: ^bb13
    llvm.br ^bb15(%39 : i64)
  ^bb15(%322: i64):  // 2 preds: ^bb14, ^bb19
    %323 = llvm.icmp "slt" %322, %34 : i64
    llvm.cond_br %323, ^bb16, ^bb20
  ^bb16:  // pred: ^bb15
    %324 = llvm.mul %320, %35 : i64
    %325 = llvm.mul %322, %36 : i64
    %326 = llvm.add %324, %325 : i64
    %327 = llvm.mul %320, %37 : i64
    %328 = llvm.mul %322, %35 : i64
    %329 = llvm.add %327, %328 : i64
    llvm.br ^bb17(%39, %21 : i64, vector<4xi8>)
  ^bb17(%330: i64, %331: vector<4xi8>):  // 2 preds: ^bb16, ^bb18
    %332 = llvm.icmp "slt" %330, %34 : i64
    llvm.cond_br %332, ^bb18, ^bb19
  ^bb18:  // pred: ^bb17
    %333 = llvm.mul %330, %18 : i64
    %334 = llvm.add %329, %333 : i64
    %335 = llvm.getelementptr %75[%334] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %336 = llvm.load %335 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %337 = llvm.intr.umax(%331, %336) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %338 = llvm.add %334, %36 : i64
    %339 = llvm.getelementptr %75[%338] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %340 = llvm.load %339 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %341 = llvm.intr.umax(%337, %340) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %342 = llvm.add %330, %38 : i64
    llvm.br ^bb17(%342, %341 : i64, vector<4xi8>)
  ^bb19:  // pred: ^bb17
    %343 = llvm.getelementptr %arg2[%326] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %331, %343 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %344 = llvm.add %322, %38 : i64
    llvm.br ^bb15(%344 : i64)
  ^bb20:  // pred: ^bb15
    %345 = llvm.add %320, %38 : i64
    llvm.br ^bb13(%345 : i64)
  ^bb21:  // pred: ^bb13
    %346 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %347 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %348 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    %349 = llvm.load %347 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %350 = llvm.load %348 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %351 = llvm.load %arg2 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %352 = llvm.bitcast %351 : vector<4xi8> to vector<1xi32>
    %353 = llvm.extractelement %352[%5 : i64] : vector<1xi32>
    %354 = llvm.insertelement %353, %4[%3 : i32] : vector<16xi32>
    %355 = llvm.shufflevector %354, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %356 = llvm.bitcast %355 : vector<16xi32> to vector<64xi8>
    %357 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%349, %356, %350) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %358 = llvm.getelementptr %348[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %359 = llvm.load %358 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %360 = llvm.getelementptr %arg2[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %361 = llvm.load %360 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %362 = llvm.bitcast %361 : vector<4xi8> to vector<1xi32>
    %363 = llvm.extractelement %362[%5 : i64] : vector<1xi32>
    %364 = llvm.insertelement %363, %4[%3 : i32] : vector<16xi32>
    %365 = llvm.shufflevector %364, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %366 = llvm.bitcast %365 : vector<16xi32> to vector<64xi8>
    %367 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%357, %366, %359) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %368 = llvm.getelementptr %348[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %369 = llvm.load %368 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %370 = llvm.load %40 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %371 = llvm.bitcast %370 : vector<4xi8> to vector<1xi32>
    %372 = llvm.extractelement %371[%5 : i64] : vector<1xi32>
    %373 = llvm.insertelement %372, %4[%3 : i32] : vector<16xi32>
    %374 = llvm.shufflevector %373, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %375 = llvm.bitcast %374 : vector<16xi32> to vector<64xi8>
    %376 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%367, %375, %369) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %377 = llvm.getelementptr %348[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %378 = llvm.load %377 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %379 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %380 = llvm.load %379 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %381 = llvm.bitcast %380 : vector<4xi8> to vector<1xi32>
    %382 = llvm.extractelement %381[%5 : i64] : vector<1xi32>
    %383 = llvm.insertelement %382, %4[%3 : i32] : vector<16xi32>
    %384 = llvm.shufflevector %383, %4 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %385 = llvm.bitcast %384 : vector<16xi32> to vector<64xi8>
    %386 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%376, %385, %378) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %387 = llvm.shufflevector %386, %386 [0, 1] : vector<16xi32> 
    llvm.store %387, %346 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %388 = llvm.shufflevector %386, %386 [2] : vector<16xi32> 
    %389 = llvm.getelementptr %346[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %388, %389 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    %390 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    %391 = llvm.load %346 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %392 = llvm.load %390 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %393 = llvm.sitofp %391 : vector<2xi32> to vector<2xf32>
    %394 = llvm.fmul %393, %392 : vector<2xf32>
    llvm.store %394, %arg1 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %395 = llvm.load %389 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %396 = llvm.getelementptr %390[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %397 = llvm.load %396 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %398 = llvm.sitofp %395 : vector<1xi32> to vector<1xf32>
    %399 = llvm.fmul %398, %397 : vector<1xf32>
    %400 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %399, %400 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
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
    %5 = llvm.mlir.constant(0 : i32) : i32
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


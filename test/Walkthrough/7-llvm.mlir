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
    %3 = llvm.mlir.addressof @layer_weights : !llvm.ptr
    %4 = llvm.mlir.addressof @layer_multipliers : !llvm.ptr
    %5 = llvm.mlir.addressof @layer_shifts : !llvm.ptr
    %6 = llvm.mlir.addressof @layer_bias : !llvm.ptr
    llvm.call @walkthrough_layer0(%arg2) : (!llvm.ptr) -> ()
    %7 = llvm.getelementptr %arg2[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.call @walkthrough_layer0(%7) : (!llvm.ptr) -> ()
    %8 = llvm.getelementptr %arg2[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.call @walkthrough_layer1(%8) : (!llvm.ptr) -> ()
    %9 = llvm.getelementptr %arg2[22] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.call @walkthrough_layer1(%9) : (!llvm.ptr) -> ()
    %10 = llvm.getelementptr %arg2[14] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.call @walkthrough_layer2(%arg0, %10) : (!llvm.ptr, !llvm.ptr) -> ()
    %11 = llvm.getelementptr %arg2[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %12 = llvm.getelementptr %6[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %13 = llvm.getelementptr %5[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %14 = llvm.getelementptr %4[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i16>
    %15 = llvm.getelementptr %3[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<6 x array<16 x array<4 x i8>>>>>
    llvm.call @walkthrough_layer3(%arg2, %15, %12, %14, %13, %11) : (!llvm.ptr, !llvm.ptr, !llvm.ptr, !llvm.ptr, !llvm.ptr, !llvm.ptr) -> ()
    llvm.call @walkthrough_layer4(%11, %arg2) : (!llvm.ptr, !llvm.ptr) -> ()
    %16 = llvm.getelementptr %arg2[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %17 = llvm.getelementptr %2[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<16 x i32>
    %18 = llvm.getelementptr %1[0, 0, 0, 0, 0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<1 x array<1 x array<4 x array<16 x array<4 x i8>>>>>
    llvm.call @walkthrough_layer5(%arg2, %18, %17, %16) : (!llvm.ptr, !llvm.ptr, !llvm.ptr, !llvm.ptr) -> ()
    %19 = llvm.getelementptr %0[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
    llvm.call @walkthrough_layer6(%16, %19, %arg1) : (!llvm.ptr, !llvm.ptr, !llvm.ptr) -> ()
    llvm.return
  }
  llvm.func internal @walkthrough_layer0(%arg0: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(dense<-92> : vector<8xi8>) : vector<8xi8>
    %1 = llvm.mlir.constant(dense<-92> : vector<4xi8>) : vector<4xi8>
    llvm.store %0, %arg0 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %2 = llvm.getelementptr %arg0[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %1, %2 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.return
  }
  llvm.func internal @walkthrough_layer1(%arg0: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(dense<-92> : vector<2xi8>) : vector<2xi8>
    %1 = llvm.mlir.constant(1 : index) : i64
    %2 = llvm.mlir.constant(12 : index) : i64
    %3 = llvm.mlir.constant(4 : index) : i64
    %4 = llvm.mlir.constant(0 : index) : i64
    llvm.br ^bb1(%4 : i64)
  ^bb1(%5: i64):  // 2 preds: ^bb0, ^bb2
    %6 = llvm.icmp "slt" %5, %3 : i64
    llvm.cond_br %6, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %7 = llvm.mul %5, %2 : i64
    %8 = llvm.getelementptr %arg0[%7] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %0, %8 {alignment = 1 : i64} : vector<2xi8>, !llvm.ptr
    %9 = llvm.add %5, %1 : i64
    llvm.br ^bb1(%9 : i64)
  ^bb3:  // pred: ^bb1
    llvm.return
  }
  llvm.func internal @walkthrough_layer2(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(dense<0.000000e+00> : vector<8xf32>) : vector<8xf32>
    %1 = llvm.mlir.constant(dense<-5.77949333> : vector<8xf32>) : vector<8xf32>
    %2 = llvm.mlir.constant(dense<3.20691419> : vector<8xf32>) : vector<8xf32>
    %3 = llvm.mlir.constant(dense<6.89869466E-7> : vector<8xf32>) : vector<8xf32>
    %4 = llvm.mlir.constant(dense<28.3761883> : vector<8xf32>) : vector<8xf32>
    %5 = llvm.mlir.constant(dense<0x4B400000> : vector<8xf32>) : vector<8xf32>
    %6 = llvm.mlir.constant(dense<-92> : vector<8xi8>) : vector<8xi8>
    %7 = llvm.mlir.constant(1 : index) : i64
    %8 = llvm.mlir.constant(8 : index) : i64
    %9 = llvm.mlir.constant(12 : index) : i64
    %10 = llvm.mlir.constant(4 : index) : i64
    %11 = llvm.mlir.constant(0 : index) : i64
    llvm.br ^bb1(%11 : i64)
  ^bb1(%12: i64):  // 2 preds: ^bb0, ^bb2
    %13 = llvm.icmp "slt" %12, %10 : i64
    llvm.cond_br %13, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %14 = llvm.mul %12, %8 : i64
    %15 = llvm.getelementptr %arg0[%14] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %16 = llvm.load %15 {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %17 = llvm.fcmp "ord" %16, %16 : vector<8xf32>
    %18 = llvm.select %17, %16, %0 : vector<8xi1>, vector<8xf32>
    %19 = llvm.fcmp "ogt" %18, %1 : vector<8xf32>
    %20 = llvm.select %19, %18, %1 : vector<8xi1>, vector<8xf32>
    %21 = llvm.fcmp "olt" %20, %2 : vector<8xf32>
    %22 = llvm.select %21, %20, %2 : vector<8xi1>, vector<8xf32>
    %23 = llvm.fmul %22, %3 : vector<8xf32>
    %24 = llvm.intr.fma(%22, %4, %23) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
    %25 = llvm.fadd %24, %5 : vector<8xf32>
    %26 = llvm.bitcast %25 : vector<8xf32> to vector<8xi32>
    %27 = llvm.trunc %26 : vector<8xi32> to vector<8xi8>
    %28 = llvm.add %27, %6 : vector<8xi8>
    %29 = llvm.mul %12, %9 : i64
    %30 = llvm.getelementptr %arg1[%29] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %28, %30 {alignment = 1 : i64} : vector<8xi8>, !llvm.ptr
    %31 = llvm.add %12, %7 : i64
    llvm.br ^bb1(%31 : i64)
  ^bb3:  // pred: ^bb1
    llvm.return
  }
  llvm.func internal @walkthrough_layer3(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}, %arg2: !llvm.ptr {llvm.noalias}, %arg3: !llvm.ptr {llvm.noalias}, %arg4: !llvm.ptr {llvm.noalias, qopt.least_shift = 0 : i32}, %arg5: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(0 : i32) : i32
    %1 = llvm.mlir.poison : vector<16xi32>
    %2 = llvm.mlir.constant(0 : i64) : i64
    %3 = llvm.mlir.constant(dense<16> : vector<32xi32>) : vector<32xi32>
    %4 = llvm.mlir.constant(dense<1024> : vector<32xi16>) : vector<32xi16>
    %5 = llvm.load %arg2 {alignment = 4 : i64} : !llvm.ptr -> vector<8xi32>
    %6 = llvm.load %arg1 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %7 = llvm.load %arg0 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %8 = llvm.bitcast %7 : vector<4xi8> to vector<1xi32>
    %9 = llvm.extractelement %8[%2 : i64] : vector<1xi32>
    %10 = llvm.insertelement %9, %1[%0 : i32] : vector<16xi32>
    %11 = llvm.shufflevector %10, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %12 = llvm.bitcast %11 : vector<16xi32> to vector<64xi8>
    %13 = llvm.inline_asm "", "=v,0" %12 : (vector<64xi8>) -> vector<64xi8>
    %14 = llvm.shufflevector %13, %13 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %15 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %14, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %16 = llvm.getelementptr %arg0[2] : (!llvm.ptr) -> !llvm.ptr, i8
    %17 = llvm.load %16 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %18 = llvm.bitcast %17 : vector<4xi8> to vector<1xi32>
    %19 = llvm.extractelement %18[%2 : i64] : vector<1xi32>
    %20 = llvm.insertelement %19, %1[%0 : i32] : vector<16xi32>
    %21 = llvm.shufflevector %20, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %22 = llvm.bitcast %21 : vector<16xi32> to vector<64xi8>
    %23 = llvm.inline_asm "", "=v,0" %22 : (vector<64xi8>) -> vector<64xi8>
    %24 = llvm.shufflevector %23, %23 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %25 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %24, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %26 = llvm.getelementptr %arg0[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %27 = llvm.load %26 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %28 = llvm.bitcast %27 : vector<4xi8> to vector<1xi32>
    %29 = llvm.extractelement %28[%2 : i64] : vector<1xi32>
    %30 = llvm.insertelement %29, %1[%0 : i32] : vector<16xi32>
    %31 = llvm.shufflevector %30, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %32 = llvm.bitcast %31 : vector<16xi32> to vector<64xi8>
    %33 = llvm.inline_asm "", "=v,0" %32 : (vector<64xi8>) -> vector<64xi8>
    %34 = llvm.shufflevector %33, %33 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %35 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %34, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %36 = llvm.getelementptr %arg0[6] : (!llvm.ptr) -> !llvm.ptr, i8
    %37 = llvm.load %36 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %38 = llvm.bitcast %37 : vector<4xi8> to vector<1xi32>
    %39 = llvm.extractelement %38[%2 : i64] : vector<1xi32>
    %40 = llvm.insertelement %39, %1[%0 : i32] : vector<16xi32>
    %41 = llvm.shufflevector %40, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %42 = llvm.bitcast %41 : vector<16xi32> to vector<64xi8>
    %43 = llvm.inline_asm "", "=v,0" %42 : (vector<64xi8>) -> vector<64xi8>
    %44 = llvm.shufflevector %43, %43 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %45 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %44, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %46 = llvm.getelementptr %arg0[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %47 = llvm.load %46 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %48 = llvm.bitcast %47 : vector<4xi8> to vector<1xi32>
    %49 = llvm.extractelement %48[%2 : i64] : vector<1xi32>
    %50 = llvm.insertelement %49, %1[%0 : i32] : vector<16xi32>
    %51 = llvm.shufflevector %50, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %52 = llvm.bitcast %51 : vector<16xi32> to vector<64xi8>
    %53 = llvm.inline_asm "", "=v,0" %52 : (vector<64xi8>) -> vector<64xi8>
    %54 = llvm.shufflevector %53, %53 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %55 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %54, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %56 = llvm.getelementptr %arg0[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %57 = llvm.load %56 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %58 = llvm.bitcast %57 : vector<4xi8> to vector<1xi32>
    %59 = llvm.extractelement %58[%2 : i64] : vector<1xi32>
    %60 = llvm.insertelement %59, %1[%0 : i32] : vector<16xi32>
    %61 = llvm.shufflevector %60, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %62 = llvm.bitcast %61 : vector<16xi32> to vector<64xi8>
    %63 = llvm.inline_asm "", "=v,0" %62 : (vector<64xi8>) -> vector<64xi8>
    %64 = llvm.shufflevector %63, %63 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %65 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %64, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %66 = llvm.getelementptr %arg0[16] : (!llvm.ptr) -> !llvm.ptr, i8
    %67 = llvm.load %66 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %68 = llvm.bitcast %67 : vector<4xi8> to vector<1xi32>
    %69 = llvm.extractelement %68[%2 : i64] : vector<1xi32>
    %70 = llvm.insertelement %69, %1[%0 : i32] : vector<16xi32>
    %71 = llvm.shufflevector %70, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %72 = llvm.bitcast %71 : vector<16xi32> to vector<64xi8>
    %73 = llvm.inline_asm "", "=v,0" %72 : (vector<64xi8>) -> vector<64xi8>
    %74 = llvm.shufflevector %73, %73 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %75 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %74, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %76 = llvm.getelementptr %arg0[18] : (!llvm.ptr) -> !llvm.ptr, i8
    %77 = llvm.load %76 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %78 = llvm.bitcast %77 : vector<4xi8> to vector<1xi32>
    %79 = llvm.extractelement %78[%2 : i64] : vector<1xi32>
    %80 = llvm.insertelement %79, %1[%0 : i32] : vector<16xi32>
    %81 = llvm.shufflevector %80, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %82 = llvm.bitcast %81 : vector<16xi32> to vector<64xi8>
    %83 = llvm.inline_asm "", "=v,0" %82 : (vector<64xi8>) -> vector<64xi8>
    %84 = llvm.shufflevector %83, %83 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %85 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %84, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %86 = llvm.getelementptr %arg0[24] : (!llvm.ptr) -> !llvm.ptr, i8
    %87 = llvm.load %86 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %88 = llvm.bitcast %87 : vector<4xi8> to vector<1xi32>
    %89 = llvm.extractelement %88[%2 : i64] : vector<1xi32>
    %90 = llvm.insertelement %89, %1[%0 : i32] : vector<16xi32>
    %91 = llvm.shufflevector %90, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %92 = llvm.bitcast %91 : vector<16xi32> to vector<64xi8>
    %93 = llvm.inline_asm "", "=v,0" %92 : (vector<64xi8>) -> vector<64xi8>
    %94 = llvm.shufflevector %93, %93 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %95 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %94, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %96 = llvm.getelementptr %arg0[26] : (!llvm.ptr) -> !llvm.ptr, i8
    %97 = llvm.load %96 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %98 = llvm.bitcast %97 : vector<4xi8> to vector<1xi32>
    %99 = llvm.extractelement %98[%2 : i64] : vector<1xi32>
    %100 = llvm.insertelement %99, %1[%0 : i32] : vector<16xi32>
    %101 = llvm.shufflevector %100, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %102 = llvm.bitcast %101 : vector<16xi32> to vector<64xi8>
    %103 = llvm.inline_asm "", "=v,0" %102 : (vector<64xi8>) -> vector<64xi8>
    %104 = llvm.shufflevector %103, %103 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %105 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %104, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %106 = llvm.getelementptr %arg0[28] : (!llvm.ptr) -> !llvm.ptr, i8
    %107 = llvm.load %106 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %108 = llvm.bitcast %107 : vector<4xi8> to vector<1xi32>
    %109 = llvm.extractelement %108[%2 : i64] : vector<1xi32>
    %110 = llvm.insertelement %109, %1[%0 : i32] : vector<16xi32>
    %111 = llvm.shufflevector %110, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %112 = llvm.bitcast %111 : vector<16xi32> to vector<64xi8>
    %113 = llvm.inline_asm "", "=v,0" %112 : (vector<64xi8>) -> vector<64xi8>
    %114 = llvm.shufflevector %113, %113 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %115 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %114, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %116 = llvm.getelementptr %arg0[30] : (!llvm.ptr) -> !llvm.ptr, i8
    %117 = llvm.load %116 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %118 = llvm.bitcast %117 : vector<4xi8> to vector<1xi32>
    %119 = llvm.extractelement %118[%2 : i64] : vector<1xi32>
    %120 = llvm.insertelement %119, %1[%0 : i32] : vector<16xi32>
    %121 = llvm.shufflevector %120, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %122 = llvm.bitcast %121 : vector<16xi32> to vector<64xi8>
    %123 = llvm.inline_asm "", "=v,0" %122 : (vector<64xi8>) -> vector<64xi8>
    %124 = llvm.shufflevector %123, %123 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %125 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %124, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %126 = llvm.getelementptr %arg0[36] : (!llvm.ptr) -> !llvm.ptr, i8
    %127 = llvm.load %126 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %128 = llvm.bitcast %127 : vector<4xi8> to vector<1xi32>
    %129 = llvm.extractelement %128[%2 : i64] : vector<1xi32>
    %130 = llvm.insertelement %129, %1[%0 : i32] : vector<16xi32>
    %131 = llvm.shufflevector %130, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %132 = llvm.bitcast %131 : vector<16xi32> to vector<64xi8>
    %133 = llvm.inline_asm "", "=v,0" %132 : (vector<64xi8>) -> vector<64xi8>
    %134 = llvm.shufflevector %133, %133 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %135 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %134, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %136 = llvm.getelementptr %arg0[38] : (!llvm.ptr) -> !llvm.ptr, i8
    %137 = llvm.load %136 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %138 = llvm.bitcast %137 : vector<4xi8> to vector<1xi32>
    %139 = llvm.extractelement %138[%2 : i64] : vector<1xi32>
    %140 = llvm.insertelement %139, %1[%0 : i32] : vector<16xi32>
    %141 = llvm.shufflevector %140, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %142 = llvm.bitcast %141 : vector<16xi32> to vector<64xi8>
    %143 = llvm.inline_asm "", "=v,0" %142 : (vector<64xi8>) -> vector<64xi8>
    %144 = llvm.shufflevector %143, %143 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %145 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %144, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %146 = llvm.getelementptr %arg0[40] : (!llvm.ptr) -> !llvm.ptr, i8
    %147 = llvm.load %146 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %148 = llvm.bitcast %147 : vector<4xi8> to vector<1xi32>
    %149 = llvm.extractelement %148[%2 : i64] : vector<1xi32>
    %150 = llvm.insertelement %149, %1[%0 : i32] : vector<16xi32>
    %151 = llvm.shufflevector %150, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %152 = llvm.bitcast %151 : vector<16xi32> to vector<64xi8>
    %153 = llvm.inline_asm "", "=v,0" %152 : (vector<64xi8>) -> vector<64xi8>
    %154 = llvm.shufflevector %153, %153 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %155 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %154, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %156 = llvm.getelementptr %arg0[42] : (!llvm.ptr) -> !llvm.ptr, i8
    %157 = llvm.load %156 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %158 = llvm.bitcast %157 : vector<4xi8> to vector<1xi32>
    %159 = llvm.extractelement %158[%2 : i64] : vector<1xi32>
    %160 = llvm.insertelement %159, %1[%0 : i32] : vector<16xi32>
    %161 = llvm.shufflevector %160, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %162 = llvm.bitcast %161 : vector<16xi32> to vector<64xi8>
    %163 = llvm.inline_asm "", "=v,0" %162 : (vector<64xi8>) -> vector<64xi8>
    %164 = llvm.shufflevector %163, %163 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %165 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%5, %164, %6) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %166 = llvm.getelementptr %arg1[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %167 = llvm.load %166 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %168 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%15, %34, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %169 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%25, %44, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %170 = llvm.getelementptr %arg0[8] : (!llvm.ptr) -> !llvm.ptr, i8
    %171 = llvm.load %170 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %172 = llvm.bitcast %171 : vector<4xi8> to vector<1xi32>
    %173 = llvm.extractelement %172[%2 : i64] : vector<1xi32>
    %174 = llvm.insertelement %173, %1[%0 : i32] : vector<16xi32>
    %175 = llvm.shufflevector %174, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %176 = llvm.bitcast %175 : vector<16xi32> to vector<64xi8>
    %177 = llvm.inline_asm "", "=v,0" %176 : (vector<64xi8>) -> vector<64xi8>
    %178 = llvm.shufflevector %177, %177 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %179 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%35, %178, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %180 = llvm.getelementptr %arg0[10] : (!llvm.ptr) -> !llvm.ptr, i8
    %181 = llvm.load %180 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %182 = llvm.bitcast %181 : vector<4xi8> to vector<1xi32>
    %183 = llvm.extractelement %182[%2 : i64] : vector<1xi32>
    %184 = llvm.insertelement %183, %1[%0 : i32] : vector<16xi32>
    %185 = llvm.shufflevector %184, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %186 = llvm.bitcast %185 : vector<16xi32> to vector<64xi8>
    %187 = llvm.inline_asm "", "=v,0" %186 : (vector<64xi8>) -> vector<64xi8>
    %188 = llvm.shufflevector %187, %187 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %189 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%45, %188, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %190 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%55, %74, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %191 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%65, %84, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %192 = llvm.getelementptr %arg0[20] : (!llvm.ptr) -> !llvm.ptr, i8
    %193 = llvm.load %192 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %194 = llvm.bitcast %193 : vector<4xi8> to vector<1xi32>
    %195 = llvm.extractelement %194[%2 : i64] : vector<1xi32>
    %196 = llvm.insertelement %195, %1[%0 : i32] : vector<16xi32>
    %197 = llvm.shufflevector %196, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %198 = llvm.bitcast %197 : vector<16xi32> to vector<64xi8>
    %199 = llvm.inline_asm "", "=v,0" %198 : (vector<64xi8>) -> vector<64xi8>
    %200 = llvm.shufflevector %199, %199 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %201 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%75, %200, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %202 = llvm.getelementptr %arg0[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %203 = llvm.load %202 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %204 = llvm.bitcast %203 : vector<4xi8> to vector<1xi32>
    %205 = llvm.extractelement %204[%2 : i64] : vector<1xi32>
    %206 = llvm.insertelement %205, %1[%0 : i32] : vector<16xi32>
    %207 = llvm.shufflevector %206, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %208 = llvm.bitcast %207 : vector<16xi32> to vector<64xi8>
    %209 = llvm.inline_asm "", "=v,0" %208 : (vector<64xi8>) -> vector<64xi8>
    %210 = llvm.shufflevector %209, %209 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %211 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%85, %210, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %212 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%95, %114, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %213 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%105, %124, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %214 = llvm.getelementptr %arg0[32] : (!llvm.ptr) -> !llvm.ptr, i8
    %215 = llvm.load %214 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %216 = llvm.bitcast %215 : vector<4xi8> to vector<1xi32>
    %217 = llvm.extractelement %216[%2 : i64] : vector<1xi32>
    %218 = llvm.insertelement %217, %1[%0 : i32] : vector<16xi32>
    %219 = llvm.shufflevector %218, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %220 = llvm.bitcast %219 : vector<16xi32> to vector<64xi8>
    %221 = llvm.inline_asm "", "=v,0" %220 : (vector<64xi8>) -> vector<64xi8>
    %222 = llvm.shufflevector %221, %221 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %223 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%115, %222, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %224 = llvm.getelementptr %arg0[34] : (!llvm.ptr) -> !llvm.ptr, i8
    %225 = llvm.load %224 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %226 = llvm.bitcast %225 : vector<4xi8> to vector<1xi32>
    %227 = llvm.extractelement %226[%2 : i64] : vector<1xi32>
    %228 = llvm.insertelement %227, %1[%0 : i32] : vector<16xi32>
    %229 = llvm.shufflevector %228, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %230 = llvm.bitcast %229 : vector<16xi32> to vector<64xi8>
    %231 = llvm.inline_asm "", "=v,0" %230 : (vector<64xi8>) -> vector<64xi8>
    %232 = llvm.shufflevector %231, %231 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %233 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%125, %232, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %234 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%135, %154, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %235 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%145, %164, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %236 = llvm.getelementptr %arg0[44] : (!llvm.ptr) -> !llvm.ptr, i8
    %237 = llvm.load %236 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %238 = llvm.bitcast %237 : vector<4xi8> to vector<1xi32>
    %239 = llvm.extractelement %238[%2 : i64] : vector<1xi32>
    %240 = llvm.insertelement %239, %1[%0 : i32] : vector<16xi32>
    %241 = llvm.shufflevector %240, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %242 = llvm.bitcast %241 : vector<16xi32> to vector<64xi8>
    %243 = llvm.inline_asm "", "=v,0" %242 : (vector<64xi8>) -> vector<64xi8>
    %244 = llvm.shufflevector %243, %243 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %245 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%155, %244, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %246 = llvm.getelementptr %arg0[46] : (!llvm.ptr) -> !llvm.ptr, i8
    %247 = llvm.load %246 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %248 = llvm.bitcast %247 : vector<4xi8> to vector<1xi32>
    %249 = llvm.extractelement %248[%2 : i64] : vector<1xi32>
    %250 = llvm.insertelement %249, %1[%0 : i32] : vector<16xi32>
    %251 = llvm.shufflevector %250, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %252 = llvm.bitcast %251 : vector<16xi32> to vector<64xi8>
    %253 = llvm.inline_asm "", "=v,0" %252 : (vector<64xi8>) -> vector<64xi8>
    %254 = llvm.shufflevector %253, %253 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %255 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%165, %254, %167) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %256 = llvm.getelementptr %arg1[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %257 = llvm.load %256 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %258 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%168, %54, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %259 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%169, %64, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %260 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%179, %74, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %261 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%189, %84, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %262 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%190, %94, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %263 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%191, %104, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %264 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%201, %114, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %265 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%211, %124, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %266 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%212, %134, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %267 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%213, %144, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %268 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%223, %154, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %269 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%233, %164, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %270 = llvm.getelementptr %arg0[48] : (!llvm.ptr) -> !llvm.ptr, i8
    %271 = llvm.load %270 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %272 = llvm.bitcast %271 : vector<4xi8> to vector<1xi32>
    %273 = llvm.extractelement %272[%2 : i64] : vector<1xi32>
    %274 = llvm.insertelement %273, %1[%0 : i32] : vector<16xi32>
    %275 = llvm.shufflevector %274, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %276 = llvm.bitcast %275 : vector<16xi32> to vector<64xi8>
    %277 = llvm.inline_asm "", "=v,0" %276 : (vector<64xi8>) -> vector<64xi8>
    %278 = llvm.shufflevector %277, %277 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %279 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%234, %278, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %280 = llvm.getelementptr %arg0[50] : (!llvm.ptr) -> !llvm.ptr, i8
    %281 = llvm.load %280 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %282 = llvm.bitcast %281 : vector<4xi8> to vector<1xi32>
    %283 = llvm.extractelement %282[%2 : i64] : vector<1xi32>
    %284 = llvm.insertelement %283, %1[%0 : i32] : vector<16xi32>
    %285 = llvm.shufflevector %284, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %286 = llvm.bitcast %285 : vector<16xi32> to vector<64xi8>
    %287 = llvm.inline_asm "", "=v,0" %286 : (vector<64xi8>) -> vector<64xi8>
    %288 = llvm.shufflevector %287, %287 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %289 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%235, %288, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %290 = llvm.getelementptr %arg0[52] : (!llvm.ptr) -> !llvm.ptr, i8
    %291 = llvm.load %290 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %292 = llvm.bitcast %291 : vector<4xi8> to vector<1xi32>
    %293 = llvm.extractelement %292[%2 : i64] : vector<1xi32>
    %294 = llvm.insertelement %293, %1[%0 : i32] : vector<16xi32>
    %295 = llvm.shufflevector %294, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %296 = llvm.bitcast %295 : vector<16xi32> to vector<64xi8>
    %297 = llvm.inline_asm "", "=v,0" %296 : (vector<64xi8>) -> vector<64xi8>
    %298 = llvm.shufflevector %297, %297 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %299 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%245, %298, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %300 = llvm.getelementptr %arg0[54] : (!llvm.ptr) -> !llvm.ptr, i8
    %301 = llvm.load %300 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %302 = llvm.bitcast %301 : vector<4xi8> to vector<1xi32>
    %303 = llvm.extractelement %302[%2 : i64] : vector<1xi32>
    %304 = llvm.insertelement %303, %1[%0 : i32] : vector<16xi32>
    %305 = llvm.shufflevector %304, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %306 = llvm.bitcast %305 : vector<16xi32> to vector<64xi8>
    %307 = llvm.inline_asm "", "=v,0" %306 : (vector<64xi8>) -> vector<64xi8>
    %308 = llvm.shufflevector %307, %307 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %309 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%255, %308, %257) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %310 = llvm.getelementptr %arg1[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %311 = llvm.load %310 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %312 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%258, %74, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %313 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%259, %84, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %314 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%260, %200, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %315 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%261, %210, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %316 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%262, %114, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %317 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%263, %124, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %318 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%264, %222, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %319 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%265, %232, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %320 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%266, %154, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %321 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%267, %164, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %322 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%268, %244, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %323 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%269, %254, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %324 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%279, %298, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %325 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%289, %308, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %326 = llvm.getelementptr %arg0[56] : (!llvm.ptr) -> !llvm.ptr, i8
    %327 = llvm.load %326 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %328 = llvm.bitcast %327 : vector<4xi8> to vector<1xi32>
    %329 = llvm.extractelement %328[%2 : i64] : vector<1xi32>
    %330 = llvm.insertelement %329, %1[%0 : i32] : vector<16xi32>
    %331 = llvm.shufflevector %330, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %332 = llvm.bitcast %331 : vector<16xi32> to vector<64xi8>
    %333 = llvm.inline_asm "", "=v,0" %332 : (vector<64xi8>) -> vector<64xi8>
    %334 = llvm.shufflevector %333, %333 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %335 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%299, %334, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %336 = llvm.getelementptr %arg0[58] : (!llvm.ptr) -> !llvm.ptr, i8
    %337 = llvm.load %336 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %338 = llvm.bitcast %337 : vector<4xi8> to vector<1xi32>
    %339 = llvm.extractelement %338[%2 : i64] : vector<1xi32>
    %340 = llvm.insertelement %339, %1[%0 : i32] : vector<16xi32>
    %341 = llvm.shufflevector %340, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %342 = llvm.bitcast %341 : vector<16xi32> to vector<64xi8>
    %343 = llvm.inline_asm "", "=v,0" %342 : (vector<64xi8>) -> vector<64xi8>
    %344 = llvm.shufflevector %343, %343 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %345 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%309, %344, %311) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %346 = llvm.getelementptr %arg1[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %347 = llvm.load %346 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %348 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%312, %94, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %349 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%313, %104, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %350 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%314, %114, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %351 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%315, %124, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %352 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%316, %134, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %353 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%317, %144, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %354 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%318, %154, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %355 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%319, %164, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %356 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%320, %278, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %357 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%321, %288, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %358 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%322, %298, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %359 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%323, %308, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %360 = llvm.getelementptr %arg0[60] : (!llvm.ptr) -> !llvm.ptr, i8
    %361 = llvm.load %360 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %362 = llvm.bitcast %361 : vector<4xi8> to vector<1xi32>
    %363 = llvm.extractelement %362[%2 : i64] : vector<1xi32>
    %364 = llvm.insertelement %363, %1[%0 : i32] : vector<16xi32>
    %365 = llvm.shufflevector %364, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %366 = llvm.bitcast %365 : vector<16xi32> to vector<64xi8>
    %367 = llvm.inline_asm "", "=v,0" %366 : (vector<64xi8>) -> vector<64xi8>
    %368 = llvm.shufflevector %367, %367 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %369 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%324, %368, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %370 = llvm.getelementptr %arg0[62] : (!llvm.ptr) -> !llvm.ptr, i8
    %371 = llvm.load %370 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %372 = llvm.bitcast %371 : vector<4xi8> to vector<1xi32>
    %373 = llvm.extractelement %372[%2 : i64] : vector<1xi32>
    %374 = llvm.insertelement %373, %1[%0 : i32] : vector<16xi32>
    %375 = llvm.shufflevector %374, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %376 = llvm.bitcast %375 : vector<16xi32> to vector<64xi8>
    %377 = llvm.inline_asm "", "=v,0" %376 : (vector<64xi8>) -> vector<64xi8>
    %378 = llvm.shufflevector %377, %377 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %379 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%325, %378, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %380 = llvm.getelementptr %arg0[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %381 = llvm.load %380 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %382 = llvm.bitcast %381 : vector<4xi8> to vector<1xi32>
    %383 = llvm.extractelement %382[%2 : i64] : vector<1xi32>
    %384 = llvm.insertelement %383, %1[%0 : i32] : vector<16xi32>
    %385 = llvm.shufflevector %384, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %386 = llvm.bitcast %385 : vector<16xi32> to vector<64xi8>
    %387 = llvm.inline_asm "", "=v,0" %386 : (vector<64xi8>) -> vector<64xi8>
    %388 = llvm.shufflevector %387, %387 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %389 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%335, %388, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %390 = llvm.getelementptr %arg0[66] : (!llvm.ptr) -> !llvm.ptr, i8
    %391 = llvm.load %390 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %392 = llvm.bitcast %391 : vector<4xi8> to vector<1xi32>
    %393 = llvm.extractelement %392[%2 : i64] : vector<1xi32>
    %394 = llvm.insertelement %393, %1[%0 : i32] : vector<16xi32>
    %395 = llvm.shufflevector %394, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %396 = llvm.bitcast %395 : vector<16xi32> to vector<64xi8>
    %397 = llvm.inline_asm "", "=v,0" %396 : (vector<64xi8>) -> vector<64xi8>
    %398 = llvm.shufflevector %397, %397 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %399 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%345, %398, %347) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %400 = llvm.getelementptr %arg1[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %401 = llvm.load %400 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %402 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%348, %114, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %403 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%349, %124, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %404 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%350, %222, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %405 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%351, %232, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %406 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%352, %154, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %407 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%353, %164, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %408 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%354, %244, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %409 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%355, %254, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %410 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%356, %298, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %411 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%357, %308, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %412 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%358, %334, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %413 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%359, %344, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %414 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%369, %388, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %415 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%379, %398, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %416 = llvm.getelementptr %arg0[68] : (!llvm.ptr) -> !llvm.ptr, i8
    %417 = llvm.load %416 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %418 = llvm.bitcast %417 : vector<4xi8> to vector<1xi32>
    %419 = llvm.extractelement %418[%2 : i64] : vector<1xi32>
    %420 = llvm.insertelement %419, %1[%0 : i32] : vector<16xi32>
    %421 = llvm.shufflevector %420, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %422 = llvm.bitcast %421 : vector<16xi32> to vector<64xi8>
    %423 = llvm.inline_asm "", "=v,0" %422 : (vector<64xi8>) -> vector<64xi8>
    %424 = llvm.shufflevector %423, %423 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %425 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%389, %424, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %426 = llvm.getelementptr %arg0[70] : (!llvm.ptr) -> !llvm.ptr, i8
    %427 = llvm.load %426 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %428 = llvm.bitcast %427 : vector<4xi8> to vector<1xi32>
    %429 = llvm.extractelement %428[%2 : i64] : vector<1xi32>
    %430 = llvm.insertelement %429, %1[%0 : i32] : vector<16xi32>
    %431 = llvm.shufflevector %430, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %432 = llvm.bitcast %431 : vector<16xi32> to vector<64xi8>
    %433 = llvm.inline_asm "", "=v,0" %432 : (vector<64xi8>) -> vector<64xi8>
    %434 = llvm.shufflevector %433, %433 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %435 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%399, %434, %401) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %436 = llvm.shufflevector %402, %402 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %437 = llvm.shufflevector %403, %403 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %438 = llvm.shufflevector %404, %404 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %439 = llvm.shufflevector %405, %405 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %440 = llvm.shufflevector %406, %406 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %441 = llvm.shufflevector %407, %407 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %442 = llvm.shufflevector %408, %408 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %443 = llvm.shufflevector %409, %409 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %444 = llvm.shufflevector %410, %410 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %445 = llvm.shufflevector %411, %411 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %446 = llvm.shufflevector %412, %412 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %447 = llvm.shufflevector %413, %413 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %448 = llvm.shufflevector %414, %414 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %449 = llvm.shufflevector %415, %415 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %450 = llvm.shufflevector %425, %425 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %451 = llvm.shufflevector %435, %435 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %452 = llvm.shufflevector %436, %437 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %453 = llvm.shufflevector %438, %439 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %454 = llvm.shufflevector %452, %453 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %455 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %456 = llvm.shufflevector %455, %455 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %457 = llvm.shufflevector %456, %456 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %458 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %459 = llvm.shufflevector %458, %458 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %460 = llvm.shufflevector %459, %459 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %461 = llvm.shufflevector %454, %454 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %462 = llvm.shufflevector %460, %460 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %463 = llvm.ashr %461, %462 : vector<16xi32>
    %464 = llvm.shufflevector %454, %454 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %465 = llvm.shufflevector %460, %460 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %466 = llvm.ashr %464, %465 : vector<16xi32>
    %467 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%463, %466) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %468 = llvm.shufflevector %454, %454 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %469 = llvm.shufflevector %460, %460 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %470 = llvm.ashr %468, %469 : vector<16xi32>
    %471 = llvm.shufflevector %454, %454 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %472 = llvm.shufflevector %460, %460 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %473 = llvm.ashr %471, %472 : vector<16xi32>
    %474 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%470, %473) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %475 = llvm.shufflevector %457, %457 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %476 = llvm.sext %467 : vector<32xi16> to vector<32xi32>
    %477 = llvm.sext %475 : vector<32xi16> to vector<32xi32>
    %478 = llvm.mul %476, %477 : vector<32xi32>
    %479 = llvm.ashr %478, %3 : vector<32xi32>
    %480 = llvm.trunc %479 : vector<32xi32> to vector<32xi16>
    %481 = llvm.shufflevector %457, %457 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %482 = llvm.sext %474 : vector<32xi16> to vector<32xi32>
    %483 = llvm.sext %481 : vector<32xi16> to vector<32xi32>
    %484 = llvm.mul %482, %483 : vector<32xi32>
    %485 = llvm.ashr %484, %3 : vector<32xi32>
    %486 = llvm.trunc %485 : vector<32xi32> to vector<32xi16>
    %487 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%480, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %488 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%486, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %489 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%487, %488) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %490 = llvm.shufflevector %489, %489 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %491 = llvm.inline_asm "", "=v,0" %490 : (vector<64xi8>) -> vector<64xi8>
    %492 = llvm.shufflevector %491, %491 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %493 = llvm.shufflevector %492, %492 [0, 1, 2, 3] : vector<16xi8> 
    llvm.store %493, %arg5 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %494 = llvm.shufflevector %491, %491 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %495 = llvm.shufflevector %494, %494 [0, 1, 2, 3] : vector<16xi8> 
    %496 = llvm.getelementptr %arg5[4] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %495, %496 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %497 = llvm.shufflevector %491, %491 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %498 = llvm.shufflevector %497, %497 [0, 1, 2, 3] : vector<16xi8> 
    %499 = llvm.getelementptr %arg5[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %498, %499 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %500 = llvm.shufflevector %491, %491 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %501 = llvm.shufflevector %500, %500 [0, 1, 2, 3] : vector<16xi8> 
    %502 = llvm.getelementptr %arg5[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %501, %502 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %503 = llvm.shufflevector %440, %441 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %504 = llvm.shufflevector %442, %443 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %505 = llvm.shufflevector %503, %504 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %506 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %507 = llvm.shufflevector %506, %506 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %508 = llvm.shufflevector %507, %507 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %509 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %510 = llvm.shufflevector %509, %509 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %511 = llvm.shufflevector %510, %510 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %512 = llvm.shufflevector %505, %505 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %513 = llvm.shufflevector %511, %511 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %514 = llvm.ashr %512, %513 : vector<16xi32>
    %515 = llvm.shufflevector %505, %505 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %516 = llvm.shufflevector %511, %511 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %517 = llvm.ashr %515, %516 : vector<16xi32>
    %518 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%514, %517) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %519 = llvm.shufflevector %505, %505 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %520 = llvm.shufflevector %511, %511 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %521 = llvm.ashr %519, %520 : vector<16xi32>
    %522 = llvm.shufflevector %505, %505 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %523 = llvm.shufflevector %511, %511 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %524 = llvm.ashr %522, %523 : vector<16xi32>
    %525 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%521, %524) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %526 = llvm.shufflevector %508, %508 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %527 = llvm.sext %518 : vector<32xi16> to vector<32xi32>
    %528 = llvm.sext %526 : vector<32xi16> to vector<32xi32>
    %529 = llvm.mul %527, %528 : vector<32xi32>
    %530 = llvm.ashr %529, %3 : vector<32xi32>
    %531 = llvm.trunc %530 : vector<32xi32> to vector<32xi16>
    %532 = llvm.shufflevector %508, %508 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %533 = llvm.sext %525 : vector<32xi16> to vector<32xi32>
    %534 = llvm.sext %532 : vector<32xi16> to vector<32xi32>
    %535 = llvm.mul %533, %534 : vector<32xi32>
    %536 = llvm.ashr %535, %3 : vector<32xi32>
    %537 = llvm.trunc %536 : vector<32xi32> to vector<32xi16>
    %538 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%531, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %539 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%537, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %540 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%538, %539) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %541 = llvm.shufflevector %540, %540 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %542 = llvm.inline_asm "", "=v,0" %541 : (vector<64xi8>) -> vector<64xi8>
    %543 = llvm.shufflevector %542, %542 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %544 = llvm.shufflevector %543, %543 [0, 1, 2, 3] : vector<16xi8> 
    %545 = llvm.getelementptr %arg5[16] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %544, %545 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %546 = llvm.shufflevector %542, %542 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %547 = llvm.shufflevector %546, %546 [0, 1, 2, 3] : vector<16xi8> 
    %548 = llvm.getelementptr %arg5[20] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %547, %548 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %549 = llvm.shufflevector %542, %542 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %550 = llvm.shufflevector %549, %549 [0, 1, 2, 3] : vector<16xi8> 
    %551 = llvm.getelementptr %arg5[24] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %550, %551 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %552 = llvm.shufflevector %542, %542 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %553 = llvm.shufflevector %552, %552 [0, 1, 2, 3] : vector<16xi8> 
    %554 = llvm.getelementptr %arg5[28] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %553, %554 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %555 = llvm.shufflevector %444, %445 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %556 = llvm.shufflevector %446, %447 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %557 = llvm.shufflevector %555, %556 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %558 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %559 = llvm.shufflevector %558, %558 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %560 = llvm.shufflevector %559, %559 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %561 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %562 = llvm.shufflevector %561, %561 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %563 = llvm.shufflevector %562, %562 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %564 = llvm.shufflevector %557, %557 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %565 = llvm.shufflevector %563, %563 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %566 = llvm.ashr %564, %565 : vector<16xi32>
    %567 = llvm.shufflevector %557, %557 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %568 = llvm.shufflevector %563, %563 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %569 = llvm.ashr %567, %568 : vector<16xi32>
    %570 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%566, %569) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %571 = llvm.shufflevector %557, %557 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %572 = llvm.shufflevector %563, %563 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %573 = llvm.ashr %571, %572 : vector<16xi32>
    %574 = llvm.shufflevector %557, %557 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %575 = llvm.shufflevector %563, %563 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %576 = llvm.ashr %574, %575 : vector<16xi32>
    %577 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%573, %576) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %578 = llvm.shufflevector %560, %560 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %579 = llvm.sext %570 : vector<32xi16> to vector<32xi32>
    %580 = llvm.sext %578 : vector<32xi16> to vector<32xi32>
    %581 = llvm.mul %579, %580 : vector<32xi32>
    %582 = llvm.ashr %581, %3 : vector<32xi32>
    %583 = llvm.trunc %582 : vector<32xi32> to vector<32xi16>
    %584 = llvm.shufflevector %560, %560 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %585 = llvm.sext %577 : vector<32xi16> to vector<32xi32>
    %586 = llvm.sext %584 : vector<32xi16> to vector<32xi32>
    %587 = llvm.mul %585, %586 : vector<32xi32>
    %588 = llvm.ashr %587, %3 : vector<32xi32>
    %589 = llvm.trunc %588 : vector<32xi32> to vector<32xi16>
    %590 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%583, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %591 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%589, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %592 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%590, %591) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %593 = llvm.shufflevector %592, %592 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %594 = llvm.inline_asm "", "=v,0" %593 : (vector<64xi8>) -> vector<64xi8>
    %595 = llvm.shufflevector %594, %594 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %596 = llvm.shufflevector %595, %595 [0, 1, 2, 3] : vector<16xi8> 
    %597 = llvm.getelementptr %arg5[32] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %596, %597 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %598 = llvm.shufflevector %594, %594 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %599 = llvm.shufflevector %598, %598 [0, 1, 2, 3] : vector<16xi8> 
    %600 = llvm.getelementptr %arg5[36] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %599, %600 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %601 = llvm.shufflevector %594, %594 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %602 = llvm.shufflevector %601, %601 [0, 1, 2, 3] : vector<16xi8> 
    %603 = llvm.getelementptr %arg5[40] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %602, %603 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %604 = llvm.shufflevector %594, %594 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %605 = llvm.shufflevector %604, %604 [0, 1, 2, 3] : vector<16xi8> 
    %606 = llvm.getelementptr %arg5[44] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %605, %606 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %607 = llvm.shufflevector %448, %449 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %608 = llvm.shufflevector %450, %451 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %609 = llvm.shufflevector %607, %608 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %610 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %611 = llvm.shufflevector %610, %610 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %612 = llvm.shufflevector %611, %611 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %613 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %614 = llvm.shufflevector %613, %613 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %615 = llvm.shufflevector %614, %614 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %616 = llvm.shufflevector %609, %609 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %617 = llvm.shufflevector %615, %615 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %618 = llvm.ashr %616, %617 : vector<16xi32>
    %619 = llvm.shufflevector %609, %609 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %620 = llvm.shufflevector %615, %615 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %621 = llvm.ashr %619, %620 : vector<16xi32>
    %622 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%618, %621) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %623 = llvm.shufflevector %609, %609 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %624 = llvm.shufflevector %615, %615 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %625 = llvm.ashr %623, %624 : vector<16xi32>
    %626 = llvm.shufflevector %609, %609 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %627 = llvm.shufflevector %615, %615 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %628 = llvm.ashr %626, %627 : vector<16xi32>
    %629 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%625, %628) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %630 = llvm.shufflevector %612, %612 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %631 = llvm.sext %622 : vector<32xi16> to vector<32xi32>
    %632 = llvm.sext %630 : vector<32xi16> to vector<32xi32>
    %633 = llvm.mul %631, %632 : vector<32xi32>
    %634 = llvm.ashr %633, %3 : vector<32xi32>
    %635 = llvm.trunc %634 : vector<32xi32> to vector<32xi16>
    %636 = llvm.shufflevector %612, %612 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %637 = llvm.sext %629 : vector<32xi16> to vector<32xi32>
    %638 = llvm.sext %636 : vector<32xi16> to vector<32xi32>
    %639 = llvm.mul %637, %638 : vector<32xi32>
    %640 = llvm.ashr %639, %3 : vector<32xi32>
    %641 = llvm.trunc %640 : vector<32xi32> to vector<32xi16>
    %642 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%635, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %643 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%641, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %644 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%642, %643) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %645 = llvm.shufflevector %644, %644 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %646 = llvm.inline_asm "", "=v,0" %645 : (vector<64xi8>) -> vector<64xi8>
    %647 = llvm.shufflevector %646, %646 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %648 = llvm.shufflevector %647, %647 [0, 1, 2, 3] : vector<16xi8> 
    %649 = llvm.getelementptr %arg5[48] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %648, %649 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %650 = llvm.shufflevector %646, %646 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %651 = llvm.shufflevector %650, %650 [0, 1, 2, 3] : vector<16xi8> 
    %652 = llvm.getelementptr %arg5[52] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %651, %652 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %653 = llvm.shufflevector %646, %646 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %654 = llvm.shufflevector %653, %653 [0, 1, 2, 3] : vector<16xi8> 
    %655 = llvm.getelementptr %arg5[56] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %654, %655 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %656 = llvm.shufflevector %646, %646 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %657 = llvm.shufflevector %656, %656 [0, 1, 2, 3] : vector<16xi8> 
    %658 = llvm.getelementptr %arg5[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %657, %658 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    llvm.return
  }
  llvm.func internal @walkthrough_layer4(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(dense<0> : vector<4xi8>) : vector<4xi8>
    %1 = llvm.mlir.constant(32 : index) : i64
    %2 = llvm.mlir.constant(4 : index) : i64
    %3 = llvm.mlir.constant(8 : index) : i64
    %4 = llvm.mlir.constant(2 : index) : i64
    %5 = llvm.mlir.constant(16 : index) : i64
    %6 = llvm.mlir.constant(1 : index) : i64
    %7 = llvm.mlir.constant(0 : index) : i64
    llvm.br ^bb1(%7 : i64)
  ^bb1(%8: i64):  // 2 preds: ^bb0, ^bb8
    %9 = llvm.icmp "slt" %8, %4 : i64
    llvm.cond_br %9, ^bb2, ^bb9
  ^bb2:  // pred: ^bb1
    llvm.br ^bb3(%7 : i64)
  ^bb3(%10: i64):  // 2 preds: ^bb2, ^bb7
    %11 = llvm.icmp "slt" %10, %4 : i64
    llvm.cond_br %11, ^bb4, ^bb8
  ^bb4:  // pred: ^bb3
    %12 = llvm.mul %8, %3 : i64
    %13 = llvm.mul %10, %2 : i64
    %14 = llvm.add %12, %13 : i64
    %15 = llvm.mul %8, %1 : i64
    %16 = llvm.mul %10, %3 : i64
    %17 = llvm.add %15, %16 : i64
    llvm.br ^bb5(%7, %0 : i64, vector<4xi8>)
  ^bb5(%18: i64, %19: vector<4xi8>):  // 2 preds: ^bb4, ^bb6
    %20 = llvm.icmp "slt" %18, %4 : i64
    llvm.cond_br %20, ^bb6, ^bb7
  ^bb6:  // pred: ^bb5
    %21 = llvm.mul %18, %5 : i64
    %22 = llvm.add %17, %21 : i64
    %23 = llvm.getelementptr %arg0[%22] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %24 = llvm.load %23 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %25 = llvm.intr.umax(%19, %24) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %26 = llvm.add %22, %2 : i64
    %27 = llvm.getelementptr %arg0[%26] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    %28 = llvm.load %27 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %29 = llvm.intr.umax(%25, %28) : (vector<4xi8>, vector<4xi8>) -> vector<4xi8>
    %30 = llvm.add %18, %6 : i64
    llvm.br ^bb5(%30, %29 : i64, vector<4xi8>)
  ^bb7:  // pred: ^bb5
    %31 = llvm.getelementptr %arg1[%14] : (!llvm.ptr, i64) -> !llvm.ptr, i8
    llvm.store %19, %31 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %32 = llvm.add %10, %6 : i64
    llvm.br ^bb3(%32 : i64)
  ^bb8:  // pred: ^bb3
    %33 = llvm.add %8, %6 : i64
    llvm.br ^bb1(%33 : i64)
  ^bb9:  // pred: ^bb1
    llvm.return
  }
  llvm.func internal @walkthrough_layer5(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}, %arg2: !llvm.ptr {llvm.noalias, qopt.greatest_shift = 0 : i32}, %arg3: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.mlir.constant(0 : i32) : i32
    %1 = llvm.mlir.poison : vector<16xi32>
    %2 = llvm.mlir.constant(0 : i64) : i64
    %3 = llvm.load %arg2 {alignment = 4 : i64} : !llvm.ptr -> vector<8xi32>
    %4 = llvm.load %arg1 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %5 = llvm.load %arg0 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %6 = llvm.bitcast %5 : vector<4xi8> to vector<1xi32>
    %7 = llvm.extractelement %6[%2 : i64] : vector<1xi32>
    %8 = llvm.insertelement %7, %1[%0 : i32] : vector<16xi32>
    %9 = llvm.shufflevector %8, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %10 = llvm.bitcast %9 : vector<16xi32> to vector<64xi8>
    %11 = llvm.inline_asm "", "=v,0" %10 : (vector<64xi8>) -> vector<64xi8>
    %12 = llvm.shufflevector %11, %11 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %13 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%3, %12, %4) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %14 = llvm.getelementptr %arg1[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %15 = llvm.load %14 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %16 = llvm.getelementptr %arg0[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %17 = llvm.load %16 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %18 = llvm.bitcast %17 : vector<4xi8> to vector<1xi32>
    %19 = llvm.extractelement %18[%2 : i64] : vector<1xi32>
    %20 = llvm.insertelement %19, %1[%0 : i32] : vector<16xi32>
    %21 = llvm.shufflevector %20, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %22 = llvm.bitcast %21 : vector<16xi32> to vector<64xi8>
    %23 = llvm.inline_asm "", "=v,0" %22 : (vector<64xi8>) -> vector<64xi8>
    %24 = llvm.shufflevector %23, %23 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %25 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%13, %24, %15) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %26 = llvm.getelementptr %arg1[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %27 = llvm.load %26 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %28 = llvm.getelementptr %arg0[8] : (!llvm.ptr) -> !llvm.ptr, i8
    %29 = llvm.load %28 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %30 = llvm.bitcast %29 : vector<4xi8> to vector<1xi32>
    %31 = llvm.extractelement %30[%2 : i64] : vector<1xi32>
    %32 = llvm.insertelement %31, %1[%0 : i32] : vector<16xi32>
    %33 = llvm.shufflevector %32, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %34 = llvm.bitcast %33 : vector<16xi32> to vector<64xi8>
    %35 = llvm.inline_asm "", "=v,0" %34 : (vector<64xi8>) -> vector<64xi8>
    %36 = llvm.shufflevector %35, %35 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %37 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%25, %36, %27) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %38 = llvm.getelementptr %arg1[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %39 = llvm.load %38 {alignment = 1 : i64} : !llvm.ptr -> vector<32xi8>
    %40 = llvm.getelementptr %arg0[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %41 = llvm.load %40 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %42 = llvm.bitcast %41 : vector<4xi8> to vector<1xi32>
    %43 = llvm.extractelement %42[%2 : i64] : vector<1xi32>
    %44 = llvm.insertelement %43, %1[%0 : i32] : vector<16xi32>
    %45 = llvm.shufflevector %44, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %46 = llvm.bitcast %45 : vector<16xi32> to vector<64xi8>
    %47 = llvm.inline_asm "", "=v,0" %46 : (vector<64xi8>) -> vector<64xi8>
    %48 = llvm.shufflevector %47, %47 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %49 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%37, %48, %39) : (vector<8xi32>, vector<32xi8>, vector<32xi8>) -> vector<8xi32>
    %50 = llvm.shufflevector %49, %49 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1] : vector<8xi32> 
    %51 = llvm.shufflevector %50, %50 [0, 1] : vector<16xi32> 
    llvm.store %51, %arg3 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %52 = llvm.shufflevector %50, %50 [2] : vector<16xi32> 
    %53 = llvm.getelementptr %arg3[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %52, %53 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
    llvm.return
  }
  llvm.func internal @walkthrough_layer6(%arg0: !llvm.ptr {llvm.noalias}, %arg1: !llvm.ptr {llvm.noalias}, %arg2: !llvm.ptr {llvm.noalias}) attributes {no_inline, sym_visibility = "private"} {
    %0 = llvm.load %arg0 {alignment = 4 : i64} : !llvm.ptr -> vector<2xi32>
    %1 = llvm.load %arg1 {alignment = 4 : i64} : !llvm.ptr -> vector<2xf32>
    %2 = llvm.sitofp %0 : vector<2xi32> to vector<2xf32>
    %3 = llvm.fmul %2, %1 : vector<2xf32>
    llvm.store %3, %arg2 {alignment = 4 : i64} : vector<2xf32>, !llvm.ptr
    %4 = llvm.getelementptr %arg0[2] : (!llvm.ptr) -> !llvm.ptr, i32
    %5 = llvm.load %4 {alignment = 4 : i64} : !llvm.ptr -> vector<1xi32>
    %6 = llvm.getelementptr %arg1[2] : (!llvm.ptr) -> !llvm.ptr, f32
    %7 = llvm.load %6 {alignment = 4 : i64} : !llvm.ptr -> vector<1xf32>
    %8 = llvm.sitofp %5 : vector<1xi32> to vector<1xf32>
    %9 = llvm.fmul %8, %7 : vector<1xf32>
    %10 = llvm.getelementptr %arg2[2] : (!llvm.ptr) -> !llvm.ptr, f32
    llvm.store %9, %10 {alignment = 4 : i64} : vector<1xf32>, !llvm.ptr
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


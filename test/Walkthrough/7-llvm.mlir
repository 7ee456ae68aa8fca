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
    %5 = llvm.load %arg2 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %6 = llvm.load %arg1 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %7 = llvm.load %arg0 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %8 = llvm.bitcast %7 : vector<4xi8> to vector<1xi32>
    %9 = llvm.extractelement %8[%2 : i64] : vector<1xi32>
    %10 = llvm.insertelement %9, %1[%0 : i32] : vector<16xi32>
    %11 = llvm.shufflevector %10, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %12 = llvm.bitcast %11 : vector<16xi32> to vector<64xi8>
    %13 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %12, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %14 = llvm.getelementptr %arg0[2] : (!llvm.ptr) -> !llvm.ptr, i8
    %15 = llvm.load %14 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %16 = llvm.bitcast %15 : vector<4xi8> to vector<1xi32>
    %17 = llvm.extractelement %16[%2 : i64] : vector<1xi32>
    %18 = llvm.insertelement %17, %1[%0 : i32] : vector<16xi32>
    %19 = llvm.shufflevector %18, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %20 = llvm.bitcast %19 : vector<16xi32> to vector<64xi8>
    %21 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %20, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %22 = llvm.getelementptr %arg0[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %23 = llvm.load %22 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %24 = llvm.bitcast %23 : vector<4xi8> to vector<1xi32>
    %25 = llvm.extractelement %24[%2 : i64] : vector<1xi32>
    %26 = llvm.insertelement %25, %1[%0 : i32] : vector<16xi32>
    %27 = llvm.shufflevector %26, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %28 = llvm.bitcast %27 : vector<16xi32> to vector<64xi8>
    %29 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %28, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %30 = llvm.getelementptr %arg0[6] : (!llvm.ptr) -> !llvm.ptr, i8
    %31 = llvm.load %30 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %32 = llvm.bitcast %31 : vector<4xi8> to vector<1xi32>
    %33 = llvm.extractelement %32[%2 : i64] : vector<1xi32>
    %34 = llvm.insertelement %33, %1[%0 : i32] : vector<16xi32>
    %35 = llvm.shufflevector %34, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %36 = llvm.bitcast %35 : vector<16xi32> to vector<64xi8>
    %37 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %36, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %38 = llvm.getelementptr %arg0[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %39 = llvm.load %38 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %40 = llvm.bitcast %39 : vector<4xi8> to vector<1xi32>
    %41 = llvm.extractelement %40[%2 : i64] : vector<1xi32>
    %42 = llvm.insertelement %41, %1[%0 : i32] : vector<16xi32>
    %43 = llvm.shufflevector %42, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %44 = llvm.bitcast %43 : vector<16xi32> to vector<64xi8>
    %45 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %44, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %46 = llvm.getelementptr %arg0[14] : (!llvm.ptr) -> !llvm.ptr, i8
    %47 = llvm.load %46 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %48 = llvm.bitcast %47 : vector<4xi8> to vector<1xi32>
    %49 = llvm.extractelement %48[%2 : i64] : vector<1xi32>
    %50 = llvm.insertelement %49, %1[%0 : i32] : vector<16xi32>
    %51 = llvm.shufflevector %50, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %52 = llvm.bitcast %51 : vector<16xi32> to vector<64xi8>
    %53 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %52, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %54 = llvm.getelementptr %arg0[16] : (!llvm.ptr) -> !llvm.ptr, i8
    %55 = llvm.load %54 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %56 = llvm.bitcast %55 : vector<4xi8> to vector<1xi32>
    %57 = llvm.extractelement %56[%2 : i64] : vector<1xi32>
    %58 = llvm.insertelement %57, %1[%0 : i32] : vector<16xi32>
    %59 = llvm.shufflevector %58, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %60 = llvm.bitcast %59 : vector<16xi32> to vector<64xi8>
    %61 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %60, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %62 = llvm.getelementptr %arg0[18] : (!llvm.ptr) -> !llvm.ptr, i8
    %63 = llvm.load %62 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %64 = llvm.bitcast %63 : vector<4xi8> to vector<1xi32>
    %65 = llvm.extractelement %64[%2 : i64] : vector<1xi32>
    %66 = llvm.insertelement %65, %1[%0 : i32] : vector<16xi32>
    %67 = llvm.shufflevector %66, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %68 = llvm.bitcast %67 : vector<16xi32> to vector<64xi8>
    %69 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %68, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %70 = llvm.getelementptr %arg0[24] : (!llvm.ptr) -> !llvm.ptr, i8
    %71 = llvm.load %70 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %72 = llvm.bitcast %71 : vector<4xi8> to vector<1xi32>
    %73 = llvm.extractelement %72[%2 : i64] : vector<1xi32>
    %74 = llvm.insertelement %73, %1[%0 : i32] : vector<16xi32>
    %75 = llvm.shufflevector %74, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %76 = llvm.bitcast %75 : vector<16xi32> to vector<64xi8>
    %77 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %76, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %78 = llvm.getelementptr %arg0[26] : (!llvm.ptr) -> !llvm.ptr, i8
    %79 = llvm.load %78 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %80 = llvm.bitcast %79 : vector<4xi8> to vector<1xi32>
    %81 = llvm.extractelement %80[%2 : i64] : vector<1xi32>
    %82 = llvm.insertelement %81, %1[%0 : i32] : vector<16xi32>
    %83 = llvm.shufflevector %82, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %84 = llvm.bitcast %83 : vector<16xi32> to vector<64xi8>
    %85 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %84, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %86 = llvm.getelementptr %arg0[28] : (!llvm.ptr) -> !llvm.ptr, i8
    %87 = llvm.load %86 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %88 = llvm.bitcast %87 : vector<4xi8> to vector<1xi32>
    %89 = llvm.extractelement %88[%2 : i64] : vector<1xi32>
    %90 = llvm.insertelement %89, %1[%0 : i32] : vector<16xi32>
    %91 = llvm.shufflevector %90, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %92 = llvm.bitcast %91 : vector<16xi32> to vector<64xi8>
    %93 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %92, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %94 = llvm.getelementptr %arg0[30] : (!llvm.ptr) -> !llvm.ptr, i8
    %95 = llvm.load %94 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %96 = llvm.bitcast %95 : vector<4xi8> to vector<1xi32>
    %97 = llvm.extractelement %96[%2 : i64] : vector<1xi32>
    %98 = llvm.insertelement %97, %1[%0 : i32] : vector<16xi32>
    %99 = llvm.shufflevector %98, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %100 = llvm.bitcast %99 : vector<16xi32> to vector<64xi8>
    %101 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %100, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %102 = llvm.getelementptr %arg0[36] : (!llvm.ptr) -> !llvm.ptr, i8
    %103 = llvm.load %102 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %104 = llvm.bitcast %103 : vector<4xi8> to vector<1xi32>
    %105 = llvm.extractelement %104[%2 : i64] : vector<1xi32>
    %106 = llvm.insertelement %105, %1[%0 : i32] : vector<16xi32>
    %107 = llvm.shufflevector %106, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %108 = llvm.bitcast %107 : vector<16xi32> to vector<64xi8>
    %109 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %108, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %110 = llvm.getelementptr %arg0[38] : (!llvm.ptr) -> !llvm.ptr, i8
    %111 = llvm.load %110 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %112 = llvm.bitcast %111 : vector<4xi8> to vector<1xi32>
    %113 = llvm.extractelement %112[%2 : i64] : vector<1xi32>
    %114 = llvm.insertelement %113, %1[%0 : i32] : vector<16xi32>
    %115 = llvm.shufflevector %114, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %116 = llvm.bitcast %115 : vector<16xi32> to vector<64xi8>
    %117 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %116, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %118 = llvm.getelementptr %arg0[40] : (!llvm.ptr) -> !llvm.ptr, i8
    %119 = llvm.load %118 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %120 = llvm.bitcast %119 : vector<4xi8> to vector<1xi32>
    %121 = llvm.extractelement %120[%2 : i64] : vector<1xi32>
    %122 = llvm.insertelement %121, %1[%0 : i32] : vector<16xi32>
    %123 = llvm.shufflevector %122, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %124 = llvm.bitcast %123 : vector<16xi32> to vector<64xi8>
    %125 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %124, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %126 = llvm.getelementptr %arg0[42] : (!llvm.ptr) -> !llvm.ptr, i8
    %127 = llvm.load %126 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %128 = llvm.bitcast %127 : vector<4xi8> to vector<1xi32>
    %129 = llvm.extractelement %128[%2 : i64] : vector<1xi32>
    %130 = llvm.insertelement %129, %1[%0 : i32] : vector<16xi32>
    %131 = llvm.shufflevector %130, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %132 = llvm.bitcast %131 : vector<16xi32> to vector<64xi8>
    %133 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%5, %132, %6) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %134 = llvm.getelementptr %arg1[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %135 = llvm.load %134 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %136 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%13, %28, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %137 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%21, %36, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %138 = llvm.getelementptr %arg0[8] : (!llvm.ptr) -> !llvm.ptr, i8
    %139 = llvm.load %138 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %140 = llvm.bitcast %139 : vector<4xi8> to vector<1xi32>
    %141 = llvm.extractelement %140[%2 : i64] : vector<1xi32>
    %142 = llvm.insertelement %141, %1[%0 : i32] : vector<16xi32>
    %143 = llvm.shufflevector %142, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %144 = llvm.bitcast %143 : vector<16xi32> to vector<64xi8>
    %145 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%29, %144, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %146 = llvm.getelementptr %arg0[10] : (!llvm.ptr) -> !llvm.ptr, i8
    %147 = llvm.load %146 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %148 = llvm.bitcast %147 : vector<4xi8> to vector<1xi32>
    %149 = llvm.extractelement %148[%2 : i64] : vector<1xi32>
    %150 = llvm.insertelement %149, %1[%0 : i32] : vector<16xi32>
    %151 = llvm.shufflevector %150, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %152 = llvm.bitcast %151 : vector<16xi32> to vector<64xi8>
    %153 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%37, %152, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %154 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%45, %60, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %155 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%53, %68, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %156 = llvm.getelementptr %arg0[20] : (!llvm.ptr) -> !llvm.ptr, i8
    %157 = llvm.load %156 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %158 = llvm.bitcast %157 : vector<4xi8> to vector<1xi32>
    %159 = llvm.extractelement %158[%2 : i64] : vector<1xi32>
    %160 = llvm.insertelement %159, %1[%0 : i32] : vector<16xi32>
    %161 = llvm.shufflevector %160, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %162 = llvm.bitcast %161 : vector<16xi32> to vector<64xi8>
    %163 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%61, %162, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %164 = llvm.getelementptr %arg0[22] : (!llvm.ptr) -> !llvm.ptr, i8
    %165 = llvm.load %164 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %166 = llvm.bitcast %165 : vector<4xi8> to vector<1xi32>
    %167 = llvm.extractelement %166[%2 : i64] : vector<1xi32>
    %168 = llvm.insertelement %167, %1[%0 : i32] : vector<16xi32>
    %169 = llvm.shufflevector %168, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %170 = llvm.bitcast %169 : vector<16xi32> to vector<64xi8>
    %171 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%69, %170, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %172 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%77, %92, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %173 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%85, %100, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %174 = llvm.getelementptr %arg0[32] : (!llvm.ptr) -> !llvm.ptr, i8
    %175 = llvm.load %174 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %176 = llvm.bitcast %175 : vector<4xi8> to vector<1xi32>
    %177 = llvm.extractelement %176[%2 : i64] : vector<1xi32>
    %178 = llvm.insertelement %177, %1[%0 : i32] : vector<16xi32>
    %179 = llvm.shufflevector %178, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %180 = llvm.bitcast %179 : vector<16xi32> to vector<64xi8>
    %181 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%93, %180, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %182 = llvm.getelementptr %arg0[34] : (!llvm.ptr) -> !llvm.ptr, i8
    %183 = llvm.load %182 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %184 = llvm.bitcast %183 : vector<4xi8> to vector<1xi32>
    %185 = llvm.extractelement %184[%2 : i64] : vector<1xi32>
    %186 = llvm.insertelement %185, %1[%0 : i32] : vector<16xi32>
    %187 = llvm.shufflevector %186, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %188 = llvm.bitcast %187 : vector<16xi32> to vector<64xi8>
    %189 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%101, %188, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %190 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%109, %124, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %191 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%117, %132, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %192 = llvm.getelementptr %arg0[44] : (!llvm.ptr) -> !llvm.ptr, i8
    %193 = llvm.load %192 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %194 = llvm.bitcast %193 : vector<4xi8> to vector<1xi32>
    %195 = llvm.extractelement %194[%2 : i64] : vector<1xi32>
    %196 = llvm.insertelement %195, %1[%0 : i32] : vector<16xi32>
    %197 = llvm.shufflevector %196, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %198 = llvm.bitcast %197 : vector<16xi32> to vector<64xi8>
    %199 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%125, %198, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %200 = llvm.getelementptr %arg0[46] : (!llvm.ptr) -> !llvm.ptr, i8
    %201 = llvm.load %200 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %202 = llvm.bitcast %201 : vector<4xi8> to vector<1xi32>
    %203 = llvm.extractelement %202[%2 : i64] : vector<1xi32>
    %204 = llvm.insertelement %203, %1[%0 : i32] : vector<16xi32>
    %205 = llvm.shufflevector %204, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %206 = llvm.bitcast %205 : vector<16xi32> to vector<64xi8>
    %207 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%133, %206, %135) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %208 = llvm.getelementptr %arg1[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %209 = llvm.load %208 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %210 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%136, %44, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %211 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%137, %52, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %212 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%145, %60, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %213 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%153, %68, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %214 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%154, %76, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %215 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%155, %84, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %216 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%163, %92, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %217 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%171, %100, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %218 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%172, %108, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %219 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%173, %116, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %220 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%181, %124, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %221 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%189, %132, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %222 = llvm.getelementptr %arg0[48] : (!llvm.ptr) -> !llvm.ptr, i8
    %223 = llvm.load %222 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %224 = llvm.bitcast %223 : vector<4xi8> to vector<1xi32>
    %225 = llvm.extractelement %224[%2 : i64] : vector<1xi32>
    %226 = llvm.insertelement %225, %1[%0 : i32] : vector<16xi32>
    %227 = llvm.shufflevector %226, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %228 = llvm.bitcast %227 : vector<16xi32> to vector<64xi8>
    %229 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%190, %228, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %230 = llvm.getelementptr %arg0[50] : (!llvm.ptr) -> !llvm.ptr, i8
    %231 = llvm.load %230 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %232 = llvm.bitcast %231 : vector<4xi8> to vector<1xi32>
    %233 = llvm.extractelement %232[%2 : i64] : vector<1xi32>
    %234 = llvm.insertelement %233, %1[%0 : i32] : vector<16xi32>
    %235 = llvm.shufflevector %234, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %236 = llvm.bitcast %235 : vector<16xi32> to vector<64xi8>
    %237 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%191, %236, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %238 = llvm.getelementptr %arg0[52] : (!llvm.ptr) -> !llvm.ptr, i8
    %239 = llvm.load %238 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %240 = llvm.bitcast %239 : vector<4xi8> to vector<1xi32>
    %241 = llvm.extractelement %240[%2 : i64] : vector<1xi32>
    %242 = llvm.insertelement %241, %1[%0 : i32] : vector<16xi32>
    %243 = llvm.shufflevector %242, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %244 = llvm.bitcast %243 : vector<16xi32> to vector<64xi8>
    %245 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%199, %244, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %246 = llvm.getelementptr %arg0[54] : (!llvm.ptr) -> !llvm.ptr, i8
    %247 = llvm.load %246 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %248 = llvm.bitcast %247 : vector<4xi8> to vector<1xi32>
    %249 = llvm.extractelement %248[%2 : i64] : vector<1xi32>
    %250 = llvm.insertelement %249, %1[%0 : i32] : vector<16xi32>
    %251 = llvm.shufflevector %250, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %252 = llvm.bitcast %251 : vector<16xi32> to vector<64xi8>
    %253 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%207, %252, %209) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %254 = llvm.getelementptr %arg1[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %255 = llvm.load %254 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %256 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%210, %60, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %257 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%211, %68, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %258 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%212, %162, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %259 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%213, %170, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %260 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%214, %92, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %261 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%215, %100, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %262 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%216, %180, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %263 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%217, %188, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %264 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%218, %124, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %265 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%219, %132, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %266 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%220, %198, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %267 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%221, %206, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %268 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%229, %244, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %269 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%237, %252, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %270 = llvm.getelementptr %arg0[56] : (!llvm.ptr) -> !llvm.ptr, i8
    %271 = llvm.load %270 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %272 = llvm.bitcast %271 : vector<4xi8> to vector<1xi32>
    %273 = llvm.extractelement %272[%2 : i64] : vector<1xi32>
    %274 = llvm.insertelement %273, %1[%0 : i32] : vector<16xi32>
    %275 = llvm.shufflevector %274, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %276 = llvm.bitcast %275 : vector<16xi32> to vector<64xi8>
    %277 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%245, %276, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %278 = llvm.getelementptr %arg0[58] : (!llvm.ptr) -> !llvm.ptr, i8
    %279 = llvm.load %278 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %280 = llvm.bitcast %279 : vector<4xi8> to vector<1xi32>
    %281 = llvm.extractelement %280[%2 : i64] : vector<1xi32>
    %282 = llvm.insertelement %281, %1[%0 : i32] : vector<16xi32>
    %283 = llvm.shufflevector %282, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %284 = llvm.bitcast %283 : vector<16xi32> to vector<64xi8>
    %285 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%253, %284, %255) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %286 = llvm.getelementptr %arg1[256] : (!llvm.ptr) -> !llvm.ptr, i8
    %287 = llvm.load %286 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %288 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%256, %76, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %289 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%257, %84, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %290 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%258, %92, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %291 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%259, %100, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %292 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%260, %108, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %293 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%261, %116, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %294 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%262, %124, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %295 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%263, %132, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %296 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%264, %228, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %297 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%265, %236, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %298 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%266, %244, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %299 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%267, %252, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %300 = llvm.getelementptr %arg0[60] : (!llvm.ptr) -> !llvm.ptr, i8
    %301 = llvm.load %300 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %302 = llvm.bitcast %301 : vector<4xi8> to vector<1xi32>
    %303 = llvm.extractelement %302[%2 : i64] : vector<1xi32>
    %304 = llvm.insertelement %303, %1[%0 : i32] : vector<16xi32>
    %305 = llvm.shufflevector %304, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %306 = llvm.bitcast %305 : vector<16xi32> to vector<64xi8>
    %307 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%268, %306, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %308 = llvm.getelementptr %arg0[62] : (!llvm.ptr) -> !llvm.ptr, i8
    %309 = llvm.load %308 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %310 = llvm.bitcast %309 : vector<4xi8> to vector<1xi32>
    %311 = llvm.extractelement %310[%2 : i64] : vector<1xi32>
    %312 = llvm.insertelement %311, %1[%0 : i32] : vector<16xi32>
    %313 = llvm.shufflevector %312, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %314 = llvm.bitcast %313 : vector<16xi32> to vector<64xi8>
    %315 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%269, %314, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %316 = llvm.getelementptr %arg0[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %317 = llvm.load %316 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %318 = llvm.bitcast %317 : vector<4xi8> to vector<1xi32>
    %319 = llvm.extractelement %318[%2 : i64] : vector<1xi32>
    %320 = llvm.insertelement %319, %1[%0 : i32] : vector<16xi32>
    %321 = llvm.shufflevector %320, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %322 = llvm.bitcast %321 : vector<16xi32> to vector<64xi8>
    %323 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%277, %322, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %324 = llvm.getelementptr %arg0[66] : (!llvm.ptr) -> !llvm.ptr, i8
    %325 = llvm.load %324 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %326 = llvm.bitcast %325 : vector<4xi8> to vector<1xi32>
    %327 = llvm.extractelement %326[%2 : i64] : vector<1xi32>
    %328 = llvm.insertelement %327, %1[%0 : i32] : vector<16xi32>
    %329 = llvm.shufflevector %328, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %330 = llvm.bitcast %329 : vector<16xi32> to vector<64xi8>
    %331 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%285, %330, %287) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %332 = llvm.getelementptr %arg1[320] : (!llvm.ptr) -> !llvm.ptr, i8
    %333 = llvm.load %332 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %334 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%288, %92, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %335 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%289, %100, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %336 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%290, %180, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %337 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%291, %188, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %338 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%292, %124, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %339 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%293, %132, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %340 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%294, %198, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %341 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%295, %206, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %342 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%296, %244, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %343 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%297, %252, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %344 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%298, %276, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %345 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%299, %284, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %346 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%307, %322, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %347 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%315, %330, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %348 = llvm.getelementptr %arg0[68] : (!llvm.ptr) -> !llvm.ptr, i8
    %349 = llvm.load %348 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %350 = llvm.bitcast %349 : vector<4xi8> to vector<1xi32>
    %351 = llvm.extractelement %350[%2 : i64] : vector<1xi32>
    %352 = llvm.insertelement %351, %1[%0 : i32] : vector<16xi32>
    %353 = llvm.shufflevector %352, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %354 = llvm.bitcast %353 : vector<16xi32> to vector<64xi8>
    %355 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%323, %354, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %356 = llvm.getelementptr %arg0[70] : (!llvm.ptr) -> !llvm.ptr, i8
    %357 = llvm.load %356 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %358 = llvm.bitcast %357 : vector<4xi8> to vector<1xi32>
    %359 = llvm.extractelement %358[%2 : i64] : vector<1xi32>
    %360 = llvm.insertelement %359, %1[%0 : i32] : vector<16xi32>
    %361 = llvm.shufflevector %360, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %362 = llvm.bitcast %361 : vector<16xi32> to vector<64xi8>
    %363 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%331, %362, %333) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %364 = llvm.shufflevector %334, %335 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %365 = llvm.shufflevector %336, %337 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %366 = llvm.shufflevector %364, %365 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %367 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %368 = llvm.shufflevector %367, %367 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %369 = llvm.shufflevector %368, %368 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %370 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %371 = llvm.shufflevector %370, %370 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %372 = llvm.shufflevector %371, %371 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %373 = llvm.shufflevector %366, %366 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %374 = llvm.shufflevector %372, %372 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %375 = llvm.ashr %373, %374 : vector<16xi32>
    %376 = llvm.shufflevector %366, %366 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %377 = llvm.shufflevector %372, %372 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %378 = llvm.ashr %376, %377 : vector<16xi32>
    %379 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%375, %378) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %380 = llvm.shufflevector %366, %366 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %381 = llvm.shufflevector %372, %372 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %382 = llvm.ashr %380, %381 : vector<16xi32>
    %383 = llvm.shufflevector %366, %366 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %384 = llvm.shufflevector %372, %372 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %385 = llvm.ashr %383, %384 : vector<16xi32>
    %386 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%382, %385) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %387 = llvm.shufflevector %369, %369 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %388 = llvm.sext %379 : vector<32xi16> to vector<32xi32>
    %389 = llvm.sext %387 : vector<32xi16> to vector<32xi32>
    %390 = llvm.mul %388, %389 : vector<32xi32>
    %391 = llvm.ashr %390, %3 : vector<32xi32>
    %392 = llvm.trunc %391 : vector<32xi32> to vector<32xi16>
    %393 = llvm.shufflevector %369, %369 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %394 = llvm.sext %386 : vector<32xi16> to vector<32xi32>
    %395 = llvm.sext %393 : vector<32xi16> to vector<32xi32>
    %396 = llvm.mul %394, %395 : vector<32xi32>
    %397 = llvm.ashr %396, %3 : vector<32xi32>
    %398 = llvm.trunc %397 : vector<32xi32> to vector<32xi16>
    %399 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%392, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %400 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%398, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %401 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%399, %400) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %402 = llvm.shufflevector %401, %401 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %403 = llvm.shufflevector %402, %402 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %404 = llvm.shufflevector %403, %403 [0, 1, 2, 3] : vector<16xi8> 
    llvm.store %404, %arg5 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %405 = llvm.shufflevector %402, %402 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %406 = llvm.shufflevector %405, %405 [0, 1, 2, 3] : vector<16xi8> 
    %407 = llvm.getelementptr %arg5[4] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %406, %407 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %408 = llvm.shufflevector %402, %402 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %409 = llvm.shufflevector %408, %408 [0, 1, 2, 3] : vector<16xi8> 
    %410 = llvm.getelementptr %arg5[8] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %409, %410 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %411 = llvm.shufflevector %402, %402 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %412 = llvm.shufflevector %411, %411 [0, 1, 2, 3] : vector<16xi8> 
    %413 = llvm.getelementptr %arg5[12] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %412, %413 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %414 = llvm.shufflevector %338, %339 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %415 = llvm.shufflevector %340, %341 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %416 = llvm.shufflevector %414, %415 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %417 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %418 = llvm.shufflevector %417, %417 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %419 = llvm.shufflevector %418, %418 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %420 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %421 = llvm.shufflevector %420, %420 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %422 = llvm.shufflevector %421, %421 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %423 = llvm.shufflevector %416, %416 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %424 = llvm.shufflevector %422, %422 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %425 = llvm.ashr %423, %424 : vector<16xi32>
    %426 = llvm.shufflevector %416, %416 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %427 = llvm.shufflevector %422, %422 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %428 = llvm.ashr %426, %427 : vector<16xi32>
    %429 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%425, %428) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %430 = llvm.shufflevector %416, %416 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %431 = llvm.shufflevector %422, %422 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %432 = llvm.ashr %430, %431 : vector<16xi32>
    %433 = llvm.shufflevector %416, %416 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %434 = llvm.shufflevector %422, %422 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %435 = llvm.ashr %433, %434 : vector<16xi32>
    %436 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%432, %435) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %437 = llvm.shufflevector %419, %419 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %438 = llvm.sext %429 : vector<32xi16> to vector<32xi32>
    %439 = llvm.sext %437 : vector<32xi16> to vector<32xi32>
    %440 = llvm.mul %438, %439 : vector<32xi32>
    %441 = llvm.ashr %440, %3 : vector<32xi32>
    %442 = llvm.trunc %441 : vector<32xi32> to vector<32xi16>
    %443 = llvm.shufflevector %419, %419 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %444 = llvm.sext %436 : vector<32xi16> to vector<32xi32>
    %445 = llvm.sext %443 : vector<32xi16> to vector<32xi32>
    %446 = llvm.mul %444, %445 : vector<32xi32>
    %447 = llvm.ashr %446, %3 : vector<32xi32>
    %448 = llvm.trunc %447 : vector<32xi32> to vector<32xi16>
    %449 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%442, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %450 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%448, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %451 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%449, %450) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %452 = llvm.shufflevector %451, %451 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %453 = llvm.shufflevector %452, %452 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %454 = llvm.shufflevector %453, %453 [0, 1, 2, 3] : vector<16xi8> 
    %455 = llvm.getelementptr %arg5[16] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %454, %455 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %456 = llvm.shufflevector %452, %452 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %457 = llvm.shufflevector %456, %456 [0, 1, 2, 3] : vector<16xi8> 
    %458 = llvm.getelementptr %arg5[20] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %457, %458 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %459 = llvm.shufflevector %452, %452 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %460 = llvm.shufflevector %459, %459 [0, 1, 2, 3] : vector<16xi8> 
    %461 = llvm.getelementptr %arg5[24] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %460, %461 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %462 = llvm.shufflevector %452, %452 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %463 = llvm.shufflevector %462, %462 [0, 1, 2, 3] : vector<16xi8> 
    %464 = llvm.getelementptr %arg5[28] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %463, %464 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %465 = llvm.shufflevector %342, %343 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %466 = llvm.shufflevector %344, %345 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %467 = llvm.shufflevector %465, %466 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %468 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %469 = llvm.shufflevector %468, %468 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %470 = llvm.shufflevector %469, %469 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %471 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %472 = llvm.shufflevector %471, %471 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %473 = llvm.shufflevector %472, %472 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %474 = llvm.shufflevector %467, %467 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %475 = llvm.shufflevector %473, %473 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %476 = llvm.ashr %474, %475 : vector<16xi32>
    %477 = llvm.shufflevector %467, %467 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %478 = llvm.shufflevector %473, %473 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %479 = llvm.ashr %477, %478 : vector<16xi32>
    %480 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%476, %479) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %481 = llvm.shufflevector %467, %467 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %482 = llvm.shufflevector %473, %473 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %483 = llvm.ashr %481, %482 : vector<16xi32>
    %484 = llvm.shufflevector %467, %467 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %485 = llvm.shufflevector %473, %473 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %486 = llvm.ashr %484, %485 : vector<16xi32>
    %487 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%483, %486) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %488 = llvm.shufflevector %470, %470 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %489 = llvm.sext %480 : vector<32xi16> to vector<32xi32>
    %490 = llvm.sext %488 : vector<32xi16> to vector<32xi32>
    %491 = llvm.mul %489, %490 : vector<32xi32>
    %492 = llvm.ashr %491, %3 : vector<32xi32>
    %493 = llvm.trunc %492 : vector<32xi32> to vector<32xi16>
    %494 = llvm.shufflevector %470, %470 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %495 = llvm.sext %487 : vector<32xi16> to vector<32xi32>
    %496 = llvm.sext %494 : vector<32xi16> to vector<32xi32>
    %497 = llvm.mul %495, %496 : vector<32xi32>
    %498 = llvm.ashr %497, %3 : vector<32xi32>
    %499 = llvm.trunc %498 : vector<32xi32> to vector<32xi16>
    %500 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%493, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %501 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%499, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %502 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%500, %501) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %503 = llvm.shufflevector %502, %502 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %504 = llvm.shufflevector %503, %503 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %505 = llvm.shufflevector %504, %504 [0, 1, 2, 3] : vector<16xi8> 
    %506 = llvm.getelementptr %arg5[32] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %505, %506 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %507 = llvm.shufflevector %503, %503 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %508 = llvm.shufflevector %507, %507 [0, 1, 2, 3] : vector<16xi8> 
    %509 = llvm.getelementptr %arg5[36] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %508, %509 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %510 = llvm.shufflevector %503, %503 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %511 = llvm.shufflevector %510, %510 [0, 1, 2, 3] : vector<16xi8> 
    %512 = llvm.getelementptr %arg5[40] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %511, %512 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %513 = llvm.shufflevector %503, %503 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %514 = llvm.shufflevector %513, %513 [0, 1, 2, 3] : vector<16xi8> 
    %515 = llvm.getelementptr %arg5[44] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %514, %515 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %516 = llvm.shufflevector %346, %347 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %517 = llvm.shufflevector %355, %363 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %518 = llvm.shufflevector %516, %517 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %519 = llvm.load %arg3 {alignment = 2 : i64} : !llvm.ptr -> vector<16xi16>
    %520 = llvm.shufflevector %519, %519 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi16> 
    %521 = llvm.shufflevector %520, %520 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi16> 
    %522 = llvm.load %arg4 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %523 = llvm.shufflevector %522, %522 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<16xi32> 
    %524 = llvm.shufflevector %523, %523 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<32xi32> 
    %525 = llvm.shufflevector %518, %518 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %526 = llvm.shufflevector %524, %524 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi32> 
    %527 = llvm.ashr %525, %526 : vector<16xi32>
    %528 = llvm.shufflevector %518, %518 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %529 = llvm.shufflevector %524, %524 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi32> 
    %530 = llvm.ashr %528, %529 : vector<16xi32>
    %531 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%527, %530) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %532 = llvm.shufflevector %518, %518 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %533 = llvm.shufflevector %524, %524 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi32> 
    %534 = llvm.ashr %532, %533 : vector<16xi32>
    %535 = llvm.shufflevector %518, %518 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %536 = llvm.shufflevector %524, %524 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi32> 
    %537 = llvm.ashr %535, %536 : vector<16xi32>
    %538 = llvm.call_intrinsic "llvm.x86.avx512.packssdw.512"(%534, %537) : (vector<16xi32>, vector<16xi32>) -> vector<32xi16>
    %539 = llvm.shufflevector %521, %521 [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31] : vector<64xi16> 
    %540 = llvm.sext %531 : vector<32xi16> to vector<32xi32>
    %541 = llvm.sext %539 : vector<32xi16> to vector<32xi32>
    %542 = llvm.mul %540, %541 : vector<32xi32>
    %543 = llvm.ashr %542, %3 : vector<32xi32>
    %544 = llvm.trunc %543 : vector<32xi32> to vector<32xi16>
    %545 = llvm.shufflevector %521, %521 [32, 33, 34, 35, 48, 49, 50, 51, 36, 37, 38, 39, 52, 53, 54, 55, 40, 41, 42, 43, 56, 57, 58, 59, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi16> 
    %546 = llvm.sext %538 : vector<32xi16> to vector<32xi32>
    %547 = llvm.sext %545 : vector<32xi16> to vector<32xi32>
    %548 = llvm.mul %546, %547 : vector<32xi32>
    %549 = llvm.ashr %548, %3 : vector<32xi32>
    %550 = llvm.trunc %549 : vector<32xi32> to vector<32xi16>
    %551 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%544, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %552 = llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"(%550, %4) : (vector<32xi16>, vector<32xi16>) -> vector<32xi16>
    %553 = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"(%551, %552) : (vector<32xi16>, vector<32xi16>) -> vector<64xi8>
    %554 = llvm.shufflevector %553, %553 [0, 1, 2, 3, 16, 17, 18, 19, 32, 33, 34, 35, 48, 49, 50, 51, 4, 5, 6, 7, 20, 21, 22, 23, 36, 37, 38, 39, 52, 53, 54, 55, 8, 9, 10, 11, 24, 25, 26, 27, 40, 41, 42, 43, 56, 57, 58, 59, 12, 13, 14, 15, 28, 29, 30, 31, 44, 45, 46, 47, 60, 61, 62, 63] : vector<64xi8> 
    %555 = llvm.shufflevector %554, %554 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<64xi8> 
    %556 = llvm.shufflevector %555, %555 [0, 1, 2, 3] : vector<16xi8> 
    %557 = llvm.getelementptr %arg5[48] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %556, %557 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %558 = llvm.shufflevector %554, %554 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<64xi8> 
    %559 = llvm.shufflevector %558, %558 [0, 1, 2, 3] : vector<16xi8> 
    %560 = llvm.getelementptr %arg5[52] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %559, %560 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %561 = llvm.shufflevector %554, %554 [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47] : vector<64xi8> 
    %562 = llvm.shufflevector %561, %561 [0, 1, 2, 3] : vector<16xi8> 
    %563 = llvm.getelementptr %arg5[56] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %562, %563 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
    %564 = llvm.shufflevector %554, %554 [48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63] : vector<64xi8> 
    %565 = llvm.shufflevector %564, %564 [0, 1, 2, 3] : vector<16xi8> 
    %566 = llvm.getelementptr %arg5[60] : (!llvm.ptr) -> !llvm.ptr, i8
    llvm.store %565, %566 {alignment = 1 : i64} : vector<4xi8>, !llvm.ptr
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
    %3 = llvm.load %arg2 {alignment = 4 : i64} : !llvm.ptr -> vector<16xi32>
    %4 = llvm.load %arg1 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %5 = llvm.load %arg0 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %6 = llvm.bitcast %5 : vector<4xi8> to vector<1xi32>
    %7 = llvm.extractelement %6[%2 : i64] : vector<1xi32>
    %8 = llvm.insertelement %7, %1[%0 : i32] : vector<16xi32>
    %9 = llvm.shufflevector %8, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %10 = llvm.bitcast %9 : vector<16xi32> to vector<64xi8>
    %11 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%3, %10, %4) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %12 = llvm.getelementptr %arg1[64] : (!llvm.ptr) -> !llvm.ptr, i8
    %13 = llvm.load %12 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %14 = llvm.getelementptr %arg0[4] : (!llvm.ptr) -> !llvm.ptr, i8
    %15 = llvm.load %14 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %16 = llvm.bitcast %15 : vector<4xi8> to vector<1xi32>
    %17 = llvm.extractelement %16[%2 : i64] : vector<1xi32>
    %18 = llvm.insertelement %17, %1[%0 : i32] : vector<16xi32>
    %19 = llvm.shufflevector %18, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %20 = llvm.bitcast %19 : vector<16xi32> to vector<64xi8>
    %21 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%11, %20, %13) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %22 = llvm.getelementptr %arg1[128] : (!llvm.ptr) -> !llvm.ptr, i8
    %23 = llvm.load %22 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %24 = llvm.getelementptr %arg0[8] : (!llvm.ptr) -> !llvm.ptr, i8
    %25 = llvm.load %24 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %26 = llvm.bitcast %25 : vector<4xi8> to vector<1xi32>
    %27 = llvm.extractelement %26[%2 : i64] : vector<1xi32>
    %28 = llvm.insertelement %27, %1[%0 : i32] : vector<16xi32>
    %29 = llvm.shufflevector %28, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %30 = llvm.bitcast %29 : vector<16xi32> to vector<64xi8>
    %31 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%21, %30, %23) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %32 = llvm.getelementptr %arg1[192] : (!llvm.ptr) -> !llvm.ptr, i8
    %33 = llvm.load %32 {alignment = 1 : i64} : !llvm.ptr -> vector<64xi8>
    %34 = llvm.getelementptr %arg0[12] : (!llvm.ptr) -> !llvm.ptr, i8
    %35 = llvm.load %34 {alignment = 1 : i64} : !llvm.ptr -> vector<4xi8>
    %36 = llvm.bitcast %35 : vector<4xi8> to vector<1xi32>
    %37 = llvm.extractelement %36[%2 : i64] : vector<1xi32>
    %38 = llvm.insertelement %37, %1[%0 : i32] : vector<16xi32>
    %39 = llvm.shufflevector %38, %1 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : vector<16xi32> 
    %40 = llvm.bitcast %39 : vector<16xi32> to vector<64xi8>
    %41 = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%31, %40, %33) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    %42 = llvm.shufflevector %41, %41 [0, 1] : vector<16xi32> 
    llvm.store %42, %arg3 {alignment = 4 : i64} : vector<2xi32>, !llvm.ptr
    %43 = llvm.shufflevector %41, %41 [2] : vector<16xi32> 
    %44 = llvm.getelementptr %arg3[2] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %43, %44 {alignment = 4 : i64} : vector<1xi32>, !llvm.ptr
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


// RUN: sed s/ISA/avx512vnni/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX512VNNI
// RUN: sed s/ISA/avxvnni/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVXVNNI
// RUN: sed s/ISA/avx512bw/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX512BW
// RUN: sed s/ISA/avx2/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX2
// RUN: sed s/ISA/neondot/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=NEONDOT
// RUN: sed s/ISA/neon/ %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=NEON
// RUN: sed 's/"ISA"/"avx512vnni", emulate = true/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=EMULATE

module attributes {qint.target = #qint.target<"ISA">} {

// 20 lanes: as many as an instruction has, the rest by narrower ones.
// AVX512VNNI-LABEL: func @dot
// AVX512VNNI:         llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"({{.*}}) : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
// AVX512VNNI:         llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.128"({{.*}}) : (vector<4xi32>, vector<16xi8>, vector<16xi8>) -> vector<4xi32>
// AVX512VNNI-NOT:     call_intrinsic
// AVX512VNNI:         return
// AVXVNNI-LABEL:    func @dot
// AVXVNNI-COUNT-2:    llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"
// AVXVNNI:            llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.128"
// AVXVNNI-NOT:        call_intrinsic
// AVXVNNI:            return
// Even and odd bytes apart:
// AVX512BW-LABEL:   func @dot
// AVX512BW-COUNT-2:   llvm.call_intrinsic "llvm.x86.avx512.pmaddw.d.512"
// AVX512BW-COUNT-2:   llvm.call_intrinsic "llvm.x86.sse2.pmadd.wd"
// AVX2-LABEL:       func @dot
// AVX2-COUNT-4:       llvm.call_intrinsic "llvm.x86.avx2.pmadd.wd"
// AVX2-COUNT-2:       llvm.call_intrinsic "llvm.x86.sse2.pmadd.wd"
// Unsigned bytes are not what sdot takes:
// NEONDOT-LABEL:    func @dot
// NEONDOT-COUNT-15:   llvm.call_intrinsic "llvm.aarch64.neon.sdot.v4i32.v16i8"
// NEON-LABEL:       func @dot
// NEON:               arith.muli {{.*}} : vector<8xi16>
// NEON:               llvm.call_intrinsic "llvm.aarch64.neon.saddlp.v4i32.v8i16"
// NEON:               llvm.call_intrinsic "llvm.aarch64.neon.addp.v4i32"
// EMULATE-NOT:      call_intrinsic
func.func @dot(%c: vector<20xi32>, %a: vector<80xi8>, %b: vector<80xi8>) -> vector<20xi32> {
  %r = qint.vector.dot %c, %a, %b : vector<20xi32>, vector<80xi8>
  return %r : vector<20xi32>
}

// A half of what another product takes as a whole stays where it is.
// AVX512VNNI-LABEL: func @dot_half
// AVX512VNNI:         %[[SHARED:.*]] = llvm.inline_asm "", "=v,0" %{{.*}} : (vector<64xi8>) -> vector<64xi8>
// AVX512VNNI:         %[[HALF:.*]] = vector.extract_strided_slice %[[SHARED]]
// AVX512VNNI:         llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"(%{{.*}}, %[[HALF]], %{{.*}})
func.func @dot_half(%c: vector<8xi32>, %a: vector<64xi8>, %b: vector<32xi8>) -> vector<8xi32> {
  %half = vector.extract_strided_slice %a {offsets = [0], sizes = [32], strides = [1]}
          : vector<64xi8> to vector<32xi8>
  %r = qint.vector.dot %c, %half, %b : vector<8xi32>, vector<32xi8>
  return %r : vector<8xi32>
}

// AVX512VNNI-LABEL: func @dot_signed
// AVX512VNNI:         %[[EXCESS:.*]] = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.128"
// AVX512VNNI:         arith.xori
// AVX512VNNI:         %[[SUM:.*]] = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.128"
// AVX512VNNI:         arith.subi %[[SUM]], %[[EXCESS]]
// NEONDOT-LABEL:    func @dot_signed
// NEONDOT:            llvm.call_intrinsic "llvm.aarch64.neon.sdot.v4i32.v16i8"
// NEONDOT-NOT:        call_intrinsic
// NEONDOT:            return
// NEON-LABEL:       func @dot_signed
// NEON-COUNT-2:       llvm.call_intrinsic "llvm.aarch64.neon.smull.v8i16"
// NEON:               llvm.call_intrinsic "llvm.aarch64.neon.addp.v4i32"
func.func @dot_signed(%c: vector<4xi32>, %a: vector<16xi8>, %b: vector<16xi8>) -> vector<4xi32> {
  %r = qint.vector.dot %c, %a, %b {signed_lhs} : vector<4xi32>, vector<16xi8>
  return %r : vector<4xi32>
}

// AVX512VNNI-LABEL: func @dot_words
// AVX512VNNI:         llvm.call_intrinsic "llvm.x86.avx512.vpdpwssd.128"
// AVX2-LABEL:       func @dot_words
// AVX2:               llvm.call_intrinsic "llvm.x86.sse2.pmadd.wd"
// NEON-LABEL:       func @dot_words
// NEON-COUNT-2:       llvm.call_intrinsic "llvm.aarch64.neon.smull.v4i32"
func.func @dot_words(%c: vector<4xi32>, %a: vector<8xi16>, %b: vector<8xi16>) -> vector<4xi32> {
  %r = qint.vector.dot %c, %a, %b : vector<4xi32>, vector<8xi16>
  return %r : vector<4xi32>
}

// Pairs of bytes in 16 bits: 24 lanes are a register and a half. Elsewhere generic.
// AVX512BW-LABEL: func @dot_pairs
// AVX512BW:         llvm.call_intrinsic "llvm.x86.avx2.pmadd.ub.sw"
// AVX512BW:         llvm.call_intrinsic "llvm.x86.ssse3.pmadd.ub.sw.128"
// AVX2-LABEL:     func @dot_pairs
// AVX2:             llvm.call_intrinsic "llvm.x86.avx2.pmadd.ub.sw"({{.*}}) : (vector<32xi8>, vector<32xi8>) -> vector<16xi16>
// AVX2:             llvm.call_intrinsic "llvm.x86.ssse3.pmadd.ub.sw.128"
// AVX2-NOT:         call_intrinsic
// AVX2:             return
// NEON-LABEL:     func @dot_pairs
// NEON-NOT:         call_intrinsic
// NEON:             return
func.func @dot_pairs(%c: vector<24xi16>, %a: vector<48xi8>, %b: vector<48xi8>) -> vector<24xi16> {
  %r = qint.vector.dot %c, %a, %b : vector<24xi16>, vector<48xi8>
  return %r : vector<24xi16>
}

}

// RUN: sed 's/TARGET/"avx512vnni">, qopt.triple = "x86_64-linux-gnu", qopt.cpu = "icelake-server"/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefixes=VBMI,SINGLE
// RUN: sed 's/TARGET/"avx512vnni">, qopt.triple = "x86_64-linux-gnu", qopt.cpu = "znver4"/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefixes=VBMI,PAIRED,ZEN4
// RUN: sed 's/TARGET/"avx512vnni">, qopt.triple = "x86_64-linux-gnu", qopt.cpu = "cascadelake"/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX512
// RUN: sed 's/TARGET/"avx512bw">/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX512
// RUN: sed 's/TARGET/"avx2">/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX2
// RUN: sed 's/TARGET/"avx2">, qopt.triple = "x86_64-linux-gnu", qopt.cpu = "znver3"/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefixes=AVX2,ZEN3
// RUN: sed 's/TARGET/"avxvnni">/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=AVX2
// RUN: sed 's/TARGET/"neon">/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=NEON
// RUN: sed 's/TARGET/"neondot">/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=NEON
// RUN: sed 's/TARGET/"avx512vnni", emulate = true>/' %s | qopt --qopt-lower-vector-ops | FileCheck %s --check-prefix=EMULATE

module attributes {qint.target = #qint.target<TARGET} {

// VBMI-LABEL:    func @lookup
// VBMI-COUNT-2:    llvm.call_intrinsic "llvm.x86.avx512.vpermi2var.qi.512"
// VBMI:            arith.select
// VBMI-NOT:        call_intrinsic
// AVX512-LABEL:  func @lookup
// AVX512-COUNT-16: llvm.call_intrinsic "llvm.x86.avx512.pshuf.b.512"
// AVX512-NOT:      call_intrinsic
// Two registers; rows 1 to 7 of each half at the index less 16 each.
// AVX2-LABEL:    func @lookup
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.pshuf.b"
// AVX2:            llvm.intr.ssub.sat
// AVX2-COUNT-31:   llvm.call_intrinsic "llvm.x86.avx2.pshuf.b"
// AVX2-NOT:        call_intrinsic
// NEON-LABEL:    func @lookup
// NEON:            llvm.call_intrinsic "llvm.aarch64.neon.tbl4.v16i8"
// NEON-COUNT-3:    llvm.call_intrinsic "llvm.aarch64.neon.tbx4.v16i8"
// EMULATE-NOT:   call_intrinsic
func.func @lookup(%t: memref<256xi8>, %i: vector<64xi8>) -> vector<64xi8> {
  %r = qint.vector.lookup %t[%i] : memref<256xi8>, vector<64xi8> -> vector<64xi8>
  return %r : vector<64xi8>
}

// Few lanes, and other elements, are read one by one.
// VBMI-LABEL:    func @lookup_few
// VBMI-NOT:        call_intrinsic
// AVX2-LABEL:    func @lookup_few
// AVX2-NOT:        call_intrinsic
// NEON-LABEL:    func @lookup_few
// NEON-NOT:        call_intrinsic
func.func @lookup_few(%t: memref<256xi8>, %w: memref<256xi32>, %i: vector<4xi8>, %j: vector<16xi8>)
    -> (vector<4xi8>, vector<16xi32>) {
  %r = qint.vector.lookup %t[%i] : memref<256xi8>, vector<4xi8> -> vector<4xi8>
  %s = qint.vector.lookup %w[%j] : memref<256xi32>, vector<16xi8> -> vector<16xi32>
  return %r, %s : vector<4xi8>, vector<16xi32>
}

// Four tables of bytes; four registers of base and slope; or entries one by one,
// base and slope together.
// Segments are signed bytes, which saturate; the tables are read one register at a time, or two.
// VBMI-LABEL:    func @function
// VBMI:            llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"
// VBMI:            arith.maxsi
// VBMI:            arith.minsi
// VBMI:            llvm.call_intrinsic "llvm.x86.avx512.packsswb.512"
// SINGLE-COUNT-16: llvm.call_intrinsic "llvm.x86.avx512.permvar.qi.512"
// PAIRED-COUNT-8:  llvm.call_intrinsic "llvm.x86.avx512.vpermi2var.qi.512"
// VBMI-NOT:        {{vpermi2var|permvar}}
// VBMI:            llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"
// AVX512-LABEL:  func @function
// AVX512-COUNT-16: llvm.call_intrinsic "llvm.x86.avx512.vpermi2var.hi.512"
// AVX512-NOT:      vpermi2var
// AVX512:          return
// AVX2-LABEL:    func @function
// AVX2-COUNT-8:    vector.load {{.*}} : memref<256x2xi16>, vector<2xi16>
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.pmadd.wd"
// AVX2-COUNT-8:    vector.load {{.*}} : memref<256x2xi16>, vector<2xi16>
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.pmadd.wd"
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.packssdw"
// NEON-LABEL:    func @function
// NEON-COUNT-4:    llvm.call_intrinsic "llvm.aarch64.neon.tbl4.v16i8"
// EMULATE-NOT:   call_intrinsic
func.func @function(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
                    %f: memref<256x2xi16>) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s function %f {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// Slopes that fit bytes are one table of them: of a constant, or an argument that says so.
// VBMI-LABEL:    func @byte_slopes
// SINGLE-COUNT-12: llvm.call_intrinsic "llvm.x86.avx512.permvar.qi.512"
// PAIRED-COUNT-6:  llvm.call_intrinsic "llvm.x86.avx512.vpermi2var.qi.512"
// VBMI-NOT:        {{vpermi2var|permvar}}
// VBMI:            arith.constant dense<127> : vector<32xi16>
// VBMI-NOT:        {{vpermi2var|permvar}}
// VBMI:            return
// NEON-LABEL:    func @byte_slopes
// NEON-COUNT-3:    llvm.call_intrinsic "llvm.aarch64.neon.tbl4.v16i8"
// NEON-NOT:        tbl4
// NEON:            arith.extsi %{{.*}} : vector<16xi8> to vector<16xi16>
func.func @byte_slopes(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
                       %f: memref<256x2xi16> {qopt.byte_slopes}) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s function %f {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  return %r : vector<64xi8>
}

memref.global "private" constant @flat : memref<256x2xi16> = dense<127>
memref.global "private" constant @steep : memref<256x2xi16> = dense<128>
memref.global "private" @variable : memref<256x2xi16> = dense<0>

// VBMI-LABEL:    func @constant_slopes
// SINGLE-COUNT-44: llvm.call_intrinsic "llvm.x86.avx512.permvar.qi.512"
// PAIRED-COUNT-22: llvm.call_intrinsic "llvm.x86.avx512.vpermi2var.qi.512"
// VBMI-NOT:        {{vpermi2var|permvar}}
// VBMI:            return
func.func @constant_slopes(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>)
    -> (vector<64xi8>, vector<64xi8>, vector<64xi8>) {
  %flat = memref.get_global @flat : memref<256x2xi16>
  %p = qint.vector.epilogue %a multipliers %m shifts %s function %flat {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  %steep = memref.get_global @steep : memref<256x2xi16>
  %q = qint.vector.epilogue %a multipliers %m shifts %s function %steep {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  %variable = memref.get_global @variable : memref<256x2xi16>
  %r = qint.vector.epilogue %a multipliers %m shifts %s function %variable {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  return %p, %q, %r : vector<64xi8>, vector<64xi8>, vector<64xi8>
}

// Results that leave room for the zero point: the bases contain it, 3 * 32 + 16. What lies
// in front of a flat start needs no clamp from below; packing the numbers of the segments is one.
// VBMI-LABEL:    func @known_function
// VBMI:            %[[OFFSET:.*]] = arith.constant dense<112> : vector<64xi32>
// VBMI:            %[[OFFSETS:.*]] = vector.bitcast %[[OFFSET]]
// VBMI:            arith.addi %{{.*}}, %[[OFFSETS]] : vector<128xi16>
// VBMI-NOT:        maxsi
// VBMI:            llvm.call_intrinsic "llvm.x86.avx512.packsswb.512"
// VBMI-NOT:        sadd.sat
// VBMI:            return
// AVX2-LABEL:    func @known_function
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.packssdw"
// AVX2:            arith.maxsi {{.*}} vector<16xi16>
// AVX2:            llvm.call_intrinsic "llvm.x86.avx2.pmadd.wd"
// AVX2-NEXT:       arith.constant dense<14>
// AVX2-NOT:        sadd.sat
// AVX2:            arith.constant dense<112> : vector<16xi16>
// AVX2-NEXT:       arith.addi
func.func @known_function(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
    %f: memref<256x2xi16> {qopt.byte_slopes, qopt.flat_start, qopt.small_results}) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s function %f {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// The same is seen of constants, and no more: a slope where the start should be flat, and
// results one too large.
memref.global "private" constant @known : memref<256x2xi16> = dense<0>
memref.global "private" constant @large : memref<256x2xi16> = dense<16385>
// VBMI-LABEL:    func @constant_functions
// VBMI-NOT:        arith.maxsi
// VBMI:            packsswb
// VBMI-NOT:        sadd.sat
// VBMI:            packuswb
// VBMI:            arith.maxsi
// VBMI:            packsswb
// VBMI:            llvm.intr.sadd.sat
// VBMI:            packuswb
// VBMI:            return
func.func @constant_functions(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>)
    -> (vector<64xi8>, vector<64xi8>) {
  %known = memref.get_global @known : memref<256x2xi16>
  %p = qint.vector.epilogue %a multipliers %m shifts %s function %known {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  %large = memref.get_global @large : memref<256x2xi16>
  %q = qint.vector.epilogue %a multipliers %m shifts %s function %large {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, memref<256x2xi16>) -> vector<64xi8>
  return %p, %q : vector<64xi8>, vector<64xi8>
}

// Left shifts that keep within 32 bits need no clamp before, and where none is to the
// right there is no shift to the right.
// AVX512-LABEL:  func @left_shifts
// AVX512-NOT:      arith.shrsi
// AVX512-NOT:      arith.maxsi
// AVX512-COUNT-4:  arith.shli
// AVX512-NOT:      arith.shli
// AVX512-NOT:      arith.maxsi
// AVX512:          return
func.func @left_shifts(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
                       %o: vector<64xi8>) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s residual %o {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32,
    residual_zero_point = 7 : i32, residual_multiplier = 20000 : i32, residual_shift = 10 : i32,
    greatest_shift = 0 : i32, exact_shifts
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, vector<64xi8>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// (r - 7) * 2^5 by one instruction, the rest by the next; a shift that these cannot
// do is computed at 32 bits.
// AVX512-LABEL:  func @residual
// AVX512:          llvm.call_intrinsic "llvm.x86.avx512.pmaddubs.w.512"
// AVX512-NEXT:     arith.constant dense<20000> : vector<32xi16>
// AVX512-NEXT:     llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"
// AVX512-NEXT:     llvm.intr.sadd.sat
// AVX512:          llvm.intr.sadd.sat
// The zero point was added before, where nothing saturates.
// AVX512-NOT:      sadd.sat
// AVX512:          arith.constant dense<5>
// AVX512-NEXT:     arith.shrsi
// AVX2-LABEL:    func @residual
// AVX2-COUNT-2:    llvm.call_intrinsic "llvm.x86.avx2.pmadd.ub.sw"
// EMULATE-NOT:   call_intrinsic
func.func @residual(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
                    %o: vector<64xi8>) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s residual %o {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32,
    residual_zero_point = 7 : i32, residual_multiplier = 20000 : i32, residual_shift = 10 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, vector<64xi8>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// AVX512-LABEL:  func @residual_wide
// AVX512-NOT:      pmaddubs
// AVX512:          arith.constant dense<20000> : vector<32xi32>
// AVX512-NOT:      pmaddubs
// AVX512:          return
func.func @residual_wide(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>,
                         %o: vector<64xi8>) -> vector<64xi8> {
  %r = qint.vector.epilogue %a multipliers %m shifts %s residual %o {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32,
    residual_zero_point = 7 : i32, residual_multiplier = 20000 : i32, residual_shift = 16 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>, vector<64xi8>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// One shift of the accumulators and, instead of the second one, a multiplication; its
// factors hold the shifts to the left.
// AVX512-LABEL:  func @joined_shifts
// AVX512-COUNT-4:  arith.shrsi
// AVX512:          arith.constant dense<1024> : vector<16xi32>
// AVX512-COUNT-4:  arith.shli
// AVX512:          llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"
// AVX512-NOT:      arith.shrsi
// AVX512:          return
// CPUs of AMD add 3.5 of the result's steps to each lane and shift it by its places; words
// have no such shift with AVX2.
// ZEN4-LABEL:    func @joined_shifts
// ZEN4:            arith.constant dense<7> : vector<32xi16>
// ZEN4-COUNT-2:    arith.shrsi {{.*}} : vector<32xi16>
// ZEN4-NOT:        pmul.hr
// ZEN4:            return
// ZEN3-LABEL:    func @joined_shifts
// ZEN3:            llvm.call_intrinsic "llvm.x86.avx2.pmul.hr.sw"
func.func @joined_shifts(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>) -> vector<64xi8> {
  %r = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = -4 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// ZEN4-LABEL:    func @right_shifts
// ZEN4:            arith.constant dense<112> : vector<32xi16>
// ZEN4-NEXT:       arith.addi
// ZEN4-NOT:        pmul.hr
// ZEN4:            return
// ZEN3-LABEL:    func @right_shifts
// ZEN3:            arith.constant dense<112> : vector<16xi16>
// ZEN3-NEXT:       arith.addi
// ZEN3-NOT:        pmul.hr
// ZEN3:            return
// AVX512-LABEL:  func @right_shifts
// AVX512-NOT:      arith.shli
// AVX512:          arith.constant dense<1024> : vector<32xi16>
// AVX512-NEXT:     llvm.call_intrinsic "llvm.x86.avx512.pmul.hr.sw.512"
// AVX512-NOT:      arith.shli
// AVX512:          return
func.func @right_shifts(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>) -> vector<64xi8> {
  %r = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
  return %r : vector<64xi8>
}

// Two halves that are stored apart: brought into order together.
// AVX512-LABEL:  func @cut
// AVX512:          %[[PACKED:.*]] = llvm.call_intrinsic "llvm.x86.avx512.packuswb.512"
// AVX512-NEXT:     %[[ORDERED:.*]] = vector.shuffle %[[PACKED]], %[[PACKED]]
// AVX512-NEXT:     %[[BYTES:.*]] = llvm.inline_asm "", "=v,0" %[[ORDERED]] : (vector<64xi8>) -> vector<64xi8>
// AVX512:          vector.extract_strided_slice %[[BYTES]] {offsets = [0]
// AVX512:          vector.extract_strided_slice %[[BYTES]] {offsets = [32]
func.func @cut(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>)
    -> (vector<32xi8>, vector<32xi8>) {
  %r = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = 0 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
  %low = vector.extract_strided_slice %r {offsets = [0], sizes = [32], strides = [1]}
         : vector<64xi8> to vector<32xi8>
  %high = vector.extract_strided_slice %r {offsets = [32], sizes = [32], strides = [1]}
          : vector<64xi8> to vector<32xi8>
  return %low, %high : vector<32xi8>, vector<32xi8>
}

// With 3 fraction bits a shift by 3 would leave nothing of the last one.
// AVX512-LABEL:  func @coarse
// AVX512-COUNT-4:  arith.shli
// AVX512:          return
func.func @coarse(%a: vector<64xi32>, %m: vector<64xi16>, %s: vector<64xi32>) -> vector<64xi8> {
  %r = qint.vector.rescale fixed16 %a multipliers %m shifts %s {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = -4 : i32,
    fraction_bits = 3 : i32
  } : (vector<64xi32>, vector<64xi16>, vector<64xi32>) -> vector<64xi8>
  return %r : vector<64xi8>
}

}

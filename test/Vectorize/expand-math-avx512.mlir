// RUN: qopt %s --qopt-expand-math | FileCheck %s

// AVX-512 multiplies by powers of two in one step (vscalefps).
module attributes {qint.target = #qint.target<"avx512vnni">} {

// CHECK-LABEL: func @scaled(
// CHECK-NOT:     arith.shli
// CHECK:         %[[SCALED:.*]] = llvm.call_intrinsic "llvm.ldexp"(%{{.*}}, %{{.*}}) : (vector<16xf32>, vector<16xi32>) -> vector<16xf32>
// CHECK:         arith.select %{{.*}}, %{{.*}}, %[[SCALED]]
func.func @scaled(%x: vector<16xf32>) -> vector<16xf32> {
  %0 = math.exp %x : vector<16xf32>
  return %0 : vector<16xf32>
}

}

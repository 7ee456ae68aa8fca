// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=x86-64" --qopt-lower-vector-ops | FileCheck %s
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=x86-64-v3" --qopt-lower-vector-ops | FileCheck %s --check-prefix=HAS
// RUN: qopt %s --qopt-set-target="mtriple=aarch64-linux-gnu" --qopt-lower-vector-ops | FileCheck %s --check-prefix=HAS

// CHECK-NOT:   llvm.intr.fma
// CHECK-NOT:   llvm.intr.roundeven
// HAS:         llvm.intr.fma
// HAS:         llvm.intr.roundeven
// HAS:         llvm.intr.roundeven

// CHECK-LABEL: func @fma
// CHECK:         arith.extf %{{.*}} : vector<4xf32> to vector<4xf64>
// CHECK:         %[[P:.*]] = arith.mulf {{.*}} : vector<4xf64>
// CHECK:         arith.addf %[[P]], %{{.*}} : vector<4xf64>
// CHECK:         arith.truncf {{.*}} : vector<4xf64> to vector<4xf32>
func.func @fma(%a: vector<4xf32>, %b: vector<4xf32>, %c: vector<4xf32>) -> vector<4xf32> {
  %r = llvm.intr.fma(%a, %b, %c) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
  return %r : vector<4xf32>
}

// CHECK-LABEL: func @roundeven
// CHECK:         arith.constant 0x4B000000 : f32
// CHECK:         llvm.intr.copysign
func.func @roundeven(%a: f32) -> f32 {
  %r = llvm.intr.roundeven(%a) : (f32) -> f32
  return %r : f32
}

// What the lowering of a rescale makes counts too.
// CHECK-LABEL: func @rescale
// CHECK:         llvm.intr.copysign
func.func @rescale(%acc: i32, %scale: f32) -> i8 {
  %r = qint.vector.rescale float32 %acc scales %scale
         {zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} : (i32, f32) -> i8
  return %r : i8
}

// RUN: qopt %s --qopt-expand-math | FileCheck %s

// CHECK-NOT: math.

// CHECK-LABEL: func @exact
// CHECK:         llvm.intr.fma({{.*}}) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
// CHECK:         llvm.intr.sqrt
// CHECK:         llvm.intr.roundeven
// CHECK:         llvm.intr.floor
// CHECK:         llvm.intr.fabs
func.func @exact(%a: vector<4xf32>, %b: vector<4xf32>, %c: vector<4xf32>) -> vector<4xf32> {
  %0 = math.fma %a, %b, %c : vector<4xf32>
  %1 = math.sqrt %0 : vector<4xf32>
  %2 = math.roundeven %1 : vector<4xf32>
  %3 = math.floor %2 : vector<4xf32>
  %4 = math.absf %3 : vector<4xf32>
  return %4 : vector<4xf32>
}

// Polynomials: chains of fused multiply-adds, scalars as well as vectors.
// CHECK-LABEL: func @functions
// CHECK:         llvm.intr.fma({{.*}}) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
// CHECK:         llvm.intr.fma({{.*}}) : (f32, f32, f32) -> f32
func.func @functions(%a: vector<8xf32>, %b: f32) -> (vector<8xf32>, f32) {
  %0 = math.exp %a : vector<8xf32>
  %1 = math.log %0 : vector<8xf32>
  %2 = math.erf %1 : vector<8xf32>
  %3 = math.powf %2, %a : vector<8xf32>
  %4 = math.tanh %b : f32
  %5 = math.rsqrt %4 : f32
  return %3, %5 : vector<8xf32>, f32
}

// Squares and cubes are products.
// CHECK-LABEL: func @small_powers(
// CHECK-SAME:    %[[X:.*]]: vector<8xf32>, %[[Y:.*]]: f32
// CHECK-NOT:     arith.divf
// CHECK:         %[[SQUARE:.*]] = arith.mulf %[[X]], %[[X]] : vector<8xf32>
// CHECK:         %[[Y2:.*]] = arith.mulf %[[Y]], %[[Y]] : f32
// CHECK:         %[[CUBE:.*]] = arith.mulf %[[Y2]], %[[Y]] : f32
// CHECK:         return %[[SQUARE]], %[[CUBE]]
func.func @small_powers(%x: vector<8xf32>, %y: f32) -> (vector<8xf32>, f32) {
  %two = arith.constant dense<2.0> : vector<8xf32>
  %three = arith.constant 3.0 : f32
  %0 = math.powf %x, %two : vector<8xf32>
  %1 = math.powf %y, %three : f32
  return %0, %1 : vector<8xf32>, f32
}

// Arguments whose exp is 0 are replaced by 0, and so is the result: nothing underflows.
// CHECK-LABEL: func @masked(
// CHECK-SAME:    %[[X:.*]]: vector<8xf32>
// CHECK:         %[[VANISHES:.*]] = arith.cmpf olt, %[[X]], %{{.*}} : vector<8xf32>
// CHECK:         %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : vector<8xf32>
// CHECK:         arith.select %[[VANISHES]], %[[ZERO]], %[[X]]
// CHECK:         %[[RESULT:.*]] = arith.select %[[VANISHES]], %[[ZERO]], %{{.*}}
// CHECK-NEXT:    return %[[RESULT]]
func.func @masked(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.exp %x : vector<8xf32>
  return %0 : vector<8xf32>
}

// RUN: qopt %s --qopt-lower-vector-ops | FileCheck %s

// No target: the generic lowerings.

// Byte j of each group, widened and multiplied; the left ones are unsigned.
// CHECK-LABEL: func @dot
// CHECK-SAME:    %[[C:.*]]: vector<2xi32>, %[[A:.*]]: vector<8xi8>, %[[B:.*]]: vector<8xi8>
// CHECK:         %[[A0:.*]] = vector.shuffle %[[A]], %[[A]] [0, 4]
// CHECK:         %[[B0:.*]] = vector.shuffle %[[B]], %[[B]] [0, 4]
// CHECK:         %[[X:.*]] = arith.extui %[[A0]] : vector<2xi8> to vector<2xi32>
// CHECK:         %[[Y:.*]] = arith.extsi %[[B0]] : vector<2xi8> to vector<2xi32>
// CHECK:         %[[P:.*]] = arith.muli %[[X]], %[[Y]]
// CHECK:         arith.addi %[[C]], %[[P]]
// CHECK:         vector.shuffle %[[A]], %[[A]] [1, 5]
// CHECK:         vector.shuffle %[[A]], %[[A]] [2, 6]
// CHECK:         vector.shuffle %[[A]], %[[A]] [3, 7]
func.func @dot(%c: vector<2xi32>, %a: vector<8xi8>, %b: vector<8xi8>) -> vector<2xi32> {
  %r = qint.vector.dot %c, %a, %b : vector<2xi32>, vector<8xi8>
  return %r : vector<2xi32>
}

// CHECK-LABEL: func @dot_pairs
// CHECK:         vector.shuffle %{{.*}} [0, 2]
// CHECK:         arith.extui %{{.*}} : vector<2xi8> to vector<2xi16>
// CHECK:         vector.shuffle %{{.*}} [1, 3]
// CHECK-NOT:     vector.shuffle %{{.*}} [2
// CHECK:         return
func.func @dot_pairs(%c: vector<2xi16>, %a: vector<4xi8>, %b: vector<4xi8>) -> vector<2xi16> {
  %r = qint.vector.dot %c, %a, %b : vector<2xi16>, vector<4xi8>
  return %r : vector<2xi16>
}

// CHECK-LABEL: func @dot_signed
// CHECK-NOT:     arith.extui
// CHECK:         return
func.func @dot_signed(%c: vector<2xi32>, %a: vector<8xi8>, %b: vector<8xi8>) -> vector<2xi32> {
  %r = qint.vector.dot %c, %a, %b {signed_lhs} : vector<2xi32>, vector<8xi8>
  return %r : vector<2xi32>
}

// CHECK-LABEL: func @dot_words
// CHECK:         vector.shuffle %{{.*}} [0, 2]
// CHECK:         vector.shuffle %{{.*}} [1, 3]
// CHECK-NOT:     vector.shuffle %{{.*}} [2
// CHECK:         return
func.func @dot_words(%c: vector<2xi32>, %a: vector<4xi16>, %b: vector<4xi16>) -> vector<2xi32> {
  %r = qint.vector.dot %c, %a, %b : vector<2xi32>, vector<4xi16>
  return %r : vector<2xi32>
}

// Shifts of both signs: right, saturate, left, saturate.
// CHECK-LABEL: func @fixed16
// CHECK-SAME:    %[[ACC:.*]]: vector<4xi32>, %[[M:.*]]: vector<4xi16>, %[[S:.*]]: vector<4xi32>
// CHECK:         %[[RIGHT:.*]] = arith.maxsi %[[S]], %{{.*}}
// CHECK:         %[[SHIFTED:.*]] = arith.shrsi %[[ACC]], %[[RIGHT]]
// CHECK:         %[[LEFT:.*]] = arith.subi %[[RIGHT]], %[[S]]
// CHECK:         arith.maxsi %[[SHIFTED]]
// CHECK:         %[[SATURATED:.*]] = arith.minsi
// CHECK:         arith.shli %[[SATURATED]], %[[LEFT]]
// CHECK:         %[[T:.*]] = arith.trunci {{.*}} to vector<4xi16>
// CHECK:         %[[T32:.*]] = arith.extsi %[[T]]
// CHECK:         %[[M32:.*]] = arith.extsi %[[M]]
// CHECK:         arith.muli %[[T32]], %[[M32]]
func.func @fixed16(%acc: vector<4xi32>, %m: vector<4xi16>, %s: vector<4xi32>) -> vector<4xi8> {
  %r = qint.vector.rescale fixed16 %acc multipliers %m shifts %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32}
         : (vector<4xi32>, vector<4xi16>, vector<4xi32>) -> vector<4xi8>
  return %r : vector<4xi8>
}

// To the left only, and exact.
// CHECK-LABEL: func @fixed16_left
// CHECK-SAME:    %[[ACC:.*]]: vector<4xi32>, %{{.*}}: vector<4xi16>, %[[S:.*]]: vector<4xi32>
// CHECK:         %[[ZERO:.*]] = arith.constant dense<0>
// CHECK-NEXT:    %[[LEFT:.*]] = arith.subi %[[ZERO]], %[[S]]
// CHECK-NEXT:    arith.shli %[[ACC]], %[[LEFT]]
func.func @fixed16_left(%acc: vector<4xi32>, %m: vector<4xi16>, %s: vector<4xi32>) -> vector<4xi8> {
  %r = qint.vector.rescale fixed16 %acc multipliers %m shifts %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32, greatest_shift = 0 : i32, exact_shifts}
         : (vector<4xi32>, vector<4xi16>, vector<4xi32>) -> vector<4xi8>
  return %r : vector<4xi8>
}

// CHECK-LABEL: func @fixed16_right
// CHECK-SAME:    %[[ACC:.*]]: i32, %{{.*}}: i16, %[[S:.*]]: i32
// CHECK:         arith.shrsi %[[ACC]], %[[S]] : i32
// CHECK-NOT:     arith.shli
// CHECK:         return
func.func @fixed16_right(%acc: i32, %m: i16, %s: i32) -> i8 {
  %r = qint.vector.rescale fixed16 %acc multipliers %m shifts %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32, least_shift = 0 : i32}
         : (i32, i16, i32) -> i8
  return %r : i8
}

// The rounding term is added to the 64-bit product.
// CHECK-LABEL: func @fixed32
// CHECK:         %[[P:.*]] = arith.muli {{.*}} : vector<4xi64>
// CHECK:         %[[TERM:.*]] = arith.shli
// CHECK:         arith.addi %[[P]], %[[TERM]]
// CHECK-NOT:     arith.select
// CHECK:         return
func.func @fixed32(%acc: vector<4xi32>, %m: vector<4xi32>, %s: vector<4xi32>) -> vector<4xi8> {
  %r = qint.vector.rescale fixed32 %acc multipliers %m shifts %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32}
         : (vector<4xi32>, vector<4xi32>, vector<4xi32>) -> vector<4xi8>
  return %r : vector<4xi8>
}

// CHECK-LABEL: func @double_round
// CHECK-COUNT-2: arith.select
func.func @double_round(%acc: i32, %m: i32, %s: i32) -> i8 {
  %r = qint.vector.rescale fixed32_double_round %acc multipliers %m shifts %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32}
         : (i32, i32, i32) -> i8
  return %r : i8
}

// Clamped while still a float: conversions out of range are undefined.
// CHECK-LABEL: func @float32
// CHECK:         arith.sitofp
// CHECK:         arith.mulf
// CHECK:         llvm.intr.roundeven
// CHECK:         arith.addf
// CHECK-COUNT-2: arith.select
// CHECK:         arith.fptosi
func.func @float32(%acc: vector<4xi32>, %s: vector<4xf32>) -> vector<4xi8> {
  %r = qint.vector.rescale float32 %acc scales %s
         {zero_point = 3 : i32, clamp_min = 3 : i32, clamp_max = 255 : i32}
         : (vector<4xi32>, vector<4xf32>) -> vector<4xi8>
  return %r : vector<4xi8>
}

// CHECK-LABEL: func @lookup
// CHECK:         %[[I:.*]] = vector.extract %{{.*}}[0] : i8
// CHECK:         %[[X:.*]] = arith.index_castui %[[I]]
// CHECK:         memref.load %{{.*}}[%[[X]]]
// CHECK:         vector.from_elements
func.func @lookup(%t: memref<256xi8>, %i: vector<2xi8>) -> vector<2xi8> {
  %r = qint.vector.lookup %t[%i] : memref<256xi8>, vector<2xi8> -> vector<2xi8>
  return %r : vector<2xi8>
}

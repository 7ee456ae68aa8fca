// RUN: qopt %s --verify-roundtrip | FileCheck %s

// CHECK-LABEL: func @dot
// CHECK-SAME:    %[[ACC:.*]]: vector<16xi32>, %[[BYTES:.*]]: vector<64xi8>, %[[WORDS:.*]]: vector<32xi16>
func.func @dot(%acc: vector<16xi32>, %bytes: vector<64xi8>, %words: vector<32xi16>) {
  // CHECK: qint.vector.dot %[[ACC]], %[[BYTES]], %[[BYTES]] : vector<16xi32>, vector<64xi8>
  %0 = qint.vector.dot %acc, %bytes, %bytes : vector<16xi32>, vector<64xi8>
  // CHECK: qint.vector.dot %[[ACC]], %[[BYTES]], %[[BYTES]] {signed_lhs} : vector<16xi32>, vector<64xi8>
  %1 = qint.vector.dot %acc, %bytes, %bytes {signed_lhs} : vector<16xi32>, vector<64xi8>
  // CHECK: qint.vector.dot %[[ACC]], %[[WORDS]], %[[WORDS]] : vector<16xi32>, vector<32xi16>
  %2 = qint.vector.dot %acc, %words, %words : vector<16xi32>, vector<32xi16>
  // CHECK: qint.vector.dot %[[WORDS]], %[[BYTES]], %[[BYTES]] : vector<32xi16>, vector<64xi8>
  %chain = qint.vector.dot %words, %bytes, %bytes : vector<32xi16>, vector<64xi8>
  return
}

// CHECK-LABEL: func @rescale
func.func @rescale(%acc: vector<8xi32>, %long: vector<8xi64>, %m16: vector<8xi16>,
                   %m32: vector<8xi32>, %s: vector<8xi32>, %f: vector<8xf32>, %scalar: i32,
                   %scale: f32) {
  // CHECK: qint.vector.rescale fixed16 %{{.*}} multipliers %{{.*}} shifts %{{.*}} {clamp_max = 255 : i32, clamp_min = 0 : i32, least_shift = -4 : i32, zero_point = 3 : i32} : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  %0 = qint.vector.rescale fixed16 %acc multipliers %m16 shifts %s {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = -4 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>) -> vector<8xi8>
  // CHECK: qint.vector.rescale fixed32 {{.*}} : (vector<8xi64>, vector<8xi32>, vector<8xi32>) -> vector<8xi16>
  %1 = qint.vector.rescale fixed32 %long multipliers %m32 shifts %s {
    zero_point = 0 : i32, clamp_min = -32768 : i32, clamp_max = 32767 : i32
  } : (vector<8xi64>, vector<8xi32>, vector<8xi32>) -> vector<8xi16>
  // CHECK: qint.vector.rescale fixed32_double_round
  %2 = qint.vector.rescale fixed32_double_round %acc multipliers %m32 shifts %s {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xi32>, vector<8xi32>) -> vector<8xi8>
  // CHECK: qint.vector.rescale float32 %{{.*}} scales %{{.*}} {{.*}} : (vector<8xi32>, vector<8xf32>) -> vector<8xi8>
  %3 = qint.vector.rescale float32 %acc scales %f {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (vector<8xi32>, vector<8xf32>) -> vector<8xi8>
  // Scalars are a lane of their own, in the bodies of linalg ops.
  // CHECK: qint.vector.rescale float32 {{.*}} : (i32, f32) -> i8
  %4 = qint.vector.rescale float32 %scalar scales %scale {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (i32, f32) -> i8
  return
}

// CHECK-LABEL: func @epilogue
// CHECK-SAME:    %[[ACC:.*]]: vector<8xi32>, %[[M:.*]]: vector<8xi16>, %[[S:.*]]: vector<8xi32>, %[[F:.*]]: memref<256x2xi16>, %[[R:.*]]: vector<8xi8>
func.func @epilogue(%acc: vector<8xi32>, %m: vector<8xi16>, %s: vector<8xi32>,
                    %f: memref<256x2xi16>, %r: vector<8xi8>) {
  // CHECK: qint.vector.epilogue %[[ACC]] multipliers %[[M]] shifts %[[S]] function %[[F]] {{.*}} : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>) -> vector<8xi8>
  %0 = qint.vector.epilogue %acc multipliers %m shifts %s function %f {
    zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, least_shift = -4 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>) -> vector<8xi8>
  // CHECK: qint.vector.epilogue %[[ACC]] multipliers %[[M]] shifts %[[S]] function %[[F]] residual %[[R]] {{.*}}fraction_bits = 4 : i32, residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  %1 = qint.vector.epilogue %acc multipliers %m shifts %s function %f residual %r {
    zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32, fraction_bits = 4 : i32,
    residual_multiplier = 16384 : i32, residual_shift = 9 : i32
  } : (vector<8xi32>, vector<8xi16>, vector<8xi32>, memref<256x2xi16>, vector<8xi8>) -> vector<8xi8>
  return
}

// CHECK-LABEL: func @lookup
func.func @lookup(%bytes: memref<256xi8>, %words: memref<64xi16>, %i: vector<8xi8>,
                  %j: vector<8xi32>, %k: i8) {
  // CHECK: qint.vector.lookup %{{.*}}[%{{.*}}] : memref<256xi8>, vector<8xi8> -> vector<8xi8>
  %0 = qint.vector.lookup %bytes[%i] : memref<256xi8>, vector<8xi8> -> vector<8xi8>
  // CHECK: qint.vector.lookup %{{.*}}[%{{.*}}] : memref<64xi16>, vector<8xi32> -> vector<8xi16>
  %1 = qint.vector.lookup %words[%j] : memref<64xi16>, vector<8xi32> -> vector<8xi16>
  // CHECK: qint.vector.lookup %{{.*}}[%{{.*}}] : memref<256xi8>, i8 -> i8
  %2 = qint.vector.lookup %bytes[%k] : memref<256xi8>, i8 -> i8
  return
}

// CHECK-LABEL: func @matrix
// CHECK-SAME:    %[[FILE:.*]]: memref<8192xi8>, %[[A:.*]]: memref<99xi8>, %[[C:.*]]: memref<99xi32>, %[[I:.*]]: index
func.func @matrix(%file: memref<8192xi8>, %a: memref<99xi8>, %c: memref<99xi32>, %i: index) {
  // CHECK: qint.vector.matrix_configure %[[FILE]] {row_bytes = array<i64: 64, {{.*}}>, rows = array<i64: 2, {{.*}}>} : memref<8192xi8>
  qint.vector.matrix_configure %file {rows = array<i64: 2, 2, 1, 0, 0, 0, 0, 0>,
    row_bytes = array<i64: 64, 4, 64, 0, 0, 0, 0, 0>} : memref<8192xi8>
  // CHECK: qint.vector.matrix_load %[[FILE]], %[[A]][%[[I]]] {{{.*}}} : memref<8192xi8>, memref<99xi8>
  qint.vector.matrix_load %file, %a[%i] {number = 1 : i64, row_stride = 9 : i64, rows = 2 : i64,
    row_bytes = 4 : i64} : memref<8192xi8>, memref<99xi8>
  // CHECK: qint.vector.matrix_dot %[[FILE]] {{{.*}}} : memref<8192xi8>
  qint.vector.matrix_dot %file {accumulator = 0 : i64, lhs = 1 : i64, rhs = 2 : i64,
    rows = 2 : i64, steps = 1 : i64} : memref<8192xi8>
  // CHECK: qint.vector.matrix_store %[[FILE]], %[[C]][%[[I]]] {{{.*}}} : memref<8192xi8>, memref<99xi32>
  qint.vector.matrix_store %file, %c[%i] {number = 0 : i64, row_stride = 16 : i64,
    rows = 2 : i64} : memref<8192xi8>, memref<99xi32>
  return
}

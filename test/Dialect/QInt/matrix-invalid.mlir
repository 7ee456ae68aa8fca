// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @configure_c1_entries(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_configure' op row_bytes must have 8 entries, not 1}}
  qint.vector.matrix_configure %file {rows = array<i64: 1, 0, 0, 0, 0, 0, 0, 0>,
    row_bytes = array<i64: 4>} : memref<8192xi8>
  return
}

// -----

func.func @configure_c1_shape(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_configure' op no register has 17 rows of 64 bytes}}
  qint.vector.matrix_configure %file {rows = array<i64: 17, 0, 0, 0, 0, 0, 0, 0>,
    row_bytes = array<i64: 64, 0, 0, 0, 0, 0, 0, 0>} : memref<8192xi8>
  return
}

// -----

func.func @configure_c1_bytes(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_configure' op no register has 1 rows of 6 bytes}}
  qint.vector.matrix_configure %file {rows = array<i64: 1, 0, 0, 0, 0, 0, 0, 0>,
    row_bytes = array<i64: 6, 0, 0, 0, 0, 0, 0, 0>} : memref<8192xi8>
  return
}

// -----

func.func @file(%file: memref<64xi8>, %source: memref<99xi8>, %i: index) {
  // expected-error @below {{must be buffer of 8 matrix registers of 16 rows of 64 bytes}}
  qint.vector.matrix_load %file, %source[%i] {number = 0 : i64, row_stride = 1 : i64,
    rows = 1 : i64, row_bytes = 4 : i64} : memref<64xi8>, memref<99xi8>
  return
}

// -----

func.func @load_c1(%file: memref<8192xi8>, %source: memref<99xi8>, %i: index) {
  // expected-error @below {{'qint.vector.matrix_load' op number 8 must lie in [0, 7]}}
  qint.vector.matrix_load %file, %source[%i] {number = 8 : i64, row_stride = 1 : i64,
    rows = 1 : i64, row_bytes = 4 : i64} : memref<8192xi8>, memref<99xi8>
  return
}

// -----

func.func @load_c2_rows(%file: memref<8192xi8>, %source: memref<99xi8>, %i: index) {
  // expected-error @below {{'qint.vector.matrix_load' op rows 17 must lie in [1, 16]}}
  qint.vector.matrix_load %file, %source[%i] {number = 0 : i64, row_stride = 1 : i64,
    rows = 17 : i64, row_bytes = 4 : i64} : memref<8192xi8>, memref<99xi8>
  return
}

// -----

func.func @load_c2_bytes(%file: memref<8192xi8>, %source: memref<99xi8>, %i: index) {
  // expected-error @below {{'qint.vector.matrix_load' op row_bytes 7 must be a multiple of 4}}
  qint.vector.matrix_load %file, %source[%i] {number = 0 : i64, row_stride = 1 : i64,
    rows = 1 : i64, row_bytes = 7 : i64} : memref<8192xi8>, memref<99xi8>
  return
}

// -----

func.func @dot_c1_number(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_dot' op lhs -1 must lie in [0, 7]}}
  qint.vector.matrix_dot %file {accumulator = 0 : i64, lhs = -1 : i64, rhs = 2 : i64,
    rows = 1 : i64, steps = 1 : i64} : memref<8192xi8>
  return
}

// -----

func.func @dot_c1_equal(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_dot' op accumulator, lhs and rhs must be different registers}}
  qint.vector.matrix_dot %file {accumulator = 0 : i64, lhs = 2 : i64, rhs = 2 : i64,
    rows = 1 : i64, steps = 1 : i64} : memref<8192xi8>
  return
}

// -----

func.func @dot_c2(%file: memref<8192xi8>) {
  // expected-error @below {{'qint.vector.matrix_dot' op steps 0 must lie in [1, 16]}}
  qint.vector.matrix_dot %file {accumulator = 0 : i64, lhs = 1 : i64, rhs = 2 : i64,
    rows = 1 : i64, steps = 0 : i64} : memref<8192xi8>
  return
}

// -----

func.func @store_c1(%file: memref<8192xi8>, %target: memref<99xi32>, %i: index) {
  // expected-error @below {{'qint.vector.matrix_store' op number 9 must lie in [0, 7]}}
  qint.vector.matrix_store %file, %target[%i] {number = 9 : i64, row_stride = 16 : i64,
    rows = 1 : i64} : memref<8192xi8>, memref<99xi32>
  return
}

// -----

func.func @store_c2(%file: memref<8192xi8>, %target: memref<99xi32>, %i: index) {
  // expected-error @below {{'qint.vector.matrix_store' op rows 0 must lie in [1, 16]}}
  qint.vector.matrix_store %file, %target[%i] {number = 0 : i64, row_stride = 16 : i64,
    rows = 0 : i64} : memref<8192xi8>, memref<99xi32>
  return
}

// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @parallel_c1(%x: memref<4xi8>) {
  %c = arith.constant 0 : i8
  // expected-error @below {{'qint.task.parallel' op has 1 tasks but must have two or more}}
  qint.task.parallel {
    linalg.fill ins(%c : i8) outs(%x : memref<4xi8>)
  }
  return
}

// -----

func.func @parallel_c1_empty(%x: memref<4xi8>) {
  %c = arith.constant 0 : i8
  // expected-error @below {{'qint.task.parallel' op has a task without work}}
  qint.task.parallel {
    linalg.fill ins(%c : i8) outs(%x : memref<4xi8>)
  }, {
  }
  return
}

// -----

func.func @parallel_c2(%x: memref<4xi8>, %y: memref<4xi8>) {
  %c = arith.constant 0 : i8
  // expected-error @below {{'qint.task.parallel' op holds a 'qint.task.parallel'; tasks do not nest}}
  qint.task.parallel {
    linalg.fill ins(%c : i8) outs(%x : memref<4xi8>)
  }, {
    qint.task.parallel {
      linalg.fill ins(%c : i8) outs(%y : memref<4xi8>)
    }, {
      linalg.fill ins(%c : i8) outs(%y : memref<4xi8>)
    }
  }
  return
}

// -----

func.func @call_c1(%x: memref<4xi8>) {
  // expected-error @below {{'qint.task.call' op callee @nowhere is not in the module}}
  qint.task.call @nowhere(%x) : memref<4xi8>
  return
}

// -----

func.func private @two(%x: memref<4xi8>, %y: memref<4xi8>)
func.func @call_c1_count(%x: memref<4xi8>) {
  // expected-error @below {{'qint.task.call' op callee @two of type '(memref<4xi8>, memref<4xi8>) -> ()' must take 1 buffers and return nothing}}
  qint.task.call @two(%x) : memref<4xi8>
  return
}

// -----

func.func private @one(%x: memref<4xi8>)
func.func @call_c2(%x: memref<?xi8>) {
  // expected-error @below {{'qint.task.call' op buffer 'memref<?xi8>' must have a static shape, static strides and a static offset}}
  qint.task.call @one(%x) : memref<?xi8>
  return
}

// -----

func.func private @one(%x: memref<4xi8, strided<[1], offset: 4>>)
func.func @call_c2_offset(%x: memref<4xi8, strided<[1], offset: 4>>) {
  // expected-error @below {{'qint.task.call' op argument of type 'memref<4xi8, strided<[1], offset: 4>>' must have type 'memref<4xi8>' to take 'memref<4xi8, strided<[1], offset: 4>>'}}
  qint.task.call @one(%x) : memref<4xi8, strided<[1], offset: 4>>
  return
}

// RUN: qopt %s --qopt-outline-layers -verify-diagnostics

func.func @variable(%x: memref<4xi8>, %y: memref<4xi8>, %i: index) {
  %v = memref.load %x[%i] : memref<4xi8>
  qint.task.parallel {
    // expected-error @below {{uses a value of type 'i8'; layers take buffers and constants only}}
    linalg.fill ins(%v : i8) outs(%x : memref<4xi8>)
  }, {
    linalg.fill ins(%v : i8) outs(%y : memref<4xi8>)
  }
  return
}

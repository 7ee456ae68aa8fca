// RUN: qopt %s -split-input-file --qopt-emit-entry-point -verify-diagnostics

// expected-error @below {{has no 'qopt.interface'; run qopt-describe-interface before the conversion to the LLVM dialect}}
module {
}

// -----

// expected-error @below {{has no LLVM function 'net'}}
module attributes {qopt.interface = {name = "net", inputs = [], outputs = [],
                                     arena_bytes = 0 : i64, constant_bytes = 0 : i64}} {
}

// -----

// expected-error @below {{element type 'f64' of 'x' has no C form}}
module attributes {qopt.interface = {name = "net", inputs = [{name = "x", type = tensor<1xf64>}],
                                     outputs = [], arena_bytes = 0 : i64, constant_bytes = 0 : i64}} {
  llvm.func @net(%x: !llvm.ptr) {
    llvm.return
  }
}

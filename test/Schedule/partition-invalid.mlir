// RUN: qopt %s --pass-pipeline='builtin.module(func.func(qopt-partition{threads=0}))' -verify-diagnostics

// expected-error @below {{threads must lie in [1, 1024], not 0}}
func.func @none(%x: memref<4xi8>) {
  return
}

// RUN: qopt %s -split-input-file -verify-diagnostics --qopt-insert-observers

// expected-error @below {{has control flow; qopt quantizes functions of one block}}
func.func @blocks(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  cf.br ^next
^next:
  return %x : tensor<1x4xf32>
}

// RUN: qopt-compile %s -o %t.o
// RUN: llvm-nm %t.o | FileCheck %s --implicit-check-not=" U "
// RUN: qopt-compile %s --mtriple=aarch64-linux-gnu -o %t.o
// RUN: llvm-nm %t.o | FileCheck %s --implicit-check-not=" U "

// The halo and the copy of the input are loops that LLVM would make calls of the
// C library of.
// CHECK: D main_model
func.func @main(%x: tensor<1x40x40x64xui8>) -> tensor<1x44x44x128xui8> {
  %y = qint.pad %x {low = array<i64: 0, 2, 2, 64>, high = array<i64: 0, 2, 2, 0>, value = 0 : i32}
    : (tensor<1x40x40x64xui8>) -> tensor<1x44x44x128xui8>
  return %y : tensor<1x44x44x128xui8>
}

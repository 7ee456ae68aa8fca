// RUN: qopt %s -split-input-file -verify-diagnostics --qopt-integerize=require-integer=true
// RUN: not qopt %s -split-input-file --qopt-integerize=rescale=int4 2>&1 | FileCheck %s

// CHECK: error: unknown rescale mode 'int4'; expected fixed16, fixed32, fixed32-double-round or float32
func.func @island(%x: tensor<1x4xf32>) -> tensor<1x1xf32> {
  %q = calib.fake_quant %x to !quant.uniform<u8:f32, 1.0> : tensor<1x4xf32>
  // expected-error @below {{stays in float: has no integer form}}
  %s = tosa.reduce_sum %q {axis = 1 : i32} : (tensor<1x4xf32>) -> tensor<1x1xf32>
  return %s : tensor<1x1xf32>
}

// -----

func.func @no_grid(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{has no grid yet; run qopt-fake-quantize before this pass}}
  %a = calib.annotate %x, "x" in <0.0, 1.0> : tensor<4xf32>
  return %a : tensor<4xf32>
}

// -----

// expected-error @below {{has control flow; qopt quantizes functions of one block}}
func.func @blocks(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  cf.br ^next
^next:
  return %x : tensor<1x4xf32>
}

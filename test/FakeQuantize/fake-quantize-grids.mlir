// RUN: qopt %s --qopt-fake-quantize=grid=affine | FileCheck %s --check-prefixes=CHECK,AFFINE
// RUN: qopt %s --qopt-fake-quantize=grid=symmetric | FileCheck %s --check-prefixes=CHECK,SYMMETRIC
// RUN: qopt %s --qopt-fake-quantize=grid=full-range | FileCheck %s --check-prefixes=CHECK,FULL
// RUN: qopt %s --qopt-fake-quantize=grid=power-of-two | FileCheck %s --check-prefixes=CHECK,POWER

// CHECK-LABEL: func @grids
func.func @grids(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // AFFINE:         calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.500000e+00:85>
  // AFFINE-NEXT:    calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // SYMMETRIC:      calib.fake_quant %{{.*}} to !quant.uniform<u8<1:255>:f32, 2.0078740119934082:128>
  // SYMMETRIC-NEXT: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // FULL:           calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00:128>
  // FULL-NEXT:      calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // POWER:          calib.fake_quant %{{.*}} to !quant.uniform<u8<1:255>:f32, 4.000000e+00:128>
  // POWER-NEXT:     calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  %a = calib.annotate %x, "both signs" in <-127.5, 255.0> : tensor<4xf32>
  %b = calib.annotate %x, "positive" in <0.0, 255.0> : tensor<4xf32>
  return %a, %b : tensor<4xf32>, tensor<4xf32>
}

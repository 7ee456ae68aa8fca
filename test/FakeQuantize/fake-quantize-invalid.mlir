// RUN: qopt %s -verify-diagnostics --qopt-fake-quantize
// RUN: not qopt %s --qopt-fake-quantize=grid=log 2>&1 | FileCheck %s --check-prefix=GRID
// RUN: not qopt %s --qopt-fake-quantize=activation-bits=7 2>&1 | FileCheck %s --check-prefix=ACTIVATION
// RUN: not qopt %s --qopt-fake-quantize=weight-bits=2 2>&1 | FileCheck %s --check-prefix=WEIGHT

// GRID:       error: unknown grid 'log'; expected affine, symmetric, full-range or power-of-two
// ACTIVATION: error: activation-bits must be 8 or 16, not 7
// WEIGHT:     error: weight-bits must be 4 or 8, not 2
func.func @not_calibrated(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{site 'x' has no range; run the calibration before this pass}}
  %a = calib.observe %x, "x" : tensor<4xf32>
  return %a : tensor<4xf32>
}

// RUN: rm -rf %t && split-file %s %t
// RUN: %python %S/../Inputs/make_npz.py %t/x.npz x:float32:2x4=-1,0.5,0,2
// RUN: qopt-calibrate %t/model.mlir --data=%t/x.npz --stats=%t/stats
// RUN: head -c 100 %t/stats > %t/truncated
// RUN: qopt %t/model.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats"
// RUN: qopt %t/no-site.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats"
// RUN: qopt %t/other-constant.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats"
// RUN: qopt %t/without.mlir --verify-diagnostics --qopt-apply-calibration
// RUN: cd %t && qopt missing.mlir --verify-diagnostics --qopt-apply-calibration="stats=nowhere"
// RUN: cd %t && qopt truncated.mlir --verify-diagnostics --qopt-apply-calibration="stats=truncated"
// RUN: qopt %t/bits.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats activation-bits=7"
// RUN: qopt %t/percentile.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats percentile=101"
// RUN: qopt %t/two-functions.mlir --verify-diagnostics --qopt-apply-calibration="stats=%t/stats"
// RUN: not qopt %t/model.mlir --qopt-apply-calibration="method=guess" 2>&1 | FileCheck %s --check-prefix=METHOD
// METHOD: for the --method option: Cannot find option named 'guess'!

// What has no site to calibrate needs no statistics, and stays as it is.
// RUN: qopt %t/nothing.mlir --qopt-apply-calibration="stats=nowhere" | FileCheck %s --check-prefix=NOTHING
// NOTHING: calib.fake_quant

//--- model.mlir
func.func @main(%x: tensor<1x4xf32> {qopt.name = "x"}) -> tensor<1x4xf32> {
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  %1 = "tosa.const"() <{values = dense<[[1.0, 2.0, 3.0, 4.0]]> : tensor<1x4xf32>}> : () -> tensor<1x4xf32>
  %2 = tosa.add %0, %1 : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  return %2 : tensor<1x4xf32>
}

//--- no-site.mlir
func.func @main(%x: tensor<1x4xf32> {qopt.name = "x"}) -> tensor<1x4xf32> {
  // expected-error @below {{'calib.observe' op has no statistics for site 'y': they come from another model; calibrate this one}}
  %0 = calib.observe %x, "y" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- other-constant.mlir
// expected-error @below {{differs from the model that the statistics come from, though its sites have the same names: calibrate this one}}
func.func @main(%x: tensor<1x4xf32> {qopt.name = "x"}) -> tensor<1x4xf32> {
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  %1 = "tosa.const"() <{values = dense<[[1.0, 2.0, 3.0, 5.0]]> : tensor<1x4xf32>}> : () -> tensor<1x4xf32>
  %2 = tosa.add %0, %1 : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  return %2 : tensor<1x4xf32>
}

//--- without.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // expected-error @below {{this site needs statistics: run 'qopt-calibrate --data=… --stats=FILE' on the module, and pass stats=FILE}}
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- missing.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // expected-error @below {{statistics file 'nowhere' cannot be read: No such file or directory}}
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- truncated.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // expected-error @below {{statistics file 'truncated' is damaged (truncated or changed: its checksum does not match): write it again with 'qopt-calibrate --stats='}}
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- bits.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // expected-error @below {{activations have 8 or 16 bits, not 7}}
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- percentile.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // expected-error @below {{the percentile must be above 0 and at most 100}}
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- two-functions.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}
// expected-error @below {{is a second public function beside 'main': make private all but the model's entry function}}
func.func @other(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  return %x : tensor<1x4xf32>
}

//--- nothing.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.5:3> : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

// RUN: split-file %s %t
// RUN: qopt %t/unknown.mlir --qopt-verify-phase="state=quantized" -verify-diagnostics
// RUN: qopt %t/float.mlir --qopt-verify-phase="state=float" -split-input-file -verify-diagnostics
// RUN: qopt %t/observed.mlir --qopt-verify-phase="state=observed" -split-input-file -verify-diagnostics
// RUN: qopt %t/calibrated.mlir --qopt-verify-phase="state=calibrated" -split-input-file -verify-diagnostics
// RUN: qopt %t/fake-quantized.mlir --qopt-verify-phase="state=fake-quantized" -split-input-file -verify-diagnostics
// RUN: qopt %t/integer.mlir --qopt-verify-phase="state=integer" -split-input-file -verify-diagnostics
// RUN: qopt %t/scheduled.mlir --qopt-verify-phase="state=scheduled" -split-input-file -verify-diagnostics
// RUN: qopt %t/vectorized.mlir --qopt-verify-phase="state=vectorized" -split-input-file -verify-diagnostics
// RUN: qopt %t/llvm.mlir --qopt-verify-phase="state=llvm" -split-input-file -verify-diagnostics

//--- unknown.mlir
// expected-error @below {{unknown state 'quantized'; expected one of float, observed, calibrated, fake-quantized, integer, scheduled, vectorized, llvm}}
module {}

//--- float.mlir
func.func @observe(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.observe' must not appear in state 'float'; 'qopt-translate --import-onnx' makes modules of this state}}
  %0 = calib.observe %x, "x" : tensor<4xf32>
  return
}

// -----

// expected-error @below {{tensor 'tensor<?xf32>' must have a static shape; state the input shapes at import (--input-shape)}}
func.func @dynamic(%x: tensor<?xf32>) {
  return
}

// -----

// expected-error @below {{tensor 'tensor<*xf32>' must have a static shape}}
func.func private @declared(tensor<*xf32>)

// -----

func.func @half(%x: tensor<4xf32>) {
  // expected-error @below {{tensor 'tensor<4xf16>' must hold f32, integers or indices}}
  %0 = tosa.cast %x : (tensor<4xf32>) -> tensor<4xf16>
  return
}

// -----

func.func @arithmetic_on_tensors(%x: tensor<4xf32>) {
  // expected-error @below {{'arith.addf' must not appear in state 'float'; arithmetic on tensors is tosa, on scalars the body of a linalg op}}
  %0 = arith.addf %x, %x : tensor<4xf32>
  return
}

// -----

// expected-error @below {{memref 'memref<4xf32>' in state 'float'; values are tensors up to phase 'integer'}}
func.func @memref(%x: memref<4xf32>) {
  return
}

//--- observed.mlir
func.func @site_twice(%x: tensor<4xf32>) {
  // expected-note @below {{first here}}
  %0 = calib.observe %x, "x" : tensor<4xf32>
  // expected-error @below {{site "x" appears twice; statistics of the two would mix}}
  %1 = calib.observe %0, "x" : tensor<4xf32>
  return
}

// -----

func.func @annotate(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.annotate' must not appear in state 'observed'; 'qopt --compile-to=observed' brings a module into this state}}
  %0 = calib.annotate %x, "x" in <0.0, 1.0> : tensor<4xf32>
  return
}

//--- calibrated.mlir
func.func @observe(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.observe' must not appear in state 'calibrated'; run the program on data first, with qopt-calibrate}}
  %0 = calib.observe %x, "x" : tensor<4xf32>
  return
}

// -----

func.func @site_twice(%x: tensor<4xf32>) {
  // expected-note @below {{first here}}
  %0 = calib.annotate %x, "x" in <0.0, 1.0> : tensor<4xf32>
  // expected-error @below {{site "x" appears twice; statistics of the two would mix}}
  %1 = calib.annotate %0, "x" in <0.0, 1.0> : tensor<4xf32>
  return
}

//--- fake-quantized.mlir
func.func @annotate(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.annotate' must not appear in state 'fake-quantized'; 'qopt --compile-to=fake-quantized' brings}}
  %0 = calib.annotate %x, "x" in <0.0, 1.0> : tensor<4xf32>
  return
}

//--- integer.mlir
func.func @fake_quant(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.fake_quant' must not appear in state 'integer'; 'qopt --compile-to=integer' brings}}
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.1:128> : tensor<4xf32>
  return
}

// -----

func.func @float_op_reads_stored_integers(%x: tensor<4xui8>) {
  %0 = qint.reshape %x : (tensor<4xui8>) -> tensor<2x2xui8>
  // expected-error @below {{'tensor.collapse_shape' reads the stored integers of 'qint.reshape'; put a qint.dequantize between them}}
  %1 = tensor.collapse_shape %0 [[0, 1]] : tensor<2x2xui8> into tensor<4xui8>
  return
}

// -----

func.func @stored_op_reads_island(%x: tensor<2x2xui8>) {
  %0 = tensor.collapse_shape %x [[0, 1]] : tensor<2x2xui8> into tensor<4xui8>
  // expected-error @below {{'qint.reshape' reads the result of 'tensor.collapse_shape'; put a qint.quantize between them}}
  %1 = qint.reshape %0 : (tensor<4xui8>) -> tensor<2x2xui8>
  return
}

// -----

func.func @vector_level(%a: vector<4xi32>, %b: vector<16xi8>) {
  // expected-error @below {{'qint.vector.dot' must not appear in state 'integer'}}
  %0 = qint.vector.dot %a, %b, %b : vector<4xi32>, vector<16xi8>
  return
}

//--- scheduled.mlir
// expected-error @below {{tensor 'tensor<4xf32>' in state 'scheduled'; 'qopt --compile-to=scheduled' turns tensors into memrefs}}
func.func @tensor(%x: tensor<4xf32>) {
  return
}

// -----

// expected-error @below {{memref 'memref<?xf32>' must have a static shape}}
func.func @dynamic(%x: memref<?xf32>) {
  return
}

// -----

func.func @math_outside_linalg(%x: f32) {
  // expected-error @below {{'math.exp' must not appear in state 'scheduled'}}
  %0 = math.exp %x : f32
  return
}

// -----

func.func @vector_op_outside_linalg(%a: vector<4xi32>, %b: vector<16xi8>) {
  // expected-error @below {{'qint.vector.dot' must not appear in state 'scheduled'}}
  %0 = qint.vector.dot %a, %b, %b : vector<4xi32>, vector<16xi8>
  return
}

//--- vectorized.mlir
func.func @math(%x: f32) {
  // expected-error @below {{'math.exp' must not appear in state 'vectorized'}}
  %0 = math.exp %x : f32
  return
}

// -----

func.func @linalg(%x: memref<4xf32>, %c: f32) {
  // expected-error @below {{'linalg.fill' must not appear in state 'vectorized'}}
  linalg.fill ins(%c : f32) outs(%x : memref<4xf32>)
  return
}

// -----

func.func @scheduled_op(%x: memref<1x4xf32>, %y: memref<1x1xf32>) {
  // expected-error @below {{'qint.scheduled.reduce' must not appear in state 'vectorized'}}
  qint.scheduled.reduce max %x into %y : (memref<1x4xf32>, memref<1x1xf32>) -> ()
  return
}

// -----

func.func @llvm_op_that_is_no_intrinsic() {
  // expected-error @below {{'llvm.mlir.zero' must not appear in state 'vectorized'}}
  %0 = llvm.mlir.zero : !llvm.ptr
  return
}

// -----

// Without qint.target registers have 128 bits.
// expected-error @below {{vector 'vector<65xi32>' has rows of 2080 bits; the target has registers of 128 bits, of which a row may fill 16}}
func.func @wide(%x: vector<64xi32>, %y: vector<65xi32>) {
  return
}

// -----

module attributes {qint.target = #qint.target<"avx2">} {
  // expected-error @below {{vector 'vector<129xi32>' has rows of 4128 bits; the target has registers of 256 bits}}
  func.func @wide(%x: vector<8x128xi32>, %y: vector<129xi32>) {
    return
  }
}

// -----

// expected-error @below {{scalable vector 'vector<[4]xi32>' has no lowering}}
func.func @scalable(%x: vector<[4]xi32>) {
  return
}

//--- llvm.mlir
// expected-error @below {{'func.func' must not appear in state 'llvm'; 'qopt --compile-to=llvm' brings a module into this state}}
func.func @func() {
  return
}

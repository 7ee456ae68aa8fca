// One module per state that keeps the state's contract, and the same modules
// as counterexamples of the states that they do not belong to.

// RUN: split-file %s %t
// RUN: qopt %t/float.mlir --qopt-verify-phase="state=float" | FileCheck %s --check-prefix=FLOAT
// RUN: qopt %t/observed.mlir --qopt-verify-phase="state=observed" -o /dev/null
// RUN: qopt %t/calibrated.mlir --qopt-verify-phase="state=calibrated" -o /dev/null
// RUN: qopt %t/fake-quantized.mlir --qopt-verify-phase="state=fake-quantized" -o /dev/null
// RUN: qopt %t/integer.mlir --qopt-verify-phase="state=integer" -o /dev/null
// RUN: qopt %t/scheduled.mlir --qopt-verify-phase="state=scheduled" -o /dev/null
// RUN: qopt %t/vectorized.mlir --qopt-verify-phase="state=vectorized" -o /dev/null
// RUN: qopt %t/llvm.mlir --qopt-verify-phase="state=llvm" -o /dev/null

// A float program is a program of every state up to fake-quantized, and an
// integer program that is one float island.
// RUN: qopt %t/float.mlir --qopt-verify-phase="state=observed" -o /dev/null
// RUN: qopt %t/float.mlir --qopt-verify-phase="state=integer" -o /dev/null

// A model brings grids of its own from the import on.
// RUN: qopt %t/fake-quantized.mlir --qopt-verify-phase="state=float" -o /dev/null

// The pass changes nothing.
// FLOAT: tosa.const
// FLOAT: tosa.add

//--- float.mlir
func.func @main(%x: tensor<1x4xf32>, %ids: tensor<1x4xi64>) -> tensor<1x4xf32> {
  %c = "tosa.const"() <{values = dense<1.0> : tensor<1x4xf32>}> : () -> tensor<1x4xf32>
  %0 = tosa.add %x, %c : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %init = tensor.empty() : tensor<1x4xf32>
  // Scalar arithmetic, math too, belongs to the body of a linalg op.
  %1 = linalg.map ins(%0 : tensor<1x4xf32>) outs(%init : tensor<1x4xf32>) (%a: f32, %b: f32) {
    %2 = math.absf %a : f32
    %3 = arith.addf %2, %a : f32
    linalg.yield %3 : f32
  }
  return %1 : tensor<1x4xf32>
}

//--- observed.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  %1 = tosa.add %0, %0 : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %2 = calib.observe %1, "y" : tensor<1x4xf32>
  return %2 : tensor<1x4xf32>
}
// Sites are unique in their function, not in the module.
func.func private @other(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.observe %x, "x" : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- calibrated.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.annotate %x, "x" in <-1.0, 1.0> : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- fake-quantized.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.1:128> : tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

//--- integer.mlir
func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = qint.quantize %x {scale = 0.1 : f32, zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} : (tensor<1x4xf32>) -> tensor<1x4xui8>
  %1 = qint.reshape %0 : (tensor<1x4xui8>) -> tensor<4xui8>
  %2 = qint.dequantize %1 {scales = array<f32: 0.1>, zero_point = 128 : i32} : (tensor<4xui8>) -> tensor<4xf32>
  // An island between dequantize and quantize.
  %3 = tosa.exp %2 : (tensor<4xf32>) -> tensor<4xf32>
  %4 = qint.quantize %3 {scale = 0.1 : f32, zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} : (tensor<4xf32>) -> tensor<4xui8>
  %5 = qint.reshape %4 : (tensor<4xui8>) -> tensor<1x4xui8>
  %6 = qint.dequantize %5 {scales = array<f32: 0.1>} : (tensor<1x4xui8>) -> tensor<1x4xf32>
  return %6 : tensor<1x4xf32>
}

//--- scheduled.mlir
memref.global "private" constant @table : memref<256xi8> = dense<1>
func.func @main(%x: memref<1x4xf32>, %y: memref<1x1xf32>, %arena: memref<16xi8>) {
  %c0 = arith.constant 0 : index
  %t = memref.get_global @table : memref<256xi8>
  %0 = memref.view %arena[%c0][] : memref<16xi8> to memref<1x4xf32>
  linalg.map ins(%x : memref<1x4xf32>) outs(%0 : memref<1x4xf32>) (%a: f32, %b: f32) {
    %1 = math.absf %a : f32
    linalg.yield %1 : f32
  }
  qint.scheduled.reduce max %0 into %y : (memref<1x4xf32>, memref<1x1xf32>) -> ()
  return
}

//--- vectorized.mlir
module attributes {qint.target = #qint.target<"avx512vnni">} {
  func.func @main(%x: memref<64xi8>, %w: memref<64xi8>, %y: memref<16xi32>) {
    %c0 = arith.constant 0 : index
    %a = vector.load %x[%c0] : memref<64xi8>, vector<64xi8>
    %b = vector.load %w[%c0] : memref<64xi8>, vector<64xi8>
    %z = arith.constant dense<0> : vector<16xi32>
    %d = qint.vector.dot %z, %a, %b : vector<16xi32>, vector<64xi8>
    // Rows of several registers: LLVM splits them.
    %wide = arith.extsi %a : vector<64xi8> to vector<64xi32>
    %r = llvm.call_intrinsic "llvm.smax.v16i32"(%d, %z) : (vector<16xi32>, vector<16xi32>) -> vector<16xi32>
    vector.store %r, %y[%c0] : memref<16xi32>, vector<16xi32>
    return
  }
}

//--- llvm.mlir
llvm.func @main(%x: i32) -> i32 {
  llvm.return %x : i32
}

// RUN: qopt %s -split-input-file --qopt-describe-interface -verify-diagnostics

func.func @first(%x: memref<4xf32>) {
  return
}
// expected-error @below {{second public function; a model has one, make the others private}}
func.func @second(%x: memref<4xf32>) {
  return
}

// -----

// expected-error @below {{no public function to compile}}
module {
  func.func private @helper(%x: memref<4xf32>) {
    return
  }
}

// -----

// expected-error @below {{argument of type 'tensor<4xf32>' is not a plain buffer of static shape; run qopt-schedule first}}
func.func @tensor(%x: tensor<4xf32>) {
  return
}

// -----

// expected-error @below {{argument of type 'memref<?xf32>' is not a plain buffer of static shape; run qopt-schedule first}}
func.func @dynamic(%x: memref<?xf32>) {
  return
}

// -----

// expected-error @below {{function returns values; run qopt-schedule first}}
func.func @returns(%x: memref<4xf32>) -> f32 {
  %0 = arith.constant 0.0 : f32
  return %0 : f32
}

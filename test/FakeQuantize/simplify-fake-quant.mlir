// RUN: qopt %s -split-input-file --qopt-simplify-fake-quant | FileCheck %s

!q = !quant.uniform<u8:f32, 5.0e-02:3>

// CHECK-LABEL: func @same_grid_twice
// CHECK-SAME:    %[[X:.*]]: tensor<4xf32>
func.func @same_grid_twice(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK:     %[[ONCE:.*]] = calib.fake_quant %[[X]]
  // CHECK-NOT: calib.fake_quant
  // CHECK:     return %[[ONCE]]
  %0 = calib.fake_quant %x to !q : tensor<4xf32>
  %1 = calib.fake_quant %0 to !q : tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

!q = !quant.uniform<u8:f32, 5.0e-02:3>
!r = !quant.uniform<u8:f32, 5.0e-02:4>

// Must not fire: values move when they go to another grid.
// CHECK-LABEL: func @grids_differ
func.func @grids_differ(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-COUNT-2: calib.fake_quant
  %0 = calib.fake_quant %x to !q : tensor<4xf32>
  %1 = calib.fake_quant %0 to !r : tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

!q = !quant.uniform<i32:f32, 5.0e-02>

// Must not fire: 32 stored bits do not fit the 24-bit significand.
// CHECK-LABEL: func @grid_too_fine_for_float
func.func @grid_too_fine_for_float(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-COUNT-2: calib.fake_quant
  %0 = calib.fake_quant %x to !q : tensor<4xf32>
  %1 = calib.fake_quant %0 to !q : tensor<4xf32>
  return %1 : tensor<4xf32>
}

// RUN: qopt %s --verify-roundtrip | FileCheck %s

// CHECK-LABEL: func @observe
// CHECK-SAME:    %[[X:.*]]: tensor<1x4x4x2xf32>
func.func @observe(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  // CHECK: %[[STORED:.*]] = calib.observe %[[X]], "stored" : tensor<1x4x4x2xf32>
  %0 = calib.observe %x, "stored" : tensor<1x4x4x2xf32>
  // CHECK: %[[EPILOGUE:.*]] = calib.observe epilogue %[[STORED]], "epilogue" : tensor<1x4x4x2xf32>
  %1 = calib.observe epilogue %0, "epilogue" : tensor<1x4x4x2xf32>
  // CHECK: calib.observe mean_only %[[EPILOGUE]], "means" : tensor<1x4x4x2xf32>
  %2 = calib.observe mean_only %1, "means" : tensor<1x4x4x2xf32>
  return %2 : tensor<1x4x4x2xf32>
}

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

// An unused observation is still an observation, an unused annotation is not.
// CHECK-LABEL: func @unused
// CHECK-NEXT:    calib.observe
// CHECK-NEXT:    calib.annotate
// CHECK-NEXT:    return
func.func @unused(%x: tensor<f32>) {
  %0 = calib.observe %x, "scalar" : tensor<f32>
  %1 = calib.annotate %x, "scalar" in <0.0, 1.0> means [0.5] : tensor<f32>
  return
}

// CHECK-LABEL: func @annotate
// CHECK-SAME:    %[[X:.*]]: tensor<4x2xf32>
func.func @annotate(%x: tensor<4x2xf32>) -> tensor<4x2xf32> {
  // CHECK: %[[A:.*]] = calib.annotate %[[X]], "a" in <-5.000000e-01, 2.250000e+00> : tensor<4x2xf32>
  %0 = calib.annotate %x, "a" in <-0.5, 2.25> : tensor<4x2xf32>
  // CHECK: %[[B:.*]] = calib.annotate epilogue %[[A]], "b" in <0.000000e+00, 1.000000e+00> means [5.000000e-01, -1.250000e-01] : tensor<4x2xf32>
  %1 = calib.annotate epilogue %0, "b" in <0.0, 1.0> means [0.5, -0.125] : tensor<4x2xf32>
  // CHECK: calib.annotate mean_only %[[B]], "c" in <0.000000e+00, 0.000000e+00> means [0.000000e+00, 0.000000e+00] : tensor<4x2xf32>
  %2 = calib.annotate mean_only %1, "c" in <0.0, 0.0> means [0.0, 0.0] : tensor<4x2xf32>
  // Means keep every digit: bias correction reads them.
  // CHECK: means [0.14091858853615111, 1.0416666666666667]
  %3 = calib.annotate %2, "d" in <0.0, 0.0> means [0.14091858853615111, 1.0416666666666667] : tensor<4x2xf32>
  return %3 : tensor<4x2xf32>
}

// CHECK-LABEL: func @fake_quant
// CHECK-SAME:    %[[X:.*]]: tensor<4x2xf32>
func.func @fake_quant(%x: tensor<4x2xf32>) -> tensor<4x2xf32> {
  // CHECK: %[[U8:.*]] = calib.fake_quant %[[X]] to !quant.uniform<u8:f32, 5.000000e-02:3> : tensor<4x2xf32>
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.05:3> : tensor<4x2xf32>
  // CHECK: %[[I16:.*]] = calib.fake_quant %[[U8]] to !quant.uniform<i16<-32767:32767>:f32, 1.000000e-03> : tensor<4x2xf32>
  %1 = calib.fake_quant %0 to !quant.uniform<i16<-32767:32767>:f32, 0.001> : tensor<4x2xf32>
  // CHECK: calib.fake_quant %[[I16]] to !quant.uniform<i8<-127:127>:f32:1, {1.000000e-01,2.000000e-01}> : tensor<4x2xf32>
  %2 = calib.fake_quant %1 to !quant.uniform<i8<-127:127>:f32:1, {0.1, 0.2}> : tensor<4x2xf32>
  return %2 : tensor<4x2xf32>
}

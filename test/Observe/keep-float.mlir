// RUN: qopt %s -split-input-file --qopt-keep-float="mtriple=x86_64-linux-gnu mcpu=sapphirerapids" | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-keep-float="mtriple=x86_64-linux-gnu mcpu=haswell" | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-keep-float="mtriple=x86_64-linux-gnu mcpu=sapphirerapids" --qopt-insert-observers | FileCheck %s --check-prefix=OBSERVED

!image = tensor<1x32x32x256xf32>

// With two products per result, reading the accumulators costs more than int8
// saves: nothing of it is stored.
// CHECK-LABEL: func @few_products
// CHECK:         tosa.conv2d
// CHECK-SAME:      qopt.float = "it is faster there: about {{[0-9]+}} cycles in int8, {{[0-9]+}} in float on {{amx|avx512vnni|avx2}}"
// OBSERVED-LABEL: func @few_products
// OBSERVED-NOT:   calib.observe
// OBSERVED:       return
func.func @few_products(%x: tensor<1x32x32x2xf32>) -> !image {
  %w = "tosa.const"() {values = dense<0.5> : tensor<256x1x1x2xf32>} : () -> tensor<256x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<256xf32>} : () -> tensor<256xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %y = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x32x32x2xf32>, tensor<256x1x1x2xf32>, tensor<256xf32>, tensor<1xf32>,
         tensor<1xf32>) -> !image
  return %y : !image
}

// -----

!image = tensor<1x32x32x256xf32>

// Must not fire: 256 products each.
// CHECK-LABEL: func @many_products
// CHECK-NOT:     qopt.float
// CHECK:         return
// OBSERVED-LABEL: func @many_products
// OBSERVED-COUNT-2: calib.observe
func.func @many_products(%x: !image) -> !image {
  %w = "tosa.const"() {values = dense<0.5> : tensor<256x1x1x256xf32>} : () -> tensor<256x1x1x256xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<256xf32>} : () -> tensor<256xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %0 = tosa.conv2d %x, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (!image, tensor<256x1x1x256xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> !image
  %1 = tosa.conv2d %0, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (!image, tensor<256x1x1x256xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> !image
  return %1 : !image
}

// -----

// Must not fire: a depthwise convolution between bytes, where float would have
// to convert both ways.
// CHECK-LABEL: func @depthwise
// CHECK-NOT:     qopt.float
// CHECK:         return
func.func @depthwise(%x: tensor<1x32x32x64xf32>) -> tensor<1x32x32x64xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<3x3x64x1xf32>} : () -> tensor<3x3x64x1xf32>
  %p = "tosa.const"() {values = dense<0.5> : tensor<64x1x1x64xf32>} : () -> tensor<64x1x1x64xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<64xf32>} : () -> tensor<64xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %x1 = tosa.conv2d %x, %p, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x32x32x64xf32>, tensor<64x1x1x64xf32>, tensor<64xf32>, tensor<1xf32>,
         tensor<1xf32>) -> tensor<1x32x32x64xf32>
  %0 = tosa.depthwise_conv2d %x1, %w, %b, %z, %z {acc_type = f32, pad = array<i64: 1,1,1,1>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x32x32x64xf32>, tensor<3x3x64x1xf32>, tensor<64xf32>, tensor<1xf32>,
         tensor<1xf32>) -> tensor<1x32x32x64xf32>
  %1 = tosa.conv2d %0, %p, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x32x32x64xf32>, tensor<64x1x1x64xf32>, tensor<64xf32>, tensor<1xf32>,
         tensor<1xf32>) -> tensor<1x32x32x64xf32>
  return %1 : tensor<1x32x32x64xf32>
}

// -----

!q = !quant.uniform<i8:f32, 0.05>

// Must not fire: the author of the model put the weights on a grid.
// CHECK-LABEL: func @own_grid
// CHECK-NOT:     qopt.float
// CHECK:         return
func.func @own_grid(%x: tensor<1x32x32x2xf32>) -> tensor<1x32x32x256xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<256x1x1x2xf32>} : () -> tensor<256x1x1x2xf32>
  %wq = calib.fake_quant %w to !q : tensor<256x1x1x2xf32>
  %b = "tosa.const"() {values = dense<0.5> : tensor<256xf32>} : () -> tensor<256xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %y = tosa.conv2d %x, %wq, %b, %z, %z {acc_type = f32, pad = array<i64: 0,0,0,0>,
      stride = array<i64: 1,1>, dilation = array<i64: 1,1>}
      : (tensor<1x32x32x2xf32>, tensor<256x1x1x2xf32>, tensor<256xf32>, tensor<1xf32>,
         tensor<1xf32>) -> tensor<1x32x32x256xf32>
  return %y : tensor<1x32x32x256xf32>
}

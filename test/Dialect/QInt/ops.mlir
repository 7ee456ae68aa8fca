// RUN: qopt %s --verify-roundtrip | FileCheck %s

#fixed16 = #qint.rescale<fixed16, multipliers = [20132], shifts = [3]>
#per_channel = #qint.rescale<fixed16, multipliers = [20132, 16384, 32767, 20000], shifts = [3, -2, 0, 26]>
#fixed32 = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [35]>
#fixed15 = #qint.rescale<fixed32, multipliers = [16384], shifts = [20]>
#float32 = #qint.rescale<float32, scales = [0.125]>

// CHECK-LABEL: func @conv2d
// CHECK-SAME:    %[[X:.*]]: tensor<1x5x5x4xui8>, %[[W:.*]]: tensor<4x3x3x2xi8>, %[[B:.*]]: tensor<4xi32>, %[[R:.*]]: tensor<1x2x2x4xui8>
func.func @conv2d(%x: tensor<1x5x5x4xui8>, %w: tensor<4x3x3x2xi8>, %b: tensor<4xi32>,
                  %r: tensor<1x2x2x4xui8>) {
  // The accumulator itself.
  // CHECK: qint.conv2d %[[X]], %[[W]], %[[B]] {dilation = array<i64: 1, 1>, groups = 2 : i64, input_zero_point = 7 : i32, pad = array<i64: 0, 1, 0, 1>, stride = array<i64: 2, 2>} : (tensor<1x5x5x4xui8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi32>
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 1, 0, 1>, stride = array<i64: 2, 2>, dilation = array<i64: 1, 1>,
    groups = 2 : i64, input_zero_point = 7 : i32
  } : (tensor<1x5x5x4xui8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xi32>
  // One rescale for each channel.
  // CHECK: qint.conv2d {{.*}}rescale = #qint.rescale<fixed16, multipliers = [20132, 16384, 32767, 20000], shifts = [3, -2, 0, 26]>{{.*}} -> tensor<1x2x2x4xui8>
  %1 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 1, 0, 1>, stride = array<i64: 2, 2>, dilation = array<i64: 1, 1>,
    groups = 2 : i64, rescale = #per_channel, output_zero_point = 128 : i32, clamp_max = 255 : i32
  } : (tensor<1x5x5x4xui8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x2x2x4xui8>
  // CHECK: qint.conv2d %[[X]], %[[W]], %[[B]] residual %[[R]] {{.*}}residual_multiplier = 16384 : i32, residual_shift = 10 : i32, residual_zero_point = 3 : i32
  %2 = qint.conv2d %x, %w, %b residual %r {
    pad = array<i64: 0, 1, 0, 1>, stride = array<i64: 2, 2>, dilation = array<i64: 1, 1>,
    groups = 2 : i64, rescale = #fixed16, clamp_max = 255 : i32, fraction_bits = 4 : i32,
    residual_zero_point = 3 : i32, residual_multiplier = 16384 : i32, residual_shift = 10 : i32
  } : (tensor<1x5x5x4xui8>, tensor<4x3x3x2xi8>, tensor<4xi32>, tensor<1x2x2x4xui8>) -> tensor<1x2x2x4xui8>
  return
}

// CHECK-LABEL: func @sixteen_bit
func.func @sixteen_bit(%x: tensor<1x5x5x4xi16>, %w: tensor<4x1x1x4xi8>, %b: tensor<4xi64>,
                       %b32: tensor<4xi32>) {
  // CHECK: qint.conv2d {{.*}} -> tensor<1x5x5x4xi16>
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    rescale = #fixed15, clamp_min = -32768 : i32, clamp_max = 32767 : i32
  } : (tensor<1x5x5x4xi16>, tensor<4x1x1x4xi8>, tensor<4xi64>) -> tensor<1x5x5x4xi16>
  // CHECK: qint.conv2d {{.*}} -> tensor<1x5x5x4xi16>
  %1 = qint.conv2d %x, %w, %b32 {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    rescale = #fixed32, clamp_min = -32768 : i32, clamp_max = 32767 : i32
  } : (tensor<1x5x5x4xi16>, tensor<4x1x1x4xi8>, tensor<4xi32>) -> tensor<1x5x5x4xi16>
  return
}

// CHECK-LABEL: func @depthwise_conv2d
// CHECK-SAME:    %[[X:.*]]: tensor<2x7x9x3xui8>, %[[W:.*]]: tensor<3x5x3x2xi8>, %[[B:.*]]: tensor<6xi32>
func.func @depthwise_conv2d(%x: tensor<2x7x9x3xui8>, %w: tensor<3x5x3x2xi8>, %b: tensor<6xi32>) {
  // CHECK: qint.depthwise_conv2d %[[X]], %[[W]], %[[B]] {{.*}}rescale = #qint.rescale<float32, scales = [1.250000e-01]>{{.*}} : (tensor<2x7x9x3xui8>, tensor<3x5x3x2xi8>, tensor<6xi32>) -> tensor<2x5x3x6xui8>
  %0 = qint.depthwise_conv2d %x, %w, %b {
    pad = array<i64: 1, 1, 2, 2>, stride = array<i64: 1, 2>, dilation = array<i64: 2, 2>,
    rescale = #float32, clamp_max = 255 : i32
  } : (tensor<2x7x9x3xui8>, tensor<3x5x3x2xi8>, tensor<6xi32>) -> tensor<2x5x3x6xui8>
  return
}

// CHECK-LABEL: func @batch_matmul
// CHECK-SAME:    %[[A:.*]]: tensor<2x3x4xui8>, %[[B:.*]]: tensor<2x4x5xui8>
func.func @batch_matmul(%a: tensor<2x3x4xui8>, %b: tensor<2x4x5xui8>, %c: tensor<2x4x5xi16>) {
  // CHECK: qint.batch_matmul %[[A]], %[[B]] {lhs_zero_point = 128 : i32, rhs_zero_point = 3 : i32} : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xi32>
  %0 = qint.batch_matmul %a, %b {lhs_zero_point = 128 : i32, rhs_zero_point = 3 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xi32>
  // CHECK: qint.batch_matmul {{.*}} -> tensor<2x3x5xui8>
  %1 = qint.batch_matmul %a, %b {
    lhs_zero_point = 128 : i32, rhs_zero_point = 3 : i32, rescale = #fixed16, clamp_max = 255 : i32
  } : (tensor<2x3x4xui8>, tensor<2x4x5xui8>) -> tensor<2x3x5xui8>
  // CHECK: qint.batch_matmul {{.*}} -> tensor<2x3x5xi64>
  %2 = qint.batch_matmul %a, %c {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32}
    : (tensor<2x3x4xui8>, tensor<2x4x5xi16>) -> tensor<2x3x5xi64>
  return
}

// CHECK-LABEL: func @elementwise
// CHECK-SAME:    %[[A:.*]]: tensor<2x3xui8>, %[[B:.*]]: tensor<1x3xui8>, %[[C:.*]]: tensor<2x3xi16>
func.func @elementwise(%a: tensor<2x3xui8>, %b: tensor<1x3xui8>, %c: tensor<2x3xi16>) {
  // CHECK: qint.add %[[A]], %[[B]] {clamp_max = 255 : i32, clamp_min = 0 : i32, lhs_multiplier = 16384 : i32, lhs_zero_point = 4 : i32, output_zero_point = 9 : i32, rhs_zero_point = 5 : i32, shift = 14 : i32} : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  %0 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, lhs_multiplier = 16384 : i32,
    rhs_multiplier = 0 : i32, shift = 14 : i32, output_zero_point = 9 : i32,
    clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  // CHECK: qint.add {{.*}}scales = array<f32: 1.000000e+00, 2.000000e+00, 5.000000e-01>
  %1 = qint.add %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, scales = array<f32: 1.0, 2.0, 0.5>,
    output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  // CHECK: qint.mul %[[A]], %[[B]] {{.*}} -> tensor<2x3xui8>
  %2 = qint.mul %a, %b {
    lhs_zero_point = 4 : i32, rhs_zero_point = 5 : i32, rescale = #fixed16,
    output_zero_point = 9 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xui8>, tensor<1x3xui8>) -> tensor<2x3xui8>
  // CHECK: qint.rescale %[[C]] {{.*}} : (tensor<2x3xi16>) -> tensor<2x3xui8>
  %3 = qint.rescale %c {
    input_zero_point = 0 : i32, rescale = #fixed32, output_zero_point = 9 : i32,
    clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xi16>) -> tensor<2x3xui8>
  // CHECK: qint.table %[[A]] {table = dense<7> : tensor<256xui8>} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  %4 = qint.table %a {table = dense<7> : tensor<256xui8>} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

// CHECK-LABEL: func @pools
// CHECK-SAME:    %[[X:.*]]: tensor<1x5x6x3xui8>
func.func @pools(%x: tensor<1x5x6x3xui8>) {
  // CHECK: qint.max_pool2d %[[X]] {kernel = array<i64: 3, 2>, pad = array<i64: 1, 1, 0, 1>, stride = array<i64: 2, 2>} : (tensor<1x5x6x3xui8>) -> tensor<1x3x3x3xui8>
  %0 = qint.max_pool2d %x {
    kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, pad = array<i64: 1, 1, 0, 1>
  } : (tensor<1x5x6x3xui8>) -> tensor<1x3x3x3xui8>
  // Padding that no window meets.
  // CHECK: qint.avg_pool2d %[[X]] {{.*}} -> tensor<1x2x3x3xui8>
  %1 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 1>,
    input_zero_point = 3 : i32, rescale = #fixed16, output_zero_point = 3 : i32,
    clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x5x6x3xui8>) -> tensor<1x2x3x3xui8>
  // CHECK: qint.avg_pool2d %[[X]] {{.*}} -> tensor<1x3x3x3xui8>
  %2 = qint.avg_pool2d %x {
    kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad = array<i64: 1, 0, 0, 0>,
    input_zero_point = 3 : i32, rescale = #per_channel, output_zero_point = 3 : i32,
    clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<1x5x6x3xui8>) -> tensor<1x3x3x3xui8>
  return
}

// CHECK-LABEL: func @shapes
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xui8>, %[[ACC:.*]]: tensor<2x3xi32>
func.func @shapes(%x: tensor<2x3xui8>, %acc: tensor<2x3xi32>) {
  // CHECK: qint.concat %[[X]], %[[X]] {axis = 1 : i64} : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<2x6xui8>
  %0 = qint.concat %x, %x {axis = 1 : i64} : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<2x6xui8>
  // CHECK: qint.pad %[[X]] {high = array<i64: 0, 1>, low = array<i64: 2, 0>, value = 255 : i32} : (tensor<2x3xui8>) -> tensor<4x4xui8>
  %1 = qint.pad %x {low = array<i64: 2, 0>, high = array<i64: 0, 1>, value = 255 : i32}
    : (tensor<2x3xui8>) -> tensor<4x4xui8>
  // CHECK: qint.slice %[[X]] {start = array<i64: 1, 0>} : (tensor<2x3xui8>) -> tensor<1x2xui8>
  %2 = qint.slice %x {start = array<i64: 1, 0>} : (tensor<2x3xui8>) -> tensor<1x2xui8>
  // CHECK: qint.reshape %[[ACC]] : (tensor<2x3xi32>) -> tensor<6xi32>
  %3 = qint.reshape %acc : (tensor<2x3xi32>) -> tensor<6xi32>
  // CHECK: qint.transpose %[[ACC]] {permutation = array<i64: 1, 0>} : (tensor<2x3xi32>) -> tensor<3x2xi32>
  %4 = qint.transpose %acc {permutation = array<i64: 1, 0>} : (tensor<2x3xi32>) -> tensor<3x2xi32>
  return
}

// CHECK-LABEL: func @edges
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xf32>, %[[ACC:.*]]: tensor<2x3xi32>
func.func @edges(%x: tensor<2x3xf32>, %acc: tensor<2x3xi32>) {
  // CHECK: %[[Q:.*]] = qint.quantize %[[X]] {clamp_max = 255 : i32, clamp_min = 0 : i32, scale = 1.000000e-01 : f32, zero_point = 3 : i32} : (tensor<2x3xf32>) -> tensor<2x3xui8>
  %0 = qint.quantize %x {
    scale = 0.1 : f32, zero_point = 3 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32
  } : (tensor<2x3xf32>) -> tensor<2x3xui8>
  // CHECK: qint.dequantize %[[Q]] {scales = array<f32: 1.000000e-01>, zero_point = 3 : i32} : (tensor<2x3xui8>) -> tensor<2x3xf32>
  %1 = qint.dequantize %0 {scales = array<f32: 0.1>, zero_point = 3 : i32}
    : (tensor<2x3xui8>) -> tensor<2x3xf32>
  // CHECK: qint.dequantize %[[ACC]] {scales = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01>} : (tensor<2x3xi32>) -> tensor<2x3xf32>
  %2 = qint.dequantize %acc {scales = array<f32: 0.1, 0.2, 0.3>} : (tensor<2x3xi32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func @softmax
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xui8>
func.func @softmax(%x: tensor<2x3xui8>) {
  // CHECK: qint.softmax %[[X]] {exponentials = array<i32: 32768, 1, 1,
  %0 = qint.softmax %x {exponentials = array<i32: 32768, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return
}

#ramp = #qint.function<base = [-16384, -15872, -15360, -14848, -14336, -13824, -13312, -12800, -12288, -11776, -11264, -10752, -10240, -9728, -9216, -8704, -8192, -7680, -7168, -6656, -6144, -5632, -5120, -4608, -4096, -3584, -3072, -2560, -2048, -1536, -1024, -512, 0, 512, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 4608, 5120, 5632, 6144, 6656, 7168, 7680, 8192, 8704, 9216, 9728, 10240, 10752, 11264, 11776, 12288, 12800, 13312, 13824, 14336, 14848, 15360, 15872], slope = [1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024]>

// CHECK-LABEL: func @conv2d_function
func.func @conv2d_function(%x: tensor<1x1x1x4xui8>, %w: tensor<4x1x1x4xi8>, %b: tensor<4xi32>) {
  // CHECK: qint.conv2d {{.*}}function = #qint.function<base = [-16384, -15872,
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    rescale = #fixed16, function = #ramp, clamp_max = 255 : i32
  } : (tensor<1x1x1x4xui8>, tensor<4x1x1x4xi8>, tensor<4xi32>) -> tensor<1x1x1x4xui8>
  return
}

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
  // Sums.
  // CHECK: qint.avg_pool2d %[[X]] {input_zero_point = 3 : i32, kernel = array<i64: 5, 6>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x5x6x3xui8>) -> tensor<1x1x1x3xi32>
  %3 = qint.avg_pool2d %x {
    kernel = array<i64: 5, 6>, stride = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>,
    input_zero_point = 3 : i32
  } : (tensor<1x5x6x3xui8>) -> tensor<1x1x1x3xi32>
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

#ramp = #qint.function<
  base = [-16384, -16256, -16128, -16000, -15872, -15744, -15616, -15488, -15360, -15232, -15104,
          -14976, -14848, -14720, -14592, -14464, -14336, -14208, -14080, -13952, -13824, -13696,
          -13568, -13440, -13312, -13184, -13056, -12928, -12800, -12672, -12544, -12416, -12288,
          -12160, -12032, -11904, -11776, -11648, -11520, -11392, -11264, -11136, -11008, -10880,
          -10752, -10624, -10496, -10368, -10240, -10112, -9984, -9856, -9728, -9600, -9472, -9344,
          -9216, -9088, -8960, -8832, -8704, -8576, -8448, -8320, -8192, -8064, -7936, -7808, -7680,
          -7552, -7424, -7296, -7168, -7040, -6912, -6784, -6656, -6528, -6400, -6272, -6144, -6016,
          -5888, -5760, -5632, -5504, -5376, -5248, -5120, -4992, -4864, -4736, -4608, -4480, -4352,
          -4224, -4096, -3968, -3840, -3712, -3584, -3456, -3328, -3200, -3072, -2944, -2816, -2688,
          -2560, -2432, -2304, -2176, -2048, -1920, -1792, -1664, -1536, -1408, -1280, -1152, -1024,
          -896, -768, -640, -512, -384, -256, -128, 0, 128, 256, 384, 512, 640, 768, 896, 1024,
          1152, 1280, 1408, 1536, 1664, 1792, 1920, 2048, 2176, 2304, 2432, 2560, 2688, 2816, 2944,
          3072, 3200, 3328, 3456, 3584, 3712, 3840, 3968, 4096, 4224, 4352, 4480, 4608, 4736, 4864,
          4992, 5120, 5248, 5376, 5504, 5632, 5760, 5888, 6016, 6144, 6272, 6400, 6528, 6656, 6784,
          6912, 7040, 7168, 7296, 7424, 7552, 7680, 7808, 7936, 8064, 8192, 8320, 8448, 8576, 8704,
          8832, 8960, 9088, 9216, 9344, 9472, 9600, 9728, 9856, 9984, 10112, 10240, 10368, 10496,
          10624, 10752, 10880, 11008, 11136, 11264, 11392, 11520, 11648, 11776, 11904, 12032, 12160,
          12288, 12416, 12544, 12672, 12800, 12928, 13056, 13184, 13312, 13440, 13568, 13696, 13824,
          13952, 14080, 14208, 14336, 14464, 14592, 14720, 14848, 14976, 15104, 15232, 15360, 15488,
          15616, 15744, 15872, 16000, 16128, 16256],
  slope = [256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256, 256,
           256, 256, 256, 256]>

// CHECK-LABEL: func @conv2d_function
func.func @conv2d_function(%x: tensor<1x1x1x4xui8>, %w: tensor<4x1x1x4xi8>, %b: tensor<4xi32>) {
  // CHECK: qint.conv2d {{.*}}function = #qint.function<base = [-16384, -16256,
  %0 = qint.conv2d %x, %w, %b {
    pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
    rescale = #fixed16, function = #ramp, clamp_max = 255 : i32
  } : (tensor<1x1x1x4xui8>, tensor<4x1x1x4xi8>, tensor<4xi32>) -> tensor<1x1x1x4xui8>
  return
}

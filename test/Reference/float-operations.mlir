// The evaluator's float operations against compiled code: equal bytes, whatever
// the order of operations.

// RUN: qopt-run %s --evaluator --inputs=%examples/simplecnn/test.npz --max-samples=20 --outputs=%t.npz
// RUN: qopt-run %s --float --inputs=%examples/simplecnn/test.npz --max-samples=20 --expect=%t.npz --tolerance=0 | FileCheck %s

// CHECK-COUNT-12: max difference 0, {{.*}} differing elements 0 of
// CHECK-NOT: differ

func.func @operations(%input: tensor<1x1x28x28xf32> {qopt.name = "input"})
    -> (tensor<1x32x44x2xf32> {qopt.name = "transposed_convolution"},
        tensor<1x14x10x4xf32> {qopt.name = "dilated_convolution"},
        tensor<1x14x14x8xf32> {qopt.name = "depthwise"},
        tensor<1x14x14x2xf32> {qopt.name = "mean_of_cut_windows"},
        tensor<1x27x41x4xf32> {qopt.name = "bilinear"},
        tensor<1x14x42x4xf32> {qopt.name = "nearest"},
        tensor<1x14x14x1xf32> {qopt.name = "sum_of_channels"},
        tensor<1x1x14x4xf32> {qopt.name = "sum_of_rows"},
        tensor<1x28x28xf32> {qopt.name = "product"},
        tensor<1x28x28xf32> {qopt.name = "functions"},
        tensor<1x28x28xf32> {qopt.name = "power"},
        tensor<1x28x28xf32> {qopt.name = "normalized"}) {
  %zero = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %image_shape = tosa.const_shape {values = dense<[1, 28, 28]> : tensor<3xindex>}
    : () -> !tosa.shape<3>
  %pixels_shape = tosa.const_shape {values = dense<[1, 14, 14, 4]> : tensor<4xindex>}
    : () -> !tosa.shape<4>
  %image = tosa.reshape %input, %image_shape
    : (tensor<1x1x28x28xf32>, !tosa.shape<3>) -> tensor<1x28x28xf32>
  // Values of both signs.
  %half = "tosa.const"() {values = dense<0.37> : tensor<1x1x1xf32>} : () -> tensor<1x1x1xf32>
  %centred = tosa.sub %image, %half
    : (tensor<1x28x28xf32>, tensor<1x1x1xf32>) -> tensor<1x28x28xf32>
  %turned = tosa.transpose %centred {perms = array<i32: 0, 2, 1>}
    : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %pixels = tosa.reshape %centred, %pixels_shape
    : (tensor<1x28x28xf32>, !tosa.shape<4>) -> tensor<1x14x14x4xf32>

  %w0 = "tosa.const"() {values = dense<[[[[-0.52, 0.09, -0.26, 0.21], [0.25, -0.87, -0.97, 0.67]], [[-0.48, -0.53, 0.99, -0.06], [0.67,
    -0.05, 0.28, -0.70]], [[0.27, 0.74, 0.05, 0.48], [0.34, -0.87, 0.52, 0.18]]], [[[-0.40,
    -0.94, 0.73, -0.05], [0.44, 0.76, 0.43, 0.84]], [[-0.21, 0.60, -0.11, 0.87], [0.76, -0.81,
    -0.73, -0.57]], [[0.93, -0.13, 0.25, -0.40], [0.01, -0.23, -0.30, 0.17]]]]> : tensor<2x3x2x4xf32>}
    : () -> tensor<2x3x2x4xf32>
  %b0 = "tosa.const"() {values = dense<[-0.0, 1.0e-30]> : tensor<2xf32>} : () -> tensor<2xf32>
  %transposed = tosa.transpose_conv2d %pixels, %w0, %b0, %zero, %zero
    {acc_type = f32, out_pad = array<i64: 1, 2, 0, 3>, stride = array<i64: 2, 3>}
    : (tensor<1x14x14x4xf32>, tensor<2x3x2x4xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>)
    -> tensor<1x32x44x2xf32>

  %w1 = "tosa.const"() {values = dense<[[[[0.17, 0.81, 0.36, 0.86], [0.71, 0.98, 0.34, -0.67], [0.72, 0.93, 0.81, 0.14]], [[0.43,
    -0.58, 0.66, 0.15], [-0.43, -0.87, 0.71, 0.98], [-0.82, 0.60, -0.18, -0.70]], [[-0.41, 0.54,
    0.75, -0.91], [0.23, -0.91, 0.44, -0.34], [0.76, 0.96, 0.01, 1.00]]], [[[-0.38, -0.85, 0.20,
    -0.94], [-0.61, -0.18, 0.22, -0.69], [-0.92, 0.74, -0.37, 0.92]], [[0.79, -0.24, -0.08,
    0.04], [0.29, 0.19, 0.12, 0.24], [0.88, 0.01, -0.14, 0.44]], [[-0.52, -0.40, 0.96, 0.04],
    [0.10, -0.98, -0.17, 0.16], [-0.96, 0.23, 0.26, -0.88]]], [[[0.25, -0.07, 0.36, -0.29],
    [0.41, 0.48, -0.96, -0.88], [0.35, 0.93, -0.50, -0.09]], [[0.19, -0.36, -0.27, -0.37],
    [-0.26, 0.19, -0.40, -0.25], [0.54, -0.95, 0.14, 0.47]], [[-0.38, -0.55, 0.61, -0.52],
    [-0.63, -0.13, 0.40, -0.80], [-0.36, -0.33, 0.67, -0.12]]], [[[0.71, -0.66, -0.33, 0.30],
    [0.77, -0.10, -0.55, -0.76], [0.06, -0.62, 0.61, 0.68]], [[-0.63, -0.44, 0.61, 0.28], [0.61,
    -0.31, -0.74, -0.42], [0.59, -0.46, -0.31, -0.17]], [[-0.16, -0.18, 0.84, -0.69], [-0.99,
    0.89, 0.76, 0.97], [-0.13, 0.90, 0.85, -0.56]]]]> : tensor<4x3x3x4xf32>}
    : () -> tensor<4x3x3x4xf32>
  %b1 = "tosa.const"() {values = dense<[0.1, -0.0, 0.0, -2.5]> : tensor<4xf32>}
    : () -> tensor<4xf32>
  %dilated = tosa.conv2d %pixels, %w1, %b1, %zero, %zero
    {acc_type = f32, dilation = array<i64: 2, 3>,
     pad = array<i64: 3, 1, 0, 2>, stride = array<i64: 1, 1>}
    : (tensor<1x14x14x4xf32>, tensor<4x3x3x4xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
    -> tensor<1x14x10x4xf32>

  %w2 = "tosa.const"() {values = dense<[[[[0.49, 0.67], [0.33, 0.04], [-0.42, -0.32], [-0.55, -0.86]], [[0.18, -0.43], [0.62, -0.91],
    [0.81, 0.39], [0.85, 0.79]], [[0.80, 0.15], [-0.97, 0.49], [-0.66, -0.40], [0.33, 0.05]]],
    [[[-0.17, 0.88], [0.22, -0.32], [-0.50, 0.72], [-0.05, 0.56]], [[-0.30, -0.61], [0.07,
    0.63], [-0.66, 0.58], [0.84, 0.61]], [[0.65, -0.98], [0.26, 0.73], [-0.90, -0.46], [-0.46,
    0.05]]], [[[-0.15, -0.05], [0.55, -1.00], [-0.89, -0.75], [-0.75, -0.86]], [[0.95, 0.71],
    [-0.83, 0.00], [-0.37, -0.37], [-0.30, 0.29]], [[0.17, -0.28], [-0.62, -0.34], [-0.75,
    0.11], [0.43, -0.24]]]]> : tensor<3x3x4x2xf32>} : () -> tensor<3x3x4x2xf32>
  %b2 = "tosa.const"() {values = dense<[-0.84, -0.64, -0.25, 0.21, 0.57, -0.24, 0.60, 0.25]> : tensor<8xf32>}
    : () -> tensor<8xf32>
  %depthwise = tosa.depthwise_conv2d %pixels, %w2, %b2, %zero, %zero
    {acc_type = f32, dilation = array<i64: 1, 1>,
     pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>}
    : (tensor<1x14x14x4xf32>, tensor<3x3x4x2xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>)
    -> tensor<1x14x14x8xf32>

  %two_shape = tosa.const_shape {values = dense<[1, 28, 14, 2]> : tensor<4xindex>}
    : () -> !tosa.shape<4>
  %two = tosa.reshape %centred, %two_shape
    : (tensor<1x28x28xf32>, !tosa.shape<4>) -> tensor<1x28x14x2xf32>
  %mean = tosa.avg_pool2d %two, %zero, %zero
    {acc_type = f32, kernel = array<i64: 4, 3>,
     pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 1>}
    : (tensor<1x28x14x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x14x14x2xf32>

  %scale0 = tosa.const_shape {values = dense<[4, 2, 6, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %offset0 = tosa.const_shape {values = dense<[0, -1]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %border0 = tosa.const_shape {values = dense<[0, 1]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %bilinear = tosa.resize %pixels, %scale0, %offset0, %border0 {mode = BILINEAR}
    : (tensor<1x14x14x4xf32>, !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>)
    -> tensor<1x27x41x4xf32>
  %scale1 = tosa.const_shape {values = dense<[2, 2, 6, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %offset1 = tosa.const_shape {values = dense<[0, -2]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %border1 = tosa.const_shape {values = dense<[0, 2]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %nearest = tosa.resize %pixels, %scale1, %offset1, %border1 {mode = NEAREST_NEIGHBOR}
    : (tensor<1x14x14x4xf32>, !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>)
    -> tensor<1x14x42x4xf32>

  %channels = tosa.reduce_sum %pixels {axis = 3 : i32}
    : (tensor<1x14x14x4xf32>) -> tensor<1x14x14x1xf32>
  %rows = tosa.reduce_sum %pixels {axis = 1 : i32} : (tensor<1x14x14x4xf32>) -> tensor<1x1x14x4xf32>

  %product = tosa.matmul %centred, %turned, %zero, %zero
    : (tensor<1x28x28xf32>, tensor<1x28x28xf32>, tensor<1xf32>, tensor<1xf32>)
    -> tensor<1x28x28xf32>

  %f0 = tosa.sigmoid %centred : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f1 = tosa.tanh %turned : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f2 = tosa.erf %product : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f3 = tosa.log %f0 : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f4 = tosa.rsqrt %f0 : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f5 = tosa.maximum %f1, %f3 : (tensor<1x28x28xf32>, tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %f6 = tosa.mul %f2, %f4, %shift
    : (tensor<1x28x28xf32>, tensor<1x28x28xf32>, tensor<1xi8>) -> tensor<1x28x28xf32>
  %functions = tosa.add %f5, %f6 : (tensor<1x28x28xf32>, tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %power = tosa.pow %f0, %centred
    : (tensor<1x28x28xf32>, tensor<1x28x28xf32>) -> tensor<1x28x28xf32>

  // Softmax.
  %n0 = tosa.reduce_max %product {axis = 2 : i32} : (tensor<1x28x28xf32>) -> tensor<1x28x1xf32>
  %n1 = tosa.sub %product, %n0 : (tensor<1x28x28xf32>, tensor<1x28x1xf32>) -> tensor<1x28x28xf32>
  %n2 = tosa.exp %n1 : (tensor<1x28x28xf32>) -> tensor<1x28x28xf32>
  %n3 = tosa.reduce_sum %n2 {axis = 2 : i32} : (tensor<1x28x28xf32>) -> tensor<1x28x1xf32>
  %n4 = tosa.reciprocal %n3 : (tensor<1x28x1xf32>) -> tensor<1x28x1xf32>
  %normalized = tosa.mul %n2, %n4, %shift
    : (tensor<1x28x28xf32>, tensor<1x28x1xf32>, tensor<1xi8>) -> tensor<1x28x28xf32>

  return %transposed, %dilated, %depthwise, %mean, %bilinear, %nearest, %channels, %rows, %product, %functions, %power, %normalized
    : tensor<1x32x44x2xf32>, tensor<1x14x10x4xf32>, tensor<1x14x14x8xf32>, tensor<1x14x14x2xf32>, tensor<1x27x41x4xf32>, tensor<1x14x42x4xf32>, tensor<1x14x14x1xf32>, tensor<1x1x14x4xf32>, tensor<1x28x28xf32>, tensor<1x28x28xf32>, tensor<1x28x28xf32>, tensor<1x28x28xf32>
}

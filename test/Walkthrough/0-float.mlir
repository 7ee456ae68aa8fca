// One small network through all phases: file k is the input of phase k + 1 and
// the expected output of phase k. A convolution with ReLU, a max-pool, and a
// fully connected layer (a 1x1 convolution).

func.func @walkthrough(%image: tensor<1x4x4x2xf32> {qopt.name = "image"})
    -> (tensor<1x1x1x3xf32> {qopt.name = "scores"}) {
  %zero = "tosa.const"() <{values = dense<0.0> : tensor<1xf32>}> : () -> tensor<1xf32>
  %weights = "tosa.const"() <{values = dense<[[[[-0.352, -0.698], [0.302, -0.855], [0.072, -0.269]], [[-0.884, 0.015], [-0.925, -0.133], [-0.860, -0.819]], [[-0.151, 0.654], [-0.752, -0.554], [0.255, 0.895]]], [[[0.154, -0.207], [0.953, -0.907], [0.717, -0.421]], [[-0.711, -0.764], [-0.383, 0.632], [-0.639, 0.163]], [[0.278, -0.255], [0.095, -0.874], [-0.881, -0.588]]], [[[0.361, -0.145], [-0.372, 0.171], [-0.094, -0.400]], [[0.589, 0.398], [-0.512, 0.149], [0.050, 0.750]], [[0.459, -0.424], [0.960, -0.764], [-0.164, 0.514]]], [[[-0.696, -0.022], [-0.922, 0.336], [0.529, 0.146]], [[0.751, -0.373], [0.391, 0.189], [0.160, -0.088]], [[0.680, 0.889], [-0.052, 0.328], [-0.879, 0.403]]]]> : tensor<4x3x3x2xf32>}> : () -> tensor<4x3x3x2xf32>
  %bias = "tosa.const"() <{values = dense<[0.294, 0.986, 0.644, -0.431]> : tensor<4xf32>}> : () -> tensor<4xf32>
  %conv = tosa.conv2d %image, %weights, %bias, %zero, %zero {acc_type = f32,
      pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x2xf32>, tensor<4x3x3x2xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x4x4x4xf32>
  %relu = tosa.clamp %conv {min_val = 0.0 : f32, max_val = 0x7F800000 : f32}
      : (tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
  %pool = tosa.max_pool2d %relu {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>,
      pad = array<i64: 0, 0, 0, 0>} : (tensor<1x4x4x4xf32>) -> tensor<1x2x2x4xf32>
  %shape = tosa.const_shape {values = dense<[1, 1, 1, 16]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %flat = tosa.reshape %pool, %shape : (tensor<1x2x2x4xf32>, !tosa.shape<4>) -> tensor<1x1x1x16xf32>
  %fc_weights = "tosa.const"() <{values = dense<[[[[-0.228, 0.337, -0.955, -0.077, -0.664, -0.766, -0.882, 0.536, -0.741, -0.505, -0.218, 0.743, -0.839, -0.102, 0.099, 0.767]]], [[[0.639, 0.728, -0.443, -0.169, -0.282, 0.768, 0.915, -0.698, -0.648, -0.536, -0.533, -0.030, 0.178, -0.475, -0.992, -0.162]]], [[[-0.261, 0.133, 0.906, 0.381, 0.031, 0.235, 0.352, -0.892, 0.799, 0.560, 0.749, 0.596, -0.215, -0.202, -0.793, 0.269]]]]> : tensor<3x1x1x16xf32>}> : () -> tensor<3x1x1x16xf32>
  %fc_bias = "tosa.const"() <{values = dense<[-0.876, -0.865, -0.582]> : tensor<3xf32>}> : () -> tensor<3xf32>
  %fc = tosa.conv2d %flat, %fc_weights, %fc_bias, %zero, %zero {acc_type = f32,
      pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x1x1x16xf32>, tensor<3x1x1x16xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>)
      -> tensor<1x1x1x3xf32>
  return %fc : tensor<1x1x1x3xf32>
}

// A convolution whose rows are summed, and the sums summed, in float.
!grid = !quant.uniform<u8:f32, 0.1:128>
func.func @net(%input: tensor<1x8x8x4xf32>) -> tensor<1x1x1x8xf32> {
  %weights = "tosa.const"() {values = dense<0.5> : tensor<8x1x1x4xf32>} : () -> tensor<8x1x1x4xf32>
  %bias = "tosa.const"() {values = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
  %zp = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %x = calib.fake_quant %input to !grid : tensor<1x8x8x4xf32>
  %w = calib.fake_quant %weights to !quant.uniform<i8<-127:127>:f32, 0.01> : tensor<8x1x1x4xf32>
  %c = tosa.conv2d %x, %w, %bias, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x8x8x4xf32>, tensor<8x1x1x4xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x8x8x8xf32>
  %y = calib.fake_quant %c to !grid : tensor<1x8x8x8xf32>
  %rows = tosa.reduce_sum %y {axis = 1 : i32} : (tensor<1x8x8x8xf32>) -> tensor<1x1x8x8xf32>
  %sum = tosa.reduce_sum %rows {axis = 2 : i32} : (tensor<1x1x8x8xf32>) -> tensor<1x1x1x8xf32>
  return %sum : tensor<1x1x1x8xf32>
}

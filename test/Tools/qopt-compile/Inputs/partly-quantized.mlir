// A model whose author chose grids for the first layer, and left the second alone.
func.func @partly_quantized(%x: tensor<1x4x4x16xf32>) -> tensor<1x4x4x8xf32> {
  %w = "tosa.const"() {values = dense<0.5> : tensor<8x1x1x16xf32>} : () -> tensor<8x1x1x16xf32>
  %v = "tosa.const"() {values = dense<0.25> : tensor<8x1x1x8xf32>} : () -> tensor<8x1x1x8xf32>
  %b = "tosa.const"() {values = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %xq = calib.fake_quant %x to !quant.uniform<u8:f32, 0.1:128> : tensor<1x4x4x16xf32>
  %wq = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32, 0.01> : tensor<8x1x1x16xf32>
  %0 = tosa.conv2d %xq, %wq, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x16xf32>, tensor<8x1x1x16xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x8xf32> loc("first")
  %1 = tosa.conv2d %0, %v, %b, %z, %z {acc_type = f32, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x8xf32>, tensor<8x1x1x8xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x8xf32> loc("second")
  return %1 : tensor<1x4x4x8xf32>
}

// RUN: qopt %s -split-input-file -verify-diagnostics --qopt-schedule

func.func @no_model(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{'math.exp' cannot be scheduled; rewrite it as TOSA, linalg or qint ops, or implement SchedulableOpInterface for it}}
  %y = math.exp %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// expected-error @below {{cannot give 'tensor<?xf32>' a buffer; shapes must be static and not empty (qopt-translate --input-shape), elements f32 or integers}}
func.func @dynamic(%x: tensor<?xf32>) -> tensor<?xf32> {
  return %x : tensor<?xf32>
}

// -----

func.func @half(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{cannot give 'tensor<4xf16>' a buffer}}
  %h = tosa.cast %x : (tensor<4xf32>) -> tensor<4xf16>
  %y = tosa.cast %h : (tensor<4xf16>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// expected-error @below {{takes or returns 'memref<4xf32>', which is no tensor; has it been scheduled already?}}
func.func @scheduled(%x: memref<4xf32>) {
  return
}

// -----

// expected-error @below {{has control flow; only straight-line functions can be scheduled}}
func.func @blocks(%x: tensor<4xf32>) -> tensor<4xf32> {
  cf.br ^next
^next:
  return %x : tensor<4xf32>
}

// -----

func.func @variable_weights(%x: tensor<1x4x4x3xui8>, %w: tensor<3x1x1x3xi8>)
    -> tensor<1x4x4x3xi32> {
  %b = arith.constant dense<0> : tensor<3xi32>
  // expected-error @below {{weights must be constant to be packed; for two variable operands use qint.batch_matmul}}
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 3 : i32}
      : (tensor<1x4x4x3xui8>, tensor<3x1x1x3xi8>, tensor<3xi32>) -> tensor<1x4x4x3xi32>
  return %y : tensor<1x4x4x3xi32>
}

// -----

// 255 * 127 * 3 fits beside the bias in no more than 32 bits.
func.func @accumulator_overflows(%x: tensor<1x4x4x3xui8>) -> tensor<1x4x4x2xi32> {
  %w = arith.constant dense<127> : tensor<2x1x1x3xi8>
  %b = arith.constant dense<[2147386493, 2147386492]> : tensor<2xi32>
  // expected-error @below {{accumulator of output channel 0 reaches [2147386493, 2147483648], more than 32 bits; widen the weight scale of this channel or use an i64 bias}}
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x3xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x4x4x2xi32>
  return %y : tensor<1x4x4x2xi32>
}

// -----

// The next smaller bias is inside.
func.func @accumulator_fits(%x: tensor<1x4x4x3xui8>) -> tensor<1x4x4x1xi32> {
  %w = arith.constant dense<127> : tensor<1x1x1x3xi8>
  %b = arith.constant dense<2147386492> : tensor<1xi32>
  %y = qint.conv2d %x, %w, %b {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x3xui8>, tensor<1x1x1x3xi8>, tensor<1xi32>) -> tensor<1x4x4x1xi32>
  return %y : tensor<1x4x4x1xi32>
}

// -----

func.func @quantized_tosa(%x: tensor<1x4x4x3xi8>) -> tensor<1x4x4x3xi32> {
  %w = "tosa.const"() {values = dense<1> : tensor<3x1x1x3xi8>} : () -> tensor<3x1x1x3xi8>
  %b = "tosa.const"() {values = dense<0> : tensor<3xi32>} : () -> tensor<3xi32>
  %z = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  // expected-error @below {{computes on 'i8'; only f32 is compiled, use qint ops for quantized values}}
  %y = tosa.conv2d %x, %w, %b, %z, %z {acc_type = i32, pad = array<i64: 0, 0, 0, 0>,
      stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>}
      : (tensor<1x4x4x3xi8>, tensor<3x1x1x3xi8>, tensor<3xi32>, tensor<1xi8>, tensor<1xi8>)
      -> tensor<1x4x4x3xi32>
  return %y : tensor<1x4x4x3xi32>
}

// -----

func.func @ignores_nan(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{ignores NaN; only nan_mode = PROPAGATE is compiled}}
  %y = tosa.clamp %x {min_val = 0.0 : f32, max_val = 6.0 : f32, nan_mode = IGNORE}
      : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @variable_bias(%x: tensor<1x4x4x2x3xf32>, %b: tensor<1x4x4x2x1xf32>)
    -> tensor<1x4x4x2x1xf32> {
  %w = arith.constant dense<1.0> : tensor<2x1x1x1x3xf32>
  // expected-error @below {{must start from a bias, given as linalg.broadcast of a constant [G,F] along dimensions 0, 1 and 2, or from one constant}}
  %y = linalg.conv_2d_nhwgc_gfhwc {strides = dense<1> : tensor<2xi64>,
      dilations = dense<1> : tensor<2xi64>}
      ins(%x, %w : tensor<1x4x4x2x3xf32>, tensor<2x1x1x1x3xf32>)
      outs(%b : tensor<1x4x4x2x1xf32>) -> tensor<1x4x4x2x1xf32>
  return %y : tensor<1x4x4x2x1xf32>
}

// -----

func.func @missing_blob(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{the values of the constant are missing: resource 'lost' is not in the file}}
  %c = arith.constant dense_resource<lost> : tensor<4xf32>
  %y = tosa.add %x, %c : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

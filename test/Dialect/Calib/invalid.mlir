// RUN: qopt %s -split-input-file -verify-diagnostics

func.func @observe_c1(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.observe' op site is empty; name the value it marks}}
  %0 = calib.observe %x, "" : tensor<4xf32>
  return
}

// -----

func.func @observe_c2(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.observe' op epilogue and mean_only exclude each other}}
  %0 = calib.observe epilogue mean_only %x, "x" : tensor<4xf32>
  return
}

// -----

func.func @annotate_c1(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.annotate' op site is empty; name the value it marks}}
  %0 = calib.annotate %x, "" in <0.0, 1.0> : tensor<4xf32>
  return
}

// -----

func.func @annotate_c2(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.annotate' op epilogue and mean_only exclude each other}}
  %0 = calib.annotate epilogue mean_only %x, "x" in <0.0, 1.0> : tensor<4xf32>
  return
}

// -----

func.func @annotate_c3_count(%x: tensor<2x4xf32>) {
  // expected-error @below {{'calib.annotate' op means has 2 entries but the input has 4 channels}}
  %0 = calib.annotate %x, "x" in <0.0, 1.0> means [0.0, 1.0] : tensor<2x4xf32>
  return
}

// -----

func.func @annotate_c3_finite(%x: tensor<f32>) {
  // expected-error @below {{'calib.annotate' op means holds INF, which is not finite}}
  %0 = "calib.annotate"(%x) <{site = "x", range = #calib.range<0.0, 1.0>, means = array<f64: 0x7FF0000000000000>}> : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @fake_quant_c1(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.fake_quant' op grid expresses 'f16' but input holds 'f32'}}
  %0 = calib.fake_quant %x to !quant.uniform<u8:f16, 0.05:3> : tensor<4xf32>
  return
}

// -----

func.func @fake_quant_c2_axis(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.fake_quant' op grid is per slice of dimension 1 but input has 1 dimensions}}
  %0 = calib.fake_quant %x to !quant.uniform<i8:f32:1, {0.1, 0.2}> : tensor<4xf32>
  return
}

// -----

func.func @fake_quant_c2_count(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.fake_quant' op grid has 2 scales but dimension 0 has 4 slices}}
  %0 = calib.fake_quant %x to !quant.uniform<i8:f32:0, {0.1, 0.2}> : tensor<4xf32>
  return
}

// -----

func.func @fake_quant_c3(%x: tensor<4xf32>) {
  // expected-error @below {{'calib.fake_quant' op zero point 256 lies outside the storage range [0, 255]}}
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.1:256> : tensor<4xf32>
  return
}

// -----

func.func @fake_quant_c3_per_axis(%x: tensor<2xf32>) {
  // expected-error @below {{'calib.fake_quant' op zero point -128 lies outside the storage range [-127, 127]}}
  %0 = calib.fake_quant %x to !quant.uniform<i8<-127:127>:f32:0, {0.1, 0.2:-128}> : tensor<2xf32>
  return
}

// -----

func.func @dynamic_shape(%x: tensor<?xf32>) {
  // expected-error @below {{'calib.observe' op operand #0 must be statically shaped tensor of 32-bit float values}}
  %0 = calib.observe %x, "x" : tensor<?xf32>
  return
}

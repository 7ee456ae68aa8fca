// Each float op that schedules in a way of its own, with values that tell elements apart.

module {
func.func @ops(%image: tensor<1x5x7x6xf32> {qopt.name = "x"}, %matrix: tensor<2x9x6xf32>
    {qopt.name = "m"})
    -> (tensor<1x10x14x6xf32> {qopt.name = "near"}, tensor<1x9x13x6xf32> {qopt.name = "lin"},
        tensor<1x8x10x6xf32> {qopt.name = "odd"}, tensor<1x11x15x5xf32> {qopt.name = "tc"},
        tensor<1x5x7xi32> {qopt.name = "am"}, tensor<1x7x6xi32> {qopt.name = "am2"},
        tensor<2x9x6xf32> {qopt.name = "sm"}, tensor<1x9x6xf32> {qopt.name = "rs"},
        tensor<2x9x1xf32> {qopt.name = "rmin"}, tensor<2x9x9xf32> {qopt.name = "mm"},
        tensor<2x18x18xf32> {qopt.name = "tile"}, tensor<2x9x6xf32> {qopt.name = "rev"},
        tensor<2x9x6xf32> {qopt.name = "mix"}, tensor<2x9x6xi32> {qopt.name = "cast"},
            tensor<1x9x2x6xf32> {qopt.name = "tr"},
        tensor<2x4x6xf32> {qopt.name = "ga"}, tensor<1x5x7x4xf32> {qopt.name = "grp"},
            tensor<1x3x4x6xf32> {qopt.name = "ap"},
        tensor<1x10x14x2xf32> {qopt.name = "tj"}, tensor<2x9x6xi32> {qopt.name = "div"}) {
  // Inputs of one value become ones whose elements all differ.
  %channels = arith.constant dense<[[[[-0.9, 0.4, 1.1, -0.3, 0.05, 0.7]]]]> : tensor<1x1x1x6xf32>
  %columns = arith.constant dense<[[[[0.31], [-0.17], [0.02], [0.53], [-0.41], [0.11], [-0.29]]]]>
      : tensor<1x1x7x1xf32>
  %rows = arith.constant dense<[[[[0.23]], [[-0.37]], [[0.07]], [[0.13]], [[-0.19]]]]>
      : tensor<1x5x1x1xf32>
  %x0 = tosa.add %image, %channels
      : (tensor<1x5x7x6xf32>, tensor<1x1x1x6xf32>) -> tensor<1x5x7x6xf32>
  %x1 = tosa.add %x0, %columns
      : (tensor<1x5x7x6xf32>, tensor<1x1x7x1xf32>) -> tensor<1x5x7x6xf32>
  %x = tosa.add %x1, %rows
      : (tensor<1x5x7x6xf32>, tensor<1x5x1x1xf32>) -> tensor<1x5x7x6xf32>
  %across = arith.constant dense<[[[-0.9, 0.4, 1.1, -0.3, 0.05, 0.7]], [[0.6, -0.8, 0.2, 0.9, -0.45,
      -0.1]]]> : tensor<2x1x6xf32>
  %down = arith.constant dense<[[[0.31], [-0.17], [0.02], [0.53], [-0.41], [0.11], [-0.29], [0.6],
      [0.0]]]> : tensor<1x9x1xf32>
  %m0 = tosa.add %matrix, %across : (tensor<2x9x6xf32>, tensor<2x1x6xf32>) -> tensor<2x9x6xf32>
  %m = tosa.add %m0, %down : (tensor<2x9x6xf32>, tensor<1x9x1xf32>) -> tensor<2x9x6xf32>
  %s2 = tosa.const_shape {values = dense<[2, 1, 2, 1]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %o0 = tosa.const_shape {values = dense<0> : tensor<2xindex>} : () -> !tosa.shape<2>
  %b1 = tosa.const_shape {values = dense<1> : tensor<2xindex>} : () -> !tosa.shape<2>
  %near = tosa.resize %x, %s2, %o0, %b1 {mode = NEAREST_NEIGHBOR} : (tensor<1x5x7x6xf32>,
      !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<1x10x14x6xf32>
  %lin = tosa.resize %x, %s2, %o0, %o0 {mode = BILINEAR} : (tensor<1x5x7x6xf32>,
      !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<1x9x13x6xf32>
  %so = tosa.const_shape {values = dense<[16, 10, 20, 14]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %oo = tosa.const_shape {values = dense<[-3, -3]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %bo = tosa.const_shape {values = dense<[3, 3]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %odd = tosa.resize %x, %so, %oo, %bo {mode = BILINEAR} : (tensor<1x5x7x6xf32>,
      !tosa.shape<4>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<1x8x10x6xf32>
  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %wt = "tosa.const"() {values = dense<[[[[-0.35, -0.70, 0.30, -0.86, 0.07, -0.27], [-0.88,
      0.01, -0.93, -0.13, -0.86, -0.82], [-0.15, 0.65, -0.75, -0.55, 0.25, 0.90]], [[0.15, -0.21,
      0.95, -0.91, 0.72, -0.42], [-0.71, -0.76, -0.38, 0.63, -0.64, 0.16], [0.28, -0.26, 0.10,
      -0.87, -0.88, -0.59]], [[0.36, -0.14, -0.37, 0.17, -0.09, -0.40], [0.59, 0.40, -0.51, 0.15,
      0.05, 0.75], [0.46, -0.42, 0.96, -0.76, -0.16, 0.51]], [[-0.70, -0.02, -0.92, 0.34, 0.53,
      0.15], [0.75, -0.37, 0.39, 0.19, 0.16, -0.09], [0.68, 0.89, -0.05, 0.33, -0.88, 0.40]]],
      [[[0.29, 0.99, 0.64, -0.43, -0.23, 0.34], [-0.95, -0.08, -0.66, -0.77, -0.88, 0.54], [-0.74,
      -0.50, -0.22, 0.74, -0.84, -0.10]], [[0.10, 0.77, 0.64, 0.73, -0.44, -0.17], [-0.28, 0.77,
      0.92, -0.70, -0.65, -0.54], [-0.53, -0.03, 0.18, -0.47, -0.99, -0.16]], [[-0.26, 0.13, 0.91,
      0.38, 0.03, 0.24], [0.35, -0.89, 0.80, 0.56, 0.75, 0.60], [-0.22, -0.20, -0.79, 0.27, -0.88,
      -0.87]], [[-0.58, -0.68, -0.32, -0.89, -1.00, -0.70], [-0.80, -0.27, -0.95, 0.75, 0.23,
      -0.70], [-0.50, -0.31, -0.27, -0.75, 0.70, 0.99]]], [[[-0.07, -0.03, -0.83, -0.80, -0.31,
      -0.47], [0.66, -0.68, -0.95, 0.90, 0.06, -0.71], [0.09, -0.95, 0.06, 0.96, 0.73, 0.39]],
      [[-0.48, -0.27, -0.67, 0.54, 0.07, 0.56], [-0.34, -0.55, 0.62, 0.97, 0.71, 0.61], [0.64,
      0.48, -0.55, 0.04, -0.29, -0.94]], [[-0.94, -0.44, -0.48, 0.39, 0.91, -0.11], [0.87, 0.98,
      0.91, -0.27, -0.56, -0.55], [-0.61, -0.59, 0.25, 0.80, 0.68, -0.04]], [[0.31, 0.60, -0.83,
      0.32, 0.82, 0.56], [0.50, -0.04, -0.64, 0.58, -0.33, 0.60], [0.94, -0.21, -0.20, 0.89, 0.45,
      -0.66]]], [[[-0.75, -0.70, 0.81, 0.61, -0.71, 0.65], [0.96, 0.31, -0.30, 0.10, -0.74,
      -0.97], [0.94, 0.30, 0.05, 0.87, -0.13, 0.74]], [[0.65, -0.58, -0.50, -0.41, -0.52, 0.17],
      [-0.48, -0.16, -0.74, 0.82, -0.29, -0.08], [0.17, 0.81, -0.16, 0.84, 0.00, 0.06]], [[0.05,
      -0.96, -0.12, -0.63, -0.99, 0.60], [-0.66, -0.05, 0.45, 0.11, -0.35, 0.04], [0.11, 0.57,
      -0.79, 0.12, -0.50, -0.45]], [[0.54, 0.02, 0.12, 0.52, 0.82, -0.11], [0.23, 0.01, 0.02,
      0.39, -0.10, 0.07], [-0.04, 0.88, 0.40, 0.75, 0.88, -0.48]]], [[[0.12, 0.89, 0.68, -0.73,
      -0.76, -0.12], [-0.85, -0.52, -0.85, 0.34, 0.57, 0.79], [-0.69, 0.43, 0.32, -0.71, 0.77,
      0.94]], [[-0.56, 0.91, -0.20, -0.03, 0.98, 0.66], [-0.68, -0.14, 0.03, -0.32, -0.61, -0.36],
      [0.44, -0.96, 0.11, -0.12, -0.96, -0.34]], [[0.25, 0.02, -0.87, 0.97, 0.58, 0.94], [-0.79,
      -0.47, -0.92, 0.56, -0.46, -0.74], [-0.16, 0.82, 0.64, -0.48, -0.70, 0.84]], [[0.14, 0.40,
      -0.82, -0.88, 0.38, -0.15], [-0.86, 0.88, 0.27, 0.60, -0.83, 0.71], [-0.87, 0.73, -0.09,
      -0.32, 0.11, 0.85]]]]> : tensor<5x4x3x6xf32>} : () -> tensor<5x4x3x6xf32>
  %bt = "tosa.const"() {values = dense<[0.5, -0.25, 1.5, 0.0, 3.0]> : tensor<5xf32>} : () ->
      tensor<5xf32>
  %tc = tosa.transpose_conv2d %x, %wt, %bt, %z, %z {acc_type = f32, out_pad = array<i64: -1,
      0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x5x7x6xf32>, tensor<5x4x3x6xf32>,
      tensor<5xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x11x15x5xf32>
  %wj = "tosa.const"() {values = dense<[[[[-0.52, 0.09, -0.26, 0.21, 0.25, -0.87], [-0.97,
      0.67, -0.48, -0.53, 0.99, -0.06]], [[0.67, -0.05, 0.28, -0.70, 0.27, 0.74], [0.05,
      0.48, 0.34, -0.87, 0.52, 0.18]]], [[[-0.40, -0.94, 0.73, -0.05, 0.44, 0.76], [0.43,
      0.84, -0.21, 0.60, -0.11, 0.87]], [[0.76, -0.81, -0.73, -0.57, 0.93, -0.13], [0.25,
      -0.40, 0.01, -0.23, -0.30, 0.17]]]]> : tensor<2x2x2x6xf32>} : () ->
      tensor<2x2x2x6xf32>
  %bj = "tosa.const"() {values = dense<[0.5, -0.25]> : tensor<2xf32>} : () -> tensor<2xf32>
  %tj = tosa.transpose_conv2d %x, %wj, %bj, %z, %z {acc_type = f32, out_pad = array<i64: 0, 0,
      0, 0>, stride = array<i64: 2, 2>} : (tensor<1x5x7x6xf32>, tensor<2x2x2x6xf32>,
      tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x10x14x2xf32>
  %tjc = tosa.clamp %tj {min_val = -0.5 : f32, max_val = 2.0 : f32} :
      (tensor<1x10x14x2xf32>) -> tensor<1x10x14x2xf32>
  %am = tosa.argmax %x {axis = 3 : i32} : (tensor<1x5x7x6xf32>) -> tensor<1x5x7xi32>
  %am2 = tosa.argmax %x {axis = 1 : i32} : (tensor<1x5x7x6xf32>) -> tensor<1x7x6xi32>
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %mx = tosa.reduce_max %m {axis = 2 : i32} : (tensor<2x9x6xf32>) -> tensor<2x9x1xf32>
  %sb = tosa.sub %m, %mx : (tensor<2x9x6xf32>, tensor<2x9x1xf32>) -> tensor<2x9x6xf32>
  %e = tosa.exp %sb : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %t = tosa.reduce_sum %e {axis = 2 : i32} : (tensor<2x9x6xf32>) -> tensor<2x9x1xf32>
  %r = tosa.reciprocal %t : (tensor<2x9x1xf32>) -> tensor<2x9x1xf32>
  %sm = tosa.mul %e, %r, %shift : (tensor<2x9x6xf32>, tensor<2x9x1xf32>, tensor<1xi8>) ->
      tensor<2x9x6xf32>
  %rs = tosa.reduce_sum %m {axis = 0 : i32} : (tensor<2x9x6xf32>) -> tensor<1x9x6xf32>
  %rmin = tosa.reduce_min %m {axis = 2 : i32} : (tensor<2x9x6xf32>) -> tensor<2x9x1xf32>
  %mt = tosa.transpose %m {perms = array<i32: 0, 2, 1>} : (tensor<2x9x6xf32>) -> tensor<2x6x9xf32>
  %mm = tosa.matmul %m, %mt, %z, %z : (tensor<2x9x6xf32>, tensor<2x6x9xf32>, tensor<1xf32>,
      tensor<1xf32>) -> tensor<2x9x9xf32>
  %times = tosa.const_shape {values = dense<[1, 2, 3]> : tensor<3xindex>} : () -> !tosa.shape<3>
  %tile = tosa.tile %m, %times : (tensor<2x9x6xf32>, !tosa.shape<3>) -> tensor<2x18x18xf32>
  %rev = tosa.reverse %m {axis = 1 : i32} : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %sg = tosa.sigmoid %m : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %sl = tosa.mul %m, %sg, %shift : (tensor<2x9x6xf32>, tensor<2x9x6xf32>, tensor<1xi8>) ->
      tensor<2x9x6xf32>
  %th = tosa.tanh %sl : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %er = tosa.erf %th : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %ab = tosa.abs %er : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %eps = "tosa.const"() {values = dense<0.001> : tensor<1x1x1xf32>} : () -> tensor<1x1x1xf32>
  %ae = tosa.add %ab, %eps : (tensor<2x9x6xf32>, tensor<1x1x1xf32>) -> tensor<2x9x6xf32>
  %rq = tosa.rsqrt %ae : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %lg = tosa.log %rq : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %pw = tosa.pow %ae, %lg : (tensor<2x9x6xf32>, tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %gt = tosa.greater %pw, %mx : (tensor<2x9x6xf32>, tensor<2x9x1xf32>) -> tensor<2x9x6xi1>
  %ge = tosa.greater_equal %m, %eps : (tensor<2x9x6xf32>, tensor<1x1x1xf32>) -> tensor<2x9x6xi1>
  %lo = tosa.logical_xor %gt, %ge : (tensor<2x9x6xi1>, tensor<2x9x6xi1>) -> tensor<2x9x6xi1>
  %ln = tosa.logical_not %lo : (tensor<2x9x6xi1>) -> tensor<2x9x6xi1>
  %fl = tosa.floor %m : (tensor<2x9x6xf32>) -> tensor<2x9x6xf32>
  %mix = tosa.select %ln, %pw, %fl : (tensor<2x9x6xi1>, tensor<2x9x6xf32>, tensor<2x9x6xf32>)
      -> tensor<2x9x6xf32>
  %big = "tosa.const"() {values = dense<2.0e9> : tensor<1x1x1xf32>} : () -> tensor<1x1x1xf32>
  %mb = tosa.mul %m, %big, %shift : (tensor<2x9x6xf32>, tensor<1x1x1xf32>, tensor<1xi8>) ->
      tensor<2x9x6xf32>
  %cast = tosa.cast %mb : (tensor<2x9x6xf32>) -> tensor<2x9x6xi32>
  %divisors = "tosa.const"() {values = dense<[[[0, -1, 3, -7, 1, 100]]]> : tensor<1x1x6xi32>} :
      () -> tensor<1x1x6xi32>
  %div = tosa.intdiv %cast, %divisors : (tensor<2x9x6xi32>, tensor<1x1x6xi32>) ->
      tensor<2x9x6xi32>
  %sh4 = tosa.const_shape {values = dense<[1, 2, 9, 6]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %m4 = tosa.reshape %m, %sh4 : (tensor<2x9x6xf32>, !tosa.shape<4>) -> tensor<1x2x9x6xf32>
  %tr = tosa.transpose %m4 {perms = array<i32: 0, 2, 1, 3>} : (tensor<1x2x9x6xf32>) ->
      tensor<1x9x2x6xf32>
  %idx = "tosa.const"() {values = dense<[[3, -1, 100, 0], [8, 7, 2, 2]]> : tensor<2x4xi32>} :
      () -> tensor<2x4xi32>
  %ga = tosa.gather %m, %idx : (tensor<2x9x6xf32>, tensor<2x4xi32>) -> tensor<2x4x6xf32>
  %pad5 = tosa.const_shape {values = dense<[0, 0, 1, 1, 1, 1, 0, 0]> : tensor<8xindex>} : ()
      -> !tosa.shape<8>
  %xa = tosa.abs %x : (tensor<1x5x7x6xf32>) -> tensor<1x5x7x6xf32>
  %xp = tosa.pad %xa, %pad5, %z : (tensor<1x5x7x6xf32>, !tosa.shape<8>, tensor<1xf32>) ->
      tensor<1x7x9x6xf32>
  %sh5 = tosa.const_shape {values = dense<[1, 7, 9, 2, 3]> : tensor<5xindex>} : () -> !tosa.shape<5>
  %x5 = tosa.reshape %xp, %sh5 : (tensor<1x7x9x6xf32>, !tosa.shape<5>) -> tensor<1x7x9x2x3xf32>
  %wg = arith.constant dense<[[[[[-0.46, -0.74, 0.05], [-0.52, -0.78, -0.68], [-0.90, -0.60,
      -0.38]], [[-0.39, 0.52, -0.42], [0.00, -0.64, -0.31], [-0.96, -0.50, -0.97]], [[0.47, 0.10,
      -0.62], [-0.05, 0.87, -0.79], [0.64, -0.14, -0.01]]], [[[0.67, -0.21, 0.01], [0.38, 0.96,
      -0.31], [0.66, 0.41, 0.27]], [[-0.19, -0.30, -0.89], [-0.74, -0.86, 0.48], [-0.49, -0.67,
      -0.83]], [[0.68, 0.74, 0.34], [-0.44, -0.52, -0.41], [-0.08, -0.68, -0.11]]]], [[[[-0.47,
      0.92, 0.95], [0.09, -0.51, 0.93], [-0.38, -0.29, -1.00]], [[-0.24, -0.05, 0.01], [-0.60,
      0.01, -0.99], [-0.47, -0.82, -0.20]], [[-0.92, -0.96, -0.39], [-0.53, 0.17, 0.06], [0.50,
      0.32, 0.43]]], [[[0.76, -0.22, -0.35], [0.97, -0.70, 0.45], [0.29, -0.91, 0.67]], [[0.78,
      0.25, 0.47], [0.62, -0.72, 0.05], [0.01, 0.67, 0.61]], [[0.65, 0.17, 0.79], [0.37, 0.39,
      -0.54], [-0.94, -0.73, -0.28]]]]]> : tensor<2x2x3x3x3xf32>
  %bg = arith.constant dense<[[0.5, -1.0], [2.0, 0.125]]> : tensor<2x2xf32>
  %em = tensor.empty() : tensor<1x5x7x2x2xf32>
  %ini = linalg.broadcast ins(%bg : tensor<2x2xf32>) outs(%em : tensor<1x5x7x2x2xf32>)
      dimensions = [0, 1, 2]
  %g5 = linalg.conv_2d_nhwgc_gfhwc {strides = dense<1> : tensor<2xi64>, dilations = dense<1> :
      tensor<2xi64>} ins(%x5, %wg : tensor<1x7x9x2x3xf32>, tensor<2x2x3x3x3xf32>) outs(%ini :
      tensor<1x5x7x2x2xf32>) -> tensor<1x5x7x2x2xf32>
  %shg = tosa.const_shape {values = dense<[1, 5, 7, 4]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %g4 = tosa.reshape %g5, %shg : (tensor<1x5x7x2x2xf32>, !tosa.shape<4>) -> tensor<1x5x7x4xf32>
  %grp = tosa.clamp %g4 {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<1x5x7x4xf32>) ->
      tensor<1x5x7x4xf32>
  %ap = tosa.avg_pool2d %x, %z, %z {acc_type = f32, kernel = array<i64: 3, 3>, stride =
      array<i64: 2, 2>, pad = array<i64: 1, 1, 1, 1>} : (tensor<1x5x7x6xf32>, tensor<1xf32>,
      tensor<1xf32>) -> tensor<1x3x4x6xf32>
  return %near, %lin, %odd, %tc, %am, %am2, %sm, %rs, %rmin, %mm, %tile, %rev, %mix, %cast,
      %tr, %ga, %grp, %ap, %tjc, %div : tensor<1x10x14x6xf32>, tensor<1x9x13x6xf32>, tensor<1x8x10x6xf32>,
      tensor<1x11x15x5xf32>, tensor<1x5x7xi32>, tensor<1x7x6xi32>, tensor<2x9x6xf32>,
      tensor<1x9x6xf32>, tensor<2x9x1xf32>, tensor<2x9x9xf32>, tensor<2x18x18xf32>,
      tensor<2x9x6xf32>, tensor<2x9x6xf32>, tensor<2x9x6xi32>, tensor<1x9x2x6xf32>,
      tensor<2x4x6xf32>, tensor<1x5x7x4xf32>, tensor<1x3x4x6xf32>,
      tensor<1x10x14x2xf32>, tensor<2x9x6xi32>
}
}

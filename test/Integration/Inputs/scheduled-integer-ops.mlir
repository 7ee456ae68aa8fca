// Each integer op, with shapes and strides that take every way through scheduling: odd sizes,
// batches, halos of several sizes, slices of channels, groups, dilation, 16-bit activations.

func.func @ops(%image: tensor<2x5x7x6xf32> {qopt.name = "x"},
                %matrix: tensor<2x9x6xf32> {qopt.name = "m"})
    -> (tensor<2x5x7x5xf32> {qopt.name = "c0"},
        tensor<2x3x3x5xf32> {qopt.name = "c1"},
        tensor<2x5x7x5xf32> {qopt.name = "c2"},
        tensor<2x5x7x4xf32> {qopt.name = "c3"},
        tensor<2x2x6x7xf32> {qopt.name = "c4"},
        tensor<2x3x4x12xf32> {qopt.name = "c5"},
        tensor<2x17x6x9xf32> {qopt.name = "tr"},
        tensor<2x3x4x6xf32> {qopt.name = "resc"},
        tensor<2x9x9xf32> {qopt.name = "mm"},
        tensor<2x6x6xf32> {qopt.name = "acc"},
        tensor<2x5x7x5xf32> {qopt.name = "e16"},
        tensor<2x2x3x17xf32> {qopt.name = "sums"}) {
  // Inputs of one value become ones whose elements all differ.
  %channels = arith.constant dense<[[[[-0.9, 0.4, 1.1, -0.3, 0.05, 0.7]]], [[[0.6, -0.8, 0.2, 0.9,
      -0.45, -0.1]]]]> : tensor<2x1x1x6xf32>
  %columns = arith.constant dense<[[[[0.31], [-0.17], [0.02], [0.53], [-0.41], [0.11], [-0.29]]]]>
      : tensor<1x1x7x1xf32>
  %rows = arith.constant dense<[[[[0.23]], [[-0.37]], [[0.07]], [[0.13]], [[-0.19]]]]>
      : tensor<1x5x1x1xf32>
  %x0 = tosa.add %image, %channels
      : (tensor<2x5x7x6xf32>, tensor<2x1x1x6xf32>) -> tensor<2x5x7x6xf32>
  %x1 = tosa.add %x0, %columns
      : (tensor<2x5x7x6xf32>, tensor<1x1x7x1xf32>) -> tensor<2x5x7x6xf32>
  %x = tosa.add %x1, %rows
      : (tensor<2x5x7x6xf32>, tensor<1x5x1x1xf32>) -> tensor<2x5x7x6xf32>
  %across = arith.constant dense<[[[-0.9, 0.4, 1.1, -0.3, 0.05, 0.7]], [[0.6, -0.8, 0.2, 0.9, -0.45,
      -0.1]]]> : tensor<2x1x6xf32>
  %down = arith.constant dense<[[[0.31], [-0.17], [0.02], [0.53], [-0.41], [0.11], [-0.29], [0.6],
      [0.0]]]> : tensor<1x9x1xf32>
  %m0 = tosa.add %matrix, %across : (tensor<2x9x6xf32>, tensor<2x1x6xf32>) -> tensor<2x9x6xf32>
  %m = tosa.add %m0, %down : (tensor<2x9x6xf32>, tensor<1x9x1xf32>) -> tensor<2x9x6xf32>
  %q = qint.quantize %x {scale = 0.0125 : f32, zero_point = 120 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32}
      : (tensor<2x5x7x6xf32>) -> tensor<2x5x7x6xui8>
  %n = qint.quantize %m {scale = 0.0125 : f32, zero_point = 100 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32}
      : (tensor<2x9x6xf32>) -> tensor<2x9x6xui8>
  %w0 = arith.constant dense<[[[[-67, 24, 12, -94, -33, 107], [27, -6, 33, 21, -111, 28],
      [-124, 105, 87, -7, -61, 14]], [[-68, -78, 127, 56, -7, 11], [87, 13, -6, -26, 36, 93],
      [-89, -68, 35, -89, 95, 110]], [[6, -28, 62, -124, 44, 71], [-111, -87, 67, 118, 24, -117],
      [-50, 72, -120, 83, 94, -59]]], [[[-6, 25, 57, 108, 97, -28], [55, 74, 108, -18, -26, 59],
      [78, 20, -14, 119, 112, -93]], [[97, -34, -103, -118, -93, -1], [-72, -61, 120, 45, -16,
      72], [33, 91, -50, -20, 2, 86]], [[-29, 19, -38, 9, 22, -23], [22, -68, 104, -41, 47, 107],
      [110, -120, 92, -56, 126, 28]]], [[[44, 51, -86, 51, 93, -44], [119, 11, 104, 19, 18, -101],
      [55, 40, -73, 35, 85, 125]], [[19, -59, -55, -96, -111, -4], [91, 36, 126, -4, -105, -39],
      [77, -110, -22, 102, -89, -122]], [[-52, -18, 69, -21, 96, -97], [-116, 27, 30, 67, -116,
      -31], [56, 23, -43, 14, 98, 109]]], [[[124, -56, 2, -67, -118, -48], [-126, -108, -100, 26,
      10, -119], [115, -77, 121, -23, -53, 29]], [[-60, -88, 49, -117, 123, 95], [-41, -47, -35,
      118, -92, 102], [93, -31, -31, -10, 95, 6]], [[-29, 37, 94, 25, 47, 16], [-101, 31, 122,
      113, 80, 2], [-58, -17, 35, 57, 56, -67]]], [[[112, -50, -16, 123, -61, 6], [-50, 13, -41,
      -125, 74, -21], [125, 21, -47, -122, -31, 30]], [[23, 34, -93, -112, 35, 33], [-42, -8, -37,
      46, 107, -37], [28, 53, -56, 61, -2, -122]], [[23, -112, 117, 46, -122, 119], [-33, -63, 33,
      -11, -51, 24], [26, -46, -82, -34, -80, -47]]]]> : tensor<5x3x3x6xi8>
  %b0 = arith.constant dense<[1048, 4758, -673, -79, 1179]> : tensor<5xi32>
  %c0 = qint.conv2d %q, %w0, %b0 {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32, rescale =
      #qint.rescale<fixed16, multipliers = [20000, 16384, 32767, 25000, 30000], shifts = [5,
      6, 4, -1, 0]>, output_zero_point = 20 : i32,
      clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<5x3x3x6xi8>, tensor<5xi32>) -> tensor<2x5x7x5xui8> loc("conv")
  %c1 = qint.conv2d %q, %w0, %b0 {pad = array<i64: 1, 1, 0, 1>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32, rescale =
      #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>, output_zero_point = 20 :
      i32,
      clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<5x3x3x6xi8>, tensor<5xi32>) -> tensor<2x3x3x5xui8>
      loc("strided")
  %c2 = qint.conv2d %q, %w0, %b0 {pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>,
      dilation = array<i64: 2, 2>, input_zero_point = 120 : i32, rescale =
      #qint.rescale<float32, scales = [0.001, 0.002, 0.003, 0.0005, 0.01]>,
      output_zero_point = 20 : i32, clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<5x3x3x6xi8>, tensor<5xi32>) -> tensor<2x5x7x5xui8>
      loc("dilated")
  %w3 = arith.constant dense<[[[[-101, 70, 81], [-121, 121, 18], [48, 61, -94]], [[-48, 1,
      -71], [40, 78, -59], [-66, -44, -80]], [[46, -16, 39], [51, -103, -101], [26, -45, 115]]],
      [[[-42, 45, 86], [-70, -15, 80], [92, 118, -84]], [[-107, -41, 62], [39, -72, 99], [18, -12,
      -58]], [[-70, 74, -97], [-119, 8, 118], [-79, -47, 79]]], [[[87, 87, 20], [-81, 94, -56],
      [-40, 79, 84]], [[37, -106, 79], [31, -39, 23], [-94, -20, -53]], [[5, 76, 90], [-58, -9,
      -39], [35, -21, -53]]], [[[-20, 18, -23], [-118, 108, -22], [-88, -76, -126]], [[-5, 114,
      86], [98, 32, 125], [3, -16, 16]], [[116, 125, 110], [56, -71, -119], [63, -11, 87]]]]> :
      tensor<4x3x3x3xi8>
  %b3 = arith.constant dense<[3503, -265, 3910, 588]> : tensor<4xi32>
  %c3 = qint.conv2d %q, %w3, %b3 {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32, groups = 2 : i64, rescale =
      #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>, output_zero_point = 20 :
      i32,
      clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<4x3x3x3xi8>, tensor<4xi32>) -> tensor<2x5x7x4xui8>
      loc("grouped")
  %s = qint.slice %q {start = array<i64: 0, 1, 0, 2>} : (tensor<2x5x7x6xui8>) -> tensor<2x4x7x3xui8>
  %w4 = arith.constant dense<[[[[100, -69, 93], [-110, 92, 23]], [[121, -54, -97], [80, -65,
      -116]], [[-119, 104, 78], [50, 4, 109]]], [[[-77, 102, 99], [103, -17, 20]], [[-115, -124,
      -4], [63, -97, -84]], [[1, -51, -66], [42, -122, 7]]], [[[10, -22, -114], [113, 106, 29]],
      [[-98, -40, -95], [-63, 121, 93]], [[11, -5, 80], [73, -112, -37]]], [[[-71, -77, -96], [9,
      100, 82]], [[-97, -84, -66], [75, -57, 108]], [[100, 79, -95], [83, 108, -126]]], [[[-3, 33,
      19], [93, -25, -115]], [[66, -58, -64], [-59, 31, 7]], [[6, -19, -114], [-6, -45, 71]]],
      [[[82, -127, 92], [-113, 71, -95]], [[-116, -96, -115], [-110, -4, 122]], [[-119, 91, 55],
      [-105, 4, 1]]], [[[-2, -47, -87], [-47, -109, -38]], [[-29, 38, -28], [23, -50, -35]],
      [[-60, -79, 125], [-43, -18, -96]]]]> : tensor<7x3x2x3xi8>
  %b4 = arith.constant dense<[-2910, 4101, -4943, 1229, -3691, 4285, -2075]> : tensor<7xi32>
  %c4 = qint.conv2d %s, %w4, %b4 {pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32}
      : (tensor<2x4x7x3xui8>, tensor<7x3x2x3xi8>, tensor<7xi32>) -> tensor<2x2x6x7xi32>
      loc("sliced")
  %w5 = arith.constant dense<[[[[-117, -32], [-10, 27], [39, 73], [11, -30], [35, 78], [-116,
      32]], [[99, -17], [-114, -32], [33, 0], [67, 52], [-47, -20], [116, 50]], [[-20, -10],
      [-123, -65], [-72, 10], [-58, 50], [24, -109], [78, -19]]], [[[-70, -18], [-94, 98], [-120,
      112], [-44, -32], [121, 102], [16, 75]], [[95, -60], [-96, -9], [49, -96], [113, 81], [60,
      42], [90, 100]], [[8, 75], [-31, 43], [-100, 60], [-46, 17], [9, -101], [80, 23]]], [[[56,
      -126], [-6, -91], [-67, 71], [-28, -116], [7, -104], [17, -102]], [[41, 98], [-31, -82],
      [82, -121], [-40, 88], [91, -96], [-121, 89]], [[-98, 45], [-4, 87], [51, 116], [-55, 21],
      [-51, 77], [-105, -118]]]]> : tensor<3x3x6x2xi8>
  %b5 = arith.constant dense<[4234, 3377, 3667, -1096, -3252, 4084, -3364, 4065, -3999, 4013,
      312, 4240]> : tensor<12xi32>
  %c5 = qint.depthwise_conv2d %q, %w5, %b5 {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32, rescale =
      #qint.rescale<fixed16, multipliers = [20000], shifts = [1]>, output_zero_point = 20 :
      i32,
      clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<3x3x6x2xi8>, tensor<12xi32>) -> tensor<2x3x4x12xui8>
      loc("depthwise")
  %w6 = arith.constant dense<[[[[-81], [84], [-108], [-66], [-81], [38]], [[-64], [-11], [30],
      [52], [65], [114]], [[-27], [-63], [-33], [26], [-26], [113]], [[-38], [15], [-20], [120],
      [-106], [-31]], [[1], [-67], [122], [110], [-22], [88]]], [[[64], [120], [-86], [-21], [49],
      [18]], [[66], [21], [45], [109], [5], [48]], [[-4], [-88], [37], [-25], [102], [100]],
      [[-89], [-86], [-103], [0], [64], [-4]], [[107], [51], [5], [116], [-14], [23]]], [[[57],
      [92], [-80], [-93], [-59], [65]], [[-77], [-90], [22], [4], [-47], [112]], [[-68], [90],
      [49], [10], [117], [72]], [[-52], [44], [53], [91], [-22], [25]], [[91], [22], [22], [124],
      [-59], [100]]], [[[-72], [-49], [-122], [-59], [-5], [78]], [[-30], [-76], [-83], [18],
      [-35], [-66]], [[-45], [-4], [71], [94], [-91], [-20]], [[126], [51], [-5], [52], [26],
      [-75]], [[-8], [21], [86], [103], [83], [40]]], [[[15], [-120], [-4], [127], [57], [-109]],
      [[92], [115], [-25], [73], [60], [98]], [[118], [-116], [-8], [106], [-69], [101]], [[-67],
      [38], [56], [71], [45], [-110]], [[118], [-72], [91], [-62], [-66], [100]]]]> :
      tensor<5x5x6x1xi8>
  %b6 = arith.constant dense<[-1894, -763, -2748, -1934, -4398, -822]> : tensor<6xi32>
  %c6 = qint.depthwise_conv2d %q, %w6, %b6 {pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 120 : i32, rescale =
      #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>, output_zero_point = 20 :
      i32,
      clamp_min = 3 : i32, clamp_max = 250 : i32}
      : (tensor<2x5x7x6xui8>, tensor<5x5x6x1xi8>, tensor<6xi32>) -> tensor<2x5x7x6xui8>
      loc("depthwise5")
  %w7 = arith.constant dense<[[[[-84, 94, -116, -47, -81, -19]]], [[[-104, 59, 77, -106, -97,
      -104]]], [[[-60, 86, 106, -53, -118, -36]]], [[[-12, 21, 60, 45, -41, -126]]], [[[-120, -42,
      -43, -16, -30, -3]]], [[[-108, -74, 37, 22, 63, 117]]]]> : tensor<6x1x1x6xi8>
  %r7 = qint.conv2d %c6, %w7, %b6 residual %q {pad = array<i64: 0, 0, 0, 0>, stride =
      array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 20 : i32, fraction_bits = 4 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>,
      function = #qint.function<
      base = [-128, -127, -126, -125, -124, -123, -122, -121, -120, -119, -118, -117, -116,
      -115, -114, -113, -112, -111, -110, -109, -108, -107, -106, -105, -104, -103, -102, -101,
      -100, -99, -98, -97, -96, -95, -94, -93, -92, -91, -90, -89, -88, -87, -86, -85, -84, -83,
      -82, -81, -80, -79, -78, -77, -76, -75, -74, -73, -72, -71, -70, -69, -68, -67, -66, -65,
      -64, -63, -62, -61, -60, -59, -58, -57, -56, -55, -54, -53, -52, -51, -50, -49, -48, -47,
      -46, -45, -44, -43, -42, -41, -40, -39, -38, -37, -36, -35, -34, -33, -32, -31, -30, -29,
      -28, -27, -26, -25, -24, -23, -22, -21, -20, -19, -18, -17, -16, -15, -14, -13, -12, -11,
      -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
      15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
      37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58,
      59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80,
      81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102,
      103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120,
      121, 122, 123, 124, 125, 126, 127], slope = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      2]>,
      residual_zero_point = 120 : i32, residual_multiplier = 20000 : i32, residual_shift = 10 : i32,
      output_zero_point = 50 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<2x5x7x6xui8>, tensor<6x1x1x6xi8>, tensor<6xi32>, tensor<2x5x7x6xui8>) ->
      tensor<2x5x7x6xui8> loc("residual")
  %cat = qint.concat %r7, %c0, %r7 {axis = 3 : i64} : (tensor<2x5x7x6xui8>,
      tensor<2x5x7x5xui8>, tensor<2x5x7x6xui8>)
      -> tensor<2x5x7x17xui8>
  %pad = qint.pad %cat {low = array<i64: 0, 1, 0, 0>, high = array<i64: 0, 0, 2, 0>, value = 9
      : i32}
      : (tensor<2x5x7x17xui8>) -> tensor<2x6x9x17xui8>
  %tr = qint.transpose %pad {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x6x9x17xui8>) ->
      tensor<2x17x6x9xui8>
  %mp = qint.max_pool2d %r7 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, pad =
      array<i64: 1, 1, 1, 1>}
      : (tensor<2x5x7x6xui8>) -> tensor<2x3x4x6xui8>
  %ap = qint.avg_pool2d %r7 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, pad =
      array<i64: 1, 0, 1, 0>,
      input_zero_point = 50 : i32, rescale = #qint.rescale<fixed16, multipliers = [16384,
      16384, 21845, 16384],
      shifts = [-3, -2, -2, -1]>, output_zero_point = 30 : i32, clamp_min = 0 : i32, clamp_max
      = 255 : i32}
      : (tensor<2x5x7x6xui8>) -> tensor<2x3x4x6xui8>
  %add = qint.add %mp, %ap {lhs_zero_point = 50 : i32, rhs_zero_point = 30 : i32,
      lhs_multiplier = 20000 : i32,
      rhs_multiplier = 9000 : i32, shift = 14 : i32, output_zero_point = 60 : i32, clamp_min =
      0 : i32, clamp_max = 255 : i32}
      : (tensor<2x3x4x6xui8>, tensor<2x3x4x6xui8>) -> tensor<2x3x4x6xui8>
  %addf = qint.add %mp, %ap {lhs_zero_point = 50 : i32, rhs_zero_point = 30 : i32,
      scales = array<f32: 0.5, 0.25, 0.3>, output_zero_point = 60 : i32, clamp_min = 0 : i32,
      clamp_max = 255 : i32}
      : (tensor<2x3x4x6xui8>, tensor<2x3x4x6xui8>) -> tensor<2x3x4x6xui8>
  %gap = qint.avg_pool2d %add {kernel = array<i64: 3, 4>, stride = array<i64: 1, 1>, pad =
      array<i64: 0, 0, 0, 0>,
      input_zero_point = 60 : i32, rescale = #qint.rescale<fixed16, multipliers = [20000],
      shifts = [-4]>, output_zero_point = 30 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32}
      : (tensor<2x3x4x6xui8>) -> tensor<2x1x1x6xui8>
  %mul = qint.mul %addf, %gap {lhs_zero_point = 60 : i32, rhs_zero_point = 30 : i32, rescale =
      #qint.rescale<fixed16, multipliers = [20000], shifts = [1]>,
      output_zero_point = 128 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} :
      (tensor<2x3x4x6xui8>, tensor<2x1x1x6xui8>) -> tensor<2x3x4x6xui8>
  %tab = qint.table %mul {table = dense<[13, 20, 27, 34, 41, 48, 55, 62, 69, 76, 83, 90, 97,
      104, 111, 118, 125, 132, 139, 146, 153, 160, 167, 174, 181, 188, 195, 202, 209, 216, 223,
      230, 237, 244, 251, 2, 9, 16, 23, 30, 37, 44, 51, 58, 65, 72, 79, 86, 93, 100, 107, 114,
      121, 128, 135, 142, 149, 156, 163, 170, 177, 184, 191, 198, 205, 212, 219, 226, 233, 240,
      247, 254, 5, 12, 19, 26, 33, 40, 47, 54, 61, 68, 75, 82, 89, 96, 103, 110, 117, 124, 131,
      138, 145, 152, 159, 166, 173, 180, 187, 194, 201, 208, 215, 222, 229, 236, 243, 250, 1, 8,
      15, 22, 29, 36, 43, 50, 57, 64, 71, 78, 85, 92, 99, 106, 113, 120, 127, 134, 141, 148, 155,
      162, 169, 176, 183, 190, 197, 204, 211, 218, 225, 232, 239, 246, 253, 4, 11, 18, 25, 32, 39,
      46, 53, 60, 67, 74, 81, 88, 95, 102, 109, 116, 123, 130, 137, 144, 151, 158, 165, 172, 179,
      186, 193, 200, 207, 214, 221, 228, 235, 242, 249, 0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70,
      77, 84, 91, 98, 105, 112, 119, 126, 133, 140, 147, 154, 161, 168, 175, 182, 189, 196, 203,
      210, 217, 224, 231, 238, 245, 252, 3, 10, 17, 24, 31, 38, 45, 52, 59, 66, 73, 80, 87, 94,
      101, 108, 115, 122, 129, 136, 143, 150, 157, 164, 171, 178, 185, 192, 199, 206, 213, 220,
      227, 234, 241, 248, 255, 6]> : tensor<256xui8>} : (tensor<2x3x4x6xui8>) ->
      tensor<2x3x4x6xui8>
  %resc = qint.rescale %tab {input_zero_point = 99 : i32, rescale = #qint.rescale<fixed32,
      multipliers = [1500000000],
      shifts = [30]>, output_zero_point = 77 : i32, clamp_min = 0 : i32, clamp_max = 255 :
      i32} : (tensor<2x3x4x6xui8>) -> tensor<2x3x4x6xui8>
  %sm = qint.softmax %n {exponentials = array<i32: 32768, 31800, 30860, 29948, 29063, 28204,
      27370, 26561, 25776, 25014, 24275, 23558, 22861, 22186, 21530, 20894, 20276, 19677, 19095,
      18531, 17983, 17452, 16936, 16436, 15950, 15479, 15021, 14577, 14146, 13728, 13322, 12929,
      12547, 12176, 11816, 11467, 11128, 10799, 10480, 10170, 9870, 9578, 9295, 9020, 8753, 8495,
      8244, 8000, 7764, 7534, 7312, 7095, 6886, 6682, 6485, 6293, 6107, 5927, 5751, 5581, 5417,
      5256, 5101, 4950, 4804, 4662, 4524, 4391, 4261, 4135, 4013, 3894, 3779, 3667, 3559, 3454,
      3352, 3253, 3156, 3063, 2973, 2885, 2800, 2717, 2637, 2559, 2483, 2410, 2338, 2269, 2202,
      2137, 2074, 2013, 1953, 1895, 1839, 1785, 1732, 1681, 1631, 1583, 1536, 1491, 1447, 1404,
      1363, 1322, 1283, 1245, 1209, 1173, 1138, 1105, 1072, 1040, 1009, 980, 951, 923, 895, 869,
      843, 818, 794, 771, 748, 726, 704, 683, 663, 644, 625, 606, 588, 571, 554, 538, 522, 506,
      491, 477, 463, 449, 436, 423, 410, 398, 387, 375, 364, 353, 343, 333, 323, 313, 304, 295,
      286, 278, 270, 262, 254, 246, 239, 232, 225, 219, 212, 206, 200, 194, 188, 183, 177, 172,
      167, 162, 157, 153, 148, 144, 139, 135, 131, 127, 124, 120, 116, 113, 110, 106, 103, 100,
      97, 94, 92, 89, 86, 84, 81, 79, 76, 74, 72, 70, 68, 66, 64, 62, 60, 58, 57, 55, 53, 52, 50,
      49, 47, 46, 45, 43, 42, 41, 40, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 28, 27, 26, 25,
      24, 24, 23, 22, 22, 21, 20, 20, 19, 19, 18, 18, 17, 17, 16, 16>} : (tensor<2x9x6xui8>) ->
      tensor<2x9x6xui8>
  %nt = qint.transpose %n {permutation = array<i64: 0, 2, 1>} : (tensor<2x9x6xui8>) ->
      tensor<2x6x9xui8>
  %mm = qint.batch_matmul %sm, %nt {lhs_zero_point = 0 : i32, rhs_zero_point = 100 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [2]>,
      output_zero_point = 110 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} :
      (tensor<2x9x6xui8>, tensor<2x6x9xui8>) -> tensor<2x9x9xui8>
  %acc = qint.batch_matmul %nt, %n {lhs_zero_point = 100 : i32, rhs_zero_point = 100 : i32}
      : (tensor<2x6x9xui8>, tensor<2x9x6xui8>) -> tensor<2x6x6xi32>
  %w8 = arith.constant dense<[[[[-2, -27, -95, 12, -46, -97], [99, -57, -108, 43, -17, -99],
      [-15, 100, 8, 105, -63, -103]], [[8, 113, 52, -32, 46, 70], [-33, 66, -12, -52, 42, 46],
      [44, 40, 114, 79, 82, -60]], [[-100, 66, 114, 119, -41, 45], [17, 10, 7, -98, 43, -1], [3,
      -37, -112, 56, -52, 46]]], [[[59, 17, 63, -81, 38, 38], [59, 34, -89, -82, -33, 100], [108,
      40, -11, -96, -100, 111]], [[16, -91, 108, -43, 38, 57], [39, 25, -20, 15, -51, 38], [-80,
      -10, -4, -48, 73, -82]], [[53, -110, -100, 56, -81, 66], [14, 12, 20, 62, -27, -36], [-102,
      -59, -58, -29, -114, 96]]], [[[-93, -117, -5, 2, -58, -64], [51, 69, 4, -37, 97, -42], [114,
      -24, -13, 11, 80, 70]], [[-110, -37, 0, 89, 127, -99], [-89, -58, 24, -102, 47, -99], [17,
      72, 105, 59, -99, -80]], [[51, -79, 18, -21, 44, 63], [-27, 81, 124, 64, -95, 24], [28, -90,
      93, -26, 77, -78]]], [[[12, 8, -84, 18, -82, -76], [95, -63, -33, 73, -52, -120], [88, 78,
      -14, 101, -23, 116]], [[81, -29, -47, 14, 104, 22], [-48, 35, 0, 123, 8, 48], [53, -51, 102,
      93, 43, -4]], [[-120, 26, -79, 59, 35, -127], [-100, 70, 66, 42, -68, -2], [-83, 7, 33, -10,
      -77, -78]]], [[[73, 8, -73, -118, 81, 1], [110, 38, 115, -14, -99, 17], [-55, 118, 41, 101,
      -88, -93]], [[-8, 75, -105, 32, 109, -115], [-121, -35, 31, -68, 2, -108], [0, 10, -123,
      111, -41, -45]], [[-43, 95, -39, 50, 50, -93], [-107, 92, 87, 26, 71, 110], [-119, 56, -107,
      62, 127, -40]]]]> : tensor<5x3x3x6xi8>
  %b8 = arith.constant dense<[345865, -284955, 477000, -433586, 403306]> : tensor<5xi64>
  %w16 = qint.quantize %x {scale = 0.0001 : f32, zero_point = 0 : i32, clamp_min = -32767 :
      i32, clamp_max = 32767 : i32}
      : (tensor<2x5x7x6xf32>) -> tensor<2x5x7x6xi16>
  %c8 = qint.conv2d %w16, %w8, %b8 {pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>,
      dilation = array<i64: 1, 1>, input_zero_point = 0 : i32, rescale =
      #qint.rescale<fixed32, multipliers = [20000], shifts = [22]>,
      clamp_min = -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<2x5x7x6xi16>, tensor<5x3x3x6xi8>, tensor<5xi64>) -> tensor<2x5x7x5xi16> loc("words")
  %a16 = qint.add %c8, %c8 {lhs_zero_point = 0 : i32, rhs_zero_point = 0 : i32, lhs_multiplier
      = 20000 : i32,
      rhs_multiplier = 9000 : i32, shift = 14 : i32, output_zero_point = 0 : i32, clamp_min =
      -32767 : i32, clamp_max = 32767 : i32}
      : (tensor<2x5x7x5xi16>, tensor<2x5x7x5xi16>) -> tensor<2x5x7x5xi16>
  %d16 = qint.dequantize %a16 {scales = array<f32: 0.001, 0.002, 0.003, 0.004, 0.005>}
      : (tensor<2x5x7x5xi16>) -> tensor<2x5x7x5xf32>
  %e16 = tosa.tanh %d16 : (tensor<2x5x7x5xf32>) -> tensor<2x5x7x5xf32>
  %d_c0 = qint.dequantize %c0 {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x5x7x5xui8>) -> tensor<2x5x7x5xf32>
  %d_c1 = qint.dequantize %c1 {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x3x3x5xui8>) -> tensor<2x3x3x5xf32>
  %d_c2 = qint.dequantize %c2 {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x5x7x5xui8>) -> tensor<2x5x7x5xf32>
  %d_c3 = qint.dequantize %c3 {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x5x7x4xui8>) -> tensor<2x5x7x4xf32>
  %d_c4 = qint.dequantize %c4 {scales = array<f32: 0.5>} : (tensor<2x2x6x7xi32>) ->
      tensor<2x2x6x7xf32>
  %d_c5 = qint.dequantize %c5 {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x3x4x12xui8>) -> tensor<2x3x4x12xf32>
  %d_tr = qint.dequantize %tr {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x17x6x9xui8>) -> tensor<2x17x6x9xf32>
  %d_resc = qint.dequantize %resc {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x3x4x6xui8>) -> tensor<2x3x4x6xf32>
  %d_mm = qint.dequantize %mm {scales = array<f32: 0.5>, zero_point = 20 : i32} :
      (tensor<2x9x9xui8>) -> tensor<2x9x9xf32>
  %d_acc = qint.dequantize %acc {scales = array<f32: 0.5>} : (tensor<2x6x6xi32>) ->
      tensor<2x6x6xf32>
  %sums = qint.avg_pool2d %pad {kernel = array<i64: 3, 4>, stride = array<i64: 2, 2>, pad =
      array<i64: 0, 0, 0, 0>, input_zero_point = 7 : i32}
      : (tensor<2x6x9x17xui8>) -> tensor<2x2x3x17xi32>
  %d_sums = qint.dequantize %sums {scales = array<f32: 0.5>} : (tensor<2x2x3x17xi32>) ->
      tensor<2x2x3x17xf32>
  return %d_c0, %d_c1, %d_c2, %d_c3, %d_c4, %d_c5, %d_tr, %d_resc, %d_mm, %d_acc, %e16, %d_sums
      : tensor<2x5x7x5xf32>, tensor<2x3x3x5xf32>, tensor<2x5x7x5xf32>, tensor<2x5x7x4xf32>,
      tensor<2x2x6x7xf32>, tensor<2x3x4x12xf32>, tensor<2x17x6x9xf32>, tensor<2x3x4x6xf32>,
      tensor<2x9x9xf32>, tensor<2x6x6xf32>, tensor<2x5x7x5xf32>,
      tensor<2x2x3x17xf32>
}

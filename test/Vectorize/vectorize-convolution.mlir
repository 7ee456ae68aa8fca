// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"generic">} {

// 12 channels are a panel of 8 and the half of another; the second row of the
// tile reads one pixel further. 384 bytes of reduction need loops.
// CHECK-LABEL: func @panels
// CHECK:         scf.for %{{.*}} = %c0 to %c4 step %c1
// CHECK:           scf.for %[[BLOCK:.*]] = %c0 to %c3 step %c1
// CHECK:             %[[ACC:.*]]:4 = scf.for %[[KH:.*]] = %c0 to %c3 step %c1 iter_args
// CHECK:               scf.for %[[STEP:.*]] = %c0 to %c32 step %c2 iter_args
// CHECK:                 %[[W0:.*]] = vector.load {{.*}} vector<16xi8>
// CHECK:                 %[[W1:.*]] = vector.load {{.*}} vector<16xi8>
// CHECK:                 %[[A:.*]] = vector.load %{{.*}} : memref<{{.*}}xi8>, vector<4xi8>
// CHECK:                 %[[WORD:.*]] = vector.bitcast %[[A]] : vector<4xi8> to vector<1xi32>
// CHECK:                 %[[SCALAR:.*]] = vector.extract %[[WORD]][0]
// CHECK:                 %[[ALL:.*]] = vector.broadcast %[[SCALAR]] : i32 to vector<4xi32>
// CHECK:                 %[[BYTES:.*]] = vector.bitcast %[[ALL]] : vector<4xi32> to vector<16xi8>
// CHECK:                 qint.vector.dot %{{.*}}, %[[BYTES]], %[[W0]] :
// CHECK:                 qint.vector.dot %{{.*}}, %[[BYTES]], %[[W1]] :
// Two rows together fill a register of bytes:
// CHECK:             %[[ROW0:.*]] = vector.shuffle %[[ACC]]#0, %[[ACC]]#1 [0, 1, 2, 3, 4, 5, 6, 7]
// CHECK:             %[[ROW1:.*]] = vector.shuffle %[[ACC]]#2, %[[ACC]]#3 [0, 1, 2, 3, 4, 5, 6, 7]
// CHECK:             %[[ROWS:.*]] = vector.shuffle %[[ROW0]], %[[ROW1]]
// CHECK:             %[[Y:.*]] = qint.vector.rescale fixed16 %[[ROWS]] multipliers %{{.*}} shifts %{{.*}}-> vector<16xi8>
// CHECK:             %[[Y0:.*]] = vector.extract_strided_slice %[[Y]] {offsets = [0], sizes = [8], strides = [1]}
// CHECK:             vector.store %[[Y0]]
// CHECK:             %[[Y1:.*]] = vector.extract_strided_slice %[[Y]] {offsets = [8], sizes = [8], strides = [1]}
// CHECK:             vector.store %[[Y1]]
// The half panel:
// CHECK:             scf.for {{.*}} iter_args
// CHECK:             %[[HALF:.*]] = qint.vector.rescale {{.*}} -> vector<8xi8>
// CHECK:             %[[HALF0:.*]] = vector.extract_strided_slice %[[HALF]] {offsets = [0], sizes = [4], strides = [1]}
// CHECK:             vector.store %[[HALF0]], {{.*}} vector<4xi8>
func.func @panels(%in: memref<1x6x6x128xi8>, %w: memref<1x2x96x8x4xi8>, %b: memref<16xi32>,
                  %m: memref<16xi16>, %s: memref<16xi32>, %out: memref<1x4x6x12xi8>) {
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %s into %out
    {kernel = array<i64: 3, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<2 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x6x6x128xi8>, memref<1x2x96x8x4xi8>, memref<16xi32>, memref<16xi16>,
       memref<16xi32>, memref<1x4x6x12xi8>) -> ()
  return
}

// What is known of the shifts saves instructions: of those of a constant, of an argument
// that says it, or by the op.
// CHECK-LABEL: func @shifts
// CHECK:         qint.vector.rescale fixed16 {{.*}}least_shift = 0
// CHECK:         qint.vector.rescale fixed16 {{.*}}least_shift = -4
// CHECK-NOT:     {{least|greatest}}_shift
// CHECK:         qint.vector.rescale fixed16 {{.*}}exact_shifts, greatest_shift = 0
// CHECK:         return
memref.global "private" constant @left : memref<8xi32> = dense<[0, -1, -2, -3, -4, -5, -6, -7]>
memref.global "private" constant @joined : memref<8xi32> = dense<[1, 2, 3, 4, 5, 6, 7, -3]>
memref.global "private" constant @any : memref<8xi32> = dense<[1, 2, 3, 4, 5, 6, 7, -5]>
func.func @shifts(%in: memref<1x1x1x4xi8>, %w: memref<1x1x1x8x4xi8>, %b: memref<8xi32>,
                  %m: memref<8xi16>, %s: memref<8xi32> {qopt.least_shift = 0 : i32}, %out: memref<1x1x1x8xi8>) {
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %s into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x1x1x4xi8>, memref<1x1x1x8x4xi8>, memref<8xi32>, memref<8xi16>, memref<8xi32>, memref<1x1x1x8xi8>) -> ()
  %joined = memref.get_global @joined : memref<8xi32>
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %joined into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x1x1x4xi8>, memref<1x1x1x8x4xi8>, memref<8xi32>, memref<8xi16>, memref<8xi32>, memref<1x1x1x8xi8>) -> ()
  %any = memref.get_global @any : memref<8xi32>
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %any into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x1x1x4xi8>, memref<1x1x1x8x4xi8>, memref<8xi32>, memref<8xi16>, memref<8xi32>, memref<1x1x1x8xi8>) -> ()
  %left = memref.get_global @left : memref<8xi32>
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %left into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 8>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32, exact_shifts}
    : (memref<1x1x1x4xi8>, memref<1x1x1x8x4xi8>, memref<8xi32>, memref<8xi16>, memref<8xi32>, memref<1x1x1x8xi8>) -> ()
  return
}

// 1x1: rows of 7 pixels are joined, 49 of them in 13 blocks of 4; the last is
// shorter.
// CHECK-LABEL: func @pixelwise
// CHECK:         scf.for %{{.*}} = %c0 to %c12 step %c1
// CHECK-NOT:       scf.for
// CHECK-COUNT-4:   qint.vector.dot
// CHECK-COUNT-4:   vector.store
// CHECK:         }
// CHECK:         qint.vector.dot
// CHECK:         vector.store
// CHECK:         return
func.func @pixelwise(%in: memref<1x7x7x4xi8>, %w: memref<1x1x1x4x4xi8>, %b: memref<4xi32>,
                     %out: memref<1x7x7x4xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 4>}
    : (memref<1x7x7x4xi8>, memref<1x1x1x4x4xi8>, memref<4xi32>, memref<1x7x7x4xi32>) -> ()
  return
}

// Panels of 1024 steps of one line in two tiles: each tile prefetches half of the
// next panel, half a line per step.
// CHECK-LABEL: func @prefetch
// CHECK:         scf.for %[[PANEL:.*]] = %c0 to %c2 step %c1
// CHECK:           scf.for %[[TILE:.*]] = %c0 to %c2 step %c1
// CHECK:             %[[BASE:.*]] = arith.muli %[[PANEL]], %c65536
// CHECK:             %[[SHARE:.*]] = arith.minui %[[TILE]], %c1
// CHECK:             %[[NEXT:.*]] = arith.addi %[[BASE]], %c65536
// CHECK:             %[[SKIPPED:.*]] = arith.muli %[[SHARE]], %c32768
// CHECK:             %[[FIRST:.*]] = arith.addi %[[NEXT]], %[[SKIPPED]]
// CHECK:             scf.for %[[STEP:.*]] = %c0 to %c1024 step %c1
// CHECK:               %[[LINE:.*]] = arith.muli %[[STEP]], %c32
// CHECK:               %[[OFFSET:.*]] = arith.addi %[[FIRST]], %[[LINE]]
// CHECK:             memref.prefetch %{{.*}}[%[[OFFSET]]], read, locality<2>, data : memref<131072xi8>
// CHECK-NOT:         memref.prefetch
// CHECK:             scf.yield
func.func @prefetch(%in: memref<1x1x32x4096xi8>, %w: memref<1x2x1024x16x4xi8>, %b: memref<32xi32>,
                    %out: memref<1x1x32x32xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<16 x 16>}
    : (memref<1x1x32x4096xi8>, memref<1x2x1024x16x4xi8>, memref<32xi32>, memref<1x1x32x32xi32>) -> ()
  return
}

// The only tile of a panel prefetches what it reads itself, 16384 bytes ahead.
// CHECK-LABEL: func @prefetch_ahead
// CHECK:         scf.for %[[PANEL:.*]] = %c0 to %c2 step %c1
// CHECK:           %[[BASE:.*]] = arith.muli %[[PANEL]], %c65536
// CHECK:           %[[AHEAD:.*]] = arith.addi %[[BASE]], %c16384
// CHECK:           scf.for
// CHECK:             %[[LINE:.*]] = arith.muli %{{.*}}, %c64
// CHECK:             %[[OFFSET:.*]] = arith.addi %[[AHEAD]], %[[LINE]]
// CHECK:             memref.prefetch %{{.*}}[%[[OFFSET]]], read, locality<2>, data : memref<131072xi8>
func.func @prefetch_ahead(%in: memref<1x1x1x4096xi8>, %w: memref<1x2x1024x16x4xi8>,
                          %b: memref<32xi32>, %out: memref<1x1x1x32xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 16>}
    : (memref<1x1x1x4096xi8>, memref<1x2x1024x16x4xi8>, memref<32xi32>, memref<1x1x1x32xi32>) -> ()
  return
}

// The top bit of four bytes at once.
// CHECK-LABEL: func @signed_input
// CHECK:         %[[FLIPPED:.*]] = arith.xori %{{.*}}, %c-2139062144_i32 : i32
// CHECK:         vector.broadcast %[[FLIPPED]]
// CHECK:         qint.vector.dot {{.*}} {signed_lhs}
func.func @signed_input(%in: memref<1x1x1x4xi8>, %w: memref<1x1x1x4x4xi8>, %b: memref<4xi32>,
                        %out: memref<1x1x1x4xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 4>, signed_input}
    : (memref<1x1x1x4xi8>, memref<1x1x1x4x4xi8>, memref<4xi32>, memref<1x1x1x4xi32>) -> ()
  return
}

// One fused multiply-add after the other, from the bias on; then the residual is
// added and the sum clamped.
// CHECK-LABEL: func @floats
// CHECK:         %[[BIAS:.*]] = vector.load %{{.*}} : memref<4xf32>, vector<4xf32>
// CHECK:         %[[FIRST:.*]] = math.fma %{{.*}}, %{{.*}}, %[[BIAS]] : vector<4xf32>
// CHECK:         %[[SECOND:.*]] = math.fma %{{.*}}, %{{.*}}, %[[FIRST]] : vector<4xf32>
// CHECK:         %[[R:.*]] = vector.load %{{.*}} : memref<4xf32>, vector<4xf32>
// CHECK:         %[[SUM:.*]] = arith.addf %[[SECOND]], %[[R]]
// CHECK:         %[[LOW:.*]] = arith.maximumf %[[SUM]], %cst
// CHECK:         vector.store %[[LOW]]
func.func @floats(%in: memref<1x1x1x2xf32>, %w: memref<1x1x2x4x1xf32>, %b: memref<4xf32>,
                  %r: memref<1x1x1x4xf32>, %out: memref<1x1x1x4xf32>) {
  qint.scheduled.conv2d %in, %w, %b residual %r into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 4>, float_min = 0.0 : f32}
    : (memref<1x1x1x2xf32>, memref<1x1x2x4x1xf32>, memref<4xf32>, memref<1x1x1x4xf32>,
       memref<1x1x1x4xf32>) -> ()
  return
}

// A function and a residual operand, on 16 bits.
// CHECK-LABEL: func @function_and_residual
// CHECK-SAME:    %[[F:[a-z0-9]*]]: memref<256x2xi16>
// CHECK:         %[[Y:.*]] = qint.vector.epilogue {{.*}} function %[[F]] residual %{{.*}} {{.*}}residual_multiplier = 16384 : i32, residual_shift = 14 : i32
// CHECK-NOT:     qint.vector.rescale
// CHECK:         vector.store %[[Y]]
func.func @function_and_residual(%in: memref<1x1x1x4xi8>, %w: memref<1x1x1x4x4xi8>,
                                 %b: memref<4xi32>, %m: memref<4xi16>, %s: memref<4xi32>,
                                 %f: memref<256x2xi16>, %r: memref<1x1x1x4xi8>,
                                 %out: memref<1x1x1x4xi8>) {
  qint.scheduled.conv2d %in, %w, %b multipliers %m shifts %s function %f residual %r into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<1 x 4>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32,
     residual_multiplier = 16384 : i32, residual_shift = 14 : i32}
    : (memref<1x1x1x4xi8>, memref<1x1x1x4x4xi8>, memref<4xi32>, memref<4xi16>, memref<4xi32>,
       memref<256x2xi16>, memref<1x1x1x4xi8>, memref<1x1x1x4xi8>) -> ()
  return
}

// Between two images of one row lies a gap of one pixel: no tile crosses it, and
// the second image begins 12 elements after the first.
// CHECK-LABEL: func @gap
// CHECK:         scf.for %[[IMAGE:.*]] = %c0 to %c2 step %c1
// CHECK:           arith.muli %[[IMAGE]], %c12
func.func @gap(%in: memref<2x1x5x2xf32, strided<[12, 12, 2, 1]>>, %w: memref<1x1x2x8x1xf32>,
               %b: memref<8xf32>, %out: memref<2x1x5x8xf32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<5 x 8>}
    : (memref<2x1x5x2xf32, strided<[12, 12, 2, 1]>>, memref<1x1x2x8x1xf32>, memref<8xf32>, memref<2x1x5x8xf32>) -> ()
  return
}

}

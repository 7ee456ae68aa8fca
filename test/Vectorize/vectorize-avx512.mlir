// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"avx512vnni">} {

// 24 channels are a register and the half of another, which is multiplied as a half.
// CHECK-LABEL: func @half_vector
// CHECK:         %[[BIAS0:.*]] = vector.load {{.*}} vector<16xi32>
// CHECK:         %[[BIAS1:.*]] = vector.load {{.*}} vector<8xi32>
// CHECK:         %[[SUMS:.*]]:4 = scf.for {{.*}} iter_args({{.*}} = %[[BIAS0]], {{.*}} = %[[BIAS1]],
// CHECK:           %[[W0:.*]] = vector.load {{.*}} vector<64xi8>
// CHECK:           %[[W1:.*]] = vector.load {{.*}} vector<32xi8>
// CHECK:           %[[ALL:.*]] = vector.broadcast {{.*}} : i32 to vector<16xi32>
// CHECK:           %[[X:.*]] = vector.bitcast %[[ALL]] : vector<16xi32> to vector<64xi8>
// CHECK:           qint.vector.dot %{{.*}}, %[[X]], %[[W0]] : vector<16xi32>, vector<64xi8>
// CHECK:           %[[HALF:.*]] = vector.extract_strided_slice %[[X]] {offsets = [0], sizes = [32], strides = [1]}
// CHECK:           qint.vector.dot %{{.*}}, %[[HALF]], %[[W1]] : vector<8xi32>, vector<32xi8>
// CHECK:         vector.shuffle %[[SUMS]]#1, %[[SUMS]]#1 [0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1]
func.func @half_vector(%in: memref<1x1x2x512xi8>, %w: memref<1x1x128x32x4xi8>, %b: memref<32xi32>,
                       %out: memref<1x1x2x24xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<2 x 32>}
    : (memref<1x1x2x512xi8>, memref<1x1x128x32x4xi8>, memref<32xi32>, memref<1x1x2x24xi32>) -> ()
  return
}

// One channel more needs the whole register.
// CHECK-LABEL: func @more_than_half
// CHECK-NOT:     qint.vector.dot {{.*}} vector<8xi32>
// CHECK:         return
func.func @more_than_half(%in: memref<1x1x2x512xi8>, %w: memref<1x1x128x32x4xi8>,
                          %b: memref<32xi32>, %out: memref<1x1x2x25xi32>) {
  qint.scheduled.conv2d %in, %w, %b into %out
    {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<2 x 32>}
    : (memref<1x1x2x512xi8>, memref<1x1x128x32x4xi8>, memref<32xi32>, memref<1x1x2x25xi32>) -> ()
  return
}

// 256 KB stay in the cache: 64 channels of all four bands of 16 rows, then the other 64.
// CHECK-LABEL: func @chunks_of_channels
// CHECK:         scf.for %[[CHANNEL:.*]] = %c0 to %c128 step %c64
// CHECK:           vector.load %{{.*}}[%[[CHANNEL]]] : memref<128xi32>, vector<64xi32>
// CHECK:           scf.for %{{.*}} = %c0 to %c64 step %c16
func.func @chunks_of_channels(%in: memref<1x66x18x128xi8>, %w: memref<3x3x128xi8>,
                              %b: memref<128xi32>, %out: memref<1x64x16x128xi32>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 64>}
    : (memref<1x66x18x128xi8>, memref<3x3x128xi8>, memref<128xi32>, memref<1x64x16x128xi32>) -> ()
  return
}

// Of 4 MB a band is read from memory once, for all channels.
// CHECK-LABEL: func @bands_of_rows
// CHECK:         scf.for %{{.*}} = %c0 to %c64 step %c16
// CHECK:           scf.for %[[CHANNEL:.*]] = %c0 to %c128 step %c64
// CHECK:             vector.load %{{.*}}[%[[CHANNEL]]] : memref<128xi32>, vector<64xi32>
func.func @bands_of_rows(%in: memref<1x66x66x128xi8>, %w: memref<3x3x128xi8>,
                         %b: memref<128xi32>, %out: memref<1x64x64x128xi32>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<4 x 64>}
    : (memref<1x66x66x128xi8>, memref<3x3x128xi8>, memref<128xi32>, memref<1x64x64x128xi32>) -> ()
  return
}

}

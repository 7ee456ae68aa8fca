// RUN: qopt %s --qopt-vectorize | FileCheck %s

module attributes {qint.target = #qint.target<"avx512vnni">} {

// 16 channels at four columns fill a register, every other one of eight neighbours: two
// loads and a shuffle each for two of the columns that are interleaved.
// CHECK-LABEL: func @paired_columns
// CHECK:           %[[FIRST:.*]] = vector.load %{{.*}} : memref<{{.*}}xi8{{.*}}>, vector<64xi8>
// CHECK:           %[[SECOND:.*]] = vector.load %{{.*}} : memref<{{.*}}xi8{{.*}}>, vector<64xi8>
// CHECK:           vector.shuffle %[[FIRST]], %[[SECOND]] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 32,
// CHECK:           vector.shuffle %[[FIRST]], %[[SECOND]] [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 48,
// CHECK-NOT:       vector<16xi8>
// CHECK:           qint.vector.dot
func.func @paired_columns(%in: memref<1x3x10x16xi8>, %w: memref<3x3x16xi8>, %b: memref<16xi32>,
                          %m: memref<16xi16>, %s: memref<16xi32>, %out: memref<1x1x8x16xi8>) {
  qint.scheduled.depthwise_conv2d %in, %w, %b multipliers %m shifts %s into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 1, 1>,
     tile = #qint.tile<8 x 16>, mode = #qint<rescale_mode fixed16>, clamp_max = 255 : i32}
    : (memref<1x3x10x16xi8>, memref<3x3x16xi8>, memref<16xi32>, memref<16xi16>, memref<16xi32>,
       memref<1x1x8x16xi8>) -> ()
  return
}

}

// RUN: qopt %s --qopt-vectorize | FileCheck %s

// Windows that meet the border differ in count, so multipliers and shifts come
// from tables; pools with other rescales have tables of their own, equal ones
// share them.
// CHECK-DAG: memref.global "private" constant @[[FIRST:rescale_shifts.*]] : memref<4xi32> = dense<[3, 4, 4, 5]>
// CHECK-DAG: memref.global "private" constant @[[SECOND:rescale_shifts.*]] : memref<4xi32> = dense<[2, 3, 3, 4]>
// CHECK-NOT: memref.global {{.*}} = dense<[3, 4, 4, 5]>
// CHECK-LABEL: func @pools
func.func @pools(%x: memref<1x3x3x4xi8>, %a: memref<1x4x4x4xi8>, %b: memref<1x4x4x4xi8>,
                 %c: memref<1x4x4x4xi8>) {
  qint.scheduled.pool2d average %x into %a {kernel = array<i64: 2, 2>, stride = array<i64: 1, 1>,
      pad = array<i64: 1, 1, 1, 1>, clamp_max = 255 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000, 20000, 26666, 20000], shifts = [3, 4, 4, 5]>}
      : (memref<1x3x3x4xi8>, memref<1x4x4x4xi8>) -> ()
  qint.scheduled.pool2d average %x into %b {kernel = array<i64: 2, 2>, stride = array<i64: 1, 1>,
      pad = array<i64: 1, 1, 1, 1>, clamp_max = 255 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [18000, 18000, 24000, 18000], shifts = [2, 3, 3, 4]>}
      : (memref<1x3x3x4xi8>, memref<1x4x4x4xi8>) -> ()
  qint.scheduled.pool2d average %x into %c {kernel = array<i64: 2, 2>, stride = array<i64: 1, 1>,
      pad = array<i64: 1, 1, 1, 1>, clamp_max = 255 : i32,
      rescale = #qint.rescale<fixed16, multipliers = [20000, 20000, 26666, 20000], shifts = [3, 4, 4, 5]>}
      : (memref<1x3x3x4xi8>, memref<1x4x4x4xi8>) -> ()
  return
}

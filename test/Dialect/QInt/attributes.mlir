// RUN: qopt %s --verify-roundtrip | FileCheck %s

// CHECK-LABEL: module @rescales
// CHECK-SAME: qint.fixed15 = #qint.rescale<fixed32, multipliers = [16384, 32767], shifts = [14, 2]>
// CHECK-SAME: qint.fixed16 = #qint.rescale<fixed16, multipliers = [16384, 32767], shifts = [-15, 26]>
// CHECK-SAME: qint.fixed32 = #qint.rescale<fixed32, multipliers = [1073741824, 2147483647], shifts = [2, 62]>
// CHECK-SAME: qint.fixed32_double_round = #qint.rescale<fixed32_double_round, multipliers = [1073741824], shifts = [31]>
// CHECK-SAME: qint.float32 = #qint.rescale<float32, scales = [1.250000e-01, 1.000000e-01]>
module @rescales attributes {
  qint.fixed15 = #qint.rescale<fixed32, multipliers = [16384, 32767], shifts = [14, 2]>,
  qint.fixed16 = #qint.rescale<fixed16, multipliers = [16384, 32767], shifts = [-15, 26]>,
  qint.fixed32 = #qint.rescale<fixed32, multipliers = [1073741824, 2147483647], shifts = [2, 62]>,
  qint.fixed32_double_round = #qint.rescale<fixed32_double_round, multipliers = [1073741824], shifts = [31]>,
  qint.float32 = #qint.rescale<float32, scales = [0.125, 0.1]>
} {}

// CHECK-LABEL: module @function
// CHECK-SAME:  qint.f = #qint.function<base = [-32768, 0, 0,
// CHECK-SAME:  slope = [32767, 0, 0,
module @function attributes {
  qint.f = #qint.function<
    base = [-32768, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    slope = [32767, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]>
} {}

// CHECK-LABEL: module @targets
// CHECK-SAME:  qint.target = #qint.target<"avx2">
module @targets attributes {qint.target = #qint.target<"avx2">} {}

// CHECK-LABEL: module @emulated
// CHECK-SAME:  qint.target = #qint.target<"avx512vnni", emulate = true>
module @emulated attributes {qint.target = #qint.target<"avx512vnni", emulate = true>} {}

// CHECK-LABEL: module @tiles
// CHECK-SAME:  qint.tile = #qint.tile<6 x 64>
module @tiles attributes {qint.tile = #qint.tile<6 x 64>} {}

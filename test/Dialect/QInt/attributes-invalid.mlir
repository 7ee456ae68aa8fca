// RUN: qopt %s -split-input-file -verify-diagnostics

// expected-error @below {{unknown rescale mode 'fixed8'; expected fixed16, fixed32, fixed32_double_round or float32}}
module @rescale_mode attributes {a = #qint.rescale<fixed8, multipliers = [16384], shifts = [3]>} {}

// -----

// expected-error @below {{rescale has 2 multipliers and 1 shifts; needs as many of both, at least one}}
module @rescale_c1_sizes attributes {a = #qint.rescale<fixed16, multipliers = [16384, 16384], shifts = [3]>} {}

// -----

// expected-error @below {{rescale has 0 multipliers and 0 shifts; needs as many of both, at least one}}
module @rescale_c1_empty attributes {a = #qint.rescale<fixed16, multipliers = [], shifts = []>} {}

// -----

// expected-error @below {{rescale float32 needs scales}}
module @rescale_c1_scales attributes {a = #qint.rescale<float32, scales = []>} {}

// -----

// expected-error @below {{multiplier 16383 of fixed16 must lie in [16384, 32767]}}
module @rescale_c2_fixed16_low attributes {a = #qint.rescale<fixed16, multipliers = [16383], shifts = [3]>} {}

// -----

// expected-error @below {{multiplier 32768 of fixed16 must lie in [16384, 32767]}}
module @rescale_c2_fixed16_high attributes {a = #qint.rescale<fixed16, multipliers = [32768], shifts = [3]>} {}

// -----

// expected-error @below {{shift -16 of fixed16 must lie in [-15, 26]}}
module @rescale_c2_fixed16_shift_low attributes {a = #qint.rescale<fixed16, multipliers = [16384], shifts = [-16]>} {}

// -----

// expected-error @below {{shift 27 of fixed16 must lie in [-15, 26]}}
module @rescale_c2_fixed16_shift_high attributes {a = #qint.rescale<fixed16, multipliers = [16384], shifts = [27]>} {}

// -----

// expected-error @below {{multiplier 1073741823 of fixed32 must lie in [1073741824, 2147483647]}}
module @rescale_c2_fixed32 attributes {a = #qint.rescale<fixed32, multipliers = [1073741823], shifts = [31]>} {}

// -----

// expected-error @below {{multiplier 1073741824 of fixed32 must lie in [16384, 32767]}}
module @rescale_c2_fixed32_mixed attributes {a = #qint.rescale<fixed32, multipliers = [16384, 1073741824], shifts = [31, 31]>} {}

// -----

// expected-error @below {{shift 63 of fixed32 must lie in [2, 62]}}
module @rescale_c2_fixed32_shift attributes {a = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [63]>} {}

// -----

// expected-error @below {{multiplier 16384 of fixed32_double_round must lie in [1073741824, 2147483647]}}
module @rescale_c2_double_round attributes {a = #qint.rescale<fixed32_double_round, multipliers = [16384], shifts = [31]>} {}

// -----

// expected-error @below {{scale 0.000000e+00 is not positive and finite}}
module @rescale_c2_float32_zero attributes {a = #qint.rescale<float32, scales = [0.0]>} {}

// -----

// expected-error @below {{scale -1.000000e+00 is not positive and finite}}
module @rescale_c2_float32_negative attributes {a = #qint.rescale<float32, scales = [-1.0]>} {}

// -----

// expected-error @below {{function has 2 bases and 1 slopes; needs 256 of each}}
module @function_c1 attributes {a = #qint.function<base = [0, 0], slope = [0]>} {}

// -----

// expected-error @below {{segment 255 of the function ends at 32768, which leaves 16 bits}}
module @function_c2_high attributes {a = #qint.function<
  base = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32767],
  slope = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]>} {}

// -----

// expected-error @below {{segment 0 of the function ends at -32769, which leaves 16 bits}}
module @function_c2_low attributes {a = #qint.function<
  base = [-32768, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  slope = [-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]>} {}

// -----

// expected-error @below {{tile 0 x 64 is empty}}
module @tile_rows attributes {a = #qint.tile<0 x 64>} {}

// -----

// expected-error @below {{tile 6 x 0 is empty}}
module @tile_columns attributes {a = #qint.tile<6 x 0>} {}

// RUN: qopt %s -split-input-file -verify-diagnostics

// expected-error @below {{range bounds must be finite}}
module attributes {range.infinite = #calib.range<0.0, 0x7FF0000000000000>} {}

// -----

// expected-error @below {{range bounds must be finite}}
module attributes {range.nan = #calib.range<0x7FF8000000000000, 1.0>} {}

// -----

// expected-error @below {{range is empty: 1.000000e+00 > 0.000000e+00}}
module attributes {range.empty = #calib.range<1.0, 0.0>} {}

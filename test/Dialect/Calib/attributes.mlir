// RUN: qopt %s --verify-roundtrip | FileCheck %s

// CHECK-LABEL: module @ranges
// CHECK-SAME:    range.common = #calib.range<-5.000000e-01, 2.250000e+00>
// CHECK-SAME:    range.exact = #calib.range<-1.000000e-01, 0.10000000149011612>
// CHECK-SAME:    range.point = #calib.range<0.000000e+00, 0.000000e+00>
module @ranges attributes {
  range.common = #calib.range<-0.5, 2.25>,
  // Bounds are doubles and print with all their digits.
  range.exact = #calib.range<-0.1, 0.10000000149011612>,
  range.point = #calib.range<0.0, 0.0>
} {}

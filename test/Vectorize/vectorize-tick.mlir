// RUN: qopt %s -split-input-file --qopt-vectorize | FileCheck %s

// CHECK-LABEL: func @start_and_count
// CHECK-SAME:    %[[TICKS:.*]]: memref<3xi64>
func.func @start_and_count(%ticks: memref<3xi64>) {
  // The first tick only starts the clock.
  // CHECK:     %[[START:.*]] = llvm.call_intrinsic "llvm.readcyclecounter"() : () -> i64
  // CHECK:     memref.store %[[START]], %[[TICKS]][%{{.*}}]
  qint.scheduled.tick %ticks[2] : memref<3xi64>
  // CHECK:     %[[NOW:.*]] = llvm.call_intrinsic "llvm.readcyclecounter"() : () -> i64
  // CHECK:     %[[BEFORE:.*]] = memref.load %[[TICKS]][%{{.*}}]
  // CHECK:     %[[SUM:.*]] = memref.load %[[TICKS]][%{{.*}}]
  // CHECK:     %[[PASSED:.*]] = arith.subi %[[NOW]], %[[BEFORE]]
  // CHECK:     %[[MORE:.*]] = arith.addi %[[SUM]], %[[PASSED]]
  // CHECK:     memref.store %[[MORE]], %[[TICKS]][%{{.*}}]
  // CHECK:     memref.store %[[NOW]], %[[TICKS]][%{{.*}}]
  qint.scheduled.tick %ticks[1] : memref<3xi64>
  return
}

// -----

// The cycle counter of ARM is not for programs.
module attributes {qopt.triple = "aarch64-linux-gnu", qopt.cpu = "", qopt.features = ""} {
// CHECK-LABEL: func @timer_of_arm
func.func @timer_of_arm(%ticks: memref<2xi64>) {
  // CHECK: llvm.call_intrinsic "llvm.readsteadycounter"() : () -> i64
  qint.scheduled.tick %ticks[0] : memref<2xi64>
  return
}
}

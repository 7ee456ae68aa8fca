// RUN: qopt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @concat_of_one
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xui8>
// CHECK-NEXT:    return %[[X]]
func.func @concat_of_one(%x: tensor<2x3xui8>) -> tensor<2x3xui8> {
  %0 = qint.concat %x {axis = 1 : i64} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return %0 : tensor<2x3xui8>
}

// CHECK-LABEL: func @concat_of_two
// CHECK:         qint.concat
func.func @concat_of_two(%x: tensor<2x3xui8>) -> tensor<2x6xui8> {
  %0 = qint.concat %x, %x {axis = 1 : i64} : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<2x6xui8>
  return %0 : tensor<2x6xui8>
}

// CHECK-LABEL: func @pad_by_nothing
// CHECK-SAME:    %[[X:.*]]: tensor<2xui8>
// CHECK-NEXT:    return %[[X]]
func.func @pad_by_nothing(%x: tensor<2xui8>) -> tensor<2xui8> {
  %0 = qint.pad %x {low = array<i64: 0>, high = array<i64: 0>, value = 7 : i32}
    : (tensor<2xui8>) -> tensor<2xui8>
  return %0 : tensor<2xui8>
}

// CHECK-LABEL: func @pad_of_pad
// CHECK-SAME:    %[[X:.*]]: tensor<2xui8>
// CHECK-NEXT:    %[[P:.*]] = qint.pad %[[X]] {high = array<i64: 6>, low = array<i64: 4>, value = 7 : i32} : (tensor<2xui8>) -> tensor<12xui8>
// CHECK-NEXT:    return %[[P]]
func.func @pad_of_pad(%x: tensor<2xui8>) -> tensor<12xui8> {
  %0 = qint.pad %x {low = array<i64: 1>, high = array<i64: 2>, value = 7 : i32}
    : (tensor<2xui8>) -> tensor<5xui8>
  %1 = qint.pad %0 {low = array<i64: 3>, high = array<i64: 4>, value = 7 : i32}
    : (tensor<5xui8>) -> tensor<12xui8>
  return %1 : tensor<12xui8>
}

// Must not fold: the frames differ.
// CHECK-LABEL: func @pad_of_pad_of_another_value
// CHECK-COUNT-2: qint.pad
func.func @pad_of_pad_of_another_value(%x: tensor<2xui8>) -> tensor<12xui8> {
  %0 = qint.pad %x {low = array<i64: 1>, high = array<i64: 2>, value = 7 : i32}
    : (tensor<2xui8>) -> tensor<5xui8>
  %1 = qint.pad %0 {low = array<i64: 3>, high = array<i64: 4>, value = 8 : i32}
    : (tensor<5xui8>) -> tensor<12xui8>
  return %1 : tensor<12xui8>
}

// CHECK-LABEL: func @slice_of_everything
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xui8>
// CHECK-NEXT:    return %[[X]]
func.func @slice_of_everything(%x: tensor<2x3xui8>) -> tensor<2x3xui8> {
  %0 = qint.slice %x {start = array<i64: 0, 0>} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return %0 : tensor<2x3xui8>
}

// CHECK-LABEL: func @slice_of_slice
// CHECK-SAME:    %[[X:.*]]: tensor<9x9xui8>
// CHECK-NEXT:    %[[S:.*]] = qint.slice %[[X]] {start = array<i64: 4, 6>} : (tensor<9x9xui8>) -> tensor<2x1xui8>
// CHECK-NEXT:    return %[[S]]
func.func @slice_of_slice(%x: tensor<9x9xui8>) -> tensor<2x1xui8> {
  %0 = qint.slice %x {start = array<i64: 1, 2>} : (tensor<9x9xui8>) -> tensor<5x6xui8>
  %1 = qint.slice %0 {start = array<i64: 3, 4>} : (tensor<5x6xui8>) -> tensor<2x1xui8>
  return %1 : tensor<2x1xui8>
}

// CHECK-LABEL: func @reshape_to_itself
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xi32>
// CHECK-NEXT:    return %[[X]]
func.func @reshape_to_itself(%x: tensor<2x3xi32>) -> tensor<2x3xi32> {
  %0 = qint.reshape %x : (tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func @reshape_of_reshape
// CHECK-SAME:    %[[X:.*]]: tensor<2x6xui8>
// CHECK-NEXT:    %[[R:.*]] = qint.reshape %[[X]] : (tensor<2x6xui8>) -> tensor<4x3xui8>
// CHECK-NEXT:    return %[[R]]
func.func @reshape_of_reshape(%x: tensor<2x6xui8>) -> tensor<4x3xui8> {
  %0 = qint.reshape %x : (tensor<2x6xui8>) -> tensor<12xui8>
  %1 = qint.reshape %0 : (tensor<12xui8>) -> tensor<4x3xui8>
  return %1 : tensor<4x3xui8>
}

// CHECK-LABEL: func @reshape_there_and_back
// CHECK-SAME:    %[[X:.*]]: tensor<2x6xui8>
// CHECK-NEXT:    return %[[X]]
func.func @reshape_there_and_back(%x: tensor<2x6xui8>) -> tensor<2x6xui8> {
  %0 = qint.reshape %x : (tensor<2x6xui8>) -> tensor<12xui8>
  %1 = qint.reshape %0 : (tensor<12xui8>) -> tensor<2x6xui8>
  return %1 : tensor<2x6xui8>
}

// CHECK-LABEL: func @reshape_of_constants
func.func @reshape_of_constants() -> (tensor<4xui8>, tensor<2x1xi32>, tensor<1x2xui8>) {
  // CHECK-DAG: %[[A:.*]] = arith.constant dense<[1, 2, 3, 4]> : tensor<4xui8>
  // CHECK-DAG: %[[B:.*]] = arith.constant dense<5> : tensor<2x1xi32>
  // CHECK-DAG: %[[C:.*]] = arith.constant dense_resource<blob> : tensor<1x2xui8>
  // CHECK:     return %[[A]], %[[B]], %[[C]]
  %0 = arith.constant dense<[[1, 2], [3, 4]]> : tensor<2x2xui8>
  %1 = arith.constant dense<5> : tensor<2xi32>
  %2 = arith.constant dense_resource<blob> : tensor<2xui8>
  %3 = qint.reshape %0 : (tensor<2x2xui8>) -> tensor<4xui8>
  %4 = qint.reshape %1 : (tensor<2xi32>) -> tensor<2x1xi32>
  %5 = qint.reshape %2 : (tensor<2xui8>) -> tensor<1x2xui8>
  return %3, %4, %5 : tensor<4xui8>, tensor<2x1xi32>, tensor<1x2xui8>
}

// CHECK-LABEL: func @transpose_by_identity
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xui8>
// CHECK-NEXT:    return %[[X]]
func.func @transpose_by_identity(%x: tensor<2x3xui8>) -> tensor<2x3xui8> {
  %0 = qint.transpose %x {permutation = array<i64: 0, 1>} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return %0 : tensor<2x3xui8>
}

// Three dimensions, since of two the order of composition does not show.
// CHECK-LABEL: func @transpose_of_transpose
// CHECK-SAME:    %[[X:.*]]: tensor<2x3x4xui8>
// CHECK-NEXT:    %[[T:.*]] = qint.transpose %[[X]] {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x4xui8>) -> tensor<4x3x2xui8>
// CHECK-NEXT:    return %[[T]]
func.func @transpose_of_transpose(%x: tensor<2x3x4xui8>) -> tensor<4x3x2xui8> {
  %0 = qint.transpose %x {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x4xui8>) -> tensor<3x4x2xui8>
  %1 = qint.transpose %0 {permutation = array<i64: 1, 0, 2>} : (tensor<3x4x2xui8>) -> tensor<4x3x2xui8>
  return %1 : tensor<4x3x2xui8>
}

// CHECK-LABEL: func @transpose_there_and_back
// CHECK-SAME:    %[[X:.*]]: tensor<2x3x4xui8>
// CHECK-NEXT:    return %[[X]]
func.func @transpose_there_and_back(%x: tensor<2x3x4xui8>) -> tensor<2x3x4xui8> {
  %0 = qint.transpose %x {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x4xui8>) -> tensor<3x4x2xui8>
  %1 = qint.transpose %0 {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x2xui8>) -> tensor<2x3x4xui8>
  return %1 : tensor<2x3x4xui8>
}

{-#
  dialect_resources: {
    builtin: {
      blob: "0x400000000102"
    }
  }
#-}

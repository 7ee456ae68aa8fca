// RUN: qopt %s --qopt-delay-normalization | FileCheck %s

// The values are multiplied by the exponentials, and rows of the result by the sum's
// reciprocal. The sum reads exponentials of its own.
// CHECK-LABEL: func.func @attention(
// CHECK-SAME:    %[[QUERIES:.*]]: tensor<4x8x16xf32>, %[[KEYS:.*]]: tensor<4x16x8xf32>, %[[VALUES:.*]]: tensor<4x8x16xf32>)
// CHECK:         %[[DIFFERENCE:.*]] = tosa.sub
// CHECK:         %[[E:.*]] = tosa.exp %[[DIFFERENCE]] {qopt.float = "softmax of an attention"}
// CHECK:         %[[EXACT:.*]] = tosa.exp %[[DIFFERENCE]] {qopt.float = "softmax of an attention"}
// CHECK:         %[[SUM:.*]] = tosa.reduce_sum %[[EXACT]]
// CHECK:         %[[FACTOR:.*]] = tosa.reciprocal %[[SUM]]
// CHECK-NOT:     tosa.mul
// CHECK:         %[[ROWS:.*]] = tosa.reshape %[[E]], %{{.*}} -> tensor<4x8x8xf32>
// CHECK:         %[[PRODUCT:.*]] = tosa.matmul %[[ROWS]], %[[VALUES]]
// CHECK:         %[[COLUMN:.*]] = tosa.reshape %[[FACTOR]], %{{.*}} -> tensor<4x8x1xf32>
// CHECK:         %[[RESULT:.*]] = tosa.mul %[[COLUMN]], %[[PRODUCT]], %{{.*}} {qopt.float = "softmax of an attention"}
// CHECK-NEXT:    return %[[RESULT]]
func.func @attention(%q: tensor<4x8x16xf32>, %k: tensor<4x16x8xf32>, %v: tensor<4x8x16xf32>) -> tensor<4x8x16xf32> {
  %zero = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %four = tosa.const_shape {values = dense<[1, 4, 8, 8]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %three = tosa.const_shape {values = dense<[4, 8, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
  %0 = tosa.matmul %q, %k, %zero, %zero : (tensor<4x8x16xf32>, tensor<4x16x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8x8xf32>
  %x = tosa.reshape %0, %four : (tensor<4x8x8xf32>, !tosa.shape<4>) -> tensor<1x4x8x8xf32>
  %m = tosa.reduce_max %x {axis = 3 : i32} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x1xf32>
  %d = tosa.sub %x, %m : (tensor<1x4x8x8xf32>, tensor<1x4x8x1xf32>) -> tensor<1x4x8x8xf32>
  %e = tosa.exp %d : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %s = tosa.reduce_sum %e {axis = 3 : i32} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x1xf32>
  %r = tosa.reciprocal %s : (tensor<1x4x8x1xf32>) -> tensor<1x4x8x1xf32>
  %p = tosa.mul %e, %r, %shift : (tensor<1x4x8x8xf32>, tensor<1x4x8x1xf32>, tensor<1xi8>) -> tensor<1x4x8x8xf32>
  %1 = tosa.reshape %p, %three : (tensor<1x4x8x8xf32>, !tosa.shape<3>) -> tensor<4x8x8xf32>
  %2 = tosa.matmul %1, %v, %zero, %zero : (tensor<4x8x8xf32>, tensor<4x8x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8x16xf32>
  return %2 : tensor<4x8x16xf32>
}

// Scores that an integer program stores have an integer softmax.
// CHECK-LABEL: func.func @stored_scores(
// CHECK-NOT:     qopt.float
func.func @stored_scores(%x: tensor<4x8x8xf32>, %v: tensor<4x8x16xf32>) -> tensor<4x8x16xf32> {
  %zero = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %m = tosa.reduce_max %x {axis = 2 : i32} : (tensor<4x8x8xf32>) -> tensor<4x8x1xf32>
  %d = tosa.sub %x, %m : (tensor<4x8x8xf32>, tensor<4x8x1xf32>) -> tensor<4x8x8xf32>
  %e = tosa.exp %d : (tensor<4x8x8xf32>) -> tensor<4x8x8xf32>
  %s = tosa.reduce_sum %e {axis = 2 : i32} : (tensor<4x8x8xf32>) -> tensor<4x8x1xf32>
  %r = tosa.reciprocal %s : (tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
  %p = tosa.mul %e, %r, %shift : (tensor<4x8x8xf32>, tensor<4x8x1xf32>, tensor<1xi8>) -> tensor<4x8x8xf32>
  %0 = tosa.matmul %p, %v, %zero, %zero : (tensor<4x8x8xf32>, tensor<4x8x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8x16xf32>
  return %0 : tensor<4x8x16xf32>
}

// Probabilities that something else reads as well stay.
// CHECK-LABEL: func.func @two_readers(
// CHECK-NOT:     qopt.float
func.func @two_readers(%q: tensor<4x8x16xf32>, %k: tensor<4x16x8xf32>, %v: tensor<4x8x16xf32>) -> (tensor<4x8x16xf32>, tensor<4x8x8xf32>) {
  %zero = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %x = tosa.matmul %q, %k, %zero, %zero : (tensor<4x8x16xf32>, tensor<4x16x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8x8xf32>
  %m = tosa.reduce_max %x {axis = 2 : i32} : (tensor<4x8x8xf32>) -> tensor<4x8x1xf32>
  %d = tosa.sub %x, %m : (tensor<4x8x8xf32>, tensor<4x8x1xf32>) -> tensor<4x8x8xf32>
  %e = tosa.exp %d : (tensor<4x8x8xf32>) -> tensor<4x8x8xf32>
  %s = tosa.reduce_sum %e {axis = 2 : i32} : (tensor<4x8x8xf32>) -> tensor<4x8x1xf32>
  %r = tosa.reciprocal %s : (tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
  %p = tosa.mul %e, %r, %shift : (tensor<4x8x8xf32>, tensor<4x8x1xf32>, tensor<1xi8>) -> tensor<4x8x8xf32>
  %0 = tosa.matmul %p, %v, %zero, %zero : (tensor<4x8x8xf32>, tensor<4x8x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8x16xf32>
  return %0, %p : tensor<4x8x16xf32>, tensor<4x8x8xf32>
}

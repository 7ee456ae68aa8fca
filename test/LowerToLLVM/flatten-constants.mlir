// RUN: qopt %s --qopt-flatten-constants | FileCheck %s

// CHECK: llvm.mlir.global private constant @weights(dense<[1, 2, 3, 4]> : tensor<4xi8>) {{.*}}: !llvm.array<4 x i8>
llvm.mlir.global private constant @weights(dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>) {addr_space = 0 : i32} : !llvm.array<2 x array<2 x i8>>

// In a blob: the same blob.
// CHECK: @large(dense_resource<large> : tensor<4xf32>) {{.*}}: !llvm.array<4 x f32>
llvm.mlir.global private constant @large(dense_resource<large> : tensor<1x2x2xf32>) : !llvm.array<1 x array<2 x array<2 x f32>>>

// What has one row, no elements, or a value of another kind stays.
// CHECK: @row(dense<7> : tensor<4xi32>) {{.*}}: !llvm.array<4 x i32>
llvm.mlir.global private constant @row(dense<7> : tensor<4xi32>) {addr_space = 0 : i32} : !llvm.array<4 x i32>
// CHECK: @counter() {{.*}}: !llvm.array<2 x array<2 x i64>>
llvm.mlir.global internal @counter() {addr_space = 0 : i32} : !llvm.array<2 x array<2 x i64>>
// CHECK: @text("abc")
llvm.mlir.global private constant @text("abc") {addr_space = 0 : i32} : !llvm.array<3 x i8>

{-#
  dialect_resources: {
    builtin: {
      large: "0x040000000000803F000000400000404000008040"
    }
  }
#-}

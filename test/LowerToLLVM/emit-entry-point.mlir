// RUN: qopt %s -split-input-file --qopt-emit-entry-point | FileCheck %s
// RUN: qopt %s -split-input-file --qopt-emit-entry-point | mlir-translate -split-input-file --mlir-to-llvmir | FileCheck %s --check-prefixes=LLVM,WIDE

// The target is not needed behind this phase; the interface is, for the header.
// CHECK: module attributes
// CHECK-SAME: qopt.interface
// CHECK-NOT: qint.target
module attributes {qint.target = #qint.target<"avx2">, qopt.interface = {
    name = "net",
    inputs = [{name = "x", type = tensor<1x4xf32>}],
    outputs = [{name = "y", type = tensor<1x2xui8>, scale = 5.0e-01 : f32, zero_point = 3 : i32}],
    arena_bytes = 128 : i64, constant_bytes = 64 : i64, tasks = 2 : i64}} {

// CHECK: llvm.func internal @net(%{{.*}}: !llvm.ptr {llvm.noalias}, %{{.*}}: !llvm.ptr {llvm.noalias}, %{{.*}}: !llvm.ptr {llvm.noalias}, %{{.*}}: !llvm.ptr {llvm.noalias})
llvm.func @net(%x: !llvm.ptr {qopt.name = "x"}, %y: !llvm.ptr {qopt.output}, %arena: !llvm.ptr {qopt.arena}, %executor: !llvm.ptr {qopt.executor}) {
  llvm.return
}
}

// A descriptor that C programs read.
// LLVM-DAG: @net.inputs0.name = internal constant [2 x i8] c"x\00"
// LLVM-DAG: @net.inputs0.shape = internal constant [2 x i64] [i64 1, i64 4]
// LLVM-DAG: @net.inputs = internal constant [1 x { ptr, ptr, i32, i32, float, i32 }] [{ ptr, ptr, i32, i32, float, i32 } { ptr @net.inputs0.name, ptr @net.inputs0.shape, i32 2, i32 0, float 0.000000e+00, i32 0 }]
// LLVM-DAG: @net.outputs = internal constant [1 x { ptr, ptr, i32, i32, float, i32 }] [{ ptr, ptr, i32, i32, float, i32 } { ptr @net.outputs0.name, ptr @net.outputs0.shape, i32 2, i32 1, float 5.000000e-01, i32 3 }]
// LLVM-DAG: @net.instruction_set = internal constant [5 x i8] c"avx2\00"
// LLVM-DAG: @net_model = constant {{.*}} { i32 2, i32 1, i32 1, i32 2, ptr @net.name, ptr @net.instruction_set, ptr @net.inputs, ptr @net.outputs, i64 128, i64 64, ptr @net_run, ptr null }

// Every pointer is checked before anything is read through it.
// LLVM: define i32 @net_run(ptr %[[IN:.*]], ptr %[[OUT:.*]], ptr %[[ARENA:.*]], ptr %[[EXECUTOR:.*]])
// LLVM:   icmp eq ptr %[[IN]], null
// LLVM:   icmp eq ptr %[[OUT]], null
// LLVM:   icmp eq ptr %[[ARENA]], null
// LLVM:   %[[ADDRESS:.*]] = ptrtoint ptr %[[ARENA]] to i64
// LLVM:   and i64 %[[ADDRESS]], 63
// LLVM:   call void @net(ptr %{{.*}}, ptr %{{.*}}, ptr %[[ARENA]], ptr %[[EXECUTOR]])
// LLVM:   ret i32 0
// LLVM:   ret i32 1

// -----

// Integers without sign of all widths; a pointer to nothing may be null.
module attributes {qint.target = #qint.target<"avx2">, qopt.interface = {
    name = "wide",
    inputs = [{name = "a", type = tensor<1xui16>}, {name = "b", type = tensor<1xui32>}],
    outputs = [{name = "c", type = tensor<1x0xui64>}],
    arena_bytes = 0 : i64, constant_bytes = 0 : i64, tasks = 1 : i64}} {

llvm.func @wide(%a: !llvm.ptr, %b: !llvm.ptr, %c: !llvm.ptr {qopt.output}, %arena: !llvm.ptr {qopt.arena}, %executor: !llvm.ptr {qopt.executor}) {
  llvm.return
}
}

// WIDE-DAG: @wide.inputs = {{.*}} i32 1, i32 7, float {{.*}} i32 1, i32 8, float
// WIDE-DAG: @wide.outputs = {{.*}} i32 2, i32 9, float
// WIDE: define i32 @wide_run(
// WIDE-COUNT-5: icmp eq ptr %{{.*}}, null
// WIDE-NOT: icmp eq ptr

// RUN: qopt %s --qopt-emit-entry-point | mlir-translate --mlir-to-llvmir | FileCheck %s

// Code that uses the matrix registers of x86 asks Linux for them first.

module attributes {qint.target = #qint.target<"amx">, qopt.interface = {
    name = "net",
    inputs = [{name = "x", type = tensor<1x4xf32>}],
    outputs = [{name = "y", type = tensor<1x2xf32>}],
    arena_bytes = 128 : i64, constant_bytes = 64 : i64}} {
llvm.func @net(%x: !llvm.ptr {qopt.name = "x"}, %y: !llvm.ptr {qopt.output}, %arena: !llvm.ptr {qopt.arena}) {
  llvm.call_intrinsic "llvm.x86.ldtilecfg"(%arena) : (!llvm.ptr) -> ()
  llvm.return
}
}

// CHECK: define i32 @net_run(
// CHECK:   %[[DENIED:.*]] = call i64 asm sideeffect "syscall", "={rax},{rax},{rdi},{rsi},~{rcx},~{r11},~{memory}"(i64 158, i64 4131, i64 18)
// CHECK:   %[[GRANTED:.*]] = icmp eq i64 %[[DENIED]], 0
// CHECK:   br i1 %[[GRANTED]], label %[[WORK:.*]], label %[[REFUSE:.*]]
// CHECK: [[WORK]]:
// CHECK:   call void @net(
// CHECK:   ret i32 0
// CHECK: [[REFUSE]]:
// CHECK:   ret i32 2

// RUN: qopt %s --qopt-lower-tasks --canonicalize --split-input-file | FileCheck %s
// RUN: qopt %s --qopt-lower-tasks --canonicalize --split-input-file | mlir-translate --mlir-to-llvmir --split-input-file | FileCheck %s --check-prefix=LLVM

// The model's function gets the executor, and puts its arguments where tasks
// find them.
// CHECK-LABEL: llvm.func @main(
// CHECK-SAME:    %[[X:.*]]: !llvm.ptr, %[[Y:.*]]: !llvm.ptr {qopt.output}, %[[EXECUTOR:.*]]: !llvm.ptr {qopt.executor})
// CHECK-DAG:     %[[TASKS:.*]] = llvm.mlir.addressof @main.tasks0
// CHECK-DAG:     %[[COUNT:.*]] = llvm.mlir.constant(3 : i64)
// CHECK:         %[[ARGUMENTS:.*]] = llvm.alloca
// CHECK:         llvm.store %[[X]], %[[ARGUMENTS]]
// CHECK:         %[[SLOT:.*]] = llvm.getelementptr %[[ARGUMENTS]][1]
// CHECK:         llvm.store %[[Y]], %[[SLOT]]
// CHECK:         llvm.call @qopt.for_each_task(%[[EXECUTOR]], %[[COUNT]], %[[TASKS]], %[[ARGUMENTS]])
// CHECK-NEXT:    llvm.return
llvm.func @main(%x: !llvm.ptr, %y: !llvm.ptr {qopt.output}) {
  %undef = llvm.mlir.undef : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %0 = llvm.insertvalue %y, %undef[1] : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %buffer = builtin.unrealized_conversion_cast %0 : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)> to memref<4xi16, strided<[1], offset: 8>>
  %bare = builtin.unrealized_conversion_cast %x : !llvm.ptr to memref<4xi16>
  qint.task.parallel {
    qint.task.call @work(%buffer) : memref<4xi16, strided<[1], offset: 8>>
  }, {
    qint.task.call @work(%bare) : memref<4xi16>
  }, {
    qint.task.call @other(%bare) : memref<4xi16>
  }
  llvm.return
}

// CHECK: llvm.func internal @work(%{{.*}}: !llvm.ptr {llvm.noalias}) attributes {{.*}}no_inline
llvm.func @work(%buffer: !llvm.ptr {llvm.noalias}) {
  llvm.return
}
// CHECK: llvm.func internal @other(
llvm.func @other(%buffer: !llvm.ptr) {
  llvm.return
}

// Each task calls a function with the addresses of the first elements.
// LLVM-LABEL: define internal void @main.tasks0(ptr %0, i64 %1)
// LLVM-DAG:     %[[X:.*]] = load ptr, ptr %0
// LLVM-DAG:     %[[SLOT:.*]] = getelementptr ptr, ptr %0, i32 1
// LLVM-DAG:     %[[Y:.*]] = load ptr, ptr %[[SLOT]]
// LLVM:         switch i64 %1, label %[[C:.*]] [
// LLVM-NEXT:      i64 0, label %[[A:.*]]
// LLVM-NEXT:      i64 1, label %[[B:.*]]
// LLVM-NEXT:    ]
// LLVM:         getelementptr i16, ptr %[[Y]], i{{.*}} 8
// LLVM-NEXT:    call void @work(
// LLVM:         call void @work(ptr %[[X]])
// LLVM:         call void @other(ptr %[[X]])

// Without an executor tasks run one after the other.
// LLVM-LABEL: define internal void @qopt.for_each_task(ptr %0, i64 %1, ptr %2, ptr %3)
// LLVM:         icmp eq ptr %0, null
// LLVM:         %[[FOR:.*]] = load ptr, ptr %{{.*}}
// LLVM:         %[[CONTEXT:.*]] = load ptr, ptr %{{.*}}
// LLVM:         call void %[[FOR]](ptr %[[CONTEXT]], i64 %1, ptr %2, ptr %3)
// LLVM:         %[[I:.*]] = phi i64
// LLVM:         call void %2(ptr %3, i64 %[[I]])
// LLVM:         icmp slt i64 %{{.*}}, %1

// -----

// No tasks: nothing changes.
// CHECK-LABEL: llvm.func @serial(%{{.*}}: !llvm.ptr) {
// CHECK-NEXT:    llvm.return
llvm.func @serial(%x: !llvm.ptr) {
  llvm.return
}

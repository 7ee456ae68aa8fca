// RUN: qopt %s --qopt-lower-tasks -split-input-file -verify-diagnostics

func.func private @work(%x: memref<4xi8>)
llvm.func @function(%x: !llvm.ptr) {
  %bare = builtin.unrealized_conversion_cast %x : !llvm.ptr to memref<4xi8>
  qint.task.parallel {
    // expected-error @below {{callee @work is no LLVM function yet; run the conversions before qopt-lower-tasks}}
    qint.task.call @work(%bare) : memref<4xi8>
  }, {
    qint.task.call @work(%bare) : memref<4xi8>
  }
  llvm.return
}

// -----

llvm.func @work(%x: !llvm.ptr)
llvm.func @buffer(%x: !llvm.ptr) {
  %bare = builtin.unrealized_conversion_cast %x : !llvm.ptr to memref<8xi8>
  %half = memref.subview %bare[4] [4] [1] : memref<8xi8> to memref<4xi8, strided<[1], offset: 4>>
  qint.task.parallel {
    // expected-error @below {{buffer 'memref<4xi8, strided<[1], offset: 4>>' has no form in the LLVM dialect yet; run the conversions before qopt-lower-tasks}}
    qint.task.call @work(%half) : memref<4xi8, strided<[1], offset: 4>>
  }, {
    qint.task.call @work(%half) : memref<4xi8, strided<[1], offset: 4>>
  }
  llvm.return
}

// -----

llvm.func @outside(%x: !llvm.ptr) {
  // expected-error @below {{a task uses what is computed outside of it; run qopt-outline-layers before}}
  %0 = llvm.load %x : !llvm.ptr -> i8
  qint.task.parallel {
    llvm.store %0, %x : i8, !llvm.ptr
  }, {
    llvm.store %0, %x : i8, !llvm.ptr
  }
  llvm.return
}

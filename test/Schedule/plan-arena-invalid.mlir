// RUN: qopt %s -split-input-file -verify-diagnostics --pass-pipeline='builtin.module(func.func(qopt-plan-arena))'

func.func @dynamic(%n: index) {
  // expected-error @below {{only buffers of static shape without layout fit into the arena, not 'memref<?xi8>'}}
  %a = memref.alloc(%n) : memref<?xi8>
  return
}

// -----

// expected-error @below {{an arena can be planned for one block only; run qopt-schedule first}}
func.func @blocks() {
  cf.br ^next
^next:
  return
}
